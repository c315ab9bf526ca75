//! How many columns text takes.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::{is_printable_ascii, simple_columns};

/// The columns of some text, cluster by cluster as it will be drawn.
#[must_use]
pub fn columns_of(text: &str) -> usize {
    if is_printable_ascii(text) {
        return text.len();
    }
    let simple = text.chars().map(simple_columns).sum::<Option<usize>>();
    simple.unwrap_or_else(|| text.graphemes(true).map(columns_of_cluster).sum())
}

/// The columns of one grapheme cluster: none, one or two. What claims to be wider is drawn as a
/// stand-in of one column.
#[must_use]
pub fn columns_of_cluster(cluster: &str) -> usize {
    match cluster.width() {
        wide @ 0..=2 => wide,
        _ => 1,
    }
}
