//! Who said what: quotations in marks, reported speech, and how faithfully outlets carry them.
//!
//! An attribution is a source, a cue and a content ("Lavrov" "said" "…"). Content in quotation
//! marks is a [`Quotation`]: full (whole sentences), partial (a fragment in the outlet's own
//! sentence) or a term (one to three words in marks alone). Content without marks is [`Reported`]
//! speech. What the text does not settle stays open: "speaker not found", with the nearest
//! candidate kept apart.

mod aside;
mod attribution;
mod bare;
mod bearers;
mod blocks;
mod carry;
#[cfg(test)]
mod carry_tests;
mod cast;
mod discourse;
mod fidelity;
mod finite;
mod hear;
mod inner;
mod items;
mod kind;
mod labelled;
mod lexicon;
mod marks;
mod names;
mod negation;
#[cfg(test)]
mod negation_tests;
mod parts;
mod phrase;
mod readings;
mod reported;
mod same_name;
mod set_out;
mod shared;
#[cfg(test)]
mod shared_tests;
mod speakers;
mod subject;
mod telling;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod types;
mod word;
mod wording;

pub use bearers::Bearer;
pub use fidelity::{Stretch, difference, fidelity};
pub use readings::readings;
pub use speakers::{Carried, CueCount, SpeakerRow, Statement, speakers, statements};
pub use telling::Whose;
pub use types::{
    Act, Attitude, Cue, Echo, Fidelity, Member, Quotation, QuotationId, QuotationKind, Rejoined,
    Reported, Retelling, SharedQuotation, Speaker, Speech, Standing, Unmarked, UtteranceId,
    Utterer,
};

use rayon::prelude::*;

use crate::story::Story;
use crate::text::Segments;
use cast::Cast;
use discourse::{Source, Who};
use hear::{Heard, hear};
use reported::Voice;

/// Every quotation and every piece of reported speech of a story, in the order of articles and of
/// their texts.
#[must_use]
pub fn find(story: &Story, texts: &[Segments]) -> Speech {
    let heard: Vec<Heard> = story
        .articles
        .par_iter()
        .zip(texts)
        .map(|(article, segments)| hear(article, segments))
        .collect();
    let people: Vec<&[names::Person]> = heard.iter().map(|one| one.people.as_slice()).collect();
    let cast = Cast::of(&people);
    let mut all = Speech::default();
    let mut utterances = 0;
    for ((place, article), heard) in story.articles.iter().enumerate().zip(&heard) {
        let named = |voice: &Voice| named(voice, &cast, place);
        let first = u32::try_from(all.quotations.len()).unwrap_or(u32::MAX);
        let mut last = utterances;
        for (quotation, voice) in &heard.quotations {
            let mut quotation = quotation.clone();
            quotation.id.0 += first;
            quotation.utterance.0 += utterances;
            last = last.max(quotation.utterance.0 + 1);
            quotation.within = quotation.within.map(|outer| QuotationId(outer.0 + first));
            (quotation.speaker, quotation.candidate) = named(voice);
            all.quotations.push(quotation);
        }
        utterances = last;
        let base = all.reported.len();
        let contents: Vec<_> = heard.reported.iter().map(|one| one.content).collect();
        for (telling, within) in heard.reported.iter().zip(reported::outer(&contents)) {
            let (speaker, candidate) = named(&telling.voice);
            all.reported.push(Reported {
                article: article.id,
                act: telling.act,
                content: telling.content,
                speaker,
                candidate,
                cue: telling.cue,
                within: within.map(|outer| outer + base),
            });
        }
    }
    // They are kept as long as the story is.
    all.quotations.shrink_to_fit();
    all.reported.shrink_to_fit();
    all
}

/// A voice's speaker and candidate under the story's names; `place` is its article's.
fn named(voice: &Voice, cast: &Cast<'_>, place: usize) -> (Option<Speaker>, Option<Speaker>) {
    let person = |index: usize, span| Speaker {
        name: cast.names[place][index].clone(),
        standing: cast.standing(place, index),
        span,
    };
    let speaker = voice
        .source
        .as_ref()
        .map(|source: &Source| match &source.who {
            Who::Person(index) => person(*index, Some(source.span)),
            Who::Other { name, standing } => Speaker {
                name: name.clone(),
                standing: *standing,
                span: Some(source.span),
            },
            Who::Holder { name, role } => {
                let holder = cast.holder(role, place);
                Speaker {
                    standing: holder.map_or(Standing::Open, |_| Standing::Person),
                    name: holder.unwrap_or(name).to_string(),
                    span: Some(source.span),
                }
            }
        });
    let candidate = voice
        .candidate
        .or_else(|| voice.source.as_ref().and_then(|source| source.candidate))
        .map(|index| person(index, None));
    (speaker, candidate)
}

/// Quotations of one statement grouped over all articles, each told how it relates to the fullest;
/// and where else the words of quotations stand, in the order of quotations.
#[must_use]
pub fn shared(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
) -> (Vec<SharedQuotation>, Vec<Echo>) {
    shared::shared(story, texts, speech)
}

/// A quotation's echoes, among all in their order.
#[must_use]
pub fn echoes_of(echoes: &[Echo], quotation: QuotationId) -> &[Echo] {
    let first = echoes.partition_point(|one| one.quotation < quotation);
    let last = echoes.partition_point(|one| one.quotation <= quotation);
    &echoes[first..last]
}
