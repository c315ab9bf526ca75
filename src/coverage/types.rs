//! What coverage is told of.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::NOT_FOUND_UP_TO;
use crate::story::{ArticleId, Place, Story};

/// Something that an outlet can carry or not.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    pub kind: ItemKind,
    /// What it is, in words that a screen can show.
    pub name: String,
    /// What else there is to know of it: the bounds and sources of a figure, where a speaker is
    /// named without being quoted.
    pub detail: Option<String>,
    /// What a figure counts; `None` for other kinds.
    pub figure: Option<Figure>,
    /// Where it stands, in the order of articles and of their texts.
    pub places: Vec<Place>,
}

impl Item {
    /// The articles that carry it, each once, in order.
    #[must_use]
    pub fn carried_by(&self) -> Vec<ArticleId> {
        let mut articles: Vec<ArticleId> = self.places.iter().map(|place| place.article).collect();
        articles.dedup();
        articles
    }

    /// The articles of its story in which it was looked for and not found; none are listed in stories
    /// of more than [`NOT_FOUND_UP_TO`](super::NOT_FOUND_UP_TO) articles.
    #[must_use]
    pub fn not_found_in(&self, story: &Story) -> Vec<ArticleId> {
        if story.articles.len() > NOT_FOUND_UP_TO {
            return Vec::new();
        }
        let articles = story.articles.iter().map(|article| article.id);
        articles.filter(|id| !self.is_carried_by(*id)).collect()
    }

    /// Whether an article carries it.
    #[must_use]
    pub fn is_carried_by(&self, article: ArticleId) -> bool {
        !self.range_in(article).is_empty()
    }

    /// Where it stands in one article.
    #[must_use]
    pub fn places_in(&self, article: ArticleId) -> &[Place] {
        &self.places[self.range_in(article)]
    }

    /// Whether some of these articles carry it and others do not, or tell its figure with other
    /// bounds or sources.
    #[must_use]
    pub fn differs_among(&self, articles: &[ArticleId]) -> bool {
        let carried = articles.iter().filter(|id| self.is_carried_by(**id));
        let carriers = carried.count();
        (carriers > 0 && carriers < articles.len()) || self.is_told_otherwise(articles)
    }

    fn is_told_otherwise(&self, articles: &[ArticleId]) -> bool {
        let Some(figure) = &self.figure else {
            return false;
        };
        let mut told = articles
            .iter()
            .map(|id| figure.tellings.get(self.range_in(*id)).unwrap_or_default());
        let Some(first) = told.next() else {
            return false;
        };
        let as_first = |other: &[Telling]| other.iter().all(|one| first.contains(one));
        !told.all(as_first)
    }

    fn range_in(&self, article: ArticleId) -> Range<usize> {
        let first = self.places.partition_point(|one| one.article < article);
        let last = self.places.partition_point(|one| one.article <= article);
        first..last
    }
}

/// A number with what it counts.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    pub value: f64,
    /// "dead", "percent", "dollars", "delegates".
    pub unit: String,
    /// One a place of the item, in the same order.
    pub tellings: Vec<Telling>,
}

/// How one place tells a figure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Telling {
    /// "more than", "at least".
    pub bound: Option<String>,
    /// Whom the text names for it; `None` when it names nobody.
    pub source: Option<String>,
}

/// What sort of thing it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    Passage,
    Quotation,
    Speaker,
    Figure,
    Place,
    Date,
}

impl ItemKind {
    /// Every kind, in the order in which items are told.
    pub const ALL: [ItemKind; 6] = [
        ItemKind::Passage,
        ItemKind::Quotation,
        ItemKind::Speaker,
        ItemKind::Figure,
        ItemKind::Place,
        ItemKind::Date,
    ];

    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ItemKind::Passage => "passage",
            ItemKind::Quotation => "quotation",
            ItemKind::Speaker => "speaker",
            ItemKind::Figure => "figure",
            ItemKind::Place => "place",
            ItemKind::Date => "date",
        }
    }

    /// The word for several of them.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            ItemKind::Passage => "passages",
            ItemKind::Quotation => "quotations",
            ItemKind::Speaker => "speakers",
            ItemKind::Figure => "figures",
            ItemKind::Place => "places",
            ItemKind::Date => "dates",
        }
    }

    /// What is looked for in an article before such an item counts as not found in it.
    #[must_use]
    pub fn looked_for(self) -> &'static str {
        match self {
            ItemKind::Passage => "runs of words in common and sentences with the same content",
            ItemKind::Quotation => "these words in quotation marks, and passages that have them",
            ItemKind::Speaker => "quotations and reported speech given to this name",
            ItemKind::Figure => "a number of this value that counts the same",
            ItemKind::Place => "the name in the forms that the list of places knows",
            ItemKind::Date => "the date in the forms that the rules read",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Span;

    fn place(article: u32, start: usize) -> Place {
        Place {
            article: ArticleId(article),
            span: Span::new(start, start + 3),
        }
    }

    fn telling(bound: Option<&str>) -> Telling {
        Telling {
            bound: bound.map(str::to_string),
            source: None,
        }
    }

    #[test]
    fn an_item_differs_where_one_lacks_it_or_tells_it_otherwise() {
        let mut item = Item {
            kind: ItemKind::Figure,
            name: "12 boats".to_string(),
            detail: None,
            figure: Some(Figure {
                value: 12.0,
                unit: "boats".to_string(),
                tellings: vec![telling(None), telling(None), telling(None)],
            }),
            places: vec![place(0, 4), place(2, 9), place(2, 40)],
        };
        let [a, b, c] = [0, 1, 2].map(ArticleId);
        assert_eq!(item.places_in(c).len(), 2);
        assert!(item.differs_among(&[a, b, c]));
        assert!(!item.differs_among(&[a, c]));
        if let Some(figure) = &mut item.figure {
            figure.tellings[2] = telling(Some("at least"));
        }
        assert!(item.differs_among(&[a, c]));
        assert!(!item.differs_among(&[a]));
    }
}
