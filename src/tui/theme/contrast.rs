//! How far text stands out from its ground: the W3C's measure.

use std::fmt;

use ratatui::style::{Color, Modifier};

use super::face::{Face, Faces};

/// Text is to reach this.
pub const LEAST: f64 = 4.5;

/// A face whose words hardly stand out.
#[derive(Clone, PartialEq, Debug)]
pub struct Faint {
    /// As a theme's file names it.
    pub face: &'static str,
    pub letters: Color,
    pub ground: Color,
    pub ratio: f64,
}

impl fmt::Display for Faint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Faint {
            face,
            letters,
            ground,
            ratio,
        } = self;
        // Rounded down: what is too little shall not read as enough.
        let ratio = (ratio * 10.0).floor() / 10.0;
        let [letters, ground] = [letters, ground].map(|one| one.to_string().to_lowercase());
        write!(f, "{face} {letters} on {ground} ({ratio}:1)")
    }
}

/// The faces that carry words and hardly stand out from what is behind them, as far as that is written
/// out: what a terminal's own colours are is not known.
#[must_use]
pub fn faint(faces: &Faces, ground: Color) -> Vec<Faint> {
    let text = faces.text.0.fg;
    let named = faces.named().into_iter();
    named
        .filter(|(name, _)| *name != "border")
        .filter_map(|(face, Face(style))| {
            let mut pair = [style.fg.or(text)?, style.bg.unwrap_or(ground)];
            if style.add_modifier.contains(Modifier::REVERSED) {
                pair.reverse();
            }
            let [letters, ground] = pair;
            let ratio = contrast(letters, ground)?;
            (ratio < LEAST).then_some(Faint {
                face,
                letters,
                ground,
                ratio,
            })
        })
        .collect()
}

/// The ratio of two colours; `None` where one is the terminal's own.
#[must_use]
pub fn contrast(a: Color, b: Color) -> Option<f64> {
    let (a, b) = (luminance(a)?, luminance(b)?);
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

fn luminance(color: Color) -> Option<f64> {
    let Color::Rgb(r, g, b) = color else {
        return None;
    };
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    Some(0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b))
}
