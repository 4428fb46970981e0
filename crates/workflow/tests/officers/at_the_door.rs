//! Signing in, joining and leaving.

use crate::openings::TYPED;
use crate::world::{World, code, officer};
use guard::{DeskKind, Role};
use lexicon::Clock;
use store::testing::databases;
use workflow::RefusalKind;
use workflow::add_officer::{add_officer, list_desks};
use workflow::change_passphrase::{NewPassphrase, change_passphrase};
use workflow::let_in::{let_in, waiting_at_desk};
use workflow::open_identity::open_identity;
use workflow::remove_officer::remove_officer;
use workflow::sequence::Sequencer;
use workflow::sign_in::{prove_again, sign_out};
use workflow::view_ledger::view_ledger;
use zeroize::Zeroizing;

// proves: P-06
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
                workflow::open_identity::open_identity(&node, &signed, person, ("danger", TYPED))
                    .await
            }
        };
        assert!(open(newcomer.clone()).await.is_err(), "no key yet");
        assert!(let_in(&world.node, &newcomer, second.officer).await.is_err(), "nobody lets self");
        let waiting = waiting_at_desk(&world.node, &administrator).await.unwrap();
        assert!(waiting.is_empty(), "the administrator has no key to give");

        let waiting = waiting_at_desk(&world.node, &member).await.unwrap();
        assert_eq!(waiting.len(), 1);
        let_in(&world.node, &member, waiting[0].id).await.unwrap();
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
        let administrator = world.sign_in(&world.administrator).await;
        let only = remove_officer(&world.node, &administrator, first.officer).await;
        assert!(only.is_err(), "the last who holds the key cannot leave");
        let person = world.person(&member, "Amina Diallo").await;

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
            workflow::open_identity::open_identity(&world.node, &stays, person, ("danger", TYPED));
        assert_eq!(old.await.unwrap().identity.name, "Amina Diallo", "what was sealed before");
        let later = world.person(&stays, "Rosa Neves").await;
        let mut tx = world.node.read("test").await.unwrap();
        let wrap = tx.find_wrap("person", later.bytes(), "content", desk).await.unwrap().unwrap();
        assert_eq!(wrap.0, 2, "what is sealed now needs the new key");
    }
}

// proves: P-06
#[tokio::test]
async fn p06_an_officer_chooses_another_passphrase_with_the_old_one_and_a_code() {
    for database in databases().await {
        let world = World::on(&database).await;
        let sheet = world.desk(DeskKind::Shelter, "first", Role::Caseworker).await;
        let (other, _) = world.begin(&sheet).await;
        let (hash, signed) = world.begin(&sheet).await;
        let person = world.person(&signed, "Amina Diallo").await;
        let (hash, signed) = match world.node.sessions.find(&hash, world.clock.now_s()) {
            Some(signed) => (hash, signed),
            None => world.begin(&sheet).await,
        };
        let mine = "a passphrase of my own";
        let ask = async |old: &str, code: String, new: &str, again: &str| {
            let typed = |text: &str| Zeroizing::new(text.to_owned());
            let (old, new, again) = (typed(old), typed(new), typed(again));
            let asked = NewPassphrase { old, code, new, again };
            change_passphrase(&world.node, (&hash, &signed), asked).await
        };
        let now = || {
            world.clock.advance_s(61);
            code(&sheet, &world.clock)
        };
        let old = sheet.passphrase.as_str();
        let long = "x".repeat(1_025);
        let wrong = [
            ("old", ask("", now(), mine, mine).await),
            ("old", ask("not the old one", now(), mine, mine).await),
            ("old", ask(old, "000000".to_owned(), mine, mine).await),
            ("new", ask(old, now(), "short", "short").await),
            ("new", ask(old, now(), &long, &long).await),
            ("new", ask(old, now(), old, old).await),
            ("again", ask(old, now(), mine, "another one entirely").await),
        ];
        for (field, refused) in wrong {
            let refusal = refused.expect_err(field);
            let fields: Vec<&str> = refusal.fields.iter().map(|f| f.field.as_str()).collect();
            assert_eq!(fields, [field], "{refusal:?}");
        }
        ask(old, now(), mine, mine).await.unwrap();
        let now_s = world.clock.now_s();
        assert!(world.node.sessions.find(&other, now_s).is_none(), "other sessions end");
        assert!(world.node.sessions.find(&hash, now_s).is_some(), "the own one stays");
        assert!(world.try_sign_in(&sheet.sign_in_name, old, &now()).await.is_err());
        let begun = world.try_sign_in(&sheet.sign_in_name, mine, &now()).await.unwrap();
        let signed = world.session(&begun);
        let opened = open_identity(&world.node, &signed, person, ("contact", "")).await;
        assert_eq!(opened.unwrap().identity.name, "Amina Diallo", "sealed before the change");
    }
}

// proves: P-06
#[tokio::test]
async fn p06_proving_again_waits_after_wrong_answers_as_the_door_does() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = &world.coordinator;
    let (hash, signed) = world.begin(sheet).await;
    world.clock.advance_s(10 * 60);
    let prove = async |passphrase: &str, code: String| {
        let passphrase = Zeroizing::new(passphrase.to_owned());
        prove_again(&world.node, (&hash, &signed), passphrase, code).await
    };
    for _ in 0..3 {
        let refusal = prove("wrong", code(sheet, &world.clock)).await.unwrap_err();
        assert_eq!(refusal.fields[0].phrase.key, "officer-proof-wrong");
    }
    let waits = prove(&sheet.passphrase, code(sheet, &world.clock)).await.unwrap_err();
    assert_eq!(waits.said.key, "refusal-sign-in-wait", "even the right answer waits");
    let door = world.try_sign_in(&sheet.sign_in_name, &sheet.passphrase, "000000").await;
    assert_eq!(door.err().unwrap().said.key, "refusal-sign-in-wait", "one count for both");
    world.clock.advance_s(61);
    let find = || world.node.sessions.find(&hash, world.clock.now_s()).unwrap();
    let before = find().proved_s;
    prove(&sheet.passphrase, code(sheet, &world.clock)).await.unwrap();
    assert!(find().proved_s > before);
    let same = prove(&sheet.passphrase, code(sheet, &world.clock)).await;
    assert!(same.is_err(), "no code is taken twice");
}

// proves: P-06
#[tokio::test]
async fn p06_a_member_whose_keys_are_old_lets_nobody_in_and_each_step_is_in_the_ledger() {
    for database in databases().await {
        let world = World::on(&database).await;
        let first = world.desk(DeskKind::Shelter, "first", Role::Caseworker).await;
        let member = world.sign_in(&first).await;
        let desk = member.officer.desk;
        let administrator = world.sign_in(&world.administrator).await;
        let (node, admin) = (&world.node, &administrator);
        let second = add_officer(node, admin, desk, officer("second", Role::Triage)).await.unwrap();
        assert_eq!(node.sessions.waiting_at(desk), 1);
        let_in(node, &member, second.officer).await.unwrap();
        assert_eq!(node.sessions.waiting_at(desk), 0);
        let again = let_in(node, &member, second.officer).await.unwrap_err();
        assert_eq!(again.kind, RefusalKind::NotFound, "waits no longer");
        let third = add_officer(node, admin, desk, officer("third", Role::Triage)).await.unwrap();
        remove_officer(node, admin, second.officer).await.unwrap();
        let twice = remove_officer(node, admin, second.officer).await.unwrap_err();
        assert_eq!(twice.kind, RefusalKind::NotFound, "left already");
        let old = let_in(node, &member, third.officer).await.unwrap_err();
        assert_eq!(old.kind, RefusalKind::Changed, "a version the session does not hold");
        let stranger = world.sign_in(&world.coordinator).await;
        let elsewhere = let_in(node, &stranger, third.officer).await.unwrap_err();
        assert_eq!(elsewhere.kind, RefusalKind::NotFound, "of another desk");
        let no_key = let_in(node, admin, third.officer).await.unwrap_err();
        assert_eq!(no_key.kind, RefusalKind::NotAllowed, "the administrator");
        let own = remove_officer(node, admin, admin.officer.id).await.unwrap_err();
        assert_eq!(own.fields[0].phrase.key, "officer-last-administrator");

        Sequencer::start(node).await.unwrap().step(node).await.unwrap().expect("leaves");
        let overseer = world.sign_in(&world.overseer).await;
        let page = view_ledger(node, &overseer, 0).await.unwrap();
        let steps = page.lines.iter().rev().map(|l| (l.reason.as_str(), l.note.as_str()));
        assert_eq!(
            steps.collect::<Vec<_>>(),
            [
                ("desk-added", "FIRST Example"),
                ("officer-added", "SECOND Example"),
                ("officer-let-in", "SECOND Example"),
                ("officer-added", "THIRD Example"),
                ("officer-removed", "SECOND Example"),
            ]
        );
        assert_eq!(page.lines[0].alias, "Desk of first");
    }
}

#[tokio::test]
async fn a_desk_is_never_made_without_somebody_who_holds_its_key() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let administrator = world.sign_in(&world.administrator).await;
    let named = ("Service", DeskKind::Ngo, "Desk");
    let first = officer("keyless", Role::Administrator);
    let made = workflow::add_officer::add_desk(&world.node, &administrator, named, first).await;
    assert_eq!(made.err().unwrap().fields[0].phrase.key, "officer-first-holds-key");
    let mut first = officer("nameless", Role::Caseworker);
    first.shown_name = String::new();
    let made = workflow::add_officer::add_desk(&world.node, &administrator, named, first).await;
    assert_eq!(made.err().unwrap().fields[0].field, "shown-name", "as the form calls it");
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
    assert_eq!(refusal.fields[0].field, "staff-id", "the staff number comes first");
    let mut new = officer("coordinator", Role::Triage);
    new.staff_id = "another".to_owned();
    let refusal = add_officer(&world.node, &administrator, desk, new).await.err().unwrap();
    assert_eq!(refusal.fields[0].field, "sign-in-name");
    assert_eq!(refusal.fields[0].phrase.key, "officer-field-taken");
}
