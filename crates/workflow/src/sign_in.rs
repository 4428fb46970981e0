//! An officer signs in: passphrase and one-time code open the member's key, which opens the desk's.
//! The keys stay in memory until the session ends.

use crate::let_in::recount;
use crate::use_passkey::{DOOR, UsedPasskey, second_proof};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{
    Bound, DeskWrap, MemberSecret, OneTime, Party, PasskeyProof, SignInRefusal, StoredMember,
};
use guard::{Action, DeskKind, Kind, Officer, Role, Thing, Unlocked};
use lexicon::{Dice, Language, Phrase};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use store::{OfficerRow, Tx};
use zeroize::Zeroizing;

/// Wrong attempts on one name before the first wait.
const FREE_TRIES: u32 = 3;
/// Longest wait after wrong attempts, in seconds. It never grows to a lock-out, because then
/// anybody could keep an officer out.
const WAIT_S_MAX: i64 = 60;
/// Names whose wrong attempts are remembered.
const NAMES_MAX: usize = 10_000;
/// Longest name, in characters.
pub const NAME_CHARS_MAX: usize = 100;

/// What stands at the door: wrong attempts by name, and the set-up code of an empty node.
#[derive(Default)]
pub(crate) struct Door {
    tries: Mutex<HashMap<[u8; 32], Tries>>,
    pub(crate) set_up_code: Mutex<Option<[u8; 32]>>,
    /// Two have signed on what law the node may keep anything; never untrue again.
    pub(crate) is_set_up: AtomicBool,
}

#[derive(Clone, Copy, Default)]
struct Tries {
    wrong: u32,
    next_s: i64,
}

impl Door {
    /// Seconds until the name may be tried again; 0 when now.
    fn wait_s(&self, name: &[u8; 32], now_s: i64) -> i64 {
        let all = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock set back must not lengthen the wait.
        all.get(name).map_or(0, |tries| (tries.next_s - now_s).clamp(0, WAIT_S_MAX))
    }

    fn wrong(&self, name: [u8; 32], now_s: i64) {
        let mut all = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= NAMES_MAX && !all.contains_key(&name) {
            all.retain(|_, tries| tries.next_s > now_s);
            if all.len() >= NAMES_MAX {
                all.clear();
            }
        }
        let tries = all.entry(name).or_default();
        tries.wrong = tries.wrong.saturating_add(1);
        let steps = tries.wrong.saturating_sub(FREE_TRIES).min(6);
        let wait_s = if tries.wrong < FREE_TRIES { 0 } else { (1_i64 << steps).min(WAIT_S_MAX) };
        tries.next_s = now_s + wait_s;
    }

    fn right(&self, name: &[u8; 32]) {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

/// What was typed at the door.
pub struct Proof {
    pub sign_in_name: String,
    pub passphrase: Zeroizing<String>,
    /// Six digits; may be empty in a demonstration.
    pub code: String,
}

/// A session that has begun.
pub struct SignedIn {
    /// Goes into the cookie; only its hash stays here.
    pub token: Zeroizing<String>,
    pub role: Role,
    pub language: Language,
}

/// Signs an officer in. An unknown name, a wrong passphrase and a wrong code cost the same work
/// and are told alike.
///
/// # Errors
/// [`RefusalKind::BadInput`] when anything was wrong; [`RefusalKind::Busy`] while the name must
/// wait or too many sign in at once.
pub async fn sign_in(node: &Node, proof: Proof) -> Result<SignedIn, Refusal> {
    sign_in_at(node, proof, &At::default()).await
}

/// Where somebody signs in, and what stands for the one-time code there.
#[derive(Default)]
pub struct At<'a> {
    /// Others use the device too.
    pub is_shared: bool,
    /// A passkey in place of the code; never on a shared device.
    pub passkey: Option<(&'a Party, UsedPasskey)>,
}

/// As [`sign_in`], on a device that may be shared, with a passkey that may stand for the code.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_at(node: &Node, proof: Proof, at: &At<'_>) -> Result<SignedIn, Refusal> {
    let asked = at.passkey.as_ref().filter(|_| !at.is_shared);
    let (row, secret) = check(node, &proof, asked, DOOR).await?;
    begin(node, &row, secret, at.is_shared).await
}

/// Begins a session of an officer who proved who they are.
pub(crate) async fn begin(
    node: &Node,
    row: &OfficerRow,
    secret: MemberSecret,
    is_shared: bool,
) -> Result<SignedIn, Refusal> {
    let signed = Signed { is_shared, ..signed(node, row, secret).await? };
    let role = signed.officer.role;
    let language = signed.language;
    let token = random_text(node.dice.as_ref());
    let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
    if !node.sessions.begin(hash, signed, node.clock.now_s()) {
        return Err(Refusal::new(RefusalKind::Busy, "refusal-busy"));
    }
    Ok(SignedIn { token, role, language })
}

/// The officer proves again who they are, so that an identity may be opened. Wrong answers cost
/// the same work and make the same name wait as at the door.
///
/// # Errors
/// As [`sign_in`], with the complaint on `passphrase`.
pub async fn prove_again(
    node: &Node,
    who: (&[u8; 32], &Signed),
    passphrase: Zeroizing<String>,
    code: String,
) -> Result<(), Refusal> {
    prove_again_with(node, who, passphrase, (code, None)).await
}

/// As [`prove_again`], with a passkey that may stand for the code.
///
/// # Errors
/// As [`prove_again`].
pub async fn prove_again_with(
    node: &Node,
    (token_hash, signed): (&[u8; 32], &Signed),
    passphrase: Zeroizing<String>,
    (code, passkey): (String, Option<(&Party, UsedPasskey)>),
) -> Result<(), Refusal> {
    may_change_own(node, signed)?;
    if passphrase.is_empty() {
        return Err(Refusal::field("passphrase", Phrase::new("officer-field-missing")));
    }
    let mut tx = node.read("prove_again").await?;
    let row = tx.find_officer(signed.officer.id).await?.ok_or_else(Refusal::not_signed_in)?;
    drop(tx);
    let proof = Proof { sign_in_name: row.sign_in_name, passphrase, code };
    let asked = passkey.as_ref().filter(|_| !signed.is_shared);
    match check(node, &proof, asked, *signed.officer.id.bytes()).await {
        Ok(secret) => drop(secret),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            return Err(Refusal::field("passphrase", Phrase::new("officer-proof-wrong")));
        }
        Err(refusal) => return Err(refusal),
    }
    let now_s = node.clock.now_s();
    node.sessions.change(token_hash, |signed| signed.proved_s = now_s);
    Ok(())
}

pub(crate) fn may_change_own(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let own = Thing::standing(Kind::Account, *officer.id.bytes(), officer.desk, officer.sphere());
    let own = Thing { is_assigned: true, ..own };
    let warrant = node.warrant(signed, Action::OwnSettings, &own)?;
    if warrant.spend(Action::OwnSettings, officer.id.bytes(), node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}

/// Ends a session; its keys are wiped.
pub fn sign_out(node: &Node, token_hash: &[u8; 32]) {
    node.sessions.end(token_hash);
}

/// The officer and the opened member key.
async fn check(
    node: &Node,
    proof: &Proof,
    passkey: Option<&(&Party, UsedPasskey)>,
    bound: Bound,
) -> Result<(OfficerRow, MemberSecret), Refusal> {
    let name = tidy_name(&proof.sign_in_name);
    let door = &node.sessions.door;
    let name_hash: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    let now_s = node.clock.now_s();
    let wait_s = door.wait_s(&name_hash, now_s);
    if wait_s > 0 {
        let said = Phrase::new("refusal-sign-in-wait").with("seconds", wait_s);
        return Err(Refusal { said, ..Refusal::new(RefusalKind::Busy, "refusal-busy") });
    }
    let row = node.read("sign_in").await?.find_officer_by_sign_in_name(&name).await?;
    let row = row.filter(|row| row.state == "active");
    let second = match (passkey, &row) {
        (Some((party, used)), Some(row)) => {
            second_proof(node, row.id, (party, bound), used).await?
        }
        _ => None,
    };
    let answer = slow_check(node, row.as_ref().map(stored), proof, second).await?;
    match (row, answer) {
        (Some(row), Ok((secret, step))) if take_step(node, &row, step).await? => {
            door.right(&name_hash);
            // The code came from another clock, and it fits: so this one is right.
            if !proof.code.trim().is_empty() {
                node.clock.confirm();
            }
            Ok((row, secret))
        }
        (_, Err(SignInRefusal::Damaged)) => {
            Err(Refusal::fault("the stored key of an officer is damaged"))
        }
        _ => {
            door.wrong(name_hash, now_s);
            Err(wrong())
        }
    }
}

fn wrong() -> Refusal {
    Refusal::field("passphrase", Phrase::new("officer-sign-in-wrong"))
}

fn stored(row: &OfficerRow) -> StoredMember {
    StoredMember {
        officer: row.id,
        locked_secret: row.locked_secret.clone(),
        totp_sealed: row.totp_sealed.clone(),
        last_step: u64::try_from(row.totp_last_step).unwrap_or(0),
    }
}

type Answer = Result<(MemberSecret, u64), SignInRefusal>;

async fn slow_check(
    node: &Node,
    stored: Option<StoredMember>,
    proof: &Proof,
    second: Option<PasskeyProof>,
) -> Result<Answer, Refusal> {
    let passphrase = proof.passphrase.clone();
    let code = proof.code.clone();
    let (now_s, cost) = (node.clock.now_s(), node.member_cost);
    let may_leave_out = node.is_demo && code.trim().is_empty();
    let work = move || {
        let one_time = match &second {
            Some(proof) => OneTime::Passkey(proof),
            None if may_leave_out => OneTime::LeftOutInDemonstration,
            None => OneTime::Code(&code),
        };
        guard::members::sign_in(stored.as_ref(), &passphrase, one_time, now_s, cost)
    };
    node.member_hashing.run(work).await
}

/// Marks the code as used; `false` when it was used meanwhile.
async fn take_step(node: &Node, row: &OfficerRow, step: u64) -> Result<bool, Refusal> {
    let step = i64::try_from(step).unwrap_or(i64::MAX);
    // No code was asked for: a passkey stood for it, or nobody's secret is behind it.
    if step == row.totp_last_step {
        return Ok(true);
    }
    let mut tx = node.begin("take_code").await?;
    let is_fresh = tx.take_totp_step(row.id, step).await?;
    tx.commit().await?;
    Ok(is_fresh)
}

/// What a session holds of an officer.
async fn signed(node: &Node, row: &OfficerRow, secret: MemberSecret) -> Result<Signed, Refusal> {
    let mut tx = node.read("unlock_desk").await?;
    let desk = tx.find_desk(row.desk_id).await?.ok_or_else(|| unreadable("desk"))?;
    let organisations = tx.list_organisations().await?;
    let organisation = organisations.into_iter().find(|o| o.id == row.organisation_id);
    let unlocked = unlock(&mut tx, row, secret).await?;
    node.sessions.set_waiting(row.desk_id, recount(&mut tx, row.desk_id).await?);
    let officer = Officer {
        id: row.id,
        desk: row.desk_id,
        // not shown: for the operator
        desk_kind: DeskKind::parse(&desk.kind).ok_or_else(|| unreadable("kind of desk"))?,
        role: Role::parse(&row.role).ok_or_else(|| unreadable("role"))?,
        is_trained: row.is_trained_screener,
    };
    let now_s = node.clock.now_s();
    Ok(Signed {
        officer,
        organisation: row.organisation_id,
        shown_name: row.shown_name.clone(),
        desk_name: desk.name,
        organisation_name: organisation.map(|o| o.name).unwrap_or_default(),
        language: Language::find(&row.language).unwrap_or(lexicon::language::ENGLISH),
        theme: row.theme.clone(),
        density: row.density.clone(),
        form_token: random_text(node.dice.as_ref()).to_string(),
        is_shared: false,
        unlocked: Arc::new(unlocked),
        shelf: node.sessions.shelves.of(row.desk_id),
        signed_in_s: now_s,
        proved_s: now_s,
    })
}

async fn unlock(tx: &mut Tx, row: &OfficerRow, secret: MemberSecret) -> Result<Unlocked, Refusal> {
    let wraps: Vec<DeskWrap> = tx
        .list_member_wraps(row.id)
        .await?
        .into_iter()
        .map(|w| DeskWrap { desk: w.desk_id, key_version: w.key_version, wrap: w.wrap })
        .collect();
    Ok(Unlocked::open(row.id, secret, &wraps)?)
}

fn unreadable(what: &str) -> Refusal {
    Refusal::fault(format!("the {what} of an officer is not known to this version"))
}

/// Sign-in names are kept in small letters without spaces around them.
pub(crate) fn tidy_name(name: &str) -> String {
    name.trim().chars().take(NAME_CHARS_MAX).collect::<String>().to_lowercase()
}

/// 32 random bytes in hexadecimal.
fn random_text(dice: &dyn Dice) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    dice.fill(bytes.as_mut_slice());
    Zeroizing::new(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::{Door, WAIT_S_MAX};

    #[test]
    fn wrong_attempts_make_a_name_wait_and_never_lock_it_out() {
        let (door, name) = (Door::default(), [1; 32]);
        door.wrong(name, 0);
        door.wrong(name, 0);
        assert_eq!(door.wait_s(&name, 0), 0, "two slips cost nothing");
        let mut longest = 0;
        for _ in 0..1_000 {
            door.wrong(name, 0);
            longest = longest.max(door.wait_s(&name, 0));
        }
        assert_eq!(longest, WAIT_S_MAX);
        assert_eq!(door.wait_s(&name, WAIT_S_MAX), 0, "after the wait it may be tried");
        assert_eq!(door.wait_s(&name, -1_000_000), WAIT_S_MAX, "a clock set back adds nothing");
        assert_eq!(door.wait_s(&[2; 32], 0), 0, "another name does not wait");
        door.right(&name);
        assert_eq!(door.wait_s(&name, 0), 0);
    }

    #[test]
    fn names_that_do_not_exist_cannot_fill_the_memory() {
        let door = Door::default();
        for n in 0..25_000_u32 {
            let mut name = [0; 32];
            name[..4].copy_from_slice(&n.to_le_bytes());
            door.wrong(name, 0);
        }
        assert!(door.tries.lock().unwrap().len() <= super::NAMES_MAX);
    }
}
