//! The node: everything a verb needs, made once by the binary.

use crate::hashing::Hashing;
use crate::refusal::{Refusal, RefusalKind};
use crate::session::{Sessions, Signed};
use guard::gate::Circumstances;
use guard::{Action, Gate, Thing, Warrant};
use lexicon::{Clock, Day, Dice};
use std::sync::Arc;
use store::{Store, StoreError, Tx};

/// What the node keeps outside the database, in files of its own.
pub struct NodeKeys {
    /// Salt and pepper of the slow hash of every receipt code.
    pub pepper: guard::receipts::NodePepper,
    /// Seed of the Ed25519 key that signs checkpoints.
    pub signing_seed: zeroize::Zeroizing<[u8; 32]>,
}

/// One node. Shared by every request.
pub struct Node {
    pub store: Store,
    pub gate: Gate,
    pub clock: Arc<dyn Clock>,
    pub dice: Arc<dyn Dice>,
    pub sessions: Sessions,
    pub keys: NodeKeys,
    /// Cost of the slow hashes; the demo and the tests use a cheap one.
    pub member_cost: guard::members::Cost,
    pub receipt_cost: guard::members::Cost,
    /// Where the slow hashes of passphrases run, and those of receipt codes: apart, so that a flood
    /// of hints keeps no officer out, and the other way round.
    pub member_hashing: Hashing,
    pub receipt_hashing: Hashing,
    /// Where the log of negative events is kept a second time.
    pub second_place: crate::second_place::SecondPlace,
    /// A made-up country, never a real one: said on every page.
    pub is_demo: bool,
}

impl Node {
    pub fn today(&self) -> Day {
        self.clock.today()
    }

    /// Begins a transaction that writes.
    ///
    /// # Errors
    /// A refusal that says so when the node is read-only.
    pub async fn begin(&self, name: &'static str) -> Result<Tx, Refusal> {
        self.store.begin(name).await.map_err(Refusal::from)
    }

    /// A snapshot for reading.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn read(&self, name: &'static str) -> Result<Tx, Refusal> {
        self.store.read(name).await.map_err(Refusal::from)
    }

    /// Asks the gate for one thing, in ordinary work.
    ///
    /// # Errors
    /// [`RefusalKind::NotAllowed`] when the gate says no.
    pub fn warrant(
        &self,
        signed: &Signed,
        action: Action,
        thing: &Thing,
    ) -> Result<Warrant, Refusal> {
        self.gate
            .decide(&signed.officer, action, thing, self.clock.as_ref())
            .map_err(|denial| denied(&denial))
    }

    /// Asks the gate when a reason was stated.
    ///
    /// # Errors
    /// [`RefusalKind::NotAllowed`] when the gate says no.
    pub fn warrant_with_reason(
        &self,
        signed: &Signed,
        action: Action,
        thing: &Thing,
    ) -> Result<Warrant, Refusal> {
        let around =
            Circumstances { has_reason: true, is_fresh: signed.is_fresh(self.clock.now_s()) };
        self.gate
            .decide_in(&signed.officer, action, thing, around, self.clock.as_ref())
            .map_err(|denial| denied(&denial))
    }
}

fn denied(denial: &guard::Denial) -> Refusal {
    Refusal {
        said: denial.phrase(),
        ..Refusal::new(RefusalKind::NotAllowed, "refusal-not-allowed")
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let kind = match &error {
            StoreError::ReadOnly => RefusalKind::ReadOnly,
            StoreError::Busy { .. } => RefusalKind::Busy,
            _ => RefusalKind::Fault,
        };
        Self { said: error.phrase(), ..Self::new(kind, "refusal-fault").known(error.to_string()) }
    }
}

impl From<guard::seal::SealError> for Refusal {
    fn from(error: guard::seal::SealError) -> Self {
        if matches!(error, guard::seal::SealError::NoKey) {
            // A newcomer whom nobody has let in yet: no fault of the node.
            return Self::new(RefusalKind::NotAllowed, "refusal-desk-locked");
        }
        Self { said: error.phrase(), ..Self::fault(error.to_string()) }
    }
}

impl From<guard::ledger::NotCommitted> for Refusal {
    fn from(error: guard::ledger::NotCommitted) -> Self {
        Self::fault(error.to_string())
    }
}
