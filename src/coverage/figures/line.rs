//! The figures of one sentence: its numbers, what each counts, what bounds it, whom it names for them.

use std::ops::Range;

use crate::story::{Article, Span};
use crate::text::{Segments, Sentence, fold};

use super::rules::RULES;

/// How far from a number a word may stand that says what it counts ("killed").
const NEAR_WORDS: usize = 8;
/// How many words after a number may pass before the noun that it counts.
const NOUN_WITHIN: usize = 3;
/// Months as they are cut short with a point.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];
/// A source named by the rules has at most this many words.
const WORDS_IN_SOURCE: usize = 6;

/// A figure at one place.
pub struct Mention {
    pub span: Span,
    pub value: f64,
    /// As written, with its multiplier and currency: "$4 billion".
    pub number: String,
    pub unit: String,
    pub bound: Option<String>,
}

/// One sentence as words.
pub struct Line<'a> {
    article: &'a Article,
    words: &'a [Span],
}

impl<'a> Line<'a> {
    pub fn of(article: &'a Article, segments: &'a Segments, sentence: &Sentence) -> Self {
        Line {
            article,
            words: &segments.words[sentence.words.clone()],
        }
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        self.words.get(at).map(|span| self.article.words_at(*span))
    }

    fn folded(&self, at: usize) -> Option<String> {
        self.word(at).map(|word| fold(word).into_owned())
    }

    /// The text between two neighbouring words, or after the last.
    fn gap_after(&self, at: usize) -> &'a str {
        let start = self.words[at].end();
        let end = self.words.get(at + 1).map(|next| next.start());
        &self.article.text[start..end.unwrap_or(self.article.text.len())]
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.article.text[..self.words[at].start()]
            .chars()
            .next_back()
    }

    /// The figures of the sentence, in order.
    pub fn mentions(&self) -> Vec<Mention> {
        (0..self.words.len())
            .filter_map(|at| self.mention(at))
            .collect()
    }

    fn mention(&self, at: usize) -> Option<Mention> {
        let number = self.number(at)?;
        let counted = self.counted(&number)?;
        let (first, bound) = self.bound(number.words.start);
        let start = if bound.is_some() {
            self.words[first].start()
        } else {
            number.start
        };
        let last = counted.noun.unwrap_or(number.words.end - 1);
        let end = self.words[last].end() + usize::from(counted.sign);
        let text = &self.article.text[number.start..self.words[number.words.end - 1].end()];
        Some(Mention {
            span: Span::new(start, end),
            value: number.value,
            number: as_in_a_sentence(text),
            unit: counted.unit,
            bound,
        })
    }

    /// The number at a word, with its multipliers.
    fn number(&self, at: usize) -> Option<Number> {
        let word = self.folded(at)?;
        let digits = word.starts_with(|c: char| c.is_ascii_digit());
        let mut value = if digits {
            plain_number(&word)?
        } else {
            *RULES.numerals.get(&word)?
        };
        let before = self.char_before(at);
        let currency = before.filter(|c| matches!(c, '$' | '\u{a3}' | '\u{20ac}'));
        let glued = before.is_some_and(|c| !c.is_whitespace() && !is_opening(c));
        if currency.is_none() && (glued || self.is_named(at) || self.follows_number(at)) {
            return None;
        }
        let mut end = at + 1;
        while let Some(factor) = self
            .folded(end)
            .and_then(|w| RULES.multipliers.get(&w).copied())
        {
            if !matches!(self.gap_after(end - 1), " " | "\u{a0}" | "-") {
                break;
            }
            value *= factor;
            end += 1;
        }
        let after = self.gap_after(end - 1).chars().next();
        if currency.is_none() && matches!(after, Some('-' | '/' | ':' | '\u{2013}')) {
            return None;
        }
        Some(Number {
            value,
            words: at..end,
            start: self.words[at].start() - currency.map_or(0, char::len_utf8),
            currency,
            in_words: !digits,
            may_be_year: digits && word.len() == 4 && (1800.0..2100.0).contains(&value),
        })
    }

    /// Whether a capitalised word right before makes this the number of something ("Resolution 7")
    /// or somebody's age ("Ms. Roe, 56, said").
    fn is_named(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let name = self
            .word(before)
            .is_some_and(|w| w.starts_with(char::is_uppercase));
        match self.gap_after(before) {
            " " => name && before > 0,
            // "Sept. 11 attacks": a day, no count.
            ". " => self
                .folded(before)
                .is_some_and(|word| MONTHS.contains(&word.as_str())),
            ", " => name && self.gap_after(at).starts_with([',', '.', ';']),
            _ => false,
        }
    }

    /// Whether this word is part of the number before it ("three million").
    fn follows_number(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = self.folded(before).unwrap_or_default();
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        number || RULES.numerals.contains_key(&word)
    }

    /// What a number counts.
    fn counted(&self, number: &Number) -> Option<Counted> {
        let next = number.words.end;
        if let Some(currency) = number.currency {
            let unit = match currency {
                '$' => "dollars",
                '\u{a3}' => "pounds",
                _ => "euros",
            };
            return Some(Counted::of(unit));
        }
        if self.gap_after(next - 1).starts_with('%') {
            return Some(Counted {
                sign: true,
                ..Counted::of("percent")
            });
        }
        let word = self.folded(next).unwrap_or_default();
        if RULES.percent.contains(&word) {
            return Some(Counted {
                noun: Some(next),
                ..Counted::of("percent")
            });
        }
        if RULES.not_counted.contains(&word) {
            return None;
        }
        self.counted_noun(number)
    }

    fn counted_noun(&self, number: &Number) -> Option<Counted> {
        let noun = self.noun_after(number.words.end);
        let word = noun.and_then(|at| self.folded(at));
        let persons = word.as_ref().is_some_and(|w| RULES.persons.contains(w));
        let near = || self.near_unit(&number.words);
        let unit = match &word {
            Some(word) if persons => near().unwrap_or(word).to_string(),
            Some(_) => noun.and_then(|at| self.word(at))?.to_string(),
            None => near()?.to_string(),
        };
        let doubtful = number.in_words || number.may_be_year;
        if doubtful && !persons {
            return None;
        }
        Some(Counted {
            noun,
            ..Counted::of(&unit)
        })
    }

    /// The plural noun that a number counts, within a few words and no mark between.
    fn noun_after(&self, next: usize) -> Option<usize> {
        for at in next..next + NOUN_WITHIN {
            if !matches!(self.gap_after(at - 1), " " | "\u{a0}" | "-") {
                return None;
            }
            let word = self.folded(at)?;
            if RULES.stops.contains(&word) || RULES.not_counted.contains(&word) {
                return None;
            }
            let plural = word.len() >= 4 && word.ends_with('s') && !word.ends_with("ss");
            if RULES.plurals.contains(&word) || RULES.persons.contains(&word) || plural {
                return Some(at);
            }
        }
        None
    }

    /// The unit told by the word nearest to a number: "dead" by "killed".
    fn near_unit(&self, number: &Range<usize>) -> Option<&'static str> {
        let from = number.start.saturating_sub(NEAR_WORDS);
        let to = (number.end + NEAR_WORDS).min(self.words.len());
        let distance = |at: usize| {
            if at < number.start {
                number.start - at
            } else {
                at + 1 - number.end
            }
        };
        (from..to)
            .filter(|at| !number.contains(at))
            .filter_map(|at| {
                let unit = RULES.near.get(&self.folded(at)?)?;
                Some((distance(at), unit.as_str()))
            })
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, unit)| unit)
    }

    /// The words that bound a number ("more than"): where they start, and they themselves.
    fn bound(&self, number: usize) -> (usize, Option<String>) {
        for words in (1..=3).rev() {
            let Some(first) = number.checked_sub(words) else {
                continue;
            };
            let said: Vec<String> = (first..number).filter_map(|at| self.folded(at)).collect();
            let said = said.join(" ");
            if RULES.qualifiers.contains(&said) {
                return (first, Some(said));
            }
        }
        (number, None)
    }

    /// The source that a phrase such as "according to" names.
    pub fn named_source(&self) -> Option<String> {
        let folded: Vec<String> = (0..self.words.len())
            .filter_map(|at| self.folded(at))
            .collect();
        for phrase in &RULES.before {
            let words: Vec<&str> = phrase.split(' ').collect();
            let at = folded
                .windows(words.len())
                .position(|window| window.iter().zip(&words).all(|(a, b)| a == b));
            if let Some(at) = at {
                return self.name_from(at + words.len());
            }
        }
        None
    }

    fn name_from(&self, first: usize) -> Option<String> {
        self.word(first)?;
        let mut last = first;
        while last + 1 < self.words.len()
            && last + 1 - first < WORDS_IN_SOURCE
            && matches!(self.gap_after(last), " " | "\u{a0}" | "-")
        {
            last += 1;
        }
        let span = self.words[first].hull(self.words[last]);
        Some(without_trailing(self.article.words_at(span)))
    }
}

/// "$800\nBillion" of a headline → "$800 billion".
fn as_in_a_sentence(number: &str) -> String {
    let words: Vec<String> = number.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// A number in a sentence.
struct Number {
    value: f64,
    words: Range<usize>,
    /// Byte at which it starts, its currency sign included.
    start: usize,
    currency: Option<char>,
    in_words: bool,
    may_be_year: bool,
}

struct Counted {
    unit: String,
    /// The word of the noun.
    noun: Option<usize>,
    /// Whether a "%" follows.
    sign: bool,
}

impl Counted {
    fn of(unit: &str) -> Self {
        Counted {
            unit: unit.to_string(),
            noun: None,
            sign: false,
        }
    }
}

/// "290,000" and "3.5"; `None` for "1,2" or "10.5.2016".
fn plain_number(word: &str) -> Option<f64> {
    let mut groups = word.split(',');
    let first = groups.next()?;
    let grouped = groups.all(|group| group.split('.').next().is_some_and(|g| g.len() == 3));
    if !grouped || first.len() > 15 {
        return None;
    }
    word.replace(',', "").parse().ok()
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '(' | '[' | '\u{201c}' | '\u{2018}' | '\u{2014}'
    )
}

/// "a UN estimate" → "UN".
pub fn without_trailing(name: &str) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if words.len() > 1 && ["a", "an", "the"].contains(&words[0].to_lowercase().as_str()) {
        words.remove(0);
    }
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| RULES.trailing.contains(&last.to_lowercase()))
    {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::names::tests::article;

    fn figures(text: &str) -> Vec<String> {
        let article = article(text);
        let segments = Segments::of(&article);
        let lines = segments.sentences.iter();
        lines
            .flat_map(|sentence| Line::of(&article, &segments, sentence).mentions())
            .map(|mention| {
                let shown = article.words_at(mention.span);
                format!("{shown} = {} {}", mention.value, mention.unit)
            })
            .collect()
    }

    #[test]
    fn a_number_counts_what_stands_by_it() {
        let cases = [
            (
                "The flood killed at least 1,200 people.",
                "at least 1,200 people = 1200 dead",
            ),
            ("It left 40,000 dead.", "40,000 dead = 40000 dead"),
            (
                "More than 3.5 million residents fled.",
                "More than 3.5 million residents = 3500000 displaced",
            ),
            (
                "They spent $4 billion on dykes.",
                "$4 billion = 4000000000 dollars",
            ),
            ("Some 64 percent agreed.", "Some 64 percent = 64 percent"),
            ("It rose 12% in May.", "12% = 12 percent"),
            ("He won 28 delegates.", "28 delegates = 28 delegates"),
            (
                "Three police officers were wounded.",
                "Three police = 3 injured",
            ),
        ];
        for (text, figure) in cases {
            assert_eq!(figures(text), [figure], "{text}");
        }
    }

    #[test]
    fn a_number_that_counts_nothing_is_left_out() {
        for text in [
            "Nobody was killed in 2016.",
            "The 68-year-old senator left.",
            "Moscow sent an S-300 system.",
            "They cite Resolution 2254 often.",
            "It lasted 75 years.",
            "The vote is on May 5.",
            "Ms. Roe, 56, who was hurt",
            "It began at 10:30 am.",
            "Four more talks failed.",
            "The Sept. 11 attack killed nobody there.",
        ] {
            assert_eq!(figures(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_source_is_named_by_its_phrase() {
        let source = |text: &str| {
            let article = article(text);
            let segments = Segments::of(&article);
            Line::of(&article, &segments, &segments.sentences[0]).named_source()
        };
        assert_eq!(
            source("Some 30 died, according to a Red Cross tally."),
            Some("Red Cross".into())
        );
        assert_eq!(
            source("According to UN estimates, 30 died."),
            Some("UN".into())
        );
        assert_eq!(source("Thirty people died."), None);
    }
}
