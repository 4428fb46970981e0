//! Published sets are brought in from a file and taken away again.

use crate::errors::Failure;
use crate::shell::{go, page, page_again};
use crate::{Officer, Route, StaffShell, Texts};
use askama::Template;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use guard::Action;
use lexicon::ids::ImportId;
use lexicon::{Complaint, Day, Phrase};
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use tokio::sync::Semaphore;
use workflow::import::{FORMATS, ImportFormat, Imported};
use workflow::keep_sets::{
    KeptSet, import_sent_set, list_kept_sets, may_keep_sets, remove_set, see_kept_set,
};
use workflow::picture::SetRow;
use workflow::{Node, Refusal, RefusalKind};

/// Bytes of a file as it is sent; said on the page.
const FILE_MIB_MAX: usize = 256;
const FORM_BYTES_MAX: usize = FILE_MIB_MAX * 1024 * 1024 + 64 * 1024;
/// Bytes of the two short fields.
const FIELD_BYTES_MAX: usize = 256;
/// Files that are taken in at once; another waits its turn.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::get("/sets", Action::SetImport, || get(list)),
    Route::post("/sets", Action::SetImport, || post(bring_in)).bytes_max(FORM_BYTES_MAX),
    Route::get("/sets/{id}", Action::SetImport, || get(show)),
    Route::post("/sets/{id}/remove", Action::SetImport, || post(take_away)),
];

/// A line of the list.
struct Line {
    id: ImportId,
    title: String,
    file: String,
    rows: i64,
    refused: i64,
    on: Day,
}

#[derive(Template)]
#[template(path = "sets.html")]
struct SetsPage {
    t: Texts,
    shell: StaffShell,
    sets: Vec<Line>,
    /// (id, name) of the formats, and the chosen one.
    formats: Vec<(String, String)>,
    chosen: String,
    mib_max: usize,
    errors: Vec<(&'static str, String)>,
}

/// A complaint as a row of a table.
struct Fault {
    line: u64,
    field: String,
    said: String,
}

#[derive(Template)]
#[template(path = "set_kept.html")]
struct KeptPage {
    t: Texts,
    shell: StaffShell,
    id: ImportId,
    title: String,
    file: String,
    rows_in: u64,
    rows_stored: u64,
    refused: u64,
    faults: Vec<Fault>,
    /// Refused rows that are not listed.
    further: u64,
    notes: Vec<Fault>,
    /// Just brought in; else looked at later.
    is_new: bool,
    known_since: Option<Day>,
}

async fn list(State(node): State<Arc<Node>>, officer: Officer) -> Result<Response, Failure> {
    let sets = list_kept_sets(&node, &officer.signed).await?;
    page(&sets_page(&officer, &sets, "", Vec::new()))
}

fn sets_page(
    officer: &Officer,
    sets: &[SetRow],
    chosen: &str,
    errors: Vec<(&'static str, String)>,
) -> SetsPage {
    let t = officer.t();
    let line = |row: &SetRow| Line {
        id: row.id,
        title: t.coded("import-profile", &row.title),
        file: row.source.clone(),
        rows: row.rows_stored,
        refused: row.complaint_count,
        on: row.imported_on,
    };
    let ids = FORMATS.map(ImportFormat::id);
    SetsPage {
        sets: sets.iter().map(line).collect(),
        formats: ids.map(|id| (id.to_owned(), t.coded("import-format", id))).to_vec(),
        chosen: chosen.to_owned(),
        mib_max: FILE_MIB_MAX,
        errors,
        shell: officer.shell(),
        t,
    }
}

/// What was sent: the format, the file's name, and the file, which nobody else can open and which
/// is gone when it is closed.
#[derive(Default)]
struct Sent {
    format: String,
    file_name: String,
    file: Option<File>,
    bytes: u64,
}

async fn bring_in(
    State(node): State<Arc<Node>>,
    officer: Officer,
    parts: Multipart,
) -> Result<Response, Failure> {
    may_keep_sets(&node, &officer.signed)?;
    let _place = AT_ONCE.acquire().await.map_err(|_| busy())?;
    let mut sent = Sent::default();
    if let Err(key) = sent.take(parts).await {
        return again(&node, &officer, &sent, vec![Complaint::new(0, "file", Phrase::new(key))])
            .await;
    }
    let Some(mut file) = sent.file.take().filter(|_| sent.bytes > 0) else {
        let key = if sent.file_name.is_empty() { "sets-choose-file" } else { "import-empty" };
        return again(&node, &officer, &sent, vec![Complaint::new(0, "file", Phrase::new(key))])
            .await;
    };
    if file.seek(SeekFrom::Start(0)).is_err() {
        return Err(busy());
    }
    let names = (sent.format.as_str(), sent.file_name.as_str());
    match import_sent_set(&node, &officer.signed, names, file).await {
        Ok(imported) if imported.set.is_some() => page(&done(&officer, &sent, imported)),
        Ok(imported) => {
            let mut complaints = imported.complaints;
            complaints.truncate(20);
            complaints.insert(0, Complaint::new(0, "file", Phrase::new("import-nothing-stored")));
            again(&node, &officer, &sent, complaints).await
        }
        Err(Refusal { kind: RefusalKind::BadInput, fields, .. }) => {
            again(&node, &officer, &sent, fields).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn busy() -> Failure {
    Failure::of_status(StatusCode::SERVICE_UNAVAILABLE)
}

impl Sent {
    /// Reads the form part by part; the file goes to the disk as it comes.
    async fn take(&mut self, mut parts: Multipart) -> Result<(), &'static str> {
        while let Some(part) = parts.next_field().await.map_err(|why| broken(&why))? {
            match part.name() {
                Some("format") => self.format = short(part).await?,
                Some("file") if self.file.is_none() => self.keep(part).await?,
                _ => {}
            }
        }
        Ok(())
    }

    async fn keep(&mut self, mut part: Field<'_>) -> Result<(), &'static str> {
        self.file_name = part.file_name().unwrap_or_default().to_owned();
        let file = tempfile::tempfile().map_err(|_| "sets-no-room")?;
        let mut out = tokio::fs::File::from_std(file);
        while let Some(chunk) = part.chunk().await.map_err(|why| broken(&why))? {
            self.bytes = self.bytes.saturating_add(chunk.len() as u64);
            out.write_all(&chunk).await.map_err(|_| "sets-no-room")?;
        }
        out.flush().await.map_err(|_| "sets-no-room")?;
        self.file = Some(out.into_std().await);
        Ok(())
    }
}

/// A short field; more than it may hold is cut.
async fn short(mut part: Field<'_>) -> Result<String, &'static str> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|why| broken(&why))? {
        let room = FIELD_BYTES_MAX.saturating_sub(bytes.len()).min(chunk.len());
        bytes.extend_from_slice(chunk.get(..room).unwrap_or_default());
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn broken(why: &MultipartError) -> &'static str {
    let is_large = why.status() == StatusCode::PAYLOAD_TOO_LARGE;
    if is_large { "sets-too-large" } else { "sets-cut-off" }
}

/// The form again with what was wrong. A browser does not keep a chosen file; the page says so.
async fn again(
    node: &Node,
    officer: &Officer,
    sent: &Sent,
    complaints: Vec<Complaint>,
) -> Result<Response, Failure> {
    let sets = list_kept_sets(node, &officer.signed).await?;
    let t = officer.t();
    let say = |complaint: &Complaint| {
        let field = if complaint.field == "format" { "format-ctdc" } else { "file" };
        let said = t.phrase(&complaint.phrase);
        let column = complaint.phrase.values.iter().find(|(name, _)| *name == "field");
        let column = column.map(|(_, value)| match value {
            lexicon::phrase::Value::Text(text) => text.clone(),
            lexicon::phrase::Value::Number(number) => number.to_string(),
        });
        let at = match (complaint.line, column) {
            (0, _) => said,
            (line, None) => t.with2("sets-at-line", ("line", line), ("said", said)),
            (line, Some(column)) => {
                let place = t.with2("sets-line-column", ("line", line), ("column", column));
                t.with2("sets-at", ("place", place), ("said", said))
            }
        };
        (field, at)
    };
    let errors = complaints.iter().map(say).collect();
    page_again(&sets_page(officer, &sets, &sent.format, errors))
}

fn done(officer: &Officer, sent: &Sent, imported: Imported) -> KeptPage {
    let t = officer.t();
    let listed = imported.complaints.len() as u64;
    KeptPage {
        id: imported.set.unwrap_or(ImportId::from_bytes([0; 16])),
        title: t.coded("import-profile", imported.profile),
        file: sent.file_name.chars().take(60).collect(),
        rows_in: imported.rows_in,
        rows_stored: imported.rows_stored,
        refused: imported.complaint_count,
        faults: faults(&t, &imported.complaints),
        further: imported.complaint_count.saturating_sub(listed),
        notes: faults(&t, &imported.notes),
        is_new: true,
        known_since: imported.known_since,
        shell: officer.shell(),
        t,
    }
}

fn faults(t: &Texts, complaints: &[Complaint]) -> Vec<Fault> {
    let fault = |complaint: &Complaint| Fault {
        line: complaint.line,
        field: complaint.field.clone(),
        said: t.phrase(&complaint.phrase),
    };
    complaints.iter().map(fault).collect()
}

async fn show(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = ImportId::parse(&id).ok_or_else(Refusal::not_found)?;
    let KeptSet { set, complaints } = see_kept_set(&node, &officer.signed, id).await?;
    let t = officer.t();
    let whole = |count: i64| u64::try_from(count).unwrap_or(0);
    page(&KeptPage {
        id,
        title: t.coded("import-profile", &set.title),
        file: set.source,
        rows_in: whole(set.rows_in),
        rows_stored: whole(set.rows_stored),
        refused: whole(set.complaint_count),
        faults: faults(&t, &complaints),
        further: whole(set.complaint_count).saturating_sub(complaints.len() as u64),
        notes: Vec::new(),
        is_new: false,
        known_since: None,
        shell: officer.shell(),
        t,
    })
}

async fn take_away(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let id = ImportId::parse(&id).ok_or_else(Refusal::not_found)?;
    remove_set(&node, &officer.signed, id).await?;
    go("/sets")
}
