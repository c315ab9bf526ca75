//! A place named by its words, and found again by them.
//!
//! After the text quote selector of the W3C's Web Annotation model: the exact words with up to
//! thirty-two letters before and after. Where the words stand several times, the one whose
//! surroundings agree best is meant, and the nearest of those that agree alike. Where they no
//! longer stand, but their surroundings do, the place is what now stands between them.

use serde::{Deserialize, Serialize};

use crate::story::Span;

/// Letters kept of what stands before and after.
const CONTEXT: usize = 32;
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
        let long = |context: &str| context.trim().chars().count() >= LEAST_CONTEXT;
        if !long(&self.prefix) || !long(&self.suffix) {
            return None;
        }
        let most = self.exact.len() * 4 + CONTEXT;
        let mut best: Option<Span> = None;
        let mut suffixes = text
            .match_indices(&self.suffix)
            .map(|(at, _)| at)
            .peekable();
        for (at, prefix) in text.match_indices(&self.prefix) {
            let start = at + prefix.len();
            while suffixes.next_if(|end| *end < start).is_some() {}
            let Some(&end) = suffixes.peek() else { break };
            let nearer = best.is_none_or(|best| start.abs_diff(near) < best.start().abs_diff(near));
            if end - start <= most && nearer {
                best = Some(Span::new(start, end));
            }
        }
        best.filter(|span| !span.is_empty())
    }
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
