//! The terminal's keys, read on a thread of their own.
//!
//! The thread sleeps until the terminal has something or an order comes: while an editor has the
//! terminal, ours must not take its keys. So it waits on the terminal and on a pipe for orders at
//! once, and reads only what is there.

use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Write, pipe};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event;
use rustix::event::{PollFd, PollFlags, poll};

/// The reading thread, from outside.
pub struct Input {
    orders: PipeWriter,
    paused: Receiver<()>,
}

/// What the thread reads.
pub enum FromTerminal {
    Event(event::Event),
    /// The terminal can be read no more.
    Closed,
}

enum Ready {
    Terminal,
    Order,
    Gone,
}

impl Input {
    /// Starts to read; `take` gets what is read and tells whether to go on.
    ///
    /// # Errors
    /// When there is no terminal to read from.
    pub fn start(take: impl Fn(FromTerminal) -> bool + Send + 'static) -> io::Result<Self> {
        let terminal = terminal()?;
        let (reader, orders) = pipe()?;
        let (tell, paused) = channel();
        thread::spawn(move || {
            if read_on(&terminal, reader, &tell, &take).is_err() {
                take(FromTerminal::Closed);
            }
        });
        Ok(Input { orders, paused })
    }

    /// Leaves the terminal's keys to another program. When this returns, none is taken any more.
    pub fn pause(&mut self) {
        if self.orders.write_all(b"p").is_ok() {
            let _ = self.paused.recv();
        }
    }

    /// Takes them again.
    pub fn resume(&mut self) {
        let _ = self.orders.write_all(b"r");
    }
}

/// The terminal that the library reads: stdin, or the controlling one when stdin is something else.
fn terminal() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        stdin.as_fd().try_clone_to_owned()
    } else {
        Ok(File::open("/dev/tty")?.into())
    }
}

/// Reads until nobody listens; fails when the terminal is gone.
fn read_on(
    terminal: &OwnedFd,
    mut orders: PipeReader,
    paused: &Sender<()>,
    take: &impl Fn(FromTerminal) -> bool,
) -> io::Result<()> {
    loop {
        match wait(terminal, &orders)? {
            Ready::Terminal => {
                while event::poll(Duration::ZERO)? {
                    if !take(FromTerminal::Event(event::read()?)) {
                        return Ok(());
                    }
                }
            }
            Ready::Order => {
                let mut order = [0];
                // The first byte pauses, the next one resumes; none comes when the room is left.
                if orders.read(&mut order)? == 0 {
                    return Ok(());
                }
                let _ = paused.send(());
                if orders.read(&mut order)? == 0 {
                    return Ok(());
                }
            }
            Ready::Gone => return Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}

fn wait(terminal: &OwnedFd, orders: &PipeReader) -> io::Result<Ready> {
    let mut both = [
        PollFd::new(terminal, PollFlags::IN),
        PollFd::new(orders, PollFlags::IN),
    ];
    loop {
        match poll(&mut both, None) {
            Ok(_) => break,
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    Ok(if !both[1].revents().is_empty() {
        Ready::Order
    } else if both[0].revents().intersects(gone) {
        Ready::Gone
    } else {
        Ready::Terminal
    })
}
