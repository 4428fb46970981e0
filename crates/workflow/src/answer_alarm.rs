//! Alarms as they are read and answered: by the oversight body, and by the desk that owns the
//! thing where the code tells it.

use crate::raise_alarm::OF_LEDGER;
use crate::sealing::ledger_keys;
use crate::view_ledger::{Names, alias};
use crate::{Node, Refusal, Signed};
use guard::ledger::LedgerKeys;
use guard::{Action, Event, Kind, Leaf, Role, Thing};
use lexicon::ids::{AlarmId, CaseId};
use lexicon::{Day, Phrase};
use store::Tx;
use store::alarms::{AlarmReader, AlarmRow};

/// Days for which a desk sees what it was told.
const TOLD_DAYS: i64 = 90;

/// One alarm in neutral words.
#[derive(Clone, Debug)]
pub struct AlarmLine {
    pub id: AlarmId,
    pub day: Day,
    pub code: String,
    /// Who caused it, by shown name; empty when the node found it.
    pub officer: String,
    /// The desk that owns the thing.
    pub desk: String,
    pub alias: String,
    pub state: String,
    /// Nobody of the desk has read it.
    pub is_untold: bool,
}

/// What the oversight body did with an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Seen,
    Reviewed,
}

impl Answer {
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "seen" => Some(Self::Seen),
            "reviewed" => Some(Self::Reviewed),
            _ => None,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Reviewed => "reviewed",
        }
    }
}

/// The steps that the ledger tells of: an alarm was seen, or reviewed.
pub const STEPS: [&str; 2] = ["alarm-seen", "alarm-reviewed"];

/// Alarms for the oversight body, not yet reviewed, the newest first.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn open_alarms(node: &Node, signed: &Signed) -> Result<Vec<AlarmLine>, Refusal> {
    may_review(node, signed)?;
    let mut tx = node.read("open_alarms").await?;
    let mut rows = tx.list_alarms("new").await?;
    rows.extend(tx.list_alarms("seen").await?);
    lines(&mut tx, &rows).await
}

/// How many alarms nobody of the oversight body has seen; 0 for everybody else.
///
/// # Errors
/// The store's refusal.
pub async fn waiting_alarms(node: &Node, signed: &Signed) -> Result<usize, Refusal> {
    if signed.is_waiting() {
        return Ok(0);
    }
    let officer = &signed.officer;
    let count = if node.gate.allows(officer, Action::LedgerReview, &ledger(signed)) {
        node.read("count_alarms").await?.count_new_alarms().await?
    } else if node.gate.allows(officer, Action::AlarmView, &desk(signed)) {
        node.read("count_alarms").await?.count_told_alarms(reader(signed)).await?
    } else {
        0
    };
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The oversight body marks an alarm, with words that only it and the owning desk can read.
///
/// # Errors
/// Not allowed as the gate decides; not found; changed when it was reviewed already.
pub async fn answer_alarm(
    node: &Node,
    signed: &Signed,
    (alarm, answer, note): (AlarmId, Answer, &str),
) -> Result<(), Refusal> {
    may_review(node, signed)?;
    let note = note.trim();
    if note.chars().count() > guard::opening::NOTE_CHARS_MAX {
        return Err(Refusal::field("note", Phrase::new("officer-note-too-long")));
    }
    let mut tx = node.begin("answer_alarm").await?;
    let row = tx.find_alarm(alarm).await?.ok_or_else(Refusal::not_found)?;
    let oversight = signed.officer.desk;
    if !tx.mark_alarm(alarm, (answer.id(), signed.officer.id)).await? {
        return Err(Refusal::changed());
    }
    let keys = LedgerKeys { owner: None, ..ledger_keys(&mut tx, oversight).await? };
    let event = Event {
        day: node.today(),
        action: Action::LedgerReview.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(oversight),
        thing_kind: row.thing_kind.clone(),
        thing: row.thing_id.map(|id| AlarmId::from_bytes(id).to_string()).unwrap_or_default(),
        reason: format!("alarm-{}", answer.id()),
        note: note.to_owned(),
    };
    guard::Book::append(&mut tx, Leaf::seal(&event, &keys, node.dice.as_ref())?);
    tx.commit().await?;
    Ok(())
}

/// What the officer's desk was told, the newest first: nothing about the officer's own doing.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn told_alarms(node: &Node, signed: &Signed) -> Result<Vec<AlarmLine>, Refusal> {
    may_be_told(node, signed)?;
    let mut tx = node.read("told_alarms").await?;
    let from = node.today().plus_days(-TOLD_DAYS);
    let rows = tx.list_told_alarms(reader(signed), from).await?;
    lines(&mut tx, &rows).await
}

/// Somebody of the desk has read an alarm told to it.
///
/// # Errors
/// Not allowed as the gate decides; not found when it is not told to this officer.
pub async fn read_alarm(node: &Node, signed: &Signed, alarm: AlarmId) -> Result<(), Refusal> {
    may_be_told(node, signed)?;
    let mut tx = node.begin("read_alarm").await?;
    if !tx.mark_alarm_told(alarm, reader(signed)).await? {
        return Err(Refusal::not_found());
    }
    tx.commit().await?;
    Ok(())
}

fn reader(signed: &Signed) -> AlarmReader {
    let officer = &signed.officer;
    let is_head = officer.role == Role::Coordinator;
    AlarmReader { desk: officer.desk, officer: officer.id, is_head }
}

fn ledger(signed: &Signed) -> Thing {
    let (kind, id) = OF_LEDGER;
    Thing::standing(kind, id, signed.officer.desk, signed.officer.sphere())
}

fn desk(signed: &Signed) -> Thing {
    let officer = &signed.officer;
    Thing::standing(Kind::Desk, *officer.desk.bytes(), officer.desk, officer.sphere())
}

/// Whether the officer answers alarms for the oversight body.
pub(crate) fn may_review(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let thing = ledger(signed);
    let warrant = node.warrant(signed, Action::LedgerReview, &thing)?;
    spent(warrant.spend(Action::LedgerReview, &thing.id, node.clock.as_ref()))
}

fn may_be_told(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let thing = desk(signed);
    let warrant = node.warrant(signed, Action::AlarmView, &thing)?;
    spent(warrant.spend(Action::AlarmView, &thing.id, node.clock.as_ref()))
}

fn spent(is_spent: bool) -> Result<(), Refusal> {
    if is_spent { Ok(()) } else { Err(Refusal::not_allowed()) }
}

async fn lines(tx: &mut Tx, rows: &[AlarmRow]) -> Result<Vec<AlarmLine>, Refusal> {
    let names = Names::read(tx).await?;
    let mut all = Vec::new();
    for row in rows {
        let thing = row.thing_id.map(|id| CaseId::from_bytes(id).to_string()).unwrap_or_default();
        all.push(AlarmLine {
            id: row.id,
            day: row.on_day,
            code: row.code.clone(),
            officer: names.officer(row.officer_id),
            desk: names.desk(row.desk_id),
            alias: alias(tx, &row.thing_kind, &thing).await?,
            state: row.state.clone(),
            is_untold: row.tells_desk && !row.is_told,
        });
    }
    Ok(all)
}
