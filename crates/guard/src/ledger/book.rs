//! A transaction as the ledger sees it, and values that exist only after it.

use super::Leaf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A transaction that keeps leaves. The store's transaction implements it: `append` queues the
/// leaf, the commit writes all queued leaves before it commits, and only then calls
/// [`CommitMark::set_committed`].
pub trait Book {
    /// Adds a leaf to this transaction. A leaf whose [`Leaf::opening`] was already written today
    /// (same officer, thing and day) is left out by the store: one opening is one leaf.
    fn append(&mut self, leaf: Leaf);

    /// The mark that tells whether this transaction has committed.
    fn mark(&self) -> CommitMark;
}

/// Whether a transaction has committed. Clones share the answer.
#[derive(Clone, Debug, Default)]
pub struct CommitMark(Arc<AtomicBool>);

impl CommitMark {
    pub fn new() -> Self {
        Self::default()
    }

    /// Called by the store once the database has acknowledged the commit, and nowhere else.
    pub fn set_committed(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    pub fn is_committed(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// A value that may be seen only once its transaction has committed, so that nothing is seen
/// whose leaf is not kept.
pub struct AfterCommit<T> {
    value: T,
    mark: CommitMark,
}

/// The transaction had not committed; the value is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an opened value was asked for before its leaf was kept")]
pub struct NotCommitted;

impl<T> AfterCommit<T> {
    pub fn new(value: T, mark: CommitMark) -> Self {
        Self { value, mark }
    }

    /// The value.
    ///
    /// # Errors
    /// [`NotCommitted`] before the commit; the value is dropped then.
    pub fn take(self) -> Result<T, NotCommitted> {
        if self.mark.is_committed() { Ok(self.value) } else { Err(NotCommitted) }
    }

    /// Changes the value that will be seen, without seeing it.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> AfterCommit<U> {
        AfterCommit { value: change(self.value), mark: self.mark }
    }
}

#[cfg(test)]
mod tests {
    use super::{AfterCommit, CommitMark, NotCommitted};

    // proves: P-05
    #[test]
    fn p05_a_value_is_seen_after_the_commit_and_never_before() {
        let mark = CommitMark::new();
        let early = AfterCommit::new("name", mark.clone());
        assert_eq!(early.take().err(), Some(NotCommitted));
        let late = AfterCommit::new("name", mark.clone());
        mark.set_committed();
        assert_eq!(late.take(), Ok("name"));
    }
}
