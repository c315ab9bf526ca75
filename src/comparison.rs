//! The comparison of a story: everything that screens and reports read.
//!
//! [`compare`] is a pure function: the same story and options give the same [`Comparison`],
//! whatever the number of threads. It only calls the rooms in their order — words, passages,
//! speech, events, labels, coverage — and tells its [`Observer`] how far it has come.

use rayon::prelude::*;

use crate::collation::{self, Collation, Substitution};
use crate::coverage;
use crate::event;
use crate::framing::slots::{Slot, slots};
use crate::framing::statements::{self, Restatement};
use crate::framing::{self, Framing};
use crate::passage::{self, Passage};
use crate::quotation::{self, Echo, SharedQuotation, Speech};
use crate::story::Story;
use crate::text::Segments;

/// What a story's articles share and how they differ. Every vector is in a fixed order.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// One an article, in the story's order.
    pub texts: Vec<Segments>,
    pub pairs: Vec<event::Pair>,
    /// Articles that carry another outlet's text, in order of articles.
    pub copies: Vec<event::Copy>,
    pub passages: Vec<Passage>,
    /// One a passage, in the same order.
    pub collations: Vec<Collation>,
    pub substitutions: Vec<Substitution>,
    pub speech: Speech,
    pub shared_quotations: Vec<SharedQuotation>,
    /// Where the words of quotations stand without a sign that they are the statement.
    pub echoes: Vec<Echo>,
    /// What stands for what where a statement is told twice.
    pub restatements: Vec<Restatement>,
    pub framing: Framing,
    pub coverage: Vec<coverage::Item>,
}

impl Comparison {
    /// The wordings that fill one slot of a sentence or statement told twice.
    #[must_use]
    pub fn slots(&self, story: &Story) -> Vec<Slot> {
        slots(
            story,
            &self.substitutions,
            &self.restatements,
            &self.framing,
        )
    }
}

/// In larger collections passages are not asked for: dates and words are enough, and fast.
const PASSAGES_UP_TO: usize = 1_000;

/// The stories that a folder's articles fall into, those of most outlets first.
#[must_use]
pub fn stories(story: &Story) -> Vec<event::Telling> {
    let texts: Vec<Segments> = story.articles.par_iter().map(Segments::of).collect();
    let passages = if story.articles.len() <= PASSAGES_UP_TO {
        passage::find(story, &texts, &passage::Options::default())
    } else {
        Vec::new()
    };
    event::stories(story, &texts, &passages)
}

/// Of more articles passages and speech are found one after the other.
const SIDE_BY_SIDE_UP_TO: usize = 100;

/// What the reader may choose about a comparison.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub passages: passage::Options,
    pub framing: framing::Options,
}

/// A step of the comparison, for a progress display.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Words,
    Passages,
    Speech,
    Framing,
    Coverage,
}

/// Told before each step; answers whether to go on.
pub type Observer<'a> = &'a (dyn Fn(Step) -> Resolve + Sync);

/// Whether to go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resolve {
    GoOn,
    Stop,
}

/// The observer asked to stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cancelled;

/// Compares the articles of a story.
///
/// # Errors
/// [`Cancelled`] when the observer asks to stop; nothing is left behind.
pub fn compare(
    story: &Story,
    options: &Options,
    observer: Observer<'_>,
) -> Result<Comparison, Cancelled> {
    let begin = |step| match observer(step) {
        Resolve::GoOn => Ok(()),
        Resolve::Stop => Err(Cancelled),
    };
    begin(Step::Words)?;
    let texts: Vec<Segments> = story.articles.par_iter().map(Segments::of).collect();
    begin(Step::Passages)?;
    let passages = || passage::find(story, &texts, &options.passages);
    let speech = || begin(Step::Speech).map(|()| spoken(story, &texts));
    // Neither needs the other. Of many articles each keeps all processors busy, and both together
    // need more memory than anything that comes after.
    let (found, spoken) = if story.articles.len() > SIDE_BY_SIDE_UP_TO {
        (passages(), speech())
    } else {
        rayon::join(passages, speech)
    };
    let Spoken {
        speech,
        shared_quotations,
        echoes,
        restatements,
    } = spoken?;
    begin(Step::Framing)?;
    let framing = framing::find(story, &texts, &speech, &options.framing);
    begin(Step::Coverage)?;
    // Of many articles the pairs are what is kept the most of: not before the framing has let go of
    // all that it needed to find its names.
    let reused = reused(story, &texts, found);
    let coverage = coverage::find(
        story,
        &texts,
        &reused.passages,
        &speech,
        &shared_quotations,
        &echoes,
    );
    Ok(Comparison {
        texts,
        copies: event::copies(story, &reused.pairs),
        pairs: reused.pairs,
        passages: reused.passages,
        collations: reused.collations,
        substitutions: reused.substitutions,
        speech,
        shared_quotations,
        echoes,
        restatements,
        framing,
        coverage,
    })
}

/// What articles share, whoever says it.
struct Reused {
    pairs: Vec<event::Pair>,
    passages: Vec<Passage>,
    collations: Vec<Collation>,
    substitutions: Vec<Substitution>,
}

fn reused(story: &Story, texts: &[Segments], found: Vec<Passage>) -> Reused {
    let pairs = event::judge(story, texts, &found);
    let reworded = passage::reworded(story, texts, &event::same(&pairs), &found);
    let passages = passage::numbered(found.into_iter().chain(reworded).collect());
    let collations: Vec<Collation> = passages
        .par_iter()
        .map(|passage| collation::collate(story, texts, passage))
        .collect();
    let substitutions = collation::substitutions(&passages, &collations);
    Reused {
        pairs,
        passages,
        collations,
        substitutions,
    }
}

/// Who says what, and how it is told elsewhere.
struct Spoken {
    speech: Speech,
    shared_quotations: Vec<SharedQuotation>,
    echoes: Vec<Echo>,
    restatements: Vec<Restatement>,
}

fn spoken(story: &Story, texts: &[Segments]) -> Spoken {
    let speech = quotation::find(story, texts);
    let (shared_quotations, echoes) = quotation::shared(story, texts, &speech);
    let restatements = statements::restatements(story, texts, &speech, &shared_quotations);
    Spoken {
        speech,
        shared_quotations,
        echoes,
        restatements,
    }
}
