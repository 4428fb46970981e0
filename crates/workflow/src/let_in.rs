//! A desk as its own members see it: who is there, who waits for its key, and letting them in.

use crate::add_officer::{OfficerLine, keep_wraps, officer_line};
use crate::sealing::desk_leaf;
use crate::{Node, Refusal, Signed};
use guard::seal::PublicKey;
use guard::{Action, DeskKind, Kind, Role, Thing, Warrant};
use lexicon::ids::{DeskId, OfficerId};
use store::{OfficerRow, Tx};

/// The desk of the signed-in officer.
pub struct OwnDesk {
    pub kind: DeskKind,
    /// Everybody at work there, by name.
    pub officers: Vec<OfficerLine>,
    /// The signed-in officer holds the key, and so may let somebody in.
    pub has_key: bool,
}

impl OwnDesk {
    pub fn waiting(&self) -> impl Iterator<Item = &OfficerLine> {
        self.officers.iter().filter(|officer| officer.is_waiting)
    }

    pub fn members(&self) -> impl Iterator<Item = &OfficerLine> {
        self.officers.iter().filter(|officer| !officer.is_waiting)
    }
}

/// The own desk with its officers.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn see_own_desk(node: &Node, signed: &Signed) -> Result<OwnDesk, Refusal> {
    spend(node, signed, may_let_in(node, signed)?)?;
    let mut tx = node.read("see_own_desk").await?;
    let officers = officers(&mut tx, signed.officer.desk).await?;
    let has_key = holds_key(signed);
    Ok(OwnDesk { kind: signed.officer.desk_kind, officers, has_key })
}

/// Who waits at the signed-in officer's desk; empty for those who hold no key themselves.
///
/// # Errors
/// The store's refusal.
pub async fn waiting_at_desk(node: &Node, signed: &Signed) -> Result<Vec<OfficerLine>, Refusal> {
    if !holds_key(signed) {
        return Ok(Vec::new());
    }
    let mut tx = node.read("waiting_at_desk").await?;
    let mut all = officers(&mut tx, signed.officer.desk).await?;
    all.retain(|officer| officer.is_waiting);
    Ok(all)
}

/// A member lets a new officer of the own desk in: every version of the desk's key is wrapped to
/// the newcomer's key. It opens from the newcomer's next sign-in.
///
/// # Errors
/// Not allowed as the gate decides; not found unless the officer waits at this desk; changed when
/// the desk has a newer key than the session holds.
pub async fn let_in(node: &Node, signed: &Signed, officer: OfficerId) -> Result<(), Refusal> {
    let warrant = may_let_in(node, signed)?;
    if !holds_key(signed) {
        return Err(Refusal::not_found());
    }
    let desk = signed.officer.desk;
    let mut tx = node.begin("let_in").await?;
    let waits = officers(&mut tx, desk).await?.iter().any(|o| o.id == officer && o.is_waiting);
    if !waits {
        return Err(Refusal::not_found());
    }
    let row = tx.find_officer(officer).await?.ok_or_else(Refusal::not_found)?;
    let newest = tx.find_desk(desk).await?.ok_or_else(Refusal::not_found)?.key_version;
    if !signed.unlocked.desks().any(|held| held == (desk, newest)) {
        return Err(Refusal::changed());
    }
    spend(node, signed, warrant)?;
    let public = public_key(&row)?;
    let wraps = signed.unlocked.wrap_for_member(desk, (&officer, &public), node.dice.as_ref())?;
    keep_wraps(&mut tx, officer, wraps).await?;
    let step = (Action::DeskLetIn, "officer-let-in", row.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, desk, step).await?;
    let waiting = recount(&mut tx, desk).await?;
    tx.commit().await?;
    node.sessions.set_waiting(desk, waiting);
    Ok(())
}

/// Whether a session has the key of its own desk open.
fn holds_key(signed: &Signed) -> bool {
    signed.unlocked.desks().any(|(desk, _)| desk == signed.officer.desk)
}

fn may_let_in(node: &Node, signed: &Signed) -> Result<Warrant, Refusal> {
    let officer = &signed.officer;
    let desk = Thing::standing(Kind::Desk, *officer.desk.bytes(), officer.desk, officer.sphere());
    node.warrant(signed, Action::DeskLetIn, &desk)
}

fn spend(node: &Node, signed: &Signed, warrant: Warrant) -> Result<(), Refusal> {
    let desk = signed.officer.desk;
    if warrant.spend(Action::DeskLetIn, desk.bytes(), node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}

/// Everybody at work at a desk.
async fn officers(tx: &mut Tx, desk: DeskId) -> Result<Vec<OfficerLine>, Refusal> {
    let holders = tx.list_key_holders(desk).await?;
    let rows = tx.list_officers_of_desk(desk).await?;
    rows.iter().map(|row| officer_line(row, &holders)).collect()
}

/// How many wait at a desk, for the count beside its name.
pub(crate) async fn recount(tx: &mut Tx, desk: DeskId) -> Result<usize, Refusal> {
    Ok(officers(tx, desk).await?.iter().filter(|officer| officer.is_waiting).count())
}

pub(crate) fn public_key(row: &OfficerRow) -> Result<PublicKey, Refusal> {
    PublicKey::from_bytes(&row.public_key)
        .ok_or_else(|| Refusal::fault("the public key of an officer has not 32 bytes"))
}

impl Signed {
    /// The officer waits to be let in at the own desk. The administrator never does.
    pub fn is_waiting(&self) -> bool {
        self.officer.role != Role::Administrator && !holds_key(self)
    }
}
