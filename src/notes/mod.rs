//! The reader's own marks: bookmarks and notes on places of articles.
//!
//! A note quotes the words that it stands on, with a little of what goes before and after them (the
//! text quote selector of the W3C's Web Annotation model), beside their bytes. So it finds its place
//! again when the article has changed around it, says so when the words themselves have changed,
//! and says that it is lost rather than stand on other words ([`anchor`]). Notes are kept in a small
//! TOML file beside the story ([`store`]), which a reader can read, mend and share.

mod anchor;
mod quote;
mod store;

use serde::{Deserialize, Serialize};

pub use anchor::{How, Placed, place_all};
pub use quote::Quote;
pub use store::{Joined, Kept, NotesError, Store};

use crate::story::{Article, Place, Span, Story};

/// A bookmark, or a note when it says something.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Note {
    /// The article's siglum when the note was made, for a reader of the file.
    pub article: String,
    /// Its file, as it was named then.
    pub file: String,
    /// The SHA-256 of that file then.
    pub sha256: String,
    /// The bytes that the words had then.
    pub span: Span,
    #[serde(flatten)]
    pub quote: Quote,
    /// What the reader says; empty for a bookmark.
    #[serde(default)]
    pub text: String,
}

impl Note {
    /// A note on a place.
    #[must_use]
    pub fn on(story: &Story, place: Place, text: &str) -> Note {
        let article = story.article(place.article);
        Note {
            article: article.siglum.to_string(),
            file: article.file.clone(),
            sha256: article.sha256.to_string(),
            span: place.span,
            quote: Quote::of(&article.text, place.span),
            text: text.trim().to_string(),
        }
    }

    /// "bookmark" or "note".
    #[must_use]
    pub fn kind(&self) -> &'static str {
        if self.text.is_empty() {
            "bookmark"
        } else {
            "note"
        }
    }

    /// Whether the note was made on this very text.
    fn is_on(&self, article: &Article) -> bool {
        self.sha256 == article.sha256.to_string()
    }
}
