//! Sentences paired before their words are aligned.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Row, Sheet, Zone};
use crate::collation::{Sentences, sentences};
use crate::story::Place;
use crate::tui::screens::diff::collated::Collating;
use crate::tui::screens::diff::fill::fill;
use crate::tui::screens::diff::list::Lines;
use crate::tui::screens::diff::making::Making;
use crate::tui::screens::diff::pieces::{Look, Piece, Unit, plain, units};

/// Sentences against their partners, as far as the context goes.
pub fn sheet(from: &Making<'_>) -> Option<Sheet> {
    let passage = from.pair()?;
    let passage = [0, 1].map(|nth: usize| passage.passage.witnesses[nth]);
    let mut around = from.how().context.rows();
    let reached = |around: usize| passage.map(|place| with_context(from, place, around));
    let mut sheet = reaching(from, passage, reached(around))?;
    // How many rows more sentences take is known when they are laid out.
    while from.how().is_filling() && sheet.spare(from) > 0 {
        let more = around + around.div_ceil(2);
        if reached(more) == reached(around) {
            break;
        }
        around = more;
        sheet = reaching(from, passage, reached(around))?;
    }
    sheet.around = around;
    Some(sheet)
}

/// The sentences of these places, in which a passage stands.
fn reaching(from: &Making<'_>, passage: [Place; 2], places: [Place; 2]) -> Option<Sheet> {
    let mut page = Page {
        from,
        sheet: Sheet::default(),
        start: None,
        same: 0,
    };
    let lines = sentences(from.story(), from.texts(), places);
    for lines in lines.chunks(AT_ONCE) {
        // Most of the time goes into the words of the pairs, and each has its own.
        let told = lines.par_iter().map(|line| Told::of(from, passage, *line));
        for told in told.collect::<Option<Vec<Told>>>()? {
            page.take(&told);
        }
    }
    page.fold();
    page.sheet.start = page.start.unwrap_or(0);
    page.sheet.lines = Lines::of(&page.sheet.entries, from.how().view, from.frame().list);
    Some(page.sheet)
}

/// Sentences whose words are aligned before they are laid out: few enough to be held.
const AT_ONCE: usize = 256;

/// A sheet that is being filled.
struct Page<'a> {
    from: &'a Making<'a>,
    sheet: Sheet,
    /// Where the passage begins.
    start: Option<usize>,
    /// Sentences that are the same and are only counted.
    same: usize,
}

impl Page<'_> {
    fn take(&mut self, told: &Told) {
        let frame = self.from.frame();
        let inside = told.zone == Zone::Passage;
        let is_folded = told.is_folded(self.from);
        if !is_folded {
            self.fold();
        }
        let here = self.sheet.rows.len();
        self.start = self.start.or(inside.then_some(here));
        if is_folded {
            self.same += 1;
            return;
        }
        let heading = told.heading(self.from, frame.stacked);
        self.sheet.rows.extend(heading.map(Row::Across));
        let units = told.units(self.from, self.sheet.entries.len(), frame.stacked);
        if let Telling::Pair { both, .. } = &told.telling {
            self.sheet.take_entries(both);
        }
        self.sheet.push(fill(units, frame.width), frame, told.zone);
        // In a stack a heading parts two sentences.
        if !frame.stacked {
            self.sheet.rows.push(Row::Blank);
        }
    }

    /// Tells how many sentences were the same, where any were.
    fn fold(&mut self) {
        match std::mem::take(&mut self.same) {
            0 => return,
            1 => self.sheet.across("1 sentence the same"),
            more => self.sheet.across(&format!("{more} sentences the same")),
        }
        if !self.from.frame().stacked {
            self.sheet.rows.push(Row::Blank);
        }
    }
}

/// A sentence of either side, or two that are partners.
struct Told {
    telling: Telling,
    zone: Zone,
    /// The articles on either side.
    sigla: [String; 2],
}

enum Telling {
    Pair {
        places: [Place; 2],
        moved: bool,
        both: Arc<Collating>,
    },
    Only {
        side: usize,
        place: Place,
    },
}

impl Told {
    fn of(from: &Making<'_>, passage: [Place; 2], line: Sentences) -> Option<Self> {
        let inside = match line {
            Sentences::Pair { places, .. } => {
                (0..2).any(|nth| places[nth].span.overlap(passage[nth].span) > 0)
            }
            Sentences::Only { side, place } => place.span.overlap(passage[side].span) > 0,
        };
        Some(Told {
            telling: match line {
                Sentences::Pair { places, moved } => Telling::Pair {
                    places,
                    moved,
                    both: from.sentences(places)?,
                },
                Sentences::Only { side, place } => Telling::Only { side, place },
            },
            zone: if inside { Zone::Passage } else { Zone::Around },
            sigla: passage.map(|place| from.story().article(place.article).siglum.to_string()),
        })
    }

    /// Whether it is only counted: the reader asked for what differs.
    fn is_folded(&self, from: &Making<'_>) -> bool {
        let same = match &self.telling {
            Telling::Pair { both, moved, .. } => both.entries.is_empty() && !moved,
            Telling::Only { .. } => false,
        };
        same && from.how().only_changes
    }

    /// What is said above the words: that a sentence stands elsewhere; in a stack also the numbers,
    /// where words that both have in common are told once.
    fn heading(&self, from: &Making<'_>, stacked: bool) -> Option<String> {
        let [x, y] = &self.sigla;
        match &self.telling {
            Telling::Pair { places, moved, .. } => {
                let [a, b] = places.map(|place| number(from, place));
                if *moved {
                    Some(format!(
                        "\u{21c4} sentence {a} of {x} stands elsewhere in {y}, as sentence {b}"
                    ))
                } else {
                    stacked.then(|| format!("sentence {a} of {x}, {b} of {y}"))
                }
            }
            Telling::Only { side, place } => stacked.then(|| {
                let (here, there) = (&self.sigla[*side], &self.sigla[1 - side]);
                let number = number(from, *place);
                format!("sentence {number} of {here} \u{b7} \u{2205} no partner in {there}")
            }),
        }
    }

    /// Its words. Variants are numbered from `first` on.
    fn units(&self, from: &Making<'_>, first: usize, stacked: bool) -> Vec<Unit> {
        let units = match &self.telling {
            Telling::Pair { both, .. } if stacked => units(from, both, first),
            Telling::Pair { both, places, .. } => numbered(from, both, first, *places),
            Telling::Only { side, place } => {
                let words = plain(from, *place, Look::Same);
                let sides = if stacked {
                    [words, Vec::new()]
                } else {
                    self.beside_nothing(from, *side, *place, words)
                };
                vec![Unit::Words(if *side == 1 {
                    let [own, other] = sides;
                    [other, own]
                } else {
                    sides
                })]
            }
        };
        dimmed(units, self.zone)
    }

    /// The words of a sentence that has no partner, with its number, and who has none.
    fn beside_nothing(
        &self,
        from: &Making<'_>,
        side: usize,
        place: Place,
        words: Vec<Piece>,
    ) -> [Vec<Piece>; 2] {
        let mut own = vec![ordinal(number(from, place))];
        own.extend(words);
        let said = format!("\u{2205} no partner in {}", self.sigla[1 - side]);
        [own, vec![Piece::new(said, Look::Said)]]
    }
}

impl Sheet {
    /// The variants of one more pair, their numbers going on from those before.
    fn take_entries(&mut self, pair: &Collating) {
        let before = self.entries.len();
        let shifted = pair.entries.iter().cloned().map(|mut entry| {
            for other in &mut entry.others {
                other.moved = other.moved.map(|nth| nth + before);
            }
            entry
        });
        Arc::make_mut(&mut self.entries).extend(shifted);
    }
}

/// A pair of sentences with their numbers before them: before the first words that are shown, as a
/// number would stand on a line of its own before what is folded.
fn numbered(from: &Making<'_>, pair: &Collating, first: usize, places: [Place; 2]) -> Vec<Unit> {
    let numbers = places.map(|place| vec![ordinal(number(from, place))]);
    let mut all = units(from, pair, first);
    let folded = matches!(all.first(), Some(Unit::Folded(_)));
    all.insert(usize::from(folded), Unit::Words(numbers));
    all
}

/// The number of a sentence, set off from its words: a sentence may begin with a number.
fn ordinal(number: usize) -> Piece {
    Piece::new(format!("{number})"), Look::Said)
}

/// What is around the passage is dim where it is the same.
fn dimmed(units: Vec<Unit>, zone: Zone) -> Vec<Unit> {
    if zone == Zone::Passage {
        return units;
    }
    let dim = |mut piece: Piece| {
        if piece.look == Look::Same {
            piece.look = Look::Around;
        }
        piece
    };
    units
        .into_iter()
        .map(|unit| match unit {
            Unit::Word(both) => Unit::Word(both.map(dim)),
            Unit::Alone(piece) => Unit::Alone(dim(piece)),
            Unit::Words(sides) => {
                Unit::Words(sides.map(|side| side.into_iter().map(dim).collect()))
            }
            other => other,
        })
        .collect()
}

/// The number of a sentence in its article, from 1.
fn number(from: &Making<'_>, place: Place) -> usize {
    let segments = from.texts().get(place.article.index());
    let at = segments.and_then(|segments| segments.sentence_at(place.span.start()));
    at.map_or(0, |at| at + 1)
}

/// A passage with so many sentences on either side.
fn with_context(from: &Making<'_>, place: Place, more: usize) -> Place {
    let sentences = &from.texts()[place.article.index()].sentences;
    let mut touched = (0..sentences.len()).filter(|at| sentences[*at].span.overlap(place.span) > 0);
    let Some(first) = touched.next() else {
        return place;
    };
    let last = touched.next_back().unwrap_or(first);
    let from = sentences[first.saturating_sub(more)].span;
    let to = sentences[last.saturating_add(more).min(sentences.len() - 1)].span;
    Place {
        article: place.article,
        span: from.hull(to),
    }
}
