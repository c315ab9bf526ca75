//! The palette: everything that can be done or gone to, by a few letters of its name.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::input::Input;
use super::{Overlay, centred, fuzzy};
use crate::framing::ConceptId;
use crate::passage::PassageId;
use crate::story::ArticleId;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::screens::{Screen, diff, framing, quotes, read};
use crate::tui::state;
use crate::tui::update::{open_screen, update};
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, below, inset, row, run};
use crate::tui::{flip, history};

/// What is typed and which entry is chosen.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub input: Input,
    chosen: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    name: String,
    key: String,
    does: Does,
}

#[derive(Clone, Copy, Debug)]
enum Does {
    Action(Action),
    Passage(PassageId),
    Article(ArticleId),
    Concept(ConceptId),
    /// Index into the room's speakers.
    Speaker(usize),
    /// Index into the themes.
    Theme(usize),
}

/// Takes a key: letters narrow, arrows choose, Enter does it, Esc closes.
pub fn key(room: &mut state::State, mut palette: State, event: KeyEvent) -> Vec<Effect> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let count = entries(room, &palette.input.text).len();
    match event.code {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Char('c' | 'p') if control => return Vec::new(),
        KeyCode::Backspace if palette.input.text.is_empty() => return Vec::new(),
        KeyCode::Enter => {
            let entry = entries(room, &palette.input.text)
                .into_iter()
                .nth(palette.chosen);
            return entry.map_or(Vec::new(), |entry| run_entry(room, entry.does));
        }
        KeyCode::Down | KeyCode::Tab => palette.chosen = (palette.chosen + 1) % count.max(1),
        KeyCode::Up | KeyCode::BackTab => {
            palette.chosen = (palette.chosen + count.max(1) - 1) % count.max(1);
        }
        _ => {
            if palette.input.key(event) {
                palette.chosen = 0;
            }
        }
    }
    room.overlay = Some(Overlay::Palette(palette));
    Vec::new()
}

fn run_entry(room: &mut state::State, does: Does) -> Vec<Effect> {
    match does {
        Does::Action(action) => return update(room, action),
        Does::Passage(id) => diff::open(room, id),
        Does::Article(id) => {
            history::remember(room);
            room.screen = Screen::Read;
            read::focus(room, id);
        }
        Does::Concept(id) => {
            flip::choose(room, id);
            framing::enter(room);
            return open_screen(room, Screen::Framing);
        }
        Does::Speaker(nth) => {
            let effects = open_screen(room, Screen::Quotes);
            quotes::choose(room, nth);
            return effects;
        }
        Does::Theme(nth) => {
            let theme = room
                .themes
                .names()
                .get(nth)
                .and_then(|name| room.themes.named(name, room.depth));
            if let Some(theme) = theme {
                room.theme = theme;
            }
        }
    }
    Vec::new()
}

/// What fits, the best first; all in their order before anything is typed.
fn entries(room: &state::State, typed: &str) -> Vec<Entry> {
    let mut scored: Vec<(i64, Entry)> = all(room)
        .into_iter()
        .filter_map(|entry| Some((fuzzy::score(typed, &entry.name)?, entry)))
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, entry)| entry).collect()
}

fn all(room: &state::State) -> Vec<Entry> {
    let bindings = room.keymap.bindings.iter();
    let mut all: Vec<Entry> = bindings
        .filter(|row| row.holds_on(room.screen) && row.action != Action::Palette)
        .map(|row| Entry {
            name: row.help.clone(),
            key: row
                .chords
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
            does: Does::Action(row.action),
        })
        .collect();
    let named = |name: String, does: Does| Entry {
        name,
        key: String::new(),
        does,
    };
    all.extend(room.story.articles.iter().map(|article| {
        let name = format!("Article {}: {}", article.siglum, article.outlet_name());
        named(name, Does::Article(article.id))
    }));
    all.extend(room.passages().iter().map(|passage| {
        let words = passage
            .witnesses
            .first()
            .map_or("", |place| room.story.words_at(*place));
        let words: String = words.chars().take(80).collect();
        let name = format!("Passage {}: {words}", passage.id);
        named(name, Does::Passage(passage.id))
    }));
    if let Some(framing) = flip::framing(room) {
        all.extend(framing.concepts.iter().map(|concept| {
            let name = format!("Concept: {}", concept.name);
            named(name, Does::Concept(concept.id))
        }));
    }
    let speakers = room.speakers.iter().enumerate();
    all.extend(speakers.filter_map(|(nth, row)| {
        let name = format!("Speaker: {}", row.name.as_ref()?);
        Some(named(name, Does::Speaker(nth)))
    }));
    let themes = room.themes.names().into_iter().enumerate();
    all.extend(themes.map(|(nth, name)| named(format!("Theme: {name}"), Does::Theme(nth))));
    all
}

/// Draws the palette over the screen.
pub fn view(room: &state::State, palette: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let area = centred(buf.area, 84, (buf.area.height * 2 / 3).max(8));
    paint::blank(buf, area, theme.text);
    let head = row(area, 0);
    paint::lay(buf, head, theme.bar);
    let x = paint::line(
        buf,
        head,
        &[
            run(" : ", theme.bar_title),
            run(palette.input.text.as_str(), theme.bar_title),
        ],
    );
    let entries = entries(room, &palette.input.text);
    if area.width > 50 && palette.input.text.is_empty() {
        paint::text_right(
            buf,
            inset(head, 0, 1),
            "type a few letters \u{b7} Enter does it",
            theme.bar,
        );
    }
    let body = inset(below(area, 1), 1, 1);
    if entries.is_empty() {
        paint::text(buf, row(body, 0), "Nothing of that name.", theme.dim);
    }
    let chosen = palette.chosen.min(entries.len().saturating_sub(1));
    let first = list::first(chosen, entries.len(), body.height);
    for (n, (index, entry)) in (0..body.height).zip(entries.iter().enumerate().skip(first)) {
        let line = row(body, n);
        let marker = if index == chosen { "\u{25b8} " } else { "  " };
        let runs = [
            run(marker, theme.hint_key),
            run(entry.name.as_str(), theme.text),
        ];
        paint::line(buf, inset(line, 0, 12), &runs);
        paint::text_right(buf, line, &entry.key, theme.hint_key);
        if index == chosen {
            paint::lay(buf, line, theme.cursor);
        }
    }
    Some(Position::new(x, area.y))
}
