//! Attacks from outside: trying ids, planted and old sessions, headers, paths, bodies, files.

use crate::doors::{addresses, people};
use crate::html;
use crate::world::{Answer, STRANGER, World, ask, world, worlds};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use lexicon::chance::SeededDice;
use lexicon::ids::HintId;
use web::Face;
use web::routes::all;

/// What an answer tells, but for the id that was asked for.
fn told(answer: &Answer, id: &str) -> (StatusCode, String, Vec<(String, String)>) {
    let headers = answer.headers.iter().map(|(name, value)| {
        (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    });
    (answer.status, answer.text().replace(id, "ID"), headers.collect())
}

/// Asks a door as somebody: the answer, and how much the store was asked for it.
async fn knock(world: &World, who: &str, method: &Method, address: &str) -> (Answer, u64) {
    world.session(who).await;
    let before = world.node.store.calls();
    let answer = match *method {
        Method::GET => world.get(who, address).await,
        _ => {
            let fields = [
                ("text", "x"),
                ("note", "x"),
                ("reason", "contact"),
                ("version", "1"),
                ("seen", "0"),
                ("state", "closed"),
                ("keep", "newest"),
                ("ground", "law"),
                ("level", "danger"),
            ];
            world.post(who, address, &fields).await
        }
    };
    let calls = world.node.store.calls() - before;
    (answer, calls)
}

/// The page on which a thing of an address is seen first.
fn first_page(address: &str) -> String {
    let parts: Vec<&str> = address.split('/').take(3).collect();
    let end = if parts[1] == "persons" { "/open" } else { "" };
    format!("{}{end}", parts.join("/"))
}

/// Whoever may not see a thing gets the answer of a thing that does not exist: the same bytes, the
/// same headers, the same work. So nobody learns by trying which ids there are.
// proves: P-04, P-06
#[tokio::test]
async fn p04_a_thing_of_others_and_none_are_the_same_answer() {
    for world in worlds().await {
        let nowhere = HintId::random(&SeededDice::new(99)).to_string();
        let mut hidden = 0;
        for route in all().filter(|r| r.face != Face::Public && r.path.contains("{id}")) {
            // Desks and officers are no secret inside the house.
            if route.path.starts_with("/desks") || route.path.starts_with("/officers") {
                continue;
            }
            for who in people().into_iter().filter(|who| *who != STRANGER) {
                for address in addresses(&world, route.path) {
                    // What the officer may open is no secret, whatever may be done with it.
                    if world.get(who, &first_page(&address)).await.status.is_success() {
                        continue;
                    }
                    let (real, work) = knock(&world, who, &route.method, &address).await;
                    let id = address.split('/').nth(2).unwrap();
                    let empty = address.replace(id, &nowhere);
                    let (none, none_work) = knock(&world, who, &route.method, &empty).await;
                    let at = format!("{} {address} as {who} ({})", route.method, world.kind);
                    assert_eq!(told(&real, id), told(&none, &nowhere), "{at}");
                    assert_eq!(work, none_work, "{at}: the work tells");
                    hidden += 1;
                }
            }
        }
        assert!(hidden > 300, "only {hidden} answers compared");
    }
}

// proves: P-21, P-04
#[tokio::test]
async fn p21_nothing_of_the_officers_side_stands_on_the_public_listener() {
    let world = world().await;
    let (cookie, token) = world.session("caseworker").await;
    for route in all().filter(|r| r.face == Face::Staff) {
        for address in addresses(&world, route.path) {
            // "/" and error pages are on both; what matters is that no door of officers answers.
            if all().any(|r| r.path == route.path && r.face != Face::Staff) {
                continue;
            }
            let request = Request::builder()
                .method(route.method.clone())
                .uri(&address)
                .header(header::HOST, "localhost")
                .header(header::COOKIE, &cookie)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Body::from(format!("csrf={token}&text=x")))
                .unwrap();
            let answer = ask(&world.public, request).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{} {address}", route.method);
        }
    }
}

/// The headers of every answer, word for word, so that none is lost or weakened unseen.
// proves: P-21
#[tokio::test]
async fn p21_the_headers_are_these() {
    let world = world().await;
    for answer in [world.visit("/report").await, world.get("caseworker", "/cases").await] {
        for (name, value) in [
            (
                "content-security-policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; \
                 form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            ),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-robots-tag", "noindex, nofollow"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.header(name), value, "{name}");
        }
        let policy = answer.header("permissions-policy");
        for refused in ["camera=()", "microphone=()", "geolocation=()"] {
            assert!(policy.contains(refused), "{refused}: {policy}");
        }
        for telling in ["server", "x-powered-by", "etag", "last-modified", "set-cookie"] {
            assert!(answer.header(telling).is_empty(), "{telling}");
        }
    }
}

/// Signs in through the page, as a browser with some cookie already would.
async fn sign_in_by_form(world: &World, cookie: &str, host: &str) -> Answer {
    let page = Request::get("/sign-in").header(header::HOST, host);
    let page = ask(&world.staff, page.body(Body::empty()).unwrap()).await;
    let form = html::forms(&page.text()).into_iter().find(|f| f.action == "/sign-in").unwrap();
    let token = form.fields.iter().find(|(name, _)| name == "csrf").unwrap().1.clone();
    let fields = [
        ("csrf", token.as_str()),
        ("name", "caseworker"),
        ("passphrase", "harbour lamp canoe seven"),
        ("code", ""),
    ];
    let request = Request::post("/sign-in")
        .header(header::HOST, host)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    ask(&world.staff, request.body(Body::from(html::encode(&fields))).unwrap()).await
}

async fn cases_with(world: &World, cookie: &str) -> StatusCode {
    let request =
        Request::get("/cases").header(header::HOST, "localhost").header(header::COOKIE, cookie);
    ask(&world.staff, request.body(Body::empty()).unwrap()).await.status
}

// proves: P-21
#[tokio::test]
async fn p21_a_planted_session_is_never_taken_over_and_each_sign_in_has_its_own() {
    let world = world().await;
    let planted = format!("mangrove={}", "ab".repeat(32));
    let first = sign_in_by_form(&world, &planted, "localhost").await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    assert_eq!(cases_with(&world, &planted).await, StatusCode::UNAUTHORIZED, "planted");
    let second = sign_in_by_form(&world, "a=b", "localhost").await;
    let token = |answer: &Answer| answer.header("set-cookie").split(';').next().unwrap().to_owned();
    let (first, second) = (token(&first), token(&second));
    assert_ne!(first, second);
    assert!(first.len() >= "mangrove=".len() + 64, "32 bytes of chance");
    assert_eq!(cases_with(&world, &first).await, StatusCode::OK);
}

// proves: P-21
#[tokio::test]
async fn p21_the_session_cookie_is_for_this_site_alone_and_for_no_script() {
    let world = world().await;
    for (host, is_here) in [
        ("localhost", true),
        ("localhost:8080", true),
        ("127.0.0.1:8080", true),
        ("node.example", false),
        ("localhost.example", false),
        ("127.0.0.1.example", false),
        ("127.0.0.10", false),
    ] {
        let answer = sign_in_by_form(&world, "a=b", host).await;
        let cookie = answer.header("set-cookie").to_owned();
        for part in ["; Path=/", "; HttpOnly", "; SameSite=Strict"] {
            assert!(cookie.contains(part), "{host}: {cookie}");
        }
        assert_eq!(cookie.contains("; Secure"), !is_here, "{host}: {cookie}");
        assert!(!cookie.contains("Domain") && !cookie.contains("Expires"), "{cookie}");
    }
}

async fn post_with(world: &World, cookie: &str, token: &str, path: &str) -> StatusCode {
    let request = Request::post(path)
        .header(header::HOST, "localhost")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    ask(&world.staff, request.body(Body::from(format!("csrf={token}"))).unwrap()).await.status
}

// proves: P-21, P-06
#[tokio::test]
async fn p21_an_old_token_and_an_old_session_are_worth_nothing() {
    let world = world().await;
    let (old_cookie, old_token) = world.sign_in_anew("caseworker").await;
    let (cookie, token) = world.sign_in_anew("caseworker").await;
    let crossed = post_with(&world, &cookie, &old_token, "/lock").await;
    assert_eq!(crossed, StatusCode::FORBIDDEN, "the token of another session of hers");
    let (_, other) = world.session("triage").await;
    let crossed = post_with(&world, &cookie, &other, "/lock").await;
    assert_eq!(crossed, StatusCode::FORBIDDEN, "the token of somebody else");
    assert_eq!(post_with(&world, &cookie, &token, "/lock").await, StatusCode::SEE_OTHER);
    assert_eq!(cases_with(&world, &cookie).await, StatusCode::UNAUTHORIZED, "after the lock");
    assert_eq!(cases_with(&world, &old_cookie).await, StatusCode::OK, "her other device");
    world.clock.advance_s(workflow::session::IDLE_S_MAX + 1);
    assert_eq!(cases_with(&world, &old_cookie).await, StatusCode::UNAUTHORIZED, "left alone");
    let (cookie, _) = world.sign_in_anew("caseworker").await;
    for _ in 0..(workflow::session::SESSION_S_MAX / 600) {
        world.clock.advance_s(600);
        cases_with(&world, &cookie).await;
    }
    world.clock.advance_s(600);
    let status = cases_with(&world, &cookie).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED, "half a day is the end, however busy");
}

// proves: P-16, P-21
#[tokio::test]
async fn p16_no_path_query_or_cookie_leads_astray() {
    let world = world().await;
    for path in [
        "/assets/..%2f..%2f..%2fetc%2fpasswd",
        "/assets/%2e%2e/mangrove.db",
        "/assets/..%5c..%5cmangrove.db",
        "/assets/%00",
        "/hints/..%2fcases",
        "/cases/%0d%0aset-cookie:%20a=b",
        "//evil.example/cases",
        "/report%2f..%2fcases",
    ] {
        for answer in [world.get("caseworker", path).await, world.visit(path).await] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(answer.header("set-cookie").is_empty() && answer.header("location").is_empty());
        }
    }
    for query in [
        "/cases?state=%0d%0aset-cookie:a=b&after=%ff%fe",
        "/cases?after=2026-01-01_nothing",
        "/hints?q=%3Cscript%3Ealert(1)%3C/script%3E&u=9&s=x",
        "/settings?lang=%0d%0ax:y",
        "/cases/new?hint=%3Cscript%3E",
    ] {
        let answer = world.get("caseworker", query).await;
        assert!(answer.status.is_success(), "{query}: {}", answer.status);
        assert!(answer.header("x").is_empty() && answer.header("set-cookie").is_empty());
        assert!(!answer.text().contains("<script"), "{query}");
    }
    for cookie in ["mangrove=".to_owned() + &"x".repeat(60_000), "mangrove=\"; x".to_owned()] {
        assert_eq!(cases_with(&world, &cookie).await, StatusCode::UNAUTHORIZED);
    }
    let bad_pair = "mangrove=%00; ".repeat(2_000);
    assert_eq!(cases_with(&world, &bad_pair).await, StatusCode::UNAUTHORIZED);
}

/// Before anybody is known, no more of a body is read than an ordinary form has.
// proves: P-16
#[tokio::test]
async fn p16_a_stranger_cannot_fill_the_memory_of_the_officers_side() {
    let world = world().await;
    for route in all().filter(|r| r.face != Face::Public && r.method == Method::POST) {
        let address = addresses(&world, route.path).swap_remove(0);
        let request = Request::post(&address)
            .header(header::HOST, "localhost")
            .header(
                header::CONTENT_TYPE,
                format!("multipart/form-data; boundary={}", html::BOUNDARY),
            )
            .body(Body::from(vec![b'x'; web::routes::FORM_BYTES_MAX + 1]))
            .unwrap();
        let answer = ask(&world.staff, request).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{address}");
    }
}

/// Every form of the officers' side refuses more than it can use, and says so.
// proves: P-16
#[tokio::test]
async fn p16_a_form_that_is_too_large_is_refused_whoever_sends_it() {
    let world = world().await;
    let huge = "x".repeat(web::routes::FORM_BYTES_MAX + 1);
    let mut doors = 0;
    for route in all().filter(|r| r.face == Face::Staff && r.method == Method::POST) {
        if route.body_bytes_max > web::routes::FORM_BYTES_MAX {
            continue;
        }
        for address in addresses(&world, route.path) {
            let answer = world.post("caseworker", &address, &[("text", &huge)]).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{address}");
            doors += 1;
        }
    }
    assert!(doors > 10, "only {doors} doors");
    let many: Vec<(String, String)> =
        (0..5_000).map(|n| (format!("f{n}"), String::new())).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let answer = world.post("caseworker", "/cases/new", &many).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "more fields than a form has");
}

/// What strangers send has an end at every door; nothing of what is too large is kept.
// proves: P-16
#[tokio::test]
async fn p16_no_public_door_reads_more_than_it_takes() {
    let world = world().await;
    let mut doors = 0;
    for route in all().filter(|r| r.face == Face::Public && r.method == Method::POST) {
        for kind in ["application/json", "multipart/form-data; boundary=x"] {
            let request = Request::post(route.path)
                .header(header::HOST, "localhost")
                .header(header::CONTENT_TYPE, kind)
                .body(Body::from(vec![b'{'; route.body_bytes_max + 1]))
                .unwrap();
            let status = ask(&world.public, request).await.status;
            let is_form = route.path.starts_with("/report");
            let is_refused = match status {
                StatusCode::PAYLOAD_TOO_LARGE => true,
                // A form keeps what was typed before the limit and says so.
                StatusCode::UNPROCESSABLE_ENTITY => is_form && kind.starts_with("multipart"),
                StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => is_form,
                _ => false,
            };
            assert!(is_refused, "{} {kind}: {status}", route.path);
        }
        doors += 1;
    }
    assert!(doors >= 6, "only {doors} doors");
    let mut tx = world.node.read("count").await.expect("a reader");
    let row = tx.row("SELECT COUNT(*) AS n FROM hints", &[]).await.expect("row").expect("one");
    assert_eq!(row.int("n").unwrap(), i64::try_from(world.hints.len()).unwrap());
}
