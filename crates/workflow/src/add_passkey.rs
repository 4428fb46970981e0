//! An officer's own passkeys: adding one, looking at them, removing one.

use crate::sealing::desk_leaf;
use crate::sign_in::may_change_own;
use crate::use_passkey::challenges;
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::Action;
use guard::members::{Asked, CREDENTIAL_BYTES_MAX, Making, Party, read_passkey};
use lexicon::ids::PasskeyId;
use lexicon::{Day, Phrase};
use store::{PasskeyRow, StoreError};
use zeroize::Zeroizing;

/// Passkeys of one officer.
pub const PASSKEYS_MAX: usize = 10;
/// Longest name of a passkey, in characters.
pub const PASSKEY_NAME_CHARS_MAX: usize = 60;
/// What the ledger tells of passkeys.
pub const STEPS: [&str; 3] = ["passkey-added", "passkey-removed", "passkey-stopped"];

/// What the browser sent of a passkey just made.
pub struct MadePasskey {
    pub name: String,
    pub client_data: Vec<u8>,
    pub authenticator_data: Vec<u8>,
    /// What the extension `prf` gave, if the device has it.
    pub given: Option<Zeroizing<[u8; 32]>>,
}

/// A line of the list of one's passkeys.
#[derive(Clone, Debug)]
pub struct PasskeyLine {
    pub id: PasskeyId,
    pub name: String,
    pub host: String,
    pub added_on: Day,
    /// Signs in alone; else it stands for the one-time code.
    pub is_alone: bool,
    /// May have been copied, and counts no longer.
    pub is_stopped: bool,
    /// The credential, so that the device makes none twice.
    pub credential: Vec<u8>,
}

/// The officer's passkeys by name.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn list_passkeys(node: &Node, signed: &Signed) -> Result<Vec<PasskeyLine>, Refusal> {
    may_change_own(node, signed)?;
    let rows = node.read("list_passkeys").await?.list_passkeys(signed.officer.id).await?;
    Ok(rows.into_iter().map(line).collect())
}

/// Adds a passkey, after a fresh proof. It signs in alone when the device gave a secret of its own;
/// else it stands for the one-time code.
///
/// # Errors
/// Complaints on `name` and `passkey`; [`RefusalKind::NotAllowed`] without a fresh proof or on a
/// shared device.
pub async fn add_passkey(
    node: &Node,
    signed: &Signed,
    party: &Party,
    made: MadePasskey,
) -> Result<PasskeyLine, Refusal> {
    may_change_own(node, signed)?;
    need_fresh(node, signed)?;
    if signed.is_shared {
        return Err(Refusal::new(RefusalKind::NotAllowed, "refusal-passkey-not-shared"));
    }
    let name = checked_name(&made.name)?;
    let officer = signed.officer.id;
    let asked = Asked {
        party,
        challenges: challenges(node),
        bound: *officer.bytes(),
        now_s: node.clock.now_s(),
    };
    let said =
        Making { client_data: &made.client_data, authenticator_data: &made.authenticator_data };
    let new =
        read_passkey(&asked, &said).map_err(|refusal| not_taken().known(refusal.to_string()))?;
    if new.credential.len() > CREDENTIAL_BYTES_MAX {
        return Err(not_taken());
    }
    let id = PasskeyId::random(node.dice.as_ref());
    let member = signed.unlocked.member();
    let lock = |given| member.lock_by_passkey(&officer, &id, given, node.dice.as_ref());
    let locked_secret = made.given.as_ref().map(lock).transpose()?;
    let row = PasskeyRow {
        id,
        officer_id: officer,
        credential: new.credential,
        host: party.host.clone(),
        public_key: new.public_key,
        counter: new.counter,
        shown_name: name,
        locked_secret,
        added_on: node.today(),
        is_stopped: false,
    };
    keep(node, signed, &row).await?;
    Ok(line(row))
}

async fn keep(node: &Node, signed: &Signed, row: &PasskeyRow) -> Result<(), Refusal> {
    let mut tx = node.begin("add_passkey").await?;
    if tx.list_passkeys(row.officer_id).await?.len() >= PASSKEYS_MAX {
        return Err(Refusal::field("passkey", Phrase::new("passkey-too-many")));
    }
    tx.insert_passkey(row).await.map_err(|error| match error {
        StoreError::Taken { .. } => not_taken(),
        other => other.into(),
    })?;
    let step = (Action::OwnSettings, "passkey-added", signed.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, signed.officer.desk, step).await?;
    tx.commit().await?;
    Ok(())
}

/// Removes a passkey, after a fresh proof.
///
/// # Errors
/// Not found unless it is the officer's own; [`RefusalKind::NotAllowed`] without a fresh proof.
pub async fn remove_passkey(node: &Node, signed: &Signed, id: PasskeyId) -> Result<(), Refusal> {
    may_change_own(node, signed)?;
    need_fresh(node, signed)?;
    let mut tx = node.begin("remove_passkey").await?;
    if !tx.delete_passkey(signed.officer.id, id).await? {
        return Err(Refusal::not_found());
    }
    let step = (Action::OwnSettings, "passkey-removed", signed.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, signed.officer.desk, step).await?;
    tx.commit().await?;
    Ok(())
}

fn need_fresh(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    if signed.is_fresh(node.clock.now_s()) {
        Ok(())
    } else {
        Err(Refusal::new(RefusalKind::NotAllowed, "refusal-passkey-needs-proof"))
    }
}

fn checked_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    let key = if name.is_empty() {
        "officer-field-missing"
    } else if name.chars().count() > PASSKEY_NAME_CHARS_MAX || name.chars().any(char::is_control) {
        "officer-field-too-long"
    } else {
        return Ok(name.to_owned());
    };
    Err(Refusal::field("name", Phrase::new(key)))
}

fn not_taken() -> Refusal {
    Refusal::field("passkey", Phrase::new("passkey-not-taken"))
}

fn line(row: PasskeyRow) -> PasskeyLine {
    PasskeyLine {
        id: row.id,
        name: row.shown_name,
        host: row.host,
        added_on: row.added_on,
        is_alone: row.locked_secret.is_some(),
        is_stopped: row.is_stopped,
        credential: row.credential,
    }
}
