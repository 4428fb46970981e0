//! The first run of an empty node, and what must be signed before a real person is entered.

use crate::add_officer::{NewDesk, NewOfficer, Sheet, insert_desk, insert_organisation};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::receipts::Receipt;
use guard::{Action, DeskKind, Event, Kind, Leaf, Role, Thing};
use lexicon::ids::{DeskId, OfficerId};
use lexicon::{Phrase, Sphere};
use sha2::{Digest, Sha256};
use std::sync::PoisonError;
use store::{LegalBasisRow, Tx};
use zeroize::Zeroizing;

/// Settings that hold the ids of the two who signed.
const SIGNED_BY: [&str; 2] = ["set-up-signed-by-administrator", "set-up-signed-by-coordinator"];
/// What a desk keeps data for; each needs a legal basis and a retention of its own.
pub const PURPOSES: [&str; 2] = ["hints", "cases"];
/// Retention that can be chosen, in days: one year to ten.
pub const RETENTIONS: [i64; 5] = [365, 730, 1_095, 1_825, 3_650];
/// Longest name of a law, in characters.
pub const SOURCE_CHARS_MAX: usize = 300;

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

/// One desk's ground for keeping data for one purpose.
#[derive(Clone, Debug)]
pub struct Ground {
    pub desk: DeskId,
    pub desk_name: String,
    /// One of [`PURPOSES`].
    pub purpose: &'static str,
    /// The law with its article; empty when not recorded yet.
    pub source: String,
    /// 0 when not recorded yet.
    pub retention_days: i64,
}

impl Ground {
    pub fn is_recorded(&self) -> bool {
        !self.source.is_empty() && self.retention_days > 0
    }
}

/// How far the set-up is.
pub struct SetUp {
    pub grounds: Vec<Ground>,
    /// Shown names of those who signed.
    pub signed_by: Vec<String>,
    /// The signed-in officer may sign and has not.
    pub may_sign: bool,
    /// The signed-in officer may record grounds.
    pub may_record: bool,
}

impl SetUp {
    pub fn is_recorded(&self) -> bool {
        self.grounds.iter().all(Ground::is_recorded)
    }

    pub fn is_signed(&self) -> bool {
        self.signed_by.len() == SIGNED_BY.len()
    }
}

/// How far the set-up is, for the administrator and the coordinator.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn view_set_up(node: &Node, signed: &Signed) -> Result<SetUp, Refusal> {
    warrant(node, signed)?;
    let mut tx = node.read("view_set_up").await?;
    let grounds = grounds(&mut tx).await?;
    let mut signed_by = Vec::new();
    let mut has_signed = false;
    for key in SIGNED_BY {
        let Some(id) = signer(&mut tx, key).await? else { continue };
        has_signed |= id == signed.officer.id;
        let row = tx.find_officer(id).await?;
        signed_by.push(row.map(|row| row.shown_name).unwrap_or_default());
    }
    Ok(SetUp {
        grounds,
        signed_by,
        may_sign: !has_signed,
        may_record: signed.officer.role == Role::Administrator,
    })
}

/// Records the law and the retention of one desk for one purpose. A change makes both sign anew.
///
/// # Errors
/// Not allowed as the gate decides; complaints on `source` and `retention`.
pub async fn record_ground(
    node: &Node,
    signed: &Signed,
    (desk, purpose): (DeskId, &str),
    (source, retention_days): (&str, i64),
) -> Result<(), Refusal> {
    crate::add_officer::may_manage(node, signed)?;
    let purpose = PURPOSES.into_iter().find(|p| *p == purpose).ok_or_else(Refusal::not_found)?;
    let source = source.trim();
    if source.is_empty() || source.chars().count() > SOURCE_CHARS_MAX {
        return Err(Refusal::field("source", Phrase::new("officer-ground-source")));
    }
    if !RETENTIONS.contains(&retention_days) {
        return Err(Refusal::field("retention", Phrase::new("officer-ground-retention")));
    }
    let mut tx = node.begin("record_ground").await?;
    tx.find_desk(desk).await?.ok_or_else(Refusal::not_found)?;
    tx.put_legal_basis(&LegalBasisRow {
        id: ground_id(desk, purpose),
        purpose: purpose.to_owned(),
        source: source.to_owned(),
        retention_days,
        recorded_on: node.today(),
    })
    .await?;
    for key in SIGNED_BY {
        tx.put_setting(key, "").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The administrator or the coordinator signs that the grounds are right; a leaf says so.
///
/// # Errors
/// Not allowed as the gate decides; a complaint while a ground is missing.
pub async fn sign_set_up(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    warrant(node, signed)?;
    let mut tx = node.begin("sign_set_up").await?;
    if !grounds(&mut tx).await?.iter().all(Ground::is_recorded) {
        return Err(Refusal::field("sign", Phrase::new("officer-set-up-incomplete")));
    }
    let [administrator, coordinator] = SIGNED_BY;
    let is_administrator = signed.officer.role == Role::Administrator;
    let key = if is_administrator { administrator } else { coordinator };
    tx.put_setting(key, &signed.officer.id.to_string()).await?;
    let keys = crate::sealing::ledger_keys(&mut tx, signed.officer.desk).await?;
    let event = Event {
        day: node.today(),
        action: Action::SetupSign.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: Kind::Setup.id().to_owned(),
        thing: String::new(),
        reason: "set-up".to_owned(),
        note: String::new(),
    };
    guard::Book::append(&mut tx, Leaf::seal(&event, &keys, node.dice.as_ref())?);
    tx.commit().await?;
    Ok(())
}

/// Refuses what concerns a real person until every desk has its grounds and two have signed. A
/// demonstration holds nobody real.
///
/// # Errors
/// [`RefusalKind::ReadOnly`] with what is missing.
pub async fn need_set_up(node: &Node, tx: &mut Tx) -> Result<(), Refusal> {
    if node.is_demo {
        return Ok(());
    }
    for key in SIGNED_BY {
        if signer(tx, key).await?.is_none() {
            let said = Phrase::new("refusal-no-legal-basis");
            return Err(Refusal { said, ..Refusal::new(RefusalKind::ReadOnly, "refusal-fault") });
        }
    }
    Ok(())
}

async fn signer(tx: &mut Tx, key: &str) -> Result<Option<OfficerId>, Refusal> {
    Ok(tx.find_setting(key).await?.and_then(|text| OfficerId::parse(&text)))
}

/// Each desk that takes in hints or cases, for each purpose.
async fn grounds(tx: &mut Tx) -> Result<Vec<Ground>, Refusal> {
    let recorded = tx.list_legal_bases().await?;
    let mut grounds = Vec::new();
    for desk in tx.list_desks().await? {
        let keeps_nothing = matches!(desk.sphere, Sphere::Oversight | Sphere::Enforcement);
        if keeps_nothing || desk.state != "active" {
            continue;
        }
        for purpose in PURPOSES {
            let id = ground_id(desk.id, purpose);
            let row = recorded.iter().find(|row| row.id == id);
            grounds.push(Ground {
                desk: desk.id,
                desk_name: desk.name.clone(),
                purpose,
                source: row.map(|r| r.source.clone()).unwrap_or_default(),
                retention_days: row.map_or(0, |r| r.retention_days),
            });
        }
    }
    Ok(grounds)
}

fn ground_id(desk: DeskId, purpose: &str) -> String {
    format!("{desk}/{purpose}")
}

fn warrant(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let id = *officer.desk.bytes();
    let thing = Thing::standing(Kind::Setup, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::SetupSign, &thing)?;
    if warrant.spend(Action::SetupSign, &id, node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
