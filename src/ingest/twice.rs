//! The same article twice, and versions of one article.
//!
//! Two files of the same article would look like two outlets agreeing word for word. An article
//! with the very text of an earlier one (its body; furniture may differ) is left out, unless two outlets
//! are known to have carried it: that is a finding, no double. Articles of one outlet or one address
//! that share most of their text stay both, the later marked as a version of the earlier.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::draft::Draft;
use super::problem::Note;
use crate::story::{Article, BlockKind, Span};
use crate::text::{fold, words};

/// Words in a row that count as one piece of a text.
const SHINGLE: usize = 5;
/// How many of a text's pieces, those of the smallest hashes, stand for it.
const SKETCH: usize = 128;
/// A piece that so many articles have is boilerplate and finds no versions.
const MOST_BEARERS: usize = 100;
/// The share of pieces in common, in hundredths, that makes a version.
const VERSION: usize = 60;

/// The drafts without doubles, in order, each with its entry; what was left out is noted.
pub fn without_doubles<T: Sync>(drafts: Vec<(Draft, T)>, notes: &mut Vec<Note>) -> Vec<(Draft, T)> {
    let keys: Vec<Option<u64>> = drafts
        .par_iter()
        .map(|(draft, _)| body_key(draft))
        .collect();
    let mut by_text: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut kept: Vec<(Draft, T)> = Vec::new();
    for ((draft, entry), key) in drafts.into_iter().zip(keys) {
        let Some(key) = key else {
            kept.push((draft, entry));
            continue;
        };
        let bearers = by_text.entry(key).or_default();
        let first = bearers
            .iter()
            .find(|&&at| !of_two_outlets(&kept[at].0, &draft));
        if let Some(&first) = first {
            let message = format!("the same article as {}: read once", kept[first].0.file);
            notes.push(Note::new(&draft.file, message));
        } else {
            bearers.push(kept.len());
            kept.push((draft, entry));
        }
    }
    kept
}

/// Marks articles of one outlet that share most of their text with an earlier one.
pub fn mark_versions(articles: &mut [Article], notes: &mut Vec<Note>) {
    let sketches: Vec<Vec<u64>> = articles
        .par_iter()
        .map(|article| {
            // Of an unknown outlet and address it is a version of nothing.
            if article.outlet.value().is_none() && article.url.value().is_none() {
                return Vec::new();
            }
            let blocks = article.blocks.iter();
            sketch(&article.text, blocks.map(|block| (block.kind, block.span)))
        })
        .collect();
    let mut bearers: HashMap<u64, Vec<usize>> = HashMap::new();
    for later in 0..articles.len() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for piece in &sketches[later] {
            for &earlier in bearers.get(piece).into_iter().flatten() {
                if of_one_outlet(&articles[earlier], &articles[later]) {
                    *shared.entry(earlier).or_default() += 1;
                }
            }
        }
        let fewest = |earlier: usize| sketches[earlier].len().min(sketches[later].len());
        let first = shared
            .into_iter()
            .filter(|&(earlier, count)| count * 100 >= VERSION * fewest(earlier).max(8))
            .map(|(earlier, _)| earlier)
            .min();
        if let Some(earlier) = first {
            let root = articles[earlier].version_of.unwrap_or(articles[earlier].id);
            articles[later].version_of = Some(root);
            notes.push(Note::new(
                &articles[later].file,
                format!(
                    "a version of {} ({})",
                    articles[root.index()].siglum,
                    articles[root.index()].file
                ),
            ));
        }
        for piece in &sketches[later] {
            let bearers = bearers.entry(*piece).or_default();
            if bearers.len() < MOST_BEARERS {
                bearers.push(later);
            }
        }
    }
}

fn of_two_outlets(one: &Draft, other: &Draft) -> bool {
    matches!((one.outlet.value(), other.outlet.value()), (Some(a), Some(b)) if a != b)
}

fn of_one_outlet(one: &Article, other: &Article) -> bool {
    let outlet = one.outlet.value().is_some() && one.outlet.value() == other.outlet.value();
    outlet || (one.url.value().is_some() && one.url.value() == other.url.value())
}

/// A hash of the words of a text's body; none for a text with hardly any.
fn body_key(draft: &Draft) -> Option<u64> {
    let blocks = draft
        .division
        .blocks
        .iter()
        .map(|block| (block.kind, block.span));
    let hashes = word_hashes(&draft.text, blocks);
    let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
    (hashes.len() >= 20).then(|| rapidhash::v3::rapidhash_v3(&bytes))
}

/// The smallest hashes of a text's pieces.
fn sketch(text: &str, blocks: impl Iterator<Item = (BlockKind, Span)>) -> Vec<u64> {
    let hashes = word_hashes(text, blocks);
    let pieces: HashSet<u64> = hashes
        .windows(SHINGLE)
        .map(|piece| {
            let bytes: Vec<u8> = piece.iter().flat_map(|hash| hash.to_le_bytes()).collect();
            rapidhash::v3::rapidhash_v3(&bytes)
        })
        .collect();
    let mut pieces: Vec<u64> = pieces.into_iter().collect();
    if pieces.len() > SKETCH {
        pieces.select_nth_unstable(SKETCH);
        pieces.truncate(SKETCH);
    }
    pieces.sort_unstable();
    pieces
}

fn word_hashes(text: &str, blocks: impl Iterator<Item = (BlockKind, Span)>) -> Vec<u64> {
    let mut hashes = Vec::new();
    for (_, span) in blocks.filter(|(kind, _)| kind.is_body()) {
        let block = &text[span.start()..span.end()];
        hashes.extend(words(block).map(|word| {
            let word = fold(&block[word.start()..word.end()]);
            rapidhash::v3::rapidhash_v3(word.as_bytes())
        }));
    }
    hashes
}
