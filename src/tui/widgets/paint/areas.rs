//! Parts of an area; none reaches out of it.

use ratatui::layout::Rect;

/// The part of an area from its `n`-th row on.
#[must_use]
pub fn below(area: Rect, n: u16) -> Rect {
    let n = n.min(area.height);
    Rect {
        y: area.y + n,
        height: area.height - n,
        ..area
    }
}

/// One row of an area; empty beyond its end.
#[must_use]
pub fn row(area: Rect, n: u16) -> Rect {
    let rest = below(area, n);
    Rect {
        height: rest.height.min(1),
        ..rest
    }
}

/// An area without `left` and `right` columns at its sides.
#[must_use]
pub fn inset(area: Rect, left: u16, right: u16) -> Rect {
    let left = left.min(area.width);
    Rect {
        x: area.x + left,
        width: (area.width - left).saturating_sub(right),
        ..area
    }
}
