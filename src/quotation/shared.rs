//! Quotations of one statement, grouped over all articles.
//!
//! Candidates share three words in a row (an index of all quotations, so that a story of many
//! articles costs no more than its quotations); what then decides is how much of the shorter one
//! stands in the longer, and who speaks. Two named people's words are never joined, except where
//! they are so long and so equal that one outlet must have named the wrong one; where a speaker is
//! open, the wording must carry the join alone. The fullest quotation of a statement is its
//! centre, and every other one is told by how it carries that.
//!
//! A statement may also stand elsewhere without marks: word for word, or in an outlet's own words
//! under the same speaker. Such places are listed apart; they are nobody's quotation.

use std::collections::HashMap;

use rapidhash::fast::RandomState;

use super::fidelity::{Alignment, Wording};
use super::types::{
    Member, Quotation, QuotationKind, Retelling, SharedQuotation, Speaker, Speech, Standing,
    Unmarked,
};
use crate::story::{Place, Span, Story};
use crate::text::{Segments, fold};

/// Words in a row that two candidates share.
const GRAM: usize = 3;
/// A row of words that more quotations have than this is a phrase of the language.
const COMMON: usize = 64;
/// The fewest words of a fragment that is looked for without marks.
const UNMARKED: usize = 5;

/// Quotations of one statement grouped over all articles, each told how it relates to the fullest.
pub(super) fn shared(story: &Story, texts: &[Segments], speech: &Speech) -> Vec<SharedQuotation> {
    let wordings: Vec<Wording> = speech
        .quotations
        .iter()
        .map(|one| Wording::of(story.article(one.article), one))
        .collect();
    let index = index(speech, &wordings);
    let mut order: Vec<usize> = (0..wordings.len())
        .filter(|one| stands_alone(&speech.quotations[*one], &wordings[*one]))
        .collect();
    order.sort_by_key(|one| (std::cmp::Reverse(wordings[*one].len()), *one));
    let mut taken = vec![false; wordings.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for centre in order {
        if taken[centre] {
            continue;
        }
        taken[centre] = true;
        let mut group = vec![centre];
        for other in candidates(&index, &wordings[centre]) {
            let (base, one) = (&speech.quotations[centre], &speech.quotations[other]);
            if !taken[other]
                && !nested(base, one)
                && is_one_statement(base, one, &wordings[centre], &wordings[other])
            {
                taken[other] = true;
                group.push(other);
            }
        }
        groups.push(group);
    }
    let unmarked = Elsewhere::of(story, texts, speech, &wordings);
    let mut found: Vec<SharedQuotation> = groups
        .into_iter()
        .filter_map(|group| statement(speech, &wordings, &group, &unmarked))
        .collect();
    found.sort_by_key(|one| one.members.iter().map(|member| member.quotation).min());
    found
}

fn stands_alone(quotation: &Quotation, wording: &Wording) -> bool {
    let least = if quotation.kind == QuotationKind::Term {
        GRAM
    } else {
        GRAM - 1
    };
    wording.len() >= least.max(GRAM)
}

fn nested(a: &Quotation, b: &Quotation) -> bool {
    a.article == b.article && (a.span.covers(b.span) || b.span.covers(a.span))
}

type Grams = HashMap<[u64; GRAM], Vec<usize>, RandomState>;

fn index(speech: &Speech, wordings: &[Wording]) -> Grams {
    let mut index = Grams::default();
    for (one, wording) in wordings.iter().enumerate() {
        if !stands_alone(&speech.quotations[one], wording) {
            continue;
        }
        for gram in wording.ids.windows(GRAM) {
            let holders = index.entry([gram[0], gram[1], gram[2]]).or_default();
            if holders.last() != Some(&one) {
                holders.push(one);
            }
        }
    }
    index
}

/// The quotations that share a row of words with a wording, in their order.
fn candidates(index: &Grams, wording: &Wording) -> Vec<usize> {
    let mut found: Vec<usize> = wording
        .ids
        .windows(GRAM)
        .filter_map(|gram| index.get(&[gram[0], gram[1], gram[2]]))
        .filter(|holders| holders.len() <= COMMON)
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// How two speakers relate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Speakers {
    Same,
    Different,
    /// A person and a body, which may speak through that person.
    Related,
    /// One of them is open.
    Open,
}

impl Speakers {
    fn of(a: Option<&Speaker>, b: Option<&Speaker>) -> Self {
        match (a, b) {
            (Some(a), Some(b)) if a.is_named() && b.is_named() => {
                if same_name(&a.name, &b.name) {
                    Speakers::Same
                } else if a.standing == Standing::Person && b.standing == Standing::Person {
                    Speakers::Different
                } else {
                    Speakers::Related
                }
            }
            _ => Speakers::Open,
        }
    }
}

/// Equal names; a surname alone agrees with any full name that ends in it, since the wording must
/// agree too.
fn same_name(a: &str, b: &str) -> bool {
    a == b || {
        let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
        long.strip_suffix(short)
            .is_some_and(|given| given.ends_with(' '))
    }
}

fn is_one_statement(base: &Quotation, one: &Quotation, long: &Wording, short: &Wording) -> bool {
    let alignment = Alignment::of(long, short);
    let least = long.len().min(short.len());
    let (matched, run) = (alignment.matched(), alignment.longest());
    let share = |percent: usize| matched * 100 >= least * percent;
    match Speakers::of(base.speaker.as_ref(), one.speaker.as_ref()) {
        Speakers::Same => share(55) && run >= least.min(4),
        Speakers::Open => {
            least >= 4 && share(75) && run >= least.min(5)
                || least == GRAM && share(100) && one.kind == QuotationKind::Partial
        }
        Speakers::Related => least >= 5 && share(90),
        Speakers::Different => least >= 10 && share(90),
    }
}

fn statement(
    speech: &Speech,
    wordings: &[Wording],
    group: &[usize],
    elsewhere: &Elsewhere,
) -> Option<SharedQuotation> {
    let centre = group[0];
    let mut rest = group[1..].to_vec();
    rest.sort_unstable();
    let marked: Vec<Place> = group
        .iter()
        .map(|one| Place {
            article: speech.quotations[*one].article,
            span: speech.quotations[*one].span,
        })
        .collect();
    let mut unmarked: Vec<Unmarked> = group
        .iter()
        .flat_map(|one| elsewhere.places(*one))
        .copied()
        .collect();
    unmarked.sort_by_key(|one| (one.place, one.telling));
    unmarked.dedup_by_key(|one| one.place);
    unmarked.retain(|one| {
        !marked.iter().any(|place| {
            place.article == one.place.article && place.span.overlap(one.place.span) > 0
        })
    });
    let first = speech.quotations[centre].article;
    let told_again = rest
        .iter()
        .any(|one| speech.quotations[*one].article != first)
        || unmarked.iter().any(|one| one.place.article != first);
    if !told_again {
        return None;
    }
    let member = |one: usize| Member {
        quotation: speech.quotations[one].id,
        relation: Alignment::of(&wordings[centre], &wordings[one])
            .fidelity(&wordings[centre], &wordings[one]),
    };
    let speaker = group
        .iter()
        .filter_map(|one| speech.quotations[*one].speaker.as_ref())
        .max_by_key(|speaker| {
            (
                speaker.is_named(),
                speaker.standing == Standing::Person,
                std::cmp::Reverse(speaker.standing),
            )
        })
        .map(|speaker| speaker.name.clone());
    Some(SharedQuotation {
        speaker,
        members: std::iter::once(centre).chain(rest).map(member).collect(),
        unmarked,
    })
}

/// Where quotations stand without marks, by quotation.
#[derive(Default)]
struct Elsewhere {
    places: HashMap<usize, Vec<Unmarked>, RandomState>,
}

impl Elsewhere {
    fn of(story: &Story, texts: &[Segments], speech: &Speech, wordings: &[Wording]) -> Self {
        let mut elsewhere = Elsewhere::default();
        elsewhere.word_for_word(story, texts, speech, wordings);
        elsewhere.own_words(story, speech, wordings);
        elsewhere
    }

    fn places(&self, quotation: usize) -> &[Unmarked] {
        self.places.get(&quotation).map_or(&[], Vec::as_slice)
    }

    fn note(&mut self, quotation: usize, place: Place, telling: Retelling) {
        self.places
            .entry(quotation)
            .or_default()
            .push(Unmarked { place, telling });
    }

    /// Whole quotations that stand word for word outside marks.
    fn word_for_word(
        &mut self,
        story: &Story,
        texts: &[Segments],
        speech: &Speech,
        wordings: &[Wording],
    ) {
        let mut opening: Grams = Grams::default();
        for (one, wording) in wordings.iter().enumerate() {
            let quotation = &speech.quotations[one];
            if quotation.kind != QuotationKind::Term
                && wording.len() >= UNMARKED
                && wording.inserted.is_empty()
            {
                opening
                    .entry([wording.ids[0], wording.ids[1], wording.ids[2]])
                    .or_default()
                    .push(one);
            }
        }
        if opening.is_empty() {
            return;
        }
        for (article, text) in story.articles.iter().zip(texts) {
            let ids: Vec<u64> = text
                .words
                .iter()
                .map(|word| rapidhash::v3::rapidhash_v3(fold(article.words_at(*word)).as_bytes()))
                .collect();
            for (at, gram) in ids.windows(GRAM).enumerate() {
                let Some(holders) = opening.get(&[gram[0], gram[1], gram[2]]) else {
                    continue;
                };
                for one in holders.iter().copied().filter(|_| holders.len() <= COMMON) {
                    let wording = &wordings[one];
                    if speech.quotations[one].article == article.id
                        || !ids[at..].starts_with(&wording.ids)
                    {
                        continue;
                    }
                    let span = text.words[at].hull(text.words[at + wording.len() - 1]);
                    if speech.quotation_at(article.id, span).is_none() {
                        self.note(
                            one,
                            Place {
                                article: article.id,
                                span,
                            },
                            Retelling::SameWords,
                        );
                    }
                }
            }
        }
    }

    /// Reported speech of the same named speaker in another article that has most of a quotation's
    /// content words.
    fn own_words(&mut self, story: &Story, speech: &Speech, wordings: &[Wording]) {
        let mut by_speaker: HashMap<&str, Vec<usize>, RandomState> = HashMap::default();
        for (index, told) in speech.reported.iter().enumerate() {
            if let Some(speaker) = told.speaker.as_ref().filter(|speaker| speaker.is_named()) {
                by_speaker.entry(&speaker.name).or_default().push(index);
            }
        }
        for (one, quotation) in speech.quotations.iter().enumerate() {
            let Some(speaker) = quotation
                .speaker
                .as_ref()
                .filter(|speaker| speaker.is_named())
            else {
                continue;
            };
            if quotation.kind == QuotationKind::Term || wordings[one].len() < UNMARKED {
                continue;
            }
            let said = content_words(story, quotation.article, quotation.content);
            for told in by_speaker
                .get(speaker.name.as_str())
                .into_iter()
                .flatten()
                .take(COMMON)
            {
                let told = &speech.reported[*told];
                if told.article == quotation.article {
                    continue;
                }
                let reported = content_words(story, told.article, told.content);
                let common = said
                    .iter()
                    .filter(|word| reported.binary_search(word).is_ok())
                    .count();
                let least = said.len().min(reported.len());
                if common >= 4 && common * 10 >= least * 6 {
                    self.note(
                        one,
                        Place {
                            article: told.article,
                            span: told.content,
                        },
                        Retelling::OwnWords,
                    );
                }
            }
        }
    }
}

/// The words of a place that carry content, sorted, each once.
fn content_words(story: &Story, article: crate::story::ArticleId, place: Span) -> Vec<u64> {
    let article = story.article(article);
    let text = article.words_at(place);
    let mut found: Vec<u64> = crate::text::words(text)
        .filter_map(|word| {
            let folded = fold(&text[word.start()..word.end()]);
            let plain = super::lexicon::is_function_word(&folded);
            (!plain && folded.len() > 2)
                .then(|| rapidhash::v3::rapidhash_v3(folded.trim_end_matches('s').as_bytes()))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
