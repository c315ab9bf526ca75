//! What this report was made with, so that it can be made again.

use crate::report::document::{Document, Line, line};
use crate::report::provenance;
use crate::report::view::Report;
use crate::text::count;

pub fn write(report: &Report<'_>, document: &mut Document) {
    document.section("provenance", "How this report was made");
    document.say(format!(
        "By {} {} from the texts below. The same texts, options and version give the same bytes; \
         \u{201c}rashomon verify\u{201d} with the JSON report says which places still hold. Places count bytes of each text \
         as \u{201c}rashomon text\u{201d} prints it.",
        provenance::NAME,
        provenance::VERSION,
    ));
    let mut lines: Vec<Line> = provenance::options(report.options)
        .into_iter()
        .map(|(name, value)| line(format!("option {name} = {value}")))
        .collect();
    lines.extend(report.options.framing.lexicons.iter().map(|lexicon| {
        line(format!(
            "lexicon {} ({}), sha256 {}",
            lexicon.name, lexicon.file, lexicon.sha256
        ))
    }));
    lines.extend(report.story.articles.iter().map(|article| {
        let bytes = count(article.bytes, "byte", "bytes");
        line(format!(
            "{} {}, {bytes}, sha256 {}",
            article.siglum, article.file, article.sha256
        ))
    }));
    document.list(lines);
}
