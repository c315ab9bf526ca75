//! Who is meant by "the former FBI director"?
//!
//! The story gives persons offices: before the name ("CIA Director Mike Pompeo"), in apposition
//! after it ("James Comey, the former FBI director,") and before it ("the CIA director, Mike
//! Pompeo,"). A definite description is joined with the person who has its office with all that
//! the description says of it, when that person has it at least three times as often as anybody
//! else; otherwise it stays alone. The same holds for bodies: "the committee".

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::draft::Draft;
use super::lines::Line;
use super::names::{Kind, NameUse};
use super::people::role_in;
use super::person::{Office, Person};
use crate::framing::phrase::{Gap, is_determiner, is_possessive};
use crate::framing::rules::{BODIES, is_honorific, is_role};
use crate::text::gazetteer::PEOPLE;

/// How many times as often as the next one the holder of an office must have it.
const DOMINANCE: usize = 3;

/// The most words that an apposition may reach from its comma to its office.
const APPOSITION: usize = 9;

/// Finds the appositions of a story, gives their offices to the persons, and joins those that say
/// enough to stand for the person anywhere.
pub fn appositions(
    lines: &[Line<'_>],
    names: &[NameUse],
    persons: &mut [Person],
    drafts: &mut [Draft],
) {
    let by_name = index(persons);
    for one in names.iter().filter(|one| one.plain.len() > 1) {
        let Some(&at) = by_name.get(&one.written) else {
            continue;
        };
        let line = &lines[one.line];
        for range in [after(line, one.name.end), before(line, one)]
            .into_iter()
            .flatten()
        {
            let Some(role) = role_in(line, range.clone()) else {
                continue;
            };
            let telling = !role.1.is_empty();
            let example = format!("{}, {}", persons[at].name(), line.written(range.clone()));
            persons[at].takes(role, example);
            if telling {
                let name = persons[at].name().to_string();
                let head = line.tokens[range.end - 1].plain.clone();
                drafts[at].join(
                    &line.written(range),
                    Some(&head),
                    format!("in apposition to {name}"),
                );
            }
        }
    }
}

fn index(persons: &[Person]) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (at, person) in persons.iter().enumerate() {
        for full in person.full_names() {
            index.entry(full.clone()).or_insert(at);
        }
    }
    index
}

/// ", the former F.B.I. director" after the name: from the first word of the phrase to its office.
fn after(line: &Line<'_>, end: usize) -> Option<Range<usize>> {
    let first = line.tokens.get(end)?;
    let comma = between(line, end).trim_start().starts_with(',');
    if !comma || first.plain == "who" || first.gap != Gap::Other {
        return None;
    }
    let opens = is_determiner(line.sentence.word(end))
        || first.possessive
        || is_role(first.plain)
        || line.tokens.get(end + 1).is_some_and(|next| next.possessive);
    let last = (end..line.tokens.len().min(end + APPOSITION))
        .take_while(|&at| at == end || line.tokens[at].gap != Gap::Other)
        .take_while(|&at| {
            !matches!(
                line.tokens[at].plain.as_str(),
                "of" | "for" | "at" | "to" | "in" | "on" | "and" | "who"
            )
        })
        .filter(|&at| is_role(line.tokens[at].plain))
        .last()?;
    // "…, his chairman Paul Roe, …" goes on with somebody else.
    let goes_on = line
        .tokens
        .get(last + 1)
        .is_some_and(|next| next.capital && next.gap == Gap::Blank);
    if goes_on {
        return None;
    }
    opens.then_some(end..last + 1)
}

/// "the C.I.A. director, Mike Pompeo": the phrase before the comma.
fn before(line: &Line<'_>, one: &NameUse) -> Option<Range<usize>> {
    let start = one.name.start;
    if !one.title.is_empty() || start == 0 || between(line, start).trim() != "," {
        return None;
    }
    if !is_role(line.tokens[start - 1].plain) {
        return None;
    }
    let left = line.sentence.left_start(start - 1);
    let opens = is_determiner(line.sentence.word(left)) || line.tokens[left].possessive;
    opens.then_some(left..start)
}

/// The text before the word at `at`.
fn between<'a>(line: &Line<'a>, at: usize) -> &'a str {
    let start = at
        .checked_sub(1)
        .map_or(0, |before| line.sentence.words[before].end());
    &line.sentence.text[start..line.sentence.words[at].start()]
}

/// A definite description of one person: "the former FBI director".
struct Description {
    written: String,
    head: String,
    words: BTreeSet<String>,
}

/// Joins the definite descriptions of the story with the persons that they mean.
pub fn descriptions(lines: &[Line<'_>], persons: &[Person], drafts: &mut [Draft]) {
    let offices = Offices::of(persons);
    let mut seen: BTreeMap<String, Description> = BTreeMap::new();
    for line in lines {
        for at in 0..line.tokens.len() {
            if let Some(description) = description(line, at) {
                seen.entry(crate::text::fold(&description.written).into_owned())
                    .or_insert(description);
            }
        }
    }
    for description in seen.values() {
        if let Some((at, example)) = offices.holder(description) {
            let name = persons[at].name();
            let reason = format!("an office that the story gives to {name}: \"{example}\"");
            drafts[at].join(&description.written, Some(&description.head), reason);
        }
    }
}

/// The description whose office is the word at `at`.
fn description(line: &Line<'_>, at: usize) -> Option<Description> {
    let head = &line.tokens[at];
    if !is_role(head.plain) || is_honorific(head.plain) || PEOPLE.roles.kin.contains(head.plain) {
        return None;
    }
    // A title before a name, or a modifier before a noun, describes nobody by itself.
    let next = line.tokens.get(at + 1);
    let carries_on = next.is_some_and(|next| {
        next.gap != Gap::Other && (next.capital || next.gap == Gap::Hyphen || is_role(next.plain))
    });
    if carries_on && !head.possessive {
        return None;
    }
    let left = line.sentence.left_start(at);
    let first = line.sentence.word(left);
    let definite =
        first.eq_ignore_ascii_case("the") || is_possessive(first) && line.tokens[left].capital;
    if left == at || !definite {
        return None;
    }
    let (head, words) = role_in(line, left..at + 1)?;
    Some(Description {
        written: line.written(left..at + 1),
        head,
        words,
    })
}

/// One who holds an office: a person, and what is said of the office.
struct Holder {
    person: usize,
    words: BTreeSet<String>,
    office: Office,
}

/// Who holds which office, how often.
struct Offices {
    holders: BTreeMap<String, Vec<Holder>>,
}

impl Offices {
    fn of(persons: &[Person]) -> Self {
        let mut holders: BTreeMap<String, Vec<Holder>> = BTreeMap::new();
        for (at, person) in persons.iter().enumerate() {
            for ((head, words), office) in &person.roles {
                holders.entry(head.clone()).or_default().push(Holder {
                    person: at,
                    words: words.clone(),
                    office: office.clone(),
                });
            }
        }
        Offices { holders }
    }

    /// The person meant, with the words that say so: one of whose office exactly this is said
    /// ("the president" of "President Roe" sooner than of "Norwegian President Dahl"), else one of
    /// whose office more is said, else one with an office that goes by several words.
    fn holder(&self, description: &Description) -> Option<(usize, &str)> {
        let (head, words) = (&description.head, &description.words);
        let own = std::slice::from_ref(head);
        let exactly = self.dominant(own, |theirs| theirs == words);
        let at_least = |heads| self.dominant(heads, |theirs| words.is_subset(theirs));
        exactly.or_else(|| at_least(own)).or_else(|| {
            let synonyms = PEOPLE.synonyms.iter().find(|group| group.contains(head))?;
            (!words.is_empty()).then(|| at_least(synonyms))?
        })
    }

    /// The one who holds one of these offices, so described, far more often than the next.
    fn dominant(
        &self,
        heads: &[String],
        described: impl Fn(&BTreeSet<String>) -> bool,
    ) -> Option<(usize, &str)> {
        let mut times: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
        for holder in heads
            .iter()
            .filter_map(|head| self.holders.get(head))
            .flatten()
        {
            if described(&holder.words) {
                let entry = times
                    .entry(holder.person)
                    .or_insert((0, &holder.office.example));
                entry.0 += holder.office.times;
            }
        }
        let mut ranked: Vec<(usize, usize, &str)> = times
            .into_iter()
            .map(|(person, (count, example))| (count, person, example))
            .collect();
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let next = ranked.get(1).map_or(0, |one| one.0);
        let (count, person, example) = ranked.into_iter().next()?;
        (count >= DOMINANCE * next.max(1) || next == 0).then_some((person, example))
    }
}

/// Joins "the committee" with the one body that the story calls so.
pub fn short_bodies(lines: &[Line<'_>], names: &[NameUse], drafts: &mut [Draft]) {
    let mut counts: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    let by_form: HashMap<String, usize> = drafts
        .iter()
        .enumerate()
        .flat_map(|(at, draft)| {
            draft
                .forms
                .iter()
                .map(move |one| (one.form.folded.clone(), at))
        })
        .collect();
    for one in names
        .iter()
        .filter(|one| matches!(one.kind, Kind::Body | Kind::Acronym))
    {
        let folded = one.plain.join(" ");
        let Some(&at) = by_form.get(&folded) else {
            continue;
        };
        let full = drafts[at].name.clone();
        let last = full.rsplit(' ').next().map(crate::framing::plain::plain);
        let first = full.split(' ').next().map(crate::framing::plain::plain);
        for head in [last, first]
            .into_iter()
            .flatten()
            .filter(|word| BODIES.heads.contains(word))
        {
            *counts.entry(head).or_default().entry(at).or_insert(0) += 1;
        }
    }
    let small = super::names::small_words(lines);
    for (head, bodies) in counts.into_iter().filter(|(head, _)| small.contains(head)) {
        let mut ranked: Vec<(usize, usize)> =
            bodies.into_iter().map(|(at, count)| (count, at)).collect();
        ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let next = ranked.get(1).map_or(0, |one| one.0);
        let (count, at) = ranked[0];
        if count >= DOMINANCE * next.max(1) || next == 0 {
            let name = drafts[at].name.clone();
            drafts[at].join(
                &format!("the {head}"),
                Some("short"),
                format!("the {head} that the story names: {name}"),
            );
        }
    }
}
