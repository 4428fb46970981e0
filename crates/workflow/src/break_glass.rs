//! Emergency: a life is at risk, and nobody who is assigned or could say yes is there. One person,
//! for half an hour; the owner and the oversight body are told in the same transaction, and a
//! review waits. It cannot be switched off.

use crate::open_identity::{OpenedIdentity, closed, erased, find, unseal};
use crate::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use crate::watch_words::warn_of_kin;
use crate::way_to_open::{Asked, watch_canary};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::gate::Circumstances;
use guard::ledger::{PersonOpening, Way};
use guard::{Action, Kind, Reason};
use lexicon::Phrase;
use lexicon::ids::{BreakGlassId, OfficerId, PersonId};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use store::Tx;
use store::break_glasses::BreakGlassRow;

/// The one reason there is.
pub const RISK_TO_LIFE: &str = "risk-to-life";
/// How long an emergency lasts, in seconds.
pub const EMERGENCY_S: i64 = 30 * 60;
/// Days within which it is reviewed: 72 hours.
pub const REVIEW_DAYS: i64 = 3;
/// Characters of the note that tells what happens.
pub const NOTE_CHARS_MIN: usize = 12;

/// Emergencies under way, by officer and person: until when. In memory only.
#[derive(Default)]
pub(crate) struct Emergencies(Mutex<HashMap<(OfficerId, PersonId), i64>>);

impl Emergencies {
    fn is_live(&self, of: (OfficerId, PersonId), now_s: i64) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was set back ends an emergency: how long it lasts can no longer be told.
        all.retain(|_, until_s| (1..=EMERGENCY_S).contains(&(*until_s - now_s)));
        all.contains_key(&of)
    }

    fn begin(&self, of: (OfficerId, PersonId), now_s: i64) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(of, now_s + EMERGENCY_S);
    }
}

/// What stands on the page of an emergency before it is begun.
#[derive(Clone, Debug)]
pub struct BeforeEmergency {
    pub person: PersonId,
    pub case: lexicon::ids::CaseId,
    pub alias: String,
    /// A review of this officer is late: no further emergency until it is done.
    pub is_suspended: bool,
    /// One was begun today and is over.
    pub is_spent: bool,
    pub needs_proof: bool,
}

/// # Errors
/// Not found, also for a person of another desk; not allowed as the gate decides.
pub async fn before_emergency(
    node: &Node,
    signed: &Signed,
    person: PersonId,
) -> Result<BeforeEmergency, Refusal> {
    let mut tx = node.read("before_emergency").await?;
    let (row, thing, _) = find(&mut tx, signed, person).await?;
    let around = Circumstances { has_reason: true, is_fresh: true };
    let clock = node.clock.as_ref();
    let asked =
        node.gate.decide_in(&signed.officer, Action::PersonBreakGlass, &thing, around, clock);
    asked.map_err(|denial| Refusal { said: denial.phrase(), ..Refusal::not_allowed() })?;
    let officer = signed.officer.id;
    let now_s = node.clock.now_s();
    let is_live = node.sessions.emergencies.is_live((officer, person), now_s);
    Ok(BeforeEmergency {
        person,
        case: row.case_id,
        alias: row.alias,
        is_suspended: tx.is_suspended(officer, node.today()).await?,
        is_spent: !is_live && tx.has_broken_glass((officer, person), node.today()).await?,
        needs_proof: !signed.is_fresh(now_s),
    })
}

/// Opens one identity in an emergency. Within its half hour it opens again.
///
/// # Errors
/// Not found; not allowed as the gate decides, while a review of this officer is late, or when
/// today's emergency for this person is over; a complaint on `note`.
pub async fn break_glass(
    node: &Node,
    signed: &Signed,
    person: PersonId,
    note: &str,
) -> Result<OpenedIdentity, Refusal> {
    let mut tx = node.begin("break_glass").await?;
    let (row, thing, owner) = find(&mut tx, signed, person).await?;
    let warrant = node.warrant_with_reason(signed, Action::PersonBreakGlass, &thing)?;
    if row.sealed_identity.is_empty() {
        return Err(erased());
    }
    let officer = signed.officer.id;
    if tx.is_suspended(officer, node.today()).await? {
        return Err(Refusal::new(RefusalKind::NotAllowed, "emergency-suspended"));
    }
    let note = note.trim();
    if !(NOTE_CHARS_MIN..=guard::opening::NOTE_CHARS_MAX).contains(&note.chars().count()) {
        return Err(Refusal::field("note", Phrase::new("emergency-note-needed")));
    }
    let asked = Asked {
        person,
        desk: row.desk_id,
        is_assigned: thing.is_assigned,
        owner,
        reason: RISK_TO_LIFE,
        note,
    };
    let now_s = node.clock.now_s();
    let is_live = node.sessions.emergencies.is_live((officer, person), now_s);
    if !is_live {
        if tx.has_broken_glass((officer, person), node.today()).await? {
            return Err(Refusal::new(RefusalKind::NotAllowed, "emergency-spent"));
        }
        watch_canary(node, signed, &mut tx, &asked).await?;
        wait_for_review(node, &mut tx, &asked, officer).await?;
    }
    let alarm = if is_live { None } else { Some(tell(node, &mut tx, signed, &asked).await?) };
    let way = PersonOpening { way: Way::BreakGlass, slot: None, alarm };
    let reason = Reason { code: RISK_TO_LIFE, note: note.to_owned() };
    let opened = unseal(node, signed, tx, (row, warrant, &reason, way)).await?;
    if !is_live {
        node.sessions.emergencies.begin((officer, person), now_s);
    }
    warn_of_kin(node, signed, &opened, owner).await?;
    let closed = closed(node, signed, &opened.row, &thing, false);
    Ok(OpenedIdentity { closed, identity: opened.identity })
}

async fn tell(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    asked: &Asked<'_>,
) -> Result<lexicon::ids::AlarmId, Refusal> {
    let alarm = Alarm {
        code: AlarmCode::BreakGlass,
        desk: Some(asked.desk),
        officer: Some(signed.officer.id),
        thing: Some((Kind::Person, *asked.person.bytes())),
        told: asked.owner,
        note: asked.note,
    };
    raise_alarm(node, tx, &alarm).await
}

async fn wait_for_review(
    node: &Node,
    tx: &mut Tx,
    asked: &Asked<'_>,
    officer: OfficerId,
) -> Result<(), Refusal> {
    let today = node.today();
    tx.insert_break_glass(&BreakGlassRow {
        id: BreakGlassId::random(node.dice.as_ref()),
        officer_id: officer,
        desk_id: asked.desk,
        person_id: asked.person,
        on_day: today,
        due_on: today.plus_days(REVIEW_DAYS),
        is_late: false,
        verdict: None,
    })
    .await?;
    Ok(())
}
