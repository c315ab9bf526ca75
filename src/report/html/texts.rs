//! The full texts under the report, with their passages and quotations marked.
//!
//! A text is cut at every edge of a passage, a quotation or a linked place; each piece is drawn with
//! the classes of what it lies in, so that marks may overlap as they like.

use std::collections::BTreeSet;

use crate::quotation::Speech;
use crate::story::{Article, ArticleId, Block, BlockKind, Place, Span};

use super::super::view::{Report, witness};
use super::{escape, id, place_anchor};

pub fn draw(report: &Report<'_>, linked: &BTreeSet<Place>) -> String {
    let articles = report.story.articles.iter();
    let texts: String = articles
        .map(|article| text(report, article, linked))
        .collect();
    format!(
        "<h2 id=\"texts\">Full texts</h2>\n\
         <p>Shared passages are <span class=\"passage\">marked</span> and numbered, quotations \
         <span class=\"quotation\">underlined</span>, what was taken for furniture of the page is \
         <span class=\"furniture\">dim</span>.</p>\n{texts}"
    )
}

fn text(report: &Report<'_>, article: &Article, linked: &BTreeSet<Place>) -> String {
    let marks = Marks::of(report, article.id, linked);
    let blocks = article.blocks.iter();
    let paragraphs: String = blocks
        .map(|block| paragraph(report, article, *block, &marks))
        .collect();
    let siglum = &article.siglum;
    format!(
        "<article id=\"text-{siglum}\" aria-labelledby=\"head-{siglum}\">\n\
         <h3 id=\"head-{siglum}\">{}</h3>\n{paragraphs}</article>\n",
        escape(&witness(article))
    )
}

fn paragraph(report: &Report<'_>, article: &Article, block: Block, marks: &Marks) -> String {
    let class = match block.kind {
        BlockKind::Furniture => " class=\"furniture\"",
        BlockKind::Headline => " class=\"headline\"",
        BlockKind::Byline | BlockKind::Caption => " class=\"aside\"",
        _ => "",
    };
    let pieces: String = marks
        .edges_in(block.span)
        .windows(2)
        .map(|edge| piece(report, article, Span::new(edge[0], edge[1]), marks))
        .collect();
    format!("<p{class}>{pieces}</p>\n")
}

fn piece(report: &Report<'_>, article: &Article, span: Span, marks: &Marks) -> String {
    let mut out = String::new();
    if marks.anchors.contains(&span.start()) {
        let place = Place {
            article: article.id,
            span,
        };
        out += &format!("<a id=\"{}\"></a>", place_anchor(report, place));
    }
    for (passage, number) in &marks.passages {
        if passage.start() == span.start() {
            out += &format!("<a class=\"number\" href=\"#{0}\">{0}</a>", id(number));
        }
    }
    let shared = marks
        .passages
        .iter()
        .any(|(passage, _)| passage.covers(span));
    let quoted = marks
        .quotations
        .iter()
        .any(|quotation| quotation.covers(span));
    let classes = match (shared, quoted) {
        (false, false) => None,
        (true, false) => Some("passage"),
        (false, true) => Some("quotation"),
        (true, true) => Some("passage quotation"),
    };
    let words = escape(article.words_at(span));
    out += &match classes {
        Some(classes) => format!("<span class=\"{classes}\">{words}</span>"),
        None => words,
    };
    out
}

/// What is marked in one text.
struct Marks {
    passages: Vec<(Span, String)>,
    quotations: Vec<Span>,
    /// Starts of linked places.
    anchors: BTreeSet<usize>,
    /// Every offset at which something starts or ends, in order.
    edges: Vec<usize>,
}

impl Marks {
    fn of(report: &Report<'_>, article: ArticleId, linked: &BTreeSet<Place>) -> Self {
        let passages: Vec<(Span, String)> = report
            .comparison
            .passages
            .iter()
            .flat_map(|passage| {
                let witnesses = passage.witnesses.iter();
                let here = witnesses.filter(|place| place.article == article);
                here.map(|place| (place.span, passage.id.to_string()))
            })
            .collect();
        let quotations = quotations(&report.comparison.speech, article);
        let here = linked.iter().filter(|place| place.article == article);
        let anchors: BTreeSet<usize> = here.map(|place| place.span.start()).collect();
        let spans = passages.iter().map(|(span, _)| *span);
        let mut edges: Vec<usize> = spans
            .chain(quotations.iter().copied())
            .flat_map(|span| [span.start(), span.end()])
            .chain(anchors.iter().copied())
            .collect();
        edges.sort_unstable();
        edges.dedup();
        Marks {
            passages,
            quotations,
            anchors,
            edges,
        }
    }

    /// The edges inside a span, with its own two.
    fn edges_in(&self, span: Span) -> Vec<usize> {
        let first = self.edges.partition_point(|edge| *edge <= span.start());
        let last = self.edges.partition_point(|edge| *edge < span.end());
        let mut edges = vec![span.start()];
        edges.extend(&self.edges[first..last.max(first)]);
        edges.push(span.end());
        edges
    }
}

fn quotations(speech: &Speech, article: ArticleId) -> Vec<Span> {
    let here = speech
        .quotations
        .iter()
        .filter(|one| one.article == article);
    here.map(|one| one.span).collect()
}
