//! Finds what lexicons name, in one pass an article.
//!
//! The forms of all lexicons (labels, exceptions, context words) stand in one Aho-Corasick
//! automaton that reads the article's folded words; patterns stand in one regular-expression set
//! that says which of them are worth running on a sentence. Both are linear in the text. What is
//! found is then settled: a lexicon speaks only about its subject, exceptions and context take
//! labels away, and of labels that overlap the longest stands, then the earlier lexicon's.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::{Regex, RegexSet, RegexSetBuilder};

use super::lexicon::{Form, Lexicon, Within};
use crate::story::{Article, BlockKind, Span};
use crate::text::{Segments, fold};

/// Which label of which concept of which lexicon.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Target {
    pub lexicon: usize,
    pub concept: usize,
    pub label: usize,
}

/// A label found: words of the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub target: Target,
    /// Indexes into [`Segments::words`].
    pub words: Range<usize>,
    /// The words' place, a possessive "'s" left out.
    pub core: Span,
}

/// An article is about a lexicon's subject when the subject's words stand in it this often, or
/// once in its headline.
const ABOUT_TIMES: usize = 3;

/// Bytes that the compiled set of all patterns may take, and its cache of states.
const SET_LIMIT: usize = 1 << 28;
const SET_CACHE: usize = 1 << 25;

/// What a form was written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Role {
    Label(Target),
    /// Of one label, or of all of a concept's.
    Exception(Target),
    ConceptException(Target),
    ContextAny(Target),
    ContextNone(Target),
    About(usize),
}

/// The lexicons, ready to read articles.
pub struct Matcher {
    lexicons: Vec<Arc<Lexicon>>,
    /// One pattern a folded form; its uses stand at the same index of `uses`.
    automaton: AhoCorasick,
    uses: Vec<Vec<(Form, Role)>>,
    filter: RegexSet,
    patterns: Vec<(Regex, Target)>,
}

impl Matcher {
    /// Takes in the lexicons, the one with the highest precedence first. A concept whose key an
    /// earlier lexicon has already is left out.
    ///
    /// # Errors
    /// When the lexicons together are too large for an automaton; the message says so.
    pub fn new(lexicons: &[Arc<Lexicon>]) -> Result<Self, String> {
        let mut uses = Uses::default();
        let mut patterns = Vec::new();
        let mut keys = HashMap::new();
        for (rank, lexicon) in lexicons.iter().enumerate() {
            for form in &lexicon.about {
                uses.add(form, Role::About(rank));
            }
            for (concept, entry) in lexicon.concepts.iter().enumerate() {
                if *keys.entry(entry.key.as_str()).or_insert(rank) != rank {
                    continue;
                }
                let whole = Target {
                    lexicon: rank,
                    concept,
                    label: 0,
                };
                for form in &entry.exceptions {
                    uses.add(form, Role::ConceptException(whole));
                }
                for (label, written) in entry.labels.iter().enumerate() {
                    let target = Target { label, ..whole };
                    for form in &written.forms {
                        uses.add(form, Role::Label(target));
                    }
                    for form in &written.exceptions {
                        uses.add(form, Role::Exception(target));
                    }
                    if let Some(context) = &written.context {
                        for form in &context.any {
                            uses.add(form, Role::ContextAny(target));
                        }
                        for form in &context.none {
                            uses.add(form, Role::ContextNone(target));
                        }
                    }
                    patterns.extend(written.patterns.iter().map(|one| (one.clone(), target)));
                }
            }
        }
        let too_large = |error: &dyn std::fmt::Display| {
            format!("the lexicons are too large together ({error}); open fewer at once")
        };
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&uses.folded)
            .map_err(|error| too_large(&error))?;
        let filter = RegexSetBuilder::new(patterns.iter().map(|(regex, _)| regex.as_str()))
            .size_limit(SET_LIMIT)
            .dfa_size_limit(SET_CACHE)
            .build()
            .map_err(|error| too_large(&error))?;
        Ok(Matcher {
            lexicons: lexicons.to_vec(),
            automaton,
            uses: uses.uses,
            filter,
            patterns,
        })
    }

    /// The labels of one article, in the order of its text; their cores do not overlap.
    #[must_use]
    pub fn labels(&self, article: &Article, segments: &Segments) -> Vec<Found> {
        let mut hits = self.forms_in(article, segments);
        self.patterns_in(article, segments, &mut hits);
        self.settle(article, segments, &hits)
    }
}

impl Matcher {
    fn forms_in(&self, article: &Article, segments: &Segments) -> Vec<Hit> {
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

    fn patterns_in(&self, article: &Article, segments: &Segments, hits: &mut Vec<Hit>) {
        if self.patterns.is_empty() {
            return;
        }
        for sentence in &segments.sentences {
            let text = article.words_at(sentence.span);
            let words = &segments.words[sentence.words.clone()];
            for index in self.filter.matches(text) {
                let (regex, target) = &self.patterns[index];
                for found in regex.find_iter(text) {
                    let start = sentence.span.start() + found.start();
                    let end = sentence.span.start() + found.end();
                    let first = words.partition_point(|word| word.start() < start);
                    let last = words.partition_point(|word| word.start() < end);
                    if first == last || words[first].start() != start {
                        continue;
                    }
                    let word = words[last - 1];
                    let cut =
                        end < word.end() && !is_possessive_mark(&article.text[end..word.end()]);
                    if !cut && end <= word.end() {
                        hits.push(Hit {
                            role: Role::Label(*target),
                            words: sentence.words.start + first..sentence.words.start + last,
                        });
                    }
                }
            }
        }
    }

    /// Of all hits, the labels that stand.
    fn settle(&self, article: &Article, segments: &Segments, hits: &[Hit]) -> Vec<Found> {
        let about = self.subjects(article, segments, hits);
        let around = Surroundings::of(article, segments, hits);
        let mut labels: Vec<(Range<usize>, Target)> = hits
            .iter()
            .filter_map(|hit| match hit.role {
                Role::Label(target) => Some((hit.words.clone(), target)),
                _ => None,
            })
            .filter(|(_, target)| about[target.lexicon])
            .filter(|(words, target)| !around.excepts(*target, words))
            .filter(|(words, target)| self.context_allows(*target, words, &around))
            .collect();
        labels
            .sort_by_key(|(words, target)| (std::cmp::Reverse(words.len()), *target, words.start));
        let mut taken = vec![false; segments.words.len()];
        let mut found = Vec::new();
        for (words, target) in labels {
            if taken[words.clone()].contains(&true) {
                continue;
            }
            taken[words.clone()].fill(true);
            found.push(Found {
                target,
                core: core_of(article, segments, &words),
                words,
            });
        }
        found.sort_by_key(|one| one.words.start);
        found
    }

    /// Which lexicons have something to say about the article.
    fn subjects(&self, article: &Article, segments: &Segments, hits: &[Hit]) -> Vec<bool> {
        let mut times = vec![0; self.lexicons.len()];
        for hit in hits {
            if let Role::About(lexicon) = hit.role {
                let zone = article.zone_at(segments.words[hit.words.start].start());
                times[lexicon] += if zone == BlockKind::Headline {
                    ABOUT_TIMES
                } else {
                    1
                };
            }
        }
        self.lexicons
            .iter()
            .zip(times)
            .map(|(lexicon, times)| lexicon.about.is_empty() || times >= ABOUT_TIMES)
            .collect()
    }

    fn context_allows(&self, target: Target, words: &Range<usize>, around: &Surroundings) -> bool {
        let entry = &self.lexicons[target.lexicon].concepts[target.concept];
        let Some(context) = &entry.labels[target.label].context else {
            return true;
        };
        let near = |places: Option<&Vec<Range<usize>>>| {
            places.is_some_and(|places| {
                places.iter().any(|place| {
                    // The label's own words are no context for it.
                    !overlap(place, words)
                        && around.are_near(place.start, words.start, context.within)
                })
            })
        };
        (context.any.is_empty() || near(around.any.get(&target))) && !near(around.none.get(&target))
    }
}

/// Something of a lexicon that stands in the text.
struct Hit {
    role: Role,
    words: Range<usize>,
}

/// Folded forms, each once, with what they are for.
#[derive(Default)]
struct Uses {
    index: HashMap<String, usize>,
    folded: Vec<String>,
    uses: Vec<Vec<(Form, Role)>>,
}

impl Uses {
    fn add(&mut self, form: &Form, role: Role) {
        let at = *self.index.entry(form.folded.clone()).or_insert_with(|| {
            self.folded.push(form.folded.clone());
            self.uses.push(Vec::new());
            self.uses.len() - 1
        });
        self.uses[at].push((form.clone(), role));
    }
}

/// What stands around labels: exceptions, context words, and where sentences and blocks end.
struct Surroundings {
    excepted: HashMap<Target, Vec<Range<usize>>>,
    concept_excepted: HashMap<(usize, usize), Vec<Range<usize>>>,
    any: HashMap<Target, Vec<Range<usize>>>,
    none: HashMap<Target, Vec<Range<usize>>>,
    /// The sentence and the block of each word.
    parts: Vec<(usize, usize)>,
}

impl Surroundings {
    fn of(_article: &Article, segments: &Segments, hits: &[Hit]) -> Self {
        let mut parts = vec![(0, 0); segments.words.len()];
        for (index, sentence) in segments.sentences.iter().enumerate() {
            parts[sentence.words.clone()].fill((index, sentence.block));
        }
        let mut around = Surroundings {
            excepted: HashMap::new(),
            concept_excepted: HashMap::new(),
            any: HashMap::new(),
            none: HashMap::new(),
            parts,
        };
        for hit in hits {
            let words = hit.words.clone();
            match hit.role {
                Role::Exception(target) => around.excepted.entry(target).or_default().push(words),
                Role::ConceptException(target) => around
                    .concept_excepted
                    .entry((target.lexicon, target.concept))
                    .or_default()
                    .push(words),
                Role::ContextAny(target) => around.any.entry(target).or_default().push(words),
                Role::ContextNone(target) => around.none.entry(target).or_default().push(words),
                Role::Label(_) | Role::About(_) => {}
            }
        }
        around
    }

    fn excepts(&self, target: Target, words: &Range<usize>) -> bool {
        let inside = |places: Option<&Vec<Range<usize>>>| {
            places.is_some_and(|places| {
                places
                    .iter()
                    .any(|place| place.start <= words.start && words.end <= place.end)
            })
        };
        inside(self.excepted.get(&target))
            || inside(self.concept_excepted.get(&(target.lexicon, target.concept)))
    }

    fn are_near(&self, a: usize, b: usize, within: Within) -> bool {
        match within {
            Within::Sentence => self.parts[a].0 == self.parts[b].0,
            Within::Paragraph => self.parts[a].1 == self.parts[b].1,
            Within::Article => true,
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The place of words: without a possessive ending, with the last point of an initialism ("U.S.")
/// unless that point ends the sentence.
fn core_of(article: &Article, segments: &Segments, words: &Range<usize>) -> Span {
    let start = segments.words[words.start].start();
    let last = segments.words[words.end - 1];
    let word = article.words_at(last);
    let bare = ["'s", "\u{2019}s"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    let pointed = word.contains('.') && article.text[last.end()..].starts_with('.');
    let end = match bare {
        Some(bare) => last.start() + bare.len(),
        None if pointed && !ends_a_sentence(segments, last.end()) => last.end() + 1,
        None => last.end(),
    };
    Span::new(start, end)
}

/// Whether a sentence ends with the point at `offset`.
fn ends_a_sentence(segments: &Segments, offset: usize) -> bool {
    segments
        .sentence_at(offset)
        .is_none_or(|index| segments.sentences[index].span.end() == offset + 1)
}

fn is_possessive_mark(tail: &str) -> bool {
    matches!(tail, "'s" | "\u{2019}s")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::lexicon::parse;
    use crate::text::testing::{segments, story};

    const HARBOUR: &str = r#"
[lexicon]
name = "Harbour"
about = ["harbour"]

[[concept]]
key = "strikers"
name = "The strikers"
exceptions = ["dockers' arms"]

[[concept.label]]
label = "dockers"
forms = ["docker", "dockers", "wharf hand*"]

[[concept.label]]
label = "NUD"
forms = ["NUD"]
patterns = ['union of (?:the )?\w+ dockers']

[[concept.label]]
label = "pickets"
forms = ["pickets", "line"]
exceptions = ["line of work"]
context = { any = ["strike"], none = ["fishing"], within = "sentence" }
"#;

    fn found(text: &str) -> Vec<(String, usize)> {
        let lexicon = Arc::new(parse(HARBOUR, "harbour.toml").unwrap());
        let matcher = Matcher::new(&[lexicon]).unwrap();
        let text = format!("The harbour. The harbour. The harbour.\n{text}");
        let story = story(&[&text]);
        let segments = segments(&story);
        matcher
            .labels(&story.articles[0], &segments[0])
            .into_iter()
            .map(|one| {
                let words = story.articles[0].words_at(one.core).to_string();
                (words, one.target.label)
            })
            .collect()
    }

    fn words(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn forms_stand_on_word_edges_whatever_joins_the_words() {
        assert_eq!(
            words("The docker\u{2019}s wharf-hands met Dockers."),
            ["docker", "wharf-hands", "Dockers"]
        );
        assert_eq!(
            words("The dockerish wharf, hand over."),
            Vec::<String>::new()
        );
    }

    #[test]
    fn the_longest_label_stands() {
        assert_eq!(
            found("the union of the free dockers"),
            [("union of the free dockers".to_string(), 1)]
        );
    }

    #[test]
    fn exceptions_and_context_take_labels_away() {
        assert_eq!(
            words("They drank at the Dockers\u{2019} Arms."),
            Vec::<String>::new()
        );
        assert_eq!(words("The strike line held."), ["line"]);
        assert_eq!(words("The line held. A strike."), Vec::<String>::new());
        assert_eq!(words("A strike at the fishing line."), Vec::<String>::new());
        assert_eq!(
            words("In their line of work a strike is rare."),
            Vec::<String>::new()
        );
    }

    #[test]
    fn capitals_are_asked_for_and_tell_nothing_in_a_shouted_line() {
        assert_eq!(words("The NUD and the nud."), ["NUD"]);
        assert_eq!(words("THE NUD IS HERE"), Vec::<String>::new());
    }

    #[test]
    fn a_lexicon_is_silent_on_other_subjects() {
        let lexicon = Arc::new(parse(HARBOUR, "harbour.toml").unwrap());
        let matcher = Matcher::new(&[lexicon]).unwrap();
        let story = story(&["The dockers left the harbour."]);
        let segments = segments(&story);
        assert!(matcher.labels(&story.articles[0], &segments[0]).is_empty());
    }

    #[test]
    fn of_two_concepts_with_one_key_the_earlier_lexicon_has_it() {
        let mine = HARBOUR.replace("[\"docker\", \"dockers\", \"wharf hand*\"]", "[\"hand\"]");
        let lexicons = [mine.as_str(), HARBOUR].map(|text| Arc::new(parse(text, "x").unwrap()));
        let matcher = Matcher::new(&lexicons).unwrap();
        let story = story(&["harbour harbour harbour: dockers, hand"]);
        let segments = segments(&story);
        let found = matcher.labels(&story.articles[0], &segments[0]);
        assert_eq!(found.len(), 1);
        assert_eq!(story.articles[0].words_at(found[0].core), "hand");
    }
}
