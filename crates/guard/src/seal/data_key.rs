//! Data keys and what they seal.

use super::{Place, PublicKey, SealError, Wrap};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use lexicon::Dice;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Form of a sealed value: this byte, a nonce of 24 bytes, the ciphertext with its tag of 16.
const FORM: u8 = 1;
const NONCE_BYTES: usize = 24;

/// A key of 32 bytes that seals the cells of one thing. Wiped from memory when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

/// A sealed value: ciphertext only, as it stands in the database. It has no text form on purpose.
#[derive(PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// The bytes to store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Bytes read from the database; whether they open is found out when they are opened.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl DataKey {
    pub fn random(dice: &dyn Dice) -> Self {
        let mut bytes = [0_u8; 32];
        dice.fill(&mut bytes);
        Self(bytes)
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    #[cfg(test)]
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals `plain` for one place (XChaCha20-Poly1305, random nonce).
    ///
    /// # Errors
    /// [`SealError::CannotSeal`] when `plain` is too long for the cipher (256 GiB).
    pub fn seal(
        &self,
        place: &Place<'_>,
        plain: &[u8],
        dice: &dyn Dice,
    ) -> Result<Sealed, SealError> {
        self.seal_for(&place.associated(), plain, dice)
    }

    /// Seals `plain` with the associated data `bound`.
    pub(super) fn seal_for(
        &self,
        bound: &[u8],
        plain: &[u8],
        dice: &dyn Dice,
    ) -> Result<Sealed, SealError> {
        let mut nonce = [0_u8; NONCE_BYTES];
        dice.fill(&mut nonce);
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound })
            .map_err(|_| SealError::CannotSeal)?;
        let mut bytes = Vec::with_capacity(1 + NONCE_BYTES + sealed.len());
        bytes.push(FORM);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed);
        Ok(Sealed(bytes))
    }

    /// Wraps this key to a public key, so that the holder of its secret can seal and open too.
    ///
    /// # Errors
    /// [`SealError::CannotSeal`] when `to` is no valid point.
    pub fn wrap_to(
        &self,
        to: &PublicKey,
        place: &Place<'_>,
        dice: &dyn Dice,
    ) -> Result<Wrap, SealError> {
        to.wrap(&self.0, place, dice)
    }

    /// Opens a sealed value. Within this crate only: elsewhere an `Opening` or a receipt does it.
    pub(crate) fn unseal(
        &self,
        place: &Place<'_>,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        self.unseal_for(&place.associated(), sealed)
    }

    pub(super) fn unseal_for(
        &self,
        bound: &[u8],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (form, rest) = sealed.split_first().ok_or(SealError::UnknownForm)?;
        if *form != FORM {
            return Err(SealError::UnknownForm);
        }
        let (nonce, text) =
            rest.split_first_chunk::<NONCE_BYTES>().ok_or(SealError::UnknownForm)?;
        self.cipher()
            .decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: bound })
            .map(Zeroizing::new)
            .map_err(|_| SealError::DoesNotOpen)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// A key of `N` bytes derived from a secret for one named use (HKDF-SHA256).
pub(crate) fn derive_key<const N: usize>(
    secret: &[u8],
    salt: &[u8],
    used_for: &str,
) -> Zeroizing<[u8; N]> {
    let mut out = Zeroizing::new([0_u8; N]);
    let kdf = hkdf::Hkdf::<sha2::Sha256>::new(Some(salt), secret);
    // Only an output of more than 8,160 bytes could fail; N is 32 or 64 here, and a key of zeros
    // would open nothing that was sealed.
    if kdf.expand(used_for.as_bytes(), out.as_mut_slice()).is_err() {
        out.zeroize();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use lexicon::chance::SeededDice;

    fn place() -> Place<'static> {
        Place::cell("hints", &[1; 16], "sealed_text", &[1; 16])
    }

    #[test]
    fn what_is_sealed_opens_in_its_place_only() {
        let dice = SeededDice::new(1);
        let key = DataKey::random(&dice);
        let sealed = key.seal(&place(), b"she waits", &dice).expect("sealed");
        assert_eq!(
            key.unseal(&place(), sealed.as_bytes()).expect("opens").as_slice(),
            b"she waits"
        );
        let moved = Place { row: [2; 16], ..place() };
        assert_eq!(key.unseal(&moved, sealed.as_bytes()).err(), Some(SealError::DoesNotOpen));
        let other = DataKey::random(&dice);
        assert_eq!(other.unseal(&place(), sealed.as_bytes()).err(), Some(SealError::DoesNotOpen));
    }

    // proves: P-16
    #[test]
    fn p16_no_changed_or_cut_ciphertext_opens_or_crashes() {
        let dice = SeededDice::new(2);
        let key = DataKey::random(&dice);
        let sealed = key.seal(&place(), b"a short text", &dice).expect("sealed").into_bytes();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(key.unseal(&place(), &changed).is_err(), "byte {at}");
            assert!(key.unseal(&place(), &sealed[..at]).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn the_same_text_never_seals_to_the_same_bytes() {
        let dice = SeededDice::new(3);
        let key = DataKey::random(&dice);
        let one = key.seal(&place(), b"x", &dice).expect("sealed");
        let two = key.seal(&place(), b"x", &dice).expect("sealed");
        assert!(one != two);
    }
}
