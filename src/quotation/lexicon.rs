//! The words by which attributions are recognised, from `assets/rules`: closed classes
//! (`words.toml`), sources (`sources.toml`) and cues (`cues.toml`), in one table, so that a word
//! is looked up once.

use std::collections::HashMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use rapidhash::fast::RandomState;
use serde::Deserialize;

use super::types::Attitude;

/// What a word can be; one word can be several things.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Class(u32);

impl Class {
    pub const NONE: Class = Class(0);
    pub const ARTICLE: Class = Class(1);
    pub const DETERMINER: Class = Class(1 << 1);
    pub const POSSESSIVE: Class = Class(1 << 2);
    pub const HE: Class = Class(1 << 3);
    pub const SHE: Class = Class(1 << 4);
    pub const IT: Class = Class(1 << 5);
    pub const THEY: Class = Class(1 << 6);
    /// "I", "we", "you": the reporter's own, or a speaker's.
    pub const SPEAKING: Class = Class(1 << 7);
    /// "him", "them".
    pub const OBJECT: Class = Class(1 << 8);
    pub const RELATIVE: Class = Class(1 << 9);
    pub const PREPOSITION: Class = Class(1 << 10);
    pub const COORDINATOR: Class = Class(1 << 11);
    pub const SUBORDINATOR: Class = Class(1 << 12);
    pub const AUXILIARY: Class = Class(1 << 13);
    pub const MODAL: Class = Class(1 << 14);
    pub const NEGATOR: Class = Class(1 << 15);
    pub const ADVERB: Class = Class(1 << 16);
    pub const TIME: Class = Class(1 << 17);
    pub const VERB: Class = Class(1 << 18);
    pub const TITLE: Class = Class(1 << 19);
    pub const ROLE: Class = Class(1 << 20);
    pub const GROUP: Class = Class(1 << 21);
    pub const BODY: Class = Class(1 << 22);
    /// A capitalised word that is no person's name.
    pub const NOT_A_NAME: Class = Class(1 << 23);
    pub const PARTICLE: Class = Class(1 << 24);
    pub const SUFFIX: Class = Class(1 << 25);
    pub const WOMAN: Class = Class(1 << 26);
    pub const MAN: Class = Class(1 << 27);
    pub const GIVEN_WOMAN: Class = Class(1 << 28);
    pub const GIVEN_MAN: Class = Class(1 << 29);
    /// A noun that carries a content: "claim".
    pub const SAYING: Class = Class(1 << 30);

    /// Either.
    pub(super) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether the word is one of these things.
    pub(super) fn is(self, any: Class) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// The form in which a cue verb stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Base,
    /// "says"
    Third,
    /// "said": past tense or participle.
    Past,
    /// "saying"
    Gerund,
}

/// What one use of a cue verb takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Use {
    /// The words after the verb that belong to it: "for" of "call for".
    pub tail: Vec<Box<str>>,
    pub attitude: Attitude,
    pub clause: bool,
    pub hearer: bool,
    pub infinitive: bool,
    pub object: bool,
    /// A verb of speech, not of thought or stance.
    pub speech: bool,
}

/// A word that can be a cue.
#[derive(Clone, Debug)]
pub(super) struct CueWord {
    pub form: Form,
    /// Those with the longest tails first.
    pub uses: Vec<Use>,
}

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
}

impl Lexicon {
    /// What is known of a word, given in lower case.
    pub(super) fn entry(&self, folded: &str) -> Entry {
        self.words.get(folded).copied().unwrap_or_default()
    }

    /// Whether a word, in any case, is a cue of speech.
    pub(super) fn is_speech_cue(&self, word: &str) -> bool {
        let entry = self.entry(&crate::text::fold(word));
        entry.cue.is_some_and(|cue| {
            self.cues[usize::from(cue)]
                .uses
                .iter()
                .any(|one| one.speech && (one.clause || one.hearer))
        })
    }
}

/// Whether a word, in lower case, only builds sentences: articles, pronouns, auxiliaries…
pub(super) fn is_function_word(folded: &str) -> bool {
    const BUILDING: Class = Class::ARTICLE
        .or(Class::DETERMINER)
        .or(Class::POSSESSIVE)
        .or(Class::HE)
        .or(Class::SHE)
        .or(Class::IT)
        .or(Class::THEY)
        .or(Class::SPEAKING)
        .or(Class::OBJECT)
        .or(Class::RELATIVE)
        .or(Class::PREPOSITION)
        .or(Class::COORDINATOR)
        .or(Class::SUBORDINATOR)
        .or(Class::AUXILIARY)
        .or(Class::MODAL);
    folded == "to" || LEXICON.entry(folded).class.is(BUILDING)
}

/// The lexicon of `assets/rules`.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let words: Words = toml::from_str(include_str!("../../assets/rules/words.toml"))
        .expect("assets/rules/words.toml is checked by a test");
    let sources: Sources = toml::from_str(include_str!("../../assets/rules/sources.toml"))
        .expect("assets/rules/sources.toml is checked by a test");
    let cues: Cues = toml::from_str(include_str!("../../assets/rules/cues.toml"))
        .expect("assets/rules/cues.toml is checked by a test");
    built(words, sources, cues)
});

fn built(words: Words, sources: Sources, cues: Cues) -> Lexicon {
    let mut table: HashMap<Box<str>, Entry, RandomState> = HashMap::default();
    let classes = words.classes().into_iter().chain(sources.classes());
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
        source_follows: cues
            .sources
            .after
            .iter()
            .map(|phrase| phrase.split(' ').map(Box::from).collect())
            .collect(),
        nouns,
    }
}

/// The forms of a verb: by the regular rules, or as they are listed.
fn inflected(verb: &str, irregular: Option<&Vec<String>>) -> Vec<(Form, String)> {
    let mut forms = vec![(Form::Base, verb.to_string())];
    if let Some(listed) = irregular {
        for word in listed.iter().filter(|word| *word != verb) {
            let form = if word.ends_with("ing") {
                Form::Gerund
            } else if Some(word) == listed.first() {
                Form::Third
            } else {
                Form::Past
            };
            forms.push((form, word.clone()));
        }
        return forms;
    }
    let bare = verb.strip_suffix('e').filter(|_| !verb.ends_with("ee"));
    let consonant_y = verb
        .strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let sibilant = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| verb.ends_with(end));
    forms.push((
        Form::Third,
        match consonant_y {
            Some(stem) => format!("{stem}ies"),
            None if sibilant => format!("{verb}es"),
            None => format!("{verb}s"),
        },
    ));
    forms.push((
        Form::Past,
        match (consonant_y, verb.ends_with('e')) {
            (Some(stem), _) => format!("{stem}ied"),
            (None, true) => format!("{verb}d"),
            (None, false) => format!("{verb}ed"),
        },
    ));
    forms.push((Form::Gerund, format!("{}ing", bare.unwrap_or(verb))));
    forms
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    articles: Vec<String>,
    determiners: Vec<String>,
    possessives: Vec<String>,
    he: Vec<String>,
    she: Vec<String>,
    it: Vec<String>,
    they: Vec<String>,
    speaking: Vec<String>,
    objects: Vec<String>,
    relatives: Vec<String>,
    prepositions: Vec<String>,
    coordinators: Vec<String>,
    subordinators: Vec<String>,
    auxiliaries: Vec<String>,
    modals: Vec<String>,
    negators: Vec<String>,
    adverbs: Vec<String>,
    times: Vec<String>,
    verbs: Vec<String>,
}

impl Words {
    fn classes(self) -> Vec<(Class, Vec<String>)> {
        vec![
            (Class::ARTICLE, self.articles),
            (Class::DETERMINER, self.determiners),
            (Class::POSSESSIVE, self.possessives),
            (Class::HE, self.he),
            (Class::SHE, self.she),
            (Class::IT, self.it),
            (Class::THEY, self.they),
            (Class::SPEAKING, self.speaking),
            (Class::OBJECT, self.objects),
            (Class::RELATIVE, self.relatives),
            (Class::PREPOSITION, self.prepositions),
            (Class::COORDINATOR, self.coordinators),
            (Class::SUBORDINATOR, self.subordinators),
            (Class::AUXILIARY, self.auxiliaries),
            (Class::MODAL, self.modals),
            (Class::NEGATOR, self.negators),
            (Class::ADVERB, self.adverbs),
            (Class::TIME, self.times),
            (Class::VERB, self.verbs),
        ]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sources {
    titles: Vec<String>,
    roles: Vec<String>,
    groups: Vec<String>,
    bodies: Vec<String>,
    other_capitals: Vec<String>,
    particles: Vec<String>,
    suffixes: Vec<String>,
    women: Vec<String>,
    men: Vec<String>,
    given_women: Vec<String>,
    given_men: Vec<String>,
}

impl Sources {
    fn classes(self) -> Vec<(Class, Vec<String>)> {
        vec![
            (Class::TITLE, self.titles),
            (Class::ROLE, self.roles),
            (Class::GROUP, self.groups),
            (Class::BODY, self.bodies),
            (Class::NOT_A_NAME, self.other_capitals),
            (Class::PARTICLE, self.particles),
            (Class::SUFFIX, self.suffixes),
            (Class::WOMAN, self.women),
            (Class::MAN, self.men),
            (Class::GIVEN_WOMAN, self.given_women),
            (Class::GIVEN_MAN, self.given_men),
        ]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cues {
    verbs: Vec<Group>,
    sources: SourcePhrases,
    nouns: Nouns,
    irregular: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    attitude: Attitude,
    takes: Vec<Takes>,
    #[serde(default = "yes")]
    speech: bool,
    lemmas: Vec<String>,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Takes {
    Clause,
    Hearer,
    Infinitive,
    Object,
}

impl Group {
    fn usage(&self, tail: Vec<Box<str>>) -> Use {
        let takes = |what| self.takes.contains(&what);
        Use {
            tail,
            attitude: self.attitude,
            clause: takes(Takes::Clause),
            hearer: takes(Takes::Hearer),
            infinitive: takes(Takes::Infinitive),
            object: takes(Takes::Object),
            speech: self.speech,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcePhrases {
    after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nouns {
    neutral: Vec<String>,
    doubting: Vec<String>,
    factive: Vec<String>,
    expressive: Vec<String>,
}

impl Nouns {
    fn by_attitude(&self) -> [(Attitude, Vec<String>); 4] {
        [
            (Attitude::Neutral, self.neutral.clone()),
            (Attitude::Doubting, self.doubting.clone()),
            (Attitude::Factive, self.factive.clone()),
            (Attitude::Expressive, self.expressive.clone()),
        ]
    }
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
