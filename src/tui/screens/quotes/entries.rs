//! The speakers in the order of the screen, and the headings between them.

use std::cmp::Reverse;

use crate::comparison::Comparison;
use crate::quotation::{SpeakerRow, Whose};

/// A line of the list of speakers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// Index into the room's speakers.
    Speaker(usize),
    /// What the ones below have in common.
    Heading(&'static str),
}

/// Where a speaker belongs in the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    InMarks,
    OnlyReported,
    Nobody,
}

fn group(row: &SpeakerRow) -> Group {
    match row.whose {
        Whose::NotFound | Whose::OutletsOwn => Group::Nobody,
        Whose::Speaker(_) if row.words == 0 => Group::OnlyReported,
        Whose::Speaker(_) => Group::InMarks,
    }
}

/// Speakers whose statements several outlets carry first, then by words in marks; then those who are
/// only reported, those in most articles first; what has no speaker last.
#[must_use]
pub fn ordered(mut speakers: Vec<SpeakerRow>, comparison: &Comparison) -> Vec<SpeakerRow> {
    let shared = |row: &SpeakerRow| {
        let name = row.whose.name();
        let all = comparison.shared_quotations.iter();
        all.filter(|one| name.is_some() && one.speaker.as_deref() == name)
            .count()
    };
    speakers.sort_by_cached_key(|row| {
        let reported: usize = row.articles.iter().map(|one| one.reported.len()).sum();
        let own = row.whose == Whose::OutletsOwn;
        (
            (group(row), own),
            Reverse(shared(row)),
            Reverse(row.words),
            (Reverse(row.articles.len()), Reverse(reported)),
        )
    });
    speakers
}

/// The list: a heading where another group begins, save over the first.
#[must_use]
pub fn entries(speakers: &[SpeakerRow]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut last = Group::InMarks;
    for (index, row) in speakers.iter().enumerate() {
        let here = group(row);
        if here != last {
            entries.push(Entry::Heading(match here {
                Group::InMarks => "in marks",
                Group::OnlyReported => "only reported",
                Group::Nobody => "no speaker",
            }));
            last = here;
        }
        entries.push(Entry::Speaker(index));
    }
    entries
}
