//! Which lexicons name a story's concepts, in their order of precedence.
//!
//! A reader must be able to tell whose lexicon says that two words name one thing: its file, its
//! version, what it was compiled from, how many of its concepts the story names and which it does
//! not, and where an earlier lexicon has taken a concept's place.

use std::collections::HashSet;
use std::sync::Arc;

use super::lexicon::Lexicon;
use super::types::{Concept, Origin};

/// A lexicon as a framing used it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Used {
    /// Where it was read from, or "bundled: NAME".
    pub file: String,
    pub name: String,
    pub version: Option<String>,
    pub source: Option<String>,
    /// How many of its concepts the story names.
    pub named: usize,
    /// Names of its concepts that the story does not name, in the file's order.
    pub unnamed: Vec<String>,
    /// Names of its concepts that an earlier lexicon has under the same key.
    pub overruled: Vec<String>,
}

impl Used {
    /// "The war in Syria, version 1".
    #[must_use]
    pub fn title(&self) -> String {
        match &self.version {
            Some(version) => format!("{}, version {version}", self.name),
            None => self.name.clone(),
        }
    }
}

/// How lexicons, the one with the highest precedence first, were used for these concepts.
#[must_use]
pub fn used(lexicons: &[Arc<Lexicon>], concepts: &[Concept]) -> Vec<Used> {
    let mut taken: HashSet<&str> = HashSet::new();
    lexicons
        .iter()
        .map(|lexicon| {
            let mut used = Used {
                file: lexicon.file.clone(),
                name: lexicon.name.clone(),
                version: lexicon.version.clone(),
                source: lexicon.source.clone(),
                ..Used::default()
            };
            let named: HashSet<&str> = concepts
                .iter()
                .filter(|one| one.origin == Origin::Lexicon && one.provenance == lexicon.file)
                .map(|one| one.key.as_str())
                .collect();
            for entry in &lexicon.concepts {
                if taken.contains(entry.key.as_str()) {
                    used.overruled.push(entry.name.clone());
                } else if named.contains(entry.key.as_str()) {
                    used.named += 1;
                } else {
                    used.unnamed.push(entry.name.clone());
                }
            }
            taken.extend(lexicon.concepts.iter().map(|entry| entry.key.as_str()));
            used
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::lexicon::parse;
    use crate::framing::{Options, find};
    use crate::quotation::Speech;
    use crate::text::testing::{segments, story};

    fn lexicon(file: &str, form: &str) -> Arc<Lexicon> {
        let text = format!(
            "[lexicon]\nname = \"Harbour\"\nversion = \"2\"\n\
             [[concept]]\nkey = \"men\"\nname = \"The men\"\n[[concept.label]]\nlabel = \"{form}\"\nforms = [\"{form}\"]\n\
             [[concept]]\nkey = \"{file}\"\nname = \"Only {file}\"\n[[concept.label]]\nlabel = \"ferry\"\nforms = [\"ferry\"]\n"
        );
        Arc::new(parse(&text, file).unwrap())
    }

    #[test]
    fn the_earlier_lexicon_has_the_key_and_what_is_not_named_is_told() {
        let story = story(&["The dockers met."]);
        let options = Options {
            lexicons: vec![lexicon("mine", "dockers"), lexicon("theirs", "rioters")],
            discovery: false,
        };
        let framing = find(&story, &segments(&story), &Speech::default(), &options);
        let [mine, theirs] = &framing.lexicons[..] else {
            panic!("{:?}", framing.lexicons);
        };
        assert_eq!(
            (mine.named, &mine.unnamed[..]),
            (1, &["Only mine".to_string()][..])
        );
        assert_eq!(mine.title(), "Harbour, version 2");
        assert_eq!(
            (theirs.named, &theirs.overruled[..]),
            (0, &["The men".to_string()][..])
        );
    }
}
