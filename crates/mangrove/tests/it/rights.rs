//! The firewall and sessions, tried through the pages.

use crate::doors::addresses;
use crate::world::{World, worlds};
use axum::http::{Method, StatusCode};
use web::Face;
use web::routes::all;

/// The page without the address of the request, which may name an id that was asked for.
async fn shows_nothing(world: &World, who: &str, aliases: &[String]) -> usize {
    let mut pages = 0;
    for route in all().filter(|r| r.face != Face::Public) {
        for address in addresses(world, route.path) {
            let answer = match route.method {
                Method::GET => world.get(who, &address).await,
                _ => {
                    world.post(who, &address, &[("text", "x"), ("story", "x"), ("note", "x")]).await
                }
            };
            let page = answer.text();
            let word = world.marks.iter().find(|m| page.contains(&m.word));
            assert!(word.is_none(), "{address} shows {word:?} to {who}");
            let alias = aliases.iter().find(|a| page.contains(a.as_str()));
            assert!(alias.is_none(), "{address} shows the alias {alias:?} to {who}");
            pages += 1;
        }
    }
    pages
}

// proves: P-04
#[tokio::test]
async fn p04_immigration_enforcement_sees_counts_and_finds_nothing() {
    for world in worlds().await {
        let aliases = world.aliases().await;
        assert!(aliases.len() > 5, "nothing to find");
        let pages = shows_nothing(&world, "enforcement", &aliases).await;
        assert!(pages > 10, "only {pages} answers");
        // No opening of anything by enforcement is in the ledger, whatever was tried.
        let mut tx = world.node.read("openings").await.expect("a reader");
        let sql = "SELECT COUNT(*) AS n FROM openings WHERE officer_id = $1";
        let row = tx.row(sql, &[world.officers["enforcement"].into()]).await.expect("row");
        assert_eq!(row.expect("one").int("n"), Ok(0));
    }
}

// proves: P-04
#[tokio::test]
async fn p04_oversight_and_the_administrator_see_nobody() {
    for world in worlds().await {
        let aliases = world.aliases().await;
        shows_nothing(&world, "administrator", &aliases).await;
        // Oversight reads in the ledger which thing was opened, never what it holds.
        for route in all().filter(|r| r.face != Face::Public && r.method == Method::GET) {
            for address in addresses(&world, route.path) {
                let page = world.get("oversight", &address).await.text();
                let word = world.marks.iter().find(|m| page.contains(&m.word));
                assert!(word.is_none(), "{address} shows {word:?} to oversight");
            }
        }
    }
}

// proves: P-06
#[tokio::test]
async fn p06_an_officer_who_leaves_is_refused_at_the_very_next_request() {
    for world in worlds().await {
        assert_eq!(world.get("investigator", "/cases").await.status, StatusCode::OK);
        let (cookie, _) = world.session("investigator").await;
        let administrator = world.signed("administrator").await;
        // Somebody must stay who holds the desk's key, so the desk gets a second officer first.
        second_officer(&world).await;
        let leaving = world.officers["investigator"];
        workflow::remove_officer::remove_officer(&world.node, &administrator, leaving)
            .await
            .expect("removed");
        let request = axum::http::Request::get("/cases")
            .header("host", "localhost")
            .header("cookie", cookie)
            .body(axum::body::Body::empty())
            .unwrap();
        let answer = crate::world::ask(&world.staff, request).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", world.kind);
    }
}

async fn second_officer(world: &World) {
    use guard::{DeskKind, Role};
    let administrator = world.signed("administrator").await;
    let new = workflow::add_officer::NewOfficer {
        staff_id: "second".to_owned(),
        sign_in_name: "second".to_owned(),
        shown_name: "Second".to_owned(),
        role: Role::Investigator,
        is_trained: false,
        language: lexicon::language::ENGLISH,
        passphrase: Some("river stone cloud paper".to_owned()),
    };
    let desk = world.desks[&DeskKind::Inquiry];
    let sheet = workflow::add_officer::add_officer(&world.node, &administrator, desk, new)
        .await
        .expect("added");
    let member = world.signed("investigator").await;
    workflow::let_in::let_in(&world.node, &member, sheet.officer).await.expect("let in");
}
