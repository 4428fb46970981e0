//! The sequencer, its checkpoints, and whoever tampers with them.

use crate::world::{SEED, World};
use guard::ledger::{Fault, Note, SigningKey, Verdict};
use guard::{DeskKind, Role};
use store::Cell;
use store::testing::{Database, databases};
use workflow::open_identity::open_identity;
use workflow::sequence::Sequencer;
use workflow::view_ledger::verify_ledger;
use workflow::witness::{ask_witness, compare_note, enter_witnessed, ledger_root};

async fn check(world: &World) -> Verdict {
    let key = SigningKey::from_seed(&SEED).verifying();
    verify_ledger(&world.node.store, &key, None).await.unwrap().verdict
}

/// A node with thirteen leaves (five of desk and set-up) under three checkpoints. Nobody is needed
/// to number and sign.
async fn with_leaves(database: &Database) -> World {
    let world = World::on(database).await;
    let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
    let mut caseworker = world.sign_in(&sheet).await;
    let mut sequencer = Sequencer::start(&world.node).await.unwrap();
    for round in 0..4 {
        let person = world.person(&caseworker, &format!("Name {round}")).await;
        caseworker = world.sign_in(&sheet).await;
        for day in 0..2 {
            world.clock.advance_s(day * 86_400);
            caseworker = world.sign_in(&sheet).await;
            let opened = open_identity(&world.node, &caseworker, person, ("contact", "")).await;
            opened.unwrap();
        }
        if round > 0 {
            world.node.sessions.end_where(|_| true);
            let signed = sequencer.step(&world.node).await.unwrap();
            assert!(signed.is_some(), "signed with nobody signed in");
            caseworker = world.sign_in(&sheet).await;
        }
    }
    assert_eq!(sequencer.step(&world.node).await.unwrap(), None, "nothing waits");
    drop(caseworker);
    world
}

// proves: P-08
#[tokio::test]
async fn p08_a_sequencer_that_starts_again_goes_on_where_it_stopped() {
    for database in databases().await {
        let world = with_leaves(&database).await;
        let before = check(&world).await;
        assert_eq!((before.leaves, before.checkpoints), (13, 3), "{}", database.kind);
        assert_eq!(before.faults, []);
        let again = Sequencer::start(&world.node).await.unwrap();
        assert_eq!(again.last().unwrap().size, 13);
    }
}

// proves: P-08
#[tokio::test]
async fn p08_whoever_writes_into_the_tables_of_the_ledger_is_found() {
    let tamperings = [
        "UPDATE leaves SET on_day = '2020-01-01' WHERE number = 3",
        "UPDATE leaves SET sealed_event = commitment WHERE number = 4",
        "UPDATE leaves SET commitment = leaf_hash WHERE number = 5",
        "UPDATE leaves SET leaf_hash = commitment WHERE number = 5",
        "UPDATE leaves SET owner_version = 9 WHERE number = 1",
        "UPDATE leaves SET oversight_wrap = owner_wrap WHERE number = 2",
        "DELETE FROM leaves WHERE number = 2",
        "DELETE FROM leaves WHERE number = 13",
        "DELETE FROM leaves",
        "UPDATE leaves SET number = 20 WHERE number = 6",
        "UPDATE checkpoints SET root = (SELECT leaf_hash FROM leaves WHERE number = 1)",
        "UPDATE checkpoints SET on_day = '2020-01-01'",
        "UPDATE checkpoints SET size = 10 WHERE size = 11",
        "DELETE FROM checkpoints WHERE size = 9",
        "DELETE FROM checkpoints WHERE size = 11",
        "DELETE FROM checkpoints WHERE size = 13",
        "DELETE FROM checkpoints",
    ];
    for kind in 0..databases().await.len() {
        for sql in tamperings {
            let database = databases().await.remove(kind);
            let world = with_leaves(&database).await;
            let mut tx = world.node.store.begin("tamper").await.unwrap();
            tx.execute(sql, &[] as &[Cell]).await.unwrap();
            tx.commit().await.unwrap();
            assert_ne!(check(&world).await.faults, [], "{sql}");
        }
    }
}

// proves: P-08
#[tokio::test]
async fn p08_the_sequencer_signs_nothing_over_a_ledger_that_was_changed() {
    let database = store::testing::sqlite();
    let world = with_leaves(&database).await;
    let mut tx = world.node.store.begin("tamper").await.unwrap();
    tx.execute("UPDATE leaves SET leaf_hash = commitment WHERE number = 5", &[] as &[Cell])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(Sequencer::start(&world.node).await.is_err());
}

/// Everything of the database, and what a witness holds: faults by name.
async fn found(world: &World, held: &Note) -> Vec<Fault> {
    let key = SigningKey::from_seed(&SEED).verifying();
    let mut faults = check(world).await.faults;
    faults.extend(compare_note(&world.node.store, held, &key).await.unwrap());
    faults
}

async fn held(world: &World) -> Note {
    let key = SigningKey::from_seed(&SEED);
    ask_witness(&world.node.store, &key, 0).await.unwrap().expect("something is signed").note
}

/// The owner of the database erases traces in the ways that come to mind: one line, a line's words,
/// the newest lines with their checkpoints, everything, the order; and the rows of openings and
/// alarms. The witness's note and the signatures tell of each, and an erased alarm still stands in
/// the ledger.
// proves: P-08
#[tokio::test]
async fn attack_admin_log_eraser() {
    let cuts: [&[&'static str]; 7] = [
        &["DELETE FROM leaves WHERE number = 3"],
        &["UPDATE leaves SET sealed_event = owner_wrap WHERE number = 2"],
        &["UPDATE leaves SET on_day = '2020-01-01' WHERE number = 4"],
        &["DELETE FROM leaves WHERE number > 5", "DELETE FROM checkpoints WHERE size > 5"],
        &["DELETE FROM leaves", "DELETE FROM checkpoints"],
        &[
            "UPDATE leaves SET number = NULL WHERE number = 7",
            "UPDATE leaves SET number = 7 WHERE number = 8",
        ],
        &["DELETE FROM checkpoints WHERE size < 11"],
    ];
    for database in databases().await {
        let world = with_leaves(&database).await;
        let note = held(&world).await;
        assert_eq!(found(&world, &note).await, []);
    }
    for cut in cuts {
        for database in databases().await {
            let world = with_leaves(&database).await;
            let note = held(&world).await;
            let mut tx = world.node.store.begin("tamper").await.unwrap();
            for sql in cut {
                tx.execute(*sql, &[] as &[Cell]).await.unwrap();
            }
            tx.commit().await.unwrap();
            let faults = found(&world, &note).await;
            assert!(!faults.is_empty(), "{cut:?} on {}", database.kind);
        }
    }
    erased_alarm(&store::testing::sqlite()).await;
}

async fn erased_alarm(database: &Database) {
    use workflow::raise_alarm::{Alarm, AlarmCode, raise_alarm};
    let world = with_leaves(database).await;
    let node = &world.node;
    let overseer = world.sign_in(&world.overseer).await;
    let officer = Some(world.administrator.officer);
    let code = AlarmCode::Canary;
    let alarm = Alarm { code, desk: None, officer, thing: None, told: None, note: "" };
    let mut tx = node.begin("test").await.unwrap();
    raise_alarm(node, &mut tx, &alarm).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = node.begin("tamper").await.unwrap();
    for sql in ["DELETE FROM openings", "DELETE FROM alarms"] {
        tx.execute(sql, &[] as &[Cell]).await.unwrap();
    }
    tx.commit().await.unwrap();
    Sequencer::start(node).await.unwrap().step(node).await.unwrap().expect("something waited");
    let page = workflow::view_ledger::view_ledger(node, &overseer, 0).await.unwrap();
    assert!(page.lines.iter().any(|line| line.reason == "canary"), "its leaf is still there");
    let opened = page.lines.iter().filter(|line| line.action == "person.open").count();
    assert!(opened > 0, "and so are the openings");
}

/// The administrator, who holds the signing key, keeps two histories: one for the witness, one for
/// everybody else, both signed and whole in themselves. Whoever holds a note of one finds that the
/// other is not its continuation, and a witness signs only one of them.
// proves: P-08
#[tokio::test]
async fn attack_log_forker() {
    for [first, second] in [pair().await, pair().await] {
        let (one, two) = (with_leaves(&first).await, World::on(&second).await);
        let sheet = two.desk(DeskKind::Ngo, "elsewhere", Role::Caseworker).await;
        let caseworker = two.sign_in(&sheet).await;
        for n in 0..6 {
            let person = two.person(&caseworker, &format!("Other {n}")).await;
            let caseworker = two.sign_in(&sheet).await;
            open_identity(&two.node, &caseworker, person, ("contact", "")).await.unwrap();
            Sequencer::start(&two.node).await.unwrap().step(&two.node).await.unwrap();
        }
        assert!(check(&one).await.faults.is_empty() && check(&two).await.faults.is_empty());
        let (key, of_one, of_two) =
            (SigningKey::from_seed(&SEED), held(&one).await, held(&two).await);
        assert!(of_one.is_signed_by(&key.verifying()) && of_two.is_signed_by(&key.verifying()));
        let two_says = compare_note(&two.node.store, &of_one, &key.verifying()).await.unwrap();
        let one_says = compare_note(&one.node.store, &of_two, &key.verifying()).await.unwrap();
        assert!(two_says.is_some() && one_says.is_some(), "{two_says:?} {one_says:?}");
        let (short, long) =
            if of_one.size <= of_two.size { (&of_one, &two) } else { (&of_two, &one) };
        let asked = ask_witness(&long.node.store, &key, short.size).await.unwrap().unwrap();
        let refused = asked.check(Some(short), &key.verifying());
        assert_eq!(refused, Some(Fault::Forked(short.size)), "the witness does not sign");
    }
}

async fn pair() -> [Database; 2] {
    [store::testing::sqlite(), databases().await.pop().expect("a database")]
}

// proves: P-08, row 8.4
#[tokio::test]
async fn p08_a_root_on_paper_is_entered_again_and_a_wrong_one_raises_an_alarm() {
    for database in databases().await {
        let world = with_leaves(&database).await;
        let node = &world.node;
        let overseer = world.sign_in(&world.overseer).await;
        let before = ledger_root(node, &overseer).await.unwrap();
        assert_eq!(before.unwitnessed, before.size, "nobody outside knows anything");
        let typed = before.groups.join(" ");
        enter_witnessed(node, &overseer, (before.size, &typed, "")).await.unwrap();
        let after = ledger_root(node, &overseer).await.unwrap();
        assert_eq!((after.unwitnessed, after.witnessed.len()), (0, 1));
        let wrong = typed.replace(&before.groups[0], "0000");
        let no = enter_witnessed(node, &overseer, (before.size, &wrong, "")).await.err().unwrap();
        assert_eq!(no.fields[0].phrase.key, "ledger-root-differs");
        let alarms = workflow::answer_alarm::open_alarms(node, &overseer).await.unwrap();
        assert_eq!(alarms[0].code, "root-differs");
        let mut note = held(&world).await;
        SigningKey::from_seed(&[9; 32]).cosign(&mut note, "partner.example/w", 1_700_000_000);
        enter_witnessed(node, &overseer, (0, "", &note.write())).await.unwrap();
        let after = ledger_root(node, &overseer).await.unwrap();
        assert!(after.witnessed.iter().any(|(_, name, _)| name == "partner.example/w"));
        assert!(
            enter_witnessed(node, &world.sign_in(&world.coordinator).await, (1, "", ""))
                .await
                .is_err()
        );
    }
}
