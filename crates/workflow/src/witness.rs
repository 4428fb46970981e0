//! The ledger as outsiders see it: the note a witness signs, the root that is printed each week,
//! and the comparison of what somebody holds outside with what the database says now.

use crate::answer_alarm::may_review;
use crate::raise_alarm::{Alarm, AlarmCode, OF_LEDGER, raise_alarm};
use crate::{Node, Refusal, Signed};
use guard::ledger::merkle::{Edge, Hash, consistency_proof};
use guard::ledger::{Fault, Note, SigningKey, VerifyingKey, WitnessRequest, note_origin};
use lexicon::{Day, Phrase};
use store::witnessed::WitnessedRow;
use store::{Store, StoreError, Tx};

/// Leaf hashes read at once.
const STEP_LEAVES: i64 = 50_000;
/// The name under which a root on paper is kept.
pub const PAPER: &str = "paper";

/// The ledger as the oversight body hands it on.
pub struct LedgerRoot {
    pub origin: String,
    pub size: u64,
    /// Hexadecimal, in groups of four.
    pub groups: Vec<String>,
    /// The note that a witness is given.
    pub note: String,
    pub day: Option<Day>,
    /// What outsiders hold, the newest first: size, witness, day.
    pub witnessed: Vec<(u64, String, Day)>,
    /// Lines since the last of them that nobody outside knows of.
    pub unwitnessed: u64,
}

/// # Errors
/// Not allowed as the gate decides.
pub async fn ledger_root(node: &Node, signed: &Signed) -> Result<LedgerRoot, Refusal> {
    may_review(node, signed)?;
    let mut tx = node.read("ledger_root").await?;
    let key = SigningKey::from_seed(&node.keys.signing_seed);
    let origin = note_origin(&key.verifying());
    let last = tx.last_checkpoint().await?;
    let witnessed = tx.list_witnessed().await?;
    let size = last.as_ref().map_or(0, |last| last.size);
    let root = last.as_ref().map(|last| last.root);
    let known = witnessed.first().map_or(0, |row| row.size);
    let note = root.map(|root| key.sign_note(&origin, size, root).write());
    Ok(LedgerRoot {
        groups: root.map(groups).unwrap_or_default(),
        note: note.unwrap_or_default(),
        day: last.map(|last| last.day),
        unwitnessed: size.saturating_sub(known),
        witnessed: witnessed.into_iter().map(|w| (w.size, w.witness, w.on_day)).collect(),
        origin,
        size,
    })
}

/// A root in groups of four hexadecimal digits, as it is printed and typed.
pub fn groups(root: Hash) -> Vec<String> {
    root.chunks(2).map(|two| two.iter().map(|b| format!("{b:02x}")).collect()).collect()
}

/// Reads a root that somebody typed, with any spaces.
pub fn read_root(typed: &str) -> Option<Hash> {
    let digits: Vec<u8> = typed
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect::<Option<Vec<u8>>>()?;
    let bytes: Vec<u8> =
        digits.chunks_exact(2).filter_map(|two| Some(two.first()? << 4 | two.last()?)).collect();
    (digits.len() == 64).then_some(bytes)?.try_into().ok()
}

/// Enters what an outsider holds: a printed root, or a cosigned note. What the database says now
/// is compared with it; a difference raises an alarm, and is told.
///
/// # Errors
/// Not allowed as the gate decides; a complaint on `root` when it cannot be read, or differs.
pub async fn enter_witnessed(
    node: &Node,
    signed: &Signed,
    (size, typed, note): (u64, &str, &str),
) -> Result<(), Refusal> {
    may_review(node, signed)?;
    let unread = || Refusal::field("root", Phrase::new("ledger-root-unread"));
    let key = SigningKey::from_seed(&node.keys.signing_seed).verifying();
    let (size, root, witness) = if note.trim().is_empty() {
        (size, read_root(typed).ok_or_else(unread)?, PAPER.to_owned())
    } else {
        let text = format!("{}\n", note.trim());
        let read = Note::read(&text).filter(|note| note.is_signed_by(&key)).ok_or_else(unread)?;
        let witness = read.witnesses().next().unwrap_or(PAPER).to_owned();
        (read.size, read.root, witness)
    };
    let mut tx = node.begin("enter_witnessed").await?;
    let is_same = size > 0 && root_at(&mut tx, size).await? == Some(root);
    if is_same {
        let signed_text = note.trim().to_owned();
        let on_day = node.today();
        tx.insert_witnessed(&WitnessedRow { size, root, witness, signed_text, on_day }).await?;
        tx.commit().await?;
        return Ok(());
    }
    let alarm = Alarm {
        code: AlarmCode::RootDiffers,
        desk: None,
        officer: Some(signed.officer.id),
        thing: Some(OF_LEDGER),
        told: None,
        note: &size.to_string(),
    };
    raise_alarm(node, &mut tx, &alarm).await?;
    tx.commit().await?;
    Err(Refusal::field("root", Phrase::new("ledger-root-differs")))
}

/// The root over the first `size` leaves as they stand; `None` when there are fewer.
async fn root_at(tx: &mut Tx, size: u64) -> Result<Option<Hash>, StoreError> {
    let hashes = hashes(tx, size).await?;
    let mut edge = Edge::new();
    hashes.iter().for_each(|hash| edge.push(*hash));
    Ok((edge.size() == size).then(|| edge.root()))
}

/// Hashes of the first leaves, at most `size`.
async fn hashes(tx: &mut Tx, size: u64) -> Result<Vec<Hash>, StoreError> {
    let mut all: Vec<Hash> = Vec::new();
    loop {
        let after = u64::try_from(all.len()).unwrap_or(u64::MAX);
        let left = i64::try_from(size.saturating_sub(after)).unwrap_or(i64::MAX);
        let part = tx.leaf_hashes(after, left.min(STEP_LEAVES)).await?;
        if part.is_empty() || left == 0 {
            return Ok(all);
        }
        all.extend(part);
    }
}

/// What a node asks of a witness that holds the history up to `since` (0 for none).
///
/// # Errors
/// The store's refusal; `None` when nothing is signed yet, or the witness is said to hold more.
pub async fn ask_witness(
    store: &Store,
    key: &SigningKey,
    since: u64,
) -> Result<Option<WitnessRequest>, StoreError> {
    let mut tx = store.read("ask_witness").await?;
    let Some(last) = tx.last_checkpoint().await? else { return Ok(None) };
    let leaves = hashes(&mut tx, last.size).await?;
    let proof = match usize::try_from(since) {
        Ok(0) => Some(Vec::new()),
        Ok(since) => consistency_proof(&leaves, since),
        Err(_) => None,
    };
    let note = key.sign_note(&note_origin(&key.verifying()), last.size, last.root);
    Ok(proof.map(|proof| WitnessRequest { old: since, proof, note }))
}

/// Compares a note that a witness holds with the database: signed by another key, set back behind
/// it, or another history.
///
/// # Errors
/// The store's refusal.
pub async fn compare_note(
    store: &Store,
    note: &Note,
    key: &VerifyingKey,
) -> Result<Option<Fault>, StoreError> {
    if !note.is_signed_by(key) {
        return Ok(Some(Fault::Note(note.size)));
    }
    let mut tx = store.read("compare_note").await?;
    let (_, numbered) = tx.count_leaves().await?;
    if numbered < note.size {
        return Ok(Some(Fault::RolledBack(note.size, numbered)));
    }
    let is_same = root_at(&mut tx, note.size).await? == Some(note.root);
    Ok((!is_same).then_some(Fault::Forked(note.size)))
}

/// Lines after what the newest outsider holds, and the size of that.
///
/// # Errors
/// The store's refusal.
pub async fn unwitnessed(store: &Store, also: u64) -> Result<(u64, u64), StoreError> {
    let mut tx = store.read("unwitnessed").await?;
    let known = tx.list_witnessed().await?.first().map_or(0, |row| row.size).max(also);
    let (_, numbered) = tx.count_leaves().await?;
    Ok((numbered.saturating_sub(known), known))
}

#[cfg(test)]
mod tests {
    use super::{groups, read_root};

    #[test]
    fn a_root_is_typed_as_it_is_printed() {
        let root: [u8; 32] = std::array::from_fn(|n| u8::try_from(n * 7).unwrap());
        let printed = groups(root).join(" ");
        assert_eq!(printed.len(), 16 * 4 + 15);
        assert_eq!(read_root(&printed), Some(root));
        assert_eq!(read_root(&printed.to_uppercase()), Some(root));
        for bad in ["", "12", &printed[1..], &format!("{printed}0"), &printed.replace('0', "g")] {
            assert_eq!(read_root(bad), None, "{bad}");
        }
    }
}
