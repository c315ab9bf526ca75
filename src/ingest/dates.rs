//! Dates as news pages write them: "Monday 5 Sep 2016", "Oct. 5, 2016", "2016-10-05T08:00Z".
//!
//! Only dates that can be read in one way are read. "05/02/2016" is the fifth of February to one
//! reader and the second of May to another, so it is no date; "25/02/2016" is one. A date without
//! its year is none either.

use std::sync::LazyLock;

use regex::Captures;

use crate::story::Date;
use crate::text::pattern::{Pattern, Sieve};

/// The first date in these words that can be read in one way only.
#[must_use]
pub fn find(words: &str) -> Option<Date> {
    WRITINGS
        .worth_running(words)
        .filter_map(|(pattern, read)| {
            pattern
                .regex_for(words)
                .captures_iter(words)
                .find_map(|found| Some((found.get(0)?.start(), read(&found)?)))
        })
        .min_by_key(|(at, _)| *at)
        .map(|(_, date)| date)
}

type Read = fn(&Captures<'_>) -> Option<Date>;

/// The ways to write a date.
struct Writings {
    /// Numbered as in the sieve.
    patterns: Vec<(Pattern, Read)>,
    sieve: Sieve,
}

impl Writings {
    fn worth_running(&self, words: &str) -> impl Iterator<Item = &(Pattern, Read)> {
        let numbers = self.sieve.worth_running(words).into_iter();
        numbers.map(|number| &self.patterns[number])
    }
}

static WRITINGS: LazyLock<Writings> = LazyLock::new(|| {
    let month = r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";
    let day = r"([0-9]{1,2})(?:st|nd|rd|th)?";
    let patterns: [(String, Read); 5] = [
        (
            r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})(?:\b|T)".to_string(),
            |found| ymd(number(found, 1)?, number(found, 2)?, number(found, 3)?),
        ),
        (
            r"(?:^|[^0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?:[^0-9]|$)".to_string(),
            |found| {
                let year = number(found, 1)?;
                (1900..2100).contains(&year).then_some(())?;
                ymd(year, number(found, 2)?, number(found, 3)?)
            },
        ),
        (
            format!(r"(?i)\b{day}[\s.-]+(?:of\s+)?{month},?[\s-]+([0-9]{{4}})\b"),
            |found| {
                ymd(
                    number(found, 3)?,
                    month_number(&found[2])?,
                    number(found, 1)?,
                )
            },
        ),
        (
            format!(r"(?i)\b{month}\s+{day},?\s+([0-9]{{4}})\b"),
            |found| {
                ymd(
                    number(found, 3)?,
                    month_number(&found[1])?,
                    number(found, 2)?,
                )
            },
        ),
        (
            r"\b([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})\b".to_string(),
            numeric,
        ),
    ];
    let patterns: Vec<(Pattern, Read)> = patterns
        .into_iter()
        .map(|(pattern, read)| {
            let pattern = Pattern::new(&pattern).expect("date patterns are checked by a test");
            (pattern, read)
        })
        .collect();
    let sieve = Sieve::new(patterns.iter().map(|(pattern, _)| pattern.need()))
        .expect("five patterns are few");
    Writings { patterns, sieve }
});

/// Day and month in figures: read only where one of them cannot be the month, or both are equal.
fn numeric(found: &Captures<'_>) -> Option<Date> {
    let (first, second) = (number(found, 1)?, number(found, 2)?);
    let year = number(found, 3)?;
    match (first > 12, second > 12) {
        (true, false) => ymd(year, second, first),
        (false, true) => ymd(year, first, second),
        (false, false) if first == second => ymd(year, first, second),
        _ => None,
    }
}

fn number(found: &Captures<'_>, group: usize) -> Option<i16> {
    found.get(group)?.as_str().parse().ok()
}

fn ymd(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn month_number(name: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = name.get(..3)?.to_ascii_lowercase();
    let index = MONTHS.iter().position(|month| *month == start)?;
    i16::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::find;

    fn read(words: &str) -> Option<String> {
        find(words).map(|date| date.to_string())
    }

    #[test]
    fn dates_of_news_are_read() {
        for (words, date) in [
            ("AFP , Monday 5 Sep 2016", "2016-09-05"),
            ("Published: Oct. 5, 2016 at 9:14 a.m.", "2016-10-05"),
            ("Updated 3rd March 2021", "2021-03-03"),
            ("2016-10-05T08:00:00+02:00", "2016-10-05"),
            ("20161005", "2016-10-05"),
            ("25/02/2016", "2016-02-25"),
            ("12.12.2016", "2016-12-12"),
        ] {
            assert_eq!(read(words).as_deref(), Some(date), "{words}");
        }
    }

    #[test]
    fn what_can_be_read_two_ways_or_is_no_day_is_left() {
        for words in [
            "05/02/2016",
            "Monday 5 Sep",
            "31 Feb 2016",
            "in 2016",
            "call 201610051",
            "May 2016",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
