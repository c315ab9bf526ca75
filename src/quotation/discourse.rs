//! Who a source is: pronouns, roles and surnames followed through one article.
//!
//! News keeps one person in view at a time. Going through the article, the *focus* is the person
//! who spoke last or was the subject of the last sentence; "he" is the focus when nothing else in
//! the sentence is, and "the spokeswoman" is whoever the article introduced as one. What two
//! people fit equally stays open, with the nearer one kept as candidate.

use std::ops::Range;

use super::attribution::Attribution;
use super::items::{Gap, Period, Reading};
use super::lexicon::Class;
use super::names::{Gender, Names, role_of};
use super::phrase::subject_of_period;
use super::types::Standing;
use crate::story::Span;
use crate::text::fold;

/// A source as far as its article tells who it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Source {
    /// The words that name it there.
    pub span: Span,
    pub who: Who,
    /// The nearest person who might be meant, where it is open.
    pub candidate: Option<usize>,
}

/// Who a source is, inside one article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Who {
    /// Index into [`Names::people`].
    Person(usize),
    Other {
        name: String,
        standing: Standing,
    },
}

/// How many mentions back a pronoun is looked for.
const FAR_BACK: usize = 64;

/// The discourse of one article, read from its beginning.
pub(super) struct Discourse<'a> {
    reading: &'a Reading<'a>,
    pub names: Names,
    /// The people in view, the latest last.
    focus: Vec<usize>,
    /// The person without a name who spoke last, if no other did since.
    role: Option<String>,
    /// The body or group in view.
    body: Option<(String, Standing)>,
}

impl<'a> Discourse<'a> {
    pub(super) fn of(reading: &'a Reading<'a>) -> Self {
        Discourse {
            reading,
            names: Names::of(reading),
            focus: Vec::new(),
            role: None,
            body: None,
        }
    }

    /// Resolves the sources of a period's attributions, in their order, and moves the focus on.
    pub(super) fn sources(
        &mut self,
        period: &Period,
        found: &[Attribution],
    ) -> Vec<Option<Source>> {
        let subject = subject_of_period(self.reading, &period.items);
        if let Some(subject) = &subject {
            let who = self.who(subject.clone(), period);
            self.attend(&who.0);
        }
        let sources: Vec<Option<Source>> = found
            .iter()
            .map(|one| {
                let items = one.source.clone()?;
                let (who, candidate) = self.who(items.clone(), period);
                if one.speech && !one.shared {
                    self.attend(&who);
                    self.role = self.role_that_speaks(&who, &items);
                }
                Some(Source {
                    span: self.reading.span(items),
                    who,
                    candidate,
                })
            })
            .collect();
        if subject.is_none() && found.is_empty() {
            // A caption or a fragment: whoever it names first is in view.
            if let Some(person) = self
                .names
                .mentions_in(&period.items)
                .first()
                .and_then(|mention| mention.person)
            {
                self.attend(&Who::Person(person));
            }
        }
        sources
    }

    /// The description of one person without a name ("a White House spokesman"), for "he" after it.
    fn role_that_speaks(&self, who: &Who, phrase: &Range<usize>) -> Option<String> {
        match who {
            Who::Other {
                name,
                standing: Standing::Nameless,
            } => phrase
                .clone()
                .any(|at| self.reading.items[at].is(Class::ROLE | Class::HE | Class::SHE))
                .then(|| name.clone()),
            _ => None,
        }
    }

    fn attend(&mut self, who: &Who) {
        match who {
            Who::Person(person) => {
                self.role = None;
                self.focus.retain(|one| one != person);
                self.focus.push(*person);
                const IN_VIEW: usize = 8;
                if self.focus.len() > IN_VIEW {
                    self.focus.remove(0);
                }
            }
            Who::Other { name, standing } if *standing != Standing::Open => {
                self.body = Some((name.clone(), *standing));
            }
            Who::Other { .. } => {}
        }
    }

    /// Who a phrase names, and the candidate where it is open.
    fn who(&mut self, phrase: Range<usize>, period: &Period) -> (Who, Option<usize>) {
        let first = self.reading.items[phrase.start];
        if phrase.len() == 1 || first.is(Class::HE | Class::SHE) {
            if first.is(Class::HE) {
                return self.pronoun(Gender::Man, phrase, period);
            }
            if first.is(Class::SHE) {
                return self.pronoun(Gender::Woman, phrase, period);
            }
            if self.reading.words(phrase.start) == "him"
                || self.reading.words(phrase.start) == "his"
            {
                return self.pronoun(Gender::Man, phrase, period);
            }
            if self.reading.words(phrase.start) == "her" {
                return self.pronoun(Gender::Woman, phrase, period);
            }
            if first.is(Class::IT | Class::THEY) && !first.is(Class::ARTICLE) {
                let kept = self.body.clone().filter(|(_, standing)| {
                    first.is(Class::IT) == (*standing == Standing::Institution)
                        || first.is(Class::THEY)
                });
                return match kept {
                    Some((name, standing))
                        if standing == Standing::Institution && first.is(Class::IT) =>
                    {
                        (Who::Other { name, standing }, None)
                    }
                    _ => (self.open(phrase), None),
                };
            }
            if phrase.len() == 1 && first.is(Class::POSSESSIVE) {
                return (self.open(phrase), None);
            }
            if first.is(Class::SPEAKING | Class::RELATIVE | Class::OBJECT) {
                return (self.open(phrase), self.focus.last().copied());
            }
        }
        if let Some((person, name)) = self.head_name(&phrase) {
            return match person {
                Some(person) => (Who::Person(person), None),
                None => (
                    Who::Other {
                        name,
                        standing: Standing::Person,
                    },
                    None,
                ),
            };
        }
        if let Some(person) = self.named_after(&phrase) {
            return (Who::Person(person), None);
        }
        self.described(phrase)
    }

    /// "a spokesman for the ministry, Tom Hill": the name that stands in apposition to a role.
    fn named_after(&self, phrase: &Range<usize>) -> Option<usize> {
        let next = self.reading.items.get(phrase.end)?;
        let role = phrase
            .clone()
            .any(|at| self.reading.items[at].is(Class::ROLE | Class::TITLE));
        if !role || !next.gap.has(Gap::COMMA) {
            return None;
        }
        let mention = self
            .names
            .mentions_in(&(phrase.end..phrase.end + 1))
            .first()?;
        let after = self.reading.items.get(mention.items.end)?;
        after
            .gap
            .has(Gap::BREAK | Gap::START)
            .then_some(mention.person)?
    }

    fn open(&self, phrase: Range<usize>) -> Who {
        Who::Other {
            name: self.text(phrase),
            standing: Standing::Open,
        }
    }

    /// "he": a subject named earlier in the sentence, else the person in view.
    fn pronoun(
        &mut self,
        gender: Gender,
        phrase: Range<usize>,
        period: &Period,
    ) -> (Who, Option<usize>) {
        // A word that only looks like a name ("Tartus") is nobody.
        let fits = |names: &Names, person: usize| {
            let person = &names.people[person];
            person.gender.agrees(gender) && (person.proved || person.given.is_some())
        };
        let earlier = period.items.start..phrase.start;
        let inside = self
            .names
            .mentions_in(&earlier)
            .iter()
            .rev()
            .find_map(|mention| {
                let person = mention.person?;
                let leads = mention.items.start == period.items.start
                    || self.reading.items[mention.items.start]
                        .gap
                        .has(Gap::COMMA | Gap::STOP)
                    || self.reading.items[mention.items.start - 1].is(Class::TITLE);
                let subject = leads
                    && !self.reading.items[mention.items.end - 1].possessive
                    && !self.after_preposition(mention.items.start);
                (subject && fits(&self.names, person)).then_some(person)
            });
        let in_view = self
            .focus
            .iter()
            .rev()
            .copied()
            .find(|person| fits(&self.names, *person));
        if let (None, Some(role)) = (inside, &self.role) {
            let who = Who::Other {
                name: role.clone(),
                standing: Standing::Nameless,
            };
            return (who, in_view);
        }
        match inside.or(in_view) {
            Some(person) => {
                if self.names.people[person].gender == Gender::Unknown {
                    self.names.people[person].gender = gender;
                }
                (Who::Person(person), None)
            }
            None => {
                let candidate = self
                    .names
                    .mentions_in(&(0..phrase.start))
                    .iter()
                    .rev()
                    .take(FAR_BACK)
                    .filter_map(|mention| mention.person)
                    .find(|person| fits(&self.names, *person));
                match candidate {
                    Some(person) if self.names.people[person].proved => (Who::Person(person), None),
                    _ => (self.open(phrase), candidate),
                }
            }
        }
    }

    fn after_preposition(&self, mut at: usize) -> bool {
        while at > 0 && !self.reading.items[at].gap.has(Gap::BREAK) {
            at -= 1;
            if self.reading.items[at].is(Class::PREPOSITION) {
                return true;
            }
            if !self.reading.items[at].is(Class::TITLE | Class::ARTICLE | Class::NOT_A_NAME) {
                return false;
            }
        }
        false
    }

    /// The name that is the head of a phrase: "Kremlin spokesman Dmitry Peskov", but not the one of
    /// "a spokesman for Mr. Trump" or of "Trump's campaign".
    fn head_name(&self, phrase: &Range<usize>) -> Option<(Option<usize>, String)> {
        for mention in self.names.mentions_in(phrase) {
            if mention.items.end > phrase.end
                || self.reading.items[mention.items.end - 1].possessive
            {
                continue;
            }
            if !self.heads(phrase, mention.items.start) {
                continue;
            }
            // "the Trump campaign", "a Clinton aide": the name only modifies.
            let next = mention.items.end;
            let modifies = next < phrase.end
                && !self.reading.items[next].gap.has(Gap::BREAK)
                && !self.reading.items[next].is(Class::PREPOSITION
                    | Class::RELATIVE
                    | Class::COORDINATOR
                    | Class::AUXILIARY);
            if modifies {
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
            if item.is(Class::PREPOSITION) {
                // "Secretary of State John Kerry"
                return self.reading.words(at) == "of"
                    && name > at + 1
                    && at > phrase.start
                    && self.reading.items[at - 1].is(Class::TITLE)
                    && !self.reading.items[at + 1].is(Class::TITLE);
            }
        }
        true
    }

    /// A source without a person's name: resolved by role, or told as body or nameless.
    fn described(&mut self, phrase: Range<usize>) -> (Who, Option<usize>) {
        let core_end = (phrase.start + 1..phrase.end)
            .find(|at| {
                let item = &self.reading.items[*at];
                item.gap.has(Gap::BREAK)
                    || item.is(Class::RELATIVE)
                    || item.is(Class::PREPOSITION)
                        && !(self.reading.items[*at - 1].capital
                            && matches!(self.reading.words(*at), "of" | "for"))
            })
            .unwrap_or(phrase.end);
        let head = self.reading.items[core_end - 1];
        let definite = matches!(
            fold(self.reading.words(phrase.start)).as_ref(),
            "the" | "this" | "that" | "his" | "her" | "their"
        );
        if head.is(Class::ROLE) && definite && core_end == phrase.end {
            if let Some(person) = self.by_role(core_end - 1) {
                return (Who::Person(person), None);
            }
            return (
                Who::Other {
                    name: self.described_name(phrase.start..core_end),
                    standing: Standing::Open,
                },
                self.focus.last().copied(),
            );
        }
        let standing = if head.is(Class::ROLE | Class::GROUP) && !head.is(Class::BODY) {
            Standing::Nameless
        } else if head.capital || head.is(Class::BODY) {
            Standing::Institution
        } else {
            Standing::Nameless
        };
        let name = self.described_name(phrase.start..core_end);
        (Who::Other { name, standing }, None)
    }

    /// The one person whom the article introduced under this role, the one in view preferred.
    fn by_role(&self, head: usize) -> Option<usize> {
        let role = role_of(&fold(self.reading.words(head)));
        let bears = |person: &usize| self.names.people[*person].roles.contains(&role);
        if let Some(person) = self.focus.last().copied().filter(bears) {
            return Some(person);
        }
        let all: Vec<usize> = (0..self.names.people.len()).filter(bears).collect();
        match all.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The words of a phrase without their article.
    fn described_name(&self, phrase: Range<usize>) -> String {
        let start = if phrase.len() > 1 && self.reading.items[phrase.start].is(Class::ARTICLE) {
            phrase.start + 1
        } else {
            phrase.start
        };
        bare_text(&self.text(start..phrase.end))
    }

    fn text(&self, items: Range<usize>) -> String {
        let span = self.reading.span(items);
        self.reading.article.text[span.start()..span.end()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn bare_text(name: &str) -> String {
    name.trim_end_matches("'s")
        .trim_end_matches("\u{2019}s")
        .to_string()
}
