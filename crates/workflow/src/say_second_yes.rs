//! A colleague's yes to opening a person the officer is not assigned to: asked and given on a page,
//! for one person and one day. Two officers who keep saying yes to each other raise an alarm.

use crate::open_identity::{REASONS, find};
use crate::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use crate::sealing::ledger_keys;
use crate::view_ledger::Names;
use crate::{Node, Refusal, Signed};
use guard::gate::Circumstances;
use guard::{Action, Event, Kind, Leaf, Thing};
use lexicon::Phrase;
use lexicon::ids::{PersonId, YesId};
use store::Tx;
use store::second_yeses::YesRow;

/// What the ledger tells of an answer.
pub const STEPS: [&str; 2] = ["second-yes", "second-no"];
/// Days that are looked back upon.
pub const PAIR_DAYS: i64 = 14;
/// So often each way, and two officers say yes to each other.
pub const PAIR_YESES: i64 = 2;
/// So often one way, whatever comes back.
pub const ONE_WAY_YESES: i64 = 6;

/// One question of a colleague.
#[derive(Clone, Debug)]
pub struct Question {
    pub id: YesId,
    pub asked_by: String,
    pub alias: String,
    pub reason: String,
}

/// Asks for a yes, once a day and person.
///
/// # Errors
/// Not found, also for a person of another desk; not allowed as the gate decides; a complaint on
/// `reason`; changed when it was asked today already.
pub async fn ask_second_yes(
    node: &Node,
    signed: &Signed,
    (person, reason): (PersonId, &str),
) -> Result<(), Refusal> {
    let mut tx = node.begin("ask_second_yes").await?;
    let (row, thing, _) = find(&mut tx, signed, person).await?;
    // Only who may open with a reason asks for a yes to it.
    let around = Circumstances { has_reason: true, is_fresh: true };
    let clock = node.clock.as_ref();
    let asked = node.gate.decide_in(&signed.officer, Action::PersonOpen, &thing, around, clock);
    asked.map_err(|denial| Refusal { said: denial.phrase(), ..Refusal::not_allowed() })?;
    let known = REASONS.into_iter().find(|known| *known == reason);
    let reason =
        known.ok_or_else(|| Refusal::field("reason", Phrase::new("officer-reason-missing")))?;
    let row = YesRow {
        id: YesId::random(node.dice.as_ref()),
        desk_id: row.desk_id,
        person_id: person,
        asked_by: signed.officer.id,
        on_day: node.today(),
        reason: reason.to_owned(),
        state: "asked".to_owned(),
        said_by: None,
    };
    if !tx.insert_yes(&row).await? {
        return Err(Refusal::changed());
    }
    tx.commit().await?;
    Ok(())
}

/// What colleagues of the desk ask today.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn asked_of_me(node: &Node, signed: &Signed) -> Result<Vec<Question>, Refusal> {
    if !may_answer(node, signed) {
        return Err(Refusal::not_allowed());
    }
    let mut tx = node.read("asked_of_me").await?;
    let names = Names::read(&mut tx).await?;
    let mut all = Vec::new();
    let officer = &signed.officer;
    for row in tx.list_asked((officer.desk, officer.id), node.today()).await? {
        let alias = tx.find_person(row.person_id).await?.map(|person| person.alias);
        all.push(Question {
            id: row.id,
            asked_by: names.officer(Some(row.asked_by)),
            alias: alias.unwrap_or_default(),
            reason: row.reason,
        });
    }
    Ok(all)
}

/// How many questions wait for this officer; 0 for who may not answer.
///
/// # Errors
/// The store's refusal.
pub async fn waiting_questions(node: &Node, signed: &Signed) -> Result<usize, Refusal> {
    if signed.is_waiting() || !may_answer(node, signed) {
        return Ok(0);
    }
    let mut tx = node.read("waiting_questions").await?;
    Ok(tx.list_asked((signed.officer.desk, signed.officer.id), node.today()).await?.len())
}

/// Answers a colleague. A yes is a leaf, and so is a no.
///
/// # Errors
/// Not found for a question of another desk, of another day, or one's own; not allowed as the gate
/// decides; changed when somebody answered before.
pub async fn say_second_yes(
    node: &Node,
    signed: &Signed,
    (id, is_yes): (YesId, bool),
) -> Result<(), Refusal> {
    let mut tx = node.begin("say_second_yes").await?;
    let officer = &signed.officer;
    let row = tx.find_yes(id).await?.filter(|row| {
        row.desk_id == officer.desk && row.on_day == node.today() && row.asked_by != officer.id
    });
    let row = row.ok_or_else(Refusal::not_found)?;
    let (_, thing, _) = find(&mut tx, signed, row.person_id).await?;
    let warrant = node.warrant(signed, Action::PersonSecondYes, &thing)?;
    if !warrant.spend(Action::PersonSecondYes, row.person_id.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let state = if is_yes { "yes" } else { "no" };
    if !tx.answer_yes(id, (state, officer.id)).await? {
        return Err(Refusal::changed());
    }
    leaf(node, signed, &mut tx, (&row, state)).await?;
    if is_yes {
        watch_pair(node, signed, &mut tx, &row).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn leaf(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (row, state): (&YesRow, &str),
) -> Result<(), Refusal> {
    let event = Event {
        day: node.today(),
        action: Action::PersonSecondYes.id().to_owned(),
        officer: Some(signed.officer.id),
        desk: Some(signed.officer.desk),
        thing_kind: Kind::Person.id().to_owned(),
        thing: row.person_id.to_string(),
        reason: format!("second-{state}"),
        note: String::new(),
    };
    let keys = ledger_keys(tx, row.desk_id).await?;
    guard::Book::append(tx, Leaf::seal(&event, &keys, node.dice.as_ref())?);
    Ok(())
}

/// A yes that always comes is none.
async fn watch_pair(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    row: &YesRow,
) -> Result<(), Refusal> {
    let from = node.today().plus_days(-PAIR_DAYS);
    let (said, asked) = (signed.officer.id, row.asked_by);
    let given = tx.count_yeses((said, asked), from).await?;
    let returned = tx.count_yeses((asked, said), from).await?;
    if (given >= PAIR_YESES && returned >= PAIR_YESES) || given >= ONE_WAY_YESES {
        let alarm = Alarm {
            code: AlarmCode::FriendsApprove,
            desk: Some(row.desk_id),
            officer: Some(said),
            thing: Some((Kind::Person, *row.person_id.bytes())),
            told: None,
            note: "",
        };
        raise_alarm(node, tx, &alarm).await?;
    }
    Ok(())
}

fn may_answer(node: &Node, signed: &Signed) -> bool {
    let officer = &signed.officer;
    let thing = Thing::to_be_made(Kind::Person, [0; 16], officer.desk, officer.sphere());
    node.gate.allows(officer, Action::PersonSecondYes, &thing)
}
