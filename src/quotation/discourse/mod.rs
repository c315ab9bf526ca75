//! Who a source is: pronouns, roles and surnames followed through one article.
//!
//! News keeps one person in view at a time. Going through the article, the *focus* is the person
//! who spoke last or was the subject of the last sentence; "he" is the focus when nothing else in
//! the sentence is, "the spokeswoman" is whoever the article introduced as one, "they" are the
//! group that was spoken of last, and a letter speaks for who wrote it. What two people fit equally
//! stays open, with the nearer one kept as candidate.

mod demonym;
mod described;
mod document;
mod held;
mod named;
#[cfg(test)]
mod namesake_tests;
mod pronoun;
mod sound;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod view_tests;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rapidhash::fast::RandomState;

use super::attribution::Attribution;
use super::items::{Gap, Period, Reading};
use super::lexicon::Class;
use super::names::{Gender, Names, Role};
use super::subject::subject_of_period;
use super::types::Standing;
use super::word::naming_words;
use crate::story::Span;
use sound::{Capitals, capitals};

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
    /// Whoever holds a role, which the article does not tell; another of the story may.
    Holder {
        name: String,
        role: Role,
    },
}

/// The discourse of one article, read from its beginning.
pub(super) struct Discourse<'a> {
    reading: &'a Reading<'a>,
    pub names: Names,
    /// The people in view, the latest last.
    focus: Vec<usize>,
    /// Whoever has acted or spoken so far.
    acted: HashSet<usize, RandomState>,
    /// The person who acts or speaks in the period at hand, so far.
    here: Option<usize>,
    /// The person without a name who spoke last, if no other did since.
    role: Option<String>,
    /// The body in view.
    body: Option<String>,
    /// The group in view, and the block it was last spoken of in.
    group: Option<(String, usize)>,
    /// Whose a kind of document is, in the words that name it: "letter".
    documents: HashMap<String, Who, RandomState>,
    capitals: Capitals<'a>,
    /// Nouns for bodies that the article has without a capital: "council".
    bodies: HashSet<&'a str, RandomState>,
}

impl<'a> Discourse<'a> {
    pub(super) fn of(reading: &'a Reading<'a>) -> Self {
        Discourse {
            reading,
            names: Names::of(reading),
            focus: Vec::new(),
            acted: HashSet::default(),
            here: None,
            role: None,
            body: None,
            group: None,
            documents: HashMap::default(),
            capitals: capitals(reading),
            bodies: (0..reading.items.len())
                .filter(|at| reading.items[*at].is(Class::BODY) && !reading.items[*at].capital)
                .map(|at| reading.words(at))
                .collect(),
        }
    }

    /// Resolves the sources of a period's attributions, in their order, and moves the focus on.
    pub(super) fn sources(
        &mut self,
        period: &Period,
        found: &[Attribution],
    ) -> Vec<Option<Source>> {
        self.here = None;
        let subject = subject_of_period(self.reading, &period.items);
        let leader = subject.as_ref().map(|subject| {
            let who = self.who(subject.clone(), period).0;
            self.attend(&who, subject, period);
            if let Some(role) = self.role_that_acts(&who, subject) {
                self.role = Some(role);
            }
            self.note_documents(subject, &who, period);
            who
        });
        let sources: Vec<Option<Source>> = found
            .iter()
            .map(|one| {
                let items = one.source.clone()?;
                let (who, candidate) = self.who(items.clone(), period);
                if one.speech && !one.shared {
                    self.attend(&who, &items, period);
                    self.role = self.role_that_speaks(&who, &items);
                }
                Some(Source {
                    span: naming_words(self.reading, items),
                    who,
                    candidate,
                })
            })
            .collect();
        // Whoever speaks the sentence stays in view, not whom it quotes inside.
        if let (Some(subject), Some(Who::Person(person))) = (&subject, leader)
            && found.iter().zip(&sources).any(|(one, source)| {
                one.speech
                    && source
                        .as_ref()
                        .is_some_and(|source| source.who == Who::Person(person))
            })
        {
            self.attend(&Who::Person(person), subject, period);
        }
        if subject.is_none() && found.is_empty() {
            // A caption or a fragment: whoever it names first is in view.
            if let Some(mention) = self.names.mentions_in(&period.items).first().cloned()
                && let Some(person) = mention.person
            {
                self.attend(&Who::Person(person), &mention.items, period);
            }
        }
        sources
    }

    /// The description of one person without a name who speaks ("a White House spokesman"), for "he"
    /// after it.
    fn role_that_speaks(&self, who: &Who, phrase: &Range<usize>) -> Option<String> {
        match who {
            Who::Other {
                name,
                standing: Standing::Nameless,
            } => (self.reading.items[self.head(phrase)].is(Class::ROLE)
                || self.reading.items[phrase.start].is(Class::HE | Class::SHE))
            .then(|| name.clone()),
            _ => None,
        }
    }

    /// The same of one who acts without a word and whom the sentence brings in: "A clerk shrugged.".
    /// "The mogul" may be who is named already.
    fn role_that_acts(&self, who: &Who, phrase: &Range<usize>) -> Option<String> {
        let brought_in = matches!(self.reading.words(phrase.start), "A" | "An" | "a" | "an");
        // "A champion of the quay, he left": the pronoun is the one described.
        let fronted = self
            .reading
            .items
            .get(phrase.end)
            .is_some_and(|next| next.gap.has(Gap::COMMA) && next.is(Class::HE | Class::SHE));
        if !brought_in || fronted || self.is_group(phrase) {
            return None;
        }
        self.role_that_speaks(who, phrase)
    }

    /// Takes who acts or speaks into view.
    fn attend(&mut self, who: &Who, phrase: &Range<usize>, period: &Period) {
        const IN_VIEW: usize = 8;
        match who {
            Who::Person(person) => {
                self.role = None;
                self.here = Some(*person);
                self.acted.insert(*person);
                self.focus.retain(|one| one != person);
                self.focus.push(*person);
                if self.focus.len() > IN_VIEW {
                    self.focus.remove(0);
                }
            }
            Who::Other {
                name,
                standing: Standing::Institution,
            } => self.body = Some(name.clone()),
            Who::Other {
                name,
                standing: Standing::Nameless,
            } if self.is_group(phrase) || self.reading.items[phrase.start].is(Class::THEY) => {
                self.group = Some((name.clone(), period.block));
            }
            Who::Other { .. } | Who::Holder { .. } => {}
        }
    }

    /// Whether a phrase speaks of several: "the lawmakers", "Russian officials".
    pub(super) fn is_group(&self, phrase: &Range<usize>) -> bool {
        let head = self.head(phrase);
        let several = |at: usize| self.reading.items[at].is(Class::COORDINATOR);
        self.reading.items[head].is(Class::GROUP) || (phrase.start..head).any(several) || {
            let word = self.reading.words(head);
            word.len() > 4
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !word.ends_with("us")
                && !self.reading.items[head].possessive
        }
    }

    /// Who a phrase names, and the candidate where it is open.
    fn who(&mut self, phrase: Range<usize>, period: &Period) -> (Who, Option<usize>) {
        let first = self.reading.items[phrase.start];
        let word = self.reading.words(phrase.start);
        if phrase.len() == 1 || first.is(Class::HE | Class::SHE) {
            if first.is(Class::HE) || matches!(word, "him" | "his" | "His") {
                return self.pronoun(Gender::Man, phrase, period);
            }
            if first.is(Class::SHE) || matches!(word, "her" | "Her") {
                return self.pronoun(Gender::Woman, phrase, period);
            }
            if first.is(Class::IT | Class::THEY) && !first.is(Class::ARTICLE) {
                return (self.body_or_group(phrase, period), None);
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
        if let Some(person) = self.named_beside(&phrase) {
            return (Who::Person(person), None);
        }
        if let Some(found) = self.author(&phrase, period) {
            return found;
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
        let span = naming_words(self.reading, items);
        self.reading.article.text[span.start()..span.end()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}
