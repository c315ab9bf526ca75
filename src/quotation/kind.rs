//! Full, partial, or a term: how much of a sentence stands in the marks.
//!
//! A *full* quotation is a sentence or a clause that stands as one: it opens with a capital where
//! speech can begin (a paragraph, a sentence, after a comma, a colon or a cue), or goes on with an
//! utterance that did. A *partial* one is built into the outlet's own sentence. A *term* is one to
//! three words that name or describe something ("regime change") rather than say it: a short
//! quotation that is a sentence ("Never again.") or the predicate of one ("completely justified",
//! "have rejected diplomacy,") is none.

use super::marks::Pair;
use super::types::QuotationKind;
use crate::story::Span;
use crate::text::words;

/// The most words that a term has.
const TERM_WORDS: usize = 3;

/// What stands around a quotation that bears on its kind.
pub(super) struct Setting<'a> {
    pub text: &'a str,
    pub paragraph: Span,
    /// Whether the word right before the marks is a cue of speech.
    pub after_cue: bool,
    /// Whether it goes on with what an attribution interrupted.
    pub resumes: bool,
}

impl Setting<'_> {
    /// The kind of a quotation.
    pub(super) fn kind(&self, pair: &Pair) -> QuotationKind {
        let content = &self.text[pair.content.start()..pair.content.end()];
        let before = self.text[self.paragraph.start()..pair.span.start()].trim_end();
        let entry = Entry::of(before, self.after_cue);
        let capital = content
            .chars()
            .find(|letter| letter.is_alphanumeric())
            .is_some_and(|letter| !letter.is_lowercase());
        let ending = Ending::of(content, &self.text[pair.span.end()..self.paragraph.end()]);
        let short = words(content).nth(TERM_WORDS).is_none();
        if short && self.resumes && ending == Ending::Inside && !is_title_case(content) {
            return QuotationKind::Full;
        }
        if short {
            return short_kind(content, entry, capital, ending);
        }
        if matches!(entry, Entry::Built | Entry::Paused) && names_work(content, before) {
            return QuotationKind::Term;
        }
        let full = match entry {
            Entry::Built => false,
            Entry::Start => capital && ending != Ending::Open,
            Entry::Paused => capital || (ending != Ending::Open && has_subject(content)),
            Entry::Cue => capital || has_subject(content),
        };
        if full {
            QuotationKind::Full
        } else {
            QuotationKind::Partial
        }
    }
}

fn short_kind(content: &str, entry: Entry, capital: bool, ending: Ending) -> QuotationKind {
    let said = matches!(ending, Ending::Inside);
    if capital && entry != Entry::Built && said && !is_title_case(content) {
        QuotationKind::Full
    } else if is_predicate(content) {
        QuotationKind::Partial
    } else {
        QuotationKind::Term
    }
}

/// How the outlet's own words lead up to the opening mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Entry {
    /// A paragraph or a sentence begins with the mark.
    Start,
    /// A comma, a colon, a dash or a bracket stands before it.
    Paused,
    /// A cue does: `he said "We …`.
    Cue,
    /// The sentence runs on into the marks.
    Built,
}

impl Entry {
    fn of(before: &str, after_cue: bool) -> Self {
        match before.chars().next_back() {
            None => Entry::Start,
            Some('.' | '!' | '?' | '\u{2026}' | '"' | '\u{201d}' | '\u{2019}') => Entry::Start,
            Some(',' | ':' | ';' | '\u{2014}' | '\u{2013}' | '-' | '(' | '[' | '\u{201c}') => {
                Entry::Paused
            }
            Some(_) if after_cue => Entry::Cue,
            Some(_) => Entry::Built,
        }
    }
}

/// How the quotation gives way to the outlet's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ending {
    /// A point or comma inside the marks, or the paragraph ends.
    Inside,
    /// One outside.
    Outside,
    /// The sentence runs on.
    Open,
}

impl Ending {
    fn of(content: &str, after: &str) -> Self {
        let stops = |letter: char| {
            matches!(
                letter,
                ',' | '.' | '!' | '?' | '\u{2026}' | ';' | ':' | '\u{2014}' | '-'
            )
        };
        if content.ends_with(stops) || after.trim().is_empty() {
            return Ending::Inside;
        }
        if after
            .trim_start()
            .starts_with(|letter| stops(letter) || matches!(letter, '\u{2013}' | ')' | ']'))
        {
            Ending::Outside
        } else {
            Ending::Open
        }
    }
}

/// Whether one of the first words is a subject, so that what begins in lower case is a clause
/// ("but we acknowledge in sorrow").
fn has_subject(content: &str) -> bool {
    words(content).take(4).any(|word| {
        let word = &content[word.start()..word.end()];
        let stem = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
        ["i", "we", "he", "she", "it", "they", "you", "there"]
            .iter()
            .any(|subject| subject.eq_ignore_ascii_case(stem))
    })
}

/// Whether the fragment is a verb phrase or an adverb with what it modifies.
fn is_predicate(content: &str) -> bool {
    let mut heads = words(content).map(|word| &content[word.start()..word.end()]);
    let (Some(first), Some(_)) = (heads.next(), heads.next()) else {
        return false;
    };
    let first = first.to_lowercase();
    (first.len() > 4 && first.ends_with("ly"))
        || [
            "have", "has", "had", "is", "are", "was", "were", "be", "been", "will", "would", "can",
            "could", "should", "must", "may", "might", "not", "never", "do", "does", "did", "to",
        ]
        .contains(&first.as_str())
}

/// Whether the marks hold the title of a work ("the book “A Winter on the Quays”", "said on CNN's “Face
/// the Nation.”") rather than words of a speaker: capitals throughout but for small words, in a sentence
/// that has none. Two are enough behind what works are named after.
fn names_work(content: &str, before: &str) -> bool {
    const SMALL: [&str; 16] = [
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the",
        "to", "with",
    ];
    const WORKS: [&str; 17] = [
        "on",
        "book",
        "film",
        "movie",
        "documentary",
        "show",
        "program",
        "programme",
        "series",
        "novel",
        "song",
        "album",
        "magazine",
        "column",
        "podcast",
        "play",
        "titled",
    ];
    let own = before.trim_end_matches([',', ' ']);
    let last = own.rsplit(char::is_whitespace).next().unwrap_or_default();
    // "CNN's", "CBS'"
    let owned = ["'s", "\u{2019}s", "s'", "S'", "s\u{2019}", "S\u{2019}"];
    let shown = WORKS.contains(&last) || owned.iter().any(|end| last.ends_with(end));
    if !(shown || last.starts_with(char::is_lowercase)) || content.contains(['!', '?']) {
        return false;
    }
    let fewest = if shown { 2 } else { 3 };
    let mut capitals = 0;
    let titled = words(content).all(|word| {
        let word = &content[word.start()..word.end()];
        let capital = word.starts_with(char::is_uppercase);
        capitals += usize::from(capital);
        capital || SMALL.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit())
    });
    titled && capitals >= fewest
}

/// Whether every word of several has a capital: the name of something, not a sentence.
fn is_title_case(content: &str) -> bool {
    let mut count = 0;
    let capitals = words(content).all(|word| {
        count += 1;
        content[word.start()..].starts_with(char::is_uppercase)
    });
    capitals && count > 1
}

#[cfg(test)]
mod tests {
    use super::super::marks::{Seams, pairs};
    use super::super::testing;
    use super::*;

    fn kind(text: &str, after_cue: bool) -> QuotationKind {
        let paragraph = Span::new(0, text.len());
        let setting = Setting {
            text,
            paragraph,
            after_cue,
            resumes: false,
        };
        setting.kind(&pairs(text, paragraph, Seams::default())[0])
    }

    #[test]
    fn sentences_and_clauses_are_full() {
        use QuotationKind::{Full, Partial};
        assert_eq!(
            kind("\"We will not leave the town,\" she said.", false),
            Full
        );
        assert_eq!(
            kind("She said: \"We will not leave the town\", and left.", false),
            Full
        );
        assert_eq!(
            kind("He rose, adding, \"but we regret it very much.\"", false),
            Full
        );
        assert_eq!(kind("She said \"We will not leave.\"", true), Full);
        assert_eq!(
            kind("It did not mean \"Harbours will close on Monday.\"", false),
            Partial
        );
        assert_eq!(
            kind("He called it \"a fine day for the harbour.\"", false),
            Partial
        );
        assert_eq!(
            kind("\"utterly wrong in every way\" was the verdict.", false),
            Partial
        );
    }

    #[test]
    fn a_few_words_are_a_term_unless_they_say_something() {
        use QuotationKind::{Full, Partial, Term};
        assert_eq!(kind("They want \"harbour reform\".", false), Term);
        assert_eq!(kind("The \"brutal\" weather held.", false), Term);
        assert_eq!(kind("The closure was \"wholly lawful\".", false), Partial);
        assert_eq!(kind("They \"have left us,\" he said.", false), Partial);
        assert_eq!(kind("\"Never again,\" she said.", false), Full);
        assert_eq!(kind("It came to \"The Dawn.\"", false), Term);
    }

    #[test]
    fn the_title_of_a_work_is_a_term() {
        for text in [
            "She wrote the book \u{201c}A Winter on the Old Quays,\u{201d} a memoir.",
            "He is host of \"The Harbour Show With Ana Ruiz\" on the radio.",
            "She came to Quay TV's \"State of the Old Town.\"",
            "He spoke on \"Face the Old Town\" again.",
            "She told the host of CBS' \"Face the Old Town.\"",
        ] {
            assert_eq!(kind(text, false), QuotationKind::Term, "{text}");
        }
        for text in [
            "She called it \"a winter on the Old Quays of Hull\" again.",
            "Ruiz Denies \"Selling The Old Quays To Hull\" Again",
            "She spoke of Hull's \"long winter of the quays\" again.",
            "They chanted \"Close The Quays! Close The Quays\" again.",
        ] {
            assert_ne!(kind(text, false), QuotationKind::Term, "{text}");
        }
    }

    #[test]
    fn a_few_words_go_on_with_what_was_interrupted() {
        for (text, kind, speaker) in [
            (
                "\"It has leaked for years,\" Ann Reed added, \"and nobody cares.\"",
                QuotationKind::Full,
                Some("Ann Reed"),
            ),
            (
                "\"It was,\" said Ann Reed, \"a joke.\"",
                QuotationKind::Full,
                Some("Ann Reed"),
            ),
            // Nobody is interrupted.
            (
                "\"It has leaked for years,\" Ann Reed wrote in her book, \"Old Quays.\"",
                QuotationKind::Term,
                None,
            ),
            (
                "\"It has leaked for years.\" Ann Reed spoke of \"harbour reform\".",
                QuotationKind::Term,
                Some("Ann Reed"),
            ),
        ] {
            let (_, speech) = testing::heard(&testing::story(&[text]));
            let last = &speech.quotations[1];
            assert_eq!(last.kind, kind, "{text}");
            let name = last.speaker.as_ref().map(|one| one.name.as_str());
            assert_eq!(name, speaker, "{text}");
        }
    }
}
