//! Quotations of one statement, grouped over all articles.
//!
//! Every quotation, the longest first, joins the statement whose fullest form it covers best, or
//! begins one ([`joining`] judges, over an index of words in a row, so that a story of many articles
//! costs no more than its quotations). Each is told by how its own words carry the fullest form,
//! and the pieces of an utterance that its attribution interrupts also by how they do together
//! ([`rejoined`]).
//! Outlets may give one statement to different speakers: they stay in one group, and each keeps
//! its own.
//!
//! A statement may also stand elsewhere without marks: word for word, or in an outlet's own words
//! under the same speaker ([`elsewhere`]). Such places are listed apart; they are nobody's
//! quotation. And its words may stand where nothing tells that it is the statement ([`echoes`]).

mod elsewhere;
mod joining;
mod rejoined;
mod verbatim;

use std::collections::{BTreeMap, HashMap, HashSet};

use rapidhash::fast::RandomState;

use super::blocks::Blocks;
use super::fidelity::Alignment;
use super::types::{
    Echo, Fidelity, Member, Quotation, Rejoined, SharedQuotation, Speaker, Speech, Standing,
};
use super::wording::Wording;
use crate::story::{Article, Story};
use crate::text::Segments;
use elsewhere::Elsewhere;
use joining::{Index, is_fragment, is_name, judge, stands_alone};
use rejoined::Utterances;
use verbatim::Verbatim;

/// Statements that a quotation of several may take its words from.
const SOURCES: usize = 8;

/// Quotations of one statement grouped over all articles, each told how it relates to the fullest.
pub(super) fn shared(
    story: &Story,
    texts: &[Segments],
    speech: &Speech,
) -> (Vec<SharedQuotation>, Vec<Echo>) {
    let wordings: Vec<Wording> = speech
        .quotations
        .iter()
        .map(|one| Wording::of(story.article(one.article), one))
        .collect();
    let groups = Groups::of(story, speech, &wordings);
    let verbatim = Verbatim::of(story, texts, speech, &wordings);
    let unmarked = Elsewhere::of(story, speech, &wordings, &verbatim);
    let utterances = Utterances::of(story, speech);
    let mut found: Vec<SharedQuotation> = groups
        .members
        .iter()
        .filter_map(|group| {
            let mut statement = groups.statement(speech, &wordings, group, &unmarked)?;
            statement.rejoined =
                groups.rejoined(story, speech, &wordings, &statement.members, &utterances);
            Some(statement)
        })
        .collect();
    found.sort_by_key(|one| one.members.iter().map(|member| member.quotation).min());
    let echoes = verbatim.echoes(speech, &found);
    (found, echoes)
}

/// Quotations by the statement that they carry.
struct Groups {
    /// The centre first.
    members: Vec<Vec<usize>>,
    index: Index,
}

impl Groups {
    fn of(story: &Story, speech: &Speech, wordings: &[Wording]) -> Self {
        let quotations = &speech.quotations;
        let mut order: Vec<usize> = (0..wordings.len())
            .filter(|&one| {
                stands_alone(&wordings[one]) || is_fragment(&quotations[one], &wordings[one])
            })
            .filter(|&one| !is_name(article(story, &quotations[one]), &quotations[one]))
            .collect();
        order.sort_by_key(|one| (std::cmp::Reverse(wordings[*one].len()), *one));
        let fragments = order.iter().map(|&one| &wordings[one]);
        let mut index = Index::over(fragments);
        let mut members: Vec<Vec<usize>> = Vec::new();
        // The group that a quotation is the centre of.
        let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
        for one in order {
            let found = index.candidates(&quotations[one], &wordings[one]);
            let best = found
                .into_iter()
                .filter(|centre| !nested(&quotations[*centre], &quotations[one]))
                .filter_map(|centre| {
                    let (base, other) = (&quotations[centre], &quotations[one]);
                    let cover = judge(base, other, &wordings[centre], &wordings[one])?;
                    // Of equal covers the fuller statement, which came first.
                    Some((cover, std::cmp::Reverse(group_of[&centre])))
                })
                .max();
            if let Some((_, std::cmp::Reverse(group))) = best {
                members[group].push(one);
            } else {
                group_of.insert(one, members.len());
                members.push(vec![one]);
                index.add(one, &quotations[one], &wordings[one]);
            }
        }
        Groups { members, index }
    }

    fn statement(
        &self,
        speech: &Speech,
        wordings: &[Wording],
        group: &[usize],
        elsewhere: &Elsewhere,
    ) -> Option<SharedQuotation> {
        let centre = group[0];
        // What stands in a member's marks is told with it.
        let all: HashSet<usize, RandomState> = group.iter().copied().collect();
        let inside = |one: &usize| {
            let outer = speech.quotations[*one].within;
            outer.is_some_and(|outer| all.contains(&(outer.0 as usize)))
        };
        let mut rest: Vec<usize> = group[1..].to_vec();
        rest.retain(|one| !inside(one));
        rest.sort_unstable();
        let unmarked = elsewhere.around(speech, group);
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
            relation: self.relation(speech, wordings, centre, (one, &wordings[one])),
        };
        Some(SharedQuotation {
            speaker: speaker(speech, group),
            members: std::iter::once(centre).chain(rest).map(member).collect(),
            rejoined: Vec::new(),
            unmarked,
        })
    }

    /// The utterances that stand in a statement in pieces.
    fn rejoined(
        &self,
        story: &Story,
        speech: &Speech,
        wordings: &[Wording],
        members: &[Member],
        utterances: &Utterances,
    ) -> Vec<Rejoined> {
        let mut members = members.iter().map(|one| one.quotation.0 as usize);
        let Some(centre) = members.next() else {
            return Vec::new();
        };
        let rest: Vec<usize> = members.collect();
        let found = utterances.in_statement(story, speech, wordings, &rest, &wordings[centre]);
        let found = found.into_iter().map(|one| {
            let first = one.quotations[0].0 as usize;
            Rejoined {
                relation: self.relation(speech, wordings, centre, (first, &one.wording)),
                pieces: one.quotations,
            }
        });
        found.collect()
    }

    /// How a member carries the fullest form; one that joins it to other statements is spliced.
    fn relation(
        &self,
        speech: &Speech,
        wordings: &[Wording],
        centre: usize,
        (one, other): (usize, &Wording),
    ) -> Fidelity {
        let base = &wordings[centre];
        let relation = Alignment::of(base, other).fidelity(base, other);
        let adds = match relation {
            Fidelity::Differs => true,
            Fidelity::Extended => other.place_of(base).is_none(),
            _ => false,
        };
        if !adds {
            return relation;
        }
        let of_one_speaker = |source: &usize| {
            let (source, other) = (&speech.quotations[*source], &speech.quotations[one]);
            source.article != other.article && joining::same_speaker(source, other)
        };
        let sources: Vec<&Wording> = self
            .index
            .candidates(&speech.quotations[one], other)
            .into_iter()
            .filter(|source| *source != one && of_one_speaker(source))
            .take(SOURCES)
            .map(|source| &wordings[source])
            .collect();
        if Blocks::of(&sources, other).splice(&sources, other) {
            Fidelity::Spliced
        } else {
            relation
        }
    }
}

fn article<'a>(story: &'a Story, quotation: &Quotation) -> &'a Article {
    story.article(quotation.article)
}

fn nested(a: &Quotation, b: &Quotation) -> bool {
    a.article == b.article && (a.span.covers(b.span) || b.span.covers(a.span))
}

/// The speaker that most of a group's quotations name; the best known where as many name another.
fn speaker(speech: &Speech, group: &[usize]) -> Option<String> {
    let mut named: Vec<(&Speaker, usize)> = Vec::new();
    let mut place_of: HashMap<&str, usize, RandomState> = HashMap::default();
    for one in group {
        let Some(speaker) = &speech.quotations[*one].speaker else {
            continue;
        };
        let place = *place_of.entry(&speaker.name).or_insert(named.len());
        match named.get_mut(place) {
            Some((_, times)) => *times += 1,
            None => named.push((speaker, 1)),
        }
    }
    named
        .iter()
        .rev()
        .max_by_key(|(speaker, times)| {
            (
                speaker.is_named(),
                speaker.is_told(),
                *times,
                speaker.standing == Standing::Person,
            )
        })
        .map(|(speaker, _)| speaker.name.clone())
}
