//! The people of all articles under one name each.
//!
//! A person whom an article names in full is the same as one so named in another. One whom an
//! article names by surname alone is joined to the only person of the story with that surname;
//! where several bear it, the surname stays as it is: nobody is joined by surname alone.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Person;

/// The story's name for each person of each article.
pub(super) fn cast(articles: &[&[Person]]) -> Vec<Vec<String>> {
    let mut forms: BTreeMap<(&str, &str), BTreeMap<&str, usize>> = BTreeMap::new();
    let mut bearers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for person in articles.iter().copied().flatten() {
        if let Some(given) = &person.given {
            *forms
                .entry((given, &person.surname))
                .or_default()
                .entry(&person.name)
                .or_default() += 1;
            bearers.entry(&person.surname).or_default().insert(given);
        }
    }
    let shown = |given: &str, surname: &str| {
        forms.get(&(given, surname)).and_then(|names| {
            names
                .iter()
                .max_by_key(|(name, count)| (**count, std::cmp::Reverse(name.len())))
                .map(|(name, _)| (*name).to_string())
        })
    };
    articles
        .iter()
        .map(|people| {
            people
                .iter()
                .map(|person| {
                    let given = match (&person.given, bearers.get(person.surname.as_str())) {
                        (Some(given), _) => Some(given.as_str()),
                        (None, Some(all)) if all.len() == 1 => all.first().copied(),
                        _ => None,
                    };
                    given
                        .and_then(|given| shown(given, &person.surname))
                        .unwrap_or_else(|| person.name.clone())
                })
                .collect()
        })
        .collect()
}
