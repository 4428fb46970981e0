//! Finds every change to the ledger.

use super::merkle::Edge;
use super::{Checkpoint, StoredLeaf, VerifyingKey};
use lexicon::Phrase;

/// A leaf with the columns the sequencer and the store keep beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// From 1.
    pub number: u64,
    /// The `leaf_hash` column.
    pub kept_hash: Vec<u8>,
    pub leaf: StoredLeaf,
}

/// One thing wrong. Numbers count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A number is missing, double or out of order: (expected, found).
    Number(u64, u64),
    /// The leaf no longer has the hash kept beside it.
    Leaf(u64),
    /// The signature of the checkpoint of this size does not hold, or one before it is missing.
    Signature(u64),
    /// The leaves up to this checkpoint are not those that were signed.
    Root(u64),
    /// The checkpoint of this size is not larger than the one before.
    Order(u64),
    /// Fewer leaves than the checkpoint says: (said, found).
    Missing(u64, u64),
    /// Numbered leaves after the last checkpoint: (signed, found).
    Unsigned(u64, u64),
    /// The copy of the last checkpoint outside the database is ahead of it or differs: (its size).
    Witness(u64),
    /// The copy outside the database does not bear this node's signature: (its size).
    Copy(u64),
    /// The note of a witness does not bear this node's signature: (its size).
    Note(u64),
    /// Fewer leaves than a witness holds: (held, found).
    RolledBack(u64, u64),
    /// The leaves up to the size that a witness holds are not those it saw.
    Forked(u64),
}

impl Fault {
    /// The line that is printed.
    pub fn phrase(&self) -> Phrase {
        let n = |v: &u64| i64::try_from(*v).unwrap_or(i64::MAX);
        match self {
            Self::Number(expected, found) => Phrase::new("guard-verify-number")
                .with("expected", n(expected))
                .with("found", n(found)),
            Self::Leaf(at) => Phrase::new("guard-verify-leaf").with("number", n(at)),
            Self::Signature(size) => Phrase::new("guard-verify-signature").with("size", n(size)),
            Self::Root(size) => Phrase::new("guard-verify-root").with("size", n(size)),
            Self::Order(size) => Phrase::new("guard-verify-order").with("size", n(size)),
            Self::Missing(said, found) => {
                Phrase::new("guard-verify-missing").with("said", n(said)).with("found", n(found))
            }
            Self::Unsigned(signed, found) => Phrase::new("guard-verify-unsigned")
                .with("signed", n(signed))
                .with("found", n(found)),
            Self::Witness(size) => Phrase::new("guard-verify-witness").with("size", n(size)),
            Self::Copy(size) => Phrase::new("guard-verify-copy").with("size", n(size)),
            Self::Note(size) => Phrase::new("guard-verify-note").with("size", n(size)),
            Self::RolledBack(held, found) => Phrase::new("guard-verify-rolled-back")
                .with("held", n(held))
                .with("found", n(found)),
            Self::Forked(size) => Phrase::new("guard-verify-forked").with("size", n(size)),
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub leaves: u64,
    pub checkpoints: u64,
    pub faults: Vec<Fault>,
}

/// Most faults listed.
const FAULTS_MAX: usize = 1_000;

/// A check under way: the leaves come one by one, so that a ledger of any length fits in memory.
pub struct Check<'a> {
    checkpoints: &'a [Checkpoint],
    /// Checkpoints that the leaves have not reached yet.
    waiting: std::iter::Peekable<std::slice::Iter<'a, Checkpoint>>,
    edge: Edge,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    /// Begins with all checkpoints, in order of their size.
    pub fn new(checkpoints: &'a [Checkpoint], key: &VerifyingKey) -> Self {
        let mut faults = Vec::new();
        check_checkpoints(checkpoints, key, &mut faults);
        Self { checkpoints, waiting: checkpoints.iter().peekable(), edge: Edge::new(), faults }
    }

    /// Takes the next numbered leaf, in order of their number.
    pub fn leaf(&mut self, kept: &Numbered) {
        let (edge, faults) = (&mut self.edge, &mut self.faults);
        let expected = edge.size() + 1;
        if kept.number != expected {
            faults.push(Fault::Number(expected, kept.number));
        }
        let hash = kept.leaf.hash();
        if kept.kept_hash != hash {
            faults.push(Fault::Leaf(kept.number));
        }
        edge.push(hash);
        while self.waiting.peek().is_some_and(|c| c.size <= edge.size()) {
            if let Some(checkpoint) = self.waiting.next()
                && checkpoint.size == edge.size()
                && checkpoint.root != edge.root()
            {
                faults.push(Fault::Root(checkpoint.size));
            }
        }
        faults.truncate(FAULTS_MAX);
    }

    /// Ends after the last leaf; `witness` is the copy of the last checkpoint kept outside the
    /// database, where there is one.
    pub fn end(mut self, witness: Option<&Checkpoint>) -> Verdict {
        let (leaves, faults) = (self.edge.size(), &mut self.faults);
        let signed = self.checkpoints.last().map_or(0, |c| c.size);
        if leaves < signed {
            faults.push(Fault::Missing(signed, leaves));
        }
        if leaves > signed {
            faults.push(Fault::Unsigned(signed, leaves));
        }
        check_witness(self.checkpoints, witness, faults);
        let checkpoints = u64::try_from(self.checkpoints.len()).unwrap_or(u64::MAX);
        Verdict { leaves, checkpoints, faults: self.faults }
    }
}

/// Checks all numbered leaves (in order of their number) against all checkpoints (in order of
/// their size) and, where there is one, the copy of the last checkpoint kept outside the database.
pub fn verify(
    leaves: impl IntoIterator<Item = Numbered>,
    checkpoints: &[Checkpoint],
    key: &VerifyingKey,
    witness: Option<&Checkpoint>,
) -> Verdict {
    let mut check = Check::new(checkpoints, key);
    leaves.into_iter().for_each(|leaf| check.leaf(&leaf));
    check.end(witness)
}

fn check_checkpoints(checkpoints: &[Checkpoint], key: &VerifyingKey, faults: &mut Vec<Fault>) {
    let mut before: Option<&Checkpoint> = None;
    for checkpoint in checkpoints {
        if before.is_some_and(|b| b.size >= checkpoint.size) || checkpoint.size == 0 {
            faults.push(Fault::Order(checkpoint.size));
        }
        if !key.has_signed(checkpoint, before.map(|b| &b.signature)) {
            faults.push(Fault::Signature(checkpoint.size));
        }
        before = Some(checkpoint);
    }
}

fn check_witness(
    checkpoints: &[Checkpoint],
    witness: Option<&Checkpoint>,
    faults: &mut Vec<Fault>,
) {
    // The copy is written after the commit, so a kill between the two leaves it one behind; it
    // must be among the checkpoints, and is never ahead of them.
    if let Some(copy) = witness
        && !checkpoints.contains(copy)
    {
        faults.push(Fault::Witness(copy.size));
    }
}
