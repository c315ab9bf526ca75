//! What stands before a name ("spokeswoman") or in apposition to it: gender, roles, and that the
//! name is a person's.

use std::ops::Range;

use crate::quotation::items::{Gap, Item, Reading};
use crate::quotation::lexicon::Class;
use crate::text::fold;

use super::Gender;

/// What somebody is called beside the name: "former Mexican president".
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::quotation) struct Role {
    /// Under its full name: "senator" for "Sen.".
    pub office: String,
    /// The other words of weight, in lower case: "mexican", "state" of "secretary of state".
    pub words: Vec<String>,
    /// "former", "ex-", "late".
    pub past: bool,
}

impl Role {
    /// The role whose noun is at `head` of a phrase.
    pub(in crate::quotation) fn of(
        reading: &Reading<'_>,
        phrase: Range<usize>,
        head: usize,
    ) -> Self {
        let mut role = Role {
            office: office(&fold(reading.words(head))),
            words: Vec::new(),
            past: false,
        };
        for at in phrase.filter(|at| *at != head) {
            let item = &reading.items[at];
            let word = fold(reading.words(at));
            if matches!(&*word, "former" | "ex" | "late" | "onetime" | "then") {
                role.past = true;
            } else if item.part.is_none() && !item.is(Class::BUILDING | Class::ADVERB) {
                role.words.push(word.trim_end_matches("'s").to_string());
            }
        }
        role
    }

    /// "the Ohio Republican": what a party member is called.
    pub(in crate::quotation) fn of_party(party: &[String]) -> Option<Role> {
        let office = party
            .iter()
            .find(|word| matches!(word.as_str(), "republican" | "democrat"))?;
        Some(Role {
            office: office.clone(),
            words: party.to_vec(),
            past: false,
        })
    }

    /// Whether who holds this may be called by the office sought: a senator is a lawmaker.
    pub(in crate::quotation) fn answers(&self, sought: &Role) -> bool {
        let narrow = self.office.as_str();
        match sought.office.as_str() {
            same if same == narrow => true,
            "lawmaker" | "legislator" => matches!(narrow, "senator" | "representative"),
            "spokesperson" => matches!(narrow, "spokesman" | "spokeswoman"),
            "chair" => matches!(narrow, "chairman" | "chairwoman"),
            _ => false,
        }
    }
}

/// What the titles right before a name say.
pub(super) struct Before {
    pub(super) gender: Gender,
    pub(super) roles: Vec<Role>,
    /// There is one, so that the name is a person's.
    pub(super) titled: bool,
}

pub(super) fn titles_before(reading: &Reading<'_>, name: usize) -> Before {
    const REACH: usize = 7;
    let items = &reading.items;
    let mut before = Before {
        gender: Gender::Unknown,
        roles: Vec::new(),
        titled: false,
    };
    // "the mayor, Tom Hill": the role stands alone before a comma.
    if name > 1
        && items[name].gap.has(Gap::COMMA)
        && items[name - 1].is(Class::ROLE)
        && items[name - 2].is(Class::ARTICLE | Class::POSSESSIVE)
    {
        before.gender = gender_of(&items[name - 1]);
        before
            .roles
            .push(Role::of(reading, name - 1..name, name - 1));
        before.titled = true;
        return before;
    }
    let mut first = name;
    while first > 0 && name - first < REACH && !items[first].gap.has(Gap::BREAK) {
        let item = &items[first - 1];
        let belongs = item.is(Class::TITLE | Class::ROLE | Class::NOT_A_NAME | Class::BODY)
            || item.capital
            || matches!(
                reading.words(first - 1),
                "of" | "foreign" | "prime" | "state"
            );
        // "the daughter of Tom Hill", "the wife of Senator Hill": somebody else's role.
        let of_another = reading.words(first - 1) == "of"
            && (first == name || items[first].is(Class::TITLE | Class::ROLE));
        if item.possessive || item.part.is_some() || !belongs || of_another {
            break;
        }
        first -= 1;
    }
    for at in (first..name).rev() {
        let item = &items[at];
        if !item.is(Class::TITLE | Class::ROLE) {
            continue;
        }
        before.titled |= at + 1 == name || item.is(Class::TITLE);
        if before.gender == Gender::Unknown {
            before.gender = gender_of(item);
        }
        let place = from_place(reading, name);
        let mut role = Role::of(reading, first..name, at);
        role.words.extend(place);
        before.roles.push(role);
    }
    before
}

/// "Gov. Tom Hill of Ohio": the place after the name that opens at `name`.
fn from_place(reading: &Reading<'_>, name: usize) -> Vec<String> {
    const LONGEST_NAME: usize = 5;
    let items = &reading.items;
    (name + 1..items.len().min(name + LONGEST_NAME))
        .take_while(|at| !items[*at].gap.has(Gap::BREAK))
        .find(|at| reading.words(*at) == "of")
        .map_or_else(Vec::new, |of| {
            (of + 1..items.len().min(of + 3))
                .take_while(|at| items[*at].capital && !items[*at].gap.has(Gap::BREAK))
                .map(|at| fold(reading.words(at)).trim_end_matches("'s").to_string())
                .collect()
        })
}

/// Whether two words of descriptions are one: "calif" is California.
pub(in crate::quotation) fn alike(one: &str, other: &str) -> bool {
    const SHORTEST: usize = 3;
    one == other
        || one.len().min(other.len()) >= SHORTEST
            && (one.starts_with(other) || other.starts_with(one))
}

/// ", R-Ohio", "(D-Calif.)", ", Democrat of Ohio": party and place behind a name.
pub(super) fn parties_after(reading: &Reading<'_>, end: usize) -> Vec<String> {
    const LONGEST_TAG: usize = 5;
    let items = &reading.items;
    if !items
        .get(end)
        .is_some_and(|item| item.capital && item.gap.has(Gap::COMMA | Gap::OPEN))
    {
        return Vec::new();
    }
    let mut words: Vec<String> = (end..items.len().min(end + LONGEST_TAG))
        .take_while(|at| *at == end || !items[*at].gap.has(Gap::BREAK))
        .flat_map(|at| {
            let word = fold(reading.words(at)).into_owned();
            word.split('-').map(str::to_string).collect::<Vec<_>>()
        })
        .filter(|word| word != "of")
        .collect();
    let party: &[&str] = match words.first().map(String::as_str) {
        Some("r" | "republican") => &["republican"],
        Some("d" | "democrat") => &["democrat", "democratic"],
        _ => return Vec::new(),
    };
    words.remove(0);
    words.extend(party.iter().map(ToString::to_string));
    words
}

/// The roles that an apposition names: ", a spokesman for the ministry".
pub(super) fn roles_after(reading: &Reading<'_>, end: usize) -> Vec<Role> {
    const LONGEST_ROLE: usize = 12;
    let items = &reading.items;
    if !items.get(end).is_some_and(|item| {
        item.gap.has(Gap::COMMA)
            && item.is(Class::ARTICLE
                | Class::DETERMINER
                | Class::POSSESSIVE
                | Class::TITLE
                | Class::ROLE)
    }) {
        return Vec::new();
    }
    let last = (end + 1..items.len().min(end + LONGEST_ROLE))
        .find(|at| items[*at].gap.has(Gap::BREAK) || items[*at].is(Class::RELATIVE))
        .unwrap_or_else(|| items.len().min(end + LONGEST_ROLE));
    let core = (end..last)
        .find(|at| items[*at].is(Class::PREPOSITION))
        .unwrap_or(last);
    (end..core)
        .filter(|at| items[*at].is(Class::ROLE))
        .map(|at| Role::of(reading, end..last, at))
        .collect()
}

fn gender_of(item: &Item) -> Gender {
    if item.is(Class::WOMAN) {
        Gender::Woman
    } else if item.is(Class::MAN) {
        Gender::Man
    } else {
        Gender::Unknown
    }
}

/// A role under its full name: "sen" is "senator".
fn office(word: &str) -> String {
    match word {
        "sen" | "sens" => "senator",
        "rep" | "reps" | "congressman" | "congresswoman" => "representative",
        "gov" => "governor",
        "gen" => "general",
        "col" => "colonel",
        "prof" => "professor",
        "advisor" => "adviser",
        "attorney" => "lawyer",
        other => other,
    }
    .to_string()
}
