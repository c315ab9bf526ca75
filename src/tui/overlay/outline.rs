//! The outline of an article: its headline and crossheads, what it shares and what it quotes, in
//! the order of its text.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Overlay;
use super::place_list::{self, Asked, Line};
use crate::passage::PassageId;
use crate::quotation::QuotationId;
use crate::story::{ArticleId, BlockKind, Place, Span};
use crate::tui::effect::Effect;
use crate::tui::guard::sigla;
use crate::tui::screens::{Screen, read};
use crate::tui::state;
use crate::tui::widgets::paint::{self, Run, inset, run};
use crate::tui::{history, notes, trail};

/// Columns for the mark of an item.
const MARKS: u16 = 5;

/// The article and which of its items is in hand.
#[derive(Clone, Debug)]
pub struct State {
    article: ArticleId,
    cursor: usize,
}

/// One item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Item {
    span: Span,
    what: What,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum What {
    Headline,
    Crosshead,
    Passage(PassageId),
    Quotation(QuotationId),
}

/// Opens the outline of the article in hand, at what is in view of it.
pub fn open(room: &mut state::State) {
    let in_hand = notes::in_hand(room).map(|place| place.article);
    let article = match room.screen {
        Screen::Read => room.read.focus,
        _ => in_hand.unwrap_or(room.read.focus),
    };
    let items = items(room, article);
    if items.is_empty() {
        room.say("No headline, crosshead, passage or quotation is known in this text");
        return;
    }
    let top = room.read.top(article).offset;
    let cursor = items.partition_point(|item| item.span.start() < top);
    let cursor = cursor.min(items.len() - 1);
    room.overlay = Some(Overlay::Outline(State { article, cursor }));
}

/// Takes a key: arrows walk, Enter opens, Esc closes.
pub fn key(room: &mut state::State, mut outline: State, event: KeyEvent) -> Vec<Effect> {
    let items = items(room, outline.article);
    match place_list::key(&mut outline.cursor, items.len(), room.size.height, event) {
        Asked::Close => return Vec::new(),
        Asked::Open => {
            if let Some(item) = items.get(outline.cursor) {
                go_to(room, outline.article, *item);
            }
            return Vec::new();
        }
        Asked::Moved | Asked::Other => {}
    }
    room.overlay = Some(Overlay::Outline(outline));
    Vec::new()
}

/// Opens the item that was clicked; the outline stays where none was.
pub fn click(room: &mut state::State, outline: State, at: Position) {
    let items = items(room, outline.article);
    match place_list::item_at(room.size, &lines(&items), outline.cursor, at) {
        Some(nth) => go_to(room, outline.article, items[nth]),
        None => room.overlay = Some(Overlay::Outline(outline)),
    }
}

fn lines(items: &[Item]) -> Vec<Line> {
    (0..items.len()).map(Line::Item).collect()
}

fn go_to(room: &mut state::State, article: ArticleId, item: Item) {
    let place = Place {
        article,
        span: item.span,
    };
    if room.screen != Screen::Read {
        history::remember(room);
        room.screen = Screen::Read;
    }
    match item.what {
        What::Headline | What::Crosshead => {
            read::go_to_place(room, place);
            room.read.gone_to = Some(place);
        }
        What::Passage(id) => {
            read::focus(room, article);
            read::go_to_passage(room, id);
        }
        What::Quotation(id) => {
            let who = speaker(room, article, id);
            trail::open(room, who, vec![place], 0);
        }
    }
}

/// All items of an article, in the order of its text.
fn items(room: &state::State, article: ArticleId) -> Vec<Item> {
    let blocks = &room.story.article(article).blocks;
    let heads = blocks.iter().filter_map(|block| {
        let what = match block.kind {
            BlockKind::Headline => What::Headline,
            BlockKind::Crosshead => What::Crosshead,
            _ => return None,
        };
        Some(Item {
            span: block.span,
            what,
        })
    });
    let passages = room.borne[article.index()].iter().map(|(span, id)| Item {
        span: *span,
        what: What::Passage(*id),
    });
    let comparison = room.comparison.as_ref();
    let quoted = comparison.map_or(&[][..], |one| one.speech.quotations_of(article));
    let quoted = quoted.iter().filter(|one| one.within.is_none());
    let quoted = quoted.map(|one| Item {
        span: one.span,
        what: What::Quotation(one.id),
    });
    let mut items: Vec<Item> = heads.chain(passages).chain(quoted).collect();
    items.sort_by_key(|item| (item.span.start(), item.what));
    items
}

/// Who says a quotation.
fn speaker(room: &state::State, article: ArticleId, id: QuotationId) -> String {
    let comparison = room.comparison.as_ref();
    let quoted = comparison.map_or(&[][..], |one| one.speech.quotations_of(article));
    let quotation = quoted.iter().find(|one| one.id == id);
    match quotation.and_then(|one| one.speaker.as_ref()) {
        Some(speaker) => speaker.name.clone(),
        None => "speaker not found".to_string(),
    }
}

/// Draws the outline over the screen.
pub fn view(room: &state::State, outline: &State, buf: &mut Buffer) -> Option<Position> {
    let theme = &room.theme;
    let items = items(room, outline.article);
    let article = room.story.article(outline.article);
    let title = [
        run(" Outline ", theme.bar_title),
        run(
            format!(" {} {}", article.siglum, article.called()),
            theme.bar,
        ),
    ];
    place_list::view(
        room,
        buf,
        &title,
        (&lines(&items), outline.cursor),
        &|buf, area, nth| draw(room, buf, area, outline.article, items[nth]),
    );
    None
}

/// The item's mark, its words, and at the right what more there is to know of it.
fn draw(room: &state::State, buf: &mut Buffer, area: Rect, article: ArticleId, item: Item) {
    let theme = &room.theme;
    let (mark, face): (Run, _) = match item.what {
        What::Headline => (run("H", theme.dim), theme.headline),
        What::Crosshead => (run("h", theme.dim), theme.crosshead),
        What::Passage(id) => (run(id.to_string(), theme.passage(id)), theme.text),
        What::Quotation(_) => (run("\u{201d}", theme.dim), theme.text),
    };
    paint::line(buf, inset(area, 1, 0), &[mark]);
    let more = match item.what {
        What::Headline | What::Crosshead => String::new(),
        What::Passage(id) => match others(room, article, id).as_slice() {
            [] => String::new(),
            others => format!("also in {}", sigla(room, others)),
        },
        What::Quotation(id) => speaker(room, article, id),
    };
    let most = area.width / 3;
    let wide = paint::columns(&[run(more.as_str(), theme.dim)]).min(most);
    let words = room.story.article(article).words_at(item.span);
    let line = inset(area, 1 + MARKS, wide + u16::from(wide > 0) * 2);
    let words: Vec<&str> = words.split_whitespace().collect();
    paint::text(buf, line, &words.join(" "), face);
    paint::text(buf, inset(area, area.width - wide, 0), &more, theme.dim);
}

/// The other articles that bear a passage.
fn others(room: &state::State, article: ArticleId, id: PassageId) -> Vec<ArticleId> {
    let witnesses = room.passage(id).map_or(&[][..], |one| &one.witnesses);
    let mut others: Vec<ArticleId> = witnesses.iter().map(|place| place.article).collect();
    others.retain(|other| *other != article);
    others.dedup();
    others
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::tests::{bare_room, press, room, words};

    #[test]
    fn an_article_is_outlined_and_its_items_open() {
        let mut state = room(120, 40);
        press(&mut state, "Tab Tab O");
        let screen = words(&state);
        assert!(screen.contains("US to blame for talks failure"), "{screen}");
        assert!(screen.contains("also in E"), "{screen}");
        assert!(screen.contains("John Kerry"), "{screen}");
        let items = items(&state, state.read.focus);
        assert!(items.is_sorted_by_key(|item| item.span.start()));
        let at = items
            .iter()
            .position(|item| matches!(item.what, What::Passage(_)));
        press(&mut state, "g");
        for _ in 0..at.unwrap() {
            press(&mut state, "j");
        }
        press(&mut state, "Enter");
        assert_eq!(state.selected, Some(PassageId(0)));
        press(&mut state, "Esc O Esc O q");
        assert!(state.overlay.is_none());
    }

    #[test]
    fn before_the_comparison_it_has_the_headline() {
        let mut state = bare_room(80, 24);
        press(&mut state, "O Enter");
        assert_eq!(state.read.top(state.read.focus).offset, 0);
    }
}
