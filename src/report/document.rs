//! What a report says, before it takes a form.
//!
//! Plain text, Markdown and HTML say the same things in the same words; only their faces differ. So
//! the content is made once, as a [`Document`] of headings, paragraphs, lists and tables, and each
//! face draws it. Words that came from outside and words of this program are both held as plain
//! text here: whatever must be scrubbed or escaped is, once, by the face.

use crate::story::Place;

/// A report as a row of blocks.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading; level 2 is a section, 3 a part of one. The anchor is unique.
    Heading {
        level: u8,
        anchor: String,
        text: String,
    },
    Paragraph(Line),
    List(Vec<Line>),
    /// Words of an article, set off, with what stands before them ("C, Press TV").
    Quote {
        label: Line,
        words: Line,
    },
    Table(Table),
    /// Places and other evidence that a reader opens on demand; plain text of the
    /// whole report leaves it out.
    Evidence {
        summary: String,
        lines: Vec<Line>,
    },
}

/// Rows under a head.
#[derive(Clone, Debug)]
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    /// Every row as long as the head; its first cell names it.
    pub rows: Vec<Vec<Line>>,
}

/// A line of text with marks.
pub type Line = Vec<Piece>;

/// A stretch of a line.
#[derive(Clone, PartialEq, Debug)]
pub enum Piece {
    Text(String),
    Strong(String),
    /// Words that another witness does not have.
    Differing(String),
    /// The name of a place, opening it where the face can.
    Place(String, Place),
}

impl Piece {
    /// The words.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Piece::Text(words)
            | Piece::Strong(words)
            | Piece::Differing(words)
            | Piece::Place(words, _) => words,
        }
    }
}

/// A line of plain words.
pub fn line(words: impl Into<String>) -> Line {
    vec![Piece::Text(words.into())]
}

impl Document {
    /// Adds a section's heading.
    pub fn section(&mut self, anchor: &str, text: &str) {
        self.heading(2, anchor, text);
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, anchor: &str, text: &str) {
        self.blocks.push(Block::Heading {
            level,
            anchor: anchor.to_string(),
            text: text.to_string(),
        });
    }

    /// Adds a paragraph of plain words.
    pub fn say(&mut self, words: impl Into<String>) {
        self.blocks.push(Block::Paragraph(line(words)));
    }

    /// Adds a list, unless it is empty.
    pub fn list(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.blocks.push(Block::List(lines));
        }
    }

    /// Adds a table, unless it has no row.
    pub fn table(&mut self, caption: &str, head: &[&str], rows: Vec<Vec<Line>>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table {
                caption: caption.to_string(),
                head: head.iter().map(ToString::to_string).collect(),
                rows,
            }));
        }
    }
}
