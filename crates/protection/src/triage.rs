//! How urgent a hint is, and why. The level comes from stated facts alone, every reason is shown,
//! an officer may raise it, and nothing lowers it or closes a hint by itself.

use crate::hint::HintAnswers;
use crate::routing::Routing;
use lexicon::{Day, Phrase};
use serde::{Deserialize, Serialize};

/// A level of urgency; the greater is the more urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    Week,
    Today,
    Danger,
}

impl Urgency {
    /// From the least to the most urgent.
    pub const ALL: [Self; 3] = [Self::Week, Self::Today, Self::Danger];

    pub fn id(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Today => "today",
            Self::Danger => "danger",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|u| u.id() == id)
    }

    /// Number by which lists are sorted; 1 is the most urgent.
    pub fn rank(self) -> i64 {
        match self {
            Self::Danger => 1,
            Self::Today => 2,
            Self::Week => 3,
        }
    }

    pub fn from_rank(rank: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|u| u.rank() == rank)
    }

    /// Key of the word on the tag.
    pub fn key(self) -> String {
        format!("triage-level-{}", self.id())
    }
}

/// What triage says of a hint when it arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub urgency: Urgency,
    /// Ids of the catalogue's reasons that are met, the weightiest first.
    pub reasons: Vec<Reason>,
    /// Whole days until the first step is due; 0 is the day of arrival.
    pub due_days: i64,
}

/// One reason of the catalogue that is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub id: String,
    pub level: Urgency,
}

impl Reason {
    pub fn key(&self) -> String {
        format!("routing-reason-{}", self.id)
    }
}

/// Weighs the stated facts by the catalogue's reasons. Total: every hint has a level.
pub fn assess(answers: &HintAnswers, routing: &Routing) -> Assessment {
    let mut reasons: Vec<Reason> = routing
        .reasons()
        .iter()
        .filter(|reason| reason.when.weigh(answers).is_met())
        .map(|reason| Reason { id: reason.id.clone(), level: reason.level })
        .collect();
    // Stable: within a level the catalogue's order stays.
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.level));
    let urgency = reasons.first().map_or(routing.base_level(), |first| first.level);
    Assessment { urgency, due_days: routing.due_days(urgency), reasons }
}

/// Why an officer raises the urgency. A code, because the timeline holds no narrative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaiseReason {
    /// The free text says what was not ticked.
    WrittenInText,
    /// The reporter said more.
    ReporterAnswered,
    /// Another source said so.
    OtherSource,
    /// The officer's own knowledge of the place or persons.
    OfficerJudgement,
}

impl RaiseReason {
    pub const ALL: [Self; 4] =
        [Self::WrittenInText, Self::ReporterAnswered, Self::OtherSource, Self::OfficerJudgement];

    pub fn id(self) -> &'static str {
        match self {
            Self::WrittenInText => "written-in-text",
            Self::ReporterAnswered => "reporter-answered",
            Self::OtherSource => "other-source",
            Self::OfficerJudgement => "officer-judgement",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.id() == id)
    }
}

/// Raises the urgency of a hint.
///
/// Errors: a phrase when the new level is not higher, because urgency never falls.
pub fn raise(now: Urgency, to: Urgency) -> Result<Urgency, Phrase> {
    if to > now { Ok(to) } else { Err(Phrase::new("triage-error-only-up")) }
}

/// The day by which a raised hint is due: never later than it was.
pub fn due_on(was: Day, today: Day, urgency: Urgency, routing: &Routing) -> Day {
    was.min(today.plus_days(routing.due_days(urgency)))
}

/// Days by which a hint is late; 0 when it is not.
pub fn late_days(due_on: Day, today: Day) -> i64 {
    today.days_since(due_on).max(0)
}

#[cfg(test)]
mod tests {
    use super::{Urgency, assess, due_on, late_days, raise};
    use crate::hint::{Fact, HintAnswers, Stated};
    use crate::routing::Routing;
    use lexicon::Day;
    use proptest::prelude::*;

    fn answers(facts: &[(Fact, Stated)]) -> HintAnswers {
        HintAnswers { facts: facts.iter().copied().collect(), ..HintAnswers::default() }
    }

    // proves: row 2.6
    #[test]
    fn row_2_6_each_stated_fact_is_a_reason_of_its_own() {
        let routing = Routing::built_in();
        let stated = |fact| answers(&[(fact, Stated::Yes)]);
        for (fact, reason, level) in [
            (Fact::Child, "child", Urgency::Today),
            (Fact::DangerNow, "danger-now", Urgency::Danger),
            (Fact::Restraint, "restraint", Urgency::Today),
            (Fact::TravelSoon, "travel-soon", Urgency::Today),
        ] {
            let found = assess(&stated(fact), routing);
            assert_eq!(found.urgency, level, "{}", fact.id());
            assert!(found.reasons.iter().any(|r| r.id == reason), "{}", fact.id());
        }
    }

    // proves: row 2.6
    #[test]
    fn row_2_6_urgency_is_raised_and_never_falls() {
        assert_eq!(raise(Urgency::Week, Urgency::Danger), Ok(Urgency::Danger));
        assert!(raise(Urgency::Danger, Urgency::Week).is_err());
        assert!(raise(Urgency::Today, Urgency::Today).is_err());
        let day = Day::parse("2026-11-24").unwrap();
        let routing = Routing::built_in();
        assert_eq!(due_on(day.plus_days(3), day, Urgency::Today, routing), day);
        let late = day.plus_days(-2);
        assert_eq!(due_on(late, day, Urgency::Danger, routing), late, "lateness stays");
        assert_eq!((late_days(late, day), late_days(day, late)), (2, 0));
    }

    fn any_stated() -> impl Strategy<Value = Stated> {
        prop::sample::select(Stated::ALL.to_vec())
    }

    proptest! {
        // proves: row 2.6
        #[test]
        fn row_2_6_one_more_fact_never_makes_a_hint_less_urgent(
            stated in prop::collection::vec(any_stated(), Fact::ALL.len()),
            more in prop::sample::select(Fact::ALL.to_vec()),
        ) {
            let routing = Routing::built_in();
            let facts: Vec<_> = Fact::ALL.into_iter().zip(stated).collect();
            let mut fewer = answers(&facts);
            // "I do not know" is itself a reason, so the comparison starts from silence.
            fewer.facts.remove(&more);
            let mut with = fewer.clone();
            with.facts.insert(more, Stated::Yes);
            let (before, after) = (assess(&fewer, routing), assess(&with, routing));
            prop_assert!(after.urgency >= before.urgency);
            prop_assert!(after.due_days <= before.due_days);
        }
    }
}
