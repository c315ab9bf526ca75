use proptest::prelude::*;

use super::*;

fn need(source: &str) -> Need {
    Pattern::new(source).unwrap().need().clone()
}

/// Clauses as text: a clause's strings parted by |, one at the start with a ^.
fn clauses(source: &str) -> Vec<String> {
    let shown = |clause: &need::Clause| {
        let start = if clause.begins { "^" } else { "" };
        format!("{start}{}", clause.strings.join("|"))
    };
    need(source).clauses.iter().map(shown).collect()
}

#[test]
fn a_need_is_what_every_match_holds() {
    assert_eq!(clauses(r"(?i)(?:\w+ )?dockers?"), ["docker"]);
    assert_eq!(
        clauses(r"(?i)union of (?:the )?\w+ dockers"),
        ["union of ", " dockers"]
    );
    assert_eq!(
        clauses(r"(?:wharf|quay) (?:hand|worker)s?\b"),
        ["quay hand|wharf hand|quay worker|wharf worker"]
    );
    assert_eq!(clauses("(?i)stra\u{df}e|Stra\u{df}en"), ["stra\u{df}e"]);
    assert_eq!(clauses(r"(?:\w+ pier|\d+ quay)\w"), [" pier| quay"]);
    assert_eq!(clauses(r"a{2,3}h+"), ["aa"]);
    assert_eq!(clauses(r"(?-u:\d){40}"), ["0|1|2|3|4|5|6|7|8|9"]);
    assert_eq!(clauses(r"of \w+ docks in \w+"), [" docks in "]);
}

#[test]
fn what_a_text_must_begin_with_is_asked_at_its_start() {
    assert_eq!(clauses(r"(?i)^(?:home|menu|home page)$"), ["^home|menu"]);
    assert_eq!(clauses(r"^(?:By|BY)\s+\p{Lu}.+"), ["^by"]);
    assert_eq!(
        clauses(r"(?i)^.*\ball rights reserved\b"),
        ["all rights reserved"]
    );
    assert_eq!(clauses(r"(?m)^home"), ["home"]);
}

#[test]
fn open_patterns_need_nothing_and_short_needs_are_common() {
    assert_eq!(need(r"\w+|x"), Need::default());
    assert!(!need(r"\w+ing").is_common());
    for common in [r"\w+", r"(?:ab)?\w", r"\w+ \p{Lu}\w+", r"\w+ of \w+"] {
        assert!(need(common).is_common(), "{common}");
    }
}

#[test]
fn faults_are_told_before_anything_is_compiled() {
    assert!(
        matches!(Pattern::new("dock("), Err(Fault::Unreadable(reason)) if reason.contains("unclosed group"))
    );
    assert_eq!(
        Pattern::new(r"(?:dock)?").unwrap_err(),
        Fault::MatchesNothing
    );
    assert_eq!(Pattern::new(r"\w{500}").unwrap_err(), Fault::TooLarge);
    assert_eq!(
        Pattern::new(r"(?:a{1000}){1000}").unwrap_err(),
        Fault::TooLarge
    );
}

/// The largest that is let in can be compiled.
#[test]
fn what_is_let_in_compiles() {
    let times = MOST_RANGES / ranges(&regex_syntax::parse(r"\w").unwrap());
    let pattern = Pattern::new(&format!(r"\w{{{times}}}")).unwrap();
    for text in ["k".repeat(times), "\u{43a}".repeat(times)] {
        assert!(pattern.regex_for(&text).is_match(&text));
    }
}

/// Pieces of patterns over few letters, so that they often match; the odd ones fold oddly.
fn pattern() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[abkS]{1,3}",
        Just(r"\w".to_string()),
        Just(".".to_string()),
        Just("[abk]".to_string()),
        Just("[^a]".to_string()),
        Just(r"\b".to_string()),
        Just("^".to_string()),
        Just("$".to_string()),
        Just("\u{130}".to_string()),
        Just("\u{c9}".to_string()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            prop::collection::vec(inner.clone(), 1..4)
                .prop_map(|parts| format!("(?:{})", parts.join("|"))),
            (
                inner.clone(),
                prop::sample::select(vec!["?", "*", "+", "{2}", "{1,2}", "{0,3}"])
            )
                .prop_map(|(part, times)| format!("(?:{part}){times}")),
            inner.clone().prop_map(|part| format!("(?i:{part})")),
            inner.prop_map(|part| format!("({part})")),
        ]
    })
}

proptest! {
    /// Wherever a pattern matches, the sieve names it.
    #[test]
    fn the_sieve_loses_no_match(
        sources in prop::collection::vec(pattern(), 1..6),
        texts in prop::collection::vec("[abkABKsS\u{17f}\u{212a}\u{130}\u{e9}\u{c9} \n]{0,12}", 1..6),
    ) {
        let patterns: Vec<Pattern> =
            sources.iter().filter_map(|source| Pattern::new(source).ok()).collect();
        let sieve = Sieve::new(patterns.iter().map(Pattern::need)).unwrap();
        for text in &texts {
            let worth = sieve.worth_running(text);
            for (number, pattern) in patterns.iter().enumerate() {
                prop_assert!(
                    worth.contains(&number) || !pattern.full().is_match(text),
                    "{pattern:?} matches {text:?}"
                );
            }
        }
    }
    /// Narrowed to the letters of a text, a pattern matches in it where it did, and the same groups.
    #[test]
    fn what_is_narrowed_matches_the_same(
        source in pattern(),
        text in "[abkABKsS\u{17f}\u{212a}\u{130}\u{e9}\u{c9}\u{2019} \n]{0,12}",
    ) {
        if let Ok(pattern) = Pattern::new(&source) {
            let groups = |regex: &Regex| -> Vec<Vec<Option<std::ops::Range<usize>>>> {
                let of_one = |groups: regex::Captures| {
                    groups.iter().map(|group| group.map(|one| one.range())).collect()
                };
                regex.captures_iter(&text).map(of_one).collect()
            };
            prop_assert_eq!(groups(pattern.regex_for(&text)), groups(pattern.full()));
        }
    }
}

#[test]
fn the_usual_letters_are_latin_with_its_marks() {
    for usual in ["", "dock", "caf\u{e9} \u{2019}\u{2014}\u{2026}"] {
        assert!(repertoire::is_usual(usual), "{usual}");
    }
    for unusual in ["\u{434}\u{43e}\u{43a}", "\u{212a}", "dock \u{6f22}"] {
        assert!(!repertoire::is_usual(unusual), "{unusual}");
    }
}
