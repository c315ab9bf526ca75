//! What the Read screen holds.

use serde::{Deserialize, Serialize};

use crate::story::{ArticleId, Place, Story};
use crate::tui::lens::Lens;
use crate::tui::rows::Anchor;

/// How the articles are tiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arrangement {
    /// As many side by side as fit.
    #[default]
    Columns,
    /// The same in two rows, where the screen is high enough.
    Grid,
    /// One, with tabs for the others.
    One,
}

impl Arrangement {
    /// The next one, round the end.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Arrangement::Columns => Arrangement::Grid,
            Arrangement::Grid => Arrangement::One,
            Arrangement::One => Arrangement::Columns,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Arrangement::Columns => "columns",
            Arrangement::Grid => "a grid of two rows",
            Arrangement::One => "one article, the others as tabs",
        }
    }
}

/// What every pane weighs when space is divided, and how far the reader can change that.
const EVEN: u16 = 8;
const LEAST_WEIGHT: u16 = 3;
const MOST_WEIGHT: u16 = 24;

/// Panes, their order and their places.
#[derive(Clone, Debug)]
pub struct State {
    /// The articles that are not put aside, in the reader's order. Never empty unless the story is.
    pub order: Vec<ArticleId>,
    /// One of `order`.
    pub focus: ArticleId,
    pub arrangement: Arrangement,
    /// What the focused article alone goes back to.
    unzoomed: Arrangement,
    /// One an article: how much of the width its pane takes.
    weights: Vec<u16>,
    /// The other panes scroll with the focused one, by the passages that they share.
    pub follow: bool,
    /// First row in view, one an article.
    tops: Vec<Anchor>,
    /// Index into `order` of the first pane, as last shown; the window moves only when it must.
    pub first: usize,
    /// Where a step through words found, labels or headings led last.
    pub gone_to: Option<Place>,
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
            arrangement: Arrangement::default(),
            unzoomed: Arrangement::default(),
            weights: vec![EVEN; story.articles.len()],
            follow: true,
            tops: vec![Anchor::default(); story.articles.len()],
            first: 0,
            gone_to: None,
            lenses: vec![None; story.articles.len()],
        }
    }

    /// The focused article alone, or all as they were before.
    pub fn zoom(&mut self) {
        if self.arrangement == Arrangement::One {
            self.arrangement = match self.unzoomed {
                Arrangement::One => Arrangement::Columns,
                other => other,
            };
        } else {
            self.unzoomed = std::mem::replace(&mut self.arrangement, Arrangement::One);
        }
    }

    /// How much of the width an article's pane takes, against the others.
    #[must_use]
    pub fn weight(&self, article: ArticleId) -> u16 {
        self.weights.get(article.index()).copied().unwrap_or(EVEN)
    }

    /// Sets it, within what is sensible.
    pub fn set_weight(&mut self, article: ArticleId, weight: u16) {
        if let Some(kept) = self.weights.get_mut(article.index()) {
            *kept = weight.clamp(LEAST_WEIGHT, MOST_WEIGHT);
        }
    }

    /// Widens or narrows the focused article's pane by a step; false at the end.
    pub fn weigh_focused(&mut self, wider: bool) -> bool {
        let was = self.weight(self.focus);
        let to = if wider { was + 1 } else { was - 1 };
        self.set_weight(self.focus, to);
        self.weight(self.focus) != was
    }

    /// All panes equally wide again.
    pub fn even_widths(&mut self) {
        self.weights.fill(EVEN);
    }

    /// The articles whose panes are not of the usual width, for a session.
    pub fn weighed(&self) -> impl Iterator<Item = (ArticleId, u16)> {
        let weights = self.weights.iter().copied().enumerate();
        weights
            .filter(|(_, weight)| *weight != EVEN)
            .map(|(nth, weight)| (ArticleId::from(nth), weight))
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
            // The reader may have given the others another order.
            let next = self.order.iter().position(|other| *other > article);
            self.order.insert(next.unwrap_or(self.order.len()), article);
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
            arrangement: Arrangement::default(),
            unzoomed: Arrangement::default(),
            weights: vec![EVEN; 5],
            follow: true,
            tops: vec![Anchor::default(); 5],
            first: 0,
            gone_to: None,
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
    fn zooming_goes_back_to_what_was() {
        let mut state = five();
        state.arrangement = Arrangement::Grid;
        state.zoom();
        assert_eq!(state.arrangement, Arrangement::One);
        state.zoom();
        assert_eq!(state.arrangement, Arrangement::Grid);
        // Tiled to one by the other key, there is nothing to go back to but columns.
        state.arrangement = Arrangement::One;
        state.unzoomed = Arrangement::One;
        state.zoom();
        assert_eq!(state.arrangement, Arrangement::Columns);
    }

    #[test]
    fn a_pane_is_widened_only_so_far() {
        let mut state = five();
        let steps = (0..100).take_while(|_| state.weigh_focused(false)).count();
        assert_eq!(steps, usize::from(EVEN - LEAST_WEIGHT));
        assert!(state.weigh_focused(true));
        assert_eq!(state.weighed().count(), 1);
        state.even_widths();
        assert_eq!(state.weighed().count(), 0);
    }

    #[test]
    fn the_last_article_stays() {
        let mut state = five();
        while state.hide_focused() {}
        assert_eq!(state.order.len(), 1);
        assert_eq!(state.focus, state.order[0]);
    }
}
