//! A place named by its words, and found again by them.
//!
//! After the text quote selector of the W3C's Web Annotation model: the exact words with up to
//! thirty-two letters before and after. Where the words stand several times, the one whose
//! surroundings agree best is meant, and the nearest of those that agree alike. Where they no
//! longer stand, but their surroundings do, the place is what now stands between them. Of many words
//! the first and the last will do for surroundings: where some between them have changed, these have not.

use serde::{Deserialize, Serialize};

use crate::story::Span;

/// Letters kept of what stands before and after.
const CONTEXT: usize = 32;
/// Of so many letters and more the first and the last name the place too.
const MANY: usize = 3 * CONTEXT;
/// Fewer letters of context than this name no place.
const LEAST_CONTEXT: usize = 12;

/// Words with what stands around them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quote {
    pub exact: String,
    #[serde(default)]
    pub prefix: String,
    #[serde(default)]
    pub suffix: String,
}

/// Where a quote was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// Its words, unchanged.
    Exact(Span),
    /// Other words between the same surroundings.
    Changed(Span),
}

impl Found {
    /// The place.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Found::Exact(span) | Found::Changed(span) => span,
        }
    }
}

impl Quote {
    /// The words of a span with their surroundings.
    #[must_use]
    pub fn of(text: &str, span: Span) -> Quote {
        let before = &text[..span.start()];
        let after = &text[span.end()..];
        let from = before
            .char_indices()
            .rev()
            .take(CONTEXT)
            .last()
            .map_or(before.len(), |(at, _)| at);
        let to = after
            .char_indices()
            .nth(CONTEXT)
            .map_or(after.len(), |(at, _)| at);
        Quote {
            exact: text[span.start()..span.end()].to_string(),
            prefix: before[from..].to_string(),
            suffix: after[..to].to_string(),
        }
    }

    /// Finds the quote in a text; `near` is where it once began.
    #[must_use]
    pub fn find(&self, text: &str, near: usize) -> Option<Found> {
        self.find_exact(text, near)
            .map(Found::Exact)
            .or_else(|| self.find_between(text, near).map(Found::Changed))
    }

    fn find_exact(&self, text: &str, near: usize) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let hits = text.match_indices(&self.exact);
        let spans = hits.map(|(at, words)| Span::new(at, at + words.len()));
        spans.max_by_key(|span| {
            let before = common_end(&text[..span.start()], &self.prefix);
            let after = common_start(&text[span.end()..], &self.suffix);
            (
                before + after,
                std::cmp::Reverse(span.start().abs_diff(near)),
            )
        })
    }

    /// What stands between the surroundings, where both still do and no more lies between them
    /// than four times the words.
    fn find_between(&self, text: &str, near: usize) -> Option<Span> {
        let most = self.exact.len() * 4 + CONTEXT;
        let mut best: Option<Span> = None;
        let mut ends = self.ends(text).into_iter().peekable();
        for start in self.starts(text) {
            while ends.next_if(|end| *end < start).is_some() {}
            let Some(&end) = ends.peek() else { break };
            let nearer = best.is_none_or(|best| start.abs_diff(near) < best.start().abs_diff(near));
            if end - start <= most && nearer {
                best = Some(Span::new(start, end));
            }
        }
        best.filter(|span| !span.is_empty())
    }

    /// Where the words may begin in a text, in order: after what went before them, or with their
    /// first ones.
    fn starts(&self, text: &str) -> Vec<usize> {
        let before = after_each(text, named(&self.prefix));
        let first = self.ends_of_many().map(|(first, _)| first);
        let first = first
            .into_iter()
            .flat_map(|words| text.match_indices(words));
        sorted(before.chain(first.map(|(at, _)| at)))
    }

    /// Where they may end, in order: before what came after them, or with their last ones.
    fn ends(&self, text: &str) -> Vec<usize> {
        let after = named(&self.suffix).into_iter();
        let after = after.flat_map(|words| text.match_indices(words));
        let last = self.ends_of_many().map(|(_, last)| last);
        sorted(after.map(|(at, _)| at).chain(after_each(text, last)))
    }

    /// The first and the last letters of many words.
    fn ends_of_many(&self) -> Option<(&str, &str)> {
        let words = &self.exact;
        (words.chars().count() >= MANY).then_some(())?;
        let (first, _) = words.char_indices().nth(CONTEXT)?;
        let (last, _) = words.char_indices().rev().nth(CONTEXT - 1)?;
        Some((&words[..first], &words[last..]))
    }
}

/// A context that is long enough to name a place.
fn named(context: &str) -> Option<&str> {
    (context.trim().chars().count() >= LEAST_CONTEXT).then_some(context)
}

/// The ends of all places of some words.
fn after_each<'a>(text: &'a str, words: Option<&'a str>) -> impl Iterator<Item = usize> + 'a {
    let hits = words
        .into_iter()
        .flat_map(|words| text.match_indices(words));
    hits.map(|(at, words)| at + words.len())
}

fn sorted(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// How many letters two texts have in common at their ends.
fn common_end(text: &str, other: &str) -> usize {
    let pairs = text.chars().rev().zip(other.chars().rev());
    pairs.take_while(|(a, b)| a == b).count()
}

/// How many letters two texts have in common at their starts.
fn common_start(text: &str, other: &str) -> usize {
    let pairs = text.chars().zip(other.chars());
    pairs.take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span_of(text: &str, words: &str) -> Span {
        let at = text.find(words).unwrap();
        Span::new(at, at + words.len())
    }

    const TEXT: &str = "The harbour was closed on Monday. The mayor said the harbour was closed \
                        for repairs, and the ferries wait at the northern quay until further notice.";

    #[test]
    fn words_are_found_again_after_the_text_moved() {
        let quote = Quote::of(TEXT, span_of(TEXT, "for repairs"));
        let moved = format!("Corrected.\n\n{TEXT}");
        let found = quote.find(&moved, 72);
        assert_eq!(found, Some(Found::Exact(span_of(&moved, "for repairs"))));
    }

    #[test]
    fn of_several_the_one_with_the_same_surroundings_is_meant() {
        let second = TEXT.rfind("harbour").unwrap();
        let quote = Quote::of(TEXT, Span::new(second, second + 7));
        let cut = TEXT.replace(
            "The harbour was closed on Monday. ",
            "Harbour news: harbour. ",
        );
        let found = quote.find(&cut, 0).unwrap().span();
        assert_eq!(found.start(), cut.rfind("harbour").unwrap());
    }

    #[test]
    fn changed_words_are_found_between_their_surroundings_and_told() {
        let quote = Quote::of(TEXT, span_of(TEXT, "the ferries wait"));
        let changed = TEXT.replace("the ferries wait", "all boats are held");
        let span = span_of(&changed, "all boats are held");
        assert_eq!(quote.find(&changed, 90), Some(Found::Changed(span)));
    }

    #[test]
    fn many_words_are_found_by_their_first_and_last_when_some_between_have_changed() {
        let whole = Quote::of(TEXT, Span::new(0, TEXT.len()));
        let changed = TEXT.replace("repairs", "inspection");
        let all = Span::new(0, changed.len());
        assert_eq!(whole.find(&changed, 0), Some(Found::Changed(all)));
        let longer = format!("Corrected.\n\n{changed}\n\nMore follows.");
        let found = whole.find(&longer, 0).unwrap().span();
        assert_eq!(&longer[found.start()..found.end()], changed);
    }

    #[test]
    fn what_is_gone_is_not_found_elsewhere() {
        let quote = Quote::of(TEXT, span_of(TEXT, "the ferries wait"));
        assert_eq!(quote.find("The museum opened on Tuesday.", 90), None);
        assert_eq!(quote.find("", 0), None);
    }

    proptest! {
        #[test]
        fn a_quote_is_found_in_its_own_text(text in "\\PC{1,80}", a in 0usize..80, b in 1usize..40) {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = a % (edges.len() - 1);
            let end = (start + b).min(edges.len() - 1);
            let span = Span::new(edges[start], edges[end]);
            let quote = Quote::of(&text, span);
            prop_assert_eq!(quote.find(&text, span.start()).map(Found::span).map(|found| &text[found.start()..found.end()]), Some(quote.exact.as_str()));
        }

        #[test]
        fn any_text_is_searched_within_bounds(text in "\\PC{0,60}", other in "[a-c ]{0,60}") {
            let middle = other.len() / 2;
            let quote = Quote::of(&other, Span::new(middle / 2, middle));
            if let Some(found) = quote.find(&text, 0) {
                prop_assert!(text.get(found.span().start()..found.span().end()).is_some());
            }
        }
    }
}
