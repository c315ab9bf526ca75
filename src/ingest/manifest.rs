//! `story.toml`: a story with its outlets, dates and events, as the reader knows them.

use serde::Deserialize;

use crate::story::Basis;

/// A manifest as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    pub title: Option<String>,
    #[serde(default, rename = "article")]
    pub articles: Vec<Entry>,
}

/// One `[[article]]` of a manifest.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub file: String,
    pub siglum: Option<String>,
    pub outlet: Option<String>,
    pub outlet_basis: Option<BasisWord>,
    pub date: Option<toml::value::Datetime>,
    pub date_basis: Option<BasisWord>,
    pub event: Option<String>,
    pub url: Option<String>,
}

/// A basis in a manifest, where "unknown" may be written out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BasisWord {
    Stated,
    Supplied,
    Inferred,
    Unknown,
}

impl BasisWord {
    /// The basis, where there is one.
    #[must_use]
    pub fn basis(self) -> Option<Basis> {
        match self {
            BasisWord::Stated => Some(Basis::Stated),
            BasisWord::Supplied => Some(Basis::Supplied),
            BasisWord::Inferred => Some(Basis::Inferred),
            BasisWord::Unknown => None,
        }
    }
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// What is wrong with the line and column of it, as the TOML reader tells.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
