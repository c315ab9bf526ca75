//! The catalogue of a collection: its articles and what they share, as a reader is shown it.
//!
//! It needs neither the engine nor the words of the articles. Outlets are not guessed from the
//! texts here: an archive that is kept in a folder an outlet says itself which is which, and one
//! that is not has none.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Cluster;
use crate::passage::lean::checksum;
use crate::passage::types::Relation;

/// The articles of a collection, and what they share.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Catalogue {
    /// The files, in the order in which witnesses name them.
    pub articles: Vec<String>,
    /// The folder from which the files are named; empty where they were no files.
    #[serde(default)]
    pub root: String,
    /// The checksum of every article's text; empty where it is not known.
    #[serde(default)]
    pub checksums: Vec<u64>,
    /// In the order of their first witnesses.
    pub clusters: Vec<Cluster>,
}

/// A cluster in brief: a row of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// Index of the cluster in its catalogue; "P1" is 0.
    pub cluster: usize,
    /// How many articles bear it.
    pub articles: usize,
    /// How many outlets, as far as [`Catalogue::outlets`] names them.
    pub outlets: usize,
    /// How many words its longest witness has.
    pub words: usize,
    pub relation: Relation,
}

/// Which clusters come first in a list. Ties go on with the others of these, then by place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// Those in the most articles.
    Articles,
    /// Those in the most outlets.
    Outlets,
    /// The longest.
    Words,
}

impl Catalogue {
    /// The clusters as rows of a list, in this order.
    #[must_use]
    pub fn rows(&self, order: Order) -> Vec<Row> {
        let outlets = self.outlets();
        let mut rows: Vec<Row> = self
            .clusters
            .iter()
            .enumerate()
            .map(|(nth, cluster)| row(nth, cluster, &outlets))
            .collect();
        rows.sort_by_key(|row| {
            let (articles, outlets, words) = (row.articles, row.outlets, row.words);
            let first = match order {
                Order::Articles => (articles, outlets, words),
                Order::Outlets => (outlets, articles, words),
                Order::Words => (words, outlets, articles),
            };
            (Reverse(first), row.cluster)
        });
        rows
    }

    /// The articles that bear a cluster, each once, in order.
    ///
    /// # Panics
    /// When there is no such cluster.
    #[must_use]
    pub fn articles_of(&self, cluster: usize) -> Vec<usize> {
        bearers(&self.clusters[cluster]).into_iter().collect()
    }

    /// Where an article's file is, from wherever the program runs now.
    ///
    /// # Panics
    /// When there is no such article.
    #[must_use]
    pub fn path(&self, article: usize) -> PathBuf {
        Path::new(&self.root).join(&self.articles[article])
    }

    /// Whether `text` is what the article was when it was read; spans hold only then. True where
    /// that is not known.
    #[must_use]
    pub fn is_as_read(&self, article: usize, text: &str) -> bool {
        self.checksums
            .get(article)
            .is_none_or(|known| *known == checksum(text))
    }

    /// The outlet of every article, as the folders name them: the first folder, below the one
    /// that all articles are in, whose name has a letter in it ("2016/10" is no outlet). `None` for
    /// an article that lies in no such folder.
    #[must_use]
    pub fn outlets(&self) -> Vec<Option<&str>> {
        let folders: Vec<Vec<&str>> = self.articles.iter().map(|file| folders(file)).collect();
        let common =
            folders
                .iter()
                .skip(1)
                .fold(folders.first().map_or(0, Vec::len), |common, one| {
                    let same = one.iter().zip(&folders[0]).take_while(|(a, b)| a == b);
                    same.count().min(common)
                });
        folders
            .into_iter()
            .map(|folders| {
                let below = folders.into_iter().skip(common);
                below
                    .into_iter()
                    .find(|name| name.contains(char::is_alphabetic))
            })
            .collect()
    }
}

/// The names of the folders that a file is in, outermost first.
fn folders(file: &str) -> Vec<&str> {
    let Some(parent) = Path::new(file).parent() else {
        return Vec::new();
    };
    parent
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect()
}

fn bearers(cluster: &Cluster) -> BTreeSet<usize> {
    cluster.witnesses.iter().map(|one| one.article).collect()
}

fn row(nth: usize, cluster: &Cluster, outlets: &[Option<&str>]) -> Row {
    let articles = bearers(cluster);
    let named: BTreeSet<&str> = articles
        .iter()
        .filter_map(|&article| outlets[article])
        .collect();
    Row {
        cluster: nth,
        articles: articles.len(),
        outlets: named.len(),
        words: cluster.words,
        relation: cluster.relation,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Witness;
    use super::*;
    use crate::story::Span;

    fn cluster(articles: &[usize], words: usize) -> Cluster {
        let witness = |&article: &usize| Witness {
            article,
            span: Span::new(0, 9),
        };
        Cluster {
            relation: Relation::Identical,
            similarity: 1.0,
            words,
            witnesses: articles.iter().map(witness).collect(),
        }
    }

    fn catalogue() -> Catalogue {
        let files = [
            "clips/herald/2016/1.txt",
            "clips/herald/2016/2.txt",
            "clips/2016/post/3.txt",
            "clips/4.txt",
        ];
        Catalogue {
            articles: files.map(str::to_string).into(),
            root: "/home/ann".to_string(),
            checksums: vec![checksum("one")],
            clusters: vec![
                cluster(&[0, 1, 1, 3], 8),
                cluster(&[0, 2], 9),
                cluster(&[1, 3], 30),
            ],
        }
    }

    #[test]
    fn the_folder_says_the_outlet() {
        let herald = Some("herald");
        assert_eq!(catalogue().outlets(), [herald, herald, Some("post"), None]);
        let one_folder = Catalogue {
            articles: vec!["a/b/1.txt".to_string(), "a/b/2.txt".to_string()],
            ..Catalogue::default()
        };
        assert_eq!(one_folder.outlets(), [None, None]);
        assert_eq!(Catalogue::default().outlets(), Vec::<Option<&str>>::new());
    }

    #[test]
    fn clusters_are_listed_by_articles_outlets_or_words() {
        let order = |order| -> Vec<usize> {
            let rows = catalogue().rows(order);
            rows.iter().map(|row| row.cluster).collect()
        };
        assert_eq!(order(Order::Articles), [0, 1, 2]);
        assert_eq!(order(Order::Outlets), [1, 0, 2]);
        assert_eq!(order(Order::Words), [2, 1, 0]);
        let first = catalogue().rows(Order::Articles)[0];
        assert_eq!((first.articles, first.outlets, first.words), (3, 1, 8));
    }

    #[test]
    fn a_cluster_leads_to_its_files() {
        let catalogue = catalogue();
        assert_eq!(catalogue.articles_of(0), [0, 1, 3]);
        let file = catalogue.path(3);
        assert_eq!(file, Path::new("/home/ann/clips/4.txt"));
    }

    #[test]
    fn a_text_that_changed_is_known() {
        let catalogue = catalogue();
        assert!(catalogue.is_as_read(0, "one"));
        assert!(!catalogue.is_as_read(0, "another"));
        assert!(catalogue.is_as_read(1, "nobody knows"));
    }
}
