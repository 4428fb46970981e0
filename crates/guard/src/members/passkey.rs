//! Passkeys (WebAuthn Level 3), checked without attestation: the officer vouches for the device
//! they add, and nobody else is asked which make it is. ES256 and Ed25519 are taken.
//!
//! A passkey whose device has the extension `prf` gives 32 bytes that only this passkey gives. They
//! lock a second copy of the member's secret, and the passkey alone signs in. Another passkey is a
//! second proof beside the passphrase.

use super::challenge::{Bound, Challenges};
use super::{MemberSecret, SignInRefusal};
use crate::seal::{DataKey, Place, SealError, SecretKey, derive_key};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lexicon::Dice;
use lexicon::ids::{OfficerId, PasskeyId};
use p256::ecdsa::signature::Verifier;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Bytes of what a device says, in any of its parts; more is refused.
pub const PART_BYTES_MAX: usize = 4_096;
/// Bytes of a credential's id (WebAuthn: at most 1,023).
pub const CREDENTIAL_BYTES_MAX: usize = 1_023;

/// Algorithms of COSE, and the form of a stored public key: this byte, then 65 or 32 bytes.
const ES256: i64 = -7;
const EDDSA: i64 = -8;
const FORM_ES256: u8 = 1;
const FORM_ED25519: u8 = 2;

const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 4;
const HAS_CREDENTIAL: u8 = 64;

/// Where a passkey counts: the host of the address and the whole origin, as
/// `https://node.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub host: String,
    pub origin: String,
}

/// Why a passkey does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasskeyRefusal {
    #[error("what the device said is in no form this version knows")]
    Form,
    #[error("a passkey of another address")]
    Elsewhere,
    #[error("the challenge is not ours, too old, or was answered already")]
    Challenge,
    #[error("the device did not check who holds it")]
    NotVerified,
    #[error("the signature does not fit")]
    Signature,
    #[error("the passkey has been used in two places: it may have been copied")]
    Copied,
}

/// What the database keeps of a passkey.
#[derive(Clone, Debug)]
pub struct StoredPasskey {
    pub id: PasskeyId,
    pub officer: OfficerId,
    /// The host it was made for.
    pub host: String,
    pub public_key: Vec<u8>,
    /// Uses as the device counts them; 0 where it does not count.
    pub counter: i64,
    /// The member's secret, locked by what the device gives; none for a second proof.
    pub locked_secret: Option<Vec<u8>>,
}

/// A passkey just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPasskey {
    pub credential: Vec<u8>,
    pub public_key: Vec<u8>,
    pub counter: i64,
}

/// What the device answers when it makes a passkey.
pub struct Making<'a> {
    pub client_data: &'a [u8],
    pub authenticator_data: &'a [u8],
}

/// What the device answers when a passkey is used.
pub struct Using<'a> {
    pub client_data: &'a [u8],
    pub authenticator_data: &'a [u8],
    pub signature: &'a [u8],
}

/// That a passkey of this officer was used a moment ago. Made by [`check_passkey`] only.
pub struct PasskeyProof {
    officer: OfficerId,
    /// Keep as the passkey's counter.
    counter: i64,
}

impl PasskeyProof {
    pub fn officer(&self) -> OfficerId {
        self.officer
    }

    pub fn counter(&self) -> i64 {
        self.counter
    }
}

/// Whether the challenge, its time and its purpose are ours.
pub struct Asked<'a> {
    pub party: &'a Party,
    pub challenges: &'a Challenges,
    pub bound: Bound,
    pub now_s: i64,
}

/// Reads a passkey that the device of a signed-in officer made.
///
/// # Errors
/// [`PasskeyRefusal`]; the challenge counts as answered only when all is well.
pub fn read_passkey(asked: &Asked<'_>, made: &Making<'_>) -> Result<NewPasskey, PasskeyRefusal> {
    let challenge = challenge_of(asked, made.client_data, "webauthn.create")?;
    let parts = Parts::read(made.authenticator_data)?;
    parts.check(&asked.party.host, true)?;
    let (credential, key) = parts.credential()?;
    let public_key = read_key(key)?;
    if !asked.challenges.take(&challenge, &asked.bound, asked.now_s) {
        return Err(PasskeyRefusal::Challenge);
    }
    Ok(NewPasskey { credential: credential.to_vec(), public_key, counter: parts.counter })
}

/// Checks that a stored passkey signed our challenge, here. With `is_alone` the device must have
/// checked who holds it, because no passphrase does.
///
/// # Errors
/// [`PasskeyRefusal`]. [`PasskeyRefusal::Copied`] when the counter did not grow.
pub fn check_passkey(
    asked: &Asked<'_>,
    stored: &StoredPasskey,
    used: &Using<'_>,
    is_alone: bool,
) -> Result<PasskeyProof, PasskeyRefusal> {
    if stored.host != asked.party.host {
        return Err(PasskeyRefusal::Elsewhere);
    }
    let challenge = challenge_of(asked, used.client_data, "webauthn.get")?;
    let parts = Parts::read(used.authenticator_data)?;
    parts.check(&stored.host, is_alone)?;
    let hash: [u8; 32] = Sha256::digest(used.client_data).into();
    let signed = [used.authenticator_data, &hash].concat();
    verify(&stored.public_key, &signed, used.signature)?;
    // Answered from here on, whatever follows: the same signature never counts again.
    if !asked.challenges.take(&challenge, &asked.bound, asked.now_s) {
        return Err(PasskeyRefusal::Challenge);
    }
    let counts = stored.counter != 0 || parts.counter != 0;
    if counts && parts.counter <= stored.counter {
        return Err(PasskeyRefusal::Copied);
    }
    Ok(PasskeyProof { officer: stored.officer, counter: parts.counter })
}

impl MemberSecret {
    /// Locks the member's secret with what a passkey gives: column `locked_secret` of `passkeys`.
    ///
    /// # Errors
    /// [`SealError::CannotSeal`].
    pub fn lock_by_passkey(
        &self,
        officer: &OfficerId,
        passkey: &PasskeyId,
        given: &Zeroizing<[u8; 32]>,
        dice: &dyn Dice,
    ) -> Result<Vec<u8>, SealError> {
        let key = passkey_key(officer, passkey, given);
        Ok(key.seal(&place(officer, passkey), self.0.bytes(), dice)?.into_bytes())
    }
}

/// Opens the member's secret with what the passkey gave. `proof` says that its device signed.
///
/// # Errors
/// [`SignInRefusal::Refused`] when the bytes are not this passkey's or it locks nothing;
/// [`SignInRefusal::Damaged`] when what opens is no secret.
pub fn unlock_by_passkey(
    stored: &StoredPasskey,
    given: &Zeroizing<[u8; 32]>,
    proof: &PasskeyProof,
) -> Result<MemberSecret, SignInRefusal> {
    if proof.officer != stored.officer {
        return Err(SignInRefusal::Refused);
    }
    let locked = stored.locked_secret.as_deref().ok_or(SignInRefusal::Refused)?;
    let plain = passkey_key(&stored.officer, &stored.id, given)
        .unseal(&place(&stored.officer, &stored.id), locked)
        .map_err(|_| SignInRefusal::Refused)?;
    let bytes: [u8; 32] = plain.as_slice().try_into().map_err(|_| SignInRefusal::Damaged)?;
    Ok(MemberSecret(SecretKey::from_bytes(bytes)))
}

fn passkey_key(officer: &OfficerId, passkey: &PasskeyId, given: &[u8; 32]) -> DataKey {
    let salt = [&officer.bytes()[..], passkey.bytes()].concat();
    DataKey::from_bytes(*derive_key::<32>(given, &salt, "mangrove passkey 1"))
}

fn place(officer: &OfficerId, passkey: &PasskeyId) -> Place<'static> {
    Place::cell("passkeys", passkey.bytes(), "locked_secret", officer.bytes())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// The challenge of what the browser says it asked, if it asked here and for this.
fn challenge_of(
    asked: &Asked<'_>,
    client_data: &[u8],
    kind: &str,
) -> Result<Vec<u8>, PasskeyRefusal> {
    if client_data.len() > PART_BYTES_MAX {
        return Err(PasskeyRefusal::Form);
    }
    let said: ClientData = serde_json::from_slice(client_data).map_err(|_| PasskeyRefusal::Form)?;
    if said.kind != kind {
        return Err(PasskeyRefusal::Form);
    }
    if said.origin != asked.party.origin || said.cross_origin {
        return Err(PasskeyRefusal::Elsewhere);
    }
    let challenge =
        URL_SAFE_NO_PAD.decode(&said.challenge).map_err(|_| PasskeyRefusal::Challenge)?;
    let is_open = asked.challenges.is_open(&challenge, &asked.bound, asked.now_s);
    if is_open { Ok(challenge) } else { Err(PasskeyRefusal::Challenge) }
}

/// What the device itself says: hash of the host, flags, counter, and after a making the passkey.
struct Parts<'a> {
    host_hash: [u8; 32],
    flags: u8,
    counter: i64,
    rest: &'a [u8],
}

impl<'a> Parts<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, PasskeyRefusal> {
        let form = PasskeyRefusal::Form;
        if bytes.len() > PART_BYTES_MAX {
            return Err(form);
        }
        let (host_hash, rest) = bytes.split_first_chunk::<32>().ok_or(form)?;
        let (flags, rest) = rest.split_first().ok_or(form)?;
        let (counter, rest) = rest.split_first_chunk::<4>().ok_or(form)?;
        let counter = i64::from(u32::from_be_bytes(*counter));
        Ok(Self { host_hash: *host_hash, flags: *flags, counter, rest })
    }

    fn check(&self, host: &str, must_verify: bool) -> Result<(), PasskeyRefusal> {
        let hash: [u8; 32] = Sha256::digest(host.as_bytes()).into();
        if self.host_hash != hash {
            return Err(PasskeyRefusal::Elsewhere);
        }
        let needed = if must_verify { USER_PRESENT | USER_VERIFIED } else { USER_PRESENT };
        if self.flags & needed == needed { Ok(()) } else { Err(PasskeyRefusal::NotVerified) }
    }

    /// Id of the credential, and its key in COSE.
    fn credential(&self) -> Result<(&'a [u8], &'a [u8]), PasskeyRefusal> {
        let form = PasskeyRefusal::Form;
        if self.flags & HAS_CREDENTIAL == 0 {
            return Err(form);
        }
        let (_make, rest) = self.rest.split_first_chunk::<16>().ok_or(form)?;
        let (length, rest) = rest.split_first_chunk::<2>().ok_or(form)?;
        let length = usize::from(u16::from_be_bytes(*length));
        if length == 0 || length > CREDENTIAL_BYTES_MAX {
            return Err(form);
        }
        rest.split_at_checked(length).ok_or(form)
    }
}

/// A key in COSE (RFC 9053) as it is stored.
fn read_key(cose: &[u8]) -> Result<Vec<u8>, PasskeyRefusal> {
    let key = CoseKey::read(cose).ok_or(PasskeyRefusal::Form)?;
    match (key.algorithm, key.x, key.y) {
        (ES256, Some(x), Some(y)) => {
            let point = [&[4_u8][..], &x, &y].concat();
            p256::ecdsa::VerifyingKey::from_sec1_bytes(&point).map_err(|_| PasskeyRefusal::Form)?;
            Ok([&[FORM_ES256][..], &point].concat())
        }
        (EDDSA, Some(x), None) => {
            ed25519_dalek::VerifyingKey::from_bytes(&x).map_err(|_| PasskeyRefusal::Form)?;
            Ok([&[FORM_ED25519][..], &x].concat())
        }
        _ => Err(PasskeyRefusal::Form),
    }
}

/// The parameters of a COSE key that are needed: 3 the algorithm, -2 and -3 the coordinates.
#[derive(Default)]
struct CoseKey {
    algorithm: i64,
    x: Option<[u8; 32]>,
    y: Option<[u8; 32]>,
}

impl CoseKey {
    fn read(cose: &[u8]) -> Option<Self> {
        let mut from = minicbor::Decoder::new(cose);
        let pairs = from.map().ok()??;
        let mut key = Self::default();
        for _ in 0..pairs.min(16) {
            match from.i64().ok()? {
                3 => key.algorithm = from.i64().ok()?,
                -2 => key.x = Some(from.bytes().ok()?.try_into().ok()?),
                -3 => key.y = Some(from.bytes().ok()?.try_into().ok()?),
                _ => from.skip().ok()?,
            }
        }
        Some(key)
    }
}

fn verify(public_key: &[u8], signed: &[u8], signature: &[u8]) -> Result<(), PasskeyRefusal> {
    let (form, key) = public_key.split_first().ok_or(PasskeyRefusal::Form)?;
    let fits = match *form {
        FORM_ES256 => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(key);
            let key = key.map_err(|_| PasskeyRefusal::Form)?;
            let signature = p256::ecdsa::DerSignature::from_bytes(signature);
            let signature = signature.map_err(|_| PasskeyRefusal::Signature)?;
            key.verify(signed, &signature).is_ok()
        }
        FORM_ED25519 => {
            let key: &[u8; 32] = key.try_into().map_err(|_| PasskeyRefusal::Form)?;
            let key = ed25519_dalek::VerifyingKey::from_bytes(key);
            let key = key.map_err(|_| PasskeyRefusal::Form)?;
            let signature = ed25519_dalek::Signature::from_slice(signature);
            let signature = signature.map_err(|_| PasskeyRefusal::Signature)?;
            key.verify_strict(signed, &signature).is_ok()
        }
        _ => return Err(PasskeyRefusal::Form),
    };
    if fits { Ok(()) } else { Err(PasskeyRefusal::Signature) }
}
