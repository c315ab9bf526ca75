//! The articles' texts, block by block, each with what it is and the passages in it.

use crate::passage::Passage;
use crate::report::document::{Document, Line, Piece};
use crate::report::view::{Report, witness};
use crate::story::{Article, Block};
use crate::text::one_line;

pub fn write(report: &Report<'_>, document: &mut Document) {
    for article in &report.story.articles {
        document.section(&format!("text-{}", article.siglum), &witness(article));
        let blocks = article.blocks.iter();
        document.list(
            blocks
                .map(|block| block_line(report, article, *block))
                .collect(),
        );
    }
}

/// "body (P1, P2): words".
fn block_line(report: &Report<'_>, article: &Article, block: Block) -> Line {
    let here = |passage: &&Passage| {
        let mut witnesses = passage.witnesses.iter();
        witnesses.any(|place| place.article == article.id && place.span.overlap(block.span) > 0)
    };
    let passages = report.comparison.passages.iter().filter(here);
    let names: Vec<String> = passages.map(|passage| passage.id.to_string()).collect();
    let kind = match names.as_slice() {
        [] => format!("{}: ", block.kind.as_str()),
        names => format!("{} ({}): ", block.kind.as_str(), names.join(", ")),
    };
    vec![
        Piece::Text(kind),
        Piece::Text(one_line(article.words_at(block.span))),
    ]
}
