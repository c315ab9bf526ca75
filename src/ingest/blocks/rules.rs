//! The rules by wording, read from `assets/rules/furniture.toml`.
//!
//! The file holds some hundred patterns, and the lines of a story need a dozen of them: so a line is
//! asked for the words that patterns need, and only patterns that can take it are compiled and run.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::story::{BlockKind, Span};
use crate::text::pattern::{Fault, Pattern, Sieve};

/// Where in a text a rule holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Before the second full paragraph.
    Head,
    /// After the last full paragraph but one.
    Foot,
    /// Head or foot.
    Edge,
    /// After the first full paragraph.
    After,
    Anywhere,
}

impl Place {
    /// Whether a rule of this place holds for a line that stands in head or foot or neither.
    fn holds(self, at: Position) -> bool {
        match self {
            Place::Head => at.head,
            Place::Foot => at.foot,
            Place::Edge => at.head || at.foot,
            Place::After => at.after,
            Place::Anywhere => true,
        }
    }
}

/// Where a line stands. A short text can be head and foot at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Position {
    pub head: bool,
    pub foot: bool,
    /// After the first full paragraph.
    pub after: bool,
}

/// One rule of the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    #[cfg_attr(not(test), expect(dead_code, reason = "for the reader of the file"))]
    name: String,
    pub kind: BlockKind,
    place: Place,
    #[serde(default = "thirty")]
    longest: usize,
    /// Short lines after such a line belong to it.
    #[serde(default)]
    pub opens_list: bool,
    /// Behind the last paragraphs: everything after such a line is furniture.
    #[serde(default)]
    pub closes: bool,
    #[expect(dead_code, reason = "for the reader of the file")]
    note: String,
    patterns: Vec<String>,
}

fn thirty() -> usize {
    30
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Aside {
    #[expect(dead_code, reason = "for the reader of the file")]
    note: String,
    patterns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
    aside: Vec<Aside>,
}

/// The rules, ready to be asked.
#[derive(Debug)]
pub struct Rules {
    rules: Vec<Rule>,
    /// All patterns of all rules, numbered as in the sieve, each with its rule's index.
    patterns: Vec<(Pattern, usize)>,
    sieve: Sieve,
    asides: Vec<Pattern>,
    longest: usize,
}

impl Rules {
    /// Reads a file of rules.
    ///
    /// # Errors
    /// What is wrong with it, with line and column or the pattern.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut patterns = Vec::new();
        for (index, rule) in file.rule.iter().enumerate() {
            for source in &rule.patterns {
                patterns.push((pattern(source)?, index));
            }
        }
        let asides = file.aside.iter().flat_map(|aside| &aside.patterns);
        let longest = file.rule.iter().map(|rule| rule.longest).max().unwrap_or(0);
        Ok(Rules {
            sieve: Sieve::new(patterns.iter().map(|(pattern, _)| pattern.need()))
                .map_err(|error| error.to_string())?,
            asides: asides
                .map(|source| pattern(source))
                .collect::<Result<_, _>>()?,
            rules: file.rule,
            patterns,
            longest,
        })
    }

    /// The rules that come with the program.
    pub fn bundled() -> &'static Rules {
        &BUNDLED
    }

    /// The first rule of the file that takes a line of so many words standing so.
    pub fn taking(&self, line: &str, words: usize, at: Position) -> Option<&Rule> {
        if words > self.longest || line.len() > 32 * self.longest {
            return None;
        }
        self.sieve
            .worth_running(line)
            .into_iter()
            .map(|number| {
                let (pattern, rule) = &self.patterns[number];
                (pattern, &self.rules[*rule])
            })
            .filter(|(_, rule)| words <= rule.longest && rule.place.holds(at))
            .find(|(pattern, _)| pattern.regex_for(line).is_match(line))
            .map(|(_, rule)| rule)
    }

    /// Furniture inside a line, in order, not overlapping.
    pub fn asides(&self, line: &str) -> Vec<Span> {
        if !line.contains(['(', '[']) {
            return Vec::new();
        }
        let mut found: Vec<Span> = self
            .asides
            .iter()
            .flat_map(|pattern| {
                pattern
                    .regex_for(line)
                    .find_iter(line)
                    .map(|hit| Span::from(hit.range()))
            })
            .collect();
        found.sort();
        found.dedup_by(|later, earlier| later.start() < earlier.end());
        found
    }
}

/// Reads a pattern of the file: case ignored.
fn pattern(source: &str) -> Result<Pattern, String> {
    Pattern::new(&format!("(?i:{})", with_ascii_classes(source))).map_err(|fault| match fault {
        Fault::Unreadable(reason) => format!("{source}: {reason}"),
        Fault::TooLarge => format!("{source}: the pattern is too large; split it"),
        Fault::MatchesNothing => format!("{source}: the pattern takes empty lines too"),
    })
}

/// The pattern with `\b`, `\d` and `\w` read as ASCII's: Unicode's cost ten times as much to compile,
/// and keep the matcher from its fast way.
fn with_ascii_classes(pattern: &str) -> String {
    let mut ascii = String::with_capacity(pattern.len());
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match (letter, letters.clone().next()) {
            ('\\', Some(class @ ('b' | 'd' | 'w'))) => {
                ascii.push_str("(?-u:\\");
                ascii.push(class);
                ascii.push(')');
                letters.next();
            }
            ('\\', Some(escaped)) => {
                ascii.push('\\');
                ascii.push(escaped);
                letters.next();
            }
            _ => ascii.push(letter),
        }
    }
    ascii
}

static BUNDLED: LazyLock<Rules> = LazyLock::new(|| {
    Rules::parse(include_str!("../../../assets/rules/furniture.toml"))
        .expect("assets/rules/furniture.toml is checked by a test")
});

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYWHERE: Position = Position {
        head: true,
        foot: true,
        after: true,
    };

    fn taken(line: &str) -> Option<&'static str> {
        let words = line.split_whitespace().count();
        Rules::bundled()
            .taking(line, words, EVERYWHERE)
            .map(|rule| rule.name.as_str())
    }

    /// For each rule lines that it takes.
    #[test]
    fn each_rule_takes_its_lines() {
        for (rule, lines) in [
            (
                "comment form",
                &[
                    "Leave a Reply",
                    "Your email address will not be published. Required fields are marked *",
                    "12 Comments",
                    "Cancel reply",
                ][..],
            ),
            (
                "related links",
                &[
                    "Related Articles",
                    "You may also like",
                    "Most read",
                    "More from Europe",
                    "MORE STORIES",
                ],
            ),
            (
                "link in the text",
                &[
                    "RELATED: Harbour strike enters its second week",
                    "Read more: Harbour strike enters its second week",
                    "Who are the dockers? What we know about the strike at the harbour Read more",
                ],
            ),
            (
                "buttons",
                &[
                    "Back to top button",
                    "Short link:",
                    "Share this article",
                    "Facebook Twitter",
                    "Tags: harbour, strike",
                    "Continue reading the main story",
                    "Click here to print",
                ],
            ),
            (
                "advertisement",
                &[
                    "AD",
                    "Advertisement",
                    "Story continues below",
                    "Scroll down to continue",
                ],
            ),
            (
                "newsletter",
                &[
                    "Sign up for Daily Newsletters",
                    "Twitter: @janedoe",
                    "Follow Jane Doe on Twitter @janedoe.",
                    "Get the latest headlines in your inbox every morning.",
                ],
            ),
            (
                "rights",
                &[
                    "Copyright \u{a9} 2019 The Harbour Times, LLC. Click here for reprint permission.",
                    "\u{a9} 2020 by Harbour Syndicate",
                    "All rights reserved.",
                    "This site uses cookies.",
                ],
            ),
            (
                "byline",
                &[
                    "By Jane Doe and John Roe",
                    "BY JANE DOE",
                    "Special to the Harbour Times",
                ],
            ),
            (
                "sign-off",
                &[
                    "(Reporting by Jane Doe; Editing by John Roe)",
                    "AFP contributed to this report.",
                    "The Associated Press contributed to this report.",
                    "Source: Agencies",
                    "(With inputs from agencies)",
                ],
            ),
            (
                "date line",
                &[
                    "AFP , Monday 5 Sep 2016",
                    "7 years ago",
                    "Published: 10:04, 5 October 2016",
                    "October 5, 2016",
                    "2016-10-05 08:30",
                ],
            ),
            ("about the writer", &["About the Author"]),
            ("reading time", &["4 min read"]),
            (
                "picture credit",
                &[
                    "Dockers wait at the gate. (Photo: AP)",
                    "Dockers wait at the gate, May 22, 2019. (Jane Doe/Reuters)",
                    "FILE PHOTO: Dockers wait at the gate",
                    "In this Oct. 4, 2016, photo, dockers wait at the gate.",
                    "Dockers at the gate. REUTERS/Jane Doe",
                ],
            ),
        ] {
            for line in lines {
                assert_eq!(taken(line), Some(rule), "{line}");
            }
        }
    }

    #[test]
    fn sentences_of_articles_are_left() {
        for line in [
            "\u{2014} Ann Reed (@annreed) May 16, 2017",
            "Leave a reply on his desk, she told him, and he left.",
            "Related talks in Geneva were put off on Monday.",
            "Ad spending fell by a third last year.",
            "Read more slowly, the judge told her.",
            "Watch the ad below:",
            "By Friday, the talks had failed, and nobody was surprised.",
            "He published the first of the papers in 1971.",
            "More than 400 people died on October 5, 2016, the ministry said.",
            "He was pictured with the minister (left) on Monday.",
            "Sign up to the treaty, he told them, or leave.\u{201d} They left.\u{201d} And that was all that anybody heard of it for the better part of the following year and the next.",
            "\u{201c}Subscribe to this view at your peril,\u{201d} he said.",
            "The strike was reported by Reuters.",
            "Home is where the heart is, she said.",
            "More than 40 stories were told that night.",
            "Top stories were told of him.",
            "Image 1 of the two was false.",
        ] {
            assert_eq!(taken(line), None, "{line}");
        }
    }

    #[test]
    fn asides_are_pointers_to_pictures_only() {
        let line = "John Doe (seen below) said the army (pictured, right) left (in May).";
        let found: Vec<&str> = Rules::bundled()
            .asides(line)
            .iter()
            .map(|span| span.get(line).unwrap())
            .collect();
        assert_eq!(found, [" (seen below)", " (pictured, right)"]);
    }

    #[test]
    fn a_broken_file_of_rules_says_what_is_wrong() {
        let error = Rules::parse("[[rule]]\nname = 'x'\nkind = 'furnture'\n").unwrap_err();
        assert!(error.contains("line 3"), "{error}");
    }
}
