//! Work that takes long: told on the terminal while it goes on, ended by Ctrl-C.
//!
//! The first Ctrl-C (or SIGTERM) asks the work to stop, so that it can put away what it has begun; the
//! program then ends as if the signal had ended it, which is what shells and scripts look for. A
//! second one does not wait. How far it has come is told on stderr, where that is a terminal, never
//! in a pipe or a file.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{flag, low_level};

use crate::passage::{Progress, Stage, Stop};

use super::output;

/// How often the line on the terminal changes.
const PACE: Duration = Duration::from_millis(100);
/// What has fewer steps than this is done before anybody has read the line.
const MANY: usize = 1_000;

/// Long work that is going on.
#[derive(Debug)]
pub struct Long {
    /// The signal that came, 0 when none did.
    signal: Arc<AtomicUsize>,
    /// Whether a signal ends the program at once.
    at_once: Arc<AtomicBool>,
    is_terminal: bool,
    /// When the line was last written, where it stands.
    shown: Mutex<Option<Instant>>,
}

impl Long {
    /// Begins to listen for signals.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin() -> io::Result<Self> {
        let signal = Arc::new(AtomicUsize::new(0));
        let at_once = Arc::new(AtomicBool::new(false));
        for number in [SIGINT, SIGTERM] {
            // In this order: the first signal must not see what it sets itself.
            flag::register_conditional_default(number, Arc::clone(&at_once))?;
            flag::register(number, Arc::clone(&at_once))?;
            flag::register_usize(number, Arc::clone(&signal), number.unsigned_abs() as usize)?;
        }
        Ok(Long {
            signal,
            at_once,
            is_terminal: io::stderr().is_terminal(),
            shown: Mutex::new(None),
        })
    }

    /// Shows how far the work has come; answers whether it is to go on.
    pub fn told(&self, progress: Progress) -> ControlFlow<()> {
        if self.signal.load(Ordering::Relaxed) != 0 {
            return ControlFlow::Break(());
        }
        if self.is_terminal && progress.total > MANY {
            // Another thread is writing it: that is as good.
            if let Ok(mut shown) = self.shown.try_lock()
                && shown.is_none_or(|at| at.elapsed() > PACE)
            {
                let _ = write!(io::stderr(), "\r\u{1b}[K{}", line(progress));
                *shown = Some(Instant::now());
            }
        }
        ControlFlow::Continue(())
    }

    /// Takes the line away.
    pub fn clear(&self) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }

    /// What a step of the work came to. Ends the program where a signal asked for it.
    ///
    /// # Errors
    /// When the work stopped for another reason.
    pub fn ended<T>(&self, result: Result<T, Stop>) -> anyhow::Result<T> {
        self.clear();
        match result {
            Ok(done) => Ok(done),
            Err(Stop::Asked) => {
                output::complain("stopped; nothing was written");
                let signal = self.signal.load(Ordering::Relaxed);
                let signal = i32::try_from(signal).unwrap_or(SIGINT);
                low_level::emulate_default_handler(signal)?;
                Err(Stop::Asked.into())
            }
            Err(other) => Err(other.into()),
        }
    }
}

impl Drop for Long {
    /// From now on a signal ends the program as if nobody listened.
    fn drop(&mut self) {
        self.at_once.store(true, Ordering::Relaxed);
    }
}

fn line(progress: Progress) -> String {
    let what = match progress.stage {
        Stage::Reading => "articles read",
        Stage::Seeding => "articles indexed",
        Stage::Joining => "parts of the index searched",
        Stage::Aligning => "places compared",
        Stage::Writing => "parts of the index written",
    };
    format!("{} of {} {what}", progress.done, progress.total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_counts() {
        let progress = Progress {
            stage: Stage::Reading,
            done: 512,
            total: 4_000,
        };
        assert_eq!(line(progress), "512 of 4000 articles read");
    }
}
