//! Speakers, what each outlet carries of them, and with which cues: the tables that the Quotes
//! screen and the reports read.
//!
//! Counts are of words in marks, nested quotations counted once with the outer one. Speakers
//! without a name keep a row each by their description; quotations whose speaker is open share the
//! row of nobody, the last.

use std::collections::BTreeMap;

use super::types::{
    Attitude, Cue, Fidelity, Quotation, QuotationId, SharedQuotation, Speaker, Speech, Standing,
};
use crate::story::{ArticleId, Story};
use crate::text::words;

/// One speaker over all articles.
#[derive(Clone, PartialEq, Debug)]
pub struct SpeakerRow {
    /// `None` for the row of quotations whose speaker is not found.
    pub name: Option<String>,
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
/// no known speaker last.
#[must_use]
pub fn speakers(story: &Story, speech: &Speech) -> Vec<SpeakerRow> {
    let mut rows: BTreeMap<(Option<&str>, Standing), BTreeMap<ArticleId, Carried>> =
        BTreeMap::new();
    let mut in_marks: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for quotation in speech.quotations.iter().filter(|one| one.within.is_none()) {
        let count = words(story.article(quotation.article).words_at(quotation.content)).count();
        *in_marks.entry(quotation.article).or_default() += count;
        let carried = entry(&mut rows, quotation.speaker.as_ref(), quotation.article);
        carried.quotations.push(quotation.id);
        carried.words += count;
        note_cue(story, quotation.article, quotation.cue, carried);
    }
    for (index, told) in speech.reported.iter().enumerate() {
        let carried = entry(&mut rows, told.speaker.as_ref(), told.article);
        carried.reported.push(index);
        note_cue(story, told.article, told.cue, carried);
    }
    let mut rows: Vec<SpeakerRow> = rows
        .into_iter()
        .map(|((name, standing), articles)| {
            let mut articles: Vec<Carried> = articles.into_values().collect();
            for carried in &mut articles {
                let all = in_marks.get(&carried.article).copied().unwrap_or(0);
                carried.share = share(carried.words, all);
                carried
                    .cues
                    .sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.words.cmp(&b.words)));
            }
            SpeakerRow {
                name: name.map(str::to_string),
                standing,
                words: articles.iter().map(|one| one.words).sum(),
                articles,
            }
        })
        .collect();
    rows.sort_by(|a, b| {
        (a.name.is_none(), std::cmp::Reverse(a.words), &a.name).cmp(&(
            b.name.is_none(),
            std::cmp::Reverse(b.words),
            &b.name,
        ))
    });
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

type Rows<'a> = BTreeMap<(Option<&'a str>, Standing), BTreeMap<ArticleId, Carried>>;

fn entry<'r, 'a>(
    rows: &'r mut Rows<'a>,
    speaker: Option<&'a Speaker>,
    article: ArticleId,
) -> &'r mut Carried {
    // A pronoun that was not resolved names nobody.
    let known = speaker.filter(|speaker| speaker.is_told());
    let key = known.map_or((None, Standing::Open), |speaker| {
        (Some(speaker.name.as_str()), speaker.standing)
    });
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

/// The statements of a speaker (`None`: those without a known one), in the order of articles.
#[must_use]
pub fn statements(
    speech: &Speech,
    shared: &[SharedQuotation],
    name: Option<&str>,
) -> Vec<Statement> {
    let speaks = |quotation: &Quotation| {
        let known = quotation
            .speaker
            .as_ref()
            .filter(|speaker| speaker.standing != Standing::Open);
        known.map(|speaker| speaker.name.as_str()) == name
    };
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
        .filter(|one| one.within.is_none() && speaks(one))
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
