//! Attributions without a verb: "according to", a colon, a headline's dash.

use std::ops::Range;

use super::ends::Seat;
use super::{Attribution, Finder, Order};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, LEXICON};
use crate::quotation::phrase::can_be_source;
use crate::quotation::set_out::RULES;
use crate::quotation::subject::subject_of_period;
use crate::story::BlockKind;

impl Finder<'_> {
    /// `Ms. Reed: "C"`, `The ministry worded it with care: "C"`: the colon is the cue.
    pub(super) fn colon(&self, found: &[Attribution]) -> Option<Attribution> {
        let at = self
            .period
            .clone()
            .find(|at| self.is_part(*at) && self.gap(*at).has(Gap::COLON))?;
        let covered = found.iter().any(|one| {
            one.speech
                && one
                    .content
                    .as_ref()
                    .is_some_and(|content| content.contains(&at))
        });
        if covered {
            return None;
        }
        let source = found
            .iter()
            .rev()
            .filter(|one| one.cue.start < at && !one.shared)
            .find_map(|one| one.source.clone())
            .or_else(|| subject_of_period(self.reading, &(self.period.start..at)))?;
        let source = self.after_dash(at).unwrap_or(source);
        can_be_source(self.reading, source.clone()).then(|| Attribution {
            source: Some(source),
            content: Some(at..self.clause_end(at, Seat::Main)),
            ..Attribution::by(at..at)
        })
    }

    /// `Reed answered Hill in a letter:`, with what is said in the next paragraph: whoever speaks or
    /// acts last before a colon that ends its paragraph.
    pub(super) fn lead_in(&self, found: &[Attribution]) -> Option<Attribution> {
        let end = self.period.end;
        let last = self.reading.items[end - 1].span.end();
        let behind = self.reading.article.text[last..].trim_start_matches(')');
        let colon = behind
            .strip_prefix(':')
            .is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with('\n'));
        if !colon || found.iter().any(|one| one.speech) {
            return None;
        }
        let order = self.is(self.period.start, Class::VERB)
            || self.reading.items[self.period.start].cue.is_some();
        let source = self
            .subject_so_far(end, found)
            // "Read the letter here:" is said to the reader.
            .filter(|source| !(order && source.start == self.period.start))?;
        can_be_source(self.reading, source.clone()).then(|| Attribution {
            source: Some(source),
            ..Attribution::by(end..end)
        })
    }

    /// "C — Ann Reed (@annreed) May 16, 2017": whoever signs a post.
    pub(super) fn signature(&self, block: usize) -> Option<Attribution> {
        let who = self.reading.signatures.get(&block)?.who;
        let signs = |at: &usize| who.covers(self.reading.items[*at].span);
        let first = self.period.clone().find(signs)?;
        let end = (first..self.period.end).take_while(signs).last()? + 1;
        Some(Attribution {
            source: Some(first..end),
            ..Attribution::by(first..first)
        })
    }

    /// `"C" – Ann Reed, mayor`: who is named behind a quotation and a dash, and nothing more.
    pub(super) fn named_behind(&self) -> Option<Attribution> {
        const LONGEST_NAME: usize = 5;
        let (part, first) = (self.period.start, self.period.start + 1);
        if !self.is_part(part) || !self.gap(first).has(Gap::DASH) {
            return None;
        }
        let name = first
            ..(first..self.period.end)
                .find(|at| *at > first && self.gap(*at).has(Gap::BREAK))
                .unwrap_or(self.period.end);
        let named = !name.is_empty()
            && name.len() <= LONGEST_NAME
            && name.clone().all(|at| {
                self.reading.items[at].capital || self.is(at, Class::PARTICLE | Class::TITLE)
            });
        let finite = Class::VERB | Class::AUXILIARY | Class::MODAL;
        let verbless = (name.end..self.period.end)
            .all(|at| !self.is(at, finite) && self.reading.items[at].cue.is_none());
        (named && verbless).then(|| Attribution {
            source: Some(name),
            content: Some(part..first),
            order: Order::Before,
            ..Attribution::by(first..first)
        })
    }

    /// "THE HARBOUR LEAKS - Ann Reed: “C”": the name between a dash and the colon.
    fn after_dash(&self, colon: usize) -> Option<Range<usize>> {
        const LONGEST_SOURCE: usize = 6;
        let first = (self.period.start + 1..colon)
            .rev()
            .take(LONGEST_SOURCE)
            .find(|at| self.gap(*at).has(Gap::BREAK))
            .filter(|at| self.gap(*at).has(Gap::DASH))?;
        let names = (first..colon).all(|at| {
            self.reading.items[at].capital || self.is(at, Class::COORDINATOR | Class::PARTICLE)
        });
        names.then_some(first..colon)
    }

    /// `Reed: The harbour leaks.`: a turn of an interview or a debate, or a headline, at the start of
    /// its paragraph. A label that names nobody ("Update:") is none.
    pub(super) fn turn(&self, block: usize) -> Option<Attribution> {
        const LONGEST_NAME: usize = 4;
        let start = self.period.start;
        let at = (start + 1..self.period.end.min(start + LONGEST_NAME + 1))
            .find(|at| self.gap(*at).has(Gap::BREAK))
            .filter(|at| self.gap(*at).has(Gap::COLON))?;
        let label = self.before_hearer(start..at);
        let named = label.clone().all(|word| self.reading.items[word].capital)
            && !self.is_heading(&label)
            && (self.reading.article.blocks[block].kind == BlockKind::Body
                || self.is_somebody(&label));
        (named && !self.is_part(at) && at + 1 < self.period.end).then(|| Attribution {
            source: Some(label),
            content: Some(at..self.reading.block_end(block)),
            // What is said within it does not cut it.
            order: Order::Before,
            ..Attribution::by(at..at)
        })
    }

    /// "REED: The harbour leaks.", "Q: Who says so?": a turn of a transcript, whose label says who
    /// speaks.
    pub(super) fn labelled(&self, block: usize) -> Option<Attribution> {
        let turn = self.reading.turns.by_block.get(&block)?;
        let start = self.period.start;
        let names = |at: &usize| turn.label.covers(self.reading.items[*at].span);
        let label = start..(start..self.period.end).take_while(names).last()? + 1;
        let at = (label.end..self.period.end).find(|at| self.is_part(*at))?;
        Some(Attribution {
            source: Some(label),
            content: Some(at..self.reading.block_end(block)),
            // What is said within it does not cut it.
            order: Order::Before,
            ..Attribution::by(at..at)
        })
    }

    /// A headline's colon or dash: "Reed: the harbour leaks", "The harbour leaks: minister".
    pub(super) fn headline(&self) -> Option<Attribution> {
        const LONGEST_NAME: usize = 4;
        const LONGEST_HEARER: usize = 3;
        let (start, end) = (self.period.start, self.period.end);
        let parts = Gap::COLON | Gap::DASH;
        let at = (start + 1..end).find(|at| self.gap(*at).has(parts))?;
        let one = (at + 1..end).all(|next| !self.gap(next).has(parts));
        let to = self.before_hearer(start..at);
        let (source, content, order) =
            if one && end - at < LONGEST_NAME && at - start > LONGEST_NAME {
                (at..end, start..at, Order::Before)
            } else if to.len() < LONGEST_NAME
                && at - to.end <= LONGEST_HEARER
                && end - at > 2
                && self.gap(at).has(Gap::COLON)
            {
                (to, at..end, Order::After)
            } else {
                return None;
            };
        let speaks = can_be_source(self.reading, source.clone()) && self.is_somebody(&source);
        speaks.then_some(Attribution {
            source: Some(source),
            content: Some(content),
            order,
            ..Attribution::by(at..at)
        })
    }

    /// "Reed to Hill: go": who speaks, without whom to.
    fn before_hearer(&self, label: Range<usize>) -> Range<usize> {
        let to = (label.start + 1..label.end.saturating_sub(1))
            .find(|at| self.word(*at).eq_ignore_ascii_case("to"));
        label.start..to.unwrap_or(label.end)
    }

    /// Whether the words before or behind a colon are somebody, and no heading: a role or a body, or
    /// a name that the text has elsewhere too or that begins as people's do.
    fn is_somebody(&self, label: &Range<usize>) -> bool {
        let last = label.end - 1;
        let bodies = Class::BODY | Class::ROLE | Class::GROUP | Class::DOCUMENT;
        let given = Class::GIVEN | Class::GIVEN_WOMAN | Class::GIVEN_MAN | Class::TITLE;
        !self.is_heading(label)
            && (self.is(last, bodies)
                || label.clone().any(|at| at < last && self.is(at, given))
                || self.reading.is_named(last))
    }

    /// Whether a word before a colon only says what comes: "Exclusive", "Fact".
    fn is_heading(&self, label: &Range<usize>) -> bool {
        let heads = |at: usize| RULES.is_label(self.word(at)) || RULES.is_heading(self.word(at));
        label.clone().any(heads)
    }

    /// "according to S".
    pub(super) fn source_phrase(&self, at: usize) -> Option<Attribution> {
        // Most words open no such phrase; their length tells.
        let length = self.word(at).len();
        let tail = LEXICON
            .source_follows
            .iter()
            .filter(|phrase| phrase[0].len() == length)
            .find(|phrase| {
                phrase
                    .iter()
                    .enumerate()
                    .all(|(place, word)| self.word(at + place).eq_ignore_ascii_case(word))
            })?;
        let cue = at..at + tail.len();
        let source = self.long_phrase_after(cue.end);
        if source.is_empty() {
            return None;
        }
        let leads = at == self.period.start
            || self.is(at - 1, Class::COORDINATOR | Class::SUBORDINATOR)
            || self.word(at - 1) == "that";
        let content = if leads {
            // "According to the Times, which broke the news, C"
            let start = (source.end..self.period.end)
                .filter(|next| self.gap(*next).has(Gap::COMMA | Gap::COLON))
                .find(|next| !self.is(*next, Class::RELATIVE) || self.is(*next, Class::DETERMINER))
                .unwrap_or(source.end);
            start..self.period.end
        } else if self.goes_on(at, source.end) && self.leads_in(at, source.end) {
            // "In one year, according to S, prices doubled."
            self.clause_start(at)..self.clause_end(source.end, Seat::Main)
        } else {
            self.clause_start(at)..at
        };
        Some(Attribution {
            source: Some(source),
            content: (!content.is_empty()).then_some(content),
            order: if leads { Order::After } else { Order::Before },
            ..Attribution::by(cue)
        })
    }
}
