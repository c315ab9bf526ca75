//! The drawn screen brought down to ASCII, for terminals and fonts without the other signs.
//!
//! Done last, on the cells: whatever draws need not know. A sign with a likeness in ASCII takes it,
//! a letter with an accent loses the accent, anything else becomes "?"; no cell changes its width.

use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;

use super::widgets::paint::CUT;

/// Signs and what stands for them.
const LIKE: &[(&str, char)] = &[
    // What is thick is what has the keys, or is in view: it must not look like the rest.
    ("\u{2503}", 'I'),
    ("\u{2501}", '='),
    ("\u{2502}\u{2595}\u{258f}\u{2551}\u{2506}\u{250a}", '|'),
    (
        "\u{2500}\u{2014}\u{2013}\u{2010}\u{2011}\u{2012}\u{2015}\u{2212}\u{2550}\u{2504}\u{2508}",
        '-',
    ),
    (
        "\u{250f}\u{2513}\u{2517}\u{251b}\u{2523}\u{252b}\u{2533}\u{253b}\u{254b}\u{250c}\u{2510}\u{2514}\u{2518}\u{251c}\u{2524}\u{252c}\u{2534}\u{253c}\u{256d}\u{256e}\u{256f}\u{2570}",
        '+',
    ),
    ("\u{2588}\u{2593}\u{25a0}\u{2587}\u{2586}", '#'),
    // Words quoted must not look like the outlet's own.
    ("\u{2592}", '%'),
    ("\u{2581}\u{2582}", '.'),
    ("\u{2583}\u{2584}\u{2585}", ':'),
    ("\u{22ef}", '~'),
    ("\u{21c4}", '&'),
    // Beside a passage's "P7" a paragraph is no P.
    ("\u{b6}", '#'),
    ("\u{2590}\u{258c}\u{2591}\u{25a1}\u{25aa}", ':'),
    ("\u{201c}\u{201d}\u{201e}\u{00ab}\u{00bb}", '"'),
    ("\u{2018}\u{2019}\u{201a}\u{2039}\u{203a}", '\''),
    ("\u{2026}", '~'),
    ("\u{00b7}", '.'),
    ("\u{2022}\u{2219}\u{25cf}\u{25cb}", '*'),
    ("\u{2192}\u{25b6}\u{25b8}\u{203a}\u{21b3}", '>'),
    ("\u{2190}\u{25c0}\u{25c2}", '<'),
    ("\u{2191}\u{25b2}", '^'),
    ("\u{2193}\u{25bc}", 'v'),
    ("\u{25c6}", '#'),
    // Beside a word in the margin: no letter, or it would be the word's.
    ("\u{25c7}", '+'),
    ("\u{2205}", '0'),
    ("\u{2260}", '!'),
    ("\u{2248}\u{2261}", '='),
    ("\u{00d7}", 'x'),
    ("\u{2713}\u{2714}", 'y'),
    ("\u{21aa}\u{21b5}", '\\'),
    ("\u{00a0}", ' '),
];

/// Figures as notes have them.
const RAISED: &str = "\u{b9}\u{b2}\u{b3}\u{2070}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}";

/// The sign of a cut line.
const CUT_LINE: char = '\u{2026}';
/// The same in ASCII, as pagers have it: an ellipsis of the text's own has another.
const CUT_LINE_IN_ASCII: char = '>';

/// The last step of drawing a screen: cut lines get their sign, and where the reader wants nothing
/// but ASCII, nothing else is left in the cells.
pub fn finish(buf: &mut Buffer, ascii: bool) {
    let mut after_figure = false;
    for cell in &mut buf.content {
        let raised = cell
            .symbol()
            .starts_with(|sign: char| RAISED.contains(sign));
        match cell.symbol() {
            // The number of a note behind one of the text: "2012" with a 3 is no year.
            _ if ascii && raised && after_figure => {
                cell.set_char('*');
            }
            symbol if symbol.is_ascii() => {}
            CUT => {
                cell.set_char(if ascii { CUT_LINE_IN_ASCII } else { CUT_LINE });
            }
            symbol if ascii => {
                let like = likeness(symbol);
                cell.set_char(like);
            }
            _ => {}
        }
        if !raised {
            after_figure = cell
                .symbol()
                .starts_with(|sign: char| sign.is_ascii_digit());
        }
    }
}

fn likeness(cluster: &str) -> char {
    let Some(first) = cluster.chars().next() else {
        return ' ';
    };
    // What stands for a letter that is not let through, as terminals write control characters.
    if ('\u{2400}'..='\u{2426}').contains(&first) {
        return '^';
    }
    let sign = LIKE.iter().find(|(signs, _)| signs.contains(first));
    match sign {
        Some((_, like)) => *like,
        None => std::iter::once(first)
            .nfkd()
            .next()
            .filter(|base| base.is_ascii_graphic())
            .unwrap_or('?'),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{drawn, press, room};
    use super::*;

    #[test]
    fn signs_have_their_likeness() {
        let got: String = ["\u{201c}", "\u{e9}", "e\u{301}", "\u{4e2d}", "\u{2026}"]
            .map(likeness)
            .iter()
            .collect();
        assert_eq!(got, "\"ee?~");
        assert_eq!(["\u{241b}", "\u{2426}"].map(likeness), ['^', '^']);
    }

    #[test]
    fn a_cut_line_and_an_ellipsis_of_the_text_are_told_apart() {
        use super::super::widgets::paint;
        use ratatui::layout::Rect;
        use ratatui::style::Style;
        let drawn = |ascii| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
            let area = buf.area;
            paint::text(&mut buf, area, "a\u{2026} line", Style::new());
            finish(&mut buf, ascii);
            buf.content()
                .iter()
                .map(|cell| cell.symbol())
                .collect::<String>()
        };
        assert_eq!(drawn(true), "a~ li>");
        assert_eq!(drawn(false), "a\u{2026} li\u{2026}");
    }

    #[test]
    fn the_number_of_a_note_does_not_become_part_of_a_figure() {
        use super::super::widgets::paint;
        use ratatui::layout::Rect;
        use ratatui::style::Style;
        let drawn = |words: &str| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 16, 1));
            let area = buf.area;
            paint::text(&mut buf, area, words, Style::new());
            finish(&mut buf, true);
            let cells = buf.content().iter().map(|cell| cell.symbol());
            cells.collect::<String>().trim_end().to_string()
        };
        assert_eq!(drawn("in 2012\u{b9}\u{b2} the"), "in 2012** the");
        assert_eq!(drawn("9 km\u{b2}, the\u{b9}\u{b2}"), "9 km2, the12");
    }

    #[test]
    fn every_sign_that_the_room_draws_has_a_likeness() {
        for keys in [
            "] f f",
            "t",
            "L",
            "2",
            "3",
            "4 Tab Enter",
            "5",
            "6",
            "? G",
            "O",
            ": x",
        ] {
            let mut state = room(120, 40);
            press(&mut state, keys);
            let buf = drawn(&state);
            for cell in buf
                .content()
                .iter()
                .filter(|cell| !cell.symbol().is_ascii())
            {
                let likeness = likeness(cell.symbol());
                assert!(likeness != '?', "{keys}: {:?}", cell.symbol());
            }
        }
    }

    #[test]
    fn the_sign_of_a_label_is_no_letter_of_the_word_beside_it() {
        for sign in ["\u{25c6}", "\u{25c7}", "\u{25b8}", "\u{21b3}", "\u{2502}"] {
            assert!(likeness(sign).is_ascii_punctuation(), "{sign}");
        }
    }

    #[test]
    fn each_voice_has_a_sign_of_its_own() {
        use crate::framing::Voice;
        use crate::tui::widgets::voice::sign;
        let voices = [
            Voice::Narrator,
            Voice::Direct,
            Voice::Indirect,
            Voice::Term,
            Voice::Insertion,
        ];
        let signs: std::collections::BTreeSet<char> =
            voices.iter().map(|voice| likeness(sign(*voice))).collect();
        assert_eq!(signs.len(), voices.len(), "{signs:?}");
    }

    #[test]
    fn a_whole_screen_is_ascii() {
        for keys in ["]", "] Enter", "?"] {
            let mut state = room(120, 40);
            state.ascii = true;
            press(&mut state, keys);
            assert!(
                drawn(&state)
                    .content()
                    .iter()
                    .all(|cell| cell.symbol().is_ascii())
            );
        }
    }
}
