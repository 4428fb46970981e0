//! A desk's key, its versions, and its wraps to members.

use super::MemberSecret;
use crate::seal::{Place, PublicKey, SealError, SecretKey, Wrap};
use lexicon::Dice;
use lexicon::ids::{DeskId, OfficerId};

/// A desk's key just made, open in memory until it is wrapped to its first members.
pub struct NewDesk {
    pub public: PublicKey,
    pub key_version: i64,
    pub(super) secret: SecretKey,
}

/// A first key for a desk.
pub fn make_desk(dice: &dyn Dice) -> NewDesk {
    let secret = SecretKey::random(dice);
    NewDesk { public: secret.public(), key_version: 1, secret }
}

/// The next version of a desk's key, made when a member leaves.
pub fn rotate_desk(last_version: i64, dice: &dyn Dice) -> NewDesk {
    NewDesk { key_version: last_version + 1, ..make_desk(dice) }
}

/// Wraps a new desk key to one member: column `wrap` of `member_wraps`.
///
/// # Errors
/// [`SealError::CannotSeal`] when the member's public key is no valid point.
pub fn wrap_desk(
    desk: &DeskId,
    new: &NewDesk,
    (officer, public): (&OfficerId, &PublicKey),
    dice: &dyn Dice,
) -> Result<Wrap, SealError> {
    new.secret.wrap_to(public, &member_place(desk, new.key_version, officer), dice)
}

pub(super) fn wrap_secret(
    desk: &DeskId,
    (version, secret): (i64, &SecretKey),
    (officer, public): (&OfficerId, &PublicKey),
    dice: &dyn Dice,
) -> Result<Wrap, SealError> {
    secret.wrap_to(public, &member_place(desk, version, officer), dice)
}

pub(super) fn unwrap_secret(
    member: &MemberSecret,
    officer: &OfficerId,
    desk: &DeskId,
    version: i64,
    wrap: &[u8],
) -> Result<SecretKey, SealError> {
    let wrap = Wrap::from_bytes(wrap.to_vec());
    member.0.unwrap_secret(&wrap, &member_place(desk, version, officer))
}

/// Unwraps a secret of any place of this room.
pub(super) fn unwrap_secret_at(
    holder: &SecretKey,
    wrap: &[u8],
    place: &Place<'_>,
) -> Result<SecretKey, SealError> {
    holder.unwrap_secret(&Wrap::from_bytes(wrap.to_vec()), place)
}

fn member_place(desk: &DeskId, version: i64, officer: &OfficerId) -> Place<'static> {
    Place {
        table: "member_wraps",
        row: *desk.bytes(),
        column: "wrap",
        key_version: version,
        compartment: *officer.bytes(),
    }
}
