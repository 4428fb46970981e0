//! Opening a sealed thing: warrant first, then the leaf, then the commit, then sight.

use crate::gate::{Action, Warrant};
use crate::ledger::{
    AfterCommit, Book, CommitMark, Event, Leaf, LedgerKeys, OpeningEntry, PersonOpening, Way,
};
use crate::seal::{DataKey, Place, SealError, Sealed};
use crate::{Kind, gate::uuid_text};
use lexicon::{Clock, Dice};
use zeroize::Zeroizing;

/// Why an officer opens something: a code and the officer's own words. The words are sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// A code of the catalogue, e.g. `assigned-work`.
    pub code: &'static str,
    /// Free words, at most [`NOTE_CHARS_MAX`] characters; empty when the code says enough.
    pub note: String,
}

/// Longest note, in characters.
pub const NOTE_CHARS_MAX: usize = 2_000;

impl Reason {
    /// The ordinary work of the desk that holds the thing.
    pub fn desk_work() -> Self {
        Self { code: "desk-work", note: String::new() }
    }
}

/// Permission to unseal the cells of one thing within one transaction. Made by [`open`] only.
pub struct Opening {
    kind: Kind,
    thing: [u8; 16],
    mark: CommitMark,
}

/// Text or bytes that were sealed. It shows itself only when asked to by name, and is wiped from
/// memory when dropped; it can be neither printed, copied nor serialised.
pub struct Opened(Zeroizing<Vec<u8>>);

impl Opened {
    pub(crate) fn new(plain: Zeroizing<Vec<u8>>) -> Self {
        Self(plain)
    }

    /// The text, to put before the officer who holds the warrant. Bytes that are no text show
    /// with U+FFFD.
    pub fn show(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }

    /// The bytes, for files and coded values.
    pub fn show_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Consumes a warrant: appends the leaf of this opening to the transaction and returns the
/// permission to unseal the cells of that one thing. The leaf of a second opening by the same
/// officer on the same day is left out by the store.
///
/// # Errors
/// [`SealError::WrongThing`] when the warrant has expired by `clock` or is for an action that
/// opens nothing; [`SealError::CannotSeal`] when the note is too long.
pub fn open(
    warrant: Warrant,
    reason: &Reason,
    keys: &LedgerKeys,
    book: &mut dyn Book,
    clock: &dyn Clock,
    dice: &dyn Dice,
) -> Result<Opening, SealError> {
    if warrant.kind() == Kind::Person {
        return Err(SealError::WrongThing);
    }
    open_as(warrant, (reason, None), keys, book, (clock, dice))
}

/// As [`open`], for who a person is: by what right, and in which place of the officer's day.
///
/// # Errors
/// As [`open`]; also [`SealError::WrongThing`] when the way is not the warrant's: only an assigned
/// officer opens as assigned, and only a warrant for an emergency breaks the glass.
pub fn open_person(
    warrant: Warrant,
    (reason, person): (&Reason, PersonOpening),
    keys: &LedgerKeys,
    book: &mut dyn Book,
    (clock, dice): (&dyn Clock, &dyn Dice),
) -> Result<Opening, SealError> {
    let is_emergency = warrant.action() == Action::PersonBreakGlass;
    let fits = match person.way {
        Way::Assigned => warrant.is_assigned() && !is_emergency,
        Way::BreakGlass => is_emergency,
        Way::SecondYes | Way::Alone | Way::Event(_) => !is_emergency,
    };
    if warrant.kind() != Kind::Person || !fits {
        return Err(SealError::WrongThing);
    }
    open_as(warrant, (reason, Some(person)), keys, book, (clock, dice))
}

fn open_as(
    warrant: Warrant,
    (reason, person): (&Reason, Option<PersonOpening>),
    keys: &LedgerKeys,
    book: &mut dyn Book,
    (clock, dice): (&dyn Clock, &dyn Dice),
) -> Result<Opening, SealError> {
    if !warrant.is_live(clock) || !warrant.action().opens() {
        return Err(SealError::WrongThing);
    }
    if reason.note.chars().count() > NOTE_CHARS_MAX {
        return Err(SealError::CannotSeal);
    }
    let event = Event {
        day: warrant.day(),
        action: warrant.action().id().to_owned(),
        officer: Some(warrant.officer()),
        desk: Some(warrant.officer_desk()),
        thing_kind: warrant.kind().id().to_owned(),
        thing: uuid_text(warrant.thing()),
        reason: reason.code.to_owned(),
        note: reason.note.clone(),
    };
    let entry = OpeningEntry {
        officer: warrant.officer(),
        thing_kind: warrant.kind().id(),
        thing: *warrant.thing(),
        day: warrant.day(),
        is_assigned: warrant.is_assigned(),
        person,
    };
    book.append(Leaf::seal(&event, keys, dice)?.with_opening(entry));
    Ok(Opening { kind: warrant.kind(), thing: *warrant.thing(), mark: book.mark() })
}

impl Opening {
    /// Unseals one cell of the thing; the value comes out after the commit.
    ///
    /// # Errors
    /// [`SealError::WrongThing`] for a cell of another thing, [`SealError::DoesNotOpen`] for a
    /// wrong key, a wrong place or a changed ciphertext.
    pub fn unseal(
        &self,
        key: &DataKey,
        place: &Place<'_>,
        sealed: &Sealed,
    ) -> Result<AfterCommit<Opened>, SealError> {
        if place.compartment != self.thing {
            return Err(SealError::WrongThing);
        }
        let plain = key.unseal(place, sealed.as_bytes())?;
        Ok(AfterCommit::new(Opened(plain), self.mark.clone()))
    }

    /// Whether a sealed cell holds just these bytes. Nothing of the cell comes out.
    ///
    /// # Errors
    /// As [`Opening::unseal`].
    pub fn holds(
        &self,
        key: &DataKey,
        place: &Place<'_>,
        sealed: &Sealed,
        plain: &[u8],
    ) -> Result<bool, SealError> {
        if place.compartment != self.thing {
            return Err(SealError::WrongThing);
        }
        Ok(key.unseal(place, sealed.as_bytes())?.as_slice() == plain)
    }

    /// Seals what stands in some cells of the thing again, one after the other, into another cell
    /// of it. Nothing of the cells comes out.
    ///
    /// # Errors
    /// As [`Opening::unseal`].
    pub fn reseal(
        &self,
        key: &DataKey,
        from: &[(Place<'_>, Sealed)],
        to: &Place<'_>,
        dice: &dyn Dice,
    ) -> Result<Sealed, SealError> {
        if from.iter().any(|(place, _)| place.compartment != self.thing)
            || to.compartment != self.thing
        {
            return Err(SealError::WrongThing);
        }
        let mut joined = Zeroizing::new(Vec::new());
        for (n, (place, sealed)) in from.iter().enumerate() {
            if n > 0 {
                joined.extend_from_slice(b"\n\n");
            }
            joined.extend_from_slice(&key.unseal(place, sealed.as_bytes())?);
        }
        key.seal(to, &joined, dice)
    }

    pub(crate) fn is_for(&self, kind: Kind, thing: &[u8; 16]) -> bool {
        self.kind == kind && self.thing == *thing
    }
}
