//! The destinations of each role: at most six, the first is what the person comes for. What a
//! role may not use is absent, never greyed.

use crate::officer::Officer;
use crate::routes;
use crate::shell::Destination;

/// Key of the label, address.
type Place = (&'static str, &'static str);

const HINTS: Place = ("nav-hints", "/hints");
const CASES: Place = ("nav-cases", "/cases");
const MY_CASES: Place = ("nav-my-cases", "/cases");
const INQUIRIES: Place = ("nav-inquiries", "/cases");
const SCREENING: Place = ("nav-screening", "/screenings");
const HAND_OVERS: Place = ("nav-hand-overs", "/hand-overs");
const PICTURE: Place = ("nav-picture", "/picture");
const SETS: Place = ("nav-sets", "/sets");
const OPENINGS: Place = ("nav-openings", "/openings");
const OFFICERS: Place = ("nav-officers", "/officers");
const SET_UP: Place = ("nav-set-up", "/set-up");

/// Places of a role, in order.
fn places(role: &str) -> &'static [Place] {
    match role {
        "responder" => &[SCREENING, HINTS, PICTURE],
        "triage" => &[HINTS, CASES, SCREENING, PICTURE],
        "caseworker" => &[MY_CASES, HINTS, SCREENING, PICTURE],
        "investigator" => &[INQUIRIES, HINTS, PICTURE],
        "analyst" => &[SETS, PICTURE],
        "coordinator" => &[PICTURE, SETS, HINTS, CASES],
        "oversight" => &[OPENINGS, PICTURE],
        "administrator" => &[OFFICERS, SET_UP, PICTURE],
        "protection-officer" => &[HAND_OVERS, PICTURE],
        "enforcement-officer" => &[PICTURE],
        _ => &[],
    }
}

/// The bar of an officer. A place whose page the house lacks is left out.
pub fn destinations(officer: &Officer) -> Vec<Destination> {
    let is_built = |place: &&Place| routes::exists(place.1);
    let destination = |&(key, path): &Place| Destination {
        key,
        path,
        count: officer.waiting.iter().find(|(at, _)| *at == path).map_or(0, |(_, count)| *count),
        is_current: officer.path == path || officer.path.starts_with(&format!("{path}/")),
    };
    places(officer.signed.officer.role.id()).iter().filter(is_built).map(destination).collect()
}

/// The page an officer sees first.
pub fn first_page(role: &str) -> &'static str {
    let built = places(role).iter().find(|place| routes::exists(place.1));
    built.map_or("/picture", |place| place.1)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn no_role_has_more_than_six_destinations() {
        let roles = "responder triage caseworker investigator analyst coordinator oversight \
                     administrator protection-officer enforcement-officer";
        for role in roles.split_whitespace() {
            assert!((1..=6).contains(&places(role).len()), "{role}");
        }
        assert!(places("stranger").is_empty());
    }
}
