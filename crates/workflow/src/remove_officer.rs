//! An officer leaves.

use crate::add_officer::{DeskLine, OfficerLine, list_desks, may_manage};
use crate::desk_keys::{can_recover, holders, rotate};
use crate::let_in::recount;
use crate::sealing::desk_leaf;
use crate::second_place::copy_negative_events;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::{Action, Role};
use lexicon::Phrase;
use lexicon::ids::OfficerId;
use store::{OfficerRow, Tx};

/// An officer who may be about to leave, and the desk.
pub struct Leaving {
    pub officer: OfficerLine,
    pub desk: DeskLine,
    /// Why the officer cannot leave now.
    pub obstacle: Option<Phrase>,
}

/// What the administrator looks at before an officer is removed.
///
/// # Errors
/// Not allowed as the gate decides; not found, also for those who left.
pub async fn before_removal(
    node: &Node,
    signed: &Signed,
    officer: OfficerId,
) -> Result<Leaving, Refusal> {
    let desks = list_desks(node, signed).await?;
    let is_last_administrator = is_last(&desks, officer);
    for desk in desks {
        let Some(line) = desk.at_work().find(|line| line.id == officer).cloned() else { continue };
        let is_alone = line.has_key && desk.at_work().filter(|o| o.has_key).count() < 2;
        let is_last_key = is_alone && {
            let mut tx = node.read("before_removal").await?;
            !can_recover(&mut tx, desk.id).await?
        };
        let obstacle = if is_last_key {
            Some(Phrase::new("officer-last-of-desk"))
        } else {
            is_last_administrator.then(|| Phrase::new("officer-last-administrator"))
        };
        return Ok(Leaving { officer: line, desk, obstacle });
    }
    Err(Refusal::not_found())
}

fn is_last(desks: &[DeskLine], officer: OfficerId) -> bool {
    let all = desks.iter().flat_map(DeskLine::at_work);
    let mut administrators = all.filter(|line| line.role == Role::Administrator);
    administrators.next().is_some_and(|line| line.id == officer) && administrators.next().is_none()
}

/// An officer leaves: the wraps are deleted, the sessions end, and the desk gets a new version of
/// its key that only those who stay can open. The row stays, because the ledger names its id.
///
/// # Errors
/// Not allowed as the gate decides; not found for those who left; a complaint for the last officer
/// who holds a desk's key, because what is sealed to the desk would be lost, and for the last
/// administrator, because nobody could add another.
pub async fn remove_officer(
    node: &Node,
    signed: &Signed,
    officer: OfficerId,
) -> Result<(), Refusal> {
    may_manage(node, signed)?;
    let mut tx = node.begin("remove_officer").await?;
    let row = tx.find_officer(officer).await?.filter(|row| row.state == "active");
    let row = row.ok_or_else(Refusal::not_found)?;
    let desk = tx.find_desk(row.desk_id).await?.ok_or_else(Refusal::not_found)?;
    if row.role == Role::Administrator.id() && !has_other_administrator(&mut tx, officer).await? {
        return Err(cannot("officer-last-administrator"));
    }
    tx.delete_passkeys(officer).await?;
    let held_key = tx.delete_member_wraps(officer).await? > 0;
    let staying = holders(&mut tx, desk.id).await?;
    if held_key && staying.is_empty() && !can_recover(&mut tx, desk.id).await? {
        return Err(cannot("officer-last-of-desk"));
    }
    tx.empty_shares_of(officer).await?;
    tx.end_asks_of(officer).await?;
    tx.update_officer_hat(officer, &row.role, "left").await?;
    if held_key {
        rotate(node, &mut tx, &desk, &staying).await?;
    }
    let step = (Action::DeskManage, "officer-removed", row.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, desk.id, step).await?;
    tx.insert_negative_event("officer-left", officer.bytes(), node.today()).await?;
    let waiting = recount(&mut tx, desk.id).await?;
    tx.commit().await?;
    copy_negative_events(node).await?;
    // Those who stay sign in again and then hold the new version too.
    node.sessions.end_where(|o| o.id == officer || (held_key && o.desk == desk.id));
    node.sessions.set_waiting(desk.id, waiting);
    Ok(())
}

/// Shuts an officer out of a copy of the database that is older than the departure: no leaf, no
/// gate, nobody signed in. The desk's key is made anew for those who stay, where anybody does.
pub(crate) async fn shut_out(
    node: &Node,
    tx: &mut Tx,
    officer: OfficerId,
    state: &str,
) -> Result<(), Refusal> {
    let Some(row) = tx.find_officer(officer).await? else { return Ok(()) };
    tx.update_officer_hat(officer, &row.role, state).await?;
    if state != "left" {
        return Ok(());
    }
    let desk = tx.find_desk(row.desk_id).await?.ok_or_else(Refusal::not_found)?;
    tx.delete_passkeys(officer).await?;
    tx.empty_shares_of(officer).await?;
    tx.end_asks_of(officer).await?;
    let held_key = tx.delete_member_wraps(officer).await? > 0;
    let staying = holders(tx, desk.id).await?;
    if held_key && !staying.is_empty() {
        rotate(node, tx, &desk, &staying).await?;
    }
    Ok(())
}

fn cannot(key: &'static str) -> Refusal {
    Refusal { kind: RefusalKind::BadInput, ..Refusal::field("officer", Phrase::new(key)) }
}

async fn has_other_administrator(tx: &mut Tx, officer: OfficerId) -> Result<bool, Refusal> {
    let all = tx.list_officers().await?;
    let is_other = |row: &OfficerRow| {
        row.id != officer && row.state == "active" && row.role == Role::Administrator.id()
    };
    Ok(all.iter().any(is_other))
}
