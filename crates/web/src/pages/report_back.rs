//! Coming back with the code. The code stands in a form and never in an address. A code that does
//! not exist and one with nothing new get the same page, byte for byte, at the same pace.

use crate::pages::report::{tell_operator, trouble};
use crate::shell::page_with;
use crate::upload::{UPLOAD_BYTES_MAX, Upload};
use crate::{Failure, PublicShell, Route, Texts, Visitor, page};
use askama::Template;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use lexicon::Complaint;
use std::sync::Arc;
use std::time::{Duration, Instant};
use workflow::come_back::{Answer, come_back, put_answers_away};
use workflow::prove_report::{forget_code, prove_report};
use workflow::sent_once::{draw_number, next_number};
use workflow::write_again::write_again_once;
use workflow::{Node, Refusal, RefusalKind};

/// The doors of this page.
pub const ROUTES: &[Route] = &[
    Route::open_get("/report/back", || get(ask)).public(),
    Route::open_post("/report/back", || axum::routing::post(take))
        .public()
        .bytes_max(UPLOAD_BYTES_MAX),
];

/// Answers leave at whole steps of this, so that the pace tells nothing.
const TICK_MS: u64 = 500;
/// Pages are filled up to whole steps of this many bytes.
const PAGE_BYTES: usize = 16 * 1024;

#[derive(Template)]
#[template(path = "report_back.html")]
struct AskPage {
    t: Texts,
    shell: PublicShell,
    code: String,
    once: String,
    error: String,
    is_busy: bool,
}

#[derive(Template)]
#[template(path = "report_answers.html")]
struct AnswersPage {
    t: Texts,
    shell: PublicShell,
    /// The code as it was typed, for the next form of this page.
    code: String,
    /// The number of that form, so that pressed twice it is one message.
    once: String,
    /// Day in words and text of each answer.
    answers: Vec<(String, String)>,
    text: String,
    errors: Vec<(String, String)>,
    is_sent: bool,
    /// Why the node could not take it: [`trouble`].
    trouble: &'static str,
}

async fn ask(State(node): State<Arc<Node>>, visitor: Visitor) -> Result<Response, Failure> {
    page(&AskPage {
        t: visitor.t(),
        shell: visitor.shell(),
        code: String::new(),
        once: draw_number(node.dice.as_ref()),
        error: String::new(),
        is_busy: false,
    })
}

/// One form does it all: read, put away, write again.
async fn take(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    upload: Upload,
) -> Result<Response, Failure> {
    let began = Instant::now();
    let sent = Sent { code: upload.get("code").trim().into(), once: upload.get("once").into() };
    let shown = match upload.get("do") {
        "away" => put_away(&node, &visitor, sent).await,
        "proof" => proof(&node, &visitor, sent).await,
        "proof-file" => proof_file(&node, &visitor, sent).await,
        "forget" => forget(&node, &visitor, sent).await,
        "write" => write(&node, &visitor, sent, upload).await,
        _ => read(&node, &visitor, sent).await,
    }?;
    let is_file = upload_is_file(&shown);
    let filled = match is_file {
        true => shown,
        false => fill(shown, (b"<!--", b"-->", b'.')).await?,
    };
    at_a_steady_pace(began).await;
    Ok(filled)
}

/// What every form of these pages carries.
struct Sent {
    code: String,
    once: String,
}

/// Waits for the next whole step after the work was done.
pub async fn at_a_steady_pace(began: Instant) {
    let spent = u64::try_from(began.elapsed().as_millis()).unwrap_or(0);
    let step = spent.div_ceil(TICK_MS).max(1) * TICK_MS;
    tokio::time::sleep(Duration::from_millis(step - spent)).await;
}

async fn read(node: &Node, visitor: &Visitor, sent: Sent) -> Result<Response, Failure> {
    match come_back(node, &sent.code).await {
        Ok(answers) => page(&answers_page(visitor, sent, &answers)),
        Err(refusal) => asked_again(visitor, sent, refusal),
    }
}

async fn put_away(node: &Node, visitor: &Visitor, sent: Sent) -> Result<Response, Failure> {
    match put_answers_away(node, &sent.code).await {
        Ok(()) => page(&answers_page(visitor, sent, &[])),
        Err(refusal) => asked_again(visitor, sent, refusal),
    }
}

/// A proof as the page shows it.
struct Taken {
    day: String,
    text: String,
    /// Four groups, to be read out.
    opening: String,
}

#[derive(Template)]
#[template(path = "report_proof.html")]
struct ProofPage {
    t: Texts,
    shell: PublicShell,
    code: String,
    taken: Option<Taken>,
    is_forgotten: bool,
}

fn proof_page(visitor: &Visitor, sent: Sent) -> ProofPage {
    let shell = visitor.shell().without_languages();
    ProofPage { t: visitor.t(), shell, code: sent.code, taken: None, is_forgotten: false }
}

async fn proof(node: &Node, visitor: &Visitor, sent: Sent) -> Result<Response, Failure> {
    match prove_report(node, &sent.code).await {
        Ok(taken) => {
            let mut shown = proof_page(visitor, sent);
            shown.taken = taken.map(|taken| Taken {
                day: shown.t.day(&taken.proof.leaf.day),
                text: taken.proof.write(),
                opening: taken.opening.to_string(),
            });
            page(&shown)
        }
        Err(refusal) => asked_again(visitor, sent, refusal),
    }
}

/// The proof as a small file under a name that says nothing.
async fn proof_file(node: &Node, visitor: &Visitor, sent: Sent) -> Result<Response, Failure> {
    match prove_report(node, &sent.code).await {
        Ok(Some(taken)) => {
            let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8");
            let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"receipt.txt\"");
            Ok(([kind, name], taken.proof.write()).into_response())
        }
        Ok(None) => page(&proof_page(visitor, sent)),
        Err(refusal) => asked_again(visitor, sent, refusal),
    }
}

fn upload_is_file(shown: &Response) -> bool {
    shown.headers().contains_key(header::CONTENT_DISPOSITION)
}

async fn forget(node: &Node, visitor: &Visitor, sent: Sent) -> Result<Response, Failure> {
    match forget_code(node, &sent.code).await {
        Ok(()) => {
            let mut shown = proof_page(visitor, sent);
            shown.is_forgotten = true;
            page(&shown)
        }
        Err(refusal) => asked_again(visitor, sent, refusal),
    }
}

async fn write(
    node: &Node,
    visitor: &Visitor,
    sent: Sent,
    upload: Upload,
) -> Result<Response, Failure> {
    let text = upload.get("text").to_owned();
    let (code, once) = (sent.code.clone(), sent.once.clone());
    let mut shown = answers_page(visitor, sent, &[]);
    if upload.is_cut {
        let sentence = shown.t.say("report-limit-kept");
        shown.text = text;
        shown.errors = vec![("files".to_owned(), sentence)];
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    match write_again_once(node, &once, &code, &text, upload.files).await {
        Ok(()) => {
            shown.is_sent = true;
            shown.once = next_number(&once);
            page(&shown)
        }
        Err(refusal) if refusal.fields.iter().any(|c| c.field == "code") => {
            asked_again(visitor, Sent { code, once }, refusal)
        }
        Err(refusal) if refusal.kind == RefusalKind::BadInput => {
            shown.text = text;
            shown.errors = sentences(shown.t, &refusal.fields);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
        Err(refusal) if !trouble(&refusal).is_empty() => {
            tell_operator(&refusal);
            shown.text = text;
            shown.trouble = trouble(&refusal);
            page_with(StatusCode::SERVICE_UNAVAILABLE, &shown)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn answers_page(visitor: &Visitor, sent: Sent, answers: &[Answer]) -> AnswersPage {
    let t = visitor.t();
    AnswersPage {
        shell: visitor.shell().without_languages(),
        answers: answers
            .iter()
            .map(|answer| (t.day(&answer.written_on), answer.text.show().into_owned()))
            .collect(),
        t,
        code: sent.code,
        once: sent.once,
        text: String::new(),
        errors: Vec::new(),
        is_sent: false,
        trouble: "",
    }
}

/// The code cannot be read as one, or the node has no place now.
fn asked_again(visitor: &Visitor, sent: Sent, refusal: Refusal) -> Result<Response, Failure> {
    let is_busy = refusal.kind == RefusalKind::Busy;
    if !is_busy && refusal.kind != RefusalKind::BadInput {
        return Err(refusal.into());
    }
    let t = visitor.t();
    let said = refusal.fields.first().map(|c| t.phrase(&c.phrase)).unwrap_or_default();
    let shell = visitor.shell().without_languages();
    let page = AskPage { t, shell, code: sent.code, once: sent.once, error: said, is_busy };
    let status =
        if is_busy { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &page)
}

fn sentences(t: Texts, complaints: &[Complaint]) -> Vec<(String, String)> {
    complaints.iter().map(|c| (c.field.clone(), t.phrase(&c.phrase))).collect()
}

/// Fills the page up to a whole step of bytes and keeps it from being compressed, so that its
/// size on the wire tells nothing of what stands in it.
pub async fn fill(
    response: Response,
    (open, close, filler): (&[u8], &[u8], u8),
) -> Result<Response, Failure> {
    let (mut parts, body) = response.into_parts();
    let internal = || Failure::of_status(StatusCode::INTERNAL_SERVER_ERROR);
    let bytes = axum::body::to_bytes(body, UPLOAD_BYTES_MAX).await.map_err(|_| internal())?;
    let mut filled = bytes.to_vec();
    let least = filled.len() + open.len() + close.len();
    let size = least.div_ceil(PAGE_BYTES) * PAGE_BYTES;
    filled.extend_from_slice(open);
    filled.resize(size - close.len(), filler);
    filled.extend_from_slice(close);
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("identity"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Ok((parts, Body::from(filled)).into_response())
}

impl AnswersPage {
    fn error(&self, field: &str) -> String {
        let found = self.errors.iter().find(|(name, _)| name == field);
        found.map(|(_, sentence)| sentence.clone()).unwrap_or_default()
    }
}
