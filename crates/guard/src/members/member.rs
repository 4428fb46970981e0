//! A member's key and the two proofs that open it.

use super::one_time;
use super::passkey::PasskeyProof;
use super::passphrase::{Cost, PASSPHRASE_BYTES_MAX, stretch};
use crate::seal::{DataKey, Place, PublicKey, SealError, SecretKey, derive_key};
use lexicon::Dice;
use lexicon::ids::OfficerId;
use zeroize::Zeroizing;

/// Form of a locked secret: this byte, the cost of 8, the salt of 16, the sealed secret.
const FORM: u8 = 1;
const SALT_BYTES: usize = 16;

/// A member's secret key, open in memory. Wiped when dropped.
pub struct MemberSecret(pub(super) SecretKey);

impl MemberSecret {
    pub fn public(&self) -> PublicKey {
        self.0.public()
    }
}

/// A member just made: what goes into `officers`, and what is shown once.
pub struct NewMember {
    pub public: PublicKey,
    /// Column `locked_secret`.
    pub locked_secret: Vec<u8>,
    /// Column `totp_sealed`.
    pub totp_sealed: Vec<u8>,
    /// `otpauth://` address for the QR code, shown once.
    pub totp_address: Zeroizing<String>,
    /// The same secret in base 32, for typing.
    pub totp_secret: Zeroizing<String>,
    pub secret: MemberSecret,
}

/// What the database keeps of a member for signing in.
#[derive(Clone, Debug)]
pub struct StoredMember {
    pub officer: OfficerId,
    pub locked_secret: Vec<u8>,
    pub totp_sealed: Vec<u8>,
    /// Step of the last one-time code taken; 0 when none was.
    pub last_step: u64,
}

/// Why nobody was signed in. A stranger is told [`SignInRefusal::Refused`] for both kinds of
/// wrong; only `Damaged` differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInRefusal {
    #[error("sign-in name, passphrase or one-time code is wrong")]
    Refused,
    #[error("the stored key of this member is damaged")]
    Damaged,
}

/// The second proof.
#[derive(Clone, Copy)]
pub enum OneTime<'a> {
    /// Six digits of the authenticator app.
    Code(&'a str),
    /// A passkey in place of the code, checked a moment ago.
    Passkey(&'a PasskeyProof),
    /// None: in a demonstration, whose officers and secrets protect nobody.
    LeftOutInDemonstration,
}

/// Makes a member's key, locked by `passphrase`. `name` stands in the authenticator app beside
/// `issuer`; colons are taken out of both.
///
/// # Errors
/// [`SealError::CannotSeal`] when the passphrase is empty or too long.
pub fn make_member(
    officer: &OfficerId,
    (issuer, name): (&str, &str),
    passphrase: &str,
    cost: Cost,
    dice: &dyn Dice,
) -> Result<NewMember, SealError> {
    if passphrase.is_empty() || passphrase.len() > PASSPHRASE_BYTES_MAX {
        return Err(SealError::CannotSeal);
    }
    let secret = SecretKey::random(dice);
    let locked_secret = lock(officer, &secret, passphrase, cost, dice)?;
    let one_time = one_time::Secret::random(dice);
    let totp_sealed =
        own_key(&secret, officer).seal(&totp_place(officer), one_time.bytes(), dice)?.into_bytes();
    let (totp_address, totp_secret) = one_time.address(issuer, name)?;
    Ok(NewMember {
        public: secret.public(),
        locked_secret,
        totp_sealed,
        totp_address,
        totp_secret,
        secret: MemberSecret(secret),
    })
}

/// Checks passphrase and one-time code; `stored` is `None` when there is no such sign-in name, and
/// then the same work is done. Returns the member's secret and the step of the code, which the
/// caller must keep as `last_step` so that the code is not taken twice.
///
/// # Errors
/// [`SignInRefusal::Refused`] whichever of name, passphrase and code was wrong.
pub fn sign_in(
    stored: Option<&StoredMember>,
    passphrase: &str,
    one_time: OneTime<'_>,
    now_s: i64,
    cost_when_unknown: Cost,
) -> Result<(MemberSecret, u64), SignInRefusal> {
    let passphrase = if passphrase.len() > PASSPHRASE_BYTES_MAX { "" } else { passphrase };
    let Some(stored) = stored else {
        let _same_work: Zeroizing<[u8; 32]> =
            stretch(passphrase.as_bytes(), &[0; SALT_BYTES], cost_when_unknown)?;
        return Err(SignInRefusal::Refused);
    };
    let secret = unlock(&stored.officer, &stored.locked_secret, passphrase)?;
    let code = match one_time {
        OneTime::Code(code) => code,
        OneTime::Passkey(proof) if proof.officer() != stored.officer => {
            return Err(SignInRefusal::Refused);
        }
        OneTime::Passkey(_) | OneTime::LeftOutInDemonstration => {
            return Ok((MemberSecret(secret), stored.last_step));
        }
    };
    let sealed = own_key(&secret, &stored.officer)
        .unseal(&totp_place(&stored.officer), &stored.totp_sealed)
        .map_err(|_| SignInRefusal::Damaged)?;
    let step = one_time::Secret::from_bytes(&sealed)
        .and_then(|secret| secret.check(code, now_s))
        .ok_or(SignInRefusal::Refused)?;
    if step <= stored.last_step {
        return Err(SignInRefusal::Refused);
    }
    Ok((MemberSecret(secret), step))
}

impl MemberSecret {
    /// Locks the member's secret with a new passphrase: the new `locked_secret`.
    ///
    /// # Errors
    /// [`SealError::CannotSeal`] when the passphrase is empty or too long.
    pub fn lock_again(
        &self,
        officer: &OfficerId,
        passphrase: &str,
        cost: Cost,
        dice: &dyn Dice,
    ) -> Result<Vec<u8>, SealError> {
        if passphrase.is_empty() || passphrase.len() > PASSPHRASE_BYTES_MAX {
            return Err(SealError::CannotSeal);
        }
        lock(officer, &self.0, passphrase, cost, dice)
    }
}

fn lock(
    officer: &OfficerId,
    secret: &SecretKey,
    passphrase: &str,
    cost: Cost,
    dice: &dyn Dice,
) -> Result<Vec<u8>, SealError> {
    let mut salt = [0_u8; SALT_BYTES];
    dice.fill(&mut salt);
    let key = stretch(passphrase.as_bytes(), &salt, cost).map_err(|_| SealError::CannotSeal)?;
    let sealed =
        DataKey::from_bytes(*key).seal(&secret_place(officer), secret.bytes(), dice)?.into_bytes();
    Ok([&[FORM][..], &cost.to_bytes(), &salt, &sealed].concat())
}

fn unlock(
    officer: &OfficerId,
    locked: &[u8],
    passphrase: &str,
) -> Result<SecretKey, SignInRefusal> {
    let damaged = SignInRefusal::Damaged;
    let (form, rest) = locked.split_first().ok_or(damaged)?;
    let (cost, rest) = rest.split_first_chunk::<8>().ok_or(damaged)?;
    let (salt, sealed) = rest.split_first_chunk::<SALT_BYTES>().ok_or(damaged)?;
    if *form != FORM {
        return Err(damaged);
    }
    let cost = Cost::from_bytes(*cost).ok_or(damaged)?;
    let key = stretch(passphrase.as_bytes(), salt, cost)?;
    let plain = DataKey::from_bytes(*key)
        .unseal(&secret_place(officer), sealed)
        .map_err(|_| SignInRefusal::Refused)?;
    let bytes: [u8; 32] = plain.as_slice().try_into().map_err(|_| damaged)?;
    Ok(SecretKey::from_bytes(bytes))
}

/// The key under which the member's own small secrets are sealed.
fn own_key(secret: &SecretKey, officer: &OfficerId) -> DataKey {
    DataKey::from_bytes(*derive_key::<32>(secret.bytes(), officer.bytes(), "mangrove own 1"))
}

fn secret_place(officer: &OfficerId) -> Place<'static> {
    Place::cell("officers", officer.bytes(), "locked_secret", officer.bytes())
}

fn totp_place(officer: &OfficerId) -> Place<'static> {
    Place::cell("officers", officer.bytes(), "totp_sealed", officer.bytes())
}
