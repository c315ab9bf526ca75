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

use std::ops::Range;

use super::items::{Gap, Period, Reading};
use super::lexicon::{Class, CueWord, Form, LEXICON, Use};
use super::phrase::{
    PRONOUN, Subject, can_be_source, phrase_after, phrase_start, subject_before, subject_of_period,
};
use super::types::Attitude;

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

    /// `Ms. Reed: "C"`, `The ministry worded it with care: "C"`: the colon is the cue.
    fn colon(&self, found: &[Attribution]) -> Option<Attribution> {
        let at = self
            .period
            .clone()
            .find(|at| self.is_part(*at) && self.gap(*at).has(Gap::COLON))?;
        let covered = found.iter().any(|one| {
            one.speech
                && one
                    .content
                    .as_ref()
                    .is_some_and(|content| content.contains(&at))
        });
        if covered {
            return None;
        }
        let source = found
            .iter()
            .rev()
            .filter(|one| one.cue.start < at && !one.shared)
            .find_map(|one| one.source.clone())
            .or_else(|| subject_of_period(self.reading, &(self.period.start..at)))?;
        can_be_source(self.reading, source.clone()).then(|| Attribution {
            cue: at..at,
            attitude: Attitude::Neutral,
            speech: true,
            source: Some(source),
            content: Some(at..self.clause_end(at)),
            order: Order::After,
            before: None,
            shared: false,
        })
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

    /// "according to S".
    fn source_phrase(&self, at: usize) -> Option<Attribution> {
        let tail = LEXICON.source_follows.iter().find(|phrase| {
            phrase
                .iter()
                .enumerate()
                .all(|(place, word)| self.word(at + place).eq_ignore_ascii_case(word))
        })?;
        let cue = at..at + tail.len();
        let source = self.long_phrase_after(cue.end);
        if source.is_empty() {
            return None;
        }
        let leads = at == self.period.start
            || self.is(at - 1, Class::COORDINATOR | Class::SUBORDINATOR)
            || self.word(at - 1) == "that";
        let content = if leads {
            let start = (source.end..self.period.end)
                .find(|next| self.gap(*next).has(Gap::COMMA | Gap::COLON))
                .unwrap_or(source.end);
            start..self.period.end
        } else {
            self.clause_start(at)..at
        };
        Some(Attribution {
            cue,
            attitude: Attitude::Neutral,
            speech: true,
            source: Some(source),
            content: (!content.is_empty()).then_some(content),
            order: if leads { Order::After } else { Order::Before },
            before: None,
            shared: false,
        })
    }

    /// A source that ends its clause: places and times belong to it.
    fn long_phrase_after(&self, start: usize) -> Range<usize> {
        let phrase = phrase_after(self.reading, start, self.period.end);
        if phrase.is_empty() {
            return phrase;
        }
        let mut end = phrase.end;
        while end < self.period.end
            && !self.gap(end).has(Gap::BREAK)
            && !self.is_part(end)
            && !self.is(
                end,
                Class::AUXILIARY
                    | Class::MODAL
                    | Class::SUBORDINATOR
                    | Class::COORDINATOR
                    | PRONOUN
                    | Class::TIME,
            )
            && (self.is(
                end,
                Class::PREPOSITION | Class::ARTICLE | Class::DETERMINER | Class::POSSESSIVE,
            ) || self.reading.items[end].capital
                || end > phrase.end)
            && end - start < 14
        {
            end += 1;
        }
        start..end
    }

    /// "S's claim that C", "his call to C".
    fn noun(&self, at: usize) -> Option<Attribution> {
        let items = &self.reading.items;
        if !self.is(at, Class::SAYING) || items[at].capital || at == self.period.start {
            return None;
        }
        let attitude = *LEXICON.nouns.get(self.word(at))?;
        let word = self.word(at + 1);
        if self.gap(at + 1).has(Gap::BREAK)
            || !matches!(word, "that" | "to" | "of" | "for" | "on" | "about")
        {
            return None;
        }
        let mut owner = at;
        while owner > self.period.start && at - owner < 4 && !self.gap(owner).has(Gap::BREAK) {
            owner -= 1;
            if items[owner].possessive || self.is(owner, Class::POSSESSIVE) {
                break;
            }
        }
        if !(items[owner].possessive || self.is(owner, Class::POSSESSIVE)) {
            return None;
        }
        let start = if items[owner].possessive {
            phrase_start(self.reading, self.period.start, owner + 1).min(owner)
        } else {
            owner
        };
        let content = at + 1 + usize::from(word == "that");
        let end = self.clause_end(content);
        Some(Attribution {
            cue: at..at + 1,
            attitude,
            speech: false,
            source: Some(start..owner + 1),
            content: (content < end).then_some(content..end),
            order: Order::After,
            before: None,
            shared: false,
        })
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
        let after_source = if source.start >= cue.end {
            source.end
        } else {
            cue.end
        };
        let ahead = self.content_after(after_source, &usage);
        let behind = attribution
            .speech
            .then(|| self.content_before(if shared { cue.start } else { head }))
            .flatten();
        match (ahead, behind) {
            (Some(ahead), behind) if self.takes_ahead(&ahead, behind.as_ref()) => {
                attribution.content = Some(ahead);
                attribution.before =
                    behind.filter(|behind| behind.clone().any(|item| self.is_part(item)));
            }
            (_, Some(behind)) => {
                attribution.content = Some(self.resumed(behind, after_source));
                attribution.order = Order::Before;
            }
            (Some(ahead), None) => attribution.content = Some(ahead),
            (None, None) => {
                if !attribution.speech {
                    return None;
                }
            }
        }
        Some(attribution)
    }

    /// "Time, S added, was on their side": a clause that goes on behind its attribution is one
    /// content, with the attribution inside it.
    fn resumed(&self, behind: Range<usize>, after: usize) -> Range<usize> {
        let quoted = behind.clone().any(|item| self.is_part(item));
        let goes_on = after < self.period.end
            && self.gap(after).has(Gap::COMMA)
            && !self.is_part(after)
            && !self.word(after).ends_with("ing")
            && !self.is(after, Class::COORDINATOR | Class::RELATIVE | Class::ARTICLE);
        if quoted || !goes_on {
            return behind;
        }
        behind.start..self.clause_end(after)
    }

    /// With content on both sides, what follows counts when it is in marks or a clause of its own.
    fn takes_ahead(&self, ahead: &Range<usize>, behind: Option<&Range<usize>>) -> bool {
        behind.is_none() || self.is_part(ahead.start) || self.word(ahead.start - 1) == "that"
    }

    /// A form that is more often a noun or an adjective: "the report", "an alleged attack", "his calls".
    fn is_noun_here(&self, at: usize, form: Form) -> bool {
        if at == self.period.start {
            return form != Form::Gerund && form != Form::Past;
        }
        if self.gap(at).has(Gap::JOIN)
            || self.gap(at + 1).has(Gap::JOIN) && at + 1 < self.period.end
        {
            return true;
        }
        if self.gap(at).has(Gap::BREAK) {
            return false;
        }
        let before = &self.reading.items[at - 1];
        let noun_before =
            before.is(Class::ARTICLE | Class::POSSESSIVE | Class::PREPOSITION) || before.possessive;
        match form {
            Form::Past => {
                before.is(Class::ARTICLE | Class::POSSESSIVE) && !self.is(at - 1, Class::OBJECT)
                    || before.possessive
            }
            Form::Gerund => before.is(Class::ARTICLE) || before.possessive,
            Form::Base => {
                noun_before
                    || before.is(Class::DETERMINER) && !before.is(Class::GROUP)
                    || (self.is(at, Class::SAYING | Class::BODY | Class::ROLE | Class::GROUP)
                        && !before.is(PRONOUN
                            | Class::MODAL
                            | Class::AUXILIARY
                            | Class::GROUP
                            | Class::RELATIVE
                            | Class::ADVERB)
                        && self.word(at - 1) != "to")
            }
            Form::Third => {
                noun_before
                    || before.is(Class::DETERMINER)
                        && !before.is(Class::IT)
                        && self.is(at, Class::SAYING)
                    || self.is(at, Class::SAYING | Class::GROUP)
                        && !before.capital
                        && !before.is(PRONOUN
                            | Class::ROLE
                            | Class::BODY
                            | Class::RELATIVE
                            | Class::ADVERB)
            }
        }
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

    /// "saying", "having said".
    fn is_saying(&self, at: usize) -> bool {
        matches!(self.word(at), "saying" | "telling" | "having")
    }

    /// The source of a verb, and whether it is shared with a verb before.
    fn source_of(
        &self,
        at: usize,
        cue: &Range<usize>,
        form: Form,
        usage: &Use,
        found: &[Attribution],
    ) -> Option<(Range<usize>, bool)> {
        let low = self.period.start;
        if form == Form::Gerund {
            return self.source_of_gerund(at, found);
        }
        if form == Form::Past && at > low + 1 && self.word(at - 1) == "having" {
            return self.source_of_gerund(at - 1, found);
        }
        let inverted = usage.speech
            && usage.tail.is_empty()
            && (self.gap(at).has(Gap::COMMA | Gap::STOP | Gap::DASH)
                || at == low
                || self.is_part(at - 1));
        if inverted && form != Form::Base {
            let phrase = phrase_after(self.reading, cue.end, self.period.end);
            let fits = !phrase.is_empty()
                && (can_be_source(self.reading, phrase.clone())
                    || self.is(phrase.start, Class::ARTICLE | Class::DETERMINER))
                && !self.is(cue.end, Class::OBJECT);
            if fits
                && (at > low && self.is_part(at - 1)
                    || self.gap(phrase.end).has(Gap::BREAK)
                    || phrase.end == self.period.end
                    || self.is(
                        phrase.end,
                        Class::PREPOSITION | Class::TIME | Class::SUBORDINATOR | Class::RELATIVE,
                    ))
            {
                return Some((phrase, false));
            }
        }
        match subject_before(self.reading, low, at)? {
            Subject::Phrase(phrase) => {
                let fits =
                    can_be_source(self.reading, phrase.clone()) || usage.clause || usage.hearer;
                let agrees = form != Form::Base
                    || self.is_governed(at)
                    || is_plural(self.reading, phrase.clone());
                let reporter =
                    phrase.len() == 1 && self.is(phrase.start, Class::SPEAKING) && !usage.speech;
                (fits && agrees && !reporter).then_some((phrase, false))
            }
            Subject::Shared => self.subject_so_far(at, found).map(|phrase| (phrase, true)),
        }
    }

    /// Whether a modal, an auxiliary or "to" stands before the verb, so that its bare form says
    /// nothing of its subject.
    fn is_governed(&self, at: usize) -> bool {
        let mut before = at;
        while before > self.period.start {
            before -= 1;
            if !self.is(before, Class::ADVERB) || self.gap(before + 1).has(Gap::BREAK) {
                break;
            }
        }
        self.is(before, Class::AUXILIARY | Class::MODAL) || self.word(before) == "to"
    }

    fn source_of_gerund(&self, at: usize, found: &[Attribution]) -> Option<(Range<usize>, bool)> {
        let low = self.period.start;
        if at == low {
            // "Citing the weather, Reed said": the subject comes after the comma.
            let comma = (at + 1..self.period.end).find(|next| self.gap(*next).has(Gap::COMMA))?;
            let phrase = phrase_after(self.reading, comma, self.period.end);
            return (!phrase.is_empty() && can_be_source(self.reading, phrase.clone()))
                .then_some((phrase, true));
        }
        let mut before = at - 1;
        if self.word(before) == "having" && before > low {
            before -= 1;
        }
        if self.word(before) == "as" && before > low {
            return self.quoted_as(before);
        }
        if self.gap(at).has(Gap::BREAK)
            || self.is(
                at - 1,
                Class::COORDINATOR | Class::PREPOSITION | Class::SUBORDINATOR | Class::ADVERB,
            )
        {
            return self.subject_so_far(at, found).map(|phrase| (phrase, true));
        }
        if self.is(at - 1, Class::AUXILIARY) {
            return match subject_before(self.reading, low, at)? {
                Subject::Phrase(phrase) => Some((phrase, false)),
                Subject::Shared => self.subject_so_far(at, found).map(|phrase| (phrase, true)),
            };
        }
        let start = phrase_start(self.reading, low, at);
        (start < at && can_be_source(self.reading, start..at)).then_some((start..at, false))
    }

    /// "S was quoted as saying", "X quoted S as saying": the one who speaks is S.
    fn quoted_as(&self, as_word: usize) -> Option<(Range<usize>, bool)> {
        let low = self.period.start;
        let verb = (low..as_word).rev().take(8).find(|at| {
            matches!(
                self.word(*at),
                "quoted"
                    | "quotes"
                    | "quoting"
                    | "cited"
                    | "citing"
                    | "cites"
                    | "reported"
                    | "recorded"
                    | "heard"
                    | "described"
                    | "paraphrased"
            )
        })?;
        if verb + 1 < as_word {
            return Some((verb + 1..as_word, false));
        }
        match subject_before(self.reading, low, verb)? {
            Subject::Phrase(phrase) => Some((phrase, false)),
            Subject::Shared => None,
        }
    }

    /// Who speaks in this sentence so far: the last source that has a subject of its own, else the
    /// sentence's subject.
    fn subject_so_far(&self, at: usize, found: &[Attribution]) -> Option<Range<usize>> {
        let last = found
            .iter()
            .rev()
            .find(|one| !one.shared && one.speech)
            .or_else(|| found.iter().rev().find(|one| !one.shared));
        if let Some(source) = last.and_then(|one| one.source.clone()) {
            return Some(source);
        }
        let subject = subject_of_period(self.reading, &(self.period.start..at))?;
        (subject.end <= at && can_be_source(self.reading, subject.clone())).then_some(subject)
    }

    /// The content that follows a cue, beginning at `at` or after what stands between.
    fn content_after(&self, at: usize, usage: &Use) -> Option<Range<usize>> {
        if at >= self.period.end {
            return None;
        }
        let paused = self.gap(at).has(Gap::BREAK);
        let adverbial = self.is(at, Class::PREPOSITION | Class::TIME | Class::ADVERB);
        let clause = usage.clause && (!usage.object || self.has_verb(at));
        let start = if self.tells_somebody(at, usage) {
            self.after_hearer(at)?
        } else if !usage.tail.is_empty() && usage.object {
            return self.object(at);
        } else if self.is_part(at) || self.gap(at).has(Gap::COLON) {
            at
        } else if self.word(at) == "that" && !paused && (usage.clause || usage.hearer) {
            at + 1
        } else if usage.clause && (paused || adverbial) {
            match self.after_adverbials(at) {
                Some(start) => start,
                None if usage.object && !paused && self.is(at, Class::ADVERB) => {
                    return self.object(at);
                }
                None => return None,
            }
        } else if paused {
            return None;
        } else if self.word(at) == "to" {
            let takes = usage.infinitive || usage.hearer || usage.object && !usage.clause;
            takes.then_some(at)?
        } else if clause || usage.hearer {
            at
        } else if usage.object || usage.infinitive && usage.clause {
            return self.object(at);
        } else {
            return None;
        };
        let content = start..self.clause_end(start);
        (!content.is_empty()).then_some(content)
    }

    /// Whether the one who is told stands before the content.
    fn tells_somebody(&self, at: usize, usage: &Use) -> bool {
        match (usage.hearer, usage.clause) {
            (true, false) => true,
            (true, true) => self.starts_hearer(at),
            (false, true) => self.word(at) == "to" && !usage.infinitive,
            (false, false) => false,
        }
    }

    /// Whether the next few words hold a finite verb, so that they are a clause and no object.
    fn has_verb(&self, at: usize) -> bool {
        (at..self.period.end.min(at + 14))
            .take_while(|next| {
                *next == at || !self.gap(*next).has(Gap::SEMICOLON | Gap::COLON | Gap::DASH)
            })
            .any(|next| {
                self.is(next, Class::AUXILIARY | Class::MODAL | Class::VERB)
                    || self.reading.items[next].cue.is_some_and(|cue| {
                        LEXICON.cues[usize::from(cue)].form == Form::Past && next > at
                    })
            })
    }

    fn starts_hearer(&self, at: usize) -> bool {
        self.is(at, Class::OBJECT | Class::GROUP) && self.has_that_soon(at)
    }

    fn has_that_soon(&self, at: usize) -> bool {
        (at..self.period.end.min(at + 8))
            .any(|next| matches!(self.word(next), "that" | "to") || self.is_part(next))
    }

    /// Past the one who is told: "reporters", "him", "the council on Monday that".
    fn after_hearer(&self, at: usize) -> Option<usize> {
        const LONGEST_HEARER: usize = 16;
        let limit = self.period.end.min(at + LONGEST_HEARER);
        for next in at..limit {
            if self.is_part(next) {
                return Some(next);
            }
            if self.gap(next).has(Gap::COLON | Gap::SEMICOLON) && next > at {
                return self.gap(next).has(Gap::COLON).then_some(next);
            }
            match self.word(next) {
                "that" if next > at => return Some(next + 1),
                "to" if next > at => return Some(next),
                "whether" | "if" | "how" | "why" | "what" if next >= at => return Some(next),
                _ => {}
            }
            if self.gap(next).has(Gap::COMMA) && next > at {
                break;
            }
        }
        let person = if self.is(at, Class::OBJECT) {
            at..at + 1
        } else {
            phrase_after(self.reading, at, self.period.end)
        };
        let next = person.end;
        (next < self.period.end
            && !self.gap(next).has(Gap::BREAK)
            && (!self.is(next, Class::PREPOSITION) || self.is(next, Class::POSSESSIVE)))
        .then_some(next)
    }

    /// "said on Monday that", "said, in a statement, "…": where the content begins after what tells
    /// when and where it was said.
    fn after_adverbials(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 24;
        for next in at..self.period.end.min(at + LONGEST) {
            if self.is_part(next) {
                return Some(next);
            }
            if self.gap(next).has(Gap::SEMICOLON) {
                return None;
            }
            if self.gap(next).has(Gap::COLON) {
                return Some(next);
            }
            if self.word(next) == "that" && !self.is(next + 1, Class::AUXILIARY) {
                return Some(next + 1);
            }
            if next > at && self.reading.items[next].cue.is_some() && self.gap(next).has(Gap::COMMA)
            {
                return None;
            }
        }
        // "said Monday Washington was …", "said on Monday it would": a clause after a time.
        let time = (at..self.period.end.min(at + 3)).find(|next| self.is(*next, Class::TIME))?;
        let next = time + 1;
        (next < self.period.end
            && !self.gap(next).has(Gap::BREAK)
            && !self.is(next, Class::PREPOSITION | Class::SUBORDINATOR)
            && self.has_verb(next))
        .then_some(next)
    }

    /// The object of a verb of stance: up to the end of its phrase.
    fn object(&self, at: usize) -> Option<Range<usize>> {
        if at >= self.period.end || self.gap(at).has(Gap::BREAK) && !self.is_part(at) {
            return None;
        }
        let mut end = at;
        while end < self.period.end {
            let gap = self.gap(end);
            if end > at && gap.has(Gap::BREAK) && !(gap.has(Gap::COMMA) && self.is_part(end)) {
                break;
            }
            let word = self.word(end);
            if end > at
                && self.is(end, Class::SUBORDINATOR)
                && !matches!(
                    word,
                    "as" | "how" | "what" | "why" | "whether" | "where" | "than"
                )
            {
                break;
            }
            if end > at
                && self.is(end, Class::COORDINATOR)
                && self.reading.items.get(end + 1).is_some_and(|next| {
                    next.cue.is_some()
                        || next.is(Class::VERB | Class::AUXILIARY | Class::MODAL | PRONOUN)
                })
            {
                break;
            }
            if end > at + 1
                && matches!(word, "during" | "amid" | "on")
                && self.is(end + 1, Class::TIME)
            {
                break;
            }
            end += 1;
        }
        (end > at).then_some(at..end)
    }

    /// The end of the clause that begins at `start`: the period's, a semicolon's, or that of a
    /// quotation which closes it.
    fn clause_end(&self, start: usize) -> usize {
        for next in start + 1..self.period.end {
            if self.gap(next).has(Gap::SEMICOLON) {
                return next;
            }
            // "… is "over", rather than …" goes on; "… is "over." The rest does not.
            if self.gap(next).has(Gap::STOP) && self.is_part(next - 1) {
                return next;
            }
        }
        self.period.end.max(start)
    }

    /// The content that stands before an attribution whose first item is `head`: the clause that a
    /// comma or closing mark ends there.
    fn content_before(&self, head: usize) -> Option<Range<usize>> {
        let low = self.period.start;
        if head <= low {
            return None;
        }
        let quoted = self.is_part(head - 1);
        if !quoted && !self.gap(head).has(Gap::COMMA | Gap::DASH) {
            return None;
        }
        let start = self.clause_start(head);
        if quoted {
            return Some(start..head);
        }
        // "On Monday, S said" and "As the council met, S said" lead in; they are not said.
        let first = &self.reading.items[start];
        let leads_in = first.is(Class::PREPOSITION
            | Class::SUBORDINATOR
            | Class::TIME
            | Class::ADVERB
            | Class::COORDINATOR
            | Class::NEGATOR)
            && !first.is(Class::DETERMINER)
            || self.word(start).ends_with("ing")
            || self.word(start).ends_with("ed");
        let has_verb = (start..head).any(|next| {
            self.is(next, Class::AUXILIARY | Class::MODAL | Class::VERB)
                || self.reading.items[next].cue.is_some()
                || self.word(next).ends_with("ed")
        });
        let said = !leads_in || self.two_clauses(start..head);
        (has_verb && said && head - start > 2).then_some(start..head)
    }

    /// "When it rained, the match was off": a lead-in with its main clause.
    fn two_clauses(&self, range: Range<usize>) -> bool {
        range.clone().skip(1).any(|next| {
            self.gap(next).has(Gap::COMMA)
                && (next..range.end)
                    .any(|at| self.is(at, Class::AUXILIARY | Class::MODAL | Class::VERB))
        })
    }

    /// Where the clause begins that ends at `end`.
    fn clause_start(&self, end: usize) -> usize {
        (self.period.start + 1..end)
            .rev()
            .find(|at| {
                self.gap(*at).has(Gap::SEMICOLON)
                    || self.gap(*at).has(Gap::STOP) && !self.is_part(at - 1) && !self.is_part(*at)
            })
            .unwrap_or(self.period.start)
    }
}

/// Whether a phrase can be the subject of "say" rather than of "says".
fn is_plural(reading: &Reading<'_>, phrase: Range<usize>) -> bool {
    phrase.clone().any(|at| {
        let item = &reading.items[at];
        let word = reading.words(at);
        item.is(Class::GROUP | Class::THEY | Class::SPEAKING | Class::COORDINATOR | Class::RELATIVE)
            || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !item.possessive)
    })
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

/// Cuts contents where the next attribution of the sentence begins.
fn bounded(reading: &Reading<'_>, found: &mut [Attribution]) {
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
                    start = start.max(after_attribution(reading, last, content.end));
                }
            }
        }
        found[at].content = (start < end).then_some(start..end);
    }
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
    let coordinated = next.shared && items[head - 1].is(Class::COORDINATOR);
    if breaks || coordinated {
        at
    } else {
        content.end
    }
}

fn after_attribution(reading: &Reading<'_>, last: &Attribution, limit: usize) -> usize {
    let tail = last
        .source
        .as_ref()
        .map_or(last.cue.end, |source| source.end.max(last.cue.end));
    (tail..limit)
        .find(|at| reading.items[*at].gap.has(Gap::BREAK))
        .unwrap_or(tail)
}
