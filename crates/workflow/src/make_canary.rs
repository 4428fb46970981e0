//! A person who does not exist, made for a desk by the oversight body: it stands in the desk's list
//! like any other, is in no figure, and whoever opens it raises an alarm. Made with the desk's
//! public key, so that nobody of the desk knows which it is.

use crate::add_person::seal_person;
use crate::answer_alarm::may_review;
use crate::open_case::{Part, core_place, field_column, field_place, insert_slice, never};
use crate::sealing::new_key;
use crate::shelf::keep_findable;
use crate::{Node, Refusal, Signed};
use guard::seal::DataKey;
use guard::{Kind, canary};
use lexicon::Phrase;
use lexicon::ids::{CaseId, DeskId, OfficerId, PersonId};
use protection::alias;
use protection::case::{CaseCore, CaseState};
use protection::person::{CodedFacts, Identity};
use protection::search::Findable;
use store::cases::{CaseRow, SliceFieldRow};
use store::events::EventRow;
use store::{DeskRow, Tx};

/// Kinds of desks that have cases.
const WITHOUT_CASES: [&str; 3] = ["oversight", "protection", "immigration-enforcement"];

/// A desk that may have canaries, and how many it has.
#[derive(Clone, Debug)]
pub struct CanaryDesk {
    pub desk: DeskId,
    pub name: String,
    pub canaries: i64,
}

/// A canary as it is asked for.
#[derive(Clone)]
pub struct NewCanary {
    pub desk: DeskId,
    pub identity: Identity,
    /// A few lines that read like any story of a case.
    pub story: String,
}

/// # Errors
/// Not allowed as the gate decides.
pub async fn canary_desks(node: &Node, signed: &Signed) -> Result<Vec<CanaryDesk>, Refusal> {
    may_review(node, signed)?;
    let mut tx = node.read("canary_desks").await?;
    let counts = tx.count_canaries().await?;
    let desks = tx.list_desks().await?.into_iter().filter(has_cases);
    let line = |desk: DeskRow| CanaryDesk {
        canaries: counts.iter().find(|(id, _)| *id == desk.id).map_or(0, |(_, n)| *n),
        desk: desk.id,
        name: desk.name,
    };
    Ok(desks.map(line).collect())
}

fn has_cases(desk: &DeskRow) -> bool {
    desk.state == "active" && !WITHOUT_CASES.contains(&desk.kind.as_str())
}

/// Makes a canary: a case of the desk with one person in it, assigned to nobody.
///
/// # Errors
/// Not allowed as the gate decides; complaints on `desk`, `name` and `story`.
pub async fn make_canary(
    node: &Node,
    signed: &Signed,
    new: &NewCanary,
) -> Result<PersonId, Refusal> {
    may_review(node, signed)?;
    if new.identity.name.trim().is_empty() {
        return Err(Refusal::field("name", Phrase::new("canary-name-missing")));
    }
    if new.story.trim().is_empty() {
        return Err(Refusal::field("story", Phrase::new("canary-story-missing")));
    }
    if let Some(field) = new.identity.too_long() {
        return Err(Refusal::field(field, Phrase::new("person-fault-too-long")));
    }
    protection::case::check_field("story", &new.story)
        .map_err(|_| Refusal::field("story", Phrase::new("case-fault-text-too-long")))?;
    let mut tx = node.begin("make_canary").await?;
    let desk = tx.find_desk(new.desk).await?.filter(has_cases);
    let desk = desk.ok_or_else(|| Refusal::field("desk", Phrase::new("canary-desk-unknown")))?;
    // Whoever works on cases there could have written it, and who did is told by nothing.
    let writer = writer(&mut tx, desk.id).await?;
    let case = insert_case(node, &mut tx, &desk, (&new.story, writer)).await?;
    let person = insert_person(node, &mut tx, &desk, (case, &new.identity)).await?;
    let mark = canary::mark(&node.keys.pepper, person.bytes());
    tx.insert_canary(mark, desk.id).await?;
    tx.commit().await?;
    Ok(person)
}

async fn writer(tx: &mut Tx, desk: DeskId) -> Result<OfficerId, Refusal> {
    let officers = tx.list_officers_of_desk(desk).await?;
    let works = |role: &str| ["caseworker", "investigator", "triage"].contains(&role);
    let found = officers.iter().find(|o| works(&o.role)).map(|o| o.id);
    found.ok_or_else(|| Refusal::field("desk", Phrase::new("canary-desk-unknown")))
}

async fn insert_case(
    node: &Node,
    tx: &mut Tx,
    desk: &DeskRow,
    (story, writer): (&str, OfficerId),
) -> Result<CaseId, Refusal> {
    let id = CaseId::random(node.dice.as_ref());
    let core = new_key(node, tx, (Kind::Case, id.bytes(), "core"), desk.id).await?;
    let today = node.today();
    let plain =
        serde_json::to_vec(&CaseCore::default()).map_err(|e| Refusal::fault(e.to_string()))?;
    let case = CaseRow {
        id,
        alias: fresh_alias(node, tx).await?,
        owner_desk: desk.id,
        sphere: desk.sphere,
        state: CaseState::Open.id().to_owned(),
        opened_on: today,
        due_on: CaseState::Open.due_on(today).unwrap_or_else(never),
        sealed_core: core.seal(&core_place(&id), &plain, node.dice.as_ref())?.into_bytes(),
        version: 1,
    };
    tx.insert_case(&case).await?;
    let is_shown = desk.sphere != lexicon::Sphere::Inquiry;
    let part = Part { desk: desk.id, sphere: desk.sphere, is_shown, officer: None };
    let (slice, key) = insert_slice(node, tx, &case, part).await?;
    write_story(node, tx, (slice, &key), (story, writer)).await?;
    for code in ["opened", "person-added"] {
        let event = EventRow {
            on_day: today,
            code: code.to_owned(),
            detail_code: String::new(),
            officer_id: None,
        };
        tx.insert_event(Kind::Case.id(), id.bytes(), &event).await?;
    }
    Ok(id)
}

async fn fresh_alias(node: &Node, tx: &mut Tx) -> Result<String, Refusal> {
    for attempt in 0..40 {
        let drawn = alias::attempt(node.dice.as_ref(), attempt);
        if !tx.is_case_alias_taken(&drawn).await? {
            return Ok(drawn);
        }
    }
    Err(Refusal::fault("no free alias was found"))
}

async fn write_story(
    node: &Node,
    tx: &mut Tx,
    (slice, key): (lexicon::ids::SliceId, &DataKey),
    (story, writer): (&str, OfficerId),
) -> Result<(), Refusal> {
    let column = field_column("story", 1);
    let sealed = key.seal(&field_place(&slice, &column), story.as_bytes(), node.dice.as_ref())?;
    tx.insert_slice_field(&SliceFieldRow {
        slice_id: slice,
        field: "story".to_owned(),
        version: 1,
        sealed: sealed.into_bytes(),
        written_on: node.today(),
        officer_id: writer,
        rival_of: None,
    })
    .await?;
    Ok(())
}

async fn insert_person(
    node: &Node,
    tx: &mut Tx,
    desk: &DeskRow,
    (case, identity): (CaseId, &Identity),
) -> Result<PersonId, Refusal> {
    let id = PersonId::random(node.dice.as_ref());
    let slices = tx.list_slices(case).await?;
    let own = slices.first().ok_or_else(|| Refusal::fault("a case without a part"))?;
    // It is counted nowhere: the id leads to no row of the counting copy.
    let mut counting_row = [0_u8; 16];
    node.dice.fill(&mut counting_row);
    let sealed = (identity, CodedFacts::default(), counting_row);
    let row = seal_person(node, tx, (id, case, own), sealed).await?;
    tx.insert_person(&row).await?;
    // It is found by what is remembered, like everybody.
    let findable = Findable::of(identity, "not-asked", node.today().year().into());
    keep_findable(node, tx, (desk.id, id), &findable).await?;
    Ok(id)
}
