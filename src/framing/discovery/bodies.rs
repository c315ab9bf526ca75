//! The institutions, parties and other named bodies of a story.
//!
//! A body is a capitalised run with a telling last word ("Korean Central News Agency"), an acronym,
//! or a name that the story uses at least twice and that is neither a person's nor a place's. An
//! acronym is joined with the name whose initials it has. Parties bring their members and organs.

use std::collections::{BTreeMap, HashSet};

use super::draft::Draft;
use super::lines::Line;
use super::names::{Kind, NameUse, small_words};
use crate::framing::phrase::Gap;
use crate::framing::rules::{BODIES, Party, is_known_name, is_role};
use crate::framing::types::Kind as Sort;
use crate::text::gazetteer::PEOPLE;

/// The fewest times that a name must stand in the story to be a body without a telling word.
const OPEN_NAME_TIMES: usize = 2;

/// A body's name with how often it stands and how.
#[derive(Default)]
struct Tally {
    times: usize,
    /// After "in", "near", "from"…: a place.
    as_place: usize,
    written: BTreeMap<String, usize>,
    telling: bool,
    /// Not at the start of a sentence, where any word has a capital.
    inside: usize,
}

impl Tally {
    fn commonest(&self) -> &str {
        self.written
            .iter()
            .max_by_key(|(_, times)| **times)
            .map_or("", |(written, _)| written.as_str())
    }

    /// The body, by all its spellings.
    fn draft(&self) -> Draft {
        let name = self.commonest();
        let mut draft = Draft::named(name, Sort::Body);
        self.join_to(&mut draft, &format!("another spelling of {name}"));
        draft
    }

    /// Joins all spellings to a draft.
    fn join_to(&self, draft: &mut Draft, reason: &str) {
        for written in self.written.keys() {
            draft.join(written, None, reason.to_string());
        }
    }
}

/// The parties that the story names.
pub fn parties(lines: &[Line<'_>]) -> Vec<(usize, Draft)> {
    let mut present: HashSet<String> = HashSet::new();
    for line in lines {
        for token in line.tokens.iter().filter(|token| token.capital) {
            present.insert(token.plain.clone());
        }
    }
    BODIES
        .party
        .iter()
        .enumerate()
        .filter(|(_, party)| is_named(party, lines, &present))
        .map(|(at, party)| (at, party_draft(party)))
        .collect()
}

fn is_named(party: &Party, lines: &[Line<'_>], present: &HashSet<String>) -> bool {
    let stands = |name: &String| {
        let words: Vec<String> = name.split(' ').map(crate::framing::plain::plain).collect();
        words.iter().all(|word| present.contains(word))
            && lines.iter().any(|line| {
                line.tokens.windows(words.len()).any(|run| {
                    run.iter()
                        .zip(&words)
                        .all(|(token, word)| *token.plain == *word)
                })
            })
    };
    party
        .names
        .iter()
        .chain(&party.members)
        .chain(&party.organs)
        .any(stands)
}

fn party_draft(party: &Party) -> Draft {
    let name = party.name.as_str();
    let mut draft = Draft::named(name, Sort::Body);
    for other in &party.names {
        draft.join(other, None, format!("another name of the {name}"));
    }
    for members in &party.members {
        draft.join(
            members,
            Some("members"),
            format!("the members of the {name}"),
        );
    }
    for organ in &party.organs {
        draft.join(
            organ,
            Some("organs"),
            format!("a governing body of the {name}"),
        );
    }
    draft
}

/// The other bodies. `people` holds the plain words of every person's names.
pub fn drafts(lines: &[Line<'_>], names: &[NameUse], people: &HashSet<String>) -> Vec<Draft> {
    let small = small_words(lines);
    let known: HashSet<String> = BODIES
        .party
        .iter()
        .flat_map(|party| {
            party
                .names
                .iter()
                .chain(&party.members)
                .chain(&party.organs)
        })
        .map(|name| crate::framing::plain::plain_words(name))
        .collect();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for one in names {
        let key = one.plain.join(" ");
        // "Chance for World Peace": capitals of emphasis, since the words are common ones here.
        let common = one.kind == Kind::Open && one.plain.iter().all(|word| small.contains(word));
        if common || known.contains(&key) || !may_be_a_body(one, people) {
            continue;
        }
        let tally = tallies.entry(key).or_default();
        tally.times += 1;
        tally.inside += usize::from(one.name.start > 0);
        tally.as_place += usize::from(stands_as_place(&lines[one.line], one));
        tally.telling |= matches!(one.kind, Kind::Body | Kind::Acronym);
        *tally.written.entry(one.written.clone()).or_insert(0) += 1;
    }
    tallies.retain(|_, tally| {
        let often = tally.times >= OPEN_NAME_TIMES && tally.as_place * 2 < tally.times;
        tally.telling || often && tally.inside > 0
    });
    joined(&tallies)
}

fn may_be_a_body(one: &NameUse, people: &HashSet<String>) -> bool {
    let last = one.plain.last().map_or("", String::as_str);
    let named = match one.kind {
        Kind::Body | Kind::Acronym => true,
        Kind::Open => !people.contains(last) && !people.contains(&one.plain[0]),
        Kind::Person | Kind::Country => false,
    };
    let open_country = one.kind == Kind::Open && is_known_name(last);
    // "Donald" that a line break cut off its surname.
    let given_alone = one.kind == Kind::Open && one.plain.len() == 1 && PEOPLE.given.tells(last);
    named
        && !given_alone
        && !BODIES.not_bodies.contains(last)
        && !open_country
        && !is_known_name(&one.plain.join(" "))
        && !is_role(last)
        && last.len() > 1
}

fn stands_as_place(line: &Line<'_>, one: &NameUse) -> bool {
    let Some(before) = one.name.start.checked_sub(1) else {
        // "GENEVA — The talks": a dateline.
        return line
            .tokens
            .get(one.name.end)
            .is_some_and(|next| next.gap == Gap::Other);
    };
    matches!(
        line.tokens[before].plain.as_str(),
        "in" | "near"
            | "at"
            | "from"
            | "to"
            | "outside"
            | "around"
            | "inside"
            | "of"
            | "city"
            | "into"
            | "toward"
    )
}

/// Names that one acronym stands for, joined under the longest.
fn joined(tallies: &BTreeMap<String, Tally>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut taken: HashSet<&str> = HashSet::new();
    let is_full = |key: &str| key.contains(' ');
    for (key, tally) in tallies.iter().filter(|(key, _)| is_full(key)) {
        let initials = initials(key);
        let mut draft = tally.draft();
        for (short, other) in tallies.iter().filter(|(short, _)| !is_full(short)) {
            // Two letters are soon the initials of anything that only looks like a name.
            let telling = tally.telling || short.len() > 2;
            if telling && initials.contains(short.as_str()) && taken.insert(short) {
                other.join_to(
                    &mut draft,
                    &format!("the initials of {}", tally.commonest()),
                );
            }
        }
        drafts.push(draft);
    }
    let alone = tallies
        .iter()
        .filter(|(key, _)| !is_full(key) && !taken.contains(key.as_str()));
    drafts.extend(alone.map(|(_, tally)| tally.draft()));
    drafts
}

/// The initials of a name, with and without its small words: "department of justice" has "doj"
/// and "dj".
fn initials(name: &str) -> HashSet<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let all: String = words
        .iter()
        .filter_map(|word| word.chars().next())
        .collect();
    let weighty: String = words
        .iter()
        .filter(|word| !matches!(**word, "of" | "the" | "for" | "and" | "on" | "in"))
        .filter_map(|word| word.chars().next())
        .collect();
    let initials: HashSet<String> = [all, weighty].into_iter().collect();
    initials.into_iter().filter(|one| one.len() > 1).collect()
}
