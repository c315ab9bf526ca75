//! What each outlet carries of the speaker in hand, as a small table.
//!
//! Its columns say in words what they count. Where there is little room the cues stand on a line of
//! their own; what is still cut of them stands with the statements below, each with its cue.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::carriers::{not_found, speaker};
use super::notes::{attitude, texts};
use crate::quotation::{Carried, CueCount, SpeakerRow};
use crate::story::ArticleId;
use crate::text::scrub;
use crate::tui::rows::{columns_of, wrap};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, row, run};

/// Narrower than this, the cues stand under the figures.
const BESIDE_FROM: u16 = 66;

/// Columns before the cues where they stand beside the figures, and where they stand under them; those
/// of the sigla come to both.
const BESIDE: usize = 40;
const UNDER: usize = 5;

/// The rows that the table takes, its head among them.
#[must_use]
pub fn rows(state: &State, width: u16) -> u16 {
    u16::try_from(1 + lines(state, width).len()).unwrap_or(u16::MAX)
}

/// Draws the names of the columns, and under them the lines that have room; those that have none are
/// counted.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    if area.is_empty() {
        return;
    }
    let theme = &state.theme;
    let cues = if area.width >= BESIDE_FROM {
        "  introduced with"
    } else {
        ""
    };
    let indent = " ".repeat(UNDER + widest_siglum(state));
    let names = format!("{indent}words in marks   quoted  reported{cues}");
    paint::text(buf, row(area, 0), &names, theme.dim);
    let mut lines = lines(state, area.width);
    let room = usize::from(area.height - 1);
    if lines.len() > room {
        let cut = lines.len() + 1 - room;
        lines.truncate(room.saturating_sub(1));
        lines.push(vec![run(format!("{indent}{cut} lines more"), theme.dim)]);
    }
    for (n, line) in (1..area.height).zip(&lines) {
        paint::line(buf, row(area, n), line);
    }
}

/// A line an article that carries the speaker, its cues wrapped, and one for those that do not.
fn lines(state: &State, width: u16) -> Vec<Vec<Run>> {
    let Some(speaker) = speaker(state) else {
        return Vec::new();
    };
    let dim = state.theme.dim;
    let beside = width >= BESIDE_FROM;
    let siglum = widest_siglum(state);
    let indent = siglum + if beside { BESIDE } else { UNDER };
    let mut lines: Vec<Vec<Run>> = Vec::new();
    for carried in &speaker.articles {
        let cues: Vec<String> = carried.cues.iter().map(cue).collect();
        let cues = cues.join(", ");
        let cues = scrub(&cues);
        let mut line = figures(state, carried, siglum);
        for cues in wrap(&cues, usize::from(width).saturating_sub(indent).max(8))
            .into_iter()
            .map(|row| cues[row].to_string())
            .filter(|cues| !cues.is_empty())
        {
            if beside && line.len() > 1 {
                line.push(run(format!("  {cues}"), dim));
                lines.push(std::mem::take(&mut line));
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            lines.push(vec![run(format!("{}{cues}", " ".repeat(indent)), dim)]);
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines.extend(missing(state, speaker).map(|words| {
        let indent = " ".repeat(UNDER + siglum);
        vec![run(format!("{indent}{words}"), dim)]
    }));
    lines
}

/// "not found in C; A, B tell other events": those that could have carried the speaker, and those
/// that could not.
fn missing(state: &State, speaker: &SpeakerRow) -> Option<String> {
    let bearing: Vec<ArticleId> = speaker.articles.iter().map(|one| one.article).collect();
    let missing = not_found(state, &bearing);
    let order = state.read.order.iter().copied();
    let others: Vec<ArticleId> = order
        .filter(|id| !bearing.contains(id) && !missing.contains(id))
        .collect();
    let verb = if others.len() == 1 {
        "tells another event"
    } else {
        "tell other events"
    };
    let parts = [
        (!missing.is_empty()).then(|| format!("not found in {}", texts(state, &missing))),
        (!others.is_empty()).then(|| format!("{} {verb}", texts(state, &others))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The columns of the sigla in the table: past 26 articles some have two letters.
fn widest_siglum(state: &State) -> usize {
    let carried = speaker(state).into_iter().flat_map(|one| &one.articles);
    let sigla = carried.map(|one| state.story.article(one.article).siglum.as_str());
    sigla.map(columns_of).max().unwrap_or(1)
}

/// " C    87, 31% of C's   3         1", the siglum in so many columns.
fn figures(state: &State, carried: &Carried, siglum_columns: usize) -> Vec<Run> {
    let theme = &state.theme;
    let siglum = &state.story.article(carried.article).siglum;
    let share = match carried.words {
        0 => String::new(),
        _ => format!(", {:.0}% of {siglum}'s", carried.share * 100.0),
    };
    let blank = " ".repeat(siglum_columns.saturating_sub(columns_of(siglum.as_str())));
    vec![
        run(format!(" {siglum} "), theme.unfocused),
        run(blank, theme.text),
        run(format!("{:>5}{share:<13}", carried.words), theme.text),
        run(format!("{:>8}", carried.quotations.len()), theme.text),
        run(format!("{:>10}", carried.reported.len()), theme.text),
    ]
}

/// "said 3", "alleged (keeps its distance)".
fn cue(cue: &CueCount) -> String {
    let times = match cue.times {
        1 => String::new(),
        more => format!(" {more}"),
    };
    format!("{}{times}{}", cue.words, attitude(cue.attitude))
}
