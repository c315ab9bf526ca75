//! True terminal sessions: the built program under a pseudo-terminal, its screen read back as a
//! terminal would show it. They wait for words, never for time; a deadline only ends a session
//! that would never come to them.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Long enough for a loaded machine; reached only when a session fails.
const DEADLINE: Duration = Duration::from_secs(30);

struct Session {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    child: Box<dyn Child + Send + Sync>,
    screen: vt100::Parser,
    /// Everything that was sent, for what a screen does not show.
    raw: Vec<u8>,
}

impl Session {
    fn start(width: u16, height: u16, environment: &[(&str, &str)]) -> Session {
        let size = |cols, rows| PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rashomon"));
        command.env_clear();
        // Nobody answers a question about colours here, so none is asked for long.
        command.env("TERM", "xterm-256color");
        command.args(["--theme", "dark"]);
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let keys = pair.master.take_writer().unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Session {
            master: pair.master,
            keys,
            output,
            child,
            screen: vt100::Parser::new(at_least_one(height), at_least_one(width), 0),
            raw: Vec::new(),
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn resize(&mut self, width: u16, height: u16) {
        let screen = self.screen.screen_mut();
        screen.set_size(at_least_one(height), at_least_one(width));
        self.master
            .resize(PtySize {
                rows: height,
                cols: width,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
    }

    /// Reads what the program draws until the screen holds some words.
    fn wait_for(&mut self, words: &str) {
        let words = words.to_string();
        self.wait_until(&format!("{words:?}"), |screen| {
            screen.contents().contains(&words)
        });
    }

    fn wait_until(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        while !holds(self.screen.screen()) {
            match self
                .output
                .recv_timeout(DEADLINE.saturating_sub(begun.elapsed()))
            {
                Ok(chunk) => self.take(&chunk),
                Err(error) => panic!(
                    "{what} never came ({error}); the screen:\n{}",
                    self.screen.screen().contents()
                ),
            }
        }
    }

    fn take(&mut self, chunk: &[u8]) {
        self.raw.extend_from_slice(chunk);
        self.screen.process(chunk);
    }

    /// Waits until the program has ended and all that it sent is read; gives its exit status.
    fn ended(&mut self) -> portable_pty::ExitStatus {
        let begun = Instant::now();
        loop {
            match self
                .output
                .recv_timeout(DEADLINE.saturating_sub(begun.elapsed()))
            {
                Ok(chunk) => self.take(&chunk),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program did not end"),
            }
        }
        self.child.wait().unwrap()
    }

    /// The terminal is as it was: every mode that was set is off again, the title is restored.
    fn assert_given_back(&self) {
        let screen = self.screen.screen();
        assert!(
            !screen.alternate_screen(),
            "the alternate screen is left on"
        );
        assert!(!screen.hide_cursor(), "the cursor is left hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is left on");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is left on"
        );
        let sent = String::from_utf8_lossy(&self.raw);
        assert_eq!(
            sent.matches("\x1b[22;0t").count(),
            1,
            "the title is remembered once"
        );
        assert_eq!(sent.matches("\x1b[23;0t").count(), 1, "and restored once");
    }
}

fn at_least_one(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

#[test]
fn a_reader_walks_flips_diffs_and_quits() {
    let mut session = Session::start(100, 40, &[]);
    session.wait_for("U.S. Secretary of State John Kerry");
    assert!(session.screen.screen().alternate_screen());
    session.wait_for("shares no passage");
    session.press("\t\t");
    session.wait_for("C Press TV \u{b7} top");
    session.press("f");
    session.wait_for("own voice");
    session.press("F]]]]]\r");
    session.wait_for("{living up to}");
    session.wait_for("C and E tell the same event");
    session.press("y");
    session.wait_for("Sent to the terminal");
    assert!(
        String::from_utf8_lossy(&session.raw).contains("\x1b]52;c;"),
        "no clipboard sequence was sent"
    );
    session.press("\x1b");
    session.wait_for("C Press TV \u{b7}");
    session.press("?");
    session.wait_for("type to narrow");
    session.press("q");
    session.wait_until("the help gone", |screen| {
        !screen.contents().contains("type to narrow")
    });
    session.press("q");
    assert!(session.ended().success());
    session.assert_given_back();
}

#[test]
fn a_storm_of_sizes_ends_in_the_right_picture() {
    let mut session = Session::start(80, 24, &[]);
    session.wait_for("shares no passage");
    session.press("\t\t ");
    session.wait_for("C Press TV");
    for (width, height) in [
        (1, 1),
        (250, 70),
        (3, 2),
        (40, 12),
        (300, 100),
        (2, 60),
        (120, 1),
    ] {
        session.resize(width, height);
    }
    session.resize(250, 60);
    session.wait_for("Different events side by side: A \u{b7} B \u{b7} C, E \u{b7} D");
    session.wait_for("E  ");
    session.press("q");
    assert!(session.ended().success());
    session.assert_given_back();
}

#[cfg(unix)]
#[test]
fn a_killed_session_leaves_the_terminal_as_it_was() {
    for signal in ["TERM", "HUP"] {
        let mut session = Session::start(80, 24, &[]);
        session.wait_for("shares no passage");
        let id = session.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", signal, &id])
            .status()
            .unwrap();
        assert!(sent.success());
        let status = session.ended();
        assert!(
            !status.success(),
            "the parent sees that it was ended by {signal}"
        );
        session.assert_given_back();
    }
}

#[test]
fn without_colour_only_modifiers_are_sent() {
    let mut session = Session::start(100, 30, &[("NO_COLOR", "1")]);
    session.wait_for("shares no passage");
    session.press("\t\t]f");
    session.wait_for("own voice");
    session.press("q");
    session.ended();
    let sent = String::from_utf8_lossy(&session.raw);
    for colour in ["\x1b[38;", "\x1b[48;", ";38;", ";48;"] {
        assert!(!sent.contains(colour), "{colour:?} was sent");
    }
    assert!(
        sent.contains("\x1b[7m") || sent.contains("\x1b[1m"),
        "nothing stands out"
    );
}

#[cfg(unix)]
#[test]
fn suspending_gives_the_terminal_back_and_takes_it_again() {
    let mut session = Session::start(80, 24, &[]);
    session.wait_for("shares no passage");
    session.press("\x1a");
    session.wait_until("the terminal back", |screen| !screen.alternate_screen());
    let id = session.child.process_id().unwrap().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-s", "CONT", &id])
        .status()
        .unwrap();
    assert!(sent.success());
    session.wait_until("the room again", |screen| {
        screen.alternate_screen() && screen.contents().contains("A Reuters")
    });
    session.press("q");
    assert!(session.ended().success());
}
