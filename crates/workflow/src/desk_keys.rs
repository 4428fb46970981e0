//! The keys of a desk: who holds one, and the next version.

use crate::add_officer::keep_wraps;
use crate::let_in::public_key;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{DeskWrap, rotate_desk, wrap_desk, wrap_for_recovery};
use guard::seal::PublicKey;
use lexicon::ids::DeskId;
use store::recoveries::RecoveryRow;
use store::{DeskRow, OfficerRow, Tx};

/// Officers at work at a desk who hold its key.
pub(crate) async fn holders(tx: &mut Tx, desk: DeskId) -> Result<Vec<OfficerRow>, Refusal> {
    let holders = tx.list_key_holders(desk).await?;
    let mut all = tx.list_officers_of_desk(desk).await?;
    all.retain(|officer| holders.contains(&officer.id));
    Ok(all)
}

/// Nothing of a person is taken in while a single officer holds the desk's key: with that officer
/// it would be lost.
///
/// # Errors
/// [`RefusalKind::NotAllowed`], with what to do.
pub(crate) async fn need_two_openers(tx: &mut Tx, desk: DeskId) -> Result<(), Refusal> {
    if holders(tx, desk).await?.len() >= 2 {
        Ok(())
    } else {
        Err(Refusal::new(RefusalKind::NotAllowed, "refusal-two-openers"))
    }
}

/// Whether the session holds the newest version of its own desk's key.
///
/// # Errors
/// Not allowed without a key; changed with an older one.
pub(crate) async fn need_newest(tx: &mut Tx, signed: &Signed) -> Result<DeskRow, Refusal> {
    let desk = signed.officer.desk;
    let row = tx.find_desk(desk).await?.ok_or_else(Refusal::not_found)?;
    if !signed.unlocked.desks().any(|(held, _)| held == desk) {
        return Err(Refusal::new(RefusalKind::NotAllowed, "refusal-desk-locked"));
    }
    if signed.unlocked.desks().any(|held| held == (desk, row.key_version)) {
        Ok(row)
    } else {
        Err(Refusal::changed())
    }
}

/// The next version of a desk's key: for those who stay, and for every recovery that counts or
/// waits, so that it is never behind.
pub(crate) async fn rotate(
    node: &Node,
    tx: &mut Tx,
    desk: &DeskRow,
    staying: &[OfficerRow],
) -> Result<(), Refusal> {
    let dice = node.dice.as_ref();
    let new = rotate_desk(desk.key_version, dice);
    let key_version = new.key_version;
    tx.update_desk_key(desk.id, new.public.bytes(), key_version).await?;
    for member in staying {
        let public = public_key(member)?;
        let wrap = wrap_desk(&desk.id, &new, (&member.id, &public), dice)?;
        let wrap = DeskWrap { desk: desk.id, key_version, wrap: wrap.into_bytes() };
        keep_wraps(tx, member.id, vec![wrap]).await?;
    }
    for recovery in tx.list_recoveries(desk.id).await? {
        let public = recovery_key(&recovery)?;
        let wrap = wrap_for_recovery(&recovery.id, &public, &desk.id, &new, dice)?;
        tx.insert_recovery_wrap(recovery.id, key_version, wrap.as_bytes()).await?;
    }
    Ok(())
}

pub(crate) fn recovery_key(row: &RecoveryRow) -> Result<PublicKey, Refusal> {
    PublicKey::from_bytes(&row.public_key)
        .ok_or_else(|| Refusal::fault("the public key of a recovery has not 32 bytes"))
}

/// Whether the desk comes back to its key without anybody who holds it now.
pub(crate) async fn can_recover(tx: &mut Tx, desk: DeskId) -> Result<bool, Refusal> {
    for recovery in tx.list_recoveries(desk).await? {
        let is_active = recovery.state == "active";
        if is_active && recovery.way == "paper" {
            return Ok(true);
        }
        let shares = tx.list_shares(recovery.id).await?;
        let live = i64::try_from(shares.iter().filter(|s| !s.sealed.is_empty()).count());
        if is_active && live.unwrap_or(0) >= recovery.needed {
            return Ok(true);
        }
    }
    Ok(false)
}
