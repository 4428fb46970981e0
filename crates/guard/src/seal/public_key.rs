//! Wraps: a key sealed to a public key (HPKE base mode of RFC 9180: X25519, HKDF-SHA256,
//! ChaCha20-Poly1305), so that a hint is sealed with nobody signed in.

use super::{DataKey, Place, SealError};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use lexicon::Dice;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Form of a wrap: this byte, the encapsulated key of 32 bytes, the sealed key of 48.
const FORM: u8 = 1;
const ENCAPSULATED_BYTES: usize = 32;
const INFO: &[u8] = b"mangrove wrap 1";

type HpkePublic = <X25519HkdfSha256 as Kem>::PublicKey;
type HpkeSecret = <X25519HkdfSha256 as Kem>::PrivateKey;
type HpkeEncapsulated = <X25519HkdfSha256 as Kem>::EncappedKey;

/// The public half of a desk's, member's or receipt's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

/// The secret half. Wiped from memory when dropped; it can be neither printed nor copied.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SecretKey([u8; 32]);

/// A key of 32 bytes wrapped to a public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrap(Vec<u8>);

impl Wrap {
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl PublicKey {
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// `None` unless there are 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(crate) fn wrap(
        &self,
        key: &[u8; 32],
        place: &Place<'_>,
        dice: &dyn Dice,
    ) -> Result<Wrap, SealError> {
        let to = HpkePublic::from_bytes(&self.0).map_err(|_| SealError::CannotSeal)?;
        let (encapsulated, sealed) =
            hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &OpModeS::Base,
                &to,
                INFO,
                key,
                &place.associated(),
                &mut Chance(dice),
            )
            .map_err(|_| SealError::CannotSeal)?;
        let mut bytes = vec![FORM];
        bytes.extend_from_slice(&encapsulated.to_bytes());
        bytes.extend_from_slice(&sealed);
        Ok(Wrap(bytes))
    }
}

impl SecretKey {
    pub fn random(dice: &dyn Dice) -> Self {
        let mut bytes = [0_u8; 32];
        dice.fill(&mut bytes);
        let key = Self(bytes);
        bytes.zeroize();
        key
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub fn public(&self) -> PublicKey {
        let secret = x25519_dalek::StaticSecret::from(self.0);
        PublicKey(x25519_dalek::PublicKey::from(&secret).to_bytes())
    }

    /// Wraps this secret to a member's key.
    pub(crate) fn wrap_to(
        &self,
        to: &PublicKey,
        place: &Place<'_>,
        dice: &dyn Dice,
    ) -> Result<Wrap, SealError> {
        to.wrap(&self.0, place, dice)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn unwrap_key(&self, wrap: &Wrap, place: &Place<'_>) -> Result<DataKey, SealError> {
        self.unwrap_bytes(wrap, place).map(|bytes| DataKey::from_bytes(*bytes))
    }

    pub(crate) fn unwrap_secret(&self, wrap: &Wrap, place: &Place<'_>) -> Result<Self, SealError> {
        self.unwrap_bytes(wrap, place).map(|bytes| Self(*bytes))
    }

    fn unwrap_bytes(
        &self,
        wrap: &Wrap,
        place: &Place<'_>,
    ) -> Result<Zeroizing<[u8; 32]>, SealError> {
        let (form, rest) = wrap.0.split_first().ok_or(SealError::UnknownForm)?;
        if *form != FORM {
            return Err(SealError::UnknownForm);
        }
        let (encapsulated, sealed) =
            rest.split_first_chunk::<ENCAPSULATED_BYTES>().ok_or(SealError::UnknownForm)?;
        let secret = HpkeSecret::from_bytes(&self.0).map_err(|_| SealError::DoesNotOpen)?;
        let encapsulated =
            HpkeEncapsulated::from_bytes(encapsulated).map_err(|_| SealError::UnknownForm)?;
        let plain = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &secret,
            &encapsulated,
            INFO,
            sealed,
            &place.associated(),
        )
        .map(Zeroizing::new)
        .map_err(|_| SealError::DoesNotOpen)?;
        let bytes: [u8; 32] = plain.as_slice().try_into().map_err(|_| SealError::UnknownForm)?;
        Ok(Zeroizing::new(bytes))
    }
}

/// The house's dice in the form that crates of cryptography ask for.
pub(crate) struct Chance<'a>(pub(crate) &'a dyn Dice);

impl hpke::rand_core::TryRng for Chance<'_> {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        let mut bytes = [0_u8; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        let mut bytes = [0_u8; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Self::Error> {
        self.0.fill(to);
        Ok(())
    }
}

impl hpke::rand_core::TryCryptoRng for Chance<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use lexicon::chance::SeededDice;

    #[test]
    fn a_wrap_opens_for_its_desk_at_its_place_only() {
        let dice = SeededDice::new(1);
        let (desk, other) = (SecretKey::random(&dice), SecretKey::random(&dice));
        let key = DataKey::random(&dice);
        let place = Place::wrap(&[1; 16], "content", &[2; 16], 1);
        let wrap = key.wrap_to(&desk.public(), &place, &dice).expect("wrapped");
        assert_eq!(desk.unwrap_key(&wrap, &place).expect("opens").bytes(), key.bytes());
        assert!(other.unwrap_key(&wrap, &place).is_err(), "another desk's key");
        let moved = Place::wrap(&[1; 16], "dialogue", &[2; 16], 1);
        assert!(desk.unwrap_key(&wrap, &moved).is_err(), "another purpose");
        for at in 0..wrap.as_bytes().len() {
            let mut changed = wrap.as_bytes().to_vec();
            changed[at] ^= 1;
            assert!(desk.unwrap_key(&Wrap::from_bytes(changed), &place).is_err(), "byte {at}");
            let cut = wrap.as_bytes()[..at].to_vec();
            assert!(desk.unwrap_key(&Wrap::from_bytes(cut), &place).is_err(), "cut at {at}");
        }
    }
}
