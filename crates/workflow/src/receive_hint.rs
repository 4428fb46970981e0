//! A stranger tells what happens. Nobody needs to be signed in: urgency and routing are computed
//! in memory, and everything said is sealed to the desk that reads it before it is kept.

use crate::rules::{code_in_force, routing_in_force};
use crate::sealing::{DeskKey, desk_key, ledger_keys};
use crate::sent_once::sending_of_hint;
use crate::sign_set_up::{Covered, covered};
use crate::{Node, Refusal, RefusalKind};
use guard::ledger::{Leaf, LedgerKeys};
use guard::receipts::{Receipt, ReceiptKeys, receive_leaf};
use guard::seal::{DataKey, Place};
use guard::{Book, Kind};
use lexicon::ids::{AttachmentId, DeskId, HintId, OfficerId};
use lexicon::{Complaint, Day, Dice, Language, Phrase, Sphere};
use protection::alias;
use protection::attachment::{self, Accepted, FILES_MAX};
use protection::hint::{Channel, Fact, HintAnswers, HintForm, Stated};
use protection::routing::Routing;
use protection::triage::{self, Urgency};
use sha2::{Digest, Sha256};
use store::events::EventRow;
use store::wraps::WrapRow;
use store::{AttachmentHead, AttachmentRow, HintHead, HintRow, Tx};

/// Draws of an alias before the node gives up, far more than ever needed.
const ALIAS_DRAWS_MAX: u32 = 20;
/// Setting that names the desk which reads hints first, when the country chose one.
pub const INTAKE_DESK: &str = "intake-desk";

/// A file as it was sent.
pub struct SentFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A hint as it was sent.
pub struct SentHint {
    pub form: HintForm,
    pub files: Vec<SentFile>,
    /// Language of the page.
    pub language: Language,
    pub channel: Channel,
    /// The number of the form ([`crate::sent_once::draw_number`]); empty where none was given.
    pub once: String,
}

/// What the reporter is told, once.
pub struct Received {
    pub receipt: Receipt,
    pub urgency: Urgency,
    /// A child is involved, so the law asks that child protection is told.
    pub is_child: bool,
}

/// Takes a hint. The same form sent twice is one hint with one code.
///
/// # Errors
/// [`RefusalKind::Changed`] when the form was sent long ago: its code is not shown again.
/// [`RefusalKind::BadInput`] with a complaint for each field or file that must be changed,
/// [`RefusalKind::Busy`] after an honest wait, [`RefusalKind::NotSetUp`] while nobody has signed on
/// what law hints may be kept; nothing is kept then.
pub async fn receive_hint(node: &Node, sent: SentHint) -> Result<Received, Refusal> {
    take(node, sent, None).await
}

/// Who takes a hint on behalf of somebody.
pub(crate) struct Operator {
    pub officer: OfficerId,
    /// The operator's own desk, when it may read hints.
    pub desk: Option<DeskId>,
}

pub(crate) async fn take(
    node: &Node,
    sent: SentHint,
    operator: Option<Operator>,
) -> Result<Received, Refusal> {
    let (language, channel) = (sent.language, sent.channel);
    let (sent, sending) = blocking(move || {
        let sending = sending_of_hint(&sent);
        (sent, sending)
    })
    .await?;
    let sending = sending?;
    let (answers, files) = check(sent.form, sent.files).await?;
    let mut tx = node.read("receive_hint.rules").await?;
    let covered = covered(node, &mut tx).await?;
    let routing = routing_in_force(node, &mut tx).await?;
    let own = operator.as_ref().and_then(|operator| operator.desk);
    let desk = reading_desk(&mut tx, (&answers, &routing), own, &covered).await?;
    let code = code_in_force(node, &mut tx, &routing.decide(&answers).code()).await?;
    let ledger = ledger_keys(&mut tx, desk.key.id).await?;
    drop(tx);
    let receipt = match sending {
        Some(sending) => Receipt::of_sending(&node.keys.pepper, &sending),
        None => Receipt::random(node.dice.as_ref()),
    };
    let keys = stretch(node, &receipt).await?;
    let plan = Plan::of(node, &answers, (&routing, code), &desk, (language, channel));
    let dice = std::sync::Arc::clone(&node.dice);
    let to = (desk.key, ledger, node.today());
    let sealed = blocking(move || seal(&answers, files, &to, &keys, dice.as_ref())).await??;
    keep(node, &plan, sealed, operator.map(|o| o.officer)).await?;
    Ok(Received { receipt, urgency: plan.urgency, is_child: plan.is_child })
}

/// Complaints about form and files together, so that everything can be changed at once.
async fn check(
    form: HintForm,
    files: Vec<SentFile>,
) -> Result<(HintAnswers, Vec<(SentFile, Accepted)>), Refusal> {
    let answers = form.check(!files.is_empty());
    let files = check_files(files).await;
    match (answers, files) {
        (Ok(answers), Ok(files)) => Ok((answers, files)),
        (answers, files) => {
            let mut complaints = answers.err().unwrap_or_default();
            complaints.extend(files.err().map(|refusal| refusal.fields).unwrap_or_default());
            Err(Refusal::fields(complaints))
        }
    }
}

/// Looks at each file and makes its cleaned copy.
pub(crate) async fn check_files(
    files: Vec<SentFile>,
) -> Result<Vec<(SentFile, Accepted)>, Refusal> {
    if files.len() > FILES_MAX {
        return Err(Refusal::field("files", Phrase::new("hint-file-too-many")));
    }
    blocking(move || {
        let mut kept = Vec::with_capacity(files.len());
        let mut complaints = Vec::new();
        for file in files {
            match attachment::accept(&file.bytes) {
                Ok(accepted) => kept.push((file, accepted)),
                Err(why) => complaints.push(Complaint::new(0, "files", why.phrase(&file.name))),
            }
        }
        if complaints.is_empty() { Ok(kept) } else { Err(Refusal::fields(complaints)) }
    })
    .await?
}

/// Runs work that takes the processor for long beside the requests.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Refusal::fault(error.to_string()))
}

/// The slow hash of a code, in one of the few places for it. Whoever waits too long is told so;
/// nobody is refused for where they come from.
pub(crate) async fn stretch(node: &Node, receipt: &Receipt) -> Result<ReceiptKeys, Refusal> {
    // The code goes into the task as text and is wiped there.
    let code = receipt.digits();
    let (pepper, cost) = (node.keys.pepper.clone(), node.receipt_cost);
    let work = move || {
        let receipt = Receipt::parse(&code).map_err(|e| Refusal::fault(e.to_string()))?;
        ReceiptKeys::derive(&receipt, &pepper, cost).map_err(|e| Refusal::fault(e.to_string()))
    };
    node.receipt_hashing.run(work).await?
}

/// A desk that reads a hint first.
pub(crate) struct ReadingDesk {
    pub key: DeskKey,
    pub sphere: Sphere,
}

/// The operator's own desk, or the best of those that the rules name and that may keep hints.
async fn reading_desk(
    tx: &mut Tx,
    (answers, routing): (&HintAnswers, &Routing),
    own: Option<DeskId>,
    covered: &Covered,
) -> Result<ReadingDesk, Refusal> {
    if let Some(desk) = own {
        covered.need(desk)?;
        return desk_of(tx, desk).await;
    }
    let mut is_uncovered = false;
    let chosen = tx.find_setting(INTAKE_DESK).await?.and_then(|id| DeskId::parse(&id));
    for kind in routing.decide(answers).read_by() {
        let mut desks = tx.list_desks_of_kind(kind).await?;
        let count = desks.len();
        desks.retain(|desk| covered.has(desk.id));
        is_uncovered |= desks.len() < count;
        let desk = desks.iter().find(|d| Some(d.id) == chosen).or(desks.first());
        if let Some(desk) = desk {
            return desk_of(tx, desk.id).await;
        }
    }
    if is_uncovered {
        return Err(covered.refusal());
    }
    Err(Refusal::fault("no desk of the country may read this hint; finish the first run"))
}

async fn desk_of(tx: &mut Tx, desk: DeskId) -> Result<ReadingDesk, Refusal> {
    let row = tx.find_desk(desk).await?.ok_or_else(Refusal::not_found)?;
    Ok(ReadingDesk { key: desk_key(tx, desk).await?, sphere: row.sphere })
}

/// What stands in the open columns of a hint.
struct Plan {
    desk: DeskId,
    sphere: Sphere,
    urgency: Urgency,
    is_child: bool,
    rule_code: String,
    received_on: Day,
    due_on: Day,
    language: Language,
    channel: Channel,
}

impl Plan {
    fn of(
        node: &Node,
        answers: &HintAnswers,
        (routing, rule_code): (&Routing, String),
        desk: &ReadingDesk,
        (language, channel): (Language, Channel),
    ) -> Self {
        let assessment = triage::assess(answers, routing);
        let today = node.today();
        Self {
            desk: desk.key.id,
            sphere: desk.sphere,
            urgency: assessment.urgency,
            is_child: answers.stated(Fact::Child) == Stated::Yes,
            rule_code,
            received_on: today,
            due_on: today.plus_days(assessment.due_days),
            language,
            channel,
        }
    }

    fn head(&self, id: HintId, alias: String) -> HintHead {
        HintHead {
            id,
            desk_id: self.desk,
            sphere: self.sphere,
            state: "new".to_owned(),
            urgency: self.urgency.rank(),
            rule_id: self.rule_code.clone(),
            received_on: self.received_on,
            due_on: self.due_on,
            alias,
            channel: self.channel.id().to_owned(),
            language: self.language.tag.to_owned(),
            case_id: None,
            assigned_officer: None,
            has_news: false,
            version: 1,
        }
    }
}

/// Everything of a hint that is ciphertext.
struct SealedHint {
    id: HintId,
    text: Vec<u8>,
    answers: Vec<u8>,
    lookup: [u8; 32],
    receipt_public: Vec<u8>,
    receipt_wrap: Vec<u8>,
    wraps: [WrapRow; 2],
    files: Vec<AttachmentRow>,
    /// The entry that proves it, and the cell by which the giver finds it.
    leaf: Leaf,
    proof: Vec<u8>,
}

fn seal(
    answers: &HintAnswers,
    files: Vec<(SentFile, Accepted)>,
    (desk, ledger, today): &(DeskKey, LedgerKeys, Day),
    receipt: &ReceiptKeys,
    dice: &dyn Dice,
) -> Result<SealedHint, Refusal> {
    let id = HintId::random(dice);
    let (content, dialogue) = (DataKey::random(dice), DataKey::random(dice));
    let facts = HintAnswers { text: String::new(), ..answers.clone() };
    let facts = serde_json::to_vec(&facts).map_err(|e| Refusal::fault(e.to_string()))?;
    let cell = |column, plain: &[u8]| {
        let place = Place::cell("hints", id.bytes(), column, id.bytes());
        content.seal(&place, plain, dice).map(guard::seal::Sealed::into_bytes)
    };
    let told = (id.bytes(), *today, answers.text.as_str());
    let (leaf, proof) = receive_leaf((receipt, &dialogue), told, ledger, dice)?;
    Ok(SealedHint {
        leaf,
        proof: proof.into_bytes(),
        text: cell("sealed_text", answers.text.as_bytes())?,
        answers: cell("sealed_answers", &facts)?,
        lookup: receipt.lookup,
        receipt_public: receipt.public().bytes().to_vec(),
        receipt_wrap: dialogue
            .wrap_to(&receipt.public(), &ReceiptKeys::wrap_place(id.bytes()), dice)?
            .into_bytes(),
        wraps: [
            wrap(&content, id, "content", desk, dice)?,
            wrap(&dialogue, id, "dialogue", desk, dice)?,
        ],
        files: seal_files(files, id, 1, &content, dice)?,
        id,
    })
}

pub(crate) fn wrap(
    key: &DataKey,
    hint: HintId,
    purpose: &'static str,
    desk: &DeskKey,
    dice: &dyn Dice,
) -> Result<WrapRow, Refusal> {
    let place = Place::wrap(hint.bytes(), purpose, desk.id.bytes(), desk.version);
    Ok(WrapRow {
        thing_kind: Kind::Hint.id(),
        thing_id: *hint.bytes(),
        key_purpose: purpose,
        desk_id: desk.id,
        key_version: desk.version,
        wrap: key.wrap_to(&desk.public, &place, dice)?.into_bytes(),
    })
}

/// Seals files: original, cleaned copy, name, and the SHA-256 of the original.
pub(crate) fn seal_files(
    files: Vec<(SentFile, Accepted)>,
    hint: HintId,
    first_position: i64,
    key: &DataKey,
    dice: &dyn Dice,
) -> Result<Vec<AttachmentRow>, Refusal> {
    let mut rows = Vec::with_capacity(files.len());
    for (position, (file, accepted)) in (first_position..).zip(files) {
        let id = AttachmentId::random(dice);
        let cell = |column, plain: &[u8]| {
            let place = Place::cell("attachments", id.bytes(), column, hint.bytes());
            key.seal(&place, plain, dice).map(guard::seal::Sealed::into_bytes)
        };
        rows.push(AttachmentRow {
            head: AttachmentHead {
                id,
                hint_id: hint,
                position,
                kind: accepted.kind.id().to_owned(),
                byte_count: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
                sealed_name: cell("sealed_name", attachment::shown_name(&file.name).as_bytes())?,
                sealed_hash: cell("sealed_hash", &Sha256::digest(&file.bytes))?,
                has_copy: accepted.copy.is_some(),
            },
            sealed_original: cell("sealed_original", &file.bytes)?,
            sealed_copy: match &accepted.copy {
                Some(copy) => Some(cell("sealed_copy", copy)?),
                None => None,
            },
        });
    }
    Ok(rows)
}

/// Keeps the sealed hint in one transaction; one that is kept already stays as it is.
async fn keep(
    node: &Node,
    plan: &Plan,
    sealed: SealedHint,
    operator: Option<OfficerId>,
) -> Result<(), Refusal> {
    let mut tx = node.begin("receive_hint").await?;
    let now_s = node.clock.now_s();
    if tx.find_hint_by_receipt(&sealed.lookup).await?.is_some() {
        let is_recent = node.sessions.recent.holds(&sealed.lookup, now_s);
        return if is_recent { Ok(()) } else { Err(already_sent()) };
    }
    let alias = fresh_alias(node, &mut tx).await?;
    let row = HintRow {
        head: plan.head(sealed.id, alias),
        sealed_text: sealed.text,
        sealed_answers: sealed.answers,
        receipt_lookup: Some(sealed.lookup.to_vec()),
        receipt_public: Some(sealed.receipt_public),
        receipt_wrap: Some(sealed.receipt_wrap),
    };
    tx.insert_hint(&row).await?;
    for wrap in &sealed.wraps {
        tx.insert_wrap(wrap).await?;
    }
    tx.insert_hint_proof(sealed.id, &sealed.proof).await?;
    tx.append(sealed.leaf);
    for file in &sealed.files {
        tx.insert_attachment(file).await?;
    }
    let thing = sealed.id.bytes();
    happened(&mut tx, thing, plan.received_on, ("received", plan.channel.id()), operator).await?;
    happened(&mut tx, thing, plan.received_on, ("sorted", &plan.rule_code), None).await?;
    // Noted before the writer place is free, so that a second press that waits for it finds this.
    node.sessions.recent.note(sealed.lookup, now_s);
    tx.commit().await?;
    Ok(())
}

fn already_sent() -> Refusal {
    Refusal::new(RefusalKind::Changed, "refusal-already-sent")
}

/// Writes one line of a hint's timeline: the code and a further code.
pub(crate) async fn happened(
    tx: &mut Tx,
    hint: &[u8; 16],
    on_day: Day,
    (code, detail_code): (&str, &str),
    officer_id: Option<OfficerId>,
) -> Result<(), Refusal> {
    let event =
        EventRow { on_day, code: code.to_owned(), detail_code: detail_code.to_owned(), officer_id };
    tx.insert_event(Kind::Hint.id(), hint, &event).await?;
    Ok(())
}

async fn fresh_alias(node: &Node, tx: &mut Tx) -> Result<String, Refusal> {
    for attempt in 0..ALIAS_DRAWS_MAX {
        let drawn = alias::attempt(node.dice.as_ref(), attempt);
        if !tx.is_hint_alias_taken(&drawn).await? {
            return Ok(drawn);
        }
    }
    Err(Refusal::fault("no free alias was found"))
}
