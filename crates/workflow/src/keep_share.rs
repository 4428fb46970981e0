//! What a custodian does: look at the shares kept for desks, show that they still open, and release
//! one to the officer who asked.

use crate::sealing::desk_leaf;
use crate::see_recovery::{DRILL_DAYS, People};
use crate::set_up_recovery::need_fresh;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{RecoveryRefusal, SharePlace};
use guard::seal::PublicKey;
use guard::{Action, Kind, Thing};
use lexicon::Day;
use lexicon::ids::{OfficerId, RecoveryId};
use store::Tx;
use store::recoveries::{AskRow, RecoveryRow, ShareRow};

/// A share that the signed-in officer keeps.
#[derive(Clone, Debug)]
pub struct OwnShare {
    pub recovery: RecoveryId,
    pub desk_name: String,
    /// How many of how many custodians are needed.
    pub needed: usize,
    pub of: usize,
    pub given_on: Day,
    pub checked_on: Option<Day>,
    pub is_due: bool,
    /// This officer got a new key and cannot open the share any more.
    pub is_lost: bool,
    /// The desk asks for it.
    pub ask: Option<Asking>,
}

/// An officer of a desk asks for a share.
#[derive(Clone, Debug)]
pub struct Asking {
    pub officer: OfficerId,
    pub name: String,
    pub asked_on: Day,
    /// This custodian has released the share already.
    pub is_released: bool,
    pub released: usize,
}

/// The shares that the officer keeps, those that are asked for first.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn list_own_shares(node: &Node, signed: &Signed) -> Result<Vec<OwnShare>, Refusal> {
    may_keep(node, signed)?;
    let mut tx = node.read("list_own_shares").await?;
    let people = People::read(&mut tx).await?;
    let mut all = Vec::new();
    for share in tx.list_shares_of(signed.officer.id).await? {
        let row = tx.find_recovery(share.recovery_id).await?;
        let Some(row) = row.filter(|row| row.state == "active") else { continue };
        let of = tx.list_shares(row.id).await?.len();
        let ask = match tx.open_ask(row.id).await? {
            Some(ask) => Some(asking(&mut tx, &people, &ask, share.position).await?),
            None => None,
        };
        let last = share.checked_on.unwrap_or(row.made_on);
        all.push(OwnShare {
            recovery: row.id,
            desk_name: people.desk(row.desk_id),
            needed: usize::try_from(row.needed).unwrap_or(0),
            of,
            given_on: row.made_on,
            checked_on: share.checked_on,
            is_due: last.plus_days(DRILL_DAYS) < node.today(),
            is_lost: share.sealed.is_empty(),
            ask,
        });
    }
    all.sort_by_key(|share| (share.ask.is_none(), share.desk_name.clone()));
    Ok(all)
}

async fn asking(
    tx: &mut Tx,
    people: &People,
    ask: &AskRow,
    position: i64,
) -> Result<Asking, Refusal> {
    let released = tx.list_releases(ask.id).await?;
    Ok(Asking {
        officer: ask.officer_id,
        name: people.name(ask.officer_id),
        asked_on: ask.asked_on,
        is_released: released.iter().any(|(at, _)| *at == position),
        released: released.len(),
    })
}

/// How many desks ask this officer for a share, for the number beside the page.
///
/// # Errors
/// The store's refusal.
pub async fn asked_of(node: &Node, signed: &Signed) -> Result<usize, Refusal> {
    let shares = match list_own_shares(node, signed).await {
        Ok(shares) => shares,
        Err(refusal) if refusal.kind == RefusalKind::NotAllowed => return Ok(0),
        Err(refusal) => return Err(refusal),
    };
    let open = |share: &&OwnShare| share.ask.as_ref().is_some_and(|ask| !ask.is_released);
    Ok(shares.iter().filter(open).count())
}

/// The custodian shows that the share still opens: the yearly drill. Nothing is put together.
///
/// # Errors
/// Not found unless it is the officer's own; a refusal that says what is wrong with the share.
pub async fn show_share(node: &Node, signed: &Signed, id: RecoveryId) -> Result<(), Refusal> {
    may_keep(node, signed)?;
    let mut tx = node.begin("show_share").await?;
    let (row, share) = own(&mut tx, signed, id).await?;
    signed.unlocked.holds_share(&place(&share)?, &share.sealed).map_err(faulty)?;
    tx.check_share((id, share.position), node.today()).await?;
    let step = (Action::ShareKeep, "share-shown", signed.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, row.desk_id, step).await?;
    tx.commit().await?;
    Ok(())
}

/// The custodian releases the share to the officer who asked: it is sealed anew to that officer's
/// key. Asks for a fresh proof.
///
/// # Errors
/// Not found unless it is the officer's own and asked for by `officer`; changed when it was
/// released already, or when that officer has another key by now; not allowed without a fresh
/// proof, and never to oneself.
pub async fn release_share(
    node: &Node,
    signed: &Signed,
    id: RecoveryId,
    officer: OfficerId,
) -> Result<(), Refusal> {
    may_keep(node, signed)?;
    need_fresh(node, signed)?;
    let mut tx = node.begin("release_share").await?;
    let (row, share) = own(&mut tx, signed, id).await?;
    let ask = tx.open_ask(id).await?.filter(|ask| ask.officer_id == officer);
    let ask = ask.ok_or_else(Refusal::not_found)?;
    let asking = tx.find_officer(officer).await?.filter(|row| row.state == "active");
    let asking = asking.filter(|officer| officer.public_key == ask.public_key);
    let asking = asking.ok_or_else(Refusal::changed)?;
    let public = PublicKey::from_bytes(&ask.public_key);
    let public = public.ok_or_else(|| Refusal::fault("a public key has not 32 bytes"))?;
    let to = (&officer, &public);
    let place = place(&share)?;
    let released = signed.unlocked.release_share(&place, &share.sealed, to, node.dice.as_ref());
    let released = released.map_err(faulty)?;
    let kept = tx.insert_release(ask.id, (share.position, &released), node.today()).await;
    kept.map_err(crate::set_up_recovery::changed)?;
    tx.check_share((id, share.position), node.today()).await?;
    let step = (Action::ShareKeep, "share-released", asking.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, row.desk_id, step).await?;
    tx.commit().await?;
    Ok(())
}

async fn own(
    tx: &mut Tx,
    signed: &Signed,
    id: RecoveryId,
) -> Result<(RecoveryRow, ShareRow), Refusal> {
    let row = tx.find_recovery(id).await?.filter(|row| row.state == "active");
    let row = row.ok_or_else(Refusal::not_found)?;
    let shares = tx.list_shares(id).await?;
    let share = shares.into_iter().find(|share| share.custodian_id == signed.officer.id);
    Ok((row, share.ok_or_else(Refusal::not_found)?))
}

pub(crate) fn place(share: &ShareRow) -> Result<SharePlace, Refusal> {
    let position = u8::try_from(share.position);
    Ok(SharePlace {
        recovery: share.recovery_id,
        position: position
            .map_err(|_| Refusal::fault("the place of a share is no small number"))?,
        commitment: share.commitment,
    })
}

fn faulty(fault: RecoveryRefusal) -> Refusal {
    let key = match fault {
        RecoveryRefusal::WrongShare => "refusal-share-wrong",
        _ => "refusal-share-shut",
    };
    Refusal::new(RefusalKind::NotAllowed, key).known(fault.to_string())
}

fn may_keep(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let id = *officer.id.bytes();
    let own = Thing::standing(Kind::Account, id, officer.desk, officer.sphere());
    let own = Thing { is_assigned: true, ..own };
    let warrant = node.warrant(signed, Action::ShareKeep, &own)?;
    if warrant.spend(Action::ShareKeep, &id, node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
