//! Attributions inside one sentence: source, cue, content.
//!
//! Every form that news uses is a place of the cue relative to its source and its content:
//!
//! * before: `S said (that) C`, `S said: "C"`, `S told reporters C`, `according to S, C`;
//! * after: `C, S said`, `"C," said S`, `C, according to S`;
//! * between: `"C," S said, "C"` — both of these;
//! * without a subject of its own: `…, adding C`, `… and said C`, whose source is that of the verb before;
//! * passive: `S was quoted as saying C`, `X quoted S as saying C`, `C was criticised by S`;
//! * as a noun or an adjective: `S's claim that C`, `S is wary of C`;
//! * of nobody: `C seems to be so`, `it is clear that C`;
//! * beside it: `what S calls C`, `the C that S opposes`, `as S put it, C`;
//! * as a turn of an interview or a headline: `S: C`.
//!
//! All attributions of a sentence are found first, each alone; then each one's content is cut
//! where the next one begins, so that they lie side by side or nested, never across each other.

mod adjective;
mod before;
mod bounds;
mod content;
mod document;
mod ends;
#[cfg(test)]
mod forms_tests;
mod frame;
#[cfg(test)]
mod frame_tests;
mod homograph;
mod noun;
mod object;
mod participle;
mod passive;
mod related;
mod seeming;
mod source;
#[cfg(test)]
mod source_tests;
#[cfg(test)]
mod tests;
mod verbless;

use std::ops::Range;

use super::items::{Gap, Period, Reading};
use super::lexicon::{Class, CueWord, Form, LEXICON, Use};
use super::types::{Act, Attitude};
use crate::story::BlockKind;
use bounds::bounded;
use ends::Seat;

/// One attribution; all ranges count items of the article's [`Reading`].
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub cue: Range<usize>,
    pub attitude: Attitude,
    pub act: Act,
    /// It may introduce marks: a verb of speech with a clause, "according to", a colon.
    pub speech: bool,
    pub source: Option<Range<usize>>,
    pub content: Option<Range<usize>>,
    pub order: Order,
    /// A further content before the source, where the attribution stands between two.
    pub before: Option<Range<usize>>,
    /// The cue has no subject of its own.
    pub shared: bool,
}

impl Attribution {
    /// The plainest attribution with this cue: neutral speech of nobody that is named yet, its
    /// content to come behind it.
    fn by(cue: Range<usize>) -> Self {
        Attribution {
            cue,
            attitude: Attitude::Neutral,
            act: Act::Speech,
            speech: true,
            source: None,
            content: None,
            order: Order::After,
            before: None,
            shared: false,
        }
    }
}

/// Where the content stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Order {
    /// Before source and cue.
    Before,
    /// After them.
    After,
}

/// The attributions of a period in the order of their cues.
pub(super) fn attributions(reading: &Reading<'_>, period: &Period) -> Vec<Attribution> {
    let finder = Finder {
        reading,
        period: period.items.clone(),
        titled: is_titled(reading, &period.items),
    };
    let mut found: Vec<Attribution> = Vec::new();
    let opens_block = reading.article.blocks[period.block].span.start() == period.span.start();
    let turn = || {
        let labelled = finder.labelled(period.block);
        labelled.or_else(|| finder.turn(period.block))
    };
    found.extend(opens_block.then(turn).flatten());
    let mut at = period.items.start;
    while at < period.items.end {
        match finder.at(at, &found) {
            Some(attribution) => {
                at = attribution.cue.end.max(at + 1);
                found.push(attribution);
            }
            None => at += 1,
        }
    }
    found.extend(finder.framed(&found).or_else(|| finder.named_behind()));
    found.extend(finder.signature(period.block));
    if let Some(colon) = finder.colon(&found) {
        found.push(colon);
    }
    found.extend(finder.lead_in(&found));
    if let Some(document) = finder.document(&found) {
        found.push(document);
    }
    if found.is_empty() && reading.article.blocks[period.block].kind == BlockKind::Headline {
        found.extend(finder.headline());
    }
    bounded(reading, &mut found);
    found
}

struct Finder<'a> {
    reading: &'a Reading<'a>,
    period: Range<usize>,
    /// Its words begin with capitals as those of a headline do, which then tell nothing.
    titled: bool,
}

impl Finder<'_> {
    fn at(&self, at: usize, found: &[Attribution]) -> Option<Attribution> {
        let item = &self.reading.items[at];
        if item.part.is_some() {
            return None;
        }
        self.source_phrase(at)
            .or_else(|| {
                item.cue
                    .and_then(|cue| self.verb(at, &LEXICON.cues[usize::from(cue)], found))
            })
            .or_else(|| self.noun(at))
            .or_else(|| self.adjective(at))
            .or_else(|| self.seeming(at))
    }

    fn word(&self, at: usize) -> &str {
        if self.period.contains(&at) {
            self.reading.words(at)
        } else {
            ""
        }
    }

    fn gap(&self, at: usize) -> Gap {
        if at < self.period.end {
            self.reading.items[at].gap
        } else {
            Gap::STOP
        }
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.period.contains(&at) && self.reading.items[at].is(class)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.period.contains(&at) && self.reading.items[at].capital
    }

    fn is_part(&self, at: usize) -> bool {
        self.period.contains(&at) && self.reading.items[at].part.is_some()
    }

    /// The use of a cue whose tail begins at `tail`.
    fn with_tail<'w>(&self, tail: usize, word: &'w CueWord) -> Option<&'w Use> {
        word.uses.iter().find(|one| {
            let end = tail + one.tail.len();
            let mut words = (tail..end).zip(&one.tail);
            !one.tail.is_empty()
                && words.all(|(at, part)| self.word(at) == &**part)
                && (tail..end).all(|at| !self.gap(at).has(Gap::BREAK))
                // "reported on Tuesday" is "reported".
                && !(self.word(end - 1) == "on" && self.is(end, Class::TIME))
        })
    }

    fn verb(&self, at: usize, word: &CueWord, found: &[Attribution]) -> Option<Attribution> {
        if self.reading.items[at].capital
            && !self.titled
            && at != self.period.start
            && !self.reading.items[at].gap.has(Gap::BREAK)
        {
            return None;
        }
        // "called Wednesday for": the day may stand before the tail.
        let late =
            at + 1 + usize::from(self.is(at + 1, Class::TIME) && !self.gap(at + 1).has(Gap::BREAK));
        let tailed = [at + 1, late]
            .into_iter()
            .find_map(|tail| Some((self.with_tail(tail, word)?, tail)));
        let (usage, cue) = match tailed {
            Some((one, tail)) => (one.clone(), at..tail + one.tail.len()),
            None => (merged(word)?, at..at + 1),
        };
        if self.is_noun_here(at, word.form) {
            return None;
        }
        if self.bears_name(at)
            || self.describes_side(at)
            || self.goes_on_something(at, &cue, &usage)
        {
            return None;
        }
        // "came back": as a verb only where something says that it is one.
        if word.form == Form::Base && self.is(at, Class::ADVERB) && !self.is_governed(at) {
            return None;
        }
        if let Some(asked) = self.asked(at, word.form, &usage) {
            return Some(asked);
        }
        if let Some(passive) = self.passive(at, &cue, word.form, &usage) {
            return passive;
        }
        let (source, shared) = self.source_of(at, &cue, word.form, &usage, found)?;
        let mut attribution = Attribution {
            attitude: usage.attitude,
            act: usage.act,
            speech: usage.act == Act::Speech && (usage.clause || usage.hearer),
            source: Some(source.clone()),
            shared,
            ..Attribution::by(cue.clone())
        };
        let head = source.start.min(cue.start);
        let after_source = if source.start == cue.end {
            source.end
        } else {
            cue.end
        };
        let seat = self.seat(&source, at);
        // "“C,” said a man who left": what follows says more of the source.
        let described = after_source > cue.end && self.is(after_source, Class::RELATIVE);
        let ahead = (!described)
            .then(|| self.content_after(after_source, &usage, seat))
            .flatten();
        let behind = (attribution.speech && !shared && form_may_follow(word.form))
            .then(|| self.content_before(head, after_source))
            .flatten();
        let interrupts = self.goes_on(head, after_source);
        if let Some((content, order)) = self.related(&source, &cue, &usage, ahead.as_ref()) {
            attribution.content = Some(content);
            attribution.order = order;
            return Some(attribution);
        }
        match (ahead, behind) {
            (_, Some(behind)) if interrupts => {
                attribution.content =
                    Some(behind.start..self.clause_end(after_source + 1, Seat::Main));
                attribution.order = Order::Before;
            }
            (Some(ahead), behind) => {
                attribution.content = Some(ahead);
                attribution.before =
                    behind.filter(|behind| behind.clone().any(|item| self.is_part(item)));
            }
            (None, Some(behind)) => {
                attribution.content = Some(behind);
                attribution.order = Order::Before;
            }
            (None, None) if !attribution.speech => return None,
            (None, None) => {}
        }
        Some(attribution)
    }
}

/// Whether most words that are not small begin with a capital.
fn is_titled(reading: &Reading<'_>, period: &Range<usize>) -> bool {
    const FEWEST: usize = 4;
    let small = Class::PREPOSITION | Class::ARTICLE | Class::COORDINATOR | Class::AUXILIARY;
    let items = reading.items[period.clone()]
        .iter()
        .filter(|item| item.part.is_none() && !item.is(small));
    let (all, capital) = items.fold((0, 0), |(all, capital), item| {
        (all + 1, capital + usize::from(item.capital))
    });
    capital >= FEWEST && capital * 4 >= all * 3
}

/// Whether a verb in this form can stand after its content: "…, she said", not "…, saying".
fn form_may_follow(form: Form) -> bool {
    form != Form::Gerund
}

/// The uses of a cue word without a tail, as one.
fn merged(word: &CueWord) -> Option<Use> {
    let mut bare = word.uses.iter().filter(|one| one.tail.is_empty());
    let mut all = bare.next()?.clone();
    for one in bare {
        all.clause |= one.clause;
        all.hearer |= one.hearer;
        all.infinitive |= one.infinitive;
        all.object |= one.object;
        all.act = all.act.min(one.act);
    }
    Some(all)
}
