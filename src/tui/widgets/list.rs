//! Lists with a cursor: how it moves, and which lines are in view.

use std::ops::Range;

use crate::tui::action::Action;

/// A move of the cursor through a list, or of the rows in view through a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Lines(isize),
    Halves(isize),
    Pages(isize),
    Top,
    Bottom,
}

impl Step {
    /// The move that an action asks for; `None` for other actions.
    #[must_use]
    pub fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::Down => Step::Lines(1),
            Action::Up => Step::Lines(-1),
            Action::HalfDown => Step::Halves(1),
            Action::HalfUp => Step::Halves(-1),
            Action::PageDown => Step::Pages(1),
            Action::PageUp => Step::Pages(-1),
            Action::Top => Step::Top,
            Action::Bottom => Step::Bottom,
            _ => return None,
        })
    }

    /// Where the cursor comes to in a list of `count` lines, `height` of them in view; it stops at
    /// the ends. A page leaves one line in view.
    #[must_use]
    pub fn from(self, at: usize, height: u16, count: usize) -> usize {
        let page = usize::from(height).saturating_sub(1);
        self.moved(at, page, count.saturating_sub(1))
    }

    /// Where it leads from `at`, a page being so many lines and `last` the end.
    #[must_use]
    pub fn moved(self, at: usize, page: usize, last: usize) -> usize {
        let page = isize::try_from(page.max(1)).unwrap_or(1);
        let to = match self {
            Step::Lines(lines) => at.saturating_add_signed(lines),
            Step::Halves(halves) => at.saturating_add_signed(halves * (page / 2).max(1)),
            Step::Pages(pages) => at.saturating_add_signed(pages * page),
            Step::Top => 0,
            Step::Bottom => last,
        };
        to.min(last)
    }
}

/// The first line in view: the one kept, moved only as far as it must be for `shown` to be in
/// view, its end before its beginning.
#[must_use]
pub fn first_in_view(kept: usize, shown: Range<usize>, height: usize, count: usize) -> usize {
    let kept = kept.min(count.saturating_sub(height)).min(shown.start);
    kept.max(shown.end.saturating_sub(height))
}

/// The first line to draw so that the one under the cursor is in view, a third of the height above
/// it where there are so many.
#[must_use]
pub fn first(cursor: usize, count: usize, height: u16) -> usize {
    let height = usize::from(height);
    let last = count.saturating_sub(height);
    if height == 0 {
        return cursor;
    }
    cursor.saturating_sub(height - 1 - height / 3).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stops_at_the_ends() {
        assert_eq!(Step::Lines(-1).from(0, 10, 5), 0);
        assert_eq!(Step::Pages(1).from(3, 10, 5), 4);
        assert_eq!(Step::Bottom.from(0, 10, 0), 0);
        assert_eq!(Step::Pages(1).from(0, 10, 50), 9);
        assert_eq!(Step::Pages(1).moved(0, 8, 50), 8);
    }

    #[test]
    fn the_window_moves_only_as_far_as_it_must() {
        assert_eq!(first_in_view(4, 6..7, 5, 20), 4);
        assert_eq!(first_in_view(4, 9..10, 5, 20), 5);
        assert_eq!(first_in_view(4, 2..3, 5, 20), 2);
        assert_eq!(first_in_view(18, 19..20, 5, 20), 15);
        // A heading above the line gives way when there is one row only.
        assert_eq!(first_in_view(0, 3..5, 1, 20), 4);
    }

    #[test]
    fn the_cursor_is_always_in_view() {
        for height in 1..12u16 {
            for count in 1..30 {
                for cursor in 0..count {
                    let first = first(cursor, count, height);
                    assert!((first..first + usize::from(height)).contains(&cursor));
                }
            }
        }
    }
}
