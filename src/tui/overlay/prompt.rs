//! The line on which words to find are typed; what is found shows at once.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::input::{self, Input};
use super::{Overlay, found};
use crate::tui::effect::Effect;
use crate::tui::find;
use crate::tui::state::State;
use crate::tui::widgets::paint::{self, Run, inset, run};

/// Takes a key: letters look, Enter goes there, Tab lists, Esc forgets; Alt and a letter is a switch.
pub fn key(state: &mut State, mut input: Input, event: KeyEvent) -> Vec<Effect> {
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let switches = &mut state.find.switches;
    match event.code {
        KeyCode::Esc => return forget(state),
        KeyCode::Char('c') if control => return forget(state),
        KeyCode::Backspace if input.text.is_empty() => return Vec::new(),
        KeyCode::Enter => {
            find::step(state, true);
            return Vec::new();
        }
        KeyCode::Tab | KeyCode::Down => {
            found::open(state);
            return Vec::new();
        }
        KeyCode::Char('c') if alt => switches.case = Some(!switches.exact_case(&input.text)),
        KeyCode::Char('w') if alt => switches.whole_words = !switches.whole_words,
        KeyCode::Char('r') if alt => switches.expression = !switches.expression,
        _ => {
            if !input.key(event) {
                state.overlay = Some(Overlay::Find(input));
                return Vec::new();
            }
        }
    }
    look(state, input);
    Vec::new()
}

/// Lets go of the words found, and of the place among them that was in hand.
fn forget(state: &mut State) -> Vec<Effect> {
    state.find.look(&state.story, "");
    state.read.gone_to = None;
    Vec::new()
}

/// Looks for what the line holds now.
pub fn look(state: &mut State, input: Input) {
    let mut find = std::mem::take(&mut state.find);
    find.look(&state.story, &input.text);
    state.find = find;
    state.overlay = Some(Overlay::Find(input));
}

/// Draws the line in the place of the status line.
pub fn view(state: &State, input: &Input, buf: &mut Buffer) -> Option<Position> {
    let theme = &state.theme;
    let line = input::line(state, buf);
    let count = if input.text.is_empty() {
        String::new()
    } else {
        state.find.count_in_words()
    };
    let sign = [run(" / ", theme.bar_title)];
    let typed = paint::columns(&[run(input.text.as_str(), theme.bar_title)]);
    // The switches give way to what is typed: first their names, then those that are off.
    let taken = paint::columns(&sign)
        .saturating_add(typed)
        .saturating_add(2);
    let space = line.width.saturating_sub(taken);
    let forms = [true, false].map(|named| switches_shown(state, input, &count, named));
    let shown = forms
        .iter()
        .find(|runs| paint::columns(runs) <= space)
        .map_or(&forms[1][..1], |runs| &runs[..]);
    let wide = paint::columns(shown).min(line.width);
    paint::line(buf, inset(line, line.width - wide, 0), shown);
    let line = inset(line, 0, wide + 1);
    let x = paint::line(buf, line, &sign);
    Some(input.draw(theme, theme.bar_title, buf, inset(line, x - line.x, 0)))
}

/// The count, the switches with those that are on standing out, and the key of the list.
fn switches_shown(state: &State, input: &Input, count: &str, named: bool) -> Vec<Run> {
    let theme = &state.theme;
    let on = state.find.switches;
    let mut runs = vec![run(format!("{count}  "), theme.bar_title)];
    for (key, name, on) in [
        ("c", "case", on.exact_case(&input.text)),
        ("w", "word", on.whole_words),
        ("r", "regex", on.expression),
    ] {
        let face = if on { theme.bar_active } else { theme.bar };
        let tick = if on { "\u{2713}" } else { " " };
        runs.push(match named {
            true => run(format!("{tick}Alt-{key} {name} "), face),
            false => run(format!("{tick}{name} "), face),
        });
    }
    if named {
        runs.push(run(" Tab list ", theme.bar));
    }
    runs
}
