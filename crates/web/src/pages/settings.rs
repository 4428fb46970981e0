//! The officer's own settings: language, theme, density. The shortest page of the house, to begin
//! from when another is made.

use crate::language::{self, Choice};
use crate::{Failure, Officer, Route, StaffShell, Texts, go, page};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use guard::Action;
use lexicon::Language;
use serde::Deserialize;
use std::sync::Arc;
use workflow::Node;

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/settings", Action::OwnSettings, || get(show)),
    Route::post("/settings", Action::OwnSettings, || axum::routing::post(change)),
];

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    t: Texts,
    shell: StaffShell,
    languages: Vec<Choice>,
    theme: String,
}

#[derive(Deserialize)]
struct Settings {
    language: String,
    theme: String,
    density: String,
}

async fn show(officer: Officer) -> Result<Response, Failure> {
    page(&SettingsPage {
        t: officer.t(),
        shell: officer.shell(),
        languages: language::menu("/settings", officer.language),
        theme: officer.signed.theme.clone(),
    })
}

async fn change(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Form(settings): Form<Settings>,
) -> Result<Response, Failure> {
    let language = Language::find(&settings.language).ok_or_else(Failure::bad_input)?;
    let is_theme = ["device", "light", "dark"].contains(&settings.theme.as_str());
    let is_density = ["comfortable", "compact"].contains(&settings.density.as_str());
    if !is_theme || !is_density {
        return Err(Failure::bad_input());
    }
    node.sessions.change(&officer.token_hash, |signed| {
        signed.language = language;
        signed.theme = settings.theme;
        signed.density = settings.density;
    });
    go("/settings")
}
