//! The lens over an article: other labels in place of its own, in the narrator's voice only. A view
//! that is always titled and hatched; nothing copies or exports its words.
//!
//! The labels are another outlet's, or those of the framing that stands out. What was put for what,
//! and what could not be, is told on request, each with its place.

use super::action::Action;
use super::overlay::card;
use super::prose::Edit;
use super::state::State;
use super::widgets::paint::run;
use crate::framing::ConceptId;
use crate::framing::lens::{Rereading, Segment, Vocabulary, reread};
use crate::story::{ArticleId, Place};

/// The sign on both sides of a replaced word.
pub const HATCH: &str = "\u{2592}";

/// Whose labels a lens puts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum With {
    /// What an outlet calls things itself.
    Outlet(ArticleId),
    /// A framing of one concept: an index into its frames.
    Frame(ConceptId, u16),
}

impl With {
    /// A number that tells lenses apart.
    #[must_use]
    pub fn number(self) -> u64 {
        match self {
            With::Outlet(id) => u64::from(id.0),
            With::Frame(concept, frame) => 1 << 62 | u64::from(concept.0) << 16 | u64::from(frame),
        }
    }

    /// "Press TV's labels", "the framing “terrorism”".
    #[must_use]
    pub fn in_words(self, state: &State) -> String {
        match self {
            With::Outlet(id) => format!("{}'s labels", state.story.article(id).called()),
            With::Frame(..) => {
                format!(
                    "the framing \u{201c}{}\u{201d}",
                    frame(state, self).unwrap_or("?")
                )
            }
        }
    }
}

/// The name of a lens's framing.
fn frame(state: &State, with: With) -> Option<&str> {
    let With::Frame(concept, frame) = with else {
        return None;
    };
    let framing = &state.comparison.as_ref()?.framing;
    let concept = framing.concepts.get(concept.index())?;
    concept.frames.get(usize::from(frame)).map(String::as_str)
}

/// An article seen with others' labels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lens {
    pub with: With,
    pub replaced: usize,
    /// Labels left alone because the sentence would not have agreed.
    pub kept: usize,
}

/// The lens over an article, if there is one.
#[must_use]
pub fn over(state: &State, article: ArticleId) -> Option<Lens> {
    state.read.lenses.get(article.index()).copied().flatten()
}

/// To the next lens over the focused article, over those that change something: the framing that
/// stands out, then every other outlet's labels, then the original.
pub fn step(state: &mut State) {
    let article = state.read.focus;
    if state.comparison.is_none() {
        state.say_not_compared("the lens comes");
        return;
    }
    let before = over(state, article).map(|lens| lens.with);
    let all = lenses(state, article);
    let at = before.and_then(|with| all.iter().position(|one| *one == with));
    let rest = all.into_iter().skip(at.map_or(0, |at| at + 1));
    let next = rest
        .filter_map(|with| seen(state, article, with))
        .find(|lens| lens.replaced > 0);
    state.read.set_lens(article, next);
    if next.is_none() {
        state.say(if before.is_some() {
            "The original again"
        } else {
            "No other outlet's own labels would change a word here"
        });
    }
}

/// Every lens that an article can be seen through, in their order.
fn lenses(state: &State, article: ArticleId) -> Vec<With> {
    let count = state.story.articles.len();
    let outlets = (1..count).map(|nth| ArticleId::from((article.index() + nth) % count));
    in_hand(state)
        .into_iter()
        .chain(outlets.map(With::Outlet))
        .collect()
}

/// The framing that stands out, if it has a name.
fn in_hand(state: &State) -> Option<With> {
    let name = state.flip.current()?.name.as_ref()?;
    let id = state.flip.concept?;
    let concept = state
        .comparison
        .as_ref()?
        .framing
        .concepts
        .get(id.index())?;
    let at = concept.frames.iter().position(|frame| frame == name)?;
    Some(With::Frame(id, u16::try_from(at).ok()?))
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

fn seen(state: &State, article: ArticleId, with: With) -> Option<Lens> {
    let reading = rereading(state, article, with)?;
    let replaced = |segment: &&Segment| matches!(segment, Segment::Replaced { .. });
    Some(Lens {
        with,
        replaced: reading.segments.iter().filter(replaced).count(),
        kept: reading.kept.len(),
    })
}

fn rereading(state: &State, article: ArticleId, with: With) -> Option<Rereading> {
    // The story's own concepts: what the reader asked for are no labels to be put.
    let framing = &state.comparison.as_ref()?.framing;
    let vocabulary = match with {
        With::Outlet(id) => Vocabulary::of_article(framing, id),
        With::Frame(concept, _) => Vocabulary::of_frame(framing, concept, frame(state, with)?),
    };
    Some(reread(
        state.story.article(article),
        &framing.labels,
        &vocabulary,
    ))
}

/// The lens as edits of the article's text, each hatched.
#[must_use]
pub fn edits(state: &State, article: ArticleId, with: With) -> Vec<Edit> {
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

/// What the lens over the focused article puts for what, and what it leaves; `None` without a lens.
#[must_use]
pub fn replacements(state: &State) -> Option<card::State> {
    let id = state.read.focus;
    let lens = over(state, id)?;
    let reading = rereading(state, id, lens.with)?;
    let theme = &state.theme;
    let article = state.story.article(id);
    let line = |span, rest: (String, ratatui::style::Style)| card::Line {
        runs: vec![
            run(format!("{}  ", article.words_at(span)), theme.text),
            run(rest.0, rest.1),
        ],
        place: Some(Place { article: id, span }),
    };
    let mut lines: Vec<card::Line> = reading
        .segments
        .iter()
        .filter_map(|segment| match segment {
            Segment::Original(_) => None,
            Segment::Replaced { span, words, .. } => {
                let put = (format!("\u{2192} {words}"), theme.lens.0);
                Some(line(*span, put))
            }
        })
        .collect();
    lines.extend(reading.kept.iter().map(|kept| {
        let reason = (format!("left: {}", kept.reason), theme.dim.0);
        line(kept.span, reason)
    }));
    let title = format!(
        "{} as it stands \u{2192} with {}",
        article.siglum,
        lens.with.in_words(state)
    );
    Some(card::State::new(title, lines))
}
