//! What must hold of any rules, a country's own included: the table answers everything, and
//! nobody of whom something was seen ends below what is promised.

use super::bits::Bits;
use super::observations::Observations;
use super::rules::{Age, INPUTS, Rules, accepts};
use lexicon::{Complaint, Phrase};

/// No child ends below this result.
pub const FLOOR_OF_A_CHILD: &str = "child-protection";
/// Nobody of whom a fact was observed ends below this result.
pub const FLOOR_OF_A_FACT: &str = "more-facts-needed";

pub(super) fn check(rules: &Rules, complaints: &mut Vec<Complaint>) {
    check_printing(rules, complaints);
    check_table(rules, complaints);
    if complaints.is_empty() {
        check_single_facts(rules, complaints);
    }
}

fn complain(complaints: &mut Vec<Complaint>, at: String, phrase: Phrase) {
    complaints.push(Complaint::new(0, format!("screening_indicators.{at}"), phrase));
}

/// Advice has no printed form.
fn check_printing(rules: &Rules, complaints: &mut Vec<Complaint>) {
    for result in rules.results.iter().filter(|result| result.printable) {
        let phrase = Phrase::new("catalogue-advice-printable");
        complain(complaints, format!("result[{}].printable", result.id), phrase);
    }
}

/// Tries every combination of input values.
fn check_table(rules: &Rules, complaints: &mut Vec<Complaint>) {
    let floor_child = rank_of(rules, FLOOR_OF_A_CHILD);
    let floor_fact = rank_of(rules, FLOOR_OF_A_FACT);
    let child = value_of(rules, "age", "child");
    let observed = value_of(rules, "facts", "observed");
    let (Some(floor_child), Some(floor_fact), Some(child), Some(observed)) =
        (floor_child, floor_fact, child, observed)
    else {
        let phrase = Phrase::new("catalogue-table-fixed");
        return complain(complaints, "result".to_owned(), phrase);
    };
    for inputs in combinations(rules) {
        let Some(row) = rules.decisions.iter().find(|row| accepts(&row.accepts, &inputs)) else {
            let said = said(rules, &inputs);
            let phrase = Phrase::new("catalogue-table-open").with("inputs", said);
            return complain(complaints, "decision".to_owned(), phrase);
        };
        let rank = rules.results.get(row.result).map_or(0, |result| result.rank);
        let has = |(input, value): (usize, u8)| inputs.get(input) == Some(&value);
        let floor = match (has(child), has(observed)) {
            (true, _) => Some((floor_child, FLOOR_OF_A_CHILD)),
            (false, true) => Some((floor_fact, FLOOR_OF_A_FACT)),
            (false, false) => None,
        };
        if let Some((_, floor)) = floor.filter(|(least, _)| rank < *least) {
            let phrase = Phrase::new("catalogue-below-floor").with("result", floor);
            return complain(complaints, format!("decision[{}].result", row.id), phrase);
        }
    }
}

/// One observed fact alone, for each fact and age: the inputs must see it.
fn check_single_facts(rules: &Rules, complaints: &mut Vec<Complaint>) {
    let rank = |id| rank_of(rules, id).unwrap_or(0);
    for (at, indicator) in rules.indicators.iter().enumerate() {
        for age in Age::ALL {
            let observed: Bits = std::iter::once(at).collect();
            // Everything asked: the case in which only the fact itself keeps the result up.
            let line = Observations {
                age,
                observed,
                asked_questions: u64::MAX,
                profession: Some(0),
                ..Observations::default()
            };
            let floor = if age == Age::Child { FLOOR_OF_A_CHILD } else { FLOOR_OF_A_FACT };
            if rules.judge(&line).rank(rules) < rank(floor) {
                let phrase = Phrase::new("catalogue-below-floor").with("result", floor);
                complain(complaints, format!("indicator[{}]", indicator.id), phrase);
            }
        }
    }
}

fn rank_of(rules: &Rules, id: &str) -> Option<i64> {
    rules.results.iter().find(|result| result.id == id).map(|result| result.rank)
}

fn value_of(rules: &Rules, input: &str, value: &str) -> Option<(usize, u8)> {
    let at = rules.inputs.iter().position(|known| known.name == input)?;
    let position = rules.inputs.get(at)?.values.iter().position(|known| known == value)?;
    Some((at, u8::try_from(position).ok()?))
}

/// Every combination of values, counted up like the wheels of an odometer.
fn combinations(rules: &Rules) -> impl Iterator<Item = [u8; INPUTS]> {
    let sizes: Vec<usize> = rules.inputs.iter().map(|input| input.values.len().max(1)).collect();
    let total: usize = sizes.iter().product();
    (0..total).map(move |number| {
        let mut rest = number;
        let mut inputs = [0_u8; INPUTS];
        for (slot, size) in inputs.iter_mut().zip(&sizes) {
            *slot = u8::try_from(rest % size).unwrap_or(0);
            rest /= size;
        }
        inputs
    })
}

fn said(rules: &Rules, inputs: &[u8; INPUTS]) -> String {
    let pairs = rules.inputs.iter().zip(inputs).map(|(input, value)| {
        let value = input.values.get(usize::from(*value)).map_or("", String::as_str);
        format!("{}={value}", input.name)
    });
    pairs.collect::<Vec<_>>().join(" ")
}
