//! The reporter writes again with the code, also after the hint became a case.

use crate::come_back::{hint_of, id_or_none, keys_of};
use crate::receive_hint::{SentFile, blocking, check_files, happened, seal_files};
use crate::sent_once::sending_of_message;
use crate::{Node, Refusal};
use guard::receipts::{ReceiptKeys, id_of_sending};
use guard::seal::Place;
use lexicon::ids::MessageId;
use protection::attachment::Accepted;
use protection::hint::check_message;
use std::sync::Arc;
use store::events::EventRow;
use store::{Author, HintRow, MessageRow, Tx};

/// Seals a further message, and files, to those who hold the dialogue. A code that does not exist
/// is not told apart: the answer says that the message arrived if the code is right.
///
/// # Errors
/// A complaint for each field that must be changed; busy after an honest wait.
pub async fn write_again(
    node: &Node,
    code: &str,
    text: &str,
    files: Vec<SentFile>,
) -> Result<(), Refusal> {
    write_again_once(node, "", code, text, files).await
}

/// The same for a form with a number: sent twice, it is one message.
///
/// # Errors
/// As [`write_again`].
pub async fn write_again_once(
    node: &Node,
    once: &str,
    code: &str,
    text: &str,
    files: Vec<SentFile>,
) -> Result<(), Refusal> {
    let message = match sending_of_message(once, code, text, &files) {
        Some(sending) => MessageId::from_bytes(id_of_sending(&node.keys.pepper, &sending)),
        None => MessageId::random(node.dice.as_ref()),
    };
    let checked = check_message(text, !files.is_empty()).map_err(Refusal::fields);
    let (text, files) = (checked?, check_files(files).await?);
    let keys = keys_of(node, code).await?;
    let mut tx = node.begin("write_again").await?;
    match hint_of(&mut tx, &keys).await? {
        Some(hint) => keep(node, &mut tx, (&keys, &hint), (message, &text), files).await?,
        None => touch_nothing(node, &mut tx).await?,
    }
    tx.commit().await?;
    Ok(())
}

async fn keep(
    node: &Node,
    tx: &mut Tx,
    (keys, hint): (&ReceiptKeys, &HintRow),
    (message, text): (MessageId, &str),
    files: Vec<(SentFile, Accepted)>,
) -> Result<(), Refusal> {
    if tx.has_message(message).await? {
        return Ok(());
    }
    let (id, today) = (hint.head.id, node.today());
    let wrap = hint.receipt_wrap.as_deref().unwrap_or_default();
    let key = keys.dialogue_key(id.bytes(), wrap)?;
    let place = Place::cell("messages", message.bytes(), "sealed", id.bytes());
    let sealed = key.seal(&place, text.as_bytes(), node.dice.as_ref())?.into_bytes();
    tx.insert_message(&MessageRow {
        id: message,
        hint_id: id,
        author: Author::Giver,
        officer_id: None,
        written_on: today,
        sealed,
        is_read: false,
    })
    .await?;
    if !files.is_empty() {
        let first = i64::try_from(tx.list_attachments(id).await?.len()).unwrap_or(0) + 1;
        let dice = Arc::clone(&node.dice);
        let rows = blocking(move || seal_files(files, id, first, &key, dice.as_ref())).await??;
        for row in &rows {
            tx.insert_attachment(row).await?;
        }
    }
    tx.set_hint_news(id, true).await?;
    happened(tx, id.bytes(), today, ("reporter-wrote", ""), None).await?;
    if let Some(case) = hint.head.case_id {
        let event = EventRow {
            on_day: today,
            code: "reporter-wrote".to_owned(),
            detail_code: String::new(),
            officer_id: None,
        };
        tx.insert_event(guard::Kind::Case.id(), case.bytes(), &event).await?;
    }
    Ok(())
}

/// As many statements as a message takes, none of which touches a row.
async fn touch_nothing(node: &Node, tx: &mut Tx) -> Result<(), Refusal> {
    let nobody = id_or_none(node, None);
    tx.has_message(MessageId::random(node.dice.as_ref())).await?;
    tx.mark_messages_read(nobody, Author::Desk).await?;
    tx.set_hint_news(nobody, true).await?;
    tx.mark_messages_read(nobody, Author::Giver).await?;
    Ok(())
}
