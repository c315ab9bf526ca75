//! Whose a document is: what a letter, a tweet or an advertisement says, its author says.
//!
//! The author is told beside the document ("Reed's letter", "a statement from the mayor"), by who
//! puts it out ("Reed issued a statement"), or earlier ("In a letter, Reed warned…", and then "the
//! letter said"). Reports, polls and lawsuits speak for themselves.

use std::ops::Range;

use super::{Discourse, Who};
use crate::quotation::items::{Gap, Period};
use crate::quotation::lexicon::Class;
use crate::quotation::types::Standing;
use crate::text::fold;

impl Discourse<'_> {
    /// The author of the document that a phrase names, where the text tells.
    pub(super) fn author(
        &mut self,
        phrase: &Range<usize>,
        period: &Period,
    ) -> Option<(Who, Option<usize>)> {
        let head = self.head(phrase);
        let noun = self.reading.items[head];
        if !noun.is(Class::DOCUMENT) || noun.capital || noun.possessive {
            return None;
        }
        if let Some(owner) = self.owner(phrase, head) {
            return Some(self.who(owner, period));
        }
        let maker = head + 1;
        if maker + 1 < phrase.end && matches!(self.reading.words(maker), "from" | "by") {
            return Some(self.who(maker + 1..phrase.end, period));
        }
        let definite = matches!(
            fold(self.reading.words(phrase.start)).as_ref(),
            "the" | "this" | "that"
        );
        let known = self.documents.get(&self.kind_of(head))?;
        definite.then(|| (known.clone(), None))
    }

    /// The possessor that stands before the noun: "Reed's" letter, "her" letter.
    fn owner(&self, phrase: &Range<usize>, head: usize) -> Option<Range<usize>> {
        let items = &self.reading.items;
        let at = (phrase.start..head).rev().find(|at| {
            items[*at].possessive
                || items[*at].is(Class::POSSESSIVE)
                    && matches!(self.reading.words(*at), "his" | "her" | "His" | "Her")
        })?;
        Some(if items[at].possessive {
            phrase.start..at + 1
        } else {
            at..at + 1
        })
    }

    /// Notes whose the documents are that a period brings up.
    pub(super) fn note_documents(&mut self, subject: &Range<usize>, who: &Who, period: &Period) {
        let known = match who {
            Who::Person(_) => true,
            Who::Holder { .. } => false,
            Who::Other { standing, .. } => {
                *standing != Standing::Open
                    && !subject
                        .clone()
                        .any(|at| self.reading.items[at].is(Class::DOCUMENT))
            }
        };
        if !known {
            return;
        }
        for at in period.items.start..period.items.end {
            if self.is_brought_up(at, period) {
                let kind = self.kind_of(at);
                self.documents.insert(kind, who.clone());
            }
        }
    }

    /// "In a letter", "issued a new statement": a document spoken of for the first time, and as
    /// nobody else's.
    fn is_brought_up(&self, at: usize, period: &Period) -> bool {
        const LONGEST_PHRASE: usize = 5;
        let items = &self.reading.items;
        if !items[at].is(Class::DOCUMENT) || items[at].capital {
            return false;
        }
        let first = (period.items.start.max(at.saturating_sub(LONGEST_PHRASE))..at)
            .rev()
            .take_while(|before| !items[before + 1].gap.has(Gap::BREAK))
            .find(|before| {
                items[*before].is(Class::ARTICLE | Class::POSSESSIVE | Class::PREPOSITION)
            });
        let Some(first) = first.filter(|first| {
            matches!(
                fold(self.reading.words(*first)).as_ref(),
                "a" | "an" | "his" | "her" | "its" | "their"
            )
        }) else {
            return false;
        };
        let governed = first > period.items.start
            && (matches!(
                fold(self.reading.words(first - 1)).as_ref(),
                "in" | "with" | "through" | "via"
            ) || items[first - 1].is(Class::ISSUING));
        let elsewhere = items.get(at + 1).is_some_and(|next| {
            !next.gap.has(Gap::BREAK) && matches!(self.reading.words(at + 1), "from" | "by")
        });
        governed && !elsewhere
    }

    /// The kind of a document, so that "the advertisement" finds "an ad".
    fn kind_of(&self, at: usize) -> String {
        let word = fold(self.reading.words(at));
        match word.trim_end_matches('s') {
            "advertisement" | "commercial" | "spot" => "ad",
            "e-mail" => "email",
            "posting" => "post",
            other => other,
        }
        .to_string()
    }
}
