//! Tables to take away: the one that is shown, in the reader's words, or the whole set as it is
//! stored. Only published sets have a way out.

use super::labels::{place, value};
use crate::{Failure, Officer, Texts};
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use lexicon::ids::ImportId;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::sync::Arc;
use tokio::io::AsyncReadExt;
use tokio::sync::Semaphore;
use workflow::picture::export::{ExportError, Form, Out, write, write_set};
use workflow::picture::tables::Table;
use workflow::picture::views::Shape;
use workflow::picture::{load, see_table};
use workflow::{Node, Refusal};

/// The whole set, in place of a table's name.
pub const ROWS: &str = "rows";
/// Bytes read of the file at a time.
const CHUNK_BYTES: usize = 64 * 1024;
/// Files that are made at once; another waits its turn.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

pub async fn take(
    State(node): State<Arc<Node>>,
    officer: Officer,
    Path((id, table, form)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let id = ImportId::parse(&id).ok_or_else(Refusal::not_found)?;
    let form = Form::parse(&form).ok_or_else(Refusal::not_found)?;
    let _place = AT_ONCE.acquire().await.map_err(|_| broken("closed"))?;
    let file = if table == ROWS {
        let (set, stored) = load(&node, &officer.signed, id).await?;
        made(move |file| write_set(form, &set, &stored, file)).await?
    } else {
        let (_, made_table) = see_table(&node, &officer.signed, (id, &table)).await?;
        let t = officer.t();
        made(move |file| write_table(&t, form, &made_table, file)).await?
    };
    answer(file, form, if table == ROWS { "rows" } else { "table" })
}

/// Writes into a file that nobody else can open and that is gone when it is closed.
async fn made(
    fill: impl FnOnce(&File) -> Result<(), ExportError> + Send + 'static,
) -> Result<File, Failure> {
    let work = move || {
        let mut file = tempfile::tempfile()?;
        fill(&file)?;
        file.seek(SeekFrom::Start(0))?;
        Ok::<File, ExportError>(file)
    };
    let done = tokio::task::spawn_blocking(work).await.map_err(|why| broken(&why.to_string()))?;
    done.map_err(|why| broken(&format!("{why:?}")))
}

fn broken(known: &str) -> Failure {
    let failure = Failure::of_status(StatusCode::INTERNAL_SERVER_ERROR);
    Failure { known: known.to_owned(), ..failure }
}

/// The name of the file says nothing of what is in it.
fn answer(file: File, form: Form, name: &str) -> Result<Response, Failure> {
    let disposition = format!("attachment; filename=\"{name}.{}\"", form.ending());
    let disposition =
        HeaderValue::from_str(&disposition).map_err(|why| broken(&why.to_string()))?;
    let file = tokio::fs::File::from_std(file);
    let chunks = stream::try_unfold(file, |mut file| async move {
        let mut chunk = vec![0; CHUNK_BYTES];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(chunk), file)))
    });
    let media = HeaderValue::from_static(form.media());
    let headers = [(header::CONTENT_TYPE, media), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, Body::from_stream(chunks)).into_response())
}

fn write_table(t: &Texts, form: Form, table: &Table, file: &File) -> Result<(), ExportError> {
    let (mut header, is_places) = match table.view.shape {
        Shape::Places { to: Some(_), .. } => {
            (vec![t.say("picture-from"), t.say("picture-to")], true)
        }
        Shape::Places { .. } => (vec![t.say("picture-from")], true),
        _ => (vec![t.coded("picture-table", table.view.id)], false),
    };
    header.extend(table.parts.iter().map(|part| value(t, part)));
    header.push(t.say("picture-number"));
    header.push(t.say("picture-withheld-column"));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let rows = table.rows.iter().map(|row| {
        let name = |key: &String| if is_places { place(t, key) } else { value(t, key) };
        let mut cells: Vec<Out<'_>> = row.key.iter().map(|key| Out::text(name(key))).collect();
        cells.extend(row.cells.iter().chain([&row.total]).map(|sum| Out::Number(sum.count)));
        cells.push(Out::Number(row.total.withheld));
        cells
    });
    write(form, &header, rows, file)
}
