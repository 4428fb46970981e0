//! `mangrove drill`, beside a node: which desks could come back to their keys.

use crate::nodes::{called, opened, url};
use guard::{DeskKind, Role};
use lexicon::language::ENGLISH;
use store::testing::databases;
use workflow::add_officer::{NewDesk, NewOfficer, insert_desk, insert_organisation};

fn officer(name: &str) -> NewOfficer {
    NewOfficer {
        staff_id: name.to_owned(),
        sign_in_name: name.to_owned(),
        shown_name: name.to_owned(),
        role: Role::Caseworker,
        is_trained: true,
        language: ENGLISH,
        passphrase: None,
    }
}

// proves: row 8.19
#[tokio::test]
async fn row_8_19_the_command_tells_what_is_missing_and_opens_nothing() {
    for database in databases().await {
        let folder = database.folder.path().to_owned();
        let drill = |words: &[&str]| called(words, &folder, url(&database).as_deref());
        let mut node =
            opened(&folder, url(&database)).await.map_err(|why| why.key).expect("a node");
        node.member_cost = guard::members::Cost::CHEAP;
        assert_eq!(drill(&["drill"]).code, 0, "no desk, nothing due");
        let mut tx = node.begin("test").await.unwrap();
        let kind = DeskKind::Shelter;
        let organisation = insert_organisation(&node, &mut tx, "House", kind).await.unwrap();
        let desk = NewDesk { organisation, kind, name: "Desk Example".to_owned() };
        let two = [officer("one"), officer("two")];
        insert_desk(&node, &mut tx, &desk, &two).await.unwrap();
        tx.commit().await.unwrap();
        let said = drill(&["drill"]);
        assert_eq!(said.code, 1, "{}", said.out);
        assert!(
            said.out.contains("Desk Example") && said.out.contains("No way back"),
            "{}",
            said.out
        );
        let said = drill(&["drill", "--json"]);
        let told: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(told["desks"][0]["holders"], 2);
        assert_eq!(told["desks"][0]["well"], false);
        assert_eq!(told["desks"][0]["ways"], serde_json::json!([]));
    }
}
