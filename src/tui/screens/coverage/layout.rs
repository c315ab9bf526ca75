//! Where the parts of the Coverage screen stand.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::rows::{Line, columns, line_in_hand, lines, with_heading};
use crate::story::ArticleId;
use crate::tui::areas::areas;
use crate::tui::screens::read::window;
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{below, columns as columns_of, inset, row, run};

/// From this width on the evidence stands beside the table.
const BESIDE_FROM: u16 = 170;
/// The names of items are never wider.
const MOST_NAME: u16 = 72;
/// A cell under a siglum alone.
pub const BARE_CELL: u16 = 6;
/// The least that shows something of an outlet's name, and the most.
const NAMED_CELL: u16 = 12;
const MOST_CELL: u16 = 20;

/// The parts of the screen.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The kinds to choose from.
    pub kinds: Rect,
    /// Sigla and outlets.
    pub head: Rect,
    pub list: Rect,
    pub evidence: Rect,
    /// Columns that the names of items have.
    pub name: u16,
    /// Columns that a cell has.
    pub cell: u16,
    /// The articles whose cells are in view.
    pub shown: Vec<ArticleId>,
    /// How many articles stand to the left and to the right of them.
    pub hidden: [usize; 2],
    pub lines: Vec<Line>,
    /// The line in hand.
    pub at: Option<usize>,
    /// The first line in view.
    pub top: usize,
}

impl Parts {
    /// The cell of the `nth` shown article on a row of the table.
    #[must_use]
    pub fn cell_at(&self, line: Rect, nth: u16) -> Rect {
        let left = self.name + nth * self.cell;
        let cell = inset(line, left, 0);
        Rect {
            width: cell.width.min(self.cell),
            ..cell
        }
    }
}

/// Divides the screen.
#[must_use]
pub fn divide(state: &State) -> Parts {
    let body = areas(state).body;
    let columns = columns(state);
    let (name, cell) = widths(state, body.width, &columns);
    let fit = usize::from(body.width.saturating_sub(name) / cell.max(1)).max(1);
    let fit = fit.min(columns.len());
    let focus = columns
        .iter()
        .position(|id| *id == state.coverage.column)
        .unwrap_or(0);
    // The window follows the column in hand; it needs no memory of its own.
    let first = window(0, focus, fit, columns.len());
    let table_width = name + cell * u16::try_from(fit).unwrap_or(u16::MAX);

    let kinds_rows = u16::from(body.height >= 5);
    let head_rows = u16::from(body.height >= 3);
    let rest = below(body, kinds_rows);
    let beside = body.width >= BESIDE_FROM;
    let evidence_rows = match rest.height {
        0..=8 => 0,
        _ if beside => 0,
        high => (high / 3).clamp(4, 14),
    };
    let table = Rect {
        height: rest.height - evidence_rows,
        width: rest
            .width
            .min(if beside { table_width } else { rest.width }),
        ..rest
    };
    let evidence = if beside {
        inset(rest, table.width + 2, 0)
    } else {
        below(rest, table.height)
    };
    let list = below(table, head_rows);
    let lines = lines(state, &columns);
    let at = line_in_hand(state, &lines);
    let top = at.map_or(0, |at| {
        let shown = with_heading(&lines, at);
        list::first_in_view(
            state.coverage.top,
            shown,
            usize::from(list.height),
            lines.len(),
        )
    });
    Parts {
        kinds: Rect {
            height: kinds_rows,
            ..body
        },
        head: row(
            Rect {
                height: head_rows,
                ..table
            },
            0,
        ),
        list,
        evidence,
        name,
        cell,
        hidden: [first, columns.len() - first - fit],
        shown: columns[first..first + fit].to_vec(),
        lines,
        at,
        top,
    }
}

/// The columns of names and of cells: as wide as outlets' names need, where there is space.
fn widths(state: &State, width: u16, columns: &[ArticleId]) -> (u16, u16) {
    let count = u16::try_from(columns.len().max(1)).unwrap_or(u16::MAX);
    let widest = columns.iter().map(|id| {
        let article = state.story.article(*id);
        let label = format!("{} {}", article.siglum, article.called());
        columns_of(&[run(label, Style::new())]) + 4
    });
    let wanted = widest.max().unwrap_or(BARE_CELL).min(MOST_CELL);
    let least_name = (width / 2).min(44);
    let cell = match (width - least_name) / count {
        room if room >= NAMED_CELL.min(wanted) => room.min(wanted),
        _ => BARE_CELL.min(width.max(1)),
    };
    let cells = cell.saturating_mul(count).min(width - least_name);
    ((width - cells).min(MOST_NAME), cell)
}
