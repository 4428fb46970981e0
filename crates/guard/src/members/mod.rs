//! Members of desks: their keys, passphrases and one-time codes, and what one session has open.
//!
//! A member's X25519 secret is sealed under a key that Argon2id makes of the passphrase. The
//! secret of the one-time codes is sealed under the member's key, so it is checked after the
//! passphrase and never without it. A desk's secret is wrapped to each member.

mod desk;
mod member;
mod one_time;
mod passphrase;
mod unlocked;
mod watch;

pub use desk::{NewDesk, make_desk, rotate_desk, wrap_desk};
pub use member::{
    MemberSecret, NewMember, OneTime, SignInRefusal, StoredMember, make_member, sign_in,
};
pub use one_time::ONE_TIME_STEP_S;
pub(crate) use passphrase::stretch;
pub use passphrase::{Cost, PASSPHRASE_BYTES_MAX, PASSPHRASE_CHARS_MIN, make_passphrase};
pub use unlocked::{DeskWrap, Unlocked};
pub use watch::{SealedWatch, WATCH_BYTES_MAX, open_watch, seal_watch};
