//! An officer who holds no key opens the own desk again: with the shares of its custodians, or with
//! the words of its sealed paper. The desk gets a new version of its key at once, the way that was
//! used counts no longer, and everybody is told.

use crate::add_officer::keep_wraps;
use crate::desk_keys::{holders, recovery_key, rotate};
use crate::keep_share::place;
use crate::let_in::{public_key, recount};
use crate::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use crate::see_recovery::{People, may_recover};
use crate::set_up_recovery::{leaf, need_fresh};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::Kind;
use guard::members::{Recovered, RecoveryRefusal};
use lexicon::Phrase;
use store::Tx;
use store::recoveries::{AskRow, RecoveryRow};
use zeroize::Zeroizing;

/// Asks the custodians of the own desk for their shares. A newer question takes the place of an
/// older one.
///
/// # Errors
/// Not found when the desk has no custodians; not allowed for who holds the key already.
pub async fn ask_custodians(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    may_recover(node, signed)?;
    need_no_key(signed)?;
    let mut tx = node.begin("ask_custodians").await?;
    let row = active(&mut tx, signed, "custodians").await?;
    let own = tx.find_officer(signed.officer.id).await?.ok_or_else(Refusal::not_signed_in)?;
    if let Some(before) = tx.open_ask(row.id).await? {
        tx.end_asks_of(before.officer_id).await?;
    }
    let mut id = [0; 16];
    node.dice.fill(&mut id);
    let ask = AskRow {
        id,
        recovery_id: row.id,
        officer_id: own.id,
        public_key: own.public_key,
        asked_on: node.today(),
    };
    tx.insert_ask(&ask).await.map_err(crate::set_up_recovery::changed)?;
    leaf(node, &mut tx, signed, "recovery-asked").await?;
    warn(node, &mut tx, signed, AlarmCode::Recovery).await?;
    tx.commit().await?;
    Ok(())
}

/// Opens the own desk with the shares that its custodians released.
///
/// # Errors
/// Not found unless this officer asked; a refusal that names the custodian whose share is wrong,
/// and one that says how many are missing.
pub async fn open_by_custodians(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    may_recover(node, signed)?;
    need_no_key(signed)?;
    need_fresh(node, signed)?;
    let mut tx = node.begin("open_by_custodians").await?;
    let row = active(&mut tx, signed, "custodians").await?;
    let ask = tx.open_ask(row.id).await?.filter(|ask| ask.officer_id == signed.officer.id);
    let ask = ask.ok_or_else(Refusal::not_found)?;
    let shares = tx.list_shares(row.id).await?;
    let mut released = Vec::new();
    for (position, sealed) in tx.list_releases(ask.id).await? {
        let share = shares.iter().find(|share| share.position == position);
        released.push((place(share.ok_or_else(Refusal::changed)?)?, sealed));
    }
    let needed = usize::try_from(row.needed).unwrap_or(usize::MAX);
    let desk = (row.desk_id, &recovery_key(&row)?);
    let back = match signed.unlocked.put_together(desk, needed, &released) {
        Ok(back) => back,
        Err((_, RecoveryRefusal::TooFew)) => {
            let missing = needed.saturating_sub(released.len());
            let missing = i64::try_from(missing).unwrap_or(i64::MAX);
            let said = Phrase::new("refusal-recovery-few").with("missing", missing);
            return Err(Refusal { said, ..Refusal::new(RefusalKind::NotAllowed, "refusal") });
        }
        Err((position, fault)) => {
            let people = People::read(&mut tx).await?;
            let share = shares.iter().find(|share| share.position == i64::from(position));
            let name = share.map(|share| people.name(share.custodian_id)).unwrap_or_default();
            let key =
                if name.is_empty() { "refusal-recovery-other" } else { "refusal-recovery-share" };
            let said = Phrase::new(key).with("name", name);
            let refusal = Refusal::new(RefusalKind::NotAllowed, "refusal");
            return Err(Refusal { said, ..refusal }.known(fault.to_string()));
        }
    };
    finish(node, tx, signed, (&row, back, "desk-recovered-custodians")).await
}

/// Opens the own desk with the words of its sealed paper.
///
/// # Errors
/// A complaint on `words`; not found when no paper counts.
pub async fn open_by_paper(
    node: &Node,
    signed: &Signed,
    words: &Zeroizing<String>,
) -> Result<(), Refusal> {
    may_recover(node, signed)?;
    need_no_key(signed)?;
    need_fresh(node, signed)?;
    let mut tx = node.begin("open_by_paper").await?;
    let row = active(&mut tx, signed, "paper").await?;
    let around = (row.id, row.desk_id, &recovery_key(&row)?);
    let back = Recovered::from_paper(words, around).map_err(|fault| {
        let key = match fault {
            RecoveryRefusal::PaperWords => "recovery-paper-words",
            RecoveryRefusal::PaperCheck => "recovery-paper-check",
            _ => "recovery-paper-other",
        };
        Refusal::field("words", Phrase::new(key))
    })?;
    finish(node, tx, signed, (&row, back, "desk-recovered-paper")).await
}

/// Every version of the key goes to the officer, the desk gets the next one, the way that was used
/// ends, and the sessions of the desk end, so that everybody signs in to the new key.
async fn finish(
    node: &Node,
    mut tx: Tx,
    signed: &Signed,
    (row, back, step): (&RecoveryRow, Recovered, &str),
) -> Result<(), Refusal> {
    let own = tx.find_officer(signed.officer.id).await?.filter(|own| own.state == "active");
    let own = own.ok_or_else(Refusal::not_signed_in)?;
    let wraps = tx.list_recovery_wraps(row.id).await?;
    let to = (&own.id, &public_key(&own)?);
    keep_wraps(&mut tx, own.id, back.open_desk(&wraps, to, node.dice.as_ref())?).await?;
    tx.end_recovery(row.id, ("used", node.today())).await?;
    let desk = tx.find_desk(row.desk_id).await?.ok_or_else(Refusal::not_found)?;
    let staying = holders(&mut tx, desk.id).await?;
    rotate(node, &mut tx, &desk, &staying).await?;
    leaf(node, &mut tx, signed, step).await?;
    let code = if row.way == "paper" { AlarmCode::PaperKey } else { AlarmCode::Recovery };
    warn(node, &mut tx, signed, code).await?;
    let waiting = recount(&mut tx, desk.id).await?;
    tx.commit().await?;
    node.sessions.end_where(|officer| officer.desk == desk.id);
    node.sessions.set_waiting(desk.id, waiting);
    Ok(())
}

/// The oversight body and the desk are told at once.
async fn warn(node: &Node, tx: &mut Tx, signed: &Signed, code: AlarmCode) -> Result<(), Refusal> {
    let desk = signed.officer.desk;
    let alarm = Alarm {
        code,
        desk: Some(desk),
        officer: Some(signed.officer.id),
        thing: Some((Kind::Desk, *desk.bytes())),
        told: None,
        note: &signed.shown_name,
    };
    raise_alarm(node, tx, &alarm).await.map(drop)
}

async fn active(tx: &mut Tx, signed: &Signed, way: &str) -> Result<RecoveryRow, Refusal> {
    let all = tx.list_recoveries(signed.officer.desk).await?;
    let found = all.into_iter().find(|row| row.way == way && row.state == "active");
    found.ok_or_else(Refusal::not_found)
}

fn need_no_key(signed: &Signed) -> Result<(), Refusal> {
    if signed.is_waiting() {
        Ok(())
    } else {
        Err(Refusal::new(RefusalKind::NotAllowed, "refusal-recovery-not-needed"))
    }
}
