//! Who may do what: Cedar decides over the officer, the action and the thing, by the policies in
//! `policies/`. Deny by default; a `forbid` beats every `permit`.

mod action;
mod engine;
mod officer;
mod thing;
mod warrant;

pub use action::Action;
pub use engine::{Denial, Gate, GateError, Permitted};
pub use officer::{DeskKind, Officer, Role};
pub use thing::{Kind, Thing};
pub use warrant::{Circumstances, WARRANT_LIFE_S, Warrant};

/// An id in its hyphenated form.
pub(crate) fn uuid_text(bytes: &[u8; 16]) -> String {
    lexicon::ids::LeafId::from_bytes(*bytes).to_string()
}
