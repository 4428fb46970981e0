//! `POST /api/v1/screenings/advice`: the same line and the same answer as `mangrove screen`, one
//! at a time and kept nowhere. For help and labour desks, as the pages.

use crate::errors::IsDressed;
use crate::{Failure, Officer};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use protection::screening::Observations;
use std::sync::Arc;
use utoipa::ToSchema;
use workflow::Node;
use workflow::screen_person::{may_see_screenings, screening_rules};

/// What was observed, asked and refused. Unknown fields and ids are refused.
#[derive(ToSchema)]
#[allow(dead_code, reason = "describes the request; the line is read by protection::screening")]
pub struct AdviceQuestion {
    /// The sender's own id for the line, at most 200 bytes.
    id: String,
    /// `adult`, `child` or `unknown`.
    age: String,
    #[schema(default = false)]
    believed_child: Option<bool>,
    /// Ids of indicators.
    observed: Vec<String>,
    /// Ids of indicators and questions.
    asked: Option<Vec<String>>,
    /// Ids of indicators and questions.
    refused: Option<Vec<String>>,
    #[schema(default = false)]
    intended: Option<bool>,
    #[schema(default = false)]
    benefit_ruled_out: Option<bool>,
    /// Profession whose short form orders the questions.
    profession: Option<String>,
}

/// Advice to a trained human; never a decision, without a printed form.
#[derive(ToSchema)]
#[allow(dead_code, reason = "describes the answer; it is written by protection::screening")]
pub struct AdviceAnswer {
    id: String,
    result: String,
    /// The row of the decision table.
    decision: String,
    /// The second finding.
    also: Option<String>,
    /// The nine inputs of the decision table.
    inputs: std::collections::BTreeMap<String, String>,
    actions: Vec<String>,
    age_basis: String,
    rank: i64,
    urgent: bool,
    stop_removal: bool,
    trafficking_rescreen: bool,
    /// 0 = does not lapse.
    expiry_days: u32,
    /// Always false.
    printable: bool,
    /// Ids of questions still open.
    not_asked: Vec<String>,
}

/// Advice for what was observed, asked and refused.
#[utoipa::path(
    post,
    path = "/api/v1/screenings/advice",
    tag = "screenings",
    request_body = AdviceQuestion,
    responses(
        // not shown: these stand in the description of the API, in English.
        (status = 200, description = "Advice", body = AdviceAnswer),
        // not shown: as above.
        (status = 401, description = "Nobody is signed in"),
        // not shown: as above.
        (status = 403, description = "Not a help or labour desk"),
        // not shown: as above.
        (status = 422, description = "A field cannot be accepted; the answer names it"),
    )
)]
pub async fn advise(
    State(node): State<Arc<Node>>,
    officer: Officer,
    sent: Bytes,
) -> Result<Response, Failure> {
    if !may_see_screenings(&node, &officer.signed) {
        return Err(Failure::of_status(StatusCode::FORBIDDEN));
    }
    let rules = screening_rules(&node).await?;
    match Observations::read(&sent, &rules) {
        Ok(line) => {
            let judgement = rules.judge(&line);
            Ok(Json(judgement.advice(&line.id, &rules)).into_response())
        }
        Err(wrong) => {
            let said = wrong.phrase.say(officer.language);
            let body = serde_json::json!({
                "error": "422",
                "fields": [{ "field": wrong.field, "said": said }],
            });
            let kind = [(header::CONTENT_TYPE, "application/json")];
            let mut response =
                (StatusCode::UNPROCESSABLE_ENTITY, kind, body.to_string()).into_response();
            response.extensions_mut().insert(IsDressed);
            Ok(response)
        }
    }
}
