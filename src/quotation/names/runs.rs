//! Which capitalised words are people's names, and what a name is made of.

use std::collections::HashSet;
use std::ops::Range;

use rapidhash::fast::RandomState;

use crate::quotation::items::{Gap, Reading};
use crate::quotation::lexicon::Class;
use crate::text::fold;

/// What no part of a person's name can be.
const NO_NAME: Class = Class::BUILDING
    .or(Class::NOT_A_NAME)
    .or(Class::TITLE)
    .or(Class::ROLE)
    .or(Class::BODY)
    .or(Class::GROUP)
    .or(Class::ADVERB)
    .or(Class::TIME)
    .or(Class::VERB)
    .or(Class::NEGATOR);
pub(super) const GIVEN: Class = Class::GIVEN_MAN.or(Class::GIVEN_WOMAN);

/// The runs of items that can be people's names.
pub(super) fn runs(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let items = &reading.items;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut doubtful: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let Some(end) = run_end(reading, at) else {
            at += 1;
            continue;
        };
        let opens_sentence = items[at].gap.has(Gap::START | Gap::STOP | Gap::COLON);
        if end == at + 1 && opens_sentence && !items[at].is(GIVEN) {
            doubtful.push(found.len());
        }
        found.push(at..end);
        at = end;
    }
    // A capital that opens a sentence proves nothing: the word must be a name elsewhere too.
    let known: HashSet<String, RandomState> = found
        .iter()
        .enumerate()
        .filter(|(index, _)| doubtful.binary_search(index).is_err())
        .map(|(_, run)| bare(reading.words(run.end - 1)))
        .collect();
    let mut index = 0;
    found.retain(|run| {
        let keep = doubtful.binary_search(&index).is_err()
            || known.contains(&bare(reading.words(run.start)));
        index += 1;
        keep
    });
    found
}

fn run_end(reading: &Reading<'_>, start: usize) -> Option<usize> {
    let items = &reading.items;
    if !is_name_word(reading, start) {
        return None;
    }
    let mut end = start + 1;
    while end < items.len() && !items[end - 1].possessive {
        let item = &items[end];
        if item.gap.has(Gap::BREAK) && !(item.is(Class::SUFFIX) && item.capital) {
            break;
        }
        let particle = !item.capital
            && item.is(Class::PARTICLE)
            && items
                .get(end + 1)
                .is_some_and(|next| !next.gap.has(Gap::BREAK))
            && (is_name_word(reading, end + 1) || items[end + 1].is(Class::PARTICLE));
        // "Kanye West", "Theresa May": after a given name any capital is a surname.
        let surname = end == start + 1
            && item.capital
            && items[start].is(GIVEN)
            && !item.is(Class::TITLE | Class::ROLE | Class::BODY | Class::GROUP);
        if !(is_name_word(reading, end)
            || surname
            || particle
            || item.is(Class::SUFFIX) && item.capital)
        {
            break;
        }
        end += 1;
    }
    Some(end)
}

fn is_name_word(reading: &Reading<'_>, at: usize) -> bool {
    let Some(item) = reading.items.get(at) else {
        return false;
    };
    if !item.capital || item.part.is_some() {
        return false;
    }
    let opens = item.gap.has(Gap::START | Gap::STOP);
    let word = reading.words(at);
    let excused = !opens && item.is(GIVEN.or(Class::PARTICLE));
    if item.is(NO_NAME) && !excused {
        return false;
    }
    if opens && item.cue.is_some() && !item.is(GIVEN) {
        return false;
    }
    // "U.S.", "GOP": initials are no names, but "J" of "Donald J. Trump" is.
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    word.chars()
        .all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '\u{2019}' | '.'))
        && (capitals < 2 || word.chars().any(char::is_lowercase) || word.len() == 1)
}

/// A name taken apart.
pub(super) struct Parts {
    pub(super) name: String,
    pub(super) given: Option<String>,
    pub(super) surname: String,
}

impl Parts {
    pub(super) fn of(reading: &Reading<'_>, run: &Range<usize>) -> Self {
        let mut last = run.end - 1;
        while last > run.start && reading.items[last].is(Class::SUFFIX) {
            last -= 1;
        }
        let surname = bare(reading.words(last));
        let given = (run.start < last && !reading.items[run.start].is(Class::PARTICLE))
            .then(|| fold(reading.words(run.start)).into_owned());
        let span = reading.span(run.clone());
        let text = &reading.article.text[span.start()..span.end()];
        Parts {
            name: text
                .trim_end_matches("'s")
                .trim_end_matches("\u{2019}s")
                .trim_end_matches(['\'', '\u{2019}'])
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            given,
            surname,
        }
    }
}

/// A word in lower case without its possessive ending.
fn bare(word: &str) -> String {
    let folded = fold(word);
    folded
        .strip_suffix("'s")
        .unwrap_or(&folded)
        .trim_end_matches('\'')
        .to_string()
}
