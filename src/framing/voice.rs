//! Whose words a label is.
//!
//! The quotation room knows in whose mouth a place lies; this names it as a [`Voice`] with its
//! speaker. A label is judged by the words that name the thing, not by the whole phrase: in
//! *the "so-called" rebels* the rebels are the outlet's.

use super::types::Voice;
use crate::quotation::{Speaker, Speech, Utterer};
use crate::story::{ArticleId, Span};

/// The voice of the words at a place, and whose they are where the text settles it.
#[must_use]
pub fn voice_of(speech: &Speech, article: ArticleId, core: Span) -> (Voice, Option<String>) {
    let name = |speaker: &Option<Speaker>| speaker.as_ref().map(|one| one.name.clone());
    match speech.voice_at(article, core) {
        Utterer::Narrator => (Voice::Narrator, None),
        Utterer::Insertion(_) => (Voice::Insertion, None),
        Utterer::Direct(id) => (
            Voice::Direct,
            name(&speech.quotations[id.0 as usize].speaker),
        ),
        Utterer::Term(id) => (Voice::Term, name(&speech.quotations[id.0 as usize].speaker)),
        Utterer::Indirect(index) => (Voice::Indirect, name(&speech.reported[index].speaker)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation;
    use crate::text::testing::{segments, story};

    /// The voice at the first place of `words`.
    fn voice(text: &str, words: &str) -> Voice {
        let story = story(&[text]);
        let speech = quotation::find(&story, &segments(&story));
        let start = text.find(words).unwrap();
        voice_of(&speech, ArticleId(0), Span::new(start, start + words.len())).0
    }

    #[test]
    fn marks_brackets_and_lone_words_tell_whose_words_they_are() {
        let text = "The miners met. \u{201c}We told the strikers [agitators] that we would talk to all of them,\u{201d} \
                    Ana Ruiz said. The so-called \u{201c}wreckers\u{201d} left.";
        assert_eq!(voice(text, "miners"), Voice::Narrator);
        assert_eq!(voice(text, "strikers"), Voice::Direct);
        assert_eq!(voice(text, "agitators"), Voice::Insertion);
        assert_eq!(voice(text, "wreckers"), Voice::Term);
    }
}
