//! A desk chooses how it would come back to its key: custodians who keep a share each, or a paper
//! in a safe. A member who holds the key makes it, a second one agrees where there is one.

use crate::desk_keys::{holders, need_newest};
use crate::let_in::public_key;
use crate::sealing::desk_leaf;
use crate::see_recovery::{People, may_recover};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{CUSTODIANS_MAX, CUSTODIANS_MIN, NEEDED_MIN, NewRecovery};
use guard::{Action, DeskKind, Role};
use lexicon::ids::{OfficerId, OrganisationId, RecoveryId};
use lexicon::{Phrase, Sphere};
use std::collections::HashMap;
use store::recoveries::{RecoveryRow, ShareRow};
use store::{OfficerRow, StoreError, Tx};
use zeroize::Zeroizing;

/// What the ledger tells of recoveries.
pub const STEPS: [&str; 11] = [
    "custodians-named",
    "paper-printed",
    "recovery-agreed",
    "recovery-declined",
    "paper-seen",
    "share-shown",
    "share-released",
    "recovery-asked",
    "desk-recovered-custodians",
    "desk-recovered-paper",
    "officer-renewed",
];

/// Somebody who could be a custodian.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub id: OfficerId,
    pub name: String,
    pub desk_name: String,
    pub organisation: String,
}

/// A sealed paper, shown once.
pub struct PaperSheet {
    pub desk_name: String,
    /// Fifteen words, the last is the check.
    pub words: Zeroizing<String>,
    /// A second member must agree before it counts.
    pub waits: bool,
}

/// Officers who could keep a share of the own desk, by organisation and name. Administrators never;
/// immigration enforcement only for its own desks, which in turn see no other names than those of
/// the oversight body and the coordination office.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn candidates(node: &Node, signed: &Signed) -> Result<Vec<Candidate>, Refusal> {
    may_recover(node, signed)?;
    let mut tx = node.read("candidates").await?;
    let rows = eligible(&mut tx, signed).await?;
    let people = People::read(&mut tx).await?;
    let mut all: Vec<Candidate> = rows
        .iter()
        .map(|row| Candidate {
            id: row.id,
            name: row.shown_name.clone(),
            desk_name: people.desk(row.desk_id),
            organisation: people.organisation_of(row),
        })
        .collect();
    all.sort_by(|a, b| (&a.organisation, &a.name).cmp(&(&b.organisation, &b.name)));
    Ok(all)
}

async fn eligible(tx: &mut Tx, signed: &Signed) -> Result<Vec<OfficerRow>, Refusal> {
    let desks: HashMap<_, _> =
        tx.list_desks().await?.into_iter().map(|desk| (desk.id, desk)).collect();
    let is_enforcement = signed.officer.sphere() == Sphere::Enforcement;
    let mut all = tx.list_officers().await?;
    all.retain(|row| {
        let Some(desk) = desks.get(&row.desk_id) else { return false };
        let is_open = match (is_enforcement, desk.sphere) {
            (true, Sphere::Enforcement | Sphere::Oversight) => true,
            (true, _) => desk.kind == DeskKind::Coordination.id(),
            (false, sphere) => sphere != Sphere::Enforcement,
        };
        is_open && row.state == "active" && row.role != Role::Administrator.id()
    });
    Ok(all)
}

/// A member names the custodians: a recovery key is drawn, split and forgotten.
///
/// # Errors
/// Complaints on `needed` and `custodian`; not allowed without the desk's key or a fresh proof.
pub async fn name_custodians(
    node: &Node,
    signed: &Signed,
    needed: usize,
    custodians: &[OfficerId],
) -> Result<(), Refusal> {
    may_recover(node, signed)?;
    need_fresh(node, signed)?;
    let mut tx = node.begin("name_custodians").await?;
    need_newest(&mut tx, signed).await?;
    let open = eligible(&mut tx, signed).await?;
    let chosen: Vec<&OfficerRow> = open.iter().filter(|row| custodians.contains(&row.id)).collect();
    check(needed, &chosen)?;
    let dice = node.dice.as_ref();
    let id = RecoveryId::random(dice);
    let new = NewRecovery::to_split(id, signed.officer.desk, dice);
    let keys = chosen.iter().map(|row| Ok((row.id, public_key(row)?)));
    let keys = keys.collect::<Result<Vec<_>, Refusal>>()?;
    let shares = new.split(needed, &keys, dice)?;
    let needed = i64::try_from(needed).unwrap_or(0);
    keep(node, &mut tx, signed, (id, "custodians", needed), &new).await?;
    for share in shares {
        let row = ShareRow {
            recovery_id: id,
            position: i64::from(share.position),
            custodian_id: share.custodian,
            sealed: share.sealed,
            commitment: share.commitment,
            checked_on: None,
        };
        tx.insert_share(&row).await?;
    }
    leaf(node, &mut tx, signed, "custodians-named").await?;
    tx.commit().await?;
    Ok(())
}

/// Numbers that are allowed, and no organisation with enough shares to act alone or a majority.
fn check(needed: usize, chosen: &[&OfficerRow]) -> Result<(), Refusal> {
    let count = chosen.len();
    if !(CUSTODIANS_MIN..=CUSTODIANS_MAX).contains(&count) {
        let least = i64::try_from(CUSTODIANS_MIN).unwrap_or(0);
        let said = Phrase::new("recovery-fault-count").with("least", least);
        return Err(Refusal::field("custodian", said));
    }
    if !(NEEDED_MIN..=count).contains(&needed) {
        return Err(Refusal::field("needed", Phrase::new("recovery-fault-needed")));
    }
    let mut of: HashMap<OrganisationId, usize> = HashMap::new();
    for row in chosen {
        *of.entry(row.organisation_id).or_default() += 1;
    }
    if of.values().any(|own| *own >= needed || own * 2 > count) {
        return Err(Refusal::field("custodian", Phrase::new("recovery-fault-majority")));
    }
    Ok(())
}

/// A member has the sealed paper made. It is shown once and kept nowhere.
///
/// # Errors
/// Not allowed without the desk's key or a fresh proof.
pub async fn print_paper(node: &Node, signed: &Signed) -> Result<PaperSheet, Refusal> {
    may_recover(node, signed)?;
    need_fresh(node, signed)?;
    let mut tx = node.begin("print_paper").await?;
    let desk = need_newest(&mut tx, signed).await?;
    let dice = node.dice.as_ref();
    let id = RecoveryId::random(dice);
    let (new, words) = NewRecovery::to_print(id, desk.id, dice);
    let waits = keep(node, &mut tx, signed, (id, "paper", 1), &new).await?;
    leaf(node, &mut tx, signed, "paper-printed").await?;
    tx.commit().await?;
    Ok(PaperSheet { desk_name: desk.name, words, waits })
}

/// Keeps a new recovery: it waits where a second member can agree, and counts at once where there
/// is none. `true` when it waits.
async fn keep(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    (id, way, needed): (RecoveryId, &str, i64),
    new: &NewRecovery,
) -> Result<bool, Refusal> {
    let desk = signed.officer.desk;
    let own = signed.officer.id;
    let has_second = holders(tx, desk).await?.iter().any(|row| row.id != own);
    let before = tx.list_recoveries(desk).await?;
    for old in before.iter().filter(|old| old.way == way) {
        // One that waits is replaced at once; one that counts stays until the new one does.
        if old.state == "waiting" || !has_second {
            tx.end_recovery(old.id, ("replaced", node.today())).await?;
        }
    }
    let row = RecoveryRow {
        id,
        desk_id: desk,
        way: way.to_owned(),
        public_key: new.public().bytes().to_vec(),
        needed,
        state: if has_second { "waiting" } else { "active" }.to_owned(),
        made_by: own,
        made_on: node.today(),
        agreed_by: None,
        checked_on: None,
        ended_on: None,
    };
    tx.insert_recovery(&row).await.map_err(changed)?;
    for wrap in new.wraps(&signed.unlocked, node.dice.as_ref())? {
        tx.insert_recovery_wrap(id, wrap.key_version, &wrap.wrap).await?;
    }
    Ok(has_second)
}

/// A second member says yes or no to what another made.
///
/// # Errors
/// Not found when nothing of the own desk waits, or by whoever made it; not allowed without the
/// desk's key or a fresh proof.
pub async fn agree_recovery(
    node: &Node,
    signed: &Signed,
    id: RecoveryId,
    is_yes: bool,
) -> Result<(), Refusal> {
    may_recover(node, signed)?;
    need_fresh(node, signed)?;
    let mut tx = node.begin("agree_recovery").await?;
    need_newest(&mut tx, signed).await?;
    let desk = signed.officer.desk;
    let all = tx.list_recoveries(desk).await?;
    let waiting = all.iter().find(|row| row.id == id && row.state == "waiting");
    let waiting = waiting.ok_or_else(Refusal::not_found)?;
    if is_yes {
        if waiting.made_by == signed.officer.id {
            return Err(Refusal::new(RefusalKind::NotAllowed, "refusal-recovery-own"));
        }
        for old in all.iter().filter(|row| row.state == "active" && row.way == waiting.way) {
            tx.end_recovery(old.id, ("replaced", node.today())).await?;
        }
        if !tx.agree_recovery(id, signed.officer.id).await? {
            return Err(Refusal::changed());
        }
        leaf(node, &mut tx, signed, "recovery-agreed").await?;
    } else {
        tx.end_recovery(id, ("replaced", node.today())).await?;
        leaf(node, &mut tx, signed, "recovery-declined").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// A member saw the paper in its safe, sealed as it was: the yearly drill of the paper.
///
/// # Errors
/// Not found when no paper of the own desk counts; not allowed as the gate decides.
pub async fn see_paper(node: &Node, signed: &Signed, id: RecoveryId) -> Result<(), Refusal> {
    may_recover(node, signed)?;
    let mut tx = node.begin("see_paper").await?;
    let all = tx.list_recoveries(signed.officer.desk).await?;
    let is_paper = |row: &&RecoveryRow| row.id == id && row.way == "paper" && row.state == "active";
    all.iter().find(is_paper).ok_or_else(Refusal::not_found)?;
    tx.check_paper(id, node.today()).await?;
    leaf(node, &mut tx, signed, "paper-seen").await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) fn need_fresh(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    if signed.is_fresh(node.clock.now_s()) {
        Ok(())
    } else {
        Err(Refusal::new(RefusalKind::NotAllowed, "refusal-recovery-proof"))
    }
}

/// A leaf of the officer's own desk, in the officer's name.
pub(crate) async fn leaf(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    step: &str,
) -> Result<(), Refusal> {
    let step = (Action::DeskRecover, step, signed.shown_name.as_str());
    desk_leaf(node, tx, signed, signed.officer.desk, step).await
}

pub(crate) fn changed(error: StoreError) -> Refusal {
    match error {
        StoreError::Taken { .. } => Refusal::changed(),
        other => other.into(),
    }
}
