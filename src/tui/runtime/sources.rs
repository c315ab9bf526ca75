//! What comes to the loop, and from where: the terminal, the signals, the worker that compares, the
//! watch over the files, and what is looked for in threads of their own.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event;
use ratatui::layout::Size;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::low_level::emulate_default_handler;

use crate::tui::input::{FromTerminal, Input};
use crate::tui::opening::{FindStories, Opening, Reopen};
use crate::tui::reread::Reread;
use crate::tui::state::State;
use crate::tui::update::Event;
use crate::tui::watch::Watch;
use crate::tui::worker::Worker;

/// What the loop waits for.
pub(super) enum Incoming {
    Event(Event),
    /// From the worker of this number; older ones are not heard any more.
    Worker(u64, Event),
    /// A file has changed.
    Changed,
    /// The files were read again, or why not.
    ReadAgain(Result<Reread, String>),
    Signal(i32),
    /// The terminal can be read no more.
    Closed,
}

/// Finds the stories in a thread of its own, now that the articles are there to be read.
pub(super) fn find_the_stories(state: &State, find: FindStories, sender: Sender<Incoming>) {
    let of = Arc::clone(&state.story);
    thread::spawn(move || {
        let found = catch_unwind(AssertUnwindSafe(find)).ok().flatten();
        let _ = sender.send(Incoming::Event(Event::Grouped(of, found)));
    });
}

/// Reads the files again, in a thread: the disk may be slow. There is an answer in any case, since the
/// next reading waits for it.
pub(super) fn start_reading(reopen: &Reopen, asked: bool, sender: &Sender<Incoming>) {
    let (reopen, sender) = (Arc::clone(reopen), sender.clone());
    thread::spawn(move || {
        let read = catch_unwind(AssertUnwindSafe(|| reopen())).map(|again| Reread {
            story: Arc::new(again.story),
            stories: again.stories,
            problem: again.problem,
            asked,
        });
        let read = read.map_err(|_| {
            "The files cannot be read again: reading them failed; these are as they were"
                .to_string()
        });
        let _ = sender.send(Incoming::ReadAgain(read));
    });
}

pub(super) fn start_worker(
    state: &State,
    opening: &Opening,
    sender: &Sender<Incoming>,
    number: u64,
) -> Worker {
    let sender = std::sync::Mutex::new(sender.clone());
    let story = Arc::clone(&state.story);
    Worker::start(story, Arc::clone(&opening.compare), move |event| {
        if let Ok(sender) = sender.lock() {
            let _ = sender.send(Incoming::Worker(number, event));
        }
    })
}

/// Watches what the reader named and the articles' own files.
pub(super) fn start_watch(
    state: &State,
    opening: &Opening,
    sender: &Sender<Incoming>,
) -> Result<Option<Watch>, String> {
    let Some(files) = opening.files.as_ref().filter(|files| files.watch) else {
        return Ok(None);
    };
    let articles = state.story.articles.iter();
    let of_articles = articles.filter_map(|article| opening.file_of(article).ok());
    let paths: Vec<PathBuf> = files.inputs.iter().cloned().chain(of_articles).collect();
    let sender = sender.clone();
    Watch::start(&paths, move || sender.send(Incoming::Changed).is_ok()).map(Some)
}

pub(super) fn read_the_terminal(sender: Sender<Incoming>) -> Input {
    Input::start(move |read| {
        let next = match read {
            FromTerminal::Event(event::Event::Key(key)) => Event::Key(key),
            FromTerminal::Event(event::Event::Mouse(mouse)) => Event::Mouse(mouse),
            FromTerminal::Event(event::Event::Paste(text)) => Event::Paste(text),
            FromTerminal::Event(event::Event::Resize(width, height)) => {
                Event::Resize(Size::new(width, height))
            }
            FromTerminal::Event(_) => return true,
            FromTerminal::Closed => return sender.send(Incoming::Closed).is_ok(),
        };
        sender.send(Incoming::Event(next)).is_ok()
    })
}

pub(super) fn listen_for_signals(
    sender: Sender<Incoming>,
    lent: Arc<AtomicBool>,
) -> io::Result<()> {
    let wanted = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP];
    let mut signals = signal_hook::iterator::Signals::new(wanted)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            match (signal, lent.load(Ordering::SeqCst)) {
                // What is pressed in an editor is the editor's; but when it stops, so do we.
                (SIGINT | SIGQUIT, true) => {}
                (SIGTSTP, true) => {
                    let _ = emulate_default_handler(SIGTSTP);
                }
                _ => {
                    if sender.send(Incoming::Signal(signal)).is_err() {
                        return;
                    }
                }
            }
        }
    });
    Ok(())
}
