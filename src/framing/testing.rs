//! Framings for tests: of labels whose voices are given, and of what a story names without a lexicon.

use super::types::Voice;
use super::{Framing, Options, adhoc, find};
use crate::quotation::Speech;
use crate::story::BlockKind;
use crate::text::testing::{segments, story};

/// Labels "wreckers" and "dockers" as one concept, in the order of the text, with these voices.
pub fn voiced(text: &str, voices: &[(Voice, Option<&str>, BlockKind)]) -> Framing {
    let story = story(&[text]);
    let texts = segments(&story);
    let none = Framing::default();
    let mut framing = adhoc::with(
        &none,
        &story,
        &texts,
        &Speech::default(),
        "wreckers, dockers",
    )
    .unwrap();
    for (label, (voice, speaker, zone)) in framing.labels.iter_mut().zip(voices) {
        label.voice = *voice;
        label.speaker = speaker.map(str::to_string);
        label.zone = *zone;
    }
    framing
}

/// What the articles of these texts name, found without a lexicon.
pub fn discovered(articles: &[&str]) -> Framing {
    let story = story(articles);
    let options = Options {
        lexicons: Vec::new(),
        discovery: true,
    };
    find(&story, &segments(&story), &Speech::default(), &options)
}
