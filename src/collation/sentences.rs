//! Sentences against their partners: two tellings set side by side before words are aligned.
//!
//! Word alignment over a long stretch lets a word of one sentence find its like in another. Here
//! whole sentences are paired first, by the words that they have in common, in their order (the
//! pairing with the most in common, as lines are paired in delta and in sentence aligners since
//! Gale and Church); what is left may be paired out of order, as a sentence that stands elsewhere. A
//! sentence without a partner is only in one.

use std::collections::HashMap;

use crate::story::{Place, Story};
use crate::text::{Segments, fold};

/// The least that two sentences have in common, counted on both sides: half of their words.
const PARTNERS: f64 = 0.5;

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
    let mut known = HashMap::new();
    let [a, b] = places.map(|place| bags(story, texts, place, &mut known));
    let alike = alike(&a, &b, known.len());
    let mut partner = in_order(&alike, b.len());
    let moved = out_of_order(&alike, &mut partner, b.len());
    listed(&a, &b, &partner, &moved)
}

/// A sentence as the words in it.
struct Bag {
    place: Place,
    /// How many.
    words: usize,
    /// Each word once, with how often it is there.
    times: Vec<(u32, u16)>,
}

fn bags(
    story: &Story,
    texts: &[Segments],
    place: Place,
    known: &mut HashMap<String, u32>,
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
                    let word = fold(article.words_at(*word)).into_owned();
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

/// For each two sentences the share of words in common, counted on both sides; 0 for what is too
/// little.
///
/// A sentence is counted against all others at once, word by word: long passages have hundreds of
/// sentences on either side, and this is what most of their pairing takes.
fn alike(a: &[Bag], b: &[Bag], words: usize) -> Vec<Vec<f64>> {
    let columns = b.len();
    // How often each word stands in each sentence of the second text.
    let mut there = vec![0_u16; words * columns];
    for (column, bag) in b.iter().enumerate() {
        for (word, times) in &bag.times {
            there[*word as usize * columns + column] = *times;
        }
    }
    let mut both = vec![0_u16; columns];
    let row = |one: &Bag| {
        both.fill(0);
        for (word, times) in &one.times {
            let there = &there[*word as usize * columns..][..columns];
            for (both, there) in both.iter_mut().zip(there) {
                *both = both.saturating_add(*times.min(there));
            }
        }
        let shares = both.iter().zip(b).map(|(both, other)| {
            let share = 2.0 * f64::from(*both) / (one.words + other.words) as f64;
            if share >= PARTNERS { share } else { 0.0 }
        });
        shares.collect()
    };
    a.iter().map(row).collect()
}

/// For each sentence of the first its partner, so that as much as can be is in common and no two pairs
/// cross.
fn in_order(alike: &[Vec<f64>], columns: usize) -> Vec<Option<usize>> {
    let rows = alike.len();
    // best[i][j]: the most that sentences from i and from j on have in common.
    let mut best = vec![vec![0.0_f64; columns + 1]; rows + 1];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let skip = best[i + 1][j].max(best[i][j + 1]);
            let pair = if alike[i][j] > 0.0 {
                alike[i][j] + best[i + 1][j + 1]
            } else {
                0.0
            };
            best[i][j] = skip.max(pair);
        }
    }
    let mut partner = vec![None; rows];
    let (mut i, mut j) = (0, 0);
    while i < rows && j < columns {
        if best[i][j] <= best[i + 1][j] {
            i += 1;
        } else if best[i][j] <= best[i][j + 1] {
            j += 1;
        } else {
            partner[i] = Some(j);
            i += 1;
            j += 1;
        }
    }
    partner
}

/// Pairs what is left, the likest first; tells for each of the first whether it was paired here.
fn out_of_order(alike: &[Vec<f64>], partner: &mut [Option<usize>], columns: usize) -> Vec<bool> {
    let mut taken = vec![false; columns];
    for column in partner.iter().flatten() {
        taken[*column] = true;
    }
    let mut left: Vec<(f64, usize, usize)> = Vec::new();
    for (row, shares) in alike
        .iter()
        .enumerate()
        .filter(|(row, _)| partner[*row].is_none())
    {
        let free = shares
            .iter()
            .enumerate()
            .filter(|(column, _)| !taken[*column]);
        left.extend(
            free.filter(|(_, share)| **share > 0.0)
                .map(|(column, share)| (*share, row, column)),
        );
    }
    left.sort_by(|one, other| {
        let nearer = (one.1, one.2).cmp(&(other.1, other.2));
        other.0.total_cmp(&one.0).then(nearer)
    });
    let mut moved = vec![false; partner.len()];
    for (_, row, column) in left {
        if partner[row].is_none() && !taken[column] {
            partner[row] = Some(column);
            taken[column] = true;
            moved[row] = true;
        }
    }
    moved
}

/// The lines: those of the first text in order, what only the second has after its nearest.
fn listed(a: &[Bag], b: &[Bag], partner: &[Option<usize>], moved: &[bool]) -> Vec<Sentences> {
    let mut lines = Vec::new();
    let mut told = 0;
    let only = |lines: &mut Vec<Sentences>, from: usize, to: usize| {
        for (column, bag) in b.iter().enumerate().take(to).skip(from) {
            if !partner.contains(&Some(column)) {
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

    #[test]
    fn a_word_counts_as_often_as_both_have_it() {
        let bag = |times: &[(u32, u16)]| Bag {
            place: Place {
                article: ArticleId::from(0),
                span: Span::new(0, 1),
            },
            words: times.iter().map(|(_, times)| usize::from(*times)).sum(),
            times: times.to_vec(),
        };
        let a = [bag(&[(0, 3), (1, 1)]), bag(&[(2, 1)])];
        let b = [bag(&[(0, 1), (1, 1), (2, 2)]), bag(&[(0, 4)])];
        let shares = alike(&a, &b, 3);
        assert_eq!(shares, [[0.5, 0.75], [0.0, 0.0]]);
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
