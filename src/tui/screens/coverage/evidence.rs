//! The evidence for the item in hand: its words at every place, and what was searched in vain.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows::{column_in_hand, columns, item_in_hand};
use crate::coverage::Item;
use crate::story::{ArticleId, Place, Span};
use crate::tui::screens::excerpt;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, below, inset, row, run};
use crate::tui::widgets::{kwic, list};

/// One line of the evidence.
struct Line {
    article: ArticleId,
    /// `None`: nothing was found.
    place: Option<Span>,
    in_hand: bool,
}

/// Draws the evidence: a rule with the item's kind, its name and detail, then a line a place.
pub fn view(state: &State, buf: &mut Buffer, area: Rect) {
    let Some(item) = item_in_hand(state) else {
        return;
    };
    if area.is_empty() {
        return;
    }
    let body = head(state, buf, area, item);
    let lines = lines(state, item);
    let in_hand = lines.iter().position(|line| line.in_hand).unwrap_or(0);
    let first = list::first(in_hand, lines.len(), body.height);
    let mut above = None;
    for (n, line) in (0..body.height).zip(lines.iter().skip(first)) {
        let named = above != Some(line.article) || line.in_hand;
        draw(state, buf, row(body, n), line, named);
        above = Some(line.article);
    }
    let taken = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let chosen = lines.get(in_hand).filter(|line| line.in_hand);
    if let Some((line, span)) = chosen.and_then(|line| Some((line, line.place?))) {
        let place = Place {
            article: line.article,
            span,
        };
        in_its_text(state, buf, below(body, taken.saturating_add(1)), place);
    }
}

/// The text around the place in hand, where the lines leave room for it.
fn in_its_text(state: &State, buf: &mut Buffer, area: Rect, place: Place) {
    if excerpt::has_room(area) {
        let columns = excerpt::columns(area);
        excerpt::draw(state, buf, &columns[..1], place);
    }
}

/// A rule with the kind, and the item; gives what is left below.
fn head(state: &State, buf: &mut Buffer, area: Rect, item: &Item) -> Rect {
    let theme = &state.theme;
    let rule = "\u{2500}".repeat(usize::from(area.width));
    paint::text(buf, row(area, 0), &rule, theme.border);
    let title = format!(" {} ", item.kind.as_str());
    paint::text(buf, inset(row(area, 0), 1, 1), &title, theme.dim);
    if area.height <= 4 {
        return below(area, 1);
    }
    let mut runs = vec![run(item.name.clone(), theme.headline)];
    if let Some(detail) = &item.detail {
        runs.push(run(format!("  {detail}"), theme.dim));
    }
    paint::line(buf, inset(row(area, 1), 1, 1), &runs);
    below(area, 2)
}

/// A line a place, in the order of the columns; one for each article without.
fn lines(state: &State, item: &Item) -> Vec<Line> {
    let columns = columns(state);
    let column = column_in_hand(state, &columns);
    let mut lines = Vec::new();
    for article in columns {
        let chosen = column == Some(article);
        let places = item.places_in(article);
        lines.extend(places.iter().enumerate().map(|(nth, place)| Line {
            article,
            place: Some(place.span),
            in_hand: chosen && state.coverage.place.min(places.len() - 1) == nth,
        }));
        if places.is_empty() {
            lines.push(Line {
                article,
                place: None,
                in_hand: chosen,
            });
        }
    }
    lines
}

fn draw(state: &State, buf: &mut Buffer, area: Rect, line: &Line, named: bool) {
    let theme = &state.theme;
    let article = state.story.article(line.article);
    let siglum = format!(" {} ", article.siglum);
    let (mark, badge) = if line.in_hand {
        ("\u{25b8}", theme.focus)
    } else {
        (" ", theme.unfocused)
    };
    let siglum = if named {
        run(siglum, badge)
    } else {
        run(" ".repeat(siglum.len()), theme.text)
    };
    let end = paint::line(buf, area, &[run(mark, theme.hint_key), siglum]);
    let words = inset(area, end + 1 - area.x, 0);
    match line.place {
        Some(span) => kwic::line(buf, words, article, span, theme.label_rest, theme.dim),
        None => {
            paint::text(buf, words, &not_found(state, line.article), theme.dim);
        }
    }
}

/// "not found in this text; 812 words looked through".
fn not_found(state: &State, article: ArticleId) -> String {
    let words = state
        .comparison
        .as_ref()
        .and_then(|comparison| comparison.texts.get(article.index()))
        .map_or(0, |segments| segments.words.len());
    format!("not found in this text; {words} words looked through")
}
