//! Tables for pipes and people: what `quotes`, `labels`, `coverage` and `story list` share.

use clap::ValueEnum;

use crate::report::forms;
use crate::report::tables::Table;
use crate::story::{ArticleId, Story};

use super::output::{self, Usage};

/// How rows are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Form {
    /// Aligned columns, long cells cut
    Table,
    /// Labelled lines, a record each
    Plain,
    /// Markdown
    Markdown,
    /// One JSON array of objects
    Json,
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values with a head
    Csv,
}

/// The form of a command's rows.
#[derive(clap::Args, Clone, Debug)]
pub struct Shape {
    /// How to write the rows
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
    /// The same as --format plain: what a screen reader wants
    #[arg(long, conflicts_with = "format")]
    plain: bool,
}

impl Shape {
    /// The rows of a command with flags of its own.
    pub fn of(format: Form) -> Self {
        Shape {
            format,
            plain: false,
        }
    }

    /// The form that is asked for.
    pub fn form(&self) -> Form {
        if self.plain { Form::Plain } else { self.format }
    }

    /// Writes the rows that `keep` takes; it sees a row by the names of its columns.
    pub fn print(&self, mut table: Table, keep: impl Fn(&Row<'_>) -> bool) -> anyhow::Result<()> {
        let columns = table.columns;
        table.rows.retain(|values| keep(&Row { columns, values }));
        match self.form() {
            Form::Table => output::show(&forms::aligned(&table, output::may_colour())),
            Form::Plain => output::show(&forms::labelled(&table)),
            Form::Markdown => output::print(&forms::markdown(&table)),
            Form::Json => output::print(&forms::json(&table)),
            Form::Jsonl => output::print(&forms::json_lines(&table)),
            Form::Csv => output::print(&forms::csv(&table)),
        }
    }
}

/// The article that the reader asks for by its siglum, whatever its case.
///
/// # Errors
/// No article has it: an empty answer would say that nothing is there.
pub fn article(story: &Story, asked: Option<&String>) -> Result<Option<ArticleId>, Usage> {
    let Some(asked) = asked else { return Ok(None) };
    let sigla = || story.articles.iter().map(|article| article.siglum.as_str());
    let found = sigla().position(|siglum| siglum.eq_ignore_ascii_case(asked));
    found.map(|at| Some(ArticleId::from(at))).ok_or_else(|| {
        let sigla: Vec<&str> = sigla().collect();
        Usage(format!(
            "--article {asked}: no article has this siglum; there are {}",
            sigla.join(", ")
        ))
    })
}

/// A row by the names of its columns.
pub struct Row<'a> {
    columns: &'static [&'static str],
    values: &'a [serde_json::Value],
}

impl Row<'_> {
    /// The text of a cell; "" where it has none.
    pub fn text(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.values[at].as_str())
            .unwrap_or_default()
    }

    /// Whether a cell holds the words that the reader asks for, whatever their case; always where
    /// nothing is asked.
    pub fn holds(&self, column: &str, asked: Option<&String>) -> bool {
        let cell = self.text(column).to_lowercase();
        asked.is_none_or(|words| cell.contains(&words.to_lowercase()))
    }

    /// Whether a cell is what the reader asks for, whatever its case.
    pub fn is(&self, column: &str, asked: Option<&String>) -> bool {
        asked.is_none_or(|words| self.text(column).eq_ignore_ascii_case(words))
    }

    /// Whether a cell holds a plain yes.
    pub fn is_true(&self, column: &str) -> bool {
        let at = self.columns.iter().position(|name| *name == column);
        at.is_some_and(|at| self.values[at].as_bool() == Some(true))
    }
}
