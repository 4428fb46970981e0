//! `mangrove backup FILE`: one state of the whole database as it stands, ciphertext, read beside a
//! node that may run. The keys beside the database go into a file of their own, sealed to a
//! recovery code that is printed once.

use crate::archive::{FORMAT, Header, Total, Writer};
use crate::commands::{Verb, put};
use crate::folder::{Folder, to_hex, write_new};
use crate::reality::{SystemClock, SystemDice};
use crate::serve::{block_on, data_argument, data_path, database_argument, refuse};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use guard::backup::{KEYS_BYTES_MAX, KeyFile, RecoveryCode, mark};
use guard::ledger::SigningKey;
use lexicon::ids::OrganisationId;
use lexicon::{Clock, Day, Language, Phrase, phrase::say};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use store::{Address, Store, Tx, all_tables};
use zeroize::Zeroizing;

pub const VERB: Verb = Verb { name: "backup", arguments, run };

/// Buffer between the database and the disk, in bytes.
const BUFFER_BYTES: usize = 1 << 20;

fn arguments(command: Command, language: Language) -> Command {
    let say = |key: &'static str| say(language, key);
    let file = Arg::new("file").value_name("FILE").required(true).display_order(0);
    let organisation = Arg::new("organisation").long("organisation").value_name("NAME");
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command
        .arg(file.value_parser(value_parser!(PathBuf)).help(say("backup-command-file")))
        .arg(data_argument(language))
        .arg(database_argument(language))
        .arg(organisation.help(say("backup-command-organisation")))
        .arg(flag("new-code").help(say("backup-command-new-code")))
        .arg(flag("json").help(say("command-json")))
}

/// Exit 0 when the whole backup is on the disk; 1 when nothing was kept.
fn run(matches: &ArgMatches, language: Language) -> ExitCode {
    let Some(file) = matches.get_one::<PathBuf>("file") else { return ExitCode::from(2) };
    let folder = Folder::at(&data_path(matches, "node"));
    let address = match matches.get_one::<String>("database") {
        Some(url) => Address::Postgres(url.clone()),
        None => Address::Sqlite(folder.database()),
    };
    let asked = Asked {
        folder,
        address,
        file: file.clone(),
        organisation: matches.get_one::<String>("organisation").cloned(),
        has_new_code: matches.get_flag("new-code"),
        today: SystemClock.today(),
    };
    match block_on(back_up(&asked)) {
        Ok(made) => {
            let is_json = matches.get_flag("json");
            let said = if is_json { made.json().to_string() } else { made.text(language) };
            put(&mut io::stdout(), &format!("{said}\n"));
            // Kept once it was shown: a code that nobody saw must not seal the next backup.
            match made.code.map(|code| asked.folder.keep_recovery(&code.public())) {
                Some(Err(why)) => refuse(&refused(asked.folder.path(), &why), language),
                _ => ExitCode::SUCCESS,
            }
        }
        Err(phrase) => refuse(&phrase, language),
    }
}

/// What is to be backed up, and where to.
pub struct Asked {
    pub folder: Folder,
    pub address: Address,
    pub file: PathBuf,
    pub organisation: Option<String>,
    /// A new recovery code is drawn in place of the old one.
    pub has_new_code: bool,
    pub today: Day,
}

/// A backup that is on the disk.
pub struct Made {
    pub file: PathBuf,
    pub keys: PathBuf,
    pub total: Total,
    pub leaves: u64,
    /// The last day of the key file.
    pub until: Day,
    /// Shown once, when it was drawn for this backup.
    pub code: Option<RecoveryCode>,
    /// Key files of earlier backups whose day had passed: they were deleted.
    pub swept: usize,
}

impl Made {
    fn text(&self, language: Language) -> String {
        let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let mut lines = vec![
            Phrase::new("backup-done")
                .with("path", self.file.display().to_string())
                .with("rows", whole(self.total.rows))
                .with("leaves", whole(self.leaves)),
            Phrase::new("backup-done-keys")
                .with("path", self.keys.display().to_string())
                .with("day", self.until.to_string()),
        ];
        if self.swept > 0 {
            lines.push(Phrase::new("backup-swept").with("count", whole(self.swept as u64)));
        }
        if let Some(code) = &self.code {
            lines.push(Phrase::new("backup-code").with("code", code.shown().as_str()));
        }
        let said: Vec<String> = lines.iter().map(|line| line.say(language)).collect();
        said.join("\n")
    }

    fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "file": self.file,
            "keys": self.keys,
            "rows": self.total.rows,
            "blocks": self.total.blocks,
            "leaves": self.leaves,
            "keys_until": self.until.to_string(),
            "keys_deleted": self.swept,
            "recovery_code": self.code.as_ref().map(|code| code.shown().to_string()),
        })
    }
}

/// The key file beside a backup.
pub fn keys_path(file: &Path) -> PathBuf {
    beside(file, ".keys")
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn refused(file: &Path, why: &io::Error) -> Phrase {
    let key = match why.kind() {
        io::ErrorKind::AlreadyExists => "backup-refuse-exists",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "backup-refuse-full",
        _ => "backup-refuse-disk",
    };
    Phrase::new(key).with("path", file.display().to_string()).with("why", why.to_string())
}

/// Makes a backup: whole and on the disk, or nothing at all.
///
/// # Errors
/// A file of the name exists, the disk is full or fails, or the node cannot be read.
pub async fn back_up(asked: &Asked) -> Result<Made, Phrase> {
    let keys = keys_path(&asked.file);
    for path in [&asked.file, &keys] {
        if path.exists() {
            return Err(refused(path, &io::ErrorKind::AlreadyExists.into()));
        }
    }
    let part = Part(beside(&asked.file, ".part"));
    // What a kill left half written is nobody's.
    let _nothing_there = fs::remove_file(&part.0);
    let store = Store::open_beside(&asked.address).await.map_err(|why| why.phrase())?;
    let written = write_rows(asked, &store, &part.0).await;
    store.close().await;
    let (total, leaves) = written?;
    let (text, until, code) = key_file(asked)?;
    let swept = sweep(asked);
    write_new(&keys, text.as_bytes()).map_err(|why| refused(&keys, &why))?;
    // A link fails where a name is taken: nothing is ever written over.
    if let Err(why) = fs::hard_link(&part.0, &asked.file).and_then(|()| sync_folder(&asked.file)) {
        let _with_it = fs::remove_file(&keys);
        return Err(refused(&asked.file, &why));
    }
    if let Err(why) = asked.folder.keep_last_backup(asked.today) {
        tracing::warn!(%why, "the day of the backup could not be kept");
    }
    Ok(Made { file: asked.file.clone(), keys, total, leaves, until, code, swept })
}

/// A file that goes away with this value, finished or not.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        let _nothing_there = fs::remove_file(&self.0);
    }
}

fn sync_folder(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|path| !path.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

async fn write_rows(asked: &Asked, store: &Store, part: &Path) -> Result<(Total, u64), Phrase> {
    let unreadable = |why: store::StoreError| why.phrase();
    let disk = |why: io::Error| refused(&asked.file, &why);
    let mut tx = store.read("backup").await.map_err(unreadable)?;
    let organisation = find_organisation(asked, &mut tx).await?;
    let signing = asked.folder.signing()?;
    let header = header(asked, &mut tx, &to_hex(&node_id(&signing))).await?;
    let leaves = header.leaves;
    let open = OpenOptions::new().write(true).create_new(true).mode(0o600).open(part);
    let buffered = BufWriter::with_capacity(BUFFER_BYTES, open.map_err(disk)?);
    let mut writer = Writer::begin(buffered, &header).map_err(disk)?;
    for (place, table) in all_tables().iter().enumerate() {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        let mut after = None;
        loop {
            let page = tx.dump_page(table, organisation, after.as_ref()).await;
            let page = page.map_err(unreadable)?;
            let Some(last) = page.last() else { break };
            after = Some(Tx::mark_after(table, last));
            for row in &page {
                writer.row(place, row).map_err(disk)?;
            }
        }
    }
    let (buffered, total) = writer.end(|digest| mark(&signing, digest)).map_err(disk)?;
    let file = buffered.into_inner().map_err(|why| disk(why.into_error()))?;
    file.sync_all().map_err(disk)?;
    Ok((total, leaves))
}

/// The public half of the key that signs the ledger: which node this is.
pub fn node_id(signing_seed: &[u8; 32]) -> [u8; 32] {
    SigningKey::from_seed(signing_seed).verifying().bytes()
}

async fn find_organisation(asked: &Asked, tx: &mut Tx) -> Result<Option<OrganisationId>, Phrase> {
    let Some(name) = &asked.organisation else { return Ok(None) };
    let all = tx.list_organisations().await.map_err(|why| why.phrase())?;
    let found = all.into_iter().find(|organisation| organisation.name == *name);
    let unknown = || Phrase::new("backup-refuse-organisation").with("name", name.as_str());
    Ok(Some(found.ok_or_else(unknown)?.id))
}

async fn header(asked: &Asked, tx: &mut Tx, node: &str) -> Result<Header, Phrase> {
    let unreadable = |why: store::StoreError| why.phrase();
    let last = tx.last_checkpoint().await.map_err(unreadable)?;
    let (leaves, root) = last.map_or((0, [0; 32]), |last| (last.size, last.root));
    Ok(Header {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        tables: store::tables_print(),
        node: node.to_owned(),
        made_on: asked.today.to_string(),
        leaves,
        root: to_hex(&root),
        negative_events: tx.last_negative_event().await.map_err(unreadable)?,
        organisation: asked.organisation.clone(),
    })
}

/// The text of the key file, its last day, and the code when one was drawn.
fn key_file(asked: &Asked) -> Result<(String, Day, Option<RecoveryCode>), Phrase> {
    let (secrets, epochs) = asked.folder.all_secrets()?;
    let known = asked.folder.recovery()?.filter(|_| !asked.has_new_code);
    let (to, code) = match known {
        Some(known) => (known, None),
        None => {
            let code = RecoveryCode::random(&SystemDice);
            (code.public(), Some(code))
        }
    };
    let mut text = Zeroizing::new(String::new());
    for key in [&secrets.pepper, &secrets.signing] {
        text.push_str(&Zeroizing::new(to_hex(key)));
        text.push('\n');
    }
    text.push_str(&epochs.write());
    let until = epochs.current().ends();
    let about = (node_id(&secrets.signing), asked.today, until);
    let sealed = KeyFile::seal(about, &to, text.as_bytes(), &SystemDice);
    let sealed = sealed.map_err(|why| why.phrase())?;
    Ok((sealed.write(), until, code))
}

/// Deletes this node's key files in the folder of the backup whose day has passed: what is only
/// sealed under their epochs is gone with them.
fn sweep(asked: &Asked) -> usize {
    let folder = asked.file.parent().filter(|path| !path.as_os_str().is_empty());
    let Ok(entries) = fs::read_dir(folder.unwrap_or(Path::new("."))) else { return 0 };
    let Ok(signing) = asked.folder.signing() else { return 0 };
    let own = node_id(&signing);
    let is_over = |path: &Path| {
        read_keys(path)
            .is_ok_and(|keys| keys.is_some_and(|keys| keys.node == own && keys.until < asked.today))
    };
    let named = entries.flatten().map(|entry| entry.path());
    let over = named.filter(|path| path.extension().is_some_and(|end| end == "keys"));
    let over: Vec<PathBuf> = over.filter(|path| is_over(path)).collect();
    over.iter().filter(|path| erase_file(path).is_ok()).count()
}

/// Writes over a file and removes it.
fn erase_file(path: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(path)?;
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(0);
    io::Write::write_all(&mut &file, &vec![0; length])?;
    file.sync_all()?;
    fs::remove_file(path)
}

/// Reads a key file; `None` when it is something else.
///
/// # Errors
/// The disk's.
pub fn read_keys(path: &Path) -> io::Result<Option<KeyFile>> {
    let mut text = String::new();
    let read = File::open(path)?.take(KEYS_BYTES_MAX as u64 + 1).read_to_string(&mut text);
    match read {
        Ok(_) => Ok(KeyFile::read(&text)),
        Err(why) if why.kind() == io::ErrorKind::InvalidData => Ok(None),
        Err(why) => Err(why),
    }
}
