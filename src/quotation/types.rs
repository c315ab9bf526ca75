//! What quotations and reported speech are made of.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::story::{ArticleId, Place, Span};

/// A quotation's place in [`Speech::quotations`]; shown as "Q1", "Q2" …
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct QuotationId(pub u32);

impl fmt::Display for QuotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("Q{}", self.0 + 1))
    }
}

/// Quotations with equal ids are parts of one utterance, interrupted by its attribution. Unique
/// over the story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UtteranceId(pub u32);

/// All that is said in a story, in the order of articles and of their texts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Speech {
    /// `quotations[n].id` is `QuotationId(n)`. They do not overlap unless nested.
    pub quotations: Vec<Quotation>,
    /// By article and start of content, the longer first. Contents do not overlap unless nested.
    pub reported: Vec<Reported>,
}

/// Whose words a place is in; the answer of [`Speech::voice_at`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Utterer {
    /// The outlet itself.
    Narrator,
    /// A speaker quoted in marks, or set out without them.
    Direct(QuotationId),
    /// One to three words in marks alone.
    Term(QuotationId),
    /// In brackets inside marks: whose words is not known.
    Insertion(QuotationId),
    /// A speaker reported in the outlet's wording: an index into [`Speech::reported`].
    Indirect(usize),
}

impl Speech {
    /// Whose words stand at `span` of an article. A place that lies only partly in marks is the
    /// outlet's, since its words are not one speaker's. Costs two binary searches.
    #[must_use]
    pub fn voice_at(&self, article: ArticleId, span: Span) -> Utterer {
        if let Some(quotation) = self.quotation_at(article, span) {
            let inserted = quotation.insertions.iter().any(|one| one.covers(span));
            return match quotation.kind {
                _ if inserted => Utterer::Insertion(quotation.id),
                QuotationKind::Term => Utterer::Term(quotation.id),
                _ => Utterer::Direct(quotation.id),
            };
        }
        let mut told = self.reported_at(article, span);
        // A stance is told in the outlet's words; what is said around it may not be.
        while let Some(index) = told {
            if self.reported[index].act != Act::Stance {
                return Utterer::Indirect(index);
            }
            told = self.reported[index].within;
        }
        Utterer::Narrator
    }

    /// The quotations of one article, in the order of its text.
    #[must_use]
    pub fn quotations_of(&self, article: ArticleId) -> &[Quotation] {
        let first = self.quotations.partition_point(|one| one.article < article);
        let last = self
            .quotations
            .partition_point(|one| one.article <= article);
        &self.quotations[first..last]
    }

    /// The quotations that a place touches, nested ones among them, in the order of the text.
    pub(super) fn quotations_touching(&self, place: Place) -> impl Iterator<Item = &Quotation> {
        let all = self.quotations_of(place.article);
        let from = all.partition_point(|one| one.span.start() < place.span.start());
        // One that begins before the place may reach into it from outside those that end before.
        let outermost = all[..from].iter().rposition(|one| one.within.is_none());
        all[outermost.unwrap_or(from)..]
            .iter()
            .take_while(move |one| one.span.start() < place.span.end())
            .filter(move |one| one.span.overlap(place.span) > 0)
    }

    /// The innermost quotation whose content covers `span`; a term inside a longer quotation is
    /// its speaker's and gives way to it.
    #[must_use]
    pub fn quotation_at(&self, article: ArticleId, span: Span) -> Option<&Quotation> {
        let after = self
            .quotations
            .partition_point(|one| (one.article, one.span.start()) <= (article, span.start()));
        let mut at = after.checked_sub(1);
        while let Some(index) = at {
            let one = &self.quotations[index];
            if one.article != article {
                return None;
            }
            let inner_term = one.kind == QuotationKind::Term && one.within.is_some();
            if one.content.covers(span) && !inner_term {
                return Some(one);
            }
            at = one.within.map(|outer| outer.0 as usize);
        }
        None
    }

    /// The innermost reported content that covers `span`, as an index into
    /// [`reported`](Speech::reported).
    #[must_use]
    pub fn reported_at(&self, article: ArticleId, span: Span) -> Option<usize> {
        let after = self
            .reported
            .partition_point(|one| (one.article, one.content.start()) <= (article, span.start()));
        let mut at = after.checked_sub(1);
        while let Some(index) = at {
            let one = &self.reported[index];
            if one.article != article {
                return None;
            }
            if one.content.covers(span) {
                return Some(index);
            }
            at = one.within;
        }
        None
    }
}

/// How much of a sentence stands in the marks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// A whole sentence or more, or a clause that stands as one.
    Full,
    /// A fragment built into the outlet's own sentence.
    Partial,
    /// One to three words: a word held at arm's length ("scare quotes") or used as a name.
    Term,
}

impl QuotationKind {
    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            QuotationKind::Full => "full",
            QuotationKind::Partial => "partial",
            QuotationKind::Term => "term",
        }
    }
}

/// A stretch in quotation marks, or one that is set out as another's words without them.
#[derive(Clone, PartialEq, Debug)]
pub struct Quotation {
    pub id: QuotationId,
    pub article: ArticleId,
    /// With the marks.
    pub span: Span,
    /// Inside the marks; as long as `span` where there are none.
    pub content: Span,
    pub kind: QuotationKind,
    pub utterance: UtteranceId,
    /// Who speaks, where the text settles it.
    pub speaker: Option<Speaker>,
    /// Where it does not: the nearest who might, never shown as fact.
    pub candidate: Option<Speaker>,
    pub cue: Option<Cue>,
    /// The negation or conditional outside the marks that governs the fragment ("did not mean").
    pub negation: Option<Span>,
    /// "…" or "..." inside the marks.
    pub ellipses: Vec<Span>,
    /// "[terrorists]" inside the marks, brackets included.
    pub insertions: Vec<Span>,
    /// The quotation whose marks this one stands inside.
    pub within: Option<QuotationId>,
}

impl Quotation {
    /// Whether marks stand around it, or at least before it; what has none is set out by its place.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.span != self.content
    }
}

/// Content told without marks, or with only part of it in marks.
#[derive(Clone, PartialEq, Debug)]
pub struct Reported {
    pub article: ArticleId,
    pub act: Act,
    pub content: Span,
    pub speaker: Option<Speaker>,
    pub candidate: Option<Speaker>,
    pub cue: Option<Cue>,
    /// The reported content that this one stands inside: an index into [`Speech::reported`].
    pub within: Option<usize>,
}

/// What a cue says that the source did. The classes are those of attribution schemes for news
/// (Pareti 2015: assertions, beliefs, eventualities).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Said, written or asked it.
    Speech,
    /// Thought, knew or felt it.
    Thought,
    /// Took a stance toward it: wanted, praised, accused, called it so. What stands there is the
    /// outlet's wording of a deed or wish, not a wording of anybody's words.
    Stance,
}

/// The source of what is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// Resolved over the story: "John Kerry" for "he", "Mr. Kerry" and "the secretary of state".
    /// Where the text does not settle it, the words themselves ("two officials", "they").
    pub name: String,
    pub standing: Standing,
    /// The words that name the source there ("he"); `None` when the sentence does not name it.
    pub span: Option<Span>,
}

/// What is known of a source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// A person with a name.
    Person,
    /// A body with a name: "Russian Foreign Ministry".
    Institution,
    /// A person or group without one: "a senior official", "diplomats".
    Nameless,
    /// A pronoun or role that the text does not resolve.
    Open,
}

impl Speaker {
    /// Whether the text tells who this is, or of what kind; a bare "they" tells nobody.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.standing != Standing::Open
    }

    /// Whether the name stands for one known person or body, so that statements can be joined
    /// under it.
    #[must_use]
    pub fn is_named(&self) -> bool {
        matches!(self.standing, Standing::Person | Standing::Institution)
    }
}

/// The verb or phrase that marks speech, as it stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cue {
    pub span: Span,
    pub attitude: Attitude,
}

/// What a cue lets the reader infer about the outlet's stance to the content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Attitude {
    /// "said", "told", "according to".
    Neutral,
    /// Holds the content at a distance: "alleged", "claimed".
    Doubting,
    /// Takes the content for granted: "noted", "pointed out", "admitted".
    Factive,
    /// Tells the manner or force: "insisted", "stressed", "blasted".
    Expressive,
}

/// One statement that several places quote.
#[derive(Clone, PartialEq, Debug)]
pub struct SharedQuotation {
    pub speaker: Option<String>,
    /// The fullest first, then in the order of articles. One alone where the statement stands
    /// elsewhere without marks only.
    pub members: Vec<Member>,
    /// The utterances of which several pieces stand in it, each told as one.
    pub rejoined: Vec<Rejoined>,
    /// Where the statement stands without marks, in the order of articles; no two overlap.
    pub unmarked: Vec<Unmarked>,
}

/// A place that tells a quoted statement without marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unmarked {
    pub place: Place,
    pub telling: Retelling,
}

/// How a statement is told without marks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Retelling {
    /// Word for word.
    SameWords,
    /// Reported of the same speaker, with most of the content words.
    OwnWords,
}

impl Retelling {
    /// The words that screens show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Retelling::SameWords => "same words, no marks",
            Retelling::OwnWords => "in the outlet's own words",
        }
    }
}

/// A place where the words of a quotation stand verbatim in an article in which nothing tells its
/// statement, as far as is known: in somebody else's marks, or in none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Echo {
    pub quotation: QuotationId,
    pub place: Place,
}

/// A quotation of a shared statement.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Member {
    pub quotation: QuotationId,
    /// Against the first member, which is `Identical` to itself.
    pub relation: Fidelity,
}

/// Pieces of one utterance that its attribution interrupts, in the order of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rejoined {
    /// Members of the statement, and words beside them that are too few to be one.
    pub pieces: Vec<QuotationId>,
    /// Of their words in one, against the first member.
    pub relation: Fidelity,
}

/// How one place carries a statement, measured against the fullest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fidelity {
    Identical,
    /// Carries a part, unbroken.
    Trimmed,
    /// Carries more.
    Extended,
    /// Joins parts that stand apart there.
    Spliced,
    /// The words differ.
    Differs,
}

impl Fidelity {
    /// The words that screens show ("words differ", never "altered").
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Fidelity::Identical => "identical",
            Fidelity::Trimmed => "trimmed",
            Fidelity::Extended => "extended",
            Fidelity::Spliced => "spliced",
            Fidelity::Differs => "words differ",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{heard, story};
    use super::*;

    #[test]
    fn quotations_that_a_place_touches_are_found_from_inside_and_outside() {
        let text = "\u{201c}They ask \u{2018}who let it leak\u{2019} in the towns and \u{2018}who pays\u{2019} in the ports,\u{201d} Ada Reed said. \u{201c}Nobody knows.\u{201d}\n";
        let story = story(&[text]);
        let (_, speech) = heard(&story);
        let touched = |words: &str| -> Vec<u32> {
            let start = text.find(words).expect("words of the text");
            let place = Place {
                article: ArticleId(0),
                span: Span::new(start, start + words.len()),
            };
            speech
                .quotations_touching(place)
                .map(|one| one.id.0)
                .collect()
        };
        assert_eq!(touched("towns"), [0]);
        assert_eq!(touched("let it"), [0, 1]);
        assert_eq!(touched("pays"), [0, 2]);
        assert_eq!(
            touched("leak\u{2019} in the towns and \u{2018}who"),
            [0, 1, 2]
        );
        assert_eq!(
            touched("ports,\u{201d} Ada Reed said. \u{201c}Nobody"),
            [0, 3]
        );
        assert_eq!(touched("Reed"), [0; 0]);
    }
}
