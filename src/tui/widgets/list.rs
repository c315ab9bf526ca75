//! Lists longer than their area.

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
    use super::first;

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
