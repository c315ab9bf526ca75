//! The list of speakers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::entries::Entry;
use super::layout::Parts;
use crate::quotation::{SpeakerRow, Standing};
use crate::story::ArticleId;
use crate::text::count;
use crate::tui::guard::sigla;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, inset, row, run};

/// More outlets than this are counted, not named.
const MOST_NAMED: usize = 6;
/// Columns of the sign before a name, and the blank after it.
const SIGN: u16 = 3;

/// A name is cut to no fewer columns than these to make room for the letters of its texts.
const LEAST_NAME: u16 = 8;

/// The columns that a speaker's line takes when nothing is cut.
#[must_use]
pub fn needs(state: &State, speaker: &SpeakerRow) -> u16 {
    let name = run(speaker.whose.in_words(), state.theme.text);
    let figures = run(figures(state, speaker), state.theme.dim);
    SIGN + paint::columns(&[name, figures])
}

/// Draws the list under its title.
pub fn draw(state: &State, buf: &mut Buffer, parts: &Parts) {
    title(state, buf, parts.title);
    let entries = parts.entries.iter().skip(parts.first_entry);
    for (n, entry) in (0..parts.speakers.height).zip(entries) {
        let line = row(parts.speakers, n);
        match entry {
            Entry::Heading(words) => {
                let words = format!(" \u{2500} {words}");
                paint::text(buf, line, &words, state.theme.dim);
            }
            Entry::Speaker(index) => speaker(state, buf, line, *index),
        }
    }
}

fn title(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let named = state
        .speakers
        .iter()
        .filter(|row| row.whose.name().is_some());
    let speakers = count(named.count(), "speaker", "speakers");
    let ways = [
        format!(" {speakers}: in which texts, words in marks"),
        format!(" {speakers}: texts, words in marks"),
        format!(" {speakers}, words in marks"),
        format!(" {speakers}"),
    ];
    let words = paint::fullest(&ways, area.width).unwrap_or(&ways[3]);
    let face = if state.quotes.listing {
        theme.dim
    } else {
        theme.crosshead
    };
    paint::text(buf, area, words, face);
}

fn speaker(state: &State, buf: &mut Buffer, line: Rect, index: usize) {
    let theme = &state.theme;
    let Some(speaker) = state.speakers.get(index) else {
        return;
    };
    let in_hand = index == state.quotes.speaker;
    let mark = if in_hand { "\u{25b8}" } else { " " };
    let face = match speaker.standing {
        Standing::Person | Standing::Institution => theme.text,
        Standing::Nameless | Standing::Open => theme.dim,
    };
    // The name gives way: it stands whole over the statements, and who carries whom is what the
    // list is looked at for.
    let figures = figures(state, speaker);
    let wide = paint::columns(&[run(figures.clone(), theme.dim)]);
    let figures = if wide + SIGN + LEAST_NAME <= line.width {
        figures
    } else {
        words_in_marks(speaker)
    };
    let runs = [
        run(mark, theme.hint_key),
        run(format!(" {}", speaker.whose.in_words()), face),
    ];
    let wide = paint::columns(&[run(figures.clone(), theme.dim)]);
    paint::line(buf, inset(line, 0, wide + 1), &runs);
    paint::text_right(buf, line, &figures, theme.dim);
    if in_hand {
        paint::lay(buf, line, theme.cursor);
    }
}

fn figures(state: &State, speaker: &SpeakerRow) -> String {
    format!("{} {}", outlets(state, speaker), words_in_marks(speaker))
}

/// Nothing in marks is a sign, not a figure.
fn words_in_marks(speaker: &SpeakerRow) -> String {
    match speaker.words {
        0 => "   \u{b7}".to_string(),
        words => format!("{words:>4}"),
    }
}

/// "A C E".
#[must_use]
pub fn outlets(state: &State, speaker: &SpeakerRow) -> String {
    let articles: Vec<ArticleId> = speaker.articles.iter().map(|one| one.article).collect();
    if articles.len() > MOST_NAMED {
        count(articles.len(), "text", "texts")
    } else {
        sigla(state, &articles).replace(", ", " ")
    }
}
