//! How the screen is divided, and what is on it.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::collated::Shown;
use super::making::{Asked, Frame, Height};
use super::sheet::Sheet;
use super::sheets;
use super::state::View;
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::paint::{below, row};

/// Narrower than this the sides are stacked.
const BESIDE_FROM: u16 = 100;
const MOST_TEXT: u16 = 76;
/// A sign, the passage's line, a blank.
pub const GUTTER: u16 = 3;
/// Between the two sides.
const BETWEEN: u16 = 2;

/// The screen as it is drawn now.
pub struct Scene {
    pub sheet: Arc<Sheet>,
    pub frame: Frame,
    /// What the passage is, the event guard, the witnesses: over the text that they speak of.
    pub head: Rect,
    /// A line a side, or one for both where it is low; the base's for an apparatus.
    pub headers: Vec<Rect>,
    /// Gutter and text of each side; the first one alone when stacked or an apparatus.
    pub sides: Vec<Rect>,
    /// The first row of the sheet in view.
    pub top: usize,
    /// The variants.
    pub list: Rect,
}

impl Scene {
    /// The screen now; `None` when no passage is in hand.
    #[must_use]
    pub fn of(state: &State) -> Option<Scene> {
        let shown = Shown::now(state)?;
        let plan = Plan::of(state, &shown)?;
        let frame = plan.frame(state, &shown);
        let Plan {
            body,
            apparatus,
            beside,
            columns,
            above,
        } = &plan;
        let (body, list_column) = (*body, plan.list_column());
        let sheet = sheets::sheet(state, Asked { shown, frame })?;
        let middle = below(body, above.rows());
        let (text_rows, list_at) = match frame.height {
            Height::Beside(rows) => (rows, middle.y),
            Height::Above { .. } => {
                let sheet_rows = u16::try_from(sheet.rows.len()).unwrap_or(u16::MAX);
                let most = frame.height.sheet(sheet.lines.len());
                let text = most.min(sheet_rows.saturating_add(1));
                (text, middle.y + text)
            }
        };
        let text = Rect {
            height: text_rows,
            ..middle
        };
        let side = |column: Rect| Rect {
            x: column.x,
            width: column.width,
            ..text
        };
        let sides = if *beside && !apparatus {
            vec![side(columns[0]), side(columns[1])]
        } else {
            vec![side(columns[0])]
        };
        let header = |nth: u16, column: Rect| Rect {
            x: column.x,
            width: column.width,
            ..row(below(body, above.head), nth)
        };
        let headers = match above.headers {
            0 => Vec::new(),
            1 if *apparatus => vec![header(0, list_column.union(columns[0]))],
            1 => sides.iter().map(|side| header(0, *side)).collect(),
            _ => vec![header(0, columns[0]), header(1, columns[0])],
        };
        let list = Rect {
            x: list_column.x,
            width: list_column.width,
            y: list_at,
            height: middle.bottom().saturating_sub(list_at),
        };
        let top = top(state, &sheet, text_rows);
        Some(Scene {
            sheet,
            frame,
            head: Rect {
                height: above.head,
                ..plan.both_columns()
            },
            headers,
            sides,
            top,
            list,
        })
    }

    /// Where the histogram stands, over the text of an apparatus.
    #[must_use]
    pub fn histogram(&self) -> Rect {
        let gutter = self.sides[0].width.saturating_sub(self.frame.width);
        Rect {
            x: self.sides[0].x + gutter,
            y: self.sides[0].y.saturating_sub(1),
            width: self.frame.width,
            height: 1,
        }
    }

    /// The columns before a side's text.
    #[must_use]
    pub fn gutter(&self) -> u16 {
        self.sides[0].width.saturating_sub(self.frame.width)
    }
}

/// How the screen is divided for a passage, before it is known how long its sheet is.
struct Plan {
    body: Rect,
    apparatus: bool,
    /// The sides stand beside each other, or the variants beside the text of an apparatus.
    beside: bool,
    columns: Vec<Rect>,
    above: Above,
}

/// The rows above the text.
struct Above {
    head: u16,
    headers: u16,
    histogram: u16,
}

/// The sheet of a passage on the screen as large as it is now; `None` when there is no such passage.
#[must_use]
pub fn asked(state: &State, shown: Shown) -> Option<Asked> {
    let frame = Plan::of(state, &shown)?.frame(state, &shown);
    Some(Asked { shown, frame })
}

impl Plan {
    /// What there is room for; `None` when there is no such passage.
    fn of(state: &State, shown: &Shown) -> Option<Plan> {
        let body = areas(state).body;
        let apparatus = shown.how.view == View::Apparatus;
        let beside = body.width >= BESIDE_FROM;
        let many = state.passage(shown.passage)?.witnesses.len() > 2;
        Some(Plan {
            body,
            apparatus,
            beside,
            columns: columns(body),
            above: Above {
                head: match body.height {
                    0..=5 => 0,
                    6..=9 => 1,
                    _ => 2 + u16::from(many),
                },
                headers: match (body.height, beside || apparatus) {
                    (0..=5, _) => 0,
                    (6..=13, _) | (_, true) => 1,
                    (_, false) => 2,
                },
                histogram: u16::from(apparatus && body.height > 9),
            },
        })
    }

    fn frame(&self, state: &State, shown: &Shown) -> Frame {
        let level = self.beside || self.apparatus;
        let gutter = gutter(state, shown, level, self.body.width);
        Frame {
            width: self.columns[0].width.saturating_sub(gutter).max(1),
            list: self.list_column().width,
            stacked: !level,
            height: self.height(),
        }
    }

    /// The rows for the sheet and its list.
    fn height(&self) -> Height {
        let rows = below(self.body, self.above.rows()).height;
        let list_at_most = match (self.apparatus, self.beside) {
            (true, true) => return Height::Beside(rows),
            (true, false) => rows / 2,
            (false, _) => rows / 3,
        };
        Height::Above { rows, list_at_most }
    }

    /// The column of the variants: beside the text of an apparatus, below everything else.
    fn list_column(&self) -> Rect {
        match self.columns.as_slice() {
            [_, right] if self.apparatus => *right,
            _ => self.both_columns(),
        }
    }

    fn both_columns(&self) -> Rect {
        let columns = self.columns.iter();
        columns.fold(self.columns[0], |all, one| all.union(*one))
    }
}

impl Above {
    fn rows(&self) -> u16 {
        self.head + self.headers + self.histogram
    }
}

/// The columns of both sides, next to each other in the middle; one when stacked.
fn columns(body: Rect) -> Vec<Rect> {
    if body.width < BESIDE_FROM {
        return vec![body];
    }
    let wide = ((body.width - BETWEEN) / 2).min(MOST_TEXT + GUTTER);
    let left = body.x + (body.width - 2 * wide - BETWEEN) / 2;
    let column = |x: u16| Rect {
        x,
        width: wide,
        ..body
    };
    vec![column(left), column(left + wide + BETWEEN)]
}

/// How wide the gutter is: in a stack it names whose words a row has.
fn gutter(state: &State, shown: &Shown, beside: bool, width: u16) -> u16 {
    if width < 20 {
        return 0;
    }
    if beside {
        return GUTTER;
    }
    let sigla = super::head::sigla(state, shown).map_or(0, |sigla| sigla.concat().chars().count());
    GUTTER + 1 + u16::try_from(sigla).unwrap_or(2).min(12)
}

/// The first row in view: the passage begins near the top, unless the reader has scrolled.
fn top(state: &State, sheet: &Sheet, height: u16) -> usize {
    let unscrolled = unscrolled(sheet, height);
    let last = sheet.rows.len().saturating_sub(usize::from(height));
    unscrolled
        .saturating_add_signed(state.diff.scroll)
        .min(last)
}

/// The first row in view before anything is scrolled.
#[must_use]
pub fn unscrolled(sheet: &Sheet, height: u16) -> usize {
    sheet.start.saturating_sub(usize::from(height) / 3)
}
