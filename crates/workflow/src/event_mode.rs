//! A raid or a rescue: two officers open the event mode of their desk for some hours. Openings in
//! it count against no budget and ask for no second yes; each is marked and listed afterwards. It
//! ends by itself.

use crate::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use crate::view_ledger::Names;
use crate::{Node, Refusal, Signed};
use guard::{Action, Kind, Thing};
use lexicon::ids::{DeskId, EventModeId};
use lexicon::{Day, Phrase};
use store::Tx;
use store::event_modes::EventModeRow;

/// Why a desk needs it.
pub const REASONS: [&str; 3] = ["raid", "rescue", "arrival"];
/// The longest, in hours.
pub const HOURS_MAX: i64 = 24;

/// The event modes of a desk, as its officers see them.
pub struct DeskEvents {
    /// The one that runs now.
    pub live: Option<EventLine>,
    /// Asked today, waiting for a second officer.
    pub asked: Option<EventLine>,
    pub past: Vec<EventLine>,
}

/// One event mode.
#[derive(Clone, Debug)]
pub struct EventLine {
    pub id: EventModeId,
    pub desk: String,
    pub reason: String,
    pub day: Day,
    pub hours: i64,
    pub asked_by: String,
    pub begun_by: String,
    /// The officer who looks asked for it, so another must begin it.
    pub is_yours: bool,
    /// Whole minutes until it ends; 0 when it is over.
    pub minutes_left: i64,
    /// Persons opened in it.
    pub openings: i64,
}

/// The event mode of a desk that runs now.
pub(crate) async fn live_event(
    node: &Node,
    tx: &mut Tx,
    desk: DeskId,
) -> Result<Option<EventModeRow>, Refusal> {
    let now_s = node.clock.now_s();
    let all = tx.list_event_modes_of_desk(desk).await?;
    Ok(all.into_iter().find(|row| is_live(row, now_s)))
}

fn is_live(row: &EventModeRow, now_s: i64) -> bool {
    // A clock that was set back behind its begin ends it.
    matches!((row.begun_s, row.ends_s), (Some(from), Some(to)) if from <= now_s && now_s < to)
}

/// # Errors
/// Not allowed as the gate decides.
pub async fn desk_events(node: &Node, signed: &Signed) -> Result<DeskEvents, Refusal> {
    may_open(node, signed)?;
    let mut tx = node.read("desk_events").await?;
    let names = Names::read(&mut tx).await?;
    let mut found = DeskEvents { live: None, asked: None, past: Vec::new() };
    for row in tx.list_event_modes_of_desk(signed.officer.desk).await? {
        let line = line(node, &mut tx, &names, (&row, signed.officer.id)).await?;
        if is_live(&row, node.clock.now_s()) {
            found.live = Some(line);
        } else if row.begun_by.is_some() {
            found.past.push(line);
        } else if row.asked_on == node.today() {
            found.asked = Some(line);
        }
    }
    Ok(found)
}

/// Every event mode there was, the newest first, for the oversight body.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn all_events(node: &Node, signed: &Signed) -> Result<Vec<EventLine>, Refusal> {
    crate::answer_alarm::may_review(node, signed)?;
    let mut tx = node.read("all_events").await?;
    let names = Names::read(&mut tx).await?;
    let mut all = Vec::new();
    for row in tx.list_event_modes().await? {
        all.push(line(node, &mut tx, &names, (&row, signed.officer.id)).await?);
    }
    Ok(all)
}

async fn line(
    node: &Node,
    tx: &mut Tx,
    names: &Names,
    (row, own): (&EventModeRow, lexicon::ids::OfficerId),
) -> Result<EventLine, Refusal> {
    let now_s = node.clock.now_s();
    let left_s = if is_live(row, now_s) { row.ends_s.unwrap_or(now_s) - now_s } else { 0 };
    Ok(EventLine {
        id: row.id,
        desk: names.desk(Some(row.desk_id)),
        reason: row.reason.clone(),
        day: row.asked_on,
        hours: row.hours,
        asked_by: names.officer(Some(row.asked_by)),
        begun_by: names.officer(row.begun_by),
        is_yours: row.asked_by == own,
        minutes_left: (left_s + 59) / 60,
        openings: tx.count_event_openings(row.id).await?,
    })
}

/// One officer asks; nothing runs until another begins it, on the same day.
///
/// # Errors
/// Not allowed as the gate decides; a complaint on `reason` or `hours`; changed while one runs or
/// waits.
pub async fn ask_event(
    node: &Node,
    signed: &Signed,
    (reason, hours): (&str, i64),
) -> Result<EventModeId, Refusal> {
    may_open(node, signed)?;
    let reason = REASONS.into_iter().find(|known| *known == reason);
    let reason =
        reason.ok_or_else(|| Refusal::field("reason", Phrase::new("event-reason-missing")))?;
    if !(1..=HOURS_MAX).contains(&hours) {
        return Err(Refusal::field("hours", Phrase::new("event-hours-wrong")));
    }
    let mut tx = node.begin("ask_event").await?;
    let (desk, today) = (signed.officer.desk, node.today());
    let all = tx.list_event_modes_of_desk(desk).await?;
    let waits = |row: &&EventModeRow| row.begun_by.is_none() && row.asked_on == today;
    if all.iter().any(|row| is_live(row, node.clock.now_s())) || all.iter().any(|r| waits(&r)) {
        return Err(Refusal::changed());
    }
    let id = EventModeId::random(node.dice.as_ref());
    tx.insert_event_mode(&EventModeRow {
        id,
        desk_id: desk,
        reason: reason.to_owned(),
        asked_by: signed.officer.id,
        asked_on: today,
        hours,
        begun_by: None,
        begun_s: None,
        ends_s: None,
    })
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// Another officer of the desk begins what was asked for today; oversight and the desk are told.
///
/// # Errors
/// Not allowed as the gate decides, and for who asked; not found; changed when it was begun.
pub async fn begin_event(node: &Node, signed: &Signed, id: EventModeId) -> Result<(), Refusal> {
    may_open(node, signed)?;
    let mut tx = node.begin("begin_event").await?;
    let desk = signed.officer.desk;
    let all = tx.list_event_modes_of_desk(desk).await?;
    let row = all.iter().find(|row| row.id == id && row.asked_on == node.today());
    let row = row.ok_or_else(Refusal::not_found)?;
    if row.asked_by == signed.officer.id {
        return Err(Refusal::new(crate::RefusalKind::NotAllowed, "event-second-officer"));
    }
    let now_s = node.clock.now_s();
    let ends_s = now_s + row.hours.clamp(1, HOURS_MAX) * 3_600;
    if !tx.begin_event_mode(id, (signed.officer.id, now_s, ends_s)).await? {
        return Err(Refusal::changed());
    }
    let alarm = Alarm {
        code: AlarmCode::EventMode,
        desk: Some(desk),
        officer: Some(signed.officer.id),
        thing: Some((Kind::Desk, *desk.bytes())),
        told: None,
        note: &row.reason,
    };
    raise_alarm(node, &mut tx, &alarm).await?;
    tx.commit().await?;
    Ok(())
}

/// Any officer of the desk ends it before its time.
///
/// # Errors
/// Not allowed as the gate decides; not found; changed when it is over.
pub async fn end_event(node: &Node, signed: &Signed, id: EventModeId) -> Result<(), Refusal> {
    may_open(node, signed)?;
    let mut tx = node.begin("end_event").await?;
    let all = tx.list_event_modes_of_desk(signed.officer.desk).await?;
    if !all.iter().any(|row| row.id == id) {
        return Err(Refusal::not_found());
    }
    if !tx.end_event_mode(id, node.clock.now_s()).await? {
        return Err(Refusal::changed());
    }
    tx.commit().await?;
    Ok(())
}

fn may_open(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let id = *officer.desk.bytes();
    let thing = Thing::standing(Kind::Desk, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::DeskEvent, &thing)?;
    if warrant.spend(Action::DeskEvent, &id, node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
