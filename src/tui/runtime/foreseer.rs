//! The thread that lays out what the reader is likely to ask for next.
//!
//! It is told after every frame and hears the last word only: what was likely a moment ago is let go
//! between two sheets. Who asks for the sheet that it is at waits for it ([`Kept`]); no key waits for
//! any other. With nothing foreseen there is no thread.
//!
//! [`Kept`]: crate::tui::kept::Kept

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::tui::screens::diff::Foreseen;
use crate::tui::state::State;

/// Who looks ahead.
#[derive(Default)]
pub(super) struct Foreseer {
    /// What was foreseen last.
    last: Option<Foreseen>,
    /// The number of it.
    newest: Arc<AtomicU64>,
    thread: Option<Sender<(u64, Foreseen)>>,
}

impl Foreseer {
    /// Looks ahead from what the reader sees now.
    pub(super) fn look(&mut self, state: &State) {
        let foreseen = Foreseen::of(state);
        let is_known = match (&foreseen, &self.last) {
            (Some(one), Some(other)) => one.is_same(other),
            (None, None) => true,
            _ => false,
        };
        if is_known {
            return;
        }
        let number = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        self.last.clone_from(&foreseen);
        if let Some(foreseen) = foreseen {
            let newest = &self.newest;
            let thread = self.thread.get_or_insert_with(|| start(Arc::clone(newest)));
            // Were it gone, the room would lay out for itself.
            let _ = thread.send((number, foreseen));
        }
    }
}

impl Drop for Foreseer {
    /// Nobody wants what it makes any more.
    fn drop(&mut self) {
        self.newest.fetch_add(1, Ordering::Relaxed);
    }
}

fn start(newest: Arc<AtomicU64>) -> Sender<(u64, Foreseen)> {
    let (sender, wanted) = channel();
    thread::spawn(move || work(&wanted, &newest));
    sender
}

fn work(wanted: &Receiver<(u64, Foreseen)>, newest: &AtomicU64) {
    for (number, foreseen) in wanted {
        let goes_on = || newest.load(Ordering::Relaxed) == number;
        // What cannot be laid out fails again where it is asked for, and is told there.
        let _ = catch_unwind(AssertUnwindSafe(|| foreseen.lay_out(goes_on)));
    }
}
