//! Dates that a text names: "Sept. 5, 2016", "5 September", "March 2011".
//!
//! A day without a year takes the year that brings it nearest to the article's own date, and the
//! item says so; but news tells what has happened, so a day months ahead is last year's, unless the
//! sentence speaks of what is to come. Weekdays and "yesterday" are left alone: they date the telling, not the event. Bare
//! years are read only after a word that makes them dates ("in 2011").

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::story::{Article, Date, Place, Span, Story};
use crate::text::Segments;

use super::items_of;
use super::types::{Item, ItemKind};

/// One item a date.
pub fn find(story: &Story, texts: &[Segments]) -> Vec<Item> {
    let mut mentions = Vec::new();
    for (article, segments) in story.articles.iter().zip(texts) {
        for sentence in &segments.sentences {
            let text = article.words_at(sentence.span);
            for found in DATE.captures_iter(text) {
                let Some(named) = Named::of(&found) else {
                    continue;
                };
                let Some(range) = found.name("date").or_else(|| found.name("bare")) else {
                    continue;
                };
                let span = Span::from(range.range()).shifted(sentence.span.start());
                let place = Place {
                    article: article.id,
                    span,
                };
                let (key, name) = named
                    .with_year(article, is_of_the_future(text))
                    .key_and_name();
                mentions.push((key, name, place));
            }
        }
    }
    items_of(ItemKind::Date, mentions)
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
    let year = "(?:1[89]|20)[0-9]{2}";
    let day = "[0-3]?[0-9]";
    Regex::new(&format!(
        r"(?x)
        \b(?P<date>
            (?P<m1>{month})\ (?P<d1>{day})(?:st|nd|rd|th)?(?:,?\ (?P<y1>{year}))?
          | (?P<d2>{day})(?:st|nd|rd|th)?\ (?P<m2>{month})(?:,?\ (?P<y2>{year}))?
          | (?P<m3>{month}),?\ (?:of\ )?(?P<y3>{year})
        )\b
        | \b(?:in|since|until|by|during|before|after|In|Since|By|Until)\ (?P<bare>{year})\b"
    ))
    .expect("the pattern of dates is checked by a test")
});

/// So many days ahead a date is told without a word that it is to come.
const AHEAD: i32 = 60;

/// Whether a sentence speaks of what is to come.
fn is_of_the_future(sentence: &str) -> bool {
    static TO_COME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(?i)\b(?:will|shall|would|next|upcoming|coming|scheduled|set (?:for|to)|due|until|by|before|deadline|expected|plans?|planned|begins?|starts?)\b|\x{2019}ll\b|'ll\b",
        )
        .expect("the words of the future are checked by a test")
    });
    TO_COME.is_match(sentence)
}

/// A date as a text names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Named {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    year_inferred: bool,
}

impl Named {
    fn of(found: &Captures<'_>) -> Option<Self> {
        let part = |names: [&str; 3]| {
            let named = names.iter().find_map(|name| found.name(name));
            named.map(|part| part.as_str())
        };
        let month = match part(["m1", "m2", "m3"]) {
            Some(month) => Some(month_number(month)?),
            None => None,
        };
        let day = match part(["d1", "d2", "d2"]) {
            Some(day) => Some(day.parse().ok().filter(|day| (1..=31).contains(day))?),
            None => None,
        };
        let year = part(["y1", "y2", "y3"]).or_else(|| Some(found.name("bare")?.as_str()));
        let year = year.and_then(|year| year.parse().ok());
        Some(Named {
            year,
            month,
            day,
            year_inferred: false,
        })
    }

    /// The year nearest to the article's date, where none is named and that date is known; the year
    /// before where that is [`AHEAD`] and nothing says that it is to come.
    fn with_year(self, article: &Article, to_come: bool) -> Self {
        let (None, Some(month), Some(date)) = (self.year, self.month, article.date.value()) else {
            return self;
        };
        let day = self.day.unwrap_or(15);
        let ahead = |year: i16| {
            let there = Date::new(year, month, day.min(28)).ok()?;
            Some(date.until(there).ok()?.get_days())
        };
        let allowed = |year: &i16| to_come || ahead(*year).is_some_and(|days| days <= AHEAD);
        let near = [date.year() - 1, date.year(), date.year() + 1];
        let distance = |year: &i16| ahead(*year).map_or(u32::MAX, i32::unsigned_abs);
        let year = near.into_iter().filter(allowed).min_by_key(distance);
        Named {
            year,
            year_inferred: year.is_some(),
            ..self
        }
    }

    /// What tells it from other dates ("2016-09-05", "2011-03"), and what to show.
    fn key_and_name(self) -> (String, String) {
        let year = self.year.map(|year| format!("{year:04}"));
        let number = |part: Option<i8>| part.map(|part| format!("{part:02}"));
        let parts = [year.clone(), number(self.month), number(self.day)];
        let key = parts.map(|part| part.unwrap_or_else(|| "-".to_string()));
        let month = self.month.and_then(|month| MONTHS.get(month as usize - 1));
        let shown = [
            self.day.map(|day| day.to_string()),
            month.map(ToString::to_string),
            year,
            self.year_inferred.then(|| "(year inferred)".to_string()),
        ];
        let name: Vec<String> = shown.into_iter().flatten().collect();
        (key.join("-"), name.join(" "))
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_number(word: &str) -> Option<i8> {
    let start = word.get(..3)?;
    let index = MONTHS.iter().position(|month| month.starts_with(start))?;
    i8::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::names::tests::article;
    use crate::story::Known;

    fn dates(text: &str) -> Vec<String> {
        let mut dated = article(text);
        dated.date = Known::stated(Date::constant(2017, 1, 10));
        let story = Story {
            title: None,
            articles: vec![dated],
        };
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        let items = find(&story, &texts);
        items.into_iter().map(|item| item.name).collect()
    }

    #[test]
    fn a_date_is_one_however_it_is_written() {
        assert_eq!(
            dates(
                "It began on Sept. 5, 2016. On 5 September 2016 it began. It began Sep 5th, 2016."
            ),
            ["5 September 2016"]
        );
        assert_eq!(dates("It began in March 2011."), ["March 2011"]);
    }

    #[test]
    fn a_missing_year_is_the_nearest_and_said_to_be_inferred() {
        assert_eq!(
            dates("It fell on December 30."),
            ["30 December 2016 (year inferred)"]
        );
        assert_eq!(
            dates("It falls on January 30."),
            ["30 January 2017 (year inferred)"]
        );
        assert_eq!(
            dates("The bridge fell on May 2."),
            ["2 May 2016 (year inferred)"]
        );
        assert_eq!(
            dates("The bridge will open on May 2."),
            ["2 May 2017 (year inferred)"]
        );
    }

    #[test]
    fn what_is_no_date_is_left() {
        assert_eq!(
            dates("March 45 men. They may 5 times. Jan Roe, 5 of them"),
            Vec::<String>::new()
        );
    }
}
