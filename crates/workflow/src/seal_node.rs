//! The node is sealed: every session ends and every unlocked key is wiped. Hints are taken as
//! before; nothing is opened until somebody signs in again.

use crate::sealing::ledger_keys;
use crate::{Node, Refusal, Signed};
use guard::ledger::{Event, Leaf};
use guard::{Action, Book, DeskKind, Kind, Thing};

/// How many sessions ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedNow {
    pub sessions: usize,
}

/// Seals at once. Requests under way end with what they hold; none of them opens another thing.
pub fn seal_at_once(node: &Node) -> SealedNow {
    SealedNow { sessions: node.sessions.end_all() }
}

/// Seals for an officer who may, and says so in the ledger.
///
/// # Errors
/// Not allowed as the gate decides. The sessions end even when the leaf cannot be kept.
pub async fn seal_node(node: &Node, signed: &Signed) -> Result<SealedNow, Refusal> {
    may_seal(node, signed)?;
    let sealed = seal_at_once(node);
    sealed_leaf(node, Some(signed), "sealed-by-officer").await?;
    Ok(sealed)
}

/// Whether an officer may seal the node.
///
/// # Errors
/// Not allowed as the gate decides.
pub fn may_seal(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let id = *officer.desk.bytes();
    let thing = Thing::standing(Kind::Node, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::NodeSeal, &thing)?;
    if warrant.spend(Action::NodeSeal, &id, node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}

/// Writes in the ledger that the node was sealed, by whom and how.
///
/// # Errors
/// The store's.
pub async fn sealed_leaf(node: &Node, by: Option<&Signed>, how: &str) -> Result<(), Refusal> {
    let mut tx = node.begin("sealed_leaf").await?;
    let desks = tx.list_desks_of_kind(DeskKind::Oversight.id()).await?;
    // A node that is not set up has nobody to tell.
    let Some(oversight) = desks.first() else { return Ok(()) };
    let keys = ledger_keys(&mut tx, oversight.id).await?;
    let event = Event {
        day: node.today(),
        action: Action::NodeSeal.id().to_owned(),
        officer: by.map(|signed| signed.officer.id),
        desk: by.map(|signed| signed.officer.desk),
        thing_kind: String::new(),
        thing: String::new(),
        reason: how.to_owned(),
        note: String::new(),
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    tx.commit().await?;
    Ok(())
}
