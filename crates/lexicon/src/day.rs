//! A calendar day. Nothing about a hint or a person is kept finer than this.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the Gregorian calendar, without a time zone; written `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(jiff::civil::Date);

impl Day {
    /// The day in UTC of a number of seconds since 1970.
    pub fn from_unix_s(seconds: i64) -> Self {
        let instant = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        Self(instant.to_zoned_datetime(jiff::tz::TimeZone::UTC).date())
    }

    /// Midnight in UTC at which the day begins, in seconds since 1970.
    pub fn to_unix_s(self) -> i64 {
        self.0
            .to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .map(|z| z.timestamp().as_second())
            .unwrap_or(0)
    }

    /// `None` when no such day exists.
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `2026-11-23`; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 10).then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The day `days` later (earlier when negative); stops at the ends of the calendar.
    pub fn plus_days(self, days: i64) -> Self {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        Self(self.0.saturating_add(span))
    }

    /// Days from `earlier` to this day.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.to_unix_s() - earlier.to_unix_s()) / 86_400
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    pub fn month(self) -> i8 {
        self.0.month()
    }

    pub fn day_of_month(self) -> i8 {
        self.0.day()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_is_read_and_written_the_same() {
        let day = Day::parse("2024-02-29").expect("a leap day");
        assert_eq!(day.to_string(), "2024-02-29");
        assert_eq!(day.plus_days(1).to_string(), "2024-03-01");
        assert_eq!(day.plus_days(366).days_since(day), 366);
        assert_eq!(Day::from_unix_s(day.to_unix_s() + 86_399), day);
        assert_eq!(Day::parse("2023-02-29"), None);
        assert_eq!(Day::parse("23 Feb 2023"), None);
    }
}
