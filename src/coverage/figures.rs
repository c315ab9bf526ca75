//! Figures: numbers with what they count, and whom the text names for them.
//!
//! "More than 400,000 people have died, according to the UN" and "over 400,000 dead" are one figure,
//! told with two bounds and one source. What counts as a unit, a bound or a source is data
//! (`assets/rules/figures.toml`). A number that counts nothing — a year, an age, the name of a
//! resolution — is left out; so are spans of time.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::quotation::Speech;
use crate::story::{Article, Place, Span, Story};
use crate::text::{Segments, Sentence, fold};

use super::item;
use super::types::{Figure, Item, ItemKind, Telling};

/// How far from a number a word may stand that says what it counts ("killed").
const NEAR_WORDS: usize = 8;
/// How many words after a number may pass before the noun that it counts.
const NOUN_WITHIN: usize = 3;
/// Tellings that a figure's detail names one by one.
const CLAUSES_IN_DETAIL: usize = 12;
/// A source named by the rules has at most this many words.
const WORDS_IN_SOURCE: usize = 6;

/// One item a figure, whatever its bounds.
pub fn find(story: &Story, texts: &[Segments], speech: &Speech) -> Vec<Item> {
    let mut found: BTreeMap<(String, String), Vec<(Place, Mention)>> = BTreeMap::new();
    for (article, segments) in story.articles.iter().zip(texts) {
        for sentence in &segments.sentences {
            for mention in Line::of(article, segments, sentence).mentions() {
                let key = (
                    mention.unit.to_lowercase(),
                    format!("{:024.3}", mention.value),
                );
                let place = Place {
                    article: article.id,
                    span: mention.span,
                };
                found.entry(key).or_default().push((place, mention));
            }
        }
    }
    found
        .into_values()
        .map(|mentions| figure(story, texts, speech, mentions))
        .collect()
}

/// A figure at one place.
struct Mention {
    span: Span,
    value: f64,
    /// As written, with its multiplier and currency: "$4 billion".
    number: String,
    unit: String,
    bound: Option<String>,
}

fn figure(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
    mentions: Vec<(Place, Mention)>,
) -> Item {
    let (_, first) = &mentions[0];
    let name = match first.unit.as_str() {
        _ if first.number.starts_with(['$', '\u{a3}', '\u{20ac}']) => first.number.clone(),
        unit => format!("{} {unit}", first.number),
    };
    let (value, unit) = (first.value, first.unit.clone());
    let places: Vec<Place> = mentions.iter().map(|(place, _)| *place).collect();
    let tellings: Vec<Telling> = mentions
        .into_iter()
        .map(|(place, mention)| Telling {
            bound: mention.bound,
            source: source_of(story, texts, speech, place),
        })
        .collect();
    let detail = detail(story, &places, &tellings);
    Item {
        detail: Some(detail),
        figure: Some(Figure {
            value,
            unit,
            tellings,
        }),
        ..item(ItemKind::Figure, name, places)
    }
}

/// "C: more than, source UN; D: no source named".
fn detail(story: &Story, places: &[Place], tellings: &[Telling]) -> String {
    let mut clauses: Vec<String> = places
        .iter()
        .zip(tellings)
        .map(|(place, telling)| {
            let siglum = &story.article(place.article).siglum;
            let bound = telling.bound.as_ref().map(|bound| format!("{bound}, "));
            let source = telling.source.as_ref().map_or_else(
                || "no source named".to_string(),
                |source| format!("source {source}"),
            );
            format!("{siglum}: {}{source}", bound.unwrap_or_default())
        })
        .collect();
    clauses.dedup();
    if clauses.len() > CLAUSES_IN_DETAIL {
        let more = clauses.len() - CLAUSES_IN_DETAIL;
        clauses.truncate(CLAUSES_IN_DETAIL);
        clauses.push(format!("and {more} more"));
    }
    clauses.join("; ")
}

/// Whom the text names for a figure: the speaker of the words that it stands in, or a source in its
/// sentence.
fn source_of(story: &Story, texts: &[Segments], speech: &Speech, place: Place) -> Option<String> {
    let quoted = speech
        .quotation_at(place.article, place.span)
        .and_then(|quotation| quotation.speaker.as_ref());
    let reported = speech
        .reported_at(place.article, place.span)
        .and_then(|index| speech.reported[index].speaker.as_ref());
    if let Some(speaker) = quoted.or(reported) {
        return Some(without_trailing(&speaker.name));
    }
    let segments = &texts[place.article.index()];
    let sentence = &segments.sentences[segments.sentence_at(place.span.start())?];
    Line::of(story.article(place.article), segments, sentence).named_source()
}

/// "a UN estimate" → "UN".
fn without_trailing(name: &str) -> String {
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

/// One sentence as words.
struct Line<'a> {
    article: &'a Article,
    words: &'a [Span],
}

impl<'a> Line<'a> {
    fn of(article: &'a Article, segments: &'a Segments, sentence: &Sentence) -> Self {
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

    fn mentions(&self) -> Vec<Mention> {
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
            number: text.split_whitespace().collect::<Vec<_>>().join(" "),
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
    fn named_source(&self) -> Option<String> {
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

struct Rules {
    qualifiers: HashSet<String>,
    numerals: HashMap<String, f64>,
    multipliers: HashMap<String, f64>,
    /// The unit that a word tells.
    near: HashMap<String, String>,
    persons: HashSet<String>,
    percent: HashSet<String>,
    not_counted: HashSet<String>,
    plurals: HashSet<String>,
    stops: HashSet<String>,
    before: Vec<String>,
    trailing: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    qualifiers: HashSet<String>,
    numerals: HashMap<String, f64>,
    multipliers: HashMap<String, f64>,
    near: Vec<NearUnit>,
    persons: Nouns,
    percent: Words,
    not_counted: Words,
    plurals: Words,
    stops: Words,
    source: SourceWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NearUnit {
    unit: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    words: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    nouns: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceWords {
    before: Vec<String>,
    trailing: HashSet<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let file: RulesFile = toml::from_str(include_str!("../../assets/rules/figures.toml"))
        .expect("assets/rules/figures.toml is checked by a test");
    let units = file.near.into_iter().rev();
    Rules {
        qualifiers: file.qualifiers,
        numerals: file.numerals,
        multipliers: file.multipliers,
        near: units
            .flat_map(|near| {
                let unit = near.unit;
                near.words.into_iter().map(move |word| (word, unit.clone()))
            })
            .collect(),
        persons: file.persons.nouns,
        percent: file.percent.words,
        not_counted: file.not_counted.words,
        plurals: file.plurals.words,
        stops: file.stops.words,
        before: file.source.before,
        trailing: file.source.trailing,
    }
});

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
