//! An officer looks for a person of the own desk by what is remembered. What comes back is an
//! alias and why; the name stays sealed, and opening it is a step of its own.

use crate::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use crate::sealing::ledger_keys;
use crate::shelf::take_in;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::finding::open_index;
use guard::{Action, AfterCommit, Book, Event, Kind, Leaf, Thing};
use lexicon::Phrase;
use lexicon::ids::{CaseId, PersonId};
use protection::search::{Asked, Hit, Name, compare};
use store::Tx;

/// Searches of an officer on one day that need no reason.
pub const SEARCHES_FREE: i64 = 5;
/// Lines of one answer.
pub const LINES_MAX: usize = 20;
/// Hits that are looked up; more are not shown, because too little was said.
const LOOKED_UP_MAX: usize = 60;
/// Reasons an officer can give, in the order of the form.
pub const REASONS: [&str; 4] = ["person-is-here", "same-person", "danger", "only-this-known"];
/// From here a word asked for is the officer's own family name.
const OWN_NAME: u8 = 85;
/// Of a search that states none.
const DESK_WORK: &str = "desk-work";

/// What is known before a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeforeSearch {
    /// Persons of the desk that can be found.
    pub persons: i64,
    /// Of these, entries that the next search takes in.
    pub waiting: i64,
    /// Searches of the officer today.
    pub made_today: i64,
    /// The next search needs a reason and a fresh proof, and oversight is told.
    pub is_over: bool,
    /// The officer must prove again who they are first.
    pub needs_proof: bool,
}

/// A person found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPerson {
    pub person: PersonId,
    pub alias: String,
    pub case: CaseId,
    pub case_alias: String,
    pub case_state: String,
    pub is_assigned: bool,
    /// Codes of why, the most telling first.
    pub why: Vec<&'static str>,
}

/// The answer to a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub lines: Vec<FoundPerson>,
    /// More persons fit than are shown.
    pub has_more: bool,
    pub before: BeforeSearch,
}

/// What stands on the page before a search.
///
/// # Errors
/// Not allowed as the gate decides; not allowed to who waits for the desk's key.
pub async fn before_search(node: &Node, signed: &Signed) -> Result<BeforeSearch, Refusal> {
    may_search(node, signed)?;
    let mut tx = node.read("before_search").await?;
    before(node, signed, &mut tx).await
}

async fn before(node: &Node, signed: &Signed, tx: &mut Tx) -> Result<BeforeSearch, Refusal> {
    let counts = tx.count_findables(signed.officer.desk).await?;
    let made_today = tx.searches_of(signed.officer.id, node.today()).await?;
    let is_over = made_today >= SEARCHES_FREE;
    Ok(BeforeSearch {
        persons: counts.all,
        waiting: counts.waiting,
        made_today,
        is_over,
        needs_proof: is_over && !signed.is_fresh(node.clock.now_s()),
    })
}

fn may_search(node: &Node, signed: &Signed) -> Result<guard::Warrant, Refusal> {
    if signed.is_waiting() {
        return Err(Refusal::new(RefusalKind::NotAllowed, "refusal-desk-locked"));
    }
    let officer = &signed.officer;
    let desk =
        Thing::to_be_made(Kind::Person, *officer.desk.bytes(), officer.desk, officer.sphere());
    node.warrant(signed, Action::PersonSearch, &Thing { is_assigned: false, ..desk })
}

/// Looks for persons. The leaf of the search is kept before anything is told: who searched, by
/// which kinds of facts and how many fit, never the words.
///
/// # Errors
/// Complaints on a field that is too long, and on `reason` where one is needed; not allowed as the
/// gate decides, or without a fresh proof after many searches.
pub async fn find_person(
    node: &Node,
    signed: &Signed,
    asked: &Asked,
    reason: &str,
) -> Result<Finding, Refusal> {
    let warrant = may_search(node, signed)?;
    // One search of a desk at a time, so that many at once are counted like one after the other.
    let mut shelf = signed.shelf.0.lock().await;
    let mut tx = node.read("before_search").await?;
    let so_far = before(node, signed, &mut tx).await?;
    drop(tx);
    let reason = stated(asked, reason, so_far.is_over)?;
    if so_far.needs_proof {
        return Err(Refusal::new(RefusalKind::NotAllowed, "find-needs-proof"));
    }
    let reading = open_index(warrant, signed.officer.desk, node.clock.as_ref())?;
    take_in(node, signed, &reading, &mut shelf).await?;
    let index = shelf.as_mut().ok_or_else(|| Refusal::fault("an index that is not there"))?;
    let found = index.find(asked, node.today().year().into(), LOOKED_UP_MAX);
    let mut tx = node.begin("find_person").await?;
    let mut lines = Vec::new();
    for hit in found.hits {
        match line(node, signed, &mut tx, &hit).await? {
            Some(line) => lines.push(line),
            // Erased, or gone to another desk: not found from now on.
            None => index.forget(&hit.id),
        }
    }
    let made = tx.count_search(signed.officer.id, node.today()).await?;
    leaf(node, signed, &mut tx, (asked, reason, lines.len())).await?;
    tell_oversight(node, signed, &mut tx, (asked, made)).await?;
    let has_more = lines.len() > LINES_MAX || found.total > LOOKED_UP_MAX;
    lines.truncate(LINES_MAX);
    let before = before(node, signed, &mut tx).await?;
    let finding = AfterCommit::new(Finding { lines, has_more, before }, tx.mark());
    tx.commit().await?;
    drop(shelf);
    Ok(finding.take()?)
}

fn stated(asked: &Asked, reason: &str, is_over: bool) -> Result<&'static str, Refusal> {
    if let Some(field) = asked.too_long() {
        return Err(Refusal::field(field, Phrase::new("find-fault-too-long")));
    }
    let kinds = asked.kinds().len();
    if kinds == 0 {
        return Err(Refusal::field("name", Phrase::new("find-fault-nothing")));
    }
    let known = REASONS.into_iter().find(|known| *known == reason);
    match known {
        Some(code) => Ok(code),
        None if is_over => Err(Refusal::field("reason", Phrase::new("find-fault-over"))),
        None if kinds < 2 => Err(Refusal::field("reason", Phrase::new("find-fault-one-kind"))),
        None => Ok(DESK_WORK),
    }
}

/// The line of a hit; `None` when the person is not there any more or the gate says no.
async fn line(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    hit: &Hit,
) -> Result<Option<FoundPerson>, Refusal> {
    let id = PersonId::from_bytes(hit.id);
    let Some(row) = tx.find_person(id).await? else { return Ok(None) };
    let slices = tx.list_slices(row.case_id).await?;
    let own = slices.iter().find(|slice| slice.desk_id == row.desk_id);
    let (Some(own), Some(case)) = (own, tx.find_case(row.case_id).await?) else { return Ok(None) };
    let thing = Thing {
        kind: Kind::Person,
        id: hit.id,
        desk: row.desk_id,
        sphere: row.sphere,
        state: own.state.clone(),
        is_assigned: own.assigned_officer == Some(signed.officer.id),
    };
    if !node.gate.allows(&signed.officer, Action::PersonSearch, &thing) {
        return Ok(None);
    }
    Ok(Some(FoundPerson {
        person: id,
        alias: row.alias,
        case: row.case_id,
        case_alias: case.alias,
        case_state: own.state.clone(),
        is_assigned: thing.is_assigned,
        why: hit.why.clone(),
    }))
}

/// Who searched, by which kinds of facts, and how many fitted.
async fn leaf(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (asked, reason, hits): (&Asked, &'static str, usize),
) -> Result<(), Refusal> {
    let desk = signed.officer.desk;
    let keys = ledger_keys(tx, desk).await?;
    let event = Event {
        day: node.today(),
        action: Action::PersonSearch.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(desk),
        thing_kind: Kind::Desk.id().to_owned(),
        thing: desk.to_string(),
        reason: reason.to_owned(),
        note: format!("{}: {hits}", asked.kinds().join(" + ")),
    };
    tx.append(Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}

/// Every few searches beyond the free ones are told to the oversight body, and so is a search for
/// the officer's own family name together with something that would find one person.
async fn tell_oversight(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (asked, made): (&Asked, i64),
) -> Result<(), Refusal> {
    let (officer, desk) = (signed.officer.id, signed.officer.desk);
    let is_many = made > SEARCHES_FREE && (made - 1) % SEARCHES_FREE == 0;
    let narrows = asked.kinds().iter().any(|kind| ["place", "phone", "kin"].contains(kind));
    let is_own = narrows && shares_family_name(&signed.shown_name, &asked.name);
    let told = [(is_many, AlarmCode::ManySearches), (is_own, AlarmCode::SearchedOwnName)];
    for code in told.into_iter().filter(|(is_so, _)| *is_so).map(|(_, code)| code) {
        let alarm = Alarm {
            code,
            desk: Some(desk),
            officer: Some(officer),
            thing: Some((Kind::Desk, *desk.bytes())),
            told: None,
            note: "",
        };
        raise_alarm(node, tx, &alarm).await?;
    }
    Ok(())
}

/// Whether one of the words asked for is the last word of the officer's own name.
fn shares_family_name(shown: &str, asked: &str) -> bool {
    let family = shown.split_whitespace().next_back().map(Name::read).unwrap_or_default();
    let mut words = asked.split([' ', '-']).map(Name::read);
    words.any(|word| compare(&word, &family).is_some_and(|fit| fit.score >= OWN_NAME))
}
