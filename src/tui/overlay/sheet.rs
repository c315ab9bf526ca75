//! The sheet that an overlay is written on: a bar above and a frame around, so that in no theme its
//! words run into those of the screen below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders, Widget};

use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, row};

/// Lays a sheet over an area, with its title on the first row; gives the column after the title. The
/// frame stands around the area.
pub fn lay(state: &State, buf: &mut Buffer, area: Rect, title: &[Run]) -> u16 {
    let theme = &state.theme;
    let whole = framed(state, area);
    let mut sides = Borders::NONE;
    sides.set(Borders::LEFT, whole.x < area.x);
    sides.set(Borders::RIGHT, whole.right() > area.right());
    sides.set(Borders::BOTTOM, whole.bottom() > area.bottom());
    paint::blank(buf, whole, theme.text);
    Block::new()
        .borders(sides)
        .border_style(theme.border.0)
        .render(whole, buf);
    paint::blank(buf, row(whole, 0), theme.bar);
    paint::line(buf, row(area, 0), title)
}

/// The area with its frame: a column at either side and a row below, where they do not leave the screen
/// or cover the lines of status and hints.
fn framed(state: &State, area: Rect) -> Rect {
    let left = area.x.saturating_sub(1);
    let right = (area.right() + 1).min(state.size.width);
    let end = areas(state).status.y.max(area.bottom());
    Rect {
        x: left,
        width: right - left,
        height: (area.bottom() + 1).min(end) - area.y,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::tests::{press, room, words};

    #[test]
    fn words_below_a_sheet_do_not_run_into_its_own() {
        let mut state = room(120, 40);
        press(&mut state, ": p a s");
        let shown = words(&state);
        let rows: Vec<Vec<char>> = shown.lines().map(|line| line.chars().collect()).collect();
        let top = rows
            .iter()
            .position(|row| row[18..].starts_with(&[' ', ':']))
            .unwrap();
        let high = 26;
        for row in &rows[top + 1..top + high] {
            assert_eq!((row[17], row[102]), ('\u{2502}', '\u{2502}'), "{shown}");
        }
        let bottom: String = rows[top + high][17..=102].iter().collect();
        assert!(
            bottom.starts_with("\u{2514}\u{2500}") && bottom.ends_with("\u{2500}\u{2518}"),
            "{shown}"
        );
        // As wide as the screen it needs no sides; the line of status stays free.
        let mut state = room(80, 24);
        press(&mut state, ": p a s");
        let shown = words(&state);
        let rule = "\u{2500}".repeat(80);
        assert_eq!(
            shown.lines().filter(|line| *line == rule).count(),
            1,
            "{shown}"
        );
        press(&mut state, "Esc ?");
        assert!(words(&state).lines().nth(22).unwrap().contains("Reuters"));
    }
}
