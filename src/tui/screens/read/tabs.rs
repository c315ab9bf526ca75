//! The outlets in a row above the panes, when not all of them have one, each with how many passages
//! it shares ("≡6").

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::in_view::side_by_side;
use super::panes::divide;
use crate::story::ArticleId;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, run};

/// The outlets in a row, those in view underlined; the focused one stands out.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    let runs: Vec<Run> = tabs_in_view(state, area.width)
        .into_iter()
        .map(|(_, run)| run)
        .collect();
    paint::line(buf, area, &runs);
}

/// The tabs from the first one with which the focused one can be seen.
fn tabs_in_view(state: &State, width: u16) -> Vec<(ArticleId, Run)> {
    let theme = &state.theme;
    let in_view = side_by_side(state);
    let runs: Vec<Run> = state
        .read
        .order
        .iter()
        .map(|id| {
            let article = state.story.article(*id);
            let style = if *id == state.read.focus {
                theme.focus.0
            } else if in_view.contains(id) {
                theme.text.0.add_modifier(Modifier::UNDERLINED)
            } else {
                theme.dim.0
            };
            let shares = match state.borne[id.index()].len() {
                0 => String::new(),
                count => format!("\u{2261}{count} "),
            };
            run(
                format!(" {} {} {shares}", article.siglum, article.called()),
                style,
            )
        })
        .collect();
    let shown = paint::with_current_in_view(&runs, state.read.focus_index(), width);
    let first = runs.len() - shown.len();
    let ids = state.read.order[first..].iter().copied();
    ids.zip(shown.iter().cloned()).collect()
}

/// The article whose tab stands at a cell.
#[must_use]
pub fn tab_at(state: &State, at: Position) -> Option<ArticleId> {
    let area = divide(state).tabs.filter(|area| area.contains(at))?;
    let mut x = area.x;
    tabs_in_view(state, area.width)
        .into_iter()
        .find_map(|(id, run)| {
            x += paint::columns(std::slice::from_ref(&run));
            (at.x < x).then_some(id)
        })
}
