//! What the oversight body looks at: who opened what, when and why; months; and patterns that one
//! line alone does not show.

use crate::answer_alarm::may_review;
use crate::raise_alarm::{Alarm, AlarmCode, OF_LEDGER, raise_alarm};
use crate::sealing::ledger_keys;
use crate::view_ledger::{Names, alias};
use crate::way_to_open::{BUDGET_SETTING, OPENINGS_A_DAY_MAX, openings_a_day};
use crate::{Node, Refusal, Signed};
use guard::ledger::LedgerKeys;
use guard::{Action, Event, Kind, Leaf, Reason, Thing, canary};
use lexicon::ids::{OfficerId, PersonId};
use lexicon::{Day, Phrase};
use std::collections::BTreeMap;
use store::{OpeningRow, Tx};

pub use store::WantedOpenings as Wanted;

/// Months on the chart.
pub const MONTHS: usize = 12;
/// More emergencies than this share of a month's openings is an incident, in thousandths.
pub const EMERGENCIES_PER_MILLE_MAX: i64 = 20;
/// Days in which work should follow an opening.
pub const WORK_DAYS: i64 = 7;
/// Days that are looked back upon for openings without work.
pub const HARVEST_DAYS: i64 = 30;
/// So many without work, and oversight is warned.
pub const HARVEST_MIN: usize = 8;
/// Openings shown at once.
const SHOWN_MAX: usize = 300;

/// One month of openings of persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// The first of it.
    pub first: Day,
    pub openings: i64,
    pub unassigned: i64,
    pub emergencies: i64,
}

impl Month {
    /// Emergencies in a thousand openings.
    pub fn per_mille(&self) -> i64 {
        if self.openings == 0 { 0 } else { self.emergencies * 1_000 / self.openings }
    }

    pub fn is_incident(&self) -> bool {
        self.per_mille() > EMERGENCIES_PER_MILLE_MAX
    }
}

/// Patterns and figures.
pub struct Overview {
    /// The oldest first.
    pub months: Vec<Month>,
    pub budget: i64,
    /// Officer, desk, openings without later work.
    pub without_work: Vec<(String, String, usize)>,
    /// Who said yes, to whom, how often in the last days.
    pub pairs: Vec<(String, String, i64)>,
    /// Officers who work on cases and whose own names nobody has kept.
    pub without_words: Vec<(String, String)>,
}

/// # Errors
/// Not allowed as the gate decides.
pub async fn overview(node: &Node, signed: &Signed) -> Result<Overview, Refusal> {
    may_review(node, signed)?;
    let mut tx = node.read("overview").await?;
    let names = Names::read(&mut tx).await?;
    let officers = tx.list_officers().await?;
    let desk_of = |id: OfficerId| officers.iter().find(|o| o.id == id).map(|o| o.desk_id);
    let without_work = harvested(node, &mut tx).await?;
    let without_work = without_work
        .into_iter()
        .map(|(id, rows)| (names.officer(Some(id)), names.desk(desk_of(id)), rows.len()));
    let from = node.today().plus_days(-crate::say_second_yes::PAIR_DAYS);
    let pairs = tx.list_yes_pairs(from).await?;
    let pair = |(said, asked, n)| (names.officer(Some(said)), names.officer(Some(asked)), n);
    let kept = tx.list_watched().await?;
    let works = ["caseworker", "investigator"];
    let unwatched = officers.iter().filter(|o| {
        o.state == "active"
            && works.contains(&o.role.as_str())
            && !kept.iter().any(|(id, _)| *id == o.id)
    });
    Ok(Overview {
        without_work: without_work.collect(),
        pairs: pairs.into_iter().map(pair).collect(),
        without_words: unwatched
            .map(|o| (o.shown_name.clone(), names.desk(Some(o.desk_id))))
            .collect(),
        budget: openings_a_day(&mut tx).await?,
        months: months(node, &mut tx).await?,
    })
}

async fn months(node: &Node, tx: &mut Tx) -> Result<Vec<Month>, Refusal> {
    let mut first = first_of(node.today());
    let mut all = Vec::new();
    for _ in 0..MONTHS {
        let month = format!("{:04}-{:02}", first.year(), first.month());
        let (openings, unassigned, emergencies) = tx.count_month(&month).await?;
        all.push(Month { first, openings, unassigned, emergencies });
        first = first_of(first.plus_days(-1));
    }
    all.reverse();
    Ok(all)
}

fn first_of(day: Day) -> Day {
    day.plus_days(1 - i64::from(day.day_of_month()))
}

/// Openings by officers not assigned after which nothing was done in the case, by officer; a
/// canary counts elsewhere.
async fn harvested(
    node: &Node,
    tx: &mut Tx,
) -> Result<BTreeMap<OfficerId, Vec<OpeningRow>>, Refusal> {
    let today = node.today();
    let span = (today.plus_days(-HARVEST_DAYS), today.plus_days(-WORK_DAYS));
    let mut all: BTreeMap<OfficerId, Vec<OpeningRow>> = BTreeMap::new();
    for row in tx.openings_without_work(span).await? {
        if !tx.is_canary(canary::mark(&node.keys.pepper, &row.thing_id)).await? {
            all.entry(row.officer_id).or_default().push(row);
        }
    }
    Ok(all)
}

/// Once a day, while nobody is signed in: warns of officers who open and do nothing afterwards,
/// each once in the days that are looked back upon.
///
/// # Errors
/// The store's refusal.
pub async fn warn_of_harvest(node: &Node) -> Result<usize, Refusal> {
    let mut tx = node.begin("warn_of_harvest").await?;
    let code = AlarmCode::NoLaterWork;
    let since = node.today().plus_days(-HARVEST_DAYS);
    let mut raised = 0;
    for (officer, rows) in harvested(node, &mut tx).await? {
        let last = tx.last_alarm(code.id(), officer).await?;
        if rows.len() < HARVEST_MIN || last.is_some_and(|day| day >= since) {
            continue;
        }
        let desk = tx.find_officer(officer).await?.map(|row| row.desk_id);
        let alarm = Alarm { code, desk, officer: Some(officer), thing: None, told: None, note: "" };
        raise_alarm(node, &mut tx, &alarm).await?;
        raised += 1;
    }
    tx.commit().await?;
    Ok(raised)
}

/// The oversight body sets how many openings a day count before it is told.
///
/// # Errors
/// Not allowed as the gate decides; a complaint on `budget`.
pub async fn set_budget(node: &Node, signed: &Signed, most: i64) -> Result<(), Refusal> {
    may_review(node, signed)?;
    if !(0..=OPENINGS_A_DAY_MAX).contains(&most) {
        return Err(Refusal::field("budget", Phrase::new("oversight-budget-wrong")));
    }
    let mut tx = node.begin("set_budget").await?;
    tx.put_setting(BUDGET_SETTING, &most.to_string()).await?;
    let (kind, _) = OF_LEDGER;
    let event = Event {
        day: node.today(),
        action: Action::LedgerReview.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: kind.id().to_owned(),
        thing: String::new(),
        reason: BUDGET_SET.to_owned(),
        note: most.to_string(),
    };
    let keys = LedgerKeys { owner: None, ..ledger_keys(&mut tx, signed.officer.desk).await? };
    guard::Book::append(&mut tx, Leaf::seal(&event, &keys, node.dice.as_ref())?);
    tx.commit().await?;
    Ok(())
}

/// What the ledger tells of the oversight body's own settings.
pub const STEPS: [&str; 1] = [BUDGET_SET];
const BUDGET_SET: &str = "budget-set";

/// One opening, with what its leaf says.
#[derive(Clone, Debug)]
pub struct OpenedLine {
    pub day: Day,
    pub officer: String,
    pub desk: String,
    pub alias: String,
    pub way: String,
    pub is_over_budget: bool,
    pub reason: String,
    pub note: String,
    pub is_canary: bool,
}

/// What a filter can be set to: id and name.
pub struct Choices {
    pub officers: Vec<(String, String)>,
    pub desks: Vec<(String, String)>,
}

/// # Errors
/// Not allowed as the gate decides.
pub async fn choices(node: &Node, signed: &Signed) -> Result<Choices, Refusal> {
    may_review(node, signed)?;
    let mut tx = node.read("choices").await?;
    let officers = tx.list_officers().await?;
    let desks = tx.list_desks().await?;
    let mut officers: Vec<_> =
        officers.into_iter().map(|o| (o.shown_name, o.id.to_string())).collect();
    officers.sort();
    Ok(Choices {
        officers: officers.into_iter().map(|(name, id)| (id, name)).collect(),
        desks: desks.into_iter().map(|d| (d.id.to_string(), d.name)).collect(),
    })
}

/// Who opened what, as the wishes say. Reading it is itself a leaf, once a day.
///
/// # Errors
/// Not allowed as the gate decides; a fault when a leaf does not open.
pub async fn who_opened(
    node: &Node,
    signed: &Signed,
    wanted: &Wanted,
) -> Result<Vec<OpenedLine>, Refusal> {
    let officer = &signed.officer;
    let (kind, id) = OF_LEDGER;
    let thing = Thing::standing(kind, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::LedgerView, &thing)?;
    let mut tx = node.begin("who_opened").await?;
    let keys = LedgerKeys { owner: None, ..ledger_keys(&mut tx, officer.desk).await? };
    let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
    let opening = guard::open(warrant, &Reason::desk_work(), &keys, &mut tx, clock, dice)?;
    let names = Names::read(&mut tx).await?;
    let officers = tx.list_officers().await?;
    let mut all = Vec::new();
    for row in tx.list_openings(wanted).await?.into_iter().take(SHOWN_MAX) {
        let leaf = tx.find_leaf(row.leaf_id).await?;
        let event = leaf.map(|leaf| leaf.open(&opening, &signed.unlocked)).transpose()?;
        let (reason, note) = event.map(|e| (e.reason, e.note)).unwrap_or_default();
        let desk = officers.iter().find(|o| o.id == row.officer_id).map(|o| o.desk_id);
        let thing = PersonId::from_bytes(row.thing_id).to_string();
        let is_person = row.thing_kind == Kind::Person.id();
        let mark = canary::mark(&node.keys.pepper, &row.thing_id);
        all.push(OpenedLine {
            day: row.on_day,
            officer: names.officer(Some(row.officer_id)),
            desk: names.desk(desk),
            alias: alias(&mut tx, &row.thing_kind, &thing).await?,
            is_over_budget: row.slot.is_some() && row.alarm_id.is_some(),
            is_canary: is_person && tx.is_canary(mark).await?,
            way: row.way,
            reason,
            note,
        });
    }
    tx.commit().await?;
    Ok(all)
}
