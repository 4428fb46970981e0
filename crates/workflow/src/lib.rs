//! The verbs of the house, one a file. Each takes the [`Node`] and whoever is signed in, decides
//! through the gate, writes in one transaction and says what came of it.
//!
//! Architecture invariant: no HTML and no SQL here; nothing is opened without a warrant.

pub mod add_officer;
pub mod add_person;
pub mod answer_alarm;
pub mod answer_reporter;
pub mod calendar;
pub mod change_case;
pub mod change_passphrase;
pub mod change_rules;
pub mod change_settings;
pub mod come_back;
pub mod edit_slice;
pub mod erase;
pub mod find_person;
pub mod freeze_officer;
pub mod give_part;
pub mod hand_over_hint;
pub mod hashing;
pub mod import;
pub mod keep_sets;
pub mod let_in;
pub mod list_cases;
pub mod list_hints;
pub mod node;
pub mod open_case;
pub mod open_hint;
pub mod open_identity;
pub mod papers;
pub mod picture;
pub mod prove_report;
pub mod raise_alarm;
pub mod raise_urgency;
pub mod receive_hint;
pub mod refusal;
pub mod remove_officer;
pub mod renew_epoch;
pub mod replay_events;
pub mod rules;
pub mod screen_person;
pub mod seal_node;
mod sealing;
pub mod second_place;
pub mod see_case;
pub mod sent_once;
pub mod sequence;
pub mod session;
pub mod set_up_node;
pub mod shelf;
pub mod sign_in;
pub mod sign_set_up;
pub mod take_hint_by_phone;
pub mod view_ledger;
pub mod write_again;

pub use node::{Node, NodeKeys};
pub use refusal::{Refusal, RefusalKind};
pub use session::{Sessions, Signed};
