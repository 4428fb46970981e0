//! Passkeys at the door, for a fresh proof, and beside the passphrase.

use crate::soft_passkey::{Said, SoftPasskey};
use crate::world::{World, code, officer};
use guard::members::Party;
use guard::{DeskKind, Role};
use store::testing::databases;
use workflow::add_officer::{Sheet, add_officer};
use workflow::add_passkey::{MadePasskey, add_passkey, list_passkeys, remove_passkey};
use workflow::remove_officer::remove_officer;
use workflow::sequence::Sequencer;
use workflow::sign_in::{At, Proof, SignedIn, sign_in_at};
use workflow::use_passkey::{
    UsedPasskey, door_challenge, own_challenge, prove_by_passkey, sign_in_by_passkey,
};
use workflow::view_ledger::view_ledger;
use workflow::{Refusal, RefusalKind, Signed};
use zeroize::Zeroizing;

const HOST: &str = "node.example";
const ORIGIN: &str = "https://node.example";

fn party() -> Party {
    Party { host: HOST.to_owned(), origin: ORIGIN.to_owned() }
}

fn device(seed: u8) -> SoftPasskey {
    SoftPasskey::new(seed, HOST, ORIGIN)
}

fn used(said: Said, given: Option<[u8; 32]>) -> UsedPasskey {
    UsedPasskey {
        credential: said.credential,
        client_data: said.client_data,
        authenticator_data: said.authenticator_data,
        signature: said.signature,
        given: given.map(Zeroizing::new),
    }
}

/// Adds the device to the officer; with `is_alone` it gives a secret of its own.
async fn add(world: &World, signed: &Signed, device: &mut SoftPasskey, is_alone: bool) {
    let said = device.make(&own_challenge(&world.node, signed));
    let made = MadePasskey {
        name: "blue key".to_owned(),
        client_data: said.client_data,
        authenticator_data: said.authenticator_data,
        given: is_alone.then(|| Zeroizing::new(device.given)),
    };
    add_passkey(&world.node, signed, &party(), made).await.unwrap();
}

async fn enter(world: &World, device: &mut SoftPasskey) -> Result<SignedIn, Refusal> {
    let said = device.sign(&door_challenge(&world.node));
    sign_in_by_passkey(&world.node, &party(), &used(said, Some(device.given))).await
}

fn told(refusal: Result<SignedIn, Refusal>) -> String {
    refusal.err().expect("refused").fields[0].phrase.key.to_string()
}

fn proof(sheet: &Sheet, passphrase: &str, code: &str) -> Proof {
    Proof {
        sign_in_name: sheet.sign_in_name.clone(),
        passphrase: Zeroizing::new(passphrase.to_owned()),
        code: code.to_owned(),
    }
}

// proves: P-06, P-12
#[tokio::test]
async fn p06_a_passkey_signs_in_alone_and_opens_what_the_passphrase_opens() {
    for database in databases().await {
        let world = World::on(&database).await;
        let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        let signed = world.sign_in(&sheet).await;
        let mut key = device(1);
        add(&world, &signed, &mut key, true).await;
        let begun = enter(&world, &mut key).await.unwrap();
        let again = world.session(&begun);
        assert_eq!(again.officer, signed.officer, "{}", database.kind);
        let desks: Vec<_> = again.unlocked.desks().collect();
        assert_eq!(desks, signed.unlocked.desks().collect::<Vec<_>>());

        let said = key.sign(&door_challenge(&world.node));
        let sent = used(said, Some(key.given));
        assert!(sign_in_by_passkey(&world.node, &party(), &sent).await.is_ok());
        let twice = sign_in_by_passkey(&world.node, &party(), &sent).await;
        assert_eq!(told(twice), "passkey-wrong", "what was overheard counts no second time");

        let mut stranger = device(2);
        assert_eq!(told(enter(&world, &mut stranger).await), "passkey-wrong", "unknown");
        let said = key.sign(&door_challenge(&world.node));
        let other = sign_in_by_passkey(&world.node, &party(), &used(said, Some([0; 32]))).await;
        assert_eq!(told(other), "passkey-wrong", "without what the device gives");
        key.origin = "https://evil.example".to_owned();
        assert_eq!(told(enter(&world, &mut key).await), "passkey-wrong", "a page elsewhere");

        Sequencer::start(&world.node).await.unwrap().step(&world.node).await.unwrap().unwrap();
        let overseer = world.sign_in(&world.overseer).await;
        let page = view_ledger(&world.node, &overseer, 0).await.unwrap();
        assert!(page.lines.iter().any(|line| line.reason == "passkey-added"));
    }
}

// proves: P-06
#[tokio::test]
async fn p06_a_passkey_that_was_removed_copied_or_belongs_to_who_left_lets_nobody_in() {
    for database in databases().await {
        let world = World::on(&database).await;
        let first = world.desk(DeskKind::Shelter, "first", Role::Caseworker).await;
        let member = world.sign_in(&first).await;
        let mut removed = device(1);
        add(&world, &member, &mut removed, true).await;
        let line = list_passkeys(&world.node, &member).await.unwrap().remove(0);
        remove_passkey(&world.node, &member, line.id).await.unwrap();
        assert_eq!(told(enter(&world, &mut removed).await), "passkey-wrong", "removed");

        let mut copied = device(2);
        add(&world, &member, &mut copied, true).await;
        enter(&world, &mut copied).await.unwrap();
        copied.counter = 0;
        assert_eq!(told(enter(&world, &mut copied).await), "passkey-copied", "used elsewhere");
        copied.counter = 90;
        assert_eq!(told(enter(&world, &mut copied).await), "passkey-wrong", "out of use since");

        let administrator = world.sign_in(&world.administrator).await;
        let desk = member.officer.desk;
        let second = add_officer(&world.node, &administrator, desk, officer("b", Role::Triage));
        let second = second.await.unwrap();
        let leaver = world.sign_in(&second).await;
        let mut of_leaver = device(3);
        add(&world, &leaver, &mut of_leaver, true).await;
        enter(&world, &mut of_leaver).await.unwrap();
        remove_officer(&world.node, &administrator, second.officer).await.unwrap();
        assert_eq!(told(enter(&world, &mut of_leaver).await), "passkey-wrong", "has left");
    }
}

// proves: P-06
#[tokio::test]
async fn p06_a_passkey_without_a_secret_stands_for_the_code_and_never_for_the_passphrase() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
    let signed = world.sign_in(&sheet).await;
    let mut key = device(1);
    add(&world, &signed, &mut key, false).await;
    assert_eq!(told(enter(&world, &mut key).await), "passkey-second-only");
    let party = party();
    let mut enter = async |name: &Sheet, passphrase: &str, is_shared: bool| {
        let said = key.sign(&door_challenge(&world.node));
        let at = At { is_shared, passkey: Some((&party, used(said, None))) };
        sign_in_at(&world.node, proof(name, passphrase, ""), &at).await
    };
    assert!(enter(&sheet, &sheet.passphrase, false).await.is_ok(), "no code was typed");
    assert!(enter(&sheet, "another", false).await.is_err(), "a wrong passphrase");
    assert!(enter(&sheet, &sheet.passphrase, true).await.is_err(), "not on a shared device");
    let other = &world.coordinator;
    assert!(enter(other, &other.passphrase, false).await.is_err(), "another officer's passkey");
}

// proves: P-06
#[tokio::test]
async fn p06_a_fresh_proof_takes_the_own_passkey_only_and_adding_one_needs_a_fresh_proof() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
    let (hash, signed) = world.begin(&sheet).await;
    let (other_hash, other) = world.begin(&world.coordinator).await;
    let (mut own, mut others) = (device(1), device(2));
    add(&world, &signed, &mut own, true).await;
    add(&world, &other, &mut others, true).await;
    for _ in 0..3 {
        world.clock.advance_s(10 * 60);
        world.node.sessions.find(&hash, lexicon::Clock::now_s(world.clock.as_ref()));
        world.node.sessions.find(&other_hash, lexicon::Clock::now_s(world.clock.as_ref()));
    }
    let find = || {
        let now_s = lexicon::Clock::now_s(world.clock.as_ref());
        world.node.sessions.find(&hash, now_s).unwrap().is_fresh(now_s)
    };
    let said = device(3).make(&own_challenge(&world.node, &signed));
    let made = MadePasskey {
        name: "late".to_owned(),
        client_data: said.client_data,
        authenticator_data: said.authenticator_data,
        given: None,
    };
    let late = add_passkey(&world.node, &signed, &party(), made).await.err().unwrap();
    assert_eq!(late.kind, RefusalKind::NotAllowed, "an old proof adds nothing");
    let prove = async |key: &mut SoftPasskey, challenge: Vec<u8>| {
        let sent = used(key.sign(&challenge), Some(key.given));
        prove_by_passkey(&world.node, (&hash, &signed), &party(), &sent).await
    };
    let foreign = own_challenge(&world.node, &signed);
    assert!(prove(&mut others, foreign).await.is_err(), "another officer's passkey");
    let door = door_challenge(&world.node);
    assert!(prove(&mut own, door).await.is_err(), "an answer meant for the door");
    assert!(!find());
    let good = own_challenge(&world.node, &signed);
    prove(&mut own, good).await.unwrap();
    assert!(find());
}

// proves: row 8.18
#[tokio::test]
async fn row_8_18_a_shared_device_locks_after_two_minutes_and_takes_no_passkey() {
    use lexicon::Clock;
    use sha2::{Digest, Sha256};
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    let sheet = &world.coordinator;
    world.clock.advance_s(30);
    let at = At { is_shared: true, passkey: None };
    let code = code(sheet, &world.clock);
    let begun = sign_in_at(&world.node, proof(sheet, &sheet.passphrase, &code), &at).await;
    let begun = begun.unwrap();
    let hash: [u8; 32] = Sha256::digest(begun.token.as_bytes()).into();
    let signed = world.session(&begun);
    assert!(signed.is_shared && world.node.sessions.is_shared(&hash));
    let mut key = device(1);
    let said = key.make(&own_challenge(&world.node, &signed));
    let made = MadePasskey {
        name: "shared".to_owned(),
        client_data: said.client_data,
        authenticator_data: said.authenticator_data,
        given: None,
    };
    let refused = add_passkey(&world.node, &signed, &party(), made).await.err().unwrap();
    assert_eq!(refused.said.key, "refusal-passkey-not-shared");
    let find = || world.node.sessions.find(&hash, world.clock.now_s());
    for _ in 0..5 {
        world.clock.advance_s(119);
        assert!(find().is_some(), "somebody is there");
    }
    world.clock.advance_s(121);
    assert!(find().is_none(), "left alone for two minutes");
}
