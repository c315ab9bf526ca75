//! Words of the focused article that are chosen by hand.

use super::go::focused_pane;
use crate::story::{ArticleId, Place, Span};
use crate::text::sentences;
use crate::tui::rows::Anchor;
use crate::tui::state::State;

/// The first sentence that begins in view of the focused article; the one that fills the view when
/// none begins there.
#[must_use]
pub fn first_sentence(state: &State) -> Option<Place> {
    let pane = focused_pane(state)?;
    let in_view = pane.in_view(state);
    let spans = sentences_at(state, pane.article, in_view);
    let begins = spans.iter().find(|span| span.start() >= in_view.start());
    let span = *begins.or(spans.first())?;
    let article = pane.article;
    Some(Place { article, span })
}

/// The sentences that a place stands in, as one place.
#[must_use]
pub fn sentences_around(state: &State, place: Place) -> Place {
    let spans = sentences_at(state, place.article, place.span).into_iter();
    let span = spans.reduce(Span::hull).unwrap_or(place.span);
    Place { span, ..place }
}

/// The sentences of an article that have words of a span.
fn sentences_at(state: &State, article: ArticleId, at: Span) -> Vec<Span> {
    let article = state.story.article(article);
    let blocks = article.blocks.iter();
    let blocks = blocks.filter(|block| block.span.overlap(at) > 0);
    let spans = blocks.flat_map(|block| {
        let parts = sentences(article.words_at(block.span)).into_iter();
        parts.map(|part| part.shifted(block.span.start()))
    });
    spans.filter(|span| span.overlap(at) > 0).collect()
}

/// Scrolls an article no further than needed to show a byte.
pub fn keep_in_view(state: &mut State, article: ArticleId, offset: usize) {
    let Some(pane) = focused_pane(state).filter(|pane| pane.article == article) else {
        return;
    };
    let layout = pane.layout(state);
    let row = layout.rows.row_at(offset);
    let top = pane.top(state, &layout);
    let height = usize::from(pane.text.height).max(1);
    let to: Anchor = if row < top {
        layout.rows.anchor(row)
    } else if row >= top + height {
        layout.rows.anchor(row + 1 - height)
    } else {
        return;
    };
    state.read.set_top(article, to);
}
