//! The verbs of the house, one a file. Each takes the [`Node`] and whoever is signed in, decides
//! through the gate, writes in one transaction and says what came of it.
//!
//! Architecture invariant: no HTML and no SQL here; nothing is opened without a warrant.

pub mod import;
pub mod add_person;
pub mod change_case;
pub mod edit_slice;
pub mod give_part;
pub mod list_cases;
pub mod open_case;
pub mod see_case;
pub mod add_officer;
pub mod open_identity;
pub mod sequence;
pub mod set_up_node;
pub mod sign_in;
pub mod view_ledger;
pub mod node;
pub mod refusal;
pub mod answer_reporter;
pub mod change_settings;
pub mod come_back;
pub mod hand_over_hint;
pub mod list_hints;
pub mod open_hint;
pub mod raise_urgency;
pub mod receive_hint;
pub mod take_hint_by_phone;
pub mod write_again;
pub mod rules;
pub mod screen_person;
mod sealing;
pub mod session;

pub use node::{Node, NodeKeys};
pub use session::{Sessions, Signed};
pub use refusal::{Refusal, RefusalKind};
