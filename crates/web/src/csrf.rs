//! No change without the token of the page. Every POST on the staff listener must come from the
//! node's own pages: the browser says so where it can, and the form carries the session's token.

use crate::errors::Failure;
use crate::officer;
use crate::routes::{self, FORM_BYTES_MAX};
use axum::body::{Body, Bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, StreamExt};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use workflow::Node;

/// The field of a form, or the header of the API, that carries the token.
pub const FIELD: &str = "csrf";
pub const HEADER: &str = "x-csrf-token";

/// In a form with files the token stands first, within these bytes.
const HEAD_BYTES_MAX: usize = 4096;
/// Large forms without files that are in memory at once; further ones wait for their place.
static LARGE: Semaphore = Semaphore::const_new(4);
/// How long a large form waits for its place.
const LARGE_WAIT: Duration = Duration::from_secs(60);

/// Refuses what another site sent. Stands on both listeners.
pub async fn refuse_other_sites(request: Request, next: Next) -> Response {
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !is_reading && is_from_elsewhere(request.headers(), request.uri()) {
        return Failure::token().into_response();
    }
    next.run(request).await
}

/// What the browser says of where a form came from. A page under `no-referrer` sends the origin
/// `null`, so that alone says nothing.
fn is_from_elsewhere(headers: &HeaderMap, uri: &Uri) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if text("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none") {
        return true;
    }
    let host = text(header::HOST.as_str()).or(uri.authority().map(|a| a.as_str()));
    let origin = text(header::ORIGIN.as_str()).filter(|origin| *origin != "null");
    origin.is_some_and(|origin| origin.split("://").nth(1) != host)
}

/// Refuses a change without the token of the session (or, before sign-in, of the process).
pub async fn need_token(State(node): State<Arc<Node>>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let signed = officer::signed(&node, request.headers()).map(|(_, signed)| signed);
    let bytes_max = bytes_max(&request, signed.is_some());
    let expected = match signed {
        Some(signed) => signed.form_token,
        None => before_sign_in(&node).to_owned(),
    };
    let _place = if bytes_max > FORM_BYTES_MAX && !is_in_parts(request.headers()) {
        match tokio::time::timeout(LARGE_WAIT, LARGE.acquire()).await {
            Ok(Ok(place)) => Some(place),
            _ => return Failure::of_status(StatusCode::SERVICE_UNAVAILABLE).into_response(),
        }
    } else {
        None
    };
    match check(request, &expected, bytes_max).await {
        Ok(request) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}

/// The token of forms that nobody has signed in to see. Made by chance once per process.
pub fn before_sign_in(node: &Node) -> &'static str {
    static TOKEN: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    TOKEN.get_or_init(|| {
        let mut bytes = [0_u8; 32];
        node.dice.fill(&mut bytes);
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    })
}

/// How much of a body is read to look for the token: what the door takes, and of somebody who is
/// not signed in no more than an ordinary form.
fn bytes_max(request: &Request, is_signed_in: bool) -> usize {
    let door = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let taken = door.map_or(0, routes::bytes_max).max(FORM_BYTES_MAX);
    if is_signed_in { taken } else { FORM_BYTES_MAX }
}

async fn check(request: Request, expected: &str, bytes_max: usize) -> Result<Request, Failure> {
    let (parts, body) = request.into_parts();
    let sent = parts.headers.get(HEADER).and_then(|value| value.to_str().ok()).map(str::to_owned);
    if let Some(sent) = sent {
        return if is_same(&sent, expected) {
            Ok(Request::from_parts(parts, body))
        } else {
            Err(Failure::token())
        };
    }
    if is_in_parts(&parts.headers) {
        return check_parts(parts, body, (expected, bytes_max)).await;
    }
    let bytes = axum::body::to_bytes(body, bytes_max)
        .await
        .map_err(|_| Failure::of_status(StatusCode::PAYLOAD_TOO_LARGE))?;
    if in_form(&bytes).is_some_and(|sent| is_same(&sent, expected)) {
        return Ok(Request::from_parts(parts, Body::from(bytes)));
    }
    Err(Failure::token())
}

fn is_in_parts(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// Reads no more of a form with files than its head, in which the token stands; the page gets the
/// head and then the rest as it comes, so that a large file is never in memory whole.
async fn check_parts(
    parts: Parts,
    body: Body,
    (expected, bytes_max): (&str, usize),
) -> Result<Request, Failure> {
    let mut rest = body.into_data_stream();
    let mut head = Vec::new();
    let mut sent = None;
    while sent.is_none() && head.len() < HEAD_BYTES_MAX {
        match rest.next().await {
            Some(Ok(chunk)) => head.extend_from_slice(&chunk),
            Some(Err(_)) => return Err(Failure::bad_input()),
            None => break,
        }
        if head.len() > bytes_max {
            return Err(Failure::of_status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        sent = in_parts(&head);
    }
    if sent.is_some_and(|sent| is_same(&sent, expected)) {
        let head = stream::iter([Ok(Bytes::from(head))]);
        return Ok(Request::from_parts(parts, Body::from_stream(head.chain(rest))));
    }
    Err(Failure::token())
}

/// The token in `a=b&csrf=…`. It is made of plain letters, so nothing is decoded.
fn in_form(bytes: &Bytes) -> Option<String> {
    let mut fields = bytes.split(|byte| *byte == b'&');
    let value = fields.find_map(|field| field.strip_prefix(b"csrf="))?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// The token in the first part of a form with files.
fn in_parts(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD_BYTES_MAX.min(bytes.len()))?).into_owned();
    let after = head.split_once("name=\"csrf\"")?.1.split_once("\r\n\r\n")?.1;
    Some(after.split_once("\r\n")?.0.to_owned())
}

/// Compares by hash, so that the time taken tells nothing of the token.
fn is_same(sent: &str, expected: &str) -> bool {
    let is_long = sent.len() >= 16;
    is_long && Sha256::digest(sent.as_bytes()) == Sha256::digest(expected.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{in_form, in_parts, is_from_elsewhere, is_same};
    use axum::body::Bytes;
    use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};

    #[test]
    fn the_token_is_read_from_both_kinds_of_form() {
        assert_eq!(in_form(&Bytes::from("a=1&csrf=abc&b=2")).as_deref(), Some("abc"));
        assert_eq!(in_form(&Bytes::from("a=1&xcsrf=abc")), None);
        let parts = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nabc\r\n--x--\r\n";
        assert_eq!(in_parts(&Bytes::from(parts)).as_deref(), Some("abc"));
        assert_eq!(in_parts(&Bytes::from("--x\r\n")), None);
    }

    #[test]
    fn an_empty_or_other_token_is_never_the_same() {
        assert!(!is_same("", ""));
        assert!(!is_same("0123456789abcdef0", "0123456789abcdef1"));
        assert!(is_same("0123456789abcdef", "0123456789abcdef"));
    }

    #[test]
    fn p21_a_form_of_another_site_is_told_by_what_the_browser_says() {
        let check = |said: &[(&'static str, &'static str)], expected: bool| {
            let mut headers = HeaderMap::new();
            for (name, value) in said {
                headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
            let is_elsewhere = is_from_elsewhere(&headers, &Uri::from_static("/hints"));
            assert_eq!(is_elsewhere, expected, "{said:?}");
        };
        check(&[("host", "a.example:1")], false);
        check(&[("host", "a.example:1"), ("origin", "http://a.example:1")], false);
        check(&[("host", "a.example:1"), ("origin", "null")], false);
        check(&[("host", "a.example:1"), ("origin", "http://b.example")], true);
        check(&[("host", "a.example:1"), ("sec-fetch-site", "same-site")], true);
        check(&[("host", "a.example:1"), ("sec-fetch-site", "cross-site")], true);
        check(&[("host", "a.example:1"), ("sec-fetch-site", "same-origin")], false);
    }
}
