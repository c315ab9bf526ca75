//! A room without a terminal: keys in, a drawn screen out.
//!
//! The pictures of the README are made this way (`rashomon picture`), the frame is timed this way,
//! and whoever wants to see a screen can.

use std::sync::Arc;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use super::custom::Custom;
use super::keys::Chord;
use super::picture;
use super::state::State;
use super::theme::{Depth, Theme};
use super::update::{Event, handle};
use super::view::view;
use crate::comparison::Comparison;
use crate::story::Story;
use crate::tui::areas::whole;

/// A reading room that draws into memory.
pub struct Room {
    state: State,
}

impl Room {
    /// A room of so many columns and rows over a compared story.
    ///
    /// # Errors
    /// A theme that there is not.
    pub fn new(
        story: Story,
        comparison: Comparison,
        (width, height): (u16, u16),
        theme: &str,
    ) -> Result<Self, String> {
        let dark = Theme::named("dark", Depth::True).unwrap_or_else(|| unreachable!("shipped"));
        let size = Size::new(width, height);
        let mut state = State::new(Arc::new(story), size, dark, Depth::True);
        handle(&mut state, Event::Compared(Arc::new(comparison)));
        Room { state }.in_theme(theme, &Custom::default())
    }

    /// The room in a theme by its name, the reader's own among them; in its colours as they are written.
    ///
    /// # Errors
    /// A theme that there is not.
    pub fn in_theme(mut self, name: &str, custom: &Custom) -> Result<Self, String> {
        let theme = custom.themes.named(name, Depth::True).ok_or_else(|| {
            let names = custom.theme_names().join(", ");
            format!("there is no theme \"{name}\": choose one of {names}")
        })?;
        self.state.themes = custom.themes.clone();
        self.state.theme = theme;
        Ok(self)
    }

    /// The room drawn with the signs of ASCII alone, or with all.
    #[must_use]
    pub fn in_ascii(mut self, ascii: bool) -> Self {
        self.state.ascii = ascii;
        self
    }

    /// Presses keys, written as in `assets/keys.toml` and parted by blanks.
    ///
    /// # Errors
    /// What is no key.
    pub fn press(&mut self, keys: &str) -> Result<(), String> {
        for key in Chord::parse_all(keys)? {
            let (code, modifiers) = key.parts();
            handle(&mut self.state, Event::Key(KeyEvent::new(code, modifiers)));
        }
        Ok(())
    }

    /// The screen, drawn anew.
    #[must_use]
    pub fn draw(&self) -> Buffer {
        let size = self.state.size;
        let mut buf = Buffer::empty(whole(size));
        view(&self.state, &mut buf);
        buf
    }

    /// The screen as an SVG picture.
    #[must_use]
    pub fn svg(&self) -> String {
        picture::svg(&self.draw(), &self.state.theme)
    }
}
