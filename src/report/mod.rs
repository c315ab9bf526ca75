//! A comparison written out.
//!
//! Every form is a pure function of a story and its comparison: run again with the same inputs and
//! version, it gives the same bytes.

mod json;

pub use json::{SCHEMA, json};
