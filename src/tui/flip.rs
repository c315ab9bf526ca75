//! Flipping: the framings of one concept, one after the other, over all articles at once.
//!
//! A concept and a step. The steps are the frames that the story uses of the concept, in the order
//! of its lexicon, then all of them at rest. What stands out and what is counted comes from the
//! comparison's labels; whose voice each has is never left out.

use super::action::Action;
use super::screens::framing::Shown;
use super::state::State;
use crate::framing::table::{Counts, Frame, frames};
use crate::framing::{Concept, ConceptId, Framing, Label, adhoc};
use crate::story::ArticleId;

/// The concept in hand and which of its frames stands out.
#[derive(Clone, Debug, Default)]
pub struct Flip {
    pub concept: Option<ConceptId>,
    /// Its frames that the story uses; kept because every pane asks.
    pub frames: Vec<Frame>,
    /// Index into `frames`; `None`: no framing stands out.
    pub frame: Option<usize>,
}

impl Flip {
    /// The frame that stands out.
    #[must_use]
    pub fn current(&self) -> Option<&Frame> {
        self.frames.get(self.frame?)
    }
}

/// A frame's name; labels that no frame claims are "other words".
#[must_use]
pub fn name(frame: &Frame) -> &str {
    frame.name.as_deref().unwrap_or("other words")
}

/// How an article uses a frame.
#[must_use]
pub fn counts(frame: &Frame, article: ArticleId) -> Counts {
    let mut counts = Counts::default();
    for usage in &frame.labels {
        counts.add_all(usage.cells[article.index()]);
    }
    counts
}

/// The framing of the story, with what the reader asked for; `None` before the comparison is there.
#[must_use]
pub fn framing(state: &State) -> Option<&Framing> {
    let comparison = state.comparison.as_ref()?;
    Some(
        state
            .asked
            .as_ref()
            .map_or(&comparison.framing, |asked| &asked.framing),
    )
}

/// Words or a pattern that the reader asked for, as one more concept of the story's.
#[derive(Clone, Debug)]
pub struct Asked {
    pub question: String,
    framing: Framing,
}

/// Takes words or a pattern in hand as a concept of the moment, in the place of the one before;
/// nothing lets it go.
pub fn ask(state: &mut State, question: &str) {
    let question = question.trim();
    let Some(comparison) = state.comparison.clone() else {
        state.say_not_compared("a word can be asked for");
        return;
    };
    if question.is_empty() {
        if state.asked.take().is_some() {
            state.framing.shown = Shown::default();
            state.flip = Flip::default();
            choose_some(state);
        }
        return;
    }
    let known = &comparison.framing;
    let texts = &comparison.texts;
    match adhoc::with(known, &state.story, texts, &comparison.speech, question) {
        Err(reason) => state.complain(format!("\u{201c}{question}\u{201d}: {reason}")),
        Ok(framing) => {
            let id = framing.concepts.last().map(|concept| concept.id);
            let places = framing.labels.len() - known.labels.len();
            state.framing.shown = Shown::default();
            state.asked = Some(Asked {
                question: question.to_string(),
                framing,
            });
            if let Some(id) = id {
                choose(state, id);
            }
            state.say(match places {
                0 => format!("\u{201c}{question}\u{201d} is not found in these articles"),
                1 => format!("\u{201c}{question}\u{201d}: 1 place"),
                many => format!("\u{201c}{question}\u{201d}: {many} places"),
            });
        }
    }
}

/// The concept in hand.
#[must_use]
pub fn concept(state: &State) -> Option<&Concept> {
    framing(state)?.concepts.get(state.flip.concept?.index())
}

/// "Those who strike, work: 5 in the outlets' own voice, 2 in others'"; `None` while no framing
/// stands out.
#[must_use]
pub fn in_words(state: &State) -> Option<String> {
    let (concept, frame) = (concept(state)?, state.flip.current()?);
    let articles = state.story.articles.iter();
    let counts = articles.map(|article| counts(frame, article.id));
    let (own, others) = counts.fold((0, 0), |(own, others), one| {
        (own + one.own(), others + one.others())
    });
    Some(format!(
        "{}, {}: {own} in the outlets' own voice, {others} in others'",
        concept.name,
        name(frame)
    ))
}

/// The labels of an article, in the order of its text.
#[must_use]
pub fn labels_of(framing: &Framing, article: ArticleId) -> &[Label] {
    let first = framing
        .labels
        .partition_point(|label| label.article < article);
    let count = framing.labels[first..].partition_point(|label| label.article == article);
    &framing.labels[first..first + count]
}

/// An article's labels of the concept in hand, each with whether it belongs to the frame that
/// stands out.
pub fn labels_in_hand(state: &State, article: ArticleId) -> impl Iterator<Item = (&Label, bool)> {
    let wanted = state.flip.current().map(|frame| frame.name.as_deref());
    let concept = state.flip.concept;
    let labels = framing(state).map_or(&[][..], |framing| labels_of(framing, article));
    labels
        .iter()
        .filter(move |label| wanted.is_some() && Some(label.concept) == concept)
        .map(move |label| (label, wanted == Some(label.frame.as_deref())))
}

/// Takes a concept in hand; nothing stands out yet.
pub fn choose(state: &mut State, concept: ConceptId) {
    let articles = state.story.articles.len();
    let Some(framing) = framing(state) else {
        return;
    };
    let frames = frames(framing, concept, articles);
    state.flip = Flip {
        concept: Some(concept),
        frames,
        frame: None,
    };
}

/// Takes the concept in hand that the story frames in most ways, if there is any.
pub fn choose_some(state: &mut State) {
    if let Some(concept) = most_framed(state) {
        choose(state, concept);
    }
}

/// To the next or previous framing of the concept in hand; with none in hand, of the one that the
/// story frames in most ways.
pub fn step(state: &mut State, forward: bool) {
    if state.flip.concept.is_none() {
        match most_framed(state) {
            Some(concept) => choose(state, concept),
            None => {
                say_none(state);
                return;
            }
        }
    }
    let count = state.flip.frames.len();
    state.flip.frame = match (state.flip.frame, forward) {
        (None, true) => (count > 0).then_some(0),
        (None, false) => count.checked_sub(1),
        (Some(at), true) => (at + 1 < count).then_some(at + 1),
        (Some(at), false) => at.checked_sub(1),
    };
    if state.flip.frame.is_none() {
        let again = state.key(Action::FlipForward);
        let other = state.key(Action::NextConcept);
        state.say(format!(
            "No framing stands out now; {again} begins again, {other} takes another concept"
        ));
    }
}

/// To the next or previous concept, its first framing standing out.
pub fn step_concept(state: &mut State, forward: bool) {
    let count = framing(state).map_or(0, |framing| framing.concepts.len());
    if count == 0 {
        say_none(state);
        return;
    }
    let next = match state.flip.concept {
        None => most_framed(state).map_or(0, ConceptId::index),
        Some(at) if forward => (at.index() + 1) % count,
        Some(at) => (at.index() + count - 1) % count,
    };
    let id = framing(state).map(|framing| framing.concepts[next].id);
    if let Some(id) = id {
        choose(state, id);
        state.flip.frame = (!state.flip.frames.is_empty()).then_some(0);
    }
}

fn say_none(state: &mut State) {
    if state.comparison.is_some() {
        state.say("No concept of the lexicons is named in these articles");
    } else {
        state.say_not_compared("framings come");
    }
}

/// The concept with the most frames in use, then the most labels; the first of equals.
fn most_framed(state: &State) -> Option<ConceptId> {
    let framing = framing(state)?;
    let articles = state.story.articles.len();
    let weight = |concept: &Concept| {
        let frames = frames(framing, concept.id, articles);
        let labels = framing
            .labels
            .iter()
            .filter(|label| label.concept == concept.id)
            .count();
        (frames.len(), labels)
    };
    // `max_by_key` gives the last of equals.
    framing
        .concepts
        .iter()
        .rev()
        .max_by_key(|concept| weight(concept))
        .map(|concept| concept.id)
}
