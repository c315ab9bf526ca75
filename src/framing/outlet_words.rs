//! The words of each outlet against those of all others.
//!
//! The articles of one outlet are one text; what an outlet is called is what tells outlets apart, and
//! an article whose outlet is not known stands alone. Counted are the words of headline, standfirst,
//! crossheads, body and captions, in whatever voice: which of them are the outlet's own, the places
//! tell. [`keyness`](super::keyness) does the reckoning.

use super::keyness::{KeyWord, TooShort, WordCounts, counted_as, keyness};
use crate::story::{Article, ArticleId, BlockKind, Place, Story};
use crate::text::Segments;

/// The articles of an outlet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outlet {
    /// `None`: not known; then there is one article.
    pub name: Option<String>,
    /// At least one, in the story's order.
    pub articles: Vec<ArticleId>,
}

/// The outlets of a story, in the order of their first articles.
#[must_use]
pub fn outlets(story: &Story) -> Vec<Outlet> {
    let mut outlets: Vec<Outlet> = Vec::new();
    for article in &story.articles {
        let name = article.outlet.value().map(|outlet| outlet.0.clone());
        let known = outlets
            .iter_mut()
            .find(|outlet| name.is_some() && outlet.name == name);
        match known {
            Some(outlet) => outlet.articles.push(article.id),
            None => outlets.push(Outlet {
                name,
                articles: vec![article.id],
            }),
        }
    }
    outlets
}

/// The words that tell an outlet from all others, its own first, those that the others use more
/// last; a word that stands once in the whole story tells nothing and is left out.
///
/// # Errors
/// [`TooShort`] where either side has too few words.
pub fn against_others(
    story: &Story,
    texts: &[Segments],
    outlet: &Outlet,
) -> Result<Vec<KeyWord>, TooShort> {
    let (mut here, mut there) = (WordCounts::default(), WordCounts::default());
    for (article, segments) in story.articles.iter().zip(texts) {
        let side = if outlet.articles.contains(&article.id) {
            &mut here
        } else {
            &mut there
        };
        side.add(article, segments, |word| is_told(article, word.start()));
    }
    let mut words = keyness(&here, &there)?;
    words.retain(|word| word.here + word.there > 1);
    Ok(words)
}

/// The places of a word, as [`against_others`] counts it, in the articles that `wanted` takes.
pub fn places_of(
    story: &Story,
    texts: &[Segments],
    word: &str,
    wanted: impl Fn(ArticleId) -> bool,
) -> Vec<Place> {
    let mut places = Vec::new();
    for (article, segments) in story.articles.iter().zip(texts) {
        if !wanted(article.id) {
            continue;
        }
        let here = segments.words.iter().filter(|span| {
            counted_as(article.words_at(**span)) == word && is_told(article, span.start())
        });
        places.extend(here.map(|span| Place {
            article: article.id,
            span: *span,
        }));
    }
    places
}

/// Whether a place is part of what the article tells.
fn is_told(article: &Article, offset: usize) -> bool {
    !matches!(
        article.zone_at(offset),
        BlockKind::Furniture | BlockKind::Byline
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::testing::{segments, story};

    #[test]
    fn a_word_of_one_outlet_comes_first_and_its_places_are_counted_alike() {
        let strike = "The dockers met at the harbour and the dockers left. ".repeat(30);
        let unrest = "The rioters met at the harbour and the rioters left. ".repeat(30);
        let story = story(&[&strike, &unrest]);
        let texts = segments(&story);
        let outlets = outlets(&story);
        assert_eq!(outlets.len(), 2);
        let words = against_others(&story, &texts, &outlets[0]).unwrap();
        assert_eq!((words[0].word.as_str(), words[0].here), ("dockers", 60));
        assert_eq!(words.last().unwrap().word, "rioters");
        let places = places_of(&story, &texts, "dockers", |id| id == ArticleId(0));
        assert_eq!(places.len(), 60);
        assert!(places_of(&story, &texts, "dockers", |id| id == ArticleId(1)).is_empty());
    }

    #[test]
    fn short_texts_are_refused() {
        let story = story(&["Dockers met.", "Rioters left."]);
        let texts = segments(&story);
        let refused = against_others(&story, &texts, &outlets(&story)[0]).unwrap_err();
        assert_eq!((refused.here, refused.there), (2, 2));
    }
}
