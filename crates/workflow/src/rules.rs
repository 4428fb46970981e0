//! The rules in force: the catalogue with the country's approved overlays.

use crate::Refusal;
use lexicon::Phrase;
use lexicon::catalogue::{Catalogue, Forms};
use protection::routing::Routing;
use protection::screening::Rules;
use std::sync::{Arc, Mutex, PoisonError};
use store::{OverlayRow, Tx};

/// Hashes of the overlays, with what came of them.
type Known<T> = Mutex<Option<(Vec<Vec<u8>>, Arc<T>)>>;

/// What comes of the catalogue and the approved overlays. It is made again only when an overlay
/// changed.
async fn in_force<T>(
    tx: &mut Tx,
    known: &Known<T>,
    make: impl FnOnce(&[OverlayRow]) -> Result<T, Refusal>,
) -> Result<Arc<T>, Refusal> {
    let active: Vec<OverlayRow> =
        tx.list_overlays().await?.into_iter().filter(|row| row.is_active).collect();
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
pub async fn routing_in_force(tx: &mut Tx) -> Result<Arc<Routing>, Refusal> {
    static KNOWN: Known<Routing> = Mutex::new(None);
    in_force(tx, &KNOWN, read).await
}

/// The rules of screening in force.
///
/// # Errors
/// As [`routing_in_force`].
pub async fn screening_in_force(tx: &mut Tx) -> Result<Arc<Rules>, Refusal> {
    static KNOWN: Known<Rules> = Mutex::new(None);
    in_force(tx, &KNOWN, |active| Rules::of(&laid_over(active)?).map_err(unfit)).await
}

/// The forms of exploitation in force.
///
/// # Errors
/// As [`routing_in_force`].
pub async fn forms_in_force(tx: &mut Tx) -> Result<Arc<Forms>, Refusal> {
    static KNOWN: Known<Forms> = Mutex::new(None);
    in_force(tx, &KNOWN, |active| laid_over(active)?.forms().map_err(unfit)).await
}

/// Ids of the forms of exploitation in force, in the order of the catalogue.
///
/// # Errors
/// As [`routing_in_force`].
pub async fn form_ids(node: &crate::Node) -> Result<Vec<String>, Refusal> {
    let mut tx = node.read("form_ids").await?;
    Ok(forms_in_force(&mut tx).await?.forms.iter().map(|form| form.id.clone()).collect())
}

/// The catalogue of this release with the approved overlays laid over it.
fn laid_over(active: &[OverlayRow]) -> Result<Catalogue, Refusal> {
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

fn unfit(complaints: Vec<lexicon::Complaint>) -> Refusal {
    let first = complaints.first().map(|c| format!("{} {}", c.field, c.phrase.key));
    Refusal {
        said: Phrase::new("refusal-fault"),
        ..Refusal::fault(format!("an approved overlay does not fit: {}", first.unwrap_or_default()))
    }
}
