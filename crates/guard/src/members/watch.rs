//! An officer's own names, places and phones, sealed to the officer's desk, so that the node can
//! warn when somebody opens a relative or a neighbour. They are compared in memory and never shown.

use super::Unlocked;
use crate::seal::{DataKey, Place, PublicKey, SealError, Sealed, Wrap};
use lexicon::Dice;
use lexicon::ids::{DeskId, OfficerId};
use zeroize::Zeroizing;

/// Longest text of the words, in bytes.
pub const WATCH_BYTES_MAX: usize = 4_000;

/// The words as they stand in the database.
#[derive(Clone, Debug)]
pub struct SealedWatch {
    pub key_version: i64,
    pub wrap: Vec<u8>,
    pub sealed: Vec<u8>,
}

/// Seals the words of an officer to a desk.
///
/// # Errors
/// [`SealError::CannotSeal`] when they are longer than [`WATCH_BYTES_MAX`] or the key is no point.
pub fn seal_watch(
    officer: &OfficerId,
    (desk, public, key_version): (&DeskId, &PublicKey, i64),
    words: &str,
    dice: &dyn Dice,
) -> Result<SealedWatch, SealError> {
    if words.len() > WATCH_BYTES_MAX {
        return Err(SealError::CannotSeal);
    }
    let key = DataKey::random(dice);
    let sealed = key.seal(&cell(officer), words.as_bytes(), dice)?.into_bytes();
    let wrap = key.wrap_to(public, &wrap_place(officer, desk, key_version), dice)?.into_bytes();
    Ok(SealedWatch { key_version, wrap, sealed })
}

/// The words, for a comparison in memory.
///
/// # Errors
/// [`SealError::NoKey`] when the desk is not open in this session, [`SealError::DoesNotOpen`] when
/// they were changed or belong to somebody else.
pub fn open_watch(
    unlocked: &Unlocked,
    officer: &OfficerId,
    desk: &DeskId,
    kept: &SealedWatch,
) -> Result<Zeroizing<String>, SealError> {
    let place = wrap_place(officer, desk, kept.key_version);
    let wrap = Wrap::from_bytes(kept.wrap.clone());
    let key = unlocked.unwrap(*desk, kept.key_version, &wrap, &place)?;
    let sealed = Sealed::from_bytes(kept.sealed.clone());
    let plain = key.unseal(&cell(officer), sealed.as_bytes())?;
    Ok(Zeroizing::new(String::from_utf8_lossy(&plain).into_owned()))
}

fn cell(officer: &OfficerId) -> Place<'static> {
    Place::cell("watch_words", officer.bytes(), "sealed", officer.bytes())
}

fn wrap_place(officer: &OfficerId, desk: &DeskId, version: i64) -> Place<'static> {
    Place::wrap(officer.bytes(), "watch", desk.bytes(), version)
}
