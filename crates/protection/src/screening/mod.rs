//! Screening: what was observed, asked and refused becomes advice to a trained human, by the
//! rules of the catalogue's volume `screening_indicators` and nothing else.
//!
//! Advice is never a decision about a person, never a negative one, and has no printed form.
//!
//! Architecture invariant: no rule stands in this code. A new indicator, question, fact or row is
//! a line of the catalogue; [`Rules::of`] refuses a catalogue under which a child or an observed
//! fact would end below what is promised.

mod advice;
mod bits;
mod compile;
mod compile_facts;
pub mod draft;
mod explain;
mod judge;
mod observations;
mod rules;
pub mod suggest;
mod verify;

pub use advice::{Advice, Inputs};
pub use bits::Bits;
pub use draft::{Answer, Change, Decided, Draft};
pub use explain::{ActionWhy, ElementState, Explanation, FactReason, InputReason};
pub use judge::{ActionReason, Judgement};
pub use observations::{ID_BYTES_MAX, IDS_MAX, LINE_BYTES_MAX, Observations, too_long};
pub use rules::{Age, Form, Named, Question, Rules};
pub use verify::{FLOOR_OF_A_CHILD, FLOOR_OF_A_FACT};

use lexicon::catalogue::{Indicator, OutcomeOfScreening};

impl Rules {
    /// The version that the volume states of itself.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The hash of the catalogue, overlays included.
    pub fn catalogue_hash(&self) -> &str {
        &self.hash
    }

    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The position of a profession's short form.
    pub fn profession(&self, id: &str) -> Option<usize> {
        self.forms.iter().position(|form| form.profession == id)
    }

    /// The short forms, one for each profession.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    pub fn results(&self) -> &[OutcomeOfScreening] {
        &self.results
    }

    /// The source wording of an action in English; empty for an unknown id.
    pub fn action_text(&self, id: &str) -> &str {
        self.actions.iter().find(|action| action.id == id).map_or("", |a| a.text.as_str())
    }

    /// What an id means, if it is known.
    pub fn named(&self, id: &str) -> Option<Named> {
        self.named.get(id).copied()
    }

    /// The indicators that a question covers, in the catalogue's order.
    pub fn covered(&self, question: &Question) -> Vec<&Indicator> {
        question.covers.positions().filter_map(|at| self.indicators.get(at)).collect()
    }
}

#[cfg(test)]
mod tests;
