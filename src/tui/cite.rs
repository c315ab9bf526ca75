//! Words taken away with their source: what is copied carries its citation.
//!
//! Outlet and date keep their basis, the place is given in bytes of the file, and the start of the
//! file's SHA-256 says which text was meant. All of it is scrubbed: a clipboard obeys nobody.

use crate::story::{Article, Place, Story};
use crate::text::scrub_lines;

/// The words at a place with their citation.
#[must_use]
pub fn place(story: &Story, place: Place) -> String {
    let article = story.article(place.article);
    let words = article.words_at(place.span);
    let cited = format!("{words}\n{}", source(article, place));
    scrub_lines(&cited).into_owned()
}

/// The citation of a place, without its words.
#[must_use]
pub fn source_of(story: &Story, place: Place) -> String {
    let article = story.article(place.article);
    let cited = format!("{}: {}", article.siglum, source(article, place));
    scrub_lines(&cited).into_owned()
}

/// "— Press TV (inferred), “…”, 2016-10-05 (inferred); 002.txt, bytes 10–20, sha256 0123456789ab".
fn source(article: &Article, place: Place) -> String {
    let mut parts = vec![known(article.outlet_name(), article.outlet.basis_word())];
    if let Some(span) = article.headline() {
        parts.push(format!("\u{201c}{}\u{201d}", article.words_at(span)));
    }
    match article.date.value() {
        Some(date) => parts.push(known(&date.to_string(), article.date.basis_word())),
        None => parts.push("date unknown".to_string()),
    }
    if let Some(url) = article.url.value() {
        parts.push(url.clone());
    }
    format!(
        "\u{2014} {}; {}, bytes {}\u{2013}{}, sha256 {}",
        parts.join(", "),
        article.file,
        place.span.start(),
        place.span.end(),
        article.sha256.short()
    )
}

fn known(value: &str, basis: &str) -> String {
    if basis == "unknown" {
        value.to_string()
    } else {
        format!("{value} ({basis})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;
    use crate::story::{ArticleId, Span};

    #[test]
    fn words_carry_their_source() {
        let story = ingest::bundled();
        let cited = place(
            &story,
            Place {
                article: ArticleId(3),
                span: Span::new(0, 2),
            },
        );
        assert!(cited.starts_with("US\n\u{2014} AFP (stated), "), "{cited}");
        assert!(cited.contains("2016-09-05 (stated)"), "{cited}");
        assert!(cited.contains("bytes 0\u{2013}2, sha256 "), "{cited}");
    }
}
