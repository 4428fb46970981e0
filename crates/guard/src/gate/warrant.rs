//! The gate's yes: single use, for one officer, one action, one thing, one minute.

use super::{Action, Kind, Officer, Thing};
use lexicon::ids::{DeskId, OfficerId};
use lexicon::{Clock, Day};

/// How long a warrant lives, in seconds.
pub const WARRANT_LIFE_S: i64 = 60;

/// What surrounds a question, beside officer and thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Circumstances {
    /// A coded reason was stated.
    pub has_reason: bool,
    /// The officer proved who they are within the last 15 minutes.
    pub is_fresh: bool,
}

impl Circumstances {
    /// Ordinary work: no reason stated, session of any age. Not enough to open an identity.
    pub const ORDINARY: Self = Self { has_reason: false, is_fresh: false };
}

/// A yes for one officer, one action, one thing. Used up by [`crate::open`] or [`Warrant::spend`].
/// It cannot be copied, printed or made outside the gate.
pub struct Warrant {
    officer: OfficerId,
    officer_desk: DeskId,
    action: Action,
    kind: Kind,
    thing: [u8; 16],
    is_assigned: bool,
    day: Day,
    expires_s: i64,
}

impl Warrant {
    pub(super) fn mint(
        officer: &Officer,
        action: Action,
        thing: &Thing,
        clock: &dyn Clock,
    ) -> Self {
        Self {
            officer: officer.id,
            officer_desk: officer.desk,
            action,
            kind: thing.kind,
            thing: thing.id,
            is_assigned: thing.is_assigned,
            day: clock.today(),
            expires_s: clock.now_s().saturating_add(WARRANT_LIFE_S),
        }
    }

    /// Whether it can still be used: within a minute, and on the day it was minted.
    pub fn is_live(&self, clock: &dyn Clock) -> bool {
        let now_s = clock.now_s();
        now_s < self.expires_s
            && now_s >= self.expires_s.saturating_sub(WARRANT_LIFE_S)
            && clock.today() == self.day
    }

    /// Uses the warrant for an action that opens nothing (an answer, a state, a hand-over).
    /// `true` when it was minted for exactly this action and thing and is still live.
    #[must_use = "a warrant that does not fit must stop the action"]
    pub fn spend(self, action: Action, thing: &[u8; 16], clock: &dyn Clock) -> bool {
        self.action == action && self.thing == *thing && self.is_live(clock)
    }

    pub fn officer(&self) -> OfficerId {
        self.officer
    }

    pub fn officer_desk(&self) -> DeskId {
        self.officer_desk
    }

    pub fn action(&self) -> Action {
        self.action
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    pub fn thing(&self) -> &[u8; 16] {
        &self.thing
    }

    pub fn day(&self) -> Day {
        self.day
    }

    pub(crate) fn is_assigned(&self) -> bool {
        self.is_assigned
    }
}
