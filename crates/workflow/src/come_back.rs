//! The reporter comes back with the code and reads the answers of the desk.
//!
//! A code that does not exist and a code with nothing new are equal by construction: the same
//! slow hash, the same statements, the same answer. What the reporter wrote is never shown.

use crate::receive_hint::stretch;
use crate::{Node, Refusal};
use guard::Opened;
use guard::receipts::{Receipt, ReceiptKeys};
use guard::seal::{Place, Sealed};
use lexicon::Day;
use lexicon::ids::HintId;
use store::{Author, HintRow, MessageRow, Tx};

/// One answer of the desk.
pub struct Answer {
    pub written_on: Day,
    pub text: Opened,
}

/// Answers that the reporter has not yet put away, the oldest first; empty for a code that does
/// not exist.
pub async fn come_back(node: &Node, code: &str) -> Result<Vec<Answer>, Refusal> {
    let keys = keys_of(node, code).await?;
    let mut tx = node.read("come_back").await?;
    let hint = tx.find_hint_by_receipt(&keys.lookup).await?;
    let messages = tx.list_messages(id_or_none(node, hint.as_ref())).await?;
    drop(tx);
    let unread: Vec<&MessageRow> =
        messages.iter().filter(|m| m.author == Author::Desk && !m.is_read).collect();
    match hint {
        Some(hint) => open(&keys, &hint, &unread),
        None => Ok(Vec::new()),
    }
}

/// The reporter has read the answers: they are not shown again.
///
/// # Errors
/// As [`come_back`]; a code that does not exist changes nothing and is not told apart.
pub async fn put_answers_away(node: &Node, code: &str) -> Result<(), Refusal> {
    let keys = keys_of(node, code).await?;
    let mut tx = node.begin("put_answers_away").await?;
    let hint = tx.find_hint_by_receipt(&keys.lookup).await?;
    tx.mark_messages_read(id_or_none(node, hint.as_ref()), Author::Desk).await?;
    tx.commit().await?;
    Ok(())
}

/// Reads a code and stretches it.
///
/// # Errors
/// A complaint on the field `code` when it can be seen without looking anything up that it is
/// none; busy after an honest wait.
pub(crate) async fn keys_of(node: &Node, code: &str) -> Result<ReceiptKeys, Refusal> {
    let receipt = Receipt::parse(code).map_err(|fault| Refusal::field("code", fault.phrase()))?;
    stretch(node, &receipt).await
}

/// The hint's id, or one that no hint has, so that the same statements run either way.
pub(crate) fn id_or_none(node: &Node, hint: Option<&HintRow>) -> HintId {
    hint.map_or_else(|| HintId::random(node.dice.as_ref()), |row| row.head.id)
}

fn open(
    keys: &ReceiptKeys,
    hint: &HintRow,
    messages: &[&MessageRow],
) -> Result<Vec<Answer>, Refusal> {
    let id = hint.head.id;
    let wrap = hint.receipt_wrap.as_deref().unwrap_or_default();
    let key = keys.dialogue_key(id.bytes(), wrap)?;
    let answers = messages.iter().map(|message| {
        let place = Place::cell("messages", message.id.bytes(), "sealed", id.bytes());
        let sealed = Sealed::from_bytes(message.sealed.clone());
        let text = keys.open_message(&key, &place, &sealed)?;
        Ok(Answer { written_on: message.written_on, text })
    });
    answers.collect()
}

/// The hint of stretched keys, for verbs that write.
pub(crate) async fn hint_of(tx: &mut Tx, keys: &ReceiptKeys) -> Result<Option<HintRow>, Refusal> {
    Ok(tx.find_hint_by_receipt(&keys.lookup).await?)
}
