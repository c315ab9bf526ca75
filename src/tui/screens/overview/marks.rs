//! What stands where in an article: shared passages, quotations, labels of the concept in hand.

use ratatui::style::{Modifier, Style};

use crate::quotation::QuotationKind;
use crate::story::{ArticleId, Span};
use crate::tui::flip::{self, labels_of};
use crate::tui::state::State;
use crate::tui::widgets::voice;

/// One mark of the dispersion.
#[derive(Clone, Debug)]
pub struct Mark {
    pub lane: Lane,
    pub span: Span,
    /// What begins the mark, and what goes on for as long as it does.
    pub sign: String,
    pub rest: &'static str,
    pub style: Style,
    /// For the status line.
    pub what: String,
}

/// What sort of thing a mark is; each has a line of its own where there is space.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Lane {
    Passages,
    Quotations,
    Labels,
}

/// The marks of an article, in the order of its text.
#[must_use]
pub fn marks(state: &State, article: ArticleId) -> Vec<Mark> {
    let mut marks = passages(state, article);
    marks.extend(quotations(state, article));
    marks.extend(labels(state, article));
    marks.sort_by_key(|mark| (mark.span.start(), mark.lane));
    marks
}

fn passages(state: &State, article: ArticleId) -> Vec<Mark> {
    let borne = state.borne[article.index()].iter();
    borne
        .map(|(span, id)| {
            let relation = state.passage(*id).map_or("", |it| it.relation.as_str());
            let style = state.theme.passage(*id);
            Mark {
                lane: Lane::Passages,
                span: *span,
                sign: id.to_string(),
                rest: "\u{2501}",
                style: style.remove_modifier(Modifier::UNDERLINED),
                what: format!("{id}, {relation}"),
            }
        })
        .collect()
}

/// Statements in quotation marks; terms and what stands inside another quotation are left out.
fn quotations(state: &State, article: ArticleId) -> Vec<Mark> {
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    let all = comparison.speech.quotations_of(article).iter();
    all.filter(|one| one.kind != QuotationKind::Term && one.within.is_none())
        .map(|one| Mark {
            lane: Lane::Quotations,
            span: one.span,
            sign: "\u{201c}".to_string(),
            rest: "\u{2500}",
            style: state.theme.text.0,
            what: match &one.speaker {
                Some(speaker) => format!("quotation: {}", speaker.name),
                None => "quotation: speaker not found".to_string(),
            },
        })
        .collect()
}

fn labels(state: &State, article: ArticleId) -> Vec<Mark> {
    let (Some(framing), Some(concept)) = (flip::framing(state), state.flip.concept) else {
        return Vec::new();
    };
    let all = labels_of(framing, article).iter();
    all.filter(|label| label.concept == concept)
        .map(|label| {
            let (sign, face) = if label.voice.is_own() {
                ("\u{25c6}", state.theme.absent)
            } else {
                ("\u{25c7}", state.theme.hint_key)
            };
            Mark {
                lane: Lane::Labels,
                span: label.core,
                sign: sign.to_string(),
                rest: sign,
                style: face.0,
                what: format!("{}, {}", label.label, voice::in_words(label.voice)),
            }
        })
        .collect()
}
