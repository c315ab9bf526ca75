//! What the room asks of the world, done: the clipboard, the editor, the browser, the files, the
//! shell that it is suspended to.

use std::io;
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use super::Room;
use super::sources::{Incoming, start_reading, start_worker};
use crate::notes::Note;
use crate::story::Place;
use crate::tui::effect::Effect;
use crate::tui::opening::line_in_file;
use crate::tui::outside::{self, Browser};
use crate::tui::terminal::Mouse;
use crate::tui::update::Event;

impl Room {
    /// Does what was asked for.
    pub(super) fn perform(&mut self, effect: Effect) -> io::Result<()> {
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
            Effect::Browse(address) => self.browse(&address)?,
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
            Effect::ReadAgain => {
                self.look_at_notes();
                self.read_again(true);
            }
        }
        Ok(())
    }

    /// Gives the terminal back, stops, and takes it again when the shell lets us go on.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        self.terminal.leave();
        emulate_default_handler(SIGTSTP)?;
        self.terminal.enter_again(self.state.mouse)
    }

    fn keep_notes(&mut self, notes: &[Note]) {
        match self.opening.notes.go_on(&self.noted, notes) {
            Ok(kept) => {
                if kept.notes != notes {
                    self.state.notes.take(&kept.notes, &self.state.story);
                }
                self.noted = kept.notes;
                if !std::mem::replace(&mut self.told_of_notes, true)
                    && let Some(where_they_are) = self.opening.notes.told_of(&kept.file)
                {
                    self.state.say(where_they_are);
                }
            }
            Err(error) => self.state.complain(error.to_string()),
        }
    }

    /// Takes in what has been written into the file of notes meanwhile; one that could not be read may
    /// have been mended.
    fn look_at_notes(&mut self) {
        let notes = &mut self.state.notes;
        match self.opening.notes.joined(&self.noted, &notes.plain()) {
            Ok(joined) => {
                notes.refused = None;
                notes.take(&joined.notes, &self.state.story);
                self.noted = joined.there;
            }
            // Told when the reader wants to see or make one.
            Err(error) => notes.refused = Some(error.to_string()),
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
        match self.lend(&mut command)? {
            Ok(status) if status.success() => self.read_again(false),
            Ok(status) => self
                .state
                .complain(format!("The editor ended with {status}")),
            Err(error) => {
                let reason = outside::not_started("editor", &command, &error);
                self.state.complain(reason);
            }
        }
        Ok(())
    }

    /// Lends the terminal to another program until it ends; gives how it did, or why it could not
    /// be started.
    fn lend(&mut self, command: &mut Command) -> io::Result<io::Result<ExitStatus>> {
        self.input.pause()?;
        self.lent.store(true, Ordering::SeqCst);
        self.terminal.leave();
        let ended = command.status();
        self.terminal.enter_again(self.state.mouse)?;
        self.lent.store(false, Ordering::SeqCst);
        self.input.resume();
        Ok(ended)
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

    fn browse(&mut self, address: &str) -> io::Result<()> {
        let Browser {
            mut command,
            in_terminal,
        } = match outside::browser(&self.opening.browser, address) {
            Ok(browser) => browser,
            Err(reason) => {
                self.state.complain(reason);
                return Ok(());
            }
        };
        let started = if in_terminal {
            match self.lend(&mut command)? {
                Ok(status) if status.success() => return Ok(()),
                Ok(status) => Err(format!("The browser ended with {status}")),
                Err(error) => Err(outside::not_started("browser", &command, &error)),
            }
        } else {
            let sender = self.sender.clone();
            outside::start(command, move |reason| {
                let _ = sender.send(Incoming::Event(Event::Problem(reason)));
            })
        };
        match started {
            Ok(()) => self.state.say(format!("Given to the browser: {address}")),
            Err(reason) => self.state.complain(reason),
        }
        Ok(())
    }

    /// Reads the story again; when it is being read, once more after that.
    pub(super) fn read_again(&mut self, asked: bool) {
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
        if self.reading.want(asked) {
            start_reading(&files.reopen, asked, &self.sender);
        }
    }
}
