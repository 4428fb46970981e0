//! The index of a desk's persons: sealed entries in the database, and the opened index in memory,
//! which all sessions of the desk share and which goes, wiped, with the last of them.

use crate::sealing::desk_key;
use crate::{Node, Refusal, Signed};
use guard::finding::IndexReading;
use guard::seal::{DataKey, Place, Sealed};
use lexicon::Day;
use lexicon::ids::{DeskId, PersonId};
use protection::search::{Findable, Index};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use store::Tx;
use store::findables::{FindableRow, FindingKeyRow};
use store::wraps::WrapRow;

/// Thing and purpose under which keys of entries are wrapped.
const THING: &str = "findable";
const PURPOSE: &str = "index";
/// Entries read from the database at once.
const READ_AT_ONCE: i64 = 5_000;
/// Entries sealed anew in one search.
const RESEALED_MAX: i64 = 2_000;
/// A shared key older than this is replaced, in days. With the days that a copy of its wrap lives
/// it stays under the 35 days after which what was erased is gone for good.
const KEY_DAYS_MAX: i64 = 7;

/// The opened index of one desk, empty until somebody of it searches.
#[derive(Default)]
pub struct Shelf(pub(crate) tokio::sync::Mutex<Option<Index>>);

/// The shelves of desks at which somebody is signed in.
#[derive(Default)]
pub struct Shelves(Mutex<HashMap<DeskId, Weak<Shelf>>>);

impl Shelves {
    /// The shelf of a desk: that of its other sessions, or a new one.
    pub(crate) fn of(&self, desk: DeskId) -> Arc<Shelf> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, shelf| shelf.strong_count() > 0);
        if let Some(shelf) = all.get(&desk).and_then(Weak::upgrade) {
            return shelf;
        }
        let shelf = Arc::new(Shelf::default());
        all.insert(desk, Arc::downgrade(&shelf));
        shelf
    }

    /// Desks of which an opened index is in memory.
    pub fn open_count(&self) -> usize {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let shelves = all.values().filter_map(Weak::upgrade);
        shelves.filter(|shelf| shelf.0.try_lock().is_ok_and(|index| index.is_some())).count()
    }

    /// Takes a person who was erased out of an opened index at once.
    pub async fn forget(&self, desk: DeskId, person: PersonId) {
        let shelf = {
            let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            all.get(&desk).and_then(Weak::upgrade)
        };
        if let Some(shelf) = shelf
            && let Some(index) = shelf.0.lock().await.as_mut()
        {
            index.forget(person.bytes());
        }
    }
}

/// Writes the sealed entry of a person. It takes the public key of the desk only.
pub(crate) async fn keep_findable(
    node: &Node,
    tx: &mut Tx,
    (desk, person): (DeskId, PersonId),
    findable: &Findable,
) -> Result<(), Refusal> {
    let (key_id, key) = new_key(node, tx, desk).await?;
    let plain = findable.to_bytes().map_err(|e| Refusal::fault(e.to_string()))?;
    let sealed = key.seal(&place(person, desk), &plain, node.dice.as_ref())?.into_bytes();
    let row = FindableRow { person_id: person, desk_id: desk, key_id, is_waiting: true, sealed };
    tx.put_findable(&row).await?;
    Ok(())
}

fn place(person: PersonId, desk: DeskId) -> Place<'static> {
    Place {
        table: "findables",
        row: *person.bytes(),
        column: "sealed",
        key_version: 1,
        compartment: *desk.bytes(),
    }
}

/// A new key of entries, wrapped to the desk.
async fn new_key(node: &Node, tx: &mut Tx, desk: DeskId) -> Result<([u8; 16], DataKey), Refusal> {
    let (key, mut id) = (DataKey::random(node.dice.as_ref()), [0_u8; 16]);
    node.dice.fill(&mut id);
    let desk = desk_key(tx, desk).await?;
    let wrapped = Place::wrap(&id, PURPOSE, desk.id.bytes(), desk.version);
    let wrap = key.wrap_to(&desk.public, &wrapped, node.dice.as_ref())?;
    tx.insert_wrap(&WrapRow {
        thing_kind: THING,
        thing_id: id,
        key_purpose: PURPOSE,
        desk_id: desk.id,
        key_version: desk.version,
        wrap: wrap.into_bytes(),
    })
    .await?;
    Ok((id, key))
}

/// Keys of entries, each unwrapped once.
struct Keys<'a> {
    signed: &'a Signed,
    open: HashMap<[u8; 16], DataKey>,
}

impl Keys<'_> {
    /// The key of an entry; `None` when the session cannot open it, as after a change of the
    /// desk's key that the session does not know yet.
    async fn of(&mut self, tx: &mut Tx, id: &[u8; 16]) -> Result<Option<&DataKey>, Refusal> {
        let desk = self.signed.officer.desk;
        if !self.open.contains_key(id) {
            let found = tx.find_wrap(THING, id, PURPOSE, desk).await?;
            let Some((version, wrap)) = found else { return Ok(None) };
            let key = self.signed.unlocked.data_key(id, PURPOSE, (desk, version), &wrap);
            let Ok(key) = key else { return Ok(None) };
            self.open.insert(*id, key);
        }
        Ok(self.open.get(id))
    }
}

/// The opened index of the officer's desk in `shelf`, with everything that waited taken in.
///
/// # Errors
/// A fault when an entry does not open although its key does: it was changed.
pub(crate) async fn take_in(
    node: &Node,
    signed: &Signed,
    reading: &IndexReading,
    shelf: &mut Option<Index>,
) -> Result<(), Refusal> {
    let mut keys = Keys { signed, open: HashMap::new() };
    let mut tx = node.read("open_index").await?;
    if shelf.is_none() {
        let mut index = Index::default();
        read_all(&mut tx, reading, &mut keys, (false, &mut index)).await?;
        *shelf = Some(index);
    }
    let Some(index) = shelf.as_mut() else { return Ok(()) };
    let waiting = read_all(&mut tx, reading, &mut keys, (true, index)).await?;
    let shared = tx.list_finding_keys(reading.desk()).await?;
    drop(tx);
    let today = node.today();
    let is_due = |key: &FindingKeyRow| today.days_since(key.made_on) > KEY_DAYS_MAX;
    if waiting || shared.len() > 1 || shared.first().is_some_and(is_due) {
        reseal(node, reading, &mut keys, today).await?;
    }
    Ok(())
}

/// Reads entries into the index; `true` when there was one.
async fn read_all(
    tx: &mut Tx,
    reading: &IndexReading,
    keys: &mut Keys<'_>,
    (is_waiting, index): (bool, &mut Index),
) -> Result<bool, Refusal> {
    let (mut after, mut any) = (None, false);
    loop {
        let kind = (reading.desk(), is_waiting);
        let rows = tx.list_findables(kind, after, READ_AT_ONCE).await?;
        let Some(last) = rows.last() else { return Ok(any) };
        after = Some(last.person_id);
        for row in &rows {
            let Some(key) = keys.of(tx, &row.key_id).await? else { continue };
            any = true;
            let sealed = Sealed::from_bytes(row.sealed.clone());
            let at = place(row.person_id, row.desk_id);
            let read = |bytes: &[u8]| {
                Findable::from_bytes(bytes).map(|found| index.put(*row.person_id.bytes(), &found))
            };
            reading.read(key, &at, &sealed, read)?.map_err(|_| {
                Refusal::fault("an entry of an index is not in a form this version knows")
            })?;
        }
    }
}

/// Seals what waits, and what an old key still holds, under the shared key of the desk.
async fn reseal(
    node: &Node,
    reading: &IndexReading,
    keys: &mut Keys<'_>,
    today: Day,
) -> Result<(), Refusal> {
    let desk = reading.desk();
    let mut tx = node.begin("reseal_index").await?;
    let shared = tx.list_finding_keys(desk).await?;
    let newest = shared.first().filter(|key| today.days_since(key.made_on) <= KEY_DAYS_MAX);
    let newest = match newest {
        // A key that this session cannot open would leave what it seals closed to it.
        Some(key) if keys.of(&mut tx, &key.id).await?.is_some() => key.id,
        _ => {
            let (id, key) = new_key(node, &mut tx, desk).await?;
            tx.insert_finding_key(&FindingKeyRow { id, desk_id: desk, made_on: today }).await?;
            keys.open.insert(id, key);
            id
        }
    };
    let mut rows = tx.list_findables((desk, true), None, RESEALED_MAX).await?;
    for old in shared.iter().filter(|key| key.id != newest) {
        let left = RESEALED_MAX - i64::try_from(rows.len()).unwrap_or(RESEALED_MAX);
        rows.extend(tx.list_findables_of_key(&old.id, left.max(0)).await?);
    }
    for row in rows {
        if keys.of(&mut tx, &row.key_id).await?.is_none() {
            continue;
        }
        let (Some(from), Some(to)) = (keys.open.get(&row.key_id), keys.open.get(&newest)) else {
            continue;
        };
        let sealed = Sealed::from_bytes(row.sealed.clone());
        let at = place(row.person_id, row.desk_id);
        let anew = reading.reseal((from, to), &at, &sealed, node.dice.as_ref())?;
        tx.reseal_findable(&row, &newest, anew.into_bytes()).await?;
    }
    for old in shared.iter().filter(|key| key.id != newest) {
        tx.delete_finding_key(&old.id).await?;
    }
    tx.commit().await?;
    Ok(())
}
