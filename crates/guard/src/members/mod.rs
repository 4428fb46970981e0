//! Members of desks: their keys, passphrases and one-time codes, and what one session has open.
//!
//! A member's X25519 secret is sealed under a key that Argon2id makes of the passphrase. The
//! secret of the one-time codes is sealed under the member's key, so it is checked after the
//! passphrase and never without it. A desk's secret is wrapped to each member.

mod challenge;
mod desk;
mod member;
mod one_time;
mod passkey;
mod passphrase;
mod recovery;
mod unlocked;
mod watch;

pub use challenge::{Bound, CHALLENGE_S_MAX, Challenges};
pub use desk::{NewDesk, make_desk, rotate_desk, wrap_desk};
pub use member::{
    MemberSecret, NewMember, OneTime, SignInRefusal, StoredMember, make_member, sign_in,
};
pub use one_time::ONE_TIME_STEP_S;
pub use passkey::{
    Asked, CREDENTIAL_BYTES_MAX, Making, NewPasskey, PART_BYTES_MAX, Party, PasskeyProof,
    PasskeyRefusal, StoredPasskey, Using, check_passkey, read_passkey, unlock_by_passkey,
};
pub(crate) use passphrase::stretch;
pub use passphrase::{Cost, PASSPHRASE_BYTES_MAX, PASSPHRASE_CHARS_MIN, make_passphrase};
pub use recovery::{
    CUSTODIANS_MAX, CUSTODIANS_MIN, NEEDED_MIN, NewRecovery, PAPER_WORDS, Recovered,
    RecoveryRefusal, SealedShare, SharePlace, wrap_for_recovery,
};
pub use unlocked::{DeskWrap, Unlocked};
pub use watch::{SealedWatch, WATCH_BYTES_MAX, open_watch, seal_watch};
