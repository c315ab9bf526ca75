//! Keys with what they do, on one line: what has no room gives way whole, never in the middle of a word.

use super::paint::{self, Run, run};
use crate::tui::theme::Theme;

/// A key and what it does.
pub type Told = [Run; 2];

/// A hint in a theme's faces.
#[must_use]
pub fn hint(theme: &Theme, key: impl Into<String>, does: &str) -> Told {
    [run(key, theme.hint_key), run(format!(" {does}"), theme.dim)]
}

/// How far apart hints stand where there is room, and at the least.
const GAPS: [&str; 2] = ["   ", "  "];

/// A hint: what it stands for, its key and what that does.
pub type Hint<T> = (T, Told);

/// Hints that fit, with the gap between them.
#[derive(Clone, Debug)]
pub struct Fitted<T> {
    hints: Vec<Hint<T>>,
    gap: &'static str,
}

/// As many hints as a width has room for: first the gaps give way, then hints from the end on, save
/// the last `staying`.
#[must_use]
pub fn fitted<T>(hints: Vec<Hint<T>>, staying: usize, width: u16) -> Fitted<T> {
    let [wide, close] = GAPS;
    let mut fitted = Fitted { hints, gap: wide };
    while paint::columns(&fitted.runs()) > width && !fitted.hints.is_empty() {
        if fitted.gap == wide {
            fitted.gap = close;
        } else {
            let last = fitted.hints.len().saturating_sub(1 + staying);
            fitted.hints.remove(last);
        }
    }
    fitted
}

impl<T> Fitted<T> {
    /// The hints as they are drawn.
    #[must_use]
    pub fn runs(&self) -> Vec<Run> {
        let hints: Vec<[Run; 2]> = self.hints.iter().map(|(_, runs)| runs.clone()).collect();
        paint::joined(&hints, self.gap)
    }

    /// What the hint in a column stands for, counted from where the first is drawn.
    #[must_use]
    pub fn at(&self, column: u16) -> Option<&T> {
        let gap = u16::try_from(self.gap.len()).unwrap_or(0);
        let mut from = 0;
        self.hints.iter().find_map(|(of, runs)| {
            let to = from + paint::columns(runs);
            let here = (from..to).contains(&column);
            from = to + gap;
            here.then_some(of)
        })
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn gaps_give_way_then_hints_before_those_that_stay() {
        let hint = |key: &str, does: &str| [run(key, Style::new()), run(does, Style::new())];
        let told = |width| -> String {
            let hints = ["a", "b", "c", "q"].map(|key| (key, hint(key, " does")));
            let runs = fitted(hints.to_vec(), 1, width).runs();
            runs.iter().map(|run| run.text.as_str()).collect()
        };
        assert_eq!(told(33), "a does   b does   c does   q does");
        assert_eq!(told(32), "a does  b does  c does  q does");
        assert_eq!(told(29), "a does  b does  q does");
        assert_eq!(told(6), "q does");
        assert_eq!(told(5), "");
    }

    #[test]
    fn each_column_of_a_hint_stands_for_it_and_none_of_a_gap() {
        let hints = ["Tab", "\u{2190}"].map(|key| {
            let runs = [run(key, Style::new()), run(" goes", Style::new())];
            (key, runs)
        });
        let fitted = fitted(hints.to_vec(), 0, 80);
        let at = [0, 7, 8, 10, 11, 16, 17].map(|column| fitted.at(column).copied());
        let [tab, arrow] = ["Tab", "\u{2190}"].map(Some);
        assert_eq!(at, [tab, tab, None, None, arrow, arrow, None]);
    }
}
