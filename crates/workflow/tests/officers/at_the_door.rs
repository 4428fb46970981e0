//! Signing in, joining and leaving.

use crate::world::{World, code, officer};
use guard::{DeskKind, Role};
use lexicon::Clock;
use store::testing::databases;
use workflow::RefusalKind;
use workflow::add_officer::{
    add_officer, change_passphrase, let_in, list_desks, remove_officer, waiting_at_desk,
};
use workflow::sign_in::sign_out;
use zeroize::Zeroizing;

// proves: row 6.1
#[tokio::test]
async fn a_wrong_name_passphrase_or_code_is_told_alike() {
    for database in databases().await {
        let world = World::on(&database).await;
        let sheet = &world.coordinator;
        let good = code(sheet, &world.clock);
        let tries = [
            ("nobody", sheet.passphrase.as_str(), good.as_str()),
            (sheet.sign_in_name.as_str(), "another passphrase", good.as_str()),
            (sheet.sign_in_name.as_str(), sheet.passphrase.as_str(), "000000"),
            (sheet.sign_in_name.as_str(), sheet.passphrase.as_str(), ""),
        ];
        for (name, passphrase, code) in tries {
            let refusal = world.try_sign_in(name, passphrase, code).await.err().unwrap();
            assert_eq!(refusal.kind, RefusalKind::BadInput, "{}", database.kind);
            assert_eq!(refusal.fields[0].phrase.key, "officer-sign-in-wrong");
            world.clock.advance_s(61);
        }
        let name = format!("  {} ", sheet.sign_in_name.to_uppercase());
        let good = code(sheet, &world.clock);
        assert!(world.try_sign_in(&name, &sheet.passphrase, &good).await.is_ok(), "as typed");
        let again = world.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, &good).await;
        assert!(again.is_err(), "no code is taken twice");
    }
}

#[tokio::test]
async fn after_wrong_attempts_a_name_waits_and_the_officer_still_comes_in() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = &world.coordinator;
    let mut waited = false;
    for _ in 0..12 {
        let refusal = world.try_sign_in(&sheet.sign_in_name, "wrong", "000000").await.err();
        waited |= refusal.unwrap().said.key == "refusal-sign-in-wait";
    }
    assert!(waited, "a dozen guesses at once are not all tried");
    let others = code(&world.administrator, &world.clock);
    let other = &world.administrator;
    assert!(world.try_sign_in(&other.sign_in_name, &other.passphrase, &others).await.is_ok());
    world.clock.advance_s(61);
    let good = code(sheet, &world.clock);
    assert!(world.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, &good).await.is_ok());
}

#[tokio::test]
async fn a_session_ends_when_it_is_left_alone_or_locked() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = &world.coordinator;
    let good = code(sheet, &world.clock);
    let begun = world.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, &good).await.unwrap();
    let hash = <[u8; 32]>::from(<sha2::Sha256 as sha2::Digest>::digest(begun.token.as_bytes()));
    let find = || world.node.sessions.find(&hash, world.clock.now_s());
    assert!(find().is_some());
    sign_out(&world.node, &hash);
    assert!(find().is_none(), "locked");
    world.clock.advance_s(30);
    let good = code(sheet, &world.clock);
    let begun = world.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, &good).await.unwrap();
    let hash = <[u8; 32]>::from(<sha2::Sha256 as sha2::Digest>::digest(begun.token.as_bytes()));
    world.clock.advance_s(15 * 60 + 1);
    assert!(world.node.sessions.find(&hash, world.clock.now_s()).is_none(), "left alone");
}

// proves: P-06
#[tokio::test]
async fn p06_a_new_officer_opens_nothing_until_a_member_of_the_desk_lets_them_in() {
    for database in databases().await {
        let world = World::on(&database).await;
        let first = world.desk(DeskKind::Shelter, "first", Role::Caseworker).await;
        let member = world.sign_in(&first).await;
        let person = world.person(&member, "Amina Diallo").await;

        let administrator = world.sign_in(&world.administrator).await;
        let new = officer("second", Role::Caseworker);
        let second =
            add_officer(&world.node, &administrator, member.officer.desk, new).await.unwrap();
        let newcomer = world.sign_in(&second).await;
        let open = |signed| {
            let node = world.node.clone();
            async move {
                workflow::open_identity::open_identity(&node, &signed, person, ("contact", ""))
                    .await
            }
        };
        assert!(open(newcomer.clone()).await.is_err(), "no key yet");
        assert!(let_in(&world.node, &newcomer, second.officer).await.is_err(), "nobody lets self");
        let waiting = waiting_at_desk(&world.node, &administrator).await.unwrap();
        assert!(waiting.is_empty(), "the administrator has no key to give");

        let waiting = waiting_at_desk(&world.node, &member).await.unwrap();
        assert_eq!(waiting.len(), 1);
        let_in(&world.node, &member, waiting[0].officer).await.unwrap();
        assert!(open(newcomer).await.is_err(), "from the next sign-in");
        let newcomer = world.sign_in(&second).await;
        assert_eq!(open(newcomer).await.unwrap().identity.name, "Amina Diallo");
    }
}

// proves: P-06, P-11
#[tokio::test]
async fn p06_who_leaves_signs_in_no_more_and_the_desk_gets_a_new_key() {
    for database in databases().await {
        let world = World::on(&database).await;
        let first = world.desk(DeskKind::Shelter, "first", Role::Caseworker).await;
        let member = world.sign_in(&first).await;
        let desk = member.officer.desk;
        let person = world.person(&member, "Amina Diallo").await;
        let administrator = world.sign_in(&world.administrator).await;
        let only = remove_officer(&world.node, &administrator, first.officer).await;
        assert!(only.is_err(), "the last who holds the key cannot leave");

        let new = officer("second", Role::Caseworker);
        let second = add_officer(&world.node, &administrator, desk, new).await.unwrap();
        let_in(&world.node, &member, second.officer).await.unwrap();
        remove_officer(&world.node, &administrator, first.officer).await.unwrap();
        world.clock.advance_s(30);
        let good = code(&first, &world.clock);
        let back = world.try_sign_in(&first.sign_in_name, &first.passphrase, &good).await;
        assert!(back.is_err(), "the one who left");

        let stays = world.sign_in(&second).await;
        let versions: Vec<i64> = stays.unlocked.desks().map(|(_, version)| version).collect();
        assert_eq!(versions, [1, 2]);
        let old =
            workflow::open_identity::open_identity(&world.node, &stays, person, ("contact", ""));
        assert_eq!(old.await.unwrap().identity.name, "Amina Diallo", "what was sealed before");
        let later = world.person(&stays, "Rosa Neves").await;
        let mut tx = world.node.read("test").await.unwrap();
        let wrap = tx.find_wrap("person", later.bytes(), "content", desk).await.unwrap().unwrap();
        assert_eq!(wrap.0, 2, "what is sealed now needs the new key");
    }
}

#[tokio::test]
async fn an_officer_chooses_another_passphrase() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = &world.coordinator;
    let signed = world.sign_in(sheet).await;
    let short = change_passphrase(&world.node, &signed, Zeroizing::new("short".to_owned())).await;
    assert_eq!(short.unwrap_err().fields[0].field, "passphrase");
    let mine = "a passphrase of my own";
    change_passphrase(&world.node, &signed, Zeroizing::new(mine.to_owned())).await.unwrap();
    world.clock.advance_s(30);
    let good = code(sheet, &world.clock);
    assert!(world.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, &good).await.is_err());
    assert!(world.try_sign_in(&sheet.sign_in_name, mine, &good).await.is_ok());
}

// proves: P-04
#[tokio::test]
async fn p04_a_hat_of_another_desk_is_not_given() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let administrator = world.sign_in(&world.administrator).await;
    let hats = [
        (DeskKind::Shelter, Role::EnforcementOfficer),
        (DeskKind::ImmigrationEnforcement, Role::Caseworker),
        (DeskKind::Protection, Role::Caseworker),
        (DeskKind::Oversight, Role::Coordinator),
        (DeskKind::Ngo, Role::Oversight),
    ];
    for (kind, role) in hats {
        let made = workflow::add_officer::add_desk(
            &world.node,
            &administrator,
            ("Service", kind, "Desk"),
            officer("hat", role),
        )
        .await;
        assert_eq!(made.err().unwrap().fields[0].field, "role", "{role:?} at {kind:?}");
    }
    let coordinator = world.sign_in(&world.coordinator).await;
    assert!(list_desks(&world.node, &coordinator).await.is_err(), "not the administrator");
}

// proves: P-16
#[tokio::test]
async fn p16_fields_of_an_officer_have_limits_and_names_are_taken_once() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let administrator = world.sign_in(&world.administrator).await;
    let desk = administrator.officer.desk;
    let mut new = officer("x", Role::Triage);
    new.shown_name = "x".repeat(121);
    new.staff_id = "  ".to_owned();
    let refusal = add_officer(&world.node, &administrator, desk, new).await.err().unwrap();
    let fields: Vec<&str> = refusal.fields.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(fields, ["shown-name", "staff-id"]);
    let new = officer("coordinator", Role::Triage);
    let refusal = add_officer(&world.node, &administrator, desk, new).await.err().unwrap();
    assert_eq!(refusal.fields[0].phrase.key, "officer-field-taken");
}
