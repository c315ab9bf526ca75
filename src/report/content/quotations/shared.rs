//! Statements that several quote: one heading each, and a row a witness.

use super::{UNKNOWN, Wanted, after_comma, notes, place_of, source};
use crate::quotation::{
    Bearer, Fidelity, Quotation, Retelling, SharedQuotation, Unmarked, difference, readings,
};
use crate::report::content::marked::marked;
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::story::{Place, Span};
use crate::text::one_line;

/// Words of a statement that its heading shows.
const IN_HEADING: usize = 10;

pub fn write(report: &Report<'_>, wanted: Wanted<'_>, document: &mut Document) {
    let all = report.comparison.shared_quotations.iter().enumerate();
    let shared: Vec<(usize, &SharedQuotation)> =
        all.filter(|(_, one)| wanted.shared(report, one)).collect();
    if shared.is_empty() {
        return;
    }
    document.heading(3, "shared-quotations", "Statements that several quote");
    document.say(
        "Each is told against the fullest form that these texts have of it; words that it does not \
         have are marked. Trimming, editing and translation all make texts differ; which it was is \
         not known here.",
    );
    for (index, one) in shared {
        let anchor = format!("shared-{}", index + 1);
        document.heading(4, &anchor, &heading(report, one));
        let bearers = one.bearers();
        let rows = bearers.iter().map(|bearer| bearer_row(report, one, bearer));
        let unmarked = one.unmarked.iter().map(|at| unmarked_row(report, at));
        document.list(rows.chain(unmarked).collect());
    }
}

/// "Maria Zakharova: “The problem is that…”".
fn heading(report: &Report<'_>, shared: &SharedQuotation) -> String {
    let speaker = shared.told_speaker(&report.comparison.speech);
    let speaker = speaker.unwrap_or(UNKNOWN);
    let base = fullest(report, shared);
    let article = report.story.article(base.article);
    let words = one_line(article.words_at(base.said(article)));
    let first: Vec<&str> = words.split(' ').take(IN_HEADING).collect();
    let first = first.join(" ");
    let more = if first.len() < words.len() {
        "\u{2026}"
    } else {
        ""
    };
    format!("{speaker}: \u{201c}{first}{more}\u{201d}")
}

fn bearer_row(report: &Report<'_>, shared: &SharedQuotation, bearer: &Bearer) -> Line {
    let pieces = bearer.pieces(&report.comparison.speech);
    let (base, first) = (fullest(report, shared), pieces[0]);
    let article = report.story.article(first.article);
    let places: Vec<Place> = pieces.iter().map(|one| place_of(one)).collect();
    let mut line = source(report, &places);
    let stretches = {
        let there = report.story.article(base.article);
        difference((there, &[base]), (article, &pieces))
    };
    let mut told = vec![bearer.carried()];
    told.extend(attributed(report, shared, bearer));
    for one in &pieces {
        let notes = (notes::of_kind(one).into_iter())
            .chain(notes::of_quotation(article, one))
            .chain(one.open_in_words(article));
        for note in notes {
            if !told.contains(&note) {
                told.push(note);
            }
        }
    }
    let relation = bearer.relation;
    if matches!(relation, Fidelity::Differs | Fidelity::Spliced) {
        told.extend(readings(report.story, base, first, &stretches));
    }
    let same = !bearer.is_fullest && relation == Fidelity::Identical;
    let end = if same { "" } else { ": " };
    line.push(Piece::Text(format!("{}{end}", after_comma(&told))));
    if !same {
        let differing: Vec<Span> = stretches
            .iter()
            .filter(|stretch| !bearer.is_fullest && !stretch.same)
            .map(|stretch| stretch.other)
            .collect();
        for (nth, one) in pieces.iter().enumerate() {
            let said = one.said(article);
            // What stands between two pieces is not part of the statement.
            let open = if nth == 0 { "\u{201c}" } else { " \u{201c}" };
            line.push(Piece::Text(open.to_string()));
            line.extend(marked(&article.text, said, &differing, Piece::Differing));
            line.push(Piece::Text("\u{201d}".to_string()));
        }
    }
    line
}

/// Another speaker than the statement is listed under is a finding.
fn attributed(report: &Report<'_>, shared: &SharedQuotation, bearer: &Bearer) -> Option<String> {
    let speech = &report.comparison.speech;
    match bearer.pieces(speech)[0].told_speaker() {
        Some(_) => shared
            .speaker_apart(speech, bearer)
            .map(|name| format!("attributed to {name} here")),
        None if shared.told_speaker(speech).is_some() => Some("speaker not found".to_string()),
        None => None,
    }
}

fn unmarked_row(report: &Report<'_>, one: &Unmarked) -> Line {
    let mut line = source(report, &[one.place]);
    let words = match one.telling {
        Retelling::SameWords => String::new(),
        Retelling::OwnWords => format!(": {}", report.words(one.place)),
    };
    line.push(Piece::Text(format!(", {}{words}", one.telling.as_str())));
    line
}

fn fullest<'a>(report: &Report<'a>, shared: &SharedQuotation) -> &'a Quotation {
    &report.comparison.speech.quotations[shared.members[0].quotation.0 as usize]
}
