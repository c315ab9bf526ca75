//! What there is to tell of a quotation besides its words.

use crate::quotation::{Cue, Quotation, QuotationKind, Speaker};
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
    for insertion in &quotation.insertions {
        let words = one_line(article.words_at(*insertion));
        notes.push(format!(
            "contains the insertion {words}; whose it is is not known"
        ));
    }
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

/// Where the speaker is open: what the text has in its place, and who might be meant.
pub fn of_open(
    article: &Article,
    speaker: Option<&Speaker>,
    candidate: Option<&Speaker>,
) -> Vec<String> {
    let mut notes = Vec::new();
    if speaker.is_some_and(Speaker::is_told) {
        return notes;
    }
    if let Some(open) = speaker {
        let words = open.span.map(|span| one_line(article.words_at(span)));
        let words = words.unwrap_or_else(|| open.name.clone());
        notes.push(format!("the text has \u{201c}{words}\u{201d}"));
    }
    if let Some(candidate) = candidate {
        notes.push(format!("nearest candidate: {}", candidate.name));
    }
    notes
}
