//! The names of outlets, from `assets/rules/outlets.toml`: what "NYTimes.com" or a host is called.
//!
//! Knowing a name is never needed to read an article. It serves to tell "Talks fail – RT News"
//! (a title with its outlet) from "Talks fail – at last" (a title).

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// An outlet that the list knows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    pub name: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    domains: Vec<String>,
    /// Whether others carry its copy: its name then says who wrote a text, not who published it.
    #[serde(default)]
    pub agency: bool,
}

/// The outlet that calls itself so, case and a closing point or comma ignored.
#[must_use]
pub fn by_name(name: &str) -> Option<&'static Listed> {
    let key = key(name.trim().trim_end_matches([',', '.']).trim());
    LIST.names.get(&key).map(|&index| &LIST.outlets[index])
}

/// The outlet whose pages are under this host.
#[must_use]
pub fn by_host(host: &str) -> Option<&'static Listed> {
    let host = host.to_ascii_lowercase();
    let mut rest = host.as_str();
    loop {
        if let Some(&index) = LIST.domains.get(rest) {
            return Some(&LIST.outlets[index]);
        }
        rest = rest.split_once('.')?.1;
    }
}

/// The outlet whose name these words begin with, the longest such name, and the length of it.
#[must_use]
pub fn at_start(words: &str) -> Option<(&'static Listed, usize)> {
    let ends = words
        .char_indices()
        .filter(|(_, letter)| !letter.is_alphanumeric() && *letter != '.')
        .map(|(offset, _)| offset)
        .chain([words.len()]);
    ends.take_while(|&end| end <= 64)
        .filter(|&end| words[..end].ends_with(|c: char| c.is_alphanumeric() || c == ')'))
        .filter_map(|end| Some((by_name(&words[..end])?, end)))
        .last()
}

fn key(name: &str) -> String {
    name.to_lowercase()
}

struct List {
    outlets: Vec<Listed>,
    names: HashMap<String, usize>,
    domains: HashMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    outlet: Vec<Listed>,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../assets/rules/outlets.toml"))
        .expect("assets/rules/outlets.toml is checked by a test");
    let mut names = HashMap::new();
    let mut domains = HashMap::new();
    for (index, outlet) in file.outlet.iter().enumerate() {
        for name in std::iter::once(&outlet.name).chain(&outlet.also) {
            names.insert(key(name), index);
        }
        for domain in &outlet.domains {
            domains.insert(domain.clone(), index);
        }
    }
    List {
        outlets: file.outlet,
        names,
        domains,
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_known_by_its_names_and_hosts() {
        assert_eq!(by_name("rt news").unwrap().name, "RT");
        assert_eq!(
            by_name("The Associated Press ,").map(|o| o.agency),
            Some(true)
        );
        assert!(by_name("at last").is_none());
        assert_eq!(by_host("www.bbc.co.uk").unwrap().name, "BBC");
        assert!(by_host("notbbc.co.uk").is_none());
        assert!(by_host("localhost").is_none());
    }

    #[test]
    fn the_longest_name_at_the_start_counts() {
        let (outlet, end) = at_start("Arutz Sheva North America ,").unwrap();
        assert_eq!((outlet.name.as_str(), end), ("Arutz Sheva", 25));
        assert!(at_start("Reutersville is a town").is_none());
    }

    #[test]
    fn no_name_stands_for_two_outlets() {
        let mut seen = HashMap::new();
        for outlet in &LIST.outlets {
            for name in std::iter::once(&outlet.name).chain(&outlet.also) {
                if let Some(other) = seen.insert(key(name), &outlet.name) {
                    assert_eq!(other, &outlet.name, "{name}");
                }
            }
        }
    }
}
