//! What a leaf says.

use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId};
use serde::{Deserialize, Serialize};

/// One event of the ledger. It stands in the database only sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    pub day: Day,
    /// What was done: the id of an [`crate::Action`], or of a step of the node itself.
    pub action: String,
    /// `None` when the node did it (start, an import by command).
    pub officer: Option<OfficerId>,
    pub desk: Option<DeskId>,
    /// Kind of the thing (`person`, `hint`, ...), empty when there is none.
    pub thing_kind: String,
    /// Id of the thing in its hyphenated form, empty when there is none.
    pub thing: String,
    /// A coded reason (`risk-to-life`, `assigned-work`, ...).
    pub reason: String,
    /// The officer's own words, at most 2,000 characters.
    pub note: String,
}

impl Event {
    /// The bytes that are hashed and sealed: JSON with the fields in the order above.
    pub(crate) fn canonical(&self) -> Vec<u8> {
        // A struct of strings always serialises; an empty text would show as a tampered leaf.
        serde_json::to_vec(self).unwrap_or_default()
    }
}
