use super::{Age, Bits, FLOOR_OF_A_CHILD, FLOOR_OF_A_FACT, Judgement, Observations, Rules};
use lexicon::catalogue::{Catalogue, Screening, TestCase};
use lexicon::language::ENGLISH;
use lexicon::palermo::{Element, Mark};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let catalogue = Catalogue::only(&["screening_indicators"]).expect("the volume");
        Rules::of(&catalogue).unwrap_or_else(|all| {
            let all: Vec<_> = all.iter().map(|c| c.print("catalogue", ENGLISH)).collect();
            panic!("{}", all.join("\n"))
        })
    })
}

fn read(line: &Value) -> Observations {
    Observations::read(line.to_string().as_bytes(), rules()).expect("a line")
}

fn judged(line: &Value) -> (Observations, Judgement) {
    let line = read(line);
    let judgement = rules().judge(&line);
    (line, judgement)
}

fn advised(line: &Value) -> Value {
    let (line, judgement) = judged(line);
    serde_json::to_value(judgement.advice(&line.id, rules())).expect("JSON")
}

fn line_of(case: &TestCase) -> Value {
    json!({
        "id": case.id, "age": case.age, "believed_child": case.believed_child,
        "observed": case.observed, "asked": case.asked, "refused": case.refused,
        "intended": case.intended, "benefit_ruled_out": case.benefit_ruled_out,
        "profession": case.profession,
    })
}

// proves: row 6.1, row 1.3
#[test]
fn every_vector_of_the_catalogue_gives_every_expected_value() {
    let catalogue = Catalogue::only(&["screening_indicators"]).expect("the volume");
    let cases = Screening::test_cases(&catalogue).expect("vectors");
    assert_eq!(cases.len(), 82);
    for case in cases {
        let got = advised(&line_of(&case));
        let also = got["also"].as_str().unwrap_or("none");
        assert_eq!(got["id"], json!(case.id));
        assert_eq!(got["result"], json!(case.expected_result), "{}", case.id);
        assert_eq!(got["decision"], json!(case.expected_decision), "{}", case.id);
        assert_eq!(also, case.expected_also, "{}", case.id);
        assert_eq!(got["inputs"], json!(case.expected_inputs), "{}", case.id);
        assert_eq!(got["actions"], json!(case.expected_actions), "{}", case.id);
        assert_eq!(got["urgent"], json!(case.expected_urgent), "{}", case.id);
        assert!(got["rank"].as_i64().expect("rank") >= case.min_rank, "{}", case.id);
        for action in &case.expected_actions_include {
            assert!(got["actions"].as_array().expect("list").contains(&json!(action)));
        }
        assert_eq!(got["printable"], json!(false), "{}", case.id);
    }
}

#[test]
fn the_line_of_the_contract_gives_the_answer_of_the_contract_to_the_letter() {
    let line = r#"{"id":"c1","age":"unknown","believed_child":false,"observed":["co-documents"],"asked":["q-locked"],"refused":[],"intended":false,"benefit_ruled_out":false,"profession":"police"}"#;
    let expected = concat!(
        r#"{"id":"c1","result":"tip-possible","decision":"dt09","also":null,"#,
        r#""inputs":{"age":"child","act":"negative","means":"indicated","#,
        r#""exploitation":"negative","smuggling":"negative","aggravation":"negative","#,
        r#""intent":"not-recorded","facts":"observed","short_form":"incomplete"},"#,
        r#""actions":["precautionary-support","offer-services","second-interview","#,
        r#""non-punishment-flag","stop-removal","trafficking-rescreen","#,
        r#""refer-child-protection","best-interests","guardian-if-alone","establish-age","#,
        r#""finish-short-form"],"age_basis":"more-protective","rank":90,"urgent":false,"#,
        r#""stop_removal":true,"trafficking_rescreen":true,"expiry_days":14,"#,
        r#""printable":false,"not_asked":["q-work","q-sex","q-body-family","q-promise","#,
        r#""q-force","q-held","q-brought","q-border","q-helper","q-danger","q-control"]}"#,
    );
    let read = Observations::read(line.as_bytes(), rules()).expect("a line");
    let judgement = rules().judge(&read);
    let got = serde_json::to_string(&judgement.advice(&read.id, rules())).expect("JSON");
    assert_eq!(got, expected);
}

fn asked_everything() -> Vec<&'static str> {
    rules().questions().iter().map(|q| q.id.as_str()).collect()
}

// proves: row 6.1
#[test]
fn only_a_full_short_form_without_any_fact_gives_no_indication_and_it_lapses() {
    let full = json!({
        "id": "a", "age": "adult", "observed": [], "asked": asked_everything(),
        "profession": "ngo",
    });
    let got = advised(&full);
    assert_eq!(got["result"], "no-indication-now");
    assert_eq!(got["expiry_days"], 30);
    assert_eq!(got["not_asked"], json!([]));
    let mut without_profession = full.clone();
    without_profession["profession"] = Value::Null;
    assert_eq!(advised(&without_profession)["result"], FLOOR_OF_A_FACT);
    let mut refused = full;
    refused["refused"] = json!(["q-work"]);
    let got = advised(&refused);
    assert_eq!(got["result"], FLOOR_OF_A_FACT);
    assert_eq!(got["not_asked"], json!(["q-work"]));
    assert!(got["actions"].as_array().expect("list").contains(&json!("offer-other-interview")));
}

#[test]
fn repeated_ids_count_once_and_an_observed_id_is_not_refused() {
    let once = json!({"id": "a", "age": "adult", "observed": ["co-debt", "deceived-wages"]});
    let twice = json!({
        "id": "a", "age": "adult", "observed": ["co-debt", "deceived-wages", "co-debt", "co-debt"],
    });
    assert_eq!(advised(&once), advised(&twice));
    let line = json!({
        "id": "a", "age": "adult", "observed": ["co-documents"], "refused": ["co-documents"],
        "asked": ["q-locked"],
    });
    assert!(!advised(&line)["not_asked"].as_array().expect("list").contains(&json!("q-locked")));
}

#[test]
fn a_question_is_asked_when_everything_it_covers_is_asked_or_observed() {
    let line = |asked: &[&str]| json!({"id": "a", "age": "adult", "observed": ["co-documents"], "asked": asked});
    let open = |asked: &[&str]| {
        let got = advised(&line(asked));
        got["not_asked"].as_array().expect("list").contains(&json!("q-locked"))
    };
    assert!(!open(&["co-confined", "rec-isolation", "rec-documents-taken"]));
    assert!(open(&["co-confined", "rec-isolation"]));
}

// proves: row 1.3
#[test]
fn row_1_3_the_elements_of_both_crimes_stand_side_by_side_with_what_was_not_asked() {
    let line = json!({
        "id": "a", "age": "adult",
        "observed": ["co-violence", "asom-life-danger"],
        "asked": ["q-helper", "q-danger"], "refused": ["q-brought"],
    });
    let (line, judgement) = judged(&line);
    let explained = rules().explain(&line, &judgement);
    let mark = |element| {
        explained.elements.iter().find(|state| state.element == element).expect("element").mark
    };
    assert_eq!(explained.elements.len(), 9);
    assert_eq!(mark(Element::Act), Mark::Refused);
    assert_eq!(mark(Element::Means), Mark::Observed);
    assert_eq!(mark(Element::Purpose), Mark::NotAsked);
    assert_eq!(mark(Element::Crossing), Mark::NotAsked);
    assert_eq!(mark(Element::Benefit), Mark::AskedNotObserved);
    assert_eq!(mark(Element::Aggravation), Mark::Observed);
    let crossing = explained.elements.iter().find(|s| s.element == Element::Crossing);
    assert_eq!(crossing.expect("crossing").not_asked, ["q-border"]);
    let child = json!({"id": "a", "age": "child", "observed": ["exp-begging-school"]});
    let (line, judgement) = judged(&child);
    let explained = rules().explain(&line, &judgement);
    let means = explained.elements.iter().find(|s| s.element == Element::Means).expect("means");
    assert_eq!(means.mark, Mark::NotNeeded);
}

// proves: row 1.4
#[test]
fn row_1_4_one_screening_can_find_both_crimes() {
    let line = json!({
        "id": "a", "age": "adult",
        "observed": [
            "co-violence", "exp-forced-crime", "act-transported",
            "som-crossed-irregular", "som-facilitator", "som-paid", "asom-life-danger",
        ],
    });
    let got = advised(&line);
    assert_eq!(got["result"], "tip-indicated");
    assert_eq!(got["also"], "aggravated-som");
}

// proves: row 6.1
#[test]
fn every_reason_is_given_from_the_fact_to_the_action() {
    let line = json!({"id": "a", "age": "adult", "observed": ["co-violence", "exp-forced-crime"]});
    let (line, judgement) = judged(&line);
    let explained = rules().explain(&line, &judgement);
    let means = explained.inputs.iter().find(|reason| reason.input == "means").expect("means");
    assert_eq!((means.value, means.rule, means.decided), ("positive", "ir-means-1", true));
    let fact = means.facts.iter().find(|f| f.fact == "f-means-per-se").expect("the fact");
    assert_eq!(fact.indicators, ["co-violence"]);
    assert_eq!(explained.actions.len(), judgement.advice("a", rules()).actions.len());
    for action in &explained.actions {
        assert!(!action.rule.is_empty(), "{} comes from nowhere", action.action);
    }
    let benefit = json!({
        "id": "b", "age": "adult", "observed": ["som-crossed-irregular", "som-facilitator"],
        "benefit_ruled_out": true,
    });
    let (line, judgement) = judged(&benefit);
    let explained = rules().explain(&line, &judgement);
    let smuggling = explained.inputs.iter().find(|r| r.input == "smuggling").expect("smuggling");
    assert_eq!(smuggling.value, "no-benefit");
    assert!(smuggling.facts.iter().any(|f| f.fact == "f-benefit" && !f.is_true));
}

// proves: row 6.1
#[test]
fn every_profession_is_asked_every_core_question_in_at_most_twelve() {
    let core: Vec<usize> = rules().questions_for(None);
    assert_eq!(rules().forms().len(), 13);
    for (at, form) in rules().forms().iter().enumerate() {
        let questions = rules().questions_for(Some(at));
        assert!(questions.len() <= 12, "{}", form.profession);
        assert!(core.iter().all(|q| questions.contains(q)), "{}", form.profession);
    }
}

#[test]
fn every_fact_that_counts_alone_is_covered_by_a_core_question() {
    let catalogue = Catalogue::only(&["screening_indicators"]).expect("the volume");
    let screening = catalogue.screening().expect("screening");
    for rule in screening.dimension_rules.iter().filter(|r| r.kind == "any-id") {
        for id in &rule.require_any_ids {
            let is_covered =
                screening.short_questions.iter().any(|q| q.core && q.covers.contains(id));
            assert!(is_covered, "{}: {id} is asked of nobody", rule.id);
        }
    }
}

#[test]
fn a_line_that_cannot_be_read_says_which_field_and_what() {
    let long = format!(r#"{{"id":"{}","age":"adult","observed":[]}}"#, "x".repeat(300));
    let many = format!(
        r#"{{"id":"a","age":"adult","observed":[{}"co-debt"]}}"#,
        "\"co-debt\",".repeat(super::IDS_MAX)
    );
    let huge = format!("{{\"id\":\"{}\"}}", "x".repeat(super::LINE_BYTES_MAX));
    for (line, field, key) in [
        (&b"{"[..], "", "screening-line-not-json"),
        (b"[]", "", "screening-line-not-object"),
        (b"null", "", "screening-line-not-object"),
        (b"{} {}", "", "screening-line-not-json"),
        (b"\xef\xbb\xbf{}", "", "screening-line-mark"),
        (b"{\"id\":\"\xff\"}", "", "screening-line-not-utf8"),
        (b"{\"id\":\"a\0\"}", "", "screening-line-not-json"),
        (br#"{"id":"a\u0000","age":"adult","observed":[]}"#, "id", "screening-id-control"),
        (br#"{"id":1,"age":"adult","observed":[]}"#, "id", "screening-field-not-text"),
        (br#"{"id":"a","observed":[]}"#, "age", "screening-field-missing"),
        (br#"{"id":"a","age":null,"observed":[]}"#, "age", "screening-field-missing"),
        (br#"{"id":"a","age":"old","observed":[]}"#, "age", "screening-value-unknown"),
        (br#"{"id":"a","age":"adult"}"#, "observed", "screening-field-missing"),
        (br#"{"id":"a","age":"adult","observed":"x"}"#, "observed", "screening-field-not-list"),
        (br#"{"id":"a","age":"adult","observed":[1]}"#, "observed", "screening-field-not-list"),
        (br#"{"id":"a","age":"adult","observed":["x"]}"#, "observed", "screening-value-unknown"),
        (
            br#"{"id":"a","age":"adult","observed":["q-work"]}"#,
            "observed",
            "screening-value-unknown",
        ),
        (
            br#"{"id":"a","age":"adult","observed":[],"intended":"no"}"#,
            "intended",
            "screening-field-not-flag",
        ),
        (
            br#"{"id":"a","age":"adult","observed":[],"profession":"none"}"#,
            "profession",
            "screening-value-unknown",
        ),
        (br#"{"id":"a","age":"adult","observed":[],"x":1}"#, "x", "screening-field-unknown"),
        (br#"{"id":"a","id":"b","age":"adult","observed":[]}"#, "id", "screening-field-twice"),
        (
            br#"{"id":"a","age":"adult","observed":[],"asked":null,"asked":null}"#,
            "asked",
            "screening-field-twice",
        ),
        (long.as_bytes(), "id", "screening-id-too-long"),
        (many.as_bytes(), "observed", "screening-list-too-long"),
        (huge.as_bytes(), "", "screening-line-too-long"),
    ] {
        let said = String::from_utf8_lossy(line).chars().take(80).collect::<String>();
        let complaint = Observations::read(line, rules()).expect_err(&said);
        assert_eq!((complaint.field.as_str(), &*complaint.phrase.key), (field, key), "{said}");
        let printed = complaint.print("f", ENGLISH);
        assert!(!printed.chars().any(char::is_control), "{printed}");
        assert!(lexicon::phrase::has(ENGLISH, key), "{key} has no text");
    }
}

#[test]
fn what_a_sender_wrote_cannot_break_the_line_of_a_complaint() {
    let line = r#"{"id":"a","age":"adult","observed":["x\ny\u202ez"]}"#;
    let complaint = Observations::read(line.as_bytes(), rules()).expect_err("refused");
    let printed = complaint.print("f", ENGLISH);
    assert!(printed.contains(r"x\u{a}y\u{202e}z"), "{printed}");
}

#[test]
fn missing_and_null_take_the_default() {
    let short = json!({"id": "a", "age": "adult", "observed": ["co-debt"]});
    let mut nulls = short.clone();
    for field in
        ["believed_child", "asked", "refused", "intended", "benefit_ruled_out", "profession"]
    {
        nulls[field] = Value::Null;
    }
    assert_eq!(read(&short), read(&nulls));
}

fn refused_overlay(overlay: &str) -> String {
    let catalogue = Catalogue::only(&["screening_indicators"]).expect("the volume");
    let text = format!("overlay = \"t\"\nversion = \"1\"\n{overlay}");
    let laid = catalogue.with_overlay(&text).expect("an overlay");
    let complaints = Rules::of(&laid).map(|_| ()).expect_err(overlay);
    complaints.iter().map(|c| c.print("t", ENGLISH)).collect::<Vec<_>>().join("\n")
}

// proves: row 6.1
#[test]
fn a_country_cannot_lower_what_is_promised() {
    for (overlay, says) in [
        (
            "[[screening_indicators.decision]]\nid = \"dt17\"\nresult = \"no-indication-now\"",
            "child-protection",
        ),
        (
            "[[screening_indicators.decision]]\nid = \"dt18\"\nresult = \"no-indication-now\"",
            "more-facts-needed",
        ),
        ("[[screening_indicators.decision]]\nid = \"dt20\"\nage = [\"child\"]", "age=adult"),
        ("[[screening_indicators.result]]\nid = \"som\"\nprintable = true", "result[som]"),
        ("[[screening_indicators.fact]]\nid = \"f-any\"\nmin = 9", "indicator["),
        ("[[screening_indicators.short_form]]\nid = \"sf-ngo\"\nids = [\"q-work\"]", "q-sex"),
        ("[[screening_indicators.decision]]\nid = \"dt01\"\nactions = [\"dance\"]", "dance"),
        ("[[screening_indicators.input_rule]]\nid = \"ir-act-2\"\nany_of = [[\"f-act\"]]", "act"),
        ("[[screening_indicators.fact]]\nid = \"f-act\"\nrule = \"no-rule\"", "no-rule"),
    ] {
        let complaints = refused_overlay(overlay);
        assert!(complaints.contains(says), "{says}: {complaints}");
    }
}

#[test]
fn a_country_adds_an_indicator_and_it_counts() {
    let catalogue = Catalogue::only(&["screening_indicators"]).expect("the volume");
    let laid = catalogue
        .with_overlay(
            r#"
            overlay = "aurelia"
            version = "1"
            [[screening_indicators.indicator]]
            id = "exp-pearls"
            new = true
            text = "Made to dive for pearls"
            phenomenon = "tip"
            element = "purpose"
            dimension = "exploitation"
            strength = "strong"
            applies_adult = true
            applies_child = true
            sectors = ["ngo"]
            exploitation_types = ["labour"]
            strength_confidence = "medium"
            strength_basis = "assigned-by-catalogue"
            confidence = "medium"
            source = "national law"
            "#,
        )
        .expect("an overlay");
    let rules = Rules::of(&laid).expect("rules");
    let line = br#"{"id":"a","age":"adult","observed":["exp-pearls"]}"#;
    let line = Observations::read(line, &rules).expect("a line");
    let advice = rules.judge(&line);
    assert_eq!(advice.advice("a", &rules).result, "exploitation-means-not-shown");
}

fn a_line() -> impl Strategy<Value = Observations> {
    let (indicators, questions) = (rules().indicators().len(), rules().questions().len());
    let bits = move |most| proptest::collection::vec(0..indicators, 0..most);
    let mask = 0..1_u64 << questions;
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let profession = proptest::option::of(0..rules().forms().len());
    let age = prop_oneof![Just(Age::Adult), Just(Age::Child), Just(Age::Unknown)];
    (age, bits(12), bits(20), mask.clone(), bits(4), mask, flags, profession).prop_map(
        |(age, observed, asked, asked_questions, refused, refused_questions, flags, profession)| {
            Observations {
                id: "p".to_owned(),
                age,
                believed_child: flags.0,
                observed: observed.into_iter().collect(),
                asked: asked.into_iter().collect(),
                asked_questions,
                refused: refused.into_iter().collect(),
                refused_questions,
                intended: flags.1,
                benefit_ruled_out: flags.2,
                profession,
            }
        },
    )
}

fn rank_of(id: &str) -> i64 {
    rules().results().iter().find(|result| result.id == id).expect("result").rank
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    // proves: row 6.1, row 1.3
    #[test]
    fn no_set_of_observed_facts_ends_below_the_floor(line in a_line()) {
        let judgement = rules().judge(&line);
        let advice = judgement.advice(&line.id, rules());
        if line.age == Age::Child || judgement.is_child(rules()) {
            prop_assert!(advice.rank >= rank_of(FLOOR_OF_A_CHILD), "{advice:?}");
        }
        if line.observed != Bits::default() {
            prop_assert!(advice.rank >= rank_of(FLOOR_OF_A_FACT), "{advice:?}");
            prop_assert!(advice.result != "no-indication-now");
        }
        prop_assert!(!advice.printable);
    }

    #[test]
    fn an_unknown_age_is_never_worse_than_adult_or_child(line in a_line()) {
        let with = |age| {
            let line = Observations { age, believed_child: false, ..line.clone() };
            rules().judge(&line).rank(rules())
        };
        prop_assert!(with(Age::Unknown) >= with(Age::Adult).max(with(Age::Child)));
    }

    #[test]
    fn every_action_stands_once_and_every_reason_is_given(line in a_line()) {
        let judgement = rules().judge(&line);
        let advice = judgement.advice(&line.id, rules());
        let mut actions = advice.actions.clone();
        actions.sort_unstable();
        actions.dedup();
        prop_assert_eq!(actions.len(), advice.actions.len());
        let explained = rules().explain(&line, &judgement);
        prop_assert_eq!(explained.actions.len(), advice.actions.len());
        prop_assert_eq!(explained.inputs.len(), 9);
        // An indicator named as a reason was observed.
        for id in explained.inputs.iter().flat_map(|i| &i.facts).flat_map(|f| &f.indicators) {
            let Some(super::Named::Indicator(at)) = rules().named(id) else {
                return Err(TestCaseError::fail("not an indicator"));
            };
            prop_assert!(line.observed.contains(at));
        }
    }

    // proves: P-16
    #[test]
    fn bytes_of_any_kind_are_read_or_refused_without_a_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..200)
    ) {
        let _ = Observations::read(&bytes, rules());
    }
}
