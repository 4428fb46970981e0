//! What the guards of openings show in the demonstration: an emergency that waits for its review,
//! an event mode that is over, a person who does not exist and was opened, and so some alarms.

use super::people::Seat;
use guard::{DeskKind, Role};
use lexicon::ids::PersonId;
use protection::person::Identity;
use serde::Deserialize;
use workflow::break_glass::break_glass;
use workflow::event_mode::{ask_event, begin_event, end_event};
use workflow::list_cases::{WantedCases, list_cases};
use workflow::make_canary::{NewCanary, make_canary};
use workflow::open_identity::open_identity;
use workflow::see_case::see_case;
use workflow::{Node, Refusal, Signed};

#[derive(Deserialize)]
struct Words {
    emergency: String,
    canary_name: String,
    canary_story: String,
    opened: String,
}

/// # Errors
/// A verb's refusal: the content does not fit the house.
pub async fn show(node: &Node, seats: &[Seat]) -> Result<(), Refusal> {
    let words: Words = toml::from_str(include_str!("guards.toml"))
        .map_err(|why| Refusal::fault(why.to_string()))?;
    let at = |kind: DeskKind, role: Role| {
        let seat = seats.iter().find(|seat| seat.kind() == kind && seat.role() == role);
        seat.map(|seat| Signed { proved_s: node.clock.now_s(), ..seat.signed.clone() })
    };
    let child = DeskKind::ChildProtection;
    let all = (at(child, Role::Caseworker), at(child, Role::Triage));
    let (Some(owner), Some(colleague)) = all else { return Ok(()) };
    let event = ask_event(node, &owner, ("rescue", 4)).await?;
    begin_event(node, &colleague, event).await?;
    end_event(node, &colleague, event).await?;
    if let Some(person) = first_person(node, &owner).await? {
        break_glass(node, &colleague, person, &words.emergency).await?;
    }
    let Some(overseer) = at(DeskKind::Oversight, Role::Oversight) else { return Ok(()) };
    let identity = Identity { name: words.canary_name, ..Identity::default() };
    let new = NewCanary { desk: owner.officer.desk, identity, story: words.canary_story };
    let canary = make_canary(node, &overseer, &new).await?;
    open_identity(node, &owner, canary, ("danger", &words.opened)).await.map(drop)
}

/// Somebody in a case of the officer.
async fn first_person(node: &Node, owner: &Signed) -> Result<Option<PersonId>, Refusal> {
    let cases = list_cases(node, owner, WantedCases::default()).await?;
    for line in cases.lines.iter().filter(|line| line.is_assigned) {
        if let Some(person) = see_case(node, owner, line.id).await?.persons.first() {
            return Ok(Some(person.id));
        }
    }
    Ok(None)
}
