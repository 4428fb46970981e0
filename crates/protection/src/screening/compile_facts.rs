//! The kinds of facts and dimension rules.

use super::bits::Bits;
use super::compile::Compiler;
use super::rules::{Age, Counted, Groups, Test};
use lexicon::Phrase;
use lexicon::catalogue::{Accept, DimensionRule, Fact, Strength};

pub(super) struct FactCompiler<'c, 'a> {
    pub compiler: &'c mut Compiler<'a>,
}

impl FactCompiler<'_, '_> {
    pub fn test(&mut self, fact: &Fact) -> Test {
        match fact.kind.as_str() {
            "field" => self.field(fact),
            "child-only" => Test::Any(self.child_only()),
            "observed" => Test::Any(self.compiler.bits("fact", &fact.id, "ids", &fact.ids)),
            "count" => Test::Count { of: self.counted_of(fact), min: fact.min.unwrap_or(1) },
            "counting" => Test::Counting(self.counting(fact)),
            "rule" => match self.rule(fact) {
                Some(rule) => self.rule_test(&rule),
                None => Test::Any(Bits::default()),
            },
            "rule-group" => Test::Any(self.group(fact)),
            "refused" => Test::Refused,
            "short-form" => Test::ShortForm,
            other => {
                self.compiler.unknown("fact", &fact.id, "kind", other);
                Test::Any(Bits::default())
            }
        }
    }

    fn field(&mut self, fact: &Fact) -> Test {
        let value = fact.value.as_ref();
        let flag = value.and_then(|value| value.as_bool());
        let age = value.and_then(|value| value.as_str()).and_then(Age::parse);
        match (fact.field.as_deref(), flag, age) {
            (Some("age"), _, Some(age)) => Test::Age(age),
            (Some("believed_child"), Some(flag), _) => Test::BelievedChild(flag),
            (Some("intended"), Some(flag), _) => Test::Intended(flag),
            (Some("benefit_ruled_out"), Some(flag), _) => Test::BenefitRuledOut(flag),
            (field, ..) => {
                let named = field.unwrap_or_default().to_owned();
                self.compiler.unknown("fact", &fact.id, "field", &named);
                Test::Any(Bits::default())
            }
        }
    }

    fn child_only(&self) -> Bits {
        let all = self.compiler.screening.indicators.iter().enumerate();
        all.filter(|(_, i)| i.applies_child && !i.applies_adult).map(|(at, _)| at).collect()
    }

    /// The indicators of dimensions with one of the strengths.
    fn of_dimensions(&self, dimensions: &[String], strengths: &[Strength]) -> Bits {
        let all = self.compiler.screening.indicators.iter().enumerate();
        all.filter(|(_, i)| dimensions.contains(&i.dimension) && strengths.contains(&i.strength))
            .map(|(at, _)| at)
            .collect()
    }

    fn check_dimensions(&mut self, table: &str, id: &str, dimensions: &[String]) {
        for name in dimensions {
            if !self.compiler.screening.dimensions.iter().any(|d| d.id == *name) {
                self.compiler.unknown(table, id, "dimensions", name);
            }
        }
    }

    fn counted_of(&mut self, fact: &Fact) -> Bits {
        self.check_dimensions("fact", &fact.id, &fact.dimensions);
        let except = self.compiler.bits("fact", &fact.id, "except_ids", &fact.except_ids);
        self.of_dimensions(&fact.dimensions, &fact.strengths).without(&except)
    }

    /// Each dimension with the counts that the rules of kind `counting` accept for it.
    fn counting(&mut self, fact: &Fact) -> Vec<Counted> {
        self.check_dimensions("fact", &fact.id, &fact.dimensions);
        let rules = &self.compiler.screening.dimension_rules;
        let counted = fact.dimensions.iter().map(|dimension| {
            let applying =
                rules.iter().filter(|r| r.kind == "counting" && r.applies_to.contains(dimension));
            let accepts = applying.map(|rule| Accept {
                min_strong: rule.min_strong.unwrap_or(0),
                min_medium: rule.min_medium.unwrap_or(0),
                min_weak: rule.min_weak.unwrap_or(0),
            });
            self.counted(std::slice::from_ref(dimension), &Bits::default(), accepts.collect())
        });
        counted.collect()
    }

    fn counted(&self, dimensions: &[String], except: &Bits, accepts: Vec<Accept>) -> Counted {
        let of = |strength| self.of_dimensions(dimensions, &[strength]).without(except);
        Counted {
            strong: of(Strength::Strong),
            medium: of(Strength::Medium),
            weak: of(Strength::Weak),
            accepts,
        }
    }

    fn rule(&mut self, fact: &Fact) -> Option<DimensionRule> {
        let named = fact.rule.clone().unwrap_or_default();
        let rules = &self.compiler.screening.dimension_rules;
        let found = rules.iter().find(|rule| rule.id == named).cloned();
        if found.is_none() {
            self.compiler.unknown("fact", &fact.id, "rule", &named);
        }
        found
    }

    fn rule_test(&mut self, rule: &DimensionRule) -> Test {
        self.check_dimensions("dimension_rule", &rule.id, &rule.applies_to);
        let mut bits = |field: &str, ids: &[String]| {
            self.compiler.bits("dimension_rule", &rule.id, field, ids)
        };
        match rule.kind.as_str() {
            "any-id" => Test::Any(bits("require_any_ids", &rule.require_any_ids)),
            "count" => {
                let except = bits("except_ids", &rule.except_ids);
                let all = [Strength::Strong, Strength::Medium, Strength::Weak];
                let of = self.of_dimensions(&rule.applies_to, &all).without(&except);
                Test::Count { of, min: rule.min_any.unwrap_or(1) }
            }
            "accept" => {
                let except = bits("except_ids", &rule.except_ids);
                Test::Counting(vec![self.counted(&rule.applies_to, &except, rule.accept.clone())])
            }
            "elements" => {
                let all = rule.require_one_of_each.iter();
                let all = all.map(|ids| bits("require_one_of_each", ids)).collect();
                let or_all = rule.or_one_of_each.iter();
                let or_all = or_all.map(|ids| bits("or_one_of_each", ids)).collect();
                Test::Elements(Groups { all, or_all, or_any: bits("or_any", &rule.or_any) })
            }
            other => {
                let phrase = Phrase::new("catalogue-reference-unknown").with("id", other);
                self.compiler.complain("dimension_rule", &rule.id, "kind", phrase);
                Test::Any(Bits::default())
            }
        }
    }

    fn group(&mut self, fact: &Fact) -> Bits {
        let Some(rule) = self.rule(fact) else { return Bits::default() };
        let named = fact.group.clone().unwrap_or_default();
        let position = rule.group_names.iter().position(|name| *name == named);
        match position.and_then(|at| rule.require_one_of_each.get(at)) {
            Some(ids) => self.compiler.bits("dimension_rule", &rule.id, "require_one_of_each", ids),
            None => {
                self.compiler.unknown("fact", &fact.id, "group", &named);
                Bits::default()
            }
        }
    }
}
