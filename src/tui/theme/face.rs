//! The faces of a theme: one style for each part of the screen, as a theme's file writes it.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::depth::{Depth, brought_down};

macro_rules! faces {
    ($($(#[$about:meta])* $face:ident),+ $(,)?) => {
        /// One style for each part of the screen.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Faces {
            $($(#[$about])* pub $face: Face,)+
            /// Passages take these in turn.
            pub(super) passage: Vec<Face>,
        }

        /// The faces that a reader's theme has otherwise than the theme it is based on.
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct Changes {
            $($face: Option<Face>,)+
            passage: Option<Vec<Face>>,
        }

        impl Faces {
            /// These, with what a reader's theme says otherwise.
            pub(super) fn changed(mut self, changes: Changes) -> Faces {
                $(if let Some(face) = changes.$face {
                    self.$face = face;
                })+
                if let Some(passage) = changes.passage {
                    self.passage = passage;
                }
                self
            }

            /// Every face with its name in a theme's file.
            pub(super) fn named(&self) -> Vec<(&'static str, Face)> {
                let mut named = vec![$((stringify!($face), self.$face)),+];
                named.extend(self.passage.iter().map(|face| ("passage", *face)));
                named
            }

            /// Every face.
            pub(super) fn each(&mut self) -> impl Iterator<Item = &mut Face> {
                [$(&mut self.$face),+].into_iter().chain(&mut self.passage)
            }
        }
    };
}

faces! {
    text,
    /// Said once more softly: dates, counts, reasons.
    dim,
    border,
    bar,
    bar_title,
    bar_active,
    hint_key,
    headline,
    standfirst,
    crosshead,
    caption,
    furniture,
    /// The siglum of the focused article.
    focus,
    unfocused,
    /// The event guard.
    warning,
    message,
    error,
    /// Laid over the passage in hand.
    selected,
    /// Laid over the line of a list.
    cursor,
    changed,
    /// The sign for "nothing here".
    absent,
    current_variant,
    /// A label of the chosen framing in the outlet's own voice.
    label_own,
    /// The same in another's voice.
    label_other,
    /// Another label of the chosen concept.
    label_rest,
    /// A place that a count was opened at.
    place,
    /// The one of them in hand.
    place_current,
    found,
    found_current,
    lens,
}

/// A style as a theme writes it.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(try_from = "FaceSpec")]
pub struct Face(pub Style);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaceSpec {
    fg: Option<String>,
    bg: Option<String>,
    #[serde(default)]
    mods: Vec<Mod>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Mod {
    Bold,
    Dim,
    Italic,
    Underlined,
    Reversed,
    /// Stands out of what is reversed around it.
    NotReversed,
}

impl From<Face> for Style {
    fn from(face: Face) -> Self {
        face.0
    }
}

impl TryFrom<FaceSpec> for Face {
    type Error = String;

    fn try_from(spec: FaceSpec) -> Result<Self, String> {
        let mut style = Style::new();
        style.fg = spec.fg.as_deref().map(color).transpose()?;
        style.bg = spec.bg.as_deref().map(color).transpose()?;
        for modifier in spec.mods {
            style = match modifier {
                Mod::Bold => style.add_modifier(Modifier::BOLD),
                Mod::Dim => style.add_modifier(Modifier::DIM),
                Mod::Italic => style.add_modifier(Modifier::ITALIC),
                Mod::Underlined => style.add_modifier(Modifier::UNDERLINED),
                Mod::Reversed => style.add_modifier(Modifier::REVERSED),
                Mod::NotReversed => style.remove_modifier(Modifier::REVERSED),
            };
        }
        Ok(Face(style))
    }
}

/// Reads a colour.
pub(super) fn color(text: &str) -> Result<Color, String> {
    text.parse().map_err(|_| {
        format!("\"{text}\" is no colour: write \"#rrggbb\" or a name such as \"light-blue\"")
    })
}

impl Faces {
    /// These in the colours that the terminal has.
    #[must_use]
    pub(super) fn brought_down(&self, depth: Depth) -> Faces {
        let mut faces = self.clone();
        for face in faces.each() {
            face.0.fg = face.0.fg.and_then(|color| brought_down(color, depth));
            face.0.bg = face.0.bg.and_then(|color| brought_down(color, depth));
        }
        faces
    }
}
