//! Sentences against their partners: two tellings set side by side before words are aligned.
//!
//! Word alignment over a long stretch lets a word of one sentence find its like in another. Here
//! whole sentences are paired first, by the words that they have in common, in their order (the
//! pairing with the most in common, as lines are paired in delta and in sentence aligners since
//! Gale and Church); what is left may be paired out of order, as a sentence that stands elsewhere. A
//! sentence without a partner is only in one. A passage of a whole book is divided before ([`parts`]):
//! all against all, it would take minutes and gigabytes.

mod matrix;
mod parts;

use std::borrow::Cow;

use rapidhash::RapidHashMap;

use crate::story::{Place, Story};
use crate::text::{Segments, fold};

/// A line of the pairing, in the order of the first text with what only the second has between.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Sentences {
    /// Two that tell the same.
    Pair {
        places: [Place; 2],
        /// They stand in another order than the pairs around them.
        moved: bool,
    },
    /// Only in the text of this number, 0 or 1.
    Only { side: usize, place: Place },
}

/// Pairs the sentences of two stretches of text. A sentence that is partly in a stretch counts
/// whole.
#[must_use]
pub fn sentences(story: &Story, texts: &[Segments], places: [Place; 2]) -> Vec<Sentences> {
    let mut known = RapidHashMap::default();
    let [a, b] = places.map(|place| bags(story, texts, place, &mut known));
    listed(&a, &b, &parts::paired(&a, &b))
}

/// Who is whose partner.
#[derive(PartialEq, Debug)]
struct Pairing {
    /// For each sentence of the first text its partner in the second.
    partner: Vec<Option<usize>>,
    /// Whether the two stand in another order than the pairs around them.
    moved: Vec<bool>,
}

impl Pairing {
    fn of_none(rows: usize) -> Self {
        Pairing {
            partner: vec![None; rows],
            moved: vec![false; rows],
        }
    }

    /// Which sentences of the second text have a partner.
    fn taken(&self, columns: usize) -> Vec<bool> {
        let mut taken = vec![false; columns];
        for column in self.partner.iter().flatten() {
            taken[*column] = true;
        }
        taken
    }
}

/// A sentence as the words in it.
struct Bag {
    place: Place,
    /// How many.
    words: usize,
    /// Each word once, with how often it is there.
    times: Vec<(u32, u16)>,
}

fn bags<'a>(
    story: &'a Story,
    texts: &[Segments],
    place: Place,
    known: &mut RapidHashMap<Cow<'a, str>, u32>,
) -> Vec<Bag> {
    let article = story.article(place.article);
    let segments = &texts[place.article.index()];
    let touched = segments
        .sentences
        .iter()
        .filter(|sentence| sentence.span.overlap(place.span) > 0 && !sentence.words.is_empty());
    touched
        .map(|sentence| {
            let mut words: Vec<u32> = segments.words[sentence.words.clone()]
                .iter()
                .map(|word| {
                    let next = u32::try_from(known.len()).expect("fewer than 2^32 words");
                    let word = fold(article.words_at(*word));
                    *known.entry(word).or_insert(next)
                })
                .collect();
            words.sort_unstable();
            Bag {
                place: Place {
                    article: place.article,
                    span: sentence.span,
                },
                words: words.len(),
                times: words
                    .chunk_by(|one, other| one == other)
                    .map(|same| (same[0], u16::try_from(same.len()).unwrap_or(u16::MAX)))
                    .collect(),
            }
        })
        .collect()
}

/// The lines: those of the first text in order, what only the second has after its nearest.
fn listed(a: &[Bag], b: &[Bag], pairing: &Pairing) -> Vec<Sentences> {
    let Pairing { partner, moved } = pairing;
    let taken = pairing.taken(b.len());
    let mut lines = Vec::new();
    let mut told = 0;
    let only = |lines: &mut Vec<Sentences>, from: usize, to: usize| {
        for (column, bag) in b.iter().enumerate().take(to).skip(from) {
            if !taken[column] {
                lines.push(Sentences::Only {
                    side: 1,
                    place: bag.place,
                });
            }
        }
    };
    for (row, bag) in a.iter().enumerate() {
        match partner[row] {
            Some(column) => {
                if !moved[row] {
                    only(&mut lines, told, column);
                    told = column + 1;
                }
                lines.push(Sentences::Pair {
                    places: [bag.place, b[column].place],
                    moved: moved[row],
                });
            }
            None => lines.push(Sentences::Only {
                side: 0,
                place: bag.place,
            }),
        }
    }
    only(&mut lines, told, b.len());
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::{ArticleId, Span};
    use crate::text::testing::{segments, story};

    fn paired(a: &str, b: &str) -> Vec<String> {
        let story = story(&[a, b]);
        let place = |nth: usize| Place {
            article: ArticleId::from(nth),
            span: Span::new(0, story.articles[nth].text.len()),
        };
        let lines = sentences(&story, &segments(&story), [place(0), place(1)]);
        let first = |place: Place| {
            let words = story.words_at(place).split_whitespace().next();
            words.unwrap().to_string()
        };
        lines
            .into_iter()
            .map(|line| match line {
                Sentences::Pair { places, moved } => {
                    let sign = if moved { "~" } else { "=" };
                    format!("{}{sign}{}", first(places[0]), first(places[1]))
                }
                Sentences::Only { side, place } => format!("{side}:{}", first(place)),
            })
            .collect()
    }

    #[test]
    fn a_sentence_finds_its_partner_and_what_has_none_is_only_in_one() {
        let a = "Ferries stopped at noon on Friday. Crews asked for more pay. Nobody was hurt.";
        let b = "On Friday at noon the ferries stopped. The mayor kept silent all day. Crews asked for higher pay.";
        assert_eq!(
            paired(a, b),
            ["Ferries=On", "1:The", "Crews=Crews", "0:Nobody"]
        );
    }

    #[test]
    fn a_sentence_that_stands_elsewhere_is_a_move() {
        let a = "Rain fell on the harbour all night. Ferries stopped at noon on Friday. Crews asked for more pay.";
        let b = "Ferries stopped at noon on Friday. Crews asked for more pay. Rain fell on the harbour all night.";
        assert_eq!(
            paired(a, b),
            ["Rain~Rain", "Ferries=Ferries", "Crews=Crews"]
        );
    }

    proptest! {
        #[test]
        fn every_sentence_is_told_once(
            a in prop::collection::vec(0_usize..5, 0..7), b in prop::collection::vec(0_usize..5, 0..7),
        ) {
            const OF: [&str; 5] = ["Ash falls here.", "Birch burns well.", "Cedar stands tall.",
                "Elm falls here too.", "Oak stands well."];
            let text = |picked: &[usize]| {
                picked.iter().map(|at| OF[*at]).collect::<Vec<_>>().join(" ")
            };
            let lines = paired(&text(&a), &text(&b));
            let of = |side: &str| lines.iter().filter(|line| {
                line.starts_with(side) || line.contains(['=', '~'])
            }).count();
            prop_assert_eq!(of("0:"), a.len());
            prop_assert_eq!(of("1:"), b.len());
        }
    }
}
