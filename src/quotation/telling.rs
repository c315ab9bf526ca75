//! How speech is told to a reader: the words for it that screens and reports share, and what stands
//! together so that it is told once.

use super::types::{Attitude, Quotation, QuotationId, QuotationKind, Reported, Speaker, Speech};
use crate::story::{Article, Span};
use crate::text::one_line;

/// Under whom a quotation is listed, in this order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Whose {
    Speaker(String),
    /// Somebody's, but the text does not tell whose.
    NotFound,
    /// Nobody's: the outlet's own marks around a term.
    OutletsOwn,
}

impl Whose {
    /// The speaker's name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Whose::Speaker(name) => Some(name),
            Whose::NotFound | Whose::OutletsOwn => None,
        }
    }

    /// The name, or what stands in its place.
    #[must_use]
    pub fn in_words(&self) -> &str {
        match self {
            Whose::Speaker(name) => name,
            Whose::NotFound => "speaker not found",
            Whose::OutletsOwn => "in an outlet's own marks",
        }
    }
}

impl Attitude {
    /// What a cue says of the outlet's stance to the content. A neutral one says nothing of it, and
    /// one that tells the manner ("stressed") says it itself.
    #[must_use]
    pub fn in_words(self) -> Option<&'static str> {
        match self {
            Attitude::Neutral | Attitude::Expressive => None,
            Attitude::Doubting => Some("keeps its distance"),
            Attitude::Factive => Some("takes it as fact"),
        }
    }
}

impl Quotation {
    /// A term that no source is told for: the outlet's own marks ("scare quotes", a title), where
    /// nobody is missing.
    #[must_use]
    pub fn is_outlets_own(&self) -> bool {
        self.within.is_none() && self.is_nobodys_term()
    }

    /// A term in another's words, held at arm's length by whoever speaks there.
    #[must_use]
    pub fn is_term_of_its_outer(&self) -> bool {
        self.within.is_some() && self.is_nobodys_term()
    }

    fn is_nobodys_term(&self) -> bool {
        self.kind == QuotationKind::Term && self.speaker.is_none() && self.cue.is_none()
    }

    /// Under whom it is listed.
    #[must_use]
    pub fn whose(&self) -> Whose {
        match self.told_speaker() {
            Some(speaker) => Whose::Speaker(speaker.name.clone()),
            None if self.is_outlets_own() => Whose::OutletsOwn,
            None => Whose::NotFound,
        }
    }

    /// The words in the marks without the commas that belong to the sentence around them.
    #[must_use]
    pub fn said(&self, article: &Article) -> Span {
        let words = article.words_at(self.content);
        let around = |c: char| c == ',' || c.is_whitespace();
        let end = words.trim_end_matches(around).len();
        let start = words.len() - words.trim_start_matches(around).len();
        if start >= end {
            return self.content;
        }
        Span::new(start, end).shifted(self.content.start())
    }

    /// "contains the insertion [armed]; whose it is is not known", for all that it contains.
    #[must_use]
    pub fn insertions_in_words(&self, article: &Article) -> Option<String> {
        let words = |one: &Span| one_line(article.words_at(*one));
        let (last, before) = self.insertions.split_last()?;
        if before.is_empty() {
            let last = words(last);
            return Some(format!(
                "contains the insertion {last}; whose it is is not known"
            ));
        }
        let before: Vec<String> = before.iter().map(words).collect();
        Some(format!(
            "contains the insertions {} and {}; whose they are is not known",
            before.join(", "),
            words(last)
        ))
    }

    /// Who speaks, where the text tells it.
    #[must_use]
    pub fn told_speaker(&self) -> Option<&Speaker> {
        self.speaker.as_ref().filter(|speaker| speaker.is_told())
    }

    /// Where the speaker is open: what the text has in its place, and who might be meant.
    #[must_use]
    pub fn open_in_words(&self, article: &Article) -> Vec<String> {
        // Nobody is missing where the marks are the outlet's own.
        let candidate = self.candidate.as_ref().filter(|_| !self.is_outlets_own());
        open_in_words(article, self.speaker.as_ref(), candidate)
    }
}

impl Reported {
    /// Under whom it is listed.
    #[must_use]
    pub fn whose(&self) -> Whose {
        let speaker = self.told_speaker();
        speaker.map_or(Whose::NotFound, |one| Whose::Speaker(one.name.clone()))
    }

    /// Who speaks, where the text tells it.
    #[must_use]
    pub fn told_speaker(&self) -> Option<&Speaker> {
        self.speaker.as_ref().filter(|speaker| speaker.is_told())
    }

    /// Where the speaker is open: what the text has in its place, and who might be meant.
    #[must_use]
    pub fn open_in_words(&self, article: &Article) -> Vec<String> {
        open_in_words(article, self.speaker.as_ref(), self.candidate.as_ref())
    }
}

fn open_in_words(
    article: &Article,
    speaker: Option<&Speaker>,
    candidate: Option<&Speaker>,
) -> Vec<String> {
    if speaker.is_some_and(Speaker::is_told) {
        return Vec::new();
    }
    let words = speaker.map(|open| {
        let words = open.span.map(|span| one_line(article.words_at(span)));
        let words = words.unwrap_or_else(|| open.name.clone());
        format!("the text has \u{201c}{words}\u{201d}")
    });
    let candidate = candidate.map(|one| format!("nearest candidate: {}", one.name));
    words.into_iter().chain(candidate).collect()
}

impl Speech {
    /// The quotations that stand in a piece of reported speech and are the same speaker's: it is
    /// mixed, and told with them.
    #[must_use]
    pub fn in_marks_within(&self, reported: &Reported) -> Vec<QuotationId> {
        let all = self.quotations_of(reported.article);
        let from = all.partition_point(|one| one.span.start() < reported.content.start());
        let inside = all[from..]
            .iter()
            .take_while(|one| one.span.start() < reported.content.end());
        inside
            .filter(|one| one.within.is_none() && is_mixed(reported, one))
            .map(|one| one.id)
            .collect()
    }

    /// Whether what is told stands inside what is told of the same speaker: it is told with that.
    #[must_use]
    pub fn is_told_within_its_own(&self, reported: &Reported) -> bool {
        let Some(speaker) = reported.told_speaker() else {
            return false;
        };
        let mut at = reported.within;
        while let Some(index) = at {
            let outer = &self.reported[index];
            if name(outer.told_speaker()) == Some(&speaker.name) {
                return true;
            }
            at = outer.within;
        }
        false
    }

    /// The widest reported speech of the same speaker around a quotation: the clause whose words are
    /// in part the outlet's.
    #[must_use]
    pub fn clause_around(&self, quotation: &Quotation) -> Option<&Reported> {
        let mut at = self.reported_at(quotation.article, quotation.span);
        let mut widest = None;
        while let Some(index) = at {
            let one = &self.reported[index];
            if is_mixed(one, quotation) {
                widest = Some(one);
            }
            at = one.within;
        }
        widest
    }
}

/// Whether a quotation stands in reported speech of its speaker with words around it.
fn is_mixed(reported: &Reported, quotation: &Quotation) -> bool {
    reported.content.covers(quotation.span)
        && reported.content.len() > quotation.span.len()
        && name(reported.told_speaker()) == name(quotation.told_speaker())
}

fn name(speaker: Option<&Speaker>) -> Option<&str> {
    speaker.map(|one| one.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{heard, story};

    #[test]
    fn the_comma_of_the_sentence_is_not_said() {
        let text = "\u{201c}We paid the crews,\u{201d} said Ada Brandt.\n";
        let story = story(&[text]);
        let (_, speech) = heard(&story);
        let article = &story.articles[0];
        let said = speech.quotations[0].said(article);
        assert_eq!(article.words_at(said), "We paid the crews");
    }

    #[test]
    fn a_mixed_sentence_is_told_once() {
        let text = "Ada Brandt said the ferry was \u{201c}rotten from the inside\u{201d} and would not sail again.\n";
        let story = story(&[text]);
        let (_, speech) = heard(&story);
        let quotation = &speech.quotations[0];
        let around = speech.clause_around(quotation).expect("a clause around it");
        assert_eq!(speech.in_marks_within(around), [quotation.id]);
    }

    #[test]
    fn a_term_in_another_s_words_is_not_the_outlet_s() {
        let text = "\u{201c}They call it \u{2018}reform\u{2019} in the towns by the sea,\u{201d} said Ada Brandt. The \u{201c}reform\u{201d} began.\n";
        let story = story(&[text]);
        let (_, speech) = heard(&story);
        let own = speech.quotations.iter().map(|one| one.is_outlets_own());
        assert_eq!(own.collect::<Vec<_>>(), [false, false, true]);
        assert!(speech.quotations[1].is_term_of_its_outer());
        assert!(!speech.quotations[2].is_term_of_its_outer());
    }

    #[test]
    fn insertions_are_told_together() {
        let text = "\u{201c}The [armed] men of [the] harbour (PH) left,\u{201d} said Ada Brandt.\n";
        let story = story(&[text]);
        let (_, mut speech) = heard(&story);
        let article = &story.articles[0];
        assert_eq!(
            speech.quotations[0].insertions_in_words(article).unwrap(),
            "contains the insertions [armed], [the] and (PH); whose they are is not known"
        );
        speech.quotations[0].insertions.truncate(1);
        assert_eq!(
            speech.quotations[0].insertions_in_words(article).unwrap(),
            "contains the insertion [armed]; whose it is is not known"
        );
        speech.quotations[0].insertions.clear();
        assert_eq!(speech.quotations[0].insertions_in_words(article), None);
    }
}
