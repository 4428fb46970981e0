//! The rights table: persona × action × sphere × (desk, state, assigned), as a reviewed file.
//!
//! After a change of a policy, look at the difference; when it is what was meant, write the file
//! anew with `GATE_TABLE=write cargo test -p guard gate_table`.

use crate::world::{STATED_AND_FRESH, clock, officer};
use guard::gate::Circumstances;
use guard::{Action, DeskKind, Gate, Officer, Role, Thing};
use lexicon::Sphere;
use lexicon::ids::DeskId;
use std::fmt::Write;

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/goldens/gate-table.txt");

const HEAD: &str = "\
# Who may do what. One block a persona (role @ kind of desk), one line an action, one column a
# sphere of the thing. In a cell:
#   -            nothing                      own / other   things held by the own / another desk
#   own*         only things assigned to the officer
#   own[a,b]     only things in state a or b
# Trained to decide screenings, unless the persona says untrained. An action without a single
# permission stands in the line 'nothing of'. Identities are asked for with a stated reason and a
# fresh proof.
";

const PERSONAS: &[(DeskKind, Role)] = &[
    (DeskKind::Hospital, Role::Responder),
    (DeskKind::LabourInspectorate, Role::Responder),
    (DeskKind::Police, Role::Responder),
    (DeskKind::BorderGuard, Role::Responder),
    (DeskKind::Coordination, Role::Triage),
    (DeskKind::Police, Role::Triage),
    (DeskKind::Ngo, Role::Caseworker),
    (DeskKind::Shelter, Role::Caseworker),
    (DeskKind::ChildProtection, Role::Caseworker),
    (DeskKind::LabourInspectorate, Role::Caseworker),
    (DeskKind::Police, Role::Investigator),
    (DeskKind::Inquiry, Role::Investigator),
    (DeskKind::Prosecution, Role::Investigator),
    (DeskKind::Fiu, Role::Analyst),
    (DeskKind::Coordination, Role::Coordinator),
    (DeskKind::Protection, Role::ProtectionOfficer),
    (DeskKind::Protection, Role::Caseworker),
    (DeskKind::ImmigrationEnforcement, Role::EnforcementOfficer),
    (DeskKind::ImmigrationEnforcement, Role::Caseworker),
    (DeskKind::ImmigrationEnforcement, Role::Coordinator),
    (DeskKind::ImmigrationEnforcement, Role::Administrator),
    (DeskKind::Oversight, Role::Oversight),
    (DeskKind::Coordination, Role::Oversight),
    (DeskKind::Coordination, Role::Administrator),
];

fn circumstances(action: Action) -> Circumstances {
    if action == Action::PersonOpen { STATED_AND_FRESH } else { Circumstances::ORDINARY }
}

fn is_permitted(gate: &Gate, officer: &Officer, action: Action, thing: &Thing) -> bool {
    gate.decide_in(officer, action, thing, circumstances(action), &clock()).is_ok()
}

fn cell(gate: &Gate, officer: &Officer, action: Action, sphere: Sphere) -> String {
    let mut parts = Vec::new();
    for (name, desk) in [("own", officer.desk), ("other", DeskId::from_bytes([3; 16]))] {
        for (mark, assigned) in [("", vec![false, true]), ("*", vec![true])] {
            let kind = action.kind();
            let states: Vec<&str> = kind
                .states()
                .iter()
                .copied()
                .filter(|state| {
                    assigned.iter().all(|is_assigned| {
                        let thing = Thing {
                            kind,
                            id: [9; 16],
                            desk,
                            sphere,
                            state: (*state).to_owned(),
                            is_assigned: *is_assigned,
                        };
                        is_permitted(gate, officer, action, &thing)
                    })
                })
                .collect();
            if states.is_empty() {
                continue;
            }
            let is_every_state = states.len() == kind.states().len();
            let listed =
                if is_every_state { String::new() } else { format!("[{}]", states.join(",")) };
            parts.push(format!("{name}{mark}{listed}"));
            break;
        }
    }
    if parts.is_empty() { "-".to_owned() } else { parts.join("+") }
}

fn block(gate: &Gate, officer: &Officer, title: &str) -> String {
    let mut text = format!("\n{title}\n");
    let mut nothing = Vec::new();
    for action in Action::ALL {
        let cells: Vec<String> =
            Sphere::ALL.iter().map(|sphere| cell(gate, officer, *action, *sphere)).collect();
        if cells.iter().all(|c| c == "-") {
            nothing.push(action.id());
            continue;
        }
        let same = cells.iter().all(|c| *c == cells[0]);
        let shown = if same {
            format!("every sphere: {}", cells[0])
        } else {
            let pairs = Sphere::ALL.iter().zip(&cells);
            pairs.map(|(s, c)| format!("{}: {c}", s.id())).collect::<Vec<_>>().join("  ")
        };
        writeln!(text, "  {:<18} {shown}", action.id()).unwrap();
    }
    for (i, part) in nothing.chunks(6).enumerate() {
        let label = if i == 0 { "nothing of" } else { "" };
        writeln!(text, "  {label:<18} {}", part.join(" ")).unwrap();
    }
    text
}

fn table() -> String {
    let gate = Gate::new().unwrap();
    let mut text = HEAD.to_owned();
    for (kind, role) in PERSONAS {
        let persona = officer(*kind, *role);
        let title = format!("{} @ {} ({})", role.id(), kind.id(), persona.sphere().id());
        text += &block(&gate, &persona, &title);
    }
    let untrained = Officer { is_trained: false, ..officer(DeskKind::Shelter, Role::Caseworker) };
    text += &block(&gate, &untrained, "caseworker @ shelter (help), untrained");
    text
}

// proves: P-04, P-06, row 8.3
#[test]
fn p06_gate_table_is_the_reviewed_one() {
    let now = table();
    if std::env::var("GATE_TABLE").as_deref() == Ok("write") {
        std::fs::write(GOLDEN, &now).unwrap();
    }
    let reviewed = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    for (n, (a, b)) in now.lines().zip(reviewed.lines()).enumerate() {
        assert_eq!(a, b, "line {} of tests/goldens/gate-table.txt", n + 1);
    }
    assert_eq!(now.lines().count(), reviewed.lines().count(), "lines of gate-table.txt");
}

// proves: P-04
#[test]
fn p04_a_list_equals_filtering_everything() {
    let gate = Gate::new().unwrap();
    for (kind, role) in PERSONAS {
        let persona = officer(*kind, *role);
        let desks = [
            (persona.desk, persona.sphere()),
            (DeskId::from_bytes([3; 16]), Sphere::Help),
            (DeskId::from_bytes([4; 16]), Sphere::Police),
        ];
        for action in [Action::HintList, Action::CaseList] {
            let listed = gate.permitted(&persona, action, &desks);
            let mut filtered = 0;
            for (desk, sphere) in desks {
                for state in action.kind().states() {
                    for is_assigned in [false, true] {
                        let thing = Thing {
                            kind: action.kind(),
                            id: [7; 16],
                            desk,
                            sphere,
                            state: (*state).to_owned(),
                            is_assigned,
                        };
                        let row = gate.decide(&persona, action, &thing, &clock()).is_ok();
                        let in_list = listed.iter().any(|p| {
                            p.desk == desk
                                && p.sphere == sphere
                                && p.state == *state
                                && p.is_assigned == is_assigned
                        });
                        assert_eq!(row, in_list, "{role:?} {kind:?} {action:?} {thing:?}");
                        filtered += usize::from(row);
                    }
                }
            }
            assert_eq!(filtered, listed.len());
        }
    }
}

// proves: row 8.12
#[test]
fn every_rule_that_forbids_says_why_in_every_language() {
    let policies = include_str!("../../../../policies/firewall.cedar");
    let ids: Vec<&str> = policies
        .lines()
        .filter_map(|line| line.strip_prefix("@id(\"")?.strip_suffix("\")"))
        .collect();
    assert!(ids.len() > 10, "{ids:?}");
    for language in lexicon::language::LANGUAGES {
        for id in ids.iter().map(|id| format!("guard-denied-{id}")) {
            assert!(lexicon::phrase::has(language, &id), "{} lacks {id}", language.tag);
        }
    }
}
