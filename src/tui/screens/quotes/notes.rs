//! How a carrier tells a statement, and what else there is to say of it.

use super::carriers::{Carrier, Told};
use crate::comparison::Comparison;
use crate::quotation::{
    Act, Attitude, Bearer, Cue, Fidelity, Quotation, QuotationId, QuotationKind, SharedQuotation,
    difference, readings,
};
use crate::story::{Article, Span};
use crate::text::one_line;
use crate::tui::state::State;

/// Words of a piece that its line shows.
const FIRST_WORDS: usize = 9;
const SET_OUT: &str = "set out without marks";
/// More texts than this are counted, not named.
const MOST_NAMED: usize = 12;

/// How a statement is carried, in words.
#[must_use]
pub fn how(state: &State, carrier: &Carrier) -> String {
    let Some(comparison) = &state.comparison else {
        return String::new();
    };
    match carrier {
        Carrier::Quoted { parts, bearer, .. } => match bearer {
            Some(bearer) => bearer.carried(),
            _ if parts.len() > 1 => format!("in marks, {} parts", parts.len()),
            _ if set_out(comparison, parts) => SET_OUT.to_string(),
            _ => "in marks".to_string(),
        },
        Carrier::Unmarked { telling, .. } => telling.as_str().to_string(),
        Carrier::Reported { index, .. } => match comparison.speech.reported[*index].act {
            Act::Speech => "reported in the outlet's own words".to_string(),
            Act::Thought | Act::Stance => "a position, in the outlet's own words".to_string(),
        },
        Carrier::Echoed { whole, .. } => {
            let words = if *whole {
                "these words"
            } else {
                "some of these words"
            };
            format!("{words} stand here; whether of this statement is not known")
        }
        Carrier::NotFound(articles) => format!("not found in {}", texts(state, articles)),
    }
}

/// Whether no marks stand around any of the parts.
fn set_out(comparison: &Comparison, parts: &[QuotationId]) -> bool {
    let quotations = &comparison.speech.quotations;
    parts
        .iter()
        .all(|id| !quotations[id.0 as usize].is_marked())
}

/// "A, C", or how many where they are many.
#[must_use]
pub fn texts(state: &State, articles: &[crate::story::ArticleId]) -> String {
    if articles.len() > MOST_NAMED {
        format!("{} texts", articles.len())
    } else {
        crate::tui::guard::sigla(state, articles)
    }
}

/// What else there is to tell: whose it is here, the words where they are not those above, cue,
/// negation, insertions, kind, the nearest candidate.
#[must_use]
pub fn notes(state: &State, told: &Told, carrier: &Carrier) -> Vec<String> {
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    let speech = &comparison.speech;
    match carrier {
        Carrier::Quoted {
            article,
            parts,
            bearer,
        } => {
            let article = state.story.article(*article);
            let mut notes = Vec::new();
            if let (Some(shared), Some(bearer)) = (shared(comparison, told), bearer) {
                notes.extend(of_bearer(state, comparison, told, shared, bearer));
            }
            let parts = parts.iter().map(|id| &speech.quotations[id.0 as usize]);
            notes.extend(parts.flat_map(|part| of_quotation(article, part)));
            let mut told_once: Vec<String> = Vec::new();
            for note in notes {
                if !told_once.contains(&note) {
                    told_once.push(note);
                }
            }
            told_once
        }
        Carrier::Reported { index, place } => {
            let told = &speech.reported[*index];
            let article = state.story.article(place.article);
            let mut notes: Vec<String> = told.cue.iter().map(|cue| of_cue(article, *cue)).collect();
            notes.extend(told.open_in_words(article));
            notes
        }
        Carrier::Unmarked { place, .. } => {
            let words = one_line(state.story.words_at(*place));
            vec![first_words(&words)]
        }
        Carrier::Echoed { .. } | Carrier::NotFound(_) => Vec::new(),
    }
}

fn shared<'a>(comparison: &'a Comparison, told: &Told) -> Option<&'a SharedQuotation> {
    comparison.shared_quotations.get(told.shared?)
}

/// Of one that carries a shared statement: another speaker, its own words, what differs.
fn of_bearer(
    state: &State,
    comparison: &Comparison,
    told: &Told,
    shared: &SharedQuotation,
    bearer: &Bearer,
) -> Vec<String> {
    let speech = &comparison.speech;
    let fullest = shared.members[0].quotation;
    let base = &speech.quotations[fullest.0 as usize];
    let pieces = bearer.pieces(speech);
    let article = state.story.article(pieces[0].article);
    let mut notes = Vec::new();
    if let Some(name) = shared.speaker_apart(speech, bearer) {
        notes.push(format!("attributed to {name} here"));
    }
    if set_out(comparison, &bearer.quotations) {
        notes.push(SET_OUT.to_string());
    }
    let relation = bearer.relation;
    let here = |carrier: &&Carrier| carrier.article() == Some(article.id);
    let again = told.carriers.iter().filter(here).nth(1).is_some();
    if !bearer.is_fullest && (relation != Fidelity::Identical || again) {
        let words = one_line(article.words_at(pieces[0].said(article)));
        notes.push(format!("\u{201c}{}\u{201d}", first_words(&words)));
    }
    if matches!(relation, Fidelity::Differs | Fidelity::Spliced) {
        let there = state.story.article(base.article);
        let stretches = difference((there, &[base]), (article, &pieces));
        notes.extend(readings(&state.story, base, pieces[0], &stretches));
    }
    notes
}

fn first_words(words: &str) -> String {
    let first: Vec<&str> = words.split(' ').take(FIRST_WORDS).collect();
    let first = first.join(" ");
    if first.len() < words.len() {
        format!("{first}\u{2026}")
    } else {
        first
    }
}

fn of_quotation(article: &Article, quotation: &Quotation) -> Vec<String> {
    let mut notes = Vec::new();
    let words = |span: Span| one_line(article.words_at(span));
    if let Some(negation) = quotation.negation {
        notes.push(format!("outside the marks: {}", words(negation)));
    }
    notes.extend(quotation.insertions_in_words(article));
    match quotation.kind {
        QuotationKind::Full => {}
        QuotationKind::Partial => notes.push("a fragment".to_string()),
        QuotationKind::Term if quotation.is_outlets_own() => {}
        QuotationKind::Term => notes.push("a term".to_string()),
    }
    if !quotation.ellipses.is_empty() {
        notes.push("contains an ellipsis".to_string());
    }
    notes.extend(quotation.cue.iter().map(|cue| of_cue(article, *cue)));
    notes.extend(quotation.open_in_words(article));
    notes
}

fn of_cue(article: &Article, cue: Cue) -> String {
    let words = one_line(article.words_at(cue.span));
    format!("{words}{}", attitude(cue.attitude))
}

/// What a cue says of the outlet's stance, in brackets; nothing where it says nothing of it.
#[must_use]
pub fn attitude(attitude: Attitude) -> String {
    let words = attitude.in_words();
    words.map_or_else(String::new, |words| format!(" ({words})"))
}
