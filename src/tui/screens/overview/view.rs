//! How the Overview screen looks: frames, tabs and what each panel draws inside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Widget};

use super::layout::{divide, inside};
use super::state::Panel;
use super::update::places;
use super::{cards, dispersion, pairs, timeline, voices};
use crate::story::Place;
use crate::tui::screens::excerpt;
use crate::tui::state::State;
use crate::tui::widgets::kwic;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let parts = divide(state);
    if let Some(area) = parts.tabs {
        tabs(state, buf, area);
    }
    words(state, buf, inset(parts.words, 2, 2));
    for (panel, area) in parts.panels {
        frame(state, buf, panel, area);
        let area = inside(area);
        if area.is_empty() {
            continue;
        }
        match panel {
            Panel::Cards => cards::draw(state, buf, area),
            Panel::Pairs => pairs::draw(state, buf, area),
            Panel::Timeline => timeline::draw(state, buf, area),
            Panel::Dispersion => dispersion::draw(state, buf, area),
            Panel::Voices => voices::draw(state, buf, area),
        }
    }
}

/// The words in hand, a line a place with what stands around them, under a line that says so where
/// there is room for one.
fn words(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let places = match places(state) {
        none if none.is_empty() => beginning(state).into_iter().collect(),
        some => some,
    };
    if places.is_empty() {
        return;
    }
    let area = if area.height > 1 {
        let rule = "\u{2500}".repeat(usize::from(area.width));
        paint::text(buf, area, &rule, theme.border);
        paint::text(buf, inset(area, 1, 1), " In its place ", theme.dim);
        below(area, 1)
    } else {
        area
    };
    let texts = in_their_texts(area, &places);
    let lines = Rect {
        height: area.height - texts.first().map_or(0, |text| text.height),
        ..area
    };
    for (columns, place) in texts_of(&texts, &places) {
        excerpt::draw(state, buf, columns, place);
    }
    for (n, place) in (0..lines.height).zip(places) {
        let article = state.story.article(place.article);
        let siglum = run(format!(" {} ", article.siglum), theme.unfocused);
        let line = row(area, n);
        let end = paint::line(buf, line, &[siglum]);
        let rest = inset(line, end + 1 - line.x, 0);
        kwic::line(buf, rest, article, place.span, theme.label_rest, theme.dim);
    }
}

/// Where an article without a headline begins, while whole articles are in hand.
fn beginning(state: &State) -> Option<Place> {
    let whole = matches!(state.overview.panel, Panel::Cards | Panel::Timeline);
    let article = state.story.articles.get(state.overview.article.index())?;
    let mut blocks = article.blocks.iter();
    let first = blocks.find(|block| block.kind.is_compared() && whole)?;
    Some(Place {
        article: article.id,
        span: first.span,
    })
}

/// The columns for the texts of some places: all that is left below their lines, and the lines' own
/// where there is a text for every place; none where they would tell little.
fn in_their_texts(area: Rect, places: &[Place]) -> Vec<Rect> {
    let columns = excerpt::columns(area);
    let lines = match u16::try_from(places.len()) {
        Ok(count) if usize::from(count) > columns.len() => count.saturating_add(1),
        Ok(_) => 0,
        Err(_) => u16::MAX,
    };
    if !excerpt::has_room(below(area, lines)) {
        return Vec::new();
    }
    columns.into_iter().map(|one| below(one, lines)).collect()
}

/// A text for each of the first places; where there is but one place it has all columns.
fn texts_of<'a>(
    columns: &'a [Rect],
    places: &[Place],
) -> impl Iterator<Item = (&'a [Rect], Place)> {
    let each = match places.len() {
        1 => columns.len().max(1),
        _ => 1,
    };
    columns.chunks(each).zip(places.to_vec())
}

fn tabs(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let tabs = Panel::ALL.iter().map(|panel| {
        let face = if *panel == state.overview.panel {
            theme.focus
        } else {
            theme.text
        };
        run(format!(" {} ", panel.title()), face)
    });
    paint::line(buf, area, &tabs.collect::<Vec<Run>>());
}

/// A frame, thick around the panel that has the keys.
fn frame(state: &State, buf: &mut Buffer, panel: Panel, area: Rect) {
    let theme = &state.theme;
    let focused = state.overview.panel == panel;
    let (kind, border, title) = if focused {
        (BorderType::Thick, theme.hint_key, theme.focus)
    } else {
        (BorderType::Plain, theme.border, theme.dim)
    };
    Block::bordered()
        .border_type(kind)
        .border_style(border.0)
        .render(area, buf);
    let words = format!(" {} ", panel.title());
    paint::text(buf, inset(row(area, 0), 2, 2), &words, title);
}

/// What is in hand, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let id = state.overview.article;
    let Some(article) = state.story.articles.get(id.index()) else {
        return vec![run("No article could be read", theme.error)];
    };
    match state.overview.panel {
        Panel::Pairs => pairs::status(state),
        Panel::Dispersion => dispersion::status(state),
        Panel::Voices => voices::status(state),
        Panel::Cards | Panel::Timeline => {
            let date = match article.date.value() {
                Some(date) => format!("{date} ({})", article.date.basis_word()),
                None => "date unknown".to_string(),
            };
            let mut runs = vec![
                run(state.named(article), theme.text),
                run(format!(" \u{b7} {date} \u{b7} "), theme.dim),
            ];
            let space = state.size.width.saturating_sub(2 + paint::columns(&runs));
            runs.extend(cards::figures(state, id, space));
            runs
        }
    }
}
