//! A comparison written out.
//!
//! Every form is a pure function of a [`Report`] — a story, its comparison and the options it was made
//! with: run again with the same inputs and version, it gives the same bytes, and it carries what is
//! needed to do so (version, options, lexicons and texts with their hashes).
//!
//! * `json` — the contract for other programs, whose schema is [`JSON_SCHEMA`].
//! * `content` makes a `document` of what a report says; `plain`, `markdown` and `html` are its faces.
//! * [`tables`] — rows for spreadsheets and pipes; [`forms`] writes them.
//! * `framing` — the part of it about concepts and labels.
//! * `annotations` — the places as W3C Web Annotations.
//!
//! Text of articles goes out through one function a face, which scrubs and escapes it.

mod annotations;
mod content;
mod document;
pub mod forms;
mod framing;
mod html;
mod json;
mod markdown;
mod pairwise;
mod plain;
mod provenance;
mod speech_tables;
pub mod tables;
mod view;

pub use annotations::annotations;
pub use content::{Part, Section, Wanted};
pub use html::html;
pub use json::{SCHEMA, json};
pub use markdown::{markdown, markdown_quotations};
pub use plain::{plain, plain_diff, plain_sections};
pub use provenance::provenance;
pub use view::Report;

/// The JSON Schema of the JSON report (draft 2020-12).
pub const JSON_SCHEMA: &str = include_str!("../../assets/report.schema.json");
