//! Those that carry a shared statement, each told once: a quotation in marks, the pieces of one
//! utterance together, a place without marks.

use std::collections::HashMap;

use rapidhash::fast::RandomState;

use super::same_name::same_name;
use super::types::{Fidelity, Quotation, QuotationId, SharedQuotation, Speaker, Speech};
use crate::text::count;

/// What the first member of a shared statement is, against which the others are told.
const BASE: &str = "the fullest form";

/// One that carries a shared statement in marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bearer {
    /// One quotation, or the pieces of one utterance in the order of the text.
    pub quotations: Vec<QuotationId>,
    /// Against the fullest form, of all its words together.
    pub relation: Fidelity,
    pub is_fullest: bool,
}

impl Bearer {
    /// How it carries the statement, in words.
    #[must_use]
    pub fn carried(&self) -> String {
        let how = if self.is_fullest {
            BASE
        } else {
            self.relation.as_str()
        };
        match self.quotations.len() {
            1 => how.to_string(),
            pieces => format!("{how}, in {}", count(pieces, "piece", "pieces")),
        }
    }

    /// Its quotations.
    #[must_use]
    pub fn pieces<'a>(&self, speech: &'a Speech) -> Vec<&'a Quotation> {
        let ids = self.quotations.iter();
        ids.map(|id| &speech.quotations[id.0 as usize]).collect()
    }
}

impl SharedQuotation {
    /// Those that carry it in marks, the fullest first, then in the order of articles.
    #[must_use]
    pub fn bearers(&self) -> Vec<Bearer> {
        let pieces = self.rejoined.iter().enumerate();
        let whole_of: HashMap<QuotationId, usize, RandomState> = pieces
            .flat_map(|(nth, one)| one.pieces.iter().map(move |piece| (*piece, nth)))
            .collect();
        let mut told = vec![false; self.rejoined.len()];
        let mut bearers = Vec::new();
        for (nth, member) in self.members.iter().enumerate() {
            let whole = whole_of.get(&member.quotation).copied();
            if whole.is_some_and(|whole| std::mem::replace(&mut told[whole], true)) {
                continue;
            }
            let whole = whole.map(|whole| &self.rejoined[whole]);
            bearers.push(Bearer {
                quotations: whole.map_or(vec![member.quotation], |one| one.pieces.clone()),
                relation: whole.map_or(member.relation, |one| one.relation),
                is_fullest: nth == 0,
            });
        }
        bearers
    }

    /// The speaker, where the text of one that carries it tells who that is: "the chairmen" of whom
    /// nobody knows which are nobody's name.
    #[must_use]
    pub fn told_speaker(&self, speech: &Speech) -> Option<&str> {
        let name = self.speaker.as_deref()?;
        let members = self.members.iter();
        let mut called_so = members
            .filter_map(|one| speech.quotations[one.quotation.0 as usize].speaker.as_ref())
            .filter(|speaker| speaker.name == name);
        called_so
            .next()
            .is_none_or(Speaker::is_told)
            .then_some(name)
    }

    /// Whom a bearer's article names, where it is not the statement's speaker: outlets may give one
    /// statement to different people.
    #[must_use]
    pub fn speaker_apart<'a>(&self, speech: &'a Speech, bearer: &Bearer) -> Option<&'a str> {
        let first = bearer.quotations.first()?;
        let quotation = &speech.quotations[first.0 as usize];
        let told = quotation.speaker.as_ref().filter(|one| one.is_told())?;
        let known = self.speaker.as_deref()?;
        (!same_name(&told.name, known)).then_some(&told.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::{Member, Rejoined};

    #[test]
    fn the_pieces_of_an_utterance_are_one_bearer() {
        let id = QuotationId;
        let member = |nth, relation| Member {
            quotation: id(nth),
            relation,
        };
        let shared = SharedQuotation {
            speaker: None,
            members: vec![
                member(7, Fidelity::Identical),
                member(1, Fidelity::Trimmed),
                member(2, Fidelity::Trimmed),
                member(9, Fidelity::Differs),
            ],
            rejoined: vec![Rejoined {
                pieces: vec![id(0), id(1), id(2)],
                relation: Fidelity::Identical,
            }],
            unmarked: Vec::new(),
        };
        let told: Vec<String> = shared.bearers().iter().map(Bearer::carried).collect();
        assert_eq!(
            told,
            ["the fullest form", "identical, in 3 pieces", "words differ"]
        );
    }
}
