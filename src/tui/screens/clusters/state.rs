//! What the list of clusters holds.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use crate::passage::collection::{Catalogue, Order, Row};
use crate::story::{Place, Story};

/// The articles of one cluster, read.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Index of the cluster in its catalogue.
    pub cluster: usize,
    pub story: Arc<Story>,
    /// Where its witnesses stand in the story, as far as they could be read.
    pub places: Vec<Place>,
    /// What the reader should know: files that could not be read, or have changed since.
    pub problem: Option<String>,
}

/// Reads the articles of the cluster of this index.
pub type Read = Arc<dyn Fn(usize) -> Opened + Send + Sync>;
/// The first words of the clusters of these indices, in their order.
pub type Begins = Arc<dyn Fn(&[usize]) -> Vec<String> + Send + Sync>;

/// A collection to choose from: its catalogue, and how its texts are reached.
#[derive(Clone)]
pub struct Shelf {
    /// The file that was opened.
    pub title: String,
    pub catalogue: Arc<Catalogue>,
    /// One an article, where they are known otherwise than by folders: passim's series.
    pub outlets: Option<Vec<String>>,
    pub read: Read,
    pub begins: Begins,
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shelf")
            .field("title", &self.title)
            .finish_non_exhaustive()
    }
}

/// The list.
#[derive(Clone, Debug)]
pub struct Clusters {
    pub title: String,
    catalogue: Arc<Catalogue>,
    outlets: Vec<Option<String>>,
    pub order: Order,
    /// All of them, in this order.
    sorted: Vec<Row>,
    pub filter: String,
    /// Those that the filter leaves, in order.
    pub rows: Vec<Row>,
    /// Index into `rows`.
    pub cursor: usize,
    /// First words, by cluster, as far as they were read.
    pub begins: HashMap<usize, String>,
    /// The cluster whose articles are open.
    pub open: Option<usize>,
}

impl Clusters {
    /// The list of a shelf, those in the most articles first.
    #[must_use]
    pub fn of(shelf: &Shelf) -> Self {
        let outlets = match &shelf.outlets {
            Some(outlets) => outlets.iter().cloned().map(Some).collect(),
            None => shelf
                .catalogue
                .outlets()
                .into_iter()
                .map(|one| one.map(str::to_string))
                .collect(),
        };
        let mut clusters = Clusters {
            title: shelf.title.clone(),
            catalogue: Arc::clone(&shelf.catalogue),
            outlets,
            order: Order::Articles,
            sorted: Vec::new(),
            filter: String::new(),
            rows: Vec::new(),
            cursor: 0,
            begins: HashMap::new(),
            open: None,
        };
        clusters.sort(Order::Articles);
        clusters
    }

    /// How many there are, narrowed or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.catalogue.clusters.len()
    }

    /// How many articles the collection has.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.catalogue.articles.len()
    }

    /// Whether any outlet is known.
    #[must_use]
    pub fn has_outlets(&self) -> bool {
        self.outlets.iter().any(Option::is_some)
    }

    /// The row under the cursor.
    #[must_use]
    pub fn row(&self) -> Option<&Row> {
        self.rows.get(self.cursor)
    }

    /// The articles of a cluster as file and outlet.
    #[must_use]
    pub fn carriers(&self, cluster: usize) -> Vec<(&str, Option<&str>)> {
        let articles = self.catalogue.articles_of(cluster).into_iter();
        articles
            .map(|nth| {
                let outlet = self.outlets.get(nth).and_then(Option::as_deref);
                (self.catalogue.articles[nth].as_str(), outlet)
            })
            .collect()
    }

    /// Sorts all of them otherwise; the cursor stays on its cluster.
    pub fn sort(&mut self, order: Order) {
        self.order = order;
        let mut rows = self.catalogue.rows(order);
        for row in &mut rows {
            row.outlets = self.outlets_of(row.cluster);
        }
        if order == Order::Outlets {
            rows.sort_by_key(|row| std::cmp::Reverse((row.outlets, row.articles)));
        }
        self.sorted = rows;
        self.list();
    }

    /// Lists anew what the filter leaves.
    pub fn list(&mut self) {
        let here = self.row().map(|row| row.cluster);
        let wanted = self.filter.to_lowercase();
        let terms: Vec<&str> = wanted.split_whitespace().collect();
        let left = self
            .sorted
            .iter()
            .filter(|row| self.fits(row.cluster, &terms));
        self.rows = left.copied().collect();
        let again = here.and_then(|here| self.rows.iter().position(|row| row.cluster == here));
        self.cursor = again.unwrap_or(0);
    }

    fn outlets_of(&self, cluster: usize) -> usize {
        let articles = self.catalogue.articles_of(cluster).into_iter();
        let mut outlets: Vec<&str> = articles
            .filter_map(|nth| self.outlets.get(nth)?.as_deref())
            .collect();
        outlets.sort_unstable();
        outlets.dedup();
        outlets.len()
    }

    /// Whether every term stands in a file's name, an outlet or the first words, as far as read.
    fn fits(&self, cluster: usize, terms: &[&str]) -> bool {
        if terms.is_empty() {
            return true;
        }
        let begins = self.begins.get(&cluster).map(|words| words.to_lowercase());
        let carriers = self.carriers(cluster);
        terms.iter().all(|term| {
            let has = |words: &str| words.to_lowercase().contains(term);
            begins.as_ref().is_some_and(|words| words.contains(term))
                || carriers
                    .iter()
                    .any(|(file, outlet)| has(file) || outlet.is_some_and(has))
        })
    }
}
