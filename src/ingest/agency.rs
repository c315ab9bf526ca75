//! The agency whose text an article is, where the text itself says so.
//!
//! Outlets print what agencies write, and say so in one of a few places: the byline ("By Jane Doe,
//! Associated Press"), the dateline ("GENEVA (Reuters) — "), or the last words ("(AFP)", "Source:
//! dpa"; a dash and a name there is a picture's credit as often). Only listed agencies count, and only where the name is not part of a sentence: "as AFP
//! reported" names a source, not the writer.

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::Division;
use super::outlets::{self, Listed};
use super::stated::dateline;
use crate::story::{BlockKind, Known, Outlet, Span};

/// How far from the end of the text its last words may begin.
const LAST_BYTES: usize = 40;
/// The letters that an agency's name may have.
const LONGEST_NAME: usize = 30;

/// The agency that the text names as its writer.
#[must_use]
pub fn agency(text: &str, division: &Division) -> Known<Outlet> {
    byline(text, division)
        .or_else(|| opening(text, division))
        .or_else(|| last_words(text, division))
        .map_or(Known::Unknown, |agency| {
            Known::stated(Outlet(agency.name.clone()))
        })
}

/// Whether this is the name of an agency, whose texts others print.
#[must_use]
pub fn is_agency(name: &str) -> bool {
    named(name).is_some()
}

fn named(name: &str) -> Option<&'static Listed> {
    outlets::by_name(name).filter(|outlet| outlet.agency)
}

fn words(text: &str, span: Span) -> &str {
    &text[span.start()..span.end()]
}

/// An agency among the parts of a byline. Bylines of photographs do not count.
fn byline(text: &str, division: &Division) -> Option<&'static Listed> {
    let bylines = division
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Byline)
        .map(|block| words(text, block.span));
    bylines
        .filter(|words| !PICTURE.is_match(words))
        .flat_map(|words| PARTS.split(words))
        .find_map(|part| {
            let part = part.trim();
            named(BY.replace(part, "").trim())
        })
}

fn opening(text: &str, division: &Division) -> Option<&'static Listed> {
    let mut blocks = division.blocks.iter();
    let first = blocks.find(|block| block.kind == BlockKind::Body)?;
    dateline(words(text, first.span)).filter(|outlet| outlet.agency)
}

/// "(AFP)" or "Source: dpa" at the end of the body.
fn last_words(text: &str, division: &Division) -> Option<&'static Listed> {
    let last = division
        .blocks
        .iter()
        .rev()
        .find(|block| matches!(block.kind, BlockKind::Body | BlockKind::Byline))?;
    let paragraph = words(text, last.span).trim_end();
    let from = paragraph.len().saturating_sub(LAST_BYTES);
    let from = (from..paragraph.len()).find(|at| paragraph.is_char_boundary(*at))?;
    let end = &paragraph[from..];
    // Most texts end like any sentence: to look at their letters from the end on is dear.
    if !end.contains(['(', '[', ':']) {
        return None;
    }
    let found = SIGNED.captures(end)?;
    let name = found.get(1)?.as_str();
    (name.chars().count() <= LONGEST_NAME)
        .then(|| named(name))
        .flatten()
}

/// What parts the names in a byline: "Jane Doe, AP | 5 Sep 2016".
static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)[,|/()\[\]\u{b7}\u{2022}\n]|\s[-\u{2013}\u{2014}]\s|\s(?:and|via|of|for|with)\s",
    )
    .expect("checked by a test")
});

static BY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:by|from|source|agency|written by)\b:?\s*").expect("checked by a test")
});

static PICTURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:photo|photograph|image|picture|getty|video)").expect("checked by a test")
});

/// The sign of a text at its end: in brackets, or after "Source:". How long it is at the most is
/// asked of what was found: `\p{L}` thirty times over is an automaton of megabytes.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?:(?:^|[.!?\u{201d}\x22]\s*)[(\[]|(?i:source|agency)s?:\s*)([\p{L} .\-]{2,}?)[)\]]?\.?$",
    )
    .expect("checked by a test")
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::blocks::{Rules, divide};

    const BODY: &str = "The harbour talks failed on Monday after nine days, officials of both sides said.\n\nNobody was hurt, and the dockers went home before the evening of the same day.";

    fn found(head: &str, foot: &str) -> Option<String> {
        let text = format!("Harbour talks fail again in town\n\n{head}{BODY}{foot}\n");
        let division = divide(&text, Rules::bundled());
        agency(&text, &division)
            .value()
            .map(|agency| agency.0.clone())
    }

    #[test]
    fn byline_dateline_and_last_words_state_the_agency() {
        for (head, foot, name) in [
            ("By Jane Doe, Associated Press\n\n", "", "AP"),
            ("AFP , Monday 5 Sep 2016\n\n", "", "AFP"),
            ("GENEVA (Reuters) \u{2014} ", "", "Reuters"),
            ("", " (AFP)", "AFP"),
            ("", "\n\nSource: dpa", "dpa"),
        ] {
            assert_eq!(
                found(head, foot).as_deref(),
                Some(name),
                "{head:?} {foot:?}"
            );
        }
    }

    #[test]
    fn a_name_in_a_sentence_and_a_paper_that_is_no_agency_state_none() {
        for (head, foot) in [
            (
                "",
                " It was the first such day, said a man who spoke to AFP.",
            ),
            ("", " The mayor told Reuters"),
            ("By Jane Doe, The Guardian\n\n", ""),
            ("Washington (CNN) ", ""),
            ("Photo by Jane Doe, AFP\n\n", ""),
            ("", ""),
        ] {
            assert_eq!(found(head, foot), None, "{head:?} {foot:?}");
        }
    }
}
