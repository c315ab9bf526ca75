//! Who a source is: pronouns, roles and surnames followed through one article.
//!
//! News keeps one person in view at a time. Going through the article, the *focus* is the person
//! who spoke last or was the subject of the last sentence; "he" is the focus when nothing else in
//! the sentence is, and "the spokeswoman" is whoever the article introduced as one. What two
//! people fit equally stays open, with the nearer one kept as candidate.

mod described;
mod pronoun;

use std::ops::Range;

use super::attribution::Attribution;
use super::items::{Period, Reading};
use super::lexicon::Class;
use super::names::{Gender, Names};
use super::subject::subject_of_period;
use super::types::Standing;
use crate::story::Span;

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

    fn open(&self, phrase: Range<usize>) -> Who {
        Who::Other {
            name: self.text(phrase),
            standing: Standing::Open,
        }
    }

    fn text(&self, items: Range<usize>) -> String {
        let span = self.reading.span(items);
        self.reading.article.text[span.start()..span.end()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}
