//! The keys one session has open.

use super::desk::{unwrap_secret, wrap_secret};
use super::{MemberSecret, NewDesk};
use crate::seal::{DataKey, Place, PublicKey, SealError, SecretKey, Wrap};
use lexicon::Dice;
use lexicon::ids::{DeskId, OfficerId};

/// A row of `member_wraps` of the member who signs in.
#[derive(Clone, Debug)]
pub struct DeskWrap {
    pub desk: DeskId,
    pub key_version: i64,
    pub wrap: Vec<u8>,
}

/// The secrets of one session: the member's key and every version of the desk's key. They live in
/// memory only and are wiped when this is dropped.
pub struct Unlocked {
    officer: OfficerId,
    member: MemberSecret,
    desks: Vec<(DeskId, i64, SecretKey)>,
}

impl Unlocked {
    /// Opens the member's wraps. A wrap that does not open is an error: it was changed or belongs
    /// to somebody else.
    ///
    /// # Errors
    /// [`SealError`] for such a wrap.
    pub fn open(
        officer: OfficerId,
        member: MemberSecret,
        wraps: &[DeskWrap],
    ) -> Result<Self, SealError> {
        let desks = wraps
            .iter()
            .map(|w| {
                let secret = unwrap_secret(&member, &officer, &w.desk, w.key_version, &w.wrap)?;
                Ok((w.desk, w.key_version, secret))
            })
            .collect::<Result<Vec<_>, SealError>>()?;
        Ok(Self { officer, member, desks })
    }

    pub fn officer(&self) -> OfficerId {
        self.officer
    }

    pub fn member(&self) -> &MemberSecret {
        &self.member
    }

    /// Desks and key versions that are open.
    pub fn desks(&self) -> impl Iterator<Item = (DeskId, i64)> + '_ {
        self.desks.iter().map(|(desk, version, _)| (*desk, *version))
    }

    /// Takes in a desk's key just made or rotated.
    pub fn add(&mut self, desk: DeskId, new: NewDesk) {
        self.desks.push((desk, new.key_version, new.secret));
    }

    /// Unwraps the data key of a thing. It can seal; to unseal with it takes an `Opening`.
    ///
    /// # Errors
    /// [`SealError::NoKey`] when this version of the desk's key is not open here,
    /// [`SealError::DoesNotOpen`] when the wrap was changed or stands elsewhere.
    pub fn unwrap(
        &self,
        desk: DeskId,
        key_version: i64,
        wrap: &Wrap,
        place: &Place<'_>,
    ) -> Result<DataKey, SealError> {
        self.secret(desk, key_version)?.unwrap_key(wrap, place)
    }

    /// Unwraps the data key `purpose` of `thing` held by `desk`: the row of `wraps`.
    ///
    /// # Errors
    /// As [`Unlocked::unwrap`].
    pub fn data_key(
        &self,
        thing: &[u8; 16],
        purpose: &str,
        (desk, key_version): (DeskId, i64),
        wrap: &[u8],
    ) -> Result<DataKey, SealError> {
        let place = Place::wrap(thing, purpose, desk.bytes(), key_version);
        self.unwrap(desk, key_version, &Wrap::from_bytes(wrap.to_vec()), &place)
    }

    /// Wraps every open version of a desk's key to a new member of that desk.
    ///
    /// # Errors
    /// [`SealError::NoKey`] when this session has no key of the desk.
    pub fn wrap_for_member(
        &self,
        desk: DeskId,
        (officer, public): (&OfficerId, &PublicKey),
        dice: &dyn Dice,
    ) -> Result<Vec<DeskWrap>, SealError> {
        let wraps = self
            .desks
            .iter()
            .filter(|(d, _, _)| *d == desk)
            .map(|(d, version, secret)| {
                let wrap = wrap_secret(d, (*version, secret), (officer, public), dice)?;
                Ok(DeskWrap { desk: *d, key_version: *version, wrap: wrap.into_bytes() })
            })
            .collect::<Result<Vec<_>, SealError>>()?;
        if wraps.is_empty() { Err(SealError::NoKey) } else { Ok(wraps) }
    }

    /// Wraps every open version of a desk's key to another key, each at its own place.
    pub(super) fn wrap_at(
        &self,
        desk: DeskId,
        public: &PublicKey,
        place: impl Fn(i64) -> Place<'static>,
        dice: &dyn Dice,
    ) -> Result<Vec<DeskWrap>, SealError> {
        let own = self.desks.iter().filter(|(d, _, _)| *d == desk);
        let wraps = own.map(|(desk, version, secret)| {
            let wrap = secret.wrap_to(public, &place(*version), dice)?;
            Ok(DeskWrap { desk: *desk, key_version: *version, wrap: wrap.into_bytes() })
        });
        let wraps = wraps.collect::<Result<Vec<_>, SealError>>()?;
        if wraps.is_empty() { Err(SealError::NoKey) } else { Ok(wraps) }
    }

    fn secret(&self, desk: DeskId, key_version: i64) -> Result<&SecretKey, SealError> {
        self.desks
            .iter()
            .find(|(d, version, _)| *d == desk && *version == key_version)
            .map(|(_, _, secret)| secret)
            .ok_or(SealError::NoKey)
    }
}
