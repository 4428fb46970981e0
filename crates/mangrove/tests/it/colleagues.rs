//! How a node keeps its own people: officers come, are let in, prove who they are, choose another
//! passphrase, and leave. All of it through the pages.

use crate::doors::own_script;
use crate::html;
use crate::world::{Answer, PERSONAS, STRANGER, World, ask, worlds};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use guard::DeskKind;
use web::Face;
use web::routes::all;

/// What stands on a sheet under a label.
fn on_sheet(page: &str, key: &str) -> String {
    let label = lexicon::phrase::say(lexicon::language::ENGLISH, key);
    let after = page.split(&format!("<dt>{label}</dt>")).nth(1).expect("the label");
    let value = after.split("<dd").nth(1).and_then(|dd| dd.split_once('>')).expect("a value").1;
    html::unescape(value.split("</dd>").next().unwrap())
}

/// A new officer with the cookie of the own session.
struct Newcomer {
    name: String,
    passphrase: String,
    cookie: String,
    token: String,
}

impl Newcomer {
    /// Adds an officer on the page of a desk and takes what is printed.
    async fn add(world: &World, path: &str, fields: &[(&str, &str)]) -> Self {
        let answer = world.post("administrator", path, fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", html::visible(&answer.text()));
        assert_eq!(answer.header("cache-control"), "no-store");
        let page = answer.text();
        assert!(page.contains("<body class=\"sheets\">"), "prints as a card");
        let passphrase = on_sheet(&page, "door-passphrase");
        assert!(on_sheet(&page, "sheets-secret").len() >= 32 && page.contains("<svg role=\"img\""));
        let (cookie, token) = (String::new(), String::new());
        Self { name: on_sheet(&page, "door-name"), passphrase, cookie, token }
    }

    async fn at_coordination(world: &World, name: &str) -> Self {
        let path = format!("/desks/{}/new", world.desks[&DeskKind::Coordination]);
        Self::add(world, &path, &officer(name, "triage")).await
    }

    async fn sign_in(&mut self, world: &World) -> Answer {
        let page = world.get(STRANGER, "/sign-in").await.text();
        let token = token(&page);
        let fields = [
            ("csrf", token.as_str()),
            ("name", &self.name),
            ("passphrase", &self.passphrase),
            ("code", ""),
        ];
        let answer = send(world, "/sign-in", "", &fields).await;
        if answer.status == StatusCode::SEE_OTHER {
            let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
            self.cookie = cookie;
            self.token = token_of(&self.get(world, "/settings").await);
        }
        answer
    }

    async fn get(&self, world: &World, path: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, "localhost");
        let request = request.header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        ask(&world.staff, request).await
    }

    async fn post(&self, world: &World, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", self.token.as_str())];
        all.extend_from_slice(fields);
        send(world, path, &self.cookie, &all).await
    }
}

async fn send(world: &World, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    let mut request = Request::post(path)
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if !cookie.is_empty() {
        request = request.header(header::COOKIE, cookie);
    }
    ask(&world.staff, request.body(Body::from(html::encode(fields))).unwrap()).await
}

fn token(page: &str) -> String {
    let after = page.split("name=\"csrf\" value=\"").nth(1).expect("a token");
    after.split('"').next().unwrap().to_owned()
}

fn token_of(answer: &Answer) -> String {
    token(&answer.text())
}

fn officer<'a>(name: &'a str, role: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("shown-name", name),
        ("sign-in-name", name),
        ("staff-id", name),
        ("role", role),
        ("language", "en"),
    ]
}

fn id_of_waiting(page: &str) -> String {
    let after = page.split("name=\"officer\" value=\"").nth(1).expect("somebody waits");
    after.split('"').next().unwrap().to_owned()
}

/// The first hint that the desk holds whose words its own members read.
async fn readable(world: &World) -> (String, String) {
    for hint in &world.hints {
        let path = format!("/hints/{hint}");
        let page = world.get("triage", &path).await.text();
        if let Some(mark) = world.marks.iter().find(|m| page.contains(&m.word)) {
            return (path, mark.word.clone());
        }
    }
    panic!("triage reads no hint");
}

// proves: P-06, row 6.1
#[tokio::test]
async fn p06_a_new_officer_is_let_in_by_a_member_reads_and_after_leaving_reads_no_more() {
    for world in worlds().await {
        let (hint, word) = readable(&world).await;
        let mut new = Newcomer::at_coordination(&world, "newcomer").await;
        let desk = format!("/desks/{}", world.desks[&DeskKind::Coordination]);
        let later = world.get("administrator", &desk).await.text();
        assert!(later.contains("newcomer") && !later.contains(&new.passphrase), "shown once");

        assert_eq!(new.sign_in(&world).await.status, StatusCode::SEE_OTHER, "{}", world.kind);
        let closed = new.get(&world, &hint).await;
        assert_eq!(closed.status, StatusCode::FORBIDDEN, "not let in yet");
        assert!(!closed.text().contains(&word));
        let said = lexicon::phrase::say(lexicon::language::ENGLISH, "refusal-desk-locked");
        assert!(html::unescape(&closed.text()).contains(&said), "{}", closed.text());
        let waits = new.get(&world, "/desk").await.text();
        let said = lexicon::phrase::say(lexicon::language::ENGLISH, "banner-waiting");
        assert!(html::unescape(&waits).contains(&said), "told above every page");
        assert!(!waits.contains("name=\"officer\""), "nobody lets themselves in");

        let page = world.get("triage", "/desk").await.text();
        assert!(
            page.contains("href=\"/desk\" aria-current=\"page\">My desk<span class=\"count\">1")
        );
        let id = id_of_waiting(&page);
        let own = new.post(&world, "/desk", &[("officer", &id)]).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND);
        let by_administrator = world.post("administrator", "/desk", &[("officer", &id)]).await;
        assert_eq!(by_administrator.status, StatusCode::FORBIDDEN);
        let elsewhere = world.post("nurse", "/desk", &[("officer", &id)]).await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
        let done = world.post("triage", "/desk", &[("officer", &id)]).await;
        assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, "/desk?done=1"));
        assert!(!world.get("triage", "/desk").await.text().contains("name=\"officer\""));
        new.sign_in(&world).await;
        assert!(new.get(&world, &hint).await.text().contains(&word), "let in");

        let leave = format!("/desks/officers/{id}/leave");
        let sure = world.get("administrator", &leave).await;
        assert!(sure.text().contains(&format!("action=\"{leave}\"")));
        let gone = world.post("administrator", &leave, &[]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert_eq!(new.get(&world, &hint).await.status, StatusCode::UNAUTHORIZED, "at once");
        let back = new.sign_in(&world).await;
        assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY, "nor ever again");
        assert!(world.get("triage", &hint).await.text().contains(&word), "those who stay");
        let twice = world.post("administrator", &leave, &[]).await;
        assert_eq!(twice.status, StatusCode::NOT_FOUND);
    }
}

// proves: P-06
#[tokio::test]
async fn p06_a_desk_is_added_with_an_officer_who_holds_its_key() {
    for world in worlds().await {
        let step = world.get("administrator", "/desks/new").await.text();
        assert!(step.contains("value=\"ngo\""), "the kind first");
        let none = world.get("administrator", "/desks/new?asked=1").await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text().contains("href=\"#kind\""), "a kind must be chosen");
        let mut fields = officer("founder", "caseworker").to_vec();
        fields.extend([("kind", "ngo"), ("known", ""), ("organisation", "Harbour")]);
        fields.push(("desk", "Harbour desk"));
        let mut founder = Newcomer::add(&world, "/desks/new", &fields).await;
        founder.sign_in(&world).await;
        let own = founder.get(&world, "/desk").await.text();
        assert!(own.contains("Harbour desk") && own.contains("founder"));
        assert!(!html::unescape(&own).contains("not let in"), "holds the key");
        let list = world.get("administrator", "/desks").await.text();
        assert!(list.contains("Harbour desk"));
        for (field, value) in [("role", "oversight"), ("role", "administrator"), ("role", "x")] {
            let mut wrong = fields.clone();
            wrong.retain(|(name, _)| *name != field);
            wrong.push((field, value));
            let again = world.post("administrator", "/desks/new", &wrong).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
            assert!(again.text().contains("href=\"#role\"") && again.text().contains("founder"));
        }
        let coordinator = world.post("coordinator", "/desks/new", &fields).await;
        assert_eq!(coordinator.status, StatusCode::FORBIDDEN);
    }
}

// proves: P-06
#[tokio::test]
async fn p06_who_holds_the_last_key_and_the_last_administrator_stay() {
    for world in worlds().await {
        for who in ["nurse", "administrator"] {
            let leave = format!("/desks/officers/{}/leave", world.officers[who]);
            let page = world.get("administrator", &leave).await.text();
            assert!(!page.contains(&format!("action=\"{leave}\"")), "{who}: no button");
            let no = world.post("administrator", &leave, &[]).await;
            assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY, "{who}");
            assert_eq!(world.get(who, "/settings").await.status, StatusCode::OK, "{who}");
        }
    }
}

// proves: P-06
#[tokio::test]
async fn p06_a_changed_passphrase_refuses_the_old_one_and_opens_what_was_sealed() {
    for world in worlds().await {
        let (hint, word) = readable(&world).await;
        let mut new = Newcomer::at_coordination(&world, "newcomer").await;
        let id = id_of_waiting(&world.get("triage", "/desk").await.text());
        world.post("triage", "/desk", &[("officer", &id)]).await;
        new.sign_in(&world).await;
        let path = "/settings/passphrase";
        let old = new.passphrase.clone();
        let mine = "seven words of my own choosing";
        for (field, typed) in [
            ("old", ["not the one", mine, mine]),
            ("new", [old.as_str(), "tiny zqx", "tiny zqx"]),
            ("again", [old.as_str(), mine, "something else entirely"]),
        ] {
            let [was, first, second] = typed;
            let sent = [("old", was), ("new", first), ("again", second)];
            let answer = new.post(&world, path, &sent).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            let page = answer.text();
            assert!(page.contains(&format!("id=\"{field}-e\"")), "{field}: said beside it");
            assert!(typed.iter().all(|t| !page.contains(t)), "{field}: a secret is sent back");
        }
        let done = new.post(&world, path, &[("old", &old), ("new", mine), ("again", mine)]).await;
        assert_eq!(done.status, StatusCode::OK);
        assert_eq!(new.sign_in(&world).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the old");
        new.passphrase = mine.to_owned();
        assert_eq!(new.sign_in(&world).await.status, StatusCode::SEE_OTHER);
        assert!(new.get(&world, &hint).await.text().contains(&word), "still opens");
    }
}

// proves: P-06
#[tokio::test]
async fn p06_an_old_session_proves_again_and_goes_back_to_one_of_our_own_places() {
    let world = crate::world::world().await;
    let mut open = String::new();
    for person in &world.persons {
        let path = format!("/persons/{person}/open");
        if world.get("caseworker", &path).await.status == StatusCode::OK {
            open = path;
        }
    }
    assert!(!open.is_empty(), "a person of the desk");
    for _ in 0..2 {
        world.clock.advance_s(600);
        world.get("caseworker", "/cases").await;
    }
    let page = world.get("caseworker", &open).await.text();
    let person = open.split('/').nth(2).unwrap();
    let prove = format!("/prove?to=person&id={person}");
    assert!(html::addresses(&page).contains(&prove), "{page}");
    let form = world.get("caseworker", &prove).await.text();
    assert!(form.contains(&format!("name=\"id\" value=\"{person}\"")));
    let to = [("to", "person"), ("id", person)];
    let wrong = world.post("caseworker", "/prove", &[to[0], to[1], ("passphrase", "no")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("id=\"passphrase-e\"") && wrong.text().contains(person));
    assert!(world.get("caseworker", &open).await.text().contains("/prove?"), "still old");
    let right = ("passphrase", crate::world::PASSPHRASE);
    let back = world.post("caseworker", "/prove", &[to[0], to[1], right]).await;
    assert_eq!((back.status, back.header("location")), (StatusCode::SEE_OTHER, open.as_str()));
    assert!(!world.get("caseworker", &open).await.text().contains("/prove?"), "proved");
    for (to, id) in [
        ("https://evil.example/", ""),
        ("//evil.example", "//evil.example"),
        ("person", "../../evil"),
        ("person", "https://evil.example"),
        ("first", "/evil"),
        ("", ""),
    ] {
        let back = world.post("caseworker", "/prove", &[("to", to), ("id", id), right]).await;
        assert_eq!(back.header("location"), "/cases", "{to} {id}");
    }
}

// proves: P-16
#[tokio::test]
async fn p16_rubbish_in_every_field_of_these_forms_is_told_and_breaks_nothing() {
    let world = crate::world::world().await;
    let coordination = format!("/desks/{}/new", world.desks[&DeskKind::Coordination]);
    let leave = format!("/desks/officers/{}/leave", world.officers["nurse"]);
    let long = "x".repeat(20_000);
    let rubbish = [
        "",
        " ",
        "\u{0}",
        "<script>alert(1)</script>",
        "\u{202e}\u{200b}",
        "'; DROP TABLE officers; --",
        "%00%ff",
        "😀",
        long.as_str(),
    ];
    let forms: [(&str, &str, &[&str]); 6] = [
        ("administrator", "/desks/new", &["kind", "known", "organisation", "desk", "role"]),
        (
            "administrator",
            &coordination,
            &["shown-name", "sign-in-name", "staff-id", "role", "language", "trained"],
        ),
        ("administrator", &leave, &["officer", "x"]),
        ("triage", "/desk", &["officer"]),
        ("analyst", "/settings/passphrase", &["new", "again"]),
        ("analyst", "/prove", &["to", "id"]),
    ];
    for (who, path, fields) in forms {
        for text in rubbish {
            for field in fields {
                let answer = world.post(who, path, &[(field, text)]).await;
                let status = answer.status.as_u16();
                assert!((400..500).contains(&status), "{path} {field}={text:?}: {status}");
                let page = answer.text().replacen(&own_script(), "", 1);
                assert!(!page.contains("<script"), "{path} {field}");
            }
        }
    }
    let nothing = world.post("administrator", &coordination, &[]).await.text();
    for field in ["shown-name", "sign-in-name", "staff-id", "role"] {
        assert!(nothing.contains(&format!("href=\"#{field}\"")), "{field}: all told at once");
    }
    assert!(nothing.contains("Staff number: Write something here."), "named in words too");
    // A good form but for one field names that field and keeps the others.
    for field in ["shown-name", "sign-in-name", "staff-id"] {
        for text in ["", "\u{7}", long.as_str()] {
            let mut fields = officer("kept", "triage").to_vec();
            fields.retain(|(name, _)| *name != field);
            fields.push((field, text));
            let answer = world.post("administrator", &coordination, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            let page = answer.text();
            assert!(page.contains(&format!("href=\"#{field}\"")), "{field} is named");
            assert!(page.contains("value=\"kept\""), "what was typed is kept");
        }
    }
}

// proves: P-06
#[tokio::test]
async fn p06_the_bar_leads_everybody_to_pages_that_open_and_to_no_other() {
    let world = crate::world::world().await;
    for (who, ..) in PERSONAS {
        let mut page = world.get(who, "/").await;
        while page.status == StatusCode::SEE_OTHER {
            page = world.get(who, page.header("location")).await;
        }
        assert_eq!(page.status, StatusCode::OK, "{who}");
        let page = page.text();
        let nav = page.split("<nav class=\"nav\"").nth(1).expect("a bar");
        let nav = nav.split("</nav>").next().unwrap();
        let places = html::addresses(nav);
        assert!((1..=6).contains(&places.len()), "{who}: {places:?}");
        for place in &places {
            let status = world.get(who, place).await.status;
            let is_open = status == StatusCode::OK || status == StatusCode::SEE_OTHER;
            assert!(is_open, "{who}: {place} answers {status}");
        }
        let has = |path: &str| places.iter().any(|p| p == path);
        assert_eq!(has("/desks"), who == "administrator", "{who}: desks");
        assert_eq!(has("/desk"), who != "administrator", "{who}: the own desk");
    }
    let is_there = |path: &str| all().any(|r| r.path == path && r.face == Face::Staff);
    assert!(is_there("/desks") && is_there("/desk") && is_there("/prove"));
}
