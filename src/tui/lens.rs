//! The lens over an article: another outlet's labels in place of its own, in the narrator's voice
//! only. A view that is always titled and hatched; nothing copies or exports its words.

use super::action::Action;
use super::prose::Edit;
use super::state::State;
use crate::framing::lens::{Rereading, Segment, Vocabulary, reread};
use crate::story::ArticleId;

/// The sign on both sides of a replaced word.
pub const HATCH: &str = "\u{2592}";

/// An article seen with another's labels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lens {
    /// Whose labels.
    pub with: ArticleId,
    pub replaced: usize,
    /// Labels left alone because the sentence would not have agreed.
    pub kept: usize,
}

/// The lens over an article, if there is one.
#[must_use]
pub fn over(state: &State, article: ArticleId) -> Option<Lens> {
    state.read.lenses.get(article.index()).copied().flatten()
}

/// To the next outlet's labels over the focused article, over those that change something.
pub fn step(state: &mut State) {
    let article = state.read.focus;
    let count = state.story.articles.len();
    if state.comparison.is_none() {
        state.say("Still comparing; the lens comes in a moment");
        return;
    }
    let from = over(state, article).map_or(article.index(), |lens| lens.with.index());
    // Once round the other articles, the original in its turn.
    for nth in 1..=count {
        let with = ArticleId::from((from + nth) % count);
        if with == article {
            state.read.set_lens(article, None);
            let was_on = from != article.index();
            state.say(if was_on {
                "The original again"
            } else {
                "No other outlet's own labels would change a word here"
            });
            return;
        }
        let lens = seen(state, article, with);
        if let Some(lens) = lens.filter(|lens| lens.replaced > 0) {
            state.read.set_lens(article, Some(lens));
            return;
        }
    }
}

/// The original again.
pub fn take_off(state: &mut State) {
    let article = state.read.focus;
    let had = over(state, article).is_some();
    state.read.set_lens(article, None);
    if had {
        state.say("The original again");
    } else {
        let key = state.key(Action::Lens);
        state.say(format!(
            "This is the original; {key} rereads it with another outlet's labels"
        ));
    }
}

fn seen(state: &State, article: ArticleId, with: ArticleId) -> Option<Lens> {
    let reading = rereading(state, article, with)?;
    let replaced = |segment: &&Segment| matches!(segment, Segment::Replaced { .. });
    Some(Lens {
        with,
        replaced: reading.segments.iter().filter(replaced).count(),
        kept: reading.kept.len(),
    })
}

fn rereading(state: &State, article: ArticleId, with: ArticleId) -> Option<Rereading> {
    let framing = &state.comparison.as_ref()?.framing;
    let vocabulary = Vocabulary::of_article(framing, with);
    Some(reread(
        state.story.article(article),
        &framing.labels,
        &vocabulary,
    ))
}

/// The lens as edits of the article's text, each hatched.
#[must_use]
pub fn edits(state: &State, article: ArticleId, with: ArticleId) -> Vec<Edit> {
    let segments = rereading(state, article, with).map_or(Vec::new(), |reading| reading.segments);
    segments
        .into_iter()
        .filter_map(|segment| match segment {
            Segment::Original(_) => None,
            Segment::Replaced { span, words, .. } => Some(Edit {
                span,
                text: format!("{HATCH}{words}{HATCH}"),
            }),
        })
        .collect()
}
