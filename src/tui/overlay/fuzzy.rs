//! Letters typed for a longer name: "nxps" for "Next shared passage".

/// How well `typed` fits `name`: every letter of it must come in order, case aside, blanks left
/// out. Higher is better: letters at the start of words and in a row count more, skipped ones less.
#[must_use]
pub fn score(typed: &str, name: &str) -> Option<i64> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let mut total = 0;
    let mut at = 0;
    let mut last: Option<usize> = None;
    for letter in typed.chars().flat_map(char::to_lowercase) {
        if letter.is_whitespace() {
            continue;
        }
        let found = best_next(&name, letter, at, last)?;
        let in_a_row = last.is_some_and(|last| last + 1 == found);
        total += match (in_a_row, begins_word(&name, found)) {
            (true, _) => 12,
            (false, true) => 10,
            (false, false) => 1,
        };
        total -= i64::try_from((found - at).min(8)).unwrap_or(8) / 4;
        last = Some(found);
        at = found + 1;
    }
    Some(total)
}

/// The next place of a letter: right after the last one if it is there, else where a word begins
/// with it, else the first.
fn best_next(name: &[char], letter: char, from: usize, last: Option<usize>) -> Option<usize> {
    if last.is_some() && name.get(from) == Some(&letter) {
        return Some(from);
    }
    let mut places = (from..name.len()).filter(|&at| name[at] == letter);
    places
        .clone()
        .find(|&at| begins_word(name, at))
        .or_else(|| places.next())
}

fn begins_word(name: &[char], at: usize) -> bool {
    at == 0 || !name[at - 1].is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn letters_must_come_in_order() {
        assert!(score("nsp", "Next shared passage").is_some());
        assert!(score("psn", "Next shared passage").is_none());
        assert_eq!(score("", "anything"), Some(0));
    }

    #[test]
    fn beginnings_and_rows_win() {
        assert!(score("pas", "Next passage") > score("pas", "Put the article aside"));
        assert!(score("zoom", "Zoom") > score("zoom", "a zealous old open mind"));
    }
}
