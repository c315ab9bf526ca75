//! Keys with what they do, on one line: what has no room gives way whole, never in the middle of a word.

use super::paint::{self, Run};

/// How far apart hints stand where there is room, and at the least.
const GAPS: [&str; 2] = ["   ", "  "];

/// As many hints as a width has room for: first the gaps give way, then hints from the end on, save
/// the last `staying`.
#[must_use]
pub fn fitted(mut hints: Vec<[Run; 2]>, staying: usize, width: u16) -> Vec<Run> {
    let [wide, close] = GAPS;
    let runs = paint::joined(&hints, wide);
    if paint::columns(&runs) <= width {
        return runs;
    }
    loop {
        let runs = paint::joined(&hints, close);
        if paint::columns(&runs) <= width || hints.is_empty() {
            return runs;
        }
        hints.remove(hints.len().saturating_sub(1 + staying));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::super::paint::run;
    use super::*;

    #[test]
    fn gaps_give_way_then_hints_before_those_that_stay() {
        let hint = |key: &str, does: &str| [run(key, Style::new()), run(does, Style::new())];
        let told = |width| -> String {
            let hints = ["a", "b", "c", "q"].map(|key| hint(key, " does"));
            let runs = fitted(hints.to_vec(), 1, width);
            runs.iter().map(|run| run.text.as_str()).collect()
        };
        assert_eq!(told(33), "a does   b does   c does   q does");
        assert_eq!(told(32), "a does  b does  c does  q does");
        assert_eq!(told(29), "a does  b does  q does");
        assert_eq!(told(6), "q does");
        assert_eq!(told(5), "");
    }
}
