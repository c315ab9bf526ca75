//! What is dear to make, kept by what it is made of, until the comparison is another.
//!
//! What is kept never changes an answer, only its cost, so that `update` and `view` stay functions of
//! the state. When `MOST` are kept all are let go: a reader goes to and fro between a few.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;
use std::rc::Rc;

/// At most `MOST` things, by what they were made of.
#[derive(Debug)]
pub struct Kept<K, V, const MOST: usize>(RefCell<HashMap<K, Rc<V>>>);

impl<K, V, const MOST: usize> Default for Kept<K, V, MOST> {
    fn default() -> Self {
        Kept(RefCell::default())
    }
}

impl<K: Eq + Hash, V, const MOST: usize> Kept<K, V, MOST> {
    /// What was made of this, now or before.
    pub fn get(&self, of: K, make: impl FnOnce() -> V) -> Rc<V> {
        let made = self.get_some(of, || Some(make()));
        made.unwrap_or_else(|| unreachable!("it is made"))
    }

    /// The same where there may be nothing to make.
    pub fn get_some(&self, of: K, make: impl FnOnce() -> Option<V>) -> Option<Rc<V>> {
        if let Some(made) = self.0.borrow().get(&of) {
            return Some(Rc::clone(made));
        }
        let made = Rc::new(make()?);
        let mut kept = self.0.borrow_mut();
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(of, Rc::clone(&made));
        Some(made)
    }

    /// How many are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    /// Lets go of everything: the story or its comparison is another.
    pub fn clear(&mut self) {
        self.0.get_mut().clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_made_once_and_not_more_than_so_many() {
        let kept: Kept<u8, u8, 2> = Kept::default();
        let never = || -> u8 { panic!("it is kept") };
        assert_eq!(*kept.get(1, || 10), 10);
        assert_eq!(*kept.get(2, || 20), 20);
        assert_eq!(*kept.get(1, never), 10);
        assert_eq!(kept.get_some(3, || None), None);
        assert_eq!(*kept.get(2, never), 20);
        assert_eq!(*kept.get(3, || 30), 30);
        assert_eq!(*kept.get(1, || 11), 11);
    }
}
