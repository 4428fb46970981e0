//! An officer opens a hint: warrant first, then the leaf, then the commit, then sight.

use crate::list_hints::urgency_of;
use crate::receive_hint::happened;
use crate::rules::routing_of;
use crate::sealing::{data_key, ledger_keys};
use crate::{Node, Refusal, Signed};
use guard::seal::{DataKey, Place, Sealed};
use guard::{Action, AfterCommit, Kind, Opened, Opening, Reason, Thing};
use lexicon::Day;
use lexicon::ids::{AttachmentId, CaseId, DeskId, HintId};
use protection::attachment;
use protection::hint::{Channel, HintAnswers};
use protection::routing::Routing;
use protection::triage::{Urgency, late_days};
use std::sync::Arc;
use store::events::EventRow;
use store::{AttachmentHead, Author, HintHead, HintRow, MessageRow, Tx};

/// One message of the dialogue.
pub struct Message {
    pub is_from_reporter: bool,
    /// An officer's answer that the reporter has put away.
    pub is_read: bool,
    pub written_on: Day,
    pub text: Opened,
}

/// One file.
pub struct File {
    pub id: AttachmentId,
    pub kind: attachment::Kind,
    pub byte_count: i64,
    pub has_copy: bool,
    pub name: Opened,
}

/// A hint that was opened, with what explains it.
pub struct OpenedHint {
    pub id: HintId,
    pub alias: String,
    pub state: String,
    pub urgency: Urgency,
    pub received_on: Day,
    pub due_on: Day,
    pub late_days: i64,
    pub channel: Channel,
    /// Language of the page on which it was written.
    pub language: String,
    pub text: Opened,
    /// What was stated; its `text` is empty.
    pub answers: HintAnswers,
    pub messages: Vec<Message>,
    pub files: Vec<File>,
    pub events: Vec<EventRow>,
    /// The rules under which it came.
    pub routing: Arc<Routing>,
    pub case: Option<CaseId>,
    pub is_yours: bool,
    pub version: i64,
    /// Desks it may be handed over to: id, name, kind.
    pub desks: Vec<(DeskId, String, String)>,
    pub can: Can,
}

/// What the gate lets the officer do next.
#[derive(Clone, Copy, Debug)]
pub struct Can {
    pub answer: bool,
    pub triage: bool,
    pub hand_over: bool,
    pub open_case: bool,
    pub screen: bool,
    pub erase: bool,
}

/// Opens a hint. The first opening by an officer on a day is a leaf of the ledger.
///
/// # Errors
/// Not found, also for a hint of another desk; nothing is shown when the leaf cannot be kept.
pub async fn open_hint(node: &Node, signed: &Signed, id: HintId) -> Result<OpenedHint, Refusal> {
    let mut tx = node.begin("open_hint").await?;
    let row = tx.find_hint(id).await?.filter(|row| is_for(node, signed, &row.head));
    let row = row.ok_or_else(Refusal::not_found)?;
    let opening = opening(node, signed, &mut tx, &row.head).await?;
    let keys = Keys::of(&mut tx, signed, id).await?;
    let messages = tx.list_messages(id).await?;
    let files = tx.list_attachments(id).await?;
    let closed = Closed::unseal(&opening, &keys, &row, &messages, &files)?;
    let head = note_reading(node, signed, &mut tx, row.head).await?;
    let events = tx.list_events(Kind::Hint.id(), id.bytes()).await?;
    let routing = routing_of(node, &mut tx, &head.rule_id).await?;
    let desks = receiving_desks(&mut tx, signed).await?;
    tx.commit().await?;
    closed.show(node, signed, head, (events, routing, desks))
}

/// The cleaned copy of a file, and what it is.
///
/// # Errors
/// As [`open_hint`]; not found for a file that is sealed only.
pub async fn open_file(
    node: &Node,
    signed: &Signed,
    (hint, file): (HintId, AttachmentId),
) -> Result<(attachment::Kind, Opened), Refusal> {
    let mut tx = node.begin("open_file").await?;
    let head = find_head(node, &mut tx, signed, hint).await?;
    let opening = opening(node, signed, &mut tx, &head).await?;
    let keys = Keys::of(&mut tx, signed, hint).await?;
    let row = tx.find_attachment(file).await?.filter(|row| row.head.hint_id == hint);
    let row = row.ok_or_else(Refusal::not_found)?;
    let kind = attachment::Kind::parse(&row.head.kind).ok_or_else(Refusal::not_found)?;
    let copy = row.sealed_copy.ok_or_else(Refusal::not_found)?;
    let place = Place::cell("attachments", file.bytes(), "sealed_copy", hint.bytes());
    let copy = keys.unseal_file(&opening, &place, copy)?;
    tx.commit().await?;
    Ok((kind, copy.take()?))
}

/// The head of a hint that the officer works with. Any other is as if there were none, so that
/// nobody learns by trying which ids exist.
pub(crate) async fn find_head(
    node: &Node,
    tx: &mut Tx,
    signed: &Signed,
    id: HintId,
) -> Result<HintHead, Refusal> {
    let head = tx.find_hint_head(id).await?.filter(|head| is_for(node, signed, head));
    head.ok_or_else(Refusal::not_found)
}

/// Whether the gate lets the officer open the hint, or hand over what was taken at the counter.
fn is_for(node: &Node, signed: &Signed, head: &HintHead) -> bool {
    let thing = thing_of(head, signed);
    let may = |action| node.gate.allows(&signed.officer, action, &thing);
    may(Action::HintOpen) || may(Action::HintHandOver)
}

/// A hint as the gate sees it.
pub(crate) fn thing_of(head: &HintHead, signed: &Signed) -> Thing {
    Thing {
        kind: Kind::Hint,
        id: *head.id.bytes(),
        desk: head.desk_id,
        sphere: head.sphere,
        state: head.state.clone(),
        is_assigned: head.assigned_officer == Some(signed.officer.id),
    }
}

async fn opening(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    head: &HintHead,
) -> Result<Opening, Refusal> {
    let warrant = node.warrant(signed, Action::HintOpen, &thing_of(head, signed))?;
    let keys = ledger_keys(tx, head.desk_id).await?;
    let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
    Ok(guard::open(warrant, &Reason::desk_work(), &keys, tx, clock, dice)?)
}

/// Both keys of a hint: of what was said first, and of the dialogue.
struct Keys {
    content: DataKey,
    dialogue: DataKey,
}

impl Keys {
    async fn of(tx: &mut Tx, signed: &Signed, id: HintId) -> Result<Self, Refusal> {
        Ok(Self {
            content: data_key(tx, signed, (Kind::Hint, id.bytes(), "content")).await?,
            dialogue: data_key(tx, signed, (Kind::Hint, id.bytes(), "dialogue")).await?,
        })
    }

    /// A file that came with the hint is under the content key, a later one under the dialogue's.
    fn unseal_file(
        &self,
        opening: &Opening,
        place: &Place<'_>,
        sealed: Vec<u8>,
    ) -> Result<AfterCommit<Opened>, Refusal> {
        let sealed = Sealed::from_bytes(sealed);
        let first = opening.unseal(&self.content, place, &sealed);
        Ok(first.or_else(|_| opening.unseal(&self.dialogue, place, &sealed))?)
    }
}

/// What stands around a hint: timeline, rules in force, desks it may go to.
type Around = (Vec<EventRow>, Arc<Routing>, Vec<(DeskId, String, String)>);

/// What was unsealed and is not yet seen, because the transaction has not committed.
struct Closed {
    text: AfterCommit<Opened>,
    answers: AfterCommit<Opened>,
    messages: Vec<(bool, bool, Day, AfterCommit<Opened>)>,
    files: Vec<(AttachmentHead, AfterCommit<Opened>)>,
}

impl Closed {
    fn unseal(
        opening: &Opening,
        keys: &Keys,
        row: &HintRow,
        messages: &[MessageRow],
        files: &[AttachmentHead],
    ) -> Result<Self, Refusal> {
        let id = row.head.id;
        let cell = |column, sealed: &[u8]| {
            let place = Place::cell("hints", id.bytes(), column, id.bytes());
            opening.unseal(&keys.content, &place, &Sealed::from_bytes(sealed.to_vec()))
        };
        let mut unsealed = Vec::with_capacity(messages.len());
        for message in messages {
            let place = Place::cell("messages", message.id.bytes(), "sealed", id.bytes());
            let sealed = Sealed::from_bytes(message.sealed.clone());
            let text = opening.unseal(&keys.dialogue, &place, &sealed)?;
            let is_giver = message.author == Author::Giver;
            unsealed.push((is_giver, message.is_read, message.written_on, text));
        }
        let mut named = Vec::with_capacity(files.len());
        for file in files {
            let place = Place::cell("attachments", file.id.bytes(), "sealed_name", id.bytes());
            let name = keys.unseal_file(opening, &place, file.sealed_name.clone())?;
            named.push((file.clone(), name));
        }
        Ok(Self {
            text: cell("sealed_text", &row.sealed_text)?,
            answers: cell("sealed_answers", &row.sealed_answers)?,
            messages: unsealed,
            files: named,
        })
    }

    fn show(
        self,
        node: &Node,
        signed: &Signed,
        head: HintHead,
        (events, routing, desks): Around,
    ) -> Result<OpenedHint, Refusal> {
        let answers = serde_json::from_slice(self.answers.take()?.show_bytes())
            .map_err(|error| Refusal::fault(error.to_string()))?;
        let mut messages = Vec::with_capacity(self.messages.len());
        for (is_from_reporter, is_read, written_on, text) in self.messages {
            messages.push(Message { is_from_reporter, is_read, written_on, text: text.take()? });
        }
        Ok(OpenedHint {
            id: head.id,
            alias: head.alias.clone(),
            urgency: urgency_of(&head),
            received_on: head.received_on,
            due_on: head.due_on,
            late_days: late_days(head.due_on, node.today()),
            channel: Channel::parse(&head.channel).unwrap_or(Channel::Web),
            language: head.language.clone(),
            text: self.text.take()?,
            answers,
            messages,
            files: show_files(self.files)?,
            events,
            routing,
            case: head.case_id,
            is_yours: head.assigned_officer == Some(signed.officer.id),
            version: head.version,
            desks,
            can: Can::of(node, signed, &head),
            state: head.state,
        })
    }
}

fn show_files(files: Vec<(AttachmentHead, AfterCommit<Opened>)>) -> Result<Vec<File>, Refusal> {
    let shown = files.into_iter().map(|(file, name)| {
        Ok(File {
            id: file.id,
            kind: attachment::Kind::parse(&file.kind).unwrap_or(attachment::Kind::Pdf),
            byte_count: file.byte_count,
            has_copy: file.has_copy,
            name: name.take()?,
        })
    });
    shown.collect()
}

impl Can {
    fn of(node: &Node, signed: &Signed, head: &HintHead) -> Self {
        let officer = &signed.officer;
        let may = |action| node.gate.allows(officer, action, &thing_of(head, signed));
        let make = |action: Action, kind| {
            let thing = Thing::to_be_made(kind, [0; 16], officer.desk, officer.sphere());
            node.gate.allows(officer, action, &thing)
        };
        Self {
            answer: may(Action::HintAnswer),
            triage: may(Action::HintTriage),
            hand_over: may(Action::HintHandOver),
            open_case: head.case_id.is_none() && make(Action::CaseCreate, Kind::Case),
            screen: make(Action::ScreeningStart, Kind::Screening),
            erase: may(Action::HintErase),
        }
    }
}

/// The first sight makes a new hint a read one; news of the reporter are news no longer.
async fn note_reading(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    mut head: HintHead,
) -> Result<HintHead, Refusal> {
    tx.mark_messages_read(head.id, Author::Giver).await?;
    let is_first = matches!(head.state.as_str(), "new" | "handed-over");
    if is_first {
        head.state = "triaged".to_owned();
        let officer = Some(signed.officer.id);
        happened(tx, head.id.bytes(), node.today(), ("opened", ""), officer).await?;
    }
    if is_first || head.has_news {
        head.has_news = false;
        if !tx.update_hint(&head).await? {
            return Err(Refusal::changed());
        }
        head.version += 1;
    }
    Ok(head)
}

async fn receiving_desks(
    tx: &mut Tx,
    signed: &Signed,
) -> Result<Vec<(DeskId, String, String)>, Refusal> {
    let desks = tx.list_desks().await?;
    let may_receive = desks.into_iter().filter(|desk| {
        desk.id != signed.officer.desk
            && desk.state == "active"
            && protection::routing::DESK_KINDS.contains(&desk.kind.as_str())
    });
    Ok(may_receive.map(|desk| (desk.id, desk.name, desk.kind)).collect())
}
