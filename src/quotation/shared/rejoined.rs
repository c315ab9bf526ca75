//! Utterances that their attribution interrupts, told whole.
//!
//! “We will pay,” Reed said. “But not today.” is one utterance in two quotations. Where another
//! outlet carries it as one, each piece is trimmed against that, though nothing is left out. So the
//! pieces of an utterance that follow each other are told together as well: those that stand in the
//! statement, and a word or two beside them (“No,” Reed said.) that stand there too. Fragments that
//! an outlet has built into its own sentence are no such pieces; the words between them are its own.

use std::collections::HashMap;

use rapidhash::fast::RandomState;

use super::joining::stands_alone;
use crate::quotation::types::{Quotation, QuotationId, Speech};
use crate::quotation::wording::Wording;
use crate::story::{Article, Span, Story};

/// What ends a sentence, and what a sentence pauses at.
const STOPS: [char; 4] = ['.', '!', '?', '\u{2026}'];
const PAUSES: [char; 7] = [',', ';', ':', '-', '\u{2013}', '\u{2014}', '\u{2015}'];

/// How the pieces of an utterance follow each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Seam {
    /// The piece goes on in the sentence of the one before, which a cue interrupts.
    Pause,
    /// It begins a sentence.
    Stop,
    /// The outlet's own sentence runs into or out of the marks.
    Own,
}

impl Seam {
    fn between(article: &Article, before: &Quotation, after: &Quotation) -> Self {
        let last = |text: &str| text.trim_end().chars().next_back();
        let said = last(article.words_at(before.content));
        let around = article.words_at(Span::new(before.span.end(), after.span.start()));
        let paused = |letter: Option<char>| {
            letter.is_some_and(|letter| STOPS.contains(&letter) || PAUSES.contains(&letter))
        };
        let next = around.trim_start().chars().next();
        if !paused(said) && !paused(next) {
            return Seam::Own;
        }
        let told = [before.cue, after.cue].into_iter().flatten();
        let cue = told
            .map(|cue| cue.span)
            .any(|cue| before.span.end() <= cue.start() && cue.end() <= after.span.start());
        match last(around) {
            // One right behind the other, or a paragraph of its own.
            None => Seam::Stop,
            Some(_) if around.ends_with('\n') => Seam::Stop,
            Some(letter) if STOPS.contains(&letter) => Seam::Stop,
            Some(letter) if PAUSES.contains(&letter) && cue => Seam::Pause,
            Some(_) => Seam::Own,
        }
    }
}

/// Pieces of one utterance that follow each other, and their words in one.
pub(super) struct Pieces {
    pub quotations: Vec<QuotationId>,
    pub wording: Wording,
}

/// The utterances of a story that stand in more quotations than one.
pub(super) struct Utterances {
    all: Vec<Vec<usize>>,
    /// By quotation, which of them it is a piece of, and which piece.
    of: HashMap<usize, (usize, usize), RandomState>,
}

impl Utterances {
    pub(super) fn of(story: &Story, speech: &Speech) -> Self {
        let mut all: Vec<Vec<usize>> = Vec::new();
        let outermost = speech.quotations.iter().enumerate();
        for (index, one) in outermost.filter(|(_, one)| one.within.is_none()) {
            let last = all.last_mut().filter(|pieces| {
                let last = &speech.quotations[pieces[pieces.len() - 1]];
                goes_on(story.article(one.article), last, one)
            });
            match last {
                Some(pieces) => pieces.push(index),
                None => all.push(vec![index]),
            }
        }
        all.retain(|pieces| pieces.len() > 1);
        let numbered = all.iter().enumerate();
        let of = numbered
            .flat_map(|(nth, pieces)| {
                let pieces = pieces.iter().enumerate();
                pieces.map(move |(at, one)| (*one, (nth, at)))
            })
            .collect();
        Utterances { all, of }
    }

    /// The pieces that stand together in a statement; `members` are its quotations besides the
    /// fullest, in order, and `base` the words of that.
    pub(super) fn in_statement(
        &self,
        story: &Story,
        speech: &Speech,
        wordings: &[Wording],
        members: &[usize],
        base: &Wording,
    ) -> Vec<Pieces> {
        // Words that are too few to be a member stand right beside one.
        const BESIDE: usize = 2;
        let mut near: Vec<(usize, usize)> = Vec::new();
        for &(utterance, at) in members.iter().filter_map(|one| self.of.get(one)) {
            let last = self.all[utterance].len() - 1;
            let around = at.saturating_sub(BESIDE)..=last.min(at + BESIDE);
            near.extend(around.map(|at| (utterance, at)));
        }
        near.sort_unstable();
        near.dedup();
        let is_member = |one: usize| members.binary_search(&one).is_ok();
        let belongs = |one: usize| {
            is_member(one)
                || !stands_alone(&wordings[one]) && base.place_of(&wordings[one]).is_some()
        };
        let mut found = Vec::new();
        let mut row = Row::default();
        let mut before = None;
        for (utterance, at) in near {
            let one = self.all[utterance][at];
            let goes_on = before.is_some_and(|last| last == (utterance, at.wrapping_sub(1)));
            before = Some((utterance, at));
            let seam = row.last.filter(|_| goes_on).map_or(Seam::Stop, |last| {
                let (before, after) = (&speech.quotations[last], &speech.quotations[one]);
                Seam::between(story.article(after.article), before, after)
            });
            // Said twice, it is no further piece.
            let again = row.wording.place_of(&wordings[one]).is_some();
            if !goes_on || !belongs(one) || seam == Seam::Own || again {
                found.extend(std::mem::take(&mut row).told());
            }
            if belongs(one) {
                row.push(speech, wordings, one, seam, is_member(one));
            }
        }
        found.extend(row.told());
        found
    }
}

/// Whether a quotation goes on with the utterance of the one before it: as the attribution tells, or
/// of the same speaker a few words on in the same paragraph (`"A," Reed said. "B," she added, "C."`).
fn goes_on(article: &Article, last: &Quotation, one: &Quotation) -> bool {
    const NEAR: usize = 160;
    if last.article != one.article || last.span.end() > one.span.start() {
        return false;
    }
    let between = Span::new(last.span.end(), one.span.start());
    let name = |one: &Quotation| one.told_speaker().map(|one| one.name.clone());
    last.utterance == one.utterance
        || between.len() <= NEAR
            && name(last).is_some()
            && name(last) == name(one)
            && !article.words_at(between).contains('\n')
}

/// Pieces as they are put in a row.
#[derive(Default)]
struct Row {
    quotations: Vec<QuotationId>,
    wording: Wording,
    last: Option<usize>,
    /// One of them stands in the statement by itself.
    carries: bool,
}

impl Row {
    fn push(
        &mut self,
        speech: &Speech,
        wordings: &[Wording],
        one: usize,
        seam: Seam,
        carries: bool,
    ) {
        self.quotations.push(speech.quotations[one].id);
        self.wording.join(&wordings[one], seam == Seam::Stop);
        self.last = Some(one);
        self.carries |= carries;
    }

    fn told(self) -> Option<Pieces> {
        (self.carries && self.quotations.len() > 1).then_some(Pieces {
            quotations: self.quotations,
            wording: self.wording,
        })
    }
}
