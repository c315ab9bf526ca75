//! Framing: what each outlet calls the same thing, and in whose voice.
//!
//! A [`Concept`] is a thing that a story names (the armed opposition); a [`Label`] is one place
//! where it is named, with the words ("rebels"), the frame that the words belong to, and above all
//! the [`Voice`]: a count of "terrorists" that mixes the outlet's own words with a quoted
//! minister's is wrong. Concepts come from lexicons, which the reader can edit, and from discovery.
//!
//! * [`lexicon`] — the files of concepts, labels and frames; [`matcher`](self) finds them.
//! * `phrase` — the noun phrase around what was found.
//! * `voice` — whose words stand at a place.
//! * [`table`] — the counts and lists that screens and reports show.
//! * [`discovery`] — who and what a story names, found without a lexicon; `merge` puts it under what
//!   lexicons say.
//! * [`provenance`] — which lexicons named what, in their order of precedence.
//! * [`kwic`], [`collocates`], [`dispersion`] — the words themselves: in context, in company, and where
//!   in the article. [`keyness`] and [`outlet_words`] — which tell one outlet from the others.
//! * [`contrast`], [`headings`] — an outlet's wording against its speakers', in reports and in what
//!   stands above them.
//! * [`statements`], [`slots`] — one telling of a statement against another, and what stands for what
//!   in the same sentence.
//! * [`adhoc`] — any word or pattern as a concept of the moment.
//! * [`lens`] — an article reread with another outlet's labels.
//!
//! The grouping of labels by concept over outlets is that of Hamborg, Zhukova and Gipp (Newsalyze,
//! 2019–2021); that a label has a voice is not.

pub mod adhoc;
pub mod collocates;
pub mod contrast;
pub mod discovery;
pub mod dispersion;
pub mod headings;
mod inflect;
pub mod keyness;
pub mod kwic;
pub mod lens;
pub mod lexicon;
mod matcher;
mod merge;
pub mod outlet_words;
mod phrase;
mod plain;
pub mod provenance;
mod rules;
pub mod slots;
pub mod statements;
pub mod table;
#[cfg(test)]
mod testing;
mod types;
mod voice;

pub use types::{Concept, ConceptId, Join, Kind, Label, Origin, Voice};

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::quotation::Speech;
use crate::story::{Article, Span, Story};
use crate::text::Segments;
use lexicon::Lexicon;
use matcher::{Found, Matcher, Target};
use phrase::Sentence;
use voice::voice_of;

/// Concepts and their labels.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Framing {
    /// Those of lexicons first, in the order of the lexicons; only those that the story names.
    pub concepts: Vec<Concept>,
    /// In the order of articles and of their texts. Labels of one concept do not overlap.
    pub labels: Vec<Label>,
    /// The lexicons that were asked, the one with the highest precedence first.
    pub lexicons: Vec<provenance::Used>,
}

impl Framing {
    /// Puts the labels in the order of articles and of their texts.
    fn sort_labels(&mut self) {
        self.labels.sort_by_key(|label| {
            let core = label.core;
            (label.article, core.start(), core.end(), label.concept)
        });
    }
}

/// What the reader may choose about framing.
#[derive(Clone, Debug)]
pub struct Options {
    /// The one with the highest precedence first: of two concepts with one key the earlier
    /// lexicon's stands, and of two labels at one place with equally many words too.
    pub lexicons: Vec<Arc<Lexicon>>,
    /// Whether to find concepts that no lexicon has.
    pub discovery: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            lexicons: lexicon::bundled(),
            discovery: true,
        }
    }
}

/// Whether these lexicons can be used together.
///
/// # Errors
/// Why not, in a sentence: [`find`] would find nothing by them.
pub fn check_size(lexicons: &[Arc<Lexicon>]) -> Result<(), String> {
    matcher::check_size(lexicons)
}

/// Finds the labels of a story.
#[must_use]
pub fn find(story: &Story, texts: &[Segments], speech: &Speech, options: &Options) -> Framing {
    let by_lexicons = || {
        let mut named = labelled(story, texts, speech, &options.lexicons, |_| Kind::Open);
        named.lexicons = provenance::used(&options.lexicons, &named.concepts);
        named
    };
    if !options.discovery {
        return by_lexicons();
    }
    let (named, found) = rayon::join(by_lexicons, || discovered(story, texts, speech));
    merge::merged(story, named, found)
}

/// The labels of what the story names without a lexicon.
fn discovered(story: &Story, texts: &[Segments], speech: &Speech) -> Framing {
    let discovered = discovery::discover(story, texts);
    let lexicon = Arc::new(discovered.lexicon);
    let kinds = |concept: usize| discovered.kinds[concept];
    let mut found = labelled(story, texts, speech, std::slice::from_ref(&lexicon), kinds);
    let places: HashMap<&str, usize> = lexicon
        .concepts
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.key.as_str(), at))
        .collect();
    for concept in &mut found.concepts {
        let at = places[concept.key.as_str()];
        concept.origin = Origin::Discovered;
        concept.kind = discovered.kinds[at];
        concept.joins.clone_from(&discovered.joins[at]);
    }
    found
}

/// The labels of a story that these lexicons name. `kind` is that of the concept at an index of
/// its lexicon.
fn labelled(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
    lexicons: &[Arc<Lexicon>],
    kind: impl Fn(usize) -> Kind + Sync,
) -> Framing {
    // Too large a set of lexicons is told of when they are opened, by `check_size`.
    let Ok(matcher) = Matcher::new(lexicons) else {
        return Framing::default();
    };
    let found: Vec<Vec<Found>> = story
        .articles
        .par_iter()
        .zip(texts)
        .map(|(article, segments)| matcher.labels(article, segments))
        .collect();
    let (concepts, ids) = named_concepts(lexicons, &found);
    let labels = story
        .articles
        .par_iter()
        .zip(texts)
        .zip(found)
        .map(|((article, segments), found)| {
            let reading = Reading {
                article,
                segments,
                speech,
            };
            placed(&reading, lexicons, &ids, &found, &kind)
        })
        .collect::<Vec<_>>()
        .concat();
    Framing {
        concepts,
        labels,
        lexicons: Vec::new(),
    }
}

type ConceptIds = BTreeMap<(usize, usize), ConceptId>;

/// The concepts that have a label somewhere, in the order of the lexicons.
fn named_concepts(lexicons: &[Arc<Lexicon>], found: &[Vec<Found>]) -> (Vec<Concept>, ConceptIds) {
    let mut ids: ConceptIds = found
        .iter()
        .flatten()
        .map(|one| ((one.target.lexicon, one.target.concept), ConceptId(0)))
        .collect();
    let mut concepts = Vec::with_capacity(ids.len());
    for (&(lexicon, concept), id) in &mut ids {
        let entry = &lexicons[lexicon].concepts[concept];
        *id = ConceptId(u32::try_from(concepts.len()).unwrap_or(u32::MAX));
        concepts.push(Concept {
            id: *id,
            key: entry.key.clone(),
            name: entry.name.clone(),
            origin: Origin::Lexicon,
            kind: Kind::Open,
            provenance: lexicons[lexicon].file.clone(),
            frames: entry.frames(),
            note: entry.note.clone(),
            joins: Vec::new(),
        });
    }
    (concepts, ids)
}

/// One article with what is known of its words.
struct Reading<'a> {
    article: &'a Article,
    segments: &'a Segments,
    speech: &'a Speech,
}

/// What was found in one article, as labels with extent and voice.
fn placed(
    reading: &Reading<'_>,
    lexicons: &[Arc<Lexicon>],
    ids: &ConceptIds,
    found: &[Found],
    kind: impl Fn(usize) -> Kind,
) -> Vec<Label> {
    let Reading {
        article,
        segments,
        speech,
    } = *reading;
    let mut labels: Vec<Label> = Vec::with_capacity(found.len());
    let mut latest: BTreeMap<ConceptId, usize> = BTreeMap::new();
    for one in found {
        let Target {
            lexicon,
            concept,
            label,
        } = one.target;
        let entry = &lexicons[lexicon].concepts[concept].labels[label];
        let (voice, speaker) = voice_of(speech, article.id, one.core);
        let label = Label {
            concept: ids[&(lexicon, concept)],
            label: entry.label.clone(),
            frame: entry.frame.clone(),
            article: article.id,
            span: if entry.verbal {
                one.core
            } else {
                extent(article, segments, one, kind(concept))
            },
            core: one.core,
            voice,
            speaker,
            zone: article.zone_at(one.core.start()),
            verbal: entry.verbal,
        };
        let before = latest.get(&label.concept).copied();
        match before.filter(|&before| labels[before].span.overlap(label.span) > 0) {
            // "Opposition rebels" is one label, named by its head.
            Some(before) => labels[before] = label,
            None => {
                latest.insert(label.concept, labels.len());
                labels.push(label);
            }
        }
    }
    labels.sort_by_key(|label| (label.core.start(), label.core.end()));
    labels
}

/// The noun phrase around what was found.
fn extent(article: &Article, segments: &Segments, found: &Found, kind: Kind) -> Span {
    let Some(index) = segments.sentence_at(found.core.start()) else {
        return found.core;
    };
    let range = segments.sentences[index].words.clone();
    let sentence = Sentence {
        text: &article.text,
        words: &segments.words[range.clone()],
    };
    let core = found.words.start - range.start..found.words.end - range.start;
    let phrase = match kind {
        Kind::Open | Kind::Group => sentence.phrase_around(core.clone()),
        Kind::Person | Kind::Body => sentence.name_around(core.clone()),
        Kind::Country => sentence.place_around(core.clone()),
    };
    let start = sentence.words[phrase.start].start();
    let end = if phrase.end == core.end {
        found.core.end()
    } else {
        sentence.words[phrase.end - 1].end()
    };
    Span::new(start, end)
}
