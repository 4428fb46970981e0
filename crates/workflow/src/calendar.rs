//! The day that the node believes. A clock that was reset, as after a power cut, may say 1970 or
//! 2090: then the last day seen goes on to count, so that no deadline is false and nothing is
//! deleted for being old, until the clock fits again or somebody shows that it is right.

use lexicon::{Clock, Day};
use std::sync::{Arc, Mutex, PoisonError};

/// A clock may be this many days ahead of the last day seen, plus the days that the program ran:
/// a long weekend without power.
pub const AHEAD_DAYS_MAX: i64 = 4;

/// A clock whose day is compared with the days seen before.
pub struct Calendar {
    inner: Arc<dyn Clock>,
    seen: Mutex<Seen>,
}

struct Seen {
    /// `None` on a new node, whose first day is believed.
    highest: Option<Day>,
    /// The first look of this run is done.
    is_started: bool,
    /// Days that the program ran, by a clock that nobody sets.
    ran_days: i64,
    /// Days by which `highest` moved since the first look.
    spent_days: i64,
}

/// How the machine's clock stands to the last day seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Sound,
    /// The clock says an earlier day than was seen before.
    Behind {
        clock: Day,
        seen: Day,
    },
    /// The clock says a later day than can be believed.
    Ahead {
        clock: Day,
        seen: Day,
    },
}

/// Compares the day of a clock with the last one seen.
pub fn standing(clock: Day, seen: Option<Day>, ahead_days_max: i64) -> Standing {
    match seen {
        Some(seen) if clock < seen => Standing::Behind { clock, seen },
        Some(seen) if clock.days_since(seen) > ahead_days_max => Standing::Ahead { clock, seen },
        _ => Standing::Sound,
    }
}

impl Calendar {
    /// `highest` is the last day seen, as it is kept.
    pub fn new(inner: Arc<dyn Clock>, highest: Option<Day>) -> Self {
        Self {
            inner,
            seen: Mutex::new(Seen { highest, is_started: false, ran_days: 0, spent_days: 0 }),
        }
    }

    /// How the clock stands; a sound one moves the last day seen.
    pub fn look(&self) -> Standing {
        let clock = self.inner.today();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        // While it runs a day may pass each day, and small steps do not add up beyond that.
        let most = AHEAD_DAYS_MAX.saturating_add(seen.ran_days - seen.spent_days).max(0);
        let standing = standing(clock, seen.highest, most);
        if standing == Standing::Sound {
            if let (true, Some(before)) = (seen.is_started, seen.highest) {
                seen.spent_days += clock.days_since(before);
            }
            seen.highest = Some(clock);
        }
        seen.is_started = true;
        standing
    }
}

impl Clock for Calendar {
    fn now_s(&self) -> i64 {
        self.inner.now_s()
    }

    fn today(&self) -> Day {
        match self.look() {
            Standing::Sound => self.inner.today(),
            Standing::Behind { seen, .. } | Standing::Ahead { seen, .. } => seen,
        }
    }

    fn is_sound(&self) -> bool {
        self.look() == Standing::Sound
    }

    fn confirm(&self) {
        let clock = self.inner.today();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.highest = Some(clock);
        seen.spent_days = seen.ran_days;
    }

    fn remember(&self, day: Day) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).highest = Some(day);
    }

    fn has_run(&self, days: i64) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).ran_days = days;
    }

    fn highest(&self) -> Option<Day> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).highest
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, Standing};
    use lexicon::chance::FixedClock;
    use lexicon::{Clock, Day};
    use std::sync::Arc;

    const DAY_S: i64 = 86_400;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn calendar() -> (Arc<FixedClock>, Calendar) {
        let clock = Arc::new(FixedClock::at(day("2026-11-29")));
        (clock.clone(), Calendar::new(clock, Some(day("2026-11-28"))))
    }

    #[test]
    fn a_clock_at_1970_or_far_ahead_is_not_believed() {
        for days in [-20_000, -1, 6, 40, 20_000] {
            let (clock, calendar) = calendar();
            assert!(calendar.is_sound());
            clock.advance_s(days * DAY_S);
            assert!(!calendar.is_sound(), "{days}");
            assert_eq!(calendar.today(), day("2026-11-29"), "{days}");
            clock.advance_s(-days * DAY_S);
            assert!(calendar.is_sound(), "and is believed again once it fits");
        }
    }

    #[test]
    fn days_that_pass_are_believed_and_steps_do_not_add_up_beyond_them() {
        let (clock, calendar) = calendar();
        calendar.look();
        for ran in 1..=100 {
            clock.advance_s(DAY_S);
            calendar.has_run(ran);
            assert_eq!(calendar.look(), Standing::Sound, "{ran}");
        }
        let before = calendar.today();
        for _ in 0..100 {
            clock.advance_s(3 * DAY_S);
            calendar.look();
        }
        assert!(calendar.today().days_since(before) <= 4, "{}", calendar.today());
    }

    #[test]
    fn somebody_with_a_clock_of_their_own_settles_it() {
        let (clock, calendar) = calendar();
        calendar.look();
        clock.advance_s(400 * DAY_S);
        assert!(!calendar.is_sound());
        calendar.confirm();
        assert!(calendar.is_sound());
        assert_eq!(calendar.today(), clock.today());
    }
}
