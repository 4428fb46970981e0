//! What a witness outside the node does: it keeps the last note it saw, and signs a further one
//! only when a proof shows that it continues that history.

use super::merkle::{Hash, verify_consistency};
use super::note::{from_base64, to_base64};
use super::{Fault, Note, VerifyingKey};
use std::fmt::Write;

/// Hashes of one proof: enough for any 64-bit size.
const PROOF_MAX: usize = 130;
/// Longest request, in bytes.
pub const REQUEST_BYTES_MAX: usize = 32_768;

/// What a node hands to a witness: the note to be signed, and the proof that it continues the
/// history of an earlier size. The form is that of C2SP `tlog-witness`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessRequest {
    /// Size from which the proof goes; 0 when the witness has seen nothing yet.
    pub old: u64,
    pub proof: Vec<Hash>,
    pub note: Note,
}

impl WitnessRequest {
    pub fn write(&self) -> String {
        let mut text = format!("old {}\n", self.old);
        for hash in &self.proof {
            let _ = writeln!(text, "{}", to_base64(hash));
        }
        text.push('\n');
        text + &self.note.write()
    }

    /// Reads what [`Self::write`] wrote, and nothing else.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > REQUEST_BYTES_MAX {
            return None;
        }
        let (head, note) = text.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let old = lines.next()?.strip_prefix("old ")?.parse().ok()?;
        let hash = |line: &str| from_base64(line)?.try_into().ok();
        let proof = lines.map(hash).collect::<Option<Vec<Hash>>>()?;
        let note = Note::read(note)?;
        let request = Self { old, proof, note };
        (request.proof.len() <= PROOF_MAX && request.write() == text).then_some(request)
    }

    /// Whether a witness that holds `last` may sign: the node's key signed it, it is no earlier
    /// than what the witness holds, and it continues exactly that.
    pub fn check(&self, last: Option<&Note>, key: &VerifyingKey) -> Option<Fault> {
        let note = &self.note;
        if !note.is_signed_by(key) || last.is_some_and(|last| last.origin != note.origin) {
            return Some(Fault::Note(note.size));
        }
        let last = last?;
        if note.size < last.size {
            return Some(Fault::RolledBack(last.size, note.size));
        }
        let (old, new) = ((last.size, &last.root), (note.size, &note.root));
        let continues = self.old == last.size && verify_consistency(old, new, &self.proof);
        (!continues).then_some(Fault::Forked(last.size))
    }
}

#[cfg(test)]
mod tests {
    use super::WitnessRequest;
    use crate::ledger::merkle::{consistency_proof, leaf_hash, root};
    use crate::ledger::{Fault, SigningKey};

    // proves: P-08
    #[test]
    fn p08_a_witness_signs_what_continues_its_history_and_nothing_else() {
        let node = SigningKey::from_seed(&[7; 32]);
        let leaves: Vec<_> = (0..40_u8).map(|n| leaf_hash(&[n])).collect();
        let mut other = leaves.clone();
        other[3] = leaf_hash(b"changed");
        let ask = |leaves: &[[u8; 32]], old: usize| WitnessRequest {
            old: old as u64,
            proof: if old == 0 { Vec::new() } else { consistency_proof(leaves, old).unwrap() },
            note: node.sign_note("mangrove/x", leaves.len() as u64, root(leaves)),
        };
        let key = node.verifying();
        let first = ask(&leaves[..10], 0);
        assert_eq!(first.check(None, &key), None);
        let last = first.note;
        for size in 10..40 {
            assert_eq!(ask(&leaves[..size], 10).check(Some(&last), &key), None, "{size}");
            let forked = ask(&other[..size], 10).check(Some(&last), &key);
            assert_eq!(forked, Some(Fault::Forked(10)), "{size}");
        }
        let back = ask(&leaves[..9], 5).check(Some(&last), &key);
        assert_eq!(back, Some(Fault::RolledBack(10, 9)));
        let stranger = SigningKey::from_seed(&[9; 32]).verifying();
        assert_eq!(ask(&leaves, 10).check(Some(&last), &stranger), Some(Fault::Note(40)));
        let text = ask(&leaves, 10).write();
        assert_eq!(WitnessRequest::read(&text), Some(ask(&leaves, 10)));
        assert_eq!(WitnessRequest::read(&format!("{text}x")), None);
    }
}
