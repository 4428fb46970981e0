//! The firewall's classes.

use serde::{Deserialize, Serialize};

/// A sphere is a class of the firewall: what came through one is not seen from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sphere {
    /// Hospital, NGO, shelter, coordination, protection desks.
    Help,
    /// Labour inspectorate.
    Labour,
    /// Police, prosecution, FIU, border guard as first responder.
    Police,
    /// Investigations.
    Inquiry,
    /// Immigration enforcement.
    Enforcement,
    /// The oversight body: it sees the ledger and nothing else.
    Oversight,
}

impl Sphere {
    pub const ALL: [Self; 6] =
        [Self::Help, Self::Labour, Self::Police, Self::Inquiry, Self::Enforcement, Self::Oversight];

    pub fn id(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Labour => "labour",
            Self::Police => "police",
            Self::Inquiry => "inquiry",
            Self::Enforcement => "enforcement",
            Self::Oversight => "oversight",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }
}
