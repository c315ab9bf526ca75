//! How the Quotes screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::carriers::{Carrier, speaker};
use super::layout::{Parts, divide};
use super::lines::Line;
use super::update::carrier_in_hand;
use super::{side_by_side, table};
use crate::quotation::{SpeakerRow, Standing};
use crate::story::ArticleId;
use crate::text::count;
use crate::tui::guard::sigla;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// More outlets than this are counted, not named.
const MOST_NAMED: usize = 6;

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    if let Some(pair) = state.quotes.pair {
        side_by_side::draw(state, buf, pair);
        return;
    }
    let parts = divide(state);
    if state.speakers.is_empty() {
        let words = if state.comparison.is_some() {
            "Nobody is quoted or reported in these articles."
        } else {
            "Still comparing."
        };
        paint::text(buf, inset(parts.speakers, 2, 0), words, state.theme.dim);
        return;
    }
    speakers(state, buf, &parts);
    head(state, buf, parts.head);
    table::draw(state, buf, parts.table);
    let dashes = "\u{2500}".repeat(usize::from(parts.rule.width));
    paint::text(buf, parts.rule, &dashes, state.theme.border);
    statements(state, buf, &parts);
}

fn speakers(state: &State, buf: &mut Buffer, parts: &Parts) {
    let theme = &state.theme;
    let area = parts.speakers;
    let named = state.speakers.iter().filter(|row| row.name.is_some());
    let speakers = count(named.count(), "speaker", "speakers");
    let ways = [
        format!(" {speakers}: outlets, words in marks"),
        format!(" {speakers}, words in marks"),
        format!(" {speakers}"),
    ];
    let words = paint::fullest(&ways, parts.title.width).unwrap_or(&ways[2]);
    let face = if state.quotes.listing {
        theme.dim
    } else {
        theme.crosshead
    };
    paint::text(buf, parts.title, words, face);
    let rows = state.speakers.iter().enumerate().skip(parts.first_speaker);
    for (n, (index, speaker)) in (0..area.height).zip(rows) {
        let line = row(area, n);
        let in_hand = index == state.quotes.speaker;
        let mark = if in_hand { "\u{25b8}" } else { " " };
        let face = match speaker.standing {
            Standing::Person | Standing::Institution => theme.text,
            Standing::Nameless | Standing::Open => theme.dim,
        };
        let figures = format!("{} {:>4}", outlets(state, speaker), speaker.words);
        let runs = [
            run(mark, theme.hint_key),
            run(format!(" {}", name(speaker)), face),
        ];
        let wide = paint::columns(&[run(figures.clone(), theme.dim)]);
        paint::line(buf, inset(line, 0, wide + 1), &runs);
        paint::text_right(buf, line, &figures, theme.dim);
        if in_hand {
            paint::lay(buf, line, theme.cursor);
        }
    }
}

fn name(speaker: &SpeakerRow) -> &str {
    speaker.name.as_deref().unwrap_or("speaker not found")
}

fn outlets(state: &State, speaker: &SpeakerRow) -> String {
    let articles: Vec<ArticleId> = speaker.articles.iter().map(|one| one.article).collect();
    if articles.len() > MOST_NAMED {
        format!("{} texts", articles.len())
    } else {
        sigla(state, &articles).replace(", ", " ")
    }
}

/// "John Kerry · 212 words in marks in 3 of 5 texts".
fn head(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let Some(speaker) = speaker(state) else {
        return;
    };
    let standing = match speaker.standing {
        Standing::Person | Standing::Open => "",
        Standing::Institution => " \u{b7} a body",
        Standing::Nameless => " \u{b7} without a name",
    };
    let face = if state.quotes.listing {
        theme.headline
    } else {
        theme.text
    };
    let runs = [
        run(format!(" {}", name(speaker)), face),
        run(
            format!(
                "{standing} \u{b7} {} words in marks \u{b7} in {} of {} texts",
                speaker.words,
                speaker.articles.len(),
                state.story.articles.len()
            ),
            theme.dim,
        ),
    ];
    paint::line(buf, area, &runs);
}

fn statements(state: &State, buf: &mut Buffer, parts: &Parts) {
    let theme = &state.theme;
    for (nth, line) in parts.lines.iter().enumerate().skip(parts.first_line) {
        let Some(area) = parts.line_area(nth) else {
            break;
        };
        match line {
            Line::Blank => {}
            Line::Words(words) => {
                let face = if words.in_hand {
                    theme.headline
                } else {
                    theme.text
                };
                let area = inset(area, 1, 0);
                let end = paint::text(buf, area, &words.text, face);
                if words.cut {
                    paint::cut(buf, inset(area, end - area.x, 0), face);
                }
            }
            Line::Carrier { index, carrier } => {
                let in_hand = state.quotes.listing && *index == state.quotes.carrier;
                paint::line(buf, area, &carrier_line(state, carrier, in_hand));
                if in_hand {
                    paint::lay(buf, area, theme.cursor);
                }
            }
        }
    }
}

/// "▸ C  identical · said".
fn carrier_line(state: &State, carrier: &Carrier, in_hand: bool) -> Vec<Run> {
    let theme = &state.theme;
    let mark = if in_hand { " \u{25b8} " } else { "   " };
    let mut runs = vec![run(mark, theme.hint_key)];
    match carrier.article() {
        Some(id) => {
            let siglum = &state.story.article(id).siglum;
            runs.push(run(format!(" {siglum} "), theme.unfocused));
        }
        None => runs.push(run(" \u{b7} ", theme.dim)),
    }
    let face = match carrier {
        Carrier::NotFound(_) | Carrier::Reported { .. } => theme.dim,
        Carrier::Quoted { .. } | Carrier::Unmarked { .. } => theme.text,
    };
    runs.push(run(format!(" {}", carrier.how(state)), face));
    for note in carrier.notes(state) {
        runs.push(run(format!(" \u{b7} {note}"), theme.dim));
    }
    runs
}

/// Where the reader is, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    if state.quotes.pair.is_some() {
        let words = "What differs is in braces; which text was first cannot be told from them";
        return vec![run(words, theme.dim)];
    }
    let Some(speaker) = speaker(state) else {
        return Vec::new();
    };
    let mut runs = vec![run(name(speaker).to_string(), theme.text)];
    match carrier_in_hand(state) {
        Some((_, carrier)) => {
            if let Some(id) = carrier.article() {
                let article = state.story.article(id);
                let outlet = format!(" \u{b7} {} {}", article.siglum, article.called());
                runs.push(run(outlet, theme.text));
            }
            runs.push(run(format!(" \u{b7} {}", carrier.how(state)), theme.dim));
            for note in carrier.notes(state) {
                runs.push(run(format!(" \u{b7} {note}"), theme.dim));
            }
        }
        None => {
            let outlets = format!(" \u{b7} in {}", outlets(state, speaker));
            runs.push(run(outlets, theme.dim));
        }
    }
    runs
}
