//! The loop: events in, one draw for what has come in, effects out.
//!
//! The reader of the terminal, the listener for signals, the worker that compares and the watch over
//! the files send to one channel. The loop sleeps until something comes, takes all that is there,
//! and draws once; with nothing to do it uses no CPU. The first frame waits for nothing but the
//! articles.
//! What the next key is likely to ask for is made beside it ([`foreseer`]).

mod foreseer;
mod kept;
mod perform;
mod sources;
mod turns;

use std::collections::HashSet;
use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};

use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use self::foreseer::Foreseer;
use self::kept::{furnish, keep_session, resume};
use self::sources::{
    Incoming, find_the_stories, listen_for_signals, read_the_terminal, start_watch, start_worker,
};
use self::turns::Turns;
use super::effect::Effect;
use super::input::{Input, when_hung_up};
use super::opening::{Grouping, Opening};
use super::options::Options;
use super::screens::Screen;
use super::screens::clusters::{self, Clusters};
use super::screens::stories;
use super::state::State;
use super::terminal::Terminal;
use super::update::{Event, handle};
use super::waiting::{Beginning, Taken};
use super::watch::Watch;
use super::worker::Worker;
use crate::notes::Note;

enum Ended {
    Quit,
    Signal(i32),
}

/// Opens the reading room on the terminal and stays until the reader quits.
///
/// # Errors
/// When the terminal cannot be used. It is given back in any case.
pub fn run(mut opening: Opening, beginning: Beginning, options: &Options) -> anyhow::Result<()> {
    let story = Arc::clone(&opening.story);
    let title = match &story.title {
        Some(title) => format!("rashomon: {title}"),
        None => "rashomon".to_string(),
    };
    let (sender, incoming) = channel();
    let lent = Arc::new(AtomicBool::new(false));
    // Before the terminal is taken: whoever ends us from here on gets it back.
    listen_for_signals(sender.clone(), Arc::clone(&lent))?;
    let hung_up = sender.clone();
    when_hung_up(move || {
        let _ = hung_up.send(Incoming::Closed);
    });
    let Beginning { look, taken } = beginning;
    if let Some(signal) = taken.as_ref().and_then(Taken::signal) {
        drop(taken);
        emulate_default_handler(signal)?;
        return Ok(());
    }
    let terminal = match taken {
        Some(taken) => taken.terminal.furnish(&title, options.mouse)?,
        None => Terminal::take(&title, options.mouse)?,
    };
    let mut state = State::new(story, terminal.size()?, look.theme, look.depth);
    state.mouse = options.mouse;
    state.ascii = options.ascii;
    state.read.follow = options.follow;
    state.wrap_marks = options.wrap_marks;
    state.keymap = Arc::clone(&options.custom.keymap);
    state.themes = options.custom.themes.clone();
    let stories = std::mem::replace(&mut opening.stories, Grouping::Done(Vec::new()));
    let pending = furnish(&mut state, &opening, options, stories);
    if let Some(shelf) = &opening.shelf {
        state.clusters = Some(Clusters::of(shelf));
        state.screen = Screen::Clusters;
    }

    let mut room = Room::open(terminal, state, opening, sender.clone(), lent)?;
    if let Some(find) = pending {
        find_the_stories(&room.state, find, sender);
    }
    for effect in clusters::begin(&room.state) {
        room.perform(effect)?;
    }
    room.terminal.draw(&room.state)?;
    let ended = room.stay(&incoming);
    keep_session(&room.state, &room.opening);
    drop(room);
    match ended {
        Ok(Ended::Quit) => Ok(()),
        Ok(Ended::Signal(signal)) => {
            // The parent shall see what ended us.
            emulate_default_handler(signal)?;
            Ok(())
        }
        Err(error) if is_gone(&error) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The terminal is no more, so nobody reads an error either.
fn is_gone(error: &io::Error) -> bool {
    const EIO: i32 = 5;
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(EIO)
}

/// The room while the reader is in it.
struct Room {
    terminal: Terminal,
    state: State,
    opening: Opening,
    sender: Sender<Incoming>,
    input: Input,
    /// Another program has the terminal: its signals are not ours.
    lent: Arc<AtomicBool>,
    /// None while nothing is to be compared.
    worker: Option<Worker>,
    /// The number of the worker that is heard.
    heard: u64,
    /// The notes as they were last read or kept.
    noted: Vec<Note>,
    /// The reader has been told where they are, or they are where everybody looks.
    told_of_notes: bool,
    /// The clusters whose first words were asked for.
    begun: HashSet<usize>,
    foreseer: Foreseer,
    /// Whether the files are being read again.
    reading: Turns,
    _watch: Option<Watch>,
}

impl Room {
    fn open(
        mut terminal: Terminal,
        mut state: State,
        opening: Opening,
        sender: Sender<Incoming>,
        lent: Arc<AtomicBool>,
    ) -> io::Result<Self> {
        // The reader reads while the worker compares: all else comes after the first frame.
        terminal.draw(&state)?;
        // Where a story is to be chosen first, what is not chosen is not compared.
        let worker = stories::is_chosen(&state).then(|| start_worker(&state, &opening, &sender, 0));
        let watch = match start_watch(&state, &opening, &sender) {
            Ok(watch) => watch,
            Err(reason) => {
                state.complain(format!("The files are not watched for changes: {reason}"));
                None
            }
        };
        let input = read_the_terminal(sender.clone());
        Ok(Room {
            noted: state.notes.plain(),
            told_of_notes: false,
            terminal,
            state,
            opening,
            sender,
            input,
            lent,
            worker,
            heard: 0,
            begun: HashSet::new(),
            foreseer: Foreseer::default(),
            reading: Turns::default(),
            _watch: watch,
        })
    }

    fn stay(&mut self, incoming: &Receiver<Incoming>) -> io::Result<Ended> {
        loop {
            let Ok(first) = incoming.recv() else {
                return Ok(Ended::Quit);
            };
            for next in std::iter::once(first).chain(incoming.try_iter()) {
                if let Some(ended) = self.take(next)? {
                    return Ok(ended);
                }
            }
            let size = self.terminal.size()?;
            if size != self.state.size {
                handle(&mut self.state, Event::Resize(size));
            }
            self.terminal.draw(&self.state)?;
            self.foreseer.look(&self.state);
        }
    }

    fn take(&mut self, incoming: Incoming) -> io::Result<Option<Ended>> {
        let event = match incoming {
            Incoming::Event(event) => event,
            Incoming::Worker(number, event) if number == self.heard => event,
            Incoming::Worker(..) => return Ok(None),
            Incoming::Changed => {
                self.read_again(false);
                return Ok(None);
            }
            Incoming::ReadAgain(read) => {
                if let Some(asked) = self.reading.end() {
                    self.read_again(asked);
                }
                match read {
                    Ok(reread) => Event::Reread(reread),
                    Err(reason) => Event::Problem(reason),
                }
            }
            Incoming::Signal(SIGTSTP) => {
                self.suspend()?;
                return Ok(None);
            }
            Incoming::Signal(signal) => return Ok(Some(Ended::Signal(signal))),
            Incoming::Closed => return Ok(Some(Ended::Quit)),
        };
        let resumes = matches!(&event, Event::Grouped(..)) && !stories::is_chosen(&self.state);
        let mut effects = handle(&mut self.state, event);
        let chosen = self.state.stories.is_some() && stories::is_chosen(&self.state);
        if resumes && !chosen {
            effects.extend(resume(&mut self.state, &self.opening));
        }
        for effect in effects {
            if effect == Effect::Quit {
                return Ok(Some(Ended::Quit));
            }
            self.perform(effect)?;
        }
        Ok(None)
    }
}
