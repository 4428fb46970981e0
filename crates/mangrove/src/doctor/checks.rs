//! What the doctor looks at, one after the other. Nothing here changes anything.

use super::{Finding, Patient, certificate};
use crate::control::Running;
use crate::listen;
use crate::machine;
use crate::negative_file::read_log;
use crate::reality::SystemClock;
use crate::wiring::{HIGHEST_DAY, LEDGER_KEY, PEPPER_MARK, SALT};
use guard::ledger::SigningKey;
use guard::receipts::NodePepper;
use guard::seal::epoch::REPLACED_AFTER_DAYS;
use lexicon::{Clock, Day, Phrase};
use rustix::process::{Resource, getrlimit};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use store::{Store, StoreError};
use workflow::calendar::{AHEAD_DAYS_MAX, Standing, standing};
use workflow::renew_epoch::EPOCH_MARK;

/// Free space below which a node may soon refuse to write, in bytes; and below which it is wrong.
const FREE_LOOK_BYTES: u64 = 2 << 30;
const FREE_WRONG_BYTES: u64 = 200 << 20;
const INODES_WRONG: u64 = 1_000;
/// A write-ahead log above this was not folded in for long.
const WAL_LOOK_BYTES: u64 = 256 << 20;
/// Free pages above this share of a large database are worth a tidying.
const FREE_PAGES_LOOK_BYTES: u64 = 256 << 20;
const BACKUP_LOOK_DAYS: i64 = 7;
const BACKUP_WRONG_DAYS: i64 = 28;
const CERTIFICATE_LOOK_DAYS: i64 = 30;
/// A file may be this much newer than the clock, in days, before the clock is doubted.
const FILE_AHEAD_DAYS: i64 = 1;

/// Looks at everything.
pub async fn look(patient: &Patient) -> Vec<Finding> {
    let mut found = Vec::new();
    if !patient.folder.path().is_dir() {
        let path = patient.folder.path().display().to_string();
        return vec![Finding::wrong("keys", Phrase::new("doctor-no-folder").with("path", path))];
    }
    let today = SystemClock.today();
    found.extend(permissions(patient));
    found.extend(disk(patient));
    database(patient, today, &mut found).await;
    epochs(patient, today, &mut found);
    found.push(backup(patient, today));
    found.extend(patient.certificate.as_deref().map(|path| tls(path, today)));
    found.push(port(patient));
    found.extend(machine());
    found
}

fn permissions(patient: &Patient) -> Vec<Finding> {
    let folder = patient.folder.path().to_path_buf();
    let all = [folder].into_iter().chain(patient.folder.private_files());
    let mut found: Vec<Finding> = all
        .filter_map(|path| {
            let mode = std::fs::metadata(&path).ok()?.permissions().mode();
            let said =
                Phrase::new("doctor-permissions-open").with("path", path.display().to_string());
            (mode & 0o077 != 0).then(|| Finding::wrong("permissions", said))
        })
        .collect();
    if found.is_empty() {
        found.push(Finding::good("permissions", Phrase::new("doctor-permissions-good")));
    }
    found
}

fn disk(patient: &Patient) -> Vec<Finding> {
    let path = patient.folder.path();
    let Ok(space) = rustix::fs::statvfs(path) else {
        let said = Phrase::new("doctor-disk-unknown").with("path", path.display().to_string());
        return vec![Finding::look("disk", said)];
    };
    let free = space.f_bavail.saturating_mul(space.f_frsize);
    let said = |key: &'static str| Phrase::new(key).with("megabytes", megabytes(free));
    let mut found = vec![match free {
        free if free < FREE_WRONG_BYTES => Finding::wrong("disk", said("doctor-disk-full")),
        free if free < FREE_LOOK_BYTES => Finding::look("disk", said("doctor-disk-low")),
        _ => Finding::good("disk", said("doctor-disk-good")),
    }];
    // Some file systems have no fixed number of them and say 0.
    if space.f_files > 0 && space.f_favail < INODES_WRONG {
        let count = i64::try_from(space.f_favail).unwrap_or(i64::MAX);
        let said = Phrase::new("doctor-inodes-few").with("count", count);
        found.push(Finding::wrong("disk", said));
    }
    found
}

fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes >> 20).unwrap_or(i64::MAX)
}

async fn database(patient: &Patient, today: Day, found: &mut Vec<Finding>) {
    let store = match Store::open_beside(&patient.address).await {
        Ok(store) => store,
        Err(why) => return found.push(Finding::wrong("database", why.phrase())),
    };
    match store.health().await {
        Ok(health) => {
            let sound = Phrase::new("doctor-database-good")
                .with("version", health.version.as_str())
                .with("megabytes", megabytes(health.bytes));
            found.push(match health.faults.first() {
                None => Finding::good("database", sound),
                Some(what) => {
                    let said = Phrase::new("doctor-database-broken").with("what", what.as_str());
                    Finding::wrong("database", said)
                }
            });
            if health.wal_bytes > WAL_LOOK_BYTES {
                let megabytes = megabytes(health.wal_bytes);
                let said = Phrase::new("doctor-wal-large").with("megabytes", megabytes);
                found.push(Finding::look("database", said));
            }
            if health.free_bytes > FREE_PAGES_LOOK_BYTES && health.free_bytes > health.bytes / 2 {
                let megabytes = megabytes(health.free_bytes);
                let said = Phrase::new("doctor-pages-free").with("megabytes", megabytes);
                found.push(Finding::look("database", said));
            }
        }
        Err(why) => found.push(Finding::wrong("database", why.phrase())),
    }
    if let Err(why) = marks(patient, &store, today, found).await {
        found.push(Finding::wrong("database", why.phrase()));
    }
    store.close().await;
}

/// What the database says of the keys, of the day, and of the log.
async fn marks(
    patient: &Patient,
    store: &Store,
    today: Day,
    found: &mut Vec<Finding>,
) -> Result<(), StoreError> {
    let mut tx = store.read("doctor").await?;
    let salt = tx.find_node_key(SALT).await?;
    let (secrets, epochs) = match patient.folder.all_secrets() {
        Ok(all) => all,
        Err(phrase) => {
            found.push(Finding::wrong("keys", phrase));
            found.push(clock(patient, &mut tx, today).await?);
            return Ok(());
        }
    };
    let salt = salt.and_then(|salt| <[u8; 32]>::try_from(salt).ok());
    let pepper = salt.map(|salt| NodePepper { salt, pepper: *secrets.pepper }.mark());
    let signing = SigningKey::from_seed(&secrets.signing).verifying().bytes();
    let fits = tx.find_node_key(PEPPER_MARK).await?.as_deref() == pepper.as_ref().map(|m| &m[..])
        && tx.find_node_key(LEDGER_KEY).await?.as_deref() == Some(&signing[..])
        && tx.find_node_key(EPOCH_MARK).await?.is_some_and(|mark| epochs.has_mark(&mark));
    found.push(if fits {
        Finding::good("keys", Phrase::new("doctor-keys-good"))
    } else {
        Finding::wrong("keys", Phrase::new("doctor-keys-wrong"))
    });
    found.push(clock(patient, &mut tx, today).await?);
    let kept = tx.last_negative_event().await?;
    found.push(log(patient, &secrets.signing, kept));
    Ok(())
}

async fn clock(patient: &Patient, tx: &mut store::Tx, today: Day) -> Result<Finding, StoreError> {
    let kept = tx.find_node_key(HIGHEST_DAY).await?;
    let kept = kept.and_then(|day| Day::parse(std::str::from_utf8(&day).ok()?));
    let signed = tx.last_checkpoint().await?.map(|last| last.day);
    let seen = kept.max(signed);
    let said = |key: &'static str, seen: Day| {
        Phrase::new(key).with("clock", today.to_string()).with("seen", seen.to_string())
    };
    Ok(match standing(today, seen, AHEAD_DAYS_MAX) {
        Standing::Behind { seen, .. } => Finding::wrong("clock", said("doctor-clock-behind", seen)),
        // A node that did not run for a while looks the same: an officer settles it.
        Standing::Ahead { seen, .. } => Finding::look("clock", said("doctor-clock-ahead", seen)),
        Standing::Sound => match newest_file(patient) {
            Some(newest) if newest.days_since(today) > FILE_AHEAD_DAYS => {
                Finding::wrong("clock", said("doctor-clock-files", newest))
            }
            _ => {
                let said = Phrase::new("doctor-clock-good").with("clock", today.to_string());
                Finding::good("clock", said)
            }
        },
    })
}

/// The latest day on which a file of the node was written.
fn newest_file(patient: &Patient) -> Option<Day> {
    let times = patient.folder.private_files().into_iter().filter_map(|path| {
        let time: SystemTime = std::fs::metadata(path).ok()?.modified().ok()?;
        i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()
    });
    times.max().map(Day::from_unix_s)
}

/// The log of negative events against the database.
fn log(patient: &Patient, signing: &[u8; 32], kept: i64) -> Finding {
    let path = patient.folder.negative_events();
    let said = |key: &'static str| Phrase::new(key).with("path", path.display().to_string());
    match read_log(&path, signing) {
        Ok((_, chain, _)) if chain.last() == kept => {
            Finding::good("log", Phrase::new("doctor-log-good").with("events", kept))
        }
        Ok(_) => Finding::wrong("log", said("doctor-log-behind")),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound && kept == 0 => {
            Finding::good("log", Phrase::new("doctor-log-good").with("events", kept))
        }
        Err(why) => Finding::wrong("log", said("doctor-log-broken").with("why", why.to_string())),
    }
}

fn epochs(patient: &Patient, today: Day, found: &mut Vec<Finding>) {
    // A missing or broken file is told with the keys.
    let Ok((_, keys)) = patient.folder.all_secrets() else { return };
    let age = today.days_since(keys.current().began);
    let late = keys.earlier().find(|age| age.ends() < today);
    found.push(if late.is_some() {
        Finding::wrong("epochs", Phrase::new("doctor-epoch-late"))
    } else if age > REPLACED_AFTER_DAYS {
        Finding::wrong("epochs", Phrase::new("doctor-epoch-old").with("days", age))
    } else {
        Finding::good("epochs", Phrase::new("doctor-epoch-good").with("days", age.max(0)))
    });
}

fn backup(patient: &Patient, today: Day) -> Finding {
    let Some(last) = patient.folder.last_backup() else {
        return Finding::look("backup", Phrase::new("doctor-backup-none"));
    };
    let days = today.days_since(last);
    let said = |key: &'static str| Phrase::new(key).with("days", days.max(0));
    match days {
        days if days > BACKUP_WRONG_DAYS => Finding::wrong("backup", said("doctor-backup-old")),
        days if days > BACKUP_LOOK_DAYS => Finding::look("backup", said("doctor-backup-old")),
        _ => Finding::good("backup", said("doctor-backup-good")),
    }
}

fn tls(path: &Path, today: Day) -> Finding {
    let said = |key: &'static str| Phrase::new(key).with("path", path.display().to_string());
    let Some((from, to)) = certificate::days(path) else {
        return Finding::wrong("tls", said("doctor-tls-unreadable"));
    };
    let dated = |key: &'static str| said(key).with("day", to.to_string());
    match to.days_since(today) {
        _ if from > today => {
            Finding::wrong("tls", said("doctor-tls-early").with("day", from.to_string()))
        }
        days if days < 0 => Finding::wrong("tls", dated("doctor-tls-over")),
        days if days < CERTIFICATE_LOOK_DAYS => Finding::look("tls", dated("doctor-tls-soon")),
        _ => Finding::good("tls", dated("doctor-tls-good")),
    }
}

fn port(patient: &Patient) -> Finding {
    let said = |key: &'static str| Phrase::new(key).with("address", patient.listen.as_str());
    if Running::find(patient.folder.path()).is_some() {
        return Finding::good("port", Phrase::new("doctor-running"));
    }
    match listen::Address::parse(&patient.listen).and_then(|address| address.bind()) {
        Ok(_free) => Finding::good("port", said("doctor-port-free")),
        Err(_) => Finding::wrong("port", said("doctor-port-taken")),
    }
}

fn machine() -> Vec<Finding> {
    let mut found = Vec::new();
    if machine::has_swap() {
        found.push(Finding::look("machine", Phrase::new("command-swap")));
    } else {
        found.push(Finding::good("machine", Phrase::new("doctor-swap-good")));
    }
    // The node forbids it for itself; what else runs here is not under its hand.
    if getrlimit(Resource::Core).current != Some(0) {
        found.push(Finding::look("machine", Phrase::new("doctor-core-allowed")));
    }
    found
}
