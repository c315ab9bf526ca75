//! What stands over an article: its siglum and headline, who published it and when, each with the
//! basis on which it is held; a framing's count and a lens's title while they are there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::origin::origin;
use super::panes::Pane;
use crate::framing::table::Frame;
use crate::story::{Article, ArticleId};
use crate::tui::action::Action;
use crate::tui::flip;
use crate::tui::lens::{self, HATCH, Lens};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// Siglum and headline; outlet and date with their basis; a rule.
pub fn draw(state: &State, buf: &mut Buffer, pane: &Pane, article: &Article) {
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
        let line = inset(row(pane.header, 1), 1, 0);
        let x = paint::line(buf, line, &origin(state, article, line.width));
        if pane.layout(state).prose.has_right_to_left() {
            let rest = inset(line, x - line.x, 0);
            order_note(state, buf, rest);
        }
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

/// Says, as fully as there is space, that words from right to left stand in logical order.
fn order_note(state: &State, buf: &mut Buffer, area: Rect) {
    let notes = [
        " \u{b7} right-to-left words in logical order",
        " \u{b7} logical order",
    ];
    if let Some(note) = paint::fullest(&notes, area.width) {
        paint::text(buf, area, note, state.theme.dim);
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
    let title = format!(" {HATCH} LENS: {}", lens.with.in_words(state));
    let put = format!("{} put in{kept}", lens.replaced);
    let list = state.key(Action::Replacements);
    let original = state.key(Action::Original);
    let ways = [
        format!("{title}, {put} {HATCH} {list} lists them, {original} original"),
        format!("{title}, {put} {HATCH} {list} list, {original} off"),
        format!("{title} {HATCH} {list} list, {original} off"),
        format!("{title} {HATCH} {original} off"),
        format!("{title} {HATCH}"),
    ];
    let words = paint::fullest(&ways, area.width).unwrap_or(&title);
    paint::text(buf, area, words, theme.lens);
}

#[cfg(test)]
mod tests {
    use crate::tui::tests::{press, room, words};

    #[test]
    fn the_title_of_a_lens_is_said_whole_in_a_pane_of_any_width() {
        for width in [40, 60, 80, 120, 200, 250] {
            let mut state = room(width, 40);
            press(&mut state, "L");
            let shown = words(&state);
            let line = shown.lines().find(|line| line.contains("LENS: ")).unwrap();
            let title = line.split("LENS: ").nth(1).unwrap();
            let title = title.split('\u{2502}').next().unwrap();
            assert!(!title.contains('\u{2026}'), "{width}: {line}");
            assert!(
                title.contains("o off") || title.contains("o original"),
                "{width}: {line}"
            );
        }
    }
}
