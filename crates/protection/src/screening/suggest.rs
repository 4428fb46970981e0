//! Which forms of exploitation the observed facts speak of: names to think with, without a score
//! and without an order of likelihood. It changes nothing of the advice.

use super::draft::Draft;
use super::rules::Rules;
use lexicon::catalogue::Forms;
use std::collections::BTreeSet;

/// The dimension whose facts make a derived form.
const EXPLOITATION: &str = "exploitation";
/// Codes of facts that are tied to no form.
const UNTIED: [&str; 2] = ["any", "none"];

/// Forms that the same facts speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Ids of forms, in the order of the catalogue.
    pub forms: Vec<String>,
    /// Ids of the observed indicators.
    pub indicators: Vec<String>,
}

impl Rules {
    /// One suggestion for each code that an observed indicator carries, in the order in which the
    /// codes are first met; then the forms that several codes make together. A form that only
    /// children can suffer is left out for an adult.
    pub fn suggested_forms(&self, forms: &Forms, draft: &Draft) -> Vec<Suggestion> {
        let is_adult = draft.age == "adult" && !draft.believed_child;
        let mut codes: Vec<(&str, Vec<String>)> = Vec::new();
        let observed = self.indicators.iter().filter(|i| draft.observed.contains(&i.id));
        for indicator in observed {
            let tied = |code: &&String| !UNTIED.contains(&code.as_str());
            for code in indicator.exploitation_types.iter().filter(tied) {
                match codes.iter_mut().find(|(known, _)| known == code) {
                    Some((_, indicators)) => indicators.push(indicator.id.clone()),
                    None => codes.push((code, vec![indicator.id.clone()])),
                }
            }
        }
        let mut all = Vec::new();
        for (code, indicators) in codes {
            let named = forms.of_code(code).filter(|form| !(is_adult && form.children_only));
            let named: Vec<String> = named.map(|form| form.id.clone()).collect();
            if !named.is_empty() {
                all.push(Suggestion { forms: named, indicators });
            }
        }
        all.extend(self.derived_forms(draft));
        all
    }

    fn derived_forms(&self, draft: &Draft) -> Vec<Suggestion> {
        let observed = self.indicators.iter().filter(|indicator| {
            indicator.dimension == EXPLOITATION && draft.observed.contains(&indicator.id)
        });
        let observed: Vec<_> = observed.collect();
        let mut all = Vec::new();
        for derived in &self.derived {
            let counts = |code: &&String| !derived.excluded_types.contains(*code);
            let codes: BTreeSet<&String> =
                observed.iter().flat_map(|i| &i.exploitation_types).filter(counts).collect();
            if codes.len() >= usize::try_from(derived.min_distinct_types).unwrap_or(usize::MAX) {
                let speaks =
                    observed.iter().filter(|i| i.exploitation_types.iter().any(|c| counts(&c)));
                all.push(Suggestion {
                    forms: vec![derived.form_id.clone()],
                    indicators: speaks.map(|i| i.id.clone()).collect(),
                });
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;
    use crate::screening::{Age, Draft};
    use lexicon::catalogue::Catalogue;

    fn suggested(age: Age, observed: &[&str]) -> Vec<(Vec<String>, Vec<String>)> {
        let catalogue = Catalogue::embedded().expect("the catalogue");
        let (rules, forms) = (Rules::of(&catalogue).expect("rules"), catalogue.forms().expect("f"));
        let mut draft = Draft::new(age, false, None);
        draft.observed = observed.iter().map(|id| (*id).to_owned()).collect();
        let all = rules.suggested_forms(&forms, &draft);
        all.into_iter().map(|s| (s.forms, s.indicators)).collect()
    }

    /// Ids of indicators with exactly this code and no other.
    fn with_code(code: &str, dimension: &str) -> String {
        let rules = Rules::of(&Catalogue::embedded().expect("c")).expect("rules");
        let fits = |i: &&lexicon::catalogue::Indicator| {
            i.exploitation_types == [code] && (dimension.is_empty() || i.dimension == dimension)
        };
        rules.indicators().iter().find(fits).expect(code).id.clone()
    }

    #[test]
    fn ticks_name_the_forms_they_speak_of_and_nothing_names_none() {
        assert!(suggested(Age::Adult, &[]).is_empty());
        assert!(suggested(Age::Adult, &[&with_code("any", "")]).is_empty(), "speaks of no form");
        let sport = with_code("sport", "");
        let (forms, because) = suggested(Age::Child, &[&sport]).remove(0);
        assert!(forms.iter().any(|id| id == "sport-trafficking"), "{forms:?}");
        assert_eq!(because, [sport]);
    }

    #[test]
    fn a_form_of_children_is_not_named_for_an_adult() {
        let domestic = with_code("domestic", "");
        let has = |age| {
            let all = suggested(age, &[&domestic]);
            all.iter().any(|(forms, _)| forms.iter().any(|id| id == "child-domestic"))
        };
        assert!(has(Age::Child) && has(Age::Unknown) && !has(Age::Adult));
    }

    #[test]
    fn two_kinds_of_exploitation_together_are_named_mixed() {
        let (labour, sexual) =
            (with_code("labour", "exploitation"), with_code("sexual", "exploitation"));
        let names = |observed: &[&str]| -> Vec<String> {
            suggested(Age::Adult, observed).into_iter().flat_map(|(forms, _)| forms).collect()
        };
        assert!(!names(&[&labour]).iter().any(|id| id == "mixed"));
        assert!(names(&[&labour, &sexual]).iter().any(|id| id == "mixed"));
    }
}
