//! The rules in force: the catalogue with the country's approved overlays.

use crate::{Node, Refusal};
use guard::ledger::SigningKey;
use lexicon::Phrase;
use lexicon::catalogue::{Catalogue, Forms};
use protection::routing::Routing;
use protection::screening::Rules;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{OverlayRow, Tx};

/// The file of the overlays table in which a country's rules stand, one version after another.
pub(crate) const NATIONAL: &str = "national";
/// Earlier versions kept in memory for the hints that came under them.
const VERSIONS_KNOWN_MAX: usize = 32;

/// Hashes of the overlays, with what came of them.
type Known<T> = Mutex<Option<(Vec<Vec<u8>>, Arc<T>)>>;

/// Title of the statement that a version was approved.
const APPROVED: &str = "rules approved";

/// The node's signature over what was approved. Its key stands beside the database, so that whoever
/// only writes into the database makes no rules.
pub(crate) fn approve(node: &Node, row: &OverlayRow) -> [u8; 64] {
    let key = SigningKey::from_seed(&node.keys.signing_seed);
    let version = row.version.to_string();
    key.sign_statement(APPROVED, &[row.file.as_bytes(), version.as_bytes(), &row.hash])
}

/// Whether the text of an approved version is the one that was approved.
pub(crate) fn is_genuine(node: &Node, row: &OverlayRow) -> bool {
    let key = SigningKey::from_seed(&node.keys.signing_seed).verifying();
    let version = row.version.to_string();
    let parts = [row.file.as_bytes(), version.as_bytes(), &row.hash];
    let hash: [u8; 32] = Sha256::digest(row.body.as_bytes()).into();
    let signature = row.approval.as_deref().unwrap_or_default();
    row.hash == hash && key.has_signed_statement(APPROVED, &parts, signature)
}

/// The approved versions in force. One that was changed in the database is left out, so that the
/// catalogue alone decides, and the log tells the operator.
pub(crate) async fn active_overlays(node: &Node, tx: &mut Tx) -> Result<Vec<OverlayRow>, Refusal> {
    let mut active = tx.active_overlays().await?;
    active.retain(|row| {
        let is_genuine = is_genuine(node, row);
        if !is_genuine {
            tracing::error!(version = row.version, "rules of the country are not those approved");
        }
        is_genuine
    });
    Ok(active)
}

/// What comes of the catalogue and the approved overlays. It is made again only when an overlay
/// changed.
async fn in_force<T>(
    node: &Node,
    tx: &mut Tx,
    known: &Known<T>,
    make: impl FnOnce(&[OverlayRow]) -> Result<T, Refusal>,
) -> Result<Arc<T>, Refusal> {
    let active = active_overlays(node, tx).await?;
    let marks: Vec<_> = active.iter().map(|row| row.hash.clone()).collect();
    if let Some((of, made)) = known.lock().unwrap_or_else(PoisonError::into_inner).as_ref()
        && *of == marks
    {
        return Ok(Arc::clone(made));
    }
    let made = Arc::new(make(&active)?);
    *known.lock().unwrap_or_else(PoisonError::into_inner) = Some((marks, Arc::clone(&made)));
    Ok(made)
}

/// The routing rules in force.
///
/// # Errors
/// A fault when an approved overlay no longer fits the catalogue of this release.
pub async fn routing_in_force(node: &Node, tx: &mut Tx) -> Result<Arc<Routing>, Refusal> {
    static KNOWN: Known<Routing> = Mutex::new(None);
    in_force(node, tx, &KNOWN, read).await
}

/// The rules as they were when a hint came: its code names the version of the country's rules.
///
/// # Errors
/// As [`routing_in_force`].
pub(crate) async fn routing_of(
    node: &Node,
    tx: &mut Tx,
    code: &str,
) -> Result<Arc<Routing>, Refusal> {
    static KNOWN: Mutex<Option<HashMap<Vec<u8>, Arc<Routing>>>> = Mutex::new(None);
    let row = match version_of(code) {
        Some(version) => {
            tx.find_overlay(NATIONAL, version).await?.filter(|row| is_genuine(node, row))
        }
        None => None,
    };
    // A national version that is gone is read by the catalogue alone.
    let mark = row.as_ref().map(|row| row.hash.clone()).unwrap_or_default();
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if let Some(made) = known.get(&mark) {
        return Ok(Arc::clone(made));
    }
    if known.len() >= VERSIONS_KNOWN_MAX {
        known.clear();
    }
    let made = Arc::new(read(row.as_slice())?);
    known.insert(mark, Arc::clone(&made));
    Ok(made)
}

/// The code of the rules that fired, with the version of the country's rules behind `@`.
pub(crate) async fn code_in_force(
    node: &Node,
    tx: &mut Tx,
    fired: &str,
) -> Result<String, Refusal> {
    let active = active_overlays(node, tx).await?;
    let national = active.iter().find(|row| row.file == NATIONAL);
    Ok(national.map_or_else(|| fired.to_owned(), |row| format!("{fired}@{}", row.version)))
}

fn version_of(code: &str) -> Option<i64> {
    code.split_once('@')?.1.parse().ok()
}

/// The rules of screening in force.
///
/// # Errors
/// As [`routing_in_force`].
pub async fn screening_in_force(node: &Node, tx: &mut Tx) -> Result<Arc<Rules>, Refusal> {
    static KNOWN: Known<Rules> = Mutex::new(None);
    in_force(node, tx, &KNOWN, |active| Rules::of(&laid_over(active)?).map_err(unfit)).await
}

/// The forms of exploitation in force.
///
/// # Errors
/// As [`routing_in_force`].
pub async fn forms_in_force(node: &Node, tx: &mut Tx) -> Result<Arc<Forms>, Refusal> {
    static KNOWN: Known<Forms> = Mutex::new(None);
    in_force(node, tx, &KNOWN, |active| laid_over(active)?.forms().map_err(unfit)).await
}

/// Ids of the forms of exploitation in force, in the order of the catalogue.
///
/// # Errors
/// As [`routing_in_force`].
pub async fn form_ids(node: &crate::Node) -> Result<Vec<String>, Refusal> {
    let mut tx = node.read("form_ids").await?;
    Ok(forms_in_force(node, &mut tx).await?.forms.iter().map(|form| form.id.clone()).collect())
}

/// The catalogue of this release with the approved overlays laid over it.
pub(crate) fn laid_over(active: &[OverlayRow]) -> Result<Catalogue, Refusal> {
    active.iter().try_fold(Catalogue::embedded().map_err(unfit)?, |catalogue, row| {
        catalogue.with_overlay(&row.body).map_err(unfit)
    })
}

fn read(active: &[OverlayRow]) -> Result<Routing, Refusal> {
    if active.is_empty() {
        return Ok(Routing::built_in().clone());
    }
    Routing::read(&laid_over(active)?).map_err(unfit)
}

pub(crate) fn unfit(complaints: Vec<lexicon::Complaint>) -> Refusal {
    let first = complaints.first().map(|c| format!("{} {}", c.field, c.phrase.key));
    Refusal {
        said: Phrase::new("refusal-fault"),
        ..Refusal::fault(format!("an approved overlay does not fit: {}", first.unwrap_or_default()))
    }
}
