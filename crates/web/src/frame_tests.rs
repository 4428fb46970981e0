//! The frame of both listeners: headers, errors, templates, styles.

use crate::{Face, dressed, headers};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use std::fs;
use std::path::{Path, PathBuf};
use tower::ServiceExt;

async fn ask(face: Face, request: Request<Body>) -> Response {
    let router = Router::new()
        .route("/page", get(|| async { "page" }))
        .route("/form", post(|| async { "changed" }))
        .route("/api/v1/thing", get(|| async { StatusCode::NOT_FOUND }))
        .route("/busy", get(|| async { StatusCode::SERVICE_UNAVAILABLE }))
        .route("/assets/{name}", get(crate::assets::serve));
    dressed(router, face).oneshot(request).await.unwrap()
}

fn get_of(path: &str) -> Request<Body> {
    Request::get(path).header(header::HOST, "a.example").body(Body::empty()).unwrap()
}

async fn text(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

// proves: P-21
#[tokio::test]
async fn p21_every_answer_carries_every_header_also_when_it_fails() {
    for path in ["/page", "/nothing-here", "/form", "/api/v1/thing", "/busy"] {
        let response = ask(Face::Staff, get_of(path)).await;
        for (name, value) in headers::EVERY_ANSWER {
            assert_eq!(response.headers().get(&name).unwrap(), value, "{path} {name}");
        }
    }
    let policy = headers::CONTENT_SECURITY_POLICY;
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
    assert!(!policy.contains("script-src") && !policy.contains("http"));
    let scripted = headers::POLICY_WITH_SCRIPT;
    assert_eq!(scripted.replace(" script-src 'self'; connect-src 'self';", ""), policy);
}

#[tokio::test]
async fn failures_are_neutral_pages_in_the_readers_language() {
    let check = async |path: &str, status: StatusCode, said: &str| {
        let response = ask(Face::Public, get_of(path)).await;
        assert_eq!(response.status(), status, "{path}");
        let body = text(response).await;
        assert!(body.contains(said), "{path}: {body}");
        assert!(!body.contains("secret-name"), "{path} repeats the request");
    };
    check("/secret-name", StatusCode::NOT_FOUND, "There is nothing here").await;
    check("/secret-name?lang=pt", StatusCode::NOT_FOUND, "Não há nada aqui").await;
    check("/form", StatusCode::METHOD_NOT_ALLOWED, "This page works another way").await;
    check("/busy?lang=es", StatusCode::SERVICE_UNAVAILABLE, "Muchas personas escriben").await;
    let long = format!("/page?secret-name={}", "x".repeat(5000));
    check(&long, StatusCode::URI_TOO_LONG, "The address is too long").await;
}

#[tokio::test]
async fn a_busy_node_says_when_to_come_back_and_the_api_answers_json() {
    let busy = ask(Face::Public, get_of("/busy")).await;
    assert_eq!(busy.headers().get(header::RETRY_AFTER).unwrap(), "60");
    let missing = ask(Face::Staff, get_of("/api/v1/thing")).await;
    assert_eq!(missing.headers().get(header::CONTENT_TYPE).unwrap(), "application/json");
    assert!(text(missing).await.contains("\"error\":\"404\""));
}

// proves: P-14
#[tokio::test]
async fn p14_an_error_on_the_public_side_has_the_way_out_and_is_not_kept() {
    let response = ask(Face::Public, get_of("/nothing-here")).await;
    assert_eq!(response.headers().get(header::CACHE_CONTROL).unwrap(), "no-store");
    let body = text(response).await;
    assert!(body.contains("class=\"exit\" href=\"https://") && body.contains("rel=\"noreferrer"));
    assert!(body.contains("<title>Information</title>") && !body.contains("Mangrove"));
}

// proves: P-21
#[tokio::test]
async fn p21_a_form_of_another_site_changes_nothing() {
    let sent = |site: &str| {
        let request = Request::post("/form").header(header::HOST, "a.example");
        request.header("sec-fetch-site", site).body(Body::empty()).unwrap()
    };
    assert_eq!(ask(Face::Public, sent("cross-site")).await.status(), StatusCode::FORBIDDEN);
    assert_eq!(ask(Face::Public, sent("same-origin")).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn styles_are_compressed_kept_for_ever_and_not_sent_twice() {
    let style = crate::assets::style();
    let request = Request::get(&style).header(header::ACCEPT_ENCODING, "gzip");
    let response = ask(Face::Public, request.body(Body::empty()).unwrap()).await;
    assert_eq!(response.headers().get(header::CONTENT_ENCODING).unwrap(), "gzip");
    let kept = response.headers().get(header::CACHE_CONTROL).unwrap();
    assert!(kept.to_str().unwrap().contains("immutable"));
    let tag = response.headers().get(header::ETAG).unwrap().clone();
    let size = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap().len();
    assert!(size < 12_000, "the stylesheet is {size} bytes compressed");
    let again = Request::get(&style).header(header::IF_NONE_MATCH, tag);
    let response = ask(Face::Public, again.body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
}

fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.is_file());
    texts.map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

// proves: P-21, row 8.13
#[test]
fn p21_templates_hold_no_script_no_style_and_nothing_from_elsewhere() {
    // The one script of the house, in the frame of officers' pages.
    let script = "<script src=\"{{ shell.script() }}\" defer></script>";
    for (path, template) in files("templates") {
        let template = match path.ends_with("staff.html") {
            true => template.replacen(script, "", 1),
            false => template,
        };
        let banned = [
            " style=",
            "<style",
            "<script",
            "javascript:",
            " onclick",
            " onload",
            " onsubmit",
            "http://",
            "https://",
            "<iframe",
            "<foreignObject",
            "src=\"data:",
        ];
        for word in banned {
            assert!(!template.contains(word), "{}: {word}", path.display());
        }
        for form in template.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap();
            let is_staff = template.contains("extends \"staff.html\"");
            let is_post = form.contains("method=\"post\"");
            let has_token = form.contains("::token(");
            assert!(!is_staff || !is_post || has_token, "{}: no token", path.display());
        }
    }
}

// proves: row 8.12
#[test]
fn styles_use_logical_properties_only() {
    let physical = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "text-align: left",
        "text-align: right",
        "float: left",
        "float: right",
    ];
    for (path, style) in files("assets").into_iter().filter(|(path, _)| path.ends_with("css")) {
        for word in physical {
            assert!(!style.contains(word), "{}: {word}", path.display());
        }
    }
}

/// The text with what stands between two marks turned into a blank.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut parts = text.split(begin);
    let first = parts.next().unwrap().to_owned();
    let rest = parts.map(|part| part.split_once(end).map_or("", |(_, kept)| kept));
    rest.fold(first, |kept, part| kept + " " + part)
}

#[test]
fn every_class_a_template_names_has_a_style() {
    let styles: String = files("assets").into_iter().map(|(_, text)| text).collect();
    let mut missing = Vec::new();
    for (path, template) in files("templates") {
        let template = without(&without(&template, "{%", "%}"), "{{", "}}");
        for named in template.split("class=\"").skip(1) {
            let plain = named.split('"').next().unwrap();
            for class in plain.split_whitespace().filter(|c| !c.is_empty()) {
                let is_word = class.chars().all(|c| c.is_ascii_lowercase() || "-123".contains(c));
                let is_whole = is_word && class.len() > 1 && !class.ends_with('-');
                if is_whole && !styles.contains(&format!(".{class}")) {
                    missing.push(format!("{}: {class}", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "classes without a style:\n{}", missing.join("\n"));
}

#[test]
fn every_drawing_a_template_names_exists() {
    for (path, template) in files("templates") {
        for named in template.split("icon(\"").chain(template.split("picture(\"")).skip(1) {
            let name = named.split('"').next().unwrap();
            let is_name = name.chars().all(|c| c.is_ascii_lowercase());
            let is_found = !is_name || name.is_empty() || !crate::icons::shape(name).is_empty();
            assert!(is_found, "{}: {name}", path.display());
        }
    }
}

/// Texts asked for by key: `say("…")`, `with("…"`, `Phrase::new("…")`, `Refusal::new(…, "…")`.
fn keys_in(source: &str) -> Vec<String> {
    let begins = ["say(\"", ".with(\"", ".with2(\"", "Phrase::new(\"", "Complaint::of(\""];
    let found = begins.iter().flat_map(|begin| source.split(begin).skip(1));
    let keys = found.filter_map(|rest| rest.split('"').next());
    let is_key = |key: &&str| {
        let letters = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        letters && key.contains('-') && !key.ends_with('-')
    };
    keys.filter(is_key).map(str::to_owned).collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let is_source = entry.extension().is_some_and(|end| end == "rs" || end == "html");
        match entry.is_dir() {
            true if !entry.ends_with("target") => sources(&entry, found),
            false if is_source && !entry.ends_with("frame_tests.rs") => found.push(entry),
            _ => {}
        }
    }
}

// proves: row 8.12
#[test]
fn row_8_12_every_key_that_code_or_a_template_asks_for_exists() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = Vec::new();
    for name in ["web", "workflow", "mangrove", "store", "guard", "protection", "statistics"] {
        for part in ["src", "templates"] {
            let folder = crates.join(name).join(part);
            if folder.is_dir() {
                sources(&folder, &mut found);
            }
        }
    }
    let mut missing = Vec::new();
    for path in found {
        let source = fs::read_to_string(&path).unwrap();
        // A test may ask for a key that does not exist.
        let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
        for key in keys_in(source) {
            if !lexicon::phrase::has(lexicon::language::ENGLISH, &key) {
                missing.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "keys without a text:\n{}", missing.join("\n"));
}
