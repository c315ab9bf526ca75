//! One article heard: its quotations given their speakers, its reported speech found.
//!
//! A quotation takes the attribution that covers it, the nearest one when several do; the others
//! are left to [`super::carry`].

use std::ops::Range;

use super::attribution::{Attribution, Order, attributions};
use super::discourse::{Discourse, Source};
use super::items::{Period, Reading};
use super::labelled::Bearers;
use super::lexicon::{Class, LEXICON};
use super::names::Person;
use super::negation::negation;
use super::parts::{Part, parts};
use super::reported::{Telling, Voice, nested};
use super::set_out::{signatures, turns};
use super::types::{Act, Cue, Quotation, QuotationId, QuotationKind, UtteranceId};
use crate::story::{Article, Span};
use crate::text::Segments;

/// What one article says, its people not yet joined with those of other articles.
pub(super) struct Heard {
    pub quotations: Vec<(Quotation, Voice)>,
    pub reported: Vec<Telling>,
    pub people: Vec<Person>,
}

/// Hears one article.
pub(super) fn hear(article: &Article, segments: &Segments) -> Heard {
    let (signatures, turns) = (signatures(article), turns(article));
    let is_cue = |word: &str| LEXICON.is_speech_cue(word);
    let parts = parts(article, &signatures, &turns, is_cue);
    let reading = Reading::of(article, segments, &parts, (signatures, turns));
    let mut ear = Ear {
        reading: &reading,
        parts: &parts,
        given: vec![Given::default(); parts.len()],
        utterances: 0,
        before: Vec::new(),
    };
    let mut discourse = Discourse::of(&reading);
    let talk = !reading.turns.by_block.is_empty();
    let bearers = talk.then(|| Bearers::of(&discourse.names.people));
    let mut reported = Vec::new();
    for (place, period) in reading.periods.iter().enumerate() {
        let found = attributions(&reading, period);
        let mut sources = discourse.sources(period, &found);
        if let (Some(turn), Some(bearers)) = (reading.turns.by_block.get(&period.block), &bearers) {
            let own = sources.iter_mut().flatten();
            own.filter(|source| source.span == turn.label)
                .for_each(|source| {
                    bearers.tell(&reading, &discourse.names.people, *turn, source);
                });
        }
        ear.assign(place, &found, &sources);
        ear.tell(&found, &sources, &mut reported);
    }
    ear.carry(&discourse.names.people);
    let given = ear.given;
    Heard {
        quotations: parts
            .iter()
            .zip(given)
            .enumerate()
            .map(|(index, (part, given))| {
                (
                    quotation(&reading, &parts, index, part, &given),
                    given.voice,
                )
            })
            .collect(),
        reported: nested(reported),
        people: discourse.names.people,
    }
}

/// What has been found out about one quotation.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub(super) voice: Voice,
    cue: Option<Cue>,
    pub(super) utterance: Option<u32>,
    /// The period it stands in.
    pub(super) period: usize,
}

pub(super) struct Ear<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) parts: &'a [Part],
    pub(super) given: Vec<Given>,
    utterances: u32,
    /// What each period so far offers to a quotation that has no attribution of its own.
    pub(super) before: Vec<Offer>,
}

/// A period's own voice.
#[derive(Clone, Debug, Default)]
pub(super) struct Offer {
    pub(super) source: Option<Source>,
    /// A quotation of the period has that source.
    pub(super) quotes: bool,
    /// No word says that the source speaks; it acts before a colon.
    pub(super) supposed: bool,
}

impl Ear<'_> {
    /// Gives a period's quotations the attributions that cover them.
    fn assign(&mut self, place: usize, found: &[Attribution], sources: &[Option<Source>]) {
        let period = &self.reading.periods[place];
        let mut offer = Offer::default();
        for item in period.items.clone() {
            let Some(part) = self.reading.items[item].part else {
                continue;
            };
            let part = part as usize;
            self.given[part].period = place;
            let Some(chosen) = covering(self.reading, found, item).or_else(|| nearest(found, item))
            else {
                continue;
            };
            let source = sources[chosen].clone();
            self.given[part].cue = self.cue(&found[chosen]);
            if let Some(source) = source {
                let same = period.items.start < item
                    && offer
                        .source
                        .as_ref()
                        .is_some_and(|last| last.who == source.who);
                let utterance = if same && self.utterances > 0 {
                    self.utterances - 1
                } else {
                    self.next_utterance()
                };
                self.given[part].utterance = Some(utterance);
                self.given[part].voice.source = Some(source.clone());
                offer = Offer {
                    source: Some(source),
                    quotes: true,
                    supposed: false,
                };
            }
        }
        for part in self.opened_in(period) {
            if self.parts[part].pair.within.is_some()
                || self.parts[part].kind != QuotationKind::Term
            {
                continue;
            }
            self.given[part].period = place;
            let at = self.parts[part].pair.content.start();
            let item = period.items.start
                + self.reading.items[period.items.clone()]
                    .partition_point(|item| item.span.end() <= at);
            if let Some(chosen) = covering(self.reading, found, item) {
                self.given[part].cue = self.cue(&found[chosen]);
                self.given[part].voice.source.clone_from(&sources[chosen]);
            }
        }
        if offer.source.is_none() {
            // "Reed said that the engineers found no leak": Reed speaks.
            let told = |one: usize| {
                found.iter().any(|outer| {
                    let content = outer.content.as_ref();
                    outer.speech
                        && outer.source.is_some()
                        && content.is_some_and(|content| content.contains(&found[one].cue.start))
                })
            };
            let sourced = || {
                let all = (0..found.len()).rev();
                all.filter(|one| sources[*one].is_some() && !told(*one))
            };
            // "He accused Hill of haste." is spoken too.
            let speech = sourced()
                .find(|one| found[*one].speech)
                .or_else(|| sourced().find(|one| found[*one].act == Act::Speech));
            offer.source = speech.and_then(|one| sources[one].clone());
            offer.supposed = speech.is_some_and(|one| found[one].cue.is_empty());
        }
        self.before.push(offer);
    }

    pub(super) fn next_utterance(&mut self) -> u32 {
        self.utterances += 1;
        self.utterances - 1
    }

    /// The quotations whose marks open in a period.
    fn opened_in(&self, period: &Period) -> Range<usize> {
        let first = self
            .parts
            .partition_point(|part| part.pair.span.start() < period.span.start());
        let last = self
            .parts
            .partition_point(|part| part.pair.span.start() < period.span.end());
        first..last.max(first)
    }

    /// The cue's place; a colon that serves as one is no word, and is left out.
    fn cue(&self, attribution: &Attribution) -> Option<Cue> {
        (!attribution.cue.is_empty()).then(|| Cue {
            span: self.reading.span(attribution.cue.clone()),
            attitude: attribution.attitude,
        })
    }

    /// The contents that are told at least in part without marks.
    fn tell(&self, found: &[Attribution], sources: &[Option<Source>], reported: &mut Vec<Telling>) {
        for (attribution, source) in found.iter().zip(sources) {
            let Some(content) = attribution.content.clone() else {
                continue;
            };
            let own = self.reading.items[content.clone()]
                .iter()
                .filter(|item| item.part.is_none())
                .count();
            if own == 0 {
                continue;
            }
            reported.push(Telling {
                act: attribution.act,
                content: self.with_marks(self.reading.span(content)),
                cue: self.cue(attribution),
                voice: Voice {
                    candidate: source.as_ref().and_then(|source| source.candidate),
                    source: source.clone(),
                },
            });
        }
    }

    /// The span widened over the marks of a term at its edge.
    fn with_marks(&self, span: Span) -> Span {
        let mut whole = span;
        let first = self
            .parts
            .partition_point(|part| part.pair.span.end() <= span.start());
        for part in self.parts[first..]
            .iter()
            .take_while(|part| part.pair.span.start() < span.end())
        {
            if part.pair.content.start() == span.start()
                || part.pair.content.end() == span.end()
                || part.pair.span.end() > span.end() && part.pair.span.start() >= span.start()
            {
                whole = whole.hull(part.pair.span);
            }
        }
        whole
    }
}

/// The attribution that a quotation at `item` takes: one of speech rather than of stance, the
/// nearest first; between one before and one after it, the one whose cue stands closer.
fn covering(reading: &Reading<'_>, found: &[Attribution], item: usize) -> Option<usize> {
    let covers = |one: &Attribution| {
        one.content
            .as_ref()
            .is_some_and(|content| content.contains(&item))
            || one
                .before
                .as_ref()
                .is_some_and(|before| before.contains(&item))
    };
    // "The suit alleges that the file showed a “scheme”": the suit speaks.
    let is_told = |one: &Attribution| {
        // "The report found" is a wording of the report's.
        let writing = one.source.clone().is_some_and(|mut source| {
            source.any(|at| reading.items[at].is(Class::BODY | Class::DOCUMENT))
        });
        !one.cue.is_empty()
            && !writing
            && reading.items[one.cue.start].is(Class::EVIDENCE)
            && found.iter().any(|outer| {
                outer.speech
                    && outer.cue.start != one.cue.start
                    && covers(outer)
                    && (outer.content.as_ref())
                        .is_some_and(|content| content.contains(&one.cue.start))
            })
    };
    let distance = |one: &Attribution| {
        if one.cue.start > item {
            one.cue.start - item
        } else {
            item - (one.cue.end - 1)
        }
    };
    (0..found.len())
        .filter(|index| covers(&found[*index]) && !is_told(&found[*index]))
        .min_by_key(|index| {
            let one = &found[*index];
            let behind = one.cue.start > item;
            (
                !one.speech,
                if behind && one.order == Order::After {
                    1
                } else {
                    0
                },
                distance(one),
            )
        })
}

/// The attribution of speech that a quotation stands nearest to, where none covers it.
fn nearest(found: &[Attribution], item: usize) -> Option<usize> {
    (0..found.len())
        .filter(|index| found[*index].speech && found[*index].source.is_some())
        .min_by_key(|index| found[*index].cue.start.abs_diff(item))
}

fn quotation(
    reading: &Reading<'_>,
    parts: &[Part],
    index: usize,
    part: &Part,
    given: &Given,
) -> Quotation {
    let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    let outer = part.pair.within.map(|outer| &parts[outer]);
    Quotation {
        id: QuotationId(number(index)),
        article: reading.article.id,
        span: part.pair.span,
        content: part.pair.content,
        kind: part.kind,
        utterance: UtteranceId(given.utterance.unwrap_or_default()),
        speaker: None,
        candidate: None,
        cue: given.cue,
        negation: if outer.is_some() {
            None
        } else {
            negation(reading, given.period, part)
        },
        ellipses: part.ellipses.clone(),
        insertions: part.insertions.clone(),
        within: part.pair.within.map(|outer| QuotationId(number(outer))),
    }
}
