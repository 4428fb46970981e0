//! The first run of an empty node: the code of the terminal makes the first three officers, whose
//! sheets are shown once.

use super::cases::said;
use super::sheets::sheets_page;
use crate::fields::Fields;
use crate::{Failure, Route, StaffShell, Texts, csrf, go, language, page, page_again};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use axum::routing::{get, post};
use lexicon::Language;
use std::sync::Arc;
use workflow::add_officer::NewOfficer;
use workflow::set_up_node::{FirstRun, is_empty, set_up_node};
use workflow::{Node, RefusalKind};
use zeroize::Zeroizing;

/// The doors of this page.
pub const ROUTES: &[Route] =
    &[Route::open_get("/first-run", || get(show)), Route::open_post("/first-run", || post(make))];

/// The three officers, in the order of the form.
const OFFICERS: [&str; 3] = ["coordinator", "administrator", "oversight"];
const OFFICER_FIELDS: [&str; 3] = ["staff-id", "sign-in-name", "shown-name"];

/// One group of fields: id, and (field id, label key, value).
struct Group {
    id: &'static str,
    fields: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "first_run.html")]
struct FirstRunPage {
    t: Texts,
    shell: StaffShell,
    groups: Vec<Group>,
    errors: Vec<(String, String)>,
}

impl FirstRunPage {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

fn frame(node: &Node, uri: &Uri, headers: &HeaderMap) -> (Texts, StaffShell) {
    let language = language::of(uri, headers);
    (Texts::new(language), StaffShell::before_sign_in(language, csrf::before_sign_in(node)))
}

/// The form; the values typed before stand in it again.
fn form(
    t: Texts,
    shell: StaffShell,
    fields: Option<&Fields>,
    errors: Vec<(String, String)>,
) -> FirstRunPage {
    let value = |id: &str| fields.map_or(String::new(), |f| f.get(id).to_owned());
    let group = |n: usize, id: &'static str| {
        let office = match n {
            0 => Some("office"),
            2 => Some("oversight-body"),
            _ => None,
        };
        let mut all: Vec<_> = office
            .into_iter()
            .map(|id| (id.to_owned(), format!("first-run-{id}"), value(id)))
            .collect();
        all.extend(OFFICER_FIELDS.map(|field| {
            let id = format!("{n}-{field}");
            (id.clone(), format!("first-run-{field}"), value(&id))
        }));
        Group { id, fields: all }
    };
    let groups = OFFICERS.into_iter().enumerate().map(|(n, id)| group(n, id)).collect();
    FirstRunPage { t, shell, groups, errors }
}

async fn show(
    State(node): State<Arc<Node>>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if !is_empty(&node).await? {
        return go("/sign-in");
    }
    let (t, shell) = frame(&node, &uri, &headers);
    page(&form(t, shell, None, Vec::new()))
}

async fn make(
    State(node): State<Arc<Node>>,
    uri: Uri,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Failure> {
    let (t, shell) = frame(&node, &uri, &headers);
    let officer = |n: usize| new_officer(&fields, n, t.language);
    let first = FirstRun {
        code: Zeroizing::new(fields.get("code").to_owned()),
        office: fields.get("office").to_owned(),
        coordinator: officer(0),
        administrator: officer(1),
        oversight_body: fields.get("oversight-body").to_owned(),
        overseer: officer(2),
    };
    match set_up_node(&node, first).await {
        Ok(sheets) => {
            let way = ("/sign-in".to_owned(), t.say("door-title"));
            sheets_page(t, shell, sheets, (String::new(), way))
        }
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let errors = said(&t, &refusal.fields);
            page_again(&form(t, shell, Some(&fields), errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn new_officer(fields: &Fields, n: usize, language: Language) -> NewOfficer {
    let field = |name: &str| fields.get(&format!("{n}-{name}")).to_owned();
    NewOfficer {
        staff_id: field("staff-id"),
        sign_in_name: field("sign-in-name"),
        shown_name: field("shown-name"),
        role: guard::Role::Oversight,
        is_trained: false,
        language,
        passphrase: None,
    }
}
