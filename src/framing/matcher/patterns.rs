//! The patterns of lexicons, found sentence by sentence.

use std::ops::Range;
use std::sync::Arc;

use aho_corasick::BuildError;

use super::place::is_possessive_mark;
use super::{Hit, Role, Target};
use crate::framing::lexicon::Lexicon;
use crate::story::{Article, Span};
use crate::text::pattern::{Pattern, Sieve};
use crate::text::{Segments, Sentence};

/// The patterns of lexicons, behind what they need.
pub struct Patterns {
    sieve: Sieve,
    /// Numbered as in the sieve.
    patterns: Vec<(Pattern, Target)>,
}

impl Patterns {
    /// The patterns of the labels that are heard.
    pub fn of(lexicons: &[Arc<Lexicon>], heard: &[Target]) -> Result<Self, BuildError> {
        let patterns: Vec<(Pattern, Target)> = heard
            .iter()
            .flat_map(|&target| {
                let entry = &lexicons[target.lexicon].concepts[target.concept];
                let patterns = &entry.labels[target.label].patterns;
                patterns.iter().map(move |one| (one.clone(), target))
            })
            .collect();
        Ok(Patterns {
            sieve: Sieve::new(patterns.iter().map(|(pattern, _)| pattern.need()))?,
            patterns,
        })
    }

    /// Adds the places of the patterns in an article.
    pub fn find(&self, article: &Article, segments: &Segments, hits: &mut Vec<Hit>) {
        if self.patterns.is_empty() {
            return;
        }
        for sentence in &segments.sentences {
            let text = article.words_at(sentence.span);
            for number in self.sieve.worth_running(text) {
                let (pattern, target) = &self.patterns[number];
                for found in pattern.regex_for(text).find_iter(text) {
                    let place = Span::from(found.range()).shifted(sentence.span.start());
                    if let Some(words) = whole_words(article, segments, sentence, place) {
                        hits.push(Hit {
                            role: Role::Label(*target),
                            words,
                        });
                    }
                }
            }
        }
    }
}

/// The words of a sentence that a place holds, when it begins and ends on their edges; the last
/// may go on with a possessive "'s".
pub(super) fn whole_words(
    article: &Article,
    segments: &Segments,
    sentence: &Sentence,
    place: Span,
) -> Option<Range<usize>> {
    let words = &segments.words[sentence.words.clone()];
    let first = words.partition_point(|word| word.start() < place.start());
    let after = words.partition_point(|word| word.start() < place.end());
    if first == after || words[first].start() != place.start() {
        return None;
    }
    let last = words[after - 1];
    let ends = place.end() == last.end()
        || (place.end() < last.end() && is_possessive_mark(&article.text[place.end()..last.end()]));
    ends.then_some(sentence.words.start + first..sentence.words.start + after)
}
