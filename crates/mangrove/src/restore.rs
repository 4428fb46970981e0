//! `mangrove restore FILE`: a backup becomes a node again, on a machine that has none. Everything
//! is read and compared before anything is written; the new directory gets its name last, after
//! what was taken away since the backup was taken away here too.

use crate::archive::{ArchiveFault, Header, Piece, Reader, Total};
use crate::backup::{keys_path, node_id, read_keys};
use crate::commands::{Verb, put};
use crate::folder::{Folder, NodeSecrets, Purpose, from_hex, to_hex};
use crate::negative_file::read_log;
use crate::reality::{SystemClock, SystemDice};
use crate::serve::second_medium_argument;
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use crate::wiring::{Plan, open_node};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use guard::backup::{RecoveryCode, mark};
use guard::ledger::{CheckpointCopy, NegativeEvent, SigningKey};
use guard::seal::EpochKeys;
use lexicon::{Clock, Day, Language, Phrase, phrase::say};
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use store::{Address, Cell, DumpedRow, Make, Store, Table, all_tables};
use workflow::Node;
use workflow::calendar::Calendar;
use workflow::renew_epoch::EPOCH_MARK;
use workflow::replay_events::{ReplayFault, Replayed, replay_events, restored_leaf};
use workflow::sequence::Sequencer;
use zeroize::Zeroizing;

pub const VERB: Verb = Verb { name: "restore", arguments, run };

/// Name under which the database keeps which backup it was filled from.
const RESTORED_FROM: &str = "restored-from";
const BUFFER_BYTES: usize = 1 << 20;
/// Longest line that is read as a code.
const CODE_BYTES_MAX: u64 = 400;

fn arguments(command: Command, language: Language) -> Command {
    let say = |key: &'static str| say(language, key);
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).value_parser(value_parser!(PathBuf))
    };
    let file = Arg::new("file").value_name("FILE").required(true).display_order(0);
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command
        .arg(file.value_parser(value_parser!(PathBuf)).help(say("restore-command-file")))
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(path("keys", "FILE").help(say("restore-command-keys")))
        .arg(path("code-file", "FILE").help(say("restore-command-code-file")))
        .arg(path("negative-events", "FILE").help(say("restore-command-negative-events")))
        .arg(second_medium_argument(language))
        .arg(
            flag("nothing-was-taken-away")
                .conflicts_with_all(["negative-events", "second-medium"])
                .help(say("restore-command-nothing")),
        )
        .arg(path("checkpoint", "FILE").help(say("restore-command-checkpoint")))
        .arg(flag("check").help(say("restore-command-check")))
        .arg(flag("json").help(say("command-json")))
}

/// Exit 0 when the node is restored, or the file is whole; 1 when nothing was changed.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let Some(file) = path("file") else { return ExitCode::from(2) };
    let second = path("second-medium");
    let asked = Asked {
        keys: path("keys").unwrap_or_else(|| keys_path(&file)),
        file,
        code_file: path("code-file"),
        data: data_path(matches, "node"),
        database: matches.get_one::<String>("database").cloned(),
        log: path("negative-events")
            .or_else(|| second.as_ref().map(|second| second.join("negative-events"))),
        is_nothing_taken: matches.get_flag("nothing-was-taken-away"),
        checkpoint: path("checkpoint")
            .or_else(|| second.map(|second| second.join("ledger-checkpoint")))
            .filter(|path| path.exists()),
        today: SystemClock.today(),
    };
    let is_json = matches.get_flag("json");
    let done = if matches.get_flag("check") {
        check(&asked).map(|found| found.said(is_json, language))
    } else {
        block_on(restore(&asked)).map(|done| done.said(is_json, language))
    };
    match done {
        Ok(said) => {
            put(&mut io::stdout(), &format!("{said}\n"));
            ExitCode::SUCCESS
        }
        Err(phrase) => refuse(&phrase, language),
    }
}

/// What is to be restored, and to where.
pub struct Asked {
    pub file: PathBuf,
    pub keys: PathBuf,
    /// Where the recovery code is; standard input without.
    pub code_file: Option<PathBuf>,
    pub data: PathBuf,
    pub database: Option<String>,
    /// The log of negative events.
    pub log: Option<PathBuf>,
    /// Stated by the operator: nothing was taken away since the backup.
    pub is_nothing_taken: bool,
    /// A copy of the ledger's last checkpoint that is newer than the backup.
    pub checkpoint: Option<PathBuf>,
    pub today: Day,
}

/// A backup that was read to its end.
pub struct Found {
    header: Header,
    total: Total,
    mark: [u8; 32],
    /// Mark of the epoch that its wraps are sealed under.
    epoch_mark: Option<Vec<u8>>,
}

impl Found {
    fn said(&self, is_json: bool, language: Language) -> String {
        if is_json {
            return serde_json::json!({
                "rows": self.total.rows,
                "leaves": self.header.leaves,
                "made_on": self.header.made_on,
                "node": self.header.node,
                "organisation": self.header.organisation,
            })
            .to_string();
        }
        Phrase::new("restore-checked")
            .with("rows", whole(self.total.rows))
            .with("leaves", whole(self.header.leaves))
            .with("day", self.header.made_on.as_str())
            .say(language)
    }
}

/// A node that was restored.
pub struct Restored {
    pub rows: u64,
    pub leaves: u64,
    pub replayed: Replayed,
    /// Leaves that were signed after the backup and are not in it, where that is known.
    pub lost_leaves: Option<u64>,
    pub data: PathBuf,
}

impl Restored {
    fn said(&self, is_json: bool, language: Language) -> String {
        if is_json {
            return serde_json::json!({
                "rows": self.rows,
                "leaves": self.leaves,
                "replayed": self.replayed.events,
                "lost_leaves": self.lost_leaves,
            })
            .to_string();
        }
        let mut lines = vec![
            Phrase::new("restore-done")
                .with("path", self.data.display().to_string())
                .with("rows", whole(self.rows))
                .with("leaves", whole(self.leaves)),
            Phrase::new("restore-replayed").with("events", whole(self.replayed.events)),
        ];
        if let Some(lost) = self.lost_leaves.filter(|lost| *lost > 0) {
            lines.push(Phrase::new("restore-set-back").with("leaves", whole(lost)));
        }
        let said: Vec<String> = lines.iter().map(|line| line.say(language)).collect();
        said.join("\n")
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn named(key: &'static str, path: &Path) -> Phrase {
    Phrase::new(key).with("path", path.display().to_string())
}

fn unreadable(path: &Path, why: &io::Error) -> Phrase {
    named("restore-refuse-unreadable", path).with("why", why.to_string())
}

fn fault(path: &Path, fault: ArchiveFault) -> Phrase {
    match fault {
        ArchiveFault::NotABackup => named("restore-refuse-no-backup", path),
        ArchiveFault::Older { program } => {
            named("restore-refuse-older", path).with("program", program)
        }
        ArchiveFault::Newer { program } => {
            named("restore-refuse-newer", path).with("program", program)
        }
        ArchiveFault::Half => named("restore-refuse-half", path),
        ArchiveFault::Spoiled { block } => {
            named("restore-refuse-spoiled", path).with("block", whole(block))
        }
        ArchiveFault::Io(why) => unreadable(path, &why),
    }
}

type Source = Reader<BufReader<File>>;

fn open(path: &Path) -> Result<Source, Phrase> {
    let file = File::open(path).map_err(|why| unreadable(path, &why))?;
    let reader = Reader::begin(BufReader::with_capacity(BUFFER_BYTES, file));
    let reader = reader.map_err(|why| fault(path, why))?;
    if reader.header.tables != store::tables_print() {
        let program = reader.header.program.clone();
        return Err(named("restore-refuse-tables", path).with("program", program));
    }
    Ok(reader)
}

fn width(tables: &[Table]) -> impl Fn(u16) -> Option<usize> + '_ {
    |place| tables.get(usize::from(place)).map(|table| table.columns.len())
}

/// Reads a whole backup and keeps nothing of it.
///
/// # Errors
/// It is no backup, of another version, half, or spoiled.
pub fn check(asked: &Asked) -> Result<Found, Phrase> {
    let tables = all_tables();
    let keys = tables.iter().position(|table| table.name == "node_keys");
    let mut reader = open(&asked.file)?;
    let mut epoch_mark = None;
    loop {
        match reader.next(width(&tables)).map_err(|why| fault(&asked.file, why))? {
            Piece::Rows(place, rows) if Some(usize::from(place)) == keys => {
                epoch_mark = rows.iter().find_map(marked).or(epoch_mark);
            }
            Piece::Rows(..) => {}
            Piece::End(total, mark) => {
                return Ok(Found { header: reader.header, total, mark, epoch_mark });
            }
        }
    }
}

/// The mark of the epoch, where a row holds it.
fn marked(row: &DumpedRow) -> Option<Vec<u8>> {
    match row.as_slice() {
        [Cell::Text(Some(key)), Cell::Bytes(Some(value))] if key == EPOCH_MARK => {
            Some(value.clone())
        }
        _ => None,
    }
}

/// The keys of a backup, opened with the code.
struct Keys {
    secrets: NodeSecrets,
    epochs: EpochKeys,
    until: Day,
}

fn open_keys(asked: &Asked, found: &Found) -> Result<Keys, Phrase> {
    let read = read_keys(&asked.keys).map_err(|why| unreadable(&asked.keys, &why))?;
    let file = read.ok_or_else(|| named("restore-refuse-keys", &asked.keys))?;
    let foreign = || named("restore-refuse-foreign", &asked.file);
    if to_hex(&file.node) != found.header.node {
        return Err(foreign());
    }
    let code = read_code(asked)?;
    let wrong = || named("restore-refuse-code-wrong", &asked.keys);
    let text = file.open(&code).map_err(|_| wrong())?;
    let text = std::str::from_utf8(&text).map_err(|_| wrong())?;
    let mut lines = text.splitn(3, '\n');
    let mut key = || lines.next().and_then(from_hex).ok_or_else(wrong);
    let secrets = NodeSecrets { pepper: key()?, signing: key()? };
    let epochs = lines.next().and_then(EpochKeys::read).ok_or_else(wrong)?;
    let is_own = to_hex(&node_id(&secrets.signing)) == found.header.node;
    if !is_own || mark(&secrets.signing, &found.total.digest) != found.mark {
        return Err(foreign());
    }
    if !found.epoch_mark.as_ref().is_none_or(|mark| epochs.has_mark(mark)) {
        return Err(named("restore-refuse-epochs", &asked.keys));
    }
    Ok(Keys { secrets, epochs, until: file.until })
}

fn read_code(asked: &Asked) -> Result<RecoveryCode, Phrase> {
    let mut text = Zeroizing::new(String::new());
    let read = match &asked.code_file {
        Some(path) => File::open(path)
            .and_then(|file| file.take(CODE_BYTES_MAX).read_to_string(&mut text))
            .map_err(|why| unreadable(path, &why)),
        None => {
            let mut input = BufReader::new(io::stdin()).take(CODE_BYTES_MAX);
            let line = io::BufRead::read_line(&mut input, &mut text);
            line.map_err(|_| Phrase::new("restore-refuse-code"))
        }
    };
    read?;
    RecoveryCode::parse(&text).ok_or_else(|| Phrase::new("restore-refuse-code"))
}

/// What was taken away since, as it is given or stated.
fn events(asked: &Asked, keys: &Keys, header: &Header) -> Result<Vec<NegativeEvent>, Phrase> {
    let Some(path) = &asked.log else {
        if !asked.is_nothing_taken {
            return Err(Phrase::new("restore-refuse-no-log"));
        }
        // Past their day, the keys open what should be beyond every copy: only the log helps.
        if keys.until < asked.today {
            return Err(
                named("restore-refuse-keys-over", &asked.keys).with("day", keys.until.to_string())
            );
        }
        return Ok(Vec::new());
    };
    let read = read_log(path, &keys.secrets.signing);
    let (events, _, _) = read.map_err(|why| match why.kind() {
        io::ErrorKind::InvalidData => {
            named("restore-refuse-log-broken", path).with("why", why.to_string())
        }
        _ => unreadable(path, &why),
    })?;
    let last = events.last().map_or(0, |event| event.position);
    if last < header.negative_events {
        return Err(short(path, last, header.negative_events));
    }
    Ok(events)
}

fn short(path: &Path, log: i64, kept: i64) -> Phrase {
    named("restore-refuse-log-short", path).with("log", log).with("kept", kept)
}

/// Restores a node.
///
/// # Errors
/// The backup, its keys, the code or the log are not what they should be, or there is a node
/// already; nothing was written then. The disk's: what was written has no name that a node finds.
pub async fn restore(asked: &Asked) -> Result<Restored, Phrase> {
    let is_used = asked.data.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if is_used {
        return Err(named("command-refuse-exists", &asked.data));
    }
    let found = check(asked)?;
    if let Some(name) = &found.header.organisation {
        return Err(named("restore-refuse-organisation", &asked.file).with("name", name.as_str()));
    }
    let keys = open_keys(asked, &found)?;
    let log = events(asked, &keys, &found.header)?;
    let lost_leaves = compare_checkpoint(asked, &keys, &found.header)?;
    let beside = beside(&asked.data);
    let done = build(asked, (&found, keys), (&beside, &log, lost_leaves)).await;
    if done.is_err() {
        let _nothing_there = fs::remove_dir_all(&beside);
    }
    done
}

/// Builds the node beside its place, and gives it its name last.
async fn build(
    asked: &Asked,
    (found, keys): (&Found, Keys),
    (beside, log, lost_leaves): (&Path, &[NegativeEvent], Option<u64>),
) -> Result<Restored, Phrase> {
    if beside.exists() {
        fs::remove_dir_all(beside).map_err(|why| unreadable(beside, &why))?;
    }
    let folder = Folder::open(beside, Purpose::Real)?;
    folder.put_secrets(&keys.secrets, &keys.epochs)?;
    let address = match &asked.database {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    };
    fill(asked, found, &address).await?;
    let replayed = settle(asked, found, (&folder, log), lost_leaves).await?;
    if asked.data.exists() {
        fs::remove_dir(&asked.data).map_err(|why| unreadable(&asked.data, &why))?;
    }
    let done = fs::rename(beside, &asked.data).and_then(|()| sync_parent(&asked.data));
    done.map_err(|why| unreadable(&asked.data, &why))?;
    Ok(Restored {
        rows: found.total.rows,
        leaves: found.header.leaves,
        replayed,
        lost_leaves,
        data: asked.data.clone(),
    })
}

fn beside(data: &Path) -> PathBuf {
    let mut name = data.as_os_str().to_owned();
    name.push(".restoring");
    PathBuf::from(name)
}

fn sync_parent(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|path| !path.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// How many leaves were signed after the backup, by a copy of a later checkpoint.
fn compare_checkpoint(asked: &Asked, keys: &Keys, header: &Header) -> Result<Option<u64>, Phrase> {
    let Some(path) = &asked.checkpoint else { return Ok(None) };
    let text = fs::read_to_string(path).map_err(|why| unreadable(path, &why))?;
    let copy = CheckpointCopy::read(&text);
    let key = SigningKey::from_seed(&keys.secrets.signing).verifying();
    let copy = copy.filter(|copy| copy.is_signed_by(&key));
    let copy = copy.ok_or_else(|| named("command-refuse-checkpoint-foreign", path))?;
    Ok(Some(copy.checkpoint.size.saturating_sub(header.leaves)))
}

/// Puts all rows into the new database, in one transaction.
async fn fill(asked: &Asked, found: &Found, address: &Address) -> Result<(), Phrase> {
    let refused = |why: store::StoreError| why.phrase();
    let store = Store::open(address, Make::IfMissing).await.map_err(refused)?;
    let mut tx = store.begin("restore").await.map_err(refused)?;
    let digest = found.total.digest;
    let before = tx.find_node_key(RESTORED_FROM).await.map_err(refused)?;
    if before.as_deref() == Some(&digest[..]) {
        // A kill came between this transaction and the end: the rest is done again.
        drop(tx);
        store.close().await;
        return Ok(());
    }
    if !tx.is_unused().await.map_err(refused)? {
        return Err(Phrase::new("restore-refuse-database").with("database", address.shown()));
    }
    let tables = all_tables();
    let mut reader = open(&asked.file)?;
    loop {
        match reader.next(width(&tables)).map_err(|why| fault(&asked.file, why))? {
            Piece::Rows(place, rows) => {
                if let Some(table) = tables.get(usize::from(place)) {
                    tx.fill(table, &rows).await.map_err(refused)?;
                }
            }
            // The file is not the one that was compared a moment ago.
            Piece::End(total, _) if total != found.total => {
                return Err(named("restore-refuse-spoiled", &asked.file).with("block", 0_i64));
            }
            Piece::End(..) => break,
        }
    }
    tx.put_node_key(RESTORED_FROM, &digest).await.map_err(refused)?;
    tx.commit().await.map_err(refused)?;
    store.close().await;
    Ok(())
}

/// Compares the ledger with what the backup says of it, and takes in what was taken away since.
async fn settle(
    asked: &Asked,
    found: &Found,
    (folder, log): (&Folder, &[NegativeEvent]),
    lost_leaves: Option<u64>,
) -> Result<Replayed, Phrase> {
    let node = open_node(Plan {
        folder: folder.clone(),
        database: asked.database.clone(),
        clock: Arc::new(Calendar::new(Arc::new(SystemClock), None)),
        dice: Arc::new(SystemDice),
        is_demo: false,
    })
    .await?;
    let broken = || named("restore-refuse-ledger", &asked.file);
    let sequencer = Sequencer::start(&node).await.map_err(|_| broken())?;
    let (size, root) = sequencer.last().map_or((0, [0; 32]), |last| (last.size, last.root));
    if size != found.header.leaves || to_hex(&root) != found.header.root {
        return Err(broken());
    }
    let replayed = replay(asked, found, &node, (log, lost_leaves)).await?;
    if let Some(copy) = sequencer.copy() {
        let kept = folder.keep_checkpoint(&copy);
        kept.map_err(|why| unreadable(folder.path(), &why))?;
    }
    let copied = workflow::second_place::copy_negative_events(&node).await;
    copied.map_err(|refusal| refusal.said)?;
    node.store.close().await;
    Ok(replayed)
}

async fn replay(
    asked: &Asked,
    found: &Found,
    node: &Node,
    (log, lost_leaves): (&[NegativeEvent], Option<u64>),
) -> Result<Replayed, Phrase> {
    let said = |refusal: workflow::Refusal| refusal.said;
    let mut tx = node.begin("replay_events").await.map_err(said)?;
    let mut replayed = Replayed::default();
    if let Some(path) = &asked.log {
        let done = replay_events(node, &mut tx, log).await.map_err(said)?;
        replayed = done.map_err(|why| match why {
            ReplayFault::Short { log, kept } => short(path, log, kept),
            ReplayFault::Differs { position } => {
                named("restore-refuse-log-differs", path).with("position", position)
            }
        })?;
    }
    let note = format!(
        // not shown: for the oversight body, in the ledger
        "backup of {}, {} leaves; negative events {}; leaves lost {}",
        found.header.made_on,
        found.header.leaves,
        if asked.log.is_some() {
            format!("replayed {}", replayed.events)
        } else {
            "none stated".to_owned()
        },
        lost_leaves.map_or_else(|| "unknown".to_owned(), |lost| lost.to_string()),
    );
    restored_leaf(node, &mut tx, &note).await.map_err(said)?;
    tx.commit().await.map_err(|why| why.phrase())?;
    Ok(replayed)
}
