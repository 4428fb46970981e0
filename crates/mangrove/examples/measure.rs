//! Measures the node as its pages are used: sign-in, case list, case page, screening, hints, the
//! ledger; on SQLite and PostgreSQL with many cases. Run by `bench/run`; prints Markdown.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a measurement that cannot be made stops"
)]

#[path = "../tests/it/html.rs"]
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
mod html;
#[path = "../tests/it/world.rs"]
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
mod world;

/// The tests keep the log; a measurement must not.
mod log {
    pub fn keep() {}
}

use guard::ledger::{Book, Event, Leaf, LedgerKeys, SigningKey};
use guard::members::Cost;
use guard::seal::PublicKey;
use lexicon::Dice;
use lexicon::chance::SeededDice;
use lexicon::ids::CaseId;
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::testing::Database;
use store::{Cell, Row};
use world::World;

/// Clients that ask at the same time in the second run of each figure.
const CLIENTS: usize = 8;

#[tokio::main]
async fn main() {
    let sizes: Vec<u64> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10_000, 100_000] } else { sizes };
    println!(
        "| what | database | cases | p50 ms | p99 ms | a second, 1 client | a second, {CLIENTS} clients |"
    );
    println!("|---|---|---|---|---|---|---|");
    let mut notes = Vec::new();
    for size in sizes {
        let mut databases = vec![store::testing::sqlite()];
        databases.extend(store::testing::postgres().await);
        for database in databases {
            notes.extend(measure(database, size).await);
        }
    }
    println!("\n| what | database | cases | figure |\n|---|---|---|---|");
    for note in notes {
        println!("{note}");
    }
}

async fn measure(database: Database, size: u64) -> Vec<String> {
    // The costs of a real node for the slow hashes.
    let mut world = world::made(database, |node| {
        node.member_cost = Cost::MEMBER;
        node.receipt_cost = Cost::RECEIPT;
    })
    .await;
    world.fill().await;
    let began = Instant::now();
    crowd(&world, size).await;
    let filled = began.elapsed();
    let mut notes = vec![note(&world, size, "cases filled in", &format!("{filled:.1?}"))];
    let world = Arc::new(world);
    pages(&world, size).await;
    hints(&world, size).await;
    sign_ins(&world, size).await;
    notes.extend(ledger(&world, size).await);
    notes.extend(backups(&world, size).await);
    notes.push(note(&world, size, "database", &database_size(&world).await));
    notes
}

/// One backup of the whole, and its restore into a new SQLite node.
async fn backups(world: &World, size: u64) -> Vec<String> {
    let folder = world.database.folder.path();
    let asked = mangrove::backup::Asked {
        folder: mangrove::folder::Folder::at(&world.data_folder()),
        address: world.node.store.address().clone(),
        file: folder.join("measured.backup"),
        organisation: None,
        has_new_code: false,
        today: world.node.today(),
    };
    let began = Instant::now();
    let made = mangrove::backup::back_up(&asked).await.map_err(|why| why.key).expect("a backup");
    let backed = began.elapsed();
    let megabytes = std::fs::metadata(&asked.file).expect("its size").len() >> 20;
    let code_file = folder.join("measured.code");
    let code = made.code.expect("the first has a code");
    std::fs::write(&code_file, code.shown().as_str()).expect("written");
    let restored = mangrove::restore::Asked {
        keys: mangrove::backup::keys_path(&asked.file),
        file: asked.file,
        code_file: Some(code_file),
        data: folder.join("measured"),
        database: None,
        log: None,
        is_nothing_taken: true,
        checkpoint: None,
        today: world.node.today(),
    };
    let began = Instant::now();
    mangrove::restore::restore(&restored).await.map_err(|why| why.key).expect("restored");
    let back = format!("{:.1?}, {} rows, {megabytes} MB", began.elapsed(), made.total.rows);
    vec![
        note(world, size, "backup beside the node", &format!("{backed:.1?}")),
        note(world, size, "restore into SQLite", &back),
    ]
}

async fn pages(world: &Arc<World>, size: u64) {
    let case = world.cases[0];
    let screening = world.screenings[1];
    for (what, path) in [
        ("case list", "/cases".to_owned()),
        ("case page, opened and in the ledger", format!("/cases/{case}")),
        ("screening page", format!("/screenings/{screening}")),
        ("queue of hints", "/hints".to_owned()),
    ] {
        let who = if path == "/hints" { "triage" } else { "caseworker" };
        world.session(who).await;
        figure(world, size, what, 300, |world, _| {
            let path = path.clone();
            async move {
                let answer = world.get(who, &path).await;
                assert!(answer.status.is_success(), "{path}: {}", answer.status);
            }
        })
        .await;
    }
    let path = format!("/screenings/{screening}/questions/1");
    figure(world, size, "screening answer kept", 150, |world, _| {
        let path = path.clone();
        async move {
            let answer = world.post("caseworker", &path, &[("answer", "yes")]).await;
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
        }
    })
    .await;
}

async fn hints(world: &Arc<World>, size: u64) {
    figure(world, size, "hint taken (slow hash and all)", 100, |world, n| async move {
        let text = format!("Somebody is held here, number {n}");
        let answer = world.send("/report/form", &[("text", &text), ("danger", "no")], &[]).await;
        assert!(answer.status.is_success(), "{}", answer.status);
    })
    .await;
}

async fn sign_ins(world: &Arc<World>, size: u64) {
    figure(world, size, "sign-in (slow hash and all)", 40, |world, _| async move {
        world.sign_in_anew("caseworker").await;
    })
    .await;
}

/// One line: each call alone, then many clients at once.
async fn figure<F, Fut>(world: &Arc<World>, size: u64, what: &str, calls: usize, call: F)
where
    F: Fn(Arc<World>, usize) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    call(world.clone(), 0).await;
    let mut times = Vec::with_capacity(calls);
    let began = Instant::now();
    for n in 0..calls {
        let at = Instant::now();
        call(world.clone(), n).await;
        times.push(at.elapsed());
    }
    let alone = rate(calls, began.elapsed());
    let began = Instant::now();
    for batch in 0..calls.div_ceil(CLIENTS) {
        let tasks: Vec<_> =
            (0..CLIENTS).map(|c| tokio::spawn(call(world.clone(), batch * CLIENTS + c))).collect();
        for task in tasks {
            task.await.expect("answered");
        }
    }
    let together = rate(calls.div_ceil(CLIENTS) * CLIENTS, began.elapsed());
    times.sort_unstable();
    let (p50, p99) = (times[calls / 2], times[calls * 99 / 100]);
    println!(
        "| {what} | {} | {size} | {:.2} | {:.2} | {alone:.0} | {together:.0} |",
        world.kind,
        p50.as_secs_f64() * 1e3,
        p99.as_secs_f64() * 1e3,
    );
}

#[allow(clippy::cast_precision_loss, reason = "counts are small")]
fn rate(calls: usize, time: Duration) -> f64 {
    calls as f64 / time.as_secs_f64()
}

/// Copies the rows of one real case under new ids until there are `size` cases: the same sizes and
/// indexes as real ones, of which only the first few can be opened.
async fn crowd(world: &World, size: u64) {
    let dice = SeededDice::new(size);
    let case = world.cases[0];
    let template = Template::read(world, case).await;
    let mut made = 0;
    while made < size {
        let batch = 2_000.min(size - made);
        let mut tx = world.node.begin("crowd").await.expect("the place");
        let mut rows: [Vec<Vec<Cell>>; 4] = Default::default();
        for _ in 0..batch {
            template.copy(&dice, &mut rows);
        }
        for (head, rows) in HEADS.iter().zip(&rows) {
            tx.execute_many(head, rows, "").await.expect("copied");
        }
        tx.commit().await.expect("kept");
        made += batch;
    }
}

const HEADS: [&str; 4] = [
    "INSERT INTO cases (id, alias, owner_desk, sphere, state, opened_on, due_on, sealed_core, \
     version)",
    "INSERT INTO slices (id, case_id, desk_id, sphere, is_shown, assigned_officer, alias, state, \
     opened_on, due_on)",
    "INSERT INTO slice_fields (slice_id, field, version, sealed, written_on, officer_id, rival_of)",
    "INSERT INTO wraps (thing_kind, thing_id, key_purpose, desk_id, key_version, wrap, epoch)",
];

struct Template {
    desk: Vec<u8>,
    officer: Vec<u8>,
    core: Vec<u8>,
    field: Vec<u8>,
    wrap: Vec<u8>,
}

impl Template {
    async fn read(world: &World, case: CaseId) -> Self {
        let mut tx = world.node.read("template").await.expect("a reader");
        let mut one = async |sql: &'static str| -> Row {
            tx.row(sql, &[case.into()]).await.expect("row").expect("one")
        };
        let found = one("SELECT owner_desk, sealed_core FROM cases WHERE id = $1").await;
        let field = one(
            "SELECT f.sealed, f.officer_id FROM slice_fields f JOIN slices s ON s.id = f.slice_id
             WHERE s.case_id = $1",
        )
        .await;
        let wrap = one("SELECT wrap FROM wraps WHERE thing_id = $1").await;
        Self {
            desk: found.bytes("owner_desk").unwrap(),
            core: found.bytes("sealed_core").unwrap(),
            officer: field.bytes("officer_id").unwrap(),
            field: field.bytes("sealed").unwrap(),
            wrap: wrap.bytes("wrap").unwrap(),
        }
    }

    fn copy(&self, dice: &SeededDice, rows: &mut [Vec<Vec<Cell>>; 4]) {
        let id = || {
            let mut bytes = [0_u8; 16];
            dice.fill(&mut bytes);
            bytes
        };
        let (case, slice) = (id(), id());
        let alias = protection::alias::draw(dice);
        let day = |from: u64| {
            format!("20{:02}-{:02}-{:02}", from, 1 + dice.below(12), 1 + dice.below(28))
        };
        let (opened, due) = (day(25), day(27));
        let states = ["open", "presumed", "reasonable-grounds", "reflection", "closed"];
        let state = states[usize::try_from(dice.below(5)).unwrap()];
        let cell = |bytes: &Vec<u8>| Cell::from(bytes);
        rows[0].push(vec![
            case.into(),
            alias.as_str().into(),
            cell(&self.desk),
            "help".into(),
            state.into(),
            opened.as_str().into(),
            due.as_str().into(),
            cell(&self.core),
            1_i64.into(),
        ]);
        rows[1].push(vec![
            slice.into(),
            case.into(),
            cell(&self.desk),
            "help".into(),
            1_i64.into(),
            cell(&self.officer),
            alias.into(),
            state.into(),
            opened.as_str().into(),
            due.into(),
        ]);
        rows[2].push(vec![
            slice.into(),
            "story".into(),
            1_i64.into(),
            cell(&self.field),
            opened.into(),
            cell(&self.officer),
            None::<i64>.into(),
        ]);
        for (kind, thing, purpose) in [("case", case, "core"), ("slice", slice, "content")] {
            rows[3].push(vec![
                kind.into(),
                thing.into(),
                purpose.into(),
                cell(&self.desk),
                1_i64.into(),
                cell(&self.wrap),
                1_i64.into(),
            ]);
        }
    }
}

/// Leaves appended one a transaction, numbered, and verified.
async fn ledger(world: &World, size: u64) -> Vec<String> {
    let calls = 500;
    let keys = ledger_keys(world).await;
    let began = Instant::now();
    for _ in 0..calls {
        append_leaf(world, &keys).await;
    }
    let appended = rate(calls, began.elapsed());
    let mut sequencer = workflow::sequence::Sequencer::start(&world.node).await.expect("starts");
    sequencer.step(&world.node).await.expect("a step");
    let mut tx = world.node.read("verify").await.expect("a reader");
    let leaves = tx.numbered_leaves(0, 1_000_000).await.expect("leaves");
    let checkpoints = tx.list_checkpoints().await.expect("checkpoints");
    let key = SigningKey::from_seed(&world.node.keys.signing_seed).verifying();
    let many: Vec<_> = leaves.iter().cycle().take(100_000).cloned().collect();
    let began = Instant::now();
    guard::ledger::verify(many, &checkpoints, &key, None);
    let verified = rate(100_000, began.elapsed());
    vec![
        note(world, size, "leaves appended a second, one a transaction", &format!("{appended:.0}")),
        note(world, size, "leaves verified a second", &format!("{verified:.0}")),
    ]
}

async fn ledger_keys(world: &World) -> LedgerKeys {
    let mut tx = world.node.read("keys").await.expect("a reader");
    let oversight_desk = world.desks[&guard::DeskKind::Oversight];
    let desk = tx.find_desk(oversight_desk).await.expect("row").expect("a desk");
    let oversight = PublicKey::from_bytes(&desk.public_key).expect("a key");
    LedgerKeys { oversight_desk, oversight, oversight_version: desk.key_version, owner: None }
}

async fn append_leaf(world: &World, keys: &LedgerKeys) {
    let event = Event {
        day: world.node.today(),
        action: "ledger.view".to_owned(),
        officer: None,
        desk: None,
        thing_kind: String::new(),
        thing: String::new(),
        reason: "measured".to_owned(),
        note: String::new(),
    };
    let mut tx = world.node.begin("append_leaf").await.expect("the place");
    tx.append(Leaf::seal(&event, keys, world.node.dice.as_ref()).expect("a leaf"));
    tx.commit().await.expect("kept");
}

fn note(world: &World, size: u64, what: &str, figure: &str) -> String {
    format!("| {what} | {} | {size} | {figure} |", world.kind)
}

async fn database_size(world: &World) -> String {
    let bytes = match world.node.store.address() {
        store::Address::Sqlite(path) => {
            i64::try_from(std::fs::metadata(path).map_or(0, |m| m.len())).unwrap_or(0)
        }
        store::Address::Postgres(_) => {
            let mut tx = world.node.read("size").await.expect("a reader");
            let sql = "SELECT pg_database_size(current_database()) AS n";
            tx.row(sql, &[]).await.expect("row").expect("one").int("n").expect("a number")
        }
    };
    format!("{} MB", bytes / 1_000_000)
}
