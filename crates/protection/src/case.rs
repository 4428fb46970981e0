//! A case: its states and clocks, what it carries of the two crimes, the parts of the services,
//! and what happens when two officers write the same field.
//!
//! No state closes a case by itself, and no state is a finding that somebody is not a victim.

use lexicon::Day;
use serde::{Deserialize, Serialize};

/// One of the two crimes. A case carries either, both, or neither yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phenomenon {
    /// Trafficking in persons.
    Tip,
    /// Smuggling of migrants.
    Som,
}

impl Phenomenon {
    pub const ALL: [Self; 2] = [Self::Tip, Self::Som];

    pub fn id(self) -> &'static str {
        match self {
            Self::Tip => "tip",
            Self::Som => "som",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.id() == id)
    }
}

/// Where a case stands on the way from a first contact to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// Opened; nothing is presumed yet and help is already due.
    Open,
    /// The person is presumed a victim and protected as one.
    Presumed,
    /// The competent authority is to say whether there are reasonable grounds.
    ReasonableGrounds,
    /// The recovery and reflection period runs.
    Reflection,
    /// The competent authority is to take the conclusive decision.
    Conclusive,
    Closed,
}

impl CaseState {
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Presumed,
        Self::ReasonableGrounds,
        Self::Reflection,
        Self::Conclusive,
        Self::Closed,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Presumed => "presumed",
            Self::ReasonableGrounds => "reasonable-grounds",
            Self::Reflection => "reflection",
            Self::Conclusive => "conclusive",
            Self::Closed => "closed",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.id() == id)
    }

    /// The states that may follow. A closed case can always be opened again.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Open => &[Self::Presumed, Self::Closed],
            Self::Presumed => &[Self::ReasonableGrounds, Self::Reflection, Self::Closed],
            Self::ReasonableGrounds => &[Self::Reflection, Self::Conclusive, Self::Closed],
            Self::Reflection => &[Self::ReasonableGrounds, Self::Conclusive, Self::Closed],
            Self::Conclusive => &[Self::Closed],
            Self::Closed => &[Self::Open],
        }
    }

    /// Days until the desk is asked about the case. These are planning values and no legal
    /// limits; a country's own clocks replace them.
    pub fn planned_days(self) -> Option<i64> {
        match self {
            Self::Open => Some(7),
            Self::Presumed => Some(5),
            Self::ReasonableGrounds | Self::Conclusive => Some(45),
            Self::Reflection => Some(30),
            Self::Closed => None,
        }
    }

    pub fn due_on(self, today: Day) -> Option<Day> {
        self.planned_days().map(|days| today.plus_days(days))
    }
}

/// What all services of a case may know: no name, no place, no narrative. Sealed as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseCore {
    /// In the order of [`Phenomenon::ALL`], each at most once.
    pub phenomena: Vec<Phenomenon>,
    /// Ids of `catalogue/forms_of_exploitation.toml`.
    pub forms: Vec<String>,
    /// Version of the catalogue from which the forms were chosen.
    pub catalogue_version: String,
    /// Every earlier classification, oldest first. Nothing is ever taken out.
    pub history: Vec<Reclassification>,
}

/// One change of what a case carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reclassification {
    pub on: Day,
    pub officer: String,
    pub before: Vec<Phenomenon>,
    pub after: Vec<Phenomenon>,
    pub forms_before: Vec<String>,
    pub reason: String,
}

/// Why a change is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseFault {
    ReasonMissing,
    ReasonTooLong,
    NothingChanged,
    UnknownForm(String),
    TooMany,
    NotANextState,
    UnknownField,
    TextTooLong,
}

pub const REASON_CHARS_MAX: usize = 2_000;
pub const FIELD_CHARS_MAX: usize = 20_000;
pub const FORMS_MAX: usize = 20;
pub const RECLASSIFICATIONS_MAX: usize = 500;

impl CaseCore {
    /// Changes what the case carries. Services go on unaffected: the classification decides
    /// nothing about them.
    ///
    /// # Errors
    /// When the reason is missing or too long, when nothing changes, or when a form is unknown.
    pub fn reclassify(
        &mut self,
        change: Reclassification,
        forms: Vec<String>,
        is_known_form: impl Fn(&str) -> bool,
    ) -> Result<(), CaseFault> {
        if change.reason.trim().is_empty() {
            return Err(CaseFault::ReasonMissing);
        }
        if change.reason.chars().count() > REASON_CHARS_MAX {
            return Err(CaseFault::ReasonTooLong);
        }
        if forms.len() > FORMS_MAX || self.history.len() >= RECLASSIFICATIONS_MAX {
            return Err(CaseFault::TooMany);
        }
        if let Some(unknown) = forms.iter().find(|f| !is_known_form(f)) {
            return Err(CaseFault::UnknownForm(unknown.clone()));
        }
        let after = sorted(change.after);
        if after == self.phenomena && forms == self.forms {
            return Err(CaseFault::NothingChanged);
        }
        let before = std::mem::replace(&mut self.phenomena, after.clone());
        let forms_before = std::mem::replace(&mut self.forms, forms);
        self.history.push(Reclassification { before, after, forms_before, ..change });
        Ok(())
    }
}

fn sorted(mut phenomena: Vec<Phenomenon>) -> Vec<Phenomenon> {
    phenomena.sort();
    phenomena.dedup();
    phenomena
}

/// A field of a slice. The list is short by intent: what a service does not need is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SliceField {
    pub id: &'static str,
}

/// The fields of every slice, in the order in which they are shown.
pub const SLICE_FIELDS: [SliceField; 5] = [
    SliceField { id: "story" },
    SliceField { id: "needs" },
    SliceField { id: "safety" },
    SliceField { id: "steps" },
    SliceField { id: "notes" },
];

/// # Errors
/// When the field does not exist or the text is too long.
pub fn check_field(field: &str, text: &str) -> Result<SliceField, CaseFault> {
    let known = SLICE_FIELDS.into_iter().find(|f| f.id == field).ok_or(CaseFault::UnknownField)?;
    if text.chars().count() > FIELD_CHARS_MAX {
        return Err(CaseFault::TextTooLong);
    }
    Ok(known)
}

/// What becomes of a text that was written from an earlier version of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditOutcome {
    /// Nobody wrote in between: the text becomes the next version.
    Next,
    /// Somebody wrote in between: both texts are kept and an officer is asked.
    Rival,
    /// The same text stands there already.
    Same,
}

/// Decides from the version the officer saw, the version that stands, and whether the texts
/// are equal. A version that does not exist yet counts as one that somebody else has replaced.
pub fn edit_outcome(seen: i64, standing: i64, is_same_text: bool) -> EditOutcome {
    if is_same_text && standing > 0 {
        EditOutcome::Same
    } else if seen == standing {
        EditOutcome::Next
    } else {
        EditOutcome::Rival
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(after: &[Phenomenon], reason: &str) -> Reclassification {
        Reclassification {
            on: Day::parse("2026-11-25").expect("day"),
            officer: "o".to_owned(),
            before: vec![],
            after: after.to_vec(),
            forms_before: vec![],
            reason: reason.to_owned(),
        }
    }

    // proves: row 1.4
    #[test]
    fn row_1_4_a_case_carries_both_crimes_and_keeps_its_history() {
        let mut core = CaseCore::default();
        let known = |f: &str| f == "domestic";
        core.reclassify(change(&[Phenomenon::Som], "boat"), vec![], known).expect("first");
        let both = [Phenomenon::Som, Phenomenon::Tip, Phenomenon::Tip];
        core.reclassify(change(&both, "she told more"), vec!["domestic".into()], known)
            .expect("second");
        assert_eq!(core.phenomena, Phenomenon::ALL);
        assert_eq!(core.history.len(), 2);
        assert_eq!(core.history[1].before, [Phenomenon::Som]);
        let refused = core.reclassify(change(&[], "  "), vec![], known);
        assert_eq!(refused, Err(CaseFault::ReasonMissing));
        let refused = core.reclassify(change(&[], "x"), vec!["nowhere".into()], known);
        assert_eq!(refused, Err(CaseFault::UnknownForm("nowhere".into())));
        let same = core.reclassify(change(&both, "again"), vec!["domestic".into()], known);
        assert_eq!(same, Err(CaseFault::NothingChanged));
        assert_eq!(core.history.len(), 2, "a refused change leaves no mark");
    }

    #[test]
    fn no_state_is_a_dead_end() {
        for state in CaseState::ALL {
            assert!(!state.next().is_empty(), "{state:?}");
            assert!(!state.next().contains(&state), "{state:?}");
            assert_eq!(CaseState::parse(state.id()), Some(state));
        }
    }

    #[test]
    fn two_writers_of_one_field_keep_both_texts() {
        let cases = [
            (0, 0, false, EditOutcome::Next),
            (3, 3, false, EditOutcome::Next),
            (2, 3, false, EditOutcome::Rival),
            (4, 3, false, EditOutcome::Rival),
            (2, 3, true, EditOutcome::Same),
            (0, 0, true, EditOutcome::Next),
        ];
        for (seen, standing, same, expected) in cases {
            assert_eq!(edit_outcome(seen, standing, same), expected, "{seen} {standing} {same}");
        }
    }

    #[test]
    fn a_field_that_nobody_knows_is_refused() {
        assert_eq!(check_field("story", "x").map(|f| f.id), Ok("story"));
        assert_eq!(check_field("name", "x"), Err(CaseFault::UnknownField));
        let long = "é".repeat(FIELD_CHARS_MAX + 1);
        assert_eq!(check_field("needs", &long), Err(CaseFault::TextTooLong));
    }
}
