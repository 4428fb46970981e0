//! What a running node does by itself: the round of the day, the round of the epochs, and the copy
//! of the log of negative events. None of it needs anybody signed in, and what deletes waits while
//! the clock cannot be believed.

use crate::folder::Folder;
use crate::wiring::HIGHEST_DAY;
use lexicon::Day;
use workflow::oversee::warn_of_harvest;
use workflow::renew_epoch::{EpochStep, epoch_step, reseal_some, take_epochs};
use workflow::review_break_glass::pass_on_late_reviews;
use workflow::second_place::copy_negative_events;
use workflow::{Node, Refusal};

/// Batches of wraps sealed anew in one second.
const BATCHES: u32 = 4;
/// Seconds between two looks at what is seldom due.
const SELDOM_S: u64 = 60;

/// Where the rounds of a node are.
#[derive(Default)]
pub struct Round {
    seconds: u64,
    cleared_on: Option<Day>,
    was_sound: Option<bool>,
    is_resealing: bool,
}

impl Round {
    /// Called each second.
    pub async fn go(&mut self, node: &Node, folder: &Folder) {
        let is_seldom = self.seconds.is_multiple_of(SELDOM_S);
        self.seconds += 1;
        let is_sound = node.clock.is_sound();
        if self.was_sound != Some(is_sound) {
            self.was_sound = Some(is_sound);
            if !is_sound {
                tracing::error!(
                    "the clock does not fit the last day seen: nothing is deleted for being old, \
                     and days count from the last one, until the clock is put right or an officer \
                     signs in with a one-time code"
                );
            }
        }
        let today = node.today();
        if is_sound && self.cleared_on != Some(today) {
            self.cleared_on = Some(today);
            told("last day", keep_day(node, today).await);
            let deleted = workflow::screen_person::delete_old_drafts(node).await;
            told("old drafts", deleted.map(drop));
            let counted = workflow::picture::own::count_closed_years(node).await;
            told("closed year", counted.map(drop));
            told("late reviews", pass_on_late_reviews(node).await.map(drop));
            told("harvest", warn_of_harvest(node).await.map(drop));
        }
        if is_seldom {
            told("negative events", copy_negative_events(node).await.map(drop));
            told("epochs", self.epochs(node, folder).await);
        }
        if self.is_resealing {
            told("outer seals", self.reseal(node).await);
        }
    }

    async fn epochs(&mut self, node: &Node, folder: &Folder) -> Result<(), Refusal> {
        // What a kill left under an earlier epoch goes on.
        self.is_resealing = true;
        let keys = match epoch_step(node).await? {
            EpochStep::Nothing => return Ok(()),
            EpochStep::Begin(keys) => keys,
            EpochStep::Destroy(age, keys) => {
                tracing::info!(epoch = age.number, "an epoch is destroyed");
                keys
            }
        };
        // The file first: what is sealed under an epoch that no file holds would be lost.
        folder.keep_epochs(&keys).map_err(|why| Refusal::fault(why.to_string()))?;
        take_epochs(node, keys).await
    }

    async fn reseal(&mut self, node: &Node) -> Result<(), Refusal> {
        for _ in 0..BATCHES {
            if reseal_some(node).await? == 0 {
                self.is_resealing = false;
                break;
            }
        }
        Ok(())
    }
}

async fn keep_day(node: &Node, today: Day) -> Result<(), Refusal> {
    if node.clock.highest().is_none() {
        return Ok(());
    }
    let mut tx = node.begin("keep_day").await?;
    tx.put_node_key(HIGHEST_DAY, today.to_string().as_bytes()).await?;
    tx.commit().await?;
    Ok(())
}

fn told(what: &'static str, done: Result<(), Refusal>) {
    if let Err(refusal) = done {
        tracing::warn!(what, known = %refusal, "a round of the node did not end well");
    }
}
