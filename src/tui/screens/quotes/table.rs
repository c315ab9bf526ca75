//! What each outlet carries of the speaker in hand, as a small table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::carriers::{attitude, speaker};
use crate::quotation::{Carried, CueCount};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, below, row, run};

/// Draws a line an article, and the names of the columns over them.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    let (Some(speaker), false) = (speaker(state), area.is_empty()) else {
        return;
    };
    let theme = &state.theme;
    // How many words stand in marks, in how many quotations; how often the speaker is reported
    // without marks; which part of all words in marks of the text are the speaker's.
    let names = "     words  quoted  reported  share  cues";
    paint::text(buf, row(area, 0), names, theme.dim);
    let rows = below(area, 1);
    for (n, id) in (0..rows.height).zip(&state.read.order) {
        let article = state.story.article(*id);
        let mut runs = vec![
            run(format!(" {} ", article.siglum), theme.unfocused),
            run(" ", theme.text),
        ];
        match speaker.articles.iter().find(|one| one.article == *id) {
            Some(carried) => runs.extend(figures(state, carried)),
            None => runs.push(run("not found in this text", theme.dim)),
        }
        paint::line(buf, row(rows, n), &runs);
    }
}

fn figures(state: &State, carried: &Carried) -> Vec<Run> {
    let theme = &state.theme;
    let (quoted, reported) = (carried.quotations.len(), carried.reported.len());
    let cues: Vec<String> = carried.cues.iter().map(cue).collect();
    vec![
        run(format!("{:>5}", carried.words), theme.text),
        run(format!("  {quoted:>6}  {reported:>8}"), theme.text),
        run(format!("  {:>4.0}%", carried.share * 100.0), theme.text),
        run(format!("  {}", cues.join(", ")), theme.dim),
    ]
}

/// "said 3", "alleged (doubting)".
fn cue(cue: &CueCount) -> String {
    let times = match cue.times {
        1 => String::new(),
        more => format!(" {more}"),
    };
    format!("{}{times}{}", cue.words, attitude(cue.attitude))
}
