//! Where in an article a concept is named: at the top only, or all along?

use super::types::{Label, Voice};
use crate::story::Story;
use crate::text::Segments;

/// Into how many parts an article is cut to say how evenly something is spread.
const PARTS: usize = 10;

/// A label's place in an article.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Mark {
    /// How far into the article, by words, 0 to 1.
    pub at: f64,
    pub voice: Voice,
}

/// The places of a concept in one article.
#[derive(Clone, PartialEq, Debug)]
pub struct Dispersion {
    /// In the order of the text.
    pub marks: Vec<Mark>,
    /// Gries' deviation of proportions (2008) over ten parts: 0 evenly spread, towards 1 all in
    /// one part. `None` without a label.
    pub deviation: Option<f64>,
}

/// One an article of the story.
#[must_use]
#[allow(clippy::cast_precision_loss)] // counts of words are far below 2^52
pub fn dispersion<'a>(
    story: &Story,
    texts: &[Segments],
    labels: impl Iterator<Item = &'a Label>,
) -> Vec<Dispersion> {
    let mut places: Vec<Vec<Mark>> = vec![Vec::new(); story.articles.len()];
    for label in labels {
        let segments = &texts[label.article.index()];
        let before = segments
            .words
            .partition_point(|word| word.end() <= label.core.start());
        places[label.article.index()].push(Mark {
            at: before as f64 / segments.words.len().max(1) as f64,
            voice: label.voice,
        });
    }
    places
        .into_iter()
        .map(|marks| Dispersion {
            deviation: deviation(&marks),
            marks,
        })
        .collect()
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]
fn deviation(marks: &[Mark]) -> Option<f64> {
    if marks.is_empty() {
        return None;
    }
    let mut parts = [0usize; PARTS];
    for mark in marks {
        parts[((mark.at * PARTS as f64) as usize).min(PARTS - 1)] += 1;
    }
    let expected = 1.0 / PARTS as f64;
    let off: f64 = parts
        .iter()
        .map(|count| (*count as f64 / marks.len() as f64 - expected).abs())
        .sum();
    Some(off / 2.0)
}

#[cfg(test)]
mod tests {
    use super::{Mark, deviation};
    use crate::framing::Voice;

    #[test]
    fn even_is_nought_and_one_part_nearly_one() {
        let mark = |at| Mark {
            at,
            voice: Voice::Narrator,
        };
        let even: Vec<Mark> = (0..10)
            .map(|part| mark(f64::from(part) / 10.0 + 0.05))
            .collect();
        assert!(deviation(&even).unwrap() < 1e-9);
        assert!((deviation(&[mark(0.01), mark(0.02)]).unwrap() - 0.9).abs() < 1e-9);
        assert_eq!(deviation(&[]), None);
    }
}
