//! The thread that compares.
//!
//! It tells each step that it begins, stops at the next one when it is asked to, and turns a panic
//! of the engine into a message: the articles can be read all the same.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::opening::Compare;
use super::update::Event;
use crate::comparison::{Cancelled, Resolve};
use crate::story::Story;

/// A comparison being made.
pub struct Worker {
    stop: Arc<AtomicBool>,
}

impl Worker {
    /// Begins to compare; `tell` gets the steps and the end.
    pub fn start(
        story: Arc<Story>,
        compare: Compare,
        tell: impl Fn(Event) + Send + Sync + 'static,
    ) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        thread::spawn(move || {
            let observer = |step| {
                tell(Event::Working(step));
                if asked.load(Ordering::Relaxed) {
                    Resolve::Stop
                } else {
                    Resolve::GoOn
                }
            };
            match catch_unwind(AssertUnwindSafe(|| compare(&story, &observer))) {
                Ok(Ok((comparison, problem))) => {
                    tell(Event::Compared(Arc::new(comparison)));
                    if let Some(problem) = problem {
                        tell(Event::Problem(problem));
                    }
                }
                Ok(Err(Cancelled)) => tell(Event::Stopped),
                Err(panic) => tell(Event::Failed(format!(
                    "The comparison failed ({}); the articles can still be read",
                    what_it_said(panic.as_ref())
                ))),
            }
        });
        Worker { stop }
    }

    /// Asks it to stop; it does at its next step.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Worker {
    /// Nobody wants what it makes any more.
    fn drop(&mut self) {
        self.stop();
    }
}

fn what_it_said(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no reason given")
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::comparison::{Comparison, Observer, Options, compare};
    use crate::ingest;

    fn whole(
        story: &Story,
        observer: Observer<'_>,
    ) -> Result<(Comparison, Option<String>), Cancelled> {
        Ok((compare(story, &Options::default(), observer)?, None))
    }

    fn last_word(compare: Compare) -> Event {
        let (sender, told) = channel();
        let _worker = Worker::start(Arc::new(ingest::bundled()), compare, move |event| {
            let _ = sender.send(event);
        });
        told.iter().last().unwrap()
    }

    #[test]
    fn a_panic_of_the_engine_becomes_a_message() {
        let event = last_word(Arc::new(|_, _| panic!("no such word")));
        assert!(matches!(event, Event::Failed(reason) if reason.contains("no such word")));
    }

    #[test]
    fn it_stops_when_asked() {
        let (sender, begun) = channel();
        let sender = std::sync::Mutex::new(sender);
        let (go, gone) = channel::<()>();
        let gone = std::sync::Mutex::new(gone);
        let slow: Compare = Arc::new(move |story, observer| {
            sender.lock().unwrap().send(()).unwrap();
            // Goes on only when it has been asked to stop.
            gone.lock().unwrap().recv().unwrap();
            whole(story, observer)
        });
        let (tell, told) = channel();
        let worker = Worker::start(Arc::new(ingest::bundled()), slow, move |event| {
            let _ = tell.send(event);
        });
        begun.recv().unwrap();
        worker.stop();
        go.send(()).unwrap();
        assert!(matches!(told.iter().last(), Some(Event::Stopped)));
    }

    #[test]
    fn it_gives_the_comparison() {
        assert!(matches!(last_word(Arc::new(whole)), Event::Compared(_)));
    }

    #[test]
    fn what_could_not_be_used_is_told_after_it() {
        let event = last_word(Arc::new(|story, observer| {
            let (comparison, _) = whole(story, observer)?;
            Ok((comparison, Some("a lexicon is left out".to_string())))
        }));
        assert!(matches!(event, Event::Problem(reason) if reason.contains("left out")));
    }
}
