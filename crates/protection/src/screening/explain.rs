//! Every reason of a judgement: which observed fact led to which value of which input, which
//! columns the deciding row looked at, and what each action comes from; and the elements of the
//! two crimes side by side with what was not asked.

use super::bits::Bits;
use super::judge::{ActionReason, Judgement};
use super::observations::Observations;
use super::rules::{FactBits, Rules, Test};
use lexicon::palermo::{Asking, Crime, Element, Mark, Shown};

/// Why an input has its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputReason<'a> {
    pub input: &'a str,
    pub value: &'a str,
    /// The input rule that matched.
    pub rule: &'a str,
    /// The facts of the terms that matched; none when the rule is the last resort.
    pub facts: Vec<FactReason<'a>>,
    /// Whether the deciding row looked at this input.
    pub decided: bool,
}

/// A fact and the observed indicators that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactReason<'a> {
    pub fact: &'a str,
    /// `false` when the rule asked that the fact be absent, and it was.
    pub is_true: bool,
    pub indicators: Vec<&'a str>,
}

/// Why an action is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionWhy<'a> {
    pub action: &'a str,
    pub reason: ActionReason,
    /// The row or rule that added it.
    pub rule: &'a str,
}

/// What is known of one element of one crime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementState<'a> {
    pub element: Element,
    pub mark: Mark,
    pub observed: Vec<&'a str>,
    /// Questions about it that are still open.
    pub not_asked: Vec<&'a str>,
    /// Questions about it that were refused.
    pub refused: Vec<&'a str>,
}

/// Everything that stands behind one judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation<'a> {
    pub inputs: Vec<InputReason<'a>>,
    /// The source of the deciding row.
    pub source: &'a str,
    pub also_rule: Option<&'a str>,
    pub removal_waits_for: &'a [String],
    pub actions: Vec<ActionWhy<'a>>,
    pub elements: Vec<ElementState<'a>>,
}

impl Rules {
    /// The reasons of a judgement that these rules made of this line.
    pub fn explain<'a>(&'a self, line: &Observations, made: &Judgement) -> Explanation<'a> {
        let row = made.row(self);
        Explanation {
            inputs: (0..self.inputs.len())
                .filter_map(|at| self.input_reason(at, line, made))
                .collect(),
            source: row.map_or("", |row| row.source.as_str()),
            also_rule: made.also_rule.and_then(|at| self.also.get(at)).map(|rule| rule.id.as_str()),
            removal_waits_for: row.map_or(&[], |row| row.removal_waits_for.as_slice()),
            actions: made
                .actions
                .iter()
                .map(|(at, why)| self.action_why(*at, *why, made))
                .collect(),
            elements: self.element_states(line, made),
        }
    }

    fn input_reason<'a>(
        &'a self,
        at: usize,
        line: &Observations,
        made: &Judgement,
    ) -> Option<InputReason<'a>> {
        let input = self.inputs.get(at)?;
        let rule = input.rows.get(*made.input_rows.get(at)?)?;
        let mut facts: Vec<FactReason<'a>> = Vec::new();
        for term in rule.condition.0.iter().filter(|term| term.matches(made.facts)) {
            for (bits, is_true) in [(term.holds, true), (term.fails, false)] {
                for reason in self.fact_reasons(bits, is_true, line) {
                    if !facts.contains(&reason) {
                        facts.push(reason);
                    }
                }
            }
        }
        Some(InputReason {
            input: &input.name,
            value: self.value(at, *made.inputs.get(at)?),
            rule: &rule.id,
            facts,
            decided: made.row(self).is_some_and(|row| row.looks_at.contains(&at)),
        })
    }

    fn fact_reasons(
        &self,
        facts: FactBits,
        is_true: bool,
        line: &Observations,
    ) -> impl Iterator<Item = FactReason<'_>> {
        let observed = line.observed;
        let named = self.facts.iter().enumerate().filter(move |(at, _)| facts >> at & 1 == 1);
        named.map(move |(_, (id, test))| FactReason {
            fact: id,
            is_true,
            indicators: self.ids(&observed.and(&self.speaks_of(test, &observed))),
        })
    }

    /// The indicators that a fact looks at; of counted dimensions only those that are met.
    fn speaks_of(&self, test: &Test, observed: &Bits) -> Bits {
        let counted = self.counted(observed);
        match test {
            Test::Any(of) => *of,
            Test::Count { of, .. } => of.and(&counted),
            Test::Counting(dimensions) => {
                let met = dimensions.iter().filter(|d| d.is_met(&counted));
                met.fold(Bits::default(), |sum, d| sum.or(&d.all().and(&counted)))
            }
            Test::Elements(groups) => groups.every(),
            Test::Age(_)
            | Test::BelievedChild(_)
            | Test::Intended(_)
            | Test::BenefitRuledOut(_)
            | Test::Refused
            | Test::ShortForm => Bits::default(),
        }
    }

    fn ids(&self, bits: &Bits) -> Vec<&str> {
        let known = bits.positions().filter_map(|at| self.indicators.get(at));
        known.map(|indicator| indicator.id.as_str()).collect()
    }

    fn action_why(&self, action: usize, reason: ActionReason, made: &Judgement) -> ActionWhy<'_> {
        let rule = match reason {
            ActionReason::Always(at) => self.always.get(at).map(|rule| rule.id.as_str()),
            _ => made.row(self).map(|row| row.id.as_str()),
        };
        ActionWhy { action: self.action_id(action), reason, rule: rule.unwrap_or_default() }
    }

    fn element_states(&self, line: &Observations, made: &Judgement) -> Vec<ElementState<'_>> {
        let elements = Crime::ALL.into_iter().flat_map(Crime::elements);
        elements.map(|element| self.element_state(*element, line, made)).collect()
    }

    fn element_state(
        &self,
        element: Element,
        line: &Observations,
        made: &Judgement,
    ) -> ElementState<'_> {
        let speaking = self.speaking_of(element);
        let observed = line.observed.and(speaking);
        let about = self.questions.iter().enumerate().filter(|(at, question)| {
            question.covers.meets(speaking) && (question.is_core || self.is_in_form(*at, line))
        });
        let (mut not_asked, mut refused) = (Vec::new(), Vec::new());
        for (at, question) in about {
            if self.is_refused(at, line) {
                refused.push(question.id.as_str());
            } else if !self.is_answered(at, line) {
                not_asked.push(question.id.as_str());
            }
        }
        let asking = match (refused.is_empty(), not_asked.is_empty()) {
            (false, _) => Asking::Refused,
            (true, false) => Asking::Open,
            (true, true) => Asking::Complete,
        };
        let shown = self.shown(element, &observed, made);
        let mark = Mark::of(element, made.is_child(self), shown, asking);
        ElementState { element, mark, observed: self.ids(&observed), not_asked, refused }
    }

    fn is_in_form(&self, question: usize, line: &Observations) -> bool {
        let form = line.profession.and_then(|at| self.forms.get(at));
        form.is_some_and(|form| form.questions.contains(&question))
    }

    fn speaking_of(&self, element: Element) -> &Bits {
        match element {
            Element::Act => &self.elements.act,
            Element::Means => &self.elements.means,
            Element::Purpose => &self.elements.purpose,
            Element::Crossing => &self.elements.crossing,
            Element::Facilitation => &self.elements.facilitation,
            Element::Benefit => &self.elements.benefit,
            Element::Documents => &self.elements.documents,
            Element::EnablingStay => &self.elements.enabling_stay,
            Element::Aggravation => &self.elements.aggravation,
        }
    }

    /// Elements that are inputs follow their input; the others follow what was observed.
    fn shown(&self, element: Element, observed: &Bits, made: &Judgement) -> Shown {
        let of_input = |name: &str| {
            let at = self.inputs.iter().position(|input| input.name == name).unwrap_or(0);
            self.value(at, made.inputs.get(at).copied().unwrap_or(0))
        };
        let full = match element {
            Element::Act => of_input("act") == "positive",
            Element::Means => of_input("means") == "positive",
            Element::Purpose => matches!(of_input("exploitation"), "positive" | "intended"),
            Element::Aggravation => of_input("aggravation") != "negative",
            _ => !observed.is_empty(),
        };
        let partly = match element {
            Element::Means => of_input("means") == "indicated",
            _ => false,
        };
        match (full, partly || !observed.is_empty()) {
            (true, _) => Shown::Fully,
            (false, true) => Shown::InPart,
            (false, false) => Shown::No,
        }
    }
}
