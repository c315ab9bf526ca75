//! The terminal's keys, read on a thread of their own.
//!
//! While an editor has the terminal, ours must not take its keys, but a read that waits cannot be
//! called off. It does end when the size of the terminal changes; so to pause it, we signal such a
//! change to ourselves, and the thread finds that it is to rest. To wait on the terminal beside the
//! library does not do: the library is told of each key once only, and a change of size at the same
//! moment makes it forget the key, which would then be waited for without end. For that reason the
//! changes that we signalled are read away before a pause is told to be over.

use std::io::{self, IsTerminal as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::raise;

/// After how long the reading thread is asked again to rest.
const AGAIN: Duration = Duration::from_millis(50);

/// The reading thread, from outside.
pub struct Input {
    rest: Arc<AtomicBool>,
    resting: Receiver<()>,
    go_on: Sender<()>,
}

/// What the thread reads.
pub enum FromTerminal {
    Event(event::Event),
    /// The terminal can be read no more.
    Closed,
}

/// Calls `then` when the terminal of standard input is closed. Whoever has it for a controlling
/// terminal hears a signal; the library hears nothing at all, and reads the end of it without end.
#[cfg(unix)]
pub fn when_hung_up(then: impl FnOnce() + Send + 'static) {
    use rustix::event::{PollFd, PollFlags, poll};

    if !io::stdin().is_terminal() {
        return;
    }
    thread::spawn(move || {
        let stdin = io::stdin();
        loop {
            // Asked for nothing, it tells only of what has gone wrong.
            let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
            match poll(&mut terminal, None) {
                Ok(_) if terminal[0].revents().contains(PollFlags::HUP) => return then(),
                Err(error) if error == rustix::io::Errno::INTR => {}
                Ok(_) | Err(_) => return,
            }
        }
    });
}

/// Elsewhere reading the terminal fails when it is closed.
#[cfg(not(unix))]
pub fn when_hung_up(_then: impl FnOnce() + Send + 'static) {}

impl Input {
    /// Starts to read; `take` gets what is read and tells whether to go on.
    pub fn start(take: impl Fn(FromTerminal) -> bool + Send + 'static) -> Self {
        let rest = Arc::new(AtomicBool::new(false));
        let wanted = Arc::clone(&rest);
        let (tell, resting) = channel();
        let (go_on, may_go_on) = channel();
        thread::spawn(move || {
            loop {
                let Ok(event) = event::read() else {
                    take(FromTerminal::Closed);
                    return;
                };
                if !take(FromTerminal::Event(event)) {
                    return;
                }
                if !wanted.load(Ordering::SeqCst) {
                    continue;
                }
                let rested = tell.send(()).is_ok() && may_go_on.recv().is_ok();
                if !rested || !take_what_waits(&take) || tell.send(()).is_err() {
                    return;
                }
            }
        });
        Input {
            rest,
            resting,
            go_on,
        }
    }

    /// Leaves the terminal's keys to another program. When this returns, none is taken any more.
    ///
    /// # Errors
    /// When the reading thread cannot be reached.
    pub fn pause(&mut self) -> io::Result<()> {
        // An answer that came too late for the last pause is none for this one.
        while self.resting.try_recv().is_ok() {}
        self.rest.store(true, Ordering::SeqCst);
        loop {
            raise(SIGWINCH)?;
            // A thread that has ended takes no key either. One that has only just begun may not
            // hear the signal yet, which is then raised again.
            match self.resting.recv_timeout(AGAIN) {
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Takes them again. When this returns, what came in the pause is read.
    pub fn resume(&mut self) {
        const LONGEST: Duration = Duration::from_secs(1);
        self.rest.store(false, Ordering::SeqCst);
        if self.go_on.send(()).is_ok() {
            let _ = self.resting.recv_timeout(LONGEST);
        }
    }
}

/// Reads what is there already, without waiting; tells whether to go on.
fn take_what_waits(take: &impl Fn(FromTerminal) -> bool) -> bool {
    while matches!(event::poll(Duration::ZERO), Ok(true)) {
        let goes_on = event::read().is_ok_and(|event| take(FromTerminal::Event(event)));
        if !goes_on {
            return false;
        }
    }
    true
}
