//! The palette: everything that can be done or gone to, by a few letters of its name.

use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::input::Input;
use super::{Overlay, centred, fuzzy, sheet};
use crate::framing::ConceptId;
use crate::passage::PassageId;
use crate::quotation::QuotationId;
use crate::story::{ArticleId, Place};
use crate::text::one_line;
use crate::tui::action::Action;
use crate::tui::areas::whole;
use crate::tui::effect::Effect;
use crate::tui::screens::{Screen, diff, framing, quotes, read, stories};
use crate::tui::state;
use crate::tui::update::{open_screen, update};
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, below, inset, row, run};
use crate::tui::{flip, history, trail};

/// What is typed and which entry is chosen.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub input: Input,
    chosen: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    name: String,
    /// What it may be asked for by, beside its name.
    also: String,
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
    Quotation(QuotationId),
    /// Index into the labels of the story: the first of those that are called so.
    Label(usize),
    /// A line of the list of stories.
    Story(usize),
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
        Does::Quotation(id) => open_quotation(room, id),
        Does::Label(nth) => open_label(room, nth),
        Does::Story(line) => return stories::open(room, line),
        Does::Theme(nth) => {
            let theme = room
                .themes
                .names()
                .get(nth)
                .and_then(|name| room.themes.named(name, room.depth));
            if let Some(theme) = theme {
                room.wear(theme);
            }
        }
    }
    Vec::new()
}

/// Opens a quotation in its article.
fn open_quotation(room: &mut state::State, id: QuotationId) {
    let comparison = room.comparison.clone();
    let quotations = comparison.iter().flat_map(|one| &one.speech.quotations);
    let found = quotations.into_iter().find(|one| one.id == id);
    if let Some(quotation) = found {
        let (article, span) = (quotation.article, quotation.span);
        let speaker = quotation.speaker.as_ref();
        let who = speaker.map_or("speaker not found", |speaker| &speaker.name);
        trail::open(room, who, vec![Place { article, span }], 0);
    }
}

/// Opens all places of a label.
fn open_label(room: &mut state::State, nth: usize) {
    let Some(comparison) = room.comparison.clone() else {
        return;
    };
    let labels = &comparison.framing.labels;
    let Some(first) = labels.get(nth) else { return };
    let same = labels
        .iter()
        .filter(|other| other.concept == first.concept && other.label == first.label);
    let places = same.map(|label| Place {
        article: label.article,
        span: label.core,
    });
    trail::open(room, first.label.as_str(), places.collect(), 0);
}

/// What fits, the best first; all in their order before anything is typed.
fn entries(room: &state::State, typed: &str) -> Vec<Entry> {
    let mut scored: Vec<(i64, Entry)> = all(room, typed)
        .into_iter()
        .filter_map(|entry| {
            let names = [&entry.name, &entry.also];
            let scores = names
                .into_iter()
                .filter_map(|name| fuzzy::score(typed, name));
            Some((scores.max()?, entry))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, entry)| entry).collect()
}

fn all(room: &state::State, typed: &str) -> Vec<Entry> {
    let bindings = room.keymap.bindings.iter();
    let mut all: Vec<Entry> = bindings
        .filter(|row| row.holds_on(room.screen) && row.action != Action::Palette)
        .map(|row| Entry {
            name: row.help.clone(),
            also: row.name.clone(),
            key: row
                .chords
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
            does: Does::Action(row.action),
        })
        .collect();
    // Before a story is chosen there is no article to go to.
    let chosen = stories::is_chosen(room);
    let articles = room.story.articles.iter().filter(|_| chosen);
    all.extend(articles.map(|article| {
        let name = format!("Article {}: {}", article.siglum, article.called());
        named(name, Does::Article(article.id))
    }));
    all.extend(room.passages().iter().map(|passage| {
        let words = passage
            .witnesses
            .first()
            .map_or("", |place| room.story.words_at(*place));
        let name = format!("Passage {}: {}", passage.id, beginning(words));
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
        let name = format!("Speaker: {}", row.whose.name()?);
        Some(named(name, Does::Speaker(nth)))
    }));
    if !typed.is_empty() {
        all.extend(places(room));
    }
    if let Some(list) = &room.stories {
        all.extend((0..list.lines()).map(|line| {
            let name = format!("Story: {}", list.name(line));
            named(name, Does::Story(line))
        }));
    }
    let themes = room.themes.names().into_iter().enumerate();
    all.extend(themes.map(|(nth, name)| named(format!("Theme: {name}"), Does::Theme(nth))));
    all
}

/// Labels and quotations by their words; too many to be listed before anything is typed.
fn places(room: &state::State) -> Vec<Entry> {
    let Some(comparison) = &room.comparison else {
        return Vec::new();
    };
    let framing = &comparison.framing;
    let mut seen = HashSet::new();
    let labels = framing.labels.iter().enumerate();
    let labels = labels.filter(|(_, label)| seen.insert((label.concept, label.label.as_str())));
    let labels = labels.map(|(nth, label)| {
        let concept = framing.concepts.get(label.concept.index());
        let of = concept.map_or(String::new(), |concept| format!(" ({})", concept.name));
        named(format!("Label: {}{of}", label.label), Does::Label(nth))
    });
    let quotations = comparison.speech.quotations.iter();
    let quotations = quotations.map(|quotation| {
        let article = room.story.article(quotation.article);
        let words = beginning(article.words_at(quotation.span));
        let speaker = quotation.speaker.as_ref();
        let speaker = speaker.map_or(String::new(), |one| format!(", {}", one.name));
        let name = format!("Quotation {}{speaker}: {words}", article.siglum);
        named(name, Does::Quotation(quotation.id))
    });
    labels.chain(quotations).collect()
}

/// The first words, on one line.
fn beginning(words: &str) -> String {
    one_line(words).chars().take(80).collect()
}

fn named(name: String, does: Does) -> Entry {
    Entry {
        name,
        also: String::new(),
        key: String::new(),
        does,
    }
}

/// Does the entry that was clicked; the palette stays where none was.
pub fn click(room: &mut state::State, palette: State, at: Position) -> Vec<Effect> {
    let entries = entries(room, &palette.input.text);
    let body = body(area(room.size));
    let chosen = palette.chosen.min(entries.len().saturating_sub(1));
    let first = list::first(chosen, entries.len(), body.height);
    let nth = first + usize::from(at.y.saturating_sub(body.y));
    match entries.get(nth).filter(|_| body.contains(at)) {
        Some(entry) => run_entry(room, entry.does),
        None => {
            room.overlay = Some(Overlay::Palette(palette));
            Vec::new()
        }
    }
}

/// Columns between an entry and its key.
const KEY_GAP: u16 = 2;

/// Where the palette lies.
fn area(size: Size) -> Rect {
    centred(whole(size), 84, (size.height * 2 / 3).max(8))
}

/// Where its entries are.
fn body(area: Rect) -> Rect {
    inset(below(area, 1), 1, 1)
}

/// Draws the palette over the screen.
pub fn view(room: &state::State, palette: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let area = area(room.size);
    let title = [run(" : ", theme.bar_title)];
    let x = sheet::lay(room, buf, area, &title);
    let head = row(area, 0);
    let line = inset(head, x - head.x, 1);
    let cursor = palette.input.draw(theme, theme.bar_title, buf, line);
    let entries = entries(room, &palette.input.text);
    if area.width > 50 && palette.input.text.is_empty() {
        let head = inset(row(area, 0), 0, 1);
        paint::text_right(buf, head, "type a few letters", theme.bar);
    }
    let body = body(area);
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
        let key = run(entry.key.as_str(), theme.hint_key);
        let wide = paint::columns(std::slice::from_ref(&key));
        let kept = if wide > 0 { wide + KEY_GAP } else { 0 };
        paint::line(buf, inset(line, 0, kept), &runs);
        paint::text_right(buf, line, &key.text, key.style);
        if index == chosen {
            paint::lay(buf, line, theme.cursor);
        }
    }
    Some(cursor)
}
