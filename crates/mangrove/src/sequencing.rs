//! The ledger of a running node: compared with the copy of its last checkpoint before anything is
//! served, then numbered and signed each second, with a new copy outside the database each time.

use crate::folder::Folder;
use crate::rounds::Round;
use guard::ledger::{Fault, SigningKey};
use lexicon::Phrase;
use std::sync::Arc;
use std::time::{Duration, Instant};
use workflow::sequence::{Sequencer, compare_copy};
use workflow::{Node, Refusal};

/// New leaves are signed this often.
const SIGN_EVERY: Duration = Duration::from_secs(1);
const DAY_S: u64 = 86_400;

/// The ledger, found to be what was signed.
pub struct Ledger {
    node: Arc<Node>,
    folder: Folder,
    sequencer: Sequencer,
    /// The node seals itself when nobody came for so long, in seconds.
    seal_after_s: Option<i64>,
}

impl Ledger {
    /// Opens the ledger of a node whose data directory is `folder`.
    ///
    /// # Errors
    /// The database is behind the copied checkpoint or differs from it, or the ledger is not what
    /// its last checkpoint signed: a node that went on would sign a second history.
    pub async fn open(node: Arc<Node>, folder: Folder) -> Result<Self, Phrase> {
        let key = SigningKey::from_seed(&node.keys.signing_seed);
        let copy = folder.checkpoint()?;
        if let Some(copy) = &copy {
            let mut tx = node.read("compare_checkpoint").await.map_err(unreadable)?;
            match compare_copy(&mut tx, copy, &key).await.map_err(unreadable)? {
                None => {}
                Some(Fault::Copy(_)) => {
                    return Err(folder.refuse_checkpoint("command-refuse-checkpoint-foreign"));
                }
                Some(_) => {
                    let last = tx.last_checkpoint().await.map_err(|why| why.phrase())?;
                    let found = last.map_or(0, |last| last.size);
                    return Err(folder
                        .refuse_checkpoint("command-refuse-set-back")
                        .with("signed", whole(copy.checkpoint.size))
                        .with("found", whole(found)));
                }
            }
        }
        let sequencer = Sequencer::start(&node).await.map_err(|refusal| {
            tracing::error!(known = %refusal, "the ledger is not signed any more");
            Phrase::new("command-refuse-ledger")
        })?;
        let ledger = Self { node, folder, sequencer, seal_after_s: None };
        // A kill between the commit and the copy leaves the copy one behind.
        if ledger.sequencer.copy() != copy {
            // A demonstration is just made when its ledger is first opened here.
            if copy.is_none() && !ledger.node.is_demo {
                tracing::warn!(
                    "there was no copy of the ledger's last checkpoint; one is made now"
                );
            }
            ledger.keep_copy();
        }
        Ok(ledger)
    }

    /// The same for a node that seals itself when nobody came for so long.
    #[must_use]
    pub fn sealing_after_s(mut self, seconds: Option<i64>) -> Self {
        self.seal_after_s = seconds;
        self
    }

    /// Numbers the ledger's new leaves and signs them, each second, as long as the node runs; ends
    /// sessions whose time is over; and does the round of the day.
    pub async fn keep(mut self) {
        let mut second = tokio::time::interval(SIGN_EVERY);
        let started = Instant::now();
        let mut round = Round::default();
        loop {
            second.tick().await;
            let days = started.elapsed().as_secs() / DAY_S;
            self.node.clock.has_run(i64::try_from(days).unwrap_or(i64::MAX));
            self.end_idle();
            round.go(&self.node, &self.folder).await;
            match self.sequencer.step(&self.node).await {
                Ok(None) => {}
                Ok(Some(_)) => self.keep_copy(),
                Err(refusal) => {
                    tracing::warn!(known = %refusal, "new leaves of the ledger wait to be signed");
                }
            }
        }
    }

    fn end_idle(&self) {
        let now_s = self.node.clock.now_s();
        let seen_s = self.node.sessions.end_idle(now_s);
        if let (Some(seen_s), Some(after_s)) = (seen_s, self.seal_after_s)
            && now_s - seen_s >= after_s
        {
            let sealed = workflow::seal_node::seal_at_once(&self.node);
            tracing::info!(sessions = sealed.sessions, "sealed: nobody came");
        }
    }

    /// A copy that cannot be kept stops nothing: the one before stands, and the next is tried.
    fn keep_copy(&self) {
        let Some(copy) = self.sequencer.copy() else { return };
        if let Err(why) = self.folder.keep_checkpoint(&copy) {
            tracing::warn!(%why, "the copy of the ledger's last checkpoint could not be kept");
        }
    }
}

fn unreadable(refusal: impl Into<Refusal>) -> Phrase {
    refusal.into().said
}

pub(crate) fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
