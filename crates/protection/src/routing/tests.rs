use super::{DESK_KINDS, Path, Routing, VOLUME};
use crate::hint::{Fact, HintAnswers, Stated};
use crate::triage;
use lexicon::Complaint;
use lexicon::catalogue::Catalogue;
use lexicon::language::LANGUAGES;
use lexicon::phrase::has;
use proptest::prelude::*;

fn answers(facts: &[(Fact, Stated)]) -> HintAnswers {
    HintAnswers { facts: facts.iter().copied().collect(), ..HintAnswers::default() }
}

fn yes(facts: &[Fact]) -> HintAnswers {
    answers(&facts.iter().map(|f| (*f, Stated::Yes)).collect::<Vec<_>>())
}

fn with_overlay(rules: &str) -> Result<Routing, Vec<Complaint>> {
    let text = format!("overlay = \"aurelia\"\nversion = \"7\"\n{rules}");
    Routing::read(&Catalogue::only(&[VOLUME])?.with_overlay(&text)?)
}

#[test]
fn the_built_in_catalogue_is_sound() {
    let read = Routing::read(&Catalogue::only(&[VOLUME]).unwrap()).expect("the catalogue");
    assert_eq!(&read, Routing::built_in());
}

// proves: row 2.9
#[test]
fn row_2_9_every_vector_of_the_catalogue_holds() {
    let routing = Routing::built_in();
    assert!(routing.vectors().len() >= 10);
    for vector in routing.vectors() {
        let said = HintAnswers { facts: vector.facts.clone(), ..HintAnswers::default() };
        let fired: Vec<_> = routing.decide(&said).fired.iter().map(|o| o.rule.id.clone()).collect();
        assert_eq!(fired, vector.fired, "{}", vector.id);
        assert_eq!(triage::assess(&said, routing).urgency, vector.level, "{}", vector.id);
    }
}

// proves: row 2.9
#[test]
fn row_2_9_the_four_paths_of_the_contract() {
    let routing = Routing::built_in();
    let child = yes(&[Fact::Child, Fact::ThirdParty]);
    let decision = routing.decide(&child);
    assert_eq!((decision.path(), decision.goes_to()), (Path::Mandatory, vec!["child-protection"]));
    let danger = yes(&[Fact::DangerNow]);
    assert_eq!(routing.decide(&danger).goes_to(), ["police"]);
    let tip = yes(&[Fact::ThirdParty, Fact::Adult]);
    assert_eq!(routing.decide(&tip).path(), Path::Consent);
    let boat = yes(&[Fact::JourneyDanger]);
    let decision = routing.decide(&boat);
    assert_eq!(
        (decision.path(), decision.goes_to().first()),
        (Path::Urgent, Some(&"border-guard"))
    );
    assert_eq!(routing.decide(&HintAnswers::default()).path(), Path::Stay);
}

// proves: row 2.9
#[test]
fn row_2_9_a_rule_that_did_not_fire_says_what_was_missing_or_against_it() {
    let decision_of = yes(&[Fact::Child, Fact::ThirdParty]);
    let decision = Routing::built_in().decide(&decision_of);
    let find = |id: &str| decision.not_fired.iter().find(|o| o.rule.id == id).unwrap();
    assert_eq!(find("journey-danger").weighed.missing[0].fact, Fact::JourneyDanger);
    let tip = find("third-party-adult");
    assert_eq!(tip.weighed.met[0].fact, Fact::ThirdParty);
    assert_eq!(tip.weighed.barring[0].fact, Fact::Child);
    assert_eq!(decision.fired.len() + decision.not_fired.len(), 7);
    let kept = Routing::built_in().rules_of(&decision.code());
    assert_eq!(kept.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [2, 7]);
}

// proves: row 2.9
#[test]
fn row_2_9_a_national_overlay_changes_rules_and_shows_its_version() {
    let overlay = r#"
[[routing.rule]]
id = "child"
read_by = ["child-protection", "coordination"]
[[routing.rule]]
id = "work"
active = false
[[routing.rule]]
id = "sea-patrol"
new = true
active = true
order = 5
path = "urgent"
read_by = ["coordination"]
goes_to = ["border-guard"]
due_days = 0
duty = "Report of a boat"
basis = "Law 12 of Aurelia"
when = { all = ["journey-danger=yes"] }
"#;
    let routing = with_overlay(overlay).expect("a sound overlay");
    assert_eq!(routing.version(), "1.0.0, aurelia 7");
    let child = yes(&[Fact::Child]);
    assert_eq!(routing.decide(&child).read_by().first(), Some(&"child-protection"));
    assert_eq!(routing.decide(&yes(&[Fact::NotPaid])).code(), "stays");
    let boat = yes(&[Fact::JourneyDanger]);
    assert_eq!(routing.decide(&boat).fired[0].rule.id, "sea-patrol");
    assert_eq!(Routing::built_in().decide(&boat).fired[0].rule.id, "journey-danger");
}

// proves: P-04
#[test]
fn p04_no_overlay_can_send_a_hint_to_immigration_enforcement() {
    assert!(!DESK_KINDS.contains(&"immigration-enforcement"));
    for field in ["goes_to", "read_by"] {
        for kind in ["immigration-enforcement", "oversight", "protection", "nobody"] {
            let rule =
                format!("[[routing.rule]]\nid = \"child\"\n{field} = [\"police\", \"{kind}\"]");
            let complaints = with_overlay(&rule).expect_err(kind);
            assert_eq!(complaints[0].phrase.key, "routing-error-desk", "{field} {kind}");
        }
    }
}

// proves: row 2.9
#[test]
fn row_2_9_no_overlay_takes_away_the_duty_to_a_child_or_to_a_life() {
    let consent_first = "[[routing.rule]]\nid = \"slow\"\nnew = true\nactive = true\norder = 1\n\
        path = \"consent\"\nread_by = [\"ngo\"]\ngoes_to = [\"ngo\"]\ndue_days = 2\n\
        duty = \"x\"\nbasis = \"x\"\nwhen = {}";
    let rule = |id: &str, change: &str| format!("[[routing.rule]]\nid = \"{id}\"\n{change}");
    let reason = |id: &str| format!("[[routing.reason]]\nid = \"{id}\"\nlevel = \"week\"");
    for (text, key) in [
        (rule("child", "active = false"), "routing-error-child"),
        (rule("child", "path = \"consent\""), "routing-error-child"),
        (rule("child", "goes_to = [\"police\"]"), "routing-error-child"),
        (
            rule("child", "when = { all = [\"child=yes\", \"third-party=yes\"] }"),
            "routing-error-child",
        ),
        (
            rule("child", "when = { all = [\"child=yes\"], none = [\"hurt=no\"] }"),
            "routing-error-child",
        ),
        (rule("danger-now", "active = false"), "routing-error-danger"),
        (rule("danger-now", "goes_to = []"), "routing-error-danger"),
        (rule("journey-danger", "path = \"consent\""), "routing-error-journey"),
        (rule("work", "due_days = 400"), "routing-error-incomplete"),
        (consent_first.to_owned(), "routing-error-before-duty"),
        (reason("danger-now"), "routing-error-urgency"),
        (reason("child"), "routing-error-urgency"),
    ] {
        let complaints = with_overlay(&text).expect_err(&text);
        assert!(complaints.iter().any(|c| c.phrase.key == key), "{text}: {complaints:?}");
        for language in LANGUAGES {
            assert!(has(language, key), "{} {key}", language.tag);
        }
    }
    // What keeps the duty is taken: read elsewhere first, told to one more, sooner.
    let sooner = rule("child", "order = 5\ngoes_to = [\"child-protection\", \"hospital\"]");
    assert!(with_overlay(&sooner).is_ok());
}

#[test]
fn a_broken_overlay_is_refused_with_the_entry() {
    for (table, id, change, key) in [
        ("rule", "child", "order = 10", "routing-error-order"),
        ("rule", "held", "read_by = []", "routing-error-incomplete"),
        ("rule", "stays", "when = { all = [\"other=yes\"] }", "routing-error-no-default"),
        ("rule", "stays", "active = false", "routing-error-no-default"),
        ("level", "today", "rank = 3", "routing-error-level"),
    ] {
        let text = format!("[[routing.{table}]]\nid = \"{id}\"\n{change}");
        let complaints = with_overlay(&text).expect_err(change);
        assert!(complaints.iter().any(|c| c.phrase.key == key), "{change}: {complaints:?}");
        for language in LANGUAGES {
            assert!(has(language, key), "{} {key}", language.tag);
        }
    }
    let wrong = "[[routing.rule]]\nid = \"child\"\nwhen = { all = [\"child=maybe\"] }";
    assert!(with_overlay(wrong).is_err());
}

#[test]
fn every_entry_has_its_text_in_four_languages() {
    let routing = Routing::built_in();
    let rules = routing.rules.iter().flat_map(|r| [r.key(), format!("{}-next", r.key())]);
    let reasons = routing.reasons.iter().map(|r| format!("routing-reason-{}", r.id));
    let desks = DESK_KINDS.iter().map(|kind| format!("routing-desk-{kind}"));
    let facts = Fact::ALL.into_iter().map(Fact::key);
    let stated = Stated::ALL.into_iter().map(Stated::key);
    let paths = ["mandatory", "urgent", "consent", "stay"].map(|p| format!("routing-path-{p}"));
    let levels = triage::Urgency::ALL.into_iter().map(triage::Urgency::key);
    let raises = triage::RaiseReason::ALL.map(|r| format!("triage-raise-{}", r.id()));
    let keys = rules.chain(reasons).chain(desks).chain(facts).chain(stated).chain(levels);
    for key in keys.chain(paths).chain(raises) {
        for language in LANGUAGES {
            assert!(has(language, &key), "{} lacks {key}", language.tag);
        }
    }
}

proptest! {
    // proves: row 2.9, P-16
    #[test]
    fn p16_every_hint_finds_a_desk(
        stated in prop::collection::vec(prop::sample::select(Stated::ALL.to_vec()), Fact::ALL.len())
    ) {
        let facts: Vec<_> = Fact::ALL.into_iter().zip(stated).collect();
        let said = answers(&facts);
        let decision = Routing::built_in().decide(&said);
        prop_assert!(!decision.read_by().is_empty());
        if said.stated(Fact::Child) == Stated::Yes {
            prop_assert!(decision.goes_to().contains(&"child-protection"));
            prop_assert!(decision.path() != Path::Consent && decision.path() != Path::Stay);
        }
    }
}
