//! Reported speech of one article, its speakers not yet joined with those of others, and in order:
//! contents side by side or one inside the other.

use super::discourse::Source;
use super::types::{Act, Cue};
use crate::story::Span;

/// Whose words a quotation or a piece of reported speech is.
#[derive(Clone, Debug, Default)]
pub(super) struct Voice {
    pub source: Option<Source>,
    /// The nearest person who might be meant, where there is no source.
    pub candidate: Option<usize>,
}

/// A piece of reported speech.
pub(super) struct Telling {
    pub act: Act,
    pub content: Span,
    pub cue: Option<Cue>,
    pub voice: Voice,
}

/// The contents by their start, the longer first; one that would cross another is cut at its
/// edge, and one of two equal ones (the same words under two cues) is dropped.
pub(super) fn nested(mut told: Vec<Telling>) -> Vec<Telling> {
    told.sort_by_key(|one| (one.content.start(), std::cmp::Reverse(one.content.end())));
    let mut kept: Vec<Telling> = Vec::with_capacity(told.len());
    let mut open: Vec<Span> = Vec::new();
    for mut one in told {
        while open
            .last()
            .is_some_and(|outer| outer.end() <= one.content.start())
        {
            open.pop();
        }
        if let Some(outer) = open.last() {
            if *outer == one.content {
                continue;
            }
            if one.content.end() > outer.end() {
                one.content = Span::new(one.content.start(), outer.end());
            }
        }
        open.push(one.content);
        kept.push(one);
    }
    kept
}

/// The index of the smallest content that holds each one, for contents in the order of [`nested`].
pub(super) fn outer(contents: &[Span]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    contents
        .iter()
        .enumerate()
        .map(|(index, content)| {
            while open
                .last()
                .is_some_and(|last| contents[*last].end() <= content.start())
            {
                open.pop();
            }
            let outer = open.last().copied();
            open.push(index);
            outer
        })
        .collect()
}
