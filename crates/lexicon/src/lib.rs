//! The words of the house: typed ids, days, coded values, the elements of the two crimes, the
//! catalogue and the texts in four languages. Every other crate may use it; it uses none of them.
//!
//! Architecture invariant: nothing here touches a file, the network, a clock or chance. Time and
//! chance come in as [`Clock`] and [`Dice`].

pub mod catalogue;
pub mod chance;
pub mod country;
pub mod day;
pub mod ids;
pub mod language;
pub mod names;
pub mod palermo;
pub mod phrase;
pub mod sphere;

pub use chance::{Clock, Dice};
pub use country::{Country, Place};
pub use day::Day;
pub use language::Language;
pub use phrase::{Complaint, Phrase};
pub use sphere::Sphere;
