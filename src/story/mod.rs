//! The story: one event or theme, several witnesses.
//!
//! Plain data that every other room reads: a [`Story`] holds [`Article`]s; an article holds its
//! text and the [`Block`]s that divide it; [`Span`] names a place in it; [`Known`] ties what is
//! held about it (outlet, date, event) to its [`Basis`]. Nothing here reads files or decides
//! anything; `ingest` makes stories, `comparison` compares them.
//!
//! The words are those of textual criticism (siglum, witness) and of the newspaper page
//! (headline, standfirst, crosshead, furniture).

mod article;
mod basis;
mod block;
mod siglum;
mod span;

pub use article::{Article, EventKey, Fingerprint, Outlet};
pub use basis::{Basis, Known};
pub use block::{Block, BlockKind};
pub use jiff::civil::Date;
pub use siglum::{ArticleId, Siglum};
pub use span::Span;

/// Several articles to be read side by side.
#[derive(Clone, Debug, Default)]
pub struct Story {
    pub title: Option<String>,
    /// `articles[n].id` is `ArticleId(n)`; sigla are unique.
    pub articles: Vec<Article>,
}

impl Story {
    /// The article of this id.
    ///
    /// # Panics
    /// When the id is of another story.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.index()]
    }

    /// The story of some of these articles, in order, under a title. They keep their sigla, so that a
    /// citation means the same in both; their ids are those of the new story.
    #[must_use]
    pub fn of_some(&self, title: Option<String>, wanted: impl Fn(&Article) -> bool) -> Story {
        let kept: Vec<&Article> = self.articles.iter().filter(|one| wanted(one)).collect();
        let new_id = |old: ArticleId| {
            kept.iter()
                .position(|one| one.id == old)
                .map(ArticleId::from)
        };
        let articles = kept.iter().enumerate().map(|(index, article)| Article {
            id: ArticleId::from(index),
            version_of: article.version_of.and_then(new_id),
            ..(*article).clone()
        });
        Story {
            title,
            articles: articles.collect(),
        }
    }

    /// The words at a place.
    ///
    /// # Panics
    /// When the place is of another story.
    #[must_use]
    pub fn words_at(&self, place: Place) -> &str {
        self.article(place.article).words_at(place.span)
    }
}

/// Where something stands: an article and a span of its text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    pub article: ArticleId,
    pub span: Span,
}
