//! Which article a place lies in, a place being the number of a word through all articles.

use super::corpus::Corpus;

/// Which article a place lies in.
#[derive(Debug)]
pub struct Places<'a> {
    ends: &'a [usize],
    /// The article of the first word of every page.
    pages: Vec<u32>,
}

/// Words a page.
const PAGE: usize = 256;

impl<'a> Places<'a> {
    #[must_use]
    pub fn of(corpus: &'a Corpus) -> Self {
        let ends = corpus.ends();
        let mut article = 0;
        let pages = (0..corpus.words().div_ceil(PAGE))
            .map(|page| {
                while ends[article] <= page * PAGE {
                    article += 1;
                }
                u32::try_from(article).unwrap_or(u32::MAX)
            })
            .collect();
        Places { ends, pages }
    }

    /// The article that a place lies in.
    #[must_use]
    pub fn article(&self, place: u32) -> usize {
        let mut article = self.pages[place as usize / PAGE] as usize;
        while self.ends[article] <= place as usize {
            article += 1;
        }
        article
    }

    /// The place of an article's first word; of one past the last, where the words end.
    #[must_use]
    pub fn start(&self, article: usize) -> usize {
        article.checked_sub(1).map_or(0, |before| self.ends[before])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::lean;

    #[test]
    fn a_place_leads_to_its_article() {
        let mut corpus = Corpus::default();
        for nth in 0..400 {
            let text = format!("Article {nth} of the row. ").repeat(nth % 90);
            corpus.push(&lean::read(&text)).unwrap();
        }
        let places = Places::of(&corpus);
        for article in 0..corpus.articles() {
            for place in places.start(article)..corpus.ends()[article] {
                assert_eq!(places.article(u32::try_from(place).unwrap()), article);
            }
        }
    }
}
