//! The evaluation itself, exactly as the head of the catalogue's volume says: facts, inputs, the
//! decision table, the second finding, the actions.

use super::bits::Bits;
use super::observations::Observations;
use super::rules::{Age, FactBits, INPUTS, Row, Rules, Test, accepts};

/// What led to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionReason {
    /// The row of the decision table.
    Decision,
    StopRemoval,
    Rescreen,
    /// Position of the rule that adds it whenever it matches.
    Always(usize),
}

/// The judgement of one line: positions in the [`Rules`] it was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub(super) facts: FactBits,
    pub(super) inputs: [u8; INPUTS],
    /// For each input the row that gave its value.
    pub(super) input_rows: [usize; INPUTS],
    pub(super) decision: usize,
    pub(super) result: usize,
    pub(super) also: Option<usize>,
    pub(super) also_rule: Option<usize>,
    pub(super) actions: Vec<(usize, ActionReason)>,
    pub(super) urgent: bool,
    /// Positions of questions.
    pub(super) not_asked: Vec<usize>,
}

impl Judgement {
    pub fn rank(&self, rules: &Rules) -> i64 {
        rules.results.get(self.result).map_or(0, |result| result.rank)
    }

    pub(super) fn row<'r>(&self, rules: &'r Rules) -> Option<&'r Row> {
        rules.decisions.get(self.decision)
    }

    /// Whether the evaluation kept is that of a child.
    pub fn is_child(&self, rules: &Rules) -> bool {
        rules.value(0, self.inputs.first().copied().unwrap_or(0)) == Age::Child.id()
    }
}

impl Rules {
    /// Judges one line.
    pub fn judge(&self, line: &Observations) -> Judgement {
        let facts = self.facts_of(line);
        let mut inputs = [0_u8; INPUTS];
        let mut input_rows = [0_usize; INPUTS];
        let mut is_age_open = false;
        let slots = inputs.iter_mut().zip(&mut input_rows);
        for (input, (value, row)) in self.inputs.iter().zip(slots) {
            let found = input.rows.iter().position(|row| row.condition.matches(facts));
            *row = found.unwrap_or(0);
            match input.rows.get(*row).and_then(|row| row.value) {
                Some(known) => *value = known,
                None => is_age_open = true,
            }
        }
        let mut judgement =
            if is_age_open { self.of_both_ages(facts, inputs) } else { self.decide(facts, inputs) };
        judgement.input_rows = input_rows;
        judgement.not_asked = self.not_asked(line);
        judgement
    }

    /// Once as a child, once as an adult; the one with the higher rank is kept.
    fn of_both_ages(&self, facts: FactBits, inputs: [u8; INPUTS]) -> Judgement {
        let with_age = |age: Age| {
            let mut inputs = inputs;
            if let (Some(slot), Some(input)) = (inputs.first_mut(), self.inputs.first()) {
                let position = input.values.iter().position(|value| value == age.id());
                *slot = position.and_then(|at| u8::try_from(at).ok()).unwrap_or(0);
            }
            self.decide(facts, inputs)
        };
        let (child, adult) = (with_age(Age::Child), with_age(Age::Adult));
        let (rank_child, rank_adult) = (child.rank(self), adult.rank(self));
        let keeps_child = rank_child > rank_adult || rank_child == rank_adult && self.tie_is_child;
        if keeps_child { child } else { adult }
    }

    fn decide(&self, facts: FactBits, inputs: [u8; INPUTS]) -> Judgement {
        // The table was checked to answer every combination.
        let found = self.decisions.iter().position(|row| accepts(&row.accepts, &inputs));
        let decision = found.unwrap_or_default();
        let row = self.decisions.get(decision);
        let result = row.map_or(0, |row| row.result);
        let also_rule = self
            .also
            .iter()
            .position(|rule| rule.results.contains(&result) && accepts(&rule.accepts, &inputs));
        let (actions, urgent) = self.actions_of(row, facts, &inputs);
        Judgement {
            facts,
            inputs,
            input_rows: [0; INPUTS],
            decision,
            result,
            also: also_rule.and_then(|at| self.also.get(at)).and_then(|rule| rule.also),
            also_rule,
            actions,
            urgent,
            not_asked: Vec::new(),
        }
    }

    fn actions_of(
        &self,
        row: Option<&Row>,
        facts: FactBits,
        inputs: &[u8; INPUTS],
    ) -> (Vec<(usize, ActionReason)>, bool) {
        let mut actions: Vec<(usize, ActionReason)> = Vec::with_capacity(16);
        let mut add = |action: usize, reason| {
            if !actions.iter().any(|(known, _)| *known == action) {
                actions.push((action, reason));
            }
        };
        if let Some(row) = row {
            row.actions.iter().for_each(|action| add(*action, ActionReason::Decision));
            if row.stop_removal {
                add(self.stop_removal, ActionReason::StopRemoval);
            }
            if row.trafficking_rescreen {
                add(self.rescreen, ActionReason::Rescreen);
            }
        }
        let mut urgent = false;
        for (at, rule) in self.always.iter().enumerate() {
            if accepts(&rule.accepts, inputs) && rule.condition.matches(facts) {
                urgent |= rule.urgent;
                rule.actions.iter().for_each(|action| add(*action, ActionReason::Always(at)));
            }
        }
        (actions, urgent)
    }

    fn facts_of(&self, line: &Observations) -> FactBits {
        let counted = self.counted(&line.observed);
        let tests = self.facts.iter().enumerate();
        tests.fold(
            0,
            |facts, (at, (_, test))| {
                if self.holds(test, line, &counted) { facts | 1 << at } else { facts }
            },
        )
    }

    /// What is left for counting: of facts that describe one thing only the first is counted.
    pub(super) fn counted(&self, observed: &Bits) -> Bits {
        let mut counted = *observed;
        for once in &self.once {
            let present = once.0.iter().filter(|at| observed.contains(**at));
            present.skip(1).for_each(|at| counted.remove(*at));
        }
        counted
    }

    fn holds(&self, test: &Test, line: &Observations, counted: &Bits) -> bool {
        match test {
            Test::Age(age) => line.age == *age,
            Test::BelievedChild(value) => line.believed_child == *value,
            Test::Intended(value) => line.intended == *value,
            Test::BenefitRuledOut(value) => line.benefit_ruled_out == *value,
            Test::Any(of) => line.observed.meets(of),
            Test::Count { of, min } => counted.count_in(of) >= *min,
            Test::Counting(dimensions) => dimensions.iter().any(|d| d.is_met(counted)),
            Test::Elements(groups) => groups.is_met(&line.observed),
            Test::Refused => line.has_refusal(),
            Test::ShortForm => self.is_form_complete(line),
        }
    }

    fn is_form_complete(&self, line: &Observations) -> bool {
        let form = line.profession.and_then(|at| self.forms.get(at));
        form.is_some_and(|form| form.questions.iter().all(|at| self.is_answered(*at, line)))
    }

    /// Asked and not refused.
    pub(super) fn is_answered(&self, question: usize, line: &Observations) -> bool {
        self.is_asked(question, line) && !self.is_refused(question, line)
    }

    fn is_asked(&self, question: usize, line: &Observations) -> bool {
        let known = line.asked.or(&line.observed);
        let covers = self.questions.get(question).map(|question| question.covers);
        line.asked_questions >> question & 1 == 1
            || covers.is_some_and(|covers| covers.without(&known).is_empty())
    }

    pub(super) fn is_refused(&self, question: usize, line: &Observations) -> bool {
        let refused = line.refused.without(&line.observed);
        let covers = self.questions.get(question).map(|question| question.covers);
        line.refused_questions >> question & 1 == 1
            || covers.is_some_and(|covers| covers.meets(&refused))
    }

    /// The questions of the profession's form, or the core questions, that are still open.
    fn not_asked(&self, line: &Observations) -> Vec<usize> {
        let mut asked = self.questions_for(line.profession);
        asked.retain(|at| !self.is_answered(*at, line));
        asked
    }

    /// The questions to ask, in their order: the profession's form, or all core questions.
    pub fn questions_for(&self, profession: Option<usize>) -> Vec<usize> {
        match profession.and_then(|at| self.forms.get(at)) {
            Some(form) => form.questions.clone(),
            None => {
                let all = self.questions.iter().enumerate();
                all.filter(|(_, question)| question.is_core).map(|(at, _)| at).collect()
            }
        }
    }

    /// The name of a value of an input.
    pub(super) fn value(&self, input: usize, value: u8) -> &str {
        let values = self.inputs.get(input).map(|input| input.values.as_slice());
        values.and_then(|all| all.get(usize::from(value))).map_or("", String::as_str)
    }
}
