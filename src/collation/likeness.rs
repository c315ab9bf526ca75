//! Likeness explained: not a figure to be believed but words that can be counted.
//!
//! "41 of 44 words the same" for a passage whose words stand in one order; for a reworded one the
//! content words that all witnesses have, wherever they stand, by their stems: "minds" and "mind"
//! are one. Function words are those of `assets/rules/common_words.toml`.

use std::collections::HashSet;
use std::fmt;

use rust_stemmers::{Algorithm, Stemmer};

use super::{Collation, Column};
use crate::passage::{Passage, Relation};
use crate::story::{Place, Story};
use crate::text::{Segments, fold, is_grammar};

/// What the witnesses of a passage have in common.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Likeness {
    pub relation: Relation,
    /// Words that all witnesses have, in one order.
    pub same: usize,
    /// How many words each witness has.
    pub words: Vec<usize>,
    /// Words of the base that some witness has at another place.
    pub moved: usize,
    /// Of a reworded passage, the content words that all witnesses have, wherever they stand, as the
    /// base spells them and in its order, each once.
    pub shared: Vec<String>,
}

/// What the witnesses of a passage have in common, by its collation.
#[must_use]
pub fn likeness(
    story: &Story,
    texts: &[Segments],
    passage: &Passage,
    collation: &Collation,
) -> Likeness {
    let count = |place: Place| {
        let segments = &texts[place.article.index()];
        segments.words_in(place.span).len()
    };
    let base = |column: &Column| {
        let reading = column.readings()[collation.base];
        count(Place {
            article: reading.article,
            span: reading.span,
        })
    };
    let same = collation
        .columns
        .iter()
        .filter(|column| matches!(column, Column::Agreement(_)))
        .map(base)
        .sum();
    let mut moved: Vec<usize> = collation.moves.iter().map(|one| one.from).collect();
    moved.sort_unstable();
    moved.dedup();
    Likeness {
        relation: passage.relation,
        same,
        words: passage
            .witnesses
            .iter()
            .map(|place| count(*place))
            .collect(),
        moved: moved
            .into_iter()
            .map(|column| base(&collation.columns[column]))
            .sum(),
        shared: match passage.relation {
            Relation::Reworded => shared_words(story, texts, passage, collation.base),
            Relation::Identical | Relation::Near => Vec::new(),
        },
    }
}

/// The content words that all witnesses of a passage have, as [`Likeness::shared`] has them of a
/// reworded one.
#[must_use]
pub fn shared_words(
    story: &Story,
    texts: &[Segments],
    passage: &Passage,
    base: usize,
) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let told = |place: &Place| -> Vec<(String, String)> {
        let article = story.article(place.article);
        let segments = &texts[place.article.index()];
        segments.words[segments.words_in(place.span)]
            .iter()
            .map(|word| article.words_at(*word))
            .map(|word| (fold(word), word))
            .filter(|(folded, _)| !is_grammar(folded))
            .map(|(folded, word)| (stemmer.stem(&folded).into_owned(), word.to_string()))
            .collect()
    };
    let others: Vec<HashSet<String>> = passage
        .witnesses
        .iter()
        .map(|place| told(place).into_iter().map(|(stem, _)| stem).collect())
        .collect();
    let mut seen = HashSet::new();
    passage.witnesses.get(base).map_or_else(Vec::new, |place| {
        told(place)
            .into_iter()
            .filter(|(stem, _)| others.iter().all(|has| has.contains(stem)))
            .filter(|(stem, _)| seen.insert(stem.clone()))
            .map(|(_, word)| word)
            .collect()
    })
}

impl Likeness {
    /// "41 words", "41 and 44 words", "41 to 44 words".
    #[must_use]
    pub fn lengths(&self) -> String {
        let (least, most) = self.least_and_most();
        match (least == most, self.words.len()) {
            (true, _) if most == 1 => "1 word".to_string(),
            (true, _) => format!("{most} words"),
            (false, 2) => format!("{} and {} words", self.words[0], self.words[1]),
            (false, _) => format!("{least} to {most} words"),
        }
    }

    fn least_and_most(&self) -> (usize, usize) {
        let least = self.words.iter().min().copied().unwrap_or(0);
        (least, self.words.iter().max().copied().unwrap_or(0))
    }
}

impl fmt::Display for Likeness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.relation {
            Relation::Identical => write!(f, "the same {}", self.lengths()),
            Relation::Near => {
                write!(f, "{} of {} the same", self.same, self.lengths())?;
                match self.moved {
                    0 => Ok(()),
                    1 => write!(f, ", 1 more elsewhere"),
                    more => write!(f, ", {more} more elsewhere"),
                }
            }
            Relation::Reworded if self.shared.is_empty() => f.write_str(&self.lengths()),
            Relation::Reworded => write!(
                f,
                "{}, {} content words in common: {}",
                self.lengths(),
                self.shared.len(),
                self.shared.join(", ")
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::collate;
    use super::*;
    use crate::passage::PassageId;
    use crate::story::{ArticleId, Span};
    use crate::text::testing::{segments, story};

    fn told(relation: Relation, texts: &[&str]) -> String {
        let story = story(texts);
        let texts = segments(&story);
        let witnesses = story.articles.iter().map(|article| Place {
            article: ArticleId::from(article.id.index()),
            span: Span::new(0, article.text.len()),
        });
        let passage = Passage {
            id: PassageId(0),
            relation,
            similarity: 0.5,
            witnesses: witnesses.collect(),
        };
        let collation = collate(&story, &texts, &passage);
        likeness(&story, &texts, &passage, &collation).to_string()
    }

    #[test]
    fn near_is_told_by_the_words_that_are_the_same() {
        let texts = [
            "The ferry left the pier at noon today.",
            "Today the ferry left the old pier at noon.",
        ];
        assert_eq!(
            told(Relation::Near, &texts),
            "7 of 8 and 9 words the same, 1 more elsewhere"
        );
        let three = [texts[0], texts[0], texts[1]];
        assert_eq!(
            told(Relation::Near, &three),
            "7 of 8 to 9 words the same, 1 more elsewhere"
        );
    }

    #[test]
    fn reworded_is_told_by_the_content_words_of_all() {
        let texts = [
            "The company has changed its prices for islanders again.",
            "Again and again, islanders saw the price changed, the company said.",
        ];
        assert_eq!(
            told(Relation::Reworded, &texts),
            "9 and 11 words, 4 content words in common: company, changed, prices, islanders"
        );
    }
}
