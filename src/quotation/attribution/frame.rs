//! `"C," Reed sighed.`: the frame that makes any verb one of speech.
//!
//! A whole quotation that opens its sentence and pauses on a comma, a question or an exclamation
//! mark, then somebody and one verb and a stop: nothing else can stand there but who spoke. The list
//! of cue verbs is not asked, which only adds what a verb tells of the content.

use std::ops::Range;

use super::{Attribution, Finder, Order};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::phrase::{PRONOUN, can_be_source, phrase_after};

impl Finder<'_> {
    /// The attribution that a quotation's frame gives, where no cue gave one.
    pub(super) fn framed(&self, found: &[Attribution]) -> Option<Attribution> {
        let start = self.period.start;
        let verb = start + 1;
        let paused = self.is_part(start)
            && self.gap(verb).has(Gap::COMMA | Gap::STOP | Gap::DASH)
            && verb < self.period.end
            && !self.is_part(verb);
        if !paused || found.iter().any(|one| self.covers(one, start)) {
            return None;
        }
        let (source, cue) = self.named_first(verb).or_else(|| self.verb_first(verb))?;
        Some(Attribution {
            source: Some(source),
            content: Some(start..start + 1),
            order: Order::Before,
            ..Attribution::by(cue)
        })
    }

    fn covers(&self, one: &Attribution, part: usize) -> bool {
        one.speech && (one.content.iter().chain(&one.before)).any(|content| content.contains(&part))
    }

    /// "Reed sighed.", "the letter states."
    fn named_first(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let phrase = phrase_after(self.reading, at, self.period.end);
        // A verb that no list knows, or that looks like a noun, is taken into the phrase.
        let verb = if self.is_verb_like(phrase.end) {
            phrase.end
        } else {
            phrase.end.checked_sub(1)?
        };
        let source = at..verb;
        let named = !source.is_empty()
            && can_be_source(self.reading, source.clone())
            && !self.is(source.start, Class::SPEAKING | Class::OBJECT);
        let end = self.particle_end(verb + 1);
        (named && self.is_verb_like(verb) && self.closes(end)).then_some((source, verb..end))
    }

    /// "sighed Reed.", "read a statement from the council."
    fn verb_first(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let end = self.particle_end(at + 1);
        let source = phrase_after(self.reading, end, self.period.end);
        let named = !source.is_empty()
            && can_be_source(self.reading, source.clone())
            && !self.is(source.start, Class::SPEAKING | Class::OBJECT);
        (self.is_verb_like(at) && named && self.closes(source.end)).then_some((source, at..end))
    }

    /// Whether a word has the form of a verb with a tense, whatever it means.
    fn is_verb_like(&self, at: usize) -> bool {
        const OTHER: Class = Class::BUILDING
            .or(Class::ADVERB)
            .or(Class::TIME)
            .or(Class::NEGATOR)
            .or(PRONOUN);
        if !self.period.contains(&at) || self.is_part(at) {
            return false;
        }
        let item = &self.reading.items[at];
        let word = self.word(at);
        let formed = word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss");
        !item.capital
            && !item.possessive
            && !item.gap.has(Gap::JOIN)
            && !item.is(OTHER)
            && (formed || item.is(Class::VERB) || item.cue.is_some())
            && !word.ends_with("ing")
    }

    /// "cut in", "summed up".
    fn particle_end(&self, at: usize) -> usize {
        let particle = matches!(
            self.word(at),
            "in" | "up" | "out" | "on" | "back" | "off" | "away" | "aloud"
        );
        let next = at + 1;
        let closes = next >= self.period.end || self.gap(next).has(Gap::BREAK);
        at + usize::from(particle && (closes || self.reading.items[next].capital))
    }

    /// Whether nothing goes on from here but a pause, a place, a time or a circumstance.
    fn closes(&self, at: usize) -> bool {
        at >= self.period.end
            || self.gap(at).has(Gap::BREAK)
            || !self.is_part(at)
                && self.is(
                    at,
                    Class::PREPOSITION
                        | Class::TIME
                        | Class::SUBORDINATOR
                        | Class::RELATIVE
                        | Class::ADVERB,
                )
    }
}
