//! Where a content ends.
//!
//! A sentence often goes on after what was said: its subject gets its verb ("those who said C were
//! late"), its main clause comes ("when S said C, the hall fell silent"), or the outlet goes on in
//! its own words ("S said C, throwing the party into doubt"). Without a parser this is told by
//! where the attribution stands in its sentence (its [`Seat`]) and by the words that follow a
//! comma or a verb that has no subject of its own. The marks and words that end a content are those after which
//! annotated news ends it more often than not; what mostly goes on (", and", ", because") does.

use std::ops::Range;

use super::Finder;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, Form, LEXICON};
use crate::quotation::phrase::PRONOUN;
use crate::quotation::word::is_plain_noun;

/// Where an attribution stands in its sentence, and so what may follow its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Seat {
    /// It is the sentence's own clause.
    Main,
    /// It stands inside a noun phrase: "those who said C", "his claim that C".
    Embedded,
    /// It leads in: "when S said C, …".
    Fronted,
}

impl Finder<'_> {
    /// The seat of the attribution with this source.
    pub(super) fn seat(&self, source: &Range<usize>, cue: usize) -> Seat {
        let head = source.start.min(cue);
        let last = source.end - 1;
        if self.is(last, Class::RELATIVE) || self.word(last) == "that" || self.has_gap(source.start)
        {
            return Seat::Embedded;
        }
        let low = self.period.start;
        let clause = (low + 1..=head)
            .rev()
            .find(|at| self.gap(*at).has(Gap::BREAK))
            .unwrap_or(low);
        let first = clause + usize::from(self.is(clause, Class::COORDINATOR));
        let leads = self.is(first, Class::SUBORDINATOR) && first < head
            || first == cue && self.word(cue).ends_with("ing");
        // "…, and while S said C, it was late": so does a clause that "and" opens.
        if leads && (clause == low || first > clause) {
            Seat::Fronted
        } else {
            Seat::Main
        }
    }

    /// "the seat she wants", "what he calls": whether a clause that begins at `at` belongs to the
    /// noun right before it.
    pub(super) fn has_gap(&self, at: usize) -> bool {
        if at <= self.period.start || self.gap(at).has(Gap::BREAK) || self.is_part(at - 1) {
            return false;
        }
        if matches!(self.word(at - 1), "what" | "What" | "which" | "whom") {
            return true;
        }
        let before = &self.reading.items[at - 1];
        is_plain_noun(self.reading, at - 1)
            && !before.capital
            && (self.is(at, PRONOUN) || self.reading.items[at].capital)
    }

    /// The end of the content that begins at `start`, for an attribution with this seat.
    pub(super) fn clause_end(&self, start: usize, seat: Seat) -> usize {
        let mut subject = self.word(start) != "to";
        let mut in_group = false;
        for next in start + 1..self.period.end {
            let gap = self.gap(next);
            // "… is "over", rather than …" goes on; "… is "over." The rest does not.
            if gap.has(Gap::SEMICOLON) || gap.has(Gap::STOP) && self.is_part(next - 1) {
                return next;
            }
            if self.word(start) == "to" && self.resumes_at(next) {
                return next;
            }
            if gap.has(Gap::COMMA) && self.ends_at_comma(start, next, seat) {
                return next;
            }
            if gap.has(Gap::DASH) && next > start + 3 && self.remarks_at(next) {
                return next;
            }
            if seat == Seat::Embedded {
                let verb = self.is(next, Class::VERB) && !self.is(next, Class::PREPOSITION);
                let finite = (verb && self.word(next - 1) != "to" || self.has_tense(next))
                    && !gap.has(Gap::BREAK);
                if finite && !in_group {
                    if !subject {
                        return next;
                    }
                    subject = false;
                }
                in_group = finite
                    || in_group && self.is(next, Class::ADVERB | Class::NEGATOR | Class::AUXILIARY);
                if !finite
                    && (self.is(
                        next,
                        PRONOUN | Class::RELATIVE | Class::SUBORDINATOR | Class::COORDINATOR,
                    ) || self.word(next) == "that"
                        || self.is_part(next)
                        || gap.has(Gap::BREAK))
                {
                    subject = true;
                }
            }
        }
        self.period.end.max(start)
    }

    /// "… – a claim that", "… – though it did not", "… – he has not": what the outlet adds behind a
    /// dash in its own words.
    fn remarks_at(&self, at: usize) -> bool {
        self.is(at, Class::ARTICLE | PRONOUN)
            || matches!(self.word(at), "though" | "although" | "something" | "there")
    }

    /// "vowed to go and has gone", "plans to go but did not say when": "and" before a verb with a
    /// tense goes on with the verb that took the infinitive.
    fn resumes_at(&self, at: usize) -> bool {
        if !self.is(at, Class::COORDINATOR) {
            return false;
        }
        let verb = self.after_adverbs(at);
        let past = self.word(verb).ends_with("ed")
            && self.is(
                verb + 1,
                Class::ARTICLE | Class::POSSESSIVE | Class::OBJECT | Class::DETERMINER,
            );
        self.is(verb, Class::AUXILIARY | Class::MODAL) || past
    }

    /// Whether the comma before `at` ends a content.
    fn ends_at_comma(&self, start: usize, at: usize, seat: Seat) -> bool {
        match seat {
            Seat::Embedded if self.is_finite_at(self.after_adverbs(at)) => return true,
            Seat::Fronted if self.is_clause(at) => return true,
            _ => {}
        }
        let word = self.word(at);
        if self.is_part(at) || at < start + 3 {
            return false;
        }
        if matches!(word, "while" | "whereas") {
            return true;
        }
        if word == "but" {
            // "but that C", "but for others": what was said goes on.
            let same = self.is(at + 1, Class::RELATIVE | Class::PREPOSITION)
                || self.word(at + 1).ends_with("ing");
            return !same
                && !matches!(self.word(at + 1), "not" | "also" | "rather" | "that" | "to");
        }
        let participle = word.ends_with("ing")
            && word.len() > 5
            && !self.is(at, Class::PREPOSITION)
            && !self.reading.items[at].capital
            && !(start..at).any(|before| {
                self.gap(before).has(Gap::COMMA) && self.word(before).ends_with("ing")
            });
        let appended = matches!(word, "a" | "an") && self.any_verb(start..at);
        if participle || appended || word == "which" {
            return !self.is_aside(at);
        }
        false
    }

    /// Whether what opens with the comma before `at` is closed by another, behind which the clause
    /// goes on.
    fn is_aside(&self, at: usize) -> bool {
        let close = (at + 1..self.period.end).find(|next| self.gap(*next).has(Gap::COMMA));
        close.is_some_and(|close| self.is_finite_at(self.after_adverbs(close)))
    }

    fn after_adverbs(&self, mut at: usize) -> usize {
        while self.is(at, Class::ADVERB | Class::COORDINATOR) {
            at += 1;
        }
        at
    }

    /// An auxiliary or a modal of its own clause: not "to have", "having", "be".
    pub(super) fn has_tense(&self, at: usize) -> bool {
        self.is(at, Class::AUXILIARY | Class::MODAL)
            && !matches!(self.word(at), "be" | "been" | "being" | "having")
            && (at == 0 || self.word(at - 1) != "to")
    }

    /// A verb that has its own tense, as far as the word tells.
    fn is_finite_at(&self, at: usize) -> bool {
        if !self.period.contains(&at) {
            return false;
        }
        let item = &self.reading.items[at];
        if item.is(Class::SAYING | Class::ROLE | Class::BODY) || item.capital {
            return false;
        }
        item.is(Class::AUXILIARY | Class::MODAL | Class::VERB)
            || item.cue.is_some_and(|cue| {
                matches!(
                    LEXICON.cues[usize::from(cue)].form,
                    Form::Past | Form::Third
                )
            })
    }

    /// Whether the stretch from `at` to the next break has a subject and a verb.
    fn is_clause(&self, at: usize) -> bool {
        if self.is(
            at,
            Class::COORDINATOR | Class::RELATIVE | Class::SUBORDINATOR,
        ) || self.is_part(at)
            || self.word(at).ends_with("ing")
        {
            return false;
        }
        let end = (at + 1..self.period.end)
            .find(|next| self.gap(*next).has(Gap::BREAK))
            .unwrap_or(self.period.end);
        if self.is(at, Class::PREPOSITION) && !self.is(at, Class::DETERMINER) {
            // "…, at the talks she said": a phrase, then a subject.
            return (at + 2..end).any(|next| self.is(next, PRONOUN) && self.is_finite_at(next + 1));
        }
        // "…, it's unlikely": both in one word.
        self.is(at, PRONOUN) && self.is(at, Class::AUXILIARY | Class::MODAL)
            || (at + 1..end).any(|next| self.is_finite_at(next) || self.word(next).ends_with("ed"))
    }

    /// The end of a noun's complement: its clause's verb or a mark. A relative's own clause belongs
    /// to it: "his backing for a regime that has fallen".
    pub(super) fn end_before_verb(&self, start: usize) -> usize {
        const VERB: Class = Class::AUXILIARY.or(Class::MODAL).or(Class::VERB);
        for at in start + 1..self.period.end {
            let verb = self.is(at, VERB) && self.word(at - 1) != "to";
            if self.gap(at).has(Gap::BREAK) || self.is_part(at) || verb {
                return at;
            }
            if self.is(at, Class::RELATIVE) || self.word(at) == "that" {
                return self.clause_end(at, Seat::Embedded);
            }
        }
        self.period.end
    }
}
