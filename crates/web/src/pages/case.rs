//! One case: its core, the part of the officer's desk, and what can be done next.

use super::cases::said;
use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page, page_again};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::{CaseId, DeskId};
use protection::case::{CaseState, EditOutcome, Phenomenon, Reclassification};
use std::sync::Arc;
use workflow::change_case::{NewClass, move_case, reclassify_case};
use workflow::edit_slice::{Edit, Keep, edit_slice, settle_rivals};
use workflow::give_part::{NewPart, give_part};
use workflow::hand_over_hint::Ground;
use workflow::see_case::{GivenPart, SeenCase, see_case};
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}", Action::CaseOpen, || get(show)),
    Route::get("/cases/{id}/fields/{field}", Action::SliceEdit, || get(write)),
    Route::post("/cases/{id}/fields/{field}", Action::SliceEdit, || post(edit)),
    Route::post("/cases/{id}/rivals/{field}", Action::SliceEdit, || post(settle)),
    Route::get("/cases/{id}/classes", Action::CaseReclassify, || get(classes)),
    Route::post("/cases/{id}/classes", Action::CaseReclassify, || post(reclassify)),
    Route::post("/cases/{id}/state", Action::CaseReclassify, || post(change_state)),
    Route::post("/cases/{id}/parts", Action::CaseAddSlice, || post(give)),
];

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    t: Texts,
    shell: StaffShell,
    case: SeenCase,
    states: Vec<(String, String)>,
    desks: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
    nothing: String,
    errors: Vec<(String, String)>,
}

impl CasePage {
    fn new(officer: &Officer, case: SeenCase, errors: Vec<(String, String)>) -> Self {
        let t = officer.t();
        let states =
            case.state.next().iter().map(|s| (s.id().to_owned(), t.coded("case-state", s.id())));
        let desks = case.desks.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let ground = |g: Ground| (g.id().to_owned(), t.coded("case-desk-add-ground", g.id()));
        Self {
            states: states.collect(),
            desks: desks.collect(),
            grounds: Ground::ALL.map(ground).to_vec(),
            nothing: String::new(),
            shell: officer.shell(),
            t,
            case,
            errors,
        }
    }

    /// What the case carried before a change and after it.
    fn changed(&self, change: &Reclassification) -> String {
        let t = self.t;
        let names = |all: &[Phenomenon]| match all {
            [] => t.say("case-classify-none"),
            all => {
                let names: Vec<_> = all.iter().map(|p| t.coded("case-classify", p.id())).collect();
                names.join(", ")
            }
        };
        let before = t.with("case-classify-before", "what", names(&change.before));
        let after = t.with("case-classify-after", "what", names(&change.after));
        format!("{before}. {after}.")
    }

    fn is_late(&self) -> bool {
        self.case.due_on < self.case.today
    }

    fn has_due(&self) -> bool {
        self.case.due_on.year() < 9999
    }

    /// Which desk was given a part, and on what ground; of any other event nothing.
    fn event_help(&self, code: &str, detail: &str) -> String {
        let Some((desk, ground)) = detail.split_once(' ') else { return String::new() };
        if code != "desk-added" {
            return String::new();
        }
        let desk = self.t.coded("desk-kind", desk);
        format!("{desk} · {}", self.t.coded("case-desk-add-ground", ground))
    }

    fn given_help(&self, given: &GivenPart) -> String {
        format!("{} · {}", given.by, self.t.coded("case-desk-add-ground", &given.ground))
    }

    fn is_closed(&self) -> bool {
        self.case.state == CaseState::Closed
    }
}

fn case_id(id: &str) -> Result<CaseId, Failure> {
    CaseId::parse(id).ok_or_else(Failure::not_found)
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let case = see_case(&node, &officer.signed, case_id(&id)?).await?;
    page(&CasePage::new(&officer, case, Vec::new()))
}

/// The case again with complaints on top, or the failure.
async fn again(
    node: &Node,
    officer: &Officer,
    id: CaseId,
    refusal: Refusal,
) -> Result<Response, Failure> {
    if refusal.kind != RefusalKind::BadInput {
        return Err(refusal.into());
    }
    let errors = said(&officer.t(), &refusal.fields);
    let case = see_case(node, &officer.signed, id).await?;
    page_again(&CasePage::new(officer, case, errors))
}

#[derive(Template)]
#[template(path = "case_field.html")]
struct FieldPage {
    t: Texts,
    shell: StaffShell,
    id: CaseId,
    alias: String,
    field: String,
    seen: i64,
    text: String,
    errors: Vec<(String, String)>,
}

impl FieldPage {
    fn error(&self) -> &str {
        self.errors.first().map_or("", |(_, said)| said)
    }
}

async fn write(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path((id, field)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let id = case_id(&id)?;
    let case = see_case(&node, &officer.signed, id).await?;
    if !case.can.edit {
        return Err(Refusal::not_allowed().into());
    }
    let seen = case.fields.into_iter().find(|f| f.id == field).ok_or_else(Failure::not_found)?;
    let text = seen.text.as_ref().map(|text| text.show().into_owned()).unwrap_or_default();
    let (t, shell) = (officer.t(), officer.shell());
    let (seen, alias) = (seen.version, case.alias);
    page(&FieldPage { t, shell, id, alias, field, seen, text, errors: Vec::new() })
}

async fn edit(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path((id, field)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = case_id(&id)?;
    let seen = fields.number("seen").ok_or_else(Failure::bad_input)?;
    let text = fields.get("text").to_owned();
    let wanted = Edit { field: field.clone(), seen, text: text.clone() };
    match edit_slice(&node, &officer.signed, (id, wanted)).await {
        Ok(EditOutcome::Rival) => go(&format!("/cases/{id}#field-{field}")),
        Ok(EditOutcome::Next | EditOutcome::Same) => go(&format!("/cases/{id}")),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let t = officer.t();
            let errors = said(&t, &refusal.fields);
            let alias = see_case(&node, &officer.signed, id).await?.alias;
            page_again(&FieldPage {
                t,
                shell: officer.shell(),
                id,
                alias,
                field,
                seen,
                text,
                errors,
            })
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn settle(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path((id, field)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = case_id(&id)?;
    let seen = fields.number("seen").ok_or_else(Failure::bad_input)?;
    let keep = Keep::parse(fields.get("keep")).ok_or_else(Failure::bad_input)?;
    settle_rivals(&node, &officer.signed, id, (&field, seen, keep)).await?;
    go(&format!("/cases/{id}"))
}

#[derive(Template)]
#[template(path = "case_classes.html")]
struct ClassesPage {
    t: Texts,
    shell: StaffShell,
    case: SeenCase,
    tip: bool,
    som: bool,
    chosen: Vec<String>,
    /// Ids and labels of the forms of exploitation.
    forms: Vec<(String, String)>,
    reason: String,
    errors: Vec<(String, String)>,
}

impl ClassesPage {
    fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(f, _)| f == field).map_or("", |(_, said)| said)
    }

    fn is_chosen(&self, form: &str) -> bool {
        self.chosen.iter().any(|chosen| chosen == form)
    }
}

async fn classes_page(node: &Node, officer: &Officer, id: CaseId) -> Result<ClassesPage, Failure> {
    let case = see_case(node, &officer.signed, id).await?;
    if !case.can.reclassify {
        return Err(Refusal::not_allowed().into());
    }
    let t = officer.t();
    let mut forms: Vec<_> = workflow::rules::form_ids(node)
        .await?
        .into_iter()
        .map(|form| (form.clone(), t.coded("form", form)))
        .collect();
    forms.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(ClassesPage {
        t,
        shell: officer.shell(),
        tip: case.core.phenomena.contains(&Phenomenon::Tip),
        som: case.core.phenomena.contains(&Phenomenon::Som),
        chosen: case.core.forms.clone(),
        case,
        forms,
        reason: String::new(),
        errors: Vec::new(),
    })
}

async fn classes(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    page(&classes_page(&node, &officer, case_id(&id)?).await?)
}

async fn reclassify(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = case_id(&id)?;
    let new = NewClass {
        phenomena: fields.all("carries").filter_map(Phenomenon::parse).collect(),
        forms: fields.all("form").map(str::to_owned).collect(),
        reason: fields.get("reason").to_owned(),
    };
    match reclassify_case(&node, &officer.signed, id, new.clone()).await {
        Ok(()) => go(&format!("/cases/{id}")),
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            let shown = classes_page(&node, &officer, id).await?;
            page_again(&ClassesPage {
                tip: new.phenomena.contains(&Phenomenon::Tip),
                som: new.phenomena.contains(&Phenomenon::Som),
                errors: said(&shown.t, &refusal.fields),
                chosen: new.forms,
                reason: new.reason,
                ..shown
            })
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn change_state(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = case_id(&id)?;
    let version = fields.number("version").ok_or_else(Failure::bad_input)?;
    let to = CaseState::parse(fields.get("state")).ok_or_else(Failure::bad_input)?;
    match move_case(&node, &officer.signed, (id, version), to).await {
        Ok(()) => go(&format!("/cases/{id}")),
        Err(refusal) => again(&node, &officer, id, refusal).await,
    }
}

async fn give(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = case_id(&id)?;
    let part = NewPart {
        desk: DeskId::parse(fields.get("desk")).ok_or_else(Failure::bad_input)?,
        ground: Ground::parse(fields.get("ground")).ok_or_else(Failure::bad_input)?,
        is_shown: fields.has("is-shown"),
    };
    match give_part(&node, &officer.signed, (id, part)).await {
        Ok(()) => go(&format!("/cases/{id}")),
        Err(refusal) => again(&node, &officer, id, refusal).await,
    }
}
