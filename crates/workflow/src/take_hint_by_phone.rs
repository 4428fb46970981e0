//! An operator takes a hint down for somebody on the phone or at the counter; the person gets a
//! code and can come back with it like everybody else.

use crate::receive_hint::{Operator, Received, SentHint, take};
use crate::{Node, Refusal, Signed};
use guard::{Action, Kind, Thing};
use lexicon::ids::HintId;
use protection::hint::Channel;

/// # Errors
/// Not allowed as the gate decides; otherwise as [`crate::receive_hint::receive_hint`].
pub async fn take_hint_by_phone(
    node: &Node,
    signed: &Signed,
    sent: SentHint,
) -> Result<Received, Refusal> {
    if !matches!(sent.channel, Channel::Phone | Channel::WalkIn) {
        return Err(Refusal::fault("an operator takes hints by phone or at the counter"));
    }
    let officer = &signed.officer;
    // The hint's own id is drawn when it is sealed; this warrant is for making one, not for it.
    let id = *HintId::random(node.dice.as_ref()).bytes();
    let thing = Thing::to_be_made(Kind::Hint, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::HintCreate, &thing)?;
    if !warrant.spend(Action::HintCreate, &id, node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    // A desk that never reads back hands over at once: the hint is sealed to the routed desk.
    let reads = node.gate.allows(officer, Action::HintOpen, &thing);
    let operator = Operator { officer: officer.id, desk: reads.then_some(officer.desk) };
    take(node, sent, Some(operator)).await
}
