//! A drawn screen as an SVG picture.
//!
//! The picture is made from the very buffer that a terminal would be sent, so the README shows what
//! the program draws. Every letter has its own x, since no viewer's font can be trusted to have the
//! terminal's widths; lines, blocks and shades are drawn as shapes, or seams would show.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;

/// Of one cell, in the picture's units.
const WIDTH: f64 = 8.4;
const HEIGHT: f64 = 18.0;
const FONT: f64 = 14.0;
/// From the top of a cell to the line that letters stand on.
const BASELINE: f64 = 13.5;
const MARGIN: f64 = 10.0;

/// A buffer as an SVG document.
#[must_use]
pub fn svg(buf: &Buffer, theme: &Theme) -> String {
    let ground = hex(theme.ground(), "#14181c");
    let text = hex(theme.text.0.fg.unwrap_or(Color::Reset), "#d8dde3");
    let wide = f64::from(buf.area.width) * WIDTH + 2.0 * MARGIN;
    let high = f64::from(buf.area.height) * HEIGHT + 2.0 * MARGIN;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide:.0} {high:.0}\" \
         font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"{FONT}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{ground}\"/>"
    );
    for y in 0..buf.area.height {
        grounds(&mut out, buf, y, &ground, &text);
        letters(&mut out, buf, y, &ground, &text);
    }
    out.push_str("</svg>\n");
    out
}

/// What a cell looks like: its letter's colour, its ground when that is not the picture's.
fn colours(cell: &Cell, ground: &str, text: &str) -> (String, Option<String>) {
    let fg = hex(cell.fg, text);
    let bg = (cell.bg != Color::Reset).then(|| hex(cell.bg, ground));
    if cell.modifier.contains(Modifier::REVERSED) {
        (bg.unwrap_or_else(|| ground.to_string()), Some(fg))
    } else {
        (fg, bg)
    }
}

fn left(x: u16) -> f64 {
    MARGIN + f64::from(x) * WIDTH
}

fn top(y: u16) -> f64 {
    MARGIN + f64::from(y) * HEIGHT
}

/// Stretches of one ground in a row.
fn grounds(out: &mut String, buf: &Buffer, y: u16, ground: &str, text: &str) {
    let of = |x: u16| colours(&buf[(x, y)], ground, text).1;
    let mut x = 0;
    while x < buf.area.width {
        let here = of(x);
        let end = (x..buf.area.width)
            .find(|at| of(*at) != here)
            .unwrap_or(buf.area.width);
        if let Some(fill) = here {
            rect(
                out,
                left(x),
                top(y),
                f64::from(end - x) * WIDTH,
                HEIGHT,
                &fill,
                1.0,
            );
        }
        x = end;
    }
}

/// Stretches of letters that look alike, a text element each.
fn letters(out: &mut String, buf: &Buffer, y: u16, ground: &str, text: &str) {
    let mut x = 0;
    while x < buf.area.width {
        let cell = &buf[(x, y)];
        let step = u16::try_from(cell.symbol().width().max(1)).unwrap_or(1);
        let (fill, _) = colours(cell, ground, text);
        if cell.symbol() == " " && !cell.modifier.contains(Modifier::UNDERLINED) {
            x += step;
            continue;
        }
        let alike = |at: &u16| {
            let other = &buf[(*at, y)];
            other.symbol() == cell.symbol() && colours(other, ground, text).0 == fill
        };
        let run = (x..buf.area.width).take_while(alike).count();
        if let Some(cells) = shape(out, cell.symbol(), (x, y), run, &fill) {
            x += u16::try_from(cells).unwrap_or(step);
            continue;
        }
        let mut run = String::new();
        let mut places = Vec::new();
        let first = cell;
        while x < buf.area.width {
            let cell = &buf[(x, y)];
            let alike = cell.modifier == first.modifier
                && colours(cell, ground, text).0 == fill
                && !is_shape(cell.symbol())
                && cell.symbol() != " ";
            // A sign of several code units would take the places of those after it.
            let several = |symbol: &str| symbol.encode_utf16().count() > 1;
            let apart = several(cell.symbol()) || several(first.symbol());
            if !alike || (apart && !run.is_empty()) {
                break;
            }
            places.push(format!("{:.1}", left(x)));
            run.push_str(&escaped(cell.symbol()));
            x += u16::try_from(cell.symbol().width().max(1)).unwrap_or(1);
        }
        if run.is_empty() {
            // An underlined blank.
            run.push('\u{a0}');
            places.push(format!("{:.1}", left(x)));
            x += 1;
        }
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{:.1}\" fill=\"{fill}\"{}>{run}</text>",
            places.join(" "),
            top(y) + BASELINE,
            face(first.modifier)
        );
    }
}

fn face(modifier: Modifier) -> String {
    let mut face = String::new();
    for (has, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::DIM, " opacity=\"0.65\""),
    ] {
        if modifier.contains(has) {
            face.push_str(attribute);
        }
    }
    face
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A line or block as parts of its cell: x, y, width, height, how solid.
fn parts(symbol: &str) -> Option<(f64, f64, f64, f64, f64)> {
    Some(match symbol {
        "\u{2500}" => (0.0, 0.47, 1.0, 0.06, 1.0),
        "\u{2501}" => (0.0, 0.44, 1.0, 0.12, 1.0),
        "\u{2502}" => (0.44, 0.0, 0.12, 1.0, 1.0),
        "\u{2503}" => (0.36, 0.0, 0.28, 1.0, 1.0),
        "\u{2588}" => (0.0, 0.0, 1.0, 1.0, 1.0),
        "\u{2590}" => (0.5, 0.0, 0.5, 1.0, 1.0),
        "\u{2587}" => (0.0, 0.125, 1.0, 0.875, 1.0),
        "\u{2591}" => (0.0, 0.125, 1.0, 0.875, 0.35),
        "\u{2592}" => (0.0, 0.0, 1.0, 1.0, 0.5),
        "\u{2593}" => (0.0, 0.0, 1.0, 1.0, 0.75),
        _ => return None,
    })
}

fn is_shape(symbol: &str) -> bool {
    parts(symbol).is_some()
}

/// Draws the sign of a cell as a shape, and the same signs after it when they join: shape beside shape
/// would leave a seam. Gives the cells drawn; `None` where the sign is no shape.
fn shape(
    out: &mut String,
    symbol: &str,
    (x, y): (u16, u16),
    run: usize,
    fill: &str,
) -> Option<usize> {
    let (dx, dy, wide, high, solid) = parts(symbol)?;
    let cells = if wide < 1.0 { 1 } else { run };
    let last = x + u16::try_from(cells.saturating_sub(1)).unwrap_or(0);
    rect(
        out,
        left(x) + dx * WIDTH,
        top(y) + dy * HEIGHT,
        left(last) - left(x) + wide * WIDTH,
        high * HEIGHT,
        fill,
        solid,
    );
    Some(cells)
}

fn rect(out: &mut String, x: f64, y: f64, wide: f64, high: f64, fill: &str, solid: f64) {
    let opacity = if solid < 1.0 {
        format!(" opacity=\"{solid}\"")
    } else {
        String::new()
    };
    let _ = writeln!(
        out,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" fill=\"{fill}\"{opacity}/>"
    );
}

/// A colour as the picture writes it; the terminal's own is `own`.
fn hex(color: Color, own: &str) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Black => "#000000".to_string(),
        Color::Red => "#c04040".to_string(),
        Color::Green => "#40a040".to_string(),
        Color::Yellow => "#c09030".to_string(),
        Color::Blue => "#4060c0".to_string(),
        Color::Magenta => "#a040a0".to_string(),
        Color::Cyan => "#40a0a0".to_string(),
        Color::Gray => "#b0b0b0".to_string(),
        Color::DarkGray => "#606060".to_string(),
        Color::LightRed => "#ff7070".to_string(),
        Color::LightGreen => "#70e070".to_string(),
        Color::LightYellow => "#ffe070".to_string(),
        Color::LightBlue => "#80a0ff".to_string(),
        Color::LightMagenta => "#f080f0".to_string(),
        Color::LightCyan => "#70e0e0".to_string(),
        Color::White => "#ffffff".to_string(),
        Color::Reset | Color::Indexed(_) => own.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::tui::theme::Depth;
    use crate::tui::widgets::paint;

    #[test]
    fn blocks_side_by_side_are_one_shape_and_lines_beside_one_another_are_not() {
        let theme = Theme::named("dark", Depth::True).unwrap();
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        let area = buf.area;
        paint::text(
            &mut buf,
            area,
            "\u{2588}\u{2588}\u{2588}\u{2593}\u{2502}\u{2502}",
            Style::new(),
        );
        let picture = svg(&buf, &theme);
        let shapes: Vec<&str> = picture
            .lines()
            .filter(|line| line.starts_with("<rect x"))
            .collect();
        assert_eq!(shapes.len(), 4, "{picture}");
        assert!(shapes[0].contains("x=\"10.0\"") && shapes[0].contains("width=\"25.2\""));
    }

    #[test]
    fn letters_are_placed_one_by_one_and_escaped() {
        let theme = Theme::named("dark", Depth::True).unwrap();
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let area = buf.area;
        paint::text(&mut buf, area, "a<\u{4e2d}b\u{2502}", Style::new());
        let picture = svg(&buf, &theme);
        assert!(picture.contains("x=\"10.0 18.4 26.8 43.6\""), "{picture}");
        assert!(picture.contains(">a&lt;\u{4e2d}b</text>"), "{picture}");
        assert!(picture.ends_with("</svg>\n"));
    }

    #[test]
    fn letters_with_marks_do_not_move_those_after_them() {
        let theme = Theme::named("dark", Depth::True).unwrap();
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let area = buf.area;
        paint::text(&mut buf, area, "ae\u{301}bc", Style::new());
        let picture = svg(&buf, &theme);
        assert!(picture.contains(">a</text>") && picture.contains(">e\u{301}</text>"));
        assert!(
            picture.contains("x=\"26.8 35.2\"") && picture.contains(">bc</text>"),
            "{picture}"
        );
    }
}
