//! Other programs that the room calls: the reader's editor, the browser.
//!
//! Never through a shell: a program with its arguments, each by itself, parted and quoted as in a shell
//! all the same, since that is how readers write them. An address comes from outside, so only plain
//! http and https ones are opened, and none is put into a line that the reader has a shell read.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// The editor's call for a file, at a line where one is known. `editor` may have options of its
/// own; `None` where it names no program.
#[must_use]
pub fn editor(editor: &str, file: &Path, line: Option<usize>) -> Option<Command> {
    let words = words_of(editor);
    let (program, options) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(options);
    let file = no_option(file);
    let name = Path::new(program).file_stem().unwrap_or_default();
    let with_line = |line: usize| {
        let mut joined = file.as_os_str().to_os_string();
        joined.push(format!(":{line}"));
        joined
    };
    match (name.to_string_lossy().as_ref(), line) {
        (_, None) | ("open" | "xdg-open" | "notepad", _) => command.arg(&file),
        ("code" | "codium" | "code-insiders" | "cursor", Some(line)) => {
            command.arg("--goto").arg(with_line(line))
        }
        ("hx" | "helix" | "subl" | "zed" | "micro", Some(line)) => command.arg(with_line(line)),
        ("kate" | "kwrite", Some(line)) => command.arg("--line").arg(line.to_string()).arg(&file),
        // vi's own form, which nano, emacs, kak, joe, ed and most others take.
        (_, Some(line)) => command.arg(format!("+{line}")).arg(&file),
    };
    Some(command)
}

/// A file's name as no program takes it for an option.
fn no_option(file: &Path) -> PathBuf {
    match file.to_string_lossy().starts_with('-') {
        true => Path::new(".").join(file),
        false => file.to_path_buf(),
    }
}

/// A program with its options as a shell would part them: at blanks, save between marks and behind
/// a backslash. What names a file as it stands is that file, blanks and all.
fn words_of(command: &str) -> Vec<String> {
    if Path::new(command).is_file() {
        return vec![command.to_string()];
    }
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut mark = None;
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        match (mark, letter) {
            (Some(open), letter) if letter == open => mark = None,
            (None, '\'' | '"') => {
                mark = Some(letter);
                // Two marks with nothing between them are a word too.
                word.get_or_insert_default();
            }
            // Elsewhere a backslash parts the folders of a path.
            (None | Some('"'), '\\') if cfg!(unix) => {
                word.get_or_insert_default().extend(letters.next());
            }
            (None, blank) if blank.is_whitespace() => words.extend(word.take()),
            (_, other) => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}

/// Browsers that draw in the terminal themselves.
const IN_TERMINAL: [&str; 7] = [
    "browsh", "carbonyl", "chawan", "elinks", "links", "lynx", "w3m",
];

/// Programs that take a line of commands.
const SHELLS: [&str; 13] = [
    "ash",
    "bash",
    "cmd",
    "csh",
    "dash",
    "fish",
    "ksh",
    "mksh",
    "nu",
    "powershell",
    "pwsh",
    "sh",
    "zsh",
];

/// Whether an address put for "%s" would be read by a shell: it may be called by another program
/// ("env sh -c …"), so any word may name it.
fn reaches_a_shell(words: &[String]) -> bool {
    let named = |word: &String| {
        let name = Path::new(word).file_stem().unwrap_or_default();
        SHELLS.iter().any(|shell| name == *shell)
    };
    words.iter().any(named) && words.iter().any(|word| word.contains("%s"))
}

/// A browser about to be called.
#[derive(Debug)]
pub struct Browser {
    pub command: Command,
    /// It needs the terminal for itself, as an editor does.
    pub in_terminal: bool,
}

/// The browser's call for an address. `browser` is a program, or nothing for the platform's own; of
/// several, parted as `$BROWSER` may have them, the first. Where "%s" stands the address is put.
///
/// # Errors
/// When the address is none that a browser should be given, or a shell would read it.
pub fn browser(browser: &str, address: &str) -> Result<Browser, String> {
    let lower = address.to_ascii_lowercase();
    let is_web = lower.starts_with("http://") || lower.starts_with("https://");
    let odd = |letter: char| letter.is_whitespace() || letter.is_control();
    if !is_web || address.contains(odd) {
        return Err(format!(
            "Not opened, only http and https addresses are: {address}"
        ));
    }
    let own = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let first = env::split_paths(browser).next().unwrap_or_default();
    let mut words = words_of(&first.to_string_lossy());
    if words.is_empty() {
        words.push(own.to_string());
    }
    if reaches_a_shell(&words) {
        return Err(
            "Not opened: a shell would read the address; name the browser itself, \
             or a script of your own that gets the address"
                .to_string(),
        );
    }
    let program = words.remove(0);
    let mut command = Command::new(&program);
    match words.iter().any(|word| word.contains("%s")) {
        true => command.args(words.iter().map(|word| word.replace("%s", address))),
        false => command.args(words).arg(address),
    };
    let name = Path::new(&program).file_stem().unwrap_or_default();
    let in_terminal = IN_TERMINAL.iter().any(|known| name == *known);
    if !in_terminal {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
    }
    Ok(Browser {
        command,
        in_terminal,
    })
}

/// Starts a browser that has a window of its own; nobody waits for it, but how it failed is told.
///
/// # Errors
/// When it cannot be started: which, and why.
pub fn start(
    mut command: Command,
    failed: impl FnOnce(String) + Send + 'static,
) -> Result<(), String> {
    let mut child = command
        .spawn()
        .map_err(|error| not_started("browser", &command, &error))?;
    let program = command.get_program().display().to_string();
    thread::spawn(move || match child.wait() {
        Ok(status) if !status.success() => {
            failed(format!("The browser {program} ended with {status}"));
        }
        Ok(_) | Err(_) => {}
    });
    Ok(())
}

/// "The editor vim cannot be started: …".
#[must_use]
pub fn not_started(what: &str, command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().display();
    format!("The {what} {program} cannot be started: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(command: &Command) -> Vec<String> {
        std::iter::once(command.get_program())
            .chain(command.get_args())
            .map(|word| word.to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn each_editor_gets_the_line_in_its_own_form() {
        let call = |name, line| words(&editor(name, Path::new("a b.txt"), line).unwrap());
        assert_eq!(call("vim", Some(7)), ["vim", "+7", "a b.txt"]);
        assert_eq!(call("vim", None), ["vim", "a b.txt"]);
        assert_eq!(
            call("/usr/bin/code --wait", Some(7)),
            ["/usr/bin/code", "--wait", "--goto", "a b.txt:7"]
        );
        assert_eq!(call("hx", Some(7)), ["hx", "a b.txt:7"]);
        assert!(editor("  ", Path::new("a"), None).is_none());
    }

    #[test]
    fn an_editor_is_written_as_in_a_shell() {
        let call = |name| words(&editor(name, Path::new("-a.txt"), Some(7)).unwrap());
        assert_eq!(
            call("emacsclient -c -a \"\""),
            ["emacsclient", "-c", "-a", "", "+7", "./-a.txt"]
        );
        assert_eq!(call("'/my tools/ed' -x")[..2], ["/my tools/ed", "-x"]);
        assert_eq!(call("'/my tools/ed"), ["/my tools/ed", "+7", "./-a.txt"]);
        assert_eq!(call("open -t"), ["open", "-t", "./-a.txt"]);
        assert_eq!(call("kate"), ["kate", "--line", "7", "./-a.txt"]);
        if cfg!(unix) {
            assert_eq!(call(r"/my\ tools/ed")[0], "/my tools/ed");
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("my ed");
        std::fs::write(&path, "").unwrap();
        let path = path.to_str().unwrap();
        assert_eq!(call(path)[0], path);
    }

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        let call = |program, address| words(&browser(program, address).unwrap().command);
        let good = call("", "https://news.example/a?b=1&c=$(x)");
        assert_eq!(good.last().unwrap(), "https://news.example/a?b=1&c=$(x)");
        assert_eq!(call("w3m -N", "http://x.example")[..2], ["w3m", "-N"]);
        // Elsewhere than on Unix a colon parts nothing.
        if cfg!(unix) {
            let several = call("lynx %s:firefox", "http://x.example");
            assert_eq!(several, ["lynx", "http://x.example"]);
            let within = call("run --at=%s -q:firefox", "http://x.example");
            assert_eq!(within, ["run", "--at=http://x.example", "-q"]);
        }
        for bad in [
            "file:///etc/passwd",
            "javascript:1",
            "--help",
            "https://x y",
            "https://x\n",
        ] {
            assert!(browser("", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_is_never_read_by_a_shell() {
        for program in [
            "sh -c 'w3m %s'",
            "/bin/bash -c 'w3m \"%s\"'",
            "env -i zsh -c 'lynx %s'",
        ] {
            let told = browser(program, "https://x.example/$(reboot)").unwrap_err();
            assert!(told.contains("name the browser itself"), "{told}");
        }
        // As an argument it is no line of a shell's.
        for program in ["sh /home/me/open.sh", "firefox --new-tab %s"] {
            assert!(browser(program, "https://x.example").is_ok(), "{program}");
        }
    }

    #[test]
    fn a_browser_of_the_terminal_gets_the_terminal() {
        let in_terminal = |program| browser(program, "http://x.example").unwrap().in_terminal;
        assert!(in_terminal("w3m") && in_terminal("/usr/bin/lynx -nocolor"));
        assert!(!in_terminal("firefox") && !in_terminal(""));
    }

    #[test]
    fn a_browser_that_is_not_there_or_fails_is_named() {
        let reason = start(Command::new("no-such-browser"), |_| {}).unwrap_err();
        assert!(
            reason.contains("The browser no-such-browser cannot be started"),
            "{reason}"
        );
        if cfg!(unix) {
            let (tell, told) = std::sync::mpsc::channel();
            start(Command::new("false"), move |reason| {
                tell.send(reason).unwrap();
            })
            .unwrap();
            let reason = told.recv().unwrap();
            assert!(
                reason.starts_with("The browser false ended with"),
                "{reason}"
            );
        }
    }
}
