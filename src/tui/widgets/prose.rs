//! Rows of prose with highlights.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::paint;
use crate::story::{BlockKind, Span};
use crate::tui::layouts::Layout;
use crate::tui::rows::columns_of_cluster;
use crate::tui::theme::Theme;

/// A style laid over a span of the article.
#[derive(Clone, Copy, Debug)]
pub struct Highlight {
    pub span: Span,
    pub style: Style,
}

/// How prose is drawn.
pub struct Look<'a> {
    pub theme: &'a Theme,
    /// Later ones over earlier ones.
    pub highlights: &'a [Highlight],
    /// Laid over an edit's words, and nothing else is.
    pub edit: Style,
    /// Laid over everything outside `bright`, when that is given.
    pub dimmed: Option<(Style, Span)>,
}

/// The face of a block's text.
#[must_use]
pub fn face(theme: &Theme, kind: BlockKind) -> Style {
    match kind {
        BlockKind::Headline => theme.headline.0,
        BlockKind::Standfirst => theme.standfirst.0,
        BlockKind::Crosshead => theme.crosshead.0,
        BlockKind::Body => theme.text.0,
        BlockKind::Caption => theme.caption.0,
        BlockKind::Byline => theme.dim.0,
        BlockKind::Furniture => theme.furniture.0,
    }
}

/// Draws the rows from `top` on, as many as the area has.
pub fn draw(buf: &mut Buffer, area: Rect, layout: &Layout, top: usize, look: &Look) {
    let rows = layout.rows.rows.iter().skip(top);
    let in_view: Vec<Highlight> = match (
        layout.rows.rows.get(top),
        layout
            .rows
            .rows
            .get(top + usize::from(area.height).saturating_sub(1))
            .or(layout.rows.rows.last()),
    ) {
        (Some(first), Some(last)) => {
            let view = first.origin.hull(last.origin);
            look.highlights
                .iter()
                .filter(|highlight| highlight.span.overlap(view) > 0)
                .copied()
                .collect()
        }
        _ => return,
    };
    for (y, row) in (area.top()..area.bottom()).zip(rows) {
        let Some(block) = row.block else { continue };
        let base = face(look.theme, layout.prose.blocks()[block].kind);
        let here: Vec<&Highlight> = in_view
            .iter()
            .filter(|highlight| highlight.span.overlap(row.origin) > 0)
            .collect();
        let mut origins = layout.prose.origins_from(row.shown.start);
        let mut x = area.x;
        for (offset, cluster) in layout.prose.shown()[row.shown.clone()].grapheme_indices(true) {
            let wide = u16::try_from(columns_of_cluster(cluster)).unwrap_or(2);
            if x + wide > area.right() {
                break;
            }
            let origin = origins.of(row.shown.start + offset);
            let mut style = base;
            if let Some((dim, bright)) = look.dimmed
                && !bright.contains(origin.offset)
                && !(origin.edit && origin.offset == bright.end())
            {
                style = dim;
            }
            if origin.edit {
                style = style.patch(look.edit);
            } else {
                for highlight in &here {
                    if highlight.span.contains(origin.offset) {
                        style = style.patch(highlight.style);
                    }
                }
            }
            paint::put(buf, x, y, cluster, wide, style);
            x += wide;
        }
    }
}
