//! A screen as text that tells its styles too.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::state::State;
use crate::tui::view::view;

/// What is drawn with its styles, to be read and compared: the rows, then the same rows with a
/// letter for the style of each cell, then what the letters mean. Blank ends are left out.
pub fn picture(state: &State) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, state.size.width, state.size.height));
    view(state, &mut buf);
    let width = usize::from(buf.area.width.max(1));
    let mut styles: Vec<Style> = Vec::new();
    let mut rows = String::new();
    let mut faces = String::new();
    for row in buf.content().chunks(width) {
        let words: String = row.iter().map(|cell| cell.symbol()).collect();
        rows += words.trim_end();
        rows.push('\n');
        let letters: String = row
            .iter()
            .map(|cell| {
                let style = cell.style();
                let at = styles.iter().position(|known| *known == style);
                let at = at.unwrap_or_else(|| {
                    styles.push(style);
                    styles.len() - 1
                });
                letter(at)
            })
            .collect();
        faces += letters.trim_end_matches(letter(0));
        faces.push('\n');
    }
    let meanings: String = styles
        .iter()
        .enumerate()
        .map(|(at, style)| format!("{} {}\n", letter(at), in_words(*style)))
        .collect();
    format!("{rows}\n{faces}\n{meanings}")
}

fn letter(at: usize) -> char {
    const LETTERS: &str = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    LETTERS.chars().nth(at).unwrap_or('?')
}

fn in_words(style: Style) -> String {
    let color = |color: Option<ratatui::style::Color>| {
        color.map_or("Reset".to_string(), |color| color.to_string())
    };
    format!(
        "{} on {} {:?}",
        color(style.fg),
        color(style.bg),
        style.add_modifier
    )
}
