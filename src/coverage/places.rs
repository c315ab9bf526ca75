//! Places that a text names.
//!
//! Three rules, all over runs of capitalised words: a run that the gazetteer of
//! `assets/rules/places.toml` knows; a run that ends in a word for a kind of place ("Castello Road");
//! a run after a word of place ("in Hangzhou"), though not in headings, where every word may have a
//! capital. Names of the story's speakers are never places, nor
//! is a part of a longer name ("Washington Post").

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::quotation::Speech;
use crate::story::{Article, BlockKind, Place, Story};
use crate::text::Segments;

use super::items_of;
use super::names::runs;
use super::types::{Item, ItemKind};

/// One item a place, under the name that the gazetteer prefers.
pub fn find(story: &Story, texts: &[Segments], speech: &Speech) -> Vec<Item> {
    let people = names_of_speakers(speech);
    let mut mentions = Vec::new();
    for (article, segments) in story.articles.iter().zip(texts) {
        for sentence in &segments.sentences {
            for run in runs(article, segments, sentence) {
                let reader = Reader {
                    article,
                    segments,
                    people: &people,
                };
                if let Some((name, words)) = reader.place(&run) {
                    let span = segments.words[words.start].hull(segments.words[words.end - 1]);
                    let place = Place {
                        article: article.id,
                        span,
                    };
                    mentions.push((name.to_lowercase(), name, place));
                }
            }
        }
    }
    items_of(ItemKind::Place, mentions)
}

/// The words of the names of speakers.
fn names_of_speakers(speech: &Speech) -> HashSet<&str> {
    let quoted = speech.quotations.iter().map(|one| &one.speaker);
    let reported = speech.reported.iter().map(|one| &one.speaker);
    quoted
        .chain(reported)
        .flatten()
        .filter(|speaker| speaker.is_named())
        .flat_map(|speaker| speaker.name.split_whitespace())
        .collect()
}

struct Reader<'a> {
    article: &'a Article,
    segments: &'a Segments,
    people: &'a HashSet<&'a str>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.article.words_at(self.segments.words[at])
    }

    fn words(&self, words: &Range<usize>) -> String {
        let words: Vec<&str> = words.clone().map(|at| bare(self.word(at))).collect();
        words.join(" ")
    }

    /// The place that a run names, and the words of it that do.
    fn place(&self, run: &Range<usize>) -> Option<(String, Range<usize>)> {
        let rules = &*RULES;
        let last = bare(self.word(run.end - 1));
        if run.len() > 1 && rules.kinds.contains(last) {
            return Some((self.words(run), run.clone()));
        }
        let run = self.without_opener(run);
        if run.is_empty() {
            return None;
        }
        let name = self.words(&run);
        if let Some(known) = rules.gazetteer.get(&name) {
            return Some((known.clone(), run));
        }
        let found = !self.is_in_heading(&run) && self.after_word_of_place(&run);
        found.then_some((name, run))
    }

    fn is_in_heading(&self, run: &Range<usize>) -> bool {
        let zone = self.article.zone_at(self.segments.words[run.start].start());
        matches!(zone, BlockKind::Headline | BlockKind::Crosshead)
    }

    /// A run without the article or adverb that opens its sentence ("The United States").
    fn without_opener(&self, run: &Range<usize>) -> Range<usize> {
        let opener = RULES.not_places.contains(self.word(run.start));
        if opener && run.len() > 1 {
            run.start + 1..run.end
        } else {
            run.clone()
        }
    }

    fn after_word_of_place(&self, run: &Range<usize>) -> bool {
        let Some(before) = run.start.checked_sub(1) else {
            return false;
        };
        let rules = &*RULES;
        let parts: Vec<&str> = run.clone().map(|at| self.word(at)).collect();
        let possessive = parts.last().is_some_and(|last| bare(last) != *last);
        let acronym = parts.iter().all(|part| !part.contains(char::is_lowercase));
        let known_otherwise = |part: &&str| {
            rules.not_places.contains(*part) || self.people.contains(part) || part.contains('.')
        };
        rules.locatives.contains(self.word(before))
            && run.len() <= 3
            && !possessive
            && !acronym
            && !parts.iter().any(known_otherwise)
            && !self.leads_to_a_noun(run)
    }

    /// Whether a name stands before a noun without a mark ("in Obama administration circles"), as
    /// a place hardly does.
    fn leads_to_a_noun(&self, run: &Range<usize>) -> bool {
        let Some(next) = self.segments.words.get(run.end) else {
            return false;
        };
        let gap = self.segments.words[run.end - 1].end()..next.start();
        let glued = self.article.text[gap] == *" ";
        glued && !RULES.may_follow.contains(self.word(run.end))
    }
}

fn bare(word: &str) -> &str {
    let word = word.strip_suffix("'s").unwrap_or(word);
    word.strip_suffix("\u{2019}s").unwrap_or(word)
}

struct Rules {
    /// Every name as it is written, with the name to show.
    gazetteer: HashMap<String, String>,
    kinds: HashSet<String>,
    locatives: HashSet<String>,
    not_places: HashSet<String>,
    may_follow: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    countries: String,
    regions: String,
    cities: String,
    united_states: String,
    kinds: String,
    locatives: String,
    not_places: String,
    may_follow: String,
    aliases: BTreeMap<String, Vec<String>>,
}

fn listed(list: &str) -> impl Iterator<Item = String> + '_ {
    let parts = list.split([';', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_string)
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let file: RulesFile = toml::from_str(include_str!("../../assets/rules/places.toml"))
        .expect("assets/rules/places.toml is checked by a test");
    let lists = [
        &file.countries,
        &file.regions,
        &file.cities,
        &file.united_states,
    ];
    let own = lists.into_iter().flat_map(|list| listed(list));
    // Words are compared as the text is cut: hyphens and commas part them.
    let cut = |name: &str| name.replace(['-', ','], " ").replace("  ", " ");
    let mut gazetteer: HashMap<String, String> = own.map(|name| (cut(&name), name)).collect();
    for (name, others) in &file.aliases {
        for other in others {
            gazetteer.insert(cut(other), name.clone());
        }
    }
    Rules {
        gazetteer,
        kinds: listed(&file.kinds).collect(),
        locatives: listed(&file.locatives).collect(),
        not_places: listed(&file.not_places).collect(),
        may_follow: listed(&file.may_follow).collect(),
    }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::names::tests::article;

    fn places(text: &str) -> Vec<String> {
        let story = Story {
            title: None,
            articles: vec![article(text)],
        };
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        let mut items = find(&story, &texts, &Speech::default());
        items.sort_by_key(|item| item.places[0]);
        items.into_iter().map(|item| item.name).collect()
    }

    #[test]
    fn the_gazetteer_knows_a_place_under_its_names() {
        assert_eq!(
            places("The United States met Russia in the U.S. on Tuesday."),
            ["United States", "Russia"]
        );
    }

    #[test]
    fn a_kind_of_place_or_a_word_of_place_makes_one() {
        assert_eq!(
            places("Trucks left Harbour Road and stood near Glenmora on Friday."),
            ["Harbour Road", "Glenmora"]
        );
    }

    #[test]
    fn in_a_heading_only_known_places_are_read() {
        let mut headed = article("Judges Look Into Doubts in Harbour Suit in Ohio");
        headed.blocks[0].kind = BlockKind::Headline;
        let story = Story {
            title: None,
            articles: vec![headed],
        };
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        let items = find(&story, &texts, &Speech::default());
        let names: Vec<String> = items.into_iter().map(|item| item.name).collect();
        assert_eq!(names, ["Ohio"]);
    }

    #[test]
    fn longer_names_months_and_possessives_are_no_places() {
        assert_eq!(
            places(
                "The Washington Post wrote in August that in Smith's view and in Congress nothing moved."
            ),
            Vec::<String>::new()
        );
    }
}
