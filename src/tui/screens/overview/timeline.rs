//! When the articles appeared, on a common scale; what has no date says so.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::article_rows;
use crate::story::{Article, ArticleId, Basis, Date};
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, below, inset, row, run};

/// Columns for mark, siglum and date.
const NAMES: u16 = 18;

/// The line of each article in view.
pub fn rows(state: &State, area: Rect) -> Vec<(ArticleId, Rect)> {
    let body = Rect {
        height: area.height - u16::from(area.height > 2),
        ..area
    };
    article_rows(state, body, 1)
}

/// Draws a line an article and the scale below.
pub fn draw(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    let dates = state.read.order.iter();
    let dates: Vec<Date> = dates
        .filter_map(|id| state.story.article(*id).date.value().copied())
        .collect();
    let scale = Scale::over(&dates);
    for (id, line) in rows(state, area) {
        let article = state.story.article(id);
        names(state, buf, line, article);
        let track = inset(line, NAMES, 0);
        let (Some(date), Some(scale)) = (article.date.value(), &scale) else {
            continue;
        };
        let dots = "\u{2508}".repeat(usize::from(track.width));
        paint::text(buf, track, &dots, theme.border);
        let at = inset(track, scale.column(*date, track.width), 0);
        let face = if state.overview.article == id {
            theme.hint_key
        } else {
            theme.text
        };
        paint::instead(
            buf,
            Rect {
                width: at.width.min(1),
                ..at
            },
            "\u{25cf}",
            face,
        );
    }
    if let (Some(scale), true) = (&scale, area.height > 2) {
        let track = inset(row(below(area, area.height - 1), 0), NAMES, 0);
        ticks(state, buf, track, scale);
    }
}

/// "▸ C  ~2016-10-05": a tilde before what is inferred.
fn names(state: &State, buf: &mut Buffer, line: Rect, article: &Article) {
    let theme = &state.theme;
    let in_hand = state.overview.article == article.id;
    let (mark, badge) = if in_hand {
        ("\u{25b8}", theme.focus)
    } else {
        (" ", theme.unfocused)
    };
    let about = if article.date.basis() == Some(Basis::Inferred) {
        "~"
    } else {
        " "
    };
    let date = match article.date.value() {
        Some(date) => format!(" {about}{date}"),
        None => " date unknown".to_string(),
    };
    let runs = [
        run(mark, theme.hint_key),
        run(format!(" {} ", article.siglum), badge),
        run(date, theme.text),
    ];
    paint::line(buf, line, &runs);
}

/// From the first day to the last.
struct Scale {
    first: Date,
    days: i32,
}

impl Scale {
    fn over(dates: &[Date]) -> Option<Self> {
        let first = *dates.iter().min()?;
        let last = *dates.iter().max()?;
        Some(Scale {
            first,
            days: (last - first).get_days(),
        })
    }

    /// The column of a day on a track of this width.
    fn column(&self, date: Date, width: u16) -> u16 {
        let day = i64::from((date - self.first).get_days());
        let last = i64::from(width.saturating_sub(1));
        let column = day * last / i64::from(self.days.max(1));
        u16::try_from(column.clamp(0, last)).unwrap_or(0)
    }

    /// The days to name: first of years, or of months, or the ends of the scale.
    fn named(&self) -> Vec<(Date, String)> {
        let last = self.first.saturating_add(jiff::Span::new().days(self.days));
        let years = (self.first.year() + 1..=last.year())
            .filter_map(|year| Some((Date::new(year, 1, 1).ok()?, year.to_string())));
        let mut named = vec![(self.first, self.first.to_string())];
        if self.days > 366 {
            named = vec![(self.first, self.first.year().to_string())];
            named.extend(years);
        } else if self.days > 0 {
            named.push((last, last.to_string()));
        }
        named
    }
}

/// The names of days under the tracks, as many as do not touch.
fn ticks(state: &State, buf: &mut Buffer, track: Rect, scale: &Scale) {
    let mut free = 0;
    for (date, name) in scale.named() {
        let wide = u16::try_from(name.len()).unwrap_or(u16::MAX);
        let room = track.width.saturating_sub(wide);
        let at = scale.column(date, track.width).min(room);
        if at >= free && wide <= track.width {
            paint::text(buf, inset(track, at, 0), &name, state.theme.dim);
            free = at + wide + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_lie_on_the_scale_and_one_day_alone_too() {
        let day = |day| Date::new(2020, 3, day).unwrap();
        let scale = Scale::over(&[day(1), day(11)]).unwrap();
        assert_eq!(scale.column(day(1), 21), 0);
        assert_eq!(scale.column(day(6), 21), 10);
        assert_eq!(scale.column(day(11), 21), 20);
        assert_eq!(scale.column(day(11), 0), 0);
        let one = Scale::over(&[day(4)]).unwrap();
        assert_eq!(one.column(day(4), 10), 0);
        assert_eq!(one.named().len(), 1);
    }

    #[test]
    fn years_are_named_where_there_are_several() {
        let dates = [2014, 2016].map(|year| Date::new(year, 2, 16).unwrap());
        let names = Scale::over(&dates).unwrap().named();
        let names: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["2014", "2015", "2016"]);
    }
}
