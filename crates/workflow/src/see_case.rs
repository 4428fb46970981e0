//! An officer opens a case: its core, the own part, and which other parts exist.

use crate::give_part::{GIVEN, Given};
use crate::open_case::{core_place, field_column, field_place};
use crate::sealing::{data_key, ledger_keys};
use crate::{Node, Refusal, Signed};
use guard::seal::Sealed;
use guard::{Action, AfterCommit, Kind, Opened, Reason, Thing};
use lexicon::Day;
use lexicon::ids::{CaseId, DeskId, HintId, PersonId, ScreeningId};
use protection::case::{CaseCore, CaseState, SLICE_FIELDS};
use std::collections::BTreeMap;
use store::cases::{CaseRow, SliceFieldRow, SliceRow};
use store::events::EventRow;
use store::{DeskRow, Tx};

/// One field of the own part. There are rivals when officers wrote on the same version.
pub struct FieldSeen {
    pub id: &'static str,
    /// Version that stands; 0 when nothing was written.
    pub version: i64,
    pub text: Option<Opened>,
    pub written_on: Option<Day>,
    /// Texts that the newest writer did not know of, the oldest first: version and text.
    pub rivals: Vec<(i64, Opened)>,
}

impl FieldSeen {
    /// Every text that stands, the newest last: version and text.
    pub fn standing(&self) -> Vec<(i64, std::borrow::Cow<'_, str>)> {
        let newest = self.text.as_ref().map(|text| (self.version, text.show()));
        self.rivals.iter().map(|(version, text)| (*version, text.show())).chain(newest).collect()
    }
}

/// How the own part came to the desk: which desk gave it, when, and on what ground.
pub struct GivenPart {
    pub on_day: Day,
    /// Empty when the desk is gone.
    pub by: String,
    /// `agreed`, `law` or `life-at-risk`.
    pub ground: String,
}

/// Another desk's part: that it exists, and no more.
pub struct OtherPart {
    pub desk: String,
    pub kind: String,
}

/// A person of the case, by alias.
pub struct PersonLine {
    pub id: PersonId,
    pub alias: String,
    /// Nothing of the person is left.
    pub is_erased: bool,
}

/// What the gate lets the officer do next.
#[derive(Clone, Copy, Debug)]
pub struct CaseCan {
    pub edit: bool,
    pub reclassify: bool,
    pub give_part: bool,
    pub add_person: bool,
    pub erase_person: bool,
}

/// A case that was opened.
pub struct SeenCase {
    pub id: CaseId,
    pub alias: String,
    pub state: CaseState,
    pub opened_on: Day,
    pub due_on: Day,
    pub version: i64,
    pub core: CaseCore,
    pub fields: Vec<FieldSeen>,
    /// `None` where the desk opened the case itself.
    pub given: Option<GivenPart>,
    pub others: Vec<OtherPart>,
    pub persons: Vec<PersonLine>,
    pub hints: Vec<(HintId, String)>,
    pub screenings: Vec<(ScreeningId, String, Day)>,
    pub events: Vec<EventRow>,
    /// Desks that may be given a part: id and name.
    pub desks: Vec<(DeskId, String)>,
    pub can: CaseCan,
    pub today: Day,
}

/// The case and the officer's desk's part of it. Where the desk holds none, the case does not
/// exist for the officer.
pub(crate) async fn find_own(
    tx: &mut Tx,
    signed: &Signed,
    id: CaseId,
) -> Result<(CaseRow, SliceRow, Vec<SliceRow>), Refusal> {
    // Both are asked for whatever the first finds: one of another desk and none cost the same.
    let case = tx.find_case(id).await?;
    let mut slices = tx.list_slices(id).await?;
    let case = case.ok_or_else(Refusal::not_found)?;
    let own = slices.iter().position(|slice| slice.desk_id == signed.officer.desk);
    let own = slices.remove(own.ok_or_else(Refusal::not_found)?);
    Ok((case, own, slices))
}

/// The case as the gate sees it for this officer: through the part of the own desk.
pub(crate) fn case_thing(signed: &Signed, case: &CaseRow, own: &SliceRow) -> Thing {
    thing(signed, Kind::Case, *case.id.bytes(), own)
}

pub(crate) fn slice_thing(signed: &Signed, own: &SliceRow) -> Thing {
    thing(signed, Kind::Slice, *own.id.bytes(), own)
}

pub(crate) fn thing(signed: &Signed, kind: Kind, id: [u8; 16], own: &SliceRow) -> Thing {
    Thing {
        kind,
        id,
        desk: own.desk_id,
        sphere: own.sphere,
        state: own.state.clone(),
        is_assigned: own.assigned_officer == Some(signed.officer.id),
    }
}

/// A field between its unsealing and the commit.
struct ClosedField {
    id: &'static str,
    version: i64,
    text: Option<AfterCommit<Opened>>,
    written_on: Option<Day>,
    rivals: Vec<(i64, AfterCommit<Opened>)>,
}

/// Opens a case. The first opening by an officer on a day is a leaf of the ledger.
///
/// # Errors
/// Not found where the desk holds no part or the gate says no.
pub async fn see_case(node: &Node, signed: &Signed, id: CaseId) -> Result<SeenCase, Refusal> {
    let mut tx = node.begin("see_case").await?;
    let (case, own, others) = find_own(&mut tx, signed, id).await?;
    let core = open_core(node, signed, &mut tx, (&case, &own)).await?;
    let (fields, given) = open_fields(node, signed, &mut tx, &own).await?;
    let rest = Rest::read(&mut tx, signed, &case, &others).await?;
    tx.commit().await?;
    let core = core.take()?;
    let core: CaseCore = serde_json::from_slice(core.show_bytes())
        .map_err(|e| Refusal::fault(format!("the core of a case is not readable: {e}")))?;
    let can = what_can(node, signed, &case, &own);
    let fields = fields.into_iter().map(show_field).collect::<Result<Vec<_>, Refusal>>()?;
    let given = given.map(|given| show_given(given, &rest.desk_names)).transpose()?;
    Ok(SeenCase {
        given,
        id,
        alias: case.alias,
        state: CaseState::parse(&case.state).unwrap_or(CaseState::Open),
        opened_on: case.opened_on,
        due_on: case.due_on,
        version: case.version,
        core,
        fields,
        others: rest.others,
        persons: rest.persons,
        hints: rest.hints,
        screenings: rest.screenings,
        events: rest.events,
        desks: rest.desks,
        can,
        today: node.today(),
    })
}

fn show_given(
    (on_day, closed): (Day, AfterCommit<Opened>),
    desks: &BTreeMap<DeskId, String>,
) -> Result<GivenPart, Refusal> {
    let opened = closed.take()?;
    let given: Given = serde_json::from_slice(opened.show_bytes())
        .map_err(|e| Refusal::fault(format!("the ground of a part is not readable: {e}")))?;
    let by = desks.get(&given.by).cloned().unwrap_or_default();
    Ok(GivenPart { on_day, by, ground: given.ground })
}

fn show_field(closed: ClosedField) -> Result<FieldSeen, Refusal> {
    Ok(FieldSeen {
        id: closed.id,
        version: closed.version,
        text: closed.text.map(AfterCommit::take).transpose()?,
        written_on: closed.written_on,
        rivals: closed
            .rivals
            .into_iter()
            .map(|(version, text)| Ok((version, text.take()?)))
            .collect::<Result<_, Refusal>>()?,
    })
}

pub(crate) async fn open_core(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (case, own): (&CaseRow, &SliceRow),
) -> Result<AfterCommit<Opened>, Refusal> {
    let thing = case_thing(signed, case, own);
    let warrant = node
        .warrant(signed, Action::CaseOpen, &thing)
        .map_err(|refusal| Refusal::not_found().known(refusal.to_string()))?;
    let keys = ledger_keys(tx, own.desk_id).await?;
    let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
    let opening = guard::open(warrant, &Reason::desk_work(), &keys, tx, clock, dice)?;
    let key = data_key(tx, signed, (Kind::Case, case.id.bytes(), "core")).await?;
    let sealed = Sealed::from_bytes(case.sealed_core.clone());
    Ok(opening.unseal(&key, &core_place(&case.id), &sealed)?)
}

async fn open_fields(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    own: &SliceRow,
) -> Result<(Vec<ClosedField>, Option<(Day, AfterCommit<Opened>)>), Refusal> {
    let warrant = node.warrant(signed, Action::SliceOpen, &slice_thing(signed, own))?;
    let keys = ledger_keys(tx, own.desk_id).await?;
    let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
    let opening = guard::open(warrant, &Reason::desk_work(), &keys, tx, clock, dice)?;
    let key = data_key(tx, signed, (Kind::Slice, own.id.bytes(), "content")).await?;
    let mut by_field: BTreeMap<String, Vec<SliceFieldRow>> = BTreeMap::new();
    for row in tx.list_standing_fields(own.id).await? {
        by_field.entry(row.field.clone()).or_default().push(row);
    }
    let unseal = |row: &SliceFieldRow| {
        let column = field_column(&row.field, row.version);
        let sealed = Sealed::from_bytes(row.sealed.clone());
        opening.unseal(&key, &field_place(&own.id, &column), &sealed)
    };
    let given = by_field.remove(GIVEN).unwrap_or_default();
    let given = match given.first() {
        Some(row) => Some((row.written_on, unseal(row)?)),
        None => None,
    };
    let mut fields = Vec::new();
    for field in SLICE_FIELDS {
        let rows = by_field.remove(field.id).unwrap_or_default();
        // Newest last; where several stand, those before it are its rivals.
        let (newest, before) = match rows.split_last() {
            Some((newest, before)) => (Some(newest), before),
            None => (None, [].as_slice()),
        };
        fields.push(ClosedField {
            id: field.id,
            version: newest.map_or(0, |row| row.version),
            text: newest.map(&unseal).transpose()?,
            written_on: newest.map(|row| row.written_on),
            rivals: before
                .iter()
                .map(|row| Ok((row.version, unseal(row)?)))
                .collect::<Result<_, guard::seal::SealError>>()?,
        });
    }
    Ok((fields, given))
}

/// What of a case needs no key.
struct Rest {
    desk_names: BTreeMap<DeskId, String>,
    others: Vec<OtherPart>,
    persons: Vec<PersonLine>,
    hints: Vec<(HintId, String)>,
    screenings: Vec<(ScreeningId, String, Day)>,
    events: Vec<EventRow>,
    desks: Vec<(DeskId, String)>,
}

impl Rest {
    async fn read(
        tx: &mut Tx,
        signed: &Signed,
        case: &CaseRow,
        others: &[SliceRow],
    ) -> Result<Self, Refusal> {
        let desk = signed.officer.desk;
        let desks = tx.list_desks().await?;
        let persons = tx.list_persons(case.id, desk).await?;
        let hints = tx.list_hints_of_case(case.id).await?;
        let screenings = tx.list_screenings_of_case(case.id).await?;
        Ok(Self {
            desk_names: desks.iter().map(|desk| (desk.id, desk.name.clone())).collect(),
            others: shown_parts(others, &desks),
            persons: persons.into_iter().map(person_line).collect(),
            hints: hints
                .into_iter()
                .filter(|hint| hint.desk_id == desk)
                .map(|hint| (hint.id, hint.alias))
                .collect(),
            screenings: screenings
                .into_iter()
                .filter(|screening| screening.desk_id == desk)
                .map(|s| (s.id, s.alias, s.started_on))
                .collect(),
            events: shown_events(tx, signed, case).await?,
            desks: receiving(&desks, signed, others),
        })
    }
}

/// What happens to the case itself is for every desk that has a part. What a desk does in its own
/// part is for that desk, or the days of its work would tell of a part that must not show.
async fn shown_events(
    tx: &mut Tx,
    signed: &Signed,
    case: &CaseRow,
) -> Result<Vec<EventRow>, Refusal> {
    const OF_THE_CASE: [&str; 5] =
        ["opened", "opened-from-hint", "moved", "reclassified", "desk-added"];
    let colleagues = tx.list_officers_of_desk(signed.officer.desk).await?;
    let is_ours = |id| colleagues.iter().any(|officer| officer.id == id);
    let mut events = tx.list_events(Kind::Case.id(), case.id.bytes()).await?;
    events.retain(|event| {
        OF_THE_CASE.contains(&event.code.as_str()) || event.officer_id.is_none_or(is_ours)
    });
    Ok(events)
}

fn shown_parts(others: &[SliceRow], desks: &[DeskRow]) -> Vec<OtherPart> {
    others
        .iter()
        .filter(|part| part.is_shown)
        .filter_map(|part| desks.iter().find(|desk| desk.id == part.desk_id))
        .map(|desk| OtherPart { desk: desk.name.clone(), kind: desk.kind.clone() })
        .collect()
}

/// Desks that may be given a part. A desk whose part does not show is still offered: leaving it
/// out would tell that it has one.
fn receiving(desks: &[DeskRow], signed: &Signed, others: &[SliceRow]) -> Vec<(DeskId, String)> {
    let shown = |id: DeskId| others.iter().any(|part| part.desk_id == id && part.is_shown);
    desks
        .iter()
        .filter(|desk| desk.id != signed.officer.desk && !shown(desk.id))
        .filter(|desk| crate::give_part::may_receive(signed, desk))
        .map(|desk| (desk.id, desk.name.clone()))
        .collect()
}

fn person_line(row: store::persons::PersonRow) -> PersonLine {
    PersonLine { id: row.id, alias: row.alias, is_erased: row.sealed_identity.is_empty() }
}

fn what_can(node: &Node, signed: &Signed, case: &CaseRow, own: &SliceRow) -> CaseCan {
    let (officer, gate) = (&signed.officer, &node.gate);
    let thing = case_thing(signed, case, own);
    let person = Thing { kind: Kind::Person, ..thing.clone() };
    CaseCan {
        edit: gate.allows(officer, Action::SliceEdit, &slice_thing(signed, own)),
        reclassify: gate.allows(officer, Action::CaseReclassify, &thing),
        give_part: gate.allows(officer, Action::CaseAddSlice, &thing),
        add_person: gate.allows(officer, Action::PersonCreate, &person),
        erase_person: gate.allows(officer, Action::PersonErase, &person),
    }
}
