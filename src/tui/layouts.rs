//! Prepared text, kept: one [`Prose`] a text, one [`Rows`] a text and width.
//!
//! Wrapping forty thousand rows costs hundreds of times what drawing the fifty in view does, so it
//! is done when a text is first shown at a width and [`Kept`] until the comparison changes.

use std::sync::Arc;

use super::kept::Kept;
use super::prose::{Edit, Prose};
use super::rows::Rows;
use crate::story::{Article, ArticleId};

/// How many wrapped texts are kept: five panes at a few widths, many times.
const KEPT: usize = 64;

/// One text that can be shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TextKey {
    /// An article as it is.
    Article(ArticleId),
    /// A view of an article with edits worked in; the number tells views of one article apart.
    Edited(ArticleId, u64),
}

impl TextKey {
    fn article(self) -> ArticleId {
        match self {
            TextKey::Article(id) | TextKey::Edited(id, _) => id,
        }
    }
}

/// A text and its rows at one width.
#[derive(Clone, Debug)]
pub struct Layout {
    pub prose: Arc<Prose>,
    pub rows: Arc<Rows>,
}

/// The texts prepared so far.
#[derive(Debug, Default)]
pub struct Layouts {
    proses: Kept<TextKey, Prose, KEPT>,
    rows: Kept<(TextKey, u16), Rows, KEPT>,
}

impl Layouts {
    /// A text wrapped to a width, prepared now or before. `edits` is asked only when the text is
    /// not yet prepared.
    pub fn get(
        &self,
        article: &Article,
        key: TextKey,
        width: u16,
        edits: impl FnOnce() -> Vec<Edit>,
    ) -> Layout {
        debug_assert_eq!(article.id, key.article());
        let prose = self.proses.get(key, || Prose::of(article, &edits()));
        let rows = self.rows.get((key, width), || Rows::of(&prose, width));
        Layout { prose, rows }
    }

    /// Lets go of everything: the story or its comparison is another.
    pub fn clear(&mut self) {
        self.proses.clear();
        self.rows.clear();
    }
}
