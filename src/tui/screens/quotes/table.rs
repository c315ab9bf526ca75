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
use crate::tui::rows::wrap;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, row, run};

/// Narrower than this, the cues stand under the figures.
const BESIDE_FROM: u16 = 66;

/// Columns before the cues where they stand beside the figures, and where they stand under them.
const BESIDE: usize = 41;
const UNDER: usize = 6;

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
    let names = format!("      words in marks   quoted  reported{cues}");
    paint::text(buf, row(area, 0), &names, theme.dim);
    let mut lines = lines(state, area.width);
    let room = usize::from(area.height - 1);
    if lines.len() > room {
        let cut = lines.len() + 1 - room;
        lines.truncate(room.saturating_sub(1));
        lines.push(vec![run(format!("      {cut} lines more"), theme.dim)]);
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
    let indent = if beside { BESIDE } else { UNDER };
    let mut lines: Vec<Vec<Run>> = Vec::new();
    for carried in &speaker.articles {
        let cues: Vec<String> = carried.cues.iter().map(cue).collect();
        let cues = cues.join(", ");
        let cues = scrub(&cues);
        let mut line = figures(state, carried);
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
    lines.extend(missing(state, speaker).map(|words| vec![run(format!("      {words}"), dim)]));
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

/// " C    87, 31% of C's   3         1".
fn figures(state: &State, carried: &Carried) -> Vec<Run> {
    let theme = &state.theme;
    let siglum = &state.story.article(carried.article).siglum;
    let share = match carried.words {
        0 => String::new(),
        _ => format!(", {:.0}% of {siglum}'s", carried.share * 100.0),
    };
    vec![
        run(format!(" {siglum} "), theme.unfocused),
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
