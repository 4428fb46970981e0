//! The first run, and what must be signed.

use crate::world::{World, empty_node, first_run};
use guard::{DeskKind, Role};
use store::testing::databases;
use workflow::RefusalKind;
use workflow::set_up_node::{
    PURPOSES, need_set_up, offer_set_up, record_ground, set_up_node, sign_set_up, view_set_up,
};

// proves: row 8.16
#[tokio::test]
async fn only_who_sees_the_terminal_makes_the_first_officers_and_only_once() {
    for database in databases().await {
        let (node, _) = empty_node(&database).await;
        let early = set_up_node(&node, first_run("")).await.err().unwrap();
        assert_eq!(early.fields[0].field, "code", "no code was offered yet");
        let old = offer_set_up(&node).await.unwrap().unwrap();
        let code = offer_set_up(&node).await.unwrap().unwrap();
        for wrong in [old.as_str(), "", "bado-bado-bado-bado-bado-bado"] {
            let refusal = set_up_node(&node, first_run(wrong)).await.err().unwrap();
            assert_eq!(refusal.fields[0].field, "code", "{wrong}");
        }
        let mut empty = first_run(&code);
        empty.overseer.shown_name = String::new();
        let refusal = set_up_node(&node, empty).await.err().unwrap();
        assert_eq!(refusal.fields[0].field, "2-shown-name");
        assert!(offer_is_open(&node).await, "nothing half made");

        let typed = code.to_uppercase().replace('-', " ");
        let sheets = set_up_node(&node, first_run(&typed)).await.unwrap();
        assert_eq!(sheets.len(), 3);
        assert_eq!(offer_set_up(&node).await.unwrap(), None, "no code for a node with officers");
        assert!(set_up_node(&node, first_run(&code)).await.is_err(), "the code is used up");
    }
}

async fn offer_is_open(node: &workflow::Node) -> bool {
    workflow::set_up_node::is_empty(node).await.unwrap()
}

// proves: row 8.16
#[tokio::test]
async fn no_real_person_is_entered_until_every_desk_has_its_law_and_two_have_signed() {
    for database in databases().await {
        let world = World::on(&database).await;
        world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        world.desk(DeskKind::ImmigrationEnforcement, "border", Role::EnforcementOfficer).await;
        let node = &world.node;
        let is_refused = async || {
            let mut tx = node.read("test").await.unwrap();
            need_set_up(node, &mut tx).await.is_err()
        };
        assert!(is_refused().await);
        let administrator = world.sign_in(&world.administrator).await;
        let coordinator = world.sign_in(&world.coordinator).await;
        let early = sign_set_up(node, &administrator).await.err().unwrap();
        assert_eq!(early.fields[0].field, "sign");

        let grounds = view_set_up(node, &administrator).await.unwrap().grounds;
        assert_eq!(grounds.len(), 2 * PURPOSES.len(), "coordination and shelter, none other");
        for ground in &grounds {
            let place = (ground.desk, ground.purpose);
            let no = record_ground(node, &administrator, place, (" ", 365)).await.err().unwrap();
            assert_eq!(no.fields[0].field, "source");
            let no = record_ground(node, &administrator, place, ("A law", 1)).await.err().unwrap();
            assert_eq!(no.fields[0].field, "retention");
            let no = record_ground(node, &coordinator, place, ("A law", 365)).await.err().unwrap();
            assert_eq!(no.kind, RefusalKind::NotAllowed);
            record_ground(node, &administrator, place, ("A law, article 3", 365)).await.unwrap();
        }
        sign_set_up(node, &administrator).await.unwrap();
        assert!(is_refused().await, "one signature is not two");
        assert!(!view_set_up(node, &administrator).await.unwrap().may_sign);
        sign_set_up(node, &coordinator).await.unwrap();
        assert!(!is_refused().await);
        assert_eq!(view_set_up(node, &coordinator).await.unwrap().signed_by.len(), 2);

        let place = (grounds[0].desk, grounds[0].purpose);
        record_ground(node, &administrator, place, ("Another law", 730)).await.unwrap();
        assert!(is_refused().await, "what is changed is signed anew");
    }
}
