//! The oversight body reviews emergency openings: within three days whoever of it comes first,
//! afterwards its head alone.

use crate::answer_alarm::may_review;
use crate::raise_alarm::{Alarm, AlarmCode, OF_LEDGER, raise_alarm};
use crate::sealing::ledger_keys;
use crate::view_ledger::Names;
use crate::{Node, Refusal, Signed};
use guard::{Action, Event, Kind, Leaf, Thing};
use lexicon::ids::BreakGlassId;
use lexicon::{Day, Phrase};
use store::break_glasses::BreakGlassRow;

/// What a review finds.
pub const VERDICTS: [&str; 2] = ["justified", "not-justified"];
/// What the ledger tells of a review.
pub const STEPS: [&str; 2] = ["emergency-justified", "emergency-not-justified"];

/// One emergency opening that waits.
#[derive(Clone, Debug)]
pub struct Review {
    pub id: BreakGlassId,
    pub day: Day,
    pub due_on: Day,
    pub officer: String,
    pub desk: String,
    pub alias: String,
    pub is_late: bool,
    /// The officer who looks may review it.
    pub is_yours: bool,
}

/// Everything that waits for its review, the oldest first.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn waiting_reviews(node: &Node, signed: &Signed) -> Result<Vec<Review>, Refusal> {
    may_review(node, signed)?;
    let mut tx = node.read("waiting_reviews").await?;
    let names = Names::read(&mut tx).await?;
    let mut all = Vec::new();
    for row in tx.list_unreviewed().await? {
        let alias = tx.find_person(row.person_id).await?.map(|person| person.alias);
        let is_late = is_late(&row, node.today());
        all.push(Review {
            id: row.id,
            day: row.on_day,
            due_on: row.due_on,
            officer: names.officer(Some(row.officer_id)),
            desk: names.desk(Some(row.desk_id)),
            alias: alias.unwrap_or_default(),
            is_late,
            is_yours: !is_late || may_review_late(node, signed),
        });
    }
    Ok(all)
}

/// Reviews one emergency opening, with words that only the oversight body and the owning desk can
/// read.
///
/// # Errors
/// Not allowed as the gate decides, or for anybody but the head once it is late; not found; changed
/// when it was reviewed meanwhile; a complaint on `note` or `verdict`.
pub async fn review_break_glass(
    node: &Node,
    signed: &Signed,
    (id, verdict, note): (BreakGlassId, &str, &str),
) -> Result<(), Refusal> {
    may_review(node, signed)?;
    let known = VERDICTS.into_iter().find(|known| *known == verdict);
    let verdict =
        known.ok_or_else(|| Refusal::field("verdict", Phrase::new("emergency-verdict-missing")))?;
    let note = note.trim();
    if note.chars().count() > guard::opening::NOTE_CHARS_MAX {
        return Err(Refusal::field("note", Phrase::new("officer-note-too-long")));
    }
    let mut tx = node.begin("review_break_glass").await?;
    let row = tx.find_break_glass(id).await?.ok_or_else(Refusal::not_found)?;
    if is_late(&row, node.today()) && !may_review_late(node, signed) {
        return Err(Refusal::new(crate::RefusalKind::NotAllowed, "emergency-review-of-head"));
    }
    let by = signed.officer.id;
    if !tx.review_break_glass(id, (verdict, by, node.today())).await? {
        return Err(Refusal::changed());
    }
    let event = Event {
        day: node.today(),
        action: Action::LedgerReview.id().to_owned(),
        officer: Some(by),
        desk: Some(signed.officer.desk),
        thing_kind: Kind::Person.id().to_owned(),
        thing: row.person_id.to_string(),
        reason: format!("emergency-{verdict}"),
        note: note.to_owned(),
    };
    let keys = ledger_keys(&mut tx, row.desk_id).await?;
    guard::Book::append(&mut tx, Leaf::seal(&event, &keys, node.dice.as_ref())?);
    tx.commit().await?;
    Ok(())
}

/// Once a day, while nobody is signed in: what was not reviewed in time goes to the head of the
/// oversight body, with an alarm. The officer's emergency rests by itself from the same day on.
///
/// # Errors
/// The store's refusal.
pub async fn pass_on_late_reviews(node: &Node) -> Result<usize, Refusal> {
    let mut tx = node.begin("pass_on_late_reviews").await?;
    let today = node.today();
    let mut passed = 0;
    for row in tx.list_unreviewed().await? {
        if row.due_on >= today || !tx.mark_review_late(row.id).await? {
            continue;
        }
        let alarm = Alarm {
            code: AlarmCode::ReviewLate,
            desk: Some(row.desk_id),
            officer: Some(row.officer_id),
            thing: Some((Kind::Person, *row.person_id.bytes())),
            told: None,
            note: "",
        };
        raise_alarm(node, &mut tx, &alarm).await?;
        passed += 1;
    }
    tx.commit().await?;
    Ok(passed)
}

fn is_late(row: &BreakGlassRow, today: Day) -> bool {
    row.is_late || row.due_on < today
}

fn may_review_late(node: &Node, signed: &Signed) -> bool {
    let officer = &signed.officer;
    let (kind, id) = OF_LEDGER;
    let thing = Thing::standing(kind, id, officer.desk, officer.sphere());
    node.gate.allows(officer, Action::LedgerReviewLate, &thing)
}
