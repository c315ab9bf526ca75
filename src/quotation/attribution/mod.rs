//! Attributions inside one sentence: source, cue, content.
//!
//! Every form that news uses is a place of the cue relative to its source and its content:
//!
//! * before: `S said (that) C`, `S said: "C"`, `S told reporters C`, `according to S, C`;
//! * after: `C, S said`, `"C," said S`, `C, according to S`;
//! * between: `"C," S said, "C"` — both of these;
//! * without a subject of its own: `…, adding C`, `… and said C`, whose source is that of the verb before;
//! * passive: `S was quoted as saying C`, `X quoted S as saying C`, `C was criticised by S`;
//! * as a noun: `S's claim that C`.
//!
//! All attributions of a sentence are found first, each alone; then each one's content is cut
//! where the next one begins, so that they lie side by side or nested, never across each other.

mod bounds;
mod content;
mod document;
mod source;
mod verbless;

use std::ops::Range;

use super::items::{Gap, Period, Reading};
use super::lexicon::{Class, CueWord, Form, LEXICON, Use};
use super::phrase::{can_be_source, phrase_after};
use super::subject::{Subject, subject_before};
use super::types::Attitude;
use crate::story::BlockKind;
use bounds::bounded;

/// One attribution; all ranges count items of the article's [`Reading`].
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub cue: Range<usize>,
    pub attitude: Attitude,
    /// A verb of speech, not of thought or stance.
    pub speech: bool,
    pub source: Option<Range<usize>>,
    pub content: Option<Range<usize>>,
    pub order: Order,
    /// A further content before the source, where the attribution stands between two.
    pub before: Option<Range<usize>>,
    /// The cue has no subject of its own.
    pub shared: bool,
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
    };
    let mut found: Vec<Attribution> = Vec::new();
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
    if let Some(colon) = finder.colon(&found) {
        found.push(colon);
    }
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

    fn is_part(&self, at: usize) -> bool {
        self.period.contains(&at) && self.reading.items[at].part.is_some()
    }

    fn verb(&self, at: usize, word: &CueWord, found: &[Attribution]) -> Option<Attribution> {
        if self.reading.items[at].capital
            && at != self.period.start
            && !self.reading.items[at].gap.has(Gap::BREAK)
        {
            return None;
        }
        let tailed = word.uses.iter().find(|one| {
            !one.tail.is_empty()
                && one
                    .tail
                    .iter()
                    .enumerate()
                    .all(|(place, part)| self.word(at + 1 + place) == &**part)
                && (at + 1..at + 1 + one.tail.len()).all(|next| !self.gap(next).has(Gap::BREAK))
        });
        let usage = match tailed {
            Some(one) => one.clone(),
            None => merged(word)?,
        };
        let cue = at..at + 1 + usage.tail.len();
        if self.is_noun_here(at, word.form) {
            return None;
        }
        if let Some(passive) = self.passive(at, &cue, word.form, &usage) {
            return passive;
        }
        let (source, shared) = self.source_of(at, &cue, word.form, &usage, found)?;
        let mut attribution = Attribution {
            cue: cue.clone(),
            attitude: usage.attitude,
            speech: usage.speech && (usage.clause || usage.hearer),
            source: Some(source.clone()),
            content: None,
            order: Order::After,
            before: None,
            shared,
        };
        let head = source.start.min(cue.start);
        let after_source = if source.start == cue.end {
            source.end
        } else {
            cue.end
        };
        let ahead = self.content_after(after_source, &usage);
        let behind = (attribution.speech && !shared && form_may_follow(word.form))
            .then(|| self.content_before(head, after_source))
            .flatten();
        let interrupts = self.goes_on(head, after_source);
        match (ahead, behind) {
            (_, Some(behind)) if interrupts => {
                attribution.content = Some(behind.start..self.clause_end(after_source));
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

    /// "was criticised by S", "was quoted as saying". `Some(None)` where it is a passive without a
    /// source, so that nothing else need be tried.
    fn passive(
        &self,
        at: usize,
        cue: &Range<usize>,
        form: Form,
        usage: &Use,
    ) -> Option<Option<Attribution>> {
        if form != Form::Past || self.word(cue.end) == "as" && self.is_saying(cue.end + 1) {
            return (form == Form::Past
                && self.word(cue.end) == "as"
                && self.is_saying(cue.end + 1))
            .then_some(None);
        }
        let mut verb = at;
        while verb > self.period.start
            && self.is(verb - 1, Class::ADVERB)
            && !self.gap(verb).has(Gap::BREAK)
        {
            verb -= 1;
        }
        let be = verb > self.period.start
            && !self.gap(verb).has(Gap::BREAK)
            && matches!(
                self.word(verb - 1),
                "is" | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "being"
                    | "isn't"
                    | "wasn't"
                    | "weren't"
                    | "aren't"
            );
        let by = (cue.end..self.period.end.min(cue.end + 6))
            .take_while(|next| !self.gap(*next).has(Gap::BREAK))
            .find(|next| self.word(next.to_owned()) == "by");
        if !be {
            return None;
        }
        let Some(by) = by else {
            // "is expected to", "is said to": nobody is named.
            let tells = usage.infinitive || usage.clause;
            let content = cue.end..self.clause_end(cue.end);
            return Some(
                (tells && self.word(cue.end) == "to" && content.len() > 1).then(|| Attribution {
                    cue: cue.clone(),
                    attitude: usage.attitude,
                    speech: false,
                    source: None,
                    content: Some(content),
                    order: Order::After,
                    before: None,
                    shared: false,
                }),
            );
        };
        let source = phrase_after(self.reading, by + 1, self.period.end);
        if source.is_empty() || !can_be_source(self.reading, source.clone()) {
            return Some(None);
        }
        let content = match subject_before(self.reading, self.period.start, at) {
            Some(Subject::Phrase(subject)) => Some(subject),
            _ => None,
        };
        Some(Some(Attribution {
            cue: cue.clone(),
            attitude: usage.attitude,
            speech: false,
            source: Some(source),
            content,
            order: Order::Before,
            before: None,
            shared: false,
        }))
    }
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
        all.speech |= one.speech;
    }
    Some(all)
}
