//! Opening who a person is.

use crate::world::World;
use guard::{DeskKind, Kind, Role};
use lexicon::ids::PersonId;
use store::testing::databases;
use workflow::RefusalKind;
use workflow::open_identity::{before_opening, open_identity};
use workflow::sequence::Sequencer;
use workflow::view_ledger::view_ledger;

const NAME: &str = "Amina Diallo-Marker";
const NOTE: &str = "she asked to be called Marker-Note";

// proves: P-05, P-06, row 8.4
#[tokio::test]
async fn p05_an_identity_opens_with_a_reason_and_oversight_sees_who_and_why() {
    for database in databases().await {
        let world = World::on(&database).await;
        let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        let caseworker = world.sign_in(&sheet).await;
        let person = world.person(&caseworker, NAME).await;
        let node = &world.node;

        let closed = before_opening(node, &caseworker, person).await.unwrap();
        assert!(closed.is_assigned && !closed.is_opened_today && !closed.needs_proof);
        let none = open_identity(node, &caseworker, person, ("", NOTE)).await;
        assert_eq!(none.err().unwrap().fields[0].field, "reason");
        let long = "x".repeat(2_001);
        let none = open_identity(node, &caseworker, person, ("contact", &long)).await;
        assert_eq!(none.err().unwrap().fields[0].field, "note");

        let count = async || node.read("test").await.unwrap().count_leaves().await.unwrap().0;
        let before = count().await;
        let opened = open_identity(node, &caseworker, person, ("contact", NOTE)).await.unwrap();
        assert_eq!(opened.identity.name, NAME);
        assert_eq!(count().await, before + 1, "one leaf");
        let again = open_identity(node, &caseworker, person, ("", "")).await.unwrap();
        assert_eq!(again.identity.name, NAME);
        assert_eq!(count().await, before + 1, "one opening a day is one leaf");

        let mut sequencer = Sequencer::start(node).await.unwrap();
        sequencer.step(node).await.unwrap().expect("something waited");
        let overseer = world.sign_in(&world.overseer).await;
        let page = view_ledger(node, &overseer, 0).await.unwrap();
        let line = page.lines.iter().find(|line| line.action == "person.open").unwrap();
        assert_eq!(line.officer, "CASEWORKER Example");
        assert_eq!((line.reason.as_str(), line.note.as_str()), ("contact", NOTE));
        assert_eq!(line.was_assigned, Some(true));
        assert_eq!(line.alias, closed.alias, "two neutral words, never the name");
        assert_eq!((page.openings, page.unassigned), (1, 0));
        assert!(view_ledger(node, &caseworker, 0).await.is_err(), "not for a caseworker");
    }
}

// proves: P-06
#[tokio::test]
async fn p06_an_old_session_proves_again_before_it_opens() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
    let caseworker = world.sign_in(&sheet).await;
    let person = world.person(&caseworker, NAME).await;
    world.clock.advance_s(15 * 60 + 1);
    assert!(before_opening(&world.node, &caseworker, person).await.unwrap().needs_proof);
    let no = open_identity(&world.node, &caseworker, person, ("contact", "")).await.err().unwrap();
    assert_eq!(no.kind, RefusalKind::NotAllowed);
    assert_eq!(no.said.key, "guard-denied-identity-needs-reason-and-fresh-proof");
}

// proves: P-04, P-06
#[tokio::test]
async fn p06_a_person_of_another_desk_is_as_if_there_were_none() {
    for database in databases().await {
        let world = World::on(&database).await;
        let shelter = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        let caseworker = world.sign_in(&shelter).await;
        let person = world.person(&caseworker, NAME).await;
        let others = [
            (DeskKind::Ngo, "ngo", Role::Caseworker),
            (DeskKind::Police, "police", Role::Investigator),
            (DeskKind::ImmigrationEnforcement, "border", Role::EnforcementOfficer),
            (DeskKind::Protection, "protection", Role::ProtectionOfficer),
        ];
        let nobody = PersonId::from_bytes([9; 16]);
        for (kind, name, role) in others {
            let sheet = world.desk(kind, name, role).await;
            let other = world.sign_in(&sheet).await;
            for id in [person, nobody] {
                let no = open_identity(&world.node, &other, id, ("danger", "")).await;
                assert_eq!(no.err().unwrap().kind, RefusalKind::NotFound, "{name}");
            }
        }
        let administrator = world.sign_in(&world.administrator).await;
        let no = open_identity(&world.node, &administrator, person, ("danger", "")).await;
        assert!(no.is_err(), "the administrator");
    }
}

// proves: P-05, P-01
#[tokio::test]
async fn p05_when_the_leaf_cannot_be_kept_nothing_is_shown() {
    for database in databases().await {
        let world = World::on(&database).await;
        let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        let caseworker = world.sign_in(&sheet).await;
        let person = world.person(&caseworker, NAME).await;
        let node = &world.node;
        let mut shown_at = None;
        for n in 1..100 {
            node.store.fail_after(n);
            let answer = open_identity(node, &caseworker, person, ("contact", "")).await;
            node.store.fail_after(0);
            node.store.pretend_read_only(false);
            if answer.is_ok() {
                shown_at = Some(n);
                break;
            }
        }
        assert!(shown_at.is_some_and(|n| n > 5), "refused at every call before: {shown_at:?}");
        let mut tx = node.read("test").await.unwrap();
        let kept = tx.list_openings_of_thing(Kind::Person.id(), person.bytes()).await.unwrap();
        assert_eq!(kept.len(), 1, "shown, so it is in the ledger");
    }
}

// proves: P-11, row 8.5
#[tokio::test]
async fn p11_neither_name_nor_note_stands_in_the_database_in_clear() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
    let caseworker = world.sign_in(&sheet).await;
    let person = world.person(&caseworker, NAME).await;
    open_identity(&world.node, &caseworker, person, ("contact", NOTE)).await.unwrap();
    let mut searched = 0;
    for entry in std::fs::read_dir(database.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        searched += bytes.len();
        for marker in ["Diallo-Marker", "Marker-Note"] {
            let found = bytes.windows(marker.len()).any(|w| w == marker.as_bytes());
            assert!(!found, "{marker}");
        }
        for secret in [&sheet.passphrase, &sheet.totp_secret] {
            assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()));
        }
    }
    assert!(searched > 100_000, "the database was read: {searched} bytes");
}
