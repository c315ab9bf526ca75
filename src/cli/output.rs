//! What leaves the program other than through the reading room: results to stdout, problems to
//! stderr, the exit status.
//!
//! A reader that closes the pipe (`rashomon … | head`) has what it wanted: that ends the program
//! quietly. Whatever a message quotes (a file's name, a piece of a manifest) comes from outside,
//! so messages pass through the same scrubbing as articles do.

use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::config::ConfigError;
use crate::ingest::{Opened, Problem};

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Fine,
    /// Something could not be read; the rest was.
    Partial,
}

impl Status {
    /// [`Partial`](Status::Partial) where there were problems.
    pub fn of(problems: &[Problem]) -> Self {
        if problems.is_empty() {
            Status::Fine
        } else {
            Status::Partial
        }
    }
}

/// The command line asks for what cannot be: exit status 2.
#[derive(Debug)]
pub struct Usage(pub String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// Writes a result to stdout.
///
/// # Errors
/// What the system says; [`exit_code`] takes a closed pipe for a quiet end.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()?;
    Ok(())
}

/// Tells problems and notes on stderr, a line each.
pub fn tell(opened: &Opened) {
    for problem in &opened.problems {
        complain(&format!("{}: {}", problem.place, problem.message));
    }
    for note in &opened.notes {
        complain(&format!("note: {}: {}", note.place, note.message));
    }
}

/// One message on stderr. That stderr is closed is no reason to stop.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "rashomon: {message}");
}

/// The exit status of a command, its error told.
pub fn exit_code(ended: anyhow::Result<Status>) -> ExitCode {
    let error = match ended {
        Ok(Status::Fine) => return ExitCode::SUCCESS,
        Ok(Status::Partial) => return ExitCode::from(1),
        Err(error) => error,
    };
    if is_closed_pipe(&error) {
        return ExitCode::SUCCESS;
    }
    complain(&format!("{error:#}"));
    let is_usage = error.is::<Usage>() || error.is::<ConfigError>();
    ExitCode::from(if is_usage { 2 } else { 1 })
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}
