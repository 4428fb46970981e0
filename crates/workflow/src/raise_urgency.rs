//! An officer raises the urgency of a hint with a reason, or takes the hint. Nothing lowers it.

use crate::list_hints::urgency_of;
use crate::open_hint::{find_head, thing_of};
use crate::receive_hint::happened;
use crate::rules::routing_in_force;
use crate::{Node, Refusal, Signed};
use guard::Action;
use lexicon::ids::HintId;
use protection::triage::{self, RaiseReason, Urgency};

/// # Errors
/// A complaint on the field `level` when it is not higher; changed when another officer was
/// faster than `version`; not allowed as the gate decides.
pub async fn raise_urgency(
    node: &Node,
    signed: &Signed,
    (hint, version): (HintId, i64),
    (to, reason): (Urgency, RaiseReason),
) -> Result<(), Refusal> {
    let mut tx = node.begin("raise_urgency").await?;
    let mut head = find_head(node, &mut tx, signed, hint).await?;
    let warrant = node.warrant(signed, Action::HintTriage, &thing_of(&head, signed))?;
    if !warrant.spend(Action::HintTriage, hint.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let raised =
        triage::raise(urgency_of(&head), to).map_err(|said| Refusal::field("level", said))?;
    let routing = routing_in_force(node, &mut tx).await?;
    head.urgency = raised.rank();
    head.due_on = triage::due_on(head.due_on, node.today(), raised, &routing);
    head.version = version;
    if !tx.update_hint(&head).await? {
        return Err(Refusal::changed());
    }
    let officer = Some(signed.officer.id);
    let detail = format!("{} {}", raised.id(), reason.id());
    happened(&mut tx, hint.bytes(), node.today(), ("raised", &detail), officer).await?;
    tx.commit().await?;
    Ok(())
}

/// The officer takes the hint.
///
/// # Errors
/// As [`raise_urgency`].
pub async fn take_on_hint(
    node: &Node,
    signed: &Signed,
    (hint, version): (HintId, i64),
) -> Result<(), Refusal> {
    let mut tx = node.begin("take_on_hint").await?;
    let mut head = find_head(node, &mut tx, signed, hint).await?;
    let warrant = node.warrant(signed, Action::HintTriage, &thing_of(&head, signed))?;
    if !warrant.spend(Action::HintTriage, hint.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    head.assigned_officer = Some(signed.officer.id);
    head.version = version;
    if !tx.update_hint(&head).await? {
        return Err(Refusal::changed());
    }
    let officer = Some(signed.officer.id);
    happened(&mut tx, hint.bytes(), node.today(), ("assigned", ""), officer).await?;
    tx.commit().await?;
    Ok(())
}
