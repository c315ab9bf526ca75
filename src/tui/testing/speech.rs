//! Who says what in the invented story, and which article carries what.

use super::place::place;
use crate::coverage::{Item, ItemKind};
use crate::passage::Passage;
use crate::quotation::{
    Attitude, Cue, Fidelity, Member, Quotation, QuotationId, QuotationKind, Reported,
    SharedQuotation, Speaker, Speech, Standing, UtteranceId,
};
use crate::story::{ArticleId, Place, Span, Story};

/// What is said in it.
pub fn speech(story: &Story) -> Speech {
    let hearing = "\u{201c}We asked for a fair hearing and got none,\u{201d}";
    let brandt = || speaker("Ada Brandt", Standing::Person);
    let mut term = quotation(story, 1, 0, "\u{201c}agitators\u{201d}");
    term.kind = QuotationKind::Term;
    term.candidate = Some(speaker("The port", Standing::Institution));
    let mut loss = quotation(story, 3, 1, "\u{201c}a loss for the town\u{201d}");
    loss.kind = QuotationKind::Partial;
    loss.speaker = Some(speaker("the mayor", Standing::Nameless));
    loss.cue = Some(cue(story, 1, "called", Attitude::Expressive));
    let said = |id, nth| Quotation {
        speaker: Some(brandt()),
        cue: Some(cue(story, nth, "said Ada", Attitude::Neutral)),
        ..quotation(story, id, nth, hearing)
    };
    let give_in = place(story, 0, "it would not give in to the dockers");
    Speech {
        quotations: vec![said(0, 0), term, said(2, 1), loss],
        reported: vec![Reported {
            act: crate::quotation::Act::Speech,
            article: give_in.article,
            content: give_in.span,
            speaker: Some(speaker("The port", Standing::Institution)),
            candidate: None,
            cue: Some(cue(story, 0, "said that", Attitude::Neutral)),
            within: None,
        }],
    }
}

/// The one statement that two articles quote.
pub fn shared() -> Vec<SharedQuotation> {
    let member = |id| Member {
        quotation: QuotationId(id),
        relation: Fidelity::Identical,
    };
    vec![SharedQuotation {
        speaker: Some("Ada Brandt".to_string()),
        members: vec![member(0), member(2)],
        rejoined: Vec::new(),
        unmarked: Vec::new(),
    }]
}

/// Which article carries what.
pub fn coverage(story: &Story, passages: &[Passage], speech: &Speech) -> Vec<Item> {
    let mut items: Vec<Item> = passages
        .iter()
        .map(|passage| {
            let name = format!("{}: words of it", passage.id);
            item(ItemKind::Passage, &name, passage.witnesses.clone())
        })
        .collect();
    let brandt = [0, 2].map(|nth: usize| Place {
        article: speech.quotations[nth].article,
        span: speech.quotations[nth].span,
    });
    let kind = ItemKind::Speaker;
    items.push(item(kind, "Ada Brandt", brandt.to_vec()));
    let islands = vec![place(story, 2, "the islands")];
    items.push(item(ItemKind::Place, "the islands", islands));
    let monday = [0, 1].map(|nth| place(story, nth, "on Monday"));
    items.push(item(ItemKind::Date, "Monday", monday.to_vec()));
    items
}

fn item(kind: ItemKind, name: &str, places: Vec<Place>) -> Item {
    Item {
        kind,
        name: name.to_string(),
        detail: None,
        figure: None,
        places,
    }
}

fn speaker(name: &str, standing: Standing) -> Speaker {
    Speaker {
        name: name.to_string(),
        standing,
        span: None,
    }
}

/// The first word of words that stand there once.
fn cue(story: &Story, nth: usize, words: &str, attitude: Attitude) -> Cue {
    let span = place(story, nth, words).span;
    let first = words.split(' ').next().unwrap_or(words);
    Cue {
        span: Span::new(span.start(), span.start() + first.len()),
        attitude,
    }
}

/// A quotation given with its marks.
fn quotation(story: &Story, id: u32, nth: usize, words: &str) -> Quotation {
    let span = place(story, nth, words).span;
    let mark = '\u{201c}'.len_utf8();
    Quotation {
        id: QuotationId(id),
        article: ArticleId::from(nth),
        span,
        content: Span::new(span.start() + mark, span.end() - mark),
        kind: QuotationKind::Full,
        utterance: UtteranceId(id),
        speaker: None,
        candidate: None,
        cue: None,
        negation: None,
        ellipses: Vec::new(),
        insertions: Vec::new(),
        within: None,
    }
}
