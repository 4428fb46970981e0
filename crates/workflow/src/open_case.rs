//! A case opens, from a hint or from a person who is with the officer. It belongs to the
//! officer's desk; nothing is shared by opening it.

use crate::sealing::new_key;
use crate::sign_set_up::need_set_up;
use crate::{Node, Refusal, Signed};
use guard::seal::{DataKey, Place};
use guard::{Action, Kind, Role, Thing};
use lexicon::ids::{CaseId, HintId, SliceId};
use lexicon::{Day, Phrase};
use protection::alias;
use protection::case::{CaseCore, CaseFault, CaseState, check_field};
use store::cases::{CaseRow, SliceFieldRow, SliceRow};
use store::events::EventRow;
use store::{HintHead, Tx};

/// A case as an officer opens it.
#[derive(Clone, Debug, Default)]
pub struct NewCase {
    pub hint: Option<HintId>,
    /// What is known now; may be empty when a hint says it.
    pub story: String,
}

/// The last day of the calendar: what is not due sorts behind everything.
pub(crate) fn never() -> Day {
    Day::from_ymd(9999, 12, 31).unwrap_or_else(|| Day::from_unix_s(0))
}

/// Opens a case and the part of the officer's desk in it.
///
/// # Errors
/// A complaint on the field `story`; not allowed as the gate decides; changed when the hint
/// became a case meanwhile.
pub async fn open_case(node: &Node, signed: &Signed, new: NewCase) -> Result<CaseId, Refusal> {
    check_story(&new)?;
    let id = CaseId::random(node.dice.as_ref());
    let officer = &signed.officer;
    let thing = Thing::to_be_made(Kind::Case, *id.bytes(), officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::CaseCreate, &thing)?;
    if !warrant.spend(Action::CaseCreate, id.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let mut tx = node.begin("open_case").await?;
    need_set_up(node, &mut tx, officer.desk).await?;
    let hint = match new.hint {
        Some(hint) => Some(hint_to_open(node, signed, &mut tx, hint).await?),
        None => None,
    };
    let alias = fresh_alias(node, &mut tx, hint.as_ref()).await?;
    let row = case_row(node, signed, &mut tx, (id, alias)).await?;
    tx.insert_case(&row).await?;
    let (slice, _) = insert_slice(node, &mut tx, &row, Part::of(signed)).await?;
    if !new.story.trim().is_empty() {
        write_story(node, signed, &mut tx, (slice, &new.story)).await?;
    }
    let code = if hint.is_some() { "opened-from-hint" } else { "opened" };
    case_event(node, signed, &mut tx, id, (code, "")).await?;
    if let Some(head) = hint {
        attach_hint(node, signed, &mut tx, head, id).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// Asks the gate before the form is shown, so that nobody fills in a form in vain.
///
/// # Errors
/// Not allowed as the gate decides.
pub fn may_open_case(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let thing = Thing::to_be_made(Kind::Case, [0; 16], officer.desk, officer.sphere());
    node.warrant(signed, Action::CaseCreate, &thing).map(drop)
}

fn check_story(new: &NewCase) -> Result<(), Refusal> {
    if new.hint.is_none() && new.story.trim().is_empty() {
        return Err(Refusal::field("story", Phrase::new("case-fault-story-missing")));
    }
    check_field("story", &new.story).map(drop).map_err(|fault| refused("story", &fault))
}

/// The refusal of a fault that the room of protection found.
pub(crate) fn refused(field: &str, fault: &CaseFault) -> Refusal {
    let key = match fault {
        CaseFault::ReasonMissing => "case-fault-reason-missing",
        CaseFault::ReasonTooLong => "case-fault-reason-too-long",
        CaseFault::NothingChanged => "case-fault-nothing-changed",
        CaseFault::UnknownForm(_) => "case-fault-unknown-form",
        CaseFault::TooMany => "case-fault-too-many",
        CaseFault::NotANextState => "case-fault-not-a-next-state",
        CaseFault::UnknownField => "case-fault-unknown-field",
        CaseFault::TextTooLong => "case-fault-text-too-long",
    };
    Refusal::field(field, Phrase::new(key))
}

/// The hint from which a case is to open: one that the officer may work on and that is not part
/// of a case yet.
async fn hint_to_open(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    hint: HintId,
) -> Result<HintHead, Refusal> {
    let head = crate::open_hint::find_head(node, tx, signed, hint).await?;
    let thing = crate::open_hint::thing_of(&head, signed);
    if !node.gate.allows(&signed.officer, Action::HintOpen, &thing) {
        return Err(Refusal::not_found());
    }
    if head.case_id.is_some() {
        return Err(Refusal::changed());
    }
    Ok(head)
}

async fn attach_hint(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    mut head: HintHead,
    case: CaseId,
) -> Result<(), Refusal> {
    let hint = head.id;
    head.case_id = Some(case);
    head.state = "case-opened".to_owned();
    if !tx.update_hint(&head).await? {
        return Err(Refusal::changed());
    }
    tx.link_screenings_to_case(hint, case).await?;
    let officer = Some(signed.officer.id);
    crate::receive_hint::happened(tx, hint.bytes(), node.today(), ("case-opened", ""), officer)
        .await
}

/// A case keeps the two words of its hint, so that an officer follows it from list to list.
async fn fresh_alias(node: &Node, tx: &mut Tx, hint: Option<&HintHead>) -> Result<String, Refusal> {
    if let Some(head) = hint
        && !tx.is_case_alias_taken(&head.alias).await?
    {
        return Ok(head.alias.clone());
    }
    for attempt in 0..40 {
        let drawn = alias::attempt(node.dice.as_ref(), attempt);
        if !tx.is_case_alias_taken(&drawn).await? {
            return Ok(drawn);
        }
    }
    Err(Refusal::fault("no free alias was found"))
}

async fn case_row(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (id, alias): (CaseId, String),
) -> Result<CaseRow, Refusal> {
    let desk = signed.officer.desk;
    let key = new_key(node, tx, (Kind::Case, id.bytes(), "core"), desk).await?;
    let today = node.today();
    Ok(CaseRow {
        id,
        alias,
        owner_desk: desk,
        sphere: signed.officer.sphere(),
        state: CaseState::Open.id().to_owned(),
        opened_on: today,
        due_on: CaseState::Open.due_on(today).unwrap_or_else(never),
        sealed_core: seal_core(node, &key, id, &CaseCore::default())?,
        version: 1,
    })
}

/// The core of a case, sealed under the key that all its desks share.
pub(crate) fn seal_core(
    node: &Node,
    key: &DataKey,
    id: CaseId,
    core: &CaseCore,
) -> Result<Vec<u8>, Refusal> {
    let plain = serde_json::to_vec(core).map_err(|e| Refusal::fault(e.to_string()))?;
    Ok(key.seal(&core_place(&id), &plain, node.dice.as_ref())?.into_bytes())
}

pub(crate) fn core_place(id: &CaseId) -> Place<'static> {
    Place::cell("cases", id.bytes(), "sealed_core", id.bytes())
}

/// Whose part of a case is made.
pub(crate) struct Part {
    pub desk: lexicon::ids::DeskId,
    pub sphere: lexicon::Sphere,
    pub is_shown: bool,
    pub officer: Option<lexicon::ids::OfficerId>,
}

impl Part {
    /// The part of the officer's own desk. An inquiry does not show that it exists.
    fn of(signed: &Signed) -> Self {
        let works_cases = matches!(signed.officer.role, Role::Caseworker | Role::Investigator);
        Self {
            desk: signed.officer.desk,
            sphere: signed.officer.sphere(),
            is_shown: signed.officer.sphere() != lexicon::Sphere::Inquiry,
            officer: works_cases.then_some(signed.officer.id),
        }
    }
}

/// Makes a part of a case, with a key of its own that only its desk holds.
pub(crate) async fn insert_slice(
    node: &Node,
    tx: &mut Tx,
    case: &CaseRow,
    part: Part,
) -> Result<(SliceId, DataKey), Refusal> {
    let id = SliceId::random(node.dice.as_ref());
    let key = new_key(node, tx, (Kind::Slice, id.bytes(), "content"), part.desk).await?;
    tx.insert_slice(&SliceRow {
        id,
        case_id: case.id,
        desk_id: part.desk,
        sphere: part.sphere,
        is_shown: part.is_shown,
        assigned_officer: part.officer,
        alias: case.alias.clone(),
        state: case.state.clone(),
        opened_on: case.opened_on,
        due_on: case.due_on,
    })
    .await?;
    Ok((id, key))
}

async fn write_story(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (slice, story): (SliceId, &str),
) -> Result<(), Refusal> {
    let key = crate::sealing::data_key(tx, signed, (Kind::Slice, slice.bytes(), "content")).await?;
    let column = field_column("story", 1);
    let place = field_place(&slice, &column);
    let sealed = key.seal(&place, story.as_bytes(), node.dice.as_ref())?;
    tx.insert_slice_field(&SliceFieldRow {
        slice_id: slice,
        field: "story".to_owned(),
        version: 1,
        sealed: sealed.into_bytes(),
        written_on: node.today(),
        officer_id: signed.officer.id,
        rival_of: None,
    })
    .await?;
    Ok(())
}

/// Name of the cell of one version of one field: an older text pasted over a newer one does not
/// open.
pub(crate) fn field_column(field: &str, version: i64) -> String {
    format!("sealed {field} {version}")
}

pub(crate) fn field_place<'a>(slice: &SliceId, column: &'a str) -> Place<'a> {
    Place::cell("slice_fields", slice.bytes(), column, slice.bytes())
}

/// Adds an entry to the timeline of a case.
pub(crate) async fn case_event(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    case: CaseId,
    (code, detail): (&str, &str),
) -> Result<(), Refusal> {
    let event = EventRow {
        on_day: node.today(),
        code: code.to_owned(),
        detail_code: detail.to_owned(),
        officer_id: Some(signed.officer.id),
    };
    tx.insert_event(Kind::Case.id(), case.bytes(), &event).await?;
    Ok(())
}
