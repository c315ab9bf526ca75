//! A comparison with the names that reports use.

use crate::comparison::{Comparison, Options};
use crate::notes::Placed;
use crate::story::{Article, ArticleId, Known, Place, Story};
use crate::text::one_line;

/// What a report is made from.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    pub story: &'a Story,
    pub comparison: &'a Comparison,
    pub options: &'a Options,
    /// The reader's own notes and bookmarks.
    pub notes: &'a [Placed],
}

impl<'a> Report<'a> {
    /// The name of an article.
    #[must_use]
    pub fn siglum(&self, id: ArticleId) -> &'a str {
        self.story.article(id).siglum.as_str()
    }

    /// "A, C and E".
    #[must_use]
    pub fn sigla(&self, ids: &[ArticleId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.siglum(*id)).collect();
        and(&names)
    }

    /// "A, C, E", or nothing.
    #[must_use]
    pub fn siglum_list(&self, ids: &[ArticleId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.siglum(*id)).collect();
        names.join(", ")
    }

    /// "C 1017–1421": an article and a range of bytes.
    #[must_use]
    pub fn citation(&self, place: Place) -> String {
        let siglum = self.siglum(place.article);
        format!(
            "{siglum} {}\u{2013}{}",
            place.span.start(),
            place.span.end()
        )
    }

    /// The words at a place on one line.
    #[must_use]
    pub fn words(&self, place: Place) -> String {
        one_line(self.story.words_at(place))
    }

    /// The story's title, or a name for a story without one.
    #[must_use]
    pub fn title(&self) -> String {
        self.story
            .title
            .clone()
            .unwrap_or_else(|| "A story without a title".to_string())
    }
}

/// "C, Press TV (inferred)", "D, outlet unknown (quay.txt)".
#[must_use]
pub fn witness(article: &Article) -> String {
    let outlet = match &article.outlet {
        Known::Unknown => format!("outlet unknown ({})", article.called()),
        Known::Known { value, basis } => format!("{} ({})", value.0, basis.as_str()),
    };
    format!("{}, {outlet}", article.siglum)
}

/// "a, b and c".
#[must_use]
pub fn and(names: &[&str]) -> String {
    match names {
        [] => "none".to_string(),
        [one] => (*one).to_string(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// Four decimals: more would promise a precision that word counts do not have.
#[must_use]
pub fn rounded(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}
