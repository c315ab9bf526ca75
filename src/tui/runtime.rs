//! The loop: events in, one draw for what has come in, effects out.
//!
//! The reader of the terminal, the listener for signals, the worker that compares and the watch over
//! the files send to one channel. The loop sleeps until something comes, takes all that is there,
//! and draws once; with nothing to do it uses no CPU. The first frame waits for nothing but the
//! articles.

use std::collections::HashSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
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
use super::input::{FromTerminal, Input, when_hung_up};
use super::opening::{FindStories, Grouping, Opening, line_in_file};
use super::options::Options;
use super::outside;
use super::reread::Reread;
use super::screens::Screen;
use super::screens::clusters::{self, Clusters};
use super::screens::stories::{self, Stories};
use super::session::Session;
use super::state::State;
use super::terminal::{Mouse, Terminal};
use super::update::{Event, handle};
use super::waiting::{Beginning, Taken};
use super::watch::Watch;
use super::welcome;
use super::worker::Worker;
use crate::config::replace;
use crate::notes::{Note, place_all};
use crate::story::Place;

/// What the loop waits for.
enum Incoming {
    Event(Event),
    /// From the worker of this number; older ones are not heard any more.
    Worker(u64, Event),
    /// A file has changed.
    Changed,
    Signal(i32),
    /// The terminal can be read no more.
    Closed,
}

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
    room.keep_session();
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

/// Finds the stories in a thread of its own, now that the articles are there to be read.
fn find_the_stories(state: &State, find: FindStories, sender: Sender<Incoming>) {
    let of = Arc::clone(&state.story);
    thread::spawn(move || {
        let found = catch_unwind(AssertUnwindSafe(find)).ok().flatten();
        let _ = sender.send(Incoming::Event(Event::Grouped(of, found)));
    });
}

/// What was kept from before: notes, the session, whether the reader has been here. Gives what is
/// still to come of the stories.
fn furnish(
    state: &mut State,
    opening: &Opening,
    options: &Options,
    stories: Grouping,
) -> Option<FindStories> {
    match opening.notes.load() {
        Ok(notes) => state.notes.all = place_all(&notes, &state.story),
        Err(error) => state.notes.refused = Some(error.to_string()),
    }
    let mut pending = None;
    match stories {
        Grouping::Later(find) => {
            stories::offer(state, Stories::not_grouped(&state.story));
            pending = Some(find);
        }
        Grouping::Done(found) if found.is_empty() => resume(state, opening),
        Grouping::Done(found) => stories::offer(state, Stories::of(&state.story, found)),
    }
    if let Some(started) = opening.started.as_ref().filter(|path| !path.exists()) {
        welcome::say(state);
        state.newcomer = true;
        // Where nothing can be kept, the hint comes again.
        let _ = replace(started, "");
    }
    if let Some(reason) = state.notes.refused.clone() {
        state.complain(reason);
    }
    if let Some(notice) = &options.notice {
        state.complain(notice.clone());
    }
    pending
}

/// Goes back to where the reader was, if that was kept.
fn resume(state: &mut State, opening: &Opening) {
    if let Some(session) = opening.session.as_ref().and_then(read_session) {
        session.begin(state);
    }
}

fn read_session(path: &PathBuf) -> Option<Session> {
    toml::from_str(&std::fs::read_to_string(path).ok()?).ok()
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
    /// The clusters whose first words were asked for.
    begun: HashSet<usize>,
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
            terminal,
            state,
            opening,
            sender,
            input,
            lent,
            worker,
            heard: 0,
            begun: HashSet::new(),
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
            Incoming::Signal(SIGTSTP) => {
                self.suspend()?;
                return Ok(None);
            }
            Incoming::Signal(signal) => return Ok(Some(Ended::Signal(signal))),
            Incoming::Closed => return Ok(Some(Ended::Quit)),
        };
        let resumes = matches!(&event, Event::Grouped(..)) && !stories::is_chosen(&self.state);
        let effects = handle(&mut self.state, event);
        if resumes && self.state.stories.is_none() {
            resume(&mut self.state, &self.opening);
        }
        for effect in effects {
            if effect == Effect::Quit {
                return Ok(Some(Ended::Quit));
            }
            self.perform(effect)?;
        }
        Ok(None)
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Quit => {}
            Effect::Suspend => self.suspend()?,
            Effect::Redraw => self.terminal.clear()?,
            Effect::Copy(text) => {
                self.terminal
                    .send(CopyToClipboard::to_clipboard_from(text))?;
            }
            Effect::Mouse(on) => self.terminal.send(Mouse(on))?,
            Effect::KeepNotes(notes) => self.keep_notes(&notes),
            Effect::Edit(place) => self.edit(place)?,
            Effect::Browse(address) => self.browse(&address),
            Effect::OpenCluster(cluster) => self.open_cluster(cluster),
            Effect::ReadBeginnings(clusters) => self.read_beginnings(clusters),
            Effect::Compare => {
                self.heard += 1;
                let worker = start_worker(&self.state, &self.opening, &self.sender, self.heard);
                self.worker = Some(worker);
            }
            Effect::StopComparing => {
                if let Some(worker) = &self.worker {
                    worker.stop();
                }
            }
            Effect::ReadAgain => self.read_again(true),
        }
        Ok(())
    }

    /// Gives the terminal back, stops, and takes it again when the shell lets us go on.
    fn suspend(&mut self) -> io::Result<()> {
        self.terminal.leave();
        emulate_default_handler(SIGTSTP)?;
        self.terminal.enter_again(self.state.mouse)
    }

    fn keep_notes(&mut self, notes: &[Note]) {
        if let Err(error) = self.opening.notes.save(notes) {
            self.state.complain(error.to_string());
        }
    }

    /// Lends the terminal to the reader's editor.
    fn edit(&mut self, place: Place) -> io::Result<()> {
        let article = self.state.story.article(place.article);
        let line = line_in_file(article, place.span.start());
        let command = self.opening.file_of(article).and_then(|file| {
            outside::editor(&self.opening.editor, &file, line)
                .ok_or_else(|| "No editor is set: see rashomon config".to_string())
        });
        let mut command = match command {
            Ok(command) => command,
            Err(reason) => {
                self.state.complain(reason);
                return Ok(());
            }
        };
        self.input.pause()?;
        self.lent.store(true, Ordering::SeqCst);
        self.terminal.leave();
        let ended = command.status();
        self.terminal.enter_again(self.state.mouse)?;
        self.lent.store(false, Ordering::SeqCst);
        self.input.resume();
        match ended {
            Ok(status) if status.success() => self.read_again(false),
            Ok(status) => self
                .state
                .complain(format!("The editor ended with {status}")),
            Err(error) => {
                let editor = &self.opening.editor;
                let reason = format!("The editor {editor} cannot be started: {error}");
                self.state.complain(reason);
            }
        }
        Ok(())
    }

    /// Reads the articles of a cluster, in a thread: the disk may be slow.
    fn open_cluster(&mut self, cluster: usize) {
        let Some(shelf) = &self.opening.shelf else {
            return;
        };
        let (read, sender) = (Arc::clone(&shelf.read), self.sender.clone());
        if let Some(worker) = &self.worker {
            worker.stop();
        }
        thread::spawn(move || {
            let opened = Event::ClusterOpened(read(cluster));
            let _ = sender.send(Incoming::Event(opened));
        });
    }

    /// Reads the first words of clusters, each once, in a thread: a file may hold a whole archive.
    fn read_beginnings(&mut self, mut clusters: Vec<usize>) {
        clusters.retain(|cluster| self.begun.insert(*cluster));
        let Some(shelf) = self.opening.shelf.as_ref().filter(|_| !clusters.is_empty()) else {
            return;
        };
        let (begins, sender) = (Arc::clone(&shelf.begins), self.sender.clone());
        thread::spawn(move || {
            let words = begins(&clusters);
            let read = clusters.into_iter().zip(words).collect();
            let _ = sender.send(Incoming::Event(Event::Beginnings(read)));
        });
    }

    fn browse(&mut self, address: &str) {
        let started = outside::browser(&self.opening.browser, address)
            .and_then(|command| outside::start(command).map_err(|error| error.to_string()));
        match started {
            Ok(()) => self.state.say(format!("Given to the browser: {address}")),
            Err(reason) => self.state.complain(reason),
        }
    }

    /// Reads the story again, in a thread: the disk may be slow.
    fn read_again(&mut self, asked: bool) {
        if self.opening.shelf.is_some() {
            let open = self.state.clusters.as_ref().and_then(|all| all.open);
            if let (true, Some(cluster)) = (asked, open) {
                self.open_cluster(cluster);
            }
            return;
        }
        let Some(files) = &self.opening.files else {
            if asked {
                self.state
                    .say("The bundled articles are inside the program: they do not change");
            }
            return;
        };
        let reopen = Arc::clone(&files.reopen);
        let sender = self.sender.clone();
        thread::spawn(move || {
            let again = reopen();
            let reread = Reread {
                story: Arc::new(again.story),
                stories: again.stories,
                problem: again.problem,
                asked,
            };
            let _ = sender.send(Incoming::Event(Event::Reread(reread)));
        });
    }

    fn keep_session(&self) {
        let Some(path) = &self.opening.session else {
            return;
        };
        if let Ok(text) = toml::to_string(&Session::of(&self.state)) {
            // A session is a courtesy: where it cannot be kept, none is.
            let _ = replace(path, &text);
        }
    }
}

fn start_worker(
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
fn start_watch(
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

fn read_the_terminal(sender: Sender<Incoming>) -> Input {
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

fn listen_for_signals(sender: Sender<Incoming>, lent: Arc<AtomicBool>) -> io::Result<()> {
    let wanted = [SIGTERM, SIGHUP, SIGINT, SIGTSTP];
    let mut signals = signal_hook::iterator::Signals::new(wanted)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            match (signal, lent.load(Ordering::SeqCst)) {
                // What is pressed in an editor is the editor's; but when it stops, so do we.
                (SIGINT, true) => {}
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
