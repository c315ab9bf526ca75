//! The other panes kept alongside the one that is scrolled.
//!
//! The passages that two articles share are where they tell the same; between two of them a place of
//! one is the place of the other that lies as far along. Only passages that come in the same order
//! in both are taken (the most words that do), so that scrolling on never leads another pane back.
//! An article that shares nothing with the scrolled one stays where it is.

use super::go::LEAD;
use super::panes::{Pane, divide};
use crate::story::{ArticleId, Span};
use crate::tui::state::State;

/// More passages between two articles than this are not needed to keep them alongside.
const MOST: usize = 256;

/// Scrolls the other panes to what their articles have where the scrolled one is.
pub fn alongside(state: &mut State, scrolled: ArticleId) {
    let panes = divide(state).panes;
    let Some(pane) = panes.iter().find(|pane| pane.article == scrolled) else {
        return;
    };
    let layout = pane.layout(state);
    let line = pane.top(state, &layout) + lead(pane);
    let Some(row) = layout.rows.rows.get(line).or(layout.rows.rows.last()) else {
        return;
    };
    let offset = row.origin.start();
    for other in panes.iter().filter(|other| other.article != scrolled) {
        let shared = shared(state, scrolled, other.article);
        if shared.is_empty() {
            continue;
        }
        let ends = [scrolled, other.article].map(|id| state.story.article(id).text.len());
        let layout = other.layout(state);
        let row = layout.rows.row_at(counterpart(&shared, ends, offset));
        let anchor = layout.rows.anchor(row.saturating_sub(lead(other)));
        state.read.set_top(other.article, anchor);
    }
}

/// Rows between the top of a pane and the line that is kept alongside.
fn lead(pane: &Pane) -> usize {
    LEAD.min(usize::from(pane.text.height) / 3)
}

/// Where two articles bear the same passages, in an order that both keep.
fn shared(state: &State, a: ArticleId, b: ArticleId) -> Vec<[Span; 2]> {
    let borne = state.borne[a.index()].iter().take(MOST);
    let pairs = borne.filter_map(|(span, id)| {
        let witnesses = &state.passage(*id)?.witnesses;
        let there = witnesses.iter().find(|place| place.article == b)?;
        Some([*span, there.span])
    });
    in_both_orders(&pairs.collect::<Vec<_>>())
}

/// The pairs that rise in both articles and hold the most bytes together; given in the order of
/// the first.
fn in_both_orders(pairs: &[[Span; 2]]) -> Vec<[Span; 2]> {
    // The best chain that ends in each pair: its bytes, and the pair before.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(pairs.len());
    for [a, b] in pairs {
        let before = (0..best.len())
            .filter(|at| pairs[*at][0].end() <= a.start() && pairs[*at][1].end() <= b.start())
            .max_by_key(|at| best[*at].0);
        let so_far = before.map_or(0, |at| best[at].0);
        best.push((so_far + a.len(), before));
    }
    let mut at = (0..best.len()).max_by_key(|at| best[*at].0);
    let mut chain = Vec::new();
    while let Some(here) = at {
        chain.push(pairs[here]);
        at = best[here].1;
    }
    chain.reverse();
    chain
}

/// The byte of the second article that lies where a byte of the first does, between the passages
/// that they share. `ends` are the lengths of both.
fn counterpart(shared: &[[Span; 2]], ends: [usize; 2], offset: usize) -> usize {
    let mut before = [0, 0];
    let anchors = shared
        .iter()
        .flat_map(|[a, b]| [[a.start(), b.start()], [a.end(), b.end()]]);
    for after in anchors.chain([ends]) {
        if offset <= after[0] {
            let [wide, other] = [after[0] - before[0], after[1] - before[1]];
            return match wide {
                0 => after[1],
                _ => before[1] + (offset - before[0]) * other / wide,
            };
        }
        before = after;
    }
    ends[1]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pair(a: (usize, usize), b: (usize, usize)) -> [Span; 2] {
        [Span::new(a.0, a.1), Span::new(b.0, b.1)]
    }

    #[test]
    fn between_passages_a_place_lies_as_far_along() {
        let shared = [pair((100, 200), (10, 110)), pair((300, 400), (610, 700))];
        let at = |offset| counterpart(&shared, [1000, 800], offset);
        assert_eq!((at(0), at(50), at(100)), (0, 5, 10));
        assert_eq!((at(150), at(200), at(250)), (60, 110, 360));
        assert_eq!((at(1000), at(2000)), (800, 800));
    }

    #[test]
    fn a_passage_told_elsewhere_does_not_lead_back() {
        let (one, moved, two) = (
            pair((0, 50), (200, 250)),
            pair((60, 80), (0, 20)),
            pair((90, 150), (300, 360)),
        );
        assert_eq!(in_both_orders(&[one, moved, two]), [one, two]);
        assert_eq!(in_both_orders(&[]), Vec::<[Span; 2]>::new());
    }

    proptest! {
        #[test]
        fn scrolling_on_never_leads_another_pane_back(
            steps in prop::collection::vec((0usize..50, 1usize..50, 0usize..90, 1usize..90), 0..8),
        ) {
            let (mut a, mut b) = (0, 0);
            let mut shared = Vec::new();
            for (gap_a, wide_a, gap_b, wide_b) in steps {
                (a, b) = (a + gap_a, b + gap_b);
                shared.push(pair((a, a + wide_a), (b, b + wide_b)));
                (a, b) = (a + wide_a, b + wide_b);
            }
            let ends = [a + 10, b + 10];
            let mut last = 0;
            for offset in 0..=ends[0] {
                let there = counterpart(&shared, ends, offset);
                prop_assert!(there >= last && there <= ends[1]);
                last = there;
            }
        }
    }
}
