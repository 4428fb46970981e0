//! Sealed values: a data key per hint, person or compartment, and wraps of that key to the public
//! key of a desk, a member or a receipt.

mod data_key;
pub mod epoch;
mod place;
mod public_key;

pub(crate) use data_key::derive_key;
pub use data_key::{DataKey, Sealed};
pub use epoch::{EpochAge, EpochKeys, Epochs};
pub use place::Place;
pub(crate) use place::join as joined;
pub(crate) use public_key::Chance;
pub use public_key::{PublicKey, SecretKey, Wrap};

/// Why something stays sealed. It never says what was inside or which key was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    #[error("a sealed value does not open here: wrong key, wrong place, or it was changed")]
    DoesNotOpen,
    #[error("a sealed value is not in a form this version knows")]
    UnknownForm,
    #[error("no key for this desk is unlocked in this session")]
    NoKey,
    #[error("a cell of another thing was offered to a warrant for one thing")]
    WrongThing,
    #[error("a value could not be sealed")]
    CannotSeal,
    #[error("the epoch under which a key was kept is destroyed, or its key file is another node's")]
    EpochGone,
}

impl SealError {
    /// What the reader is told.
    pub fn phrase(self) -> lexicon::Phrase {
        lexicon::Phrase::new(match self {
            Self::NoKey => "guard-no-key",
            Self::CannotSeal => "guard-cannot-seal",
            Self::EpochGone => "guard-epoch-gone",
            Self::DoesNotOpen | Self::UnknownForm | Self::WrongThing => "guard-does-not-open",
        })
    }
}
