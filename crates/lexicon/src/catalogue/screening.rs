//! The volume `screening_indicators` as typed values. What they mean is said at the head of the
//! volume itself; `protection::screening` evaluates them.

use super::Catalogue;
use crate::Complaint;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) const VOLUME: &str = "screening_indicators";

/// How sure the compilers are of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    High,
    Medium,
}

/// The weight of an indicator; ordered from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    Weak,
    Medium,
    Strong,
}

/// The values a column accepts: `"any"` or a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Accepted {
    Word(String),
    Values(Vec<String>),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputField {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub required: bool,
    pub default: Option<toml::Value>,
    #[serde(default)]
    pub values: Vec<String>,
    #[serde(default)]
    pub of: Vec<String>,
}

/// What the command line takes and gives.
#[derive(Clone, Debug, Deserialize)]
pub struct Contract {
    /// The word that stands for null in this volume.
    pub null_word: String,
    /// The age kept when both evaluations of an unknown age reach the same rank.
    pub both_ages_tie: String,
    pub input_order: Vec<String>,
    pub input_fields: Vec<InputField>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    pub id: String,
    pub element: String,
    pub stage: String,
    pub confidence: Confidence,
    pub source: String,
}

/// Minimum counts of strong, medium and weak indicators.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    pub min_strong: u32,
    pub min_medium: u32,
    pub min_weak: u32,
}

/// A rule over the indicators of dimensions; which fields it has depends on its kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DimensionRule {
    pub id: String,
    pub kind: String,
    pub applies_to: Vec<String>,
    pub min_strong: Option<u32>,
    pub min_medium: Option<u32>,
    pub min_weak: Option<u32>,
    pub min_any: Option<u32>,
    #[serde(default)]
    pub at_most_one_of: Vec<String>,
    #[serde(default)]
    pub require_any_ids: Vec<String>,
    #[serde(default)]
    pub except_ids: Vec<String>,
    #[serde(default)]
    pub accept: Vec<Accept>,
    #[serde(default)]
    pub group_names: Vec<String>,
    #[serde(default)]
    pub require_one_of_each: Vec<Vec<String>>,
    #[serde(default)]
    pub or_one_of_each: Vec<Vec<String>>,
    #[serde(default)]
    pub or_any: Vec<String>,
    pub source: String,
    pub confidence: Confidence,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionInput {
    pub id: String,
    pub input: String,
    pub values: Vec<String>,
    pub meaning: String,
    pub confidence: Confidence,
    pub source: String,
}

/// Something that is true or false of an input line; which fields it has depends on its kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: String,
    pub kind: String,
    pub field: Option<String>,
    pub value: Option<toml::Value>,
    #[serde(default)]
    pub ids: Vec<String>,
    #[serde(default)]
    pub dimensions: Vec<String>,
    #[serde(default)]
    pub strengths: Vec<Strength>,
    pub min: Option<u32>,
    #[serde(default)]
    pub except_ids: Vec<String>,
    pub rule: Option<String>,
    pub group: Option<String>,
    pub source: String,
    pub confidence: Confidence,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputRule {
    pub id: String,
    pub input: String,
    pub order: u32,
    pub value: String,
    pub any_of: Vec<Vec<String>>,
    pub basis: Option<String>,
    pub source: String,
    pub confidence: Confidence,
}

/// A `[[result]]`: what a screening can advise. Its text is `result-<id>`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeOfScreening {
    pub id: String,
    pub rank: i64,
    pub family: String,
    pub meaning: String,
    pub printable: bool,
    pub confidence: Confidence,
    pub source: String,
}

/// A row of the decision table; `columns` holds one entry for each input.
#[derive(Clone, Debug, Deserialize)]
pub struct Decision {
    pub id: String,
    pub priority: u32,
    pub group: String,
    pub result: String,
    pub explanation: String,
    pub actions: Vec<String>,
    pub stop_removal: bool,
    pub removal_waits_for: Vec<String>,
    pub trafficking_rescreen: bool,
    /// 0 = does not lapse.
    pub expiry_days: u32,
    pub confidence: Confidence,
    pub source: String,
    #[serde(rename = "citations")]
    _citations: toml::Value,
    #[serde(flatten)]
    pub columns: BTreeMap<String, Accepted>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlsoRule {
    pub id: String,
    pub order: u32,
    pub results: Vec<String>,
    pub smuggling: Vec<String>,
    pub aggravation: Vec<String>,
    pub also: String,
    pub source: String,
    pub confidence: Confidence,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlwaysAction {
    pub id: String,
    pub order: u32,
    pub inputs: BTreeMap<String, Vec<String>>,
    pub any_of: Vec<Vec<String>>,
    pub actions: Vec<String>,
    pub urgent: bool,
    pub source: String,
    pub confidence: Confidence,
}

/// A step to take. Its text is `action-<id>`; `text` is the source wording in English.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    pub id: String,
    pub text: String,
    pub source: String,
    pub confidence: Confidence,
}

/// A question of the short form. Its text is `question-<id>`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShortQuestion {
    pub id: String,
    pub text: String,
    /// The indicators that an answer tells of.
    pub covers: Vec<String>,
    /// Whether it is asked when the observer's profession is not known.
    pub core: bool,
    pub source: String,
    pub confidence: Confidence,
}

/// The order of the questions for one profession.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShortForm {
    pub id: String,
    pub profession: String,
    pub ids: Vec<String>,
    pub minutes: u32,
    pub source: String,
    pub confidence: Confidence,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedForm {
    pub id: String,
    pub form_id: String,
    pub min_distinct_types: u32,
    pub excluded_types: Vec<String>,
    pub over: String,
    pub source: String,
    pub confidence: Confidence,
}

/// A fact that an observer can see or hear. Its text is `indicator-<id>`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: String,
    pub text: String,
    pub phenomenon: String,
    pub element: String,
    pub dimension: String,
    pub strength: Strength,
    pub applies_adult: bool,
    pub applies_child: bool,
    pub sectors: Vec<String>,
    pub exploitation_types: Vec<String>,
    pub strength_confidence: Confidence,
    pub strength_basis: String,
    pub confidence: Confidence,
    pub source: String,
}

/// A line and the answer that the rules give, computed by the compilers of the volume.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestCase {
    pub id: String,
    pub group: String,
    pub why: String,
    pub age: String,
    pub believed_child: bool,
    pub observed: Vec<String>,
    pub asked: Vec<String>,
    pub refused: Vec<String>,
    pub intended: bool,
    pub benefit_ruled_out: bool,
    pub profession: Option<String>,
    pub expected_inputs: BTreeMap<String, String>,
    pub expected_decision: String,
    pub expected_result: String,
    pub expected_also: String,
    pub expected_actions_include: Vec<String>,
    pub expected_actions: Vec<String>,
    pub expected_urgent: bool,
    pub min_rank: i64,
    pub confidence: Confidence,
    pub source: String,
}

/// The whole volume except its test cases.
#[derive(Clone, Debug)]
pub struct Screening {
    pub version: String,
    pub contract: Contract,
    pub dimensions: Vec<Dimension>,
    pub dimension_rules: Vec<DimensionRule>,
    pub decision_inputs: Vec<DecisionInput>,
    pub facts: Vec<Fact>,
    pub input_rules: Vec<InputRule>,
    pub results: Vec<OutcomeOfScreening>,
    pub decisions: Vec<Decision>,
    pub also_rules: Vec<AlsoRule>,
    pub always_actions: Vec<AlwaysAction>,
    pub actions: Vec<Action>,
    pub short_questions: Vec<ShortQuestion>,
    pub short_forms: Vec<ShortForm>,
    pub derived_forms: Vec<DerivedForm>,
    pub indicators: Vec<Indicator>,
}

impl Screening {
    pub(super) fn read(catalogue: &Catalogue) -> Result<Self, Vec<Complaint>> {
        Ok(Self {
            version: catalogue.version(VOLUME).to_owned(),
            contract: catalogue.single(VOLUME, "contract")?,
            dimensions: catalogue.entries(VOLUME, "dimension")?,
            dimension_rules: catalogue.entries(VOLUME, "dimension_rule")?,
            decision_inputs: catalogue.entries(VOLUME, "decision_input")?,
            facts: catalogue.entries(VOLUME, "fact")?,
            input_rules: catalogue.entries(VOLUME, "input_rule")?,
            results: catalogue.entries(VOLUME, "result")?,
            decisions: catalogue.entries(VOLUME, "decision")?,
            also_rules: catalogue.entries(VOLUME, "also_rule")?,
            always_actions: catalogue.entries(VOLUME, "always_action")?,
            actions: catalogue.entries(VOLUME, "action")?,
            short_questions: catalogue.entries(VOLUME, "short_question")?,
            short_forms: catalogue.entries(VOLUME, "short_form")?,
            derived_forms: catalogue.entries(VOLUME, "derived_form")?,
            indicators: catalogue.entries(VOLUME, "indicator")?,
        })
    }

    /// The vectors that every evaluation must reproduce.
    ///
    /// # Errors
    /// A complaint for each vector that cannot be read.
    pub fn test_cases(catalogue: &Catalogue) -> Result<Vec<TestCase>, Vec<Complaint>> {
        catalogue.entries(VOLUME, "test_case")
    }
}
