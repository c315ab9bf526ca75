//! Cue verbs that report nothing where they stand: nouns and adjectives ("the report", "an alleged attack",
//! "his calls"), names ("a site called Harbour News"), sides ("people opposed to it"), deeds ("goes on
//! recess").
//!
//! What stands before the word tells which it is: an article, an owner or a preposition makes a
//! noun of it, a subject makes a verb.

use std::ops::Range;

use super::Finder;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, Form, Use};
use crate::quotation::phrase::PRONOUN;
use crate::quotation::word::{is_name_like, is_plain_noun};

impl Finder<'_> {
    /// "people opposed to the plan say": which people, not what they do.
    pub(super) fn describes_side(&self, at: usize) -> bool {
        self.word(at) == "opposed"
            && self.word(at + 1) == "to"
            && at > self.period.start
            && is_plain_noun(self.reading, at - 1)
    }

    /// "a site called Harbour News" bears a name, nobody calls it so; "the ad called Hill a “liar”" does.
    pub(super) fn bears_name(&self, at: usize) -> bool {
        let named = |at: usize| self.is_capital(at) && self.reading.items[at].part.is_none();
        if self.word(at) != "called" || at == self.period.start || !named(at + 1) {
            return false;
        }
        let behind = (at + 1..self.period.end)
            .find(|next| !named(*next) || *next > at + 1 && self.gap(*next).has(Gap::BREAK));
        let complement = behind
            .is_some_and(|next| !self.gap(next).has(Gap::BREAK) && self.is(next, Class::ARTICLE));
        let calls = self.is(
            at - 1,
            PRONOUN | Class::AUXILIARY | Class::GROUP | Class::ADVERB | Class::ROLE,
        );
        !complement && !calls && !self.reading.items[at - 1].capital
    }

    /// "goes on recess" is a deed.
    pub(super) fn goes_on_something(&self, at: usize, cue: &Range<usize>, usage: &Use) -> bool {
        matches!(self.word(at), "go" | "goes" | "went")
            && usage.tail.first().is_some_and(|tail| &**tail == "on")
            && cue.end < self.reading.items.len()
            && !self.reading.items[cue.end].gap.has(Gap::BREAK)
            && is_plain_noun(self.reading, cue.end)
    }

    /// A form that is more often a noun or an adjective: "the report", "an alleged attack", "his calls".
    pub(super) fn is_noun_here(&self, at: usize, form: Form) -> bool {
        // "advocates a tax": no noun of several stands right before an article.
        let takes = self.is(at + 1, Class::ARTICLE) && !self.gap(at + 1).has(Gap::BREAK);
        if self.is(at, Class::GROUP)
            && self.word(at + 1) != "that"
            && !self.is_part(at + 1)
            && !takes
        {
            return true;
        }
        if self.is_subject_noun(at, form) {
            return true;
        }
        if at == self.period.start {
            return form != Form::Gerund && form != Form::Past;
        }
        if self.gap(at).has(Gap::JOIN)
            || self.gap(at + 1).has(Gap::JOIN) && at + 1 < self.period.end
        {
            return true;
        }
        if self.gap(at).has(Gap::BREAK) {
            return false;
        }
        let before = &self.reading.items[at - 1];
        let noun_before =
            before.is(Class::ARTICLE | Class::POSSESSIVE | Class::PREPOSITION) || before.possessive;
        match form {
            Form::Past => {
                // "on already agreed points"
                let qualified = before.is(Class::ADVERB)
                    && at >= self.period.start + 2
                    && !self.gap(at - 1).has(Gap::BREAK)
                    && self.is(
                        at - 2,
                        Class::ARTICLE | Class::PREPOSITION | Class::POSSESSIVE,
                    )
                    && !self.is(at - 2, Class::OBJECT);
                qualified
                    || before.is(Class::ARTICLE | Class::POSSESSIVE | Class::PREPOSITION)
                        && !self.is(at - 1, Class::OBJECT)
                    || before.possessive
                    || before.is(Class::DETERMINER)
                        && !before.is(Class::GROUP | PRONOUN | Class::ADVERB)
                        && matches!(
                            self.word(at - 1),
                            "more" | "most" | "several" | "few" | "such" | "other"
                        )
            }
            Form::Gerund => before.is(Class::ARTICLE) || before.possessive,
            Form::Base => {
                noun_before
                    || before.is(Class::DETERMINER) && !before.is(Class::GROUP | Class::SHARE)
                    || (self.is(at, Class::SAYING | Class::BODY | Class::ROLE | Class::GROUP)
                        && !self.opens_complement(at + 1)
                        && !before.is(PRONOUN
                            | Class::MODAL
                            | Class::AUXILIARY
                            | Class::GROUP
                            | Class::RELATIVE
                            | Class::ADVERB)
                        && self.word(at - 1) != "to")
            }
            Form::Third => {
                noun_before
                    || before.is(Class::DETERMINER)
                        && !before.is(Class::IT)
                        && self.is(at, Class::SAYING)
                    || self.is(at, Class::SAYING | Class::GROUP)
                        && !before.capital
                        && !before.is(PRONOUN
                            | Class::ROLE
                            | Class::BODY
                            | Class::RELATIVE
                            | Class::ADVERB)
            }
        }
    }

    /// "the top posts are full": what an auxiliary follows is its subject, not a verb. "What critics say
    /// was his best speech" is theirs.
    fn is_subject_noun(&self, at: usize, form: Form) -> bool {
        const LONGEST_SUBJECT: usize = 6;
        const SUBJECT: Class = PRONOUN.or(Class::RELATIVE);
        let low = self.period.start.max(at.saturating_sub(LONGEST_SUBJECT));
        let related = || {
            (low..at).rev().any(|before| {
                self.is(before, Class::RELATIVE)
                    || matches!(self.word(before), "What" | "what" | "that")
            })
        };
        matches!(form, Form::Third | Form::Base)
            && at > self.period.start
            && !self.gap(at + 1).has(Gap::BREAK)
            && self.is(at + 1, Class::AUXILIARY | Class::MODAL)
            && !self.is(at - 1, SUBJECT)
            && !is_name_like(&self.reading.items[at - 1])
            && self.word(at - 1) != "to"
            && !related()
    }

    /// "supporters of the law hope this", "the members plan to": what only a verb takes after it.
    fn opens_complement(&self, at: usize) -> bool {
        !self.gap(at).has(Gap::BREAK)
            && (self.word(at) == "to" && self.word(at - 2).ends_with('s')
                || self.is(at, PRONOUN) && !self.is(at, Class::SPEAKING)
                || self.is(at, Class::ARTICLE | Class::DETERMINER))
    }
}
