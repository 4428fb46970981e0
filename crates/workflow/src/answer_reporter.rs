//! A desk answers the reporter. The answer is sealed under the dialogue key, which the reporter's
//! code opens.

use crate::open_hint::{find_head, thing_of};
use crate::receive_hint::happened;
use crate::sealing::data_key;
use crate::{Node, Refusal, Signed};
use guard::seal::Place;
use guard::{Action, Kind};
use lexicon::ids::{HintId, MessageId};
use protection::hint::check_message;
use store::{Author, MessageRow};

/// # Errors
/// A complaint on the field `text`; not found or not allowed as the gate decides.
pub async fn answer_reporter(
    node: &Node,
    signed: &Signed,
    hint: HintId,
    text: &str,
) -> Result<(), Refusal> {
    let text = check_message(text, false).map_err(Refusal::fields)?;
    let mut tx = node.begin("answer_reporter").await?;
    let head = find_head(node, &mut tx, signed, hint).await?;
    let warrant = node.warrant(signed, Action::HintAnswer, &thing_of(&head, signed))?;
    let key = data_key(&mut tx, signed, (Kind::Hint, hint.bytes(), "dialogue")).await?;
    if !warrant.spend(Action::HintAnswer, hint.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let id = MessageId::random(node.dice.as_ref());
    let place = Place::cell("messages", id.bytes(), "sealed", hint.bytes());
    let sealed = key.seal(&place, text.as_bytes(), node.dice.as_ref())?.into_bytes();
    let officer = signed.officer.id;
    tx.insert_message(&MessageRow {
        id,
        hint_id: hint,
        author: Author::Desk,
        officer_id: Some(officer),
        written_on: node.today(),
        sealed,
        is_read: false,
    })
    .await?;
    happened(&mut tx, hint.bytes(), node.today(), ("answered", ""), Some(officer)).await?;
    tx.commit().await?;
    Ok(())
}
