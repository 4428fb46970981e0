//! Leaves: one event, sealed to the oversight body and to the desk it concerns.

use super::{Event, merkle};
use crate::opening::Opening;
use crate::seal::{DataKey, Place, PublicKey, SealError, Wrap};
use crate::{Unlocked, ledger::LEDGER};
use lexicon::ids::{AlarmId, DeskId, LeafId, OfficerId};
use lexicon::{Day, Dice};
use sha2::{Digest, Sha256};

/// Longest note kept with a reason, in bytes.
pub const NOTE_BYTES_MAX: usize = 8_000;

/// Whose keys a leaf is sealed to.
#[derive(Clone, Copy, Debug)]
pub struct LedgerKeys {
    pub oversight_desk: DeskId,
    pub oversight: PublicKey,
    pub oversight_version: i64,
    /// The desk that owns the thing, if there is one: id, public key, key version.
    pub owner: Option<(DeskId, PublicKey, i64)>,
}

/// One opening: one officer, one thing, one day. The store keeps the first and leaves out the
/// leaves of the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningEntry {
    pub officer: OfficerId,
    pub thing_kind: &'static str,
    pub thing: [u8; 16],
    pub day: Day,
    pub is_assigned: bool,
    /// How a person was opened; `None` for every other kind of thing.
    pub person: Option<PersonOpening>,
}

/// By what right a person's identity is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The officer is assigned: free.
    Assigned,
    /// A second officer said yes: counted.
    SecondYes,
    /// After friction, without a second yes: counted.
    Alone,
    /// In the event mode of this id: marked, not counted.
    Event([u8; 16]),
    /// Emergency: told at once, reviewed afterwards.
    BreakGlass,
}

impl Way {
    /// The code that stands in the database.
    pub fn id(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::SecondYes => "second-yes",
            Self::Alone => "alone",
            Self::Event(_) => "event",
            Self::BreakGlass => "break-glass",
        }
    }
}

/// The opening of a person, with its place among those of the day that count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonOpening {
    pub way: Way,
    /// Place among the day's counted openings, from 1, and the most there should be; set where the
    /// way counts.
    pub slot: Option<(i64, i64)>,
    /// The alarm that goes with it; beyond the budget and in an emergency there must be one.
    pub alarm: Option<AlarmId>,
}

/// A leaf as it goes into a transaction. Columns of `leaves`: id, on_day, commitment, sealed_event,
/// oversight_desk, oversight_version, oversight_wrap, desk_id, desk_version, desk_wrap, leaf_hash;
/// number comes from the sequencer.
#[derive(Clone, Debug)]
pub struct Leaf {
    pub stored: StoredLeaf,
    /// Set when the leaf tells of an opening.
    pub opening: Option<OpeningEntry>,
}

/// A leaf as it stands in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredLeaf {
    pub id: LeafId,
    pub day: Day,
    /// SHA-256 of a salt (kept inside the seal) and the event.
    pub commitment: [u8; 32],
    pub sealed_event: Vec<u8>,
    pub oversight_desk: DeskId,
    pub oversight_version: i64,
    pub oversight_wrap: Vec<u8>,
    pub owner_desk: Option<DeskId>,
    pub owner_version: i64,
    /// Empty when no desk owns the thing.
    pub owner_wrap: Vec<u8>,
}

impl Leaf {
    /// Seals an event to the oversight body and, where there is one, the owning desk.
    ///
    /// # Errors
    /// [`SealError::CannotSeal`] when a public key is no valid point or the note is longer than
    /// [`NOTE_BYTES_MAX`].
    pub fn seal(event: &Event, keys: &LedgerKeys, dice: &dyn Dice) -> Result<Self, SealError> {
        Self::seal_salted(event, keys, dice).map(|(leaf, _)| leaf)
    }

    /// The same, with the salt that opens the commitment.
    pub(crate) fn seal_salted(
        event: &Event,
        keys: &LedgerKeys,
        dice: &dyn Dice,
    ) -> Result<(Self, [u8; 32]), SealError> {
        if event.note.len() > NOTE_BYTES_MAX {
            return Err(SealError::CannotSeal);
        }
        let id = LeafId::random(dice);
        let mut salt = [0_u8; 32];
        dice.fill(&mut salt);
        let canonical = event.canonical();
        let mut plain = salt.to_vec();
        plain.extend_from_slice(&canonical);
        let key = DataKey::random(dice);
        let sealed_event = key.seal(&event_place(&id), &plain, dice)?.into_bytes();
        let oversight_wrap = key.wrap_to(
            &keys.oversight,
            &wrap_place(&id, &keys.oversight_desk, keys.oversight_version),
            dice,
        )?;
        let owner_wrap = match &keys.owner {
            Some((desk, public, version)) => {
                key.wrap_to(public, &wrap_place(&id, desk, *version), dice)?.into_bytes()
            }
            None => Vec::new(),
        };
        let stored = StoredLeaf {
            id,
            day: event.day,
            commitment: commit(&plain),
            sealed_event,
            oversight_desk: keys.oversight_desk,
            oversight_version: keys.oversight_version,
            oversight_wrap: oversight_wrap.into_bytes(),
            owner_desk: keys.owner.map(|(desk, _, _)| desk),
            owner_version: keys.owner.map_or(0, |(_, _, version)| version),
            owner_wrap,
        };
        Ok((Self { stored, opening: None }, salt))
    }

    pub(crate) fn with_opening(mut self, opening: OpeningEntry) -> Self {
        self.opening = Some(opening);
        self
    }
}

impl StoredLeaf {
    /// What a leaf of this event and salt is bound to.
    pub(crate) fn commitment_of(salt: &[u8; 32], event: &Event) -> [u8; 32] {
        commit(&[salt.as_slice(), &event.canonical()].concat())
    }

    /// Whether this leaf is bound to an event.
    pub(crate) fn holds(&self, salt: &[u8; 32], event: &Event) -> bool {
        self.commitment == Self::commitment_of(salt, event)
    }

    /// The leaf's hash in the tree: of every column that stands in the database.
    pub fn hash(&self) -> [u8; 32] {
        let day = self.day.to_string();
        let owner = self.owner_desk.map_or([0_u8; 16], |desk| *desk.bytes());
        let entry = crate::seal::joined(&[
            b"mangrove leaf 1",
            self.id.bytes(),
            day.as_bytes(),
            &self.commitment,
            &self.sealed_event,
            self.oversight_desk.bytes(),
            &self.oversight_version.to_be_bytes(),
            &self.oversight_wrap,
            &owner,
            &self.owner_version.to_be_bytes(),
            &self.owner_wrap,
        ]);
        merkle::leaf_hash(&entry)
    }

    /// Opens the event for an officer of oversight or of the owning desk. The warrant must have
    /// been minted for the ledger and opened on the transaction's book.
    ///
    /// # Errors
    /// [`SealError`] when no unlocked desk holds a wrap, or the leaf was changed.
    pub fn open(&self, opening: &Opening, unlocked: &Unlocked) -> Result<Event, SealError> {
        if !opening.is_for(crate::Kind::Ledger, &LEDGER) {
            return Err(SealError::WrongThing);
        }
        let key = self.unwrap(unlocked)?;
        let plain = key.unseal(&event_place(&self.id), &self.sealed_event)?;
        let event = plain.get(32..).ok_or(SealError::UnknownForm)?;
        if commit(&plain) != self.commitment {
            return Err(SealError::DoesNotOpen);
        }
        serde_json::from_slice(event).map_err(|_| SealError::UnknownForm)
    }

    fn unwrap(&self, unlocked: &Unlocked) -> Result<DataKey, SealError> {
        let wrap = Wrap::from_bytes(self.oversight_wrap.clone());
        let place = wrap_place(&self.id, &self.oversight_desk, self.oversight_version);
        let by_oversight =
            unlocked.unwrap(self.oversight_desk, self.oversight_version, &wrap, &place);
        match (by_oversight, self.owner_desk) {
            (Err(SealError::NoKey), Some(owner)) => {
                let wrap = Wrap::from_bytes(self.owner_wrap.clone());
                let place = wrap_place(&self.id, &owner, self.owner_version);
                unlocked.unwrap(owner, self.owner_version, &wrap, &place)
            }
            (answer, _) => answer,
        }
    }
}

fn commit(salted: &[u8]) -> [u8; 32] {
    Sha256::digest(salted).into()
}

fn event_place(id: &LeafId) -> Place<'static> {
    Place::cell("leaves", id.bytes(), "sealed_event", &LEDGER)
}

fn wrap_place(id: &LeafId, desk: &DeskId, version: i64) -> Place<'static> {
    Place::wrap(id.bytes(), "event", desk.bytes(), version)
}
