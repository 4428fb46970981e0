//! The JSON API for the same: tell, come back, write again. Unknown fields are refused; the code
//! stands in a body and never in an address. The OpenAPI document is made from the doors.

use crate::errors::IsDressed;
use crate::pages::report_back::{at_a_steady_pace, fill};
use crate::upload::UPLOAD_BYTES_MAX;
use crate::{Failure, Route, Texts, Visitor};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lexicon::Language;
use protection::hint::{Channel, Fact, HintForm, TICKS_MAX};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Instant;
use utoipa::ToSchema;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Type};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use workflow::come_back::{come_back, put_answers_away};
use workflow::receive_hint::{SentFile, SentHint, receive_hint};
use workflow::write_again::write_again;
use workflow::{Node, Refusal, RefusalKind};

/// Bytes of a hint or message with files in base64.
const BODY_BYTES_MAX: usize = UPLOAD_BYTES_MAX / 3 * 4;
/// Bytes of a body that holds a code only.
const CODE_BYTES_MAX: usize = 4 * 1024;

/// The doors of the API.
pub const ROUTES: &[Route] = &[
    Route::open_post("/api/v1/hints", || post(send_hint)).public().bytes_max(BODY_BYTES_MAX),
    Route::open_post("/api/v1/returns", || post(read_answers)).public().bytes_max(CODE_BYTES_MAX),
    Route::open_post("/api/v1/returns/away", || post(put_away)).public().bytes_max(CODE_BYTES_MAX),
    Route::open_post("/api/v1/messages", || post(send_message)).public().bytes_max(BODY_BYTES_MAX),
    Route::open_get("/api/v1/openapi.json", || get(document)).everywhere(),
];

/// A file. Only JPEG, PNG and PDF are taken, at most 5 of at most 8 MiB.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ApiFile {
    #[schema(max_length = 255)]
    name: String,
    /// The bytes in base64.
    #[schema(content_encoding = "base64")]
    content: String,
}

/// What can be ticked, as on the form.
fn ticks() -> ArrayBuilder {
    let ids = Fact::TICKS.iter().map(|fact| fact.id());
    let tick = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(ids));
    ArrayBuilder::new().items(tick).max_items(Some(TICKS_MAX))
}

/// A hint. Nothing is required; one of text, ticks, danger or files must say something.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
struct ApiHint {
    /// Free words in any language.
    #[schema(max_length = 20_000)]
    text: String,
    #[schema(max_length = 500)]
    place: String,
    #[schema(max_length = 500)]
    contact: String,
    #[schema(max_length = 500)]
    contact_when: String,
    #[schema(max_length = 500)]
    languages: String,
    /// Who writes; empty when not said.
    #[schema(pattern = "^(self|other|refused)?$")]
    who: String,
    /// Who needs help; empty when not said.
    #[schema(pattern = "^(adult|child|unknown|refused)?$")]
    about: String,
    /// Danger now; empty when not said.
    #[schema(pattern = "^(yes|no|unknown|refused)?$")]
    danger: String,
    #[schema(schema_with = ticks)]
    ticks: Vec<String>,
    /// Language of the one who writes.
    #[schema(pattern = "^(en|fr|pt|es)$")]
    language: Option<String>,
    #[schema(max_items = 5)]
    files: Vec<ApiFile>,
}

/// The receipt code, shown this once. Digits and words mean the same.
#[derive(Serialize, ToSchema)]
struct ApiReceipt {
    digits: String,
    words: String,
    /// `danger`, `today` or `week`: by when a person reads it.
    urgency: &'static str,
    /// The law asks that child protection is told.
    is_child: bool,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ApiCode {
    /// The digits or the six words.
    #[schema(max_length = 200)]
    code: String,
}

#[derive(Serialize, ToSchema)]
struct ApiAnswer {
    /// `2026-11-23`.
    written_on: String,
    text: String,
}

/// Answers not yet put away; empty as well for a code that does not exist.
#[derive(Serialize, ToSchema)]
struct ApiAnswers {
    answers: Vec<ApiAnswer>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ApiMessage {
    #[schema(max_length = 200)]
    code: String,
    #[serde(default)]
    #[schema(max_length = 20_000)]
    text: String,
    #[serde(default)]
    #[schema(max_items = 5)]
    files: Vec<ApiFile>,
}

/// Done, if the code is right.
#[derive(Serialize, ToSchema)]
struct ApiDone {
    is_taken_if_code_is_right: bool,
}

/// What must be changed.
#[derive(Serialize, ToSchema)]
struct ApiError {
    /// A short name, as `bad-input`.
    error: &'static str,
    /// A sentence in the reader's language.
    said: String,
    fields: Vec<ApiFieldError>,
}

#[derive(Serialize, ToSchema)]
struct ApiFieldError {
    field: String,
    said: String,
}

/// Tell what is happening.
///
/// Show before use: the program that sends it sees the words, and the network sees that this
/// address was reached; a trained person of the help desk reads them, immigration control never.
#[utoipa::path(post, path = "/api/v1/hints", request_body = ApiHint, responses(
    (status = 201, body = ApiReceipt), (status = 400, body = ApiError),
    (status = 413, body = ApiError), (status = 422, body = ApiError),
    (status = 503, body = ApiError)))]
async fn send_hint(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    body: Bytes,
) -> Result<Response, Failure> {
    let sent: ApiHint = match read(&visitor, &body) {
        Ok(sent) => sent,
        Err(refused) => return Ok(refused),
    };
    let files = match files(sent.files) {
        Ok(files) => files,
        Err(refusal) => return refuse(&visitor, refusal),
    };
    let language = sent.language.as_deref().and_then(Language::find).unwrap_or(visitor.language);
    let form = HintForm {
        text: sent.text,
        place: sent.place,
        contact: sent.contact,
        contact_when: sent.contact_when,
        languages: sent.languages,
        who: sent.who,
        about: sent.about,
        danger: sent.danger,
        ticks: sent.ticks,
    };
    let (channel, once) = (Channel::Api, String::new());
    match receive_hint(&node, SentHint { form, files, language, channel, once }).await {
        Ok(received) => Ok((
            StatusCode::CREATED,
            Json(ApiReceipt {
                digits: received.receipt.digits().to_string(),
                words: received.receipt.words().to_string(),
                urgency: received.urgency.id(),
                is_child: received.is_child,
            }),
        )
            .into_response()),
        Err(refusal) => refuse(&visitor, refusal),
    }
}

/// Read the answers.
#[utoipa::path(post, path = "/api/v1/returns", request_body = ApiCode, responses(
    (status = 200, body = ApiAnswers), (status = 400, body = ApiError),
    (status = 413, body = ApiError), (status = 422, body = ApiError),
    (status = 503, body = ApiError)))]
async fn read_answers(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    body: Bytes,
) -> Result<Response, Failure> {
    let began = Instant::now();
    let sent: ApiCode = match read(&visitor, &body) {
        Ok(sent) => sent,
        Err(refused) => return Ok(refused),
    };
    let shown = match come_back(&node, &sent.code).await {
        Ok(answers) => {
            let answers = answers.iter().map(|answer| ApiAnswer {
                written_on: answer.written_on.to_string(),
                text: answer.text.show().into_owned(),
            });
            Json(ApiAnswers { answers: answers.collect() }).into_response()
        }
        Err(refusal) => refuse(&visitor, refusal)?,
    };
    let filled = fill(shown, (b"", b"", b' ')).await?;
    at_a_steady_pace(began).await;
    Ok(filled)
}

/// Put the answers away: they are not shown again.
#[utoipa::path(post, path = "/api/v1/returns/away", request_body = ApiCode, responses(
    (status = 200, body = ApiDone), (status = 400, body = ApiError),
    (status = 413, body = ApiError), (status = 422, body = ApiError),
    (status = 503, body = ApiError)))]
async fn put_away(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    body: Bytes,
) -> Result<Response, Failure> {
    let began = Instant::now();
    let sent: ApiCode = match read(&visitor, &body) {
        Ok(sent) => sent,
        Err(refused) => return Ok(refused),
    };
    let outcome = put_answers_away(&node, &sent.code).await;
    finish(&visitor, outcome, began).await
}

/// Write again, also after the hint became a case.
#[utoipa::path(post, path = "/api/v1/messages", request_body = ApiMessage, responses(
    (status = 200, body = ApiDone), (status = 400, body = ApiError),
    (status = 413, body = ApiError), (status = 422, body = ApiError),
    (status = 503, body = ApiError)))]
async fn send_message(
    State(node): State<Arc<Node>>,
    visitor: Visitor,
    body: Bytes,
) -> Result<Response, Failure> {
    let began = Instant::now();
    let sent: ApiMessage = match read(&visitor, &body) {
        Ok(sent) => sent,
        Err(refused) => return Ok(refused),
    };
    let outcome = match files(sent.files) {
        Ok(files) => write_again(&node, &sent.code, &sent.text, files).await,
        Err(refusal) => Err(refusal),
    };
    finish(&visitor, outcome, began).await
}

/// This document.
#[utoipa::path(get, path = "/api/v1/openapi.json", responses((status = 200)))]
async fn document() -> Response {
    Json(open_api()).into_response()
}

/// The document, made from the functions that answer.
pub fn open_api() -> utoipa::openapi::OpenApi {
    let router: OpenApiRouter<Arc<Node>> = OpenApiRouter::new()
        .routes(routes!(send_hint))
        .routes(routes!(read_answers))
        .routes(routes!(put_away))
        .routes(routes!(send_message))
        .routes(routes!(document));
    let (_, mut api) = router.split_for_parts();
    api.info.title = "Mangrove".to_owned();
    api.info.description = None;
    api.info.version = "1".to_owned();
    api
}

async fn finish(
    visitor: &Visitor,
    outcome: Result<(), Refusal>,
    began: Instant,
) -> Result<Response, Failure> {
    let shown = match outcome {
        Ok(()) => Json(ApiDone { is_taken_if_code_is_right: true }).into_response(),
        Err(refusal) => refuse(visitor, refusal)?,
    };
    let filled = fill(shown, (b"", b"", b' ')).await?;
    at_a_steady_pace(began).await;
    Ok(filled)
}

/// Reads a body; a field the API does not know refuses the whole.
#[expect(clippy::result_large_err, reason = "the answer is made once and sent at once")]
fn read<T: DeserializeOwned>(visitor: &Visitor, body: &[u8]) -> Result<T, Response> {
    // A list would be read as the fields in their order, without their names.
    let is_list = body.trim_ascii_start().first() == Some(&b'[');
    let body = if is_list { b"".as_slice() } else { body };
    serde_json::from_slice(body).map_err(|error| {
        let t = visitor.t();
        let what = if error.is_data() { error.to_string() } else { String::new() };
        let field = named(&what).or_else(|| mistyped::<T>(body)).unwrap_or_default();
        let fields = vec![ApiFieldError { field, said: what }];
        answer(StatusCode::BAD_REQUEST, "not-readable", t.say("error-400-help"), fields)
    })
}

/// The field that a complaint of the reader names between backticks.
fn named(what: &str) -> Option<String> {
    let names = ["unknown field `", "missing field `", "duplicate field `"];
    let rest = names.iter().find_map(|start| what.strip_prefix(start))?;
    rest.split('`').next().map(str::to_owned)
}

/// The field whose value is of a wrong type, found by reading each alone.
fn mistyped<T: DeserializeOwned>(body: &[u8]) -> Option<String> {
    let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).ok()?;
    let is_wrong = |(name, value): &(String, serde_json::Value)| {
        let alone = serde_json::json!({ name: value });
        let read = serde_json::from_value::<T>(alone);
        read.is_err_and(|error| !error.to_string().starts_with("missing field"))
    };
    fields.into_iter().find(is_wrong).map(|(name, _)| name)
}

fn files(sent: Vec<ApiFile>) -> Result<Vec<SentFile>, Refusal> {
    let decoded = sent.into_iter().map(|file| {
        let bytes = STANDARD.decode(&file.content).map_err(|_| {
            let why = protection::attachment::Refused::Damaged;
            Refusal::field("files", why.phrase(&file.name))
        })?;
        Ok(SentFile { name: file.name, bytes })
    });
    decoded.collect()
}

fn refuse(visitor: &Visitor, refusal: Refusal) -> Result<Response, Failure> {
    if refusal.kind != RefusalKind::BadInput {
        return Err(refusal.into());
    }
    let t: Texts = visitor.t();
    let fields = refusal
        .fields
        .iter()
        .map(|c| ApiFieldError { field: c.field.clone(), said: t.phrase(&c.phrase) })
        .collect();
    Ok(answer(StatusCode::UNPROCESSABLE_ENTITY, "bad-input", t.phrase(&refusal.said), fields))
}

fn answer(
    status: StatusCode,
    error: &'static str,
    said: String,
    fields: Vec<ApiFieldError>,
) -> Response {
    let mut response = (status, Json(ApiError { error, said, fields })).into_response();
    response.extensions_mut().insert(IsDressed);
    response
}

#[cfg(test)]
mod tests {
    use super::{ApiHint, ROUTES, open_api};
    use std::collections::BTreeSet;

    #[test]
    fn the_document_names_every_door_of_the_api_and_no_other() {
        let doors: BTreeSet<&str> = ROUTES.iter().map(|route| route.path).collect();
        let api = open_api();
        let named: BTreeSet<&str> = api.paths.paths.keys().map(String::as_str).collect();
        assert_eq!(doors, named);
        let text = serde_json::to_string(&api).unwrap();
        for schema in ["ApiHint", "ApiReceipt", "ApiAnswers", "ApiMessage", "ApiError"] {
            assert!(text.contains(&format!("\"{schema}\"")), "{schema}");
        }
    }

    // proves: P-16
    #[test]
    fn p16_a_field_the_api_does_not_know_is_refused() {
        assert!(serde_json::from_str::<ApiHint>(r#"{"text":"Help"}"#).is_ok());
        for wrong in [r#"{"text":"x","ip":"1.2.3.4"}"#, r#"{"files":[{"name":"a","size":1}]}"#] {
            assert!(serde_json::from_str::<ApiHint>(wrong).is_err(), "{wrong}");
        }
        assert_eq!(super::named("unknown field `ip`, expected one of").as_deref(), Some("ip"));
        assert_eq!(super::named("invalid type: integer `1`, expected a string"), None);
        let wrong = br#"{"text":"x","files":[{"name":1,"content":""}]}"#;
        assert_eq!(super::mistyped::<ApiHint>(wrong).as_deref(), Some("files"));
    }
}
