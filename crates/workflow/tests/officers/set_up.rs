//! The first run, and what must be signed.

use crate::world::{World, empty_node, first_run, lawful};
use guard::{DeskKind, Role};
use store::testing::databases;
use workflow::set_up_node::{offer_set_up, set_up_node};
use workflow::sign_set_up::{
    PURPOSES, need_own_set_up, record_grounds, sign_set_up, takes_hints, view_set_up,
};
use workflow::{RefusalKind, Signed};

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
        let node = &world.node;
        let caseworker = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        world.desk(DeskKind::ImmigrationEnforcement, "border", Role::EnforcementOfficer).await;
        let caseworker = world.sign_in(&caseworker).await;
        let is_refused = async |signed: &Signed| need_own_set_up(node, signed).await.is_err();
        let administrator = world.sign_in(&world.administrator).await;
        let coordinator = world.sign_in(&world.coordinator).await;
        let early = view_set_up(node, &administrator).await.unwrap();
        assert_eq!(early.grounds.len(), 2 * PURPOSES.len(), "coordination and shelter, no other");
        let no = sign_set_up(node, &administrator, &early.hash).await.err().unwrap();
        assert_eq!(no.fields[0].field, "sign", "nothing is written yet");

        let law = ("A law, article 3", 365);
        for (wrong, field) in [((" ", 365), "source-"), (("A law", 1), "retention-")] {
            let no = record_grounds(node, &administrator, &lawful(&early, wrong)).await;
            let no = no.err().unwrap();
            assert!(no.fields[0].field.starts_with(field), "{wrong:?}: {:?}", no.fields);
        }
        let no = record_grounds(node, &coordinator, &lawful(&early, law)).await.err().unwrap();
        assert_eq!(no.kind, RefusalKind::NotAllowed);
        record_grounds(node, &administrator, &lawful(&early, law)).await.unwrap();

        let seen = view_set_up(node, &administrator).await.unwrap();
        let no = sign_set_up(node, &administrator, &early.hash).await.err().unwrap();
        assert_eq!(no.kind, RefusalKind::Changed, "what is signed is what was seen");
        sign_set_up(node, &administrator, &seen.hash).await.unwrap();
        assert!(is_refused(&caseworker).await, "one signature is not two");
        assert!(!takes_hints(node).await.unwrap());
        assert!(!view_set_up(node, &administrator).await.unwrap().may_sign);
        sign_set_up(node, &coordinator, &seen.hash).await.unwrap();
        assert!(!is_refused(&caseworker).await && takes_hints(node).await.unwrap());
        let signed = view_set_up(node, &coordinator).await.unwrap();
        let in_force = signed.in_force.as_ref().unwrap();
        assert_eq!((in_force.signatures.len(), &in_force.hash), (2, &seen.hash));
        assert!(signed.is_signed());
    }
}

// proves: row 8.3
#[tokio::test]
async fn a_change_waits_for_both_and_a_new_desk_keeps_nothing_before() {
    for database in databases().await {
        let world = World::on(&database).await;
        let node = &world.node;
        let shelter = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        let shelter = world.sign_in(&shelter).await;
        world.person(&shelter, "Somebody").await;
        let administrator = world.sign_in(&world.administrator).await;
        let coordinator = world.sign_in(&world.coordinator).await;
        let first = view_set_up(node, &administrator).await.unwrap();
        record_grounds(node, &administrator, &lawful(&first, ("Another law", 730))).await.unwrap();
        let changed = view_set_up(node, &administrator).await.unwrap();
        assert!(changed.signatures.is_empty() && !changed.is_signed(), "signed anew");
        assert_eq!(changed.in_force.unwrap().hash, first.hash, "the old one stays in force");
        assert!(need_own_set_up(node, &shelter).await.is_ok());

        let late = world.desk(DeskKind::Hospital, "late", Role::Caseworker).await;
        let late = world.sign_in(&late).await;
        let no = need_own_set_up(node, &late).await.err().unwrap();
        assert_eq!(no.kind, RefusalKind::NotSetUp { is_yours: false });
        assert!(need_own_set_up(node, &shelter).await.is_ok(), "the others go on");
        let now = view_set_up(node, &administrator).await.unwrap();
        record_grounds(node, &administrator, &lawful(&now, ("Another law", 730))).await.unwrap();
        let hash = view_set_up(node, &administrator).await.unwrap().hash;
        sign_set_up(node, &coordinator, &hash).await.unwrap();
        assert!(need_own_set_up(node, &late).await.is_err());
        sign_set_up(node, &administrator, &hash).await.unwrap();
        assert!(need_own_set_up(node, &late).await.is_ok());
    }
}

// proves: row 8.3
#[tokio::test]
async fn one_person_under_two_names_does_not_make_two_signatures() {
    for database in databases().await {
        let (node, _) = empty_node(&database).await;
        let code = offer_set_up(&node).await.unwrap().unwrap();
        let mut same = first_run(&code);
        same.administrator.staff_id = format!(" {} ", same.coordinator.staff_id);
        let no = set_up_node(&node, same).await.err().unwrap();
        assert_eq!(no.fields[0].field, "1-staff-id");
    }
}
