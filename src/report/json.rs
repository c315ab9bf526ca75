//! The report as one JSON object, schema `rashomon.report/1`: the contract for other programs.
//!
//! Spans are `[start, end]`, bytes, half-open, into the article's text; articles are named by their
//! sigla. Keys may be added, never changed in meaning.

use serde::Serialize;
use serde_json::{Value, json};

use crate::collation::{self, Collation, Column, Reading, VariantKind};
use crate::comparison::Comparison;
use crate::coverage::Item;
use crate::event::Pair;
use crate::notes::Placed;
use crate::passage::Passage;
use crate::quotation::{
    Act, Cue, Quotation, QuotationId, Reported, SharedQuotation, Speaker, echoes_of,
};
use crate::story::{Article, ArticleId, Known, Place, Story};
use crate::text::words;

use super::framing::Framing;
use super::provenance;
use super::view::{Report, rounded};

/// The name and version of the contract.
pub const SCHEMA: &str = "rashomon.report/1";

/// The report, indented, with a final line break.
///
/// # Panics
/// Never: every part of a report has a JSON form.
#[must_use]
pub fn json(report: &Report<'_>) -> String {
    let Report {
        story, comparison, ..
    } = *report;
    let rows = Rows { story, comparison };
    let mut whole = json!({
        "schema": SCHEMA,
        "generator": provenance::generator(report.options),
        "story": {"title": story.title},
        "articles": each(&story.articles, |article| rows.article(article)),
        "pairs": each(&comparison.pairs, |pair| rows.pair(pair)),
        "passages": each(&comparison.passages, |passage| rows.passage(passage)),
        "quotations": each(&comparison.speech.quotations, |quotation| rows.quotation(quotation)),
        "reported": rows.told_without_marks(),
        "shared_quotations": comparison.shared_quotations.iter().enumerate()
            .map(|(index, shared)| rows.shared_quotation(index, shared)).collect::<Vec<_>>(),
        "copies": each(&comparison.copies, |copy| json!({
            "article": rows.siglum(copy.article),
            "of": rows.siglum(copy.of),
            "agency": copy.agency,
            "basis": copy.basis,
            "containment": copy.containment,
        })),
        "coverage": each(&comparison.coverage, |item| rows.coverage(item)),
        "notes": each(report.notes, |placed| rows.note(placed)),
    });
    if let Value::Object(parts) = &mut whole {
        parts.extend(Framing { story, comparison }.parts());
    }
    let mut text = serde_json::to_string_pretty(&whole).expect("a JSON value can be written");
    text.push('\n');
    text
}

fn each<T>(items: &[T], row: impl Fn(&T) -> Value) -> Vec<Value> {
    items.iter().map(row).collect()
}

/// Makes the rows of the report from one comparison.
struct Rows<'a> {
    story: &'a Story,
    comparison: &'a Comparison,
}

impl Rows<'_> {
    fn siglum(&self, id: ArticleId) -> &str {
        self.story.article(id).siglum.as_str()
    }

    /// A reader's note; without a span where its words are not found any more.
    fn note(&self, placed: &Placed) -> Value {
        let place = placed.place();
        let siglum = place.map_or(placed.note.article.as_str(), |place| {
            self.siglum(place.article)
        });
        json!({
            "kind": placed.note.kind(),
            "article": siglum,
            "file": placed.note.file,
            "span": place.map(|place| place.span),
            "exact": placed.note.quote.exact,
            "text": placed.note.text,
            "state": placed.how.as_str(),
        })
    }

    fn place(&self, place: Place) -> Value {
        let text = self.story.article(place.article).as_read_at(place.span);
        json!({"article": self.siglum(place.article), "span": place.span, "text": text})
    }

    fn article(&self, article: &Article) -> Value {
        let asides = article
            .asides
            .iter()
            .map(|span| json!({"kind": "furniture", "span": span}));
        let blocks = article
            .blocks
            .iter()
            .map(|block| json!({"kind": block.kind, "span": block.span}));
        json!({
            "id": article.siglum,
            "file": article.file,
            "sha256": article.sha256.to_string(),
            "bytes": article.bytes,
            "words": words(&article.text).count(),
            "outlet": known("name", &article.outlet),
            "author": known("name", &article.author),
            "agency": known("name", &article.agency),
            "date": known("value", &article.date),
            "event": article.event.value(),
            "url": article.url.value(),
            "url_basis": article.url.basis_word(),
            "version_of": article.version_of.map(|id| self.siglum(id)),
            "headline": article.headline(),
            "blocks": blocks.chain(asides).collect::<Vec<_>>(),
        })
    }

    fn pair(&self, pair: &Pair) -> Value {
        json!({
            "a": self.siglum(pair.a),
            "b": self.siglum(pair.b),
            "same_event": pair.sameness,
            "reason": pair.reason().to_string(),
            "shared_words": pair.shared_words,
            "containment": rounded(pair.containment()),
            "likeness": rounded(f64::from(pair.likeness)),
        })
    }

    fn passage(&self, passage: &Passage) -> Value {
        let collation = self
            .comparison
            .collations
            .iter()
            .find(|one| one.passage == passage.id);
        let explained = collation.map(|collation| {
            let texts = &self.comparison.texts;
            let told = collation::likeness(self.story, texts, passage, collation);
            json!({
                "same": told.same,
                "words": told.words,
                "moved": told.moved,
                "shared": collation::shared_words(self.story, texts, passage, collation.base),
            })
        });
        json!({
            "id": passage.id.to_string(),
            "relation": passage.relation,
            "similarity": rounded(passage.similarity),
            "explained": explained,
            "witnesses": each(&passage.witnesses, |place| self.place(*place)),
            "variants": collation.map_or_else(Vec::new, |collation| self.variants(collation)),
        })
    }

    fn variants(&self, collation: &Collation) -> Vec<Value> {
        let mut rows = Vec::new();
        for column in &collation.columns {
            if let Column::Variation(variant) = column {
                rows.push(self.variant(variant.kind, &variant.readings));
            }
        }
        rows
    }

    fn variant(&self, kind: VariantKind, readings: &[Reading]) -> Value {
        json!({"kind": kind, "readings": self.readings(readings)})
    }

    fn readings(&self, readings: &[Reading]) -> Vec<Value> {
        each(readings, |reading| {
            let text = self.story.article(reading.article).as_read_at(reading.span);
            json!({"article": self.siglum(reading.article), "span": reading.span, "text": text})
        })
    }

    fn quotation(&self, quotation: &Quotation) -> Value {
        let id = quotation.article;
        json!({
            "id": quotation.id.to_string(),
            "article": self.siglum(id),
            "span": quotation.span,
            "content": quotation.content,
            "text": self.story.article(id).as_read_at(quotation.span),
            "kind": quotation.kind,
            "marked": quotation.is_marked(),
            "utterance": format!("U{}", quotation.utterance.0 + 1),
            "speaker": speaker(quotation.speaker.as_ref()),
            "candidate": speaker(quotation.candidate.as_ref()),
            "cue": self.cue(id, quotation.cue),
            "negated": quotation.negation.is_some(),
            "negation": quotation.negation,
            "ellipses": quotation.ellipses,
            "insertions": quotation.insertions,
            "within": quotation.within.map(|within| within.to_string()),
            "echoes": each(echoes_of(&self.comparison.echoes, quotation.id), |one| self.place(one.place)),
        })
    }

    /// Reported speech, then what is set out without marks: a turn of a transcript, a post. That stands
    /// among the quotations too, since it is word for word, and names its quotation.
    fn told_without_marks(&self) -> Vec<Value> {
        let speech = &self.comparison.speech;
        let set_out = speech.quotations.iter().filter(|one| !one.is_marked());
        let set_out = set_out.map(|one| {
            let told = Reported {
                article: one.article,
                act: Act::Speech,
                content: one.content,
                speaker: one.speaker.clone(),
                candidate: one.candidate.clone(),
                cue: one.cue,
                within: None,
            };
            (told, Some(one.id))
        });
        let reported = speech.reported.iter().map(|one| (one.clone(), None));
        let all = reported.chain(set_out).enumerate();
        all.map(|(index, (told, quotation))| self.reported(index, &told, quotation))
            .collect()
    }

    fn reported(&self, index: usize, reported: &Reported, quotation: Option<QuotationId>) -> Value {
        json!({
            "id": format!("R{}", index + 1),
            "quotation": quotation.map(|id| id.to_string()),
            "article": self.siglum(reported.article),
            "act": reported.act,
            "content": reported.content,
            "text": self.story.article(reported.article).as_read_at(reported.content),
            "speaker": speaker(reported.speaker.as_ref()),
            "candidate": speaker(reported.candidate.as_ref()),
            "cue": self.cue(reported.article, reported.cue),
        })
    }

    fn cue(&self, article: ArticleId, cue: Option<Cue>) -> Option<Value> {
        let cue = cue?;
        let text = self.story.article(article).as_read_at(cue.span);
        Some(json!({"text": text, "span": cue.span, "attitude": cue.attitude}))
    }

    /// Whom the article of a quotation names.
    fn told_speaker(&self, quotation: QuotationId) -> Option<&str> {
        let quotation = &self.comparison.speech.quotations[quotation.0 as usize];
        let told = quotation.speaker.as_ref().filter(|one| one.is_told())?;
        Some(&told.name)
    }

    fn shared_quotation(&self, index: usize, shared: &SharedQuotation) -> Value {
        json!({
            "id": format!("S{}", index + 1),
            "speaker": shared.speaker,
            "members": each(&shared.members, |member| json!({
                "quotation": member.quotation.to_string(),
                "relation": member.relation,
                "speaker": self.told_speaker(member.quotation),
            })),
            "rejoined": each(&shared.rejoined, |one| json!({
                "quotations": each(&one.pieces, |id| json!(id.to_string())),
                "relation": one.relation,
            })),
            "unmarked": each(&shared.unmarked, |one| json!({
                "article": self.siglum(one.place.article),
                "span": one.place.span,
                "telling": one.telling,
            })),
        })
    }

    fn coverage(&self, item: &Item) -> Value {
        json!({
            "item": item.name,
            "kind": item.kind,
            "detail": item.detail,
            "figure": item.figure.as_ref().map(|figure| json!({
                "value": figure.value,
                "unit": figure.unit,
                "tellings": each(&figure.tellings, |telling| json!({
                    "bound": telling.bound,
                    "source": telling.source,
                })),
            })),
            "carried_by": each(&item.carried_by(), |id| json!(self.siglum(*id))),
            "not_found_in": each(&item.not_found_in(self.story), |id| json!(self.siglum(*id))),
            "places": each(&item.places, |place| self.place(*place)),
        })
    }
}

fn known<T: Serialize>(key: &str, known: &Known<T>) -> Value {
    json!({key: known.value(), "basis": known.basis_word()})
}

fn speaker(speaker: Option<&Speaker>) -> Option<Value> {
    speaker.map(
        |speaker| json!({"name": speaker.name, "standing": speaker.standing, "span": speaker.span}),
    )
}
