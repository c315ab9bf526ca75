//! Which of many patterns are worth running on a text.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, BuildError, MatchKind};

use super::need::{Need, folded};

/// The needs of many patterns, found in one pass over a text.
#[derive(Debug)]
pub struct Sieve {
    /// A string a pattern of its own.
    automaton: AhoCorasick,
    /// Who needs each string.
    uses: Vec<Vec<Use>>,
    /// Those that any text may match, in order.
    always: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Use {
    pattern: usize,
    /// Only at the text's start.
    begins: bool,
}

impl Sieve {
    /// Takes in needs; each is known by its number in their order.
    ///
    /// # Errors
    /// When the strings together are too large for an automaton: two gigabytes.
    pub fn new<'a>(needs: impl IntoIterator<Item = &'a Need>) -> Result<Self, BuildError> {
        let mut index: HashMap<&str, usize> = HashMap::new();
        let mut strings: Vec<&str> = Vec::new();
        let mut uses: Vec<Vec<Use>> = Vec::new();
        let mut always = Vec::new();
        for (pattern, need) in needs.into_iter().enumerate() {
            let (needed, begins) = match need {
                Need::Nothing => {
                    always.push(pattern);
                    continue;
                }
                Need::Holds(needed) => (needed, false),
                Need::Begins(needed) => (needed, true),
            };
            for string in needed {
                let at = *index.entry(string).or_insert_with(|| {
                    strings.push(string);
                    uses.push(Vec::new());
                    strings.len() - 1
                });
                uses[at].push(Use { pattern, begins });
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&strings)?;
        Ok(Sieve {
            automaton,
            uses,
            always,
        })
    }

    /// The patterns that may match in this text, in order, each once.
    #[must_use]
    pub fn worth_running(&self, text: &str) -> Vec<usize> {
        let mut patterns = self.always.clone();
        for found in self.automaton.find_overlapping_iter(folded(text).as_ref()) {
            let at_start = found.start() == 0;
            patterns.extend(
                self.uses[found.pattern().as_usize()]
                    .iter()
                    .filter(|one| at_start || !one.begins)
                    .map(|one| one.pattern),
            );
        }
        patterns.sort_unstable();
        patterns.dedup();
        patterns
    }
}
