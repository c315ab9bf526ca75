//! The framing parts of the JSON report: concepts, labels, contrasts, and what stands for what.

use serde_json::{Map, Value, json};

use crate::collation::{Reading, VariantKind};
use crate::comparison::Comparison;
use crate::framing::contrast::reported_otherwise;
use crate::framing::headings::{headed_otherwise, rests_on};
use crate::framing::slots::{Ground, Slot};
use crate::framing::statements::{Restatement, Telling};
use crate::framing::{Concept, Label};
use crate::story::{ArticleId, Place, Story};

/// Makes the rows from one comparison.
pub struct Framing<'a> {
    pub story: &'a Story,
    pub comparison: &'a Comparison,
}

impl Framing<'_> {
    /// Everything, by the keys of the report.
    pub fn parts(&self) -> Map<String, Value> {
        let framing = &self.comparison.framing;
        let parts = json!({
            "concepts": framing.concepts.iter().map(|concept| self.concept(concept)).collect::<Vec<_>>(),
            "labels": framing.labels.iter().map(|label| self.label(label)).collect::<Vec<_>>(),
            "reported_otherwise": self.reported_otherwise(),
            "headed_otherwise": self.headed_otherwise(),
            "rests_on": self.rests_on(),
            "slots": self.slots(),
            "substitutions": self.substitutions(),
        });
        match parts {
            Value::Object(parts) => parts,
            _ => Map::new(),
        }
    }

    fn siglum(&self, id: ArticleId) -> &str {
        self.story.article(id).siglum.as_str()
    }

    fn key(&self, label: &Label) -> &str {
        &self.comparison.framing.concepts[label.concept.index()].key
    }

    fn concept(&self, concept: &Concept) -> Value {
        let joins = concept.joins.iter();
        json!({
            "id": concept.key,
            "name": concept.name,
            "origin": concept.origin,
            "kind": concept.kind,
            "provenance": concept.provenance,
            "frames": concept.frames,
            "note": concept.note,
            "joins": joins
                .map(|join| json!({"label": join.label, "reason": join.reason}))
                .collect::<Vec<_>>(),
        })
    }

    fn label(&self, label: &Label) -> Value {
        json!({
            "concept": self.key(label),
            "label": label.label,
            "frame": label.frame,
            "article": self.siglum(label.article),
            "span": label.span,
            "text": self.story.article(label.article).words_at(label.span),
            "core": label.core,
            "voice": label.voice,
            "speaker": label.speaker,
            "zone": label.zone,
        })
    }

    fn reported_otherwise(&self) -> Vec<Value> {
        let framing = &self.comparison.framing;
        reported_otherwise(framing)
            .iter()
            .map(|one| {
                json!({
                    "concept": framing.concepts[one.concept.index()].key,
                    "article": self.siglum(one.article),
                    "speaker": one.speaker,
                    "reported": one.reported,
                    "quoted": one.quoted,
                })
            })
            .collect()
    }

    fn headed_otherwise(&self) -> Vec<Value> {
        headed_otherwise(&self.comparison.framing)
            .iter()
            .map(|one| {
                json!({
                    "heading": one.heading,
                    "from_others": one.from_others,
                    "own": one.own,
                })
            })
            .collect()
    }

    fn rests_on(&self) -> Vec<Value> {
        let Comparison {
            speech, framing, ..
        } = self.comparison;
        rests_on(self.story, speech, framing)
            .iter()
            .map(|one| {
                json!({
                    "heading": one.heading,
                    "quotation": one.quotation.to_string(),
                    "said": one.said,
                })
            })
            .collect()
    }

    fn slots(&self) -> Vec<Value> {
        let slots = self.comparison.slots(self.story);
        slots.iter().map(|slot| self.slot(slot)).collect()
    }

    fn slot(&self, slot: &Slot) -> Value {
        let places = |places: &[Place]| -> Vec<Value> {
            places.iter().map(|place| self.place(*place)).collect()
        };
        let concepts = &self.comparison.framing.concepts;
        json!({
            "wordings": [slot.wordings.0, slot.wordings.1],
            "places": [places(&slot.places.0), places(&slot.places.1)],
            "grounds": slot.grounds.iter().map(|ground| ground_of(*ground)).collect::<Vec<_>>(),
            "concept": slot.offer.map(|offer| concepts[offer.concept.index()].key.clone()),
        })
    }

    /// Those of passages, then those of statements.
    fn substitutions(&self) -> Vec<Value> {
        let passages = self.comparison.substitutions.iter().map(|one| {
            let ground = ground_of(Ground::Passage(one.passage));
            self.substitution(&ground, one.kind, &one.readings)
        });
        let statements = self
            .comparison
            .restatements
            .iter()
            .map(|one: &Restatement| {
                let ground = ground_of(Ground::Statement(one.telling));
                self.substitution(&ground, VariantKind::Substitution, &one.readings)
            });
        passages.chain(statements).collect()
    }

    fn substitution(&self, ground: &Value, kind: VariantKind, readings: &[Reading]) -> Value {
        let readings = readings.iter().map(|reading| {
            self.place(Place {
                article: reading.article,
                span: reading.span,
            })
        });
        json!({
            "passage": ground["passage"],
            "quotations": ground["quotations"],
            "reported": ground["reported"],
            "kind": kind.as_str(),
            "readings": readings.collect::<Vec<_>>(),
        })
    }

    fn place(&self, place: Place) -> Value {
        let text = self.story.words_at(place);
        json!({"article": self.siglum(place.article), "span": place.span, "text": text})
    }
}

/// What vouches for a pair, by the ids of the report: a passage; two quotations; or a quotation and
/// a piece of reported speech.
fn ground_of(ground: Ground) -> Value {
    match ground {
        Ground::Passage(passage) => {
            json!({"passage": passage.to_string(), "quotations": [], "reported": null})
        }
        Ground::Statement(Telling::Quoted(a, b)) => {
            json!({"passage": null, "quotations": [a.to_string(), b.to_string()], "reported": null})
        }
        Ground::Statement(Telling::Reported(quotation, reported)) => json!({
            "passage": null,
            "quotations": [quotation.to_string()],
            "reported": format!("R{}", reported + 1),
        }),
    }
}
