//! A story and a comparison made by hand, so that what the room draws is tested whatever the
//! engine finds. The articles and outlets are invented.

mod speech;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;

use super::screens::stories::{self, Stories};
use super::state::State;
use super::theme::{Depth, Theme};
use super::update::{Event, handle};
use super::view::view;
use crate::collation::{Collation, Column, Ignoring, Reading, Variant, VariantKind};
use crate::comparison::Comparison;
use crate::event::{Judgement, Pair, Reason, Sameness, Telling};
use crate::framing::provenance::Used;
use crate::framing::{Concept, ConceptId, Framing, Kind, Label, Origin, Voice};
use crate::passage::{Passage, PassageId, Relation};
use crate::story::{
    Article, ArticleId, Basis, Block, BlockKind, Date, Fingerprint, Known, Outlet, Place, Siglum,
    Span, Story,
};
use crate::text::Segments;

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

/// The place of some words, which stand there once.
fn place(story: &Story, nth: usize, words: &str) -> Place {
    let article = &story.articles[nth];
    let mut found = article.text.match_indices(words);
    let (start, _) = found
        .next()
        .unwrap_or_else(|| panic!("{words:?} is not there"));
    assert!(found.next().is_none(), "{words:?} stands there twice");
    Place {
        article: article.id,
        span: Span::new(start, start + words.len()),
    }
}

/// What the engine might find in it.
pub(super) fn comparison(story: &Story) -> Comparison {
    let quoted = "\u{201c}We asked for a fair hearing and got none,\u{201d} said Ada Brandt, who speaks for the ";
    let passages = vec![
        passage(
            story,
            0,
            Relation::Near,
            0.94,
            &format!("{quoted}strikers."),
            &format!("{quoted}agitators."),
        ),
        passage(
            story,
            1,
            Relation::Near,
            0.85,
            "A crowd of strikers stood at the gate in the cold rain until the evening came.",
            "A small crowd of agitators stood at the gate in the rain until the evening came.",
        ),
    ];
    let said = speech::speech(story);
    Comparison {
        texts: story.articles.iter().map(Segments::of).collect(),
        pairs: vec![
            pair(0, 1, Sameness::Same, "they share two passages"),
            pair(0, 2, Sameness::Different, "nothing in common but the port"),
            pair(1, 2, Sameness::Unknown, "little in common"),
        ],
        collations: vec![
            collation(story, &passages[0], &[("strikers", "agitators")]),
            collation(
                story,
                &passages[1],
                &[("", "small"), ("strikers", "agitators"), ("cold", "")],
            ),
        ],
        coverage: speech::coverage(story, &passages, &said),
        passages,
        shared_quotations: speech::shared(),
        speech: said,
        framing: framing(story),
        ..Comparison::default()
    }
}

fn pair(a: u32, b: u32, sameness: Sameness, reason: &str) -> Pair {
    Pair {
        a: ArticleId(a),
        b: ArticleId(b),
        event: Judgement {
            sameness,
            reason: Reason::told(reason),
        },
        shared_words: if sameness == Sameness::Same { 33 } else { 0 },
        containment: if sameness == Sameness::Same { 0.5 } else { 0.0 },
        likeness: 0.25,
    }
}

fn passage(
    story: &Story,
    id: u32,
    relation: Relation,
    similarity: f64,
    post: &str,
    radio: &str,
) -> Passage {
    Passage {
        id: PassageId(id),
        relation,
        similarity,
        witnesses: vec![place(story, 0, post), place(story, 1, radio)],
    }
}

/// Variants given as the words of both, in order; what is between them agrees.
fn collation(story: &Story, passage: &Passage, variants: &[(&str, &str)]) -> Collation {
    let [a, b] = [passage.witnesses[0], passage.witnesses[1]];
    let mut at = [a.span.start(), b.span.start()];
    let mut columns = Vec::new();
    for words in variants {
        let next = |nth: usize, place: Place, words: &str, other: &str| {
            let text = &story.article(place.article).text;
            // Where one has nothing, it stands before the word that follows in the other.
            let start = if words.is_empty() {
                let there = story.article([b, a][nth].article);
                let after = there.text[at[1 - nth]..].split_once(other).unwrap().1;
                let follows = after.split_whitespace().next().unwrap();
                at[nth] + text[at[nth]..].find(follows).unwrap()
            } else {
                at[nth] + text[at[nth]..].find(words).unwrap()
            };
            Reading {
                article: place.article,
                span: Span::new(start, start + words.len()),
            }
        };
        let readings = vec![next(0, a, words.0, words.1), next(1, b, words.1, words.0)];
        columns.push(Column::Agreement(
            (0..2)
                .map(|nth| Reading {
                    article: readings[nth].article,
                    span: Span::new(at[nth], readings[nth].span.start()),
                })
                .collect(),
        ));
        at = [readings[0].span.end(), readings[1].span.end()];
        columns.push(Column::Variation(Variant {
            kind: match (words.0.is_empty(), words.1.is_empty()) {
                (true, _) => VariantKind::Addition,
                (_, true) => VariantKind::Omission,
                _ => VariantKind::Substitution,
            },
            readings,
        }));
    }
    Collation {
        passage: passage.id,
        base: 0,
        ignoring: Ignoring::default(),
        columns,
        moves: Vec::new(),
    }
}

fn framing(story: &Story) -> Framing {
    let concept = Concept {
        id: ConceptId(0),
        key: "strikers".to_string(),
        name: "Those who strike".to_string(),
        origin: Origin::Lexicon,
        kind: Kind::Open,
        provenance: "harbour.toml".to_string(),
        frames: ["work", "unrest"].map(str::to_string).to_vec(),
        note: Some("Invented for tests.".to_string()),
        joins: Vec::new(),
    };
    let mut labels = Vec::new();
    for article in &story.articles {
        for (label, frame, forms) in [
            ("dockers", "work", &["dockers", "Dockers"][..]),
            ("strikers", "work", &["strikers"][..]),
            ("agitators", "unrest", &["agitators", "Agitators"][..]),
        ] {
            for form in forms {
                for (start, _) in article.text.match_indices(form) {
                    let marked = article.text[..start].ends_with('\u{201c}');
                    let span = Span::new(start, start + form.len());
                    labels.push(Label {
                        concept: concept.id,
                        label: label.to_string(),
                        frame: Some(frame.to_string()),
                        article: article.id,
                        span,
                        core: span,
                        voice: if marked { Voice::Term } else { Voice::Narrator },
                        speaker: None,
                        zone: article.zone_at(start),
                        verbal: false,
                    });
                }
            }
        }
    }
    labels.sort_by_key(|label| (label.article, label.core.start()));
    Framing {
        concepts: vec![concept],
        labels,
        lexicons: vec![Used {
            file: "harbour.toml".to_string(),
            name: "The harbour strike".to_string(),
            version: Some("1".to_string()),
            source: Some("Invented for tests.".to_string()),
            named: 1,
            unnamed: vec!["The port".to_string()],
            overruled: Vec::new(),
        }],
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

/// A room over it.
pub(super) fn invented_room(width: u16, height: u16, theme: &str) -> State {
    let story = story();
    let comparison = comparison(&story);
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

/// What is drawn with its styles, to be read and compared: the rows, then the same rows with a
/// letter for the style of each cell, then what the letters mean. Blank ends are left out.
pub(super) fn picture(state: &State) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, state.size.width, state.size.height));
    view(state, &mut buf);
    let width = usize::from(buf.area.width.max(1));
    let mut styles: Vec<Style> = Vec::new();
    let mut rows = String::new();
    let mut faces = String::new();
    for row in buf.content().chunks(width) {
        let words: String = row.iter().map(|cell| cell.symbol()).collect();
        rows += words.trim_end();
        rows.push('\n');
        let letters: String = row
            .iter()
            .map(|cell| {
                let style = cell.style();
                let at = styles.iter().position(|known| *known == style);
                let at = at.unwrap_or_else(|| {
                    styles.push(style);
                    styles.len() - 1
                });
                letter(at)
            })
            .collect();
        faces += letters.trim_end_matches(letter(0));
        faces.push('\n');
    }
    let meanings: String = styles
        .iter()
        .enumerate()
        .map(|(at, style)| format!("{} {}\n", letter(at), in_words(*style)))
        .collect();
    format!("{rows}\n{faces}\n{meanings}")
}

fn letter(at: usize) -> char {
    const LETTERS: &str = ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    LETTERS.chars().nth(at).unwrap_or('?')
}

fn in_words(style: Style) -> String {
    let color = |color: Option<ratatui::style::Color>| {
        color.map_or("Reset".to_string(), |color| color.to_string())
    };
    format!(
        "{} on {} {:?}",
        color(style.fg),
        color(style.bg),
        style.add_modifier
    )
}
