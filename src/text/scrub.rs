//! Any text made fit to show (rule 3: hostile text stays text).
//!
//! Articles come from anywhere, and a terminal, a clipboard or a page obeys what it is sent. Every
//! string that came from outside passes through this file before it reaches one. Nothing is
//! silently kept that could move a cursor, reorder a line or hide a word:
//!
//! * control characters become the pictures that Unicode has for them (`␛`), tabs four blanks;
//! * directional overrides and isolates, zero-width, private-use and unassigned-by-design code
//!   points become `␦`;
//! * characters that only advise a renderer — soft hyphens, variation selectors, joiners between
//!   letters that are not ASCII — are not shown at all; every kind of blank becomes a plain one;
//! * a letter keeps at most four combining marks, and a mark without a letter gets a `◌`.
//!
//! Arabic and Hebrew stay in logical order. Offsets are not lost: [`shown`] pairs each piece with
//! its place in the original.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::simple::{is_printable, is_printable_ascii, is_simple};
use crate::story::Span;

/// Stands for a code point that must not be shown as it is.
pub const STAND_IN: char = '\u{2426}';

/// Combining marks kept on one letter; Vietnamese and pointed Hebrew need three.
const MARKS_KEPT: usize = 4;

/// The text on one line, fit to show: line breaks become `␊`.
#[must_use]
pub fn scrub(text: &str) -> Cow<'_, str> {
    if is_simple(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(shown(text).map(|piece| piece.text).collect())
}

/// The text fit to show with its line breaks kept, for a report or a pipe.
#[must_use]
pub fn scrub_lines(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| is_printable(byte) || byte == b'\n') {
        return Cow::Borrowed(text);
    }
    let lines: Vec<Cow<'_, str>> = text.lines().map(scrub).collect();
    let mut joined = lines.join("\n");
    if text.ends_with('\n') {
        joined.push('\n');
    }
    Cow::Owned(joined)
}

/// One grapheme cluster as it may be shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown<'a> {
    /// Its bytes in the original.
    pub span: Span,
    /// What to show; empty for a character that only advises a renderer.
    pub text: Cow<'a, str>,
}

/// The text cluster by cluster. The spans follow one another without a gap.
pub fn shown(text: &str) -> impl Iterator<Item = Shown<'_>> {
    text.grapheme_indices(true).map(|(start, cluster)| Shown {
        span: Span::new(start, start + cluster.len()),
        text: scrub_cluster(cluster),
    })
}

fn scrub_cluster(cluster: &str) -> Cow<'_, str> {
    if is_printable_ascii(cluster) || is_harmless_letter(cluster) {
        return Cow::Borrowed(cluster);
    }
    if cluster == "\r\n" {
        return Cow::Borrowed("\u{240a}");
    }
    let mut fit = String::with_capacity(cluster.len());
    let mut marks = 0;
    for letter in cluster.chars() {
        if is_mark(letter) {
            marks += 1;
            if fit.is_empty() {
                fit.push('\u{25cc}');
            }
            if marks <= MARKS_KEPT {
                fit.push(letter);
            }
        } else if is_joiner(letter) {
            let between = fit
                .chars()
                .next_back()
                .is_some_and(|c| !c.is_ascii() && c != STAND_IN);
            if !between {
                fit.push(STAND_IN);
            }
        } else {
            marks = 0;
            push_fit(letter, &mut fit);
        }
    }
    Cow::Owned(fit)
}

/// A single letter outside ASCII that needs no looking into: the common case in news.
fn is_harmless_letter(cluster: &str) -> bool {
    let mut letters = cluster.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => {
            letter.is_alphanumeric() && !is_unseen(letter) && !is_filler(letter)
        }
        _ => false,
    }
}

fn push_fit(letter: char, fit: &mut String) {
    match letter {
        '\t' => fit.push_str("    "),
        '\u{2028}' | '\u{2029}' | '\u{85}' => fit.push('\u{240a}'),
        '\u{0}'..='\u{1f}' => {
            fit.push(char::from_u32(0x2400 + u32::from(letter)).unwrap_or(STAND_IN))
        }
        '\u{7f}' => fit.push('\u{2421}'),
        '\u{3000}' => fit.push_str("  "),
        '\u{ad}' => {}
        _ if is_variation_selector(letter) => {}
        _ if letter.is_whitespace() => fit.push(' '),
        _ if must_not_show(letter)
            || (is_unseen(letter) && !fit.ends_with(char::is_alphabetic)) =>
        {
            fit.push(STAND_IN)
        }
        _ => fit.push(letter),
    }
}

/// A mark that takes no room of its own: it stands on the letter before it.
fn is_mark(letter: char) -> bool {
    is_combining_mark(letter)
        && is_unseen(letter)
        && !is_variation_selector(letter)
        && !must_not_show(letter)
}

/// No column is its own. Rightly so for the second and third part of a Korean syllable.
fn is_unseen(letter: char) -> bool {
    letter.width().unwrap_or(0) == 0
}

fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

fn is_variation_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{180b}'..='\u{180d}' | '\u{180f}')
}

/// Letters by their category that show nothing.
fn is_filler(letter: char) -> bool {
    matches!(
        letter,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{17b4}' | '\u{17b5}'
    )
}

fn must_not_show(letter: char) -> bool {
    letter.is_control()
        || is_filler(letter)
        || matches!(letter,
            // Directional marks, embeddings, overrides, isolates.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            // Zero width.
            | '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}'
            // Interlinear annotation, tags, musical and shorthand format controls.
            | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{1bca0}'..='\u{1bca3}'
            // Private use and noncharacters.
            | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(letter) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn escapes_become_pictures() {
        assert_eq!(
            scrub("\u{1b}[2J\u{7}\u{9b}31m"),
            "\u{241b}[2J\u{2407}\u{2426}31m"
        );
        assert_eq!(scrub("a\tb\r\nc\u{2028}d"), "a    b\u{240a}c\u{240a}d");
    }

    #[test]
    fn what_reorders_or_hides_is_seen() {
        assert_eq!(scrub("safe\u{202e}gpj.exe"), "safe\u{2426}gpj.exe");
        assert_eq!(
            scrub("ter\u{200b}ror \u{e000}\u{e0041}"),
            "ter\u{2426}ror \u{2426}\u{2426}"
        );
        assert_eq!(scrub("a\u{200d}b"), "a\u{2426}b");
    }

    #[test]
    fn good_text_stays() {
        for text in [
            "\u{201c}what\u{2019}s\u{2026}\u{201d} \u{2014} Hm\u{e9}im\u{ed}m",
            "\u{4e2d}\u{6587}",
            "\u{5e9}\u{5b8}\u{5c1}",
        ] {
            assert_eq!(scrub(text), text);
        }
        assert_eq!(
            scrub("views,\u{a0}said co\u{ad}operate"),
            "views, said cooperate"
        );
        assert_eq!(
            scrub("\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645}"),
            "\u{645}\u{6cc}\u{62e}\u{648}\u{627}\u{647}\u{645}"
        );
    }

    #[test]
    fn piled_marks_are_cut_and_a_lone_mark_gets_a_letter() {
        let piled = format!("e{}", "\u{301}".repeat(50));
        assert_eq!(scrub(&piled).chars().count(), 5);
        assert_eq!(scrub("\u{301}"), "\u{25cc}\u{301}");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(scrub_lines("a\u{1b}\nb\n"), "a\u{241b}\nb\n");
    }

    proptest! {
        #[test]
        fn nothing_that_acts_comes_through(text in any::<String>()) {
            let fit = scrub(&text);
            prop_assert!(!fit.chars().any(|c| c.is_control() || must_not_show(c)));
            prop_assert_eq!(scrub(&fit), fit.clone());
        }

        #[test]
        fn every_byte_has_its_piece(text in any::<String>()) {
            let mut at = 0;
            for piece in shown(&text) {
                prop_assert_eq!(piece.span.start(), at);
                at = piece.span.end();
                prop_assert!(piece.text.is_empty() || piece.text.width() > 0);
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
