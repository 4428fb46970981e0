//! A passkey is used: alone at the door or for a fresh proof, where it locks a copy of the member's
//! secret, or beside the passphrase in place of the one-time code.

use crate::sealing::desk_leaf_of;
use crate::sign_in::{SignedIn, begin, may_change_own};
use crate::{Node, Refusal, Signed};
use guard::Action;
use guard::members::{
    Asked, Bound, Challenges, MemberSecret, Party, PasskeyProof, PasskeyRefusal, StoredPasskey,
    Using, check_passkey, unlock_by_passkey,
};
use lexicon::Phrase;
use lexicon::ids::OfficerId;
use store::{OfficerRow, PasskeyRow};
use zeroize::Zeroizing;

/// For whom a challenge of the door is: nobody is known there.
pub(crate) const DOOR: Bound = [0; 16];

/// What the browser sent of a passkey that was used.
pub struct UsedPasskey {
    pub credential: Vec<u8>,
    pub client_data: Vec<u8>,
    pub authenticator_data: Vec<u8>,
    pub signature: Vec<u8>,
    /// What the extension `prf` gave, if the device has it.
    pub given: Option<Zeroizing<[u8; 32]>>,
}

/// A challenge for the door.
pub fn door_challenge(node: &Node) -> Vec<u8> {
    challenges(node).make(&DOOR, node.clock.now_s(), node.dice.as_ref())
}

/// A challenge for an officer who is signed in: to add a passkey, or for a fresh proof.
pub fn own_challenge(node: &Node, signed: &Signed) -> Vec<u8> {
    let bound = *signed.officer.id.bytes();
    challenges(node).make(&bound, node.clock.now_s(), node.dice.as_ref())
}

pub(crate) fn challenges(node: &Node) -> &Challenges {
    node.sessions.challenges.get_or_init(|| Challenges::new(node.dice.as_ref()))
}

/// Signs an officer in by a passkey alone.
///
/// # Errors
/// A complaint on `passkey`, the same whatever was wrong, but for a passkey that is a second proof
/// only and for one that may have been copied.
pub async fn sign_in_by_passkey(
    node: &Node,
    party: &Party,
    used: &UsedPasskey,
) -> Result<SignedIn, Refusal> {
    let (row, secret) = open(node, (party, DOOR), used).await?;
    begin(node, &row, secret, false).await
}

/// The officer proves again who they are by a passkey alone.
///
/// # Errors
/// As [`sign_in_by_passkey`]; also when the passkey is somebody else's, or the device is shared.
pub async fn prove_by_passkey(
    node: &Node,
    (token_hash, signed): (&[u8; 32], &Signed),
    party: &Party,
    used: &UsedPasskey,
) -> Result<(), Refusal> {
    may_change_own(node, signed)?;
    if signed.is_shared {
        return Err(wrong());
    }
    let (row, _secret) = open(node, (party, *signed.officer.id.bytes()), used).await?;
    if row.id != signed.officer.id {
        return Err(wrong());
    }
    let now_s = node.clock.now_s();
    node.sessions.change(token_hash, |signed| signed.proved_s = now_s);
    Ok(())
}

/// Whether a passkey of this officer was used a moment ago.
pub(crate) async fn second_proof(
    node: &Node,
    officer: OfficerId,
    around: (&Party, Bound),
    used: &UsedPasskey,
) -> Result<Option<PasskeyProof>, Refusal> {
    let found = node.read("find_passkey").await?.find_passkey(&used.credential).await?;
    match found.filter(|row| row.officer_id == officer && !row.is_stopped) {
        Some(row) => check(node, &row, around, (used, false)).await,
        None => Ok(None),
    }
}

async fn open(
    node: &Node,
    around: (&Party, Bound),
    used: &UsedPasskey,
) -> Result<(OfficerRow, MemberSecret), Refusal> {
    let mut tx = node.read("find_passkey").await?;
    let found = tx.find_passkey(&used.credential).await?.filter(|row| !row.is_stopped);
    let passkey = found.ok_or_else(wrong)?;
    let officer = tx.find_officer(passkey.officer_id).await?;
    let officer = officer.filter(|row| row.state == "active").ok_or_else(wrong)?;
    drop(tx);
    let proof = check(node, &passkey, around, (used, true)).await?.ok_or_else(wrong)?;
    if passkey.locked_secret.is_none() {
        return Err(Refusal::field("passkey", Phrase::new("passkey-second-only")));
    }
    let given = used.given.as_ref().ok_or_else(wrong)?;
    let secret = unlock_by_passkey(&stored(&passkey), given, &proof).map_err(|_| wrong())?;
    Ok((officer, secret))
}

/// Checks the signature and counts the use. `None` when it does not count; a passkey that may have
/// been copied is taken out of use, which the ledger tells.
async fn check(
    node: &Node,
    row: &PasskeyRow,
    (party, bound): (&Party, Bound),
    (used, is_alone): (&UsedPasskey, bool),
) -> Result<Option<PasskeyProof>, Refusal> {
    let asked = Asked { party, challenges: challenges(node), bound, now_s: node.clock.now_s() };
    let using = Using {
        client_data: &used.client_data,
        authenticator_data: &used.authenticator_data,
        signature: &used.signature,
    };
    match check_passkey(&asked, &stored(row), &using, is_alone) {
        Ok(proof) => {
            let mut tx = node.begin("count_passkey").await?;
            let counts = tx.count_passkey(row.id, proof.counter()).await?;
            tx.commit().await?;
            Ok(counts.then_some(proof))
        }
        Err(PasskeyRefusal::Copied) => {
            stop(node, row).await?;
            Err(Refusal::field("passkey", Phrase::new("passkey-copied")))
        }
        Err(_) => Ok(None),
    }
}

async fn stop(node: &Node, row: &PasskeyRow) -> Result<(), Refusal> {
    let mut tx = node.begin("stop_passkey").await?;
    tx.stop_passkey(row.id).await?;
    if let Some(officer) = tx.find_officer(row.officer_id).await? {
        let step = (Action::OwnSettings, "passkey-stopped", officer.shown_name.as_str());
        let by = (officer.id, officer.desk_id);
        desk_leaf_of(node, &mut tx, by, officer.desk_id, step).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn stored(row: &PasskeyRow) -> StoredPasskey {
    StoredPasskey {
        id: row.id,
        officer: row.officer_id,
        host: row.host.clone(),
        public_key: row.public_key.clone(),
        counter: row.counter,
        locked_secret: row.locked_secret.clone(),
    }
}

fn wrong() -> Refusal {
    Refusal::field("passkey", Phrase::new("passkey-wrong"))
}
