//! Officers as the gate sees them: one desk, one role.

use lexicon::Sphere;
use lexicon::ids::{DeskId, OfficerId};

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The code that stands in the database, the policies and the locale keys.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// `None` for an unknown code.
            pub fn parse(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.id() == id)
            }
        }
    };
}
pub(crate) use coded;

coded!(
    /// What a desk is; it fixes the desk's sphere.
    DeskKind {
        Coordination = "coordination",
        Ngo = "ngo",
        Shelter = "shelter",
        Hospital = "hospital",
        ChildProtection = "child-protection",
        /// Protection desk of a border or immigration service: creates and hands over only.
        Protection = "protection",
        LabourInspectorate = "labour-inspectorate",
        Police = "police",
        Prosecution = "prosecution",
        Fiu = "fiu",
        BorderGuard = "border-guard",
        Inquiry = "inquiry",
        ImmigrationEnforcement = "immigration-enforcement",
        Oversight = "oversight",
    }
);

impl DeskKind {
    /// The class of the firewall. A desk has no other way to get one.
    pub fn sphere(self) -> Sphere {
        match self {
            Self::Coordination
            | Self::Ngo
            | Self::Shelter
            | Self::Hospital
            | Self::ChildProtection
            | Self::Protection => Sphere::Help,
            Self::LabourInspectorate => Sphere::Labour,
            Self::Police | Self::Prosecution | Self::Fiu | Self::BorderGuard => Sphere::Police,
            Self::Inquiry => Sphere::Inquiry,
            Self::ImmigrationEnforcement => Sphere::Enforcement,
            Self::Oversight => Sphere::Oversight,
        }
    }
}

coded!(
    /// The one hat an officer wears.
    Role {
        /// Meets people first: screens and hands over.
        Responder = "responder",
        Triage = "triage",
        Caseworker = "caseworker",
        Investigator = "investigator",
        Analyst = "analyst",
        Coordinator = "coordinator",
        /// Sees the ledger and nothing else.
        Oversight = "oversight",
        /// Heads the oversight body: also reviews what was not reviewed in time.
        OversightHead = "oversight-head",
        /// Keeps desks and officers; sees no content.
        Administrator = "administrator",
        ProtectionOfficer = "protection-officer",
        EnforcementOfficer = "enforcement-officer",
    }
);

/// An officer with the one hat of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    pub id: OfficerId,
    pub desk: DeskId,
    pub desk_kind: DeskKind,
    pub role: Role,
    /// Trained to decide screenings.
    pub is_trained: bool,
}

impl Officer {
    pub fn sphere(&self) -> Sphere {
        self.desk_kind.sphere()
    }
}
