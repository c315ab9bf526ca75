//! Where quoted statements stand without marks.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use rapidhash::fast::RandomState;
use rapidhash::v3::rapidhash_v3;

use super::joining::is_name;
use super::verbatim::Verbatim;
use crate::quotation::lexicon;
use crate::quotation::types::{QuotationKind, Reported, Retelling, Speech, Unmarked};
use crate::quotation::wording::Wording;
use crate::story::{ArticleId, Place, Span, Story};
use crate::text::fold;

/// The fewest words that tell a statement whoever speaks, or in other words.
const UNMARKED: usize = 5;
/// Reports of one speaker that a quotation is held against.
const REPORTS: usize = 64;

/// Where quotations stand without marks, by quotation.
#[derive(Default)]
pub(super) struct Elsewhere {
    places: HashMap<usize, Vec<Unmarked>, RandomState>,
    /// The words of fragments in speech reported of the same speaker.
    fragments: HashMap<usize, Vec<Place>, RandomState>,
}

impl Elsewhere {
    pub(super) fn of(
        story: &Story,
        speech: &Speech,
        wordings: &[Wording],
        verbatim: &Verbatim,
    ) -> Self {
        let mut elsewhere = Elsewhere::default();
        elsewhere.word_for_word(speech, wordings, verbatim);
        elsewhere.reported(story, speech, wordings);
        elsewhere
    }

    /// The unmarked places of a group of quotations, one where several overlap, in the order of
    /// articles.
    pub(super) fn around(&self, speech: &Speech, group: &[usize]) -> Vec<Unmarked> {
        let mut all: Vec<Unmarked> = group
            .iter()
            .filter_map(|one| self.places.get(one))
            .flatten()
            .copied()
            .collect();
        let quoted = group.iter().map(|one| speech.quotations[*one].article);
        let bearing: HashSet<ArticleId, RandomState> = quoted
            .chain(all.iter().map(|one| one.place.article))
            .collect();
        // A few words are worth telling only where nothing else of the statement is.
        let fragments = group
            .iter()
            .filter_map(|one| self.fragments.get(one))
            .flatten()
            .filter(|place| !bearing.contains(&place.article))
            .map(|&place| Unmarked {
                place,
                telling: Retelling::SameWords,
            });
        all.extend(fragments);
        if all.is_empty() {
            return all;
        }
        let group: HashSet<usize, RandomState> = group.iter().copied().collect();
        all.retain(|one| !stands_in_marks(speech, &group, one.place));
        apart(all)
    }

    fn note(&mut self, quotation: usize, place: Place, telling: Retelling) {
        self.places
            .entry(quotation)
            .or_default()
            .push(Unmarked { place, telling });
    }

    /// Whole quotations that stand word for word outside marks.
    fn word_for_word(&mut self, speech: &Speech, wordings: &[Wording], verbatim: &Verbatim) {
        for (one, wording) in wordings.iter().enumerate() {
            let quotation = &speech.quotations[one];
            if quotation.kind == QuotationKind::Term || wording.len() < UNMARKED {
                continue;
            }
            for found in verbatim.places(one) {
                if !found.marked && found.place.article != quotation.article {
                    self.note(one, found.place, Retelling::SameWords);
                }
            }
        }
    }

    /// Reported speech of the same named speaker in another article: with the words of a fragment,
    /// or with most of a quotation's content words.
    fn reported(&mut self, story: &Story, speech: &Speech, wordings: &[Wording]) {
        let mut by_speaker: HashMap<&str, Vec<usize>, RandomState> = HashMap::default();
        for (index, told) in speech.reported.iter().enumerate() {
            if let Some(speaker) = told.speaker.as_ref().filter(|speaker| speaker.is_named()) {
                by_speaker.entry(&speaker.name).or_default().push(index);
            }
        }
        for (one, quotation) in speech.quotations.iter().enumerate() {
            let named = quotation.speaker.as_ref().filter(|who| who.is_named());
            let Some(reports) = named.and_then(|who| by_speaker.get(who.name.as_str())) else {
                continue;
            };
            let reports = reports
                .iter()
                .map(|index| &speech.reported[*index])
                .filter(|told| told.article != quotation.article)
                .take(REPORTS);
            if quotation.kind == QuotationKind::Term || wordings[one].len() < UNMARKED {
                if !is_name(story.article(quotation.article), quotation) {
                    let places =
                        reports.filter_map(|told| verbatim_in(story, told, &wordings[one]));
                    self.fragments.entry(one).or_default().extend(places);
                }
                continue;
            }
            let said = content_words(story, quotation.article, quotation.content);
            for told in reports.filter(|told| tells(story, told, &said)) {
                let place = Place {
                    article: told.article,
                    span: told.content,
                };
                self.note(one, place, Retelling::OwnWords);
            }
        }
    }
}

/// Of places that overlap the one that tells most: the same words before other ones, the longer
/// before the shorter. In the order of articles.
fn apart(mut all: Vec<Unmarked>) -> Vec<Unmarked> {
    all.sort_by_key(|one| {
        let length = Reverse(one.place.span.len());
        (one.place.article, one.telling, length, one.place.span)
    });
    // Those that are kept by where they begin; they do not overlap.
    let mut kept: BTreeMap<(ArticleId, usize), Unmarked> = BTreeMap::new();
    for one in all {
        let Place { article, span } = one.place;
        let before = kept.range(..(article, span.end())).next_back();
        let overlaps = before.is_some_and(|(_, known)| {
            known.place.article == article && known.place.span.overlap(span) > 0
        });
        if !overlaps {
            kept.insert((article, span.start()), one);
        }
    }
    kept.into_values().collect()
}

/// Whether a place touches one of these quotations, or lies for the most part in any.
fn stands_in_marks(speech: &Speech, group: &HashSet<usize, RandomState>, place: Place) -> bool {
    let mut quoted = 0;
    for one in speech.quotations_touching(place) {
        if group.contains(&(one.id.0 as usize)) {
            return true;
        }
        if one.within.is_none() && one.kind != QuotationKind::Term {
            quoted += one.span.overlap(place.span);
        }
    }
    quoted * 2 > place.span.len()
}

/// Whether reported speech has most of these content words, or is made of them.
fn tells(story: &Story, told: &Reported, said: &[u64]) -> bool {
    let reported = content_words(story, told.article, told.content);
    let common = said
        .iter()
        .filter(|word| reported.binary_search(word).is_ok())
        .count();
    common >= 4 && common * 10 >= said.len().min(reported.len()) * 6
}

/// Where a fragment that tells something stands in reported speech.
fn verbatim_in(story: &Story, told: &Reported, fragment: &Wording) -> Option<Place> {
    if fragment.telling(0..fragment.len()) == 0 {
        return None;
    }
    let article = told.article;
    let told = Wording::at(story.article(article), told.content, &[], &[]);
    let words = told.place_of(fragment)?;
    Some(Place {
        article,
        span: told.spans[words.start].hull(told.spans[words.end - 1]),
    })
}

/// The words of a place that carry content, sorted, each once.
fn content_words(story: &Story, article: ArticleId, place: Span) -> Vec<u64> {
    let article = story.article(article);
    let text = article.words_at(place);
    let mut found: Vec<u64> = crate::text::words(text)
        .filter_map(|word| {
            let folded = fold(&text[word.start()..word.end()]);
            let plain = lexicon::is_function_word(&folded);
            (!plain && folded.len() > 2)
                .then(|| rapidhash_v3(folded.trim_end_matches('s').as_bytes()))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_places_that_overlap_the_one_that_tells_most_is_kept() {
        let at = |article, start, end, telling| Unmarked {
            place: Place {
                article: ArticleId(article),
                span: Span::new(start, end),
            },
            telling,
        };
        let (same, own) = (Retelling::SameWords, Retelling::OwnWords);
        let all = vec![
            at(1, 3, 20, own),
            at(1, 5, 18, same),
            at(1, 30, 40, own),
            at(1, 30, 44, own),
            at(1, 44, 50, own),
            at(0, 5, 18, own),
        ];
        let kept = [
            at(0, 5, 18, own),
            at(1, 5, 18, same),
            at(1, 30, 44, own),
            at(1, 44, 50, own),
        ];
        assert_eq!(apart(all), kept);
    }
}
