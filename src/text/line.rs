//! Words as a line shows them: on one line, and counted.

/// Any text with each run of blank space made one blank.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "1 word", "2 words".
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_space_is_one_blank_and_none_at_the_ends() {
        assert_eq!(one_line(" the\n  old\u{a0}quay "), "the old quay");
        assert_eq!(one_line("\n"), "");
    }

    #[test]
    fn one_is_one() {
        let counted = [0, 1, 2].map(|number| count(number, "story", "stories"));
        assert_eq!(counted, ["0 stories", "1 story", "2 stories"]);
    }
}
