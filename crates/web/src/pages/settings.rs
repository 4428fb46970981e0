//! The officer's own settings: language, theme, density. The shortest page of the house, to begin
//! from when another is made.

use crate::language::{self, Choice};
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use serde::Deserialize;
use std::sync::Arc;
use workflow::Node;
use workflow::change_settings::change_settings;
use workflow::seal_node::may_seal;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/settings", Action::OwnSettings, || get(show)),
    Route::post("/settings", Action::OwnSettings, || post(change)),
];

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    t: Texts,
    shell: StaffShell,
    languages: Vec<Choice>,
    theme: String,
    can_seal: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(rename = "csrf")]
    _token: String,
    language: String,
    theme: String,
    density: String,
}

async fn show(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    page(&SettingsPage {
        t: officer.t(),
        shell: officer.shell(),
        languages: language::menu("/settings?", officer.language),
        theme: officer.signed.theme.clone(),
        can_seal: may_seal(&node, &officer.signed).is_ok(),
    })
}

async fn change(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Form(settings): Form<Settings>,
) -> Result<Response, Failure> {
    let who = (&officer.token_hash, &officer.signed);
    let Settings { language, theme, density, .. } = &settings;
    change_settings(&node, who, language, theme, density).await?;
    go("/settings")
}
