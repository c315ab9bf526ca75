//! The forms of lexicons, found in an article's folded words.
//!
//! All forms stand in one sorted list, and each word of an article asks it for the forms that begin
//! there. The last form that sorts before the text from that word on, and the forms that this one
//! begins with, are the only ones that can. A list is sorted in a tenth of the time in which an
//! automaton is built, which counts when a lexicon is made anew for each story, as discovery does.

use std::sync::Arc;

use rapidhash::RapidHashMap;

use super::place::core_of;
use super::{Hit, Role, Target};
use crate::framing::lexicon::{Form, Lexicon};
use crate::story::{Article, Span};
use crate::text::{Segments, fold};

/// The forms of lexicons.
pub struct Forms {
    /// In the order of their folded words, each once.
    entries: Vec<Entry>,
    /// For each first byte the entries before those that begin with it, and all at the end.
    before: Vec<usize>,
}

/// A folded form.
struct Entry {
    folded: String,
    /// The longest other form that it begins with.
    shorter: Option<usize>,
    /// What it is for.
    uses: Vec<(Form, Role)>,
}

impl Forms {
    /// The forms of the labels that are heard, with their exceptions and context, and of what the
    /// lexicons are about.
    pub fn of(lexicons: &[Arc<Lexicon>], heard: &[Target]) -> Self {
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
        Forms::sorted(uses)
    }

    fn sorted(uses: Uses<'_>) -> Self {
        let mut entries: Vec<Entry> = uses
            .0
            .into_iter()
            .map(|(folded, uses)| Entry {
                folded: folded.to_string(),
                shorter: None,
                uses,
            })
            .collect();
        entries.sort_unstable_by(|one, other| one.folded.cmp(&other.folded));
        for at in 1..entries.len() {
            // What begins this one begins whatever sorts between the two.
            let mut shorter = Some(at - 1);
            while let Some(former) = shorter
                && !entries[at].folded.starts_with(&entries[former].folded)
            {
                shorter = entries[former].shorter;
            }
            entries[at].shorter = shorter;
        }
        let before = (0..=256)
            .map(|byte| entries.partition_point(|one| usize::from(one.folded.as_bytes()[0]) < byte))
            .collect();
        Forms { entries, before }
    }

    /// The forms that `text` begins with, the longest first.
    fn beginning(&self, text: &str) -> impl Iterator<Item = &Entry> {
        let byte = text.bytes().next().map_or(0, usize::from);
        let (first, end) = (self.before[byte], self.before[byte + 1]);
        let after =
            first + self.entries[first..end].partition_point(|one| one.folded.as_str() <= text);
        let last = (after > first).then(|| after - 1);
        std::iter::successors(last, |&at| self.entries[at].shorter)
            .map(|at| &self.entries[at])
            .filter(move |one| text.starts_with(&one.folded))
    }

    /// The places of the forms in an article.
    pub fn find(&self, article: &Article, segments: &Segments) -> Vec<Hit> {
        let folded = FoldedText::of(article, segments);
        let mut hits = Vec::new();
        for (first, &start) in folded.starts.iter().enumerate() {
            for entry in self.beginning(&folded.text[start..]) {
                let (last, exact) = folded.word_reaching(start + entry.folded.len());
                let words = first..last + 1;
                let place = article.words_at(core_of(article, segments, &words));
                for (form, role) in &entry.uses {
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
        }
        hits
    }
}

/// What each folded form is for.
#[derive(Default)]
struct Uses<'a>(RapidHashMap<&'a str, Vec<(Form, Role)>>);

impl<'a> Uses<'a> {
    fn add_all(&mut self, forms: &'a [Form], role: Role) {
        for form in forms {
            let uses = self.0.entry(&form.folded).or_default();
            uses.push((form.clone(), role));
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
