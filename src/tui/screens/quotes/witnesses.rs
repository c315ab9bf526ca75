//! Those that carry a shared statement, as they stand side by side.

use ratatui::layout::Rect;

use super::state::Pair;
use crate::comparison::Comparison;
use crate::quotation::{Bearer, Fidelity, Quotation, SharedQuotation, Unmarked, difference};
use crate::story::{Place, Span};
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::paint::{below, inset};

/// Narrower than this two are stacked.
const BESIDE_FROM: u16 = 76;
/// Each has at least so many columns where more than two stand side by side.
const LEAST_TEXT: u16 = 44;
/// Columns of a text with its edge and the gap to the next.
const MOST_COLUMN: u16 = 78;

/// One that carries the statement.
#[derive(Clone, Debug)]
pub enum Witness<'a> {
    /// In marks, with its quotations.
    Marked(Bearer, Vec<&'a Quotation>),
    Unmarked(Unmarked),
}

impl Witness<'_> {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Witness::Marked(_, pieces) => Place {
                article: pieces[0].article,
                span: pieces[0].span.hull(pieces[pieces.len() - 1].span),
            },
            Witness::Unmarked(one) => one.place,
        }
    }

    /// How it carries the statement, in words.
    #[must_use]
    pub fn how(&self) -> String {
        match self {
            Witness::Marked(bearer, _) => bearer.carried(),
            Witness::Unmarked(one) => one.telling.as_str().to_string(),
        }
    }
}

/// Those that stand side by side, the fullest first.
pub struct Witnesses<'a> {
    pub shared: &'a SharedQuotation,
    /// How many there are, in view or not.
    pub all: usize,
    pub in_view: Vec<Witness<'a>>,
    pub areas: Vec<Rect>,
}

impl<'a> Witnesses<'a> {
    /// The fullest, the one chosen, and as many after it as have room.
    #[must_use]
    pub fn of(state: &'a State, pair: Pair) -> Option<Self> {
        let comparison = state.comparison.as_ref()?;
        let shared = comparison.shared_quotations.get(pair.shared)?;
        let all = all(comparison, shared);
        let body = areas(state).body;
        let head = u16::from(body.height > 4);
        let room = usize::from(body.width / LEAST_TEXT);
        let columns = room.clamp(2, all.len().max(2)).min(all.len());
        let others = all.len().saturating_sub(1);
        let first = if columns == all.len() { 1 } else { pair.member };
        let after = (0..columns.saturating_sub(1)).map(|nth| (first - 1 + nth) % others + 1);
        let in_view: Vec<Witness<'_>> = std::iter::once(0)
            .chain(after)
            .map(|nth| all[nth].clone())
            .collect();
        Some(Witnesses {
            shared,
            all: all.len(),
            areas: divide(below(body, head), in_view.len()),
            in_view,
        })
    }

    /// What differs from the fullest, by witness in view; for the fullest, from any of the others.
    #[must_use]
    pub fn differing(&self, state: &State) -> Vec<Vec<Span>> {
        let mut differing = vec![Vec::new(); self.in_view.len()];
        let Some(Witness::Marked(_, base)) = self.in_view.first() else {
            return differing;
        };
        let article = |pieces: &[&Quotation]| state.story.article(pieces[0].article);
        for (nth, witness) in self.in_view.iter().enumerate().skip(1) {
            let Witness::Marked(_, pieces) = witness else {
                continue;
            };
            let stretches = difference((article(base), base), (article(pieces), pieces));
            let last = stretches.len().saturating_sub(1);
            for (at, stretch) in stretches.iter().enumerate().filter(|(_, one)| !one.same) {
                // Where a piece begins and ends is seen without a sign for nothing.
                let inner = at > 0 && at < last;
                let kept = |span: &Span| inner || !span.is_empty();
                differing[0].extend(Some(stretch.base).filter(kept));
                differing[nth].extend(Some(stretch.other).filter(kept));
            }
        }
        differing[0] = apart(std::mem::take(&mut differing[0]));
        differing
    }

    /// Whether any word of those in view differs, or stands without marks in other words.
    #[must_use]
    pub fn differ(&self) -> bool {
        self.in_view.iter().any(|witness| match witness {
            Witness::Marked(bearer, _) => bearer.relation != Fidelity::Identical,
            Witness::Unmarked(_) => false,
        })
    }
}

/// How many carry a shared statement, in marks or not.
#[must_use]
pub fn count(state: &State, shared: usize) -> usize {
    let comparison = state.comparison.as_ref();
    let shared = comparison.and_then(|comparison| comparison.shared_quotations.get(shared));
    shared.map_or(0, |one| one.bearers().len() + one.unmarked.len())
}

fn all<'a>(comparison: &'a Comparison, shared: &SharedQuotation) -> Vec<Witness<'a>> {
    let bearers = shared.bearers().into_iter().map(|bearer| {
        let pieces = bearer.pieces(&comparison.speech);
        Witness::Marked(bearer, pieces)
    });
    let unmarked = shared.unmarked.iter().copied().map(Witness::Unmarked);
    bearers.chain(unmarked).collect()
}

/// Spans in order, those that overlap made one.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start(), span.end()));
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if *last == span || last.overlap(span) > 0 => *last = last.hull(span),
            // A place where one has nothing, at the edge of what differs from another.
            Some(last) if span.is_empty() && last.end() == span.start() => {}
            Some(last) if last.is_empty() && last.start() == span.start() => *last = span,
            _ => apart.push(span),
        }
    }
    apart
}

fn divide(body: Rect, columns: usize) -> Vec<Rect> {
    let number = u16::try_from(columns).unwrap_or(1).max(1);
    if number == 2 && body.width < BESIDE_FROM {
        let upper = body.height / 2;
        return vec![
            Rect {
                height: upper,
                ..body
            },
            below(body, upper),
        ];
    }
    // Where there is more room than the texts take, they still stand beside one another.
    let width = ((body.width + 1) / number).min(MOST_COLUMN);
    let aside = (body.width + 1 - number * width) / 2;
    let aside = if width == MOST_COLUMN { aside } else { 0 };
    (0..number)
        .map(|nth| {
            let left = inset(body, aside + nth * width, 0);
            Rect {
                width: (width - 1).min(left.width),
                ..left
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stand_close_and_in_the_middle_of_a_wide_screen() {
        let body = |width| Rect::new(0, 2, width, 30);
        let columns = |width, number| -> Vec<(u16, u16)> {
            let areas = divide(body(width), number).into_iter();
            areas.map(|area| (area.x, area.right())).collect()
        };
        assert_eq!(columns(120, 2), [(0, 59), (60, 119)]);
        assert_eq!(columns(250, 2), [(47, 124), (125, 202)]);
        assert_eq!(columns(250, 1), [(86, 163)]);
        assert_eq!(columns(250, 4).len(), 4);
        assert!(columns(250, 4).iter().all(|(_, end)| *end <= 250));
    }
}
