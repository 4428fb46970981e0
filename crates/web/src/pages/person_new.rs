//! A person is entered into a case.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::country::Country;
use lexicon::ids::CaseId;
use protection::person::{AGE_GROUPS, FactCodes, Identity, SEXES};
use std::sync::Arc;
use workflow::add_person::{add_person, need_own_openers};
use workflow::see_case::see_case;
use workflow::sign_set_up::need_own_set_up;
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/persons/new", Action::PersonCreate, || get(new)),
    Route::post("/cases/{id}/persons/new", Action::PersonCreate, || post(add)),
];

/// Fields that are sealed, and whether they have one line.
const IDENTITY: [&str; 8] =
    ["name", "other-names", "born", "place", "kin", "phone", "papers", "safe-contact"];

/// A choice of coded values: field, options, what is chosen.
struct Choice {
    field: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
}

#[derive(Template)]
#[template(path = "person_new.html")]
struct PersonPage {
    t: Texts,
    shell: StaffShell,
    id: CaseId,
    alias: String,
    identity: Vec<(&'static str, String)>,
    choices: Vec<Choice>,
    errors: Vec<(String, String)>,
}

impl PersonPage {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

async fn person_page(
    node: &Node,
    officer: &Officer,
    id: CaseId,
    (fields, errors): (&Fields, Vec<(String, String)>),
) -> Result<PersonPage, Failure> {
    let case = see_case(node, &officer.signed, id).await?;
    if !case.can.add_person {
        return Err(Refusal::not_allowed().into());
    }
    need_own_set_up(node, &officer.signed).await?;
    need_own_openers(node, &officer.signed).await?;
    let t = officer.t();
    Ok(PersonPage {
        shell: officer.shell(),
        id,
        alias: case.alias,
        identity: IDENTITY.map(|field| (field, fields.get(field).to_owned())).to_vec(),
        choices: choices(node, &t, fields).await?,
        t,
        errors,
    })
}

async fn choices(node: &Node, t: &Texts, fields: &Fields) -> Result<Vec<Choice>, Failure> {
    let coded = |topic: &str, codes: &[&str]| -> Vec<(String, String)> {
        codes.iter().map(|code| ((*code).to_owned(), t.coded(topic, code))).collect()
    };
    let mut countries: Vec<_> = Country::all()
        .iter()
        .map(|country| (country.alpha2.to_string(), country.name(t.language)))
        .collect();
    countries.sort_by(|a, b| a.1.cmp(&b.1));
    let mut forms: Vec<_> = workflow::rules::form_ids(node)
        .await?
        .into_iter()
        .map(|form| (form.clone(), t.coded("form", form)))
        .collect();
    forms.sort_by(|a, b| a.1.cmp(&b.1));
    let missing = coded("answer", &["not-asked", "unknown", "refused"]);
    let choice = |field: &'static str, mut options: Vec<(String, String)>| {
        options.splice(0..0, missing.iter().cloned());
        Choice { field, options, chosen: fields.get(field).to_owned() }
    };
    Ok(vec![
        choice("sex", coded("person-sex", &SEXES)),
        choice("age-group", coded("person-age", &AGE_GROUPS)),
        choice("citizenship", countries.clone()),
        choice("exploitation-country", countries),
        choice("phenomenon", coded("case-classify", &["tip", "som"])),
        choice("form", forms),
    ])
}

async fn new(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = CaseId::parse(&id).ok_or_else(Failure::not_found)?;
    let nothing = Fields::read(b"").ok_or_else(Failure::bad_input)?;
    page(&person_page(&node, &officer, id, (&nothing, Vec::new())).await?)
}

async fn add(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = CaseId::parse(&id).ok_or_else(Failure::not_found)?;
    let text = |field: &str| fields.get(field).trim().to_owned();
    let identity = Identity {
        name: text("name"),
        other_names: text("other-names"),
        born: text("born"),
        phone: text("phone"),
        papers: text("papers"),
        safe_contact: text("safe-contact"),
        kin: text("kin"),
        place: text("place"),
    };
    let codes = FactCodes {
        sex: fields.get("sex"),
        age_group: fields.get("age-group"),
        citizenship: fields.get("citizenship"),
        exploitation_country: fields.get("exploitation-country"),
        form: fields.get("form"),
        phenomenon: fields.get("phenomenon"),
    };
    match add_person(&node, &officer.signed, id, (&identity, &codes)).await {
        Ok(_) => go(&format!("/cases/{id}")),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let errors = said(&officer.t(), &refusal.fields);
            page_again(&person_page(&node, &officer, id, (&fields, errors)).await?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
