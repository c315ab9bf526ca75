//! The name that a phrase holds or stands beside: "Kremlin spokesman Dmitry Peskov", "a spokesman, Tom
//! Hill".
//!
//! A name counts only where it is the head: not the owner ("Trump's campaign"), nor whom somebody speaks
//! for, nor what only says which campaign is meant.

use std::ops::Range;

use super::Discourse;
use super::described::bare_text;
use crate::quotation::items::Gap;
use crate::quotation::lexicon::Class;
use crate::quotation::names::{Mention, Person};

impl Discourse<'_> {
    /// A name in apposition: "a spokesman for the ministry, Tom Hill", "Tom Hill, a spokesman who".
    pub(super) fn named_beside(&self, phrase: &Range<usize>) -> Option<usize> {
        let items = &self.reading.items;
        let role = phrase
            .clone()
            .any(|at| items[at].is(Class::ROLE | Class::TITLE));
        let next = items.get(phrase.end);
        // "Berg and her deputy, Tom Hill": two speak.
        let mut core = phrase.start..self.core_end(phrase);
        let several = core.any(|at| items[at].is(Class::COORDINATOR));
        let described = self.is_one_of(phrase) || self.is_fronted(phrase);
        if (role && !self.is_group(phrase) || described)
            && !several
            && let Some(mention) = self.name_behind(phrase)
        {
            return mention.person;
        }
        // What follows a name behind a comma describes it, if a comma or "who" goes on from there;
        // "after talks with Hill, a spokesman said" goes on with the verb.
        let opens = items[phrase.start].gap.has(Gap::COMMA | Gap::DASH)
            && items[phrase.start]
                .is(Class::ARTICLE | Class::POSSESSIVE | Class::ROLE | Class::TITLE)
            && phrase.start > 0;
        let goes_on = items[phrase.end - 1].is(Class::RELATIVE)
            || next.is_some_and(|next| next.gap.has(Gap::COMMA | Gap::DASH | Gap::OPEN));
        if !(role && opens) {
            return None;
        }
        const LONGEST_NAME: usize = 5;
        self.names
            .mentions_in(&(phrase.start.saturating_sub(LONGEST_NAME)..phrase.start))
            .last()
            .filter(|mention| {
                // `"C," Ann Hill, the mayor's aide said`: the name opens its clause.
                let first = mention.items.start;
                let heads = items[first].gap.has(Gap::START)
                    || first > 0 && items[first - 1].part.is_some();
                (goes_on || heads)
                    && mention.items.end == phrase.start
                    && !items[phrase.start - 1].possessive
            })
            .and_then(|mention| mention.person)
    }

    /// "A former Marine in Iraq and Oman, Mr. Hill left": what describes the subject before its comma.
    fn is_fronted(&self, phrase: &Range<usize>) -> bool {
        let first = &self.reading.items[phrase.start];
        first.gap.has(Gap::START) && matches!(self.reading.words(phrase.start), "A" | "An")
    }

    /// "one of the women".
    fn is_one_of(&self, phrase: &Range<usize>) -> bool {
        phrase.len() > 2
            && self.reading.words(phrase.start).eq_ignore_ascii_case("one")
            && self.reading.words(phrase.start + 1) == "of"
    }

    /// The name that stands alone behind a description and its comma: "a spokesman in Oslo, Tom Hill,".
    fn name_behind(&self, phrase: &Range<usize>) -> Option<&Mention> {
        const LONGEST_PLACE: usize = 7;
        let items = &self.reading.items;
        let end = phrase.end;
        let comma = (end..items.len().min(end + LONGEST_PLACE))
            .take_while(|at| !items[*at].gap.has(Gap::START))
            .find(|at| items[*at].gap.has(Gap::BREAK))
            .filter(|at| items[*at].gap.has(Gap::COMMA))?;
        let placed = comma == end || items[end].is(Class::PREPOSITION);
        // "the minister, Agriculture Secretary Tom Hill,"
        let titled = (comma..items.len())
            .take_while(|at| *at == comma || !items[*at].gap.has(Gap::BREAK))
            .take_while(|at| items[*at].capital || items[*at].is(Class::TITLE))
            .count();
        let mentions = self.names.mentions_in(&(comma..comma + titled)).iter();
        let mention = mentions.rev().find(|mention| {
            let person = mention.person.map(|person| &self.names.people[person]);
            person.is_some_and(Person::is_known)
        })?;
        let after = items.get(mention.items.end);
        let closed = after.is_none_or(|after| after.gap.has(Gap::BREAK | Gap::START));
        // In front of its sentence, a description leads to the subject: "A former marine, Hill left".
        let fronted = items[phrase.start].gap.has(Gap::START)
            && after.is_some_and(|after| !after.is(Class::COORDINATOR));
        (placed && (closed || fronted)).then_some(mention)
    }

    /// The name that is the head of a phrase: "Kremlin spokesman Dmitry Peskov", but not the one of
    /// "a spokesman for Mr. Trump" or of "Trump's campaign".
    pub(super) fn head_name(&self, phrase: &Range<usize>) -> Option<(Option<usize>, String)> {
        for mention in self.names.mentions_in(phrase) {
            let owns = self.reading.items[mention.items.end - 1].possessive;
            if mention.items.end > phrase.end || owns && mention.items.end < phrase.end {
                continue;
            }
            if !self.heads(phrase, mention.items.start) || self.names_cause(mention, phrase.end) {
                continue;
            }
            let next = mention.items.end;
            if next < phrase.end && self.modifies(next) {
                continue;
            }
            // "Obama and Putin": two speak, which is nobody's name.
            if next < phrase.end
                && self.reading.items[next].is(Class::COORDINATOR)
                && !self.reading.items[next].gap.has(Gap::BREAK)
            {
                return None;
            }
            let word = bare_text(&self.text(mention.items.clone()));
            return Some((mention.person, word));
        }
        None
    }

    /// "Democracy for America": one word that no title or given name proves a person's, and what it
    /// is for.
    fn names_cause(&self, mention: &Mention, end: usize) -> bool {
        let of = mention.items.end;
        let person = mention.person.map(|person| &self.names.people[person]);
        mention.items.len() == 1
            && !person.is_some_and(Person::is_known)
            && of + 1 < end
            && matches!(self.reading.words(of), "for" | "of")
            && self.reading.items[of + 1].capital
            && !self.reading.items[of].gap.has(Gap::BREAK)
    }

    /// "the Trump campaign", "a Clinton aide": whether a name only modifies the word after it.
    fn modifies(&self, next: usize) -> bool {
        let item = &self.reading.items[next];
        let word = self.reading.words(next);
        if self.is_time_of_day(next) {
            return false;
        }
        let verb = !item.capital
            && !item.gap.has(Gap::JOIN)
            && (item.is(Class::VERB) && !item.is(Class::BODY | Class::ROLE)
                || word.ends_with("ing")
                || word.ends_with("ed"));
        !item.gap.has(Gap::BREAK)
            && !verb
            && !item.is(Class::PREPOSITION
                | Class::RELATIVE
                | Class::COORDINATOR
                | Class::AUXILIARY
                | Class::ARTICLE
                | Class::DETERMINER
                | Class::OBJECT
                | Class::TIME
                | Class::ADVERB)
    }

    /// "late Thursday", "early this month".
    fn is_time_of_day(&self, at: usize) -> bool {
        let time =
            |at: usize| (self.reading.items.get(at)).is_some_and(|item| item.is(Class::TIME));
        matches!(
            self.reading.words(at),
            "late" | "early" | "earlier" | "later"
        ) && (time(at + 1) || time(at + 2))
    }

    /// Whether nothing before `name` inside the phrase governs it.
    fn heads(&self, phrase: &Range<usize>, name: usize) -> bool {
        let mut at = name;
        while at > phrase.start {
            at -= 1;
            let item = &self.reading.items[at];
            if self.reading.items[at + 1].gap.has(Gap::BREAK)
                && !self.reading.items[at + 1].gap.has(Gap::START)
            {
                return false;
            }
            // "officials close to Tom Hill", "the letter to Tom Hill"
            if item.is(Class::COORDINATOR) || self.reading.words(at) == "to" {
                return false;
            }
            if item.is(Class::PREPOSITION) {
                // "Secretary of State John Kerry"
                let of = self.reading.words(at) == "of";
                let of_body = self.reading.words(at) == "for" && self.reading.items[at + 1].capital;
                return (of || of_body)
                    && name > at + 1
                    && at > phrase.start
                    && self.reading.items[at - 1].is(Class::TITLE)
                    && !self.reading.items[at + 1].is(Class::TITLE);
            }
        }
        true
    }
}
