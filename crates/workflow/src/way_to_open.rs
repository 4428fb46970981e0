//! By what right an officer opens an identity, and what stands in the way: a colleague's yes, the
//! budget of the day, friction. Nothing here refuses at a danger to life.

use crate::event_mode::live_event;
use crate::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::ledger::{PersonOpening, Way};
use guard::{Kind, canary};
use lexicon::Phrase;
use lexicon::ids::{OfficerId, PersonId};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use store::Tx;

/// Openings of one officer and day that count, until the oversight body sets another number.
pub const OPENINGS_A_DAY: i64 = 20;
/// The setting that holds it.
pub const BUDGET_SETTING: &str = "openings-a-day";
/// The most it can be set to.
pub const OPENINGS_A_DAY_MAX: i64 = 200;
/// Characters of the typed reason without a second yes or beyond the budget.
pub const TYPED_CHARS_MIN: usize = 12;
/// How long an opening without a second yes waits, in seconds; never at a danger to life.
pub const WAIT_S: i64 = 20;
/// A wait that nobody came back from begins anew after this long, in seconds.
const WAIT_LIFE_S: i64 = 15 * 60;
/// The reason at which nothing waits.
pub const DANGER: &str = "danger";

/// Waits under way, by officer and person: from when on it opens.
#[derive(Default)]
pub(crate) struct Waits(Mutex<HashMap<(OfficerId, PersonId), i64>>);

impl Waits {
    /// Seconds that are left; `None` when the wait is over. The first question begins it.
    fn left_s(&self, of: (OfficerId, PersonId), now_s: i64) -> Option<i64> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back begins the wait anew.
        all.retain(|_, ready_s| {
            (ready_s.saturating_sub(now_s)) <= WAIT_S && now_s - *ready_s < WAIT_LIFE_S
        });
        let ready_s = *all.entry(of).or_insert(now_s + WAIT_S);
        if now_s < ready_s {
            return Some(ready_s - now_s);
        }
        all.remove(&of);
        None
    }
}

/// An opening that is asked for.
pub(crate) struct Asked<'a> {
    pub person: PersonId,
    pub desk: lexicon::ids::DeskId,
    pub is_assigned: bool,
    /// Who is assigned, if anybody.
    pub owner: Option<OfficerId>,
    pub reason: &'a str,
    pub note: &'a str,
}

/// The right by which this opening is done, with its place in the officer's day. Raises the alarm
/// of an opening beyond the budget in the same transaction.
///
/// # Errors
/// A complaint on `note` when nothing was typed where friction asks for it; [`RefusalKind::Wait`]
/// until the wait is over.
pub(crate) async fn way_to_open(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    asked: &Asked<'_>,
) -> Result<PersonOpening, Refusal> {
    if asked.is_assigned {
        return Ok(PersonOpening { way: Way::Assigned, slot: None, alarm: None });
    }
    if let Some(event) = live_event(node, tx, asked.desk).await? {
        let way = Way::Event(*event.id.bytes());
        return Ok(PersonOpening { way, slot: None, alarm: None });
    }
    let officer = signed.officer.id;
    let most = openings_a_day(tx).await?;
    let slot = tx.counted_openings(officer, node.today()).await? + 1;
    let said = tx.find_yes_of(officer, asked.person, node.today()).await?;
    let way = match said {
        Some(yes) if yes.state == "yes" => Way::SecondYes,
        _ => Way::Alone,
    };
    let is_over = slot > most;
    if way == Way::Alone || is_over {
        friction(node, signed, asked)?;
    }
    let alarm = if is_over { Some(over_budget(node, signed, tx, asked).await?) } else { None };
    Ok(PersonOpening { way, slot: Some((slot, most)), alarm })
}

/// How many openings of an officer and day count before oversight is told.
pub async fn openings_a_day(tx: &mut Tx) -> Result<i64, Refusal> {
    let kept = tx.find_setting(BUDGET_SETTING).await?.and_then(|text| text.parse().ok());
    Ok(kept.filter(|most| (0..=OPENINGS_A_DAY_MAX).contains(most)).unwrap_or(OPENINGS_A_DAY))
}

fn friction(node: &Node, signed: &Signed, asked: &Asked<'_>) -> Result<(), Refusal> {
    if asked.note.chars().count() < TYPED_CHARS_MIN {
        return Err(Refusal::field("note", Phrase::new("opening-note-needed")));
    }
    if asked.reason == DANGER {
        return Ok(());
    }
    let of = (signed.officer.id, asked.person);
    match node.sessions.waits.left_s(of, node.clock.now_s()) {
        None => Ok(()),
        Some(left_s) => Err(Refusal {
            said: Phrase::new("opening-wait").with("seconds", left_s),
            ..Refusal::new(RefusalKind::Wait, "opening-wait")
        }),
    }
}

async fn over_budget(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    asked: &Asked<'_>,
) -> Result<lexicon::ids::AlarmId, Refusal> {
    let alarm = Alarm {
        code: AlarmCode::OverBudget,
        desk: Some(asked.desk),
        officer: Some(signed.officer.id),
        thing: Some((Kind::Person, *asked.person.bytes())),
        told: asked.owner,
        note: "",
    };
    raise_alarm(node, tx, &alarm).await
}

/// Raises the alarm of a person who does not exist.
pub(crate) async fn watch_canary(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    asked: &Asked<'_>,
) -> Result<(), Refusal> {
    let mark = canary::mark(&node.keys.pepper, asked.person.bytes());
    if tx.is_canary(mark).await? {
        let alarm = Alarm {
            code: AlarmCode::Canary,
            desk: Some(asked.desk),
            officer: Some(signed.officer.id),
            thing: Some((Kind::Person, *asked.person.bytes())),
            told: None,
            note: "",
        };
        raise_alarm(node, tx, &alarm).await?;
    }
    Ok(())
}
