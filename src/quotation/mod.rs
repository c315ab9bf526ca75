//! Who said what: quotations in marks, reported speech, and how faithfully outlets carry them.
//!
//! An attribution is a source, a cue and a content ("Lavrov" "said" "…"). Content in quotation
//! marks is a [`Quotation`]: full (whole sentences), partial (a fragment in the outlet's own
//! sentence) or a term (one to three words in marks alone). Content without marks is [`Reported`]
//! speech. What the text does not settle stays open: "speaker not found", with the nearest
//! candidate kept apart.

mod inner;
mod kind;
mod marks;
mod parts;
mod types;

pub use types::{
    Attitude, Cue, Fidelity, Member, Quotation, QuotationId, QuotationKind, Reported,
    SharedQuotation, Speaker, Speech, Standing, UtteranceId, Utterer,
};

use rayon::prelude::*;

use crate::story::{Article, Story};
use crate::text::Segments;
use parts::{Part, parts};

/// Every quotation and every piece of reported speech of a story, in the order of articles and of
/// their texts.
#[must_use]
pub fn find(story: &Story, texts: &[Segments]) -> Speech {
    let heard: Vec<Speech> = story
        .articles
        .par_iter()
        .zip(texts)
        .map(|(article, _segments)| hear(article))
        .collect();
    gathered(heard)
}

fn hear(article: &Article) -> Speech {
    let parts = parts(article, |word| matches!(word, "said" | "says" | "told"));
    let mut quotations: Vec<Quotation> = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        let continued = part.continued;
        let mut next = quotation(article, index, part);
        if let Some(last) = quotations.iter().rev().find(|one| one.within.is_none())
            && continued
        {
            next.utterance = last.utterance;
        }
        quotations.push(next);
    }
    Speech {
        quotations,
        reported: Vec::new(),
    }
}

fn quotation(article: &Article, index: usize, part: Part) -> Quotation {
    let index = u32::try_from(index).unwrap_or(u32::MAX);
    Quotation {
        id: QuotationId(index),
        article: article.id,
        span: part.pair.span,
        content: part.pair.content,
        kind: part.kind,
        utterance: UtteranceId(index),
        speaker: None,
        candidate: None,
        cue: None,
        negation: None,
        ellipses: part.ellipses,
        insertions: part.insertions,
        within: part
            .pair
            .within
            .and_then(|outer| u32::try_from(outer).ok())
            .map(QuotationId),
    }
}

/// The speech of several articles as one, ids counted through.
fn gathered(heard: Vec<Speech>) -> Speech {
    let mut all = Speech::default();
    let mut utterances = 0;
    for speech in heard {
        let quotations = u32::try_from(all.quotations.len()).unwrap_or(u32::MAX);
        let reported = all.reported.len();
        let mut last = utterances;
        for mut one in speech.quotations {
            one.id.0 += quotations;
            one.utterance.0 += utterances;
            last = last.max(one.utterance.0 + 1);
            one.within = one.within.map(|outer| QuotationId(outer.0 + quotations));
            all.quotations.push(one);
        }
        utterances = last;
        for mut one in speech.reported {
            one.within = one.within.map(|outer| outer + reported);
            all.reported.push(one);
        }
    }
    all
}

/// Quotations of one statement grouped over all articles, each told how it relates to the fullest.
#[must_use]
pub fn shared(_story: &Story, _texts: &[Segments], _speech: &Speech) -> Vec<SharedQuotation> {
    Vec::new()
}
