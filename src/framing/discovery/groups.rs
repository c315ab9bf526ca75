//! People whom a story names only by what they are: "foreign-sponsored militants", "U.S. officials".
//!
//! A group is a noun for people with whatever modifies it. Those of a country ("South Korean
//! officials") are told apart from those of another, members of a party are put under the party;
//! the rest is joined by its noun, in the singular and the plural.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::draft::Draft;
use super::lines::Line;
use crate::framing::inflect::{plural, singular};
use crate::framing::phrase::{Gap, is_determiner};
use crate::framing::rules::{country_of_adjective, country_of_people, is_role, party_of_adjective};
use crate::framing::types::Kind as Sort;
use crate::text::gazetteer::{COUNTRIES, PEOPLE};

/// The fewest times that a single article must name a group.
const TIMES_IN_ONE: usize = 3;

/// What all who hold an office of a country are called together.
const OFFICIALS: &str = "officials";

/// Where a group is named.
#[derive(Default)]
struct Tally {
    articles: BTreeSet<usize>,
    written: BTreeMap<String, usize>,
}

impl Tally {
    fn add(&mut self, article: usize, written: String) {
        self.articles.insert(article);
        *self.written.entry(written).or_insert(0) += 1;
    }

    /// Two articles name it, or one does often.
    fn is_enough(&self) -> bool {
        self.articles.len() > 1 || self.written.values().sum::<usize>() >= TIMES_IN_ONE
    }

    fn commonest(&self) -> &str {
        self.written
            .iter()
            .max_by_key(|(_, times)| **times)
            .map_or("", |(written, _)| written.as_str())
    }

    fn draft(&self, name: &str, reason: impl Fn(&str) -> String) -> Draft {
        let mut draft = Draft::called(name, Sort::Group);
        for one in self.written.keys() {
            draft.join(one, None, reason(name));
        }
        draft
    }
}

/// The groups of a story; those of parties are joined to `parties` instead.
pub fn drafts(lines: &[Line<'_>], parties: &mut [(usize, Draft)]) -> Vec<Draft> {
    let mut plain: BTreeMap<String, Tally> = BTreeMap::new();
    let mut national: BTreeMap<(usize, String), Tally> = BTreeMap::new();
    for line in lines {
        for at in 0..line.tokens.len() {
            let Some(noun) = people_noun(line, at) else {
                continue;
            };
            let phrase = modifiers(line, at)..at + 1;
            let written = line.written(phrase.clone());
            if let Some(party) = party_in(line, phrase.start..at) {
                if let Some((_, draft)) = parties.iter_mut().find(|(one, _)| *one == party) {
                    let reason = format!("{noun} of the {}", draft.name);
                    draft.join(&written, Some("members"), reason);
                }
            } else if let Some(country) = country_in(line, phrase.start..at) {
                let group = national.entry((country, class(&noun))).or_default();
                group.add(line.article, written);
            } else {
                let word = line.written(at..at + 1).to_lowercase();
                plain.entry(noun).or_default().add(line.article, word);
            }
        }
    }
    let mut drafts = peoples(lines);
    for ((country, class), tally) in national.iter().filter(|(_, tally)| tally.is_enough()) {
        let adjective = &COUNTRIES.country[*country].adjectives[0];
        // "North Korean media": a noun is shown as the story has it, not in a plural of our own.
        let noun = tally.commonest().rsplit(' ').next().unwrap_or(class);
        let noun = if class == OFFICIALS { OFFICIALS } else { noun };
        drafts.push(tally.draft(&format!("{adjective} {noun}"), |name| {
            format!("{name}, by whatever name")
        }));
    }
    for tally in plain.values().filter(|tally| tally.is_enough()) {
        drafts.push(tally.draft(tally.commonest(), |name| format!("the same noun as {name}")));
    }
    drafts
}

/// The singular of the noun for people at `at`, when it is named by nothing else there.
fn people_noun(line: &Line<'_>, at: usize) -> Option<String> {
    let token = &line.tokens[at];
    let names_people = |word: &str| PEOPLE.roles.groups.contains(word) || is_role(word);
    let one = singular(token.plain);
    let noun = if names_people(token.plain) {
        token.plain.clone()
    } else if names_people(&one) {
        one
    } else {
        return None;
    };
    // A title before a name, or a noun that only modifies the next, names no group.
    let next = line.tokens.get(at + 1);
    let carries_on = next.is_some_and(|next| {
        next.gap != Gap::Other
            && (next.capital && line.running
                || next.gap == Gap::Hyphen
                || names_people(&singular(next.plain)))
    });
    let modifies = !token.possessive && line.sentence.modifies_what_follows(at + 1);
    // One person is "a general" or "the general"; bare, the word is another's ("attorney general",
    // "obstruct justice").
    let one_person = is_role(token.plain) && !PEOPLE.roles.groups.contains(token.plain);
    let bare = one_person && !is_opened(line, at);
    (!modifies && !bare && (!carries_on || token.possessive)).then_some(noun)
}

/// Whether something stands before the noun at `at` that makes it a phrase, and no office does right
/// before it.
fn is_opened(line: &Line<'_>, at: usize) -> bool {
    let start = line.sentence.left_start(at);
    let of_office = at > start && is_role(line.tokens[at - 1].plain);
    start < at && !of_office
}

/// Where the modifiers before the noun start, determiners left out.
fn modifiers(line: &Line<'_>, at: usize) -> usize {
    let mut start = line.sentence.left_start(at);
    while start < at && (is_determiner(line.sentence.word(start)) || line.tokens[start].possessive)
    {
        start += 1;
    }
    start
}

fn party_in(line: &Line<'_>, range: Range<usize>) -> Option<usize> {
    range
        .filter_map(|at| party_of_adjective(line.sentence.word(at)))
        .next()
}

fn country_in(line: &Line<'_>, range: Range<usize>) -> Option<usize> {
    range.clone().find_map(|at| {
        let two = (at + 1 < range.end)
            .then(|| format!("{} {}", line.tokens[at].plain, line.tokens[at + 1].plain));
        two.and_then(|two| country_of_adjective(&two)).or_else(|| {
            country_of_adjective(line.tokens[at].plain).filter(|_| line.tokens[at].capital)
        })
    })
}

/// Officials of one country are one group, by whatever office.
fn class(noun: &str) -> String {
    let heads_of_state = [
        "president",
        "premier",
        "leader",
        "dictator",
        "ruler",
        "king",
        "queen",
        "chancellor",
    ];
    if PEOPLE.roles.offices.contains(noun) && !heads_of_state.contains(&noun) {
        OFFICIALS.to_string()
    } else {
        plural(noun)
    }
}

/// "the Russians", "North Koreans".
fn peoples(lines: &[Line<'_>]) -> Vec<Draft> {
    let mut named: BTreeSet<usize> = BTreeSet::new();
    for line in lines {
        for at in (0..line.tokens.len()).filter(|&at| line.tokens[at].capital) {
            named.extend(country_of_people(line.tokens[at].plain));
            if let Some(next) = line.tokens.get(at + 1) {
                named.extend(country_of_people(&format!(
                    "{} {}",
                    line.tokens[at].plain, next.plain
                )));
            }
        }
    }
    named
        .into_iter()
        .map(|at| {
            let people = &COUNTRIES.country[at].people;
            let mut draft = Draft::named(&people[0], Sort::Group);
            for other in &people[1..] {
                draft.join(other, None, format!("another name of the {}", people[0]));
            }
            draft
        })
        .collect()
}
