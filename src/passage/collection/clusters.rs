//! From the stretches that the engine finds to clusters, whose witnesses are bytes of texts.
//!
//! Each article is looked at once for all its stretches, however many they are.

use std::io;

use rayon::prelude::*;

use super::{Cluster, Witness};
use crate::passage::cluster::Stretch;
use crate::passage::corpus::Corpus;
use crate::passage::edges::{Edges, with_marks};
use crate::passage::key::Key;
use crate::passage::layout;
use crate::passage::relation::relation;
use crate::story::Span;

/// A stretch cut out of its article.
struct Cut {
    keys: Box<[Key]>,
    span: Span,
    /// The marks around it.
    before: Box<str>,
    after: Box<str>,
}

/// These passages as clusters.
///
/// # Errors
/// When an article that lies in a file cannot be read.
pub fn clusters(corpus: &Corpus, passages: &[Vec<Stretch>]) -> io::Result<Vec<Cluster>> {
    let mut stretches: Vec<&Stretch> = passages.iter().flatten().collect();
    stretches.par_sort_unstable();
    let of_article: Vec<&[&Stretch]> = stretches
        .chunk_by(|one, other| one.article == other.article)
        .collect();
    let cuts: Vec<Vec<Cut>> = of_article
        .par_iter()
        .map(|stretches| cut(corpus, stretches))
        .collect::<io::Result<_>>()?;
    let cuts: Vec<Cut> = cuts.into_iter().flatten().collect();
    Ok(passages
        .par_iter()
        .map(|passage| cluster(passage, &stretches, &cuts))
        .collect())
}

/// Cuts some stretches out of the article that they all are of.
fn cut(corpus: &Corpus, stretches: &[&Stretch]) -> io::Result<Vec<Cut>> {
    let article = corpus.article(stretches[0].article as usize)?;
    let words =
        layout::words(&article.layout, article.keys.len()).ok_or(io::ErrorKind::InvalidData)?;
    let cut = |stretch: &&Stretch| {
        let (first, last) = (words[stretch.start], words[stretch.end - 1]);
        Cut {
            keys: article.keys[stretch.start..stretch.end].into(),
            span: first.span.hull(last.span),
            before: first.before.into(),
            after: last.after.into(),
        }
    };
    Ok(stretches.iter().map(cut).collect())
}

fn cluster(passage: &[Stretch], stretches: &[&Stretch], cuts: &[Cut]) -> Cluster {
    let cuts: Vec<&Cut> = passage
        .iter()
        .map(|stretch| &cuts[stretches.partition_point(|one| *one < stretch)])
        .collect();
    let edges: Vec<Edges<'_>> = cuts
        .iter()
        .map(|cut| Edges {
            span: cut.span,
            before: &cut.before,
            after: &cut.after,
        })
        .collect();
    let keys: Vec<&[Key]> = cuts.iter().map(|cut| &*cut.keys).collect();
    let (relation, similarity) = relation(&keys);
    let witnesses = with_marks(&edges)
        .into_iter()
        .zip(passage)
        .map(|(span, stretch)| Witness {
            article: stretch.article as usize,
            span,
        })
        .collect();
    Cluster {
        relation,
        similarity,
        words: keys.iter().map(|keys| keys.len()).max().unwrap_or(0),
        witnesses,
    }
}
