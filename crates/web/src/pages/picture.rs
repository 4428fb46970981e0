//! The national picture: the imported sets, and one set with a bar chart and a table a column.

use crate::{Failure, Officer, Route, StaffShell, Texts, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use guard::Action;
use lexicon::Day;
use lexicon::ids::ImportId;
use std::sync::Arc;
use workflow::picture::{Figure, list_sets, see_set};
use workflow::{Node, Refusal};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/picture", Action::PictureView, || get(list)),
    Route::get("/picture/{set}", Action::PictureView, || get(show)),
];

/// Values that are said by word; any other is shown as its source writes it.
const WORDS: [&str; 9] =
    ["unknown", "not-asked", "refused", "total", "female", "male", "other", "adult", "minor"];
/// Height of one bar with its space, and width of the longest; units of the drawing.
const BAR_STEP: u64 = 24;
const BAR_WIDTH: u64 = 300;

/// A set as its page says it.
struct Set {
    address: String,
    title: String,
    source: String,
    format: String,
    /// CTDC: assisted or identified victims, never prevalence.
    is_of_assisted: bool,
    rows: i64,
    refused: i64,
    imported_on: Day,
}

struct Bar {
    label: String,
    rows: u64,
    width: u64,
    y: u64,
    text_y: u64,
}

struct Chart {
    title: String,
    height: u64,
    bars: Vec<Bar>,
}

#[derive(Template)]
#[template(path = "picture.html")]
struct PicturePage {
    t: Texts,
    shell: StaffShell,
    sets: Vec<Set>,
    /// Of the one set that is shown; none on the list.
    charts: Vec<Chart>,
    is_list: bool,
}

async fn list(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let t = officer.t();
    let sets = list_sets(&node, &officer.signed).await?;
    let sets = sets.iter().map(|s| {
        let counts = (s.rows_stored, s.complaint_count);
        set(&t, s.id, (&s.format, &s.title, &s.source), counts, s.imported_on)
    });
    let sets = sets.collect();
    page(&PicturePage { t, shell: officer.shell(), sets, charts: Vec::new(), is_list: true })
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let t = officer.t();
    let id = ImportId::parse(&id).ok_or_else(Refusal::not_found)?;
    let (s, figures) = see_set(&node, &officer.signed, id).await?;
    let counts = (s.rows_stored, s.complaint_count);
    let sets = vec![set(&t, s.id, (&s.format, &s.title, &s.source), counts, s.imported_on)];
    let charts = figures.iter().map(|figure| chart(&t, figure)).collect();
    page(&PicturePage { t, shell: officer.shell(), sets, charts, is_list: false })
}

fn set(
    t: &Texts,
    id: ImportId,
    (format, profile, file): (&str, &str, &str),
    (rows, refused): (i64, i64),
    imported_on: Day,
) -> Set {
    Set {
        address: format!("/picture/{id}"),
        title: t.coded("import-profile", profile),
        source: format!("{} ({file})", t.coded("import-source", format)),
        format: t.coded("import-format", format),
        is_of_assisted: format == "ctdc",
        rows,
        refused,
        imported_on,
    }
}

fn chart(t: &Texts, figure: &Figure) -> Chart {
    let counts = figure.counts.iter().map(|(value, rows)| (word(t, value), *rows));
    let further = (figure.further > 0).then(|| (t.say("picture-further"), figure.further));
    let counts: Vec<(String, u64)> = counts.chain(further).collect();
    let most = counts.iter().map(|(_, rows)| *rows).max().unwrap_or(1).max(1);
    let bars = counts.into_iter().zip(0_u64..).map(|((label, rows), place)| Bar {
        label,
        rows,
        width: rows.saturating_mul(BAR_WIDTH) / most,
        y: place * BAR_STEP + 2,
        text_y: place * BAR_STEP + 17,
    });
    let bars: Vec<Bar> = bars.collect();
    let height = bars.len() as u64 * BAR_STEP + 4;
    Chart { title: t.coded("picture-column", &figure.column), height, bars }
}

fn word(t: &Texts, value: &str) -> String {
    match value {
        "" => t.say("picture-value-unknown"),
        known if WORDS.contains(&known) => t.coded("picture-value", known),
        other => other.to_owned(),
    }
}
