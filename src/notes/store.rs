//! Where notes are kept.
//!
//! Beside the story: `NAME.notes.toml` beside a manifest `NAME.toml`, `rashomon.notes.toml` in the
//! folder that the articles are in. In the user's data folder when the story is the bundled one, has
//! no one folder, or when nothing can be written beside it. A file that cannot be read as notes is
//! never written over. Writing is whole or not at all: a new file takes the place of the old one. What
//! was written into it meanwhile, by hand or from another room, is joined to it ([`joined`]).

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Note;
use crate::config::{key, replace};
use crate::text::line_of;

const HEAD: &str = "# Bookmarks and notes on a story, kept by rashomon. Each quotes the words that it stands on\n\
                    # (exact, with what goes before and after), so that it finds them when the article changes.\n\n";

/// The file of a story's notes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Store {
    /// Beside the story.
    beside: Option<PathBuf>,
    /// In the user's data folder.
    data: Option<PathBuf>,
}

/// Notes as they were kept.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    pub notes: Vec<Note>,
    pub file: PathBuf,
}

/// Notes joined to those of the file.
#[derive(Clone, PartialEq, Debug)]
pub struct Joined {
    pub notes: Vec<Note>,
    /// What the file has: from here on both go on.
    pub there: Vec<Note>,
}

/// What hinders the notes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotesError(pub String);

impl fmt::Display for NotesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotesError {}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "note")]
    notes: Vec<Note>,
}

impl Store {
    /// The notes of the story that these inputs make (none: the bundled one). `data` is the user's
    /// data folder, where one is known.
    #[must_use]
    pub fn of(inputs: &[PathBuf], data: Option<&Path>) -> Store {
        let beside = beside(inputs);
        let name = beside
            .as_ref()
            .map_or_else(|| key(inputs), |path| key(std::slice::from_ref(path)));
        Store {
            beside,
            data: data.map(|folder| folder.join("notes").join(format!("{name}.toml"))),
        }
    }

    /// The notes kept so far; those of the data folder when there are some, since they are there
    /// only where nothing could be written beside the story.
    ///
    /// # Errors
    /// When a file is there and cannot be read as notes, with its line.
    pub fn load(&self) -> Result<Vec<Note>, NotesError> {
        Ok(self.there()?.unwrap_or_default())
    }

    /// The notes that are kept; none where there is no file of them.
    fn there(&self) -> Result<Option<Vec<Note>>, NotesError> {
        for path in [&self.data, &self.beside].into_iter().flatten() {
            if let Some(notes) = read(path)? {
                return Ok(Some(notes));
            }
        }
        Ok(None)
    }

    /// Notes that have gone on from `before`, joined to what the file has come to meanwhile.
    ///
    /// # Errors
    /// When the file is there and cannot be read as notes, with its line.
    pub fn joined(&self, before: &[Note], ours: &[Note]) -> Result<Joined, NotesError> {
        Ok(match self.there()? {
            Some(there) => Joined {
                notes: joined(before, ours, &there),
                there,
            },
            // Whoever moved the file away has not said that our notes shall go with it.
            None => Joined {
                notes: ours.to_vec(),
                there: Vec::new(),
            },
        })
    }

    /// Keeps notes that have gone on from `before`, joined to what the file has come to meanwhile.
    ///
    /// # Errors
    /// When they can be written nowhere, or the file can no more be read as notes: it is left alone.
    pub fn go_on(&self, before: &[Note], ours: &[Note]) -> Result<Kept, NotesError> {
        let notes = self.joined(before, ours)?.notes;
        let file = self.save(&notes)?;
        Ok(Kept { notes, file })
    }

    /// What a reader should know of a file in which notes were kept: nothing where it is beside the
    /// story.
    #[must_use]
    pub fn told_of(&self, file: &Path) -> Option<String> {
        if self.beside.as_deref() == Some(file) {
            return None;
        }
        let why = match self.beside {
            Some(_) => ": they cannot be written beside the story",
            None => "",
        };
        Some(format!("Notes are kept in {}{why}", file.display()))
    }

    /// Keeps notes in the place of those kept so far; gives the file.
    ///
    /// # Errors
    /// When they can be written nowhere.
    pub fn save(&self, notes: &[Note]) -> Result<PathBuf, NotesError> {
        let kept_in_data = self.data.as_ref().filter(|path| path.exists());
        let paths = match kept_in_data {
            Some(_) => [&self.data, &None],
            None => [&self.beside, &self.data],
        };
        let mut hindrance = "no folder for them is known".to_string();
        for path in paths.into_iter().flatten() {
            match write(path, notes) {
                Ok(()) => return Ok(path.clone()),
                Err(error) => hindrance = format!("{}: {error}", path.display()),
            }
        }
        Err(NotesError(format!("Notes cannot be kept: {hindrance}")))
    }
}

/// What two have made of the same notes: what either has added is there, what either has taken away
/// is not. A note that both have changed is there twice.
fn joined(before: &[Note], ours: &[Note], theirs: &[Note]) -> Vec<Note> {
    let kept = |note: &&Note| !before.contains(note) || theirs.contains(note);
    let added = |note: &&Note| !before.contains(note) && !ours.contains(note);
    let ours = ours.iter().filter(kept);
    ours.chain(theirs.iter().filter(added)).cloned().collect()
}

/// Where notes on these inputs stand beside them.
fn beside(inputs: &[PathBuf]) -> Option<PathBuf> {
    const NAME: &str = "rashomon.notes.toml";
    if let [input] = inputs {
        if input.is_dir() {
            return Some(input.join(NAME));
        }
        if input.extension().is_some_and(|ending| ending == "toml") && input.is_file() {
            return Some(input.with_extension("notes.toml"));
        }
    }
    let mut folders = inputs.iter().map(|input| {
        let is_file = input.is_file();
        is_file.then(|| input.parent().unwrap_or(Path::new("")).to_path_buf())
    });
    let folder = folders.next()??;
    folders
        .all(|other| other.as_deref() == Some(&folder))
        .then(|| folder.join(NAME))
}

fn read(path: &Path) -> Result<Option<Vec<Note>>, NotesError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(NotesError(format!("{}: {error}", path.display()))),
    };
    let file: File = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(&text, span.start));
        let what = error.message();
        NotesError(format!(
            "{}: line {line}: {what}; mend or move it, it is left alone until then",
            path.display()
        ))
    })?;
    Ok(Some(file.notes))
}

/// Writes through a file beside the other, so that a reader of it never sees half.
fn write(path: &Path, notes: &[Note]) -> Result<(), String> {
    let file = File {
        notes: notes.to_vec(),
    };
    let text = toml::to_string(&file).map_err(|error| error.to_string())?;
    replace(path, &format!("{HEAD}{text}")).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;
    use crate::story::{ArticleId, Place, Span};

    fn note(text: &str) -> Note {
        let story = ingest::bundled();
        let place = Place {
            article: ArticleId(1),
            span: Span::new(0, 12),
        };
        Note::on(&story, place, text)
    }

    #[test]
    fn notes_are_kept_beside_their_story() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a.txt", "b.txt", "story.toml"] {
            fs::write(at(name), "x").unwrap();
        }
        for (inputs, file) in [
            (vec![at("story.toml")], "story.notes.toml"),
            (vec![folder.path().to_path_buf()], "rashomon.notes.toml"),
            (vec![at("a.txt"), at("b.txt")], "rashomon.notes.toml"),
        ] {
            let store = Store::of(&inputs, None);
            let notes = [note("why?"), note("")];
            assert_eq!(store.save(&notes), Ok(at(file)));
            assert_eq!(store.load(), Ok(notes.to_vec()));
        }
    }

    #[test]
    fn without_a_place_beside_it_they_go_to_the_data_folder() {
        let data = tempfile::tempdir().unwrap();
        let bundled = Store::of(&[], Some(data.path()));
        assert_eq!(bundled.load(), Ok(Vec::new()));
        assert_eq!(
            bundled.save(&[note("x")]),
            Ok(data.path().join("notes/bundled.toml"))
        );
        let gone = [
            PathBuf::from("/nowhere/a.txt"),
            PathBuf::from("/elsewhere/b.txt"),
        ];
        let scattered = Store::of(&gone, Some(data.path()));
        assert!(
            scattered
                .save(&[note("y")])
                .unwrap()
                .starts_with(data.path())
        );
        assert_ne!(scattered.load(), bundled.load());
        // Where they are is told, but not where everybody looks.
        let folder = tempfile::tempdir().unwrap();
        let store = Store::of(&[folder.path().to_path_buf()], Some(data.path()));
        assert_eq!(
            store.told_of(&folder.path().join("rashomon.notes.toml")),
            None
        );
        let told = store.told_of(&data.path().join("notes/x.toml")).unwrap();
        assert!(
            told.ends_with("x.toml: they cannot be written beside the story"),
            "{told}"
        );
        let told = bundled
            .told_of(&data.path().join("notes/bundled.toml"))
            .unwrap();
        assert!(told.ends_with("notes/bundled.toml"), "{told}");
        assert!(Store::of(&gone, None).save(&[]).is_err());
    }

    #[test]
    fn what_another_has_written_meanwhile_is_joined_to_ours() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::of(&[folder.path().to_path_buf()], None);
        let [first, second, ours, theirs] = ["first", "second", "ours", "theirs"].map(note);
        let before = [first.clone(), second.clone()];
        store.save(&[second.clone(), theirs.clone()]).unwrap();
        let kept = store.go_on(&before, &[first.clone(), second, ours.clone()]);
        let texts = |notes: &[Note]| -> Vec<String> {
            notes.iter().map(|note| note.text.clone()).collect()
        };
        let kept = kept.unwrap().notes;
        assert_eq!(texts(&kept), ["second", "ours", "theirs"]);
        assert_eq!(store.load().as_ref(), Ok(&kept));
        // A note that we have taken away stays away; a file that has gone is made again.
        let fewer = store.go_on(&kept, &[ours.clone(), theirs.clone()]).unwrap();
        assert_eq!(texts(&fewer.notes), ["ours", "theirs"]);
        fs::remove_file(folder.path().join("rashomon.notes.toml")).unwrap();
        let again = store.go_on(&fewer.notes, &[ours, theirs, first]).unwrap();
        assert_eq!(texts(&again.notes), ["ours", "theirs", "first"]);
        // To look is not to write.
        let file = folder.path().join("rashomon.notes.toml");
        let written = fs::read(&file).unwrap();
        let ours = [&again.notes[..2], &[note("not yet kept")]].concat();
        let looked = store.joined(&again.notes, &ours).unwrap();
        assert_eq!(texts(&looked.notes), ["ours", "theirs", "not yet kept"]);
        assert_eq!(fs::read(file).unwrap(), written);
        // What could not be kept is not taken for what another has taken away.
        let kept = store.go_on(&looked.there, &looked.notes).unwrap();
        assert_eq!(kept.notes, looked.notes);
    }

    #[test]
    fn a_file_that_was_broken_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::of(&[folder.path().to_path_buf()], None);
        let path = folder.path().join("rashomon.notes.toml");
        fs::write(&path, "[[note]\n").unwrap();
        assert!(store.go_on(&[], &[note("x")]).is_err());
        assert_eq!(fs::read_to_string(path).unwrap(), "[[note]\n");
    }

    #[test]
    fn a_file_that_is_no_notes_is_told_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::of(&[folder.path().to_path_buf()], None);
        fs::write(
            folder.path().join("rashomon.notes.toml"),
            "\n[[note]]\nwho = 1\n",
        )
        .unwrap();
        let error = store.load().unwrap_err().to_string();
        assert!(error.contains("rashomon.notes.toml: line 2"), "{error}");
    }
}
