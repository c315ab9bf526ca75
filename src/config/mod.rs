//! What the reader may set, and where each setting comes from.
//!
//! A setting is the first of: a flag of the command line, a variable of the environment, the line of
//! `config.toml`, the default. One table ([`settings!`]) says all of them, with what each is for;
//! the file's form, the variables and `rashomon config` are made of it. A file that cannot be meant
//! is refused with its line, never half obeyed. The folders are those of the XDG specification on
//! every platform, the platform's own where the reader already has one there ([`Folders`]).

mod folders;
mod kept;
mod usual;
mod value;

use std::fmt;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

pub use folders::{Folders, OwnFile};
pub use kept::{key, replace};
pub use usual::colours_refused;
use usual::usual;
use value::Value;

use crate::text::line_of;

/// A value with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting<T> {
    pub value: T,
    pub source: Source,
}

/// Where a setting comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    Flag,
    /// The variable's name.
    Environment(&'static str),
    /// The line of `config.toml`, counted from 1.
    File(usize),
    Default,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Flag => f.write_str("flag"),
            Source::Environment(name) => write!(f, "environment, {name}"),
            Source::File(line) => write!(f, "config.toml, line {line}"),
            Source::Default => f.write_str("default"),
        }
    }
}

/// A setting as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub name: &'static str,
    pub about: String,
    /// The variable that sets it.
    pub variable: &'static str,
    /// As `config.toml` would have it.
    pub value: String,
    pub source: Source,
}

/// Something of the reader's own files or variables that cannot be meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConfigError {
    /// The file, or the variable.
    pub place: String,
    pub line: Option<usize>,
    pub message: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}: line {line}: {}", self.place, self.message),
            None => write!(f, "{}: {}", self.place, self.message),
        }
    }
}

impl std::error::Error for ConfigError {}

macro_rules! settings {
    ($($(#[doc = $about:literal])+ $name:ident: $kind:ty = $default:expr, $variable:literal;)+) => {
        /// Every setting.
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub struct Config {
            $($(#[doc = $about])+ pub $name: Setting<$kind>,)+
        }

        /// What the command line says.
        #[derive(Clone, Default, PartialEq, Eq, Debug)]
        pub struct Flags {
            $(pub $name: Option<$kind>,)+
        }

        /// `config.toml` as written.
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        struct File {
            $($name: Option<Spanned<$kind>>,)+
        }

        impl Config {
            fn settle(
                flags: Flags,
                variable: &dyn Fn(&str) -> Option<String>,
                file: File,
                text: &str,
            ) -> Result<Config, ConfigError> {
                Ok(Config {
                    $($name: setting(flags.$name, $variable, variable, file.$name, text, || {
                        <$kind>::from($default)
                    })?,)+
                })
            }

            /// The settings in the order of the table, for showing.
            #[must_use]
            pub fn rows(&self) -> Vec<Row> {
                vec![$(Row {
                    name: stringify!($name),
                    about: concat!($($about),+).trim().to_string(),
                    variable: $variable,
                    value: self.$name.value.as_toml(),
                    source: self.$name.source.clone(),
                }),+]
            }
        }
    };
}

settings! {
    /// The theme: auto (asks the terminal whether it is light or dark), dark, light, high-contrast,
    /// sixteen, none, or one of your own in themes/.
    theme: String = "auto", "RASHOMON_THEME";
    /// Take the terminal's mouse; without it the terminal selects text with it.
    mouse: bool = true, "RASHOMON_MOUSE";
    /// Draw with the signs of ASCII alone, for terminals without the others.
    ascii: bool = false, "RASHOMON_ASCII";
    /// Scroll the articles together, by the passages that they share.
    follow: bool = true, "RASHOMON_FOLLOW";
    /// Mark every wrapped line at its left, not only those that begin inside a word.
    wrap_marks: bool = false, "RASHOMON_WRAP_MARKS";
    /// Open a story again where it was left.
    session: bool = true, "RASHOMON_SESSION";
    /// Read files again when they change on disk.
    watch: bool = true, "RASHOMON_WATCH";
    /// What opens a place for editing, with its own options if any: "vim", "code --wait".
    editor: String = "vi", "RASHOMON_EDITOR";
    /// What opens an address; empty for the platform's own (open, xdg-open).
    browser: String = "", "RASHOMON_BROWSER";
}

impl Config {
    /// The settings as they hold: the flags given, this process's environment, the file of these
    /// folders.
    ///
    /// # Errors
    /// The first line or variable that cannot be meant.
    pub fn read(flags: Flags, folders: &Folders) -> Result<Config, ConfigError> {
        let path = folders.config_file();
        match folders::read_if_there(&path)? {
            Some(text) => Config::of(flags, &variable, &path, &text),
            None => Config::of(flags, &variable, &path, ""),
        }
    }

    /// The settings where nobody has set any.
    #[must_use]
    pub fn defaults() -> Config {
        Config::settle(Flags::default(), &|_| None, File::default(), "")
            .expect("what is not set cannot be wrong")
    }

    /// The settings as they hold in a terminal where the environment refuses colours: no theme but the
    /// one without any then.
    #[must_use]
    pub fn in_this_environment(mut self) -> Config {
        if let Some(name) = colours_refused(variable) {
            self.theme = Setting {
                value: "none".to_string(),
                source: Source::Environment(name),
            };
        }
        self
    }

    /// The settings where no folder of the user's is known.
    ///
    /// # Errors
    /// The first variable that cannot be meant.
    pub fn without_file(flags: Flags) -> Result<Config, ConfigError> {
        Config::of(flags, &variable, Path::new(""), "")
    }

    /// The settings from all that may say something about them.
    fn of(
        flags: Flags,
        variable: &dyn Fn(&str) -> Option<String>,
        path: &Path,
        text: &str,
    ) -> Result<Config, ConfigError> {
        let file = toml::from_str(text).map_err(|error: toml::de::Error| ConfigError {
            place: path.display().to_string(),
            line: error.span().map(|span| line_of(text, span.start)),
            message: elsewhere(&error, text).unwrap_or_else(|| error.message().to_string()),
        })?;
        let mut config = Config::settle(flags, variable, file, text)?;
        usual(&mut config.editor, &["VISUAL", "EDITOR"], variable);
        usual(&mut config.browser, &["BROWSER"], variable);
        Ok(config)
    }

    /// All of it as a `config.toml` that would say the same, each line with its source.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let rows = self.rows().into_iter().map(|row| {
            format!(
                "# {}\n# Variable {}; now from: {}\n{} = {}\n\n",
                row.about, row.variable, row.source, row.name, row.value
            )
        });
        rows.collect()
    }
}

/// What has a file of its own, and which.
const ELSEWHERE: [(&str, &str); 4] = [
    ("keys", "keys stand in keys.toml"),
    ("key", "keys stand in keys.toml"),
    ("themes", "a theme is a file in themes/"),
    ("faces", "a theme is a file in themes/"),
];

/// Where what is no setting belongs, if it is known.
fn elsewhere(error: &toml::de::Error, text: &str) -> Option<String> {
    let at = error.span()?;
    let written = text.get(at)?;
    let name = written
        .trim_start_matches(['[', '"', '\''])
        .split(|letter: char| !letter.is_alphanumeric())
        .next()?;
    let (_, file) = ELSEWHERE.iter().find(|(other, _)| *other == name)?;
    Some(format!(
        "`{name}` is no setting: {file}, beside this file (rashomon config tells the folder)"
    ))
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn setting<T: Value>(
    flag: Option<T>,
    name: &'static str,
    variable: &dyn Fn(&str) -> Option<String>,
    file: Option<Spanned<T>>,
    text: &str,
    default: impl FnOnce() -> T,
) -> Result<Setting<T>, ConfigError> {
    if let Some(value) = flag {
        return Ok(Setting {
            value,
            source: Source::Flag,
        });
    }
    if let Some(written) = variable(name) {
        let value = T::from_variable(&written).map_err(|message| ConfigError {
            place: name.to_string(),
            line: None,
            message,
        })?;
        return Ok(Setting {
            value,
            source: Source::Environment(name),
        });
    }
    Ok(match file {
        Some(value) => Setting {
            source: Source::File(line_of(text, value.span().start)),
            value: value.into_inner(),
        },
        None => Setting {
            value: default(),
            source: Source::Default,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, variables: &'static [(&str, &str)], flags: Flags) -> Result<Config, String> {
        let variable = |name: &str| {
            let set = variables.iter().find(|(key, _)| *key == name);
            set.map(|(_, value)| (*value).to_string())
        };
        Config::of(flags, &variable, Path::new("config.toml"), text)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_nearer_to_the_reader_wins() {
        let text = "# mine\ntheme = \"light\"\nmouse = false\nascii = true\n";
        let variables = &[("RASHOMON_THEME", "none"), ("RASHOMON_MOUSE", "yes")];
        let flags = Flags {
            theme: Some("dark".to_string()),
            ..Flags::default()
        };
        let config = of(text, variables, flags).unwrap();
        assert_eq!(config.theme.value, "dark");
        assert_eq!(config.theme.source, Source::Flag);
        assert!(config.mouse.value);
        assert_eq!(config.mouse.source, Source::Environment("RASHOMON_MOUSE"));
        assert!(config.ascii.value);
        assert_eq!(config.ascii.source, Source::File(4));
        assert_eq!(config.watch.source, Source::Default);
    }

    #[test]
    fn what_cannot_be_meant_is_told_with_its_place() {
        let unknown = of("\ncolour = 1\n", &[], Flags::default()).unwrap_err();
        assert!(
            unknown.contains("line 2") && unknown.contains("colour"),
            "{unknown}"
        );
        let kind = of("theme = \"dark\"\nmouse = 3\n", &[], Flags::default()).unwrap_err();
        assert!(kind.contains("config.toml: line 2"), "{kind}");
        let variable = of("", &[("RASHOMON_ASCII", "perhaps")], Flags::default()).unwrap_err();
        assert!(variable.starts_with("RASHOMON_ASCII: "), "{variable}");
    }

    #[test]
    fn what_has_a_file_of_its_own_is_told_where_it_belongs() {
        for (text, file) in [
            ("mouse = true\n[keys]\nquit = \"x\"\n", "keys.toml"),
            ("mouse = true\n[[key]]\nkeys = [\"x\"]\n", "keys.toml"),
            ("\nkeys.quit = \"x\"\n", "keys.toml"),
            ("\n[themes.ink]\nbased_on = \"light\"\n", "themes/"),
            ("\n[faces]\ntext = {}\n", "themes/"),
        ] {
            let told = of(text, &[], Flags::default()).unwrap_err();
            assert!(told.contains("line 2") && told.contains(file), "{told}");
        }
    }

    #[test]
    fn the_usual_variables_name_editor_and_browser_after_our_own() {
        let usual = &[("EDITOR", "nano"), ("VISUAL", "code --wait")];
        let config = of("", usual, Flags::default()).unwrap();
        assert_eq!(config.editor.value, "code --wait");
        assert_eq!(config.editor.source, Source::Environment("VISUAL"));
        let config = of("editor = \"hx\"", usual, Flags::default()).unwrap();
        assert_eq!(config.editor.value, "hx");
        let config = of("", &[("BROWSER", "w3m")], Flags::default()).unwrap();
        assert_eq!(config.browser.value, "w3m");
        assert_eq!(config.browser.source, Source::Environment("BROWSER"));
    }

    #[test]
    fn what_is_shown_can_be_kept_as_the_file() {
        let config = of("editor = 'a \"b\"'\nmouse = false", &[], Flags::default()).unwrap();
        let again = of(&config.to_toml(), &[], Flags::default()).unwrap();
        for (a, b) in config.rows().iter().zip(again.rows()) {
            assert_eq!(a.value, b.value, "{}", a.name);
        }
        assert!(config.rows().iter().all(|row| !row.about.is_empty()));
    }
}
