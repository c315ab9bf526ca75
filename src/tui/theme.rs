//! Themes: what each part of the screen looks like, from `assets/themes/*.toml`.
//!
//! Colour never stands alone: what a theme colours is also marked by a glyph, a letter, bold or
//! underline, and the theme `none` has nothing else. Colours are written in full and brought down
//! to what the terminal can show when a theme is loaded. With `NO_COLOR` a theme must hold no
//! colour at all: the terminal library drops modifiers that follow one then.

use std::sync::{Arc, LazyLock};

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

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

/// How many colours the terminal shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// 16 million.
    True,
    /// 256.
    Indexed,
    /// 16 or fewer.
    Sixteen,
    /// None: `NO_COLOR` or `TERM=dumb`.
    None,
}

macro_rules! faces {
    ($($(#[$about:meta])* $face:ident),+ $(,)?) => {
        /// One style for each part of the screen.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Faces {
            $($(#[$about])* pub $face: Face,)+
            /// Passages take these in turn.
            passage: Vec<Face>,
        }

        /// The faces that a reader's theme has otherwise than the theme it is based on.
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct Changes {
            $($face: Option<Face>,)+
            passage: Option<Vec<Face>>,
        }

        impl Faces {
            fn changed(mut self, changes: Changes) -> Faces {
                $(if let Some(face) = changes.$face {
                    self.$face = face;
                })+
                if let Some(passage) = changes.passage {
                    self.passage = passage;
                }
                self
            }

            fn each(&mut self) -> impl Iterator<Item = &mut Face> {
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
#[serde(rename_all = "lowercase")]
enum Mod {
    Bold,
    Dim,
    Italic,
    Underlined,
    Reversed,
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
            style = style.add_modifier(match modifier {
                Mod::Bold => Modifier::BOLD,
                Mod::Dim => Modifier::DIM,
                Mod::Italic => Modifier::ITALIC,
                Mod::Underlined => Modifier::UNDERLINED,
                Mod::Reversed => Modifier::REVERSED,
            });
        }
        Ok(Face(style))
    }
}

fn color(text: &str) -> Result<Color, String> {
    text.parse().map_err(|_| {
        format!("\"{text}\" is no colour: write \"#rrggbb\" or a name such as \"light-blue\"")
    })
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

impl Faces {
    fn brought_down(&self, depth: Depth) -> Faces {
        let mut faces = self.clone();
        for face in faces.each() {
            face.0.fg = face.0.fg.and_then(|color| brought_down(color, depth));
            face.0.bg = face.0.bg.and_then(|color| brought_down(color, depth));
        }
        faces
    }
}

fn brought_down(color: Color, depth: Depth) -> Option<Color> {
    match (color, depth) {
        (_, Depth::None) => None,
        (Color::Rgb(r, g, b), Depth::Indexed) => Some(Color::Indexed(nearest_indexed(r, g, b))),
        (Color::Rgb(r, g, b), Depth::Sixteen) => Some(nearest_named(r, g, b)),
        (color, _) => Some(color),
    }
}

/// The nearest of the 240 fixed colours of a 256-colour terminal: its cube or its greys.
fn nearest_indexed(r: u8, g: u8, b: u8) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let step = |value: u8| -> u8 {
        (0u8..6)
            .min_by_key(|&at| STEPS[usize::from(at)].abs_diff(value))
            .unwrap_or(0)
    };
    let (sr, sg, sb) = (step(r), step(g), step(b));
    let cube = [sr, sg, sb].map(|at| STEPS[usize::from(at)]);
    let mean = (u32::from(r) + u32::from(g) + u32::from(b)) / 3;
    let grey_at = u8::try_from(mean.saturating_sub(3) / 10)
        .unwrap_or(23)
        .min(23);
    let grey = [8 + 10 * grey_at; 3];
    let far = |to: [u8; 3]| -> u32 {
        to.iter()
            .zip([r, g, b])
            .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2))
            .sum()
    };
    if far(grey) < far(cube) {
        232 + grey_at
    } else {
        16 + 36 * sr + 6 * sg + sb
    }
}

fn nearest_named(r: u8, g: u8, b: u8) -> Color {
    const NAMED: [(Color, [u8; 3]); 16] = [
        (Color::Black, [0, 0, 0]),
        (Color::Red, [170, 0, 0]),
        (Color::Green, [0, 170, 0]),
        (Color::Yellow, [170, 85, 0]),
        (Color::Blue, [0, 0, 170]),
        (Color::Magenta, [170, 0, 170]),
        (Color::Cyan, [0, 170, 170]),
        (Color::Gray, [170, 170, 170]),
        (Color::DarkGray, [85, 85, 85]),
        (Color::LightRed, [255, 85, 85]),
        (Color::LightGreen, [85, 255, 85]),
        (Color::LightYellow, [255, 255, 85]),
        (Color::LightBlue, [85, 85, 255]),
        (Color::LightMagenta, [255, 85, 255]),
        (Color::LightCyan, [85, 255, 255]),
        (Color::White, [255, 255, 255]),
    ];
    NAMED
        .into_iter()
        .min_by_key(|(_, rgb)| {
            rgb.iter()
                .zip([r, g, b])
                .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2))
                .sum::<u32>()
        })
        .map_or(Color::Reset, |(color, _)| color)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color) -> f64 {
        let Color::Rgb(r, g, b) = color else {
            panic!("{color:?} has no luminance of its own")
        };
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The W3C's measure for text, over every face that carries words.
    #[test]
    fn text_stands_out_from_its_ground() {
        let shipped = Themes::shipped();
        let files = shipped.0.iter().map(|named| (&named.name, &named.file));
        for (name, file) in files.filter(|(_, file)| is_rgb(file.ground)) {
            let mut faces = file.faces.clone();
            let text = faces.text.0;
            let selected = faces.selected.0.bg;
            let border = faces.border.0;
            let passages = faces.passage.clone();
            for face in faces.each().filter(|face| face.0 != border) {
                let ground = face.0.bg.unwrap_or(file.ground);
                let (Some(fg), true) = (face.0.fg.or(text.fg), is_rgb(ground)) else {
                    continue;
                };
                if is_rgb(fg) {
                    assert!(contrast(fg, ground) >= 4.5, "{name}: {face:?}");
                }
            }
            for face in passages {
                if let (Some(fg), Some(bg)) = (face.0.fg, selected)
                    && is_rgb(fg)
                {
                    assert!(contrast(fg, bg) >= 4.5, "{name}: {face:?} selected");
                }
            }
        }
    }

    fn is_rgb(color: Color) -> bool {
        matches!(color, Color::Rgb(..))
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
    fn colours_are_brought_down_to_the_nearest() {
        assert_eq!(nearest_indexed(255, 255, 255), 231);
        assert_eq!(nearest_indexed(0x12, 0x12, 0x12), 233);
        assert_eq!(nearest_indexed(0xff, 0xaf, 0x5f), 215);
        assert_eq!(nearest_named(250, 250, 90), Color::LightYellow);
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
}
