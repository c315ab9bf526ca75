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

/// The columns that every name may have.
const LEAST_NAME: u16 = 12;

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
    // No name takes the row from the others.
    let most = (width / 3).max(LEAST_NAME);
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
            let name = paint::shortened(article.called(), most);
            run(format!(" {} {name} {shares}", article.siglum), style)
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::story::{Basis, Known, Outlet};
    use crate::tui::tests::{press, room, words};

    #[test]
    fn a_long_name_leaves_room_for_the_others_and_for_what_is_said() {
        let mut state = room(80, 24);
        let story = Arc::make_mut(&mut state.story);
        story.articles[0].outlet = Known::Known {
            value: Outlet("The Association of Independent Harbour Correspondents".repeat(3)),
            basis: Basis::Stated,
        };
        press(&mut state, "G");
        let shown = words(&state);
        let lines: Vec<&str> = shown.lines().collect();
        assert!(
            lines[1].contains("The Association of Indepe\u{2026}  B Arutz Sheva"),
            "{shown}"
        );
        assert!(
            lines[22].contains("Indepe\u{2026} \u{b7} end \u{b7} shares no passage"),
            "{shown}"
        );
    }
}
