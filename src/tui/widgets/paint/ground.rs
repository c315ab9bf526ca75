//! What stands behind words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

/// Lays a style over an area. A ground alone leaves what stands on a ground of its own as it is: its
/// letters were chosen for that one and might not be seen on another. A style that only reverses makes
/// the area one ground: reversed, letters of several colours would be patches of them.
pub fn lay(buf: &mut Buffer, area: Rect, style: impl Into<Style>) {
    let style = style.into();
    let area = area.intersection(buf.area);
    let ground_alone = style.bg.is_some() && style.fg.is_none();
    let reverses = style.add_modifier.contains(Modifier::REVERSED);
    let reverses_alone = reverses && style.bg.is_none() && style.fg.is_none();
    for position in area.positions() {
        let cell = &mut buf[position];
        if reverses_alone {
            if cell.bg == Color::Reset {
                cell.fg = Color::Reset;
                cell.modifier.remove(Modifier::DIM);
                cell.set_style(style);
            }
            continue;
        }
        let own_ground = cell.bg != Color::Reset && cell.fg != Color::Reset;
        match ground_alone && own_ground {
            true => cell.set_style(Style { bg: None, ..style }),
            false => cell.set_style(style),
        };
    }
}

/// Blanks an area in a style: what was drawn there is gone, and with it a wide letter that reaches in.
pub fn blank(buf: &mut Buffer, area: Rect, style: impl Into<Style>) {
    let style = style.into();
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        let before = area.x.checked_sub(1).and_then(|x| buf.cell_mut((x, y)));
        if let Some(cell) = before.filter(|cell| cell.symbol().width() > 1) {
            cell.set_char(' ');
        }
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{line, run, text};
    use super::*;

    #[test]
    fn reversed_a_line_has_one_ground() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 3, 1));
        let area = buf.area;
        let dim = Style::new()
            .fg(Color::Gray)
            .add_modifier(Modifier::DIM | Modifier::BOLD);
        let filled = Style::new().fg(Color::Black).bg(Color::Yellow);
        line(&mut buf, area, &[run("a", dim), run("b", filled)]);
        lay(
            &mut buf,
            area,
            Style::new().add_modifier(Modifier::REVERSED),
        );
        let faces: Vec<_> = buf
            .content()
            .iter()
            .map(|cell| (cell.fg, cell.bg, cell.modifier))
            .collect();
        let own = Color::Reset;
        assert_eq!(
            faces,
            [
                (own, own, Modifier::BOLD | Modifier::REVERSED),
                (Color::Black, Color::Yellow, Modifier::empty()),
                (own, own, Modifier::REVERSED),
            ]
        );
    }

    #[test]
    fn a_ground_laid_over_leaves_what_has_its_own() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 2, 1));
        let area = buf.area;
        let filled = Style::new().fg(Color::White).bg(Color::Red);
        line(&mut buf, area, &[run("a", filled), run("b", Color::White)]);
        lay(&mut buf, area, Style::new().bg(Color::Blue));
        let grounds: Vec<Color> = buf.content().iter().map(|cell| cell.bg).collect();
        assert_eq!(grounds, [Color::Red, Color::Blue]);
        // Letters of its own it brings with it.
        lay(
            &mut buf,
            area,
            Style::new().fg(Color::Black).bg(Color::Blue),
        );
        assert!(buf.content().iter().all(|cell| cell.bg == Color::Blue));
    }

    #[test]
    fn a_wide_letter_at_the_edge_of_a_blank_is_not_left_by_half() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        let area = buf.area;
        text(&mut buf, area, "\u{4e2d}\u{6587}", Style::new());
        blank(&mut buf, Rect::new(1, 0, 2, 1), Style::new());
        assert!(buf.content().iter().all(|cell| cell.symbol() == " "));
    }
}
