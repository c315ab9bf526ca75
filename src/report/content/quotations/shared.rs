//! Statements that several quote: one heading each, and a row a witness.

use super::{UNKNOWN, Wanted, after_comma, notes, place_of, source};
use crate::quotation::{
    Fidelity, Quotation, Retelling, SharedQuotation, Stretch, Unmarked, difference, readings,
};
use crate::report::content::marked::marked;
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::story::Span;
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
        let members = (0..one.members.len()).map(|nth| member_row(report, one, nth));
        let unmarked = one.unmarked_apart();
        let unmarked = unmarked.iter().map(|at| unmarked_row(report, at));
        document.list(members.chain(unmarked).collect());
    }
}

/// "Maria Zakharova: “The problem is that…”".
fn heading(report: &Report<'_>, shared: &SharedQuotation) -> String {
    let speaker = shared.speaker.as_deref().unwrap_or(UNKNOWN);
    let base = member(report, shared, 0);
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

fn member_row(report: &Report<'_>, shared: &SharedQuotation, nth: usize) -> Line {
    let one = member(report, shared, nth);
    let article = report.story.article(one.article);
    let mut line = source(report, &[place_of(one)]);
    let relation = shared.members[nth].relation;
    let (base, stretches) = against_the_fullest(report, shared, nth);
    let mut told = vec![shared.carried(nth).to_string()];
    told.extend(attributed(report, shared, nth));
    told.extend(notes::of_kind(one));
    told.extend(notes::of_quotation(article, one));
    told.extend(notes::of_open(
        article,
        one.speaker.as_ref(),
        one.candidate.as_ref(),
    ));
    if matches!(relation, Fidelity::Differs | Fidelity::Spliced) {
        told.extend(readings(report.story, base, one, &stretches));
    }
    let same = nth > 0 && relation == Fidelity::Identical;
    let end = if same { "" } else { ": \u{201c}" };
    line.push(Piece::Text(format!("{}{end}", after_comma(&told))));
    if !same {
        let differing: Vec<Span> = stretches
            .iter()
            .filter(|stretch| nth > 0 && !stretch.same)
            .map(|stretch| stretch.other)
            .collect();
        let said = one.said(article);
        line.extend(marked(&article.text, said, &differing, Piece::Differing));
        line.push(Piece::Text("\u{201d}".to_string()));
    }
    line
}

/// Another speaker than the statement is listed under is a finding.
fn attributed(report: &Report<'_>, shared: &SharedQuotation, nth: usize) -> Option<String> {
    let speech = &report.comparison.speech;
    match member(report, shared, nth).told_speaker() {
        Some(_) => shared
            .speaker_apart(speech, &shared.members[nth])
            .map(|name| format!("attributed to {name} here")),
        None if shared.speaker.is_some() => Some("speaker not found".to_string()),
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

fn member<'a>(report: &Report<'a>, shared: &SharedQuotation, nth: usize) -> &'a Quotation {
    &report.comparison.speech.quotations[shared.members[nth].quotation.0 as usize]
}

fn against_the_fullest<'a>(
    report: &Report<'a>,
    shared: &SharedQuotation,
    nth: usize,
) -> (&'a Quotation, Vec<Stretch>) {
    let (base, one) = (member(report, shared, 0), member(report, shared, nth));
    let with_article = |quotation: &'a Quotation| {
        let article = report.story.article(quotation.article);
        (article, quotation)
    };
    (base, difference(with_article(base), with_article(one)))
}
