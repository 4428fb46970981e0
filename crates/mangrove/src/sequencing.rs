//! The ledger of a running node: compared with the copy of its last checkpoint before anything is
//! served, then numbered and signed each second, with a new copy outside the database each time.

use crate::folder::Folder;
use guard::ledger::{Fault, SigningKey};
use lexicon::Phrase;
use std::sync::Arc;
use std::time::Duration;
use workflow::sequence::{Sequencer, compare_copy};
use workflow::{Node, Refusal};

/// New leaves are signed this often.
const SIGN_EVERY: Duration = Duration::from_secs(1);

/// The ledger, found to be what was signed.
pub struct Ledger {
    node: Arc<Node>,
    folder: Folder,
    sequencer: Sequencer,
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
        let ledger = Self { node, folder, sequencer };
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

    /// Numbers the ledger's new leaves and signs them, each second, as long as the node runs; and
    /// once a day deletes what is kept for days only and counts a year that is over.
    pub async fn keep(mut self) {
        let mut second = tokio::time::interval(SIGN_EVERY);
        let mut cleared_on = None;
        loop {
            second.tick().await;
            if cleared_on != Some(self.node.today()) {
                cleared_on = Some(self.node.today());
                if let Err(refusal) = workflow::screen_person::delete_old_drafts(&self.node).await {
                    tracing::warn!(known = %refusal, "old drafts of screenings could not be deleted");
                }
                if let Err(refusal) = workflow::picture::own::count_closed_years(&self.node).await {
                    tracing::warn!(known = %refusal, "a closed year could not be counted");
                }
            }
            match self.sequencer.step(&self.node).await {
                Ok(None) => {}
                Ok(Some(_)) => self.keep_copy(),
                Err(refusal) => {
                    tracing::warn!(known = %refusal, "new leaves of the ledger wait to be signed");
                }
            }
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
