//! Why a verb did not do what was asked: one sentence for the person, one for the operator.

use lexicon::{Complaint, Phrase};

/// How a refusal is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// Nobody is signed in, or the sign-in has ended.
    NotSignedIn,
    /// It exists or it does not: the answer is the same for who may not see it.
    NotFound,
    /// The gate said no.
    NotAllowed,
    /// What was sent cannot be accepted as it is.
    BadInput,
    /// Somebody else was faster.
    Changed,
    /// Too much at once; try again after a wait.
    Busy,
    /// The node keeps what it has and takes nothing new.
    ReadOnly,
    /// Nobody has signed yet on what law something of a real person may be kept.
    NotSetUp {
        /// Who asks can finish the set-up.
        is_yours: bool,
    },
    /// Not yet: it opens after a short wait, and nothing was refused.
    Wait,
    /// A fault of the node itself.
    Fault,
}

/// A refusal. `said` never holds a name or a text of a person; `known` goes to the log and holds
/// none either.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub kind: RefusalKind,
    pub said: Phrase,
    /// Complaints by field, for a form that is shown again.
    pub fields: Vec<Complaint>,
    pub known: String,
}

impl Refusal {
    pub fn new(kind: RefusalKind, key: &'static str) -> Self {
        Self { kind, said: Phrase::new(key), fields: Vec::new(), known: String::new() }
    }

    #[must_use]
    pub fn known(mut self, known: impl Into<String>) -> Self {
        self.known = known.into();
        self
    }

    pub fn not_found() -> Self {
        Self::new(RefusalKind::NotFound, "refusal-not-found")
    }

    pub fn not_allowed() -> Self {
        Self::new(RefusalKind::NotAllowed, "refusal-not-allowed")
    }

    pub fn not_signed_in() -> Self {
        Self::new(RefusalKind::NotSignedIn, "refusal-not-signed-in")
    }

    pub fn changed() -> Self {
        Self::new(RefusalKind::Changed, "refusal-changed")
    }

    pub fn fault(known: impl Into<String>) -> Self {
        Self::new(RefusalKind::Fault, "refusal-fault").known(known)
    }

    /// One field that cannot be accepted.
    pub fn field(field: &str, phrase: Phrase) -> Self {
        Self::fields(vec![Complaint::new(0, field, phrase)])
    }

    pub fn fields(fields: Vec<Complaint>) -> Self {
        Self { fields, ..Self::new(RefusalKind::BadInput, "refusal-bad-input") }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.said.key, self.known)
    }
}

impl std::error::Error for Refusal {}
