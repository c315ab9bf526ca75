//! The places of a comparison as W3C Web Annotations (JSON-LD).
//!
//! One annotation a witness of a passage, a quotation, a label, a note of the reader's that has its
//! place. Each names its words twice, as the
//! recommendation advises: by a text quote selector (the words with some before and after), which
//! survives an edit elsewhere in the text, and by a text position selector. The recommendation counts
//! positions in code points, not bytes; the bytes stand in the body.

use serde_json::{Value, json};

use crate::story::{Article, Place, Span};

use super::provenance;
use super::view::Report;

/// Letters of context on either side of a quoted place.
const CONTEXT: usize = 32;

/// An annotation page of all places.
#[must_use]
pub fn annotations(report: &Report<'_>) -> String {
    let positions: Vec<Positions> = report.story.articles.iter().map(Positions::of).collect();
    let writer = Writer { report, positions };
    let mut items = writer.passages();
    items.extend(writer.quotations());
    items.extend(writer.labels());
    items.extend(writer.notes());
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "generator": {
            "type": "Software",
            "name": provenance::NAME,
            "schema:softwareVersion": provenance::VERSION,
            "provenance": provenance::generator(report.options),
        },
        "items": items,
    });
    format!("{page:#}\n")
}

struct Writer<'a> {
    report: &'a Report<'a>,
    positions: Vec<Positions>,
}

impl Writer<'_> {
    fn passages(&self) -> Vec<Value> {
        let passages = self.report.comparison.passages.iter();
        passages
            .flat_map(|passage| {
                let others = passage.witnesses.len() - 1;
                passage
                    .witnesses
                    .iter()
                    .enumerate()
                    .map(move |(index, place)| {
                        let note = format!(
                            "Passage {}, {}, shared with {others} other place(s)",
                            passage.id,
                            passage.relation.as_str()
                        );
                        self.annotation(
                            &format!("{}-{}", passage.id, index + 1),
                            "linking",
                            *place,
                            &note,
                        )
                    })
            })
            .collect()
    }

    fn quotations(&self) -> Vec<Value> {
        let quotations = self.report.comparison.speech.quotations.iter();
        quotations
            .map(|quotation| {
                let speaker = quotation.speaker.as_ref();
                let name = speaker.map_or("speaker not found", |speaker| speaker.name.as_str());
                let note = format!("Quotation, {}: {name}", quotation.kind.as_str());
                let place = Place {
                    article: quotation.article,
                    span: quotation.span,
                };
                self.annotation(&quotation.id.to_string(), "identifying", place, &note)
            })
            .collect()
    }

    fn labels(&self) -> Vec<Value> {
        let framing = &self.report.comparison.framing;
        let labels = framing.labels.iter().enumerate();
        labels
            .map(|(index, label)| {
                let concept = &framing.concepts[label.concept.index()].key;
                let note = format!(
                    "Label of {concept}: {}, voice {}",
                    label.label,
                    label.voice.as_str()
                );
                let place = Place {
                    article: label.article,
                    span: label.span,
                };
                self.annotation(&format!("L{}", index + 1), "tagging", place, &note)
            })
            .collect()
    }

    /// The reader's own: what is said of a place, or that it is marked.
    fn notes(&self) -> Vec<Value> {
        let notes = self.report.notes.iter().enumerate();
        let placed = notes.filter_map(|(index, placed)| Some((index, placed, placed.place()?)));
        placed
            .map(|(index, placed, place)| {
                let text = placed.note.text.as_str();
                let (motivation, said) = match text.is_empty() {
                    true => ("bookmarking", "Bookmark"),
                    false => ("commenting", text),
                };
                self.annotation(&format!("note-{}", index + 1), motivation, place, said)
            })
            .collect()
    }

    fn annotation(&self, name: &str, motivation: &str, place: Place, note: &str) -> Value {
        let article = self.report.story.article(place.article);
        let positions = &self.positions[place.article.index()];
        let span = place.span;
        let (before, after) = context(article, span);
        json!({
            "id": format!("urn:rashomon:{}:{name}", article.sha256),
            "type": "Annotation",
            "motivation": motivation,
            "body": {
                "type": "TextualBody",
                "format": "text/plain",
                "value": note,
                "bytes": [span.start(), span.end()],
            },
            "target": {
                "source": article.url.value().unwrap_or(&article.file),
                "state": {"type": "State", "sha256": article.sha256.to_string()},
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": article.as_read_at(span),
                        "prefix": before,
                        "suffix": after,
                    },
                    {
                        "type": "TextPositionSelector",
                        "start": positions.at(article, span.start()),
                        "end": positions.at(article, span.end()),
                    },
                ],
            },
        })
    }
}

/// The letters before and after a place.
fn context(article: &Article, span: Span) -> (&str, &str) {
    let before = &article.as_read()[..span.start()];
    let start = before
        .char_indices()
        .rev()
        .nth(CONTEXT - 1)
        .map_or(0, |(at, _)| at);
    let after = &article.as_read()[span.end()..];
    let end = after
        .char_indices()
        .nth(CONTEXT)
        .map_or(after.len(), |(at, _)| at);
    (&before[start..], &after[..end])
}

/// Code points before every 256th byte, so that a byte's position is found without reading the
/// whole text each time.
struct Positions {
    marks: Vec<usize>,
}

const STRIDE: usize = 256;

impl Positions {
    fn of(article: &Article) -> Self {
        let mut marks = Vec::new();
        let mut letters = 0;
        for (at, byte) in article.text.bytes().enumerate() {
            if at % STRIDE == 0 {
                marks.push(letters);
            }
            letters += usize::from(starts_letter(byte));
        }
        marks.push(letters);
        Positions { marks }
    }

    fn at(&self, article: &Article, offset: usize) -> usize {
        let mark = offset / STRIDE;
        let bytes = &article.text.as_bytes()[mark * STRIDE..offset];
        let letters = bytes.iter().filter(|byte| starts_letter(**byte)).count();
        self.marks[mark] + letters
    }
}

fn starts_letter(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;

    #[test]
    fn positions_count_code_points() {
        for article in &ingest::bundled().articles {
            let positions = Positions::of(article);
            for (count, (at, _)) in article.text.char_indices().enumerate() {
                assert_eq!(positions.at(article, at), count);
            }
            let all = article.text.chars().count();
            assert_eq!(positions.at(article, article.text.len()), all);
        }
    }
}
