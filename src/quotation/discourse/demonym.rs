//! One name for what a country's institutions are called in two ways.
//!
//! "Russia's Foreign Ministry" and "the Russian Foreign Ministry" are one speaker. Both are told by
//! the adjective, as the country list of the rules gives it; what follows it stays as the text has it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::gazetteer::COUNTRIES;

/// The adjective of each country's names.
static ADJECTIVES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let mut adjectives = HashMap::new();
    for country in &COUNTRIES.country {
        if let Some(adjective) = country.adjectives.first() {
            for name in &country.names {
                adjectives.insert(name.as_str(), adjective.as_str());
            }
        }
    }
    adjectives
});

/// "Russia's Foreign Ministry" as "Russian Foreign Ministry"; any other name as it is.
pub(super) fn by_adjective(name: String) -> String {
    let Some((owner, rest)) = name
        .split_once("'s ")
        .or_else(|| name.split_once("\u{2019}s "))
    else {
        return name;
    };
    match ADJECTIVES.get(owner) {
        Some(adjective) => format!("{adjective} {rest}"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countrys_institution_is_told_by_the_adjective() {
        for (name, told) in [
            ("Russia's Foreign Ministry", "Russian Foreign Ministry"),
            ("Syria\u{2019}s government", "Syrian government"),
            ("Russian Foreign Ministry", "Russian Foreign Ministry"),
            ("Reed's campaign", "Reed's campaign"),
            ("Russia", "Russia"),
        ] {
            assert_eq!(by_adjective(name.to_string()), told);
        }
    }
}
