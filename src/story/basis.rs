//! What is known of an article, and on what ground.
//!
//! Outlet, date and event are claims about a text, and a reader must see where each comes from. A
//! [`Known`] value therefore cannot exist without its [`Basis`], and the absence of a value needs
//! none: "unknown" is not a value with a caveat.

use serde::{Deserialize, Serialize};

/// The ground on which something about an article is held to be so.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The text, or the page that it came in, says it.
    Stated,
    /// The reader said it: in a manifest or on the command line.
    Supplied,
    /// It was concluded from something else, by the reader or by this program.
    Inferred,
}

impl Basis {
    /// The word that screens and reports show.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Stated => "stated",
            Basis::Supplied => "supplied",
            Basis::Inferred => "inferred",
        }
    }
}

/// A value with its basis, or nothing.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Known<T> {
    #[default]
    Unknown,
    Known {
        value: T,
        basis: Basis,
    },
}

impl<T> Known<T> {
    /// A value that the text states.
    pub fn stated(value: T) -> Self {
        Known::Known {
            value,
            basis: Basis::Stated,
        }
    }

    /// A value that the reader gave.
    pub fn supplied(value: T) -> Self {
        Known::Known {
            value,
            basis: Basis::Supplied,
        }
    }

    /// A value that was concluded from something else.
    pub fn inferred(value: T) -> Self {
        Known::Known {
            value,
            basis: Basis::Inferred,
        }
    }

    /// The value, whatever its basis.
    pub fn value(&self) -> Option<&T> {
        match self {
            Known::Known { value, .. } => Some(value),
            Known::Unknown => None,
        }
    }

    /// The basis, where there is a value.
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Known::Known { basis, .. } => Some(*basis),
            Known::Unknown => None,
        }
    }

    /// The word for the basis: "stated", "supplied", "inferred" or "unknown".
    pub fn basis_word(&self) -> &'static str {
        self.basis().map_or("unknown", Basis::as_str)
    }

    /// This where it is known, else the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match self {
            Known::Unknown => other,
            known @ Known::Known { .. } => known,
        }
    }
}
