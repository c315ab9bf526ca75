//! What the views of passages are made from: the comparison, and collations asked of the engine, kept
//! while the comparison is the same.
//!
//! A comparison holds one collation a passage; the screen shows other pairs of its witnesses, other
//! bases, and pairs of sentences.

use std::sync::Arc;

use super::state::How;
use crate::collation::{Choice, Collation, Entry, Likeness, apparatus, collate_by, likeness};
use crate::comparison::Comparison;
use crate::passage::{Passage, PassageId};
use crate::story::{Place, Story};
use crate::text::Segments;
use crate::tui::kept::Kept;
use crate::tui::state::State;

/// How many passages are kept, and how many pairs of sentences.
const PASSAGES: usize = 64;
const SENTENCES: usize = 2_048;

/// Places set side by side.
#[derive(Debug)]
pub struct Collating {
    /// The passage with these witnesses alone.
    pub passage: Passage,
    pub collation: Collation,
    pub entries: Arc<Vec<Entry>>,
    pub likeness: Likeness,
}

/// All that a collation and what is said of it are made from. The same places may be a sentence around
/// one passage and the whole of another, which is told otherwise.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Asked {
    passage: PassageId,
    witnesses: Vec<Place>,
    choice: Choice,
}

impl Asked {
    fn of(shown: &Shown, witnesses: Vec<Place>, base: usize) -> Self {
        Asked {
            passage: shown.passage,
            witnesses,
            choice: Choice {
                base,
                ignoring: shown.how.ignoring,
            },
        }
    }
}

/// The collations asked for so far. The sentences of one long passage are many, and push no passage
/// out: every frame asks for the one that is shown.
#[derive(Debug, Default)]
pub struct Collated {
    passages: Kept<Asked, Collating, PASSAGES>,
    sentences: Kept<Asked, Collating, SENTENCES>,
}

/// Which passage is shown, and how. What is in hand in it, and how far it is scrolled, is not said.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Shown {
    pub passage: PassageId,
    pub pair: [usize; 2],
    pub base: usize,
    pub how: How,
}

impl Shown {
    /// What is shown now; `None` when no passage is in hand.
    #[must_use]
    pub fn now(state: &State) -> Option<Shown> {
        Some(Shown {
            passage: state.selected?,
            pair: state.diff.pair,
            base: state.diff.base,
            how: state.diff.how,
        })
    }
}

/// What views are made from. It holds nothing of the screen, so that they can be made beside it.
#[derive(Clone, Debug)]
pub struct Material {
    pub story: Arc<Story>,
    comparison: Arc<Comparison>,
    collated: Arc<Collated>,
}

impl Material {
    /// What there is now; `None` before all is compared.
    #[must_use]
    pub fn of(state: &State) -> Option<Material> {
        Some(Material {
            story: Arc::clone(&state.story),
            comparison: Arc::clone(state.comparison.as_ref()?),
            collated: Arc::clone(&state.collated),
        })
    }

    /// The articles as words and sentences.
    #[must_use]
    pub fn texts(&self) -> &[Segments] {
        &self.comparison.texts
    }

    fn passage(&self, id: PassageId) -> Option<&Passage> {
        self.comparison.passages.get(id.0 as usize)
    }

    /// The two witnesses shown, the left one as base; `None` when there is no such passage.
    #[must_use]
    pub fn pair(&self, shown: &Shown) -> Option<Arc<Collating>> {
        let passage = self.passage(shown.passage)?;
        let place = |nth: usize| passage.witnesses.get(shown.pair[nth]).copied();
        let asked = Asked::of(shown, vec![place(0)?, place(1)?], 0);
        Some(self.whole(passage, asked))
    }

    /// All witnesses, with the base of the reader's choice.
    #[must_use]
    pub fn all(&self, shown: &Shown) -> Option<Arc<Collating>> {
        let passage = self.passage(shown.passage)?;
        let base = shown.base.min(passage.witnesses.len() - 1);
        let asked = Asked::of(shown, passage.witnesses.clone(), base);
        Some(self.whole(passage, asked))
    }

    fn whole(&self, passage: &Passage, asked: Asked) -> Arc<Collating> {
        let make = || self.collating(passage, asked.clone());
        self.collated.passages.get(asked.clone(), make)
    }

    /// Two sentences in or around the passage shown, the left one as base.
    #[must_use]
    pub fn sentences(&self, shown: &Shown, places: [Place; 2]) -> Option<Arc<Collating>> {
        let passage = self.passage(shown.passage)?;
        let asked = Asked::of(shown, places.to_vec(), 0);
        let make = || self.collating(passage, asked.clone());
        Some(self.collated.sentences.get(asked.clone(), make))
    }

    /// Places of a passage, collated.
    fn collating(&self, passage: &Passage, asked: Asked) -> Collating {
        let passage = Passage {
            witnesses: asked.witnesses,
            ..passage.clone()
        };
        let collation = self
            .known(&passage, asked.choice)
            .unwrap_or_else(|| collate_by(&self.story, self.texts(), &passage, asked.choice));
        Collating {
            entries: Arc::new(apparatus(&self.story, &collation)),
            likeness: likeness(&self.story, self.texts(), &passage, &collation),
            passage,
            collation,
        }
    }

    /// What the comparison has collated already: all witnesses of a passage, the first as base.
    fn known(&self, passage: &Passage, choice: Choice) -> Option<Collation> {
        let at = passage.id.0 as usize;
        let whole = self.comparison.passages.get(at)?.witnesses == passage.witnesses;
        let collation = self.comparison.collations.get(at)?;
        let asked = (choice.base, choice.ignoring) == (collation.base, collation.ignoring);
        (whole && asked && collation.passage == passage.id).then(|| collation.clone())
    }
}

/// The two witnesses shown now; `None` when no passage is in hand.
#[must_use]
pub fn pair(state: &State) -> Option<Arc<Collating>> {
    Material::of(state)?.pair(&Shown::now(state)?)
}

/// All witnesses of the passage in hand; `None` when there is none.
#[must_use]
pub fn all(state: &State) -> Option<Arc<Collating>> {
    Material::of(state)?.all(&Shown::now(state)?)
}
