//! Cue verbs and nouns as `cues.toml` gives them, and the forms that a verb takes.

use std::collections::HashMap;

use serde::Deserialize;

use crate::quotation::types::{Act, Attitude};

/// The form in which a cue verb stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quotation) enum Form {
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
pub(in crate::quotation) struct Use {
    /// The words after the verb that belong to it: "for" of "call for".
    pub tail: Vec<Box<str>>,
    pub attitude: Attitude,
    pub clause: bool,
    pub hearer: bool,
    pub infinitive: bool,
    pub object: bool,
    pub act: Act,
}

/// A word that can be a cue.
#[derive(Clone, Debug)]
pub(in crate::quotation) struct CueWord {
    pub form: Form,
    /// Those with the longest tails first.
    pub uses: Vec<Use>,
}

/// The forms of a verb: by the regular rules, or as they are listed.
pub(super) fn inflected(verb: &str, irregular: Option<&Vec<String>>) -> Vec<(Form, String)> {
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
pub(super) struct Cues {
    pub(super) verbs: Vec<Group>,
    pub(super) sources: SourcePhrases,
    pub(super) nouns: Nouns,
    pub(super) adjectives: Vec<String>,
    pub(super) carriers: Vec<String>,
    pub(super) seeming: Vec<String>,
    pub(super) causing: Vec<String>,
    pub(super) evidence: Vec<String>,
    pub(super) irregular: HashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    attitude: Attitude,
    takes: Vec<Takes>,
    #[serde(default = "speech")]
    act: Act,
    pub(super) lemmas: Vec<String>,
}

fn speech() -> Act {
    Act::Speech
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
    pub(super) fn usage(&self, tail: Vec<Box<str>>) -> Use {
        let takes = |what| self.takes.contains(&what);
        Use {
            tail,
            attitude: self.attitude,
            clause: takes(Takes::Clause),
            hearer: takes(Takes::Hearer),
            infinitive: takes(Takes::Infinitive),
            object: takes(Takes::Object),
            act: self.act,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourcePhrases {
    pub(super) after: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nouns {
    neutral: Vec<String>,
    doubting: Vec<String>,
    factive: Vec<String>,
    expressive: Vec<String>,
    pub(super) verbs_too: Vec<String>,
}

impl Nouns {
    pub(super) fn by_attitude(&self) -> [(Attitude, Vec<String>); 4] {
        [
            (Attitude::Neutral, self.neutral.clone()),
            (Attitude::Doubting, self.doubting.clone()),
            (Attitude::Factive, self.factive.clone()),
            (Attitude::Expressive, self.expressive.clone()),
        ]
    }
}
