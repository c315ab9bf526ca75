//! Outlet and date where the text itself states them.
//!
//! Four places are believed: the end of a title ("Talks fail | Reuters"), the byline ("AFP ,
//! Monday 5 Sep 2016"), a copyright line, and the dateline ("Washington (CNN) — "). An agency in a
//! dateline is another matter: it wrote the text, but any outlet may have carried it, so its name
//! is held as inferred.

use std::sync::LazyLock;

use regex::Regex;

use super::blocks::title_edge;
use super::outlets::{self, Listed};
use super::{blocks::Division, dates};
use crate::story::{Basis, BlockKind, Date, Known, Outlet, Span};

/// The outlet that the text names as its own.
#[must_use]
pub fn outlet(text: &str, division: &Division) -> Known<Outlet> {
    let head = head_end(division);
    title(text, division)
        .or_else(|| byline(text, division, head))
        .or_else(|| rights(text, division))
        .map(|name| Known::stated(Outlet(name)))
        .unwrap_or_else(|| by_dateline(text, division))
}

/// The date that the text gives for itself: the first that a byline states.
#[must_use]
pub fn date(text: &str, division: &Division) -> Known<Date> {
    let head = head_end(division);
    division
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Byline && block.span.end() <= head)
        .find_map(|block| dates::find(words(text, block.span)))
        .map_or(Known::Unknown, Known::stated)
}

/// Where the second paragraph begins: bylines after it speak of other things.
fn head_end(division: &Division) -> usize {
    division
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Body)
        .nth(1)
        .map_or(usize::MAX, |block| block.span.start())
}

fn words(text: &str, span: Span) -> &str {
    &text[span.start()..span.end()]
}

fn title(text: &str, division: &Division) -> Option<String> {
    let headline = division
        .blocks
        .iter()
        .position(|block| block.kind == BlockKind::Headline)?;
    let edge = division.blocks.get(headline + 1)?;
    let whole = Span::new(division.blocks[headline].span.start(), edge.span.end());
    let found = title_edge(words(text, whole))?;
    (whole.start() + found.edge == edge.span.start()).then(|| shown(found.name))
}

fn byline(text: &str, division: &Division, head: usize) -> Option<String> {
    division
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Byline && block.span.end() <= head)
        .find_map(|block| {
            let words = words(text, block.span);
            let (outlet, end) = outlets::at_start(words)?;
            let rest = words[end..].trim_start();
            let alone = rest.is_empty()
                || rest.starts_with([',', '|', '-', '\u{2013}', '\u{2014}', '\u{b7}']);
            alone.then(|| outlet.name.clone())
        })
}

fn rights(text: &str, division: &Division) -> Option<String> {
    division
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture)
        .find_map(|block| {
            let found = RIGHTS.captures(words(text, block.span))?;
            let (outlet, _) = outlets::at_start(found.get(1)?.as_str())?;
            Some(outlet.name.clone())
        })
}

fn by_dateline(text: &str, division: &Division) -> Known<Outlet> {
    let first = division
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Body);
    let Some(outlet) = first.and_then(|block| dateline(words(text, block.span))) else {
        return Known::Unknown;
    };
    let basis = if outlet.agency {
        Basis::Inferred
    } else {
        Basis::Stated
    };
    Known::Known {
        value: Outlet(outlet.name.clone()),
        basis,
    }
}

/// The listed outlet of a dateline: "DALLAS (AP) — …", "(Reuters) - …", "Washington (CNN) …".
#[must_use]
pub fn dateline(paragraph: &str) -> Option<&'static Listed> {
    let close = paragraph.find([')', ']'])?;
    let open = paragraph[..close].rfind(['(', '['])?;
    if open > DATELINE_BYTES || !DATELINE.is_match(&paragraph[..open]) {
        return None;
    }
    let follows = paragraph[close + 1..].trim_start().chars().next()?;
    let goes_on =
        follows.is_uppercase() || matches!(follows, '-' | '–' | '—' | '―' | ':' | '"' | '“');
    if !goes_on {
        return None;
    }
    outlets::by_name(&paragraph[open + 1..close])
}

/// The longest place before the agency's bracket: "SAN FRANCISCO, California, Oct. 4".
const DATELINE_BYTES: usize = 80;

/// How an outlet is called: by its listed name, else as it stands.
fn shown(name: &str) -> String {
    outlets::by_name(name).map_or_else(|| name.to_string(), |outlet| outlet.name.clone())
}

/// Nothing, or a place with a capital and at most three additions.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\p{Lu}[^,()\[\]]*(?:,[^,()\[\]]*){0,3})?$").expect("checked by a test")
});

static RIGHTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:copyright|©|\(c\))[\s©(c)]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[,.\s]*(?:by\s+)?(.+)$",
    )
    .expect("checked by a test")
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::blocks::{Rules, divide};

    const BODY: &str = "The harbour talks failed on Monday after nine days, officials of both sides said.\n\nNobody was hurt, and the dockers went home before the evening of the same day.\n";

    fn read(head: &str, foot: &str) -> (Option<String>, &'static str, Option<String>) {
        let text = format!("{head}{BODY}{foot}");
        let division = divide(&text, Rules::bundled());
        let outlet = outlet(&text, &division);
        (
            outlet.value().map(|outlet| outlet.0.clone()),
            outlet.basis_word(),
            date(&text, &division).value().map(ToString::to_string),
        )
    }

    #[test]
    fn the_title_the_byline_and_the_rights_state_the_outlet() {
        assert_eq!(
            read("Harbour talks fail again | Reuters\n\n", ""),
            (Some("Reuters".into()), "stated", None)
        );
        assert_eq!(
            read("Harbour talks fail\n\nAFP , Monday 5 Sep 2016\n\n", ""),
            (Some("AFP".into()), "stated", Some("2016-09-05".into()))
        );
        assert_eq!(
            read(
                "Harbour talks fail\n\n",
                "\nCopyright \u{a9} 2019 The Washington Times, LLC.\n"
            )
            .0,
            Some("The Washington Times".into())
        );
    }

    #[test]
    fn an_agency_in_a_dateline_is_inferred_an_outlet_is_stated() {
        assert_eq!(
            read("Harbour talks fail\n\nDALLAS (AP) \u{2014} ", ""),
            (Some("AP".into()), "inferred", None)
        );
        assert_eq!(
            read("Harbour talks fail\n\nWashington (CNN) ", ""),
            (Some("CNN".into()), "stated", None)
        );
    }

    #[test]
    fn a_name_in_a_sentence_states_nothing() {
        assert_eq!(
            read(
                "Harbour talks fail\n\nReuters reported on 5 Sep 2016 that all was lost, and said no more of it.\n\n",
                ""
            ),
            (None, "unknown", None)
        );
        assert_eq!(read("Harbour talks fail \u{2013} report\n\n", "").0, None);
    }
}
