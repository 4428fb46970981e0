//! The documents that two people sign: a list, and each as a page that prints well.

use crate::{Failure, Officer, Route, StaffShell, Texts, assets, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use guard::Action;
use lexicon::Language;
use std::sync::Arc;
use workflow::Node;
use workflow::papers::{Paper, Papers, Part, Said, view_papers};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/set-up/documents", Action::SetupSign, || get(list)),
    Route::get("/set-up/documents/{paper}", Action::SetupSign, || get(show)),
];

#[derive(Template)]
#[template(path = "papers.html")]
struct ListPage {
    t: Texts,
    shell: StaffShell,
    papers: Papers,
}

/// One document by itself: on a page of the house, or as a file with its own style.
#[derive(Template)]
#[template(path = "paper.html")]
struct PaperPage<'a> {
    t: Texts,
    paper: &'a Paper,
    hash: &'a str,
    /// Address of the stylesheet; empty in a file.
    style: String,
    /// The style itself; empty on a page.
    own_style: String,
}

impl PaperPage<'_> {
    fn said(&self, said: &Said) -> String {
        match said {
            Said::Key(key) => self.t.say(key),
            Said::Text(text) => text.clone(),
        }
    }
}

async fn list(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let papers = view_papers(&node, &officer.signed).await?;
    page(&ListPage { t: officer.t(), shell: officer.shell(), papers })
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(wanted): Path<String>,
) -> Result<Response, Failure> {
    let papers = view_papers(&node, &officer.signed).await?;
    let found = papers.all.iter().find(|paper| paper.id == wanted);
    let paper = found.ok_or_else(Failure::not_found)?;
    let style = assets::address("paper.css");
    page(&PaperPage { t: officer.t(), paper, hash: &papers.hash, style, own_style: String::new() })
}

/// Every document as a file of its own: name and HTML.
///
/// # Errors
/// What could not be written, for the operator.
pub fn files(papers: &Papers, language: Language) -> Result<Vec<(String, String)>, String> {
    let t = Texts::new(language);
    let own_style = format!("<style>{}</style>", assets::text("paper.css"));
    let write = |paper: &Paper| {
        let (style, own_style) = (String::new(), own_style.clone());
        let shown = PaperPage { t, paper, hash: &papers.hash, style, own_style };
        let html = shown.render().map_err(|why| why.to_string())?;
        Ok((format!("{}-{}.html", paper.id, language.tag), html))
    };
    papers.all.iter().map(write).collect()
}
