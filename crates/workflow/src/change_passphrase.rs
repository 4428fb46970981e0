//! An officer chooses another passphrase. It locks the member's key anew; nothing that the key
//! opens is touched.

use crate::sign_in::prove_again;
use crate::{Node, Refusal, Signed};
use guard::members::{PASSPHRASE_BYTES_MAX, PASSPHRASE_CHARS_MIN};
use lexicon::{Complaint, Phrase};
use zeroize::Zeroizing;

/// Characters of the shortest passphrase.
pub const LEAST_CHARS: usize = PASSPHRASE_CHARS_MIN;

/// What was typed.
pub struct NewPassphrase {
    /// The passphrase until now, with a code of the app: who changes it proves who they are.
    pub old: Zeroizing<String>,
    pub code: String,
    pub new: Zeroizing<String>,
    /// The new one once more.
    pub again: Zeroizing<String>,
}

/// Changes the passphrase. Every other session of the officer ends.
///
/// # Errors
/// Complaints on `old`, `new` and `again`; otherwise as
/// [`sign_in`](crate::sign_in::sign_in).
pub async fn change_passphrase(
    node: &Node,
    (token_hash, signed): (&[u8; 32], &Signed),
    asked: NewPassphrase,
) -> Result<(), Refusal> {
    check(&asked)?;
    let NewPassphrase { old, code, new, .. } = asked;
    let proof = prove_again(node, (token_hash, signed), old, code).await;
    proof.map_err(|refusal| renamed(refusal, "old"))?;
    let officer = signed.officer.id;
    let (unlocked, dice, cost) = (signed.unlocked.clone(), node.dice.clone(), node.member_cost);
    let work = move || unlocked.member().lock_again(&officer, &new, cost, dice.as_ref());
    let locked = node.member_hashing.run(work).await??;
    let mut tx = node.begin("change_passphrase").await?;
    tx.update_officer_secret(officer, &locked).await?;
    tx.commit().await?;
    node.sessions.end_others(officer, token_hash);
    Ok(())
}

/// What can be told without the slow work of a proof, which an empty field is not worth.
fn check(asked: &NewPassphrase) -> Result<(), Refusal> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, phrase: Phrase| faults.push(Complaint::new(0, field, phrase));
    if asked.old.is_empty() {
        fault("old", Phrase::new("officer-field-missing"));
    }
    let is_short = asked.new.chars().count() < PASSPHRASE_CHARS_MIN;
    if is_short || asked.new.len() > PASSPHRASE_BYTES_MAX {
        let least = i64::try_from(PASSPHRASE_CHARS_MIN).unwrap_or(0);
        fault("new", Phrase::new("officer-passphrase-length").with("least", least));
    } else if asked.new == asked.old {
        fault("new", Phrase::new("officer-passphrase-same"));
    } else if asked.new != asked.again {
        fault("again", Phrase::new("officer-passphrase-differs"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::fields(faults)) }
}

fn renamed(mut refusal: Refusal, field: &str) -> Refusal {
    for complaint in &mut refusal.fields {
        field.clone_into(&mut complaint.field);
    }
    refusal
}
