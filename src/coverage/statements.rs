//! Passages, quotations and speakers as items of coverage.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::passage::Passage;
use crate::quotation::{
    Echo, Quotation, QuotationKind, SharedQuotation, Speech, Unmarked, UtteranceId, echoes_of,
};
use crate::story::{ArticleId, Place, Story};
use crate::text::{Segments, fold, words};

use super::item;
use super::types::{Item, ItemKind};

/// Words of a passage or quotation that its name shows.
const WORDS_IN_NAME: usize = 12;
/// Articles that a clause names one by one.
const SIGLA_IN_DETAIL: usize = 20;

/// One item a passage.
pub fn passages(story: &Story, passages: &[Passage]) -> Vec<Item> {
    let name = |passage: &Passage| {
        let first = passage.witnesses.first();
        let words = first.map_or_else(String::new, |place| opening(story.words_at(*place)));
        format!("{}: {words}", passage.id)
    };
    passages
        .iter()
        .map(|passage| item(ItemKind::Passage, name(passage), passage.witnesses.clone()))
        .collect()
}

/// One item a statement: quotations of one statement over all articles, and else the parts of one
/// utterance. It is carried, marks or none, wherever the same speaker is reported with it, wherever
/// its words stand, and wherever the passage is that it stands in.
pub fn quotations(
    story: &Story,
    passages: &[Passage],
    speech: &Speech,
    shared: &[SharedQuotation],
    echoes: &[Echo],
) -> Vec<Item> {
    let by_article = passages_by_article(passages);
    statements(speech, shared)
        .into_iter()
        .map(|(parts, unmarked)| {
            let mut places: Vec<Place> = parts.iter().map(|part| place(part)).collect();
            let mut elsewhere: Vec<Place> = places
                .iter()
                .flat_map(|place| in_other_witnesses(*place, &by_article))
                .collect();
            elsewhere.extend(unmarked.iter().map(|one| one.place));
            elsewhere.extend(parts.iter().flat_map(|part| {
                let echoed = echoes_of(echoes, part.id).iter().map(|echo| echo.place);
                echoed.filter(|place| is_telling(story, *place))
            }));
            let known: BTreeSet<ArticleId> = places.iter().map(|place| place.article).collect();
            places.extend(elsewhere.iter().filter(|e| !known.contains(&e.article)));
            item(ItemKind::Quotation, statement_name(story, &parts), places)
        })
        .collect()
}

/// Whether so many words can be a statement's; one or two are anybody's.
fn is_telling(story: &Story, place: Place) -> bool {
    const FEWEST: usize = 3;
    words(story.words_at(place)).nth(FEWEST - 1).is_some()
}

/// A statement's quotations, and where it stands without marks.
type Statement<'a> = (Vec<&'a Quotation>, &'a [Unmarked]);

/// Every statement; terms are none.
fn statements<'a>(speech: &'a Speech, shared: &'a [SharedQuotation]) -> Vec<Statement<'a>> {
    let quotation = |index: u32| &speech.quotations[index as usize];
    let mut in_shared = BTreeSet::new();
    let mut statements = Vec::new();
    for group in shared {
        let parts: Vec<&Quotation> = group
            .members
            .iter()
            .map(|member| quotation(member.quotation.0))
            .collect();
        in_shared.extend(parts.iter().map(|part| part.id));
        statements.push((parts, group.unmarked.as_slice()));
    }
    let mut utterances: BTreeMap<UtteranceId, Vec<&Quotation>> = BTreeMap::new();
    let alone = speech.quotations.iter().filter(|quotation| {
        quotation.kind != QuotationKind::Term
            && quotation.within.is_none()
            && !in_shared.contains(&quotation.id)
    });
    for quotation in alone {
        let parts = utterances.entry(quotation.utterance).or_default();
        parts.push(quotation);
    }
    statements.extend(utterances.into_values().map(|parts| (parts, &[][..])));
    statements
}

fn place(quotation: &Quotation) -> Place {
    Place {
        article: quotation.article,
        span: quotation.span,
    }
}

fn statement_name(story: &Story, parts: &[&Quotation]) -> String {
    let Some(first) = parts.first() else {
        return String::new();
    };
    let opened = opening(story.article(first.article).words_at(first.content));
    match parts.iter().find_map(|part| part.speaker.as_ref()) {
        Some(speaker) => format!("{}: \u{201c}{opened}\u{201d}", speaker.name),
        None => format!("speaker not found: \u{201c}{opened}\u{201d}"),
    }
}

/// A passage's witness with the passage it belongs to.
type Witness<'a> = (Place, &'a Passage);

fn passages_by_article(passages: &[Passage]) -> BTreeMap<ArticleId, Vec<Witness<'_>>> {
    let mut by_article: BTreeMap<ArticleId, Vec<Witness<'_>>> = BTreeMap::new();
    for passage in passages {
        for witness in &passage.witnesses {
            by_article
                .entry(witness.article)
                .or_default()
                .push((*witness, passage));
        }
    }
    by_article
}

/// The other witnesses of the passages that cover a place by four fifths.
fn in_other_witnesses(
    place: Place,
    by_article: &BTreeMap<ArticleId, Vec<Witness<'_>>>,
) -> Vec<Place> {
    let here = by_article.get(&place.article).into_iter().flatten();
    here.filter(|(witness, _)| witness.span.overlap(place.span) * 5 >= place.span.len() * 4)
        .flat_map(|(_, passage)| passage.witnesses.iter().copied())
        .filter(|witness| witness.article != place.article)
        .collect()
}

/// One item a named speaker, with the places where they are quoted or reported.
pub fn speakers(story: &Story, texts: &[Segments], speech: &Speech) -> Vec<Item> {
    let quoted = speech
        .quotations
        .iter()
        .map(|one| (one.article, one.span, one.speaker.as_ref()));
    let reported = speech
        .reported
        .iter()
        .map(|one| (one.article, one.content, one.speaker.as_ref()));
    let mut by_name: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (article, span, speaker) in quoted.chain(reported) {
        if let Some(speaker) = speaker.filter(|speaker| speaker.is_named()) {
            let places = by_name.entry(&speaker.name).or_default();
            places.push(Place { article, span });
        }
    }
    let named = articles_naming(story, texts, by_name.keys().copied());
    by_name
        .into_iter()
        .map(|(name, places)| {
            let mut item = item(ItemKind::Speaker, name.to_string(), places);
            let naming = surname(name).and_then(|surname| named.get(&surname));
            item.detail = naming.and_then(|articles| named_only(story, articles, &item));
            item
        })
        .collect()
}

/// For the last word of each name, the articles that it stands in.
fn articles_naming<'a>(
    story: &Story,
    texts: &[Segments],
    names: impl Iterator<Item = &'a str>,
) -> HashMap<String, Vec<ArticleId>> {
    let mut named: HashMap<String, Vec<ArticleId>> = names
        .filter_map(|name| Some((surname(name)?, Vec::new())))
        .collect();
    for (article, segments) in story.articles.iter().zip(texts) {
        for word in &segments.words {
            if let Some(articles) = named.get_mut(&bare(article.words_at(*word)))
                && articles.last() != Some(&article.id)
            {
                articles.push(article.id);
            }
        }
    }
    named
}

fn surname(name: &str) -> Option<String> {
    name.split_whitespace().last().map(bare)
}

fn bare(word: &str) -> String {
    let folded = fold(word);
    folded.strip_suffix("'s").unwrap_or(&folded).to_string()
}

/// The articles that name a speaker without quoting or reporting them, as a clause.
fn named_only(story: &Story, naming: &[ArticleId], item: &Item) -> Option<String> {
    let carried = item.carried_by();
    let only: Vec<&str> = naming
        .iter()
        .filter(|id| carried.binary_search(id).is_err())
        .map(|id| story.article(*id).siglum.as_str())
        .collect();
    let more = match only.len().saturating_sub(SIGLA_IN_DETAIL) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let told = only.len().min(SIGLA_IN_DETAIL);
    (!only.is_empty()).then(|| format!("named but not quoted in {}{more}", only[..told].join(", ")))
}

/// The first words of a text, with "…" where there are more.
fn opening(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut opening = words
        .by_ref()
        .take(WORDS_IN_NAME)
        .collect::<Vec<_>>()
        .join(" ");
    if words.next().is_some() {
        opening.push('\u{2026}');
    }
    opening
}

#[cfg(test)]
mod tests {
    use super::{opening, quotations};
    use crate::quotation;
    use crate::text::testing::{segments, story};

    #[test]
    fn a_statement_is_carried_wherever_its_words_stand() {
        let story = story(&[
            "\"The harbour will be closed to ships by winter,\" Ada Reed said.",
            "Officials fear the harbour will be closed to ships by winter, with a heavy heart.",
            "Tom Hill wrote that \"the harbour will be closed to ships by winter\" on his wall.",
            "Ada Reed said that ships would find the harbour closed in winter.",
            "The harbour will be open, and it was no heavy storm.",
            "Ada Reed had no more to say than \"a heavy heart that night\" over the harbour.",
        ]);
        let texts = segments(&story);
        let speech = quotation::find(&story, &texts);
        let (shared, echoes) = quotation::shared(&story, &texts, &speech);
        let items = quotations(&story, &[], &speech, &shared, &echoes);
        let carried = |words: &str| {
            let item = items.iter().find(|one| one.name.contains(words)).unwrap();
            let articles = item.carried_by();
            let sigla = articles.iter().map(|id| story.article(*id).siglum.as_str());
            sigla.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(carried("closed to ships"), "A B C D");
        // Some of its words are not its words.
        assert_eq!(carried("a heavy heart"), "F");
    }

    #[test]
    fn a_long_text_is_opened_and_a_short_one_whole() {
        assert_eq!(opening("three\nshort  words"), "three short words");
        let long = "one two three four five six seven eight nine ten eleven twelve thirteen";
        assert!(opening(long).ends_with("twelve\u{2026}"));
    }
}
