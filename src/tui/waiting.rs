//! Before the room: a quiet screen that says how far the reading is.
//!
//! Files on a disk are read before anyone could wonder; addresses and thousands of pages are not.
//! The work runs in a thread of its own, and when it has not ended within a moment the terminal is
//! taken and shows its progress, with the key that stops. This screen looks for keys itself and
//! leaves none behind, so that the room's own reader of keys finds the terminal as it wants it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::buffer::Buffer;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::flag;
use signal_hook::low_level::{emulate_default_handler, unregister};

use super::ascii;
use super::options::{Look, Options};
use super::terminal::Terminal;
use super::widgets::paint::{self, below, inset, row, run};
use crate::ingest::Progress;

/// Work that ends within this time is not worth a screen.
const MOMENT: Duration = Duration::from_millis(150);
/// How long a key may wait to be heard.
const TICK: Duration = Duration::from_millis(50);

/// What the room begins with: its look, and the terminal where it has been taken already.
pub struct Beginning {
    pub(super) look: Look,
    pub(super) taken: Option<Taken>,
}

/// The terminal, with an ear for the signals that end the program until the room listens itself.
pub struct Taken {
    pub(super) terminal: Terminal,
    signals: Signals,
}

impl Taken {
    /// The signal that has come since the terminal was taken, if any. Asked once whoever comes after
    /// hears signals too, so that none falls between the two.
    pub(super) fn signal(&self) -> Option<i32> {
        self.signals.come()
    }
}

enum News<T> {
    Progress(Progress),
    Done(T),
}

/// Does the work, showing its progress on the terminal when it takes long; gives what came of it, and
/// what the room is to look like. `None` when the reader does not want to wait for it.
///
/// # Errors
/// When the terminal cannot be used, or the work came to no end.
pub fn until_done<T: Send + 'static>(
    options: &Options,
    work: impl FnOnce(&(dyn Fn(Progress) + Sync)) -> T + Send + 'static,
) -> anyhow::Result<Option<(T, Beginning)>> {
    let news = begin(work);
    // A terminal may take its time to tell its colours: the work goes on meanwhile.
    let look = options.look();
    let mut last = None;
    let mut taken = None;
    let done = match wait(&news, MOMENT, &mut last)? {
        Some(done) => Some(done),
        None => on_screen(&look, &news, last, &mut taken)?,
    };
    Ok(done.map(|done| (done, Beginning { look, taken })))
}

/// Begins the work in a thread of its own; gives what is told of it.
fn begin<T: Send + 'static>(
    work: impl FnOnce(&(dyn Fn(Progress) + Sync)) -> T + Send + 'static,
) -> Receiver<News<T>> {
    let (sender, news) = channel();
    thread::spawn(move || {
        let tell = {
            let sender = std::sync::Mutex::new(sender.clone());
            move |progress| {
                if let Ok(sender) = sender.lock() {
                    let _ = sender.send(News::Progress(progress));
                }
            }
        };
        let done = work(&tell);
        let _ = sender.send(News::Done(done));
    });
    news
}

/// Waits for the end of the work; `None` when the time is over.
fn wait<T>(
    news: &Receiver<News<T>>,
    time: Duration,
    last: &mut Option<Progress>,
) -> anyhow::Result<Option<T>> {
    let until = std::time::Instant::now() + time;
    loop {
        let left = until.saturating_duration_since(std::time::Instant::now());
        match news.recv_timeout(left) {
            Ok(News::Done(done)) => return Ok(Some(done)),
            Ok(News::Progress(progress)) => *last = Some(progress),
            Err(RecvTimeoutError::Timeout) => return Ok(None),
            Err(RecvTimeoutError::Disconnected) => {
                anyhow::bail!("reading failed in an unforeseen way; name fewer files to find which")
            }
        }
    }
}

fn on_screen<T>(
    look: &Look,
    news: &Receiver<News<T>>,
    mut last: Option<Progress>,
    taken: &mut Option<Taken>,
) -> anyhow::Result<Option<T>> {
    let signals = Signals::listen()?;
    let mut terminal = Terminal::take("rashomon", false)?;
    let mut shown = None;
    loop {
        if shown.as_ref() != Some(&last) {
            terminal.draw_with(|buf| {
                draw(buf, look, last.as_ref());
                None
            })?;
            shown = Some(last.clone());
        }
        if let Some(done) = wait(news, Duration::ZERO, &mut last)? {
            *taken = Some(Taken { terminal, signals });
            return Ok(Some(done));
        }
        if let Some(signal) = signals.come() {
            drop(terminal);
            emulate_default_handler(signal)?;
            return Ok(None);
        }
        if event::poll(TICK)? {
            match event::read()? {
                event::Event::Key(key) if leaves(key) => return Ok(None),
                event::Event::Resize(..) => shown = None,
                _ => {}
            }
        }
    }
}

/// Whether a key says that the reader will not wait.
fn leaves(key: KeyEvent) -> bool {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    key.kind != KeyEventKind::Release
        && match key.code {
            KeyCode::Char('c') => control,
            KeyCode::Char('q') | KeyCode::Esc => true,
            _ => false,
        }
}

/// The signals that end the program, heard so that the terminal can be given back first.
struct Signals {
    heard: Vec<(i32, Arc<AtomicBool>, signal_hook::SigId)>,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        let listen = |signal| {
            let come = Arc::new(AtomicBool::new(false));
            let id = flag::register(signal, Arc::clone(&come))?;
            Ok((signal, come, id))
        };
        let heard = [SIGTERM, SIGHUP, SIGINT, SIGQUIT].into_iter().map(listen);
        Ok(Signals {
            heard: heard.collect::<io::Result<_>>()?,
        })
    }

    fn come(&self) -> Option<i32> {
        let mut heard = self.heard.iter();
        heard.find_map(|(signal, come, _)| come.load(Ordering::SeqCst).then_some(*signal))
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for (_, _, id) in &self.heard {
            unregister(*id);
        }
    }
}

/// Three quiet lines in the middle: what is done, a bar, the key that leaves.
fn draw(buf: &mut Buffer, look: &Look, progress: Option<&Progress>) {
    let theme = &look.theme;
    let area = buf.area;
    paint::blank(buf, area, theme.text.0);
    let width = area.width.min(64);
    let top = (area.height / 2).saturating_sub(2);
    let middle = inset(below(area, top), (area.width - width) / 2, 0);
    let middle = ratatui::layout::Rect { width, ..middle };
    let (done, of) = progress.map_or((0, 0), |progress| (progress.done, progress.of));
    let words = match of {
        0 => "Reading".to_string(),
        of => format!("Reading: {done} of {of}"),
    };
    paint::text(buf, row(middle, 0), &words, theme.headline);
    let full = usize::from(width) * done / of.max(1);
    let bar = [
        run("\u{25a0}".repeat(full), theme.message),
        run("\u{25a1}".repeat(usize::from(width) - full), theme.dim),
    ];
    paint::line(buf, row(middle, 1), &bar);
    if let Some(progress) = progress {
        paint::text(buf, row(middle, 2), &progress.place, theme.dim);
    }
    let hint = [run("q", theme.hint_key), run(" stops", theme.dim)];
    paint::line(buf, row(middle, 4), &hint);
    ascii::finish(buf, look.ascii);
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    use crate::tui::theme::{Depth, Theme};

    /// Longer than any test waits.
    const LONG: Duration = Duration::from_secs(600);

    #[test]
    fn the_end_of_the_work_comes_after_all_that_it_told() {
        let progress = Progress {
            done: 1,
            of: 2,
            place: "a.txt".to_string(),
        };
        let told = progress.clone();
        let news = begin(move |tell| {
            tell(told);
            7
        });
        let mut last = None;
        assert_eq!(wait(&news, LONG, &mut last).unwrap(), Some(7));
        assert_eq!(last, Some(progress));
    }

    #[test]
    fn work_that_fails_is_told() {
        let news = begin(|_| -> u8 { panic!("no such page") });
        let failed = wait(&news, LONG, &mut None);
        assert!(failed.unwrap_err().to_string().contains("reading failed"));
    }

    #[test]
    fn the_progress_is_drawn_at_every_size_and_scrubbed() {
        let progress = Progress {
            done: 3,
            of: 9,
            place: "https://quay.example/\u{1b}[31m".to_string(),
        };
        for ascii in [false, true] {
            let look = Look {
                theme: Theme::named("dark", Depth::True).unwrap(),
                ascii,
                depth: Depth::True,
            };
            for (width, height) in [(1, 1), (20, 4), (80, 24), (250, 70)] {
                let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
                draw(&mut buf, &look, Some(&progress));
                let shown: String = buf.content().iter().map(|cell| cell.symbol()).collect();
                assert!(!shown.contains('\u{1b}'));
                assert!(width < 80 || shown.contains("Reading: 3 of 9"), "{shown}");
                assert!(!ascii || shown.is_ascii(), "{shown}");
            }
        }
    }

    #[test]
    fn q_escape_and_interrupt_leave_and_other_keys_do_not() {
        let key = |code, modifiers| leaves(KeyEvent::new(code, modifiers));
        assert!(key(KeyCode::Char('q'), KeyModifiers::NONE));
        assert!(key(KeyCode::Esc, KeyModifiers::NONE));
        assert!(key(KeyCode::Char('c'), KeyModifiers::CONTROL));
        assert!(!key(KeyCode::Char('c'), KeyModifiers::NONE));
        assert!(!key(KeyCode::Enter, KeyModifiers::NONE));
    }
}
