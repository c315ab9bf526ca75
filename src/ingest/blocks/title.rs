//! The outlet's name at the end of a page's title: "Talks fail | Reuters", "Talks fail – RT News".

use crate::ingest::outlets;

/// A title with its outlet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TitleEdge<'a> {
    /// Length of the title proper, in bytes.
    pub title: usize,
    /// Where the separator begins, in bytes.
    pub edge: usize,
    /// The name as it stands there.
    pub name: &'a str,
}

/// Words that end the names of outlets; a dash before such a name parts it from the title.
const NAME_ENDINGS: &[&str] = &[
    "news",
    "times",
    "post",
    "herald",
    "tribune",
    "tv",
    "gazette",
    "journal",
    "online",
    "today",
    "magazine",
    "daily",
    "observer",
    "chronicle",
    "telegraph",
    "mail",
    "press",
    "agency",
    "radio",
    "guardian",
    "standard",
    "mirror",
    "review",
    "report",
];

/// The outlet's name at the end of this line, where there is one.
#[must_use]
pub fn title_edge(line: &str) -> Option<TitleEdge<'_>> {
    bar(line).or_else(|| dash(line))
}

/// "Title | Section | Outlet": whatever follows the first bar is no title.
fn bar(line: &str) -> Option<TitleEdge<'_>> {
    let edge = [" | ", " :: ", " \u{bb} "]
        .iter()
        .filter_map(|separator| line.find(separator))
        .min()?;
    let name = line.rsplit(['|', ':', '\u{bb}']).next()?.trim();
    let fits = word_count(&line[..edge]) >= 3 && (1..=6).contains(&word_count(name));
    fits.then(|| cut(line, edge, name))
}

/// "Title - Outlet": a dash stands in titles for much else, so the name must be known or look like one.
fn dash(line: &str) -> Option<TitleEdge<'_>> {
    let (edge, dash) = line.char_indices().rev().find(|&(offset, letter)| {
        is_dash(letter) && line[..offset].ends_with(char::is_whitespace)
    })?;
    let after = &line[edge + dash.len_utf8()..];
    let name = after.trim();
    let parted = after.starts_with(char::is_whitespace) && word_count(&line[..edge]) >= 3;
    (parted && is_outlet(name)).then(|| cut(line, edge, name))
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_outlet(name: &str) -> bool {
    outlets::by_name(name).is_some() || looks_like_outlet(name)
}

fn looks_like_outlet(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = words
        .last()
        .is_some_and(|last| NAME_ENDINGS.contains(&last.to_lowercase().as_str()));
    (2..=5).contains(&words.len())
        && ends
        && name.starts_with(char::is_uppercase)
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase) || matches!(*word, "of" | "the" | "and" | "&")
        })
}

fn cut<'a>(line: &'a str, edge: usize, name: &'a str) -> TitleEdge<'a> {
    let title = line[..edge].trim_end().len();
    let edge = edge + (line[edge..].len() - line[edge..].trim_start().len());
    TitleEdge { title, edge, name }
}

fn word_count(words: &str) -> usize {
    words.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<(&str, &str, &str)> {
        let found = title_edge(line)?;
        Some((&line[..found.title], &line[found.edge..], found.name))
    }

    #[test]
    fn an_outlet_at_the_end_of_a_title_is_found() {
        assert_eq!(
            parts("Harbour talks fail again | Reuters"),
            Some(("Harbour talks fail again", "| Reuters", "Reuters"))
        );
        assert_eq!(
            parts("Harbour talks fail again | World news | The Guardian")
                .unwrap()
                .2,
            "The Guardian"
        );
        assert_eq!(
            parts("Harbour talks fail \u{2015} RT News").unwrap().1,
            "\u{2015} RT News"
        );
        assert_eq!(
            parts("Harbour talks fail - Harbour Town Herald").unwrap().2,
            "Harbour Town Herald"
        );
    }

    #[test]
    fn a_dash_inside_a_title_is_left() {
        for line in [
            "Minister was told of efforts to help campaign \u{2013} report",
            "Talks fail \u{2014} at last",
            "Harbour-town talks fail",
            "Win | Lose",
            "He said it - and the Press",
        ] {
            assert_eq!(parts(line), None, "{line}");
        }
    }
}
