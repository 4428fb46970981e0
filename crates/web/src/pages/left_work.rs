//! Open work of who left: the desk gives it to a colleague, or the administrator does by the
//! neutral name alone.

use crate::fields::Fields;
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::{DeskId, OfficerId};
use serde::Deserialize;
use std::sync::Arc;
use workflow::Node;
use workflow::reassign_work::{LeftAtDesk, LeftWork, list_left_work, reassign_work};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/desk/work", Action::DeskReassign, || get(own)),
    Route::post("/desk/work", Action::DeskReassign, || post(give_own)),
    Route::get("/desks/{id}/work", Action::DeskManage, || get(of_desk)),
    Route::post("/desks/{id}/work", Action::DeskManage, || post(give)),
];

#[derive(Template)]
#[template(path = "left_work.html")]
struct LeftWorkPage {
    t: Texts,
    shell: StaffShell,
    left: LeftAtDesk,
    /// The address of this page, and the one it stands under.
    address: String,
    up: String,
    is_done: bool,
}

impl LeftWorkPage {
    fn since(&self, work: &LeftWork) -> String {
        self.t.day(&work.since)
    }

    fn colleagues(&self, work: &LeftWork) -> Vec<(String, String)> {
        let all = work.colleagues.iter().map(|(id, name)| (id.to_string(), name.clone()));
        all.collect()
    }

    /// The name of the field: ids are alike on a page with many forms.
    fn field(&self, work: &LeftWork) -> String {
        format!("to-{}", work.id)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct After {
    done: String,
}

async fn shown(
    node: &Node,
    officer: &Officer,
    desk: Option<DeskId>,
    after: &After,
) -> Result<Response, Failure> {
    let left = list_left_work(node, &officer.signed, desk).await?;
    let up = desk.map_or_else(|| "/desk".to_owned(), |id| format!("/desks/{id}"));
    page(&LeftWorkPage {
        t: officer.t(),
        shell: officer.shell(),
        left,
        address: format!("{up}/work"),
        up,
        is_done: !after.done.is_empty(),
    })
}

async fn own(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    shown(&node, &officer, None, &after).await
}

async fn of_desk(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let id = DeskId::parse(&id).ok_or_else(Failure::not_found)?;
    workflow::add_officer::see_desk(&node, &officer.signed, id).await?;
    shown(&node, &officer, Some(id), &after).await
}

async fn given(
    node: &Node,
    officer: &Officer,
    desk: Option<DeskId>,
    fields: &Fields,
) -> Result<(), Failure> {
    let id = fields.get("id");
    let to = OfficerId::parse(fields.get(&format!("to-{id}"))).ok_or_else(Failure::not_found)?;
    let work = (fields.get("kind"), id, to);
    Ok(reassign_work(node, &officer.signed, desk, work).await?)
}

async fn give_own(
    State(node): State<Arc<Node>>,
    officer: Officer,
    fields: Fields,
) -> Result<Response, Failure> {
    given(&node, &officer, None, &fields).await?;
    go("/desk/work?done=1")
}

async fn give(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = DeskId::parse(&id).ok_or_else(Failure::not_found)?;
    workflow::add_officer::see_desk(&node, &officer.signed, id).await?;
    given(&node, &officer, Some(id), &fields).await?;
    go(&format!("/desks/{id}/work?done=1"))
}
