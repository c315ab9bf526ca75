//! Voices as screens show them: a word, a sign that can be told without colour, a face.

use ratatui::style::{Modifier, Style};

use super::paint::{Run, run};
use crate::framing::Voice;
use crate::framing::table::Counts;
use crate::tui::theme::Theme;

/// A voice as a reader of news would say it.
#[must_use]
pub fn in_words(voice: Voice) -> &'static str {
    match voice {
        Voice::Narrator => "own voice",
        Voice::Direct => "quoted",
        Voice::Indirect => "reported",
        Voice::Term => "in marks",
        Voice::Insertion => "inserted",
    }
}

/// One cell a place: the fuller, the nearer to the outlet's own voice.
#[must_use]
pub fn sign(voice: Voice) -> &'static str {
    match voice {
        Voice::Narrator => "\u{2588}",
        Voice::Direct => "\u{2592}",
        Voice::Indirect => "\u{2591}",
        Voice::Term => "\u{201c}",
        Voice::Insertion => "[",
    }
}

/// The outlet's own voice stands out, a reported one steps back.
#[must_use]
pub fn face(theme: &Theme, voice: Voice) -> Style {
    match voice {
        Voice::Narrator => theme.absent.0,
        Voice::Direct | Voice::Term => theme.text.0,
        Voice::Indirect | Voice::Insertion => theme.dim.0,
    }
}

/// A bar of at most `room` cells, `most` places filling it: one cell a place where they all fit.
#[must_use]
pub fn bar(theme: &Theme, counts: Counts, room: usize, most: usize) -> Vec<Run> {
    let most = most.max(room).max(1);
    let mut runs = Vec::new();
    let (mut drawn, mut counted) = (0, 0);
    for voice in Voice::ALL {
        counted += counts.of(voice);
        // Reckoned from the sum, so that roundings do not add up; a voice that speaks is seen.
        let end = (counted * room).div_ceil(most).min(room);
        if counts.of(voice) > 0 {
            runs.push(run(sign(voice).repeat(end - drawn), face(theme, voice)));
        }
        drawn = end;
    }
    runs
}

/// "3 own voice, 2 quoted".
#[must_use]
pub fn counted(counts: Counts) -> String {
    let voices: Vec<String> = Voice::ALL
        .iter()
        .filter(|voice| counts.of(**voice) > 0)
        .map(|voice| format!("{} {}", counts.of(*voice), in_words(*voice)))
        .collect();
    if voices.is_empty() {
        "not found".to_string()
    } else {
        voices.join(", ")
    }
}

/// What the signs mean, for a bar: the signs look as they do elsewhere, also where the bar is what
/// is reversed.
#[must_use]
pub fn legend(theme: &Theme) -> Vec<Run> {
    let mut runs = Vec::new();
    for voice in Voice::ALL {
        let face = face(theme, voice).remove_modifier(Modifier::REVERSED);
        runs.push(run(sign(voice), face));
        runs.push(run(format!(" {}  ", in_words(voice)), theme.bar));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Depth;

    fn drawn(voices: &[Voice], room: usize, most: usize) -> String {
        let theme = Theme::named("dark", Depth::True).unwrap();
        let mut counts = Counts::default();
        for voice in voices {
            counts.add(*voice);
        }
        let runs = bar(&theme, counts, room, most);
        runs.iter().map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn a_cell_is_a_place_where_all_fit() {
        use Voice::{Direct, Insertion, Narrator, Term};
        let voices = [Direct, Narrator, Insertion, Narrator, Term];
        assert_eq!(drawn(&voices, 8, 5), "\u{2588}\u{2588}\u{2592}\u{201c}[");
        assert_eq!(drawn(&[Narrator; 12], 4, 12), "\u{2588}".repeat(4));
        assert_eq!(drawn(&[Narrator; 3], 4, 12), "\u{2588}");
        assert_eq!(drawn(&[], 4, 12), "");
    }
}
