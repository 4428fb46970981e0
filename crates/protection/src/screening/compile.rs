//! From the catalogue's words to positions and bits, once. Everything a row names must exist.

use super::bits::Bits;
use super::compile_facts::FactCompiler;
use super::rules::{
    Also, Always, Condition, Elements, Form, INPUTS, Input, InputRow, Named, Once, Question, Row,
    Rules, Term, Test, ValueMask,
};
use super::verify;
use lexicon::catalogue::{Accepted, Catalogue, Screening};
use lexicon::{Complaint, Phrase};
use std::collections::{BTreeMap, HashMap};

/// The inputs and their order, which the command line promises.
const ORDER: [&str; INPUTS] = [
    "age",
    "act",
    "means",
    "exploitation",
    "smuggling",
    "aggravation",
    "intent",
    "facts",
    "short_form",
];
/// The most facts that fit into the bits of a term.
const FACTS_MAX: usize = 128;
/// The most short questions.
const QUESTIONS_MAX: usize = 64;
/// The most questions of one short form.
const FORM_QUESTIONS_MAX: usize = 12;

impl Rules {
    /// The rules of a catalogue, ready to judge.
    ///
    /// # Errors
    /// A complaint for each row that names something unknown, for a decision table that does not
    /// answer every combination, and for rules under which a child or an observed fact would end
    /// below what is promised.
    pub fn of(catalogue: &Catalogue) -> Result<Self, Vec<Complaint>> {
        let screening = catalogue.screening()?;
        let mut compiler = Compiler::new(&screening);
        let mut rules = compiler.rules();
        catalogue.hash().clone_into(&mut rules.hash);
        if compiler.complaints.is_empty() {
            verify::check(&rules, &mut compiler.complaints);
        }
        if compiler.complaints.is_empty() { Ok(rules) } else { Err(compiler.complaints) }
    }
}

/// The catalogue being compiled, and what was wrong so far.
pub(super) struct Compiler<'a> {
    pub screening: &'a Screening,
    pub indicators: HashMap<&'a str, usize>,
    pub complaints: Vec<Complaint>,
}

impl<'a> Compiler<'a> {
    fn new(screening: &'a Screening) -> Self {
        let ids = screening.indicators.iter().enumerate();
        Self {
            screening,
            indicators: ids.map(|(at, indicator)| (indicator.id.as_str(), at)).collect(),
            complaints: Vec::new(),
        }
    }

    pub fn complain(&mut self, table: &str, id: &str, field: &str, phrase: Phrase) {
        let at = format!("screening_indicators.{table}[{id}].{field}");
        self.complaints.push(Complaint::new(0, at, phrase));
    }

    pub fn unknown(&mut self, table: &str, id: &str, field: &str, named: &str) {
        let phrase = Phrase::new("catalogue-reference-unknown").with("id", named);
        self.complain(table, id, field, phrase);
    }

    /// The positions of indicators named by a row.
    pub fn bits(&mut self, table: &str, id: &str, field: &str, ids: &[String]) -> Bits {
        let mut bits = Bits::default();
        for named in ids {
            match self.indicators.get(named.as_str()) {
                Some(position) => bits.insert(*position),
                None => self.unknown(table, id, field, named),
            }
        }
        bits
    }

    fn rules(&mut self) -> Rules {
        self.check_limits();
        let screening = self.screening;
        let inputs = self.inputs();
        let facts = self.facts();
        let questions = self.questions();
        Rules {
            version: screening.version.clone(),
            hash: String::new(),
            indicators: screening.indicators.clone(),
            forms: self.forms(&questions),
            named: self.named(&questions),
            once: self.once(),
            decisions: self.decisions(&inputs),
            also: self.also_rules(&inputs),
            always: self.always_actions(&inputs),
            results: screening.results.clone(),
            actions: screening.actions.clone(),
            derived: screening.derived_forms.clone(),
            stop_removal: self.action("contract", "screen", "actions", "stop-removal"),
            rescreen: self.action("contract", "screen", "actions", "trafficking-rescreen"),
            elements: self.elements(),
            tie_is_child: screening.contract.both_ages_tie == "child",
            questions,
            inputs,
            facts,
        }
    }

    fn check_limits(&mut self) {
        let screening = self.screening;
        for (table, count, limit) in [
            ("indicator", screening.indicators.len(), Bits::LIMIT),
            ("fact", screening.facts.len(), FACTS_MAX),
            ("short_question", screening.short_questions.len(), QUESTIONS_MAX),
        ] {
            if count > limit {
                let phrase = Phrase::new("catalogue-too-many").with("limit", limit);
                self.complain(table, "*", "id", phrase);
            }
        }
        if screening.contract.input_order != ORDER {
            let phrase = Phrase::new("catalogue-table-fixed");
            self.complain("contract", "screen", "input_order", phrase);
        }
    }

    fn inputs(&mut self) -> Vec<Input> {
        ORDER.into_iter().map(|name| self.input(name)).collect()
    }

    fn input(&mut self, name: &str) -> Input {
        let screening = self.screening;
        let stated = screening.decision_inputs.iter().find(|input| input.input == name);
        let values = stated.map(|input| input.values.clone()).unwrap_or_default();
        if values.is_empty() || values.len() > 32 {
            self.unknown("decision_input", name, "values", name);
        }
        let mut rows: Vec<_> = screening.input_rules.iter().filter(|r| r.input == name).collect();
        rows.sort_by_key(|row| row.order);
        let rows = rows.into_iter().map(|row| {
            let value = values.iter().position(|value| *value == row.value);
            if value.is_none() && !(name == "age" && row.value == "both") {
                self.unknown("input_rule", &row.id, "value", &row.value);
            }
            InputRow {
                id: row.id.clone(),
                value: value.and_then(|at| u8::try_from(at).ok()),
                condition: self.condition("input_rule", &row.id, &row.any_of),
                basis: row.basis.clone().unwrap_or_default(),
            }
        });
        let rows: Vec<InputRow> = rows.collect();
        if !rows.last().is_some_and(|row| row.condition.0.is_empty()) {
            let phrase = Phrase::new("catalogue-rules-open").with("input", name);
            self.complain("input_rule", name, "any_of", phrase);
        }
        Input { name: name.to_owned(), values, rows }
    }

    fn condition(&mut self, table: &str, id: &str, any_of: &[Vec<String>]) -> Condition {
        let mut terms = Vec::with_capacity(any_of.len());
        for names in any_of {
            let mut term = Term::default();
            for name in names {
                let (bare, is_negated) = match name.strip_prefix("not:") {
                    Some(bare) => (bare, true),
                    None => (name.as_str(), false),
                };
                let Some(at) = self.screening.facts.iter().position(|fact| fact.id == bare) else {
                    self.unknown(table, id, "any_of", bare);
                    continue;
                };
                let bit = 1_u128.checked_shl(u32::try_from(at).unwrap_or(128)).unwrap_or(0);
                if is_negated { term.fails |= bit } else { term.holds |= bit }
            }
            terms.push(term);
        }
        Condition(terms)
    }

    fn facts(&mut self) -> Vec<(String, Test)> {
        let screening = self.screening;
        let mut compiler = FactCompiler { compiler: self };
        screening.facts.iter().map(|fact| (fact.id.clone(), compiler.test(fact))).collect()
    }

    fn questions(&mut self) -> Vec<Question> {
        let screening = self.screening;
        let questions = screening.short_questions.iter().map(|question| {
            let covers = self.bits("short_question", &question.id, "covers", &question.covers);
            if covers.is_empty() {
                let phrase = Phrase::new("catalogue-field-missing");
                self.complain("short_question", &question.id, "covers", phrase);
            }
            let text = question.text.clone();
            Question { id: question.id.clone(), text, covers, is_core: question.core }
        });
        questions.collect()
    }

    /// Every form asks every core question: an order is for a profession, a gap is for nobody.
    fn forms(&mut self, questions: &[Question]) -> Vec<Form> {
        let screening = self.screening;
        let mut forms = Vec::with_capacity(screening.short_forms.len());
        for form in &screening.short_forms {
            let mut positions = Vec::with_capacity(form.ids.len());
            for id in &form.ids {
                match questions.iter().position(|question| question.id == *id) {
                    Some(at) if !positions.contains(&at) => positions.push(at),
                    _ => self.unknown("short_form", &form.id, "ids", id),
                }
            }
            let core = questions.iter().enumerate().filter(|(_, question)| question.is_core);
            for (at, question) in core {
                if !positions.contains(&at) {
                    let phrase =
                        Phrase::new("catalogue-core-missing").with("id", question.id.as_str());
                    self.complain("short_form", &form.id, "ids", phrase);
                }
            }
            if positions.len() > FORM_QUESTIONS_MAX {
                let phrase = Phrase::new("catalogue-too-many").with("limit", FORM_QUESTIONS_MAX);
                self.complain("short_form", &form.id, "ids", phrase);
            }
            let profession = form.profession.clone();
            forms.push(Form { profession, questions: positions, minutes: form.minutes });
        }
        forms
    }

    fn named(&mut self, questions: &[Question]) -> HashMap<String, Named> {
        let mut named: HashMap<String, Named> = HashMap::new();
        for (at, indicator) in self.screening.indicators.iter().enumerate() {
            named.insert(indicator.id.clone(), Named::Indicator(at));
        }
        for (at, question) in questions.iter().enumerate() {
            if named.insert(question.id.clone(), Named::Question(at)).is_some() {
                let phrase = Phrase::new("catalogue-id-twice");
                self.complain("short_question", &question.id, "id", phrase);
            }
        }
        named
    }

    fn once(&mut self) -> Vec<Once> {
        let screening = self.screening;
        let mut all = Vec::new();
        for rule in screening.dimension_rules.iter().filter(|rule| rule.kind == "count-once") {
            self.bits("dimension_rule", &rule.id, "at_most_one_of", &rule.at_most_one_of);
            let known = rule.at_most_one_of.iter().filter_map(|id| {
                let at = *self.indicators.get(id.as_str())?;
                let indicator = screening.indicators.get(at)?;
                rule.applies_to.contains(&indicator.dimension).then_some((at, indicator.strength))
            });
            let mut known: Vec<_> = known.collect();
            // Stable: of equally strong ones the first of the list stays first.
            known.sort_by_key(|(_, strength)| std::cmp::Reverse(*strength));
            all.push(Once(known.into_iter().map(|(at, _)| at).collect()));
        }
        all
    }

    fn decisions(&mut self, inputs: &[Input]) -> Vec<Row> {
        let screening = self.screening;
        let mut rows: Vec<_> = screening.decisions.iter().collect();
        rows.sort_by_key(|row| row.priority);
        let rows = rows.into_iter().map(|row| {
            let mut columns = BTreeMap::new();
            for (name, accepted) in &row.columns {
                match accepted {
                    Accepted::Word(word) if word == "any" => {}
                    Accepted::Word(word) => self.unknown("decision", &row.id, name, word),
                    Accepted::Values(values) => {
                        columns.insert(name.clone(), values.clone());
                    }
                }
            }
            for name in ORDER.into_iter().filter(|name| !row.columns.contains_key(*name)) {
                self.complain("decision", &row.id, name, Phrase::new("catalogue-field-missing"));
            }
            let looks_at =
                (0..INPUTS).filter(|at| ORDER.get(*at).is_some_and(|n| columns.contains_key(*n)));
            Row {
                id: row.id.clone(),
                looks_at: looks_at.collect(),
                accepts: self.masks("decision", &row.id, inputs, &columns),
                result: self.result("decision", &row.id, "result", &row.result),
                actions: self.actions("decision", &row.id, &row.actions),
                stop_removal: row.stop_removal,
                removal_waits_for: row.removal_waits_for.clone(),
                trafficking_rescreen: row.trafficking_rescreen,
                expiry_days: row.expiry_days,
                source: row.source.clone(),
            }
        });
        rows.collect()
    }

    fn also_rules(&mut self, inputs: &[Input]) -> Vec<Also> {
        let screening = self.screening;
        let mut rules: Vec<_> = screening.also_rules.iter().collect();
        rules.sort_by_key(|rule| rule.order);
        let rules = rules.into_iter().map(|rule| {
            let columns = BTreeMap::from([
                ("smuggling".to_owned(), rule.smuggling.clone()),
                ("aggravation".to_owned(), rule.aggravation.clone()),
            ]);
            let results = rule.results.iter();
            let is_null = rule.also == screening.contract.null_word;
            Also {
                id: rule.id.clone(),
                results: results
                    .map(|id| self.result("also_rule", &rule.id, "results", id))
                    .collect(),
                accepts: self.masks("also_rule", &rule.id, inputs, &columns),
                also: (!is_null).then(|| self.result("also_rule", &rule.id, "also", &rule.also)),
            }
        });
        rules.collect()
    }

    fn always_actions(&mut self, inputs: &[Input]) -> Vec<Always> {
        let screening = self.screening;
        let mut rules: Vec<_> = screening.always_actions.iter().collect();
        rules.sort_by_key(|rule| rule.order);
        let rules = rules.into_iter().map(|rule| Always {
            id: rule.id.clone(),
            accepts: self.masks("always_action", &rule.id, inputs, &rule.inputs),
            condition: self.condition("always_action", &rule.id, &rule.any_of),
            actions: self.actions("always_action", &rule.id, &rule.actions),
            urgent: rule.urgent,
        });
        rules.collect()
    }

    /// A mask for each input: the values listed, or all when the input is not listed.
    fn masks(
        &mut self,
        table: &str,
        id: &str,
        inputs: &[Input],
        columns: &BTreeMap<String, Vec<String>>,
    ) -> [ValueMask; INPUTS] {
        let mut masks = [ValueMask::MAX; INPUTS];
        for (name, values) in columns {
            let found = inputs.iter().position(|input| input.name == *name);
            let Some((at, input)) = found.and_then(|at| inputs.get(at).map(|i| (at, i))) else {
                self.unknown(table, id, name, name);
                continue;
            };
            let mut mask = 0;
            for value in values {
                match input.values.iter().position(|known| known == value) {
                    Some(position) => mask |= 1 << position.min(31),
                    None => self.unknown(table, id, name, value),
                }
            }
            if let Some(slot) = masks.get_mut(at) {
                *slot = mask;
            }
        }
        masks
    }

    fn result(&mut self, table: &str, id: &str, field: &str, named: &str) -> usize {
        let found = self.screening.results.iter().position(|result| result.id == named);
        found.unwrap_or_else(|| {
            self.unknown(table, id, field, named);
            0
        })
    }

    fn action(&mut self, table: &str, id: &str, field: &str, named: &str) -> usize {
        let found = self.screening.actions.iter().position(|action| action.id == named);
        found.unwrap_or_else(|| {
            self.unknown(table, id, field, named);
            0
        })
    }

    fn actions(&mut self, table: &str, id: &str, named: &[String]) -> Vec<usize> {
        named.iter().map(|action| self.action(table, id, "actions", action)).collect()
    }

    /// The indicators of each element: of TIP by dimension, of SOM by the groups of its rule.
    fn elements(&mut self) -> Elements {
        let screening = self.screening;
        let of = |fits: &dyn Fn(&str) -> bool| -> Bits {
            let all = screening.indicators.iter().enumerate();
            all.filter(|(_, i)| fits(&i.element)).map(|(at, _)| at).collect()
        };
        let of_dimension = |name: &str| -> Bits {
            let all = screening.indicators.iter().enumerate();
            all.filter(|(_, i)| i.dimension == name).map(|(at, _)| at).collect()
        };
        let mut elements = Elements {
            act: of(&|element| element == "act"),
            means: of(&|element| element == "means" || element == "vulnerability"),
            purpose: of(&|element| element == "purpose"),
            aggravation: of_dimension("smuggling-aggravation"),
            ..Elements::default()
        };
        let Some(rule) = screening.dimension_rules.iter().find(|r| r.kind == "elements") else {
            return elements;
        };
        let mut group = |name: &str| {
            let at = rule.group_names.iter().position(|group| group == name);
            let ids = at.and_then(|at| rule.require_one_of_each.get(at));
            self.bits("dimension_rule", &rule.id, name, ids.map_or(&[], Vec::as_slice))
        };
        elements.crossing = group("crossing");
        elements.facilitation = group("facilitation");
        elements.benefit = group("benefit");
        let documents = rule.or_one_of_each.first().map_or(&[][..], Vec::as_slice);
        elements.documents = self.bits("dimension_rule", &rule.id, "documents", documents);
        elements.enabling_stay = self.bits("dimension_rule", &rule.id, "or_any", &rule.or_any);
        elements
    }
}
