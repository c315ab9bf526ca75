//! As much as there is room for.

use std::borrow::Cow;

use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::{Run, columns, run};
use crate::tui::rows::{columns_of, columns_of_cluster};

/// Runs from the first one with which the `current` one still fits a width.
#[must_use]
pub fn with_current_in_view(runs: &[Run], current: usize, width: u16) -> &[Run] {
    let end = (current + 1).min(runs.len());
    let mut from = 0;
    while from + 1 < end && columns(&runs[from..end]) > width {
        from += 1;
    }
    &runs[from..]
}

/// Words that are a part of something longer, cut with an ellipsis so that what follows has room.
#[must_use]
pub fn shortened(words: &str, columns: u16) -> Cow<'_, str> {
    let most = usize::from(columns);
    if columns_of(words) <= most {
        return Cow::Borrowed(words);
    }
    let mut used = 0;
    let fits = |(_, cluster): &(usize, &str)| {
        used += columns_of_cluster(cluster);
        used < most
    };
    let kept: String = words
        .grapheme_indices(true)
        .take_while(fits)
        .map(|(_, cluster)| cluster)
        .collect();
    Cow::Owned(format!("{}\u{2026}", kept.trim_end()))
}

/// The first of some ways to say a thing, the fullest before the shorter, that fits a width.
#[must_use]
pub fn fullest<T: AsRef<str>>(ways: &[T], width: u16) -> Option<&str> {
    let mut ways = ways.iter().map(AsRef::as_ref);
    ways.find(|way| columns(&[run(*way, Style::new())]) <= width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_gives_way() {
        assert_eq!(shortened("Valley Radio", 12), "Valley Radio");
        assert_eq!(shortened("Valley Radio", 11), "Valley Rad\u{2026}");
        assert_eq!(shortened("Valley Radio", 8), "Valley\u{2026}");
        assert_eq!(
            shortened("\u{4e2d}\u{6587}\u{65b0}", 5),
            "\u{4e2d}\u{6587}\u{2026}"
        );
        assert_eq!(shortened("ab", 0), "\u{2026}");
    }
}
