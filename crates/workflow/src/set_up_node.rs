//! The first run of an empty node: the code of the terminal makes the first three officers.

use crate::add_officer::{NewDesk, NewOfficer, Sheet, insert_desk, insert_organisation};
use crate::{Node, Refusal};
use guard::receipts::Receipt;
use guard::{DeskKind, Role};
use lexicon::Phrase;
use sha2::{Digest, Sha256};
use std::sync::PoisonError;
use store::Tx;
use zeroize::Zeroizing;

/// The first three officers of a node, of two organisations.
pub struct FirstRun {
    pub code: Zeroizing<String>,
    pub office: String,
    pub coordinator: NewOfficer,
    pub administrator: NewOfficer,
    pub oversight_body: String,
    pub overseer: NewOfficer,
}

/// Whether nobody has been made yet.
///
/// # Errors
/// The store's refusal.
pub async fn is_empty(node: &Node) -> Result<bool, Refusal> {
    Ok(node.read("is_empty").await?.count_officers().await? == 0)
}

/// A one-time code for the terminal, when the node is empty: only who sees the terminal makes the
/// first officers. A new call makes the earlier code void.
///
/// # Errors
/// The store's refusal.
pub async fn offer_set_up(node: &Node) -> Result<Option<Zeroizing<String>>, Refusal> {
    if !is_empty(node).await? {
        return Ok(None);
    }
    let words = Receipt::random(node.dice.as_ref()).words();
    let code = Zeroizing::new(words.replace(' ', "-"));
    let mut kept = node.sessions.door.set_up_code.lock().unwrap_or_else(PoisonError::into_inner);
    *kept = Some(hash(&code));
    Ok(Some(code))
}

/// Makes the coordination office with its coordinator and the administrator, and the oversight
/// body with its first officer. Each gets a sheet, printed once.
///
/// # Errors
/// A complaint on `code` when it is not the one on the terminal; complaints by field; not allowed
/// once anybody exists.
pub async fn set_up_node(node: &Node, first: FirstRun) -> Result<Vec<Sheet>, Refusal> {
    if !is_code(node, &first.code) {
        return Err(Refusal::field("code", Phrase::new("officer-set-up-code-wrong")));
    }
    // Later these two sign what a node may keep, so they must be two people.
    let staff_id = first.coordinator.staff_id.trim();
    if !staff_id.is_empty() && staff_id == first.administrator.staff_id.trim() {
        return Err(Refusal::field("1-staff-id", Phrase::new("officer-set-up-same-person")));
    }
    let mut tx = node.begin("set_up_node").await?;
    if tx.count_officers().await? != 0 {
        return Err(Refusal::not_allowed());
    }
    let officers = [
        NewOfficer { role: Role::Coordinator, ..first.coordinator },
        NewOfficer { role: Role::Administrator, ..first.administrator },
    ];
    let office = (DeskKind::Coordination, first.office.as_str());
    let office = make_desk(node, &mut tx, office, &officers);
    let mut sheets = office.await.map_err(|refusal| renamed(refusal, "office", 0))?;
    let overseer = [NewOfficer { role: Role::Oversight, ..first.overseer }];
    let body = (DeskKind::Oversight, first.oversight_body.as_str());
    let body = make_desk(node, &mut tx, body, &overseer);
    sheets.extend(body.await.map_err(|refusal| renamed(refusal, "oversight-body", 2))?);
    tx.commit().await?;
    let mut kept = node.sessions.door.set_up_code.lock().unwrap_or_else(PoisonError::into_inner);
    *kept = None;
    Ok(sheets)
}

async fn make_desk(
    node: &Node,
    tx: &mut Tx,
    (kind, name): (DeskKind, &str),
    officers: &[NewOfficer],
) -> Result<Vec<Sheet>, Refusal> {
    let organisation = insert_organisation(node, tx, name, kind).await?;
    let desk = NewDesk { organisation, kind, name: name.to_owned() };
    Ok(insert_desk(node, tx, &desk, officers).await?.1)
}

/// Complaints under the names of the form of the first run: an organisation is called `name`, its
/// officers are counted from `first`.
fn renamed(mut refusal: Refusal, name: &str, first: usize) -> Refusal {
    for complaint in &mut refusal.fields {
        complaint.field = match complaint.field.split_once('-') {
            Some((n, field)) if n.parse::<usize>().is_ok() => {
                format!("{}-{field}", first + n.parse::<usize>().unwrap_or(0))
            }
            _ => name.to_owned(),
        };
    }
    refusal
}

fn is_code(node: &Node, code: &str) -> bool {
    let kept = node.sessions.door.set_up_code.lock().unwrap_or_else(PoisonError::into_inner);
    let typed: Vec<&str> =
        code.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let typed = Zeroizing::new(typed.join("-").to_lowercase());
    kept.is_some_and(|kept| kept == hash(&typed))
}

fn hash(code: &str) -> [u8; 32] {
    Sha256::digest(code.as_bytes()).into()
}
