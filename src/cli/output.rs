//! What leaves the program other than through the reading room: results to stdout or a file, problems
//! to stderr, the exit status.
//!
//! A reader that closes the pipe (`rashomon … | head`) has what it wanted: that ends the program
//! quietly. On a terminal, what is longer than the screen goes through a pager, as with git. Whatever
//! a message quotes (a file's name, a piece of a manifest) comes from outside, so messages pass
//! through the same scrubbing as articles do.

use std::env;
use std::fmt;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::config::{ConfigError, colours_refused};
use crate::ingest::{Opened, Problem, Progress};
use crate::text::{scrub, scrub_lines};

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

/// Writes a result that people read: on a terminal through a pager where it is longer than the screen.
///
/// # Errors
/// As [`print`].
pub fn show(text: &str) -> anyhow::Result<()> {
    if io::stdout().is_terminal() && is_long(text) && page(text).is_some() {
        return Ok(());
    }
    print(text)
}

fn is_long(text: &str) -> bool {
    let rows = ratatui::crossterm::terminal::size().map_or(24, |(_, rows)| usize::from(rows));
    text.lines().count() >= rows
}

/// Hands the text to the reader's pager and waits for it. `None` when there is none.
fn page(text: &str) -> Option<()> {
    let chosen = ["RASHOMON_PAGER", "PAGER"]
        .iter()
        .find_map(|name| env::var(name).ok());
    let pager = chosen.unwrap_or_else(|| "less".to_string());
    let mut words = pager.split_whitespace();
    let program = words.next().filter(|program| *program != "cat")?;
    let mut child = Command::new(program)
        .args(words)
        .env(
            "LESS",
            env::var("LESS").unwrap_or_else(|_| "FRX".to_string()),
        )
        .stdin(Stdio::piped())
        .spawn()
        .ok()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A reader who leaves the pager early closes the pipe.
        let _ = stdin.write_all(text.as_bytes());
    }
    child.wait().ok().map(|_| ())
}

/// Whether stdout may be coloured.
pub fn may_colour() -> bool {
    io::stdout().is_terminal() && colours_refused(|name| env::var(name).ok()).is_none()
}

/// Writes a result to a file, replacing what is there.
///
/// # Errors
/// What the system says, with the path.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Makes a folder and those above it, unless they are there.
///
/// # Errors
/// What the system says, with the path.
pub fn make_folder(path: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(path)
        .with_context(|| format!("cannot make the folder {}", path.display()))
}

/// Tells problems on stderr, a line each.
pub fn tell_problems(problems: &[Problem]) {
    for problem in problems {
        complain(&format!("{}: {}", problem.place, problem.message));
    }
}

/// Tells problems and notes on stderr, a line each.
pub fn tell(opened: &Opened) {
    tell_problems(&opened.problems);
    for note in &opened.notes {
        complain(&format!("note: {}: {}", note.place, note.message));
    }
}

/// Does what may take long; on a terminal, a line on stderr tells how far it is when it has taken a
/// second, and is wiped away at the end.
pub fn with_progress<T>(work: impl FnOnce(&(dyn Fn(Progress) + Sync)) -> T) -> T {
    const QUIET: Duration = Duration::from_secs(1);
    const WIPE: &str = "\r\u{1b}[2K";
    if !io::stderr().is_terminal() {
        return work(&|_| {});
    }
    let begun = Instant::now();
    let written = AtomicBool::new(false);
    let done = work(&|progress| {
        if begun.elapsed() < QUIET {
            return;
        }
        written.store(true, Ordering::Relaxed);
        let place: String = scrub(&progress.place).chars().take(60).collect();
        let line = format!("{WIPE}read {} of {}: {place}", progress.done, progress.of);
        let _ = io::stderr().write_all(line.as_bytes());
    });
    if written.into_inner() {
        let _ = io::stderr().write_all(WIPE.as_bytes());
    }
    done
}

/// What was opened, when there is something to show; problems and notes are told first.
///
/// # Errors
/// When not one article could be read.
pub fn told(opened: Opened) -> anyhow::Result<Opened> {
    tell(&opened);
    if opened.story.articles.is_empty() {
        anyhow::bail!(
            "no article could be read; name files or folders of articles, or a story.toml"
        );
    }
    Ok(opened)
}

/// One message on stderr. That stderr is closed is no reason to stop.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "rashomon: {}", scrub_lines(message));
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
