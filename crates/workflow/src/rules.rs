//! The rules in force: the catalogue with the country's approved overlays.

use crate::Refusal;
use lexicon::Phrase;
use lexicon::catalogue::Catalogue;
use protection::routing::Routing;
use std::sync::{Arc, Mutex, PoisonError};
use store::{OverlayRow, Tx};

/// Hashes of the overlays, with the rules that came of them.
type Known = Option<(Vec<Vec<u8>>, Arc<Routing>)>;

/// The routing rules in force. They are read again only when an overlay changed.
///
/// # Errors
/// A fault when an approved overlay no longer fits the catalogue of this release.
pub async fn routing_in_force(tx: &mut Tx) -> Result<Arc<Routing>, Refusal> {
    static KNOWN: Mutex<Known> = Mutex::new(None);
    let active: Vec<OverlayRow> =
        tx.list_overlays().await?.into_iter().filter(|row| row.is_active).collect();
    let marks: Vec<_> = active.iter().map(|row| row.hash.clone()).collect();
    if let Some((of, routing)) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).as_ref()
        && *of == marks
    {
        return Ok(Arc::clone(routing));
    }
    let routing = Arc::new(read(&active)?);
    *KNOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some((marks, Arc::clone(&routing)));
    Ok(routing)
}

fn read(active: &[OverlayRow]) -> Result<Routing, Refusal> {
    if active.is_empty() {
        return Ok(Routing::built_in().clone());
    }
    let laid = active.iter().try_fold(Catalogue::embedded(), |catalogue, row| {
        Ok::<_, Refusal>(Ok(catalogue.map_err(unfit)?.with_overlay(&row.body).map_err(unfit)?))
    })?;
    Routing::read(&laid.map_err(unfit)?).map_err(unfit)
}

fn unfit(complaints: Vec<lexicon::Complaint>) -> Refusal {
    let first = complaints.first().map(|c| format!("{} {}", c.field, c.phrase.key));
    Refusal {
        said: Phrase::new("refusal-fault"),
        ..Refusal::fault(format!("an approved overlay does not fit: {}", first.unwrap_or_default()))
    }
}
