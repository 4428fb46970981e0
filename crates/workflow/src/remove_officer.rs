//! An officer leaves.

use crate::add_officer::{DeskLine, OfficerLine, keep_wraps, list_desks, may_manage};
use crate::let_in::{public_key, recount};
use crate::sealing::desk_leaf;
use crate::second_place::copy_negative_events;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{DeskWrap, rotate_desk, wrap_desk};
use guard::{Action, Role};
use lexicon::Phrase;
use lexicon::ids::OfficerId;
use store::{DeskRow, OfficerRow, Tx};

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
        let is_last_key = line.has_key && desk.at_work().filter(|o| o.has_key).count() < 2;
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
    let holders = tx.list_key_holders(desk.id).await?;
    let mut staying = tx.list_officers_of_desk(desk.id).await?;
    staying.retain(|member| member.id != officer && holders.contains(&member.id));
    let held_key = tx.delete_member_wraps(officer).await? > 0;
    if held_key && staying.is_empty() {
        return Err(cannot("officer-last-of-desk"));
    }
    tx.update_officer_hat(officer, &row.role, "left").await?;
    if held_key {
        new_key(node, &mut tx, &desk, &staying).await?;
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
    let holders = tx.list_key_holders(desk.id).await?;
    let mut staying = tx.list_officers_of_desk(desk.id).await?;
    staying.retain(|member| {
        member.id != officer && member.state == "active" && holders.contains(&member.id)
    });
    if tx.delete_member_wraps(officer).await? > 0 && !staying.is_empty() {
        new_key(node, tx, &desk, &staying).await?;
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

/// The next version of a desk's key, for those who stay.
async fn new_key(
    node: &Node,
    tx: &mut Tx,
    desk: &DeskRow,
    staying: &[OfficerRow],
) -> Result<(), Refusal> {
    let new = rotate_desk(desk.key_version, node.dice.as_ref());
    tx.update_desk_key(desk.id, new.public.bytes(), new.key_version).await?;
    for member in staying {
        let public = public_key(member)?;
        let wrap = wrap_desk(&desk.id, &new, (&member.id, &public), node.dice.as_ref())?;
        let key_version = new.key_version;
        let wrap = DeskWrap { desk: desk.id, key_version, wrap: wrap.into_bytes() };
        keep_wraps(tx, member.id, vec![wrap]).await?;
    }
    Ok(())
}
