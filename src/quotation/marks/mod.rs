//! Pairs of quotation marks.
//!
//! News is typed in every style at once: straight and curly, `''` for `"` in wire copy, guillemets,
//! single marks inside double ones and (in Britain) around them, opening marks repeated at every
//! paragraph of a long quotation, closing marks forgotten. One pass over a paragraph with a stack
//! pairs them. A mark is read by its neighbours: blank space before and a letter after opens, the
//! reverse closes, and where both are possible the stack decides.
//!
//! * A single mark is an apostrophe until it is proved otherwise: it opens only at the start of a
//!   word that is no elision ("'em", "'90s"), it closes only at the end of one, and a mark after an
//!   *s* ("workers'") closes only when no better one follows.
//! * A double mark that is never closed runs to the end of its paragraph when it opened the
//!   paragraph, when the next paragraph opens with a mark or when a later one closes it, else to the
//!   end of its sentence. A single one is taken for an apostrophe.
//!
//! Every pair lies in one paragraph; `parts` joins what runs over several.

mod mark;
#[cfg(test)]
mod tests;

use crate::story::Span;
use crate::text::sentences;
use mark::{Family, Mark, Side, may_open_reversed, next_mark};

/// Quotations nest no deeper than this; further opening marks are passed over, so that a page of
/// marks costs no more than a page of words.
const DEEPEST: usize = 6;

/// Two marks and what stands between them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pair {
    /// With the marks.
    pub span: Span,
    /// Between them, without the blank space of « … ».
    pub content: Span,
    /// The index of the pair that this one stands inside.
    pub within: Option<usize>,
    /// No closing mark was found.
    pub unclosed: bool,
}

/// How a paragraph's marks hang together with those of its neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Seams {
    /// A quotation of the paragraph before is still open here, and is not opened anew.
    pub runs_in: bool,
    /// What is left open here runs on into the next paragraph.
    pub runs_on: bool,
    /// So does what a single mark left open at the start of the paragraph or behind a colon.
    pub single_runs_on: bool,
}

/// The pairs of one paragraph, in the order of their opening marks.
pub(super) fn pairs(text: &str, paragraph: Span, seams: Seams) -> Vec<Pair> {
    let words = &text[paragraph.start()..paragraph.end()];
    let mut scan = Scan {
        text: words,
        open: Vec::new(),
        found: Vec::new(),
        straight: Count::default(),
    };
    if seams.runs_in {
        scan.open(Mark {
            start: 0,
            end: 0,
            family: Family::Double,
            side: Side::Open,
            weak: false,
            straight: true,
        });
    }
    let mut at = 0;
    while let Some(mark) = next_mark(words, at) {
        at = mark.end;
        scan.take(mark);
    }
    scan.finish(seams);
    scan.into_pairs(paragraph.start())
}

/// Whether the first double mark of the paragraph closes what was opened before it; `None` where it
/// has no such mark.
pub(super) fn closes_first(text: &str, paragraph: Span) -> Option<bool> {
    let words = &text[paragraph.start()..paragraph.end()];
    let mut at = 0;
    while let Some(mark) = next_mark(words, at) {
        if mark.family == Family::Double {
            let inches = mark.straight && words[..mark.start].ends_with(|c: char| c.is_numeric());
            return Some(mark.side == Side::Close && !inches && !may_open_reversed(words, mark));
        }
        at = mark.end;
    }
    None
}

/// Whether the paragraph begins with a mark that opens, and with what kind.
pub(super) fn opens_with(text: &str, paragraph: Span) -> Option<Reopened> {
    let words = &text[paragraph.start()..paragraph.end()];
    let mark = next_mark(words, 0)?;
    (mark.start == 0 && mark.side != Side::Close).then_some(match mark.family {
        Family::Single => Reopened::Single,
        Family::Double | Family::Guillemet => Reopened::Double,
    })
}

/// The mark with which a paragraph opens anew what the one before it left open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reopened {
    Single,
    Double,
}

/// An opening mark that waits for its closing one.
struct Open {
    mark: Mark,
    /// Its place in `Scan::found`.
    slot: usize,
    /// A weak mark that closes it if no better one comes.
    fallback: Option<Mark>,
}

struct Scan<'a> {
    text: &'a str,
    open: Vec<Open>,
    /// One an opening mark; `None` where it turned out to be none.
    found: Vec<Option<Pair>>,
    /// The straight double marks still to come.
    straight: Count,
}

/// How many of `"` stand behind a place.
#[derive(Default)]
struct Count {
    upto: usize,
    left: usize,
}

impl Scan<'_> {
    fn take(&mut self, mark: Mark) {
        match mark.side {
            // »so« and „so“: what opens elsewhere closes here.
            Side::Open if self.closes_reversed(mark) || self.closes_late(mark) => {
                self.close(mark);
            }
            Side::Open => self.open(mark),
            Side::Close => {
                if !self.close(mark) && may_open_reversed(self.text, mark) {
                    self.open(mark);
                }
            }
            Side::Either => {
                if !self.close(mark) {
                    self.open(mark);
                }
            }
        }
    }

    fn closes_reversed(&self, mark: Mark) -> bool {
        let shape = &self.text[mark.start..mark.end];
        self.open.last().is_some_and(|top| {
            let opened = &self.text[top.mark.start..top.mark.end];
            let habit = matches!(
                (opened, shape),
                ("\u{bb}", "\u{ab}") | ("\u{201e}", "\u{201c}")
            );
            // “so“: the wrong key, where blank space tells the side.
            let slip = mark.family == Family::Double
                && opened == shape
                && !self.text[..mark.start].ends_with(char::is_whitespace);
            (habit || slip) && !self.text[mark.end..].starts_with(char::is_alphanumeric)
        })
    }

    /// `"It is wrong. "Reed`: the blank space stands on the wrong side. Behind a point, a mark that
    /// looks as if it opened closes what is open where those behind it are even in number, and so
    /// pair without it.
    fn closes_late(&mut self, mark: Mark) -> bool {
        const STRAIGHT: &str = "\"";
        let shape = &self.text[mark.start..mark.end];
        let open = self
            .open
            .last()
            .is_some_and(|top| &self.text[top.mark.start..top.mark.end] == shape);
        if !open || shape != STRAIGHT {
            return false;
        }
        let pointed = self.text[..mark.start]
            .trim_end()
            .ends_with(['.', ',', '?', '!']);
        pointed && self.straight_after(mark.end).is_multiple_of(2)
    }

    /// How many straight double marks stand behind `at`, which only grows from call to call.
    fn straight_after(&mut self, at: usize) -> usize {
        if self.straight.upto == 0 {
            self.straight.left = self.text.matches('"').count();
        }
        self.straight.left -= self.text[self.straight.upto..at].matches('"').count();
        self.straight.upto = at;
        self.straight.left
    }

    fn open(&mut self, mark: Mark) {
        if let Some(top) = self.open.last()
            && top.mark.family == mark.family
        {
            match mark.family {
                Family::Single => self.settle_top(),
                // A straight mark cannot nest in itself: the first was never closed.
                Family::Double if top.mark.straight => {
                    self.end_at_sentence(mark.start);
                }
                Family::Double | Family::Guillemet => {}
            }
        }
        if mark.family != Family::Single
            && self.open.last().is_some_and(|top| top.fallback.is_some())
        {
            self.settle_top();
        }
        if self.open.len() == DEEPEST {
            return;
        }
        let slot = self.found.len();
        self.found.push(None);
        self.open.push(Open {
            mark,
            slot,
            fallback: None,
        });
    }

    /// Closes the innermost open pair of the mark's family; single marks left open inside it are
    /// settled first. Answers whether there was one.
    fn close(&mut self, mark: Mark) -> bool {
        let Some(depth) = self
            .open
            .iter()
            .rposition(|open| open.mark.family == mark.family)
        else {
            return false;
        };
        // A single mark does not close over a double one that is still open.
        if mark.family == Family::Single && depth + 1 != self.open.len() {
            return false;
        }
        while self.open.len() > depth + 1 {
            self.settle_top();
        }
        if mark.weak {
            let top = self.open.last_mut().expect("depth is an index of it");
            top.fallback.get_or_insert(mark);
        } else {
            self.close_top(mark.start, mark.end, false);
        }
        true
    }

    /// Ends the innermost open pair where its content ends at `inner` and its span at `outer`.
    fn close_top(&mut self, inner: usize, outer: usize, unclosed: bool) {
        let Some(top) = self.open.pop() else { return };
        let words = &self.text[top.mark.end..inner];
        let start = top.mark.end + (words.len() - words.trim_start().len());
        let end = top.mark.end + words.trim_end().len();
        if start < end && words.contains(|letter: char| letter.is_alphanumeric()) {
            self.found[top.slot] = Some(Pair {
                span: Span::new(top.mark.start, outer),
                content: Span::new(start, end),
                within: self.open.last().map(|open| open.slot),
                unclosed,
            });
        }
    }

    /// Closes the innermost open mark by its fallback, or drops it.
    fn settle_top(&mut self) {
        match self.open.last().and_then(|top| top.fallback) {
            Some(mark) => self.close_top(mark.start, mark.end, false),
            None => {
                self.open.pop();
            }
        }
    }

    /// Ends the innermost pair, whose closing mark is missing, at the end of its first sentence and
    /// before `limit`.
    fn end_at_sentence(&mut self, limit: usize) {
        let Some(top) = self.open.last() else { return };
        let start = top.mark.end;
        let tail = &self.text[start..limit];
        let end = sentences(tail)
            .first()
            .map_or(start, |sentence| start + sentence.end());
        self.close_top(end, end, true);
    }

    fn finish(&mut self, seams: Seams) {
        let continues = seams.runs_on;
        while let Some(top) = self.open.last() {
            let (mark, slot) = (top.mark, top.slot);
            if mark.family == Family::Single {
                let before = self.text[..mark.start].trim_end();
                let whole = before.is_empty() || before.ends_with([':', ',']);
                if seams.single_runs_on && whole && self.open.len() == 1 {
                    self.close_top(self.text.len(), self.text.len(), true);
                } else {
                    self.settle_top();
                }
                continue;
            }
            let inner = self.found[slot + 1..].iter().flatten().next().copied();
            match inner {
                // “We went, he said. “We saw.”: the first was never closed, nothing is nested.
                Some(inner) if !continues => self.end_at_sentence(inner.span.start()),
                _ if continues || mark.start == 0 => {
                    self.close_top(self.text.len(), self.text.len(), true);
                }
                _ => self.end_at_sentence(self.text.len()),
            }
        }
    }

    /// The pairs that stood the test, counted from `base`, parents renumbered.
    fn into_pairs(self, base: usize) -> Vec<Pair> {
        let mut place = vec![None; self.found.len()];
        let mut pairs: Vec<Pair> = Vec::new();
        for (slot, pair) in self.found.iter().enumerate() {
            let Some(pair) = pair else { continue };
            place[slot] = Some(pairs.len());
            let within = pair
                .within
                .and_then(|parent| place[parent])
                .filter(|parent: &usize| pairs[*parent].content.covers(pair.span.shifted(base)));
            pairs.push(Pair {
                span: pair.span.shifted(base),
                content: pair.content.shifted(base),
                within,
                unclosed: pair.unclosed,
            });
        }
        pairs
    }
}
