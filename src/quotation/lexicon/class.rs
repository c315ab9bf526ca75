//! What a word can be, and the lists that say so: closed classes (`words.toml`) and the words by
//! which sources are recognised (`sources.toml`).

use std::collections::HashMap;
use std::ops::BitOr;

use serde::Deserialize;

/// What a word can be; one word can be several things.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::quotation) struct Class(u64);

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
    /// A given name of either.
    pub const GIVEN: Class = Class(1 << 31);
    /// What bears people's names and is none of them: "Tower".
    pub const SITE: Class = Class(1 << 32);
    /// Writing or speech that somebody puts out: "statement".
    pub const DOCUMENT: Class = Class(1 << 33);
    /// What is done with it: "released".
    pub const ISSUING: Class = Class(1 << 34);
    /// What makes a phrase stand for several people: "a third of voters", "those surveyed".
    pub const SHARE: Class = Class(1 << 35);
    /// A verb that only carries a noun of saying: "made" a call.
    pub const LIGHT: Class = Class(1 << 36);
    /// How things look, to nobody who is named: "seems".
    pub const SEEMING: Class = Class(1 << 37);
    /// A verb that has somebody do something: "prompted".
    pub const CAUSING: Class = Class(1 << 38);
    /// A verb that brings something to light: "reveals".
    pub const EVIDENCE: Class = Class(1 << 39);

    /// These without those.
    pub(in crate::quotation) fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// What only builds sentences, naming nothing.
    pub const BUILDING: Class = Class::ARTICLE
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

    /// Either.
    pub(in crate::quotation) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether the word is one of these things.
    pub(in crate::quotation) fn is(self, any: Class) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
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
    shares: Vec<String>,
    pub(super) denials: Vec<String>,
    pub(super) scope_ends: Vec<String>,
    pub(super) spellings: HashMap<String, String>,
}

impl Words {
    pub(super) fn classes(self) -> Vec<(Class, Vec<String>)> {
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
            (Class::SHARE, self.shares),
        ]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sources {
    titles: Vec<String>,
    roles: Vec<String>,
    groups: Vec<String>,
    bodies: Vec<String>,
    other_capitals: Vec<String>,
    particles: Vec<String>,
    suffixes: Vec<String>,
    women: Vec<String>,
    men: Vec<String>,
    sites: Vec<String>,
    documents: Vec<String>,
    issuing: Vec<String>,
}

impl Sources {
    pub(super) fn classes(self) -> Vec<(Class, Vec<String>)> {
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
            (Class::SITE, self.sites),
            (Class::DOCUMENT, self.documents),
            (Class::ISSUING, self.issuing),
        ]
    }
}
