//! Every door of the house, tried as everybody: what it answers, what it carries, who gets in.

use crate::html;
use crate::world::{Answer, PERSONAS, STRANGER, World, ask, world};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use guard::DeskKind;
use std::collections::BTreeMap;
use std::fmt::Write;
use web::Face;
use web::headers::{EVERY_ANSWER, POLICY_WITH_SCRIPT};
use web::routes::{Route, all};

/// Addresses of a door, one for each thing of the world that could stand in it.
///
/// A door with a parameter that is not known here fails the test: every door is tried.
pub fn addresses(world: &World, path: &str) -> Vec<String> {
    // A new sheet for oneself is always refused, so trying every form locks nobody out.
    if let Some(before) = path.strip_suffix("{officer}/renew") {
        return vec![format!("{before}{}/renew", world.officers["administrator"])];
    }
    let Some((before, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let (name, after) = rest.split_once('}').expect("a closed parameter");
    let values = values(world, before, name);
    let filled = values.iter().map(|value| format!("{before}{value}{after}"));
    filled.flat_map(|path| addresses(world, &path)).collect()
}

fn values(world: &World, before: &str, name: &str) -> Vec<String> {
    let ids = |list: &[String]| list.to_vec();
    let texts = |list: &[&str]| list.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
    let thing = before.trim_matches('/').split('/').next().unwrap_or_default();
    match (thing, name) {
        ("assets", "name") => vec![web::assets::address("mangrove.css").replace("/assets/", "")],
        ("hints", "id") => ids(&world.hints.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ("cases", "id") => ids(&world.cases.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ("persons", "id") => {
            ids(&world.persons.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        ("screenings", "id") => {
            ids(&world.screenings.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        ("desks", "id") => texts(&[
            &world.desks[&DeskKind::Coordination].to_string(),
            &world.desks[&DeskKind::Hospital].to_string(),
        ]),
        // Who alone holds a desk's key cannot be removed, so trying every form changes nobody.
        ("desks", "officer") => {
            texts(&[&world.officers["nurse"].to_string(), &world.officers["oversight"].to_string()])
        }
        ("hints", "file") => world.files.iter().map(ToString::to_string).collect(),
        ("picture", "set") | ("sets", "id") => {
            ids(&world.sets.iter().map(ToString::to_string).collect::<Vec<_>>())
        }
        ("picture", "table") => texts(&["sex", "rows", "nothing"]),
        ("picture", "form") => texts(&["csv", "xlsx"]),
        (_, "field") => texts(&["story"]),
        ("set-up", "paper") => texts(&["impact", "register", "schedule", "letter"]),
        (_, "question" | "topic" | "step" | "part" | "number") => texts(&["1"]),
        (_, "file") => texts(&["x"]),
        other => panic!("teach tests/it/doors.rs the parameter {other:?} of {before}"),
    }
}

pub fn people() -> Vec<&'static str> {
    let mut all = vec![STRANGER];
    all.extend(PERSONAS.iter().map(|(name, ..)| *name));
    all
}

fn is_staff(route: &Route) -> bool {
    route.face != Face::Public
}

/// Statuses of a GET at every address of the door, by persona.
async fn statuses(world: &World, route: &Route, who: &str) -> String {
    let mut seen = Vec::new();
    for address in addresses(world, route.path) {
        let answer = if is_staff(route) {
            world.get(who, &address).await
        } else {
            world.visit(&address).await
        };
        let status = answer.status.as_u16();
        if !seen.contains(&status) {
            seen.push(status);
        }
    }
    seen.sort_unstable();
    seen.iter().map(ToString::to_string).collect::<Vec<_>>().join("/")
}

/// The golden table: each door, and who gets which answer. A door that is not in it fails.
// proves: P-05, P-06
#[tokio::test]
async fn p05_every_door_answers_everybody_as_the_reviewed_table_says() {
    let world = world().await;
    let mut table = String::from(
        "# Every door and what it answers to whom. A new door changes this file: review it, then\n\
         # MANGROVE_UPDATE_GOLDENS=1 writes it anew. 303 sends on; 404 also hides what exists.\n",
    );
    let mut doors: Vec<&Route> = all().collect();
    doors.sort_by_key(|r| (r.path, r.method.to_string(), format!("{:?}", r.face)));
    for route in doors {
        let action = route.action.map_or("anybody", |a| a.id());
        let _ = writeln!(table, "\n{} {} {:?} {action}", route.method, route.path, route.face);
        if route.method != Method::GET {
            continue;
        }
        let mut by_status: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for who in if is_staff(route) { people() } else { vec![STRANGER] } {
            by_status.entry(statuses(&world, route, who).await).or_default().push(who);
        }
        for (statuses, who) in by_status {
            let _ = writeln!(table, "  {statuses}: {}", who.join(" "));
        }
    }
    compare("doors.txt", &table);
}

pub fn compare(name: &str, text: &str) {
    let path = format!("{}/tests/goldens/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var("MANGROVE_UPDATE_GOLDENS").is_ok() {
        std::fs::write(&path, text).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept != text {
        let changed: Vec<_> = text.lines().filter(|l| !kept.lines().any(|k| k == *l)).collect();
        panic!("{path} differs; new lines:\n{}", changed.join("\n"));
    }
}

/// Whoever is not signed in reaches no door that asks for an action.
// proves: P-06
#[tokio::test]
async fn p06_no_door_with_an_action_opens_to_a_stranger() {
    let world = world().await;
    for route in all().filter(|r| r.action.is_some()) {
        for address in addresses(&world, route.path) {
            let answer = match route.method {
                Method::GET => world.get(STRANGER, &address).await,
                _ => world.post(STRANGER, &address, &[("a", "1")]).await,
            };
            let is_refused =
                matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
            assert!(is_refused, "{} {address}: {}", route.method, answer.status);
        }
    }
}

struct Trick {
    name: &'static str,
    token: Option<String>,
    origin: Option<&'static str>,
    site: Option<&'static str>,
    method: Method,
}

async fn play(world: &World, who: &str, address: &str, trick: &Trick) -> Answer {
    let mut request = Request::builder()
        .method(trick.method.clone())
        .uri(address)
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if who != STRANGER {
        request = request.header(header::COOKIE, world.session(who).await.0);
    }
    if let Some(origin) = trick.origin {
        request = request.header(header::ORIGIN, origin);
    }
    if let Some(site) = trick.site {
        request = request.header("sec-fetch-site", site);
    }
    let body = trick.token.as_ref().map_or_else(String::new, |t| format!("csrf={t}&a=1"));
    ask(&world.staff, request.body(Body::from(body)).unwrap()).await
}

/// Everything in the database that a request could change.
async fn fingerprint(world: &World) -> Vec<String> {
    let mut tx = world.node.read("fingerprint").await.expect("a reader");
    let mut all = Vec::new();
    for sql in [
        // The first sight of a hint by its desk is noted with its opening: version and state move.
        "SELECT COUNT(*) AS n, COUNT(case_id) AS s FROM hints",
        "SELECT COUNT(*) AS n, CAST(SUM(urgency) AS BIGINT) AS s FROM hints",
        "SELECT COUNT(*) AS n, CAST(SUM(version) AS BIGINT) AS s FROM cases",
        "SELECT COUNT(*) AS n, CAST(SUM(version) AS BIGINT) AS s FROM screenings",
        "SELECT COUNT(*) AS n, COUNT(*) AS s FROM persons",
        "SELECT COUNT(*) AS n, COUNT(*) AS s FROM slice_fields",
        "SELECT COUNT(*) AS n, COUNT(*) AS s FROM messages",
        "SELECT COUNT(*) AS n, COUNT(*) AS s FROM officers WHERE state = 'active'",
        "SELECT COUNT(*) AS n, COUNT(*) AS s FROM settings",
        "SELECT COUNT(*) AS n, COUNT(*) AS s FROM sets",
    ] {
        let row = tx.row(sql, &[]).await.expect("row").expect("one");
        all.push(format!("{} {:?}", row.int("n").unwrap(), row.opt_int("s").unwrap()));
    }
    all
}

// proves: P-21
#[tokio::test]
async fn p21_nothing_changes_without_the_token_from_another_site_or_by_get() {
    let world = world().await;
    let before = fingerprint(&world).await;
    for route in all().filter(|r| r.is_state_changing && is_staff(r)) {
        for who in people() {
            let token = if who == STRANGER { "x".repeat(64) } else { world.session(who).await.1 };
            let right = Some(token);
            let post = Method::POST;
            let tricks = [
                ("no token", None, None, None, post.clone()),
                ("wrong token", Some("0".repeat(64)), None, None, post.clone()),
                ("empty token", Some(String::new()), None, None, post.clone()),
                ("another origin", right.clone(), Some("https://evil.example"), None, post.clone()),
                ("cross-site", right.clone(), None, Some("cross-site"), post.clone()),
                ("same-site", right, None, Some("same-site"), post),
            ];
            let address = addresses(&world, route.path).swap_remove(0);
            for (name, token, origin, site, method) in tricks {
                let trick = Trick { name, token, origin, site, method };
                let answer = play(&world, who, &address, &trick).await;
                let is_refused = answer.status == StatusCode::FORBIDDEN;
                assert!(is_refused, "{} {address} as {who}: {}", trick.name, answer.status);
            }
        }
        let has_get = all().any(|r| r.path == route.path && r.method == Method::GET);
        for address in addresses(&world, route.path) {
            let answer = world.get("caseworker", &address).await;
            let is_no_door = answer.status == StatusCode::METHOD_NOT_ALLOWED;
            assert!(has_get || is_no_door, "GET {address}: {}", answer.status);
        }
    }
    assert_eq!(fingerprint(&world).await, before, "something changed");
}

// proves: P-21
#[tokio::test]
async fn p21_no_get_changes_more_than_that_something_was_read() {
    let world = world().await;
    let before = fingerprint(&world).await;
    for route in all().filter(|r| r.method == Method::GET && is_staff(r)) {
        for who in people() {
            for address in addresses(&world, route.path) {
                world.get(who, &address).await;
            }
        }
    }
    assert_eq!(fingerprint(&world).await, before, "a GET changed something");
}

/// Every answer of every door, with the address and who asked.
pub async fn every_get(world: &World) -> Vec<(String, &'static str, Face, Answer)> {
    let mut all_answers = Vec::new();
    for route in all().filter(|r| r.method == Method::GET) {
        for address in addresses(world, route.path) {
            if route.face != Face::Public {
                for who in people() {
                    let answer = world.get(who, &address).await;
                    all_answers.push((address.clone(), who, Face::Staff, answer));
                }
            }
            if route.face != Face::Staff {
                let answer = world.visit(&address).await;
                all_answers.push((address.clone(), STRANGER, Face::Public, answer));
            }
        }
    }
    for address in ["/nowhere", "/hints/nowhere", "/%2e%2e/etc/passwd"] {
        let answer = world.get("caseworker", address).await;
        all_answers.push((address.to_owned(), "caseworker", Face::Staff, answer));
        let answer = world.visit(address).await;
        all_answers.push((address.to_owned(), STRANGER, Face::Public, answer));
    }
    all_answers
}

// proves: P-21
#[tokio::test]
async fn p21_every_answer_carries_the_headers_and_loads_nothing_from_elsewhere() {
    let world = world().await;
    for (address, who, face, answer) in every_get(&world).await {
        let at = format!("{address} as {who} ({face:?})");
        for (name, value) in EVERY_ANSWER {
            let is_cached_asset = name == header::CACHE_CONTROL && address.starts_with("/assets/");
            let said = answer.header(name.as_str());
            // Pages that offer a passkey load one script of our own, and no other page does.
            let may_script = name == header::CONTENT_SECURITY_POLICY && is_scripted(&address);
            let is_scripted = may_script && said == POLICY_WITH_SCRIPT;
            assert!(said == value || is_cached_asset || is_scripted, "{at}: {name}: {said}");
        }
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{at}: {policy}");
        for bad in ["unsafe-", "*", "http:", "https:", "data:", "blob:"] {
            assert!(!policy.contains(bad), "{at}: {policy}");
        }
        assert!(answer.header("access-control-allow-origin").is_empty(), "{at}");
        if answer.header("content-type").starts_with("text/html") {
            check_page(&at, &address, face, &answer.text());
        }
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(face == Face::Staff, "{at}: a cookie on the public side");
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{at}");
        }
    }
}

/// The one script of the house, as it stands in a page.
pub fn own_script() -> String {
    format!("<script src=\"{}\" defer></script>", web::assets::address("officers.js"))
}

/// Whether the page at the address offers a passkey.
fn is_scripted(address: &str) -> bool {
    ["/sign-in", "/prove", "/settings/passkeys"].contains(&address)
}

/// No script but the one of pages with a passkey, no inline style, no address of another origin, but the one way out.
fn check_page(at: &str, address: &str, face: Face, page: &str) {
    let script = own_script();
    let page = if is_scripted(address) { page.replacen(&script, "", 1) } else { page.to_owned() };
    let (page, lower) = (page.as_str(), page.to_lowercase());
    for bad in ["<script", "<style", " style=", " onclick", " onload", "javascript:", "<iframe"] {
        assert!(!lower.contains(bad), "{at}: {bad} in a page");
    }
    for address in html::addresses(page) {
        let is_foreign = address.contains("://") || address.starts_with("//");
        let is_exit =
            face == Face::Public && page.contains(&format!("class=\"exit\" href=\"{address}\""));
        assert!(!is_foreign || is_exit, "{at}: leads to {address}");
    }
}

// proves: P-14
#[tokio::test]
async fn p14_every_public_page_has_the_way_out_first_and_is_never_kept() {
    let world = world().await;
    let mut pages = 0;
    for (address, _, face, answer) in every_get(&world).await {
        let is_page = answer.header("content-type").starts_with("text/html");
        if face != Face::Public || !is_page {
            continue;
        }
        pages += 1;
        let page = answer.text();
        assert_eq!(answer.header("cache-control"), "no-store", "{address}");
        let exit = page.find("class=\"exit\" href=\"https://").unwrap_or(usize::MAX);
        let main = page.find("<main").expect("a main part");
        assert!(exit < main, "{address}: no way out before the content");
        let names_itself = html::visible(&page).to_lowercase().contains("mangrove");
        assert!(!names_itself, "{address}: the page names itself");
        let title = page.split("<title>").nth(1).and_then(|t| t.split('<').next()).unwrap();
        for word in ["traffick", "victim", "report", "hint", "police"] {
            assert!(!title.to_lowercase().contains(word), "{address}: title {title}");
        }
    }
    assert!(pages >= 3, "only {pages} public pages");
}
