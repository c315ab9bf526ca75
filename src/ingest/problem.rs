//! What is told about reading in: problems, that kept something from being read, and notes.

use std::fmt;

/// Something that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The path or address, with line and column where that is known.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// Something to know about what was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The path or address.
    pub place: String,
    pub message: String,
}

impl Problem {
    pub fn new(place: impl fmt::Display, message: impl Into<String>) -> Self {
        Problem {
            place: place.to_string(),
            message: message.into(),
        }
    }

    /// What the system said about a file, with the remedy.
    pub fn of_io(place: impl fmt::Display, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let message = match error.kind() {
            ErrorKind::NotFound => "there is no such file: check the name".to_string(),
            ErrorKind::PermissionDenied => {
                "it may not be read: change its permissions or leave it out".to_string()
            }
            ErrorKind::IsADirectory => "this is a folder: name the files in it".to_string(),
            _ => format!("it cannot be read: {error}"),
        };
        Problem::new(place, message)
    }
}

impl Note {
    pub fn new(place: impl fmt::Display, message: impl Into<String>) -> Self {
        Note {
            place: place.to_string(),
            message: message.into(),
        }
    }
}
