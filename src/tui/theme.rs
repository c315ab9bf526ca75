//! Themes: what each part of the screen looks like, from `assets/themes/*.toml`.
//!
//! Colour never stands alone: what a theme colours is also marked by a glyph, a letter, bold or
//! underline, and the theme `none` has nothing else. Colours are written in full and brought down
//! to what the terminal can show when a theme is loaded. With `NO_COLOR` a theme must hold no
//! colour at all: the terminal library drops modifiers that follow one then.

pub(super) mod contrast;
mod depth;
mod face;

use std::sync::{Arc, LazyLock};

use ratatui::style::{Color, Style};
use serde::Deserialize;

pub use contrast::Faint;
pub use depth::Depth;
pub use face::Face;
use face::{Changes, Faces, color};

use crate::passage::PassageId;

/// The faces of one theme.
#[derive(Clone, Debug)]
pub struct Theme {
    pub name: Arc<str>,
    ground: Color,
    faces: Faces,
}

/// The themes that the reader can choose from.
#[derive(Clone, Debug)]
pub struct Themes(Vec<Arc<Named>>);

/// A theme of the table, before a terminal's colours are known.
#[derive(Debug)]
struct Named {
    name: Arc<str>,
    file: File,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What the theme expects behind it; text must stand out from it.
    #[serde(deserialize_with = "ground")]
    ground: Color,
    faces: Faces,
}

/// A theme of the reader's: what it does not say is as in the theme that it is based on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnTheme {
    #[serde(default = "dark")]
    based_on: String,
    ground: Option<String>,
    #[serde(default)]
    faces: Changes,
}

fn dark() -> String {
    "dark".to_string()
}

fn ground<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Color, D::Error> {
    color(&String::deserialize(from)?).map_err(serde::de::Error::custom)
}

macro_rules! shipped {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../assets/themes/", $name, ".toml")))),+]
    };
}

/// The themes that the program ships, in the order in which a key steps through them.
const SHIPPED: [(&str, &str); 5] = shipped!["dark", "light", "high-contrast", "sixteen", "none"];

/// The names of the themes that the program ships.
pub fn shipped_names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|(name, _)| *name)
}

/// A shipped theme as its file, for a reader's own to begin with; `None` where none has the name.
#[must_use]
pub fn to_begin_with(name: &str) -> Option<&'static str> {
    let mut shipped = SHIPPED.iter();
    shipped.find(|(own, _)| *own == name).map(|(_, text)| *text)
}

impl Themes {
    /// Those that the program ships.
    #[must_use]
    pub fn shipped() -> Themes {
        static THEMES: LazyLock<Themes> = LazyLock::new(|| {
            let named = SHIPPED.iter().map(|(name, text)| {
                Arc::new(Named {
                    name: Arc::from(*name),
                    file: toml::from_str(text).expect("assets/themes are checked by a test"),
                })
            });
            Themes(named.collect())
        });
        THEMES.clone()
    }

    /// These with one of the reader's, which takes the place of another of its name.
    ///
    /// # Errors
    /// What cannot be meant, with its byte offset where there is one.
    pub fn with(mut self, name: &str, text: &str) -> Result<Themes, (Option<usize>, String)> {
        let own: OwnTheme = toml::from_str(text).map_err(|error| {
            let at = error.span().map(|span| span.start);
            (at, error.message().to_string())
        })?;
        let base = self.file(&own.based_on).ok_or_else(|| {
            let names = self.names().join(", ");
            let message = format!("based_on = \"{}\": write one of {names}", own.based_on);
            (text.find("based_on"), message)
        })?;
        let ground = match own.ground {
            Some(written) => color(&written).map_err(|message| (text.find("ground"), message))?,
            None => base.ground,
        };
        let named = Arc::new(Named {
            name: Arc::from(name),
            file: File {
                ground,
                faces: base.faces.clone().changed(own.faces),
            },
        });
        match self.0.iter_mut().find(|other| *other.name == *name) {
            Some(other) => *other = named,
            None => self.0.push(named),
        }
        Ok(self)
    }

    /// Their names, in the order in which a key steps through them.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.0.iter().map(|named| &*named.name).collect()
    }

    /// A theme by its name, in the colours that the terminal has.
    #[must_use]
    pub fn named(&self, name: &str, depth: Depth) -> Option<Theme> {
        let named = self.0.iter().find(|named| *named.name == *name)?;
        Some(Theme {
            name: Arc::clone(&named.name),
            faces: named.file.faces.brought_down(depth),
            ground: named.file.ground,
        })
    }

    /// What of a theme is hard to read, in the colours that its file writes.
    #[must_use]
    pub fn faint(&self, name: &str) -> Vec<Faint> {
        self.file(name)
            .map_or_else(Vec::new, |file| contrast::faint(&file.faces, file.ground))
    }

    /// What is to be said when a theme is chosen of which something is hard to read: its file, the
    /// faces and their colours.
    #[must_use]
    pub fn warning(&self, name: &str) -> Option<String> {
        const TOLD: usize = 2;
        let faint = self.faint(name);
        let told: Vec<String> = faint.iter().take(TOLD).map(ToString::to_string).collect();
        let more = match faint.len().saturating_sub(TOLD) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        (!faint.is_empty()).then(|| {
            let told = told.join(", ");
            format!("Hard to read in themes/{name}.toml: {told}{more}")
        })
    }

    /// The theme after this one.
    #[must_use]
    pub fn after(&self, theme: &Theme, depth: Depth) -> Theme {
        let here = self.0.iter().position(|named| named.name == theme.name);
        let next = here.map_or(0, |at| (at + 1) % self.0.len());
        self.named(&self.0[next].name, depth)
            .unwrap_or_else(|| theme.clone())
    }

    fn file(&self, name: &str) -> Option<&File> {
        let named = self.0.iter().find(|named| *named.name == *name)?;
        Some(&named.file)
    }
}

impl Theme {
    /// A shipped theme by its name, in the colours that the terminal has.
    #[must_use]
    pub fn named(name: &str, depth: Depth) -> Option<Theme> {
        Themes::shipped().named(name, depth)
    }

    /// The ground that the theme expects of the terminal.
    #[must_use]
    pub fn ground(&self) -> Color {
        self.ground
    }

    /// The face of a passage: they take the theme's in turn.
    #[must_use]
    pub fn passage(&self, id: PassageId) -> Style {
        match self.faces.passage.len() {
            0 => Style::new(),
            faces => self.faces.passage[id.0 as usize % faces].0,
        }
    }
}

impl std::ops::Deref for Theme {
    type Target = Faces;

    fn deref(&self) -> &Faces {
        &self.faces
    }
}

#[cfg(test)]
mod tests {
    use super::contrast::{LEAST, contrast};
    use super::*;

    /// The W3C's measure for text, over every face that carries words.
    #[test]
    fn text_stands_out_from_its_ground() {
        let shipped = Themes::shipped();
        for Named { name, file } in shipped.0.iter().map(|named| &**named) {
            assert_eq!(shipped.faint(name), [], "{name}");
            let selected = file.faces.selected.0.bg;
            for face in &file.faces.passage {
                let pair = face.0.fg.zip(selected);
                if let Some(ratio) = pair.and_then(|(fg, bg)| contrast(fg, bg)) {
                    assert!(ratio >= LEAST, "{name}: {face:?} selected");
                }
            }
        }
    }

    #[test]
    fn what_is_hard_to_read_in_a_readers_theme_is_said_with_its_colours() {
        let text = "ground = \"#101010\"\n[faces]\ndim = { fg = \"#404040\" }\n\
                    found = { fg = \"#ffff00\", bg = \"#ffffff\" }\nborder = { fg = \"#202020\" }\n";
        let themes = Themes::shipped().with("mist", text).unwrap();
        let warning = themes.warning("mist").unwrap();
        for told in [
            "themes/mist.toml",
            "dim #404040 on #101010 (1.8:1)",
            "found #ffff00 on #ffffff",
        ] {
            assert!(warning.contains(told), "{warning}");
        }
        assert!(
            !warning.contains("border") && !warning.contains("more"),
            "{warning}"
        );
        // What a terminal makes of a name is not known.
        let named = Themes::shipped()
            .with("own", "[faces]\ndim = { fg = \"black\" }\n")
            .unwrap();
        assert_eq!(named.warning("own"), None);
        assert!(
            Themes::shipped()
                .names()
                .iter()
                .all(|name| themes.warning(name).is_none())
        );
    }

    #[test]
    fn no_colour_means_none() {
        for name in Themes::shipped().names() {
            let mut theme = Theme::named(name, Depth::None).unwrap();
            assert!(
                theme
                    .faces
                    .each()
                    .all(|face| face.0.fg.is_none() && face.0.bg.is_none())
            );
        }
        assert!(Theme::named("sepia", Depth::True).is_none());
    }

    #[test]
    fn themes_come_round() {
        let themes = Themes::shipped();
        let mut theme = Theme::named("dark", Depth::True).unwrap();
        for _ in 0..SHIPPED.len() {
            theme = themes.after(&theme, Depth::True);
        }
        assert_eq!(&*theme.name, "dark");
    }

    #[test]
    fn a_readers_theme_changes_what_it_says() {
        let text = "based_on = \"light\"\n[faces]\ntext = { fg = \"#101010\" }\n";
        let themes = Themes::shipped().with("ink", text).unwrap();
        let ink = themes.named("ink", Depth::True).unwrap();
        let light = themes.named("light", Depth::True).unwrap();
        assert_eq!(ink.text.0.fg, Some(Color::Rgb(16, 16, 16)));
        assert_eq!(ink.warning.0, light.warning.0);
        assert_eq!(themes.names().last(), Some(&"ink"));
        for bad in [
            "[faces]\ntxet = {}",
            "[faces]\ntext = { fg = \"#zz\" }",
            "based_on = \"sepia\"",
        ] {
            let (at, message) = Themes::shipped().with("bad", bad).unwrap_err();
            assert!(at.is_some() && !message.is_empty(), "{bad}");
        }
    }

    #[test]
    fn a_shipped_theme_can_be_begun_with() {
        for name in Themes::shipped().names() {
            let text = to_begin_with(name).unwrap();
            let themes = Themes::shipped().with("mine", text).unwrap();
            let mine = themes.named("mine", Depth::True).unwrap();
            let shipped = Theme::named(name, Depth::True).unwrap();
            assert_eq!(format!("{:?}", mine.faces), format!("{:?}", shipped.faces));
            assert_eq!(mine.ground(), shipped.ground());
        }
        assert!(to_begin_with("sepia").is_none());
    }
}
