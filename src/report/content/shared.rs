//! How much each two articles have in common: what the overview shows as a map.

use crate::event::Pair;
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::text::count;

pub fn write(report: &Report<'_>, document: &mut Document) {
    if report.comparison.pairs.is_empty() {
        return;
    }
    document.section("shared", "Shared words");
    let pairs = report.comparison.pairs.iter();
    let mut pairs: Vec<&Pair> = pairs.filter(|pair| pair.shared_words > 0).collect();
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.shared_words), pair.a, pair.b));
    let said = match pairs.len() {
        0 => "No two of these articles share a passage.",
        _ => "Words in shared passages. Pairs that are not named share none.",
    };
    document.say(said);
    document.list(pairs.iter().map(|pair| pair_line(report, pair)).collect());
}

/// "C and E: 167 words, 36 percent of the shorter text; likeness of their rare words 0.38".
fn pair_line(report: &Report<'_>, pair: &Pair) -> Line {
    let names = format!("{} and {}", report.siglum(pair.a), report.siglum(pair.b));
    let words = count(pair.shared_words as usize, "word", "words");
    vec![
        Piece::Strong(names),
        Piece::Text(format!(
            ": {words}, {:.0} percent of the shorter text; likeness of their rare words {:.2}, of 0 to 1",
            pair.containment() * 100.0,
            pair.likeness
        )),
    ]
}
