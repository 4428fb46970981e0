//! Opens the country of a seed, making it first when its directory does not exist. It is made
//! beside the directory and moved there whole, so that a start that was broken off leaves nothing
//! half made.

use super::people::{self, Login};
use super::{content, figures, guards, story};
use crate::folder::{Folder, Purpose};
use crate::reality::{SystemClock, SystemDice};
use crate::wiring::{Plan, open_node};
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::{Clock, Dice, Phrase};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use workflow::Node;
use workflow::import::{format, import_set};
use workflow::picture::own::count_closed_years;

/// The file that keeps what is printed: who can sign in, and how.
const LOGINS: &str = "logins.json";
/// Name under which the invented data set is shown.
const FIGURES: &str = "demonstration.csv";

/// An open demonstration.
pub struct Country {
    pub node: Node,
    pub logins: Vec<Login>,
}

/// Opens the country in `folder`, made of `seed` when it is not there yet.
///
/// # Errors
/// The directory holds no demonstration, or one of another seed; the node cannot be opened.
pub async fn country(folder: &Path, seed: u64) -> Result<Country, Phrase> {
    let is_empty = folder.read_dir().is_ok_and(|mut entries| entries.next().is_none());
    if !folder.exists() || is_empty {
        make(folder, seed).await?;
    }
    let folder = Folder::open(folder, Purpose::Demo)?;
    let kept = fs::read(folder.path().join(LOGINS)).map_err(|why| failed(&why))?;
    let kept: Kept = serde_json::from_slice(&kept).map_err(|_| other_version(folder.path()))?;
    if kept.seed != seed {
        let path = folder.path().display().to_string();
        return Err(Phrase::new("demo-other-seed").with("path", path));
    }
    let path = folder.path().to_owned();
    let opened = open_node(plan(folder, Arc::new(SystemClock), Arc::new(SystemDice))).await;
    let node = opened.map_err(|why| match why.key.as_ref() {
        "store-wrong-version" => other_version(&path),
        _ => why,
    })?;
    Ok(Country { node, logins: kept.logins })
}

fn other_version(path: &Path) -> Phrase {
    Phrase::new("demo-other-version").with("path", path.display().to_string())
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Kept {
    seed: u64,
    logins: Vec<Login>,
}

fn plan(folder: Folder, clock: Arc<dyn Clock>, dice: Arc<dyn Dice>) -> Plan {
    Plan { folder, database: None, clock, dice, is_demo: true }
}

async fn make(folder: &Path, seed: u64) -> Result<(), Phrase> {
    let beside = beside(folder);
    // What a broken-off start left is nobody's.
    let _nothing_there = fs::remove_dir_all(&beside);
    let logins = fill(Folder::open(&beside, Purpose::Demo)?, seed).await?;
    let kept = serde_json::to_vec(&Kept { seed, logins }).map_err(|why| failed(&why))?;
    write_private(&beside.join(LOGINS), &kept).map_err(|why| failed(&why))?;
    let _empty = fs::remove_dir(folder);
    fs::rename(&beside, folder).map_err(|why| failed(&why))
}

fn beside(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!("{name}.making"))
}

async fn fill(folder: Folder, seed: u64) -> Result<Vec<Login>, Phrase> {
    let content = content::content().map_err(|why| failed(&why))?;
    let clock = Arc::new(FixedClock::at(SystemClock.today().plus_days(-story::FIRST_DAY)));
    let dice = Arc::new(SeededDice::new(seed));
    let node = open_node(plan(folder, clock.clone(), dice.clone())).await?;
    let refused = |refusal: workflow::Refusal| failed(&refusal);
    let seats = people::make(&node, &content, seed).await.map_err(refused)?;
    let ctdc = format("ctdc").ok_or_else(|| failed(&FIGURES))?;
    let file = Cursor::new(figures::file(dice.as_ref()).into_bytes());
    import_set(&node.store, clock.as_ref(), dice.as_ref(), ctdc, FIGURES, file)
        .await
        .map_err(|why| Phrase::new("command-refuse-node").with("why", format!("{why:?}")))?;
    story::tell(&node, &clock, &content, &seats).await.map_err(refused)?;
    let earlier = figures::earlier_years(dice.as_ref(), clock.today());
    let why = |why: store::StoreError| failed(&why);
    let mut tx = node.store.begin("count_earlier_years").await.map_err(why)?;
    tx.put_counting_rows(&earlier).await.map_err(why)?;
    tx.commit().await.map_err(why)?;
    count_closed_years(&node).await.map_err(refused)?;
    guards::show(&node, &seats).await.map_err(refused)?;
    people::hand_in_rules(&node, &seats).await.map_err(refused)?;
    node.store.close().await;
    Ok(seats.into_iter().map(|seat| seat.login).collect())
}

fn failed(why: &dyn std::fmt::Display) -> Phrase {
    Phrase::new("command-refuse-node").with("why", why.to_string())
}

fn write_private(path: &Path, content: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(content)?;
    file.sync_all()
}
