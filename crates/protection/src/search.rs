//! Finding a person of the own desk by what an officer remembers: a name as it was heard, an age,
//! a village, a relative, part of a number. Plain functions over plain values; what is found is an
//! id with reasons, never a name.

mod findable;
mod index;
mod name;
mod number;
mod score;
mod slips;
#[cfg(test)]
mod tests;

pub use findable::{ASKED_CHARS_MAX, Asked, Findable, padded};
pub use index::{Found, Index};
pub use name::{Fit, Name, NameFit, compare};
pub use score::Hit;

/// Every reason that can be given with a hit.
pub const REASONS: [&str; 20] = [
    "name-same",
    "name-sounds-alike",
    "name-other-form",
    "name-slip",
    "name-short",
    "name-turned",
    "name-part",
    "name-other-name",
    "age-same",
    "age-near",
    "kin-same",
    "kin-alike",
    "place-same",
    "place-alike",
    "phone-same",
    "phone-slip",
    "phone-end",
    "papers-same",
    "papers-slip",
    "papers-end",
];
