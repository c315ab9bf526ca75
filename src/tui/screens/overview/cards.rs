//! The outlets as cards: who, when, with the basis of both; which event; how much of what.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::{article_lines, badge, last_line};
use crate::event::told_together;
use crate::story::{Article, ArticleId};
use crate::text::count;
use crate::tui::guard::sigla;
use crate::tui::screens::read;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// The lines of each card in view.
pub fn rows(state: &State, area: Rect) -> Vec<(ArticleId, Rect)> {
    article_lines(state, area, 4)
}

/// Draws the cards, as high as there is space for, and the events below them.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    for (id, lines) in rows(state, area) {
        card(state, buf, lines, id);
    }
    paint::line(buf, last_line(area), &events(state));
}

fn card(state: &State, buf: &mut Buffer, area: Rect, id: ArticleId) {
    let article = state.story.article(id);
    let from = paint::line(buf, row(area, 0), &badge(state, id)) - area.x;
    let lines = inset(area, from + 1, 0);
    let mut first = read::who_and_when(state, article, lines.width + 1);
    let mut last = Vec::new();
    if read::shortest(state, article) > lines.width && lines.height > 2 {
        // The date goes to the figures: a basis that is cut off says nothing.
        let [outlet, date] = read::outlet_and_date(state, article, lines.width);
        first = outlet;
        last.extend(date);
        last.push(run(" \u{b7} ", state.theme.dim));
    }
    let space = lines.width.saturating_sub(paint::columns(&last));
    last.extend(figures(state, id, space));
    paint::line(buf, row(lines, 0), &first);
    // A headline says more than figures where there is one row for both.
    paint::line(buf, row(lines, 1), &[headline(state, article)]);
    paint::line(buf, row(lines, 2), &last);
}

fn headline(state: &State, article: &Article) -> Run {
    match article.headline() {
        Some(span) => run(article.words_at(span), state.theme.headline),
        None => run("no headline in this text", state.theme.dim),
    }
}

/// "485 words · 12 quotations · 6 shared passages"; "485 words · 12 quoted · 6 shared" or "485 words"
/// where there is no room for that.
pub fn figures(state: &State, id: ArticleId, width: u16) -> Vec<Run> {
    let theme = &state.theme;
    let Some(comparison) = &state.comparison else {
        return vec![run(state.not_compared(), theme.dim)];
    };
    let words = comparison.texts[id.index()].words.len();
    let quotations = comparison.speech.quotations_of(id).len();
    let passages = state.borne[id.index()].len();
    let kinship = state
        .kinship(id)
        .map_or_else(String::new, |words| format!("{words} \u{b7} "));
    let words = count(words, "word", "words");
    let ways = [
        format!(
            "{kinship}{words} \u{b7} {} \u{b7} {}",
            count(quotations, "quotation", "quotations"),
            count(passages, "shared passage", "shared passages")
        ),
        format!("{kinship}{words} \u{b7} {quotations} quoted \u{b7} {passages} shared"),
        format!("{kinship}{words}"),
    ];
    let shown = paint::fullest(&ways, width).unwrap_or(&ways[2]);
    vec![run(shown, theme.dim)]
}

/// "4 events: A │ B │ C, E │ D".
fn events(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    let groups = told_together(state.story.articles.len(), &comparison.pairs);
    let here: Vec<String> = groups
        .into_iter()
        .map(|mut group| {
            group.retain(|id| state.read.order.contains(id));
            group
        })
        .filter(|group| !group.is_empty())
        .map(|group| sigla(state, &group))
        .collect();
    let count = match here.len() {
        1 => "One event: ".to_string(),
        count => format!("{count} events: "),
    };
    vec![
        run(count, theme.text),
        run(here.join(" \u{2502} "), theme.dim),
    ]
}
