//! One text in two outlets.
//!
//! Where two outlets print one agency's report, their agreeing word for word is no second witness. Such
//! pairs are found here and told as what they are: on the texts' own word where both name one agency
//! (or one is the agency's own), else concluded from how much of the shorter text stands in both. Which was
//! first, and who had it from whom, is never claimed of texts that do not say.

use std::collections::BTreeMap;

use super::Pair;
use crate::ingest::is_agency;
use crate::story::{Article, ArticleId, Basis, Outlet, Story};

/// The part of the shorter text that must stand in both, by what the texts say of an agency: both
/// name it, one does, none does.
const BOTH_NAME_IT: f64 = 0.4;
const ONE_NAMES_IT: f64 = 0.6;
const NONE_NAMES_IT: f64 = 0.8;

/// An article that carries the text of another outlet's.
#[derive(Clone, PartialEq, Debug)]
pub struct Copy {
    pub article: ArticleId,
    /// The agency's own article where it is in the story, else the earliest that carries the text.
    pub of: ArticleId,
    /// Whose text it is, where either says so.
    pub agency: Option<Outlet>,
    /// [`Stated`](Basis::Stated) where both say so, else [`Inferred`](Basis::Inferred).
    pub basis: Basis,
    /// The part of the shorter text that stands in both, 0 to 1.
    pub containment: f64,
}

impl Copy {
    /// What it is to a reader who knows that it is of `article`: "carries the AFP text of B".
    #[must_use]
    pub fn words(&self, of: &str) -> String {
        match &self.agency {
            Some(agency) => format!("carries the {} text of {of}", agency.0),
            None => format!("carries largely the text of {of}"),
        }
    }

    /// The ground: "both name AFP; 85 % of the shorter text stands in both".
    #[must_use]
    pub fn ground(&self) -> String {
        let part = format!(
            "{:.0}\u{a0}% of the shorter text stands in both",
            self.containment * 100.0
        );
        match (&self.agency, self.basis) {
            (Some(agency), Basis::Stated) => format!("both name {}; {part}", agency.0),
            (Some(agency), _) => format!("one of the two names {}; {part}", agency.0),
            (None, _) => {
                format!(
                    "{part}; which was first, and whether both have it from elsewhere, is not told"
                )
            }
        }
    }
}

/// The copies among these pairs, at most one an article, in order of articles.
#[must_use]
pub fn copies(story: &Story, pairs: &[Pair]) -> Vec<Copy> {
    let mut found: BTreeMap<ArticleId, Copy> = BTreeMap::new();
    for copy in pairs.iter().filter_map(|pair| copy(story, pair)) {
        match found.get(&copy.article) {
            Some(kept) if rank(story, kept) <= rank(story, &copy) => {}
            _ => {
                found.insert(copy.article, copy);
            }
        }
    }
    found.into_values().collect()
}

/// The agency's own text first, then the earliest article.
fn rank(story: &Story, copy: &Copy) -> (bool, ArticleId) {
    (!is_agencys_own(story.article(copy.of)), copy.of)
}

fn copy(story: &Story, pair: &Pair) -> Option<Copy> {
    let (a, b) = (story.article(pair.a), story.article(pair.b));
    let outlets = a.outlet.value().zip(b.outlet.value());
    let one_outlet = outlets.is_some_and(|(one, other)| one == other);
    let version = |x: &Article, y: &Article| x.version_of == Some(y.id);
    if one_outlet || version(a, b) || version(b, a) {
        return None;
    }
    let (agency, basis, asked) = match (writer(a), writer(b)) {
        (Some(one), Some(other)) if one == other => {
            (Some(one.clone()), Basis::Stated, BOTH_NAME_IT)
        }
        (Some(one), None) | (None, Some(one)) => (Some(one.clone()), Basis::Inferred, ONE_NAMES_IT),
        _ => (None, Basis::Inferred, NONE_NAMES_IT),
    };
    if pair.containment() < asked {
        return None;
    }
    let (article, of) = if is_agencys_own(b) && !is_agencys_own(a) {
        (pair.a, pair.b)
    } else {
        (pair.b, pair.a)
    };
    Some(Copy {
        article,
        of,
        agency,
        basis,
        containment: pair.containment(),
    })
}

/// The agency that wrote an article, as far as it says: its publisher where that is one.
fn writer(article: &Article) -> Option<&Outlet> {
    if is_agencys_own(article) {
        article.outlet.value()
    } else {
        article.agency.value()
    }
}

fn is_agencys_own(article: &Article) -> bool {
    let outlet = article.outlet.value();
    outlet.is_some_and(|outlet| is_agency(&outlet.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Sameness;
    use crate::ingest;
    use crate::story::Known;

    fn story(outlets: &[(&str, Option<&str>)]) -> Story {
        let model = ingest::bundled().articles.swap_remove(0);
        let articles = outlets
            .iter()
            .enumerate()
            .map(|(at, (outlet, agency))| Article {
                id: at.into(),
                outlet: Known::stated(Outlet((*outlet).to_string())),
                agency: agency.map_or(Known::Unknown, |name| {
                    Known::stated(Outlet(name.to_string()))
                }),
                ..model.clone()
            });
        Story {
            title: None,
            articles: articles.collect(),
        }
    }

    fn pair(a: usize, b: usize, containment: f64) -> Pair {
        let mut pair = Pair::told(a.into(), b.into(), Sameness::Same, "");
        pair.shared_words = (containment * 100.0).round() as u32;
        pair.shorter = 100;
        pair
    }

    fn found(outlets: &[(&str, Option<&str>)], containment: f64) -> Option<Copy> {
        copies(&story(outlets), &[pair(0, 1, containment)]).pop()
    }

    #[test]
    fn what_the_texts_state_needs_less_than_what_is_concluded() {
        let both = found(&[("Quay", Some("AFP")), ("Town", Some("AFP"))], 0.5).unwrap();
        assert_eq!(both.basis, Basis::Stated);
        assert_eq!(both.words("A"), "carries the AFP text of A");
        assert_eq!(found(&[("Quay", Some("AFP")), ("Town", None)], 0.5), None);
        let one = found(&[("Quay", Some("AFP")), ("Town", None)], 0.7).unwrap();
        assert_eq!(one.basis, Basis::Inferred);
        assert!(one.ground().starts_with("one of the two names AFP; 70"));
        assert_eq!(found(&[("Quay", None), ("Town", None)], 0.7), None);
        let none = found(&[("Quay", None), ("Town", None)], 0.9).unwrap();
        assert_eq!(none.agency, None);
        // Two agencies are no one writer.
        assert_eq!(
            found(&[("Quay", Some("AFP")), ("Town", Some("AP"))], 0.7),
            None
        );
    }

    #[test]
    fn the_agencys_own_text_is_the_one_that_is_carried() {
        let own = found(&[("Quay", Some("Reuters")), ("Reuters", None)], 0.9).unwrap();
        assert_eq!((own.article.index(), own.of.index()), (0, 1));
        assert_eq!(own.basis, Basis::Stated);
        let outlets = [("Quay", Some("AP")), ("Town", Some("AP")), ("AP", None)];
        let pairs = [pair(0, 1, 0.9), pair(0, 2, 0.9), pair(1, 2, 0.9)];
        let found = copies(&story(&outlets), &pairs);
        let ends: Vec<(usize, usize)> = found
            .iter()
            .map(|copy| (copy.article.index(), copy.of.index()))
            .collect();
        assert_eq!(ends, [(0, 2), (1, 2)]);
    }

    #[test]
    fn one_outlets_versions_are_no_copies() {
        assert_eq!(
            found(&[("Quay", Some("AP")), ("Quay", Some("AP"))], 1.0),
            None
        );
    }
}
