//! Cue verbs that look like nouns or adjectives: "the report", "an alleged attack", "his calls".
//!
//! What stands before the word tells which it is: an article, an owner or a preposition makes a
//! noun of it, a subject makes a verb.

use super::Finder;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::{Class, Form};
use crate::quotation::phrase::PRONOUN;

impl Finder<'_> {
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

    /// "supporters of the law hope this", "the members plan to": what only a verb takes after it.
    fn opens_complement(&self, at: usize) -> bool {
        !self.gap(at).has(Gap::BREAK)
            && (self.word(at) == "to" && self.word(at - 2).ends_with('s')
                || self.is(at, PRONOUN) && !self.is(at, Class::SPEAKING)
                || self.is(at, Class::ARTICLE | Class::DETERMINER))
    }
}
