//! Epoch keys: an outer seal over the wraps of data keys. The keys stand in a small file beside
//! the database, never in it, and are replaced every few weeks. Whoever has an old copy of the
//! database and every desk's key still opens nothing once the epochs of that copy are gone: that
//! is what makes an erasure final.

use super::data_key::derive_key;
use super::{DataKey, Place, SealError, place};
use lexicon::{Day, Dice};
use std::fmt::Write as _;
use std::sync::{Arc, PoisonError, RwLock};
use zeroize::Zeroizing;

/// An epoch is replaced when it is this old, in days.
pub const REPLACED_AFTER_DAYS: i64 = 28;
/// A replaced epoch is destroyed when it is this old, in days: whatever was erased on any day of
/// its life is beyond every copy no later than this many days after.
pub const DESTROYED_AFTER_DAYS: i64 = 35;
/// Longest text of a key file, in bytes: far more epochs than can live at once.
pub const TEXT_BYTES_MAX: usize = 4_096;

const INFO: &[u8] = b"mangrove epoch 1";

/// One epoch: its number, the day it began, its key.
struct Epoch {
    number: i64,
    began: Day,
    key: Zeroizing<[u8; 32]>,
}

/// The epochs of a node that are not destroyed, the oldest first. There is always one.
pub struct EpochKeys {
    earlier: Vec<Epoch>,
    current: Epoch,
}

/// The day an epoch began and its number; no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpochAge {
    pub number: i64,
    pub began: Day,
}

impl EpochAge {
    /// The last day on which it may exist anywhere.
    pub fn ends(self) -> Day {
        self.began.plus_days(DESTROYED_AFTER_DAYS)
    }
}

impl Epoch {
    fn new(number: i64, began: Day, dice: &dyn Dice) -> Self {
        let mut key = Zeroizing::new([0_u8; 32]);
        dice.fill(key.as_mut_slice());
        Self { number, began, key }
    }

    fn age(&self) -> EpochAge {
        EpochAge { number: self.number, began: self.began }
    }

    fn copied(&self) -> Self {
        Self { number: self.number, began: self.began, key: self.key.clone() }
    }
}

impl EpochKeys {
    /// The first epoch of a new node.
    pub fn first(today: Day, dice: &dyn Dice) -> Self {
        Self { earlier: Vec::new(), current: Epoch::new(1, today, dice) }
    }

    /// The same and a new current epoch.
    #[must_use]
    pub fn with_next(&self, today: Day, dice: &dyn Dice) -> Self {
        let mut earlier: Vec<Epoch> = self.earlier.iter().map(Epoch::copied).collect();
        earlier.push(self.current.copied());
        Self { earlier, current: Epoch::new(self.current.number + 1, today, dice) }
    }

    /// The same without one earlier epoch. The current one stays.
    #[must_use]
    pub fn without(&self, number: i64) -> Self {
        let earlier = self.earlier.iter().filter(|epoch| epoch.number != number);
        Self { earlier: earlier.map(Epoch::copied).collect(), current: self.current.copied() }
    }

    pub fn current(&self) -> EpochAge {
        self.current.age()
    }

    /// Epochs that were replaced and not yet destroyed, the oldest first.
    pub fn earlier(&self) -> impl Iterator<Item = EpochAge> + '_ {
        self.earlier.iter().map(Epoch::age)
    }

    /// What the database keeps of the current epoch, so that the key file of another node is
    /// noticed. 32 bytes.
    pub fn mark(&self) -> [u8; 32] {
        mark(&self.current)
    }

    /// Whether a mark is that of one of these epochs.
    pub fn has_mark(&self, kept: &[u8]) -> bool {
        self.earlier.iter().chain([&self.current]).any(|epoch| mark(epoch) == kept)
    }

    /// One line an epoch, the oldest first: number, first day, key in 64 hexadecimal digits.
    pub fn write(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for epoch in self.earlier.iter().chain([&self.current]) {
            let _ = write!(text, "{} {} ", epoch.number, epoch.began);
            for byte in epoch.key.iter() {
                let _ = write!(text, "{byte:02x}");
            }
            text.push('\n');
        }
        text
    }

    /// Reads what [`Self::write`] wrote, and nothing else.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > TEXT_BYTES_MAX {
            return None;
        }
        let mut epochs = Vec::new();
        for line in text.strip_suffix('\n')?.split('\n') {
            let mut parts = line.split(' ');
            let number: i64 = parts.next()?.parse().ok()?;
            let began = Day::parse(parts.next()?)?;
            let key = key_of(parts.next()?)?;
            let is_next = epochs.last().is_none_or(|last: &Epoch| number > last.number);
            if number < 1 || !is_next || parts.next().is_some() {
                return None;
            }
            epochs.push(Epoch { number, began, key });
        }
        let current = epochs.pop()?;
        let read = Self { earlier: epochs, current };
        (*read.write() == text).then_some(read)
    }

    /// Seals a wrap for its place under the current epoch: its number and the bytes to keep.
    ///
    /// # Errors
    /// [`SealError::CannotSeal`] for more than a cipher takes.
    pub fn seal(
        &self,
        place: &Place<'_>,
        wrap: &[u8],
        dice: &dyn Dice,
    ) -> Result<(i64, Vec<u8>), SealError> {
        let key = outer_key(&self.current);
        let place = outer_place(place, self.current.number);
        let sealed = key.seal_for(&place, wrap, dice)?;
        Ok((self.current.number, sealed.into_bytes()))
    }

    /// Opens what [`Self::seal`] sealed; the wrap inside stays sealed to its desk.
    ///
    /// # Errors
    /// [`SealError::EpochGone`] when the epoch was destroyed or is another node's,
    /// [`SealError::DoesNotOpen`] for another place or changed bytes.
    pub fn open(&self, epoch: i64, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let found = self.earlier.iter().chain([&self.current]).find(|e| e.number == epoch);
        let found = found.ok_or(SealError::EpochGone)?;
        let opened = outer_key(found).unseal_for(&outer_place(place, epoch), sealed)?;
        Ok(opened.to_vec())
    }
}

fn outer_key(epoch: &Epoch) -> DataKey {
    DataKey::from_bytes(*derive_key::<32>(epoch.key.as_slice(), INFO, "outer seal of wraps"))
}

fn mark(epoch: &Epoch) -> [u8; 32] {
    *derive_key::<32>(epoch.key.as_slice(), &epoch.number.to_be_bytes(), "mangrove epoch mark 1")
}

fn outer_place(inner: &Place<'_>, epoch: i64) -> Vec<u8> {
    place::join(&[INFO, &epoch.to_be_bytes(), &inner.associated()])
}

fn key_of(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0_u8; 32]);
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(key)
}

/// The epochs of a running node, shared by all who seal; replaced as a whole.
pub struct Epochs {
    keys: RwLock<Arc<EpochKeys>>,
    dice: Arc<dyn Dice>,
}

impl Epochs {
    pub fn new(keys: EpochKeys, dice: Arc<dyn Dice>) -> Self {
        Self { keys: RwLock::new(Arc::new(keys)), dice }
    }

    pub fn keys(&self) -> Arc<EpochKeys> {
        Arc::clone(&self.keys.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on these are the epochs. The file must hold them already.
    pub fn replace(&self, keys: EpochKeys) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }

    /// As [`EpochKeys::seal`].
    ///
    /// # Errors
    /// As [`EpochKeys::seal`].
    pub fn seal(&self, place: &Place<'_>, wrap: &[u8]) -> Result<(i64, Vec<u8>), SealError> {
        self.keys().seal(place, wrap, self.dice.as_ref())
    }

    /// As [`EpochKeys::open`].
    ///
    /// # Errors
    /// As [`EpochKeys::open`].
    pub fn open(&self, epoch: i64, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        self.keys().open(epoch, place, sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::{EpochKeys, Place, SealError};
    use lexicon::Day;
    use lexicon::chance::SeededDice;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn place() -> Place<'static> {
        Place::wrap(&[1; 16], "content", &[2; 16], 1)
    }

    // proves: P-11
    #[test]
    fn p11_a_wrap_opens_under_its_epoch_until_that_is_destroyed() {
        let dice = SeededDice::new(5);
        let first = EpochKeys::first(day("2026-01-01"), &dice);
        let (epoch, kept) = first.seal(&place(), b"a wrap", &dice).expect("sealed");
        let second = first.with_next(day("2026-01-29"), &dice);
        assert_eq!(second.open(epoch, &place(), &kept).as_deref(), Ok(&b"a wrap"[..]));
        let (new, resealed) = second.seal(&place(), b"a wrap", &dice).expect("sealed");
        assert_ne!(new, epoch);
        let left = second.without(epoch);
        assert_eq!(left.open(epoch, &place(), &kept), Err(SealError::EpochGone));
        assert_eq!(left.open(new, &place(), &kept), Err(SealError::DoesNotOpen));
        assert_eq!(left.open(new, &place(), &resealed).as_deref(), Ok(&b"a wrap"[..]));
        let moved = Place::wrap(&[1; 16], "dialogue", &[2; 16], 1);
        assert_eq!(left.open(new, &moved, &resealed), Err(SealError::DoesNotOpen));
    }

    #[test]
    fn the_key_file_is_read_as_it_was_written_and_in_no_other_form() {
        let dice = SeededDice::new(6);
        let keys = EpochKeys::first(day("2026-01-01"), &dice).with_next(day("2026-01-29"), &dice);
        let text = keys.write();
        let read = EpochKeys::read(&text).expect("read");
        assert!(read.has_mark(&keys.mark()));
        assert_eq!(read.current(), keys.current());
        assert_eq!(read.earlier().count(), 1);
        let swapped: Vec<&str> = text.lines().rev().collect();
        let spoiled = [
            String::new(),
            "\n".to_owned(),
            text.trim_end().to_owned(),
            text.replace(' ', "  "),
            text.to_uppercase(),
            format!("{}\n", swapped.join("\n")),
            format!("{}x\n", text.trim_end()),
        ];
        for text in spoiled {
            assert!(EpochKeys::read(&text).is_none(), "{text:?}");
        }
    }
}
