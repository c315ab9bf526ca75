//! Where a source sets words out as another's: the block quotations of a page and of Markdown.
//!
//! A plain text has no such markup; what its words tell is read later, with the quotations. Where most
//! of a text stands in block quotations they are layout, and tell nothing.

use std::ops::Range;

use crate::story::Span;

/// What stands between two lines of a text that is made here.
pub const BETWEEN: &str = "\n\n";

/// The spans of runs of lines that are set out, in a text of these lines with [`BETWEEN`] between them.
pub fn spans(lines: &[impl AsRef<str>], runs: &[Range<usize>]) -> Vec<Span> {
    let mut starts = Vec::with_capacity(lines.len());
    let mut end = 0;
    for line in lines {
        starts.push(end);
        end += line.as_ref().len() + BETWEEN.len();
    }
    let found: Vec<Span> = runs
        .iter()
        .filter(|run| !run.is_empty() && run.end <= lines.len())
        .map(|run| {
            let last = run.end - 1;
            Span::new(starts[run.start], starts[last] + lines[last].as_ref().len())
        })
        .collect();
    let covered: usize = found.iter().map(|span| span.len()).sum();
    if covered * 2 > end { Vec::new() } else { found }
}

/// The runs of lines with one and the same number.
pub fn runs(numbers: &[Option<u32>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (line, number) in numbers.iter().enumerate().filter(|(_, one)| one.is_some()) {
        match found.last_mut() {
            Some(run) if run.end == line && numbers[run.start] == *number => run.end += 1,
            _ => found.push(line..line + 1),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_lines_read_back() {
        let lines = ["one two three four", "a", "bc", "d", "five six seven eight"];
        let found = spans(&lines, &runs(&[None, Some(1), Some(1), Some(2), None]));
        let text = lines.join(BETWEEN);
        let words: Vec<&str> = found.iter().map(|span| span.get(&text).unwrap()).collect();
        assert_eq!(words, ["a\n\nbc", "d"]);
    }

    #[test]
    fn a_text_that_is_set_out_for_the_most_part_tells_nothing() {
        let most = runs(&[Some(1), None]);
        assert_eq!(spans(&["one two three", "a"], &most), []);
    }
}
