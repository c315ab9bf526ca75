//! One line of typed text, and the row that it takes.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{one_line, scrub};
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::theme::Theme;
use crate::tui::widgets::paint::{self, Run, row, run};

/// Longer input is cut: nobody types more, a paste may hold anything.
const MOST: usize = 500;

/// A line being typed. The cursor is always at its end: such lines are short.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Input {
    pub text: String,
    /// What stands there is from before: the first letter that is typed takes its place, any other
    /// key keeps it.
    from_before: bool,
}

impl Input {
    /// A line to be gone on with.
    #[must_use]
    pub fn of(text: String) -> Self {
        Input {
            text,
            from_before: false,
        }
    }

    /// A line in whose place another may be typed.
    #[must_use]
    pub fn from_before(text: String) -> Self {
        Input {
            text,
            from_before: true,
        }
    }

    /// The line as it is drawn: what gives way to the next letter stands out as chosen text does.
    #[must_use]
    pub fn shown(&self, theme: &Theme) -> Run {
        let face = match self.from_before {
            true => theme.bar_active,
            false => theme.bar_title,
        };
        run(self.text.as_str(), face)
    }

    /// Takes a key; tells whether the text changed.
    pub fn key(&mut self, event: KeyEvent) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        if !matches!(event.code, KeyCode::Char(_)) || control {
            self.from_before = false;
        }
        match event.code {
            KeyCode::Char('u') if control => {
                let had = !self.text.is_empty();
                self.text.clear();
                had
            }
            KeyCode::Char('w') if control => self.drop_word(),
            KeyCode::Char(letter) if !control && !event.modifiers.contains(KeyModifiers::ALT) => {
                self.paste(&letter.to_string());
                true
            }
            KeyCode::Backspace => self.drop_cluster(),
            _ => false,
        }
    }

    /// Takes pasted text, on one line.
    pub fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.from_before) {
            self.text.clear();
        }
        let line = one_line(text);
        let words = if text == " " { " " } else { line.as_str() };
        for cluster in scrub(words).graphemes(true) {
            if self.text.len() + cluster.len() > MOST {
                return;
            }
            self.text.push_str(cluster);
        }
    }

    fn drop_cluster(&mut self) -> bool {
        let Some((start, _)) = self.text.grapheme_indices(true).next_back() else {
            return false;
        };
        self.text.truncate(start);
        true
    }

    fn drop_word(&mut self) -> bool {
        let words = self.text.trim_end();
        let kept = words.rfind(' ').map_or(0, |at| at + 1);
        let had = !self.text.is_empty();
        self.text.truncate(kept);
        had
    }
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
        let before = Input {
            text: "magnet".to_string(),
            from_before: true,
        };
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
}
