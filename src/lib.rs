//! `rashomon`: a reading room for comparing how news outlets tell the same story.
//!
//! The map of the house, in the order in which its arrows run; no room reaches up.
//!
//! * [`story`] — one event, several witnesses: articles, blocks, spans, sigla, and the basis of
//!   whatever is held about them.
//! * [`text`] — an article's text cut into words and sentences.
//! * [`ingest`] — bytes to articles: decoding, formats, furniture, metadata, manifests, and the
//!   bundled story.
//! * [`passage`] — text reuse: the stretches that articles share.
//! * [`event`] — the event guard: do two articles tell the same event?
//! * [`collation`] — the witnesses of a passage side by side, word by word.
//! * [`quotation`] — who said what, and how faithfully each outlet carries it.
//! * [`framing`] — what each outlet calls the same thing, and in whose voice.
//! * [`coverage`] — who carries what, and what is not found where.
//! * [`comparison`] — all of these in their order: `Story → Comparison`, a pure function.
//! * [`notes`] — the reader's bookmarks and notes, which find their words again.
//! * [`report`] — a comparison written out: JSON, plain text and more.
//! * [`config`] — what the reader may set, and where each setting comes from.
//! * [`tui`] — the reading room itself: state, actions, screens, terminal.
//! * [`memory`] — how the program holds memory; above no room, and any may ask it to give back.
//! * [`cli`] — the command line; `main.rs` only calls it.
//!
//! Four rules hold everywhere: every claim has a place (an article and a [`story::Span`]); the
//! engine knows no terminal and the terminal does no analysis; hostile text stays text; the words
//! are honest (no bias scores, no "copied from", no "hides").

pub mod cli;
pub mod collation;
pub mod comparison;
pub mod config;
pub mod coverage;
pub mod event;
pub mod framing;
pub mod ingest;
pub mod memory;
pub mod notes;
pub mod passage;
pub mod quotation;
pub mod report;
pub mod story;
pub mod text;
pub mod tui;
