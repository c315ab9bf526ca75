//! Discovery: who and what a story names, found without a lexicon.
//!
//! Persons, countries, parties, institutions and groups are read from the story's own wording:
//! capitalised names with their titles, appositions, definite descriptions, countries by
//! adjective, capital and seat of government. What is found is written as a lexicon
//! ([`Discovered`]), so that one matcher finds all labels, and so that the reader can take it as
//! the draft of a lexicon of their own. Every way of naming but a concept's first was put there for
//! a reason, which is kept.
//!
//! It would rather leave two namings apart than join them wrongly: rules that need more than one
//! ground (a surname borne twice as often as the next, an office held three times as often) say so
//! where they stand. No model files; the word lists are `assets/rules/people.toml`,
//! `countries.toml` and `bodies.toml`.

mod bodies;
mod countries;
mod draft;
mod full_names;
mod groups;
mod lines;
mod names;
mod people;
mod person;
mod roles;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::lexicon::Lexicon;
use super::types::{Join, Kind};
use crate::story::{Fingerprint, Story};
use crate::text::Segments;
use draft::{Draft, keys};

/// What discovery found: a lexicon, and why each of its labels stands where it does.
#[derive(Clone, Debug)]
pub struct Discovered {
    pub lexicon: Lexicon,
    /// One a concept of the lexicon, in the same order.
    pub joins: Vec<Vec<Join>>,
    /// Likewise.
    pub kinds: Vec<Kind>,
}

/// The name that discovered concepts show as their provenance.
pub const PROVENANCE: &str = "found in the story";

/// Finds what a story names.
#[must_use]
pub fn discover(story: &Story, texts: &[Segments]) -> Discovered {
    written_down(drafts(story, texts))
}

/// The concepts that a story names. What is only needed to find them is large, and ends here.
fn drafts(story: &Story, texts: &[Segments]) -> Vec<Draft> {
    let plain = lines::PlainWords::of(story, texts);
    let tokens = lines::Tokens::of(story, texts, &plain);
    let lines = lines::lines(story, texts, &tokens);
    let names = names::names(&lines);
    let mut persons = people::people(&lines, &names);
    let mut person_drafts = people::drafts(&persons);
    roles::appositions(&lines, &names, &mut persons, &mut person_drafts);
    roles::descriptions(&lines, &persons, &mut person_drafts);
    let words: HashSet<String> = persons
        .iter()
        .map(|person| person.surname.clone())
        .collect();
    let mut party_drafts = bodies::parties(&lines);
    let group_drafts = groups::drafts(&lines, &mut party_drafts);
    let mut body_drafts = bodies::drafts(&lines, &names, &words);
    body_drafts.extend(party_drafts.into_iter().map(|(_, draft)| draft));
    roles::short_bodies(&lines, &names, &mut body_drafts);
    person_drafts
        .into_iter()
        .chain(countries::drafts(&lines, &persons))
        .chain(body_drafts)
        .chain(group_drafts)
        .collect()
}

fn written_down(drafts: Vec<Draft>) -> Discovered {
    let kinds = drafts.iter().map(|draft| draft.kind).collect();
    let keys = keys(&drafts);
    let (concepts, joins) = drafts
        .into_iter()
        .zip(keys)
        .map(|(draft, key)| draft.entry(key))
        .unzip();
    Discovered {
        lexicon: Lexicon {
            file: PROVENANCE.to_string(),
            // There is no file; the story's own texts are fingerprinted elsewhere.
            sha256: Fingerprint::of(b""),
            name: PROVENANCE.to_string(),
            version: None,
            note: None,
            source: None,
            about: Vec::new(),
            concepts,
        },
        joins,
        kinds,
    }
}
