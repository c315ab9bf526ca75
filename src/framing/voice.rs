//! Whose words stand at a place.
//!
//! A [`VoiceMap`] cuts one article's text into stretches of one voice each, so that every byte has
//! exactly one: inside a bracket in marks it is an insertion, inside marks the quoted speaker's
//! (or a term, where one to three words stand in marks alone), inside reported speech the
//! outlet's wording of somebody's claim, and the outlet's own everywhere else. What lies deeper
//! wins: a quotation inside reported speech is direct.

use super::types::Voice;
use crate::quotation::{QuotationKind, Speech};
use crate::story::{ArticleId, Span};

/// A stretch of one voice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stretch {
    pub span: Span,
    pub voice: Voice,
    /// Whose, where the text settles it.
    pub speaker: Option<String>,
}

/// The voices of one article: stretches in order that cover its whole text without overlap.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VoiceMap {
    stretches: Vec<Stretch>,
}

impl VoiceMap {
    /// The voices of an article whose text is `length` bytes long.
    #[must_use]
    pub fn of(speech: &Speech, article: ArticleId, length: usize) -> Self {
        let mut map = VoiceMap {
            stretches: vec![Stretch {
                span: Span::new(0, length),
                voice: Voice::Narrator,
                speaker: None,
            }],
        };
        for reported in speech.reported.iter().filter(|one| one.article == article) {
            let speaker = reported.speaker.as_ref().map(|speaker| &speaker.name);
            map.paint(reported.content, Voice::Indirect, speaker);
        }
        for quotation in speech
            .quotations
            .iter()
            .filter(|one| one.article == article)
        {
            let voice = match quotation.kind {
                QuotationKind::Term => Voice::Term,
                QuotationKind::Full | QuotationKind::Partial => Voice::Direct,
            };
            let speaker = quotation.speaker.as_ref().map(|speaker| &speaker.name);
            map.paint(quotation.content, voice, speaker);
            for &insertion in &quotation.insertions {
                map.paint(insertion, Voice::Insertion, None);
            }
        }
        map
    }

    /// The stretches, in the order of the text.
    #[must_use]
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// The stretch that a byte offset falls in; beyond the text, the last one.
    #[must_use]
    pub fn at(&self, offset: usize) -> &Stretch {
        let after = self
            .stretches
            .partition_point(|stretch| stretch.span.start() <= offset);
        &self.stretches[after.saturating_sub(1)]
    }

    /// The part of `span` around `core` that has `core`'s voice: a label never runs over a mark.
    #[must_use]
    pub fn clip(&self, span: Span, core: Span) -> Span {
        let stretch = self.at(core.start()).span;
        let start = span.start().max(stretch.start()).min(core.start());
        let end = span.end().min(stretch.end()).max(core.end());
        Span::new(start, end)
    }

    /// Lays one voice over a stretch of the text.
    fn paint(&mut self, span: Span, voice: Voice, speaker: Option<&String>) {
        let length = self.stretches.last().map_or(0, |last| last.span.end());
        if span.is_empty() || span.end() > length {
            return;
        }
        let first = self
            .stretches
            .partition_point(|stretch| stretch.span.end() <= span.start());
        let last = self
            .stretches
            .partition_point(|stretch| stretch.span.start() < span.end());
        let mut laid = Vec::with_capacity(3);
        let before = &self.stretches[first];
        if before.span.start() < span.start() {
            laid.push(Stretch {
                span: Span::new(before.span.start(), span.start()),
                ..before.clone()
            });
        }
        laid.push(Stretch {
            span,
            voice,
            speaker: speaker.cloned(),
        });
        let after = &self.stretches[last - 1];
        if span.end() < after.span.end() {
            laid.push(Stretch {
                span: Span::new(span.end(), after.span.end()),
                ..after.clone()
            });
        }
        self.stretches.splice(first..last, laid);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn blank(length: usize) -> VoiceMap {
        VoiceMap::of(&Speech::default(), ArticleId(0), length)
    }

    #[test]
    fn deeper_layers_win_and_the_rest_keeps_its_voice() {
        let mut map = blank(100);
        map.paint(
            Span::new(10, 50),
            Voice::Indirect,
            Some(&"Ana Ruiz".to_string()),
        );
        map.paint(Span::new(20, 30), Voice::Direct, None);
        assert_eq!(map.at(5).voice, Voice::Narrator);
        assert_eq!(map.at(10).speaker.as_deref(), Some("Ana Ruiz"));
        assert_eq!(map.at(29).voice, Voice::Direct);
        assert_eq!(map.at(30).voice, Voice::Indirect);
        assert_eq!(map.at(50).voice, Voice::Narrator);
    }

    #[test]
    fn a_label_is_clipped_to_the_voice_of_its_core() {
        let mut map = blank(40);
        map.paint(Span::new(10, 20), Voice::Direct, None);
        assert_eq!(
            map.clip(Span::new(5, 18), Span::new(12, 18)),
            Span::new(10, 18)
        );
    }

    proptest! {
        #[test]
        fn voices_partition_the_text(
            length in 1usize..80,
            layers in prop::collection::vec((0usize..90, 0usize..90, 0usize..5), 0..12),
        ) {
            let mut map = blank(length);
            for (a, b, voice) in layers {
                map.paint(Span::new(a.min(b), a.max(b)), Voice::ALL[voice], None);
            }
            let mut at = 0;
            for stretch in map.stretches() {
                prop_assert_eq!(stretch.span.start(), at);
                prop_assert!(!stretch.span.is_empty());
                at = stretch.span.end();
            }
            prop_assert_eq!(at, length);
        }
    }
}
