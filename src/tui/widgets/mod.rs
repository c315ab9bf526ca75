//! Pieces that several screens draw.

pub mod paint;
pub mod prose;
