//! Organisations, desks and officers, for the administrator.

use super::cases::said;
use super::sheets::sheets_page;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::{Action, DeskKind, Role};
use lexicon::ids::{DeskId, OfficerId};
use lexicon::language::{ENGLISH, LANGUAGES};
use lexicon::{Complaint, Language, Phrase};
use serde::Deserialize;
use std::sync::Arc;
use workflow::add_officer::{
    DeskLine, NewOfficer, OfficerLine, Sheet, add_desk, add_officer, list_desks, roles_at, see_desk,
};
use workflow::remove_officer::{Leaving, before_removal, remove_officer};
use workflow::renew_officer::renew_officer;
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/desks", Action::DeskManage, || get(list)),
    Route::get("/desks/new", Action::DeskManage, || get(new_desk)),
    Route::post("/desks/new", Action::DeskManage, || post(make_desk)),
    Route::get("/desks/{id}", Action::DeskManage, || get(show)),
    Route::get("/desks/{id}/new", Action::DeskManage, || get(new_officer)),
    Route::post("/desks/{id}/new", Action::DeskManage, || post(make_officer)),
    Route::get("/desks/officers/{officer}/leave", Action::DeskManage, || get(ask_to_remove)),
    Route::post("/desks/officers/{officer}/leave", Action::DeskManage, || post(remove)),
    Route::get("/desks/officers/{officer}/renew", Action::DeskManage, || get(ask_to_renew)),
    Route::post("/desks/officers/{officer}/renew", Action::DeskManage, || post(renew)),
];

#[derive(Template)]
#[template(path = "desks.html")]
struct DesksPage {
    t: Texts,
    shell: StaffShell,
    /// Desks of each organisation, by its name.
    organisations: Vec<(String, Vec<DeskLine>)>,
}

impl DesksPage {
    fn at_work(&self, desk: &DeskLine) -> usize {
        desk.at_work().count()
    }

    fn waiting(&self, desk: &DeskLine) -> usize {
        desk.at_work().filter(|officer| officer.is_waiting).count()
    }
}

async fn list(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let mut organisations: Vec<(String, Vec<DeskLine>)> = Vec::new();
    for desk in list_desks(&node, &officer.signed).await? {
        match organisations.iter_mut().find(|(name, _)| *name == desk.organisation) {
            Some((_, desks)) => desks.push(desk),
            None => organisations.push((desk.organisation.clone(), vec![desk])),
        }
    }
    organisations.sort_by(|a, b| a.0.cmp(&b.0));
    page(&DesksPage { t: officer.t(), shell: officer.shell(), organisations })
}

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    t: Texts,
    shell: StaffShell,
    desk: DeskLine,
    /// Somebody was removed a moment ago.
    is_removed: bool,
}

impl DeskPage {
    /// Officers at work, role by role.
    fn by_role(&self) -> Vec<(Role, Vec<&OfficerLine>)> {
        let of = |role: &Role| self.desk.at_work().filter(|o| o.role == *role).collect::<Vec<_>>();
        let all = Role::ALL.iter().map(|role| (*role, of(role)));
        all.filter(|(_, officers)| !officers.is_empty()).collect()
    }

    fn waiting(&self) -> usize {
        self.desk.at_work().filter(|officer| officer.is_waiting).count()
    }

    fn left(&self) -> impl Iterator<Item = &OfficerLine> {
        self.desk.officers.iter().filter(|officer| officer.state == "left")
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    removed: String,
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let desk = see_desk(&node, &officer.signed, desk_id(&id)?).await?;
    let is_removed = !after.removed.is_empty();
    page(&DeskPage { t: officer.t(), shell: officer.shell(), desk, is_removed })
}

fn desk_id(id: &str) -> Result<DeskId, Failure> {
    DeskId::parse(id).ok_or_else(Failure::not_found)
}

/// What was typed into the form of an officer, and what was wrong with it.
#[derive(Default)]
struct Typed {
    fields: Option<Fields>,
    errors: Vec<(String, String)>,
}

impl Typed {
    fn typed(&self, field: &str) -> &str {
        self.fields.as_ref().map_or("", |fields| fields.get(field))
    }

    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }
}

impl Typed {
    /// The complaints for the top of the page, each with its field's label.
    fn told(&self, t: Texts) -> Vec<(String, String)> {
        let label = |field: &str| match field {
            "role" => t.say("officer-role"),
            "organisation" => t.say("desk-organisation"),
            "desk" => t.say("desk-name"),
            other => t.coded("first-run", other),
        };
        let told = |(field, said): &(String, String)| {
            let said = t.with2("error-at", ("field", label(field)), ("said", said));
            (field.clone(), said)
        };
        self.errors.iter().map(told).collect()
    }
}

/// Languages that an officer can have, tag and name.
fn languages() -> Vec<(String, String)> {
    LANGUAGES.iter().map(|l| (l.tag.to_owned(), l.name.to_owned())).collect()
}

/// The officer of a sent form. A role that is not chosen is never guessed; what else is missing
/// is told in the same breath.
fn officer_of(fields: &Fields) -> Result<NewOfficer, Refusal> {
    let Some(role) = Role::parse(fields.get("role")) else {
        let names = ["shown-name", "sign-in-name", "staff-id"].into_iter();
        let missing = names.filter(|name| fields.get(name).trim().is_empty());
        let told = missing.map(|name| (name, "officer-field-missing"));
        let told = told.chain([("role", "error-field-choice")]);
        let told = told.map(|(field, key)| Complaint::new(0, field, Phrase::new(key)));
        return Err(Refusal::fields(told.collect()));
    };
    Ok(NewOfficer {
        staff_id: fields.get("staff-id").to_owned(),
        sign_in_name: fields.get("sign-in-name").to_owned(),
        shown_name: fields.get("shown-name").to_owned(),
        role,
        is_trained: fields.has("trained"),
        language: Language::find(fields.get("language")).unwrap_or(ENGLISH),
        passphrase: None,
    })
}

#[derive(Template)]
#[template(path = "desk_new.html")]
struct NewDeskPage {
    t: Texts,
    shell: StaffShell,
    /// Chosen on a page of its own, because the roles depend on it.
    kind: Option<DeskKind>,
    /// Id, label and sphere of each kind.
    kinds: Vec<(&'static str, String, String)>,
    /// Value and label of each organisation there is, a new one first.
    organisations: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl NewDeskPage {
    async fn new(
        node: &Node,
        officer: &Officer,
        kind: Option<DeskKind>,
        typed: Typed,
    ) -> Result<Self, Failure> {
        let t = officer.t();
        let mut names: Vec<String> = Vec::new();
        names.extend(list_desks(node, &officer.signed).await?.into_iter().map(|d| d.organisation));
        names.sort();
        names.dedup();
        let mut organisations = vec![(String::new(), t.say("desk-organisation-another"))];
        organisations.extend(names.into_iter().map(|name| (name.clone(), name)));
        let kinds = DeskKind::ALL.iter().map(|kind| {
            let sphere = t.coded("sphere", kind.sphere().id());
            (kind.id(), t.coded("desk-kind", kind.id()), sphere)
        });
        Ok(Self {
            kinds: kinds.collect(),
            shell: officer.shell(),
            t,
            kind,
            organisations,
            languages: languages(),
            errors: typed.told(t),
            typed,
        })
    }

    fn typed(&self, field: &str) -> &str {
        self.typed.typed(field)
    }

    fn error(&self, field: &str) -> &str {
        self.typed.error(field)
    }

    /// The roles of the kind; the first officer holds the key, so never the administrator.
    fn roles(&self) -> Vec<Role> {
        let all = self.kind.into_iter().flat_map(roles_at);
        all.filter(|role| *role != Role::Administrator).collect()
    }

    fn is_role(&self, role: &Role) -> bool {
        self.typed("role") == role.id() || self.roles().len() == 1
    }

    fn chosen_language(&self) -> &str {
        let typed = self.typed("language");
        if typed.is_empty() { self.t.language.tag } else { typed }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    kind: String,
    /// The choice was sent.
    asked: String,
}

async fn new_desk(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let kind = DeskKind::parse(&wanted.kind);
    let form = NewDeskPage::new(&node, &officer, kind, Typed::default()).await?;
    if kind.is_some() || wanted.asked.is_empty() {
        return page(&form);
    }
    let errors = vec![("kind".to_owned(), form.t.say("error-field-choice"))];
    page_again(&NewDeskPage { errors, ..form })
}

async fn make_desk(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    let kind = DeskKind::parse(fields.get("kind")).ok_or_else(Failure::bad_input)?;
    let known = fields.get("known");
    let organisation = if known.is_empty() { fields.get("organisation") } else { known };
    let named = (organisation, kind, fields.get("desk"));
    let made = match officer_of(&fields) {
        Ok(first) => add_desk(&node, &officer.signed, named, first).await,
        Err(refusal) => Err(refusal),
    };
    match made {
        Ok(sheet) => sheet_page(&officer, sheet, "sheets-next-first"),
        Err(refusal) => {
            let typed = again(&officer, fields, refusal)?;
            page_again(&NewDeskPage::new(&node, &officer, Some(kind), typed).await?)
        }
    }
}

/// The form once more with its complaints, or the failure.
fn again(officer: &Officer, fields: Fields, refusal: Refusal) -> Result<Typed, Failure> {
    if refusal.kind != RefusalKind::BadInput {
        return Err(refusal.into());
    }
    Ok(Typed { errors: said(&officer.t(), &refusal.fields), fields: Some(fields) })
}

fn sheet_page(officer: &Officer, sheet: Sheet, help: &str) -> Result<Response, Failure> {
    let t = officer.t();
    let way = (format!("/desks/{}", sheet.desk), t.say("sheets-back"));
    sheets_page(t, officer.shell(), vec![sheet], (t.say(help), way))
}

#[derive(Template)]
#[template(path = "officer_new.html")]
struct NewOfficerPage {
    t: Texts,
    shell: StaffShell,
    desk: DeskLine,
    languages: Vec<(String, String)>,
    typed: Typed,
    errors: Vec<(String, String)>,
}

impl NewOfficerPage {
    async fn new(
        node: &Node,
        officer: &Officer,
        id: DeskId,
        typed: Typed,
    ) -> Result<Self, Failure> {
        let desk = see_desk(node, &officer.signed, id).await?;
        let (t, shell) = (officer.t(), officer.shell());
        let errors = typed.told(t);
        Ok(Self { t, shell, desk, languages: languages(), typed, errors })
    }

    fn typed(&self, field: &str) -> &str {
        self.typed.typed(field)
    }

    fn error(&self, field: &str) -> &str {
        self.typed.error(field)
    }

    fn roles(&self) -> Vec<Role> {
        roles_at(self.desk.kind).collect()
    }

    fn is_role(&self, role: &Role) -> bool {
        self.typed("role") == role.id() || self.roles().len() == 1
    }

    fn chosen_language(&self) -> &str {
        let typed = self.typed("language");
        if typed.is_empty() { self.t.language.tag } else { typed }
    }
}

async fn new_officer(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&NewOfficerPage::new(&node, &officer, desk_id(&id)?, Typed::default()).await?)
}

async fn make_officer(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = desk_id(&id)?;
    let made = match officer_of(&fields) {
        Ok(new) => add_officer(&node, &officer.signed, id, new).await,
        Err(refusal) => Err(refusal),
    };
    match made {
        Ok(sheet) => sheet_page(&officer, sheet, "sheets-next"),
        Err(refusal) => {
            let typed = again(&officer, fields, refusal)?;
            page_again(&NewOfficerPage::new(&node, &officer, id, typed).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "officer_leave.html")]
struct LeavePage {
    t: Texts,
    shell: StaffShell,
    leaving: Leaving,
}

fn officer_id(id: &str) -> Result<OfficerId, Failure> {
    OfficerId::parse(id).ok_or_else(Failure::not_found)
}

async fn ask_to_remove(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let leaving = before_removal(&node, &officer.signed, officer_id(&id)?).await?;
    page(&LeavePage { t: officer.t(), shell: officer.shell(), leaving })
}

async fn remove(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = officer_id(&id)?;
    let leaving = before_removal(&node, &officer.signed, id).await?;
    match remove_officer(&node, &officer.signed, id).await {
        Ok(()) => go(&format!("/desks/{}?removed=1", leaving.desk.id)),
        // The page says what stands in the way.
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            page_again(&LeavePage { t: officer.t(), shell: officer.shell(), leaving })
        }
        Err(refusal) => Err(refusal.into()),
    }
}

#[derive(Template)]
#[template(path = "officer_renew.html")]
struct RenewPage {
    t: Texts,
    shell: StaffShell,
    leaving: Leaving,
    /// Why there is no new sheet.
    obstacle: Option<String>,
}

async fn ask_to_renew(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let leaving = before_removal(&node, &officer.signed, officer_id(&id)?).await?;
    page(&RenewPage { t: officer.t(), shell: officer.shell(), leaving, obstacle: None })
}

async fn renew(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = officer_id(&id)?;
    let leaving = before_removal(&node, &officer.signed, id).await?;
    match renew_officer(&node, &officer.signed, id).await {
        Ok(sheet) => sheet_page(&officer, sheet, "officer-renew-next"),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let t = officer.t();
            let obstacle = said(&t, &refusal.fields).into_iter().next().map(|(_, said)| said);
            page_again(&RenewPage { t, shell: officer.shell(), leaving, obstacle })
        }
        Err(refusal) => Err(refusal.into()),
    }
}
