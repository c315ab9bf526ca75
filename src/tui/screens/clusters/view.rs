//! How the list of clusters looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::state::Clusters;
use crate::passage::collection::{Order, Row};
use crate::tui::action::Action;
use crate::tui::areas::areas;
use crate::tui::state::State;
use crate::tui::widgets::list;
use crate::tui::widgets::paint::{self, Run, below, inset, row, run};

/// Rows over the list: what it is, the names of its columns.
const HEAD: u16 = 2;
/// With fewer rows than this nothing is told below the list.
const FOOT_FROM: u16 = 16;

/// Where the lines of the list stand.
#[must_use]
pub fn list_area(state: &State) -> Rect {
    let body = areas(state).body;
    let rest = below(body, HEAD.min(body.height / 3));
    Rect {
        height: rest.height - foot_rows(body),
        ..rest
    }
}

fn foot_rows(body: Rect) -> u16 {
    if body.height < FOOT_FROM {
        0
    } else {
        (body.height / 4).min(10)
    }
}

/// The first line in view.
#[must_use]
pub fn first(clusters: &Clusters, height: u16) -> usize {
    list::first(clusters.cursor, clusters.rows.len(), height)
}

/// Draws the screen.
pub fn view(state: &State, buf: &mut Buffer) {
    let theme = &state.theme;
    let body = areas(state).body;
    let Some(clusters) = &state.clusters else {
        let said =
            "No collection is open: rashomon FILE opens an index that rashomon index has made.";
        paint::text(buf, inset(body, 2, 2), said, theme.dim);
        return;
    };
    let lines = list_area(state);
    if lines.y > body.y {
        paint::line(buf, inset(row(body, 0), 1, 1), &heading(state, clusters));
    }
    if lines.y > body.y + 1 {
        let names = columns_of(
            clusters,
            ["passage", "articles", "outlets", "words", "relation"],
        );
        paint::text(buf, row(body, 1), &format!("  {names}begins"), theme.dim);
    }
    let from = first(clusters, lines.height);
    let shown = clusters.rows.iter().enumerate().skip(from);
    for (n, (nth, one)) in (0..lines.height).zip(shown) {
        let area = row(lines, n);
        let in_hand = nth == clusters.cursor;
        paint::line(buf, area, &line(state, clusters, one, in_hand));
        if in_hand {
            paint::lay(buf, area, theme.cursor);
        }
    }
    if clusters.rows.is_empty() {
        let said = if clusters.count() == 0 {
            "These articles share no passage."
        } else {
            "No passage has these words in its first words, its outlets or its files."
        };
        paint::text(buf, inset(row(lines, 0), 2, 2), said, theme.dim);
    }
    foot(state, buf, clusters, below(body, lines.bottom() - body.y));
}

fn heading(state: &State, clusters: &Clusters) -> Vec<Run> {
    let theme = &state.theme;
    let count = clusters.count();
    let shown = match clusters.rows.len() {
        all if all == count => format!("{count}"),
        some => format!("{some} of {count}"),
    };
    let order = match clusters.order {
        Order::Articles => "most articles first",
        Order::Outlets => "most outlets first",
        Order::Words => "longest first",
    };
    vec![
        run(clusters.title.clone(), theme.headline),
        run(
            format!(
                " \u{b7} {shown} shared passages of {} articles \u{b7} {order}",
                clusters.articles()
            ),
            theme.dim,
        ),
    ]
}

/// The columns of a line, set to their widths; outlets only where any is known.
fn columns_of(clusters: &Clusters, columns: [&str; 5]) -> String {
    let [passage, articles, outlets, words, relation] = columns;
    let outlets = if clusters.has_outlets() {
        format!(" {outlets:>8}")
    } else {
        String::new()
    };
    format!("{passage:>7} {articles:>8}{outlets} {words:>6}  {relation:<10}")
}

fn line(state: &State, clusters: &Clusters, one: &Row, in_hand: bool) -> Vec<Run> {
    let theme = &state.theme;
    let numbers = columns_of(
        clusters,
        [
            &format!("P{}", one.cluster + 1),
            &one.articles.to_string(),
            &one.outlets.to_string(),
            &one.words.to_string(),
            one.relation.as_str(),
        ],
    );
    let begins = clusters.begins.get(&one.cluster).map_or("", String::as_str);
    let open = clusters.open == Some(one.cluster);
    let face = if open { theme.headline } else { theme.text };
    vec![
        run(if in_hand { "\u{25b8}" } else { " " }, theme.hint_key),
        run(if open { "\u{25cf}" } else { " " }, theme.hint_key),
        run(numbers, face),
        run(begins, theme.dim),
    ]
}

/// Who carries the passage under the cursor.
fn foot(state: &State, buf: &mut Buffer, clusters: &Clusters, area: Rect) {
    let (Some(one), false) = (clusters.row(), area.is_empty()) else {
        return;
    };
    let theme = &state.theme;
    let carriers = clusters.carriers(one.cluster);
    let rule = "\u{2500}".repeat(usize::from(area.width));
    paint::text(buf, row(area, 0), &rule, theme.border);
    let files = carriers.iter().map(|(file, _)| &**file);
    let folder = common_folder(files).to_string();
    let title = match (one.cluster + 1, folder.as_str()) {
        (number, "") => format!(" P{number} stands in "),
        (number, folder) => format!(" P{number} stands in {folder} "),
    };
    paint::text(buf, inset(row(area, 0), 1, 1), &title, theme.dim);
    let rows = below(area, 1);
    for (n, (file, outlet)) in (0..rows.height).zip(&carriers) {
        let left = carriers.len() - usize::from(n);
        if n + 1 == rows.height && left > 1 {
            let said = format!("  and {left} more");
            paint::text(buf, row(rows, n), &said, theme.dim);
            return;
        }
        let file = &file[folder.len()..];
        let mut runs = vec![run(format!("  {file}"), theme.text)];
        if let Some(outlet) = outlet {
            runs.push(run(format!("  {outlet}"), theme.dim));
        }
        paint::line(buf, row(rows, n), &runs);
    }
}

/// The folder that all these files are in, with its last stroke; empty where they are in several. It
/// is told once, so that there is room for the names.
fn common_folder<'a>(files: impl Iterator<Item = &'a str>) -> &'a str {
    let mut folders = files.map(|file| &file[..file.rfind('/').map_or(0, |at| at + 1)]);
    let first = folders.next().unwrap_or_default();
    if folders.all(|folder| folder == first) {
        first
    } else {
        ""
    }
}

/// What can be done, for the status line.
#[must_use]
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let Some(clusters) = &state.clusters else {
        return Vec::new();
    };
    let at = clusters.cursor + usize::from(!clusters.rows.is_empty());
    let key = state.key(Action::Find);
    let said = if clusters.filter.is_empty() {
        format!(" \u{b7} {key} narrows the list")
    } else {
        format!(
            " \u{b7} with \u{201c}{}\u{201d}; Esc shows all",
            clusters.filter
        )
    };
    vec![
        run(format!("{at} of {}", clusters.rows.len()), theme.text),
        run(said, theme.dim),
    ]
}

#[cfg(test)]
mod tests {
    use super::common_folder;

    #[test]
    fn a_folder_is_told_once_where_all_files_are_in_it() {
        let of = |files: &[&'static str]| common_folder(files.iter().copied());
        assert_eq!(of(&["clips/may/a.txt", "clips/may/b.txt"]), "clips/may/");
        assert_eq!(of(&["clips/may/a.txt", "clips/june/b.txt"]), "");
        assert_eq!(of(&["a.txt", "b.txt"]), "");
        assert_eq!(of(&[]), "");
    }
}
