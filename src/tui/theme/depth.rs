//! The colours that a terminal has, and colours brought down to them.

use ratatui::style::Color;

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

impl Depth {
    /// Whether colours are shown as they are written, or nearly.
    #[must_use]
    pub fn is_as_written(self) -> bool {
        matches!(self, Depth::True | Depth::Indexed)
    }
}

/// A colour as a terminal of this depth shows it; `None` where it shows none.
#[must_use]
pub fn brought_down(color: Color, depth: Depth) -> Option<Color> {
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

    #[test]
    fn colours_are_brought_down_to_the_nearest() {
        assert_eq!(nearest_indexed(255, 255, 255), 231);
        assert_eq!(nearest_indexed(0x12, 0x12, 0x12), 233);
        assert_eq!(nearest_indexed(0xff, 0xaf, 0x5f), 215);
        assert_eq!(nearest_named(250, 250, 90), Color::LightYellow);
    }
}
