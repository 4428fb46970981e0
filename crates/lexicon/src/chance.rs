//! Time and chance as parameters. Only the `mangrove` binary makes the real ones.

use crate::Day;

/// Tells the time. Shared between threads.
pub trait Clock: Send + Sync {
    /// Seconds since 1970-01-01T00:00:00Z.
    fn now_s(&self) -> i64;

    /// The day in UTC.
    fn today(&self) -> Day {
        Day::from_unix_s(self.now_s())
    }

    /// Whether the day can be believed. While it cannot, nothing is deleted for being old.
    fn is_sound(&self) -> bool {
        true
    }

    /// Somebody showed with a clock of their own that this one is right.
    fn confirm(&self) {}

    /// The last day seen before this run, as it was kept.
    fn remember(&self, _seen: Day) {}

    /// The program has run this many days by a clock that nobody sets.
    fn has_run(&self, _days: i64) {}

    /// The last day seen, where the clock keeps it.
    fn highest(&self) -> Option<Day> {
        None
    }
}

/// Fills bytes with chance. Shared between threads.
pub trait Dice: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);

    /// A number below `bound`, without bias; `bound` must not be 0 (0 gives 0).
    fn below(&self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let zone = u64::MAX - (u64::MAX % bound);
        loop {
            let mut bytes = [0_u8; 8];
            self.fill(&mut bytes);
            let drawn = u64::from_le_bytes(bytes);
            if drawn < zone {
                return drawn % bound;
            }
        }
    }
}

/// A clock that stands where it is put; for tests and the demo.
#[derive(Debug, Default)]
pub struct FixedClock(std::sync::atomic::AtomicI64);

impl FixedClock {
    pub fn at(day: Day) -> Self {
        Self(std::sync::atomic::AtomicI64::new(day.to_unix_s() + 12 * 3600))
    }

    pub fn advance_s(&self, seconds: i64) {
        self.0.fetch_add(seconds, std::sync::atomic::Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now_s(&self) -> i64 {
        self.0.load(std::sync::atomic::Ordering::SeqCst)
    }
}

/// Dice that always fall the same way for a seed (SHA-256 in counter mode); for tests and the
/// demo only, never for keys that protect a real person.
#[derive(Debug)]
pub struct SeededDice {
    seed: u64,
    counter: std::sync::atomic::AtomicU64,
}

impl SeededDice {
    pub fn new(seed: u64) -> Self {
        Self { seed, counter: std::sync::atomic::AtomicU64::new(0) }
    }
}

impl Dice for SeededDice {
    fn fill(&self, bytes: &mut [u8]) {
        use sha2::{Digest, Sha256};
        for chunk in bytes.chunks_mut(32) {
            let n = self.counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let mut hash = Sha256::new();
            hash.update(self.seed.to_le_bytes());
            hash.update(n.to_le_bytes());
            for (to, from) in chunk.iter_mut().zip(hash.finalize()) {
                *to = from;
            }
        }
    }
}

/// Spoils bytes in one place: cut off, one bit turned, some taken out or doubled, or one of
/// `pieces` put in. For the tests of everything that reads what others wrote.
pub fn spoil(bytes: &mut Vec<u8>, pieces: &[&[u8]], dice: &dyn Dice) {
    let draw = |below: usize| usize::try_from(dice.below(below as u64)).unwrap_or(0);
    let at = draw(bytes.len() + 1);
    let end = (at + draw(200)).min(bytes.len());
    match dice.below(5) {
        0 => bytes.truncate(at.max(1)),
        1 => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << dice.below(8)),
        2 => drop(bytes.drain(at..end)),
        3 => {
            let copy = bytes.get(at..end).unwrap_or_default().to_vec();
            bytes.splice(at..at, copy);
        }
        _ => {
            let piece = pieces.get(draw(pieces.len())).copied().unwrap_or_default();
            bytes.splice(at..at, piece.iter().copied());
        }
    }
}
