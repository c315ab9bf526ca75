//! Which of many patterns are worth running on a text.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, BuildError, MatchKind};

use super::need::{Need, folded};

/// The needs of many patterns, found in one pass over a text.
#[derive(Debug)]
pub struct Sieve {
    /// A string a pattern of its own.
    automaton: AhoCorasick,
    /// Which clauses each string meets.
    uses: Vec<Vec<Use>>,
    /// How many clauses each pattern has.
    clauses: Vec<usize>,
    /// Those that any text may match, in order.
    always: Vec<usize>,
}

/// A string in a clause of a pattern.
#[derive(Clone, Copy, Debug)]
struct Use {
    pattern: usize,
    clause: usize,
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
        let mut clauses = Vec::new();
        for (pattern, need) in needs.into_iter().enumerate() {
            clauses.push(need.clauses.len());
            for (clause, needed) in need.clauses.iter().enumerate() {
                for string in &needed.strings {
                    let at = *index.entry(string).or_insert_with(|| {
                        strings.push(string);
                        uses.push(Vec::new());
                        strings.len() - 1
                    });
                    uses[at].push(Use {
                        pattern,
                        clause,
                        begins: needed.begins,
                    });
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&strings)?;
        let always = (0..clauses.len()).filter(|&pattern| clauses[pattern] == 0);
        Ok(Sieve {
            automaton,
            uses,
            always: always.collect(),
            clauses,
        })
    }

    /// The patterns that may match in this text, in order, each once.
    #[must_use]
    pub fn worth_running(&self, text: &str) -> Vec<usize> {
        let mut met: Vec<(usize, usize)> = Vec::new();
        for found in self.automaton.find_overlapping_iter(folded(text).as_ref()) {
            let at_start = found.start() == 0;
            let uses = self.uses[found.pattern().as_usize()].iter();
            let holding = uses.filter(|one| at_start || !one.begins);
            met.extend(holding.map(|one| (one.pattern, one.clause)));
        }
        met.sort_unstable();
        met.dedup();
        let mut patterns = self.always.clone();
        for of_one in met.chunk_by(|one, other| one.0 == other.0) {
            let pattern = of_one[0].0;
            if of_one.len() == self.clauses[pattern] {
                patterns.push(pattern);
            }
        }
        patterns.sort_unstable();
        patterns
    }
}
