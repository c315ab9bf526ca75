//! The counts and lists that a reader of framings asks for first.
//!
//! How often does each article name a concept, in whose voice, by which label and in which frame?
//! Everything here is counted from a [`Framing`]'s labels and keeps nothing of its own: whoever
//! shows a count can open its places with [`places`].

use super::Framing;
use super::types::{ConceptId, Label, Voice};
use crate::story::ArticleId;

/// How often something is named, by voice.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts([usize; Voice::ALL.len()]);

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, voice: Voice) {
        self.0[voice as usize] += 1;
    }

    /// Counts all of these more.
    pub fn add_all(&mut self, other: Counts) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }

    /// In this voice.
    #[must_use]
    pub fn of(&self, voice: Voice) -> usize {
        self.0[voice as usize]
    }

    /// In the outlet's own voice.
    #[must_use]
    pub fn own(&self) -> usize {
        self.of(Voice::Narrator)
    }

    /// In anybody else's: quoted, reported, held at arm's length or inserted.
    #[must_use]
    pub fn others(&self) -> usize {
        self.total() - self.own()
    }

    /// In any voice.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }
}

impl<'a> FromIterator<&'a Label> for Counts {
    fn from_iter<T: IntoIterator<Item = &'a Label>>(labels: T) -> Self {
        let mut counts = Counts::default();
        for label in labels {
            counts.add(label.voice);
        }
        counts
    }
}

/// A concept's line in the table of concepts and articles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub concept: ConceptId,
    /// One an article, in the story's order.
    pub cells: Vec<Counts>,
    /// Over all articles.
    pub total: Counts,
}

/// Every concept's counts in every article, in the order of the framing's concepts.
#[must_use]
pub fn by_article(framing: &Framing, articles: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = framing
        .concepts
        .iter()
        .map(|concept| Row {
            concept: concept.id,
            cells: vec![Counts::default(); articles],
            total: Counts::default(),
        })
        .collect();
    for label in &framing.labels {
        let row = &mut rows[label.concept.index()];
        row.cells[label.article.index()].add(label.voice);
        row.total.add(label.voice);
    }
    rows
}

/// A label of a concept with its counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Usage {
    pub label: String,
    /// One an article, in the story's order.
    pub cells: Vec<Counts>,
    pub total: Counts,
}

/// Labels that belong together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// `None`: labels that no frame claims, as all those of discovered concepts.
    pub name: Option<String>,
    /// The commonest first, then by the alphabet.
    pub labels: Vec<Usage>,
}

/// The frames of a concept that the story uses, in the lexicon's order, the unframed labels last.
#[must_use]
pub fn frames(framing: &Framing, concept: ConceptId, articles: usize) -> Vec<Frame> {
    let names = framing.concepts[concept.index()]
        .frames
        .iter()
        .map(|name| Some(name.as_str()))
        .chain([None]);
    names
        .map(|name| Frame {
            name: name.map(str::to_string),
            labels: usages(
                framing
                    .labels
                    .iter()
                    .filter(|label| label.concept == concept && label.frame.as_deref() == name),
                articles,
            ),
        })
        .filter(|frame| !frame.labels.is_empty())
        .collect()
}

/// The labels in use among those given, the commonest first, then by the alphabet.
#[must_use]
pub fn usages<'a>(labels: impl Iterator<Item = &'a Label>, articles: usize) -> Vec<Usage> {
    let mut usages: Vec<Usage> = Vec::new();
    for label in labels {
        let at = usages
            .iter()
            .position(|usage| usage.label == label.label)
            .unwrap_or_else(|| {
                usages.push(Usage {
                    label: label.label.clone(),
                    cells: vec![Counts::default(); articles],
                    total: Counts::default(),
                });
                usages.len() - 1
            });
        usages[at].cells[label.article.index()].add(label.voice);
        usages[at].total.add(label.voice);
    }
    usages.sort_by(|a, b| {
        (b.total.total().cmp(&a.total.total())).then_with(|| a.label.cmp(&b.label))
    });
    usages
}

/// Which labels are meant; a part left open takes all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Selection<'a> {
    pub concept: Option<ConceptId>,
    pub article: Option<ArticleId>,
    pub label: Option<&'a str>,
    pub frame: Option<&'a str>,
    /// `Some(true)`: the outlet's own voice; `Some(false)`: anybody else's.
    pub own: Option<bool>,
}

/// The labels behind a count, in the order of articles and of their texts.
pub fn places<'a>(
    framing: &'a Framing,
    wanted: Selection<'a>,
) -> impl Iterator<Item = &'a Label> + 'a {
    framing.labels.iter().filter(move |label| {
        wanted
            .concept
            .is_none_or(|concept| label.concept == concept)
            && wanted
                .article
                .is_none_or(|article| label.article == article)
            && wanted.label.is_none_or(|words| label.label == words)
            && wanted
                .frame
                .is_none_or(|frame| label.frame.as_deref() == Some(frame))
            && wanted.own.is_none_or(|own| label.voice.is_own() == own)
    })
}

/// Labels of a concept that a single article uses, each with that article: what one outlet calls
/// a thing and no other does. Only concepts that two articles name at least are asked.
#[must_use]
pub fn used_by_one(
    framing: &Framing,
    concept: ConceptId,
    articles: usize,
) -> Vec<(ArticleId, Usage)> {
    let all = usages(
        places(
            framing,
            Selection {
                concept: Some(concept),
                ..Selection::default()
            },
        ),
        articles,
    );
    let users = |usage: &Usage| -> Vec<usize> {
        (0..articles)
            .filter(|article| usage.cells[*article].total() > 0)
            .collect()
    };
    let mut named: Vec<usize> = all.iter().flat_map(users).collect();
    named.sort_unstable();
    named.dedup();
    if named.len() < 2 {
        return Vec::new();
    }
    all.into_iter()
        .filter_map(|usage| match users(&usage)[..] {
            [article] => Some((ArticleId::from(article), usage)),
            _ => None,
        })
        .collect()
}
