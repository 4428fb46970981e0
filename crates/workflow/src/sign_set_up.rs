//! On what law each desk may keep hints and cases, and for how long. The administrator records it;
//! administrator and coordinator sign it, two people. Until both signatures stand under the same
//! text, nothing of a real person is kept. What both signed stays in force until both have signed
//! a later text, so that a correction stops nobody's work.

use crate::sealing::ledger_keys;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::{Action, Book, DeskKind, Event, Kind, Leaf, Role, Thing};
use lexicon::ids::{DeskId, OfficerId};
use lexicon::{Complaint, Day, Phrase, Sphere};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::atomic::Ordering;
use store::{LegalBasisRow, Tx};

/// The two who sign, each with the setting that holds the signature.
const SIGNERS: [(Role, &str); 2] = [
    (Role::Administrator, "set-up-signed-by-administrator"),
    (Role::Coordinator, "set-up-signed-by-coordinator"),
];
/// The setting that holds what both signed last.
const IN_FORCE: &str = "set-up-in-force";
/// What a desk keeps data for; each needs a legal basis and a retention of its own.
pub const PURPOSES: [&str; 4] = ["hints", "screenings", "cases", "figures"];
/// Retention that can be chosen, in days: three months to ten years.
pub const RETENTIONS: [i64; 7] = [90, 180, 365, 730, 1_095, 1_825, 3_650];
/// Longest name of a law, in characters.
pub const SOURCE_CHARS_MAX: usize = 300;

/// One desk's ground for keeping data for one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    pub desk: DeskId,
    pub desk_name: String,
    /// One of [`PURPOSES`].
    pub purpose: &'static str,
    /// The law with its article; empty when not recorded yet.
    pub source: String,
    /// The ground for sensitive data.
    pub special: String,
    /// Who receives what is kept.
    pub recipients: String,
    /// 0 when not recorded yet.
    pub retention_days: i64,
}

impl Ground {
    pub fn is_recorded(&self) -> bool {
        let said = [&self.source, &self.special, &self.recipients];
        said.into_iter().all(|text| !text.is_empty()) && self.retention_days > 0
    }

    /// Desk and purpose, as fields of a form are called after them.
    pub fn id(&self) -> String {
        format!("{}-{}", self.desk, self.purpose)
    }
}

/// A ground as the administrator writes it.
#[derive(Clone, Debug)]
pub struct NewGround {
    pub desk: DeskId,
    pub purpose: &'static str,
    pub source: String,
    pub special: String,
    pub recipients: String,
    /// 0 when nothing was chosen.
    pub retention_days: i64,
}

/// Who signed, and when.
#[derive(Clone, Debug)]
pub struct Signature {
    pub role: Role,
    pub shown_name: String,
    pub on_day: Day,
}

/// What both have signed.
#[derive(Clone, Debug)]
pub struct InForce {
    pub grounds: Vec<Ground>,
    /// SHA-256 of the signed text, in hexadecimal; it stands in the ledger too.
    pub hash: String,
    pub signatures: Vec<Signature>,
    pub since: Day,
}

/// How far the set-up is.
pub struct SetUp {
    /// As recorded now, of every desk that keeps hints or cases.
    pub grounds: Vec<Ground>,
    /// Of what is recorded now.
    pub hash: String,
    /// Under what is recorded now.
    pub signatures: Vec<Signature>,
    pub in_force: Option<InForce>,
    /// The signed-in officer has not signed what is recorded now.
    pub may_sign: bool,
    /// The signed-in officer may record grounds.
    pub may_record: bool,
}

impl SetUp {
    pub fn is_recorded(&self) -> bool {
        self.grounds.iter().all(Ground::is_recorded)
    }

    /// What is recorded is what both signed.
    pub fn is_signed(&self) -> bool {
        self.in_force.as_ref().is_some_and(|signed| signed.hash == self.hash)
    }
}

/// A signature as a setting keeps it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct KeptSignature {
    role: String,
    officer: String,
    hash: String,
    on_day: String,
}

type KeptGround = (String, String, String, String, String, i64);

/// What both signed, as a setting keeps it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct KeptGrounds {
    hash: String,
    since: String,
    signatures: Vec<KeptSignature>,
    /// Desk, purpose, source, ground for sensitive data, recipients, days.
    grounds: Vec<KeptGround>,
}

/// Which desks may keep what concerns a real person.
pub(crate) struct Covered(Option<Vec<String>>);

impl Covered {
    /// Whether both signed what this desk may keep. A demonstration holds nobody real.
    pub(crate) fn has(&self, desk: DeskId) -> bool {
        self.0.as_ref().is_none_or(|desks| desks.contains(&desk.to_string()))
    }

    pub(crate) fn need(&self, desk: DeskId) -> Result<(), Refusal> {
        if self.has(desk) { Ok(()) } else { Err(self.refusal()) }
    }

    /// Why nothing of a real person is kept: nobody signed at all, or not for this desk.
    pub(crate) fn refusal(&self) -> Refusal {
        let is_begun = self.0.as_ref().is_some_and(|desks| !desks.is_empty());
        let key = if is_begun { "refusal-no-legal-basis-desk" } else { "refusal-no-legal-basis" };
        Refusal::new(RefusalKind::NotSetUp { is_yours: false }, key)
    }
}

/// The desks whose grounds are in force.
pub(crate) async fn covered(node: &Node, tx: &mut Tx) -> Result<Covered, Refusal> {
    if node.is_demo {
        return Ok(Covered(None));
    }
    let kept = kept_grounds(tx).await?.unwrap_or_default();
    let all = kept.grounds.iter().map(|(desk, ..)| desk.clone());
    let has_each = |desk: &String| {
        let of_desk =
            |purpose: &str| kept.grounds.iter().any(|(d, p, ..)| d == desk && p == purpose);
        PURPOSES.into_iter().all(of_desk)
    };
    Ok(Covered(Some(all.filter(has_each).collect())))
}

/// Refuses what concerns a real person until two have signed what the desk may keep.
///
/// # Errors
/// [`RefusalKind::NotSetUp`] with what is missing.
pub async fn need_set_up(node: &Node, tx: &mut Tx, desk: DeskId) -> Result<(), Refusal> {
    covered(node, tx).await?.need(desk)
}

/// Asked before a form is shown that ends in something of a real person at the officer's desk.
///
/// # Errors
/// [`RefusalKind::NotSetUp`], which also says whether this officer can finish the set-up.
pub async fn need_own_set_up(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let mut tx = node.read("need_own_set_up").await?;
    let refused = need_set_up(node, &mut tx, signed.officer.desk).await;
    refused.map_err(|refusal| yours(node, signed, refusal))
}

/// Asked before the form for a hint is shown to somebody who takes it for others.
///
/// # Errors
/// As [`need_own_set_up`], while no desk may read a hint.
pub async fn need_open_intake(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    if takes_hints(node).await? {
        return Ok(());
    }
    Err(yours(node, signed, Covered(Some(Vec::new())).refusal()))
}

/// Whether the gate lets the officer sign.
pub fn may_sign_set_up(node: &Node, signed: &Signed) -> bool {
    node.gate.allows(&signed.officer, Action::SetupSign, &thing(signed))
}

fn yours(node: &Node, signed: &Signed, refusal: Refusal) -> Refusal {
    match refusal.kind {
        RefusalKind::NotSetUp { .. } => {
            let is_yours = may_sign_set_up(node, signed);
            Refusal { kind: RefusalKind::NotSetUp { is_yours }, ..refusal }
        }
        _ => refusal,
    }
}

/// Whether the public page may take anything: both have signed for some desk. Once true it stays
/// so, and the database is not asked again.
///
/// # Errors
/// When the database cannot be read.
pub async fn takes_hints(node: &Node) -> Result<bool, Refusal> {
    let known = &node.sessions.door.is_set_up;
    if node.is_demo || known.load(Ordering::Relaxed) {
        return Ok(true);
    }
    let mut tx = node.read("takes_hints").await?;
    let is_signed = kept_grounds(&mut tx).await?.is_some();
    known.store(is_signed, Ordering::Relaxed);
    Ok(is_signed)
}

/// How far the set-up is, for the administrator and the coordinator.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn view_set_up(node: &Node, signed: &Signed) -> Result<SetUp, Refusal> {
    warrant(node, signed)?;
    let mut tx = node.read("view_set_up").await?;
    let grounds = grounds(&mut tx).await?;
    let hash = hash_of(&grounds);
    let kept = valid_signatures(&mut tx, &hash).await?;
    let own = (signed.officer.id.to_string(), signed.officer.role.id());
    let has_signed = kept.iter().any(|s| s.officer == own.0 || s.role == own.1);
    let signatures = shown(&mut tx, &kept).await?;
    let in_force = in_force(&mut tx).await?;
    let may_record = signed.officer.role == Role::Administrator;
    Ok(SetUp { grounds, hash, signatures, in_force, may_sign: !has_signed, may_record })
}

/// Records the law and the retention of desks. A ground left wholly empty waits for later. What
/// changes is signed anew by both; until then what they signed before stays in force.
///
/// # Errors
/// Not allowed as the gate decides; complaints on `source-…` and `retention-…`.
pub async fn record_grounds(
    node: &Node,
    signed: &Signed,
    new: &[NewGround],
) -> Result<(), Refusal> {
    crate::add_officer::may_manage(node, signed)?;
    let mut tx = node.begin("record_grounds").await?;
    let known = grounds(&mut tx).await?;
    let mut complaints = Vec::new();
    for one in new {
        let place = |g: &&Ground| g.desk == one.desk && g.purpose == one.purpose;
        let before = known.iter().find(place).ok_or_else(Refusal::not_found)?;
        let [source, special, recipients] =
            [&one.source, &one.special, &one.recipients].map(|text| text.trim());
        let is_empty = [source, special, recipients].into_iter().all(str::is_empty);
        if is_empty && one.retention_days == 0 && !before.is_recorded() {
            continue;
        }
        complaints.extend(check(before, [source, special, recipients], one.retention_days));
        if complaints.is_empty() {
            tx.put_legal_basis(&LegalBasisRow {
                id: row_id(one.desk, one.purpose),
                purpose: one.purpose.to_owned(),
                source: source.to_owned(),
                special: special.to_owned(),
                recipients: recipients.to_owned(),
                retention_days: one.retention_days,
                recorded_on: node.today(),
            })
            .await?;
        }
    }
    if !complaints.is_empty() {
        return Err(Refusal::fields(complaints));
    }
    tx.commit().await?;
    Ok(())
}

fn check(ground: &Ground, said: [&str; 3], retention_days: i64) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut complain = |field: &str, key| {
        let field = format!("{field}-{}", ground.id());
        let said = Phrase::new(key).with("desk", ground.desk_name.as_str());
        complaints.push(Complaint::new(0, field, said));
    };
    let fields = [
        ("source", "officer-ground-source"),
        ("special", "officer-ground-special"),
        ("recipients", "officer-ground-recipients"),
    ];
    for ((field, key), text) in fields.into_iter().zip(said) {
        let is_long = text.chars().count() > SOURCE_CHARS_MAX || text.chars().any(char::is_control);
        if text.is_empty() || is_long {
            complain(field, key);
        }
    }
    if !RETENTIONS.contains(&retention_days) {
        complain("retention", "officer-ground-retention");
    }
    complaints
}

/// The administrator or the coordinator signs what `seen_hash` names: exactly what stood on the
/// page. A leaf of the ledger keeps the hash. With the second signature it is in force.
///
/// # Errors
/// Not allowed as the gate decides; changed when the grounds are others than those seen; a
/// complaint while a ground is missing, or when both would be the same person.
pub async fn sign_set_up(node: &Node, signed: &Signed, seen_hash: &str) -> Result<(), Refusal> {
    warrant(node, signed)?;
    let mut tx = node.begin("sign_set_up").await?;
    let grounds = grounds(&mut tx).await?;
    if !grounds.iter().all(Ground::is_recorded) {
        return Err(Refusal::field("sign", Phrase::new("officer-set-up-incomplete")));
    }
    let hash = hash_of(&grounds);
    if hash != seen_hash {
        return Err(Refusal::changed());
    }
    let role = signed.officer.role;
    let setting = SIGNERS.into_iter().find(|(r, _)| *r == role).map(|(_, key)| key);
    let setting = setting.ok_or_else(Refusal::not_allowed)?;
    let mut signatures = valid_signatures(&mut tx, &hash).await?;
    signatures.retain(|s| s.role != role.id());
    if is_same_person(&mut tx, signed, &signatures).await? {
        return Err(Refusal::field("sign", Phrase::new("officer-set-up-same-person")));
    }
    let own = KeptSignature {
        role: role.id().to_owned(),
        officer: signed.officer.id.to_string(),
        hash: hash.clone(),
        on_day: node.today().to_string(),
    };
    tx.put_setting(setting, &json(&own)?).await?;
    signatures.push(own);
    if signatures.len() == SIGNERS.len() {
        let kept = KeptGrounds {
            hash: hash.clone(),
            since: node.today().to_string(),
            signatures,
            grounds: grounds.into_iter().map(kept).collect(),
        };
        tx.put_setting(IN_FORCE, &json(&kept)?).await?;
    }
    append_leaf(node, signed, &mut tx, hash).await?;
    tx.commit().await?;
    Ok(())
}

fn kept(ground: Ground) -> KeptGround {
    let Ground { desk, purpose, source, special, recipients, retention_days, .. } = ground;
    (desk.to_string(), purpose.to_owned(), source, special, recipients, retention_days)
}

/// One person under two names of the same staff register signs once.
async fn is_same_person(
    tx: &mut Tx,
    signed: &Signed,
    others: &[KeptSignature],
) -> Result<bool, Refusal> {
    let own = tx.find_officer(signed.officer.id).await?.ok_or_else(Refusal::not_found)?;
    for other in others {
        let Some(id) = OfficerId::parse(&other.officer) else { continue };
        let Some(row) = tx.find_officer(id).await? else { continue };
        if row.id == own.id || row.staff_id == own.staff_id {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn append_leaf(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    hash: String,
) -> Result<(), Refusal> {
    let keys = ledger_keys(tx, signed.officer.desk).await?;
    let event = Event {
        day: node.today(),
        action: Action::SetupSign.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: Kind::Setup.id().to_owned(),
        thing: String::new(),
        reason: "set-up".to_owned(),
        note: hash,
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}

fn json(kept: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(kept).map_err(|error| Refusal::fault(error.to_string()))
}

/// A setting that cannot be read counts as one that is not there: then it is signed anew.
async fn setting<T: for<'a> Deserialize<'a>>(
    tx: &mut Tx,
    key: &'static str,
) -> Result<Option<T>, Refusal> {
    Ok(tx.find_setting(key).await?.and_then(|text| serde_json::from_str(&text).ok()))
}

async fn kept_grounds(tx: &mut Tx) -> Result<Option<KeptGrounds>, Refusal> {
    setting(tx, IN_FORCE).await
}

/// The signatures under exactly this text.
async fn valid_signatures(tx: &mut Tx, hash: &str) -> Result<Vec<KeptSignature>, Refusal> {
    let mut valid = Vec::new();
    for (_, key) in SIGNERS {
        let kept: Option<KeptSignature> = setting(tx, key).await?;
        valid.extend(kept.filter(|signature| signature.hash == hash));
    }
    Ok(valid)
}

async fn shown(tx: &mut Tx, kept: &[KeptSignature]) -> Result<Vec<Signature>, Refusal> {
    let mut shown = Vec::new();
    for signature in kept {
        let id = OfficerId::parse(&signature.officer);
        let row = match id {
            Some(id) => tx.find_officer(id).await?,
            None => None,
        };
        let (Some(role), Some(on_day)) =
            (Role::parse(&signature.role), Day::parse(&signature.on_day))
        else {
            continue;
        };
        let shown_name = row.map(|row| row.shown_name).unwrap_or_default();
        shown.push(Signature { role, shown_name, on_day });
    }
    Ok(shown)
}

async fn in_force(tx: &mut Tx) -> Result<Option<InForce>, Refusal> {
    let Some(kept) = kept_grounds(tx).await? else { return Ok(None) };
    let desks = tx.list_desks().await?;
    let grounds = kept.grounds.iter().filter_map(|ground| {
        let (desk, purpose, source, special, recipients, days) = ground;
        let desk = DeskId::parse(desk)?;
        let name = desks.iter().find(|row| row.id == desk).map(|row| row.name.clone());
        Some(Ground {
            desk,
            desk_name: name.unwrap_or_default(),
            purpose: PURPOSES.into_iter().find(|p| p == purpose)?,
            source: source.clone(),
            special: special.clone(),
            recipients: recipients.clone(),
            retention_days: *days,
        })
    });
    let grounds = grounds.collect();
    let signatures = shown(tx, &kept.signatures).await?;
    let since = Day::parse(&kept.since).ok_or_else(|| Refusal::fault("a day cannot be read"))?;
    Ok(Some(InForce { grounds, hash: kept.hash, signatures, since }))
}

/// What is recorded, its fingerprint, and whether both have signed it.
pub(crate) async fn recorded(
    tx: &mut Tx,
) -> Result<(Vec<Ground>, String, bool), store::StoreError> {
    let grounds = grounds(tx).await?;
    let hash = hash_of(&grounds);
    let kept = tx.find_setting(IN_FORCE).await?;
    let kept: Option<KeptGrounds> = kept.and_then(|text| serde_json::from_str(&text).ok());
    let is_signed = kept.is_some_and(|kept| kept.hash == hash);
    Ok((grounds, hash, is_signed))
}

/// Each desk that takes in hints or cases, for each purpose.
async fn grounds(tx: &mut Tx) -> Result<Vec<Ground>, store::StoreError> {
    let recorded = tx.list_legal_bases().await?;
    let mut grounds = Vec::new();
    for desk in tx.list_desks().await? {
        let keeps_nothing = matches!(desk.sphere, Sphere::Oversight | Sphere::Enforcement);
        let is_known = DeskKind::parse(&desk.kind).is_some();
        if keeps_nothing || !is_known || desk.state != "active" {
            continue;
        }
        for purpose in PURPOSES {
            let id = row_id(desk.id, purpose);
            let row = recorded.iter().find(|row| row.id == id);
            grounds.push(Ground {
                desk: desk.id,
                desk_name: desk.name.clone(),
                purpose,
                source: row.map(|r| r.source.clone()).unwrap_or_default(),
                special: row.map(|r| r.special.clone()).unwrap_or_default(),
                recipients: row.map(|r| r.recipients.clone()).unwrap_or_default(),
                retention_days: row.map_or(0, |r| r.retention_days),
            });
        }
    }
    Ok(grounds)
}

/// SHA-256 over the grounds by desk, whatever it is called, each part with its length before it,
/// and over everything that the documents made from them say.
fn hash_of(grounds: &[Ground]) -> String {
    let mut hash = Sha256::new();
    let mut grounds = grounds.to_vec();
    grounds.sort_by_key(|ground| (*ground.desk.bytes(), ground.purpose));
    hash.update(crate::papers::print_of(&grounds));
    for ground in &grounds {
        let days = ground.retention_days.to_string();
        let (special, recipients) = (&ground.special, &ground.recipients);
        let desk = ground.desk.to_string();
        for part in [&desk, ground.purpose, &ground.source, special, recipients, &days] {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn row_id(desk: DeskId, purpose: &str) -> String {
    format!("{desk}/{purpose}")
}

fn thing(signed: &Signed) -> Thing {
    let officer = &signed.officer;
    Thing::standing(Kind::Setup, *officer.desk.bytes(), officer.desk, officer.sphere())
}

fn warrant(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let warrant = node.warrant(signed, Action::SetupSign, &thing(signed))?;
    if warrant.spend(Action::SetupSign, signed.officer.desk.bytes(), node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
