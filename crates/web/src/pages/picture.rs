//! The national picture: own cases, the map of the largest set, every imported set; and one set
//! whole.

mod download;
mod drawing;
mod figures;
mod labels;
mod map;
mod own;

use crate::{Failure, Officer, Route, StaffShell, Texts, assets, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use drawing::Mark;
use figures::{Figure, figure};
use guard::Action;
use lexicon::Day;
use lexicon::ids::ImportId;
use std::sync::Arc;
use workflow::picture::own::own_figures;
use workflow::picture::{SetRow, first_of, list_sets, see_set, see_table};
use workflow::{Node, Refusal};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/picture", Action::PictureView, || get(list)),
    Route::get("/picture/{set}", Action::PictureView, || get(show)),
    Route::get("/picture/{set}/{table}/{form}", Action::PictureView, || get(download::take)),
];

/// Name of the file from which the demonstration makes its invented set.
const INVENTED: &str = "demonstration.csv";

/// A set as its page says it.
struct Set {
    address: String,
    title: String,
    /// Who publishes it, and under which terms.
    source: String,
    file: String,
    /// What a row is.
    row: String,
    rows: i64,
    refused: i64,
    imported_on: Day,
    is_invented: bool,
}

#[derive(Template)]
#[template(path = "picture.html")]
struct PicturePage {
    t: Texts,
    shell: StaffShell,
    sets: Vec<Set>,
    /// Nothing for whom own cases are not counted.
    own: Option<own::Own>,
    is_demo: bool,
    /// The map of one set, with that set.
    first: Option<(Set, Figure)>,
    world: String,
}

#[derive(Template)]
#[template(path = "picture_set.html")]
struct SetPage {
    t: Texts,
    shell: StaffShell,
    set: Set,
    maps: Vec<Figure>,
    charts: Vec<Figure>,
    world: String,
}

async fn list(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let t = officer.t();
    let rows = list_sets(&node, &officer.signed).await?;
    let first = match first_of(&rows) {
        Some((set, view)) => {
            let (set_row, table) = see_table(&node, &officer.signed, (set.id, view.id)).await?;
            Some((set_of(&t, &set_row), figure(&t, &set_row.title, &table)))
        }
        None => None,
    };
    let sets = rows.iter().map(|row| set_of(&t, row)).collect();
    let counted = own_figures(&node, &officer.signed).await?;
    page(&PicturePage {
        own: counted.map(|figures| own::own(&t, &figures, node.today())),
        is_demo: node.is_demo,
        shell: officer.shell(),
        sets,
        first,
        world: world(),
        t,
    })
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let t = officer.t();
    let id = ImportId::parse(&id).ok_or_else(Refusal::not_found)?;
    let (row, tables) = see_set(&node, &officer.signed, id).await?;
    let all = tables.iter().map(|table| figure(&t, &row.title, table));
    let (maps, charts) = all.partition(|figure| figure.is_map);
    let set = set_of(&t, &row);
    page(&SetPage { t, shell: officer.shell(), set, maps, charts, world: world() })
}

fn world() -> String {
    assets::address("world.svg")
}

fn set_of(t: &Texts, row: &SetRow) -> Set {
    Set {
        address: format!("/picture/{}", row.id),
        title: t.coded("import-profile", &row.title),
        source: t.coded("import-source", &row.format),
        file: row.source.clone(),
        row: t.coded("picture-row", &row.title),
        rows: row.rows_stored,
        refused: row.complaint_count,
        imported_on: row.imported_on,
        is_invented: row.source == INVENTED,
    }
}
