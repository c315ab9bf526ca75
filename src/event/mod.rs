//! The event guard: do two articles tell the same event?
//!
//! What outlets say may be compared as tellings of one event only when it is one. The judgement is
//! "same", "different" or "unknown", always with its reason. What the manifest says stands above
//! all. Else three things are weighed: whole passages in common, dates that lie near or too far
//! apart, and rare words — names, places, figures — in common (topic detection and tracking,
//! Allan 2002, did it with the same means). The pairs are then seen together: articles fall into
//! groups, and a pair that alone would stay open is "same" when both stand in one group.
//!
//! The same judgement divides a folder into stories ([`groups`]). It costs little more than
//! reading: only articles that share a telling word meet.

mod copies;
mod grouping;
mod judgement;
mod likeness;
mod reason;
mod shared;
mod stories;
mod types;
mod weights;

use std::cmp::Reverse;
use std::collections::BTreeMap;

pub use copies::{Copy, copies};
pub use reason::Reason;
pub use stories::{Telling, each_alone};
pub use types::{Pair, Sameness};

use crate::memory;
use crate::passage::Passage;
use crate::story::{ArticleId, Story};
use crate::text::Segments;

use grouping::group;
use judgement::{Bond, Evidence};
use likeness::Likeness;
use weights::Profiles;

/// Up to this many articles every pair is judged and listed. In larger stories the pairs that have
/// next to nothing in common are left out: they are different, and there would be millions of them.
pub const EVERY_PAIR_UP_TO: usize = 300;

/// So many pairs take a megabyte or more.
const MANY_PAIRS: usize = 20_000;

/// Judges pairs of articles, in order of (a, b) with a before b: all of them in a story of up to
/// [`EVERY_PAIR_UP_TO`] articles.
#[must_use]
pub fn judge(story: &Story, texts: &[Segments], passages: &[Passage]) -> Vec<Pair> {
    let guard = Guard::of(story, texts, passages);
    let mut group_of = vec![0; story.articles.len()];
    for (number, members) in guard.groups().iter().enumerate() {
        for member in members {
            group_of[*member] = number;
        }
    }
    let pairs = guard.pairs().into_iter();
    if pairs.len() > MANY_PAIRS {
        // The list of them is the largest thing that a comparison makes: not on top of all that was
        // needed to weigh the words.
        memory::give_back();
    }
    let pairs = pairs.map(|(a, b)| (a.index(), b.index()));
    pairs
        .map(|(a, b)| guard.pair(a, b, group_of[a] == group_of[b]))
        .collect()
}

/// The pairs that are held to tell the same event.
#[must_use]
pub fn same(pairs: &[Pair]) -> Vec<(ArticleId, ArticleId)> {
    pairs
        .iter()
        .filter(|pair| pair.sameness == Sameness::Same)
        .map(|pair| (pair.a, pair.b))
        .collect()
}

/// The articles of each event, in order of articles; an article that is alone is a group of one.
#[must_use]
pub fn groups(story: &Story, texts: &[Segments], passages: &[Passage]) -> Vec<Vec<ArticleId>> {
    let groups = Guard::of(story, texts, passages).groups();
    groups
        .into_iter()
        .map(|group| group.into_iter().map(ArticleId::from).collect())
        .collect()
}

/// The stories that the articles fall into: those of most outlets first, then those of most articles.
/// Articles whose outlets are not known are of one at least.
#[must_use]
pub fn stories(story: &Story, texts: &[Segments], passages: &[Passage]) -> Vec<Telling> {
    let guard = Guard::of(story, texts, passages);
    let groups = guard.groups();
    let mut stories: Vec<Telling> = groups
        .iter()
        .map(|members| Telling::of(&guard, members))
        .collect();
    stories.sort_by_key(|telling| {
        let known = telling.outlets.len();
        Reverse((known.max(1), telling.articles.len(), known))
    });
    stories
}

/// The articles that are told of one event, as the judged pairs say: those that "same" leads from
/// one to the other. In order of articles; one that is alone is a group of one.
#[must_use]
pub fn told_together(articles: usize, pairs: &[Pair]) -> Vec<Vec<ArticleId>> {
    // Each article leads to an earlier one of its event, the first of them to itself.
    let mut leads_to: Vec<usize> = (0..articles).collect();
    let same = |pair: &&Pair| pair.sameness == Sameness::Same;
    for pair in pairs.iter().filter(same) {
        let a = first_of(&mut leads_to, pair.a.index());
        let b = first_of(&mut leads_to, pair.b.index());
        leads_to[a.max(b)] = a.min(b);
    }
    let mut groups: BTreeMap<usize, Vec<ArticleId>> = BTreeMap::new();
    for article in 0..articles {
        let first = first_of(&mut leads_to, article);
        groups.entry(first).or_default().push(article.into());
    }
    groups.into_values().collect()
}

fn first_of(leads_to: &mut [usize], mut article: usize) -> usize {
    while leads_to[article] != article {
        leads_to[article] = leads_to[leads_to[article]];
        article = leads_to[article];
    }
    article
}

/// All that the judgements rest on.
struct Guard<'a> {
    story: &'a Story,
    texts: &'a [Segments],
    profiles: Profiles,
    likeness: Likeness,
    shared_words: BTreeMap<(ArticleId, ArticleId), usize>,
}

impl<'a> Guard<'a> {
    fn of(story: &'a Story, texts: &'a [Segments], passages: &[Passage]) -> Self {
        let profiles = Profiles::of(story, texts);
        Guard {
            story,
            texts,
            likeness: Likeness::of(&profiles),
            profiles,
            shared_words: shared::shared_words(story, texts, passages),
        }
    }

    fn evidence(&self, a: usize, b: usize) -> Evidence<'_> {
        let (one, other) = (&self.story.articles[a], &self.story.articles[b]);
        let shared_words = self.shared(a, b);
        let gap = one.date.value().zip(other.date.value());
        Evidence {
            keys: (&one.event, &other.event),
            gap: gap.map(|(one, other)| {
                let days = one.until(*other).map_or(i32::MAX, |span| span.get_days());
                days.unsigned_abs()
            }),
            shared_words,
            containment: types::containment(shared_words, self.shorter(a, b)),
            likeness: self.likeness.between(a, b),
            articles: self.story.articles.len(),
        }
    }

    fn shared(&self, a: usize, b: usize) -> u32 {
        let key = (ArticleId::from(a), ArticleId::from(b));
        let words = self.shared_words.get(&key).copied().unwrap_or(0);
        as_many(words)
    }

    /// How many words the shorter of the two has.
    fn shorter(&self, a: usize, b: usize) -> u32 {
        as_many(self.texts[a].words.len().min(self.texts[b].words.len()))
    }

    /// The pairs to list.
    fn pairs(&self) -> Vec<(ArticleId, ArticleId)> {
        let articles = self.story.articles.len();
        if articles <= EVERY_PAIR_UP_TO {
            let pairs = (0..articles).flat_map(|a| (a + 1..articles).map(move |b| (a, b)));
            return pairs.map(ids).collect();
        }
        let mut pairs = self.pairs_in_touch();
        pairs.retain(|(a, b)| self.evidence(a.index(), b.index()).has_common());
        pairs
    }

    /// The pairs that are alike, share a passage or are told to be of one event.
    fn pairs_in_touch(&self) -> Vec<(ArticleId, ArticleId)> {
        let alike = self.likeness.pairs().map(|(a, b, _)| ids((a, b)));
        let sharing = self.shared_words.keys().copied();
        let told = self.told_pairs().into_iter().map(ids);
        let mut pairs: Vec<_> = alike.chain(sharing).chain(told).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    fn told_pairs(&self) -> Vec<(usize, usize)> {
        let mut of_event: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for article in &self.story.articles {
            if let Some(key) = article.event.value() {
                of_event.entry(&key.0).or_default().push(article.id.index());
            }
        }
        // Neighbours are enough to bring a told group together: it is joined before all others.
        of_event
            .values()
            .flat_map(|articles| articles.windows(2).map(|pair| (pair[0], pair[1])))
            .collect()
    }

    fn groups(&self) -> Vec<Vec<usize>> {
        let bonds = self
            .pairs_in_touch()
            .into_iter()
            .map(|(a, b)| (a.index(), b.index()))
            .map(|(a, b)| (a, b, self.evidence(a, b).bond()));
        group(self.story.articles.len(), bonds)
    }

    fn pair(&self, a: usize, b: usize, grouped: bool) -> Pair {
        let evidence = self.evidence(a, b);
        let telling = || self.profiles.telling(a, b);
        let alone = Pair::judged(ids((a, b)), evidence.judgement(telling), evidence.gap);
        let mut pair = alone.seen_with_others(grouped, evidence.bond() == Bond::Told);
        pair.shared_words = evidence.shared_words;
        pair.shorter = self.shorter(a, b);
        pair.likeness = evidence.likeness;
        pair
    }
}

/// Words of an article, which has no more bytes than that.
fn as_many(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}

fn ids((a, b): (usize, usize)) -> (ArticleId, ArticleId) {
    (ArticleId::from(a), ArticleId::from(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;
    use crate::story::Known;

    /// The pairs of the bundled story that are told to be the same, as sigla.
    fn same_pairs(story: &Story) -> Vec<String> {
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        let name = |id| story.article(id).siglum.as_str();
        judge(story, &texts, &[])
            .iter()
            .filter(|pair| pair.sameness == Sameness::Same)
            .map(|pair| format!("{}{}", name(pair.a), name(pair.b)))
            .collect()
    }

    #[test]
    fn only_two_of_the_bundled_articles_tell_one_event() {
        assert_eq!(same_pairs(&ingest::bundled()), ["CE"]);
    }

    #[test]
    fn it_is_seen_without_the_manifest_and_even_without_dates() {
        let mut story = ingest::bundled();
        for article in &mut story.articles {
            article.event = Known::Unknown;
        }
        assert_eq!(same_pairs(&story), ["CE"]);
        for article in &mut story.articles {
            article.date = Known::Unknown;
        }
        assert_eq!(same_pairs(&story), ["CE"]);
    }

    #[test]
    fn two_tellings_stand_before_one_though_their_outlets_are_not_known() {
        let mut story = ingest::bundled();
        for at in [2, 4] {
            story.articles[at].outlet = Known::Unknown;
        }
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        let stories = stories(&story, &texts, &[]);
        let articles: Vec<usize> = stories.iter().map(|one| one.articles.len()).collect();
        assert_eq!(articles, [2, 1, 1, 1]);
    }

    #[test]
    fn every_judgement_gives_its_reason() {
        let story = ingest::bundled();
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        let pairs = judge(&story, &texts, &[]);
        assert_eq!(pairs.len(), 10);
        assert!(
            pairs
                .iter()
                .all(|pair| !pair.reason().to_string().is_empty())
        );
    }

    #[test]
    fn articles_are_told_together_over_a_third() {
        let pair = |a: usize, b: usize, sameness| Pair::told(a.into(), b.into(), sameness, "");
        let pairs = [
            pair(0, 3, Sameness::Same),
            pair(1, 2, Sameness::Unknown),
            pair(1, 4, Sameness::Different),
            pair(2, 3, Sameness::Same),
        ];
        let ids = |articles: &[usize]| -> Vec<ArticleId> {
            articles.iter().map(|one| ArticleId::from(*one)).collect()
        };
        assert_eq!(
            told_together(5, &pairs),
            [ids(&[0, 2, 3]), ids(&[1]), ids(&[4])]
        );
    }

    #[test]
    fn a_story_of_none_or_one_has_no_pairs() {
        let mut story = ingest::bundled();
        story.articles.truncate(1);
        let texts: Vec<Segments> = story.articles.iter().map(Segments::of).collect();
        assert!(judge(&story, &texts, &[]).is_empty());
        assert_eq!(groups(&story, &texts, &[]), [vec![ArticleId(0)]]);
        assert!(groups(&Story::default(), &[], &[]).is_empty());
    }
}
