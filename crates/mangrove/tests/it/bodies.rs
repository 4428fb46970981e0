//! Bodies that nobody would send: spoiled copies of good ones, at every door that takes one.

use crate::doors::addresses;
use crate::html::BOUNDARY;
use crate::world::{Answer, World, ask, world};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use lexicon::Dice;
use lexicon::chance::{SeededDice, spoil};
use web::Face;
use web::routes::all;

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
const HINT: &[u8] = include_bytes!("../corpus/bodies/hint.json");
const MESSAGE: &[u8] = include_bytes!("../corpus/bodies/message.json");
const CODE: &[u8] = include_bytes!("../corpus/bodies/code.json");
const FIELDS: &[u8] = include_bytes!("../corpus/bodies/form.txt");
const PARTS: &[u8] = include_bytes!("../corpus/bodies/parts.bin");
const PIECES: [&[u8]; 16] = [
    b"\r\n",
    b"\r\n\r\n",
    b"--",
    b"------mangroveparts",
    b"name=\"text\"",
    b"filename=\"../../x\"",
    b"&",
    b"%",
    b"%00",
    b"%ff",
    b"\"",
    b"\\ud800",
    b"[[[[[[[[",
    b"{\"a\":",
    b"\0",
    b"\xff\xfe",
];

fn kind_of(good: &[u8]) -> String {
    match good {
        g if g == PARTS => format!("multipart/form-data; boundary={BOUNDARY}"),
        g if g == FIELDS => FORM.to_owned(),
        _ => JSON.to_owned(),
    }
}

/// Spoiled copies of a good body, sent to a door at once: every answer.
async fn answers(router: &Router, path: &str, good: &[u8], rounds: usize) -> Vec<Answer> {
    let dice = SeededDice::new(path.len() as u64 + good.len() as u64);
    let mut sent = tokio::task::JoinSet::new();
    for _ in 0..rounds {
        let mut bytes = good.to_vec();
        for _ in 0..dice.below(5) {
            spoil(&mut bytes, &PIECES, &dice);
        }
        let request = Request::post(path)
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, kind_of(good))
            .body(Body::from(bytes))
            .unwrap();
        let router = router.clone();
        sent.spawn(async move { ask(&router, request).await });
    }
    let mut all = Vec::new();
    while let Some(answer) = sent.join_next().await {
        all.push(answer.expect("no body breaks a door"));
    }
    all
}

async fn count(world: &World, sql: &'static str) -> i64 {
    let mut tx = world.node.read("count").await.expect("a reader");
    tx.row(sql, &[]).await.expect("row").expect("one").int("n").expect("a number")
}

const HINTS: &str = "SELECT COUNT(*) AS n FROM hints";

// proves: P-16
#[tokio::test]
async fn p16_no_body_breaks_a_public_door_and_none_is_taken_by_halves() {
    let world = world().await;
    let before = count(&world, HINTS).await;
    let mut taken = 0;
    for (path, good, rounds, is_hint) in [
        ("/report/form", PARTS, 300, true),
        ("/api/v1/hints", HINT, 300, true),
        ("/report/back", PARTS, 100, false),
        ("/api/v1/messages", MESSAGE, 300, false),
        ("/api/v1/returns", CODE, 300, false),
        ("/api/v1/returns/away", CODE, 300, false),
    ] {
        for answer in answers(&world.public, path, good, rounds).await {
            let is_fault =
                answer.status.is_server_error() && answer.status != StatusCode::SERVICE_UNAVAILABLE;
            assert!(!is_fault, "{path}: {} {}", answer.status, answer.text());
            assert!(answer.header("set-cookie").is_empty() && answer.header("location").is_empty());
            taken += i64::from(is_hint && answer.status.is_success());
        }
    }
    assert!(taken > 50, "only {taken} bodies were taken: the test sees too little");
    assert_eq!(count(&world, HINTS).await, before + taken, "one hint for one receipt");
}

// proves: P-16
#[tokio::test]
async fn p16_no_form_breaks_a_door_of_the_officers() {
    let world = world().await;
    let dice = SeededDice::new(16);
    let (cookie, token) = world.session("caseworker").await;
    let mut doors = 0;
    for route in all().filter(|r| r.face == Face::Staff && r.method == Method::POST) {
        // Leaving ends the session with which the others are tried.
        if route.path == "/lock" {
            continue;
        }
        let address = addresses(&world, route.path).swap_remove(0);
        for _ in 0..25 {
            let mut bytes = FIELDS.to_vec();
            for _ in 0..dice.below(5) {
                spoil(&mut bytes, &PIECES, &dice);
            }
            let request = Request::post(&address)
                .header(header::HOST, "localhost")
                .header(header::COOKIE, &cookie)
                .header("x-csrf-token", &token)
                .header(header::CONTENT_TYPE, FORM)
                .body(Body::from(bytes))
                .unwrap();
            let answer = ask(&world.staff, request).await;
            assert!(!answer.status.is_server_error(), "{address}: {}", answer.status);
        }
        doors += 1;
    }
    assert!(doors > 10, "only {doors} doors");
}
