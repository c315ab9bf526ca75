//! How the Read screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::panes::{Pane, divide, side_by_side};
use crate::framing::table::Frame;
use crate::story::{Article, ArticleId, Known, Place};
use crate::tui::action::Action;
use crate::tui::flip;
use crate::tui::guard::sigla;
use crate::tui::layouts::Layout;
use crate::tui::lens::{self, HATCH, Lens};
use crate::tui::state::State;
use crate::tui::trail::Trail;
use crate::tui::widgets::paint::{self, Run, inset, row, run};
use crate::tui::widgets::prose::{self, Highlight, Look};

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let parts = divide(state);
    if let Some(area) = parts.flip {
        framings(state, buf, area);
    }
    if let Some(area) = parts.tabs {
        tabs(state, buf, area);
    }
    for pane in &parts.panes {
        draw_pane(state, buf, pane);
    }
}

/// The concept in hand and its framings; the one that stands out is marked.
fn framings(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let Some(concept) = flip::concept(state) else {
        return;
    };
    paint::blank(buf, area, theme.bar);
    let name = Rect {
        width: area.width.min(if area.width < 120 { 28 } else { 60 }),
        ..area
    };
    let x = paint::text(buf, name, &format!(" {}", concept.name), theme.bar_title);
    let rest = inset(area, x - area.x + 1, 1);
    let steps: Vec<Run> = (state.flip.frames.iter().enumerate())
        .map(|(index, frame)| {
            let chosen = state.flip.frame == Some(index);
            let face = if chosen { theme.label_own } else { theme.bar };
            run(format!(" {} ", flip::name(frame)), face)
        })
        .collect();
    let current = state.flip.frame.unwrap_or(0);
    let mut runs = paint::with_current_in_view(&steps, current, rest.width).to_vec();
    if let Some(frame) = state.flip.current() {
        let labels: Vec<&str> = frame
            .labels
            .iter()
            .map(|usage| usage.label.as_str())
            .collect();
        let words = run(format!("   {}", labels.join(", ")), theme.bar);
        if paint::columns(&runs) + paint::columns(std::slice::from_ref(&words)) <= rest.width {
            runs.push(words);
        }
    }
    paint::line(buf, rest, &runs);
}

/// The outlets in a row, those in view underlined; the focused one stands out.
fn tabs(state: &State, buf: &mut Buffer, area: Rect) {
    let runs: Vec<Run> = tabs_in_view(state, area.width)
        .into_iter()
        .map(|(_, run)| run)
        .collect();
    paint::line(buf, area, &runs);
}

/// The tabs from the first one with which the focused one can be seen.
fn tabs_in_view(state: &State, width: u16) -> Vec<(ArticleId, Run)> {
    let theme = &state.theme;
    let in_view = side_by_side(state);
    let runs: Vec<Run> = state
        .read
        .order
        .iter()
        .map(|id| {
            let article = state.story.article(*id);
            let style = if *id == state.read.focus {
                theme.focus.0
            } else if in_view.contains(id) {
                theme.text.0.add_modifier(Modifier::UNDERLINED)
            } else {
                theme.dim.0
            };
            run(
                format!(" {} {} ", article.siglum, article.outlet_name()),
                style,
            )
        })
        .collect();
    let shown = paint::with_current_in_view(&runs, state.read.focus_index(), width);
    let first = runs.len() - shown.len();
    let ids = state.read.order[first..].iter().copied();
    ids.zip(shown.iter().cloned()).collect()
}

/// The article whose tab stands at a cell.
#[must_use]
pub fn tab_at(state: &State, at: Position) -> Option<ArticleId> {
    let area = divide(state).tabs.filter(|area| area.contains(at))?;
    let mut x = area.x;
    tabs_in_view(state, area.width)
        .into_iter()
        .find_map(|(id, run)| {
            x += paint::columns(std::slice::from_ref(&run));
            (at.x < x).then_some(id)
        })
}

fn draw_pane(state: &State, buf: &mut Buffer, pane: &Pane) {
    let article = state.story.article(pane.article);
    header(state, buf, pane, article);
    let layout = pane.layout(state);
    let top = pane.top(state, &layout);
    let highlights = highlights(state, pane);
    let look = Look {
        theme: &state.theme,
        highlights: &highlights,
        edit: state.theme.lens.0,
        dimmed: None,
    };
    prose::draw(buf, pane.text, &layout, top, &look);
    marks(state, buf, pane, &layout, top);
    strip(state, buf, pane, &layout, top);
}

/// Siglum and headline; outlet and date with their basis; a rule.
fn header(state: &State, buf: &mut Buffer, pane: &Pane, article: &Article) {
    let theme = &state.theme;
    let focused = state.read.focus == pane.article;
    let badge = if focused {
        theme.focus
    } else {
        theme.unfocused
    };
    let mut first = vec![
        run(format!(" {} ", article.siglum), badge.0),
        run(" ", Style::new()),
    ];
    match article.headline() {
        Some(span) => first.push(run(article.words_at(span), theme.headline.0)),
        None => first.push(run("no headline in this text", theme.dim.0)),
    }
    let height = pane.header.height;
    if height > 0 {
        paint::line(buf, row(pane.header, 0), &first);
    }
    if height > 2 {
        let line = row(pane.header, 1);
        paint::line(buf, inset(line, 1, 0), &origin(state, article, line.width));
        if let Some(frame) = state.flip.current() {
            let line = inset(row(pane.header, 2), 1, 1);
            paint::line(buf, line, &usage(state, frame, pane.article));
        }
        if let Some(lens) = lens::over(state, pane.article) {
            lens_title(state, buf, row(pane.header, height - 2), lens);
        }
        let rule = row(pane.header, height - 1);
        let glyph = if focused { "\u{2501}" } else { "\u{2500}" };
        let face = if focused {
            theme.hint_key
        } else {
            theme.border
        };
        paint::text(buf, rule, &glyph.repeat(usize::from(rule.width)), face.0);
    }
}

/// How an article uses the framing that stands out: in its own voice and in others'.
fn usage(state: &State, frame: &Frame, article: ArticleId) -> Vec<Run> {
    let theme = &state.theme;
    let counts = flip::counts(frame, article);
    if counts.total() == 0 {
        return vec![
            run(flip::name(frame), theme.text),
            run(": not found in this text", theme.dim),
        ];
    }
    vec![
        run(format!("{}: ", flip::name(frame)), theme.text),
        match counts.own() {
            0 => run(" 0 own voice ", theme.dim),
            own => run(format!(" {own} own voice "), theme.label_own),
        },
        run(" ", theme.text),
        run(format!("{} in others'", counts.others()), theme.label_other),
    ]
}

/// Says that this is no text of the outlet's.
fn lens_title(state: &State, buf: &mut Buffer, area: Rect, lens: Lens) {
    let theme = &state.theme;
    paint::blank(buf, area, theme.lens);
    let kept = match lens.kept {
        0 => String::new(),
        kept => format!(", {kept} left"),
    };
    let words = format!(
        " {HATCH} LENS: {}, {} put in{kept} {HATCH} {} lists them, {} original",
        lens.with.in_words(state),
        lens.replaced,
        state.key(Action::Replacements),
        state.key(Action::Original)
    );
    paint::text(buf, area, &words, theme.lens);
}

/// "Press TV (inferred) · 2016-10-05 (inferred)", shortened when it does not fit.
#[must_use]
pub fn origin(state: &State, article: &Article, width: u16) -> Vec<Run> {
    let theme = &state.theme;
    let date = article
        .date
        .value()
        .map_or_else(|| "date unknown".to_string(), ToString::to_string);
    let kinship = state
        .kinship(article.id)
        .map(|words| format!(" \u{b7} {words}"));
    let build = |short: bool| {
        let mut runs = vec![
            run(article.outlet_name(), theme.text.0),
            run(basis(&article.outlet, short), theme.dim.0),
            run(" \u{b7} ", theme.dim.0),
            run(date.clone(), theme.text.0),
            run(basis(&article.date, short), theme.dim.0),
        ];
        runs.extend(kinship.clone().map(|words| run(words, theme.message.0)));
        runs
    };
    let long = build(false);
    if paint::columns(&long) < width {
        long
    } else {
        build(true)
    }
}

fn basis<T>(known: &Known<T>, short: bool) -> String {
    match known.basis() {
        None => String::new(),
        Some(basis) if short => format!(" ({}.)", &basis.as_str()[..3]),
        Some(basis) => format!(" ({})", basis.as_str()),
    }
}

/// What is laid over the text: the framing that stands out, or else the passages.
fn highlights(state: &State, pane: &Pane) -> Vec<Highlight> {
    let theme = &state.theme;
    let mut highlights: Vec<Highlight> = if state.flip.current().is_some() {
        flip::labels_in_hand(state, pane.article)
            .map(|(label, stands_out)| Highlight {
                span: label.core,
                style: match (stands_out, label.voice.is_own()) {
                    (true, true) => theme.label_own.0,
                    (true, false) => theme.label_other.0,
                    (false, _) => theme.label_rest.0,
                },
            })
            .collect()
    } else {
        let borne = state.borne[pane.article.index()].iter();
        borne
            .map(|(span, id)| {
                let style = theme.passage(*id);
                let in_hand = state.selected == Some(*id);
                Highlight {
                    span: *span,
                    style: if in_hand {
                        style.patch(theme.selected.0)
                    } else {
                        style
                    },
                }
            })
            .collect()
    };
    for (place, style) in trail(state, pane.article) {
        let span = place.span;
        highlights.push(Highlight { span, style });
    }
    let current = state.find.current_place();
    highlights.extend(
        state
            .find
            .in_article(pane.article)
            .iter()
            .map(|place| Highlight {
                span: place.span,
                style: if current == Some(*place) {
                    theme.found_current.0
                } else {
                    theme.found.0
                },
            }),
    );
    highlights.extend(chosen(state, pane.article));
    highlights
}

/// The words of an article that were chosen by hand.
fn chosen(state: &State, article: ArticleId) -> Option<Highlight> {
    let place = state.chosen.filter(|place| place.article == article)?;
    let style = state.theme.place_current.0;
    Some(Highlight {
        span: place.span,
        style,
    })
}

/// A star at the left edge of the first row of every note.
fn mark_notes(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    for place in state.notes.in_article(pane.article) {
        let at = layout.rows.row_at(place.span.start()).checked_sub(top);
        let at = at.and_then(|n| u16::try_from(n).ok());
        if let Some(n) = at.filter(|n| *n < pane.gutter.height) {
            paint::text(buf, row(pane.gutter, n), "*", state.theme.hint_key);
        }
    }
}

/// The places of an article that were opened from a count, the one in hand last.
fn trail(state: &State, article: ArticleId) -> Vec<(Place, Style)> {
    let Some(trail) = &state.trail else {
        return Vec::new();
    };
    let current = trail.current();
    let others = trail.places().iter().filter(|place| **place != current);
    others
        .map(|place| (*place, state.theme.place.0))
        .chain([(current, state.theme.place_current.0)])
        .filter(|(place, _)| place.article == article)
        .collect()
}

/// The passages' marks: the name on the first row of each, a line down its side.
fn marks(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    if pane.gutter.width == 0 {
        return;
    }
    let borne = &state.borne[pane.article.index()];
    if lens::over(state, pane.article).is_some() {
        hatch(state, buf, pane);
    }
    let labels: Vec<(usize, bool)> = flip::labels_in_hand(state, pane.article)
        .filter(|(_, stands_out)| *stands_out)
        .map(|(label, _)| (layout.rows.row_at(label.core.start()), label.voice.is_own()))
        .collect();
    let rows = layout.rows.rows.iter().enumerate().skip(top);
    for (n, (index, row_here)) in (0..pane.gutter.height).zip(rows) {
        if row_here.block.is_none() {
            continue;
        }
        if let Some((_, own)) = labels.iter().find(|(row, _)| *row == index) {
            let line = inset(row(pane.gutter, n), 3, 0);
            label_sign(state, buf, line, *own);
        }
        let named = borne
            .iter()
            .find(|(span, _)| layout.rows.row_at(span.start()) == index);
        let inside = borne
            .iter()
            .find(|(span, _)| span.overlap(row_here.origin) > 0);
        let (mark, id) = match (named, inside) {
            (Some((_, id)), _) => (format!("{id:>3}"), *id),
            (None, Some((_, id))) => ("  \u{2502}".to_string(), *id),
            (None, None) => continue,
        };
        let mut style = state.theme.passage(id);
        if state.selected == Some(id) {
            style = style.patch(state.theme.selected.0);
        }
        // The mark is no text: what underlines a passage in a theme without colour stays off it.
        style = style.remove_modifier(Modifier::UNDERLINED);
        paint::text(buf, row(pane.gutter, n), &mark, style);
    }
    mark_notes(state, buf, pane, layout, top);
    mark_place(state, buf, pane, layout, top);
}

/// An arrow beside the place in hand.
fn mark_place(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    let Some(place) = state.trail.as_ref().map(Trail::current) else {
        return;
    };
    let at = layout.rows.row_at(place.span.start()).checked_sub(top);
    let Some(n) = at.and_then(|n| u16::try_from(n).ok()) else {
        return;
    };
    if place.article == pane.article && n < pane.gutter.height {
        let edge = inset(row(pane.gutter, n), pane.gutter.width - 1, 0);
        paint::text(buf, edge, "\u{25b8}", state.theme.hint_key);
    }
}

/// The sign of a label: full in the outlet's own voice, hollow in another's.
fn label_sign(state: &State, buf: &mut Buffer, at: Rect, own: bool) {
    if own {
        paint::text(buf, at, "\u{25c6}", state.theme.absent);
    } else {
        let style = state
            .theme
            .label_other
            .0
            .remove_modifier(Modifier::UNDERLINED);
        paint::text(buf, at, "\u{25c7}", style);
    }
}

/// The left edge of a text that is not the outlet's.
fn hatch(state: &State, buf: &mut Buffer, pane: &Pane) {
    for n in 0..pane.gutter.height {
        paint::text(buf, row(pane.gutter, n), HATCH, state.theme.lens);
    }
}

/// The strip at the right edge, which also parts the panes: the whole article from top to bottom,
/// the part in view thick, the passages in their colours.
fn strip(state: &State, buf: &mut Buffer, pane: &Pane, layout: &Layout, top: usize) {
    let rows = layout.rows.rows.len().max(1);
    let height = usize::from(pane.strip.height);
    if pane.strip.width == 0 {
        return;
    }
    let flipping = state.flip.current().is_some();
    let borne: &[_] = match flipping {
        true => &[],
        false => &state.borne[pane.article.index()],
    };
    let spans: Vec<(usize, usize, Style)> = borne
        .iter()
        .map(|(span, id)| {
            let rows = layout.rows.rows_of(*span);
            (rows.start, rows.end, state.theme.passage(*id))
        })
        .collect();
    let labels: Vec<(usize, bool)> = flip::labels_in_hand(state, pane.article)
        .filter(|(_, stands_out)| *stands_out)
        .map(|(label, _)| (layout.rows.row_at(label.core.start()), label.voice.is_own()))
        .collect();
    let found: Vec<usize> = state
        .find
        .in_article(pane.article)
        .iter()
        .map(|place| layout.rows.row_at(place.span.start()))
        .collect();
    for n in 0..pane.strip.height {
        // A short article keeps its rows; a long one is pressed together.
        let from = usize::from(n) * rows.max(height) / height;
        let to = ((usize::from(n) + 1) * rows.max(height) / height).max(from + 1);
        let mut labelled = labels.iter().filter(|(row, _)| (from..to).contains(row));
        if let Some((_, own)) = labelled.clone().find(|(_, own)| *own).or(labelled.next()) {
            label_sign(state, buf, row(pane.strip, n), *own);
            continue;
        }
        if found.iter().any(|row| (from..to).contains(row)) {
            paint::text(buf, row(pane.strip, n), "\u{2022}", state.theme.hint_key);
            continue;
        }
        let in_view = rows > height && from < top + height && to > top;
        let here = spans
            .iter()
            .find(|(first, last, _)| *first < to && *last > from);
        let (glyph, style) = match (here, in_view) {
            (Some((.., style)), true) => ("\u{2588}", *style),
            (Some((.., style)), false) => ("\u{2590}", *style),
            (None, true) => ("\u{2503}", state.theme.dim.0),
            (None, false) => ("\u{2502}", state.theme.border.0),
        };
        let style = style.remove_modifier(Modifier::UNDERLINED);
        paint::text(buf, row(pane.strip, n), glyph, style);
    }
}

/// Where the reader is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let Some(article) = state.story.articles.get(state.read.focus.index()) else {
        return vec![run("No article could be read", theme.error.0)];
    };
    let mut runs = vec![
        run(
            format!("{} {}", article.siglum, article.outlet_name()),
            theme.text.0,
        ),
        run(place_in_article(state), theme.dim.0),
    ];
    let aside = state.story.articles.len() - state.read.order.len();
    if aside > 0 {
        runs.push(run(format!(" \u{b7} {aside} put aside"), theme.dim.0));
    }
    if let Some(trail) = &state.trail {
        runs.push(run(format!(" \u{b7} {}", trail.position()), theme.text));
        runs.push(run(format!(": {}", trail.what), theme.dim));
        return runs;
    }
    match state.selected.and_then(|id| state.passage(id)) {
        Some(passage) => {
            let mut articles: Vec<_> = passage
                .witnesses
                .iter()
                .map(|witness| witness.article)
                .collect();
            articles.dedup();
            runs.push(run(" \u{b7} ", theme.dim.0));
            runs.push(run(passage.id.to_string(), state.theme.passage(passage.id)));
            runs.push(run(
                format!(
                    " {} in {}, {} of {}",
                    passage.relation.as_str(),
                    sigla(state, &articles),
                    passage.id.0 + 1,
                    state.passages().len()
                ),
                theme.dim.0,
            ));
        }
        None if state.comparison.is_some() => {
            let count = state.borne[article.id.index()].len();
            runs.push(run(
                match count {
                    0 => " \u{b7} shares no passage".to_string(),
                    1 => " \u{b7} shares 1 passage".to_string(),
                    more => format!(" \u{b7} shares {more} passages"),
                },
                theme.dim.0,
            ));
        }
        None => {}
    }
    runs
}

fn place_in_article(state: &State) -> String {
    let parts = divide(state);
    let Some(pane) = parts
        .panes
        .iter()
        .find(|pane| pane.article == state.read.focus)
    else {
        return String::new();
    };
    let layout = pane.layout(state);
    let rows = layout.rows.rows.len();
    let height = usize::from(pane.text.height);
    if rows <= height {
        return " \u{b7} all in view".to_string();
    }
    let top = pane.top(state, &layout);
    match (top, top + height >= rows) {
        (0, _) => " \u{b7} top".to_string(),
        (_, true) => " \u{b7} end".to_string(),
        _ => format!(" \u{b7} {}%", top * 100 / (rows - height)),
    }
}
