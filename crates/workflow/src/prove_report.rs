//! Whoever gave a hint takes a proof that it was received, with the code, and can make the code
//! lead nowhere from then on. A code that does not exist, one whose proof is not ready and one that
//! was forgotten are equal by construction: the same slow hash, the same answer.

use crate::come_back::{id_or_none, keys_of};
use crate::{Node, Refusal};
use guard::ledger::{SigningKey, merkle};
use guard::receipts::{Proof, Provable};
use guard::seal::Sealed;
use store::{HintRow, Tx};
use zeroize::Zeroizing;

/// Leaf hashes read at once.
const HASHES: i64 = 50_000;

/// A proof with the key that opens it.
pub struct TakenProof {
    pub proof: Proof,
    /// 64 hexadecimal digits; whoever has them and the text shows that they belong together.
    pub opening: Zeroizing<String>,
}

/// The proof of a code; `None` for a code that does not exist, that was forgotten, or whose entry
/// is not signed yet.
///
/// # Errors
/// As [`crate::come_back::come_back`].
pub async fn prove_report(node: &Node, code: &str) -> Result<Option<TakenProof>, Refusal> {
    let keys = keys_of(node, code).await?;
    let mut tx = node.read("prove_report").await?;
    let hint = tx.find_hint_by_receipt(&keys.lookup).await?;
    let id = id_or_none(node, hint.as_ref());
    let cell = tx.find_hint_proof(id).await?;
    let (Some(hint), Some(cell)) = (hint, cell) else { return Ok(None) };
    let provable = open(&keys, &hint, cell)?;
    let Some(leaf) = tx.find_numbered_leaf(provable.leaf).await? else { return Ok(None) };
    let checkpoints = tx.newest_checkpoints(2).await?;
    let mut checkpoints = checkpoints.into_iter();
    let Some(last) = checkpoints.next().filter(|last| last.size >= leaf.number) else {
        return Ok(None);
    };
    let before = checkpoints.next().map(|before| before.signature);
    let path = path(&mut tx, leaf.number, last.size).await?;
    drop(tx);
    let key = SigningKey::from_seed(&node.keys.signing_seed).verifying();
    let entry = (leaf.leaf, leaf.number);
    let proof = Proof::new(&provable, entry, path, (last, before), &key);
    Ok(Some(TakenProof { proof, opening: provable.opening.text() }))
}

fn open(
    keys: &guard::receipts::ReceiptKeys,
    hint: &HintRow,
    cell: Vec<u8>,
) -> Result<Provable, Refusal> {
    let id = hint.head.id;
    let wrap = hint.receipt_wrap.as_deref().unwrap_or_default();
    let key = keys.dialogue_key(id.bytes(), wrap)?;
    Ok(keys.provable(&key, id.bytes(), &Sealed::from_bytes(cell))?)
}

/// The hashes from a leaf to the root over `size` leaves.
async fn path(tx: &mut Tx, number: u64, size: u64) -> Result<Vec<merkle::Hash>, Refusal> {
    let mut hashes: Vec<merkle::Hash> = Vec::new();
    loop {
        let so_far = u64::try_from(hashes.len()).unwrap_or(u64::MAX);
        let more = tx.leaf_hashes(so_far, HASHES).await?;
        if more.is_empty() || so_far >= size {
            break;
        }
        hashes.extend(more);
    }
    hashes.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    let at = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    merkle::inclusion_proof(&hashes, at)
        .ok_or_else(|| Refusal::fault("an entry of the ledger is not under its checkpoint"))
}

/// From now on the code leads nowhere, like one that never was. The hint stays with the desk; a
/// proof that was taken before stays good.
///
/// # Errors
/// As [`prove_report`]; a code that does not exist changes nothing and is not told apart.
pub async fn forget_code(node: &Node, code: &str) -> Result<(), Refusal> {
    let keys = keys_of(node, code).await?;
    let mut tx = node.begin("forget_code").await?;
    let hint = tx.find_hint_by_receipt(&keys.lookup).await?;
    tx.forget_receipt(id_or_none(node, hint.as_ref())).await?;
    tx.commit().await?;
    Ok(())
}
