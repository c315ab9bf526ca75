//! Who is speaking: what is quoted or reported in the focused article, one after the other.

use super::panes::Pane;
use crate::quotation::{Cue, Speaker, Speech};
use crate::story::{ArticleId, Place, Span};
use crate::tui::screens::quotes::attitude;
use crate::tui::state::State;
use crate::tui::trail;

/// One piece of speech.
struct Said<'a> {
    span: Span,
    /// In marks, or reported.
    how: &'static str,
    speaker: Option<&'a Speaker>,
    candidate: Option<&'a Speaker>,
    cue: Option<Cue>,
}

/// Says who speaks at the first speech in view of a pane, or at the one after that in hand; it is
/// marked, and the others of the article can be stepped through.
pub fn tell(state: &mut State, pane: Option<&Pane>) {
    let Some(pane) = pane else { return };
    let Some(comparison) = state.comparison.clone() else {
        state.say("Still comparing; speakers come in a moment");
        return;
    };
    let article = state.story.article(pane.article);
    let said = in_article(&comparison.speech, article.id);
    if said.is_empty() {
        let said = format!("Nobody is quoted or reported in {}", article.siglum);
        state.say(said);
        return;
    }
    let from = match &state.trail {
        Some(trail) if is_in_view(state, pane, trail.current()) => trail.current().span.start() + 1,
        _ => pane.in_view(state).start(),
    };
    let at = said.partition_point(|one| one.span.start() < from);
    // After the last comes the first again.
    let at = if at < said.len() { at } else { 0 };
    let words = in_words(&article.text, &said[at]);
    let places = said.iter().map(|one| Place {
        article: article.id,
        span: one.span,
    });
    let places = places.collect();
    trail::open(state, words, places, at);
}

fn is_in_view(state: &State, pane: &Pane, place: Place) -> bool {
    let view = pane.in_view(state);
    place.article == pane.article && view.contains(place.span.start())
}

/// What is said in an article, in the order of its text.
fn in_article(speech: &Speech, article: ArticleId) -> Vec<Said<'_>> {
    let quoted = speech.quotations_of(article).iter();
    let quoted = quoted.filter(|one| one.within.is_none()).map(|one| Said {
        span: one.span,
        how: "in marks",
        speaker: one.speaker.as_ref(),
        candidate: one.candidate.as_ref(),
        cue: one.cue,
    });
    let reported = speech.reported.iter();
    let reported = reported
        .filter(|one| one.article == article)
        .map(|one| Said {
            span: one.content,
            how: "reported",
            speaker: one.speaker.as_ref(),
            candidate: one.candidate.as_ref(),
            cue: one.cue,
        });
    let mut said: Vec<Said> = quoted.chain(reported).collect();
    said.sort_by_key(|one| (one.span.start(), one.span.end()));
    said
}

/// "John Kerry, in marks, cue “alleged” (doubting)".
fn in_words(text: &str, said: &Said) -> String {
    let who = match (said.speaker, said.candidate) {
        (Some(speaker), _) => speaker.name.clone(),
        (None, Some(candidate)) => {
            format!("speaker not found; nearest candidate {}", candidate.name)
        }
        (None, None) => "speaker not found".to_string(),
    };
    let cue = said.cue.and_then(|cue| {
        let words = cue.span.get(text)?;
        let attitude = attitude(cue.attitude);
        Some(format!(", cue \u{201c}{words}\u{201d}{attitude}"))
    });
    format!("{who}, {}{}", said.how, cue.unwrap_or_default())
}
