//! What the engine might find in the invented story.

use super::place::place;
use super::speech;
use crate::collation::{Collation, Column, Ignoring, Reading, Variant, VariantKind};
use crate::comparison::Comparison;
use crate::event::{Pair, Sameness};
use crate::framing::provenance::Used;
use crate::framing::{Concept, ConceptId, Framing, Kind, Label, Origin, Voice};
use crate::passage::{Passage, PassageId, Relation};
use crate::story::{ArticleId, Place, Span, Story};
use crate::text::Segments;

/// What the engine might find in it.
pub fn comparison(story: &Story) -> Comparison {
    let quoted = "\u{201c}We asked for a fair hearing and got none,\u{201d} said Ada Brandt, who speaks for the ";
    let passages = vec![
        passage(
            story,
            0,
            Relation::Near,
            0.94,
            &format!("{quoted}strikers."),
            &format!("{quoted}agitators."),
        ),
        passage(
            story,
            1,
            Relation::Near,
            0.85,
            "A crowd of strikers stood at the gate in the cold rain until the evening came.",
            "A small crowd of agitators stood at the gate in the rain until the evening came.",
        ),
    ];
    let said = speech::speech(story);
    Comparison {
        texts: story.articles.iter().map(Segments::of).collect(),
        pairs: vec![
            pair(0, 1, Sameness::Same, "they share two passages"),
            pair(0, 2, Sameness::Different, "nothing in common but the port"),
            pair(1, 2, Sameness::Unknown, "little in common"),
        ],
        collations: vec![
            collation(story, &passages[0], &[("strikers", "agitators")]),
            collation(
                story,
                &passages[1],
                &[("", "small"), ("strikers", "agitators"), ("cold", "")],
            ),
        ],
        coverage: speech::coverage(story, &passages, &said),
        passages,
        shared_quotations: speech::shared(),
        speech: said,
        framing: framing(story),
        ..Comparison::default()
    }
}

fn pair(a: u32, b: u32, sameness: Sameness, reason: &str) -> Pair {
    let mut pair = Pair::told(ArticleId(a), ArticleId(b), sameness, reason);
    pair.shared_words = if sameness == Sameness::Same { 33 } else { 0 };
    pair.shorter = 66;
    pair.likeness = 0.25;
    pair
}

fn passage(
    story: &Story,
    id: u32,
    relation: Relation,
    similarity: f64,
    post: &str,
    radio: &str,
) -> Passage {
    Passage {
        id: PassageId(id),
        relation,
        similarity,
        witnesses: vec![place(story, 0, post), place(story, 1, radio)],
    }
}

/// The words from one byte to another, without the blanks at their ends.
fn words_between(story: &Story, place: Place, from: usize, to: usize) -> Reading {
    let text = &story.article(place.article).text[from..to];
    let start = from + text.len() - text.trim_start().len();
    Reading {
        article: place.article,
        span: Span::new(start, start + text.trim().len()),
    }
}

/// Variants given as the words of both, in order; what is between them agrees.
fn collation(story: &Story, passage: &Passage, variants: &[(&str, &str)]) -> Collation {
    let [a, b] = [passage.witnesses[0], passage.witnesses[1]];
    let mut at = [a.span.start(), b.span.start()];
    let mut columns = Vec::new();
    for words in variants {
        let next = |nth: usize, place: Place, words: &str, other: &str| {
            let text = &story.article(place.article).text;
            // Where one has nothing, that is behind the word before the one that follows in the other.
            let start = if words.is_empty() {
                let there = story.article([b, a][nth].article);
                let after = there.text[at[1 - nth]..].split_once(other).unwrap().1;
                let follows = after.split_whitespace().next().unwrap();
                let before = text[at[nth]..].split_once(follows).unwrap().0;
                at[nth] + before.trim_end().len()
            } else {
                at[nth] + text[at[nth]..].find(words).unwrap()
            };
            Reading {
                article: place.article,
                span: Span::new(start, start + words.len()),
            }
        };
        let readings = vec![next(0, a, words.0, words.1), next(1, b, words.1, words.0)];
        columns.push(Column::Agreement(
            (0..2)
                .map(|nth: usize| {
                    words_between(story, [a, b][nth], at[nth], readings[nth].span.start())
                })
                .collect(),
        ));
        at = [readings[0].span.end(), readings[1].span.end()];
        columns.push(Column::Variation(Variant {
            kind: match (words.0.is_empty(), words.1.is_empty()) {
                (true, _) => VariantKind::Addition,
                (_, true) => VariantKind::Omission,
                _ => VariantKind::Substitution,
            },
            readings,
        }));
    }
    let rest = [(a, at[0]), (b, at[1])];
    let rest = rest.map(|(place, from)| words_between(story, place, from, place.span.end()));
    if rest.iter().any(|reading| !reading.span.is_empty()) {
        columns.push(Column::Agreement(rest.to_vec()));
    }
    Collation {
        passage: passage.id,
        base: 0,
        ignoring: Ignoring::default(),
        columns,
        moves: Vec::new(),
    }
}

fn framing(story: &Story) -> Framing {
    let concept = Concept {
        id: ConceptId(0),
        key: "strikers".to_string(),
        name: "Those who strike".to_string(),
        origin: Origin::Lexicon,
        kind: Kind::Open,
        provenance: "harbour.toml".to_string(),
        frames: ["work", "unrest"].map(str::to_string).to_vec(),
        note: Some("Invented for tests.".to_string()),
        joins: Vec::new(),
    };
    let mut labels = Vec::new();
    for article in &story.articles {
        for (label, frame, forms) in [
            ("dockers", "work", &["dockers", "Dockers"][..]),
            ("strikers", "work", &["strikers"][..]),
            ("agitators", "unrest", &["agitators", "Agitators"][..]),
        ] {
            for form in forms {
                for (start, _) in article.text.match_indices(form) {
                    let marked = article.text[..start].ends_with('\u{201c}');
                    let span = Span::new(start, start + form.len());
                    labels.push(Label {
                        concept: concept.id,
                        label: label.to_string(),
                        frame: Some(frame.to_string()),
                        article: article.id,
                        span,
                        core: span,
                        voice: if marked { Voice::Term } else { Voice::Narrator },
                        speaker: None,
                        zone: article.zone_at(start),
                        verbal: false,
                    });
                }
            }
        }
    }
    labels.sort_by_key(|label| (label.article, label.core.start()));
    Framing {
        concepts: vec![concept],
        labels,
        lexicons: vec![Used {
            file: "harbour.toml".to_string(),
            name: "The harbour strike".to_string(),
            version: Some("1".to_string()),
            source: Some("Invented for tests.".to_string()),
            named: 1,
            unnamed: vec!["The port".to_string()],
            overruled: Vec::new(),
        }],
    }
}
