//! The oversight body reads who opened what and why; anybody with the database can verify that
//! nothing of it was changed.

use crate::{Node, Refusal, Signed};
use guard::ledger::{
    Check, Checkpoint, CheckpointCopy, Fault, LEDGER, LedgerKeys, Verdict, VerifyingKey,
};
use guard::{Action, Kind, Reason, Thing};
use lexicon::Day;
use lexicon::ids::{CaseId, DeskId, HintId, OfficerId, PersonId, ScreeningId, SliceId};
use std::collections::HashMap;
use store::{Store, StoreError, Tx};

/// Leaves on one page.
pub const PAGE_LEAVES: i64 = 50;
/// Leaves read at once by the check.
const CHECK_LEAVES: i64 = 5_000;

/// One leaf, opened.
#[derive(Clone, Debug)]
pub struct LedgerLine {
    pub number: u64,
    pub day: Day,
    /// Id of an action, e.g. `person.open`.
    pub action: String,
    /// Empty when the node did it.
    pub officer: String,
    pub desk: String,
    pub thing_kind: String,
    /// The two neutral words, of a desk its name; empty when the thing is gone or has none.
    pub alias: String,
    pub reason: String,
    pub note: String,
    /// Opened by an officer to whom it was not assigned; `None` where that means nothing.
    pub was_assigned: Option<bool>,
}

/// A page of the ledger.
pub struct LedgerPage {
    pub lines: Vec<LedgerLine>,
    /// `before` of the next page; 0 when this is the last.
    pub next: u64,
    pub leaves: u64,
    /// Leaves that no checkpoint signs yet.
    pub waiting: u64,
    pub last: Option<Checkpoint>,
    /// Openings of persons this month, and those by officers not assigned.
    pub openings: u64,
    pub unassigned: u64,
}

/// Opens a page of the ledger, the newest first; `before` 0 begins at the newest.
///
/// # Errors
/// Not allowed as the gate decides; a fault when a leaf does not open.
pub async fn view_ledger(node: &Node, signed: &Signed, before: u64) -> Result<LedgerPage, Refusal> {
    let officer = &signed.officer;
    let thing = Thing::standing(Kind::Ledger, LEDGER, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::LedgerView, &thing)?;
    let mut tx = node.begin("view_ledger").await?;
    let keys = own_keys(&mut tx, officer.desk).await?;
    let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
    let opening = guard::open(warrant, &Reason::desk_work(), &keys, &mut tx, clock, dice)?;
    let leaves = tx.newest_leaves(before, PAGE_LEAVES).await?;
    let mut events = Vec::new();
    for kept in &leaves {
        events.push((kept.number, kept.leaf.open(&opening, &signed.unlocked)?));
    }
    let (all, numbered) = tx.count_leaves().await?;
    let last = tx.last_checkpoint().await?;
    let names = Names::read(&mut tx).await?;
    let mut lines = Vec::new();
    for (number, event) in events {
        lines.push(line(&mut tx, &names, number, event).await?);
    }
    let (openings, unassigned) = month_so_far(node, &mut tx).await?;
    // The leaf of this reading is kept before anything is shown.
    tx.commit().await?;
    let next = lines.last().map_or(0, |line| if line.number > 1 { line.number } else { 0 });
    let waiting = all.saturating_sub(numbered);
    Ok(LedgerPage { lines, next, leaves: numbered, waiting, last, openings, unassigned })
}

async fn own_keys(tx: &mut Tx, desk: DeskId) -> Result<LedgerKeys, Refusal> {
    let keys = crate::sealing::ledger_keys(tx, desk).await?;
    Ok(LedgerKeys { owner: None, ..keys })
}

pub(crate) struct Names {
    officers: HashMap<OfficerId, String>,
    desks: HashMap<DeskId, String>,
}

impl Names {
    pub(crate) async fn read(tx: &mut Tx) -> Result<Self, Refusal> {
        let officers = tx.list_officers().await?;
        let desks = tx.list_desks().await?;
        Ok(Self {
            officers: officers.into_iter().map(|row| (row.id, row.shown_name)).collect(),
            desks: desks.into_iter().map(|row| (row.id, row.name)).collect(),
        })
    }

    /// The shown name; empty when nobody did it or the officer is gone.
    pub(crate) fn officer(&self, id: Option<OfficerId>) -> String {
        id.and_then(|id| self.officers.get(&id).cloned()).unwrap_or_default()
    }

    pub(crate) fn desk(&self, id: Option<DeskId>) -> String {
        id.and_then(|id| self.desks.get(&id).cloned()).unwrap_or_default()
    }
}

async fn line(
    tx: &mut Tx,
    names: &Names,
    number: u64,
    event: guard::Event,
) -> Result<LedgerLine, Refusal> {
    let alias = match DeskId::parse(&event.thing).filter(|_| event.thing_kind == Kind::Desk.id()) {
        Some(desk) => names.desks.get(&desk).cloned().unwrap_or_default(),
        None => alias(tx, &event.thing_kind, &event.thing).await?,
    };
    let was_assigned = was_assigned(tx, &event).await?;
    Ok(LedgerLine {
        number,
        day: event.day,
        officer: names.officer(event.officer),
        desk: names.desk(event.desk),
        alias,
        was_assigned,
        action: event.action,
        thing_kind: event.thing_kind,
        reason: event.reason,
        note: event.note,
    })
}

async fn was_assigned(tx: &mut Tx, event: &guard::Event) -> Result<Option<bool>, Refusal> {
    let Some(id) = PersonId::parse(&event.thing) else { return Ok(None) };
    if event.action != Action::PersonOpen.id() {
        return Ok(None);
    }
    let openings = tx.list_openings_of_thing(&event.thing_kind, id.bytes()).await?;
    let own = |o: &&store::OpeningRow| Some(o.officer_id) == event.officer && o.on_day == event.day;
    Ok(openings.iter().find(own).map(|o| o.was_assigned))
}

/// The neutral words of a thing; empty when it is gone or has none.
pub(crate) async fn alias(tx: &mut Tx, kind: &str, id: &str) -> Result<String, StoreError> {
    let found = match Kind::parse(kind) {
        Some(Kind::Hint) => match HintId::parse(id) {
            Some(id) => tx.find_hint_head(id).await?.map(|row| row.alias),
            None => None,
        },
        Some(Kind::Case) => match CaseId::parse(id) {
            Some(id) => tx.find_case(id).await?.map(|row| row.alias),
            None => None,
        },
        Some(Kind::Person) => match PersonId::parse(id) {
            Some(id) => tx.find_person(id).await?.map(|row| row.alias),
            None => None,
        },
        Some(Kind::Slice) => match SliceId::parse(id) {
            Some(id) => tx.alias_of_slice(id).await?,
            None => None,
        },
        Some(Kind::Screening) => match ScreeningId::parse(id) {
            Some(id) => tx.find_screening_head(id).await?.map(|row| row.alias),
            None => None,
        },
        _ => None,
    };
    Ok(found.unwrap_or_default())
}

/// Openings of persons since the first of the month, and those by officers not assigned.
async fn month_so_far(node: &Node, tx: &mut Tx) -> Result<(u64, u64), Refusal> {
    let today = node.today();
    let first = today.plus_days(1 - i64::from(today.day_of_month()));
    Ok(tx.count_person_openings(first, today).await?)
}

/// What was found, and how many leaves still wait for their number: those are no fault.
#[derive(Clone, Debug)]
pub struct Verified {
    pub verdict: Verdict,
    pub waiting: u64,
}

/// Verifies the whole ledger in one state of the database, also while a node writes to it. `copy`
/// is the last checkpoint kept outside the database, where there is one; it must have been read
/// before, because a node that runs writes newer ones.
///
/// # Errors
/// The store's refusal; what is wrong with the ledger itself is in the verdict.
pub async fn verify_ledger(
    store: &Store,
    key: &VerifyingKey,
    copy: Option<&CheckpointCopy>,
) -> Result<Verified, StoreError> {
    let mut tx = store.read("verify_ledger").await?;
    let checkpoints = tx.list_checkpoints().await?;
    let mut check = Check::new(&checkpoints, key);
    let mut after = 0;
    loop {
        let part = tx.numbered_leaves(after, CHECK_LEAVES).await?;
        let Some(last) = part.last() else { break };
        after = last.number;
        part.iter().for_each(|leaf| check.leaf(leaf));
    }
    let (all, numbered) = tx.count_leaves().await?;
    let (ours, foreign) = match copy {
        Some(copy) if copy.is_signed_by(key) => (Some(&copy.checkpoint), None),
        Some(copy) => (None, Some(Fault::Copy(copy.checkpoint.size))),
        None => (None, None),
    };
    let mut verdict = check.end(ours);
    verdict.faults.extend(foreign);
    Ok(Verified { verdict, waiting: all.saturating_sub(numbered) })
}
