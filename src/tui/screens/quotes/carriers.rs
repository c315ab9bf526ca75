//! The statements of the speaker in hand, and how each article carries them.

use crate::event::Sameness;
use crate::quotation::{
    Bearer, QuotationId, QuotationKind, Retelling, SharedQuotation, SpeakerRow, Speech, Statement,
    echoes_of, statements,
};
use crate::story::{ArticleId, Place};
use crate::tui::state::State;

/// One statement with those who carry it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its fullest wording.
    pub words: Place,
    /// The sentence of a fragment, which says little alone.
    pub sentence: Option<Place>,
    /// Index into the comparison's shared quotations.
    pub shared: Option<usize>,
    pub carriers: Vec<Carrier>,
}

/// How an article carries a statement, or that it does not.
#[derive(Clone, PartialEq, Debug)]
pub enum Carrier {
    /// In marks: the parts of one utterance, whole or as far as they stand in a shared statement.
    Quoted {
        article: ArticleId,
        parts: Vec<QuotationId>,
        /// How they carry the shared statement.
        bearer: Option<Bearer>,
    },
    /// Without marks.
    Unmarked { place: Place, telling: Retelling },
    /// Told of the speaker in the outlet's wording only: an index into the reported speech.
    Reported { index: usize, place: Place },
    /// The words stand in the article; whether of this statement is not known.
    Echoed {
        place: Place,
        /// The fullest form's words, not those of another quotation of the statement.
        whole: bool,
    },
    /// Looked for and not found; these tell the same event, or whether they do is not known.
    NotFound(Vec<ArticleId>),
}

/// The speaker in hand.
#[must_use]
pub fn speaker(state: &State) -> Option<&SpeakerRow> {
    let last = state.speakers.len().checked_sub(1)?;
    state.speakers.get(state.quotes.speaker.min(last))
}

/// The statements of the speaker in hand, those that several carry first, then what is only
/// reported of them. What is told partly in marks is told once, with its sentence.
#[must_use]
pub fn told(state: &State) -> Vec<Told> {
    let (Some(comparison), Some(speaker)) = (&state.comparison, speaker(state)) else {
        return Vec::new();
    };
    let (speech, shared) = (&comparison.speech, &comparison.shared_quotations);
    let mut statements = statements(speech, shared, &speaker.whose);
    statements.sort_by_key(|one| one.shared.is_none());
    let mut told: Vec<Told> = statements
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
    let reported = speaker.articles.iter().flat_map(|one| &one.reported);
    told.extend(reported.filter_map(|index| only_reported(speech, *index, &known)));
    told
}

/// Reported speech as an entry of its own, unless it is told already.
fn only_reported(speech: &Speech, index: usize, known: &[Place]) -> Option<Told> {
    let one = &speech.reported[index];
    let place = Place {
        article: one.article,
        span: one.content,
    };
    let is_known = known.iter().any(|known| {
        known.article == place.article && known.span.overlap(place.span) == place.span.len()
    });
    let told =
        is_known || speech.is_told_within_its_own(one) || !speech.in_marks_within(one).is_empty();
    (!told).then(|| Told {
        words: place,
        sentence: None,
        shared: None,
        carriers: vec![Carrier::Reported { index, place }],
    })
}

fn quoted(
    state: &State,
    speech: &Speech,
    shared: &[SharedQuotation],
    statement: &Statement,
) -> Told {
    let first = &speech.quotations[statement.quotations[0].0.0 as usize];
    let mut carriers = Vec::new();
    if let Some(index) = statement.shared {
        let bearers = shared[index].bearers().into_iter();
        carriers.extend(bearers.map(|bearer| Carrier::Quoted {
            article: speech.quotations[bearer.quotations[0].0 as usize].article,
            parts: bearer.quotations.clone(),
            bearer: Some(bearer),
        }));
    } else {
        carriers.push(Carrier::Quoted {
            article: first.article,
            parts: statement.quotations.iter().map(|(id, _)| *id).collect(),
            bearer: None,
        });
    }
    let unmarked = statement.shared.map(|at| &shared[at].unmarked);
    let unmarked = unmarked.into_iter().flatten();
    carriers.extend(unmarked.map(|one| Carrier::Unmarked {
        place: one.place,
        telling: one.telling,
    }));
    let bearing: Vec<ArticleId> = carriers.iter().filter_map(Carrier::article).collect();
    let mut missing = not_found(state, &bearing);
    let ids: Vec<QuotationId> = statement.quotations.iter().map(|(id, _)| *id).collect();
    let echoed = echoed(state, &ids, &missing);
    missing.retain(|id| echoed.iter().all(|one| one.article() != Some(*id)));
    carriers.extend(echoed);
    if !missing.is_empty() {
        carriers.push(Carrier::NotFound(missing));
    }
    let article = state.story.article(first.article);
    Told {
        words: Place {
            article: first.article,
            span: first.said(article),
        },
        sentence: match statement.shared {
            Some(_) => None,
            None => sentence(state, speech, statement),
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

/// The sentence of a fragment or a term, or of words that reported speech goes on around.
fn sentence(state: &State, speech: &Speech, statement: &Statement) -> Option<Place> {
    let one = &speech.quotations[statement.quotations[0].0.0 as usize];
    if one.kind == QuotationKind::Full && speech.clause_around(one).is_none() {
        return None;
    }
    let text = state.comparison.as_ref()?.texts.get(one.article.index())?;
    let span = text.sentences[text.sentence_at(one.span.start())?].span;
    let place = Place {
        article: one.article,
        span,
    };
    span.covers(one.span).then_some(place)
}

/// The articles besides those that bear something, save those that tell another event.
#[must_use]
pub fn not_found(state: &State, bearing: &[ArticleId]) -> Vec<ArticleId> {
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
}
