//! The destinations of each role: at most six, the first is what the person comes for. What a
//! role may not use is absent, never greyed.

use crate::officer::Officer;
use crate::routes;
use crate::shell::Destination;
use guard::Action;
use workflow::{Node, Signed};

/// One destination.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Key of the label.
    key: &'static str,
    pub path: &'static str,
    /// What the gate must permit at the own desk.
    action: Action,
}

const fn place(key: &'static str, path: &'static str, action: Action) -> Place {
    Place { key, path, action }
}

const HINTS: Place = place("nav-hints", "/hints", Action::HintList);
/// Who meets people first takes hints and sees no list; the list sends on to the form.
const NEW_HINT: Place = place("nav-hints", "/hints", Action::HintCreate);
const CASES: Place = place("nav-cases", "/cases", Action::CaseList);
const MY_CASES: Place = place("nav-my-cases", "/cases", Action::CaseList);
const FIND: Place = place("nav-find", "/find", Action::PersonSearch);
const INQUIRIES: Place = place("nav-inquiries", "/cases", Action::CaseList);
const SCREENING: Place = place("nav-screening", "/screenings", Action::ScreeningView);
const HAND_OVERS: Place = place("nav-hand-overs", "/hand-overs", Action::HintHandOver);
const PICTURE: Place = place("nav-picture", "/picture", Action::PictureView);
const SETS: Place = place("nav-sets", "/sets", Action::SetImport);
const OVERSIGHT: Place = place("nav-oversight", "/oversight", Action::LedgerReview);
const OPENINGS: Place = place("nav-openings", "/openings", Action::LedgerView);
const DESKS: Place = place("nav-desks", "/desks", Action::DeskManage);
const OWN_DESK: Place = place("nav-own-desk", "/desk", Action::DeskLetIn);
const SET_UP: Place = place("nav-set-up", "/set-up", Action::SetupSign);
const RULES: Place = place("nav-rules", "/rules", Action::RulesView);
const GUARD: Place = place("nav-guard", "/guard", Action::OfficerFreeze);

/// Places of a role, in order.
fn places(role: &str) -> &'static [Place] {
    match role {
        "responder" => &[SCREENING, NEW_HINT, PICTURE, OWN_DESK],
        "triage" => &[HINTS, CASES, SCREENING, PICTURE, OWN_DESK, RULES],
        "caseworker" => &[MY_CASES, FIND, HINTS, SCREENING, PICTURE, OWN_DESK],
        "investigator" => &[INQUIRIES, FIND, HINTS, PICTURE, OWN_DESK],
        "analyst" => &[SETS, PICTURE, OWN_DESK],
        "coordinator" => &[PICTURE, SETS, HINTS, CASES, OWN_DESK, RULES],
        "oversight" | "oversight-head" => &[OVERSIGHT, OPENINGS, GUARD, RULES, OWN_DESK],
        "administrator" => &[DESKS, GUARD, SET_UP, RULES, PICTURE],
        "protection-officer" => &[HAND_OVERS, PICTURE, OWN_DESK],
        "enforcement-officer" => &[PICTURE, OWN_DESK],
        _ => &[],
    }
}

/// The places of the officer's role that are built and that the gate permits.
pub fn open_to(node: &Node, signed: &Signed) -> Vec<Place> {
    let officer = &signed.officer;
    let own = [(officer.desk, officer.sphere())];
    let is_open = |place: &&Place| {
        routes::exists(place.path) && !node.gate.permitted(officer, place.action, &own).is_empty()
    };
    places(officer.role.id()).iter().filter(is_open).copied().collect()
}

/// The bar of an officer.
pub fn destinations(officer: &Officer) -> Vec<Destination> {
    let destination = |&Place { key, path, .. }: &Place| Destination {
        key,
        path,
        count: officer.waiting.iter().find(|(at, _)| *at == path).map_or(0, |(_, count)| *count),
        is_current: officer.path == path || officer.path.starts_with(&format!("{path}/")),
    };
    officer.places.iter().map(destination).collect()
}

/// Whether the gate permits something at the own desk: to show or leave out a link.
pub fn may(node: &Node, signed: &Signed, action: Action) -> bool {
    let own = [(signed.officer.desk, signed.officer.sphere())];
    !signed.is_waiting() && !node.gate.permitted(&signed.officer, action, &own).is_empty()
}

/// Where the officer reads what waits to be read: the oversight body on its first page.
pub fn alarms_at(officer: &Officer) -> &'static str {
    let is_oversight = officer.places.iter().any(|place| place.path == OVERSIGHT.path);
    if is_oversight { OVERSIGHT.path } else { "/alarms" }
}

/// The page an officer sees first.
pub fn first_page(officer: &Officer) -> &'static str {
    officer.places.first().map_or("/settings", |place| place.path)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn no_role_has_more_than_six_destinations() {
        let roles = "responder triage caseworker investigator analyst coordinator oversight \
                     oversight-head administrator protection-officer enforcement-officer";
        for role in roles.split_whitespace() {
            assert!((1..=6).contains(&places(role).len()), "{role}");
        }
        assert!(places("stranger").is_empty());
    }
}
