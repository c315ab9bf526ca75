//! Other programs that the room calls: the reader's editor, the browser.
//!
//! Never through a shell: a program with its arguments, each by itself. An address comes from
//! outside, so only plain http and https ones are opened.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// The editor's call for a file, at a line where one is known. `editor` may have options of its
/// own, parted by blanks.
#[must_use]
pub fn editor(editor: &str, file: &Path, line: Option<usize>) -> Option<Command> {
    let mut words = editor.split_whitespace();
    let program = words.next()?;
    let mut command = Command::new(program);
    command.args(words);
    let name = Path::new(program).file_stem().unwrap_or_default();
    let with_line = |line: usize| {
        let mut joined = file.as_os_str().to_os_string();
        joined.push(format!(":{line}"));
        joined
    };
    match (name.to_string_lossy().as_ref(), line) {
        (_, None) => command.arg(file),
        ("code" | "codium" | "code-insiders" | "cursor", Some(line)) => {
            command.arg("--goto").arg(with_line(line))
        }
        ("hx" | "helix" | "subl" | "zed" | "micro", Some(line)) => command.arg(with_line(line)),
        // vi's own form, which nano, emacs, kak, joe, ed and most others take.
        (_, Some(line)) => command.arg(format!("+{line}")).arg(file),
    };
    Some(command)
}

/// The browser's call for an address. `browser` is a program, or nothing for the platform's own; of
/// several, parted as `$BROWSER` may have them, the first.
///
/// # Errors
/// When the address is none that a browser should be given.
pub fn browser(browser: &str, address: &str) -> Result<Command, String> {
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
    let first = first.to_string_lossy();
    // Where "%s" stands the address is meant to stand: it stands last.
    let mut words = first.split_whitespace().filter(|word| *word != "%s");
    let mut command = Command::new(words.next().unwrap_or(own));
    command
        .args(words)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    Ok(command)
}

/// Starts the browser; nobody waits for it.
///
/// # Errors
/// When it cannot be started: which, and why.
pub fn start(mut command: Command) -> Result<(), String> {
    let mut child = command.spawn().map_err(|error| {
        let program = command.get_program().display();
        format!("The browser {program} cannot be started: {error}")
    })?;
    thread::spawn(move || child.wait());
    Ok(())
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
    fn only_addresses_of_the_web_are_opened() {
        let good = browser("", "https://news.example/a?b=1&c=$(x)").unwrap();
        assert_eq!(
            words(&good).last().unwrap(),
            "https://news.example/a?b=1&c=$(x)"
        );
        assert_eq!(
            words(&browser("w3m -N", "http://x.example").unwrap())[..2],
            ["w3m", "-N"]
        );
        // Elsewhere than on Unix a colon parts nothing.
        if cfg!(unix) {
            let several = browser("lynx %s:firefox", "http://x.example").unwrap();
            assert_eq!(words(&several), ["lynx", "http://x.example"]);
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
    fn a_browser_that_is_not_there_is_named() {
        let reason = start(Command::new("no-such-browser")).unwrap_err();
        assert!(
            reason.contains("The browser no-such-browser cannot be started"),
            "{reason}"
        );
    }
}
