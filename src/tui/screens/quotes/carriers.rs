//! The statements of the speaker in hand, and how each article carries them.

use crate::event::Sameness;
use crate::quotation::{
    Attitude, Cue, Fidelity, Quotation, QuotationId, QuotationKind, Retelling, SharedQuotation,
    SpeakerRow, Speech, Statement, echoes_of, statements,
};
use crate::story::{Article, ArticleId, Place, Span};
use crate::text::one_line;
use crate::tui::guard::sigla;
use crate::tui::state::State;

/// One statement with those who carry it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its fullest wording.
    pub words: Place,
    pub shared: Option<usize>,
    pub carriers: Vec<Carrier>,
}

/// How an article carries a statement, or that it does not.
#[derive(Clone, PartialEq, Debug)]
pub enum Carrier {
    /// In marks: parts of one utterance, or one quotation with how it relates to the fullest.
    Quoted {
        article: ArticleId,
        parts: Vec<QuotationId>,
        relation: Option<Fidelity>,
        /// Index into the members of the shared quotation.
        member: Option<usize>,
        /// Whom the article names, where the statement is told under another speaker.
        apart: Option<String>,
    },
    /// Without marks.
    Unmarked { place: Place, telling: Retelling },
    /// Told of the speaker in the outlet's wording only: an index into the reported speech.
    Reported { index: usize, place: Place },
    /// The words, all of them or some, stand in the article; nothing there tells that they are the
    /// statement.
    Echoed { place: Place, whole: bool },
    /// Looked for and not found; these tell the same event, or whether they do is not known.
    NotFound(Vec<ArticleId>),
}

/// The speaker in hand.
#[must_use]
pub fn speaker(state: &State) -> Option<&SpeakerRow> {
    let last = state.speakers.len().checked_sub(1)?;
    state.speakers.get(state.quotes.speaker.min(last))
}

/// The statements of the speaker in hand, then what is only reported of them.
#[must_use]
pub fn told(state: &State) -> Vec<Told> {
    let (Some(comparison), Some(speaker)) = (&state.comparison, speaker(state)) else {
        return Vec::new();
    };
    let (speech, shared) = (&comparison.speech, &comparison.shared_quotations);
    let mut told: Vec<Told> = statements(speech, shared, speaker.name.as_deref())
        .iter()
        .map(|statement| quoted(state, speech, shared, statement))
        .collect();
    let known: Vec<Place> = told
        .iter()
        .flat_map(|one| &one.carriers)
        .filter_map(|carrier| match carrier {
            Carrier::Unmarked { place, .. } => Some(*place),
            _ => None,
        })
        .collect();
    for carried in &speaker.articles {
        for &index in &carried.reported {
            let place = Place {
                article: carried.article,
                span: speech.reported[index].content,
            };
            if !known.contains(&place) {
                told.push(Told {
                    words: place,
                    shared: None,
                    carriers: vec![Carrier::Reported { index, place }],
                });
            }
        }
    }
    told
}

fn quoted(
    state: &State,
    speech: &Speech,
    shared: &[SharedQuotation],
    statement: &Statement,
) -> Told {
    let first = &speech.quotations[statement.quotations[0].0.0 as usize];
    let mut carriers = Vec::new();
    if statement.shared.is_some() {
        for (member, (id, relation)) in statement.quotations.iter().enumerate() {
            carriers.push(Carrier::Quoted {
                article: speech.quotations[id.0 as usize].article,
                parts: vec![*id],
                relation: *relation,
                member: Some(member),
                apart: statement.shared.and_then(|at| {
                    let apart = shared[at].speaker_apart(speech, &shared[at].members[member]);
                    apart.map(str::to_string)
                }),
            });
        }
    } else {
        carriers.push(Carrier::Quoted {
            article: first.article,
            parts: statement.quotations.iter().map(|(id, _)| *id).collect(),
            relation: None,
            member: None,
            apart: None,
        });
    }
    let unmarked = statement.shared.map_or(&[][..], |at| &shared[at].unmarked);
    carriers.extend(unmarked.iter().map(|one| Carrier::Unmarked {
        place: one.place,
        telling: one.telling,
    }));
    let mut missing = not_found(state, &carriers);
    let ids: Vec<QuotationId> = statement.quotations.iter().map(|(id, _)| *id).collect();
    let echoed = echoed(state, &ids, &missing);
    missing.retain(|id| echoed.iter().all(|one| one.article() != Some(*id)));
    carriers.extend(echoed);
    if !missing.is_empty() {
        carriers.push(Carrier::NotFound(missing));
    }
    Told {
        words: Place {
            article: first.article,
            span: first.content,
        },
        shared: statement.shared,
        carriers,
    }
}

/// The articles among these that have a statement's words: the fullest form's, or else those of
/// another of its quotations.
fn echoed(state: &State, quotations: &[QuotationId], missing: &[ArticleId]) -> Vec<Carrier> {
    let Some(comparison) = &state.comparison else {
        return Vec::new();
    };
    let all = |id: &ArticleId| {
        quotations.iter().enumerate().find_map(|(nth, quotation)| {
            let mut echoes = echoes_of(&comparison.echoes, *quotation).iter();
            let echo = echoes.find(|echo| echo.place.article == *id)?;
            Some(Carrier::Echoed {
                place: echo.place,
                whole: nth == 0,
            })
        })
    };
    missing.iter().filter_map(all).collect()
}

/// The articles without the statement, save those that tell another event.
fn not_found(state: &State, carriers: &[Carrier]) -> Vec<ArticleId> {
    let bearing: Vec<ArticleId> = carriers.iter().filter_map(Carrier::article).collect();
    let order = state.read.order.iter().copied();
    order
        .filter(|id| {
            !bearing.contains(id)
                && bearing.iter().any(|bearer| {
                    let judged = state.sameness(*id, *bearer);
                    judged.is_some_and(|(same, _)| same != Sameness::Different)
                })
        })
        .collect()
}

impl Carrier {
    /// The article that carries it.
    #[must_use]
    pub fn article(&self) -> Option<ArticleId> {
        match self {
            Carrier::Quoted { article, .. } => Some(*article),
            Carrier::Unmarked { place, .. }
            | Carrier::Reported { place, .. }
            | Carrier::Echoed { place, .. } => Some(place.article),
            Carrier::NotFound(_) => None,
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn places(&self, speech: &Speech) -> Vec<Place> {
        match self {
            Carrier::Quoted { article, parts, .. } => parts
                .iter()
                .map(|id| Place {
                    article: *article,
                    span: speech.quotations[id.0 as usize].span,
                })
                .collect(),
            Carrier::Unmarked { place, .. }
            | Carrier::Reported { place, .. }
            | Carrier::Echoed { place, .. } => vec![*place],
            Carrier::NotFound(_) => Vec::new(),
        }
    }

    /// How the statement is carried, in words.
    #[must_use]
    pub fn how(&self, state: &State) -> String {
        match self {
            Carrier::Quoted {
                member: Some(0), ..
            } => "the fullest form".to_string(),
            Carrier::Quoted {
                relation: Some(relation),
                ..
            } => relation.as_str().to_string(),
            Carrier::Quoted { parts, .. } if parts.len() > 1 => {
                format!("in marks, {} parts", parts.len())
            }
            Carrier::Quoted { .. } => "in marks".to_string(),
            Carrier::Unmarked { telling, .. } => telling.as_str().to_string(),
            Carrier::Reported { .. } => "reported in own words".to_string(),
            Carrier::Echoed { whole, .. } => {
                let words = if *whole {
                    "these words"
                } else {
                    "some of these words"
                };
                format!("{words} stand here; whether of this statement is not known")
            }
            Carrier::NotFound(articles) => {
                format!("not found in {}", sigla(state, articles))
            }
        }
    }

    /// What else there is to tell: cue, negation, insertions, kind, the nearest candidate.
    #[must_use]
    pub fn notes(&self, state: &State) -> Vec<String> {
        let Some(comparison) = &state.comparison else {
            return Vec::new();
        };
        let speech = &comparison.speech;
        match self {
            Carrier::Quoted {
                article,
                parts,
                apart,
                ..
            } => {
                let article = state.story.article(*article);
                let parts = parts.iter().map(|id| &speech.quotations[id.0 as usize]);
                let mut notes: Vec<String> = parts
                    .flat_map(|part| quotation_notes(article, part))
                    .collect();
                notes.dedup();
                if let Some(name) = apart {
                    notes.insert(0, format!("attributed to {name} here"));
                }
                notes
            }
            Carrier::Reported { index, place } => {
                let told = &speech.reported[*index];
                let article = state.story.article(place.article);
                let mut notes: Vec<String> =
                    told.cue.iter().map(|cue| cue_note(article, *cue)).collect();
                if let (None, Some(candidate)) = (&told.speaker, &told.candidate) {
                    notes.push(format!("nearest candidate: {}", candidate.name));
                }
                notes
            }
            Carrier::Unmarked { .. } | Carrier::Echoed { .. } | Carrier::NotFound(_) => Vec::new(),
        }
    }
}

fn quotation_notes(article: &Article, quotation: &Quotation) -> Vec<String> {
    let mut notes = Vec::new();
    let words = |span: Span| one_line(article.words_at(span));
    if let Some(negation) = quotation.negation {
        notes.push(format!("outside the marks: {}", words(negation)));
    }
    for insertion in &quotation.insertions {
        notes.push(format!(
            "contains the insertion {}; whose it is is not known",
            words(*insertion)
        ));
    }
    match quotation.kind {
        QuotationKind::Full => {}
        QuotationKind::Partial => notes.push("a fragment".to_string()),
        QuotationKind::Term => notes.push("a term".to_string()),
    }
    if !quotation.ellipses.is_empty() {
        notes.push("contains an ellipsis".to_string());
    }
    notes.extend(quotation.cue.iter().map(|cue| cue_note(article, *cue)));
    if let (None, Some(candidate)) = (&quotation.speaker, &quotation.candidate) {
        notes.push(format!("nearest candidate: {}", candidate.name));
    }
    notes
}

fn cue_note(article: &Article, cue: Cue) -> String {
    let words = one_line(article.words_at(cue.span));
    format!("{words}{}", attitude(cue.attitude))
}

/// What a cue says of the outlet's stance; nothing for a neutral one.
#[must_use]
pub fn attitude(attitude: Attitude) -> &'static str {
    match attitude {
        Attitude::Neutral => "",
        Attitude::Doubting => " (doubting)",
        Attitude::Factive => " (taken as fact)",
        Attitude::Expressive => " (manner told)",
    }
}
