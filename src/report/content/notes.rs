//! The reader's own notes, marked as such.

use crate::notes::Placed;
use crate::report::document::{Document, Line, Piece};
use crate::report::view::Report;
use crate::text::one_line;

pub fn write(report: &Report<'_>, document: &mut Document) {
    if report.notes.is_empty() {
        return;
    }
    document.section("notes", "Notes of the reader");
    let notes = report.notes.iter();
    document.list(notes.map(|placed| line_of(report, placed)).collect());
}

/// "C 1017–1421 “…”: what the reader says (what is to be known of the place)".
fn line_of(report: &Report<'_>, placed: &Placed) -> Line {
    let note = &placed.note;
    let mut line = vec![match placed.place() {
        Some(place) => Piece::Place(report.citation(place), place),
        None => Piece::Text(format!("{} ({})", note.article, note.file)),
    }];
    let words = one_line(&note.quote.exact);
    line.push(Piece::Text(format!(" \u{201c}{words}\u{201d}")));
    if note.text.is_empty() {
        line.push(Piece::Text(": bookmark".to_string()));
    } else {
        line.push(Piece::Text(": ".to_string()));
        line.push(Piece::Strong(note.text.clone()));
    }
    if let Some(caveat) = placed.how.caveat() {
        line.push(Piece::Text(format!(" ({caveat})")));
    }
    line
}
