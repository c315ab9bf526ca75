//! What is said: where a content begins and ends, before a cue or after it.

use std::ops::Range;

use super::Finder;
use super::ends::Seat;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, Form, LEXICON, Use};
use crate::quotation::phrase::{PRONOUN, phrase_after};
use crate::quotation::word::is_plain_noun;

impl Finder<'_> {
    /// The content that follows a cue, beginning at `at` or after what stands between.
    pub(super) fn content_after(&self, at: usize, usage: &Use, seat: Seat) -> Option<Range<usize>> {
        let time = self.time_end(at);
        let spoken_of = time.is_some_and(|end| self.is_time_spoken_of(end));
        // "said last week the quay"
        let at = time
            .filter(|end| !spoken_of && !self.gap(*end).has(Gap::BREAK))
            .unwrap_or(at);
        if at >= self.period.end || self.is(at, Class::COORDINATOR) && !self.is_part(at) {
            return None;
        }
        let circumstance = self.is_circumstance(at);
        if circumstance
            && !(usage.clause && (self.has_late_that(at) || self.late_question(at).is_some()))
        {
            return None;
        }
        let paused = self.gap(at).has(Gap::BREAK);
        let adverbial = circumstance
            || self.is(at, Class::PREPOSITION | Class::TIME | Class::ADVERB)
                && !spoken_of
                && !self.is_existential(at)
                && !self.is_about_a_number(at);
        let clause = usage.clause && (!usage.object || self.has_verb(at));
        let infinitive =
            self.word(at) == "to" || self.word(at) == "not" && self.word(at + 1) == "to";
        let start = if infinitive && usage.infinitive && !paused {
            at
        } else if self.tells_somebody(at, usage) {
            self.after_hearer(at, usage)?
        } else if !usage.tail.is_empty() && usage.object {
            return self.object(at);
        } else if self.is_part(at) || self.gap(at).has(Gap::COLON) {
            at
        } else if self.word(at) == "that" && !paused && (usage.clause || usage.hearer) {
            // "say that won't be true": there it is the subject.
            let subject =
                self.is(at + 1, Class::AUXILIARY | Class::MODAL) && !self.is(at + 1, PRONOUN);
            at + usize::from(!subject)
        } else if usage.clause && (paused || adverbial) {
            match self.after_adverbials(at) {
                Some(start) => start,
                None if usage.object && !paused && self.is(at, Class::ADVERB) => {
                    return self.object(at);
                }
                None => return None,
            }
        } else if paused {
            return None;
        } else if infinitive {
            let takes = usage.infinitive || usage.hearer || usage.object && !usage.clause;
            takes.then_some(at)?
        } else if clause || usage.hearer {
            if !usage.hearer && !usage.object && self.says_little(at) {
                return self.seen_as(at);
            }
            at
        } else if self.leads_to_place(at) {
            // There is no object, and nobody says so.
            return None;
        } else if usage.object || usage.infinitive && usage.clause {
            return self.object(at);
        } else {
            return None;
        };
        let content = start..self.clause_end(start, seat);
        (!content.is_empty()).then_some(content)
    }

    /// "attacks in Oslo", "to blame for", but not "support at least half".
    fn leads_to_place(&self, at: usize) -> bool {
        let leads = matches!(
            self.word(at),
            "for" | "in" | "at" | "near" | "during" | "across"
        );
        leads && self.word(at + 1) != "least"
    }

    /// "last week", "late Monday night": the end of a time of several words that begins at `at`.
    fn time_end(&self, at: usize) -> Option<usize> {
        let opens = |at: usize| {
            matches!(
                self.word(at),
                "last" | "this" | "next" | "late" | "early" | "earlier" | "later"
            )
        };
        let first = (at..self.period.end).find(|next| !opens(*next))?;
        let end = (first..self.period.end)
            .find(|next| !self.is(*next, Class::TIME) || self.gap(*next).has(Gap::BREAK))?;
        (first > at && end > first && !self.gap(at).has(Gap::BREAK)).then_some(end)
    }

    /// "last week was wet", "this week's vote": a time that is a subject or owns one.
    fn is_time_spoken_of(&self, end: usize) -> bool {
        self.is(end, Class::AUXILIARY | Class::MODAL | Class::VERB)
            || self.reading.items[end - 1].possessive
    }

    /// "saw him as a friend", "found Reed with a lead": an object, and what it is taken for.
    fn seen_as(&self, at: usize) -> Option<Range<usize>> {
        let object = self.object(at)?;
        let link = (at + 1..object.end).find(|next| matches!(self.word(*next), "as" | "with"))?;
        (link + 1 < object.end && !self.is(at, Class::PREPOSITION | Class::ADVERB))
            .then_some(object)
    }

    /// "said little", "find a sponsor": without a verb it is no clause, and tells nothing.
    fn says_little(&self, at: usize) -> bool {
        let end = (at + 1..self.period.end)
            .find(|next| self.gap(*next).has(Gap::SEMICOLON | Gap::COLON))
            .unwrap_or(self.period.end);
        if self.is(at, PRONOUN)
            || self.any_verb(at..end)
            || (at..end).any(|next| self.is_part(next))
        {
            return false;
        }
        // No verb that is known; a subject with a number and three more words is a clause all the same.
        let breaks = (at + 1..end)
            .find(|next| self.gap(*next).has(Gap::BREAK))
            .unwrap_or(end);
        let first = self.is(
            at,
            Class::DETERMINER | Class::NEGATOR | Class::ADVERB | Class::OBJECT | Class::TIME,
        ) || matches!(
            self.word(at),
            "little" | "much" | "nothing" | "something" | "anything" | "a" | "what"
        );
        first || breaks < at + 4 || !(at + 1..breaks).any(|next| self.may_be_a_verb(next))
    }

    /// A word in "-s" or "-ed" of which nothing is known, between two others of its clause.
    fn may_be_a_verb(&self, at: usize) -> bool {
        let item = &self.reading.items[at];
        let word = self.word(at);
        item.is_unlisted()
            && !item.capital
            && !item.possessive
            && !self.gap(at).has(Gap::BREAK)
            && word.len() > 3
            && !self.is(
                at - 1,
                Class::ARTICLE | Class::PREPOSITION | Class::POSSESSIVE | Class::COORDINATOR,
            )
            && (self.is(at + 1, Class::ARTICLE | Class::POSSESSIVE | Class::OBJECT)
                || (word.ends_with('s') && !word.ends_with("ss") || word.ends_with("ed"))
                    && self.is(at + 1, Class::DETERMINER | Class::PREPOSITION))
    }

    /// "about half of the rise came from": how many, not of what.
    fn is_about_a_number(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.is(at + 1, Class::ARTICLE));
        matches!(
            self.word(at),
            "about" | "around" | "over" | "under" | "nearly" | "almost" | "more" | "up"
        ) && (self.is(next, Class::SHARE)
            || self.word(next).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// "there are good reasons": no place, but the clause's stand-in for a subject.
    fn is_existential(&self, at: usize) -> bool {
        self.word(at) == "there" && self.is(at + 1, Class::AUXILIARY | Class::MODAL | Class::VERB)
    }

    /// "said after the meeting that C".
    fn has_late_that(&self, at: usize) -> bool {
        const LONGEST: usize = 14;
        (at + 2..self.period.end.min(at + LONGEST))
            .take_while(|next| !self.gap(*next).has(Gap::BREAK))
            .any(|next| self.word(next) == "that" && !self.is(next + 1, Class::AUXILIARY))
    }

    /// "wondered, as others did, why C": a question behind an aside.
    fn late_question(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        (at + 1..self.period.end.min(at + LONGEST)).find(|next| {
            self.gap(*next).has(Gap::COMMA) && matches!(self.word(*next), "why" | "whether" | "how")
        })
    }

    /// "as he arrived", "after the talks": when it was said, not what.
    fn is_circumstance(&self, at: usize) -> bool {
        let amount = self.word(at) == "as" && matches!(self.word(at + 1), "many" | "much" | "few");
        !amount
            && matches!(
                self.word(at),
                "as" | "while"
                    | "when"
                    | "after"
                    | "before"
                    | "since"
                    | "until"
                    | "once"
                    | "during"
            )
    }

    /// Whether the one who is told stands before the content.
    pub(super) fn tells_somebody(&self, at: usize, usage: &Use) -> bool {
        match (usage.hearer, usage.clause) {
            (true, false) => true,
            (true, true) => self.starts_hearer(at),
            (false, true) => self.word(at) == "to" && !usage.infinitive,
            (false, false) => false,
        }
    }

    /// "told residents the quay would hold", "told The Herald the judge slept": the clause that begins
    /// with an article right behind whoever is told.
    fn clause_behind_hearer(&self, at: usize) -> Option<usize> {
        const LONGEST_NAME: usize = 5;
        let first = at + usize::from(self.is(at, Class::ARTICLE));
        let named =
            self.is_capital(first) || self.is(first, Class::GROUP | Class::ROLE | Class::BODY);
        let clause = (first + 1..self.period.end.min(first + LONGEST_NAME))
            .take_while(|next| !self.gap(*next).has(Gap::BREAK) && !self.is_part(*next))
            .find(|next| !self.is_capital(*next))?;
        let opens = self.is(clause, Class::ARTICLE | Class::POSSESSIVE)
            && !self.is(clause, Class::OBJECT)
            && !self.gap(clause).has(Gap::BREAK);
        (named && opens && self.has_verb(clause + 1)).then_some(clause)
    }

    /// Whether the next few words hold a finite verb, so that they are a clause and no object.
    pub(super) fn has_verb(&self, at: usize) -> bool {
        (at..self.period.end.min(at + 14))
            .take_while(|next| {
                *next == at || !self.gap(*next).has(Gap::SEMICOLON | Gap::COLON | Gap::DASH)
            })
            .any(|next| {
                self.is(next, Class::AUXILIARY | Class::MODAL | Class::VERB)
                    || !(next > at && self.is(next - 1, Class::COORDINATOR))
                        && self.reading.items[next].cue.is_some_and(|cue| {
                            LEXICON.cues[usize::from(cue)].form == Form::Past && next > at
                        })
            })
    }

    pub(super) fn starts_hearer(&self, at: usize) -> bool {
        self.is(at, Class::OBJECT | Class::GROUP) && self.has_that_soon(at)
    }

    pub(super) fn has_that_soon(&self, at: usize) -> bool {
        (at..self.period.end.min(at + 8))
            .any(|next| matches!(self.word(next), "that" | "to") || self.is_part(next))
    }

    /// Past the one who is told: "reporters", "him", "the council on Monday that".
    pub(super) fn after_hearer(&self, at: usize, usage: &Use) -> Option<usize> {
        const LONGEST_HEARER: usize = 16;
        let at = at + usize::from(self.word(at) == "to");
        let limit = self.period.end.min(at + LONGEST_HEARER);
        // "told the paper he would go": the clause follows without "that".
        // "told her audience": whose audience, not who is told.
        let owner = self.is(at, Class::POSSESSIVE)
            && at + 1 < self.period.end
            && !self.gap(at + 1).has(Gap::BREAK)
            && is_plain_noun(self.reading, at + 1);
        let person = if self.is(at, Class::OBJECT) && !owner {
            at..at + 1
        } else {
            phrase_after(self.reading, at, self.period.end)
        };
        if usage.hearer
            && let Some(clause) = self.clause_behind_hearer(at)
        {
            return Some(clause);
        }
        let clause = person.end;
        if !person.is_empty()
            && !self.gap(clause).has(Gap::BREAK)
            && self.is(clause, PRONOUN)
            && self.has_verb(clause)
        {
            return Some(clause);
        }
        for next in at..limit {
            if self.is_part(next) {
                return Some(next);
            }
            if self.gap(next).has(Gap::COLON | Gap::SEMICOLON) && next > at {
                return self.gap(next).has(Gap::COLON).then_some(next);
            }
            match self.word(next) {
                "that" if next > at => return Some(next + 1),
                "to" if next > at => return Some(next),
                "whether" | "if" | "how" | "why" | "what" if next >= at => return Some(next),
                _ => {}
            }
            if (self.gap(next).has(Gap::COMMA) || self.is_circumstance(next)) && next > at {
                break;
            }
        }
        if !usage.hearer {
            // "went on to win the seat", "adds to his wins": nobody is told.
            return None;
        }
        let next = person.end;
        let when = self.is(next, Class::TIME)
            || self.is(next, Class::DETERMINER) && self.is(next + 1, Class::TIME);
        (!when
            && !self.is_circumstance(next)
            && next < self.period.end
            && !self.gap(next).has(Gap::BREAK)
            && (!self.is(next, Class::PREPOSITION) || self.is(next, Class::POSSESSIVE)))
        .then_some(next)
    }

    /// "said on Monday that", "said, in a statement, "…": where the content begins after what tells
    /// when and where it was said.
    pub(super) fn after_adverbials(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 24;
        for next in at..self.period.end.min(at + LONGEST) {
            if self.is_part(next) {
                return Some(next);
            }
            if self.gap(next).has(Gap::SEMICOLON) {
                return None;
            }
            if self.gap(next).has(Gap::COLON) {
                return Some(next);
            }
            if self.word(next) == "that" && !self.is(next + 1, Class::AUXILIARY) {
                return Some(next + 1);
            }
            if next > at && self.reading.items[next].cue.is_some() && self.gap(next).has(Gap::COMMA)
            {
                return None;
            }
        }
        if let Some(question) = self.late_question(at) {
            return Some(question);
        }
        // "said Monday Washington was …", "said on Monday it would": a clause after a time.
        let time = (at..self.period.end.min(at + 3)).find(|next| self.is(*next, Class::TIME))?;
        let next = time + 1;
        (next < self.period.end
            && !self.gap(next).has(Gap::BREAK)
            && !self.is(next, Class::PREPOSITION | Class::SUBORDINATOR)
            && self.has_verb(next))
        .then_some(next)
    }
}
