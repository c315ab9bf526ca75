//! Speakers, what each outlet carries of them, and with which cues: the tables that the Quotes
//! screen and the reports read.
//!
//! Counts are of words in marks, nested quotations counted once with the outer one. Speakers
//! without a name keep a row each by their description; quotations whose speaker is open share a row,
//! and so do the terms that are the outlet's own, the last.

use std::collections::BTreeMap;

use super::telling::Whose;
use super::types::{
    Attitude, Cue, Fidelity, QuotationId, SharedQuotation, Speaker, Speech, Standing,
};
use crate::story::{ArticleId, Story};
use crate::text::words;

/// One speaker over all articles.
#[derive(Clone, PartialEq, Debug)]
pub struct SpeakerRow {
    pub whose: Whose,
    pub standing: Standing,
    /// Words in marks over all articles.
    pub words: usize,
    /// One an article that carries the speaker, in the order of articles.
    pub articles: Vec<Carried>,
}

/// What one article carries of a speaker.
#[derive(Clone, PartialEq, Debug)]
pub struct Carried {
    pub article: ArticleId,
    /// In the order of the text.
    pub quotations: Vec<QuotationId>,
    /// Indexes into [`Speech::reported`].
    pub reported: Vec<usize>,
    /// Words in marks.
    pub words: usize,
    /// Those words over all words in marks of the article, 0 to 1.
    pub share: f64,
    /// The cues that introduce the speaker, the commonest first.
    pub cues: Vec<CueCount>,
}

/// A cue as one article uses it for one speaker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CueCount {
    /// In lower case: "alleged".
    pub words: String,
    pub attitude: Attitude,
    pub times: usize,
}

/// One statement of a speaker: the quotations that carry it, or the parts of one utterance.
#[derive(Clone, PartialEq, Debug)]
pub struct Statement {
    /// Index into the shared quotations, where several places carry it.
    pub shared: Option<usize>,
    /// Each with how it carries the first; parts of one utterance have no relation to tell.
    pub quotations: Vec<(QuotationId, Option<Fidelity>)>,
}

/// Speakers with what each article carries of them: most words first, then by name; whatever has
/// no known speaker last, the outlets' own terms after it.
#[must_use]
pub fn speakers(story: &Story, speech: &Speech) -> Vec<SpeakerRow> {
    let mut rows = Rows::new();
    let mut in_marks: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for quotation in speech.quotations.iter().filter(|one| one.within.is_none()) {
        let count = words(story.article(quotation.article).words_at(quotation.content)).count();
        *in_marks.entry(quotation.article).or_default() += count;
        let carried = entry(
            &mut rows,
            key(quotation.whose(), quotation.told_speaker()),
            quotation.article,
        );
        carried.quotations.push(quotation.id);
        carried.words += count;
        note_cue(story, quotation.article, quotation.cue, carried);
    }
    for (index, told) in speech.reported.iter().enumerate() {
        let carried = entry(
            &mut rows,
            key(told.whose(), told.told_speaker()),
            told.article,
        );
        carried.reported.push(index);
        note_cue(story, told.article, told.cue, carried);
    }
    let mut rows: Vec<SpeakerRow> = rows
        .into_iter()
        .map(|((whose, standing), articles)| {
            let mut articles: Vec<Carried> = articles.into_values().collect();
            for carried in &mut articles {
                let all = in_marks.get(&carried.article).copied().unwrap_or(0);
                carried.share = share(carried.words, all);
                carried
                    .cues
                    .sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.words.cmp(&b.words)));
            }
            SpeakerRow {
                whose,
                standing,
                words: articles.iter().map(|one| one.words).sum(),
                articles,
            }
        })
        .collect();
    let key = |row: &SpeakerRow| {
        let rank = match row.whose {
            Whose::Speaker(_) => 0,
            Whose::NotFound => 1,
            Whose::OutletsOwn => 2,
        };
        (rank, std::cmp::Reverse(row.words))
    };
    rows.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.whose.cmp(&b.whose)));
    rows
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

type Rows = BTreeMap<(Whose, Standing), BTreeMap<ArticleId, Carried>>;

fn key(whose: Whose, speaker: Option<&Speaker>) -> (Whose, Standing) {
    (whose, speaker.map_or(Standing::Open, |one| one.standing))
}

fn entry(rows: &mut Rows, key: (Whose, Standing), article: ArticleId) -> &mut Carried {
    rows.entry(key)
        .or_default()
        .entry(article)
        .or_insert_with(|| Carried {
            article,
            quotations: Vec::new(),
            reported: Vec::new(),
            words: 0,
            share: 0.0,
            cues: Vec::new(),
        })
}

fn note_cue(story: &Story, article: ArticleId, cue: Option<Cue>, carried: &mut Carried) {
    let Some(cue) = cue else { return };
    let words = story.article(article).words_at(cue.span).to_lowercase();
    match carried.cues.iter_mut().find(|one| one.words == words) {
        Some(one) => one.times += 1,
        None => carried.cues.push(CueCount {
            words,
            attitude: cue.attitude,
            times: 1,
        }),
    }
}

/// The statements of a speaker, in the order of articles.
#[must_use]
pub fn statements(speech: &Speech, shared: &[SharedQuotation], whose: &Whose) -> Vec<Statement> {
    let mut group_of = BTreeMap::new();
    for (index, group) in shared.iter().enumerate() {
        for member in &group.members {
            group_of.insert(member.quotation, index);
        }
    }
    let mut found: Vec<Statement> = Vec::new();
    let mut told = std::collections::BTreeSet::new();
    for quotation in speech
        .quotations
        .iter()
        .filter(|one| one.within.is_none() && one.whose() == *whose)
    {
        if let Some(&index) = group_of.get(&quotation.id) {
            if told.insert(index) {
                let members = shared[index].members.iter();
                found.push(Statement {
                    shared: Some(index),
                    quotations: members
                        .map(|member| (member.quotation, Some(member.relation)))
                        .collect(),
                });
            }
            continue;
        }
        let goes_on = found.last_mut().filter(|last| {
            last.shared.is_none()
                && last.quotations.last().is_some_and(|(id, _)| {
                    let before = &speech.quotations[id.0 as usize];
                    before.utterance == quotation.utterance && before.article == quotation.article
                })
        });
        match goes_on {
            Some(last) => last.quotations.push((quotation.id, None)),
            None => found.push(Statement {
                shared: None,
                quotations: vec![(quotation.id, None)],
            }),
        }
    }
    found
}
