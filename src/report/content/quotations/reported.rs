//! Speech told without marks, and what is told of wishes, thoughts and deeds: both in the outlet's
//! wording, but only the first was said.

use super::{Part, UNKNOWN, Wanted, after_comma, notes, source};
use crate::quotation::{Act, Reported};
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::story::Place;
use crate::text::count;

pub fn write(report: &Report<'_>, wanted: Wanted<'_>, document: &mut Document) {
    let speech = &report.comparison.speech;
    let all = speech
        .reported
        .iter()
        .filter(|one| wanted.reported(one) && !speech.is_told_within_its_own(one));
    // What is partly in marks stands above, in its sentence, where quotations are told at all.
    let (mixed, told): (Vec<&Reported>, Vec<&Reported>) =
        all.partition(|one| wanted.part == Part::All && !speech.in_marks_within(one).is_empty());
    if told.is_empty() && wanted.part == Part::Reported {
        document.say("No reported speech was found.");
    }
    let (said, positions): (Vec<&Reported>, Vec<&Reported>) =
        told.into_iter().partition(|one| one.act == Act::Speech);
    let rows = |told: &[&Reported]| told.iter().map(|one| row(report, one)).collect();
    if !said.is_empty() {
        document.heading(3, "reported", "Reported speech");
        let above = match mixed.len() {
            0 => String::new(),
            some => format!(
                " {} with words in marks above, in the sentence.",
                count(some, "other stands", "others stand")
            ),
        };
        document.say(format!(
            "Told without marks: the wording is the article's, not the speaker's.{above}"
        ));
        document.list(rows(&said));
    }
    if !positions.is_empty() {
        document.heading(3, "positions", "Positions, in the outlet's words");
        document.say(
            "What somebody is told to want, think, praise, accuse or reject: the wording is the \
             article's, and it tells a stance, not what was said.",
        );
        document.list(rows(&positions));
    }
}

/// "Reuters (A 110–229), John Kerry, cue “said”: President Bashar…".
fn row(report: &Report<'_>, one: &Reported) -> Line {
    let article = report.story.article(one.article);
    let place = Place {
        article: one.article,
        span: one.content,
    };
    let speaker = one.told_speaker().map_or(UNKNOWN, |speaker| &speaker.name);
    let mut told = vec![speaker.to_string()];
    told.extend(one.cue.map(|cue| notes::of_cue(article, cue)));
    told.extend(one.open_in_words(article));
    let mut line = source(report, &[place]);
    let words = report.words(place);
    let words = words.trim_end_matches([',', ' ']);
    line.push(Piece::Text(format!("{}: {words}", after_comma(&told))));
    line
}
