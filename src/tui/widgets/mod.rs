//! Pieces that several screens draw.

pub mod hints;
pub mod kwic;
pub mod list;
pub mod paint;
pub mod prose;
pub mod voice;
