//! The loop: events in, one draw for what has come in, effects out.
//!
//! Three threads send to one channel: the reader of the terminal, the listener for signals, the
//! worker that compares. The loop sleeps until something comes, takes all that is there, and draws
//! once; with nothing to do it uses no CPU. The first frame waits for nothing but the articles.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event;
use ratatui::layout::Size;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::low_level::emulate_default_handler;

use super::effect::Effect;
use super::options::Options;
use super::state::State;
use super::terminal::{Mouse, Terminal};
use super::update::{Event, handle};
use crate::comparison::{Cancelled, Comparison, Observer, Resolve};
use crate::story::Story;

/// Makes the comparison: run once, in a worker.
pub type Compare =
    Box<dyn FnOnce(&Story, Observer<'_>) -> Result<Comparison, Cancelled> + Send + 'static>;

/// What the loop waits for.
enum Incoming {
    Event(Event),
    Signal(i32),
    /// The terminal can be read no more.
    Closed,
}

/// Opens the reading room on the terminal and stays until the reader quits.
///
/// # Errors
/// When the terminal cannot be used. It is given back in any case.
pub fn run(story: Story, compare: Compare, options: &Options) -> anyhow::Result<()> {
    let (theme, depth) = options.theme();
    let story = Arc::new(story);
    let title = match &story.title {
        Some(title) => format!("rashomon: {title}"),
        None => "rashomon".to_string(),
    };
    let mut terminal = Terminal::take(&title, options.mouse)?;
    let mut state = State::new(Arc::clone(&story), terminal.size()?, theme, depth);
    state.mouse = options.mouse;
    state.ascii = options.ascii;
    state.keymap = Arc::clone(&options.custom.keymap);
    state.themes = options.custom.themes.clone();
    if let Some(notice) = &options.notice {
        state.complain(notice.clone());
    }

    let (sender, incoming) = channel();
    let leaving = Arc::new(AtomicBool::new(false));
    listen_for_signals(sender.clone())?;
    let worker = start_worker(story, compare, sender.clone(), Arc::clone(&leaving));
    terminal.draw(&state)?;
    read_the_terminal(sender);

    let ended = the_loop(&mut terminal, &mut state, &incoming);
    leaving.store(true, Ordering::Relaxed);
    drop(terminal);
    // The worker stops at its next step; nobody waits for it.
    drop(worker);
    match ended? {
        Ended::Quit => Ok(()),
        Ended::Signal(signal) => {
            // The parent shall see what ended us.
            emulate_default_handler(signal)?;
            Ok(())
        }
    }
}

enum Ended {
    Quit,
    Signal(i32),
}

fn the_loop(
    terminal: &mut Terminal,
    state: &mut State,
    incoming: &Receiver<Incoming>,
) -> io::Result<Ended> {
    loop {
        let Ok(first) = incoming.recv() else {
            return Ok(Ended::Quit);
        };
        for next in std::iter::once(first).chain(incoming.try_iter()) {
            match next {
                Incoming::Event(event) => {
                    for effect in handle(state, event) {
                        if effect == Effect::Quit {
                            return Ok(Ended::Quit);
                        }
                        perform(terminal, state, effect)?;
                    }
                }
                Incoming::Signal(SIGTSTP) => suspend(terminal, state)?,
                Incoming::Signal(signal) => return Ok(Ended::Signal(signal)),
                Incoming::Closed => return Ok(Ended::Quit),
            }
        }
        let size = terminal.size()?;
        if size != state.size {
            handle(state, Event::Resize(size));
        }
        terminal.draw(state)?;
    }
}

fn perform(terminal: &mut Terminal, state: &State, effect: Effect) -> io::Result<()> {
    match effect {
        Effect::Quit => Ok(()),
        Effect::Suspend => suspend(terminal, state),
        Effect::Redraw => terminal.clear(),
        Effect::Copy(text) => terminal.send(CopyToClipboard::to_clipboard_from(text)),
        Effect::Mouse(on) => terminal.send(Mouse(on)),
    }
}

/// Gives the terminal back, stops, and takes it again when the shell lets us go on.
fn suspend(terminal: &mut Terminal, state: &State) -> io::Result<()> {
    terminal.leave();
    emulate_default_handler(SIGTSTP)?;
    terminal.enter_again(state.mouse)
}

fn read_the_terminal(sender: Sender<Incoming>) {
    thread::spawn(move || {
        loop {
            let next = match event::read() {
                Ok(event::Event::Key(key)) => Event::Key(key),
                Ok(event::Event::Mouse(mouse)) => Event::Mouse(mouse),
                Ok(event::Event::Paste(text)) => Event::Paste(text),
                Ok(event::Event::Resize(width, height)) => Event::Resize(Size::new(width, height)),
                Ok(_) => continue,
                Err(_) => {
                    let _ = sender.send(Incoming::Closed);
                    return;
                }
            };
            if sender.send(Incoming::Event(next)).is_err() {
                return;
            }
        }
    });
}

fn listen_for_signals(sender: Sender<Incoming>) -> io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            if sender.send(Incoming::Signal(signal)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

fn start_worker(
    story: Arc<Story>,
    compare: Compare,
    sender: Sender<Incoming>,
    leaving: Arc<AtomicBool>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let steps = std::sync::Mutex::new(sender.clone());
        let observer = |step| {
            if let Ok(sender) = steps.lock() {
                let _ = sender.send(Incoming::Event(Event::Working(step)));
            }
            if leaving.load(Ordering::Relaxed) {
                Resolve::Stop
            } else {
                Resolve::GoOn
            }
        };
        let event = match catch_unwind(AssertUnwindSafe(|| compare(&story, &observer))) {
            Ok(Ok(comparison)) => Event::Compared(Arc::new(comparison)),
            Ok(Err(Cancelled)) => return,
            Err(panic) => Event::Failed(format!(
                "The comparison failed ({}); the articles can still be read",
                what_it_said(panic.as_ref())
            )),
        };
        let _ = sender.send(Incoming::Event(event));
    })
}

fn what_it_said(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no reason given")
}
