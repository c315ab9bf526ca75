//! What two places have where their words differ, told in words.

use super::fidelity::Stretch;
use super::types::Quotation;
use crate::story::{Span, Story};
use crate::text::one_line;

/// Places that are told one by one.
const MOST: usize = 6;
/// Longer readings are shown by their first and last words.
const LONG: usize = 14;

/// "“firm” where C has “company”", for the places where the words of `one` differ from those of
/// `base`. No arrow stands between them: which text was first is not known.
#[must_use]
pub fn readings(
    story: &Story,
    base: &Quotation,
    one: &Quotation,
    stretches: &[Stretch],
) -> Vec<String> {
    let fullest = if base.article == one.article {
        "the fullest form"
    } else {
        story.article(base.article).siglum.as_str()
    };
    // What only the fullest has at an end is seen from where the words begin and end.
    let inner = |nth: usize| nth > 0 && nth + 1 < stretches.len();
    let differing: Vec<&Stretch> = stretches
        .iter()
        .enumerate()
        .filter(|(nth, stretch)| !stretch.same && (inner(*nth) || !stretch.other.is_empty()))
        .map(|(_, stretch)| stretch)
        .collect();
    let mut told: Vec<String> = differing
        .iter()
        .take(MOST)
        .map(|stretch| {
            let here = reading(story, one, stretch.other);
            let there = reading(story, base, stretch.base);
            format!("{here} where {fullest} has {there}")
        })
        .collect();
    if differing.len() > MOST {
        told.push(format!("and {} places more", differing.len() - MOST));
    }
    told
}

fn reading(story: &Story, quotation: &Quotation, span: Span) -> String {
    let words = one_line(story.article(quotation.article).words_at(span));
    if words.is_empty() {
        "nothing".to_string()
    } else {
        format!("\u{201c}{}\u{201d}", shortened(&words))
    }
}

/// The first and last words of what is long.
fn shortened(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    if all.len() <= LONG {
        return words.to_string();
    }
    let (first, last) = (&all[..LONG / 2], &all[all.len() - LONG / 2..]);
    format!("{} \u{2026} {}", first.join(" "), last.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::fidelity::difference;
    use super::super::testing::{heard, story};
    use super::*;

    fn told(texts: [&str; 2]) -> Vec<String> {
        let story = story(&texts);
        let (_, speech) = heard(&story);
        let [base, one] = [0, 1].map(|nth| &speech.quotations[nth]);
        let [a, b] = [0, 1].map(|nth| &story.articles[nth]);
        readings(&story, base, one, &difference((a, &[base]), (b, &[one])))
    }

    #[test]
    fn what_each_has_is_told_and_no_direction() {
        let told = told([
            "\u{201c}The company did not pay the crews of the ferry.\u{201d} said Ada Brandt.\n",
            "\u{201c}The firm did pay the crews of the ferry.\u{201d} said Ada Brandt.\n",
        ]);
        let firm = "\u{201c}firm\u{201d} where A has \u{201c}company\u{201d}";
        assert_eq!(told, [firm, "nothing where A has \u{201c}not\u{201d}"]);
    }

    #[test]
    fn where_a_piece_ends_is_not_told_as_a_difference() {
        let told = told([
            "\u{201c}We paid the crews of the ferry before the winter.\u{201d} said Ada Brandt.\n",
            "\u{201c}We paid the crews of the ferry.\u{201d} said Ada Brandt.\n",
        ]);
        assert_eq!(told, [""; 0]);
    }
}
