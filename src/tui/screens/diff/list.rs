//! The variants below the text (beside it, for an apparatus): who has what.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::area::Scene;
use super::fill::{Filled, fill};
use super::pieces::{Look, Piece, Unit};
use super::sheet::Sheet;
use super::state::View;
use crate::collation::{Entry, VariantKind};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Columns of the cursor and the number.
const NUMBER: usize = 5;

/// The lines of the list, laid out: made once a sheet, painted where they are in view.
#[derive(Clone, Debug)]
pub enum Lines {
    /// One a variant.
    OneEach(usize),
    /// Entries in brackets, broken into lines: the variant, whether its first line, its pieces.
    Broken(Vec<(usize, bool, Vec<Piece>)>),
}

impl Default for Lines {
    fn default() -> Self {
        Lines::OneEach(0)
    }
}

impl Lines {
    /// The lines that these variants take in so many columns.
    #[must_use]
    pub fn of(entries: &[Entry], view: View, width: u16) -> Self {
        if view != View::Apparatus {
            return Lines::OneEach(entries.len());
        }
        let rest = width.saturating_sub(NUMBER as u16);
        let broken = entries.iter().enumerate().flat_map(|(nth, entry)| {
            let lines = in_brackets(entry, rest).into_iter().enumerate();
            lines.map(move |(line, pieces)| (nth, line == 0, pieces))
        });
        Lines::Broken(broken.collect())
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Lines::OneEach(count) => *count,
            Lines::Broken(lines) => lines.len(),
        }
    }

    /// The variant that a line tells.
    fn variant(&self, line: usize) -> Option<usize> {
        match self {
            Lines::OneEach(count) => (line < *count).then_some(line),
            Lines::Broken(lines) => lines.get(line).map(|(nth, ..)| *nth),
        }
    }

    /// The last line of a variant.
    fn last_of(&self, variant: usize) -> Option<usize> {
        match self {
            Lines::OneEach(count) => (variant < *count).then_some(variant),
            Lines::Broken(lines) => lines.iter().rposition(|(nth, ..)| *nth == variant),
        }
    }
}

/// A line as it is painted.
fn painted(state: &State, sheet: &Sheet, line: usize) -> Option<(usize, Vec<Run>)> {
    let nth = sheet.lines.variant(line)?;
    let marker = match state.diff.variant == Some(nth) {
        true => "\u{25b8}",
        false => " ",
    };
    let number = run(format!("{marker}{:>3} ", nth + 1), state.theme.hint_key);
    let mut runs = vec![number];
    match &sheet.lines {
        Lines::OneEach(_) => runs.extend(side_by_side(state, sheet.entries.get(nth)?)),
        Lines::Broken(lines) => {
            let (_, first, pieces) = lines.get(line)?;
            if !first {
                runs[0] = run(" ".repeat(NUMBER), state.theme.text);
            }
            runs.extend(super::view::runs(state, pieces, None));
        }
    }
    Some((nth, runs))
}

/// "≠ C delivering on │ E living up to": the readings in the order of the witnesses.
fn side_by_side(state: &State, entry: &Entry) -> Vec<Run> {
    let theme = &state.theme;
    let sign = match entry.kind {
        VariantKind::Transposition => "\u{21c4}",
        VariantKind::Addition => "+",
        VariantKind::Omission => "\u{2212}",
        VariantKind::Substitution => "\u{2260}",
    };
    let base = if entry.adds { "" } else { entry.lemma.as_str() };
    let with_base = std::iter::once((&entry.with_base, base, None));
    let others = entry
        .others
        .iter()
        .map(|other| (&other.sigla, other.words.as_str(), other.moved));
    let mut runs = vec![run(format!("{sign} "), theme.absent)];
    for (nth, (sigla, words, moved)) in with_base.chain(others).enumerate() {
        if nth > 0 {
            runs.push(run(" \u{2502} ", theme.border));
        }
        runs.push(run(format!("{} ", sigla.join(" ")), theme.dim));
        match words {
            "" => runs.push(run("\u{2205}", theme.absent)),
            words => runs.push(run(words, theme.changed)),
        }
        if let Some(other) = moved {
            runs.push(run(format!(" (moved: see {})", other + 1), theme.dim));
        }
    }
    runs
}

/// "delivering on A C] living up to E", broken into rows.
fn in_brackets(entry: &Entry, width: u16) -> Vec<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut say = |words: &str, look: Look| {
        pieces.extend(words.split_whitespace().map(|word| Piece::new(word, look)));
    };
    match entry.lemma.as_str() {
        "" => say("at the beginning", Look::Said),
        lemma if entry.adds => say(lemma, Look::Same),
        lemma => say(lemma, Look::Differs(0)),
    }
    match entry.adds {
        true => say("]", Look::Said),
        false => say(&format!("{}]", entry.with_base.join(" ")), Look::Said),
    }
    for (nth, other) in entry.others.iter().enumerate() {
        match (entry.adds, other.words.as_str()) {
            (_, "") => say("om.", Look::Nothing(0)),
            (true, words) => {
                say("add.", Look::Nothing(0));
                say(words, Look::Differs(0));
            }
            (false, words) => say(words, Look::Differs(0)),
        }
        let moved = other.moved.map_or_else(String::new, |to| {
            let way = if entry.adds { "from" } else { "to" };
            format!(" (moved {way} {})", to + 1)
        });
        let more = if nth + 1 < entry.others.len() {
            ";"
        } else {
            ""
        };
        say(
            &format!("{}{moved}{more}", other.sigla.join(" ")),
            Look::Said,
        );
    }
    let filled = fill(vec![Unit::Words([pieces, Vec::new()])], width);
    let rows = filled.into_iter().filter_map(|row| match row {
        Filled::Row([pieces, _]) => Some(pieces),
        _ => None,
    });
    rows.collect()
}

/// Draws the list with its title.
pub fn draw(state: &State, buf: &mut Buffer, scene: &Scene) {
    let area = scene.list;
    if area.is_empty() {
        return;
    }
    let theme = &state.theme;
    let rule = "\u{2500}".repeat(usize::from(area.width));
    paint::text(buf, row(area, 0), &rule, theme.border);
    let head = inset(row(area, 0), 1, 1);
    let x = paint::text(buf, head, &title(state, scene), theme.dim);
    if matches!(&scene.sheet.lines, Lines::Broken(lines) if !lines.is_empty()) {
        legend(state, buf, scene, inset(head, x + 1 - head.x, 0));
    }
    let rows = below(area, 1);
    let from = first(state, scene);
    let lines = (from..).map_while(|line| painted(state, &scene.sheet, line));
    for (n, (nth, runs)) in (0..rows.height).zip(lines) {
        let line = row(rows, n);
        paint::line(buf, line, &runs);
        if state.diff.variant == Some(nth) {
            paint::lay(buf, line, theme.cursor);
        }
    }
}

/// What the abbreviations of an apparatus stand for, as fully as there is space: beside the title,
/// else below the last line.
fn legend(state: &State, buf: &mut Buffer, scene: &Scene, beside: Rect) {
    let ways = [
        " before ]: the base and who agrees \u{b7} om.: nothing there \u{b7} add.: adds ",
        " om.: nothing there \u{b7} add.: adds ",
        " om.: nothing, add.: adds ",
    ];
    let face = state.theme.dim;
    if let Some(words) = paint::fullest(&ways, beside.width) {
        paint::text_right(buf, beside, words, face);
        return;
    }
    let area = scene.list;
    // A blank row stands between, where there is room for one.
    let Ok(lines) = u16::try_from(scene.sheet.lines.len()) else {
        return;
    };
    let at = lines.saturating_add(2).min(area.height - 1);
    let below = inset(row(area, at), NUMBER as u16, 0);
    let free = at > lines;
    if let Some(words) = paint::fullest(&ways, below.width + 1).filter(|_| free) {
        paint::text(buf, below, words.trim(), face);
    }
}

/// The first line in view.
fn first(state: &State, scene: &Scene) -> usize {
    let height = usize::from(scene.list.height.saturating_sub(1));
    let current = state.diff.variant.unwrap_or(0);
    let lines = &scene.sheet.lines;
    let last = lines.last_of(current).map_or(0, |at| at + 1);
    last.saturating_sub(height)
        .min(lines.len().saturating_sub(height))
}

/// The variant whose line stands `n` rows below the title.
#[must_use]
pub fn variant_at(state: &State, scene: &Scene, n: u16) -> Option<usize> {
    let at = first(state, scene) + usize::from(n);
    scene.sheet.lines.variant(at)
}

fn title(state: &State, scene: &Scene) -> String {
    let how = state.diff.how;
    let count = match scene.sheet.entries.len() {
        0 => "no variants: the words are the same".to_string(),
        1 => "1 variant".to_string(),
        more => format!("{more} variants"),
    };
    // They may stand around the passage, which is told to be the same above.
    let count = match (how.view, scene.sheet.entries.is_empty()) {
        (View::Sentences, false) => format!("{count} in the sentences shown"),
        _ => count,
    };
    let folded = if how.only_changes {
        " \u{b7} only what differs"
    } else {
        ""
    };
    format!(" {count} \u{b7} {}{folded} ", how.ignoring)
}
