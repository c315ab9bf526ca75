//! A story and a comparison made by hand, so that what the room draws is tested whatever the
//! engine finds. The articles and outlets are invented.

mod compared;
mod picture;
mod place;
mod speech;

use std::sync::Arc;

use ratatui::layout::Size;

use super::screens::stories::{self, Stories};
use super::state::State;
use super::theme::{Depth, Theme};
use super::update::{Event, handle};
use crate::event::Telling;
use crate::story::{
    Article, ArticleId, Basis, Block, BlockKind, Date, EventKey, Fingerprint, Known, Outlet,
    Siglum, Span, Story,
};
pub(super) use picture::picture;

const POST: &str = "\
Dockers end talks in the harbour
Talks between the dockers and the port ended on Monday without a result.
\u{201c}We asked for a fair hearing and got none,\u{201d} said Ada Brandt, who speaks for the strikers.
The port said that it would not give in to the dockers, and that the \u{201c}agitators\u{201d} were few.
A crowd of strikers stood at the gate in the cold rain until the evening came.
Share this page";

const RADIO: &str = "\
Agitators leave harbour talks
The agitators walked out of talks with the port on Monday, officials said.
\u{201c}We asked for a fair hearing and got none,\u{201d} said Ada Brandt, who speaks for the agitators.
A small crowd of agitators stood at the gate in the rain until the evening came.
The mayor called the walkout \u{201c}a loss for the town\u{201d} and \u{1b}[31mnothing else.";

const GAZETTE: &str = "\
\u{6e2f}\u{53e3} (Port Gazette): ferries late
Ferries ran late on Tuesday for want of crews, the company told the Gazette.
Nobody at the pier could say when the next one would leave for the islands.";

/// The invented story.
pub(super) fn story() -> Story {
    Story {
        title: Some("A strike, three tellings".to_string()),
        articles: vec![
            article(0, "Harbour Post", POST),
            article(1, "Valley Radio", RADIO),
            article(2, "Port Gazette", GAZETTE),
        ],
    }
}

fn article(nth: usize, outlet: &str, text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let kind = match start {
            0 => BlockKind::Headline,
            _ if line.starts_with("Share") => BlockKind::Furniture,
            _ => BlockKind::Body,
        };
        blocks.push(Block {
            kind,
            span: Span::new(start, end),
        });
        start += line.len();
    }
    let known = |value: &str| Known::Known {
        value: Outlet(value.to_string()),
        basis: if nth == 1 {
            Basis::Inferred
        } else {
            Basis::Stated
        },
    };
    Article {
        id: ArticleId::from(nth),
        siglum: Siglum::nth(nth),
        file: format!("{nth}.txt"),
        sha256: Fingerprint::of(text.as_bytes()),
        bytes: text.len(),
        text: text.into(),
        wrapped: None,
        outlet: known(outlet),
        author: Known::Unknown,
        agency: Known::Unknown,
        date: match nth {
            2 => Known::Unknown,
            _ => Known::stated(Date::constant(1931, 3, 9)),
        },
        event: Known::Unknown,
        url: Known::Unknown,
        version_of: None,
        blocks,
        asides: Vec::new(),
        set_out: Vec::new(),
    }
}

/// Words that run from right to left, wide letters, marks that combine, blanks that hold, hyphens
/// that hide, tabs, a word that is too long for its line, and what must not reach a terminal.
const RARE: &str = "\
\u{5d4}\u{5e0}\u{5de}\u{5dc} \u{5e0}\u{5e1}\u{5d2}\u{5e8} (The harbour is closed)
\u{627}\u{644}\u{645}\u{64a}\u{646}\u{627}\u{621} \u{645}\u{63a}\u{644}\u{642}, said the port.
\u{6e2f}\u{53e3}\u{304c}\u{9589}\u{9396}\u{3055}\u{308c}\u{305f} after 10\u{a0}km of ca\u{301}re\u{301}ful talks in the har\u{ad}bour.
Ferries:\tnone\tuntil\tTuesday. See Hafenarbeitergewerkschaftsvorsitzendenversammlungsprotokollf\u{fc}hreramtsanw\u{e4}rterin there.
The family emoji \u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f466} and a flag \u{1f1eb}\u{1f1ee} and \u{202e}a turned line\u{202c} and \u{1b}[2Jno escape.";

/// The colours of a terminal that shows a theme.
pub(super) fn depth_of(theme: &str) -> Depth {
    if theme == "none" {
        Depth::None
    } else {
        Depth::True
    }
}

/// A room over two articles of rare letters.
pub(super) fn room_of_rare_letters(width: u16, height: u16, theme: &str) -> State {
    let story = Story {
        title: None,
        articles: vec![
            article(0, "Haifa Post", RARE),
            article(1, "Valley Radio", RADIO),
        ],
    };
    let depth = depth_of(theme);
    let theme = Theme::named(theme, depth).unwrap();
    State::new(Arc::new(story), Size::new(width, height), theme, depth)
}

/// What would act on a terminal, turn a line round or not be seen.
pub(super) const HOSTILE: &str = "Evil \u{1b}[31mred\u{1b}]0;title\u{7} \u{202e}olleh\u{200b}\u{2028}\u{9b}2J\u{e000}\u{feff} end";

/// A room over two articles all of whose fields are hostile, not compared yet.
pub(super) fn room_of_hostile_letters(width: u16, height: u16) -> State {
    let tell = |nth: usize, beginning: &str| {
        let text = format!(
            "{beginning} {HOSTILE}\nThe ferry of {HOSTILE} left on Monday with forty people aboard, said the \
             master of the town's harbour.\n\u{201c}We saw {HOSTILE} and nothing more,\u{201d} said John \
             {HOSTILE} Roe."
        );
        let mut article = article(nth, HOSTILE, &text);
        article.file = format!("{nth} {HOSTILE}.txt");
        article.url = Known::stated(format!("https://x.example/{HOSTILE}"));
        article.event = Known::stated(EventKey(HOSTILE.to_string()));
        article
    };
    let story = Story {
        title: Some(HOSTILE.to_string()),
        articles: vec![tell(0, "One telling"), tell(1, "Another one")],
    };
    let theme = Theme::named("dark", Depth::True).unwrap();
    State::new(
        Arc::new(story),
        Size::new(width, height),
        theme,
        Depth::True,
    )
}

/// A room over it.
pub(super) fn invented_room(width: u16, height: u16, theme: &str) -> State {
    let story = story();
    let comparison = compared::comparison(&story);
    let depth = depth_of(theme);
    let theme = Theme::named(theme, depth).unwrap();
    let size = Size::new(width, height);
    let mut state = State::new(Arc::new(story), size, theme, depth);
    handle(&mut state, Event::Compared(Arc::new(comparison)));
    state
}

/// A room that offers the stories of the invented articles, of which the first two tell one.
pub(super) fn room_of_stories(width: u16, height: u16, theme: &str) -> State {
    let story = story();
    let (first, last) = (story.articles[0].id, story.articles[2].id);
    let telling = |articles: &[ArticleId], outlets: &[&str], reason: &str| Telling {
        articles: articles.to_vec(),
        outlets: outlets.iter().map(|name| (*name).to_string()).collect(),
        dates: (articles.len() > 1)
            .then_some((Date::constant(1931, 3, 9), Date::constant(1931, 3, 9))),
        undated: usize::from(articles.len() == 1),
        reason: reason.to_string(),
    };
    let tellings = vec![
        telling(
            &[first, ArticleId(1)],
            &["Harbour Post", "Valley Radio"],
            "in common: dockers, harbour, talks",
        ),
        telling(&[last], &["Port Gazette"], ""),
    ];
    let depth = depth_of(theme);
    let theme = Theme::named(theme, depth).unwrap();
    let story = Arc::new(story);
    let mut state = State::new(Arc::clone(&story), Size::new(width, height), theme, depth);
    stories::offer(&mut state, Stories::of(&story, tellings));
    state
}
