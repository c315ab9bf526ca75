//! What the Read screen holds.

use crate::story::{ArticleId, Story};
use crate::tui::lens::Lens;
use crate::tui::rows::Anchor;

/// Panes, their order and their places.
#[derive(Clone, Debug)]
pub struct State {
    /// The articles that are not put aside, in the reader's order. Never empty unless the story is.
    pub order: Vec<ArticleId>,
    /// One of `order`.
    pub focus: ArticleId,
    /// The focused article alone.
    pub zoom: bool,
    /// First row in view, one an article.
    tops: Vec<Anchor>,
    /// Index into `order` of the first pane, as last shown; the window moves only when it must.
    pub first: usize,
    /// One an article: whose labels it is read with.
    pub lenses: Vec<Option<Lens>>,
}

impl State {
    /// All articles at their beginnings.
    #[must_use]
    pub fn new(story: &Story) -> Self {
        State {
            order: story.articles.iter().map(|article| article.id).collect(),
            focus: ArticleId(0),
            zoom: false,
            tops: vec![Anchor::default(); story.articles.len()],
            first: 0,
            lenses: vec![None; story.articles.len()],
        }
    }

    /// The first row in view of an article.
    #[must_use]
    pub fn top(&self, article: ArticleId) -> Anchor {
        self.tops.get(article.index()).copied().unwrap_or_default()
    }

    /// Moves an article.
    pub fn set_top(&mut self, article: ArticleId, top: Anchor) {
        if let Some(kept) = self.tops.get_mut(article.index()) {
            *kept = top;
        }
    }

    /// Puts a lens over an article, or takes it off.
    pub fn set_lens(&mut self, article: ArticleId, lens: Option<Lens>) {
        if let Some(kept) = self.lenses.get_mut(article.index()) {
            *kept = lens;
        }
    }

    /// Focuses an article, bringing it back when it was put aside.
    pub fn show(&mut self, article: ArticleId) {
        if !self.order.contains(&article) {
            let at = self.order.partition_point(|other| *other < article);
            self.order.insert(at, article);
        }
        self.focus = article;
    }

    /// Where the focused article stands in the order.
    #[must_use]
    pub fn focus_index(&self) -> usize {
        self.order
            .iter()
            .position(|article| *article == self.focus)
            .unwrap_or(0)
    }

    /// Focuses the article `by` places further in the order, round the ends.
    pub fn step_focus(&mut self, by: isize) {
        let count = self.order.len();
        if count == 0 {
            return;
        }
        let count_signed = isize::try_from(count).unwrap_or(isize::MAX);
        let here = isize::try_from(self.focus_index()).unwrap_or(0);
        let next = (here + by).rem_euclid(count_signed);
        self.focus = self.order[usize::try_from(next).unwrap_or(0)];
    }

    /// Puts the focused article aside; the last one stays.
    pub fn hide_focused(&mut self) -> bool {
        if self.order.len() < 2 {
            return false;
        }
        let at = self.focus_index();
        self.order.remove(at);
        self.focus = self.order[at.min(self.order.len() - 1)];
        true
    }

    /// Moves the focused article in the order; stops at the ends.
    pub fn move_focused(&mut self, right: bool) {
        let at = self.focus_index();
        let to = if right { at + 1 } else { at.wrapping_sub(1) };
        if to < self.order.len() && at < self.order.len() {
            self.order.swap(at, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn five() -> State {
        State {
            order: (0..5).map(ArticleId).collect(),
            focus: ArticleId(0),
            zoom: false,
            tops: vec![Anchor::default(); 5],
            first: 0,
            lenses: vec![None; 5],
        }
    }

    #[test]
    fn focus_comes_round() {
        let mut state = five();
        state.step_focus(-1);
        assert_eq!(state.focus, ArticleId(4));
        state.step_focus(1);
        assert_eq!(state.focus, ArticleId(0));
    }

    #[test]
    fn an_article_put_aside_comes_back_to_its_place() {
        let mut state = five();
        state.focus = ArticleId(2);
        assert!(state.hide_focused());
        assert_eq!(state.focus, ArticleId(3));
        state.show(ArticleId(2));
        assert_eq!(state.order, (0..5).map(ArticleId).collect::<Vec<_>>());
        assert_eq!(state.focus, ArticleId(2));
    }

    #[test]
    fn the_last_article_stays() {
        let mut state = five();
        while state.hide_focused() {}
        assert_eq!(state.order.len(), 1);
        assert_eq!(state.focus, state.order[0]);
    }
}
