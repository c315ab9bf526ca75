//! Variables that are not ours and say something to every program: `EDITOR`, `BROWSER`, `NO_COLOR`.

use super::{Setting, Source};

/// Where nothing of ours says what a program is called, the first variable that says so for all.
pub(super) fn usual(
    program: &mut Setting<String>,
    names: &[&'static str],
    variable: &dyn Fn(&str) -> Option<String>,
) {
    if program.source != Source::Default {
        return;
    }
    let mut said = names
        .iter()
        .filter_map(|name| Some((name, variable(name)?)));
    if let Some((name, value)) = said.next() {
        *program = Setting {
            value,
            source: Source::Environment(name),
        };
    }
}

/// The variable that refuses colours, if one does: `NO_COLOR`, or `TERM` where the terminal is dumb.
#[must_use]
pub fn colours_refused(variable: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
    let no_colour = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = variable("TERM").is_some_and(|term| term == "dumb");
    match (no_colour, dumb) {
        (true, _) => Some("NO_COLOR"),
        (_, true) => Some("TERM"),
        (false, false) => None,
    }
}
