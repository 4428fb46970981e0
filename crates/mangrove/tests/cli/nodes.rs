//! Nodes under the commands, and the commands themselves.

use guard::Book;
use guard::ledger::{Event, Leaf, LedgerKeys};
use guard::members::make_desk;
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::ids::DeskId;
use lexicon::{Day, Phrase};
use mangrove::folder::{Folder, Purpose};
use mangrove::wiring::{Plan, open_node};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::Address;
use store::testing::Database;
use workflow::Node;
use workflow::sequence::Sequencer;

/// Longest that a command may take which should end by itself.
const END_WAIT: Duration = Duration::from_secs(60);
/// Between two tries at a lock that a starting child still holds.
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// What a command said.
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: i32,
}

/// The database as `--database` names it; nothing for SQLite in the directory.
pub fn url(database: &Database) -> Option<String> {
    match &database.address {
        Address::Postgres(url) => Some(url.clone()),
        Address::Sqlite(_) => None,
    }
}

pub fn plan(folder: &Path, database: Option<String>, seed: u64) -> Plan {
    Plan {
        folder: Folder::open(folder, Purpose::Real).unwrap(),
        database,
        clock: Arc::new(FixedClock::at(Day::parse("2026-11-25").unwrap())),
        dice: Arc::new(SeededDice::new(seed)),
        is_demo: false,
    }
}

pub async fn opened(folder: &Path, database: Option<String>) -> Result<Node, Phrase> {
    // A child between its start and its program holds every open file, the lock too.
    for _ in 0..50 {
        match open_node(plan(folder, database.clone(), 5)).await {
            Err(why) if why.key == "store-locked" => tokio::time::sleep(LOCK_PAUSE).await,
            opened => return opened,
        }
    }
    open_node(plan(folder, database, 5)).await
}

/// The program with `words`, its texts in English.
pub fn command(words: &[&str], folder: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mangrove"));
    command.args(words).args(["--lang", "en", "--data"]).arg(folder);
    if let Some(url) = database {
        command.args(["--database", url]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What it says and how it ends; one that does not end by itself fails the test.
pub fn called(words: &[&str], folder: &Path, database: Option<&str>) -> Said {
    ended(command(words, folder, database))
}

pub fn ended(mut command: Command) -> Said {
    let mut child = command.spawn().expect("started");
    let began = Instant::now();
    while child.try_wait().expect("asked").is_none() {
        if began.elapsed() > END_WAIT {
            child.kill().expect("stopped");
            let said = said(child.wait_with_output().expect("ended"));
            panic!("it did not end: {} {}", said.out, said.err);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    said(child.wait_with_output().expect("ended"))
}

fn said(output: Output) -> Said {
    Said {
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
        code: output.status.code().unwrap_or(-1),
    }
}

/// Adds leaves to the ledger, unnumbered.
pub async fn add_leaves(node: &Node, count: u64) {
    let dice = node.dice.as_ref();
    let keys = LedgerKeys {
        oversight_desk: DeskId::random(dice),
        oversight: make_desk(dice).public,
        oversight_version: 1,
        owner: None,
    };
    let mut tx = node.begin("test").await.unwrap();
    for n in 0..count {
        let event = Event {
            day: node.today(),
            action: "ledger.view".to_owned(),
            officer: None,
            desk: None,
            thing_kind: "ledger".to_owned(),
            thing: n.to_string(),
            reason: "desk-work".to_owned(),
            note: String::new(),
        };
        tx.append(Leaf::seal(&event, &keys, dice).unwrap());
    }
    tx.commit().await.unwrap();
}

/// Numbers what waits, signs it, and keeps the copy in the directory, as a running node does.
pub async fn sign(node: &Node, sequencer: &mut Sequencer, folder: &Path) {
    sequencer.step(node).await.unwrap().expect("leaves waited");
    Folder::at(folder).keep_checkpoint(&sequencer.copy().unwrap()).unwrap();
}

/// `mangrove serve` in a process of its own.
pub struct Running {
    child: Child,
    folder: PathBuf,
}

impl Running {
    /// Starts it and waits until it answers commands.
    pub fn serve(folder: &Path, database: Option<&str>) -> Self {
        let mut command = command(&["serve", "--listen", "localhost:0"], folder, database);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut running =
            Self { child: command.spawn().expect("started"), folder: folder.to_owned() };
        let began = Instant::now();
        while mangrove::control::Running::find(&running.folder).is_none() {
            assert!(running.child.try_wait().expect("asked").is_none(), "it ended");
            assert!(began.elapsed() < END_WAIT, "it does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        running
    }

    /// The number of its process.
    pub fn id(&self) -> String {
        self.child.id().to_string()
    }

    /// Tells it to stop and waits until it has.
    pub fn stop(mut self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").arg(id).status().expect("kill");
        assert!(told.success());
        assert!(self.child.wait().expect("ended").success(), "an orderly stop");
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
        let _ended_already = self.child.wait();
    }
}
