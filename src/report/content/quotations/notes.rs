//! What there is to tell of a quotation besides its words.

use crate::quotation::{Cue, Quotation, QuotationKind};
use crate::story::Article;
use crate::text::one_line;

/// How much of a sentence stands in the marks; for one that does not stand in its sentence.
pub fn of_kind(quotation: &Quotation) -> Option<String> {
    match quotation.kind {
        QuotationKind::Full => None,
        QuotationKind::Partial => Some("a fragment".to_string()),
        QuotationKind::Term => Some("a term".to_string()),
    }
}

/// Cue, negation, insertions, ellipsis.
pub fn of_quotation(article: &Article, quotation: &Quotation) -> Vec<String> {
    let mut notes = Vec::new();
    if !quotation.is_marked() {
        notes.push("set out without marks".to_string());
    }
    notes.extend(quotation.cue.map(|cue| of_cue(article, cue)));
    if let Some(negation) = quotation.negation {
        let words = one_line(article.words_at(negation));
        notes.push(format!(
            "negated outside the marks: \u{201c}{words}\u{201d}"
        ));
    }
    notes.extend(quotation.insertions_in_words(article));
    if !quotation.ellipses.is_empty() {
        notes.push("contains an ellipsis".to_string());
    }
    notes
}

/// "cue “alleged” (keeps its distance)".
pub fn of_cue(article: &Article, cue: Cue) -> String {
    let words = one_line(article.words_at(cue.span));
    let attitude = cue.attitude.in_words();
    let attitude = attitude.map_or_else(String::new, |words| format!(" ({words})"));
    format!("cue \u{201c}{words}\u{201d}{attitude}")
}
