use super::{BUILT_IN, DESK_KINDS, Path, Routing};
use crate::hint::{Fact, HintAnswers, Stated};
use crate::triage;
use lexicon::language::LANGUAGES;
use lexicon::phrase::has;
use proptest::prelude::*;

fn answers(facts: &[(Fact, Stated)]) -> HintAnswers {
    HintAnswers { facts: facts.iter().copied().collect(), ..HintAnswers::default() }
}

fn yes(facts: &[Fact]) -> HintAnswers {
    answers(&facts.iter().map(|f| (*f, Stated::Yes)).collect::<Vec<_>>())
}

#[test]
fn the_built_in_catalogue_is_sound() {
    let read = Routing::read(BUILT_IN).expect("the built-in catalogue");
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

// proves: P-04
#[test]
fn p04_no_catalogue_can_send_a_hint_to_immigration_enforcement() {
    assert!(!DESK_KINDS.contains(&"immigration-enforcement"));
    for field in ["goes_to = [\"police\"]", "read_by = [\"coordination\", \"police\"]"] {
        for kind in ["immigration-enforcement", "oversight", "protection", "nobody"] {
            let name = field.split(' ').next().unwrap();
            let text = BUILT_IN.replacen(field, &format!("{name} = [\"{kind}\"]"), 1);
            assert_ne!(text, BUILT_IN);
            let complaints = Routing::read(&text).expect_err(kind);
            assert_eq!(complaints[0].phrase.key, "routing-error-desk", "{kind}");
        }
    }
}

#[test]
fn a_broken_catalogue_is_refused_with_the_entry() {
    for (from, to, key) in [
        ("order = 20", "order = 10", "routing-error-order"),
        ("id = \"held\"", "id = \"child\"", "routing-error-id"),
        ("read_by = [\"coordination\"]", "read_by = []", "routing-error-incomplete"),
        ("when = {}", "when = { all = [\"other=yes\"] }", "routing-error-no-default"),
        ("rank = 2", "rank = 3", "routing-error-level"),
        ("\"child=yes\"", "\"child=maybe\"", "routing-error-toml"),
        ("base_level =", "bass_level =", "routing-error-toml"),
    ] {
        let text = BUILT_IN.replacen(from, to, 1);
        assert_ne!(text, BUILT_IN, "{from}");
        let complaints = Routing::read(&text).expect_err(from);
        assert!(complaints.iter().any(|c| c.phrase.key == key), "{from}: {complaints:?}");
        for language in LANGUAGES {
            assert!(has(language, key), "{} {key}", language.tag);
        }
    }
}

#[test]
fn every_entry_has_its_text_in_four_languages() {
    let routing = Routing::built_in();
    let rules = routing.rule.iter().flat_map(|r| [r.key(), format!("{}-next", r.key())]);
    let reasons = routing.reason.iter().map(|r| format!("routing-reason-{}", r.id));
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
