//! The judgement in ids, as the command line and the API give it.

use super::judge::Judgement;
use super::rules::{INPUTS, Rules};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// Advice to a trained human: never a decision, never a negative one, without a printed form.
/// The order of the fields is the order in which they are written.
#[derive(Debug, Serialize)]
pub struct Advice<'a> {
    pub id: &'a str,
    pub result: &'a str,
    /// The row of the decision table.
    pub decision: &'a str,
    /// The second finding.
    pub also: Option<&'a str>,
    pub inputs: Inputs<'a>,
    pub actions: Vec<&'a str>,
    /// What the age was taken from.
    pub age_basis: &'a str,
    pub rank: i64,
    pub urgent: bool,
    pub stop_removal: bool,
    pub trafficking_rescreen: bool,
    /// 0 = does not lapse.
    pub expiry_days: u32,
    pub printable: bool,
    /// Ids of questions still open.
    pub not_asked: Vec<&'a str>,
}

/// The inputs of the decision table in their order.
#[derive(Debug)]
pub struct Inputs<'a>(pub [(&'a str, &'a str); INPUTS]);

impl Serialize for Inputs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(INPUTS))?;
        for (name, value) in self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Judgement {
    /// The judgement of the line with the sender's id, in ids.
    pub fn advice<'a>(&self, id: &'a str, rules: &'a Rules) -> Advice<'a> {
        let row = self.row(rules);
        let mut inputs = [("", ""); INPUTS];
        let known = rules.inputs.iter().zip(self.inputs).enumerate();
        for (slot, (at, (input, value))) in inputs.iter_mut().zip(known) {
            *slot = (input.name.as_str(), rules.value(at, value));
        }
        let questions = self.not_asked.iter().filter_map(|at| rules.questions.get(*at));
        Advice {
            id,
            result: rules.result_id(self.result),
            decision: row.map_or("", |row| row.id.as_str()),
            also: self.also.map(|at| rules.result_id(at)),
            inputs: Inputs(inputs),
            actions: self.actions.iter().map(|(at, _)| rules.action_id(*at)).collect(),
            age_basis: self.age_basis(rules),
            rank: self.rank(rules),
            urgent: self.urgent,
            stop_removal: row.is_some_and(|row| row.stop_removal),
            trafficking_rescreen: row.is_some_and(|row| row.trafficking_rescreen),
            expiry_days: row.map_or(0, |row| row.expiry_days),
            printable: rules.results.get(self.result).is_some_and(|result| result.printable),
            not_asked: questions.map(|question| question.id.as_str()).collect(),
        }
    }

    fn age_basis<'a>(&self, rules: &'a Rules) -> &'a str {
        let row = self.input_rows.first().copied().unwrap_or(0);
        let rows = rules.inputs.first().map(|input| input.rows.as_slice()).unwrap_or_default();
        rows.get(row).map_or("", |row| row.basis.as_str())
    }
}

impl Rules {
    pub(super) fn result_id(&self, at: usize) -> &str {
        self.results.get(at).map_or("", |result| result.id.as_str())
    }

    pub(super) fn action_id(&self, at: usize) -> &str {
        self.actions.get(at).map_or("", |action| action.id.as_str())
    }
}
