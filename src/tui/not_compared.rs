//! What is said where the comparison is not there: that it is being made, or how it is begun again.

use super::action::Action;
use super::state::State;

impl State {
    /// In the place of what the comparison would show.
    #[must_use]
    pub fn not_compared(&self) -> String {
        if self.halted {
            let key = self.key(Action::ReadAgain);
            format!("Not compared; {key} begins it again.")
        } else {
            "Still comparing.".to_string()
        }
    }

    /// In the status line, with what the comparison brings: "passages come".
    pub fn say_not_compared(&mut self, what_comes: &str) {
        let words = self.not_compared();
        let words = words.trim_end_matches('.');
        self.say(if self.halted {
            words.to_string()
        } else {
            format!("{words}; {what_comes} in a moment")
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::comparison::Step;
    use crate::tui::effect::Effect;
    use crate::tui::tests::{bare_room, press, words};
    use crate::tui::update::{Event, handle};

    #[test]
    fn only_what_was_stopped_is_begun_again() {
        // The worker may not have said yet that it has begun, or nothing may be chosen to compare.
        let mut state = bare_room(120, 40);
        assert_eq!(press(&mut state, "Ctrl-r"), [Effect::ReadAgain]);
        handle(&mut state, Event::Working(Step::Speech));
        assert_eq!(press(&mut state, "Ctrl-r"), [Effect::ReadAgain]);
        handle(&mut state, Event::Stopped);
        assert_eq!(press(&mut state, "Ctrl-r"), [Effect::Compare]);
    }

    #[test]
    fn what_was_stopped_is_not_said_to_come() {
        let mut state = bare_room(120, 40);
        for ended in [Event::Stopped, Event::Failed("no such word".to_string())] {
            handle(&mut state, Event::Working(Step::Speech));
            for screen in ["2", "3", "4", "5", "6"] {
                press(&mut state, screen);
                let shown = words(&state);
                assert!(shown.contains("Still comparing."), "{shown}");
            }
            press(&mut state, "1 ]");
            let shown = words(&state);
            assert!(shown.contains("passages come in a moment"), "{shown}");
            handle(&mut state, ended);
            for screen in ["2", "3", "4", "5", "6"] {
                press(&mut state, screen);
                let shown = words(&state);
                assert!(
                    shown.contains("Not compared; Ctrl-r begins it again."),
                    "{shown}"
                );
            }
            press(&mut state, "1 ]");
            let shown = words(&state);
            assert!(!shown.contains("in a moment"), "{shown}");
        }
    }
}
