//! The lens: an article reread with other labels in place of its own.
//!
//! A thought experiment for the screen, never a text: it shows how an article would read if it
//! named things as another outlet does, or in another frame. Only the narrator's voice is touched;
//! nothing inside quotation marks, nothing reported, ever. Each replacement is named with what it
//! stands for, and each label of the narrator's that could not be replaced with the reason. Without a
//! vocabulary the whole text is one original segment.
//!
//! Number, a/an, capitals and possessives are made to agree. Where agreement would need another verb
//! ("the opposition has" → "the rebels have") the lens leaves the words alone and says so.

mod agree;

use std::collections::BTreeMap;

use super::Framing;
use super::table::{Selection, places};
use super::types::{ConceptId, Label};
use crate::story::{Article, ArticleId, Span};

/// Which words to put for which concept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Vocabulary(BTreeMap<ConceptId, String>);

impl Vocabulary {
    /// No words: the lens changes nothing.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// An outlet's own: for each concept the label that it uses most in its own voice.
    #[must_use]
    pub fn of_article(framing: &Framing, article: ArticleId) -> Self {
        let mut by_concept: BTreeMap<ConceptId, Vec<&Label>> = BTreeMap::new();
        let own = Selection {
            article: Some(article),
            own: Some(true),
            ..Selection::default()
        };
        for label in places(framing, own) {
            by_concept.entry(label.concept).or_default().push(label);
        }
        let mut vocabulary = Self::default();
        for (concept, labels) in by_concept {
            vocabulary.choose_commonest(concept, labels.into_iter());
        }
        vocabulary
    }

    /// A frame's, for one concept: the label that the story uses most in it.
    #[must_use]
    pub fn of_frame(framing: &Framing, concept: ConceptId, frame: &str) -> Self {
        let chosen = Selection {
            concept: Some(concept),
            frame: Some(frame),
            ..Selection::default()
        };
        let mut vocabulary = Self::default();
        vocabulary.choose_commonest(concept, places(framing, chosen));
        vocabulary
    }

    /// Puts the commonest of these labels; what is no noun stands for none.
    fn choose_commonest<'a>(
        &mut self,
        concept: ConceptId,
        labels: impl Iterator<Item = &'a Label>,
    ) {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for label in labels.filter(|label| !label.verbal) {
            *times.entry(&label.label).or_insert(0) += 1;
        }
        // Of equally common ones the first by the alphabet.
        let commonest = times.into_iter().rev().max_by_key(|(_, times)| *times);
        if let Some((words, _)) = commonest {
            self.choose(concept, words.to_string());
        }
    }

    /// Puts these words for this concept.
    pub fn choose(&mut self, concept: ConceptId, words: String) {
        self.0.insert(concept, words);
    }

    /// The words for a concept.
    #[must_use]
    pub fn words_for(&self, concept: ConceptId) -> Option<&str> {
        self.0.get(&concept).map(String::as_str)
    }

    /// Whether the lens would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A stretch of an article seen through the lens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Segment {
    /// The article's own words.
    Original(Span),
    /// Other words than those of `span`.
    Replaced {
        span: Span,
        /// What the lens shows instead.
        words: String,
        /// The label of the vocabulary that the words are a form of.
        from: String,
        concept: ConceptId,
    },
}

impl Segment {
    /// The place in the article that the segment stands for.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Segment::Original(span) | Segment::Replaced { span, .. } => *span,
        }
    }
}

/// A noun label of the narrator's that the lens left as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub span: Span,
    pub concept: ConceptId,
    /// A clause that a screen can show.
    pub reason: String,
}

/// An article seen through the lens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rereading {
    /// In the order of the text; their spans cover it whole and do not overlap.
    pub segments: Vec<Segment>,
    pub kept: Vec<Kept>,
}

/// Rereads an article. `labels` are those of the story or of the article, in the framing's order.
#[must_use]
pub fn reread(article: &Article, labels: &[Label], vocabulary: &Vocabulary) -> Rereading {
    let mut segments = Vec::new();
    let mut kept = Vec::new();
    let mut at = 0;
    let mine = labels
        .iter()
        .filter(|label| label.article == article.id && label.voice.is_own() && !label.verbal);
    for label in mine {
        let Some(words) = vocabulary.words_for(label.concept) else {
            continue;
        };
        if label.span.start() < at || label.label == words {
            continue;
        }
        match agree::put(&article.text, label, words) {
            Ok(put) if put.span.start() >= at => {
                if put.span.start() > at {
                    segments.push(Segment::Original(Span::new(at, put.span.start())));
                }
                at = put.span.end();
                segments.push(Segment::Replaced {
                    span: put.span,
                    words: put.words,
                    from: words.to_string(),
                    concept: label.concept,
                });
            }
            Ok(_) => {}
            Err(reason) => kept.push(Kept {
                span: label.span,
                concept: label.concept,
                reason,
            }),
        }
    }
    if at < article.text.len() || segments.is_empty() {
        segments.push(Segment::Original(Span::new(at, article.text.len())));
    }
    Rereading { segments, kept }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::framing::lexicon::parse;
    use crate::framing::testing::discovered;
    use crate::framing::{Options, Voice, find};
    use crate::quotation::Speech;
    use crate::story::Story;
    use crate::text::testing::{segments, story};

    const HARBOUR: &str = r#"
[lexicon]
name = "Harbour"

[[concept]]
key = "strikers"
name = "The strikers"

[[concept.label]]
label = "dockers"
frame = "work"
forms = ["docker", "dockers"]

[[concept.label]]
label = "agitators"
frame = "unrest"
forms = ["agitator", "agitators"]

[[concept.label]]
label = "opposition"
frame = "politics"
forms = ["opposition"]

[[concept.label]]
label = "Red Hand"
frame = "name"
forms = ["Red Hand"]
"#;

    fn framed(text: &str) -> (Story, Framing) {
        let story = story(&[text]);
        let texts = segments(&story);
        let options = Options {
            lexicons: vec![Arc::new(parse(HARBOUR, "harbour.toml").unwrap())],
            discovery: false,
        };
        let framing = find(&story, &texts, &Speech::default(), &options);
        (story, framing)
    }

    fn shown(text: &str, rereading: &Rereading) -> String {
        let words = |segment: &Segment| match segment {
            Segment::Original(span) => text[span.start()..span.end()].to_string(),
            Segment::Replaced { words, .. } => words.clone(),
        };
        rereading.segments.iter().map(words).collect()
    }

    fn reread_as(text: &str, words: &str) -> (String, Vec<Kept>) {
        let (story, framing) = framed(text);
        let mut vocabulary = Vocabulary::none();
        vocabulary.choose(ConceptId(0), words.to_string());
        let rereading = reread(&story.articles[0], &framing.labels, &vocabulary);
        (shown(text, &rereading), rereading.kept)
    }

    #[test]
    fn number_article_case_and_possessive_agree() {
        for (text, words, wanted) in [
            ("Dockers met.", "agitators", "Agitators met."),
            (
                "A docker met an agitator.",
                "agitators",
                "An agitator met an agitator.",
            ),
            (
                "The dockers\u{2019} hall",
                "opposition",
                "The opposition\u{2019}s hall",
            ),
            ("the opposition's hall", "dockers", "the dockers' hall"),
            (
                "They sued dockers.",
                "opposition",
                "They sued the opposition.",
            ),
            (
                "They sued the angry dockers.",
                "opposition",
                "They sued the angry opposition.",
            ),
            ("They sued the dockers.", "Red Hand", "They sued Red Hand."),
            ("They sued Red Hand.", "dockers", "They sued the dockers."),
            ("DOCKERS MARCH", "agitators", "AGITATORS MARCH"),
        ] {
            assert_eq!(reread_as(text, words).0, wanted);
        }
    }

    #[test]
    fn a_discovered_name_is_replaced_with_its_title() {
        let text = "Mayor Ann Roe met them. They thanked Ms. Roe. The mayor left.";
        let story = story(&[text]);
        let framing = discovered(&[text]);
        let mut vocabulary = Vocabulary::none();
        vocabulary.choose(framing.labels[0].concept, "Ms. Roe".to_string());
        let rereading = reread(&story.articles[0], &framing.labels, &vocabulary);
        assert_eq!(
            shown(text, &rereading),
            "Ms. Roe met them. They thanked Ms. Roe. Ms. Roe left."
        );
    }

    #[test]
    fn what_would_not_agree_stays_and_says_so() {
        let (text, kept) = reread_as("The dockers have won.", "opposition");
        assert_eq!(text, "The dockers have won.");
        assert_eq!(kept.len(), 1);
        assert!(kept[0].reason.contains("verb"));
    }

    #[test]
    fn only_the_narrators_voice_is_touched() {
        let text = "The dockers met the dockers.";
        let (story, mut framing) = framed(text);
        framing.labels[0].voice = Voice::Direct;
        let mut vocabulary = Vocabulary::none();
        vocabulary.choose(ConceptId(0), "agitators".to_string());
        let rereading = reread(&story.articles[0], &framing.labels, &vocabulary);
        assert_eq!(shown(text, &rereading), "The dockers met the agitators.");
    }

    #[test]
    fn an_outlets_vocabulary_is_what_it_says_most_itself() {
        let (_, framing) = framed("Agitators met. The dockers and the agitators.");
        let vocabulary = Vocabulary::of_article(&framing, ArticleId(0));
        assert_eq!(vocabulary.words_for(ConceptId(0)), Some("agitators"));
        let framed = Vocabulary::of_frame(&framing, ConceptId(0), "work");
        assert_eq!(framed.words_for(ConceptId(0)), Some("dockers"));
    }

    proptest! {
        #[test]
        fn segments_cover_the_text_and_an_empty_lens_changes_nothing(
            words in prop::collection::vec(
                prop::sample::select(vec!["dockers", "a", "docker", "'s", ".", "Opposition", "the", "\u{201c}", "Red Hand", "'", "said", "\n"]), 1..20),
            lens in prop::sample::select(vec!["", "agitators", "opposition", "Red Hand"]),
        ) {
            let text = words.join(" ");
            let (story, framing) = framed(&text);
            let mut vocabulary = Vocabulary::none();
            if !lens.is_empty() {
                vocabulary.choose(ConceptId(0), lens.to_string());
            }
            let rereading = reread(&story.articles[0], &framing.labels, &vocabulary);
            let mut at = 0;
            for segment in &rereading.segments {
                prop_assert_eq!(segment.span().start(), at);
                at = segment.span().end();
                prop_assert!(text.is_char_boundary(at));
            }
            prop_assert_eq!(at, text.len());
            if lens.is_empty() {
                prop_assert_eq!(shown(&text, &rereading), text);
            }
        }
    }
}
