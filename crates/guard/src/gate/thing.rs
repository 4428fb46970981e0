//! Things as the gate sees them.

use super::officer::coded;
use lexicon::Sphere;
use lexicon::ids::DeskId;

coded!(
    /// What can be asked for.
    Kind {
        Hint = "hint",
        Screening = "screening",
        Case = "case",
        Slice = "slice",
        Person = "person",
        /// The national picture.
        Picture = "picture",
        /// An imported set of rows.
        Set = "set",
        Ledger = "ledger",
        Desk = "desk",
        Setup = "setup",
        /// The rules in force and the country's own.
        Rules = "rules",
        /// The officer's own settings.
        Account = "account",
        /// The node itself.
        Node = "node",
    }
);

impl Kind {
    /// The states a thing of this kind can be in, as they stand in the database.
    pub fn states(self) -> &'static [&'static str] {
        match self {
            Self::Hint => &["new", "triaged", "handed-over", "case-opened", "closed"],
            Self::Screening => &["started", "decided"],
            Self::Case | Self::Slice | Self::Person => {
                &["open", "presumed", "reasonable-grounds", "reflection", "conclusive", "closed"]
            }
            _ => &["standing"],
        }
    }

    /// Name of the entity type in the policies.
    pub(crate) fn entity(self) -> &'static str {
        match self {
            Self::Hint => "Hint",
            Self::Screening => "Screening",
            Self::Case => "Case",
            Self::Slice => "Slice",
            Self::Person => "Person",
            Self::Picture => "Picture",
            Self::Set => "ImportedSet",
            Self::Ledger => "Ledger",
            Self::Desk => "Desk",
            Self::Setup => "Setup",
            Self::Rules => "Rules",
            Self::Account => "Account",
            Self::Node => "Node",
        }
    }
}

/// A thing with what the policies may read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    pub kind: Kind,
    pub id: [u8; 16],
    /// The desk that holds it; for a case seen through a slice, the slice's desk.
    pub desk: DeskId,
    pub sphere: Sphere,
    /// A state of [`Kind::states`]; a person and a slice carry the state of their case.
    pub state: String,
    /// Assigned to the officer who asks.
    pub is_assigned: bool,
}

impl Thing {
    /// A thing that has one state only (picture, set, ledger, desk, set-up, rules, account).
    pub fn standing(kind: Kind, id: [u8; 16], desk: DeskId, sphere: Sphere) -> Self {
        Self { kind, id, desk, sphere, state: "standing".to_owned(), is_assigned: false }
    }

    /// A thing about to be made at a desk; it has the first state of its kind.
    pub fn to_be_made(kind: Kind, id: [u8; 16], desk: DeskId, sphere: Sphere) -> Self {
        let state = kind.states().first().copied().unwrap_or("standing").to_owned();
        Self { kind, id, desk, sphere, state, is_assigned: true }
    }
}
