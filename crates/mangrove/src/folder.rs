//! The data directory: the SQLite database, the key files, and the mark of a demonstration.

use guard::ledger::CheckpointCopy;
use guard::seal::{EpochKeys, PublicKey};
use lexicon::{Day, Dice, Phrase};
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Only the owner may look into the directory and read its files.
const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;
/// The file that marks a demonstration; `serve` refuses a directory that holds it.
const DEMO_MARK: &str = "demonstration";
/// The SQLite database; PostgreSQL stands elsewhere and leaves only key files here.
const DATABASE: &str = "mangrove.db";
/// Mixed into every receipt code, so that a stolen database cannot be tried offline.
const PEPPER: &str = "pepper.key";
/// Signs the ledger's checkpoints.
const SIGNING: &str = "ledger-signing.key";
/// A copy of the ledger's last checkpoint, so that a database set back behind it is noticed.
const CHECKPOINT: &str = "ledger-checkpoint";

/// Keys of the epochs under which wraps are sealed once more.
const EPOCHS: &str = "epochs.key";
/// The log of negative events, here or on a second medium.
const NEGATIVE: &str = "negative-events";
/// Public half of the recovery code of backups.
const RECOVERY: &str = "backup-recovery.pub";
/// Day and name of the last backup, and of the last restore that was tried.
const LAST_BACKUP: &str = "last-backup";

/// What the directory is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Real,
    Demo,
}

/// The two secrets of a node that stand beside the database, never in it. 32 bytes each.
pub struct NodeSecrets {
    pub pepper: Zeroizing<[u8; 32]>,
    pub signing: Zeroizing<[u8; 32]>,
}

/// An open data directory.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
    /// Another medium, where the log of negative events and the last checkpoint are kept too.
    second: Option<PathBuf>,
}

impl Folder {
    /// Opens the directory, or makes it when it does not exist.
    ///
    /// # Errors
    /// It cannot be used, or it is marked for the other purpose.
    pub fn open(path: &Path, purpose: Purpose) -> Result<Self, Phrase> {
        let is_new = !path.exists() || is_empty(path);
        DirBuilder::new()
            .recursive(true)
            .mode(FOLDER_MODE)
            .create(path)
            .map_err(|why| refuse(path, &why))?;
        let folder = Self { path: path.to_path_buf(), second: None };
        let mark = folder.path.join(DEMO_MARK);
        match purpose {
            Purpose::Real if mark.exists() => Err(named("command-refuse-demo", path)),
            Purpose::Demo if is_new => {
                write_new(&mark, b"").map_err(|why| refuse(path, &why))?;
                Ok(folder)
            }
            Purpose::Demo if !mark.exists() => Err(named("command-refuse-not-demo", path)),
            Purpose::Real | Purpose::Demo => Ok(folder),
        }
    }

    /// A directory as it is, of either purpose; nothing is made.
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_path_buf(), second: None }
    }

    /// The seed of the key that signs the ledger, which must be there. 32 bytes.
    ///
    /// # Errors
    /// The key file is missing, unreadable or not 64 hexadecimal digits.
    pub fn signing(&self) -> Result<Zeroizing<[u8; 32]>, Phrase> {
        self.key(SIGNING, true, &crate::reality::SystemDice)
    }

    /// The same with a second medium, which must be a directory that exists.
    ///
    /// # Errors
    /// It is none.
    pub fn with_second_medium(mut self, second: Option<PathBuf>) -> Result<Self, Phrase> {
        if let Some(path) = second.as_ref().filter(|path| !path.is_dir()) {
            return Err(named("backup-refuse-second-medium", path));
        }
        self.second = second;
        Ok(self)
    }

    /// Where the log of negative events is kept.
    pub fn negative_events(&self) -> PathBuf {
        self.second.as_ref().unwrap_or(&self.path).join(NEGATIVE)
    }

    /// Where the second copy of the checkpoint is kept, if there is a second medium.
    fn second_checkpoint(&self) -> Option<PathBuf> {
        self.second.as_ref().map(|second| second.join(CHECKPOINT))
    }

    /// The keys of the epochs; made when no database exists that would need the old ones.
    ///
    /// # Errors
    /// The file is missing beside a database, or is no file of epoch keys.
    pub fn epochs(
        &self,
        has_database: bool,
        today: Day,
        dice: &dyn Dice,
    ) -> Result<EpochKeys, Phrase> {
        let path = self.path.join(EPOCHS);
        match fs::read_to_string(&path).map(Zeroizing::new) {
            Ok(text) => {
                EpochKeys::read(&text).ok_or_else(|| named("command-refuse-key-broken", &path))
            }
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => Err(refuse(&path, &why)),
            Err(_) if has_database => Err(named("command-refuse-key-missing", &path)),
            Err(_) => {
                let keys = EpochKeys::first(today, dice);
                write_new(&path, keys.write().as_bytes()).map_err(|why| refuse(&path, &why))?;
                Ok(keys)
            }
        }
    }

    /// Keeps the keys of the epochs in place of those before: whole, or the old ones stay. What
    /// stood in the old file is written over before it goes.
    ///
    /// # Errors
    /// The disk's.
    pub fn keep_epochs(&self, keys: &EpochKeys) -> std::io::Result<()> {
        let path = self.path.join(EPOCHS);
        let old = OpenOptions::new().write(true).open(&path);
        replace(&path, keys.write().as_bytes())?;
        if let Ok(mut old) = old {
            let length = usize::try_from(old.metadata()?.len()).unwrap_or(0);
            old.write_all(&vec![0; length])?;
            old.sync_all()?;
        }
        Ok(())
    }

    /// A refusal that names the file of the epoch keys.
    pub fn refuse_epochs(&self, key: &'static str) -> Phrase {
        named(key, &self.path.join(EPOCHS))
    }

    /// The public half of the recovery code of backups; `None` before the first one.
    ///
    /// # Errors
    /// The file cannot be read or is no key.
    pub fn recovery(&self) -> Result<Option<PublicKey>, Phrase> {
        let path = self.path.join(RECOVERY);
        match fs::read_to_string(&path) {
            Ok(text) => from_hex(text.trim())
                .and_then(|bytes| PublicKey::from_bytes(bytes.as_slice()))
                .map(Some)
                .ok_or_else(|| named("command-refuse-key-broken", &path)),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(refuse(&path, &why)),
        }
    }

    /// Keeps the public half of a recovery code in place of the one before.
    ///
    /// # Errors
    /// The disk's.
    pub fn keep_recovery(&self, key: &PublicKey) -> std::io::Result<()> {
        replace(&self.path.join(RECOVERY), (to_hex(key.bytes()) + "\n").as_bytes())
    }

    /// Day of the last backup; `None` when none is known.
    pub fn last_backup(&self) -> Option<Day> {
        let text = fs::read_to_string(self.path.join(LAST_BACKUP)).ok()?;
        Day::parse(text.trim())
    }

    /// Remembers that a backup was made.
    ///
    /// # Errors
    /// The disk's.
    pub fn keep_last_backup(&self, day: Day) -> std::io::Result<()> {
        replace(&self.path.join(LAST_BACKUP), format!("{day}\n").as_bytes())
    }

    /// Writes the key files of a restored node into a directory without any.
    ///
    /// # Errors
    /// The disk's.
    pub fn put_secrets(&self, secrets: &NodeSecrets, epochs: &EpochKeys) -> Result<(), Phrase> {
        let files = [
            (PEPPER, Zeroizing::new(to_hex(&secrets.pepper) + "\n")),
            (SIGNING, Zeroizing::new(to_hex(&secrets.signing) + "\n")),
            (EPOCHS, epochs.write()),
        ];
        for (name, text) in files {
            let path = self.path.join(name);
            write_new(&path, text.as_bytes()).map_err(|why| refuse(&path, &why))?;
        }
        Ok(())
    }

    /// The files that must be readable by nobody else, those of them that exist.
    pub fn private_files(&self) -> Vec<PathBuf> {
        let names = [PEPPER, SIGNING, EPOCHS, DATABASE, NEGATIVE, CHECKPOINT];
        let wal = ["-wal", "-shm"].map(|end| format!("{DATABASE}{end}"));
        let all = names.iter().map(|name| self.path.join(name));
        all.chain(wal.iter().map(|name| self.path.join(name))).filter(|p| p.exists()).collect()
    }

    /// The secrets beside a database, which must be there.
    ///
    /// # Errors
    /// A key file is missing, unreadable or not what it should be.
    pub fn all_secrets(&self) -> Result<(NodeSecrets, EpochKeys), Phrase> {
        let dice = &crate::reality::SystemDice;
        let secrets = self.secrets(true, dice)?;
        Ok((secrets, self.epochs(true, Day::from_unix_s(0), dice)?))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the SQLite database stands.
    pub fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// The node's secrets; made when no database exists that would need the old ones.
    ///
    /// # Errors
    /// A key file is missing beside a database, or is not 64 hexadecimal digits.
    pub fn secrets(&self, has_database: bool, dice: &dyn Dice) -> Result<NodeSecrets, Phrase> {
        Ok(NodeSecrets {
            pepper: self.key(PEPPER, has_database, dice)?,
            signing: self.key(SIGNING, has_database, dice)?,
        })
    }

    /// The copy of the last checkpoint; `None` when there is none.
    ///
    /// # Errors
    /// The file cannot be read, or is no copy of a checkpoint.
    pub fn checkpoint(&self) -> Result<Option<CheckpointCopy>, Phrase> {
        let path = self.path.join(CHECKPOINT);
        let mut text = String::new();
        // One byte above the limit is enough to see that it is none.
        let limit = CheckpointCopy::BYTES_MAX as u64 + 1;
        let read = fs::File::open(&path).and_then(|f| f.take(limit).read_to_string(&mut text));
        match read {
            Ok(_) => CheckpointCopy::read(&text)
                .map(Some)
                .ok_or_else(|| named("command-refuse-checkpoint-broken", &path)),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(why) if why.kind() == std::io::ErrorKind::InvalidData => {
                Err(named("command-refuse-checkpoint-broken", &path))
            }
            Err(why) => Err(refuse(&path, &why)),
        }
    }

    /// Keeps the copy in place of the one before: whole, or the old one stays.
    ///
    /// # Errors
    /// The disk's.
    pub fn keep_checkpoint(&self, copy: &CheckpointCopy) -> std::io::Result<()> {
        if let Some(second) = self.second_checkpoint()
            && let Err(why) = replace(&second, copy.write().as_bytes())
        {
            tracing::warn!(%why, "the last checkpoint could not be kept on the second medium");
        }
        replace(&self.path.join(CHECKPOINT), copy.write().as_bytes())
    }

    /// A refusal that names the file of the copied checkpoint.
    pub fn refuse_checkpoint(&self, key: &'static str) -> Phrase {
        named(key, &self.path.join(CHECKPOINT))
    }

    /// A refusal that names the file of the pepper.
    pub fn refuse_pepper(&self, key: &'static str) -> Phrase {
        named(key, &self.path.join(PEPPER))
    }

    /// A refusal that names the file of the signing key.
    pub fn refuse_signing(&self, key: &'static str) -> Phrase {
        named(key, &self.path.join(SIGNING))
    }

    fn key(
        &self,
        name: &str,
        has_database: bool,
        dice: &dyn Dice,
    ) -> Result<Zeroizing<[u8; 32]>, Phrase> {
        let path = self.path.join(name);
        match fs::read_to_string(&path).map(Zeroizing::new) {
            Ok(text) => {
                from_hex(text.trim()).ok_or_else(|| named("command-refuse-key-broken", &path))
            }
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => Err(refuse(&path, &why)),
            Err(_) if has_database => Err(named("command-refuse-key-missing", &path)),
            Err(_) => {
                let mut key = Zeroizing::new([0_u8; 32]);
                dice.fill(key.as_mut_slice());
                let text = Zeroizing::new(to_hex(&key) + "\n");
                write_new(&path, text.as_bytes()).map_err(|why| refuse(&path, &why))?;
                Ok(key)
            }
        }
    }
}

/// The directory used when `--data` names none: `$XDG_DATA_HOME/mangrove/<name>`.
pub fn default_path(name: &str) -> PathBuf {
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share"));
    let base = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).or_else(home);
    base.unwrap_or_else(std::env::temp_dir).join("mangrove").join(name)
}

fn is_empty(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

fn named(key: &'static str, path: &Path) -> Phrase {
    Phrase::new(key).with("path", path.display().to_string())
}

fn refuse(path: &Path, why: &std::io::Error) -> Phrase {
    named("command-refuse-folder", path).with("why", why.to_string())
}

/// Puts a file in place of the one before: whole, or the old one stays.
fn replace(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    // What a kill left half written is nobody's.
    let _nothing_there = fs::remove_file(&beside);
    write_new(&beside, content)?;
    fs::rename(&beside, path)?;
    path.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
}

/// Writes a file that must not exist yet, and waits until the disk has it.
pub(crate) fn write_new(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path)?;
    file.write_all(content)?;
    file.sync_all()?;
    path.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
}

pub(crate) fn to_hex(bytes: &[u8; 32]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn from_hex(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut key = Zeroizing::new([0_u8; 32]);
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::{DEMO_MARK, Folder, PEPPER, Purpose};
    use lexicon::chance::SeededDice;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_demonstration_and_a_real_node_never_share_a_directory() {
        let base = tempfile::tempdir().unwrap();
        let demo = base.path().join("demo");
        Folder::open(&demo, Purpose::Demo).unwrap();
        assert!(demo.join(DEMO_MARK).exists());
        let refused = Folder::open(&demo, Purpose::Real).unwrap_err();
        assert_eq!(refused.key, "command-refuse-demo");
        let real = base.path().join("real");
        let folder = Folder::open(&real, Purpose::Real).unwrap();
        folder.secrets(false, &SeededDice::new(1)).map(|_| ()).unwrap();
        let refused = Folder::open(&real, Purpose::Demo).unwrap_err();
        assert_eq!(refused.key, "command-refuse-not-demo");
    }

    #[test]
    fn a_missing_or_broken_key_beside_a_database_is_refused() {
        let base = tempfile::tempdir().unwrap();
        let folder = Folder::open(base.path(), Purpose::Real).unwrap();
        let refusal = |has_database| {
            folder.secrets(has_database, &SeededDice::new(1)).err().map(|p| p.key.into_owned())
        };
        assert_eq!(refusal(true).as_deref(), Some("command-refuse-key-missing"));
        assert_eq!(refusal(false), None);
        assert_eq!(refusal(true), None, "the keys just made are found again");
        let path = base.path().join(PEPPER);
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only the owner reads a key");
        std::fs::write(&path, "not a key").unwrap();
        assert_eq!(refusal(true).as_deref(), Some("command-refuse-key-broken"));
    }
}
