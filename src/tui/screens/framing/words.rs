//! Words by figures: those that tell an outlet from the others, and those that keep a label company.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Parts;
use super::shown::REACH;
use super::state::Part;
use super::view::in_hand_in_words;
use crate::framing::collocates::Collocate;
use crate::framing::keyness::{KeyWord, TooShort};
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// Columns of a word.
const WORD: u16 = 20;
/// Columns of a figure.
const FIGURE: u16 = 9;
/// The z-score, and the G², that fill a bar.
const FULL: f64 = 5.0;
const FULL_LIKELIHOOD: f64 = 30.0;
/// Beyond it a z-score is rare by chance: once in twenty.
const TELLING: f64 = 1.96;

/// Draws the words of an outlet against those of the others.
pub fn keyness(
    state: &State,
    buf: &mut Buffer,
    parts: &Parts,
    words: &Result<Vec<KeyWord>, TooShort>,
) {
    let theme = &state.theme;
    let words = match words {
        Ok(words) => words,
        Err(refused) => {
            let words = refused.to_string();
            let mut letters = words.chars();
            let first = letters.next().map(char::to_uppercase);
            let sentence: String = first.into_iter().flatten().chain(letters).collect();
            for (n, line) in (0..).zip(wrapped(&sentence, parts.table.width.saturating_sub(2))) {
                paint::text(
                    buf,
                    inset(row(parts.table, n + 1), 1, 1),
                    &line,
                    theme.warning,
                );
            }
            return;
        }
    };
    head(
        state,
        buf,
        parts.table_head,
        "word",
        &["here", "others", "z", "G\u{b2}"],
    );
    rows(state, buf, parts, words.len(), |index| {
        let word = &words[index];
        let own = word.z > 0.0;
        let face = match (own, word.z.abs() >= TELLING) {
            (true, true) => theme.absent,
            (true, false) => theme.text,
            (false, _) => theme.dim,
        };
        Row {
            word: run(word.word.as_str(), face),
            figures: vec![
                word.here.to_string(),
                word.there.to_string(),
                format!("{:+.2}", word.z),
                format!("{:.1}", word.log_likelihood),
            ],
            bar: (
                word.z.abs() / FULL,
                if own { "\u{2588}" } else { "\u{2591}" },
            ),
            note: if own { "" } else { "the others'" },
        }
    });
}

/// Draws the words near the label in hand.
pub fn collocates(state: &State, buf: &mut Buffer, parts: &Parts, words: &[Collocate]) {
    let theme = &state.theme;
    if words.is_empty() {
        let of = in_hand_in_words(state);
        let words = format!("No word stands near {of} twice, and more often than elsewhere.");
        paint::text(buf, inset(row(parts.table, 1), 1, 1), &words, theme.dim);
        return;
    }
    let what = format!("within {REACH} words");
    head(
        state,
        buf,
        parts.table_head,
        &what,
        &["near", "in all", "G\u{b2}"],
    );
    rows(state, buf, parts, words.len(), |index| {
        let word = &words[index];
        Row {
            word: run(word.word.as_str(), theme.text),
            figures: vec![
                word.near.len().to_string(),
                word.all.to_string(),
                format!("{:.1}", word.log_likelihood),
            ],
            bar: (word.log_likelihood / FULL_LIKELIHOOD, "\u{2588}"),
            note: "",
        }
    });
}

/// A word with its figures.
struct Row {
    word: Run,
    figures: Vec<String>,
    /// How much of a bar, 0 to 1, and of which sign.
    bar: (f64, &'static str),
    note: &'static str,
}

fn head(state: &State, buf: &mut Buffer, line: Rect, word: &str, figures: &[&str]) {
    let here = state.framing.part == Part::Table;
    let face = if here {
        state.theme.crosshead
    } else {
        state.theme.dim
    };
    paint::text(buf, inset(line, 1, 0), word, face);
    for (nth, figure) in (0u16..).zip(figures) {
        paint::text_right(buf, figure_area(line, nth), figure, state.theme.dim);
    }
}

fn figure_area(line: Rect, nth: u16) -> Rect {
    let at = inset(line, WORD + nth * FIGURE, 0);
    Rect {
        width: at.width.min(FIGURE),
        ..at
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a bar of some cells
fn rows(state: &State, buf: &mut Buffer, parts: &Parts, count: usize, of: impl Fn(usize) -> Row) {
    let theme = &state.theme;
    let cursor = state.framing.row();
    let first = list::first(cursor, count, parts.table.height);
    for (n, index) in (0..parts.table.height).zip(first..count) {
        let line = row(parts.table, n);
        let one = of(index);
        let mark = if index == cursor { "\u{25b8}" } else { " " };
        let word = Rect {
            width: WORD.min(line.width),
            ..line
        };
        paint::line(buf, word, &[run(mark, theme.hint_key), one.word.clone()]);
        let mut end = 0;
        for (nth, figure) in (0u16..).zip(&one.figures) {
            paint::text_right(buf, figure_area(line, nth), figure, theme.text);
            end = nth + 1;
        }
        let bar = inset(line, WORD + end * FIGURE + 2, 2);
        let room = f64::from(bar.width.min(30));
        let cells = (one.bar.0.min(1.0) * room).round().max(0.0) as usize;
        let runs = [
            run(one.bar.1.repeat(cells), one.word.style),
            run(format!(" {}", one.note), theme.dim),
        ];
        paint::line(buf, bar, &runs);
        if index == cursor {
            let here = state.framing.part == Part::Table;
            let face = if here { theme.cursor } else { theme.selected };
            paint::lay(buf, line, face);
        }
    }
}

/// Words in lines of at most so many columns.
fn wrapped(words: &str, width: u16) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + word.len() <= usize::from(width) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}
