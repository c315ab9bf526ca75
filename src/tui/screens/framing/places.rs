//! The places behind the row in hand: key words in context, with whose words they are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout::Parts;
use super::shown::Table;
use super::state::{Part, View};
use super::view::in_hand_in_words;
use crate::framing::Voice;
use crate::framing::kwic::{Line, Order};
use crate::framing::table::Counts;
use crate::story::{ArticleId, BlockKind};
use crate::text::scrub;
use crate::tui::action::Action;
use crate::tui::flip;
use crate::tui::rows::columns_of;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, row, run};
use crate::tui::widgets::{kwic, list, voice};

/// Columns of the siglum with the cursor's mark, and of the voice.
const SIGLUM: u16 = 4;
const VOICE: u16 = 12;
/// Columns of the zone, where there is space for it.
const ZONE: u16 = 11;
const ZONE_FROM: u16 = 110;
/// Columns of the speaker, at most; more where there is space and a name needs it.
const SPEAKER: u16 = 22;
const MOST_SPEAKER: u16 = 34;

/// Draws the head and the lines.
pub fn draw(state: &State, buf: &mut Buffer, parts: &Parts) {
    head(state, buf, parts.places_head);
    let lines = &state.framing.shown.lines;
    let first = list::first(state.framing.line, lines.len(), parts.places.height);
    let shown = lines.iter().enumerate().skip(first);
    let speakers = speaker_columns(lines, parts.places.width);
    for (n, (index, line)) in (0..parts.places.height).zip(shown) {
        let here = state.framing.part == Part::Places && index == state.framing.line;
        place(state, buf, row(parts.places, n), line, speakers, here);
    }
}

/// "“rebels” in C Press TV: 4 own voice (1 in a headline)", and how the lines are sorted.
fn head(state: &State, buf: &mut Buffer, area: Rect) {
    let theme = &state.theme;
    paint::blank(buf, area, theme.bar);
    let here = state.framing.part == Part::Places;
    let face = if here {
        theme.bar_active
    } else {
        theme.bar_title
    };
    let lines = &state.framing.shown.lines;
    let mut counts = Counts::default();
    for line in lines {
        counts.add(line.voice);
    }
    let key = state.key(Action::SortPlaces);
    let sorted = match state.framing.order {
        Order::Text => format!("{key} sorts"),
        order => format!("by {} \u{b7} {key} sorts", order.as_str()),
    };
    let sorted = run(sorted, theme.bar);
    let what = run(format!(" {}", what(state)), face);
    let none = matches!(
        state.framing.shown.table,
        Table::Nothing | Table::Keyness(Err(_))
    );
    let counted = match none {
        true => String::new(),
        false => format!("{}{}", voice::counted(counts), headed(lines)),
    };
    let counted = run(counted, theme.bar);
    let wide = |run: &Run| paint::columns(std::slice::from_ref(run));
    // What the places are of is cut first, as the row in hand says it too, but not to nothing; then
    // the key that sorts gives way, then the counts.
    let least = wide(&what).min(area.width / 4);
    let right = match least + wide(&counted) + wide(&sorted) + 5 <= area.width {
        true => wide(&sorted) + 2,
        false => 0,
    };
    let rest = area.width.saturating_sub(right + wide(&counted) + 3);
    let left = Rect {
        width: wide(&what).min(rest.max(least)).min(area.width),
        ..area
    };
    let end = paint::line(buf, left, &[what]);
    let close = inset(area, end - area.x, 0);
    paint::line(
        buf,
        Rect {
            width: close.width.min(1),
            ..close
        },
        &[run(" ", face)],
    );
    paint::line(buf, inset(area, end + 2 - area.x, right.max(1)), &[counted]);
    if right > 0 {
        paint::text_right(buf, inset(area, 0, 1), &sorted.text, theme.bar);
    }
}

/// " (2 in headlines)": own words of the outlets that are read first.
fn headed(lines: &[Line]) -> String {
    let count = lines
        .iter()
        .filter(|line| line.voice == Voice::Narrator && line.zone == BlockKind::Headline)
        .count();
    match count {
        0 => String::new(),
        1 => " (1 of its own in a headline)".to_string(),
        many => format!(" ({many} of its own in headlines)"),
    }
}

/// What the lines are places of.
#[must_use]
pub fn what(state: &State) -> String {
    let row = state.framing.row();
    let article = |id: ArticleId| state.named(state.story.article(id));
    match &state.framing.shown.table {
        Table::Nothing | Table::Keyness(Err(_)) => "no places".to_string(),
        Table::Labels(_) => {
            let whom = match state.framing.column.checked_sub(1) {
                None => "all articles".to_string(),
                Some(nth) => article(ArticleId::from(nth)),
            };
            format!("{} in {whom}", in_hand_in_words(state))
        }
        Table::Keyness(Ok(words)) => words.get(row).map_or(String::new(), |word| {
            let outlet = state.framing.shown.outlets.get(state.framing.outlet);
            let name = outlet.and_then(|outlet| outlet.name.as_deref());
            let name = name.unwrap_or("this text");
            match word.z > 0.0 {
                true => format!("\u{201c}{}\u{201d} in {name}", word.word),
                false => format!("\u{201c}{}\u{201d} in the others", word.word),
            }
        }),
        Table::Collocates(words) => words.get(row).map_or("no places".to_string(), |word| {
            format!(
                "\u{201c}{}\u{201d} near {}",
                word.word,
                in_hand_in_words(state)
            )
        }),
        Table::Dispersion(_) => {
            let whom = article(ArticleId::from(row));
            format!("{} in {whom}", in_hand_in_words(state))
        }
        Table::Substitutions(slots) => slots.get(row).map_or("no places".to_string(), |slot| {
            format!(
                "\u{201c}{}\u{201d} and \u{201c}{}\u{201d}",
                slot.wordings.0, slot.wordings.1
            )
        }),
        Table::Contrasts(_) => "the places of both".to_string(),
    }
}

/// The columns of the speakers of these lines.
fn speaker_columns(lines: &[Line], width: u16) -> u16 {
    let most = (width / 8).min(MOST_SPEAKER);
    let widest = lines.iter().map(|line| columns_of(&scrub(speaker(line))));
    let widest = widest.max().and_then(|wide| u16::try_from(wide).ok());
    widest.unwrap_or(0).clamp(most.min(SPEAKER), most)
}

/// "▸A ░ reported  Kirby     … context …".
fn place(state: &State, buf: &mut Buffer, area: Rect, line: &Line, speakers: u16, here: bool) {
    let theme = &state.theme;
    let article = state.story.article(line.article);
    let mark = if here { "\u{25b8}" } else { " " };
    let runs = [
        run(mark, theme.hint_key),
        run(article.siglum.as_str(), theme.hint_key),
    ];
    paint::line(buf, column(area, 0, SIGLUM), &runs);
    let voice = [
        run(voice::sign(line.voice), voice::face(theme, line.voice)),
        run(format!(" {}", voice::in_words(line.voice)), theme.dim),
    ];
    paint::line(buf, column(area, SIGLUM, VOICE), &voice);
    let area_of_speaker = column(area, SIGLUM + VOICE, speakers);
    paint::text(buf, area_of_speaker, speaker(line), theme.dim);
    let mut left = SIGLUM + VOICE + speakers + 1;
    if area.width >= ZONE_FROM {
        let zone = zone(line.zone).unwrap_or("");
        paint::text(buf, column(area, left, ZONE), zone, theme.dim);
        left += ZONE;
    }
    let key = if line.voice.is_own() {
        theme.label_own
    } else {
        theme.label_other
    };
    let rest = inset(area, left, 1);
    kwic::line(buf, rest, article, line.node, key, theme.text);
    if here {
        paint::lay(buf, area, theme.cursor);
    }
}

fn column(area: Rect, left: u16, width: u16) -> Rect {
    let at = inset(area, left, 0);
    Rect {
        width: at.width.min(width),
        ..at
    }
}

/// Whose words they are, where they are not the outlet's.
fn speaker(line: &Line) -> &str {
    match (&line.speaker, line.voice) {
        (Some(speaker), _) => speaker,
        (None, Voice::Direct | Voice::Indirect) => "not found",
        (None, _) => "",
    }
}

/// Where in the article, if not in its body.
fn zone(zone: BlockKind) -> Option<&'static str> {
    (zone != BlockKind::Body).then(|| zone.as_str())
}

/// What the place under the cursor is.
pub fn status(state: &State) -> Vec<Run> {
    let theme = &state.theme;
    let lines = &state.framing.shown.lines;
    let Some(line) = lines.get(state.framing.line) else {
        return vec![run("not found in this text", theme.dim)];
    };
    let article = state.story.article(line.article);
    let speaker = match (&line.speaker, line.voice) {
        (Some(speaker), _) => format!(" of {speaker}"),
        (None, Voice::Direct | Voice::Indirect) => ", speaker not found".to_string(),
        (None, Voice::Insertion) => ", whose is not known".to_string(),
        (None, _) => String::new(),
    };
    let zone = zone(line.zone).map_or(String::new(), |zone| format!(" \u{b7} in its {zone}"));
    let why = match (state.framing.view, flip::concept(state)) {
        (View::Labels | View::Dispersion, Some(concept)) if !concept.joins.is_empty() => {
            format!(" \u{b7} {} why", state.key(Action::Why))
        }
        _ => String::new(),
    };
    vec![
        run(
            format!("{} of {}", state.framing.line + 1, lines.len()),
            theme.text,
        ),
        run(
            format!(
                " \u{b7} {} \u{b7} {}{speaker}{zone}{why}",
                state.named(article),
                voice::in_words(line.voice),
            ),
            theme.dim,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use crate::tui::tests::{press, room, words};

    #[test]
    fn a_speaker_is_named_whole_where_there_is_space() {
        let mut state = room(250, 70);
        press(&mut state, "3 j k");
        let shown = words(&state);
        for name in ["Russian Foreign Ministry ", "official SANA news agency "] {
            assert!(shown.contains(name), "{shown}");
        }
    }
}
