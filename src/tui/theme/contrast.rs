//! How far text stands out from its ground: the W3C's measure, for tests.

use ratatui::style::Color;

/// Text is to reach this.
pub const LEAST: f64 = 4.5;

/// The ratio of two colours that are written out.
pub fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Whether a colour is written out, and not the terminal's own.
pub fn is_rgb(color: Color) -> bool {
    matches!(color, Color::Rgb(..))
}

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
