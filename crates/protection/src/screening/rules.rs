//! The rules of the catalogue in the form in which they are evaluated: ids are positions, sets of
//! indicators are bits, sets of values are masks.

use super::bits::Bits;
use lexicon::catalogue::{Accept, Action, DerivedForm, Indicator, OutcomeOfScreening};
use std::collections::HashMap;

/// How many inputs the decision table has.
pub const INPUTS: usize = 9;
/// Facts and values are bits of these.
pub type FactBits = u128;
pub type ValueMask = u32;

/// What an id of an input line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Indicator(usize),
    Question(usize),
}

/// The rules of one catalogue, checked and ready.
#[derive(Debug)]
pub struct Rules {
    pub(super) version: String,
    pub(super) hash: String,
    pub(super) indicators: Vec<Indicator>,
    pub(super) questions: Vec<Question>,
    pub(super) forms: Vec<Form>,
    pub(super) named: HashMap<String, Named>,
    pub(super) inputs: Vec<Input>,
    pub(super) facts: Vec<(String, Test)>,
    pub(super) once: Vec<Once>,
    pub(super) decisions: Vec<Row>,
    pub(super) also: Vec<Also>,
    pub(super) always: Vec<Always>,
    pub(super) results: Vec<OutcomeOfScreening>,
    pub(super) actions: Vec<Action>,
    /// Forms of exploitation that several kinds of facts make together.
    pub(super) derived: Vec<DerivedForm>,
    pub(super) stop_removal: usize,
    pub(super) rescreen: usize,
    pub(super) elements: Elements,
    /// Whether an unknown age keeps the evaluation as a child when both reach the same rank.
    pub(super) tie_is_child: bool,
}

/// A question of the short form.
#[derive(Clone, Debug)]
pub struct Question {
    pub id: String,
    /// The source wording in English.
    pub text: String,
    pub covers: Bits,
    pub is_core: bool,
}

/// The short form of one profession: positions of questions in the order of asking.
#[derive(Clone, Debug)]
pub struct Form {
    pub profession: String,
    pub questions: Vec<usize>,
    pub minutes: u32,
}

#[derive(Clone, Debug)]
pub struct Input {
    pub name: String,
    pub values: Vec<String>,
    /// In ascending order; the last one always matches.
    pub rows: Vec<InputRow>,
}

#[derive(Clone, Debug)]
pub struct InputRow {
    pub id: String,
    /// Position of the value; `None` = evaluate for both ages.
    pub value: Option<u8>,
    pub condition: Condition,
    pub basis: String,
}

/// At least one of the terms holds; no term at all always holds.
#[derive(Clone, Debug, Default)]
pub struct Condition(pub Vec<Term>);

/// All facts of `holds` are true and none of `fails`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Term {
    pub holds: FactBits,
    pub fails: FactBits,
}

impl Condition {
    pub fn matches(&self, facts: FactBits) -> bool {
        self.0.is_empty() || self.0.iter().any(|term| term.matches(facts))
    }
}

impl Term {
    pub fn matches(&self, facts: FactBits) -> bool {
        facts & self.holds == self.holds && facts & self.fails == 0
    }
}

/// How a fact is judged.
#[derive(Clone, Debug)]
pub enum Test {
    Age(Age),
    BelievedChild(bool),
    Intended(bool),
    BenefitRuledOut(bool),
    /// One of these is observed.
    Any(Bits),
    /// At least `min` of these are observed.
    Count {
        of: Bits,
        min: u32,
    },
    /// One of these dimensions meets one of its accepted counts.
    Counting(Vec<Counted>),
    Elements(Groups),
    Refused,
    ShortForm,
}

/// The age that a line states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    Adult,
    Child,
    Unknown,
}

impl Age {
    pub const ALL: [Self; 3] = [Self::Adult, Self::Child, Self::Unknown];

    pub fn id(self) -> &'static str {
        match self {
            Self::Adult => "adult",
            Self::Child => "child",
            Self::Unknown => "unknown",
        }
    }

    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|age| age.id() == id)
    }
}

/// Indicators by strength and the counts of them that are accepted.
#[derive(Clone, Debug)]
pub struct Counted {
    pub strong: Bits,
    pub medium: Bits,
    pub weak: Bits,
    pub accepts: Vec<Accept>,
}

impl Counted {
    /// Minimums: a stronger indicator may stand in for a weaker one.
    pub fn is_met(&self, counted: &Bits) -> bool {
        let strong = counted.count_in(&self.strong);
        let medium = strong + counted.count_in(&self.medium);
        let weak = medium + counted.count_in(&self.weak);
        self.accepts.iter().any(|least| {
            let m = least.min_strong.saturating_add(least.min_medium);
            strong >= least.min_strong && medium >= m && weak >= m.saturating_add(least.min_weak)
        })
    }

    pub fn all(&self) -> Bits {
        self.strong.or(&self.medium).or(&self.weak)
    }
}

/// Every set of `all` is met, or every set of `or_all`, or `or_any`.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    pub all: Vec<Bits>,
    pub or_all: Vec<Bits>,
    pub or_any: Bits,
}

impl Groups {
    pub fn is_met(&self, observed: &Bits) -> bool {
        let each = |sets: &[Bits]| !sets.is_empty() && sets.iter().all(|set| observed.meets(set));
        each(&self.all) || each(&self.or_all) || observed.meets(&self.or_any)
    }

    pub fn every(&self) -> Bits {
        self.all.iter().chain(&self.or_all).fold(self.or_any, |sum, set| sum.or(set))
    }
}

/// Of these at most one is counted: the first that is observed.
#[derive(Clone, Debug)]
pub struct Once(pub Vec<usize>);

/// A row of the decision table.
#[derive(Clone, Debug)]
pub struct Row {
    pub id: String,
    pub accepts: [ValueMask; INPUTS],
    /// The inputs that the row looks at.
    pub looks_at: Vec<usize>,
    pub result: usize,
    pub actions: Vec<usize>,
    pub stop_removal: bool,
    pub removal_waits_for: Vec<String>,
    pub trafficking_rescreen: bool,
    pub expiry_days: u32,
    pub source: String,
}

#[derive(Clone, Debug)]
pub struct Also {
    pub id: String,
    pub results: Vec<usize>,
    pub accepts: [ValueMask; INPUTS],
    pub also: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Always {
    pub id: String,
    pub accepts: [ValueMask; INPUTS],
    pub condition: Condition,
    pub actions: Vec<usize>,
    pub urgent: bool,
}

/// The indicators that speak of each element of the two crimes.
#[derive(Clone, Debug, Default)]
pub struct Elements {
    pub act: Bits,
    pub means: Bits,
    pub purpose: Bits,
    pub crossing: Bits,
    pub facilitation: Bits,
    pub benefit: Bits,
    pub documents: Bits,
    pub enabling_stay: Bits,
    pub aggravation: Bits,
}

/// Whether every input has an accepted value.
pub fn accepts(masks: &[ValueMask; INPUTS], inputs: &[u8; INPUTS]) -> bool {
    masks.iter().zip(inputs).all(|(mask, value)| mask >> value & 1 == 1)
}
