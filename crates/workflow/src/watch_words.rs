//! An officer's own names, places and phones: a colleague writes them down, sealed to the desk; the
//! node compares them in memory when the officer opens somebody, and warns the oversight body
//! before anything is shown. Nothing is refused.

use crate::open_identity::Unsealed;
use crate::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use crate::sealing::{desk_key, desk_leaf};
use crate::{Node, Refusal, RefusalKind, Signed};
use guard::members::{WATCH_BYTES_MAX, open_watch, seal_watch};
use guard::{Action, Kind, Thing};
use lexicon::ids::OfficerId;
use lexicon::{Day, Phrase};
use protection::watch::{Near, WatchWords, near};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::watch_words::WatchRow;

/// What the ledger tells: words of an officer were written down.
pub const STEP: &str = "watch-words-kept";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    families: Vec<String>,
    places: Vec<String>,
    phones: Vec<String>,
}

/// A colleague, and when the words were written down.
#[derive(Clone, Debug)]
pub struct Watched {
    pub officer: OfficerId,
    pub shown_name: String,
    pub kept_on: Option<Day>,
    pub is_you: bool,
}

/// Everybody at work at the own desk.
///
/// # Errors
/// Not allowed as the gate decides.
pub async fn watched_officers(node: &Node, signed: &Signed) -> Result<Vec<Watched>, Refusal> {
    may_watch(node, signed)?;
    let mut tx = node.read("watched_officers").await?;
    let kept = tx.list_watched().await?;
    let mut all = Vec::new();
    for row in tx.list_officers_of_desk(signed.officer.desk).await? {
        all.push(Watched {
            officer: row.id,
            shown_name: row.shown_name,
            kept_on: kept.iter().find(|(id, _)| *id == row.id).map(|(_, day)| *day),
            is_you: row.id == signed.officer.id,
        });
    }
    Ok(all)
}

/// Writes the words of an officer of the own desk down, in place of those before. Nobody changes
/// the own words; the first may come from oneself, so that a desk of one has some.
///
/// # Errors
/// Not allowed as the gate decides, and for the own words once there are some; not found; a
/// complaint on `families` when nothing was written or it is too long.
pub async fn keep_watch_words(
    node: &Node,
    signed: &Signed,
    (officer, words): (OfficerId, &WatchWords),
) -> Result<(), Refusal> {
    may_watch(node, signed)?;
    let plain = plain(words)?;
    let mut tx = node.begin("keep_watch_words").await?;
    let desk = signed.officer.desk;
    let row = tx.find_officer(officer).await?.filter(|row| row.desk_id == desk);
    let row = row.ok_or_else(Refusal::not_found)?;
    if officer == signed.officer.id && tx.find_watch(officer).await?.is_some() {
        return Err(Refusal::new(RefusalKind::NotAllowed, "watch-not-own"));
    }
    let key = desk_key(&mut tx, desk).await?;
    let of = (&desk, &key.public, key.version);
    let kept = seal_watch(&officer, of, &plain, node.dice.as_ref())?;
    tx.put_watch(&WatchRow {
        officer_id: officer,
        desk_id: desk,
        kept,
        kept_by: signed.officer.id,
        kept_on: node.today(),
    })
    .await?;
    let step = (Action::DeskWatch, STEP, row.shown_name.as_str());
    desk_leaf(node, &mut tx, signed, desk, step).await?;
    tx.commit().await?;
    Ok(())
}

fn plain(words: &WatchWords) -> Result<String, Refusal> {
    let tidy = |lines: &[String]| -> Vec<String> {
        let lines = lines.iter().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    };
    let kept = Kept {
        families: tidy(&words.families),
        places: tidy(&words.places),
        phones: tidy(&words.phones),
    };
    if kept.families.is_empty() {
        return Err(Refusal::field("families", Phrase::new("watch-families-missing")));
    }
    let plain = serde_json::to_string(&kept).map_err(|e| Refusal::fault(e.to_string()))?;
    if plain.len() > WATCH_BYTES_MAX {
        return Err(Refusal::field("families", Phrase::new("watch-too-long")));
    }
    Ok(plain)
}

/// Compares who was opened with who opened, and warns in a transaction of its own, which commits
/// before anything is shown. Once for an officer, person and day.
pub(crate) async fn warn_of_kin(
    node: &Node,
    signed: &Signed,
    opened: &Unsealed,
    owner: Option<OfficerId>,
) -> Result<(), Refusal> {
    let officer = signed.officer.id;
    let words = {
        let mut tx = node.read("own_watch_words").await?;
        own_words(&mut tx, signed).await?
    };
    let code = match near(&opened.identity, &signed.shown_name, words.as_ref()) {
        None => return Ok(()),
        Some(Near::Name) => AlarmCode::OwnName,
        Some(Near::Contact) => AlarmCode::OwnContact,
    };
    let mut tx = node.begin("warn_of_kin").await?;
    let person = *opened.row.id.bytes();
    if tx.has_alarm((code.id(), officer), &person, node.today()).await? {
        return Ok(());
    }
    let alarm = Alarm {
        code,
        desk: Some(opened.row.desk_id),
        officer: Some(officer),
        thing: Some((Kind::Person, person)),
        told: owner,
        note: "",
    };
    raise_alarm(node, &mut tx, &alarm).await?;
    tx.commit().await?;
    Ok(())
}

/// `None` while nobody has written any down.
async fn own_words(tx: &mut Tx, signed: &Signed) -> Result<Option<WatchWords>, Refusal> {
    let Some(row) = tx.find_watch(signed.officer.id).await? else { return Ok(None) };
    let plain = open_watch(&signed.unlocked, &row.officer_id, &row.desk_id, &row.kept);
    // Words of an earlier desk, or changed ones, count as none: then the name alone warns.
    let Ok(plain) = plain else { return Ok(None) };
    let kept: Result<Kept, _> = serde_json::from_str(&plain);
    Ok(kept.ok().map(|kept| WatchWords {
        families: kept.families,
        places: kept.places,
        phones: kept.phones,
    }))
}

fn may_watch(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let id = *officer.desk.bytes();
    let thing = Thing::standing(Kind::Desk, id, officer.desk, officer.sphere());
    let warrant = node.warrant(signed, Action::DeskWatch, &thing)?;
    if warrant.spend(Action::DeskWatch, &id, node.clock.as_ref()) {
        Ok(())
    } else {
        Err(Refusal::not_allowed())
    }
}
