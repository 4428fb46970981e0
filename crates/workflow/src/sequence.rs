//! The node's single sequencer: numbers the leaves that wait and signs a checkpoint over them.

use crate::{Node, Refusal};
use guard::ledger::merkle::Edge;
use guard::ledger::{Checkpoint, CheckpointCopy, Fault, SigningKey};
use store::Tx;

/// Leaves numbered in one step.
const STEP_LEAVES_MAX: i64 = 10_000;
/// Leaf hashes read at once when the sequencer starts.
const START_LEAVES: i64 = 50_000;

/// The tree's right edge and the last signature, kept in memory between steps.
pub struct Sequencer {
    key: SigningKey,
    edge: Edge,
    last: Option<Checkpoint>,
    /// Signature of the checkpoint before the last.
    before: Option<[u8; 64]>,
}

/// Compares the database with the copy of the last checkpoint that was kept outside it.
///
/// # Errors
/// The store's error.
pub async fn compare_copy(
    tx: &mut Tx,
    copy: &CheckpointCopy,
    key: &SigningKey,
) -> Result<Option<Fault>, Refusal> {
    let size = copy.checkpoint.size;
    if !copy.is_signed_by(&key.verifying()) {
        return Ok(Some(Fault::Copy(size)));
    }
    let kept = tx.find_checkpoint(size).await?;
    Ok((kept.as_ref() != Some(&copy.checkpoint)).then_some(Fault::Witness(size)))
}

impl Sequencer {
    /// Reads what was numbered before and compares it with the last checkpoint.
    ///
    /// # Errors
    /// A fault when they differ: nothing more is signed until `mangrove verify` has said why.
    pub async fn start(node: &Node) -> Result<Self, Refusal> {
        let mut tx = node.read("start_sequencer").await?;
        let mut newest = tx.newest_checkpoints(2).await?.into_iter();
        let (last, before) = (newest.next(), newest.next().map(|before| before.signature));
        let mut edge = Edge::new();
        loop {
            let hashes = tx.leaf_hashes(edge.size(), START_LEAVES).await?;
            if hashes.is_empty() {
                break;
            }
            for hash in hashes {
                edge.push(hash);
            }
        }
        let is_whole = match &last {
            Some(checkpoint) => checkpoint.size == edge.size() && checkpoint.root == edge.root(),
            None => edge.size() == 0,
        };
        if !is_whole {
            return Err(Refusal::fault("the ledger is not what its last checkpoint signed"));
        }
        Ok(Self { key: SigningKey::from_seed(&node.keys.signing_seed), edge, last, before })
    }

    /// Numbers what waits and signs it. Returns the new checkpoint, `None` when nothing
    /// waited. The caller keeps [`Self::copy`] outside the database.
    ///
    /// # Errors
    /// The store's refusal; the same leaves wait for the next step then.
    pub async fn step(&mut self, node: &Node) -> Result<Option<Checkpoint>, Refusal> {
        if node.read("peek_leaves").await?.waiting_leaves(1).await?.is_empty() {
            return Ok(None);
        }
        let mut tx = node.begin("number_leaves").await?;
        let waiting = tx.waiting_leaves(STEP_LEAVES_MAX).await?;
        let Some(newest) = waiting.last().map(|leaf| leaf.arrival) else { return Ok(None) };
        let mut edge = self.edge.clone();
        for leaf in &waiting {
            edge.push(leaf.leaf_hash);
        }
        tx.number_leaves(newest).await?;
        let before = self.last.as_ref().map(|checkpoint| checkpoint.signature);
        let checkpoint = self.key.sign(edge.size(), edge.root(), node.today(), before.as_ref());
        tx.insert_checkpoint(&checkpoint).await?;
        tx.commit().await?;
        self.edge = edge;
        self.last = Some(checkpoint.clone());
        self.before = before;
        Ok(Some(checkpoint))
    }

    /// What is to be kept outside the database: the last checkpoint signed.
    pub fn copy(&self) -> Option<CheckpointCopy> {
        let checkpoint = self.last.clone()?;
        Some(CheckpointCopy { checkpoint, before: self.before })
    }

    /// The last checkpoint signed.
    pub fn last(&self) -> Option<&Checkpoint> {
        self.last.as_ref()
    }
}
