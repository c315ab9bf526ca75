//! A screen shown without a terminal: a session of keys played, what it comes to drawn.
//!
//! The pictures of the README are made this way, and so can anything be that wants to see a screen
//! (`rashomon picture`).

use std::sync::Arc;

use crossterm::event::{KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::keys::Chord;
use super::picture;
use super::state::State;
use super::theme::{Depth, Theme, Themes};
use super::update::{Event, handle};
use super::view::view;
use crate::comparison::Comparison;
use crate::story::Story;

/// What is to be shown.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    pub width: u16,
    pub height: u16,
    pub theme: &'a str,
    /// Keys pressed before the picture is taken, as in `keys.toml`, parted by blanks.
    pub keys: &'a str,
}

/// A picture of the room, as SVG.
///
/// # Errors
/// A theme or a key that there is not.
pub fn svg(story: Story, comparison: Comparison, scene: &Scene) -> Result<String, String> {
    let state = play(story, comparison, scene)?;
    let mut buf = Buffer::empty(Rect::new(0, 0, scene.width, scene.height));
    view(&state, &mut buf);
    Ok(picture::svg(&buf, &state.theme))
}

fn play(story: Story, comparison: Comparison, scene: &Scene) -> Result<State, String> {
    let theme = Theme::named(scene.theme, Depth::True).ok_or_else(|| {
        let themes = Themes::shipped();
        let names = themes.names();
        format!(
            "there is no theme \"{}\": choose one of {}",
            scene.theme,
            names.join(", ")
        )
    })?;
    let size = Size::new(scene.width, scene.height);
    let mut state = State::new(Arc::new(story), size, theme, Depth::True);
    handle(&mut state, Event::Compared(Arc::new(comparison)));
    for key in Chord::parse_all(scene.keys)? {
        let (code, modifiers): (_, KeyModifiers) = key.parts();
        handle(&mut state, Event::Key(KeyEvent::new(code, modifiers)));
    }
    Ok(state)
}
