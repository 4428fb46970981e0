//! Organisations, desks and officers are made. A desk's key is born with its first officers and
//! wrapped to them; whoever joins later is let in by a member. The administrator, who makes them
//! all, is never given a desk's key.

use crate::sign_in::tidy_name;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{
    DeskWrap, NewMember, PASSPHRASE_CHARS_MIN, make_desk, make_member, make_passphrase,
    rotate_desk, wrap_desk,
};
use guard::seal::PublicKey;
use guard::{Action, DeskKind, Kind, Role, Thing};
use lexicon::ids::{DeskId, OfficerId, OrganisationId};
use lexicon::{Complaint, Language, Phrase};
use store::{DeskRow, MemberWrapRow, OfficerRow, OrganisationRow, StoreError, Tx};
use zeroize::Zeroizing;

/// Longest name of an organisation, a desk or an officer, in characters.
pub const NAME_CHARS_MAX: usize = 120;
/// Name under which codes stand in an officer's app.
const ISSUER: &str = "Mangrove";

/// A desk to be made.
#[derive(Clone, Debug)]
pub struct NewDesk {
    pub organisation: OrganisationId,
    pub kind: DeskKind,
    pub name: String,
}

/// An officer to be made.
#[derive(Clone, Debug)]
pub struct NewOfficer {
    /// Number of the staff register of the organisation.
    pub staff_id: String,
    pub sign_in_name: String,
    pub shown_name: String,
    pub role: Role,
    pub is_trained: bool,
    pub language: Language,
    /// Printed once; `None` lets the node make one of six words.
    pub passphrase: Option<String>,
}

/// What is printed for a new officer, once.
pub struct Sheet {
    pub officer: OfficerId,
    pub shown_name: String,
    pub sign_in_name: String,
    pub desk_name: String,
    pub passphrase: Zeroizing<String>,
    /// `otpauth://` address for the QR code.
    pub totp_address: Zeroizing<String>,
    pub totp_secret: Zeroizing<String>,
}

/// An officer whose slow hash is done and who is not kept yet.
struct Ready {
    row: OfficerRow,
    public: PublicKey,
    sheet: Sheet,
}

/// Makes an organisation.
///
/// # Errors
/// A complaint when the name is missing, too long or taken.
pub async fn insert_organisation(
    node: &Node,
    tx: &mut Tx,
    name: &str,
    kind: DeskKind,
) -> Result<OrganisationId, Refusal> {
    let name = checked_name("organisation", name)?;
    let id = OrganisationId::random(node.dice.as_ref());
    let row = OrganisationRow { id, name, kind: kind.id().to_owned() };
    tx.insert_organisation(&row).await.map_err(|e| taken(e, "organisation"))?;
    Ok(id)
}

/// Makes a desk with its first officers, in a transaction of the caller. The desk's key is
/// wrapped to each of them except administrators, and forgotten.
///
/// # Errors
/// Complaints by field, of officer `n` as `<n>-<field>`, counted from 0; nothing is kept unless
/// the caller commits.
pub async fn insert_desk(
    node: &Node,
    tx: &mut Tx,
    desk: &NewDesk,
    officers: &[NewOfficer],
) -> Result<(DeskId, Vec<Sheet>), Refusal> {
    let name = checked_name("desk", &desk.name)?;
    let id = DeskId::random(node.dice.as_ref());
    let key = make_desk(node.dice.as_ref());
    let row = DeskRow {
        id,
        organisation_id: desk.organisation,
        kind: desk.kind.id().to_owned(),
        sphere: desk.kind.sphere(),
        name,
        public_key: key.public.bytes().to_vec(),
        key_version: key.key_version,
        state: "active".to_owned(),
    };
    tx.insert_desk(&row).await.map_err(|e| taken(e, "desk"))?;
    let mut sheets = Vec::new();
    for (n, new) in officers.iter().enumerate() {
        let ready = prepare(node, &row, new).await.map_err(|refusal| numbered(refusal, n))?;
        let kept = tx.insert_officer(&ready.row).await;
        kept.map_err(|e| numbered(taken(e, "sign-in-name"), n))?;
        if new.role != Role::Administrator {
            let wrap = wrap_desk(&id, &key, (&ready.row.id, &ready.public), node.dice.as_ref())?;
            keep_wraps(
                tx,
                ready.row.id,
                vec![DeskWrap { desk: id, key_version: key.key_version, wrap: wrap.into_bytes() }],
            )
            .await?;
        }
        sheets.push(ready.sheet);
    }
    Ok((id, sheets))
}

/// The administrator makes a desk with its first officer.
///
/// # Errors
/// Not allowed as the gate decides; complaints by field.
pub async fn add_desk(
    node: &Node,
    signed: &Signed,
    (organisation, kind, name): (&str, DeskKind, &str),
    first: NewOfficer,
) -> Result<Sheet, Refusal> {
    may_manage(node, signed)?;
    check_hat(kind, first.role)?;
    let mut tx = node.begin("add_desk").await?;
    let known = tx.list_organisations().await?;
    let tidy = organisation.trim();
    let organisation = match known.iter().find(|o| o.name == tidy) {
        Some(row) => row.id,
        None => insert_organisation(node, &mut tx, tidy, kind).await?,
    };
    let desk = NewDesk { organisation, kind, name: name.to_owned() };
    let (_, sheets) = insert_desk(node, &mut tx, &desk, &[first]).await?;
    tx.commit().await?;
    sheets.into_iter().next().ok_or_else(|| Refusal::fault("a desk was made without officer"))
}

/// The administrator adds an officer to a desk. The officer can sign in at once and opens nothing
/// until a member of the desk lets them in.
///
/// # Errors
/// Not allowed as the gate decides; not found; complaints by field.
pub async fn add_officer(
    node: &Node,
    signed: &Signed,
    desk: DeskId,
    new: NewOfficer,
) -> Result<Sheet, Refusal> {
    may_manage(node, signed)?;
    let mut tx = node.read("find_desk").await?;
    let row = tx.find_desk(desk).await?.ok_or_else(Refusal::not_found)?;
    drop(tx);
    let kind = DeskKind::parse(&row.kind).ok_or_else(Refusal::not_found)?;
    check_hat(kind, new.role)?;
    let ready = prepare(node, &row, &new).await?;
    let mut tx = node.begin("add_officer").await?;
    tx.insert_officer(&ready.row).await.map_err(|e| taken(e, "sign-in-name"))?;
    tx.commit().await?;
    Ok(ready.sheet)
}

/// An officer of the desk who waits for its key.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub officer: OfficerId,
    pub shown_name: String,
    pub role: Role,
}

/// Who waits at the signed-in officer's desk; empty for those who hold no key themselves.
///
/// # Errors
/// The store's refusal.
pub async fn waiting_at_desk(node: &Node, signed: &Signed) -> Result<Vec<Waiting>, Refusal> {
    if signed.unlocked.desks().next().is_none() {
        return Ok(Vec::new());
    }
    let mut tx = node.read("waiting_at_desk").await?;
    let mut waiting = Vec::new();
    for row in tx.list_officers_of_desk(signed.officer.desk).await? {
        let role = Role::parse(&row.role).unwrap_or(Role::Administrator);
        if role != Role::Administrator && tx.list_member_wraps(row.id).await?.is_empty() {
            waiting.push(Waiting { officer: row.id, shown_name: row.shown_name, role });
        }
    }
    Ok(waiting)
}

/// A member lets a new officer of the own desk in: every version of the desk's key is wrapped to
/// the newcomer's key.
///
/// # Errors
/// Not found unless the officer waits at this desk.
pub async fn let_in(node: &Node, signed: &Signed, officer: OfficerId) -> Result<(), Refusal> {
    let waiting = waiting_at_desk(node, signed).await?;
    if !waiting.iter().any(|w| w.officer == officer) {
        return Err(Refusal::not_found());
    }
    let mut tx = node.begin("let_in").await?;
    let row = tx.find_officer(officer).await?.ok_or_else(Refusal::not_found)?;
    let public = public_key(&row)?;
    let desk = signed.officer.desk;
    let wraps = signed.unlocked.wrap_for_member(desk, (&officer, &public), node.dice.as_ref())?;
    keep_wraps(&mut tx, officer, wraps).await?;
    tx.commit().await?;
    Ok(())
}

/// An officer leaves: the wraps are deleted, the sessions end, and the desk gets a new version of
/// its key that only those who stay can open. The row stays, because the ledger names its id.
///
/// # Errors
/// Not allowed as the gate decides; a complaint for the last officer who holds a desk's key,
/// because what is sealed to the desk would be lost.
pub async fn remove_officer(
    node: &Node,
    signed: &Signed,
    officer: OfficerId,
) -> Result<(), Refusal> {
    may_manage(node, signed)?;
    let mut tx = node.begin("remove_officer").await?;
    let row = tx.find_officer(officer).await?.ok_or_else(Refusal::not_found)?;
    let desk = tx.find_desk(row.desk_id).await?.ok_or_else(Refusal::not_found)?;
    let mut staying = Vec::new();
    for member in tx.list_officers_of_desk(desk.id).await? {
        let holds_key = !tx.list_member_wraps(member.id).await?.is_empty();
        if member.id != officer && holds_key {
            staying.push(member);
        }
    }
    let held_key = tx.delete_member_wraps(officer).await? > 0;
    if held_key && staying.is_empty() {
        return Err(Refusal::field("officer", Phrase::new("officer-last-of-desk")));
    }
    tx.update_officer_hat(officer, &row.role, "left").await?;
    if held_key {
        let new = rotate_desk(desk.key_version, node.dice.as_ref());
        tx.update_desk_key(desk.id, new.public.bytes(), new.key_version).await?;
        for member in staying {
            let public = public_key(&member)?;
            let wrap =
                wrap_desk(&desk.id, &new, (&member.id, &public), node.dice.as_ref())?.into_bytes();
            let wrap = DeskWrap { desk: desk.id, key_version: new.key_version, wrap };
            keep_wraps(&mut tx, member.id, vec![wrap]).await?;
        }
    }
    tx.commit().await?;
    // Those who stay sign in again and then hold the new version too.
    node.sessions.end_where(|o| o.id == officer || (held_key && o.desk == desk.id));
    Ok(())
}

fn public_key(row: &OfficerRow) -> Result<PublicKey, Refusal> {
    PublicKey::from_bytes(&row.public_key)
        .ok_or_else(|| Refusal::fault("the public key of an officer has not 32 bytes"))
}

/// The officer chooses another passphrase.
///
/// # Errors
/// A complaint when it is too short or too long.
pub async fn change_passphrase(
    node: &Node,
    signed: &Signed,
    passphrase: Zeroizing<String>,
) -> Result<(), Refusal> {
    check_passphrase(&passphrase)?;
    let officer = signed.officer.id;
    let (unlocked, dice, cost) = (signed.unlocked.clone(), node.dice.clone(), node.member_cost);
    let work = move || unlocked.member().lock_again(&officer, &passphrase, cost, dice.as_ref());
    let locked =
        tokio::task::spawn_blocking(work).await.map_err(|e| Refusal::fault(e.to_string()))??;
    let mut tx = node.begin("change_passphrase").await?;
    tx.update_officer_secret(officer, &locked).await?;
    tx.commit().await?;
    Ok(())
}

/// A line of the list of officers.
#[derive(Clone, Debug)]
pub struct OfficerLine {
    pub id: OfficerId,
    pub shown_name: String,
    pub sign_in_name: String,
    pub role: Role,
    pub is_trained: bool,
    /// `active`, `left` or `suspended`.
    pub state: String,
    /// Waits to be let in by a member of the desk.
    pub is_waiting: bool,
}

/// A desk with its officers.
#[derive(Clone, Debug)]
pub struct DeskLine {
    pub id: DeskId,
    pub name: String,
    pub kind: DeskKind,
    pub organisation: String,
    pub officers: Vec<OfficerLine>,
}

/// All desks and officers, for the administrator.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn list_desks(node: &Node, signed: &Signed) -> Result<Vec<DeskLine>, Refusal> {
    may_manage(node, signed)?;
    let mut tx = node.read("list_desks").await?;
    let organisations = tx.list_organisations().await?;
    let officers = tx.list_officers().await?;
    let mut lines = Vec::new();
    for desk in tx.list_desks().await? {
        let Some(kind) = DeskKind::parse(&desk.kind) else { continue };
        let organisation = organisations.iter().find(|o| o.id == desk.organisation_id);
        let mut members = Vec::new();
        for row in officers.iter().filter(|row| row.desk_id == desk.id) {
            members.push(officer_line(&mut tx, row).await?);
        }
        lines.push(DeskLine {
            id: desk.id,
            name: desk.name,
            kind,
            organisation: organisation.map(|o| o.name.clone()).unwrap_or_default(),
            officers: members,
        });
    }
    Ok(lines)
}

async fn officer_line(tx: &mut Tx, row: &OfficerRow) -> Result<OfficerLine, Refusal> {
    let role = Role::parse(&row.role).ok_or_else(|| Refusal::fault("a role is not known"))?;
    let has_key = !tx.list_member_wraps(row.id).await?.is_empty();
    Ok(OfficerLine {
        id: row.id,
        shown_name: row.shown_name.clone(),
        sign_in_name: row.sign_in_name.clone(),
        role,
        is_trained: row.is_trained_screener,
        state: row.state.clone(),
        is_waiting: !has_key && role != Role::Administrator && row.state == "active",
    })
}

/// Whether the officer may keep desks and officers.
pub(crate) fn may_manage(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let id = *officer.desk.bytes();
    let thing = Thing::standing(Kind::Desk, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::DeskManage, &thing)?;
    if warrant.spend(Action::DeskManage, &id, node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}

/// A role that belongs to one kind of desk is worn nowhere else, and no other is worn there.
fn check_hat(kind: DeskKind, role: Role) -> Result<(), Refusal> {
    let bound = [
        (DeskKind::Oversight, Role::Oversight),
        (DeskKind::ImmigrationEnforcement, Role::EnforcementOfficer),
        (DeskKind::Protection, Role::ProtectionOfficer),
    ];
    let fits = bound.iter().all(|(k, r)| (*k == kind) == (*r == role));
    if fits { Ok(()) } else { Err(Refusal::field("role", Phrase::new("officer-role-desk"))) }
}

async fn prepare(node: &Node, desk: &DeskRow, new: &NewOfficer) -> Result<Ready, Refusal> {
    let mut faults = Vec::new();
    let mut take = |field: &str, text: &str| match checked_name(field, text) {
        Ok(text) => text,
        Err(refusal) => {
            faults.extend(refusal.fields);
            String::new()
        }
    };
    let shown_name = take("shown-name", &new.shown_name);
    let staff_id = take("staff-id", &new.staff_id);
    let sign_in_name = tidy_name(&take("sign-in-name", &new.sign_in_name));
    if !faults.is_empty() {
        return Err(Refusal::fields(faults));
    }
    let passphrase = Zeroizing::new(match &new.passphrase {
        Some(given) => given.clone(),
        None => make_passphrase(node.dice.as_ref()),
    });
    let id = OfficerId::random(node.dice.as_ref());
    let member = new_member(node, id, &sign_in_name, &passphrase).await?;
    let row = OfficerRow {
        id,
        organisation_id: desk.organisation_id,
        desk_id: desk.id,
        staff_id,
        sign_in_name: sign_in_name.clone(),
        shown_name: shown_name.clone(),
        role: new.role.id().to_owned(),
        public_key: member.public.bytes().to_vec(),
        locked_secret: member.locked_secret,
        totp_sealed: member.totp_sealed,
        totp_last_step: 0,
        language: new.language.tag.to_owned(),
        theme: "device".to_owned(),
        density: "comfortable".to_owned(),
        is_trained_screener: new.is_trained,
        state: "active".to_owned(),
    };
    let sheet = Sheet {
        officer: id,
        shown_name,
        sign_in_name,
        desk_name: desk.name.clone(),
        passphrase,
        totp_address: member.totp_address,
        totp_secret: member.totp_secret,
    };
    Ok(Ready { row, public: member.public, sheet })
}

async fn new_member(
    node: &Node,
    id: OfficerId,
    name: &str,
    passphrase: &Zeroizing<String>,
) -> Result<NewMember, Refusal> {
    let (dice, cost) = (node.dice.clone(), node.member_cost);
    let (name, passphrase) = (name.to_owned(), passphrase.clone());
    let work = move || make_member(&id, (ISSUER, &name), &passphrase, cost, dice.as_ref());
    Ok(tokio::task::spawn_blocking(work).await.map_err(|e| Refusal::fault(e.to_string()))??)
}

async fn keep_wraps(
    tx: &mut Tx,
    officer_id: OfficerId,
    wraps: Vec<DeskWrap>,
) -> Result<(), Refusal> {
    for DeskWrap { desk: desk_id, key_version, wrap } in wraps {
        tx.insert_member_wrap(&MemberWrapRow { desk_id, key_version, officer_id, wrap }).await?;
    }
    Ok(())
}

/// The text without spaces around it.
fn checked_name(field: &str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let key = if text.is_empty() {
        "officer-field-missing"
    } else if text.chars().count() > NAME_CHARS_MAX || text.chars().any(char::is_control) {
        "officer-field-too-long"
    } else {
        return Ok(text.to_owned());
    };
    Err(Refusal::fields(vec![Complaint::new(0, field, Phrase::new(key))]))
}

/// The same refusal with its fields counted as those of officer `n` of a form.
pub(crate) fn numbered(mut refusal: Refusal, n: usize) -> Refusal {
    for complaint in &mut refusal.fields {
        complaint.field = format!("{n}-{}", complaint.field);
    }
    refusal
}

fn check_passphrase(passphrase: &str) -> Result<(), Refusal> {
    let is_short = passphrase.chars().count() < PASSPHRASE_CHARS_MIN;
    if is_short || passphrase.len() > guard::members::PASSPHRASE_BYTES_MAX {
        let least = i64::try_from(PASSPHRASE_CHARS_MIN).unwrap_or(0);
        let phrase = Phrase::new("officer-passphrase-length").with("least", least);
        return Err(Refusal::field("passphrase", phrase));
    }
    Ok(())
}

fn taken(error: StoreError, field: &str) -> Refusal {
    match error {
        StoreError::Taken { .. } => Refusal {
            kind: RefusalKind::BadInput,
            ..Refusal::field(field, Phrase::new("officer-field-taken"))
        },
        other => other.into(),
    }
}
