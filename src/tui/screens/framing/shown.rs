//! What the engine says to what is in hand: asked when that changes, kept until it does again.
//!
//! Drawing only reads it. [`refresh`] is called after every key, and does nothing where neither the
//! question nor the cursor has changed.

use crate::comparison::Comparison;
use crate::framing::collocates::{Collocate, collocates};
use crate::framing::contrast::{Contrast, contrasts};
use crate::framing::dispersion::{Dispersion, dispersion};
use crate::framing::keyness::{KeyWord, TooShort};
use crate::framing::kwic::{self, Line, Order};
use crate::framing::outlet_words::{Outlet, against_others, outlets, places_of};
use crate::framing::slots::{Slot, slots};
use crate::framing::table::{Selection, Usage, places, used_by_one};
use crate::framing::{ConceptId, Framing, Label};
use crate::story::{ArticleId, Place, Story};
use crate::tui::flip;
use crate::tui::screens::Screen;
use crate::tui::state::State;

use super::state::View;

/// How many words away a collocate may stand.
pub const REACH: usize = 5;

/// Words of context by which lines are sorted.
const CONTEXT: usize = 8;

/// A row of the labels' table.
#[derive(Clone, PartialEq, Debug)]
pub struct LabelRow {
    /// Index into the frames of the concept in hand.
    pub frame: usize,
    pub usage: Usage,
    /// The one article that uses it, where others name the concept by other labels.
    pub only: Option<ArticleId>,
}

/// What the table holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Table {
    #[default]
    Nothing,
    Labels(Vec<LabelRow>),
    Keyness(Result<Vec<KeyWord>, TooShort>),
    Collocates(Vec<Collocate>),
    /// One an article.
    Dispersion(Vec<Dispersion>),
    Substitutions(Vec<Slot>),
    Contrasts(Vec<Contrast>),
}

impl Table {
    /// How many rows there are to choose from.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Table::Nothing | Table::Keyness(Err(_)) => 0,
            // The concept itself stands above its labels.
            Table::Labels(rows) => rows.len() + 1,
            Table::Keyness(Ok(rows)) => rows.len(),
            Table::Collocates(rows) => rows.len(),
            Table::Dispersion(rows) => rows.len(),
            Table::Substitutions(rows) => rows.len(),
            Table::Contrasts(rows) => rows.len(),
        }
    }
}

/// What decides on the table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Question {
    view: View,
    concept: Option<ConceptId>,
    label: Option<String>,
    outlet: usize,
}

/// What decides on the places, besides the table.
type Cursor = (usize, usize, Order);

/// The answers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Shown {
    question: Option<Question>,
    cursor: Option<Cursor>,
    pub outlets: Vec<Outlet>,
    pub table: Table,
    /// The places behind the row, and of labels behind the column too.
    pub lines: Vec<Line>,
}

/// Asks the engine anew where what is in hand has changed.
pub fn refresh(state: &mut State) {
    if state.screen != Screen::Framing {
        return;
    }
    let Some(comparison) = state.comparison.clone() else {
        return;
    };
    let before = state.framing.shown.question.as_ref();
    if before.and_then(|one| one.concept) != state.flip.concept {
        state.framing.set_row_of(View::Labels, 0);
        state.framing.set_row_of(View::Collocates, 0);
    }
    let question = Question {
        view: state.framing.view,
        concept: state.flip.concept,
        label: asked_label(state),
        outlet: state.framing.outlet,
    };
    if state.framing.shown.question.as_ref() != Some(&question) {
        let outlets = outlets(&state.story);
        let table = table(state, &comparison, &question, &outlets);
        let row = state.framing.row().min(table.len().saturating_sub(1));
        state.framing.set_row(row);
        state.framing.shown = Shown {
            question: Some(question),
            cursor: None,
            outlets,
            table,
            lines: Vec::new(),
        };
    }
    let at = (
        state.framing.row(),
        state.framing.column,
        state.framing.order,
    );
    if state.framing.shown.cursor != Some(at) {
        let mut lines = lines(state, &comparison);
        // Two sides stand one after the other until another order is asked for.
        let two_sided = !state.framing.view.has_list();
        if !(two_sided && state.framing.order == Order::Text) {
            kwic::sort(&state.story, &mut lines, state.framing.order);
        }
        state.framing.line = state.framing.line.min(lines.len().saturating_sub(1));
        state.framing.shown.lines = lines;
        state.framing.shown.cursor = Some(at);
    }
}

/// The label in hand that collocates and dispersion are asked of; `None`: the whole concept.
fn asked_label(state: &State) -> Option<String> {
    match state.framing.view {
        View::Collocates | View::Dispersion => label_in_hand(state).map(str::to_string),
        _ => None,
    }
}

/// The label in hand; `None`: the whole concept.
#[must_use]
pub fn label_in_hand(state: &State) -> Option<&str> {
    let at = state.framing.row_of(View::Labels).checked_sub(1)?;
    let mut labels = state.flip.frames.iter().flat_map(|frame| &frame.labels);
    labels.nth(at).map(|usage| usage.label.as_str())
}

fn table(state: &State, comparison: &Comparison, question: &Question, outlets: &[Outlet]) -> Table {
    let story = &state.story;
    let Some(framing) = flip::framing(state) else {
        return Table::Nothing;
    };
    let asked = places(
        framing,
        Selection {
            concept: question.concept,
            label: question.label.as_deref(),
            ..Selection::default()
        },
    );
    match question.view {
        View::Labels => Table::Labels(labels(state, framing)),
        View::Keyness => outlets
            .get(question.outlet)
            .map_or(Table::Nothing, |outlet| {
                Table::Keyness(against_others(story, &comparison.texts, outlet))
            }),
        View::Collocates => Table::Collocates(collocates(story, &comparison.texts, asked, REACH)),
        View::Dispersion => Table::Dispersion(dispersion(story, &comparison.texts, asked)),
        View::Substitutions => Table::Substitutions(slots(
            story,
            &comparison.substitutions,
            &comparison.restatements,
            framing,
        )),
        View::Contrasts => Table::Contrasts(contrasts(story, &comparison.speech, framing)),
    }
}

fn labels(state: &State, framing: &Framing) -> Vec<LabelRow> {
    let Some(concept) = state.flip.concept else {
        return Vec::new();
    };
    let only = used_by_one(framing, concept, state.story.articles.len());
    let frames = state.flip.frames.iter().enumerate();
    frames
        .flat_map(|(frame, group)| group.labels.iter().map(move |usage| (frame, usage)))
        .map(|(frame, usage)| LabelRow {
            frame,
            usage: usage.clone(),
            only: only
                .iter()
                .find(|(_, one)| one.label == usage.label)
                .map(|(article, _)| *article),
        })
        .collect()
}

/// The places behind what the cursor is on, in the order of articles and of their texts.
fn lines(state: &State, comparison: &Comparison) -> Vec<Line> {
    let story: &Story = &state.story;
    let texts = &comparison.texts;
    let at = |places: &[Place]| kwic::lines_at(story, texts, &comparison.speech, places, CONTEXT);
    let Some(framing) = flip::framing(state) else {
        return Vec::new();
    };
    let row = state.framing.row();
    match &state.framing.shown.table {
        Table::Nothing | Table::Keyness(Err(_)) => Vec::new(),
        Table::Labels(rows) => {
            let chosen = row.checked_sub(1).and_then(|at| rows.get(at));
            let frame = chosen.map(|one| state.flip.frames[one.frame].name.as_deref());
            let wanted = Selection {
                concept: state.flip.concept,
                article: state.framing.column.checked_sub(1).map(ArticleId::from),
                label: chosen.map(|one| one.usage.label.as_str()),
                ..Selection::default()
            };
            let labels = places(framing, wanted)
                .filter(|label| frame.is_none_or(|frame| label.frame.as_deref() == frame));
            kwic::lines(story, texts, labels, CONTEXT)
        }
        Table::Keyness(Ok(words)) => {
            let (Some(word), Some(outlet)) = (
                words.get(row),
                state.framing.shown.outlets.get(state.framing.outlet),
            ) else {
                return Vec::new();
            };
            // A word that is the others' is shown in the others.
            let here = word.z > 0.0;
            let wanted = |id: ArticleId| outlet.articles.contains(&id) == here;
            at(&places_of(story, texts, &word.word, wanted))
        }
        Table::Collocates(words) => words.get(row).map_or(Vec::new(), |word| at(&word.near)),
        Table::Dispersion(_) => {
            let wanted = Selection {
                concept: state.flip.concept,
                article: Some(ArticleId::from(row)),
                label: label_in_hand(state),
                ..Selection::default()
            };
            kwic::lines(story, texts, places(framing, wanted), CONTEXT)
        }
        Table::Substitutions(slots) => slots.get(row).map_or(Vec::new(), |slot| {
            at(&[&slot.places.0[..], &slot.places.1[..]].concat())
        }),
        Table::Contrasts(contrasts) => contrasts.get(row).map_or(Vec::new(), |contrast| {
            let (own, others) = contrast.sides(framing);
            let labels = own.iter().chain(&others).map(|&at| &framing.labels[at]);
            kwic::lines(
                story,
                texts,
                labels.collect::<Vec<&Label>>().into_iter(),
                CONTEXT,
            )
        }),
    }
}
