//! The node's single sequencer: numbers the leaves that wait and signs a checkpoint over them.

use crate::{Node, Refusal};
use guard::ledger::merkle::Edge;
use guard::ledger::{Checkpoint, SigningKey};

/// Leaves numbered in one step.
const STEP_LEAVES_MAX: i64 = 10_000;
/// Leaf hashes read at once when the sequencer starts.
const START_LEAVES: i64 = 50_000;

/// The tree's right edge and the last signature, kept in memory between steps.
pub struct Sequencer {
    key: SigningKey,
    edge: Edge,
    last: Option<Checkpoint>,
}

impl Sequencer {
    /// Reads what was numbered before and compares it with the last checkpoint.
    ///
    /// # Errors
    /// A fault when they differ: nothing more is signed until `mangrove verify` has said why.
    pub async fn start(node: &Node) -> Result<Self, Refusal> {
        let mut tx = node.read("start_sequencer").await?;
        let last = tx.last_checkpoint().await?;
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
        Ok(Self { key: SigningKey::from_seed(&node.keys.signing_seed), edge, last })
    }

    /// Numbers what waits and signs it. Returns the new checkpoint, of which the caller keeps a
    /// copy outside the database; `None` when nothing waited.
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
        let before = self.last.as_ref().map(|checkpoint| &checkpoint.signature);
        let checkpoint = self.key.sign(edge.size(), edge.root(), node.today(), before);
        tx.insert_checkpoint(&checkpoint).await?;
        tx.commit().await?;
        self.edge = edge;
        self.last = Some(checkpoint.clone());
        Ok(Some(checkpoint))
    }

    /// The last checkpoint signed.
    pub fn last(&self) -> Option<&Checkpoint> {
        self.last.as_ref()
    }
}
