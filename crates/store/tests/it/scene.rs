//! A desk, hints with their leaves, and the child process that writes them until it is killed.

use guard::Book;
use guard::ledger::{Event, Leaf, LedgerKeys, OpeningEntry};
use guard::seal::{DataKey, Place, SecretKey};
use lexicon::chance::SeededDice;
use lexicon::ids::{DeskId, HintId, OfficerId, OrganisationId};
use lexicon::{Day, Sphere};
use std::io::Write;
use std::process::{Child, Command, Stdio};
use store::{Address, DeskRow, HintHead, HintRow, Make, OfficerRow, OrganisationRow, Store};
use store::{StoreError, Tx};

/// Tells the child process what to do; without it the child's test does nothing.
const SCENE: &str = "MANGROVE_STORE_SCENE";

pub fn today() -> Day {
    Day::parse("2026-11-23").expect("a day")
}

pub fn desk_id() -> DeskId {
    DeskId::random(&SeededDice::new(1))
}

pub fn officer_id() -> OfficerId {
    OfficerId::random(&SeededDice::new(3))
}

pub fn hint_id(n: u64) -> HintId {
    HintId::random(&SeededDice::new(1_000_000 + n))
}

pub fn desk(id: DeskId, name: &str, sphere: Sphere) -> DeskRow {
    DeskRow {
        id,
        organisation_id: OrganisationId::random(&SeededDice::new(2)),
        kind: "ngo".to_owned(),
        sphere,
        name: name.to_owned(),
        public_key: secret().public().bytes().to_vec(),
        key_version: 1,
        state: "active".to_owned(),
    }
}

pub fn officer(id: OfficerId, desk_id: DeskId, name: &str) -> OfficerRow {
    OfficerRow {
        id,
        organisation_id: OrganisationId::random(&SeededDice::new(2)),
        desk_id,
        staff_id: name.to_owned(),
        sign_in_name: name.to_owned(),
        shown_name: name.to_owned(),
        role: "caseworker".to_owned(),
        public_key: vec![1; 32],
        locked_secret: vec![2; 80],
        totp_sealed: vec![3; 60],
        totp_last_step: 0,
        language: "pt".to_owned(),
        theme: "device".to_owned(),
        density: "comfortable".to_owned(),
        is_trained_screener: true,
        state: "active".to_owned(),
    }
}

/// One organisation, one desk, one officer.
pub async fn furnish(store: &Store) {
    let mut tx = store.begin("furnish").await.expect("the place");
    let organisation = OrganisationRow {
        id: OrganisationId::random(&SeededDice::new(2)),
        name: "Harbour".to_owned(),
        kind: "ngo".to_owned(),
    };
    tx.insert_organisation(&organisation).await.expect("organisation");
    tx.insert_desk(&desk(desk_id(), "Harbour desk", Sphere::Help)).await.expect("desk");
    tx.insert_officer(&officer(officer_id(), desk_id(), "joana")).await.expect("officer");
    tx.commit().await.expect("kept");
}

pub fn head(n: u64) -> HintHead {
    HintHead {
        id: hint_id(n),
        desk_id: desk_id(),
        sphere: Sphere::Help,
        state: "new".to_owned(),
        urgency: 1 + i64::try_from(n % 3).expect("small"),
        rule_id: "stays".to_owned(),
        received_on: today(),
        due_on: today().plus_days(1),
        alias: n.to_string(),
        channel: "web".to_owned(),
        language: "pt".to_owned(),
        case_id: None,
        assigned_officer: None,
        has_news: false,
        version: 1,
    }
}

pub fn hint(n: u64) -> HintRow {
    let dice = SeededDice::new(n);
    let key = DataKey::random(&dice);
    let id = hint_id(n);
    let seal = |column| {
        let place = Place::cell("hints", id.bytes(), column, id.bytes());
        key.seal(&place, &[7; 600], &dice).expect("sealed").into_bytes()
    };
    HintRow {
        head: head(n),
        sealed_text: seal("sealed_text"),
        sealed_answers: seal("sealed_answers"),
        receipt_lookup: Some(id.bytes().repeat(2)),
        receipt_public: Some(vec![4; 32]),
        receipt_wrap: Some(vec![5; 80]),
    }
}

fn secret() -> SecretKey {
    SecretKey::random(&SeededDice::new(9))
}

/// A leaf that tells of an opening of the hint.
pub fn leaf(hint: HintId, seed: u64) -> Leaf {
    let keys = LedgerKeys {
        oversight_desk: desk_id(),
        oversight: secret().public(),
        oversight_version: 1,
        owner: Some((desk_id(), secret().public(), 1)),
    };
    let event = Event {
        day: today(),
        action: "hint.open".to_owned(),
        officer: Some(officer_id()),
        desk: Some(desk_id()),
        thing_kind: "hint".to_owned(),
        thing: hint.to_string(),
        reason: "desk-work".to_owned(),
        note: String::new(),
    };
    let entry = OpeningEntry {
        officer: officer_id(),
        thing_kind: "hint",
        thing: *hint.bytes(),
        day: today(),
        is_assigned: false,
        person: None,
    };
    let leaf = Leaf::seal(&event, &keys, &SeededDice::new(5_000_000 + seed)).expect("a leaf");
    Leaf { opening: Some(entry), ..leaf }
}

/// The transaction whose promise is tried: a hint and its leaf, together or not at all.
pub async fn receive(store: &Store, n: u64) -> Result<(), StoreError> {
    let mut tx = store.begin("receive_hint").await?;
    tx.insert_hint(&hint(n)).await?;
    tx.append(leaf(hint_id(n), n));
    tx.commit().await
}

/// What stands in a database after a kill.
#[derive(Debug)]
pub struct Found {
    /// Numbers of the hints, in order.
    pub hints: Vec<u64>,
    pub without_leaf: i64,
    pub leaves_alone: i64,
    pub check: Vec<String>,
}

pub async fn look(store: &Store) -> Found {
    let mut tx = store.read("look").await.expect("a reader");
    let rows = tx.rows("SELECT alias FROM hints", &[]).await.expect("hints");
    let mut hints: Vec<u64> =
        rows.iter().map(|r| r.text("alias").unwrap().parse().unwrap()).collect();
    hints.sort_unstable();
    let without_leaf = count(
        &mut tx,
        "SELECT COUNT(*) AS n FROM hints h LEFT JOIN openings o ON o.thing_id = h.id
         LEFT JOIN leaves l ON l.id = o.leaf_id WHERE l.id IS NULL",
    )
    .await;
    let leaves_alone = count(
        &mut tx,
        "SELECT COUNT(*) AS n FROM leaves l LEFT JOIN openings o ON o.leaf_id = l.id
         LEFT JOIN hints h ON h.id = o.thing_id WHERE h.id IS NULL",
    )
    .await;
    let check = match store.address() {
        Address::Sqlite(_) => {
            let rows = tx.rows("PRAGMA integrity_check", &[]).await.expect("check");
            rows.iter().map(|r| r.text("integrity_check").unwrap()).collect()
        }
        Address::Postgres(_) => vec!["ok".to_owned()],
    };
    Found { hints, without_leaf, leaves_alone, check }
}

async fn count(tx: &mut Tx, sql: &'static str) -> i64 {
    tx.row(sql, &[]).await.expect("a count").expect("a row").int("n").expect("a number")
}

/// Every acknowledged hint is there, each with its leaf, and the file holds together.
pub fn assert_kept(found: &Found, acknowledged: &[u64], when: &str) {
    let lost: Vec<_> =
        acknowledged.iter().filter(|n| found.hints.binary_search(n).is_err()).collect();
    assert!(lost.is_empty(), "{when}: acknowledged and lost: {lost:?}");
    assert_eq!(found.without_leaf, 0, "{when}: hints without a leaf");
    assert_eq!(found.leaves_alone, 0, "{when}: leaves without their hint");
    assert_eq!(found.check, ["ok"], "{when}");
}

/// A command that runs this test binary as the child, under `before` (as strace with arguments).
pub fn child(before: &[String], scene: &str, address: &Address) -> Command {
    let program = std::env::current_exe().expect("this binary");
    let mut command = match before.split_first() {
        Some((first, rest)) => {
            let mut command = Command::new(first);
            command.args(rest).arg(program);
            command
        }
        None => Command::new(program),
    };
    command
        .args(["scene::the_child_process", "--exact", "--nocapture", "--test-threads=1"])
        .env(SCENE, format!("{scene} {}", written(address)))
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

pub fn spawn(mut command: Command) -> Child {
    command.spawn().expect("the child starts")
}

fn written(address: &Address) -> String {
    match address {
        Address::Sqlite(path) => path.display().to_string(),
        Address::Postgres(url) => url.clone(),
    }
}

/// Not a test of its own: what the child does when a parent test asks for it.
#[tokio::test]
async fn the_child_process() {
    let Ok(scene) = std::env::var(SCENE) else { return };
    let (what, address) = scene.split_once(' ').expect("a scene and an address");
    let address = if address.starts_with("postgres://") {
        Address::Postgres(address.to_owned())
    } else {
        Address::Sqlite(address.into())
    };
    match what {
        "write-until-killed" => write_until_killed(&address).await,
        "write-three" => write_three(&address).await,
        "write-until-full" => write_until_full(&address).await,
        "look" => say_what_is_there(&address).await,
        other => panic!("no such scene: {other}"),
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{line}").and_then(|()| out.flush()).expect("the parent listens");
}

async fn write_until_killed(address: &Address) {
    let store = Store::open(address, Make::Never).await.expect("opens");
    let next = look(&store).await.hints.last().map_or(1, |n| n + 1);
    for n in next.. {
        receive(&store, n).await.expect("kept");
        say(&format!("ack {n}"));
    }
}

/// Three hints, and one more after a refusal; says how each ended.
async fn write_three(address: &Address) {
    let store = match Store::open(address, Make::Never).await {
        Ok(store) => store,
        Err(e) => return say(&format!("refused-open {e:?}")),
    };
    let mut is_kept = true;
    for n in 101..=103 {
        is_kept &= attempt(&store, n).await;
    }
    if !is_kept {
        attempt(&store, 104).await;
    }
    say(if store.is_read_only() { "end read-only" } else { "end open" });
}

async fn attempt(store: &Store, n: u64) -> bool {
    match receive(store, n).await {
        Ok(()) => say(&format!("ack {n}")),
        Err(e) => {
            say(&format!("refused {n} {e:?}"));
            return false;
        }
    }
    true
}

async fn write_until_full(address: &Address) {
    let store = Store::open(address, Make::IfMissing).await.expect("opens");
    furnish(&store).await;
    let mut n = 1;
    while attempt(&store, n).await {
        n += 1;
    }
    attempt(&store, n + 1).await;
    say(if store.is_read_only() { "end read-only" } else { "end open" });
}

async fn say_what_is_there(address: &Address) {
    let store = Store::open(address, Make::Never).await.expect("opens");
    let found = look(&store).await;
    let last = found.hints.last().copied().unwrap_or(0);
    say(&format!("there {} {last} {}", found.hints.len(), found.check.join(" ")));
    say(&format!("alone {} {}", found.without_leaf, found.leaves_alone));
}
