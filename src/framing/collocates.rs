//! The company that labels keep: words that stand near them more often than elsewhere.

use std::collections::BTreeMap;

use super::keyness::log_likelihood;
use super::types::Label;
use crate::story::{Place, Story};
use crate::text::{Segments, fold, is_grammar};

/// The fewest times that a word must stand near to be told of.
const MIN_TIMES: usize = 2;

/// A word near labels.
#[derive(Clone, PartialEq, Debug)]
pub struct Collocate {
    pub word: String,
    /// Where it stands within reach of a label, in the order of articles and of their texts.
    pub near: Vec<Place>,
    /// Times in all of the story's words.
    pub all: usize,
    /// G² of its being nearer than elsewhere (Dunning 1993).
    pub log_likelihood: f64,
}

/// Words of weight within `reach` words of the labels, in the same sentence, that stand there more
/// often than elsewhere; the surest first.
#[must_use]
pub fn collocates<'a>(
    story: &Story,
    texts: &[Segments],
    labels: impl Iterator<Item = &'a Label>,
    reach: usize,
) -> Vec<Collocate> {
    let mut within: Vec<Vec<bool>> = texts
        .iter()
        .map(|text| vec![false; text.words.len()])
        .collect();
    let mut nodes = within.clone();
    for label in labels {
        let text = &texts[label.article.index()];
        let node = text.words_in(label.span);
        let Some(sentence) = text.sentence_at(label.core.start()) else {
            continue;
        };
        let sentence = &text.sentences[sentence].words;
        let start = node.start.saturating_sub(reach).max(sentence.start);
        let end = (node.end + reach).min(sentence.end);
        if start < end {
            within[label.article.index()][start..end].fill(true);
        }
        nodes[label.article.index()][node].fill(true);
    }
    let mut counts: BTreeMap<String, (Vec<Place>, usize)> = BTreeMap::new();
    let (mut near_total, mut total) = (0, 0);
    for (index, text) in texts.iter().enumerate() {
        for (at, &word) in text.words.iter().enumerate() {
            if nodes[index][at] {
                continue;
            }
            let entry = counts
                .entry(fold(story.articles[index].words_at(word)).into_owned())
                .or_default();
            if within[index][at] {
                entry.0.push(Place {
                    article: story.articles[index].id,
                    span: word,
                });
                near_total += 1;
            }
            entry.1 += 1;
            total += 1;
        }
    }
    let mut found: Vec<Collocate> = counts
        .into_iter()
        .filter(|(word, (near, _))| near.len() >= MIN_TIMES && !is_grammar(word))
        .filter(|(_, (near, all))| near.len() * total > all * near_total)
        .map(|(word, (near, all))| Collocate {
            word,
            log_likelihood: log_likelihood(
                near.len(),
                near_total,
                all - near.len(),
                total - near_total,
            ),
            near,
            all,
        })
        .collect();
    found.sort_by(|a, b| {
        b.log_likelihood
            .total_cmp(&a.log_likelihood)
            .then_with(|| a.word.cmp(&b.word))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framing::adhoc;
    use crate::quotation::Speech;
    use crate::text::testing::{segments, story};

    #[test]
    fn company_is_kept_in_the_sentence() {
        let story = story(&[
            "Angry dockers met. Angry dockers left. The harbour slept. The harbour woke. \
             Ships came and ships went. The harbour slept.",
        ]);
        let texts = segments(&story);
        let labels = adhoc::search(&story, &texts, &Speech::default(), "dockers").unwrap();
        // The phrase "angry dockers" is the node unless the node is the word alone.
        let cores: Vec<_> = labels
            .into_iter()
            .map(|label| crate::framing::Label {
                span: label.core,
                ..label
            })
            .collect();
        let words: Vec<String> = collocates(&story, &texts, cores.iter(), 3)
            .into_iter()
            .map(|one| one.word)
            .collect();
        assert_eq!(words, ["angry"]);
    }
}
