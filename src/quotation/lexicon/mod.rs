//! The words by which attributions are recognised, from `assets/rules`: closed classes
//! (`words.toml`), sources (`sources.toml`) and cues (`cues.toml`), in one table, so that a word
//! is looked up once.

mod class;
mod cues;

pub(super) use class::Class;
pub(super) use cues::{CueWord, Form, Use};

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rapidhash::fast::RandomState;

use super::types::{Act, Attitude};
use crate::text::gazetteer::PEOPLE;
use class::{Sources, Words};
use cues::{Cues, inflected};

/// What the lexicon knows of a word.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Entry {
    pub class: Class,
    /// Index into [`Lexicon::cues`].
    pub cue: Option<u16>,
}

pub(super) struct Lexicon {
    words: HashMap<Box<str>, Entry, RandomState>,
    pub cues: Vec<CueWord>,
    /// "according to" and its like, as words.
    pub source_follows: Vec<Vec<Box<str>>>,
    pub nouns: HashMap<Box<str>, Attitude, RandomState>,
    /// Adjectives of thought and feeling: "aware".
    pub adjectives: HashSet<Box<str>, RandomState>,
    /// "stopped short of" and its like, as words: they deny the cue that follows.
    pub denials: Vec<Vec<Box<str>>>,
    /// "because": no negation before it governs what follows.
    pub scope_ends: HashSet<Box<str>, RandomState>,
    /// Ways to write a word, each with the one that it is compared as.
    pub spellings: HashMap<Box<str>, Box<str>, RandomState>,
}

impl Lexicon {
    /// What is known of a word, given in lower case.
    pub(super) fn entry(&self, folded: &str) -> Entry {
        self.words.get(folded).copied().unwrap_or_default()
    }

    /// A given name in full, without its accents: "mike" is "michael".
    pub(super) fn full_given(&self, given: &str) -> String {
        let plain: String = given.chars().map(without_accent).collect();
        PEOPLE.nicknames.get(&plain).cloned().unwrap_or(plain)
    }

    /// Whether a word, in any case, is a cue of speech.
    pub(super) fn is_speech_cue(&self, word: &str) -> bool {
        let entry = self.entry(&crate::text::fold(word));
        entry.cue.is_some_and(|cue| {
            self.cues[usize::from(cue)]
                .uses
                .iter()
                .any(|one| one.act == Act::Speech && (one.clause || one.hearer))
        })
    }
}

/// Whether a word, in lower case, only builds sentences: articles, pronouns, auxiliaries…
pub(super) fn is_function_word(folded: &str) -> bool {
    folded == "to" || LEXICON.entry(folded).class.is(Class::BUILDING)
}

/// The lexicon of `assets/rules`.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let words: Words = toml::from_str(include_str!("../../../assets/rules/words.toml"))
        .expect("assets/rules/words.toml is checked by a test");
    let sources: Sources = toml::from_str(include_str!("../../../assets/rules/sources.toml"))
        .expect("assets/rules/sources.toml is checked by a test");
    let cues: Cues = toml::from_str(include_str!("../../../assets/rules/cues.toml"))
        .expect("assets/rules/cues.toml is checked by a test");
    built(words, sources, cues)
});

/// The letter below an accent, for the languages whose names English news writes with and without.
fn without_accent(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

fn built(mut words: Words, sources: Sources, cues: Cues) -> Lexicon {
    let denials = as_words(&words.denials);
    let scope_ends = words.scope_ends.drain(..).map(Box::from).collect();
    let spellings = words.spellings.drain();
    let spellings = spellings
        .map(|(one, other)| (one.into(), other.into()))
        .collect();
    let mut table: HashMap<Box<str>, Entry, RandomState> = HashMap::default();
    let given = &PEOPLE.given;
    let women = given.women.iter().cloned().collect();
    let men = given.men.iter().cloned().collect();
    let classes = words.classes().into_iter().chain(sources.classes()).chain([
        (Class::GIVEN, given.telling().cloned().collect()),
        (Class::GIVEN_WOMAN, women),
        (Class::GIVEN_MAN, men),
    ]);
    for (class, list) in classes {
        for word in list {
            let entry = table.entry(word.into()).or_default();
            entry.class = entry.class | class;
        }
    }
    let mut nouns: HashMap<Box<str>, Attitude, RandomState> = HashMap::default();
    for (attitude, list) in cues.nouns.by_attitude() {
        for noun in list {
            let entry = table.entry(noun.as_str().into()).or_default();
            entry.class = entry.class | Class::SAYING;
            nouns.insert(noun.into(), attitude);
        }
    }
    for noun in cues.nouns.verbs_too {
        nouns.insert(noun.into(), Attitude::Expressive);
    }
    let kinds = [
        (Class::SEEMING, &cues.seeming),
        (Class::LIGHT, &cues.carriers),
        (Class::CAUSING, &cues.causing),
        (Class::EVIDENCE, &cues.evidence),
    ];
    for (class, verbs) in kinds {
        for verb in verbs {
            for (_, word) in inflected(verb, cues.irregular.get(verb)) {
                let entry = table.entry(word.into()).or_default();
                entry.class = entry.class | class;
            }
        }
    }
    let mut forms: Vec<CueWord> = Vec::new();
    for group in &cues.verbs {
        for lemma in &group.lemmas {
            let mut parts = lemma.split(' ');
            let verb = parts.next().unwrap_or_default();
            let one = group.usage(parts.map(Box::from).collect());
            for (form, word) in inflected(verb, cues.irregular.get(verb)) {
                let entry = table.entry(word.into()).or_default();
                let index = *entry.cue.get_or_insert_with(|| {
                    forms.push(CueWord {
                        form,
                        uses: Vec::new(),
                    });
                    u16::try_from(forms.len() - 1).expect("fewer than 65,536 cue forms")
                });
                forms[usize::from(index)].uses.push(one.clone());
            }
        }
    }
    for word in &mut forms {
        word.uses
            .sort_by_key(|one| std::cmp::Reverse(one.tail.len()));
    }
    Lexicon {
        words: table,
        cues: forms,
        source_follows: as_words(&cues.sources.after),
        nouns,
        adjectives: cues
            .adjectives
            .iter()
            .map(|one| one.as_str().into())
            .collect(),
        denials,
        scope_ends,
        spellings,
    }
}

fn as_words(phrases: &[String]) -> Vec<Vec<Box<str>>> {
    phrases
        .iter()
        .map(|phrase| phrase.split(' ').map(Box::from).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_inflected_by_rule_or_list() {
        for word in [
            "says",
            "said",
            "denying",
            "denies",
            "urged",
            "stressing",
            "teaching",
            "agreeing",
        ] {
            let known = LEXICON.entry(word).cue.is_some();
            assert_eq!(known, word != "teaching", "{word}");
        }
        assert!(LEXICON.is_speech_cue("Said"));
        assert!(!LEXICON.is_speech_cue("believed"));
    }

    #[test]
    fn a_verb_knows_its_prepositions() {
        let cue = LEXICON.entry("called").cue.unwrap();
        let word = &LEXICON.cues[usize::from(cue)];
        assert_eq!(word.form, Form::Past);
        assert!(word.uses[0].tail.len() == 1 && word.uses.last().unwrap().tail.is_empty());
    }
}
