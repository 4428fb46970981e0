//! Open work of somebody who left finds a colleague of the same desk: given by the desk, or by the
//! administrator, who sees the neutral name and nothing else.

use crate::desk_keys::holders;
use crate::sealing::ledger_keys;
use crate::see_recovery::People;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::{Action, Book, Event, Kind, Leaf, Role, Thing};
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId};
use store::{LeftWorkRow, OfficerRow, Tx};

/// What the ledger tells when open work is given to somebody else.
pub const STEP: &str = "work-reassigned";

/// A thing that waits for a colleague.
#[derive(Clone, Debug)]
pub struct LeftWork {
    /// `hint`, `slice` or `screening`.
    pub kind: &'static str,
    /// 32 hexadecimal digits.
    pub id: String,
    pub alias: String,
    pub since: Day,
    /// Who had it; empty when nobody did.
    pub from: String,
    /// Who can take it: id and name.
    pub colleagues: Vec<(OfficerId, String)>,
}

/// A desk's open work without an officer.
pub struct LeftAtDesk {
    pub desk: DeskId,
    pub desk_name: String,
    pub work: Vec<LeftWork>,
}

/// What waits for a colleague at a desk; none names the officer's own.
///
/// # Errors
/// Not allowed as the gate decides; not found.
pub async fn list_left_work(
    node: &Node,
    signed: &Signed,
    desk: Option<DeskId>,
) -> Result<LeftAtDesk, Refusal> {
    let mut tx = node.read("list_left_work").await?;
    let desk = may_reassign(node, &mut tx, signed, desk).await?;
    let people = People::read(&mut tx).await?;
    let able = holders(&mut tx, desk).await?;
    let rows = tx.list_left_work(desk).await?;
    let work = rows.into_iter().map(|row| line(&people, &able, signed, row)).collect();
    Ok(LeftAtDesk { desk, desk_name: people.desk(desk), work })
}

fn line(people: &People, able: &[OfficerRow], signed: &Signed, row: LeftWorkRow) -> LeftWork {
    let colleagues = able.iter().filter(|officer| takes(row.kind, officer, able, signed));
    LeftWork {
        kind: row.kind,
        id: row.id.iter().map(|byte| format!("{byte:02x}")).collect(),
        alias: row.alias,
        since: row.since,
        from: row.officer.map(|id| people.name(id)).unwrap_or_default(),
        colleagues: colleagues.map(|row| (row.id, row.shown_name.clone())).collect(),
    }
}

/// Whether the officer's hat takes work of the kind. Nobody gives it to themselves while there is a
/// colleague: what is assigned is opened without asking a second officer.
fn takes(kind: &str, officer: &OfficerRow, able: &[OfficerRow], signed: &Signed) -> bool {
    let fits = |row: &OfficerRow| match Role::parse(&row.role) {
        Some(Role::Caseworker | Role::Investigator) => true,
        Some(Role::Triage | Role::Coordinator) => kind != "slice",
        Some(Role::Responder) => kind == "screening",
        _ => false,
    };
    let is_own = officer.id == signed.officer.id;
    let has_other = || able.iter().any(|row| row.id != officer.id && fits(row));
    fits(officer) && !(is_own && has_other())
}

/// Gives one thing to a colleague. The step stands in the ledger under the neutral name.
///
/// # Errors
/// Not allowed as the gate decides; not found unless the thing waits at the desk and the colleague
/// can take it.
pub async fn reassign_work(
    node: &Node,
    signed: &Signed,
    desk: Option<DeskId>,
    (kind, id, to): (&str, &str, OfficerId),
) -> Result<(), Refusal> {
    let mut tx = node.begin("reassign_work").await?;
    let desk = may_reassign(node, &mut tx, signed, desk).await?;
    let people = People::read(&mut tx).await?;
    let able = holders(&mut tx, desk).await?;
    let rows = tx.list_left_work(desk).await?;
    let found = rows.into_iter().find_map(|row| {
        let bytes = row.id;
        let line = line(&people, &able, signed, row);
        let is_it = line.kind == kind && line.id == id;
        (is_it && line.colleagues.iter().any(|(known, _)| *known == to)).then_some((line, bytes))
    });
    let (line, bytes) = found.ok_or_else(Refusal::not_found)?;
    if !tx.assign_work((line.kind, bytes), desk, to).await? {
        return Err(Refusal::changed());
    }
    leaf(node, &mut tx, signed, (desk, line.kind, bytes, people.name(to))).await?;
    tx.commit().await?;
    Ok(())
}

async fn leaf(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    (desk, kind, id, name): (DeskId, &str, [u8; 16], String),
) -> Result<(), Refusal> {
    let keys = ledger_keys(tx, desk).await?;
    let thing_kind = Kind::parse(kind).ok_or_else(|| Refusal::fault("a kind is not known"))?;
    let event = Event {
        day: node.today(),
        action: Action::DeskReassign.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: thing_kind.id().to_owned(),
        thing: lexicon::ids::HintId::from_bytes(id).to_string(),
        reason: STEP.to_owned(),
        note: name,
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}

async fn may_reassign(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    desk: Option<DeskId>,
) -> Result<DeskId, Refusal> {
    let asked = desk.unwrap_or(signed.officer.desk);
    let row = tx.find_desk(asked).await?.ok_or_else(Refusal::not_found)?;
    let thing = Thing::standing(Kind::Desk, *row.id.bytes(), row.id, row.sphere);
    let warrant = node.warrant(signed, Action::DeskReassign, &thing)?;
    if signed.is_waiting() {
        return Err(Refusal::new(RefusalKind::NotAllowed, "refusal-desk-locked"));
    }
    if warrant.spend(Action::DeskReassign, row.id.bytes(), node.clock.as_ref()) {
        Ok(row.id)
    } else {
        Err(Refusal::not_allowed())
    }
}
