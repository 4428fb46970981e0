//! An officer is kept out at once: the sessions end, their keys are wiped, and the door stays shut
//! until somebody who may do so opens it again.

use crate::sealing::desk_leaf;
use crate::second_place::copy_negative_events;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::{Action, DeskKind, Kind, Role, Thing};
use lexicon::Phrase;
use lexicon::ids::OfficerId;
use store::{OfficerRow, Tx};

/// Steps of the ledger.
pub const STEPS: [&str; 2] = ["officer-frozen", "officer-let-back"];

/// Keeps an officer out from this moment: whatever the officer sends next is answered as to
/// somebody who is not signed in.
///
/// # Errors
/// Not allowed as the gate decides, and for oneself; not found for who left or is kept out.
pub async fn freeze_officer(
    node: &Node,
    signed: &Signed,
    officer: OfficerId,
) -> Result<(), Refusal> {
    let mut tx = node.begin("freeze_officer").await?;
    let row = find(&mut tx, officer, "active").await?;
    may_freeze(node, signed, &mut tx, &row).await?;
    if officer == signed.officer.id {
        let said = Phrase::new("freeze-not-yourself");
        return Err(Refusal {
            said,
            ..Refusal::new(RefusalKind::NotAllowed, "refusal-not-allowed")
        });
    }
    tx.update_officer_hat(officer, &row.role, "suspended").await?;
    tx.insert_negative_event("officer-frozen", officer.bytes(), node.today()).await?;
    let step = (Action::OfficerFreeze, "officer-frozen", row.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, row.desk_id, step).await?;
    // Before the commit and after it: a session that begins between the two ends as well.
    node.sessions.end_where(|o| o.id == officer);
    tx.commit().await?;
    node.sessions.end_where(|o| o.id == officer);
    copy_negative_events(node).await?;
    Ok(())
}

/// Lets an officer in again who was kept out. The keys were never deleted, so it is as before.
///
/// # Errors
/// Not allowed as the gate decides; not found for who is not kept out.
pub async fn let_back(node: &Node, signed: &Signed, officer: OfficerId) -> Result<(), Refusal> {
    let mut tx = node.begin("let_back").await?;
    let row = find(&mut tx, officer, "suspended").await?;
    may_freeze(node, signed, &mut tx, &row).await?;
    tx.update_officer_hat(officer, &row.role, "active").await?;
    let step = (Action::OfficerFreeze, "officer-let-back", row.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, row.desk_id, step).await?;
    tx.commit().await?;
    Ok(())
}

/// A desk and who wears its hats, with whether the officer who looks may keep them out.
#[derive(Clone, Debug)]
pub struct GuardedDesk {
    pub name: String,
    pub officers: Vec<GuardedOfficer>,
}

/// An officer at work or kept out.
#[derive(Clone, Debug)]
pub struct GuardedOfficer {
    pub id: OfficerId,
    pub shown_name: String,
    pub role: Role,
    pub is_frozen: bool,
}

/// Desks with their officers, as far as the officer may keep them out.
///
/// # Errors
/// Not allowed for who may keep out nobody.
pub async fn list_guarded(node: &Node, signed: &Signed) -> Result<Vec<GuardedDesk>, Refusal> {
    let own = &signed.officer;
    let thing = Thing::standing(Kind::Desk, *own.desk.bytes(), own.desk, own.sphere());
    node.warrant(signed, Action::OfficerFreeze, &thing)?;
    let mut tx = node.read("list_guarded").await?;
    let officers = tx.list_officers().await?;
    let mut desks = Vec::new();
    for desk in tx.list_desks().await? {
        let Some(kind) = DeskKind::parse(&desk.kind) else { continue };
        let thing = Thing::standing(Kind::Desk, *desk.id.bytes(), desk.id, kind.sphere());
        if !node.gate.allows(own, Action::OfficerFreeze, &thing) {
            continue;
        }
        let of_desk = officers.iter().filter(|row| row.desk_id == desk.id && row.state != "left");
        let lines = of_desk.filter_map(|row| {
            Some(GuardedOfficer {
                id: row.id,
                shown_name: row.shown_name.clone(),
                role: Role::parse(&row.role)?,
                is_frozen: row.state == "suspended",
            })
        });
        desks.push(GuardedDesk { name: desk.name, officers: lines.collect() });
    }
    desks.retain(|desk| !desk.officers.is_empty());
    Ok(desks)
}

async fn find(tx: &mut Tx, officer: OfficerId, state: &str) -> Result<OfficerRow, Refusal> {
    let row = tx.find_officer(officer).await?.filter(|row| row.state == state);
    row.ok_or_else(Refusal::not_found)
}

async fn may_freeze(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    row: &OfficerRow,
) -> Result<(), Refusal> {
    let desk = tx.find_desk(row.desk_id).await?.ok_or_else(Refusal::not_found)?;
    // not shown: for the operator
    let kind = DeskKind::parse(&desk.kind).ok_or_else(|| Refusal::fault("kind of desk"))?;
    let thing = Thing::standing(Kind::Desk, *desk.id.bytes(), desk.id, kind.sphere());
    let warrant = node.warrant(signed, Action::OfficerFreeze, &thing)?;
    if warrant.spend(Action::OfficerFreeze, desk.id.bytes(), node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
