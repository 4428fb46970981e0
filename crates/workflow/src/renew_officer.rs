//! A new sheet for an officer who lost the passphrase or the app. The administrator makes it and
//! gets nothing by it: the new key opens nothing until a colleague lets the officer in, or the
//! custodians or the sealed paper of the desk give its key back.

use crate::add_officer::{Sheet, may_manage, renewed};
use crate::desk_keys::{can_recover, holders, rotate};
use crate::let_in::recount;
use crate::sealing::desk_leaf;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::Action;
use lexicon::Phrase;
use lexicon::ids::OfficerId;

/// Makes a new key, passphrase and secret for the app; what the old key opened is taken away, and
/// the desk gets the next version of its key.
///
/// # Errors
/// Not allowed as the gate decides; not found for those who left; a complaint when the officer
/// alone holds the desk's key and nothing could give it back, or when it is the administrator who
/// asks.
pub async fn renew_officer(
    node: &Node,
    signed: &Signed,
    officer: OfficerId,
) -> Result<Sheet, Refusal> {
    may_manage(node, signed)?;
    if officer == signed.officer.id {
        return Err(cannot("officer-renew-own"));
    }
    let mut tx = node.read("renew_officer").await?;
    let row = tx.find_officer(officer).await?.filter(|row| row.state == "active");
    let row = row.ok_or_else(Refusal::not_found)?;
    let desk = tx.find_desk(row.desk_id).await?.ok_or_else(Refusal::not_found)?;
    drop(tx);
    // The slow hash is done before the writer place is taken.
    let (member, sheet) = renewed(node, &row, &desk.name).await?;
    let mut tx = node.begin("renew_officer").await?;
    let held_key = tx.delete_member_wraps(officer).await? > 0;
    let staying = holders(&mut tx, desk.id).await?;
    if held_key && staying.is_empty() && !can_recover(&mut tx, desk.id).await? {
        return Err(cannot("officer-renew-last"));
    }
    tx.delete_passkeys(officer).await?;
    tx.empty_shares_of(officer).await?;
    tx.end_asks_of(officer).await?;
    tx.update_officer_keys(officer, &member).await?;
    if held_key {
        let desk = tx.find_desk(desk.id).await?.ok_or_else(Refusal::not_found)?;
        rotate(node, &mut tx, &desk, &staying).await?;
    }
    let step = (Action::DeskManage, "officer-renewed", row.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, desk.id, step).await?;
    let waiting = recount(&mut tx, desk.id).await?;
    tx.commit().await?;
    node.sessions.end_where(|o| o.id == officer || (held_key && o.desk == desk.id));
    node.sessions.set_waiting(desk.id, waiting);
    Ok(sheet)
}

fn cannot(key: &'static str) -> Refusal {
    Refusal { kind: RefusalKind::BadInput, ..Refusal::field("officer", Phrase::new(key)) }
}
