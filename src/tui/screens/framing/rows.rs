//! The table's rows and the places behind the cell under the cursor.

use crate::framing::table::{Counts, Selection, Usage, by_article, places};
use crate::framing::{ConceptId, Label};
use crate::story::ArticleId;
use crate::tui::flip;
use crate::tui::state::State;

/// One row of the table.
#[derive(Clone, Debug)]
pub enum Row {
    Concept {
        id: ConceptId,
        name: String,
        cells: Vec<Counts>,
        total: Counts,
    },
    /// A label of the chosen concept.
    Label {
        /// Index over all labels of the concept.
        index: usize,
        /// Index into the frames of the concept.
        frame: usize,
        usage: Usage,
    },
}

impl Row {
    /// The counts in a column: 0 for all articles.
    #[must_use]
    pub fn counts(&self, column: usize) -> Counts {
        let (cells, total) = match self {
            Row::Concept { cells, total, .. } => (cells, total),
            Row::Label { usage, .. } => (&usage.cells, &usage.total),
        };
        match column.checked_sub(1) {
            None => *total,
            Some(article) => cells.get(article).copied().unwrap_or_default(),
        }
    }
}

/// The table: every concept, the chosen one followed by its labels.
#[must_use]
pub fn rows(state: &State) -> Vec<Row> {
    let Some(framing) = flip::framing(state) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for row in by_article(framing, state.story.articles.len()) {
        all.push(Row::Concept {
            id: row.concept,
            name: framing.concepts[row.concept.index()].name.clone(),
            cells: row.cells,
            total: row.total,
        });
        if state.flip.concept == Some(row.concept) {
            all.extend(
                labels(state)
                    .enumerate()
                    .map(|(index, (frame, usage))| Row::Label {
                        index,
                        frame,
                        usage: usage.clone(),
                    }),
            );
        }
    }
    all
}

/// The labels of the chosen concept, each with its frame's index.
pub fn labels(state: &State) -> impl Iterator<Item = (usize, &Usage)> {
    state
        .flip
        .frames
        .iter()
        .enumerate()
        .flat_map(|(index, frame)| frame.labels.iter().map(move |usage| (index, usage)))
}

/// The row under the cursor.
#[must_use]
pub fn cursor(state: &State, rows: &[Row]) -> usize {
    rows.iter()
        .position(|row| match row {
            Row::Concept { id, .. } => {
                Some(*id) == state.flip.concept && state.framing.label.is_none()
            }
            Row::Label { index, .. } => Some(*index) == state.framing.label,
        })
        .unwrap_or(0)
}

/// The places behind the cell under the cursor.
#[must_use]
pub fn lines(state: &State) -> Vec<&Label> {
    let Some(framing) = flip::framing(state) else {
        return Vec::new();
    };
    let usage = state
        .framing
        .label
        .and_then(|index| labels(state).nth(index));
    let label = usage.map(|(_, usage)| usage.label.as_str());
    let frame = usage.map(|(frame, _)| state.flip.frames[frame].name.as_deref());
    let wanted = Selection {
        concept: state.flip.concept,
        article: state.framing.column.checked_sub(1).map(ArticleId::from),
        label,
        ..Selection::default()
    };
    places(framing, wanted)
        .filter(|label| frame.is_none_or(|frame| label.frame.as_deref() == frame))
        .collect()
}
