//! P-04: immigration enforcement reads, lists, counts and is sent nothing of help and labour.

use crate::world::{STATED_AND_FRESH, clock, officer};
use guard::consent::may_reach;
use guard::gate::Circumstances;
use guard::{Action, DeskKind, Gate, Kind, Officer, Role, Thing};
use lexicon::Sphere;
use lexicon::ids::DeskId;
use proptest::prelude::*;

/// Everybody of immigration enforcement, whatever else they are, and everybody who wears its hat.
fn enforcement() -> Vec<Officer> {
    let mut all = Vec::new();
    for role in Role::ALL {
        all.push(officer(DeskKind::ImmigrationEnforcement, *role));
    }
    for kind in DeskKind::ALL {
        all.push(officer(*kind, Role::EnforcementOfficer));
    }
    all
}

fn things(kind: Kind) -> Vec<Thing> {
    let mut all = Vec::new();
    for sphere in [Sphere::Help, Sphere::Labour] {
        for state in kind.states() {
            for is_assigned in [false, true] {
                for desk in [2, 3] {
                    all.push(Thing {
                        kind,
                        id: [9; 16],
                        desk: DeskId::from_bytes([desk; 16]),
                        sphere,
                        state: (*state).to_owned(),
                        is_assigned,
                    });
                }
            }
        }
    }
    all
}

fn first_permit(gate: &Gate) -> Option<String> {
    for persona in enforcement() {
        for action in Action::ALL {
            for thing in things(action.kind()) {
                for circumstances in [Circumstances::ORDINARY, STATED_AND_FRESH] {
                    let yes = gate.decide_in(&persona, *action, &thing, circumstances, &clock());
                    if yes.is_ok() {
                        return Some(format!("{persona:?} {action:?} {thing:?}"));
                    }
                }
            }
        }
    }
    None
}

// proves: P-04, row 8.3
#[test]
fn p04_no_role_lets_enforcement_at_help_or_labour() {
    assert_eq!(first_permit(&Gate::new().unwrap()), None);
}

// proves: P-04
#[test]
fn p04_nothing_crosses_to_enforcement() {
    for from in Sphere::ALL {
        assert!(!may_reach(from, Sphere::Enforcement), "{from:?}");
        assert!(!may_reach(from, Sphere::Oversight), "{from:?}");
        assert!(!may_reach(Sphere::Enforcement, from), "{from:?}");
    }
    assert!(may_reach(Sphere::Help, Sphere::Police));
}

// proves: P-04
#[test]
fn p04_a_permit_for_everything_opens_nothing_to_enforcement_and_all_to_others() {
    let all = r#"@id("all") permit (principal, action, resource);"#;
    let gate = Gate::with_further_policies(all).unwrap();
    assert_eq!(first_permit(&gate), None);
    // The same permit does work where no rule forbids, so the test can fail.
    let analyst = officer(DeskKind::Fiu, Role::Analyst);
    let own_hint = Thing {
        kind: Kind::Hint,
        id: [9; 16],
        desk: analyst.desk,
        sphere: Sphere::Police,
        state: "new".to_owned(),
        is_assigned: false,
    };
    assert!(Gate::new().unwrap().decide(&analyst, Action::HintOpen, &own_hint, &clock()).is_err());
    assert!(gate.decide(&analyst, Action::HintOpen, &own_hint, &clock()).is_ok());
}

fn condition() -> impl Strategy<Value = String> {
    let role = proptest::sample::select(Role::ALL);
    let kind = proptest::sample::select(DeskKind::ALL);
    let sphere = proptest::sample::select(&Sphere::ALL[..]);
    prop_oneof![
        Just("true".to_owned()),
        Just("resource.is_assigned".to_owned()),
        Just("resource.desk == principal.desk".to_owned()),
        Just("principal.is_trained".to_owned()),
        Just("context.has_reason".to_owned()),
        role.prop_map(|r| format!("principal.role == \"{}\"", r.id())),
        kind.prop_map(|k| format!("principal.desk_kind == \"{}\"", k.id())),
        sphere.prop_map(|s| format!("resource.sphere == \"{}\"", s.id())),
    ]
}

fn permit() -> impl Strategy<Value = String> {
    let actions = proptest::collection::vec(proptest::sample::select(Action::ALL), 0..4);
    let conditions = proptest::collection::vec(condition(), 0..3);
    (actions, conditions).prop_map(|(actions, conditions)| {
        let named: Vec<String> =
            actions.iter().map(|a| format!("Action::\"{}\"", a.id())).collect();
        let action = if named.is_empty() {
            "action".to_owned()
        } else {
            format!("action in [{}]", named.join(", "))
        };
        let when = if conditions.is_empty() {
            String::new()
        } else {
            format!(" when {{ {} }}", conditions.join(" || "))
        };
        format!("permit (principal, {action}, resource){when};")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    // proves: P-04
    #[test]
    fn p04_no_further_permit_opens_help_or_labour_to_enforcement(
        permits in proptest::collection::vec(permit(), 1..5),
        who in 0_usize..24,
    ) {
        let mut text = String::new();
        for (n, permit) in permits.iter().enumerate() {
            text += &format!("@id(\"further-{n}\") {permit}\n");
        }
        let gate = Gate::with_further_policies(&text).unwrap();
        let persona = &enforcement()[who % enforcement().len()];
        for action in Action::ALL {
            for thing in things(action.kind()) {
                let answer = gate.decide_in(persona, *action, &thing, STATED_AND_FRESH, &clock());
                prop_assert!(answer.is_err(), "{persona:?} {action:?} {thing:?}\n{text}");
            }
        }
    }
}
