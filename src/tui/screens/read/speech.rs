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
        state.say_not_compared("speakers come");
        return;
    };
    let article = state.story.article(pane.article);
    let said = in_article(&comparison.speech, article.id);
    if said.is_empty() {
        let said = format!("Nobody is quoted or reported in {}", article.siglum);
        state.say(said);
        return;
    }
    let from = match in_hand(state, pane) {
        Some(place) => place.span.start() + 1,
        None => pane.in_view(state).start(),
    };
    let at = said.partition_point(|one| one.span.start() < from);
    // After the last comes the first again.
    let at = if at < said.len() { at } else { 0 };
    let words = in_words(&article.text, &said[at]);
    let places = places(article.id, &said);
    trail::open(state, words, places, at);
}

/// To the next or previous quotation of a pane, from the one in hand or from what is in view.
pub fn step(state: &mut State, pane: Option<&Pane>, forward: bool) {
    let Some(pane) = pane else { return };
    let Some(comparison) = state.comparison.clone() else {
        state.say_not_compared("quotations come");
        return;
    };
    let article = state.story.article(pane.article);
    let said = quoted(&comparison.speech, article.id);
    let view = pane.in_view(state);
    let before = |offset: usize| said.partition_point(|one| one.span.start() < offset);
    let next = match (in_hand(state, pane), forward) {
        (Some(place), true) => before(place.span.start() + 1),
        (Some(place), false) => before(place.span.start()).wrapping_sub(1),
        (None, true) => before(view.start()),
        (None, false) => before(view.end()).wrapping_sub(1),
    };
    let Some(one) = said.get(next) else {
        let which = if forward { "last" } else { "first" };
        let told = match said.is_empty() {
            true => format!("{} quotes nobody in marks", article.siglum),
            false => format!("This is the {which} quotation of {}", article.siglum),
        };
        state.say(told);
        return;
    };
    let words = in_words(&article.text, one);
    let places = places(article.id, &said);
    trail::open(state, words, places, next);
}

fn places(article: ArticleId, said: &[Said]) -> Vec<Place> {
    let spans = said.iter().map(|one| one.span);
    spans.map(|span| Place { article, span }).collect()
}

/// The place in hand, when a pane shows it.
fn in_hand(state: &State, pane: &Pane) -> Option<Place> {
    let place = state.trail.as_ref().map(trail::Trail::current)?;
    is_in_view(state, pane, place).then_some(place)
}

fn is_in_view(state: &State, pane: &Pane, place: Place) -> bool {
    let view = pane.in_view(state);
    place.article == pane.article && view.contains(place.span.start())
}

/// What is quoted in an article, in the order of its text.
fn quoted(speech: &Speech, article: ArticleId) -> Vec<Said<'_>> {
    let quoted = speech.quotations_of(article).iter();
    let quoted = quoted.filter(|one| one.within.is_none()).map(|one| Said {
        span: one.span,
        how: if one.is_marked() {
            "in marks"
        } else {
            "set out without marks"
        },
        speaker: one.speaker.as_ref(),
        candidate: one.candidate.as_ref(),
        cue: one.cue,
    });
    let mut quoted: Vec<Said> = quoted.collect();
    quoted.sort_by_key(|one| (one.span.start(), one.span.end()));
    quoted
}

/// What is said in an article, in marks or reported, in the order of its text.
fn in_article(speech: &Speech, article: ArticleId) -> Vec<Said<'_>> {
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
    let mut said = quoted(speech, article);
    said.extend(reported);
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
