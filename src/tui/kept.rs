//! What is dear to make, kept by what it is made of, until the comparison is another.
//!
//! What is kept never changes an answer, only its cost, so that `update` and `view` stay functions of
//! the state. Another thread may make it before it is asked for: who asks for what is being made waits
//! for it and makes nothing twice. So nothing that is made may ask for itself, and what rayon's threads
//! make must not hand work to rayon in its turn: such a thread takes up other work while it waits, which
//! may ask for what it is making. When `MOST` are kept all are let go: a reader goes to and fro
//! between a few.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// At most `MOST` things, by what they were made of.
#[derive(Debug)]
pub struct Kept<K, V, const MOST: usize>(Mutex<HashMap<K, Place<V>>>);

/// Where a thing is or will be: `Some(None)` says that there is nothing to make.
type Place<V> = Arc<OnceLock<Option<Arc<V>>>>;

impl<K, V, const MOST: usize> Default for Kept<K, V, MOST> {
    fn default() -> Self {
        Kept(Mutex::default())
    }
}

impl<K: Eq + Hash, V, const MOST: usize> Kept<K, V, MOST> {
    /// What was made of this, now or before.
    pub fn get(&self, of: K, make: impl FnOnce() -> V) -> Arc<V> {
        let made = self.get_some(of, || Some(make()));
        made.unwrap_or_else(|| unreachable!("it is made"))
    }

    /// The same where there may be nothing to make.
    pub fn get_some(&self, of: K, make: impl FnOnce() -> Option<V>) -> Option<Arc<V>> {
        // The place alone is looked up under the lock: what is made may ask for other things.
        let place = self.place(of);
        place.get_or_init(|| make().map(Arc::new)).clone()
    }

    fn place(&self, of: K) -> Place<V> {
        let mut kept = self.kept();
        if let Some(place) = kept.get(&of) {
            return Arc::clone(place);
        }
        if kept.len() >= MOST {
            kept.clear();
        }
        Arc::clone(kept.entry(of).or_default())
    }

    /// How many are kept, or being made.
    #[cfg(test)]
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept().len()
    }

    /// Lets go of everything: the story or its comparison is another.
    pub fn clear(&self) {
        self.kept().clear();
    }

    /// Nothing is made under the lock, so whoever panicked left the table whole.
    fn kept(&self) -> MutexGuard<'_, HashMap<K, Place<V>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::thread;

    use super::*;

    #[test]
    fn what_is_kept_is_made_once_and_not_more_than_so_many() {
        let kept: Kept<u8, u8, 2> = Kept::default();
        let never = || -> u8 { panic!("it is kept") };
        assert_eq!(*kept.get(1, || 10), 10);
        assert_eq!(*kept.get(2, || 20), 20);
        assert_eq!(*kept.get(1, never), 10);
        assert_eq!(*kept.get(2, never), 20);
        assert_eq!(*kept.get(3, || 30), 30);
        assert_eq!(*kept.get(1, || 11), 11);
        assert_eq!(kept.get_some(4, || None), None);
    }

    #[test]
    fn who_asks_for_what_is_being_made_waits_for_it() {
        let kept: Kept<u8, u8, 2> = Kept::default();
        let (begin, begun) = channel();
        let (go, gone) = channel::<()>();
        let kept = &kept;
        thread::scope(|scope| {
            scope.spawn(move || {
                kept.get(1, || {
                    begin.send(()).unwrap();
                    gone.recv().unwrap();
                    10
                })
            });
            begun.recv().unwrap();
            let asked = scope.spawn(|| *kept.get(1, || panic!("it is being made")));
            // Meanwhile other things can be made.
            assert_eq!(*kept.get(2, || 20), 20);
            go.send(()).unwrap();
            assert_eq!(asked.join().unwrap(), 10);
        });
    }
}
