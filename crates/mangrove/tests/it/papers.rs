//! The documents that the law asks for, made from what was recorded and from what the node does.

use crate::world::{World, worlds};
use axum::http::StatusCode;
use lexicon::language::LANGUAGES;
use workflow::papers::{OPEN, PAPERS, RISKS, papers_of};
use workflow::sign_set_up::{NewGround, record_grounds, sign_set_up, view_set_up};

async fn record(world: &World, recipients: &str) {
    let administrator = world.signed("administrator").await;
    let grounds = view_set_up(&world.node, &administrator).await.expect("seen").grounds;
    let new = grounds.iter().map(|ground| NewGround {
        desk: ground.desk,
        purpose: ground.purpose,
        source: "Assistance act, article 14 <b>".to_owned(),
        special: "Data act, article 9".to_owned(),
        recipients: recipients.to_owned(),
        retention_days: 1_825,
    });
    record_grounds(&world.node, &administrator, &new.collect::<Vec<_>>()).await.expect("recorded");
}

async fn sign(world: &World, who: &str) {
    let signed = world.signed(who).await;
    let hash = view_set_up(&world.node, &signed).await.expect("seen").hash;
    sign_set_up(&world.node, &signed, &hash).await.expect("signed");
}

// proves: row 8.16
#[tokio::test]
async fn row_8_16_the_documents_say_what_was_recorded_and_what_is_open() {
    for world in worlds().await {
        record(&world, "The court of Sample Town").await;
        let list = world.get("administrator", "/set-up/documents").await.text();
        for paper in PAPERS {
            assert!(list.contains(&format!("/set-up/documents/{paper}")), "{paper}");
            let page = world.get("coordinator", &format!("/set-up/documents/{paper}")).await;
            assert_eq!(page.status, StatusCode::OK);
            let page = page.text();
            assert!(!page.contains("<b>"), "what was typed is text");
            if paper == "impact" || paper == "register" {
                let told = ["Assistance act, article 14", "Data act, article 9", "Sample Town"];
                assert!(told.iter().all(|told| page.contains(told)), "{paper}");
            }
            assert!(
                page.contains("To be filled by the country:") || paper == "schedule",
                "{paper}"
            );
        }
        for who in ["caseworker", "oversight", "enforcement", "nurse"] {
            let page = world.get(who, "/set-up/documents/impact").await;
            assert!(page.status.is_client_error(), "{who}");
        }
        let missing = world.get("administrator", "/set-up/documents/other").await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
    }
}

// proves: row 8.16
#[tokio::test]
async fn row_8_16_two_sign_the_fingerprint_of_the_documents_and_a_change_is_signed_anew() {
    for world in worlds().await {
        record(&world, "nobody").await;
        let first = papers_of(&world.node.store).await.expect("read");
        assert!(!first.is_signed);
        sign(&world, "administrator").await;
        assert!(!papers_of(&world.node.store).await.unwrap().is_signed, "one is not two");
        sign(&world, "coordinator").await;
        let signed = papers_of(&world.node.store).await.unwrap();
        assert!(signed.is_signed && signed.hash == first.hash);
        record(&world, "The labour court").await;
        let changed = papers_of(&world.node.store).await.unwrap();
        assert!(!changed.is_signed && changed.hash != signed.hash, "only who receives it changed");
        let page = world.get("administrator", "/set-up/documents").await.text();
        assert!(page.contains(&changed.hash));
    }
}

// proves: row 8.16
#[tokio::test]
async fn row_8_16_the_documents_are_files_that_need_nothing_else_in_every_language() {
    for world in worlds().await {
        record(&world, "nobody").await;
        let papers = papers_of(&world.node.store).await.expect("read");
        for language in LANGUAGES {
            let files = web::pages::papers::files(&papers, language).expect("written");
            assert_eq!(files.len(), PAPERS.len());
            for (name, html) in &files {
                assert!(html.contains("@page") && html.contains(&papers.hash), "{name}");
                for outside in ["http:", "https:", "src=", "href=", "<script", "url("] {
                    assert!(!html.contains(outside), "{name}: {outside}");
                }
                assert!(
                    !html.contains(">papers-") && !html.contains(">set-up-"),
                    "{name}: no text"
                );
            }
            let impact = &files[0].1;
            for (what, keys) in
                [("risk", &RISKS[..]), ("measure", &RISKS), ("left", &RISKS), ("open", &OPEN)]
            {
                for key in keys {
                    let said = lexicon::phrase::say(language, &format!("papers-{what}-{key}"));
                    assert!(impact.contains(&said), "{}: {what} {key}", language.tag);
                }
            }
        }
    }
}
