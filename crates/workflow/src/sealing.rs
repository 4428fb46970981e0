//! What every verb that seals or opens needs: keys of desks, new data keys, and the one way in
//! which something sealed is read.

use crate::{Node, Refusal, Signed};
use guard::ledger::LedgerKeys;
use guard::seal::{DataKey, Place, PublicKey};
use guard::{Action, Book, DeskKind, Event, Kind, Leaf};
use lexicon::ids::{DeskId, OfficerId};
use store::Tx;
use store::wraps::WrapRow;

/// A desk to which data keys are wrapped.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DeskKey {
    pub id: DeskId,
    pub public: PublicKey,
    pub version: i64,
}

/// The key of a desk.
pub(crate) async fn desk_key(tx: &mut Tx, desk: DeskId) -> Result<DeskKey, Refusal> {
    let row = tx.find_desk(desk).await?.ok_or_else(Refusal::not_found)?;
    let public = PublicKey::from_bytes(&row.public_key)
        .ok_or_else(|| Refusal::fault("the public key of a desk has not 32 bytes"))?;
    Ok(DeskKey { id: row.id, public, version: row.key_version })
}

/// To whom the leaf of a step is sealed: the oversight body and the desk that owns the thing.
pub(crate) async fn ledger_keys(tx: &mut Tx, owner: DeskId) -> Result<LedgerKeys, Refusal> {
    let oversight = tx.list_desks_of_kind(DeskKind::Oversight.id()).await?;
    let oversight = oversight
        .first()
        .ok_or_else(|| Refusal::fault("the node has no oversight desk; finish the first run"))?;
    let oversight = desk_key(tx, oversight.id).await?;
    let owner = desk_key(tx, owner).await?;
    Ok(LedgerKeys {
        oversight_desk: oversight.id,
        oversight: oversight.public,
        oversight_version: oversight.version,
        owner: Some((owner.id, owner.public, owner.version)),
    })
}

/// Wraps a data key of a thing to a desk and keeps the wrap.
pub(crate) async fn wrap_to_desk(
    node: &Node,
    tx: &mut Tx,
    key: &DataKey,
    (kind, thing, purpose): (Kind, &[u8; 16], &'static str),
    desk: DeskId,
) -> Result<(), Refusal> {
    let desk = desk_key(tx, desk).await?;
    let place = Place::wrap(thing, purpose, desk.id.bytes(), desk.version);
    let wrap = key.wrap_to(&desk.public, &place, node.dice.as_ref())?;
    tx.insert_wrap(&WrapRow {
        thing_kind: kind.id(),
        thing_id: *thing,
        key_purpose: purpose,
        desk_id: desk.id,
        key_version: desk.version,
        wrap: wrap.into_bytes(),
    })
    .await?;
    Ok(())
}

/// A new data key of a thing, wrapped to one desk.
pub(crate) async fn new_key(
    node: &Node,
    tx: &mut Tx,
    thing: (Kind, &[u8; 16], &'static str),
    desk: DeskId,
) -> Result<DataKey, Refusal> {
    let key = DataKey::random(node.dice.as_ref());
    wrap_to_desk(node, tx, &key, thing, desk).await?;
    Ok(key)
}

/// The data key of a thing as the officer's desk holds it. It seals; to read with it takes an
/// opening.
///
/// # Errors
/// Not found when the desk holds no wrap.
pub(crate) async fn data_key(
    tx: &mut Tx,
    signed: &Signed,
    (kind, thing, purpose): (Kind, &[u8; 16], &str),
) -> Result<DataKey, Refusal> {
    let desk = signed.officer.desk;
    let (version, wrap) =
        tx.find_wrap(kind.id(), thing, purpose, desk).await?.ok_or_else(Refusal::not_found)?;
    Ok(signed.unlocked.data_key(thing, purpose, (desk, version), &wrap)?)
}

/// Writes in the ledger that somebody came to a desk or left it: the step and the shown name of
/// the officer, sealed to the oversight body and to the desk.
pub(crate) async fn desk_leaf(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    desk: DeskId,
    step: (Action, &str, &str),
) -> Result<(), Refusal> {
    let by = (signed.officer.id, signed.officer.desk);
    desk_leaf_of(node, tx, by, desk, step).await
}

/// The same by an officer who is not signed in.
pub(crate) async fn desk_leaf_of(
    node: &Node,
    tx: &mut Tx,
    (officer, own_desk): (OfficerId, DeskId),
    desk: DeskId,
    (action, step, shown_name): (Action, &str, &str),
) -> Result<(), Refusal> {
    let keys = ledger_keys(tx, desk).await?;
    let event = Event {
        day: node.today(),
        action: action.id().to_owned(),
        officer: Some(officer),
        desk: Some(own_desk),
        thing_kind: Kind::Desk.id().to_owned(),
        thing: desk.to_string(),
        reason: step.to_owned(),
        note: shown_name.to_owned(),
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}
