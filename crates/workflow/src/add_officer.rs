//! Organisations, desks and officers are made and listed. A desk's key is born with its first
//! officers and wrapped to them; whoever joins later is let in by a member. The administrator, who
//! makes them all, is never given a desk's key.

use crate::let_in::recount;
use crate::sealing::desk_leaf;
use crate::sign_in::tidy_name;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{DeskWrap, NewMember, make_desk, make_member, make_passphrase, wrap_desk};
use guard::seal::PublicKey;
use guard::{Action, DeskKind, Kind, Role, Thing};
use lexicon::ids::{DeskId, OfficerId, OrganisationId};
use lexicon::{Complaint, Language, Phrase};
use store::{DeskRow, MemberKeys, MemberWrapRow, OfficerRow, OrganisationRow, StoreError, Tx};
use zeroize::Zeroizing;

/// Longest name of an organisation, a desk or an officer, in characters.
pub const NAME_CHARS_MAX: usize = 120;
/// What the ledger tells of desks and officers, beside the officer's shown name.
pub const STEPS: [&str; 4] = ["desk-added", "officer-added", "officer-let-in", "officer-removed"];
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
    pub desk: DeskId,
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
        kept.map_err(|e| numbered(taken_officer(e), n))?;
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

/// The administrator makes a desk with its first officer, who alone holds its key at first.
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
    if first.role == Role::Administrator {
        // What is sealed to a desk without a key holder is lost.
        return Err(Refusal::field("role", Phrase::new("officer-first-holds-key")));
    }
    let mut tx = node.begin("add_desk").await?;
    let known = tx.list_organisations().await?;
    let tidy = organisation.trim();
    let organisation = match known.iter().find(|o| o.name == tidy) {
        Some(row) => row.id,
        None => insert_organisation(node, &mut tx, tidy, kind).await?,
    };
    let desk = NewDesk { organisation, kind, name: name.to_owned() };
    let made = insert_desk(node, &mut tx, &desk, &[first]).await.map_err(unnumbered);
    let (id, sheets) = made?;
    let sheet = sheets.into_iter().next();
    let sheet = sheet.ok_or_else(|| Refusal::fault("a desk was made without officer"))?;
    desk_leaf(node, &mut tx, signed, id, (Action::DeskManage, "desk-added", &sheet.shown_name))
        .await?;
    tx.commit().await?;
    Ok(sheet)
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
    tx.insert_officer(&ready.row).await.map_err(taken_officer)?;
    let step = (Action::DeskManage, "officer-added", ready.sheet.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, desk, step).await?;
    let waiting = recount(&mut tx, desk).await?;
    tx.commit().await?;
    node.sessions.set_waiting(desk, waiting);
    Ok(ready.sheet)
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
    /// Holds the desk's key.
    pub has_key: bool,
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

impl DeskLine {
    /// Officers who have not left.
    pub fn at_work(&self) -> impl Iterator<Item = &OfficerLine> {
        self.officers.iter().filter(|officer| officer.state == "active")
    }
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
        let holders = tx.list_key_holders(desk.id).await?;
        let mine = officers.iter().filter(|row| row.desk_id == desk.id);
        lines.push(DeskLine {
            id: desk.id,
            name: desk.name,
            kind,
            organisation: organisation.map(|o| o.name.clone()).unwrap_or_default(),
            officers: mine.map(|row| officer_line(row, &holders)).collect::<Result<_, _>>()?,
        });
    }
    Ok(lines)
}

/// One desk with its officers, for the administrator.
///
/// # Errors
/// Not allowed as the gate decides; not found.
pub async fn see_desk(node: &Node, signed: &Signed, desk: DeskId) -> Result<DeskLine, Refusal> {
    let all = list_desks(node, signed).await?;
    all.into_iter().find(|line| line.id == desk).ok_or_else(Refusal::not_found)
}

pub(crate) fn officer_line(
    row: &OfficerRow,
    holders: &[OfficerId],
) -> Result<OfficerLine, Refusal> {
    let role = Role::parse(&row.role).ok_or_else(|| Refusal::fault("a role is not known"))?;
    let has_key = holders.contains(&row.id);
    Ok(OfficerLine {
        id: row.id,
        shown_name: row.shown_name.clone(),
        sign_in_name: row.sign_in_name.clone(),
        role,
        is_trained: row.is_trained_screener,
        state: row.state.clone(),
        is_waiting: !has_key && role != Role::Administrator && row.state == "active",
        has_key,
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

/// The roles that can be worn at a kind of desk.
pub fn roles_at(kind: DeskKind) -> impl Iterator<Item = Role> {
    Role::ALL.iter().copied().filter(move |role| fits(kind, *role))
}

/// A role that belongs to one kind of desk is worn nowhere else, and no other is worn there.
fn fits(kind: DeskKind, role: Role) -> bool {
    let is_overseer = matches!(role, Role::Oversight | Role::OversightHead);
    let bound = [
        (DeskKind::ImmigrationEnforcement, Role::EnforcementOfficer),
        (DeskKind::Protection, Role::ProtectionOfficer),
    ];
    (kind == DeskKind::Oversight) == is_overseer
        && bound.iter().all(|(k, r)| (*k == kind) == (*r == role))
}

fn check_hat(kind: DeskKind, role: Role) -> Result<(), Refusal> {
    let said = Phrase::new("officer-role-desk");
    if fits(kind, role) { Ok(()) } else { Err(Refusal::field("role", said)) }
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
        desk: desk.id,
        shown_name,
        sign_in_name,
        desk_name: desk.name.clone(),
        passphrase,
        totp_address: member.totp_address,
        totp_secret: member.totp_secret,
    };
    Ok(Ready { row, public: member.public, sheet })
}

/// New keys of an officer there is, and the sheet.
pub(crate) async fn renewed(
    node: &Node,
    row: &OfficerRow,
    desk_name: &str,
) -> Result<(MemberKeys, Sheet), Refusal> {
    let passphrase = Zeroizing::new(make_passphrase(node.dice.as_ref()));
    let member = new_member(node, row.id, &row.sign_in_name, &passphrase).await?;
    let keys = MemberKeys {
        public_key: member.public.bytes().to_vec(),
        locked_secret: member.locked_secret,
        totp_sealed: member.totp_sealed,
    };
    let sheet = Sheet {
        officer: row.id,
        desk: row.desk_id,
        shown_name: row.shown_name.clone(),
        sign_in_name: row.sign_in_name.clone(),
        desk_name: desk_name.to_owned(),
        passphrase,
        totp_address: member.totp_address,
        totp_secret: member.totp_secret,
    };
    Ok((keys, sheet))
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
    Ok(node.member_hashing.run(work).await??)
}

pub(crate) async fn keep_wraps(
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

/// Complaints under the plain names of the fields, where a form has one officer.
fn unnumbered(mut refusal: Refusal) -> Refusal {
    for complaint in &mut refusal.fields {
        if let Some(field) = complaint.field.strip_prefix("0-") {
            complaint.field = field.to_owned();
        }
    }
    refusal
}

/// In the node a staff number stands once among those who have not left, and a name to sign in with
/// once for ever.
fn taken_officer(error: StoreError) -> Refusal {
    match error {
        StoreError::Taken { what, .. } if what.contains("staff_id") => {
            Refusal::field("staff-id", Phrase::new("officer-staff-id-taken"))
        }
        other => taken(other, "sign-in-name"),
    }
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
