//! Coverage: which outlets carry what, and what is not found where.
//!
//! Six kinds of things are looked for in every article: shared passages, quotations, speakers,
//! figures, places and dates. An [`Item`] says where each stands and in which articles it was looked
//! for and not found — never that an outlet "omits" it: a text may tell it in words that the rules
//! do not know. Figures, places and dates are read by rules in `assets/rules`.
//!
//! In stories of more than [`EVERY_ITEM_UP_TO`] articles only what two or more of them carry is
//! listed; what stands in one alone would fill the list by itself.

mod dates;
mod figures;
mod names;
mod places;
mod statements;
mod types;

use std::collections::BTreeMap;

pub use types::{Figure, Item, ItemKind, Telling};

use crate::passage::Passage;
use crate::quotation::{Echo, SharedQuotation, Speech};
use crate::story::{Place, Story};
use crate::text::Segments;

/// Up to this many articles, what only one of them carries is listed too.
pub const EVERY_ITEM_UP_TO: usize = 40;
/// In larger stories the articles that lack an item are not listed one by one: there would be
/// millions. They are all that do not carry it.
pub const NOT_FOUND_UP_TO: usize = 500;

/// What each article carries of the passages, quotations, speakers, figures, places and dates of a
/// story: by kind, what most articles carry first, then in the order of the texts.
#[must_use]
pub fn find(
    story: &Story,
    texts: &[Segments],
    passages: &[Passage],
    speech: &Speech,
    shared: &[SharedQuotation],
    echoes: &[Echo],
) -> Vec<Item> {
    let mut items = statements::passages(story, passages);
    items.extend(statements::quotations(
        story, passages, speech, shared, echoes,
    ));
    items.extend(statements::speakers(story, texts, speech));
    items.extend(figures::find(story, texts, speech));
    items.extend(places::find(story, texts, speech));
    items.extend(dates::find(story, texts));
    if story.articles.len() > EVERY_ITEM_UP_TO {
        items.retain(|item| item.carried_by().len() > 1);
    }
    items.shrink_to_fit();
    items.sort_by_cached_key(|item| {
        let carriers = std::cmp::Reverse(item.carried_by().len());
        (item.kind, carriers, item.places.first().copied())
    });
    items
}

/// An item with its places in order, each once.
fn item(kind: ItemKind, name: String, mut places: Vec<Place>) -> Item {
    places.sort_unstable();
    places.dedup();
    Item {
        kind,
        name,
        detail: None,
        figure: None,
        places,
    }
}

/// Items out of mentions: (key, name, place); the name of the first mention is shown.
fn items_of(kind: ItemKind, mentions: Vec<(String, String, Place)>) -> Vec<Item> {
    let mut by_key: BTreeMap<String, (String, Vec<Place>)> = BTreeMap::new();
    for (key, name, place) in mentions {
        by_key
            .entry(key)
            .or_insert_with(|| (name, Vec::new()))
            .1
            .push(place);
    }
    by_key
        .into_values()
        .map(|(name, places)| item(kind, name, places))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Options, Resolve, compare};
    use crate::ingest;
    use crate::story::ArticleId;

    /// The bundled pair that tells one event, C and E.
    fn pair() -> (Story, Vec<Item>) {
        let mut story = ingest::bundled();
        story
            .articles
            .retain(|article| matches!(article.siglum.as_str(), "C" | "E"));
        for (index, article) in story.articles.iter_mut().enumerate() {
            article.id = ArticleId::from(index);
        }
        let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
        (story, comparison.coverage)
    }

    fn carriers<'a>(story: &'a Story, items: &[Item], kind: ItemKind, name: &str) -> Vec<&'a str> {
        let item = items
            .iter()
            .find(|item| item.kind == kind && item.name.contains(name))
            .unwrap_or_else(|| panic!("no {} {name:?}", kind.as_str()));
        let carried = item.carried_by();
        carried
            .into_iter()
            .map(|id| story.article(id).siglum.as_str())
            .collect()
    }

    #[test]
    fn the_pair_of_one_event_carries_what_it_is_known_to() {
        let (story, items) = pair();
        let of = |kind, name| carriers(&story, &items, kind, name);
        assert_eq!(of(ItemKind::Place, "Castello Road"), ["E"]);
        assert_eq!(of(ItemKind::Figure, "400,000 dead"), ["C", "E"]);
        assert_eq!(of(ItemKind::Date, "March 2011"), ["C", "E"]);
    }

    #[test]
    fn a_figure_names_its_source_or_that_there_is_none() {
        let story = ingest::bundled();
        let comparison = compare(&story, &Options::default(), &|_| Resolve::GoOn).unwrap();
        let figure = |name: &str| {
            let item = comparison
                .coverage
                .iter()
                .find(|item| item.kind == ItemKind::Figure && item.name == name);
            item.and_then(|item| item.figure.clone()).unwrap()
        };
        let sources = |figure: &Figure| -> Vec<Option<String>> {
            let tellings = figure.tellings.iter();
            tellings.map(|telling| telling.source.clone()).collect()
        };
        assert_eq!(sources(&figure("290,000 dead")), [None]);
        let un = Some("UN".to_string());
        assert_eq!(sources(&figure("400,000 dead")), [un.clone(), un]);
    }

    #[test]
    fn every_item_says_of_every_article_whether_it_is_there() {
        let (story, items) = pair();
        for item in &items {
            let told = item.carried_by().len() + item.not_found_in(&story).len();
            assert_eq!(told, story.articles.len(), "{item:?}");
            for place in &item.places {
                assert!(!story.words_at(*place).is_empty());
            }
        }
    }
}
