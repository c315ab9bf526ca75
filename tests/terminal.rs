//! True terminal sessions: the built program under a pseudo-terminal, its screen read back as a
//! terminal would show it. They wait for words, never for time; a deadline only ends a session
//! that would never come to them.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

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
    /// A home that is the session's own; it must outlive the program.
    _home: Option<TempDir>,
}

/// A home of its own for a reader who has been here before: no settings, no notes, no session.
fn home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let state = home.path().join(".local/state/rashomon");
    std::fs::create_dir_all(&state).unwrap();
    std::fs::write(state.join("started"), "").unwrap();
    home
}

impl Session {
    /// The bundled story, for a reader without settings.
    fn start(width: u16, height: u16, environment: &[(&str, &str)]) -> Session {
        let home = home();
        let mut session =
            Session::open(home.path(), (width, height), environment, &["--no-session"]);
        session._home = Some(home);
        session
    }

    fn open(
        home: &Path,
        size: (u16, u16),
        environment: &[(&str, &str)],
        arguments: &[&str],
    ) -> Session {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rashomon"));
        command.args(["--theme", "dark"]);
        command.args(arguments);
        Session::run(command, home, size, environment)
    }

    /// A command under a pseudo-terminal of its own.
    fn run(
        mut command: CommandBuilder,
        home: &Path,
        (width, height): (u16, u16),
        environment: &[(&str, &str)],
    ) -> Session {
        let size = |cols, rows| PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        command.env_clear();
        // Nobody answers a question about colours here, so none is asked for long.
        command.env("TERM", "xterm-256color");
        command.env("HOME", home);
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
            _home: None,
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

    /// Whether the screen comes to hold something in so long, which may be tried again.
    fn comes_within(&mut self, time: Duration, holds: impl Fn(&vt100::Screen) -> bool) -> bool {
        let begun = Instant::now();
        while !holds(self.screen.screen()) {
            match self
                .output
                .recv_timeout(time.saturating_sub(begun.elapsed()))
            {
                Ok(chunk) => self.take(&chunk),
                Err(_) => return false,
            }
        }
        true
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

    /// What was last sent to the terminal's clipboard.
    fn clipboard(&self) -> Option<String> {
        let sent = String::from_utf8_lossy(&self.raw);
        let (_, after) = sent.rsplit_once("\x1b]52;")?;
        let (_, after) = after.split_once(';')?;
        let end = after.find(['\x07', '\x1b'])?;
        String::from_utf8(from_base64(&after[..end])).ok()
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

fn from_base64(text: &str) -> Vec<u8> {
    let letters = text.bytes().take_while(|byte| *byte != b'=');
    let values = letters.map(|byte| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    });
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0u32, 0);
    for value in values {
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap());
        }
    }
    bytes
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
    let copied = session.clipboard().expect("a clipboard sequence was sent");
    assert!(copied.contains("living up to its commitments"), "{copied}");
    assert!(copied.contains("\u{2014} Press TV (inferred)"), "{copied}");
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
fn counts_tiles_and_lists_come_through_a_terminal() {
    let mut session = Session::start(120, 40, &[]);
    session.wait_for("shares no passage");
    session.press("\t\t]\x1b2]p");
    session.wait_for(", 3 of 6");
    session.press("02]");
    session.wait_for(", 5 of 6");
    session.press("t");
    session.wait_for("a grid of two rows");
    session.wait_for("D  US, Russia fail");
    session.press("/terroris\t");
    session.wait_for("/ change");
    session.press("G\r");
    session.wait_for("11 of 11 in 4 articles");
    session.press("q");
    assert!(session.ended().success());
    session.assert_given_back();
}

/// A tmux of its own that runs a command; none where there is no tmux. Most readers of a remote
/// machine are inside one.
#[cfg(unix)]
fn in_tmux(home: &Path, more: &[(&str, &str)], arguments: &[&str]) -> Option<Session> {
    let path = std::env::var_os("PATH")?;
    if !std::env::split_paths(&path).any(|folder| folder.join("tmux").is_file()) {
        eprintln!("no tmux here: nothing is tried");
        return None;
    }
    let settings = home.join("tmux.conf");
    std::fs::write(&settings, "set -s set-clipboard on\nset -g status off\n").unwrap();
    let mut command = CommandBuilder::new("tmux");
    command.arg("-S");
    command.arg(home.join("socket"));
    command.arg("-f");
    command.arg(settings);
    command.arg("new-session");
    command.args(arguments);
    let path = path.to_str().unwrap();
    let mut environment = vec![("PATH", path), ("LANG", "C.UTF-8"), ("SHELL", "/bin/sh")];
    environment.extend(more);
    Some(Session::run(command, home, (100, 30), &environment))
}

#[cfg(unix)]
#[test]
fn inside_tmux_it_draws_copies_and_quits() {
    let home = home();
    let command = [env!("CARGO_BIN_EXE_rashomon"), "--theme", "dark"];
    let Some(mut session) = in_tmux(home.path(), &[], &command) else {
        return;
    };
    session.wait_for("shares no passage");
    session.press("]\r");
    session.wait_for("tell the same event");
    session.press("y");
    session.wait_for("Sent to the terminal");
    session.resize(60, 20);
    session.press("\x1b");
    session.wait_for("C Press TV");
    session.press("q");
    session.wait_for("[exited]");
    assert!(session.ended().success());
    let copied = session.clipboard().expect("tmux hands the clipboard on");
    assert!(copied.contains("Press TV (inferred)"), "{copied}");
}

/// From a shell inside tmux: what a shell, an editor, another program and a signal do to the room.
#[cfg(unix)]
#[test]
fn inside_tmux_it_suspends_edits_watches_is_resized_and_killed() {
    let (home, folder) = (home(), folder());
    let tools = tempfile::tempdir().unwrap();
    let editor = editor(tools.path());
    let input = folder.path().to_str().unwrap();
    let environment = [("EDITOR", editor.as_str()), ("PS1", "ready> ")];
    let Some(mut session) = in_tmux(home.path(), &environment, &["sh", "-i"]) else {
        return;
    };
    let at = |name: &str| tools.path().join(name);
    let shown = |name: &str| at(name).to_str().unwrap().to_string();
    session.wait_for("ready>");
    session.press(&format!("stty -g > {}\r", shown("before")));
    let program = env!("CARGO_BIN_EXE_rashomon");
    session.press(&format!(
        "clear; sh -c 'echo $$ > {}; exec {program} --theme dark --no-session {input}'\r",
        shown("pid")
    ));
    session.wait_for("share");
    session.press("\x1a");
    session.wait_for("Stopped");
    session.wait_for("ready>");
    session.press("clear; fg\r");
    session.wait_for("The bridge is closed");
    session.press("E");
    session.wait_for("editing +1 ");
    session.press("x\r");
    session.wait_for("The bridge is closed");
    let new = at("new");
    let text = "Bridge open again\n\nThe old bridge reopened on Saturday.\n";
    std::fs::write(&new, text).unwrap();
    std::fs::rename(&new, folder.path().join("east.txt")).unwrap();
    session.wait_for("Read again: A has changed");
    for (width, height) in [(40, 12), (3, 2), (250, 70), (1, 1), (300, 100), (80, 24)] {
        session.resize(width, height);
    }
    session.wait_for("Bridge open again");
    session.press("?");
    session.wait_for("type to narrow");
    let pid = std::fs::read_to_string(at("pid")).unwrap();
    let sent = std::process::Command::new("kill").arg(pid.trim()).status();
    assert!(sent.unwrap().success());
    session.wait_for("ready>");
    session.press(&format!("stty -g > {}; clear; echo left\r", shown("after")));
    session.wait_until("a usable shell", |screen| {
        screen.contents().starts_with("left")
    });
    let modes = |name: &str| std::fs::read_to_string(at(name)).unwrap();
    assert_eq!(modes("before"), modes("after"), "the terminal is as it was");
    session.press("exit\r");
    session.wait_for("[exited]");
    session.ended();
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
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
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

/// With the terminal as its own the program hears a signal; without, it must see for itself that
/// nobody is there any more. Its complaints would go to the same terminal.
#[cfg(unix)]
#[test]
fn a_closed_terminal_ends_the_session_quietly() {
    const A_PANIC: u32 = 101;
    for own in [true, false] {
        let home = home();
        let pair = native_pty_system().openpty(PtySize::default()).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rashomon"));
        command.args(["--theme", "dark", "--no-session"]);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        command.set_controlling_tty(own);
        let mut child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (mut seen, mut chunk) = (Vec::new(), [0; 4096]);
        while !String::from_utf8_lossy(&seen).contains("Reuters") {
            let count = reader.read(&mut chunk).unwrap();
            assert!(count > 0, "the program ended before it was left");
            seen.extend_from_slice(&chunk[..count]);
        }
        drop((reader, pair.master));
        let mut killer = child.clone_killer();
        let (tell, ended) = channel();
        std::thread::spawn(move || tell.send(child.wait().unwrap()));
        let Ok(status) = ended.recv_timeout(DEADLINE) else {
            killer.kill().unwrap();
            panic!("it goes on without a terminal (its own: {own})");
        };
        assert_ne!(status.exit_code(), A_PANIC, "its own: {own}");
    }
}

/// Killed before anything is compared: as soon as the terminal is taken.
#[cfg(unix)]
#[test]
fn a_session_killed_while_it_starts_leaves_the_terminal_as_it_was() {
    let mut session = Session::start(80, 24, &[]);
    session.wait_until("the alternate screen", vt100::Screen::alternate_screen);
    let id = session.child.process_id().unwrap().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-s", "TERM", &id])
        .status();
    assert!(sent.unwrap().success());
    assert!(
        !session.ended().success(),
        "the parent sees that it was ended"
    );
    session.assert_given_back();
}

#[test]
fn a_lexicon_that_cannot_be_read_is_told_and_the_story_opens() {
    let (home, folder) = (home(), folder());
    let own = home.path().join(".config/rashomon/lexicons");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join("own.toml"), "[lexicon]\nnmae = \"Own\"\n").unwrap();
    let input = folder.path().to_str().unwrap();
    let mut session = Session::open(home.path(), (160, 30), &[], &[input]);
    session.wait_for("No ferry left the harbour");
    session.wait_for("own.toml:2:1: unknown field");
    session.press("q");
    assert!(session.ended().success());
    session.assert_given_back();
}

#[test]
fn without_colour_only_modifiers_are_sent() {
    let mut session = Session::start(100, 30, &[("NO_COLOR", "1")]);
    session.wait_for("shares no passage");
    session.press("\t\tf");
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
    // It stops a moment after it has given the terminal back: what comes before that is lost.
    let back = |screen: &vt100::Screen| {
        screen.alternate_screen() && screen.contents().contains("A Reuters")
    };
    let goes_on = (0..300).any(|_| {
        let sent = std::process::Command::new("kill")
            .args(["-s", "CONT", &id])
            .status()
            .unwrap();
        assert!(sent.success());
        session.comes_within(Duration::from_millis(100), back)
    });
    assert!(goes_on, "the room never came again");
    session.press("q");
    assert!(session.ended().success());
}

/// A folder of two articles of our own.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        (
            "east.txt",
            "The bridge is closed\n\nThe old bridge over the river was closed on Friday.\n",
        ),
        (
            "west.txt",
            "Ferries stop\n\nNo ferry left the harbour on Friday, the mayor said.\n",
        ),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn the_window_is_named_after_the_story_chosen_from_a_list() {
    let (home, folder) = (home(), folder());
    // More than are read side by side without a choice.
    for nth in 0..12 {
        let text = format!(
            "Ship number {nth} sails for the islands\n\nShip number {nth} left quay {nth} on Friday \
             with all of its crew on board.\n\nNobody on the pier had expected it that early.\n"
        );
        std::fs::write(folder.path().join(format!("ship{nth}.txt")), text).unwrap();
    }
    let input = folder.path().to_str().unwrap();
    let mut session = Session::open(home.path(), (80, 24), &[], &[input]);
    session.wait_for("14 articles");
    let named = |session: &Session| {
        let sent = String::from_utf8_lossy(&session.raw);
        sent.contains("\x1b]0;rashomon: ")
    };
    assert!(!named(&session));
    session.press("\r");
    session.wait_for("left quay");
    assert!(named(&session));
    session.press("q");
    session.ended();
    session.assert_given_back();
}

#[test]
fn a_first_start_is_welcomed_once() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::open(home.path(), (80, 24), &[], &[]);
    session.wait_for("Welcome: ");
    session.wait_for("is shared by C, E");
    session.press("j");
    session.wait_until("the hint gone", |screen| {
        !screen.contents().contains("Welcome")
    });
    session.press("q");
    session.ended();
    let mut again = Session::open(home.path(), (80, 24), &[], &[]);
    again.wait_for("C Press TV \u{b7}");
    assert!(!String::from_utf8_lossy(&again.raw).contains("Welcome"));
    again.press("q");
    again.ended();
}

#[test]
fn a_session_opens_where_it_was_left_unless_told_not_to() {
    let home = home();
    let mut session = Session::open(home.path(), (80, 24), &[], &[]);
    session.wait_for("shares no passage");
    session.press("\t\t]");
    session.wait_for(", 1 of ");
    session.press("q");
    session.ended();
    let mut resumed = Session::open(home.path(), (80, 24), &[], &[]);
    resumed.wait_for("C Press TV \u{b7}");
    resumed.wait_for(", 1 of ");
    resumed.press("q");
    resumed.ended();
    let mut anew = Session::open(home.path(), (80, 24), &[], &["--no-session"]);
    anew.wait_for("A Reuters \u{b7} top");
    anew.press("q");
    anew.ended();
}

#[test]
fn a_changed_file_is_read_again() {
    let (home, folder) = (home(), folder());
    let input = folder.path().to_str().unwrap();
    let mut session = Session::open(home.path(), (100, 30), &[], &[input]);
    session.wait_for("share");
    let new = folder.path().join("new");
    std::fs::write(
        &new,
        "Bridge open again\n\nThe old bridge reopened on Saturday.\n",
    )
    .unwrap();
    std::fs::rename(&new, folder.path().join("east.txt")).unwrap();
    session.wait_for("Read again: A has changed");
    session.wait_for("reopened on Saturday");
    session.press("q");
    assert!(session.ended().success());
    session.assert_given_back();
}

/// Its bytes come only once, so they are kept.
#[cfg(unix)]
#[test]
fn what_came_by_standard_input_is_still_there_when_all_is_read_again() {
    let (home, folder) = (home(), folder());
    let mut command = CommandBuilder::new("/bin/sh");
    let script = format!(
        "cat {} | {} --theme dark --no-session -",
        folder.path().join("east.txt").display(),
        env!("CARGO_BIN_EXE_rashomon")
    );
    command.args(["-c", script.as_str()]);
    command.cwd(folder.path());
    let path = std::env::var("PATH").unwrap_or_default();
    let environment = [("PATH", path.as_str())];
    let mut session = Session::run(command, home.path(), (100, 30), &environment);
    session.wait_for("The bridge is closed");
    session.wait_for("shares no passage");
    session.press("\x12");
    session.wait_for("Nothing has changed in the files");
    session.press("q");
    assert!(session.ended().success());
}

/// Sees a note in the list of notes, closes that and ends the room.
fn list_and_leave(session: &mut Session, note: &str) {
    session.press("B");
    session.wait_for(note);
    session.press("q");
    session.wait_until("the list gone", |screen| !screen.contents().contains(note));
    session.press("q");
    session.ended();
}

#[test]
fn a_note_is_kept_beside_the_story_and_listed_the_next_time() {
    let (home, folder) = (home(), folder());
    let input = folder.path().to_str().unwrap();
    let mut session = Session::open(home.path(), (100, 30), &[], &[input]);
    session.wait_for("share");
    session.press("awho closed it?\r");
    session.wait_for("Noted");
    session.press("q");
    session.ended();
    let kept = std::fs::read_to_string(folder.path().join("rashomon.notes.toml")).unwrap();
    assert!(kept.contains("who closed it?"), "{kept}");
    let mut again = Session::open(home.path(), (100, 30), &[], &[input]);
    again.wait_for("share");
    list_and_leave(&mut again, "who closed it?");
}

#[test]
fn a_note_that_another_has_written_is_there_when_all_is_read_again() {
    let (home, folder) = (home(), folder());
    let input = folder.path().to_str().unwrap();
    let notes = folder.path().join("rashomon.notes.toml");
    std::fs::write(&notes, "[[note]]\n").unwrap();
    let mut session = Session::open(home.path(), (100, 30), &[], &[input]);
    session.wait_for("line 1: missing field");
    std::fs::write(&notes, "").unwrap();
    session.press("\x12");
    session.wait_for("Nothing has changed in the files");
    session.press("awho closed it?\r");
    session.wait_for("Noted");
    let mine = std::fs::read_to_string(&notes).unwrap();
    assert!(mine.contains("who closed it?"), "{mine}");
    std::fs::write(&notes, mine.replace("who closed it?", "and who opened it?")).unwrap();
    session.press("\x12");
    session.wait_for("Nothing has changed in the files");
    list_and_leave(&mut session, "and who opened it?");
}

#[test]
fn where_the_notes_on_the_bundled_story_are_is_said_once() {
    let mut session = Session::start(120, 30, &[]);
    session.wait_for("shares no passage");
    session.press("b");
    session.wait_for("Notes are kept in");
    session.wait_for("notes/bundled.toml");
    session.press("b");
    session.wait_for("Bookmark taken away");
    session.press("q");
    session.ended();
}

/// An editor that says what it was called with, and reads a line from the terminal.
#[cfg(unix)]
fn editor(folder: &Path) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("editor.sh");
    let script = "#!/bin/sh\necho \"editing $*\"\nread -r line\necho \"the editor got $line\"\n";
    std::fs::write(&path, script).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_string()
}

#[cfg(unix)]
#[test]
fn the_editor_has_the_terminal_to_itself_and_gives_it_back() {
    let (home, folder) = (home(), folder());
    let tools = tempfile::tempdir().unwrap();
    let editor = editor(tools.path());
    let input = folder.path().to_str().unwrap();
    let environment = [("EDITOR", editor.as_str())];
    let mut session = Session::open(home.path(), (120, 30), &environment, &[input]);
    session.wait_for("share");
    session.press("E");
    session.wait_for("editing +1 ");
    assert!(!session.screen.screen().alternate_screen());
    // These would quit the room.
    session.press("qqq\r");
    session.wait_until("the room again", |screen| screen.alternate_screen());
    session.wait_for("The bridge is closed");
    assert!(String::from_utf8_lossy(&session.raw).contains("the editor got qqq"));
    session.press("q");
    assert!(session.ended().success());
}

#[cfg(unix)]
#[test]
fn an_editor_that_is_not_there_is_told() {
    let (home, folder) = (home(), folder());
    let input = folder.path().to_str().unwrap();
    let environment = [("EDITOR", "/nowhere/editor")];
    let mut session = Session::open(home.path(), (120, 30), &environment, &[input]);
    session.wait_for("share");
    session.press("E");
    session.wait_for("The editor /nowhere/editor cannot be started");
    session.press("q");
    assert!(session.ended().success());
}

/// zsh completes only at a prompt, so it is asked at one.
#[cfg(unix)]
#[test]
fn zsh_completes_a_commands_options_and_files_beside_commands() {
    let Some(path) = std::env::var_os("PATH") else {
        return;
    };
    if !std::env::split_paths(&path).any(|folder| folder.join("zsh").is_file()) {
        eprintln!("no zsh here: nothing is tried");
        return;
    }
    let home = home();
    let script = std::process::Command::new(env!("CARGO_BIN_EXE_rashomon"))
        .args(["completions", "zsh"])
        .output()
        .unwrap();
    std::fs::write(home.path().join("_rashomon"), script.stdout).unwrap();
    std::fs::write(home.path().join("corner.txt"), "").unwrap();
    let settings = "PS1='ready> '\nfpath=(~ $fpath)\nautoload -Uz compinit\ncompinit -u -D\ncd\n";
    std::fs::write(home.path().join(".zshrc"), settings).unwrap();
    let environment = [("PATH", path.to_str().unwrap()), ("LANG", "C.UTF-8")];
    let command = CommandBuilder::new("zsh");
    let mut session = Session::run(command, home.path(), (100, 30), &environment);
    session.wait_for("ready>");
    for (typed, completed) in [
        ("rashomon report --fo\t", "report --format="),
        ("rashomon report --format m\t", "--format markdown"),
        ("rashomon story n\t", "story new "),
        ("rashomon --plain=ov\t", "--plain=overview"),
        ("rashomon co\t", "corner.txt"),
        ("rashomon cove\t", "rashomon coverage "),
        ("rashomon corner.txt cor\t", "corner.txt corner.txt"),
    ] {
        session.press(typed);
        session.wait_for(completed);
        // The line is let go of, and the screen is blank for the next.
        session.press("\x15\x0c");
        session.wait_until("a blank line", |screen| {
            screen.contents().trim() == "ready>"
        });
    }
    session.press("exit\r");
    session.ended();
}
