//! A form: words to be found as they stand, one after the other.

use crate::text::{fold, words};

/// One or more words, compared folded; capitals in the form must be capitals in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Form {
    /// As the lexicon's author wrote it.
    pub written: String,
    /// Folded words with one blank between: what the matcher looks for.
    pub folded: String,
    /// The last word may end in any way ("docker*").
    pub open: bool,
    /// A capital letter was written, so that case counts.
    pub cased: bool,
}

impl Form {
    /// Reads a form.
    ///
    /// # Errors
    /// When it holds no word, or a `*` anywhere but at its end.
    pub fn new(written: &str) -> Result<Self, String> {
        let (bare, open) = match written.trim_end().strip_suffix('*') {
            Some(bare) => (bare, true),
            None => (written.trim_end(), false),
        };
        if bare.contains('*') {
            return Err(format!("\"{written}\" has a * that is not at its end"));
        }
        let folded: Vec<String> = words(bare)
            .filter_map(|span| span.get(bare))
            .map(|word| fold(word).into_owned())
            .collect();
        if folded.is_empty() {
            return Err(format!("\"{written}\" holds no word"));
        }
        Ok(Form {
            written: written.to_string(),
            folded: folded.join(" "),
            open,
            cased: bare.chars().any(char::is_uppercase),
        })
    }

    /// Whether the capitals of the form are capitals at the place too, word by word. Both sides
    /// hold the same words, folded.
    #[must_use]
    pub fn has_the_case_of(&self, place: &str) -> bool {
        if !self.cased {
            return true;
        }
        let mut theirs = words(place).filter_map(|span| span.get(place));
        words(&self.written)
            .filter_map(|span| span.get(&self.written))
            .all(|mine| {
                theirs.next().is_some_and(|word| {
                    mine.chars()
                        .zip(word.chars())
                        .all(|(mine, theirs)| !mine.is_uppercase() || theirs.is_uppercase())
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn words_are_folded_and_joined() {
        let form = Form::new("anti-Government fighter*").unwrap();
        assert_eq!(form.folded, "anti government fighter");
        assert!(form.open && form.cased);
        assert!(Form::new("a*b").is_err());
        assert!(Form::new(" - ").is_err());
    }

    #[test]
    fn a_capital_asks_for_a_capital_and_a_small_letter_for_nothing() {
        let form = Form::new("IS").unwrap();
        assert!(form.has_the_case_of("IS"));
        assert!(!form.has_the_case_of("is"));
        assert!(Form::new("rebels").unwrap().has_the_case_of("REBELS"));
        assert!(
            Form::new("Islamic State")
                .unwrap()
                .has_the_case_of("ISLAMIC STATE")
        );
    }
}
