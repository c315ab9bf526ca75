//! What the room is opened with: the story, and what it needs of the world outside.

use std::path::PathBuf;
use std::sync::Arc;

use super::screens::clusters::Shelf;
use crate::comparison::{Cancelled, Comparison, Observer};
use crate::event::Telling;
use crate::notes::Store;
use crate::story::{Article, Story};

/// Makes the comparison; with it, what could not be used for it. Called in a worker, again when the
/// story is read again.
pub type Compare = Arc<
    dyn Fn(&Story, Observer<'_>) -> Result<(Comparison, Option<String>), Cancelled>
        + Send
        + Sync
        + 'static,
>;

/// Reads the story again.
pub type Reopen = Arc<dyn Fn() -> Reopened + Send + Sync + 'static>;

/// A story as it was read again.
#[derive(Clone, Debug, Default)]
pub struct Reopened {
    pub story: Story,
    /// The stories that its articles fall into, where there are many articles.
    pub stories: Vec<Telling>,
    /// What could not be read.
    pub problem: Option<String>,
}

/// The stories that a folder's articles fall into.
pub enum Grouping {
    /// None where there are few articles, which are read together.
    Done(Vec<Telling>),
    /// To be found after the first frame; the reader sees the articles meanwhile.
    Later(FindStories),
}

/// Finds the stories; none when the search fails.
pub type FindStories = Box<dyn FnOnce() -> Option<Vec<Telling>> + Send>;

/// A story about to be read.
pub struct Opening {
    /// Empty when the reader is to choose from a shelf first.
    pub story: Arc<Story>,
    /// The collection that the reader chooses from.
    pub shelf: Option<Shelf>,
    /// For the reader to choose from.
    pub stories: Grouping,
    pub compare: Compare,
    /// Absent when the articles are inside the program.
    pub files: Option<Files>,
    /// The file of the notes.
    pub notes: Store,
    /// Where the session is kept; nowhere when the reader wants none.
    pub session: Option<PathBuf>,
    /// There once the program has been started; absent when no state can be kept.
    pub started: Option<PathBuf>,
    /// The reader's editor, with its options.
    pub editor: String,
    /// The browser; empty for the platform's own.
    pub browser: String,
}

/// The files of a story.
pub struct Files {
    /// As the reader named them.
    pub inputs: Vec<PathBuf>,
    /// What the articles' names are relative to.
    pub folder: PathBuf,
    pub reopen: Reopen,
    /// Read them again when they change.
    pub watch: bool,
}

impl Opening {
    /// The file of an article on this machine.
    ///
    /// # Errors
    /// Why there is none, for the reader.
    pub fn file_of(&self, article: &Article) -> Result<PathBuf, String> {
        let siglum = &article.siglum;
        let Some(files) = &self.files else {
            return Err(format!(
                "{siglum} is one of the bundled articles, inside the program: it has no file"
            ));
        };
        let path = files.folder.join(&article.file);
        if path.is_file() {
            Ok(path)
        } else {
            Err(format!(
                "The file of {siglum} is not there: {}",
                path.display()
            ))
        }
    }
}

/// The line of a byte of an article in its file, where text and file are alike.
#[must_use]
pub fn line_in_file(article: &Article, offset: usize) -> Option<usize> {
    let file = article.file.to_ascii_lowercase();
    let is_plain = [".txt", ".md", ".text"]
        .iter()
        .any(|ending| file.ends_with(ending));
    is_plain.then(|| crate::text::line_of(&article.text, offset))
}
