//! Nouns that carry a content: "S's claim that C", "his call to C", "S made a promise to C".
//!
//! The noun belongs to whoever owns it, or whom it comes from ("warnings from S that C"). Without an owner it belongs to the subject of a verb that
//! only carries it ("issued a call for"); without that either, to nobody who is named.

use std::ops::Range;

use super::ends::Seat;
use super::{Attribution, Finder};
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, LEXICON};
use crate::quotation::phrase::{can_be_source, phrase_after, phrase_start};
use crate::quotation::subject::{Subject, subject_before};
use crate::quotation::types::Attitude;
use crate::text::fold;

impl Finder<'_> {
    /// A noun of saying with what it says.
    pub(super) fn noun(&self, at: usize) -> Option<Attribution> {
        let items = &self.reading.items;
        let noun = self.is(at, Class::SAYING) || items[at].cue.is_some();
        if noun && let Some(found) = self.noun_from(at) {
            return Some(found);
        }
        if !noun || items[at].capital || at == self.period.start {
            return None;
        }
        let attitude = *LEXICON.nouns.get(self.word(at))?;
        let link = self.word(at + 1);
        if self.gap(at + 1).has(Gap::BREAK) {
            return None;
        }
        let source = self.owner(at).or_else(|| self.bearer(at));
        let thing = attitude == Attitude::Neutral
            && (matches!(link, "of" | "for") || link == "on" && source.is_none())
            // "the support of the board" is the board's.
            || link == "of" && !self.is(at, Class::SAYING);
        match link {
            // "his view of the bay", "a plan for the yard": a thing, not what is said of it.
            _ if thing => return None,
            "that" | "to" | "of" | "for" | "on" | "about" => {}
            "against" | "over" | "with" if source.is_some() => {}
            _ => return None,
        }
        let Some(source) = source else {
            return matches!(link, "that" | "about")
                .then(|| self.unowned_noun(at, attitude))
                .flatten();
        };
        let content = at + 1 + usize::from(link != "to");
        let end = if link == "that" || link == "to" {
            self.clause_end(content, Seat::Embedded)
        } else {
            self.end_before_verb(content)
        };
        Some(Attribution {
            attitude,
            speech: false,
            source: Some(source),
            content: (content < end).then_some(content..end),
            ..Attribution::by(at..at + 1)
        })
    }

    /// "warnings from S that C", "the claim by S that C".
    fn noun_from(&self, at: usize) -> Option<Attribution> {
        let opens = at == self.period.start;
        if !matches!(self.word(at + 1), "from" | "by")
            || self.gap(at + 1).has(Gap::BREAK)
            || self.is_capital(at) && !opens
        {
            return None;
        }
        let attitude = *LEXICON.nouns.get(&*fold(self.word(at)))?;
        let source = phrase_after(self.reading, at + 2, self.period.end);
        let that = source.end;
        if source.is_empty()
            || self.word(that) != "that"
            || self.gap(that).has(Gap::BREAK)
            || !can_be_source(self.reading, source.clone())
        {
            return None;
        }
        let content = that + 1..self.claim_end(that + 1);
        (content.len() > 1).then(|| Attribution {
            attitude,
            speech: false,
            source: Some(source),
            content: Some(content),
            ..Attribution::by(at..at + 1)
        })
    }

    /// Whose noun it is: "Reed's long-held", "his".
    fn owner(&self, at: usize) -> Option<Range<usize>> {
        const FARTHEST: usize = 4;
        let items = &self.reading.items;
        let owns = |at: usize| items[at].possessive || self.is(at, Class::POSSESSIVE);
        let mut owner = at;
        while owner > self.period.start
            && at - owner < FARTHEST
            && !self.gap(owner).has(Gap::BREAK)
            && !owns(owner)
        {
            owner -= 1;
        }
        if owner == at || !owns(owner) {
            return None;
        }
        let start = if items[owner].possessive {
            self.owner_start(owner)
        } else {
            owner
        };
        Some(start..owner + 1)
    }

    /// "the head of the agency's", but of "in protest of Mr. Reed's" only the last: only behind somebody
    /// does a preposition part no owner.
    fn owner_start(&self, owner: usize) -> usize {
        const SOMEBODY: Class = Class::ROLE
            .or(Class::TITLE)
            .or(Class::GROUP)
            .or(Class::BODY);
        let start = phrase_start(self.reading, self.period.start, owner + 1).min(owner);
        let parts = |at: &usize| {
            self.is(*at, Class::PREPOSITION)
                && !(matches!(self.word(*at), "of" | "for") && self.is(*at - 1, SOMEBODY))
        };
        (start + 1..owner)
            .rev()
            .find(parts)
            .map_or(start, |last| last + 1)
    }

    /// "S made a passionate call for C", "S has no plans to C": whoever does what the verb carries.
    fn bearer(&self, at: usize) -> Option<Range<usize>> {
        const FARTHEST: usize = 5;
        let verb = (self.period.start..at)
            .rev()
            .take(FARTHEST)
            .take_while(|verb| !self.gap(verb + 1).has(Gap::BREAK) && !self.is_part(*verb))
            .find(|verb| self.is(*verb, Class::LIGHT))?;
        let between = verb + 1..at;
        let carried = between.clone().all(|at| {
            let other = Class::PREPOSITION | Class::AUXILIARY | Class::COORDINATOR | Class::VERB;
            !self.is(at, other) && self.word(at) != "to"
        });
        if !carried {
            return None;
        }
        match subject_before(self.reading, self.period.start, verb)? {
            Subject::Phrase(subject) if can_be_source(self.reading, subject.clone()) => {
                Some(subject)
            }
            _ => None,
        }
    }

    /// "the claim that C": nobody is named.
    fn unowned_noun(&self, at: usize, attitude: Attitude) -> Option<Attribution> {
        let start = at + 2;
        let end = self.claim_end(start);
        (start + 1 < end && !self.is(start, Class::AUXILIARY | Class::MODAL | Class::VERB)).then(
            || Attribution {
                attitude,
                speech: false,
                content: Some(start..end),
                ..Attribution::by(at..at + 1)
            },
        )
    }

    /// Where the clause behind a noun's "that" ends. "Despite a hope that it would hold, the council
    /// said": what opens the sentence ends before it.
    fn claim_end(&self, start: usize) -> usize {
        let end = self.clause_end(start, Seat::Embedded);
        let fronted = self.is(self.period.start, Class::PREPOSITION | Class::SUBORDINATOR);
        let comma = (start + 1..end).find(|next| self.gap(*next).has(Gap::COMMA));
        comma.filter(|_| fronted).unwrap_or(end)
    }
}
