//! Pairs of wordings: what stands for what, and an outlet's word against its speakers'.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Parts;
use super::state::Part;
use crate::framing::contrast::Contrast;
use crate::framing::slots::{Ground, Slot};
use crate::framing::statements::Telling;
use crate::framing::{Framing, Label};
use crate::story::{ArticleId, Place};
use crate::tui::flip;
use crate::tui::guard::sigla;
use crate::tui::state::State;
use crate::tui::theme::Face;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, Run, inset, row, run};

/// Draws the pairs of the story's shared sentences and of statements told twice.
pub fn substitutions(state: &State, buf: &mut Buffer, parts: &Parts, rows: &[Slot]) {
    let theme = &state.theme;
    let sheet = Sheet {
        none: "No sentence is shared, and no statement told twice, with other words in one place.",
        head: ["here", "there", "because both stand in"],
        rows: rows.len(),
    };
    sheet.draw(state, buf, parts, |index| {
        let slot = &rows[index];
        let side = |words: &str, places: &[Place]| {
            vec![
                run(format!("{words}  "), theme.text),
                run(of(state, places), theme.dim),
            ]
        };
        let mut ground = vec![run(grounds(state, slot), theme.text)];
        if let Some(concept) = slot.offer.and_then(|offer| {
            flip::framing(state).and_then(|framing| framing.concepts.get(offer.concept.index()))
        }) {
            ground.push(run(" \u{b7} may name ", theme.dim));
            ground.push(run(concept.name.clone(), theme.message));
        }
        [
            side(&slot.wordings.0, &slot.places.0),
            side(&slot.wordings.1, &slot.places.1),
            ground,
        ]
    });
}

/// Draws where an outlet says it otherwise than its speakers.
pub fn contrasts(state: &State, buf: &mut Buffer, parts: &Parts, rows: &[Contrast]) {
    let theme = &state.theme;
    let none = Framing::default();
    let known = flip::framing(state);
    let framing = known.unwrap_or(&none);
    let sheet = Sheet {
        none: "No outlet reports a speaker, or heads an article, by another label than the speaker's own.",
        head: ["the outlet's word", "others' word", "of"],
        rows: known.map_or(0, |_| rows.len()),
    };
    sheet.draw(state, buf, parts, |index| {
        let contrast = &rows[index];
        let (own, others) = contrast.sides(framing);
        let first = own
            .first()
            .or(others.first())
            .map(|&at| &framing.labels[at]);
        let siglum = first.map_or("", |label| {
            state.story.article(label.article).siglum.as_str()
        });
        let concept = first.map_or("", |label| {
            framing.concepts[label.concept.index()].name.as_str()
        });
        let (ours, theirs) = grounds_of_contrast(state, framing, contrast, first);
        [
            vec![
                run(format!("{siglum:<3} "), theme.hint_key),
                run(wordings(framing, &own), theme.absent),
                run(format!("  {ours}"), theme.dim),
            ],
            vec![
                run(wordings(framing, &others), theme.text),
                run(format!("  {theirs}"), theme.dim),
            ],
            vec![run(concept, theme.text)],
        ]
    });
}

/// Where the two words of a contrast stand.
fn grounds_of_contrast(
    state: &State,
    framing: &Framing,
    contrast: &Contrast,
    first: Option<&Label>,
) -> (String, String) {
    let zone = first.map_or("heading", |label| label.zone.as_str());
    match contrast {
        Contrast::Reported(one) => (
            format!("reporting {}", one.speaker),
            "in the quotation".to_string(),
        ),
        Contrast::Rests(one) => {
            let speech = state
                .comparison
                .as_ref()
                .map(|comparison| &comparison.speech);
            let quotation =
                speech.and_then(|speech| speech.quotations.get(one.quotation.0 as usize));
            let speaker = quotation
                .and_then(|quotation| quotation.speaker.as_ref())
                .map_or("speaker not found", |speaker| speaker.name.as_str());
            (
                format!("in the {zone}"),
                format!("{speaker}, summed up there"),
            )
        }
        Contrast::Headed(one) => {
            let speakers: Vec<&str> = one
                .from_others
                .iter()
                .filter_map(|&at| framing.labels[at].speaker.as_deref())
                .collect();
            let from = match speakers.first() {
                Some(speaker) => format!("below only from {speaker}"),
                None => "below only from others".to_string(),
            };
            (format!("in the {zone}"), from)
        }
    }
}

/// The labels, each once, in their order.
fn wordings(framing: &Framing, labels: &[usize]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for &at in labels {
        let label = framing.labels[at].label.as_str();
        if !words.contains(&label) {
            words.push(label);
        }
    }
    words.join(", ")
}

/// "A C": the articles of some places.
fn of(state: &State, places: &[Place]) -> String {
    let mut articles: Vec<ArticleId> = places.iter().map(|place| place.article).collect();
    articles.dedup();
    sigla(state, &articles)
}

/// What vouches for a pair, the first of each kind in words.
fn grounds(state: &State, slot: &Slot) -> String {
    let speech = state
        .comparison
        .as_ref()
        .map(|comparison| &comparison.speech);
    let speaker = |quotation: crate::quotation::QuotationId| {
        speech
            .and_then(|speech| speech.quotations.get(quotation.0 as usize))
            .and_then(|quotation| quotation.speaker.as_ref())
            .map_or("a speaker".to_string(), |speaker| speaker.name.clone())
    };
    let words = slot
        .grounds
        .first()
        .map_or(String::new(), |ground| match ground {
            Ground::Passage(passage) => format!("passage {passage}"),
            Ground::Statement(Telling::Quoted(one, _)) => {
                format!("a statement of {}, quoted by both", speaker(*one))
            }
            Ground::Statement(Telling::Reported(one, _)) => {
                format!("a statement of {}, quoted and reported", speaker(*one))
            }
        });
    match slot.grounds.len() {
        0 | 1 => words,
        many => format!("{words}, and {} more", many - 1),
    }
}

/// A table of pairs.
struct Sheet {
    /// What is said when there are no rows.
    none: &'static str,
    head: [&'static str; 3],
    rows: usize,
}

impl Sheet {
    fn draw(
        &self,
        state: &State,
        buf: &mut Buffer,
        parts: &Parts,
        of: impl Fn(usize) -> [Vec<Run>; 3],
    ) {
        if self.rows == 0 {
            let line = inset(row(parts.table, 1), 2, 2);
            paint::text(buf, line, self.none, state.theme.dim);
            return;
        }
        let first = list::first(state.framing.row(), self.rows, parts.table.height);
        let lines: Vec<[Vec<Run>; 3]> = (first..self.rows)
            .take(usize::from(parts.table.height))
            .map(of)
            .collect();
        let wanted = [0, 1, 2].map(|nth: usize| {
            let cells = lines.iter().map(|line| paint::columns(&line[nth]));
            let head = paint::columns(&[run(self.head[nth], state.theme.text)]);
            cells.max().unwrap_or(0).max(head)
        });
        let shares = shares(parts.table.width, wanted);
        head(state, buf, parts.table_head, self.head, shares);
        table(state, buf, parts, first, lines, shares);
    }
}

/// Between two columns.
const GAP: u16 = 2;

/// How wide the three columns are: each as wide as what it holds where there is room for all, else
/// those that hold little have it whole and the others share what is left.
fn shares(room: u16, wanted: [u16; 3]) -> [u16; 3] {
    let mut left = room.saturating_sub(1 + 2 * GAP);
    let mut order = [0, 1, 2];
    order.sort_by_key(|nth: &usize| wanted[*nth]);
    let mut shares = [0; 3];
    for (nth, others) in order.into_iter().zip([3, 2, 1]) {
        shares[nth] = wanted[nth].min(left / others);
        left -= shares[nth];
    }
    shares
}

/// The three columns of a line.
fn columns(line: Rect, shares: [u16; 3]) -> [Rect; 3] {
    let mut from = 1;
    shares.map(|share| {
        let at = inset(line, from, 0);
        from += share + GAP;
        Rect {
            width: at.width.min(share),
            ..at
        }
    })
}

/// A word and what is said of it, which gives way whole where it has no room: half a name is none.
fn fitted(mut runs: Vec<Run>, width: u16) -> Vec<Run> {
    let said = runs.len() - 1;
    if said > 0 && paint::columns(&runs) > width && paint::columns(&runs[..said]) <= width {
        runs.truncate(said);
    }
    runs
}

fn head(state: &State, buf: &mut Buffer, line: Rect, words: [&str; 3], shares: [u16; 3]) {
    let here = state.framing.part == Part::Table;
    let face: Face = if here {
        state.theme.crosshead
    } else {
        state.theme.dim
    };
    for (area, words) in columns(line, shares).into_iter().zip(words) {
        paint::text(buf, area, words, face);
    }
}

fn table(
    state: &State,
    buf: &mut Buffer,
    parts: &Parts,
    first: usize,
    lines: Vec<[Vec<Run>; 3]>,
    shares: [u16; 3],
) {
    let theme = &state.theme;
    let cursor = state.framing.row();
    for (n, (index, runs)) in (0..).zip((first..).zip(lines)) {
        let line = row(parts.table, n);
        if index == cursor {
            paint::text(buf, line, "\u{25b8}", theme.hint_key);
        }
        for (area, runs) in columns(line, shares).into_iter().zip(runs) {
            let width = area.width;
            paint::line(buf, area, &fitted(runs, width));
        }
        if index == cursor {
            let here = state.framing.part == Part::Table;
            let face = if here { theme.cursor } else { theme.selected };
            paint::lay(buf, line, face);
        }
    }
}
