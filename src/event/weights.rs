//! What an article is about, as weighted words.
//!
//! The old measure of information retrieval (Salton's tf-idf): a word counts by how often the
//! article uses it, dampened, times how rare it is among the articles at hand. Two things are added.
//! In a story of two or five articles rarity cannot be counted, so every word starts from a prior
//! taken from `assets/rules/common_words.toml`, as if [`PRIOR_ARTICLES`] more had been read; in a
//! folder of hundreds the count outweighs it. And names count more than other words: the people and
//! places of an event tell it from others of its kind.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use rapidhash::RapidHashMap;
use rust_stemmers::{Algorithm, Stemmer};

use super::reason::Telling;
use crate::story::Story;
use crate::text::{Segments, fold, is_grammar, newsroom_words};

/// How many articles the prior of a word's rarity stands for.
const PRIOR_ARTICLES: f32 = 30.0;
/// The share of articles that a word of news prose is expected in, and any other word.
const NEWSROOM_SHARE: f32 = 0.15;
const OTHER_SHARE: f32 = 0.01;
/// How much more a name counts than another word.
const NAME_FACTOR: f32 = 1.5;
/// In a collection at least this large, words in more than a quarter of the articles are left out:
/// they tell nothing apart and cost the most.
const LARGE_COLLECTION: usize = 40;

/// What the articles of a story are about.
pub struct Profiles {
    /// Every word in the form in which it was first met, by the number that vectors use.
    pub surfaces: Arc<Vec<String>>,
    /// One an article: (word, weight) in order of words, of length 1 as vectors (or empty).
    pub vectors: Vec<Vec<(u32, f32)>>,
}

/// A word of one article.
#[derive(Clone, Copy, Default)]
struct Count {
    times: u16,
    capitalised: u16,
}

impl Profiles {
    /// Weighs the words of a story's articles.
    pub fn of(story: &Story, texts: &[Segments]) -> Self {
        let mut words = Vocabulary::default();
        let counts: Vec<Vec<(u32, Count)>> = story
            .articles
            .iter()
            .zip(texts)
            .map(|(article, segments)| {
                let spans = segments.words.iter();
                words.count(spans.map(|span| article.words_at(*span)))
            })
            .collect();
        let rarity = words.rarity(&counts);
        // Each article's counts go as its vector comes.
        let vectors = counts
            .into_iter()
            .map(|counts| words.vector(&counts, &rarity))
            .collect();
        Profiles {
            surfaces: Arc::new(words.surfaces),
            vectors,
        }
    }

    /// The words that make two articles alike.
    pub fn telling(&self, a: usize, b: usize) -> Telling {
        let mut common = Vec::new();
        // Both are in the order of words.
        let mut others = self.vectors[b].iter().peekable();
        for (word, weight) in &self.vectors[a] {
            while others.next_if(|(other, _)| other < word).is_some() {}
            if let Some((_, there)) = others.next_if(|(other, _)| other == word) {
                common.push((weight * there, *word));
            }
        }
        Telling::of(&self.surfaces, weightiest(common))
    }

    /// The words that hold several articles together, the weightiest first: those that at least two
    /// thirds of them have, in their surface forms.
    pub fn telling_of_all(&self, articles: &[usize], most: usize) -> Vec<&str> {
        let mut found: HashMap<u32, (usize, f32)> = HashMap::new();
        for (word, weight) in articles.iter().flat_map(|at| &self.vectors[*at]) {
            let (bearers, sum) = found.entry(*word).or_default();
            *bearers += 1;
            *sum += weight;
        }
        let common: Vec<(f32, u32)> = found
            .into_iter()
            .filter(|(_, (bearers, _))| bearers * 3 >= articles.len() * 2)
            .map(|(word, (_, sum))| (sum, word))
            .collect();
        weightiest(common)
            .take(most)
            .map(|word| self.surfaces[word as usize].as_str())
            .collect()
    }
}

/// These words, the weightiest first, of equal ones the first met.
fn weightiest(mut words: Vec<(f32, u32)>) -> impl Iterator<Item = u32> {
    words.sort_by(|(x, word_x), (y, word_y)| y.total_cmp(x).then(word_x.cmp(word_y)));
    words.into_iter().map(|(_, word)| word)
}

/// The words met so far, each with a number; inflected forms share one.
#[derive(Default)]
struct Vocabulary<'a> {
    surfaces: Vec<String>,
    common: Vec<bool>,
    /// By stem.
    numbers: RapidHashMap<String, u32>,
    /// By folded word, so that each is stemmed once. `None`: grammar, left out.
    met: RapidHashMap<Cow<'a, str>, Option<u32>>,
}

impl<'a> Vocabulary<'a> {
    fn count(&mut self, words: impl Iterator<Item = &'a str>) -> Vec<(u32, Count)> {
        let mut counts: RapidHashMap<u32, Count> = RapidHashMap::default();
        for word in words {
            if let Some(number) = self.number(word) {
                let count = counts.entry(number).or_default();
                // Past sixty thousand it weighs no more.
                count.times = count.times.saturating_add(1);
                let capital = u16::from(word.starts_with(char::is_uppercase));
                count.capitalised = count.capitalised.saturating_add(capital);
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|(number, _)| *number);
        counts
    }

    fn number(&mut self, word: &'a str) -> Option<u32> {
        let folded = fold(word);
        if let Some(number) = self.met.get(folded.as_ref()) {
            return *number;
        }
        let number = self.number_of_new(word, &folded);
        self.met.insert(folded, number);
        number
    }

    fn number_of_new(&mut self, word: &str, folded: &str) -> Option<u32> {
        let rules = &*COMMON;
        let bare = folded.strip_suffix("'s").unwrap_or(folded);
        let one_letter = bare.chars().nth(1).is_none();
        if one_letter || is_grammar(folded) || is_grammar(bare) {
            return None;
        }
        let stem = rules.stemmer.stem(bare);
        if let Some(number) = self.numbers.get(stem.as_ref()) {
            return Some(*number);
        }
        let number = u32::try_from(self.surfaces.len()).ok()?;
        let surface = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix("\u{2019}s"));
        self.surfaces.push(surface.unwrap_or(word).to_string());
        self.common.push(rules.newsroom.contains(stem.as_ref()));
        self.numbers.insert(stem.into_owned(), number);
        Some(number)
    }

    /// The inverse document frequency of every word, smoothed by its prior; 0 leaves it out.
    fn rarity(&self, counts: &[Vec<(u32, Count)>]) -> Vec<f32> {
        let mut articles_with = vec![0_u32; self.surfaces.len()];
        for (word, _) in counts.iter().flatten() {
            articles_with[*word as usize] += 1;
        }
        let all = counts.len();
        let weigh = |(with, common): (&u32, &bool)| {
            if all >= LARGE_COLLECTION && *with as usize * 4 > all {
                return 0.0;
            }
            let share = if *common { NEWSROOM_SHARE } else { OTHER_SHARE };
            ((all as f32 + PRIOR_ARTICLES) / (*with as f32 + PRIOR_ARTICLES * share)).ln()
        };
        articles_with.iter().zip(&self.common).map(weigh).collect()
    }

    fn vector(&self, counts: &[(u32, Count)], rarity: &[f32]) -> Vec<(u32, f32)> {
        let mut vector: Vec<(u32, f32)> = counts
            .iter()
            .map(|(word, count)| {
                let at = *word as usize;
                let mostly = count.capitalised > count.times / 2;
                let name = mostly && !self.common[at];
                let factor = if name { NAME_FACTOR } else { 1.0 };
                (
                    *word,
                    (1.0 + f32::from(count.times).ln()) * rarity[at] * factor,
                )
            })
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        // They are kept as long as the guard is; how many are left out is not known before.
        vector.shrink_to_fit();
        let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        for (_, weight) in &mut vector {
            *weight /= length;
        }
        vector
    }
}

struct Common {
    /// Stems.
    newsroom: HashSet<String>,
    stemmer: Stemmer,
}

static COMMON: LazyLock<Common> = LazyLock::new(|| {
    let stemmer = Stemmer::create(Algorithm::English);
    let newsroom = newsroom_words().map(|word| stemmer.stem(word).into_owned());
    Common {
        newsroom: newsroom.collect(),
        stemmer,
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_count_as_one_and_grammar_not_at_all() {
        let mut words = Vocabulary::default();
        let counts = words.count("The ferry and the ferries of Oban\u{2019}s harbour".split(' '));
        assert_eq!(words.surfaces, ["ferry", "Oban", "harbour"]);
        assert_eq!(counts[0].1.times, 2);
    }

    #[test]
    fn a_rare_name_outweighs_a_word_of_every_newsroom() {
        let mut words = Vocabulary::default();
        let counts = [words.count(["officials", "Oban"].into_iter())];
        let rarity = words.rarity(&counts);
        let vector = words.vector(&counts[0], &rarity);
        assert!(vector[1].1 > 2.0 * vector[0].1, "{vector:?}");
    }
}
