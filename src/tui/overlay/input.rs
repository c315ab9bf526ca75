//! One line of typed text, and the row that it takes.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{one_line, scrub};
use crate::tui::areas::areas;
use crate::tui::rows::columns_of;
use crate::tui::state::State;
use crate::tui::theme::Theme;
use crate::tui::widgets::paint::{self, row};

/// Longer input is cut: nobody types more, a paste may hold anything.
const MOST: usize = 500;

/// A line being typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Input {
    pub text: String,
    /// The byte at which the next letter goes: between two clusters.
    at: usize,
    /// What stands there is from before: the first letter that is typed takes its place, any other
    /// key keeps it.
    from_before: bool,
}

impl Input {
    /// A line to be gone on with.
    #[must_use]
    pub fn of(text: String) -> Self {
        Input {
            at: text.len(),
            text,
            from_before: false,
        }
    }

    /// A line in whose place another may be typed.
    #[must_use]
    pub fn from_before(text: String) -> Self {
        Input {
            from_before: true,
            ..Input::of(text)
        }
    }

    /// Draws the line; gives where the terminal's cursor belongs. What gives way to the next letter
    /// stands out as chosen text does; of a line that is too long the part at the cursor is shown.
    pub fn draw(
        &self,
        theme: &Theme,
        face: impl Into<Style>,
        buf: &mut Buffer,
        area: Rect,
    ) -> Position {
        let face = match self.from_before {
            true => theme.bar_active.into(),
            false => face.into(),
        };
        let (text, column) = self.window(usize::from(area.width));
        paint::text(buf, area, &text, face);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        Position::new(area.x.saturating_add(column), area.y)
    }

    /// What is seen of the line in so many columns, and the cursor's column in it.
    fn window(&self, width: usize) -> (String, usize) {
        const CUT: &str = "\u{2026}";
        let before = &self.text[..self.at];
        if columns_of(before) < width {
            return (self.text.clone(), columns_of(before));
        }
        let mut starts = before.grapheme_indices(true).map(|(start, _)| start);
        let start = starts.find(|start| columns_of(&before[*start..]) + 2 <= width);
        let start = start.unwrap_or(self.at);
        let shown = format!("{CUT}{}", &self.text[start..]);
        let column = columns_of(CUT) + columns_of(&before[start..]);
        (shown, column.min(width.saturating_sub(1)))
    }

    /// Takes a key; tells whether the text changed.
    pub fn key(&mut self, event: KeyEvent) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let alt = event.modifiers.contains(KeyModifiers::ALT);
        if !matches!(event.code, KeyCode::Char(_)) || control {
            self.from_before = false;
        }
        let [start, end] = [0, self.text.len()];
        match event.code {
            KeyCode::Left if control || alt => self.go(self.word_before()),
            KeyCode::Right if control || alt => self.go(self.word_after()),
            KeyCode::Left => self.go(self.before()),
            KeyCode::Right => self.go(self.after()),
            KeyCode::Home => self.go(start),
            KeyCode::End => self.go(end),
            KeyCode::Char('a') if control => self.go(start),
            KeyCode::Char('e') if control => self.go(end),
            KeyCode::Char('u') if control => self.cut(start, end),
            KeyCode::Char('k') if control => self.cut(self.at, end),
            KeyCode::Char('w') if control => self.cut(self.word_before(), self.at),
            KeyCode::Char(letter) if !control && !alt => {
                self.paste(&letter.to_string());
                true
            }
            KeyCode::Backspace => self.cut(self.before(), self.at),
            KeyCode::Delete => self.cut(self.at, self.after()),
            _ => false,
        }
    }

    /// Takes pasted text, on one line.
    pub fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.from_before) {
            self.cut(0, self.text.len());
        }
        let line = one_line(text);
        let words = if text == " " { " " } else { line.as_str() };
        for cluster in scrub(words).graphemes(true) {
            if self.text.len() + cluster.len() > MOST {
                break;
            }
            self.text.insert_str(self.at, cluster);
            self.at += cluster.len();
        }
        self.settle();
    }

    /// Brings the cursor behind the cluster that what has changed beside it has made around it: a mark
    /// that combines joins what comes to stand before it.
    fn settle(&mut self) {
        let mut clusters = self.text.grapheme_indices(true);
        let around =
            clusters.find(|(start, cluster)| *start < self.at && self.at < start + cluster.len());
        if let Some((start, cluster)) = around {
            self.at = start + cluster.len();
        }
    }

    /// Moves the cursor, which changes no text.
    fn go(&mut self, at: usize) -> bool {
        self.at = at;
        false
    }

    /// Takes a stretch away; the cursor stands where it was.
    fn cut(&mut self, from: usize, to: usize) -> bool {
        self.text.replace_range(from..to, "");
        self.at = from;
        self.settle();
        from < to
    }

    /// Where the cluster before the cursor begins.
    fn before(&self) -> usize {
        let mut clusters = self.text[..self.at].grapheme_indices(true);
        clusters.next_back().map_or(0, |(start, _)| start)
    }

    /// Where the cluster at the cursor ends.
    fn after(&self) -> usize {
        let mut clusters = self.text[self.at..].graphemes(true);
        self.at + clusters.next().map_or(0, str::len)
    }

    /// Where the word before the cursor begins.
    fn word_before(&self) -> usize {
        let clusters = self.text[..self.at].grapheme_indices(true).rev();
        let mut word = clusters.skip_while(|(_, cluster)| is_blank(cluster));
        let blank = word.find(|(_, cluster)| is_blank(cluster));
        blank.map_or(0, |(start, blank)| start + blank.len())
    }

    /// Where the word at or after the cursor ends.
    fn word_after(&self) -> usize {
        let clusters = self.text[self.at..].grapheme_indices(true);
        let mut word = clusters.skip_while(|(_, cluster)| is_blank(cluster));
        let blank = word.find(|(_, cluster)| is_blank(cluster));
        blank.map_or(self.text.len(), |(start, _)| self.at + start)
    }
}

/// Whether a cluster parts words: a blank that a mark combines with is a letter.
fn is_blank(cluster: &str) -> bool {
    cluster.chars().all(char::is_whitespace)
}

/// The row that a line being typed takes, blank: that of the status line, the last one where there
/// is none.
#[must_use]
pub fn line(state: &State, buf: &mut Buffer) -> Rect {
    let status = areas(state).status;
    let line = if status.is_empty() {
        row(buf.area, buf.area.height.saturating_sub(1))
    } else {
        status
    };
    paint::blank(buf, line, state.theme.bar);
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_and_taking_back() {
        let mut input = Input::default();
        for letter in "al Nusra".chars() {
            input.key(KeyEvent::from(KeyCode::Char(letter)));
        }
        assert_eq!(input.text, "al Nusra");
        input.key(KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL));
        assert_eq!(input.text, "al ");
        input.paste("e\u{301}\n\u{1b}x");
        assert_eq!(input.text, "al e\u{301} \u{241b}x");
        for _ in 0..3 {
            input.key(KeyEvent::from(KeyCode::Backspace));
        }
        assert_eq!(input.text, "al e\u{301}");
    }

    #[test]
    fn what_is_from_before_gives_way_to_the_first_letter_and_to_no_other_key() {
        let before = Input::from_before("magnet".to_string());
        let typed = |codes: &[KeyCode]| {
            let mut input = before.clone();
            for code in codes {
                input.key(KeyEvent::from(*code));
            }
            input.text
        };
        assert_eq!(typed(&[KeyCode::Char('t'), KeyCode::Char('o')]), "to");
        assert_eq!(typed(&[KeyCode::Backspace, KeyCode::Char('r')]), "magner");
        assert_eq!(typed(&[KeyCode::Right, KeyCode::Char('s')]), "magnets");
        let mut pasted = before.clone();
        pasted.paste("ferry");
        assert_eq!(pasted.text, "ferry");
    }

    #[test]
    fn a_line_is_mended_where_the_cursor_is() {
        let typed = |codes: &[(KeyCode, KeyModifiers)]| {
            let mut input = Input::of("who cl\u{f3}sed it".to_string());
            for (code, modifiers) in codes {
                input.key(KeyEvent::new(*code, *modifiers));
            }
            input.key(KeyEvent::from(KeyCode::Char('|')));
            input.text
        };
        let (plain, control) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
        let letter = KeyCode::Char;
        for (codes, text) in [
            (vec![(KeyCode::Left, plain)], "who cl\u{f3}sed i|t"),
            (vec![(KeyCode::Left, control)], "who cl\u{f3}sed |it"),
            (vec![(KeyCode::Home, plain)], "|who cl\u{f3}sed it"),
            (
                vec![(KeyCode::Home, plain), (KeyCode::Right, control)],
                "who| cl\u{f3}sed it",
            ),
            (
                vec![(letter('a'), control), (KeyCode::Delete, plain)],
                "|ho cl\u{f3}sed it",
            ),
            (
                vec![(KeyCode::Left, control), (letter('w'), control)],
                "who |it",
            ),
            (
                vec![(KeyCode::Left, control), (letter('k'), control)],
                "who cl\u{f3}sed |",
            ),
            (
                vec![(KeyCode::Home, plain), (KeyCode::End, plain)],
                "who cl\u{f3}sed it|",
            ),
            (
                vec![(KeyCode::Home, plain), (KeyCode::Backspace, plain)],
                "|who cl\u{f3}sed it",
            ),
        ] {
            assert_eq!(typed(&codes), text);
        }
    }

    #[test]
    fn of_a_long_line_the_part_at_the_cursor_is_seen() {
        let mut input = Input::of("one two three four".to_string());
        assert_eq!(input.window(40), ("one two three four".to_string(), 18));
        assert_eq!(input.window(10), ("\u{2026}ree four".to_string(), 9));
        input.key(KeyEvent::from(KeyCode::Home));
        assert_eq!(input.window(10), ("one two three four".to_string(), 0));
        for width in 0..20 {
            let (_, column) = input.window(width);
            assert!(column <= width.saturating_sub(1), "{width}");
        }
    }

    proptest::proptest! {
        /// Whatever is typed, moved and taken away, the cursor stands between two clusters.
        #[test]
        fn the_cursor_stands_between_clusters(
            moves in proptest::collection::vec(0usize..15, 0..60),
            width in 0usize..30,
        ) {
            let mut input = Input::default();
            for step in moves {
                match step {
                    0 => { input.key(KeyEvent::from(KeyCode::Left)); }
                    1 => { input.key(KeyEvent::from(KeyCode::Right)); }
                    2 => { input.key(KeyEvent::from(KeyCode::Backspace)); }
                    3 => { input.key(KeyEvent::from(KeyCode::Delete)); }
                    4 => { input.key(KeyEvent::from(KeyCode::Home)); }
                    5 => { input.key(KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL)); }
                    6 => input.paste("e\u{301}"),
                    7 => input.paste("\u{301}"),
                    8 => input.paste("\u{1f469}\u{200d}\u{1f466}"),
                    9 => input.paste("\u{6e2f}"),
                    10 => input.paste(" "),
                    11 => { input.key(KeyEvent::new(KeyCode::Left, KeyModifiers::CONTROL)); }
                    12 => { input.key(KeyEvent::new(KeyCode::Right, KeyModifiers::CONTROL)); }
                    13 => input.paste("\u{600}"),
                    _ => input.paste("ab cd"),
                }
                let mut starts = input.text.grapheme_indices(true).map(|(start, _)| start);
                proptest::prop_assert!(
                    input.at == input.text.len() || starts.any(|start| start == input.at)
                );
                let (_, column) = input.window(width);
                proptest::prop_assert!(column <= width.saturating_sub(1));
            }
        }
    }
}
