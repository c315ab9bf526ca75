//! The contents of one sentence's attributions cut so that they lie side by side or nested.

use std::ops::Range;

use super::{Attribution, Order};
use crate::quotation::items::{Gap, Reading};
use crate::quotation::lexicon::Class;
use crate::quotation::phrase::PRONOUN;
use crate::quotation::types::Act;

/// Cuts contents where the next attribution of the sentence begins.
pub(super) fn bounded(reading: &Reading<'_>, found: &mut [Attribution]) {
    for at in 0..found.len() {
        let Some(content) = found[at].content.clone() else {
            continue;
        };
        let mut end = content.end;
        let mut start = content.start;
        for next in &found[at + 1..] {
            if found[at].order == Order::After && next.cue.start > content.start {
                end = end.min(cut_before(reading, &content, next));
            }
        }
        if found[at].order == Order::Before {
            for last in &found[..at] {
                // "S said A, and B, T said": T's content begins after S's.
                if last.order == Order::Before && last.cue.end > start && last.cue.end < content.end
                {
                    let next = after_attribution(reading, last, content.end);
                    start = start.max(next.unwrap_or(start));
                }
            }
        }
        found[at].content = (start < end && tells(reading, start..end)).then_some(start..end);
    }
    // Who wants or supports something within what another says, or praises or blames somebody there
    // by a few words: that is part of what is said.
    const FEWEST_INSIDE: usize = 5;
    for at in 0..found.len() {
        let Some(content) = found[at].content.clone() else {
            continue;
        };
        let inside = found.iter().any(|outer| {
            outer.act != Act::Stance
                && outer.cue != found[at].cue
                && outer.content.as_ref().is_some_and(|other| {
                    other.start <= content.start.min(found[at].cue.start)
                        && content.end <= other.end
                })
        });
        let unmarked = content
            .clone()
            .all(|item| reading.items[item].part.is_none());
        // "AFP reported that Hill said the bridge was safe": a clause is told on, however short.
        let clause = found[at].speech
            && (content.clone())
                .any(|item| reading.items[item].is(Class::AUXILIARY | Class::MODAL));
        let few = content.len() < FEWEST_INSIDE && !clause;
        let mention = unmarked && (few || found[at].order == Order::Before);
        if inside && (found[at].act == Act::Stance || mention) {
            found[at].content = None;
        }
    }
}

/// Whether a content has a word of its own: "it", "them", "and" alone tell nothing.
fn tells(reading: &Reading<'_>, content: Range<usize>) -> bool {
    const BARE: Class = PRONOUN
        .or(Class::OBJECT)
        .or(Class::COORDINATOR)
        .or(Class::ARTICLE)
        .or(Class::DETERMINER)
        .or(Class::POSSESSIVE)
        .or(Class::PREPOSITION)
        .or(Class::TIME)
        .or(Class::ADVERB);
    content.clone().any(|at| {
        let item = &reading.items[at];
        item.part.is_some() || !item.is(BARE) && reading.words(at) != "to"
    })
}

/// Where the attribution `next` puts an end to `content`, or the content's own end.
fn cut_before(reading: &Reading<'_>, content: &Range<usize>, next: &Attribution) -> usize {
    let head = match &next.source {
        Some(source) if !next.shared => source.start.min(next.cue.start),
        _ => next.cue.start,
    };
    if head <= content.start || head >= content.end {
        return content.end;
    }
    let items = &reading.items;
    let mut at = head;
    // Steps over "and", "but", "while" and adverbs to the comma that opens the new clause.
    while at > content.start + 1
        && !items[at].gap.has(Gap::BREAK)
        && items[at - 1].is(Class::COORDINATOR | Class::SUBORDINATOR | Class::ADVERB)
        && reading.words(at - 1) != "if"
    {
        at -= 1;
    }
    let breaks = items[at].gap.has(Gap::BREAK);
    // Without "and" or "while", a comma before a subject may part a list.
    let parted = breaks
        && (at < head
            || next.shared
            || next.order == Order::Before
            || !items[at].gap.has(Gap::COMMA)
            || items[head].is(PRONOUN));
    let coordinated = next.shared && items[head - 1].is(Class::COORDINATOR);
    // "S said A and he accused T": a new sentence with a subject of its own.
    let joined = items[at].is(Class::COORDINATOR) && items[head].is(PRONOUN) && next.speech;
    if parted || coordinated || joined {
        at
    } else {
        content.end
    }
}

fn after_attribution(reading: &Reading<'_>, last: &Attribution, limit: usize) -> Option<usize> {
    let tail = last
        .source
        .as_ref()
        .map_or(last.cue.end, |source| source.end.max(last.cue.end));
    (tail..limit).find(|at| reading.items[*at].gap.has(Gap::BREAK))
}
