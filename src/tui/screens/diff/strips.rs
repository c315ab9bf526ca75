//! Two thin strips: where in its article a passage stands, and how much the witnesses vary along
//! the base.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::area::Scene;
use super::collated::all;
use crate::collation::histogram;
use crate::story::Place;
use crate::tui::rows::columns_of;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, run};

/// Cells of the strip of an article, and the fewest that show anything.
const CELLS: usize = 12;
const FEWEST: usize = 4;

/// "──█───── ¶ 7 of 25": where in its article a place stands, in so many columns; the strip gives way
/// first, and where there is no room at all nothing is said.
#[must_use]
pub fn place(state: &State, place: Place, width: u16) -> Vec<Run> {
    let theme = &state.theme;
    let article = state.story.article(place.article);
    let bytes = article.text.len().max(1);
    let passage = state.selected.map_or(theme.text.0, |id| theme.passage(id));
    let compared = || {
        let blocks = article.blocks.iter();
        blocks.filter(|block| block.kind.is_compared())
    };
    let before = compared().filter(|block| block.span.start() <= place.span.start());
    let said = format!(" \u{b6} {} of {}", before.count(), compared().count());
    let Some(room) = usize::from(width).checked_sub(columns_of(&said)) else {
        return Vec::new();
    };
    let said = run(said, theme.dim);
    if room < FEWEST {
        return vec![said];
    }
    let cells = room.min(CELLS);
    let start = place.span.start() * cells / bytes;
    let end = (place.span.end() * cells).div_ceil(bytes).max(start + 1);
    vec![
        run("\u{2500}".repeat(start), theme.border),
        run("\u{2588}".repeat(end.min(cells) - start), passage),
        run("\u{2500}".repeat(cells.saturating_sub(end)), theme.border),
        said,
    ]
}

/// Draws how many of the witnesses differ from the base along its words.
pub fn variation(state: &State, buf: &mut Buffer, area: Rect) {
    const BARS: [char; 8] = [
        '\u{2581}', '\u{2582}', '\u{2583}', '\u{2584}', '\u{2585}', '\u{2586}', '\u{2587}',
        '\u{2588}',
    ];
    let Some(collating) = all(state) else { return };
    let base = collating.passage.witnesses[collating.collation.base].span;
    let mut cells = vec![0.0_f64; usize::from(area.width)];
    let width = cells.len();
    for bar in histogram(&state.story, &collating.collation) {
        let at = |offset: usize| (offset - base.start()) * width / base.len().max(1);
        let start = at(bar.span.start().clamp(base.start(), base.end()));
        let end = at(bar.span.end().clamp(base.start(), base.end())).max(start + 1);
        for cell in cells
            .iter_mut()
            .take(end)
            .skip(start.min(width.saturating_sub(1)))
        {
            *cell = cell.max(bar.differing);
        }
    }
    let bars: String = cells
        .iter()
        .map(|share| match share {
            share if *share <= 0.0 => '\u{2500}',
            share => BARS[((share * 8.0).ceil() as usize).clamp(1, 8) - 1],
        })
        .collect();
    paint::text(buf, area, &bars, state.theme.absent);
}

/// What the histogram shows, beside it where there is room.
pub fn legend(state: &State, buf: &mut Buffer, scene: &Scene) {
    let bars = scene.histogram();
    if scene.list.x < bars.right() {
        return;
    }
    let beside = Rect {
        x: scene.list.x,
        width: scene.list.width,
        ..bars
    };
    let said = "\u{2190} how many of the others differ, along the base";
    paint::text(buf, inset(beside, 1, 0), said, state.theme.dim);
}
