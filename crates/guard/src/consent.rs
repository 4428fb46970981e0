//! Proof that a person agreed that her thing is handed to one desk, and the crossings of the
//! firewall that exist at all.

use crate::gate::Warrant;
use lexicon::ids::DeskId;
use lexicon::{Clock, Day, Sphere};
use std::marker::PhantomData;

/// What the person agreed to, as kept in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub recipient: DeskId,
    pub given_on: Day,
    /// Last day of the agreement; `None` when it holds until withdrawn.
    pub until: Option<Day>,
    pub is_withdrawn: bool,
}

/// A live agreement, read within one transaction. Made by [`prove`] only; consumed by the hand-over.
pub struct ConsentProof {
    thing: [u8; 16],
    recipient: DeskId,
}

impl ConsentProof {
    pub fn thing(&self) -> &[u8; 16] {
        &self.thing
    }

    pub fn recipient(&self) -> DeskId {
        self.recipient
    }
}

/// Turns an agreement into a proof for the thing of a warrant; `None` when it was withdrawn, has
/// ended or has not begun.
pub fn prove(warrant: &Warrant, agreement: &Agreement, clock: &dyn Clock) -> Option<ConsentProof> {
    let today = clock.today();
    let is_live = !agreement.is_withdrawn
        && agreement.given_on <= today
        && agreement.until.is_none_or(|last| today <= last);
    (is_live && warrant.is_live(clock))
        .then(|| ConsentProof { thing: *warrant.thing(), recipient: agreement.recipient })
}

/// Spheres as types, so that a crossing that must not exist does not compile.
pub mod sphere {
    pub struct Help;
    pub struct Labour;
    pub struct Police;
    pub struct Inquiry;
    /// Immigration enforcement. Nothing crosses to it from help or labour.
    pub struct Enforcement;
}

mod closed {
    pub trait Crossing {}
}

/// `From: MayReach<To>`: what came through one sphere may be handed to another. Closed: the list
/// below is the whole list.
pub trait MayReach<To>: closed::Crossing {}

macro_rules! may_reach {
    ($($from:ident => $($to:ident),+;)*) => {$(
        impl closed::Crossing for sphere::$from {}
        $(impl MayReach<sphere::$to> for sphere::$from {})+
    )*};
}

may_reach! {
    Help => Help, Labour, Police, Inquiry;
    Labour => Help, Labour, Police, Inquiry;
    Police => Help, Labour, Police, Inquiry;
    Inquiry => Help, Labour, Police, Inquiry;
}

/// A hand-over of one thing to a sphere.
pub struct Disclosure<To> {
    thing: [u8; 16],
    recipient: DeskId,
    to: PhantomData<To>,
}

impl<To> Disclosure<To> {
    /// A hand-over with the person's agreement.
    pub fn with_consent<From: MayReach<To>>(_from: From, proof: ConsentProof) -> Self {
        Self { thing: proof.thing, recipient: proof.recipient, to: PhantomData }
    }

    pub fn thing(&self) -> &[u8; 16] {
        &self.thing
    }

    pub fn recipient(&self) -> DeskId {
        self.recipient
    }
}

/// The same list as a value, for hand-overs decided at run time: `true` when a crossing exists.
pub fn may_reach(from: Sphere, to: Sphere) -> bool {
    use Sphere::{Help, Inquiry, Labour, Police};
    matches!(from, Help | Labour | Police | Inquiry)
        && matches!(to, Help | Labour | Police | Inquiry)
}
