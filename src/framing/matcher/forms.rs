//! The forms of lexicons, found in an article's folded words.

use std::collections::HashMap;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, BuildError, MatchKind};

use super::place::core_of;
use super::{Hit, Role, Target};
use crate::framing::lexicon::{Form, Lexicon};
use crate::story::{Article, Span};
use crate::text::{Segments, fold};

/// The forms of lexicons, one pattern a folded form.
pub struct Forms {
    automaton: AhoCorasick,
    /// What each pattern is for.
    uses: Vec<Vec<(Form, Role)>>,
}

impl Forms {
    /// The forms of the labels that are heard, with their exceptions and context, and of what the
    /// lexicons are about.
    pub fn of(lexicons: &[Arc<Lexicon>], heard: &[Target]) -> Result<Self, BuildError> {
        let mut uses = Uses::default();
        for (rank, lexicon) in lexicons.iter().enumerate() {
            uses.add_all(&lexicon.about, Role::About(rank));
        }
        for &target in heard {
            let entry = &lexicons[target.lexicon].concepts[target.concept];
            let label = &entry.labels[target.label];
            if target.label == 0 {
                uses.add_all(&entry.exceptions, Role::ConceptException(target));
            }
            uses.add_all(&label.forms, Role::Label(target));
            uses.add_all(&label.exceptions, Role::Exception(target));
            if let Some(context) = &label.context {
                uses.add_all(&context.any, Role::ContextAny(target));
                uses.add_all(&context.none, Role::ContextNone(target));
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&uses.folded)?;
        Ok(Forms {
            automaton,
            uses: uses.uses,
        })
    }

    /// The places of the forms in an article.
    pub fn find(&self, article: &Article, segments: &Segments) -> Vec<Hit> {
        let folded = FoldedText::of(article, segments);
        let mut hits = Vec::new();
        for found in self.automaton.find_overlapping_iter(&folded.text) {
            let Some(first) = folded.word_starting_at(found.start()) else {
                continue;
            };
            let (last, exact) = folded.word_reaching(found.end());
            let words = first..last + 1;
            let core = core_of(article, segments, &words);
            for (form, role) in &self.uses[found.pattern().as_usize()] {
                let place = article.words_at(core);
                if (exact || form.open)
                    && form.has_the_case_of(place)
                    && !shouted(form, article, segments, first)
                {
                    hits.push(Hit {
                        role: *role,
                        words: words.clone(),
                    });
                }
            }
        }
        hits
    }
}

/// Folded forms, each once, with what they are for.
#[derive(Default)]
struct Uses {
    index: HashMap<String, usize>,
    folded: Vec<String>,
    uses: Vec<Vec<(Form, Role)>>,
}

impl Uses {
    fn add_all(&mut self, forms: &[Form], role: Role) {
        for form in forms {
            let at = *self.index.entry(form.folded.clone()).or_insert_with(|| {
                self.folded.push(form.folded.clone());
                self.uses.push(Vec::new());
                self.uses.len() - 1
            });
            self.uses[at].push((form.clone(), role));
        }
    }
}

/// A form of three capitals or fewer ("IS") tells nothing in a line set all in capitals.
fn shouted(form: &Form, article: &Article, segments: &Segments, word: usize) -> bool {
    let small = |text: &str| text.chars().any(char::is_lowercase);
    if !form.cased || form.written.len() > 3 || small(&form.written) {
        return false;
    }
    segments
        .sentence_at(segments.words[word].start())
        .is_some_and(|index| !small(article.words_at(segments.sentences[index].span)))
}

/// An article's words folded, one blank between neighbours and something else where punctuation
/// or a sentence's end stands between them, with the way back to the words.
struct FoldedText {
    text: String,
    /// Where each word starts in `text`.
    starts: Vec<usize>,
}

impl FoldedText {
    fn of(article: &Article, segments: &Segments) -> Self {
        let mut text = String::with_capacity(article.text.len());
        let mut starts = Vec::with_capacity(segments.words.len());
        for sentence in &segments.sentences {
            let mut before: Option<Span> = None;
            for &word in &segments.words[sentence.words.clone()] {
                let between =
                    before.map_or("\n", |before| &article.text[before.end()..word.start()]);
                text.push_str(if joins(between) { " " } else { " , " });
                starts.push(text.len());
                text.push_str(&fold(article.words_at(word)));
                before = Some(word);
            }
        }
        text.push_str(" , ");
        FoldedText { text, starts }
    }

    fn word_starting_at(&self, offset: usize) -> Option<usize> {
        self.starts.binary_search(&offset).ok()
    }

    /// The word that `offset` falls in or ends, and whether it ends it, a possessive aside.
    fn word_reaching(&self, offset: usize) -> (usize, bool) {
        let word = self.starts.partition_point(|start| *start < offset) - 1;
        let rest = &self.text[offset..];
        let rest = rest.strip_prefix("'s").unwrap_or(rest);
        (word, rest.starts_with(' '))
    }
}

/// Whether words with this between them can stand in one form.
fn joins(between: &str) -> bool {
    between != "\n"
        && between.chars().all(|letter| {
            letter.is_whitespace()
                || matches!(
                    letter,
                    '-' | '.' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}'
                )
        })
}
