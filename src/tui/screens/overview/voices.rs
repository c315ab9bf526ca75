//! Whose voice the labels have: of the concept in hand, or of all concepts when there is none.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{article_lines, badge, last_line};
use crate::framing::table::Counts;
use crate::framing::{Label, Voice};
use crate::story::ArticleId;
use crate::tui::flip::{self, labels_of};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};
use crate::tui::widgets::voice;

/// Columns for mark and siglum.
const NAMES: u16 = 5;

/// The lines of each article in view.
pub fn rows(state: &State, area: Rect) -> Vec<(ArticleId, Rect)> {
    article_lines(state, area, 3)
}

/// Draws the counts of each article and, where there is space, its bar.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let counts = |id| labels(state, id).into_iter().collect::<Counts>();
    let order = state.read.order.iter();
    let most = order
        .map(|id| counts(*id).total())
        .max()
        .unwrap_or(1)
        .max(1);
    for (id, lines) in rows(state, area) {
        let in_hand = state.overview.article == id;
        paint::line(buf, row(lines, 0), &badge(state, id));
        let right = inset(lines, NAMES, 0);
        paint::line(buf, row(right, 0), &figures(state, counts(id), in_hand));
        if lines.height > 1 {
            bar(state, buf, row(right, 1), counts(id), most);
        }
    }
    let what = flip::concept(state).map_or("all concepts", |concept| concept.name.as_str());
    let runs = [run("Labels of ", theme.dim), run(what, theme.text)];
    paint::line(buf, last_line(area), &runs);
}

/// An article's labels of the concept in hand, or all of them.
pub fn labels(state: &State, article: ArticleId) -> Vec<&Label> {
    let concept = state.flip.concept;
    let Some(framing) = flip::framing(state) else {
        return Vec::new();
    };
    let all = labels_of(framing, article).iter();
    all.filter(|label| concept.is_none_or(|concept| concept == label.concept))
        .collect()
}

/// "12 own voice  4 quoted": the voice in hand in brackets.
fn figures(state: &State, counts: Counts, in_hand: bool) -> Vec<Run> {
    let theme = &state.theme;
    if counts.total() == 0 && !in_hand {
        return vec![run("not found in this text", theme.dim)];
    }
    let mut runs = Vec::new();
    for voice in Voice::ALL {
        let chosen = in_hand && state.overview.voice == voice;
        let count = counts.of(voice);
        let words = format!("{count} {}", voice::in_words(voice));
        if chosen {
            runs.push(run(format!("[{words}]"), theme.focus));
        } else if count > 0 {
            runs.push(run(format!(" {words} "), voice::face(theme, voice)));
        }
    }
    runs
}

fn bar(state: &State, buf: &mut Buffer, area: Rect, counts: Counts, most: usize) {
    let theme = &state.theme;
    let width = usize::from(area.width);
    let mut runs = Vec::new();
    let mut drawn = 0;
    let mut counted = 0;
    for voice in Voice::ALL {
        counted += counts.of(voice);
        // Reckoned from the sum, so that roundings do not add up.
        let to = counted * width / most;
        runs.push(run(
            voice::sign(voice).repeat(to - drawn),
            voice::face(theme, voice),
        ));
        drawn = to;
    }
    paint::line(buf, area, &runs);
}

/// The count in hand in words.
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let id = state.overview.article;
    let article = state.story.article(id);
    let labels = labels(state, id);
    let voice = state.overview.voice;
    let count = labels.iter().filter(|label| label.voice == voice).count();
    vec![
        run(state.named(article), theme.text),
        run(
            format!(
                " \u{b7} {count} of {} labels: {}",
                labels.len(),
                voice::in_words(voice)
            ),
            theme.dim,
        ),
    ]
}
