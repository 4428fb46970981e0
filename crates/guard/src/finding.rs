//! Reading the sealed index of a desk. It is opened as a whole, in memory, so that a person can be
//! found by what is remembered; the words go to whoever fills the index and nowhere else, and what
//! a search finds is told only after the leaf of the search is kept.

use crate::Action;
use crate::gate::Warrant;
use crate::seal::{DataKey, Place, SealError, Sealed};
use lexicon::Clock;
use lexicon::Dice;
use lexicon::ids::DeskId;

/// Permission to read the index of one desk. Made by [`open_index`] only.
pub struct IndexReading {
    desk: DeskId,
}

/// Consumes a warrant to search among the persons of a desk; the thing of the warrant is the desk.
///
/// # Errors
/// [`SealError::WrongThing`] when the warrant is not to search in this desk or has expired.
pub fn open_index(
    warrant: Warrant,
    desk: DeskId,
    clock: &dyn Clock,
) -> Result<IndexReading, SealError> {
    if warrant.officer_desk() != desk || !warrant.spend(Action::PersonSearch, desk.bytes(), clock) {
        return Err(SealError::WrongThing);
    }
    Ok(IndexReading { desk })
}

impl IndexReading {
    pub fn desk(&self) -> DeskId {
        self.desk
    }

    /// Gives the bytes of one entry to `take`; they are wiped afterwards.
    ///
    /// # Errors
    /// [`SealError::WrongThing`] for an entry of another desk, [`SealError::DoesNotOpen`] for a
    /// wrong key or a changed entry.
    pub fn read<T>(
        &self,
        key: &DataKey,
        place: &Place<'_>,
        sealed: &Sealed,
        take: impl FnOnce(&[u8]) -> T,
    ) -> Result<T, SealError> {
        if place.compartment != *self.desk.bytes() {
            return Err(SealError::WrongThing);
        }
        Ok(take(&key.unseal(place, sealed.as_bytes())?))
    }

    /// Seals an entry again under another key, at the same place.
    ///
    /// # Errors
    /// As [`IndexReading::read`].
    pub fn reseal(
        &self,
        (from, to): (&DataKey, &DataKey),
        place: &Place<'_>,
        sealed: &Sealed,
        dice: &dyn Dice,
    ) -> Result<Sealed, SealError> {
        if place.compartment != *self.desk.bytes() {
            return Err(SealError::WrongThing);
        }
        to.seal(place, &from.unseal(place, sealed.as_bytes())?, dice)
    }
}
