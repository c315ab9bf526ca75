//! The people whom one article names.
//!
//! A name is a run of capitalised words that are nothing else. News gives the full name once
//! ("Secretary of State John Kerry") and the surname after that, so mentions are joined by
//! surname — unless two people of the article share it: then a title or given name must tell
//! which, or the mention stays open. What stands before a name ("spokeswoman") or in apposition
//! to it is kept as the person's roles, by which "the spokeswoman" is resolved later.

use std::collections::HashMap;
use std::ops::Range;

use rapidhash::fast::RandomState;

use super::items::{Gap, Item, Reading};
use super::lexicon::Class;
use crate::text::fold;

/// Somebody whom an article names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Person {
    /// As the article gives it first in full; the surname alone where it never does.
    pub name: String,
    pub given: Option<String>,
    /// In lower case.
    pub surname: String,
    pub gender: Gender,
    /// In lower case: "spokeswoman", "secretary".
    pub roles: Vec<String>,
    /// A title or a given name says that this is a person.
    pub proved: bool,
}

/// What titles, given names and pronouns tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Gender {
    Woman,
    Man,
    Unknown,
}

/// One place where a person is named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mention {
    /// Items of the name, titles not included.
    pub items: Range<usize>,
    /// `None` where several people share the surname and nothing tells which.
    pub person: Option<usize>,
}

/// The people of an article and where they are named, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub people: Vec<Person>,
    pub mentions: Vec<Mention>,
    /// People by given name in lower case.
    by_given: HashMap<String, Vec<usize>, RandomState>,
}

/// What no part of a person's name can be.
const NO_NAME: Class = Class::NOT_A_NAME
    .or(Class::TITLE)
    .or(Class::ROLE)
    .or(Class::BODY)
    .or(Class::GROUP)
    .or(Class::ARTICLE)
    .or(Class::DETERMINER)
    .or(Class::POSSESSIVE)
    .or(Class::HE)
    .or(Class::SHE)
    .or(Class::IT)
    .or(Class::THEY)
    .or(Class::SPEAKING)
    .or(Class::PREPOSITION)
    .or(Class::COORDINATOR)
    .or(Class::SUBORDINATOR)
    .or(Class::AUXILIARY)
    .or(Class::MODAL)
    .or(Class::ADVERB)
    .or(Class::TIME)
    .or(Class::VERB)
    .or(Class::RELATIVE)
    .or(Class::NEGATOR);
const GIVEN: Class = Class::GIVEN_MAN.or(Class::GIVEN_WOMAN);

impl Names {
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let runs = runs(reading);
        let mut names = Names::default();
        let mut by_surname: HashMap<String, Vec<usize>, RandomState> = HashMap::default();
        // Full names first, so that a headline's "Kerry" finds the "John Kerry" of the text.
        for run in runs.iter().filter(|run| run.len() > 1) {
            names.introduce(reading, run, &mut by_surname);
        }
        for run in runs {
            let person = names.person_of(reading, &run, &mut by_surname);
            names.mentions.push(Mention { items: run, person });
        }
        names
    }

    fn introduce(
        &mut self,
        reading: &Reading<'_>,
        run: &Range<usize>,
        by_surname: &mut HashMap<String, Vec<usize>, RandomState>,
    ) {
        let parts = Parts::of(reading, run);
        let same = by_surname.entry(parts.surname.clone()).or_default();
        let known = same.iter().copied().find(|one| {
            self.people[*one]
                .given
                .as_deref()
                .is_none_or(|given| Some(given) == parts.given.as_deref())
        });
        let (title_gender, roles, titled) = titles_before(reading, run.start);
        let person = known.unwrap_or_else(|| {
            self.people.push(Person {
                name: parts.name.clone(),
                given: parts.given.clone(),
                surname: parts.surname.clone(),
                gender: Gender::Unknown,
                roles: Vec::new(),
                proved: false,
            });
            let index = self.people.len() - 1;
            same.push(index);
            if let Some(given) = &parts.given {
                self.by_given.entry(given.clone()).or_default().push(index);
            }
            index
        });
        let person = &mut self.people[person];
        let first = &reading.items[run.start];
        person.proved |= titled || first.is(GIVEN);
        let given_gender = match (first.is(Class::GIVEN_WOMAN), first.is(Class::GIVEN_MAN)) {
            (true, false) => Gender::Woman,
            (false, true) => Gender::Man,
            _ => Gender::Unknown,
        };
        person.learn(title_gender);
        person.learn(given_gender);
        for role in roles.into_iter().chain(roles_after(reading, run.end)) {
            if !person.roles.contains(&role) {
                person.roles.push(role);
            }
        }
    }

    fn person_of(
        &mut self,
        reading: &Reading<'_>,
        run: &Range<usize>,
        by_surname: &mut HashMap<String, Vec<usize>, RandomState>,
    ) -> Option<usize> {
        let parts = Parts::of(reading, run);
        let same = by_surname.get(&parts.surname).cloned().unwrap_or_default();
        if let Some(given) = &parts.given {
            return same.iter().copied().find(|one| {
                self.people[*one]
                    .given
                    .as_ref()
                    .is_none_or(|known| known == given)
            });
        }
        let (gender, roles, titled) = titles_before(reading, run.start);
        let mut fitting: Vec<usize> = same
            .iter()
            .copied()
            .filter(|one| self.people[*one].gender.agrees(gender))
            .collect();
        if fitting.len() > 1 && !roles.is_empty() {
            let told: Vec<usize> = fitting
                .iter()
                .copied()
                .filter(|one| {
                    roles
                        .iter()
                        .any(|role| self.people[*one].roles.contains(role))
                })
                .collect();
            if told.len() == 1 {
                fitting = told;
            }
        }
        match fitting.as_slice() {
            [one] => {
                let person = &mut self.people[*one];
                person.learn(gender);
                person.proved |= titled;
                for role in roles {
                    if !person.roles.contains(&role) {
                        person.roles.push(role);
                    }
                }
                Some(*one)
            }
            [] if same.is_empty() => {
                // "Hillary said": a given name alone.
                if let [one] = self
                    .by_given
                    .get(&parts.surname)
                    .map_or(&[][..], Vec::as_slice)
                {
                    return Some(*one);
                }
                self.people.push(Person {
                    name: parts.name,
                    given: None,
                    surname: parts.surname.clone(),
                    gender,
                    roles,
                    proved: titled,
                });
                by_surname
                    .entry(parts.surname)
                    .or_default()
                    .push(self.people.len() - 1);
                Some(self.people.len() - 1)
            }
            _ => None,
        }
    }

    /// The mentions whose items lie in a range.
    pub(super) fn mentions_in(&self, range: &Range<usize>) -> &[Mention] {
        let first = self
            .mentions
            .partition_point(|mention| mention.items.start < range.start);
        let last = self
            .mentions
            .partition_point(|mention| mention.items.start < range.end);
        &self.mentions[first..last.max(first)]
    }
}

impl Person {
    fn learn(&mut self, gender: Gender) {
        if self.gender == Gender::Unknown {
            self.gender = gender;
        }
    }
}

impl Gender {
    /// Whether both can be one person's.
    pub(super) fn agrees(self, other: Gender) -> bool {
        self == Gender::Unknown || other == Gender::Unknown || self == other
    }
}

/// A name taken apart.
struct Parts {
    name: String,
    given: Option<String>,
    surname: String,
}

impl Parts {
    fn of(reading: &Reading<'_>, run: &Range<usize>) -> Self {
        let mut last = run.end - 1;
        while last > run.start && reading.items[last].is(Class::SUFFIX) {
            last -= 1;
        }
        let surname = bare(reading.words(last));
        let given = (run.start < last && !reading.items[run.start].is(Class::PARTICLE))
            .then(|| fold(reading.words(run.start)).into_owned());
        let span = reading.span(run.clone());
        let text = &reading.article.text[span.start()..span.end()];
        Parts {
            name: text
                .trim_end_matches("'s")
                .trim_end_matches("\u{2019}s")
                .trim_end_matches(['\'', '\u{2019}'])
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            given,
            surname,
        }
    }
}

/// A word in lower case without its possessive ending.
fn bare(word: &str) -> String {
    let folded = fold(word);
    folded
        .strip_suffix("'s")
        .unwrap_or(&folded)
        .trim_end_matches('\'')
        .to_string()
}

/// The runs of items that can be people's names.
fn runs(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let items = &reading.items;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut doubtful: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let Some(end) = run_end(reading, at) else {
            at += 1;
            continue;
        };
        let opens_sentence = items[at].gap.has(Gap::START | Gap::STOP | Gap::COLON);
        if end == at + 1 && opens_sentence && !items[at].is(GIVEN) {
            doubtful.push(found.len());
        }
        found.push(at..end);
        at = end;
    }
    // A capital that opens a sentence proves nothing: the word must be a name elsewhere too.
    let known: std::collections::HashSet<String, RandomState> = found
        .iter()
        .enumerate()
        .filter(|(index, _)| doubtful.binary_search(index).is_err())
        .map(|(_, run)| bare(reading.words(run.end - 1)))
        .collect();
    let mut index = 0;
    found.retain(|run| {
        let keep = doubtful.binary_search(&index).is_err()
            || known.contains(&bare(reading.words(run.start)));
        index += 1;
        keep
    });
    found
}

fn run_end(reading: &Reading<'_>, start: usize) -> Option<usize> {
    let items = &reading.items;
    if !is_name_word(reading, start) {
        return None;
    }
    let mut end = start + 1;
    while end < items.len() && !items[end - 1].possessive {
        let item = &items[end];
        if item.gap.has(Gap::BREAK) && !(item.is(Class::SUFFIX) && item.capital) {
            break;
        }
        let particle = !item.capital
            && item.is(Class::PARTICLE)
            && items
                .get(end + 1)
                .is_some_and(|next| !next.gap.has(Gap::BREAK))
            && (is_name_word(reading, end + 1) || items[end + 1].is(Class::PARTICLE));
        // "Kanye West", "Theresa May": after a given name any capital is a surname.
        let surname = end == start + 1
            && item.capital
            && items[start].is(GIVEN)
            && !item.is(Class::TITLE | Class::ROLE | Class::BODY | Class::GROUP);
        if !(is_name_word(reading, end)
            || surname
            || particle
            || item.is(Class::SUFFIX) && item.capital)
        {
            break;
        }
        end += 1;
    }
    Some(end)
}

fn is_name_word(reading: &Reading<'_>, at: usize) -> bool {
    let Some(item) = reading.items.get(at) else {
        return false;
    };
    if !item.capital || item.part.is_some() {
        return false;
    }
    let opens = item.gap.has(Gap::START | Gap::STOP);
    let word = reading.words(at);
    let excused = !opens && item.is(GIVEN.or(Class::PARTICLE));
    if item.is(NO_NAME) && !excused {
        return false;
    }
    if opens && item.cue.is_some() && !item.is(GIVEN) {
        return false;
    }
    // "U.S.", "GOP": initials are no names, but "J" of "Donald J. Trump" is.
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    word.chars()
        .all(|letter| letter.is_alphabetic() || matches!(letter, '\'' | '\u{2019}' | '.'))
        && (capitals < 2 || word.chars().any(char::is_lowercase) || word.len() == 1)
}

/// What the titles right before a name say: gender, roles, and whether there is one.
fn titles_before(reading: &Reading<'_>, start: usize) -> (Gender, Vec<String>, bool) {
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
fn roles_after(reading: &Reading<'_>, end: usize) -> Vec<String> {
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
pub(super) fn role_of(word: &str) -> String {
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
