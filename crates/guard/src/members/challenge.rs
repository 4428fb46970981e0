//! Challenges of passkeys. Nothing is kept of one that is handed out, so that strangers who ask
//! for many fill no memory: it carries its time and a mark that only this process can make. One
//! that was answered well is remembered until it is too old, so that the answer counts once.

use crate::seal::derive_key;
use lexicon::Dice;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// Seconds for which a challenge may be answered.
pub const CHALLENGE_S_MAX: i64 = 5 * 60;
/// A challenge: 16 bytes of chance, the second it was made, a mark of 32.
const BYTES: usize = 56;

/// For whom a challenge is: an officer who is signed in, or, all zeros, whoever is at the door.
pub type Bound = [u8; 16];

/// Makes challenges and tells its own. One for each process.
pub struct Challenges {
    key: Zeroizing<[u8; 32]>,
    /// When each answered one was made.
    answered: Mutex<HashMap<[u8; 16], i64>>,
}

impl Challenges {
    pub fn new(dice: &dyn Dice) -> Self {
        let mut key = Zeroizing::new([0_u8; 32]);
        dice.fill(key.as_mut_slice());
        Self { key, answered: Mutex::default() }
    }

    /// A new challenge.
    pub fn make(&self, bound: &Bound, now_s: i64, dice: &dyn Dice) -> Vec<u8> {
        let mut chance = [0_u8; 16];
        dice.fill(&mut chance);
        let mark = self.mark(&chance, now_s.to_be_bytes(), bound);
        [&chance[..], &now_s.to_be_bytes(), mark.as_slice()].concat()
    }

    /// Whether it was made here for `bound`, not long ago, and was not answered yet.
    pub(super) fn is_open(&self, challenge: &[u8], bound: &Bound, now_s: i64) -> bool {
        self.read(challenge, bound, now_s).is_some_and(|(chance, _)| {
            !self.answered.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&chance)
        })
    }

    /// Counts it as answered; `false` when it cannot be, or was meanwhile.
    pub(super) fn take(&self, challenge: &[u8], bound: &Bound, now_s: i64) -> bool {
        let Some((chance, made_s)) = self.read(challenge, bound, now_s) else { return false };
        let mut answered = self.answered.lock().unwrap_or_else(PoisonError::into_inner);
        answered.retain(|_, made_s| is_young(*made_s, now_s));
        answered.insert(chance, made_s).is_none()
    }

    fn read(&self, challenge: &[u8], bound: &Bound, now_s: i64) -> Option<([u8; 16], i64)> {
        let challenge: &[u8; BYTES] = challenge.try_into().ok()?;
        let (chance, rest) = challenge.split_first_chunk::<16>()?;
        let (made, mark) = rest.split_first_chunk::<8>()?;
        let made_s = i64::from_be_bytes(*made);
        let is_ours = self.mark(chance, *made, bound).as_slice().ct_eq(mark);
        (bool::from(is_ours) && is_young(made_s, now_s)).then_some((*chance, made_s))
    }

    fn mark(&self, chance: &[u8; 16], made: [u8; 8], bound: &Bound) -> Zeroizing<[u8; 32]> {
        let said = [&chance[..], &made, bound].concat();
        derive_key(self.key.as_slice(), &said, "mangrove challenge 1")
    }
}

/// A clock that was set back makes no challenge younger than it is: it ends it.
fn is_young(made_s: i64, now_s: i64) -> bool {
    (0..=CHALLENGE_S_MAX).contains(&(now_s - made_s))
}

#[cfg(test)]
mod tests {
    use super::{CHALLENGE_S_MAX, Challenges};
    use lexicon::chance::SeededDice;

    #[test]
    fn a_challenge_counts_once_for_whom_it_was_made_and_not_for_long() {
        let dice = SeededDice::new(1);
        let (ours, others) = (Challenges::new(&dice), Challenges::new(&dice));
        let made = ours.make(&[1; 16], 100, &dice);
        assert!(ours.is_open(&made, &[1; 16], 100 + CHALLENGE_S_MAX));
        assert!(!ours.is_open(&made, &[1; 16], 101 + CHALLENGE_S_MAX), "too old");
        assert!(!ours.is_open(&made, &[1; 16], 99), "a clock set back");
        assert!(!ours.is_open(&made, &[0; 16], 100), "for somebody else");
        assert!(!others.is_open(&made, &[1; 16], 100), "of another process");
        for at in 0..made.len() {
            let mut changed = made.clone();
            changed[at] ^= 1;
            assert!(!ours.is_open(&changed, &[1; 16], 100), "byte {at}");
        }
        assert!(ours.take(&made, &[1; 16], 100));
        assert!(!ours.is_open(&made, &[1; 16], 101) && !ours.take(&made, &[1; 16], 101), "twice");
    }
}
