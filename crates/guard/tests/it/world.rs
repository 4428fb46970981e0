//! Officers, things and a transaction to try the guard with.

use guard::gate::Circumstances;
use guard::ledger::LedgerKeys;
use guard::members::{Cost, make_desk, make_member, wrap_desk};
use guard::seal::PublicKey;
use guard::{Book, CommitMark, DeskKind, Kind, Leaf, Officer, Role, Thing, Unlocked};
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::ids::{DeskId, OfficerId};
use lexicon::{Day, Sphere};

pub const STATED_AND_FRESH: Circumstances = Circumstances { has_reason: true, is_fresh: true };

pub fn clock() -> FixedClock {
    FixedClock::at(Day::parse("2026-11-23").unwrap())
}

pub fn officer(desk_kind: DeskKind, role: Role) -> Officer {
    Officer {
        id: OfficerId::from_bytes([1; 16]),
        desk: DeskId::from_bytes([2; 16]),
        desk_kind,
        role,
        is_trained: true,
    }
}

pub fn thing(kind: Kind, sphere: Sphere, is_own_desk: bool) -> Thing {
    Thing {
        kind,
        id: [9; 16],
        desk: DeskId::from_bytes([if is_own_desk { 2 } else { 3 }; 16]),
        sphere,
        state: kind.states()[0].to_owned(),
        is_assigned: false,
    }
}

/// A desk whose one member is signed in.
pub fn unlocked(desk: DeskId, dice: &SeededDice) -> (Unlocked, PublicKey) {
    let id = OfficerId::random(dice);
    let new = make_desk(dice);
    let public = new.public;
    let member = make_member(&id, ("Mangrove", "a"), "passphrase", Cost::CHEAP, dice).unwrap();
    let wrap = wrap_desk(&desk, &new, (&id, &member.public), dice).unwrap();
    let row = guard::members::DeskWrap { desk, key_version: 1, wrap: wrap.into_bytes() };
    (Unlocked::open(id, member.secret, &[row]).unwrap(), public)
}

pub fn ledger_keys(oversight: (DeskId, PublicKey)) -> LedgerKeys {
    LedgerKeys {
        oversight_desk: oversight.0,
        oversight: oversight.1,
        oversight_version: 1,
        owner: None,
    }
}

/// A transaction that keeps its leaves in memory.
#[derive(Default)]
pub struct Page {
    pub leaves: Vec<Leaf>,
    mark: CommitMark,
}

impl Page {
    pub fn commit(&self) {
        self.mark.set_committed();
    }
}

impl Book for Page {
    fn append(&mut self, leaf: Leaf) {
        self.leaves.push(leaf);
    }

    fn mark(&self) -> CommitMark {
        self.mark.clone()
    }
}
