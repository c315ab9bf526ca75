//! The terminal: taken, given back.
//!
//! What the room changes in the terminal — raw mode, the alternate screen, mouse, bracketed paste,
//! title, cursor — is undone when it quits, fails, panics, is told to end, or is suspended. The
//! library's own hook leaves mouse and paste on, so the guard and the panic hook are ours. A panic
//! of a worker is none of the terminal's business: the room stays and says so.

use std::io::{self, BufWriter, Stdout, Write};
use std::mem::ManuallyDrop;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, queue};
use ratatui::Terminal as Screen;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use super::state::State;
use super::view::{view, window_title};
use crate::text::scrub;

/// Whether the terminal is ours now: what is to be undone exactly once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; given back when dropped.
pub struct Terminal {
    /// Never dropped: the library then shows the cursor, and where the terminal is gone it complains
    /// to a standard error that is gone too, which is a panic. What it would undo, [`give_back`] does.
    screen: ManuallyDrop<Screen<CrosstermBackend<BufWriter<Stdout>>>>,
    title: String,
}

impl Terminal {
    /// Takes the terminal. `title` is the window's.
    ///
    /// # Errors
    /// When it cannot be written to or is none.
    pub fn take(title: &str, mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        let title = scrub(title).into_owned();
        enter(&title, mouse)?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        Ok(Terminal {
            screen: ManuallyDrop::new(Screen::new(backend)?),
            title,
        })
    }

    /// The terminal that is taken already, for the room: under its title, with the mouse if wanted.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn furnish(mut self, title: &str, mouse: bool) -> io::Result<Self> {
        self.title = scrub(title).into_owned();
        queue!(self.screen.backend_mut(), SetTitle(&self.title))?;
        if mouse {
            queue!(self.screen.backend_mut(), Mouse(true))?;
        }
        io::Write::flush(self.screen.backend_mut())?;
        Ok(self)
    }

    /// The size now.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn size(&self) -> io::Result<Size> {
        self.screen.size()
    }

    /// Draws the state, as one update that the terminal shows at once, and names the window after what
    /// is open.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        let title = scrub(&window_title(state)).into_owned();
        if title != self.title {
            self.title = title;
            queue!(self.screen.backend_mut(), SetTitle(&self.title))?;
        }
        self.draw_with(|buf| view(state, buf))
    }

    /// Draws with a function that says where the terminal's cursor belongs, if anywhere.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw_with(
        &mut self,
        draw: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        self.screen.draw(|frame| {
            let cursor = draw(frame.buffer_mut());
            if let Some(position) = cursor {
                frame.set_cursor_position(position);
            }
        })?;
        queue!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        io::Write::flush(self.screen.backend_mut())
    }

    /// Forgets what is on the screen, so that the next draw draws all of it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn clear(&mut self) -> io::Result<()> {
        // The library's own `clear` asks the terminal where its cursor is, and the answer would go
        // to the thread that reads the keys.
        queue!(self.screen.backend_mut(), Clear(ClearType::All))?;
        self.screen.swap_buffers();
        Ok(())
    }

    /// Writes a sequence that draws nothing, such as one for the clipboard.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn send(&mut self, command: impl Command) -> io::Result<()> {
        queue!(self.screen.backend_mut(), command)?;
        io::Write::flush(self.screen.backend_mut())
    }

    /// Gives the terminal back for a while.
    pub fn leave(&mut self) {
        give_back();
    }

    /// Takes it again after [`leave`](Terminal::leave).
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn enter_again(&mut self, mouse: bool) -> io::Result<()> {
        enter(&self.title, mouse)?;
        self.clear()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter(title: &str, mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    queue!(
        out,
        PushTitle,
        SetTitle(title),
        EnterAlternateScreen,
        EnableBracketedPaste,
        Hide
    )?;
    if mouse {
        queue!(out, Mouse(true))?;
    }
    out.flush()
}

/// Undoes everything, once. Errors are of no use to anybody here: the terminal may be gone.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = queue!(
        out,
        EndSynchronizedUpdate,
        Mouse(false),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        PopTitle,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// A panic of this thread gives the terminal back and then tells; one of a worker is told by the
/// room.
fn give_back_on_panic() {
    let ours = thread::current().id();
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == ours {
            give_back();
            tell(panic);
        } else if !TAKEN.load(Ordering::SeqCst) {
            tell(panic);
        }
    }));
}

/// Asks for presses and the wheel, not for every movement; or gives the mouse back.
pub struct Mouse(pub bool);

impl Command for Mouse {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str(if self.0 {
            "\x1b[?1000h\x1b[?1006h"
        } else {
            "\x1b[?1006l\x1b[?1000l"
        })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Has the terminal remember its title.
struct PushTitle;

impl Command for PushTitle {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str("\x1b[22;0t")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Has it take the remembered title again.
struct PopTitle;

impl Command for PopTitle {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str("\x1b[23;0t")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}
