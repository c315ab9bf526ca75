//! What stands before a name ("spokeswoman") or in apposition to it: gender, roles, and that the
//! name is a person's.

use crate::quotation::items::{Gap, Item, Reading};
use crate::quotation::lexicon::Class;
use crate::text::fold;

use super::Gender;

/// What the titles right before a name say: gender, roles, and whether there is one.
pub(super) fn titles_before(reading: &Reading<'_>, start: usize) -> (Gender, Vec<String>, bool) {
    let items = &reading.items;
    let mut gender = Gender::Unknown;
    let mut roles = Vec::new();
    let mut titled = false;
    let mut at = start;
    // "the mayor, Tom Hill": the role stands alone before a comma.
    if start > 1
        && items[start].gap.has(Gap::COMMA)
        && items[start - 1].is(Class::ROLE)
        && items[start - 2].is(Class::ARTICLE | Class::POSSESSIVE)
    {
        roles.push(role_of(&fold(reading.words(start - 1))));
        gender = gender_of(&items[start - 1]);
        return (gender, roles, true);
    }
    while at > 0 && start - at < 6 && !items[at].gap.has(Gap::BREAK) {
        at -= 1;
        let item = &items[at];
        if item.possessive || item.part.is_some() {
            break;
        }
        if item.is(Class::TITLE | Class::ROLE) {
            titled |= at + 1 == start || titled || item.is(Class::TITLE);
            gender = if gender == Gender::Unknown {
                gender_of(item)
            } else {
                gender
            };
            roles.push(role_of(&fold(reading.words(at))));
        } else if !(item.capital
            || item.is(Class::NOT_A_NAME | Class::BODY)
            || matches!(reading.words(at), "of" | "foreign" | "prime" | "state"))
        {
            break;
        }
    }
    (gender, roles, titled)
}

/// The roles that an apposition names: ", a spokesman for the ministry".
pub(super) fn roles_after(reading: &Reading<'_>, end: usize) -> Vec<String> {
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
    (end..items.len().min(end + 7))
        .take_while(|at| *at == end || !items[*at].gap.has(Gap::BREAK))
        .take_while(|at| !items[*at].is(Class::PREPOSITION | Class::RELATIVE))
        .filter(|at| items[*at].is(Class::ROLE))
        .map(|at| role_of(&fold(reading.words(at))))
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
pub(in crate::quotation) fn role_of(word: &str) -> String {
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
