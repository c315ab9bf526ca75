//! Rows written out: CSV, JSON, JSON Lines, aligned columns, labelled lines.
//!
//! The forms for people and for spreadsheets scrub every cell. In CSV, a cell that a spreadsheet
//! would run as a formula ("=…", "+…", "-…", "@…") begins with an apostrophe. JSON keeps the words as
//! they are: its escapes already make them harmless, and programs want the text itself.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::text::scrub;

use super::tables::Table;
use crate::text::one_line;

/// Cells of aligned columns are cut at this many columns of the terminal.
const WIDEST_CELL: usize = 60;

/// Comma-separated values with a head (RFC 4180, but line breaks are "\n").
#[must_use]
pub fn csv(table: &Table) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let head = table.columns.iter().map(ToString::to_string).collect();
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(csv_cell).collect());
    for record in std::iter::once(head).chain(rows) {
        let record: Vec<String> = record;
        // Writing to memory does not fail, and every row has the head's length.
        let _ = writer.write_record(&record);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn csv_cell(value: &Value) -> String {
    let shown = scrub(&words(value)).into_owned();
    let formula = shown.starts_with(['=', '+', '-', '@']) && !value.is_number();
    if formula { format!("'{shown}") } else { shown }
}

/// One array of objects.
#[must_use]
pub fn json(table: &Table) -> String {
    let rows: Vec<Value> = table.rows.iter().map(|row| object(table, row)).collect();
    format!("{:#}\n", Value::Array(rows))
}

/// One object a line.
#[must_use]
pub fn json_lines(table: &Table) -> String {
    let rows = table.rows.iter();
    rows.map(|row| format!("{}\n", object(table, row)))
        .collect()
}

fn object(table: &Table, row: &[Value]) -> Value {
    let named = table.columns.iter().map(ToString::to_string);
    Value::Object(named.zip(row.iter().cloned()).collect())
}

/// A Markdown table.
#[must_use]
pub fn markdown(table: &Table) -> String {
    let cells = |row: &Vec<Value>| row.iter().map(|value| one_line(&words(value))).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(cells).collect();
    super::markdown::rows(table.columns, &rows)
}

/// Records of labelled lines, an empty line between them.
#[must_use]
pub fn labelled(table: &Table) -> String {
    let record = |row: &Vec<Value>| -> String {
        table
            .columns
            .iter()
            .zip(row)
            .filter(|(_, value)| !words(value).is_empty())
            .map(|(column, value)| format!("{column}: {}\n", scrub(&one_line(&words(value)))))
            .collect()
    };
    let records: Vec<String> = table.rows.iter().map(record).collect();
    records.join("\n")
}

/// Aligned columns; long cells are cut with "…". With `bold`, the head is set in bold.
#[must_use]
pub fn aligned(table: &Table, bold: bool) -> String {
    let head: Vec<String> = table.columns.iter().map(ToString::to_string).collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|value| cut(&scrub(&one_line(&words(value)))))
                .collect()
        })
        .collect();
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].width());
        cells.chain([head[column].width()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &[String]| {
        let padded: Vec<String> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width().min(*width))))
            .collect();
        padded.join("  ").trim_end().to_string()
    };
    let head = if bold {
        format!("\u{1b}[1m{}\u{1b}[0m\n", line(&head))
    } else {
        format!("{}\n", line(&head))
    };
    head + &rows.iter().map(|row| line(row) + "\n").collect::<String>()
}

fn cut(words: &str) -> String {
    if words.width() <= WIDEST_CELL {
        return words.to_string();
    }
    let mut cut = String::new();
    for letter in words.chars() {
        if cut.width() + 2 > WIDEST_CELL {
            break;
        }
        cut.push(letter);
    }
    cut + "\u{2026}"
}

/// A value as a cell: lists as "a, b", nothing as "".
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Array(parts) => parts.iter().map(words).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table() -> Table {
        Table {
            name: "things",
            columns: &["thing", "count"],
            rows: vec![
                vec![json!("=cmd(), \u{1b}[2J"), json!(-2)],
                vec![json!("two\nlines"), json!(null)],
            ],
        }
    }

    #[test]
    fn csv_runs_no_formula_and_moves_no_cursor() {
        assert_eq!(
            csv(&table()),
            "thing,count\n\"'=cmd(), \u{241b}[2J\",-2\ntwo\u{240a}lines,\n"
        );
    }

    #[test]
    fn labelled_lines_leave_empty_cells_out() {
        assert_eq!(
            labelled(&table()),
            "thing: =cmd(), \u{241b}[2J\ncount: -2\n\nthing: two lines\n"
        );
    }

    #[test]
    fn columns_align_by_width_not_by_letters() {
        let wide = Table {
            rows: vec![
                vec![json!("\u{4e2d}\u{6587}"), json!(1)],
                vec![json!("abcde"), json!(22)],
            ],
            ..table()
        };
        assert_eq!(
            aligned(&wide, false),
            "thing  count\n\u{4e2d}\u{6587}   1\nabcde  22\n"
        );
        assert!(cut(&"x".repeat(99)).width() <= WIDEST_CELL);
    }

    #[test]
    fn json_keeps_the_words_as_they_are() {
        let lines = json_lines(&table());
        let first: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
        assert_eq!(first["thing"], "=cmd(), \u{1b}[2J");
    }
}
