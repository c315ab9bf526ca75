//! The noun phrase around the words that name something.
//!
//! "Rebels" is found; what the outlet wrote is "the mostly Sunni Muslim rebels". Without a tagger,
//! this reaches left over what can only be a modifier (a closed list, telling endings, hyphenated
//! compounds, capitalised words, possessives) up to a determiner, and right over nouns that carry
//! a modifier on ("opposition *delegation*"). The word lists are `assets/rules/phrases.toml`. It
//! would rather stop too early than take in a verb.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::plain::plain;
use super::rules::{is_honorific, is_role};
use crate::story::Span;
use crate::text::fold;

/// The words of one sentence, with the text that they are spans of.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    pub text: &'a str,
    pub words: &'a [Span],
}

/// What stands between two neighbouring words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Gap {
    Blank,
    Hyphen,
    Other,
}

impl<'a> Sentence<'a> {
    /// The words at an index.
    #[must_use]
    pub fn word(&self, index: usize) -> &'a str {
        let span = self.words[index];
        &self.text[span.start()..span.end()]
    }

    /// What stands between the word at `index` and the one before it; at either end of the sentence
    /// something other than a word does.
    #[must_use]
    pub fn gap_before(&self, index: usize) -> Gap {
        let Some(before) = index.checked_sub(1).filter(|_| index < self.words.len()) else {
            return Gap::Other;
        };
        let between = &self.text[self.words[before].end()..self.words[index].start()];
        match between {
            "-" | "\u{2010}" | "\u{2011}" => Gap::Hyphen,
            // A point inside a sentence is that of "U.S." or "Mr.".
            ". " | ".\u{a0}" => Gap::Blank,
            ".-" => Gap::Hyphen,
            _ if !between.is_empty() && between.chars().all(char::is_whitespace) => Gap::Blank,
            _ => Gap::Other,
        }
    }

    /// Whether a possessive apostrophe stands right after a plural: "rebels' talks".
    #[must_use]
    pub fn plural_possessive(&self, index: usize) -> bool {
        let after = &self.text[self.words[index].end()..];
        self.word(index).ends_with('s')
            && (after.starts_with("' ") || after.starts_with("\u{2019} "))
    }

    /// The noun phrase around the words `core`, as a range of words that holds them.
    #[must_use]
    pub fn phrase_around(&self, core: Range<usize>) -> Range<usize> {
        let end = self.right_end(core.clone());
        if end == core.end && self.modifies_what_follows(core.end) {
            return core;
        }
        self.left_start(core.start)..end
    }

    /// The noun phrase that ends in the name `core`: its titles and modifiers. A name that only
    /// modifies what follows ("Kremlin spokesman") stands alone.
    #[must_use]
    pub fn name_around(&self, core: Range<usize>) -> Range<usize> {
        let next = core.end;
        let modifies = next < self.words.len()
            && !is_possessive(self.word(next - 1))
            && match self.gap_before(next) {
                Gap::Hyphen => true,
                Gap::Other => false,
                Gap::Blank => {
                    let noun = plain(self.word(next));
                    self.is_capital(next) || is_role(&noun) || RULES.group_nouns.contains(&noun)
                }
            };
        if modifies {
            return core;
        }
        self.left_start(core.start)..core.end
    }

    /// A place's name with its article: "the United States".
    #[must_use]
    pub fn place_around(&self, core: Range<usize>) -> Range<usize> {
        let article = core.start > 0
            && self.gap_before(core.start) == Gap::Blank
            && plain(self.word(core.start - 1)) == "the";
        core.start - usize::from(article)..core.end
    }

    fn right_end(&self, core: Range<usize>) -> usize {
        let mut end = core.end;
        while end < self.words.len()
            && self.gap_before(end) == Gap::Blank
            && !is_plural(self.word(end - 1))
            && RULES.group_nouns.contains(&*fold(self.word(end)))
        {
            end += 1;
        }
        end
    }

    /// Whether the word before `next` only modifies it: "militant attack", "rebel-held".
    #[must_use]
    pub fn modifies_what_follows(&self, next: usize) -> bool {
        if next >= self.words.len() || is_plural(self.word(next - 1)) {
            return false;
        }
        match self.gap_before(next) {
            Gap::Hyphen => true,
            Gap::Other => false,
            Gap::Blank => {
                let word = self.word(next);
                let verbal = ["ed", "s", "ing"].iter().any(|end| word.ends_with(end));
                word.starts_with(char::is_lowercase)
                    && !verbal
                    && !is_stop(word)
                    && !is_determiner(word)
                    && !word.ends_with("ly")
            }
        }
    }

    /// The first word of the phrase whose core starts at `start`.
    #[must_use]
    pub fn left_start(&self, mut start: usize) -> usize {
        while start > 0 {
            let gap = self.gap_before(start);
            let word = self.word(start - 1);
            match gap {
                Gap::Other => break,
                Gap::Hyphen => start -= 1,
                Gap::Blank if is_determiner(word) => return start - 1,
                Gap::Blank if self.is_title_of(start) => start -= 2,
                Gap::Blank if is_stop(word) => break,
                Gap::Blank if is_possessive(word) || self.can_modify(start - 1) => start -= 1,
                Gap::Blank => break,
            }
        }
        start
    }

    fn can_modify(&self, index: usize) -> bool {
        let word = self.word(index);
        let compound = self.gap_before(index) == Gap::Hyphen;
        let capital = word.starts_with(char::is_uppercase);
        let folded = plain(word);
        let titular = is_role(&folded) || is_honorific(&folded);
        let title = titular && self.is_capital(index + 1);
        compound
            || title
            || (capital && index > 0)
            || is_modifier(word)
            || self.follows_article(index)
    }

    /// Whether "of" stands before the word at `index` and an office before that: "Secretary of
    /// State", "chief of staff".
    fn is_title_of(&self, index: usize) -> bool {
        index >= 2
            && self.word(index - 1) == "of"
            && matches!(
                plain(self.word(index - 2)).as_str(),
                "secretary" | "chief" | "minister"
            )
    }

    fn is_capital(&self, index: usize) -> bool {
        index < self.words.len() && self.word(index).starts_with(char::is_uppercase)
    }

    /// Whether an article or the like stands right before: what comes between it and a noun can
    /// only modify the noun.
    fn follows_article(&self, index: usize) -> bool {
        self.gap_before(index) == Gap::Blank
            // "The moment Trump left" is a clause.
            && !RULES.clause_openers.contains(&*fold(self.word(index)))
            && RULES.articles.contains(&*fold(self.word(index - 1)))
    }
}

/// "the", "his", "several": what opens a noun phrase.
#[must_use]
pub fn is_determiner(word: &str) -> bool {
    RULES.determiners.contains(&*fold(word))
}

/// What no noun phrase holds inside.
#[must_use]
pub fn is_stop(word: &str) -> bool {
    // "US" is a country.
    !word.chars().all(char::is_uppercase) && RULES.stops.contains(&*fold(word)) || word == "I"
}

/// What can stand before a noun and after a determiner.
#[must_use]
pub fn is_modifier(word: &str) -> bool {
    let folded = fold(word);
    RULES.modifiers.contains(&*folded)
        || (folded.len() > 4
            && RULES
                .modifier_endings
                .iter()
                .any(|end| folded.ends_with(end.as_str())))
        || word.chars().all(|c| c.is_ascii_digit() || c == ',')
}

/// "Assad's", "rebels'" (whose apostrophe belongs to no word, and so is not seen here).
#[must_use]
pub fn is_possessive(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("\u{2019}s")
}

/// By its ending: "rebels", but not "congress" or "crisis".
#[must_use]
pub fn is_plural(word: &str) -> bool {
    let folded = fold(word);
    folded.ends_with('s')
        && !folded.ends_with("ss")
        && !folded.ends_with("is")
        && !folded.ends_with("us")
        && !folded.ends_with("'s")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    determiners: HashSet<String>,
    articles: HashSet<String>,
    stops: HashSet<String>,
    modifiers: HashSet<String>,
    modifier_endings: Vec<String>,
    group_nouns: HashSet<String>,
    clause_openers: HashSet<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/rules/phrases.toml"))
        .expect("assets/rules/phrases.toml is checked by a test")
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    /// The phrase around the first occurrence of `core`.
    fn around<'a>(text: &'a str, core: &str) -> &'a str {
        let cut: Vec<Span> = words(text).collect();
        let at = text.find(core).unwrap();
        let first = cut.iter().position(|word| word.start() == at).unwrap();
        let last = cut
            .iter()
            .position(|word| word.end() >= at + core.len())
            .unwrap();
        let sentence = Sentence { text, words: &cut };
        let range = sentence.phrase_around(first..last + 1);
        &text[cut[range.start].start()..cut[range.end - 1].end()]
    }

    #[test]
    fn modifiers_up_to_the_determiner_belong_to_it() {
        assert_eq!(
            around("They met the mostly rural Catholic rebels there.", "rebels"),
            "the mostly rural Catholic rebels"
        );
        assert_eq!(
            around(
                "more ground against foreign-sponsored gunmen in town",
                "gunmen"
            ),
            "foreign-sponsored gunmen"
        );
        assert_eq!(
            around("She backs the so-called moderate opposition.", "opposition"),
            "the so-called moderate opposition"
        );
    }

    #[test]
    fn verbs_and_prepositions_do_not() {
        assert_eq!(
            around("Troops killed rebels on Monday.", "rebels"),
            "rebels"
        );
        assert_eq!(around("a deal with rebels", "rebels"), "rebels");
    }

    #[test]
    fn nouns_that_carry_a_modifier_on_belong_to_it() {
        assert_eq!(
            around(
                "a broadly representative opposition delegation came",
                "opposition"
            ),
            "a broadly representative opposition delegation"
        );
        assert_eq!(around("They beat a rebel attack off.", "rebel"), "rebel");
        assert_eq!(around("the rebel-held town", "rebel"), "rebel");
        assert_eq!(
            around("the opposition demanded more", "opposition"),
            "the opposition"
        );
    }
}
