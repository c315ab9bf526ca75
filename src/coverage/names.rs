//! Runs of capitalised words, which places are read from.

use std::ops::Range;

use crate::story::{Article, Span};
use crate::text::{Segments, Sentence};

/// Longest runs of capitalised words of a sentence that only blanks, hyphens or inner points part,
/// as ranges into [`Segments::words`].
pub fn runs(article: &Article, segments: &Segments, sentence: &Sentence) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in sentence.words.clone() {
        if !article
            .words_at(segments.words[at])
            .starts_with(char::is_uppercase)
        {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at && adjoin(article, segments, at) => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether only a blank or a hyphen parts a word from the one before it.
fn adjoin(article: &Article, segments: &Segments, at: usize) -> bool {
    let gap = Span::new(segments.words[at - 1].end(), segments.words[at].start());
    matches!(article.words_at(gap), " " | "\u{a0}" | "-" | ". ")
}

#[cfg(test)]
pub mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::story::{ArticleId, Block, BlockKind, Fingerprint, Known, Siglum};

    /// An article of one body block.
    pub fn article(text: &str) -> Article {
        Article {
            id: ArticleId(0),
            siglum: Siglum::nth(0),
            file: "a.txt".to_string(),
            sha256: Fingerprint::of(text.as_bytes()),
            bytes: text.len(),
            text: Arc::from(text),
            wrapped: None,
            outlet: Known::Unknown,
            author: Known::Unknown,
            agency: Known::Unknown,
            date: Known::Unknown,
            event: Known::Unknown,
            url: Known::Unknown,
            version_of: None,
            blocks: vec![Block {
                kind: BlockKind::Body,
                span: Span::new(0, text.len()),
            }],
            asides: Vec::new(),
            set_out: Vec::new(),
        }
    }

    #[test]
    fn marks_part_names_and_blanks_do_not() {
        let article = article("They met in New Oban, Carrick and at the Old Pier Hotel.");
        let segments = Segments::of(&article);
        let runs = runs(&article, &segments, &segments.sentences[0]);
        let names: Vec<&str> = runs
            .iter()
            .map(|run| {
                let span = segments.words[run.start].hull(segments.words[run.end - 1]);
                article.words_at(span)
            })
            .collect();
        assert_eq!(names, ["They", "New Oban", "Carrick", "Old Pier Hotel"]);
    }
}
