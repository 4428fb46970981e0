//! A case moves on, or what it carries is changed. Help does not depend on either.

use crate::open_case::{case_event, never, refused, seal_core};
use crate::sealing::data_key;
use crate::see_case::{case_thing, find_own, open_core};
use crate::{Node, Refusal, Signed};
use guard::{Action, Kind};
use lexicon::ids::CaseId;
use protection::case::{CaseCore, CaseFault, CaseState, Phenomenon, Reclassification};

/// # Errors
/// A complaint when the state cannot follow; changed when somebody was faster than `version`.
pub async fn move_case(
    node: &Node,
    signed: &Signed,
    (case, version): (CaseId, i64),
    to: CaseState,
) -> Result<(), Refusal> {
    let mut tx = node.begin("move_case").await?;
    let (mut row, own, _) = find_own(&mut tx, signed, case).await?;
    let warrant = node.warrant(signed, Action::CaseReclassify, &case_thing(signed, &row, &own))?;
    let from = CaseState::parse(&row.state).unwrap_or(CaseState::Open);
    if !from.next().contains(&to) {
        return Err(refused("state", &CaseFault::NotANextState));
    }
    if !warrant.spend(Action::CaseReclassify, case.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    row.state = to.id().to_owned();
    row.due_on = to.due_on(node.today()).unwrap_or_else(never);
    row.version = version;
    if !tx.update_case(&row).await? {
        return Err(Refusal::changed());
    }
    case_event(node, signed, &mut tx, case, ("moved", to.id())).await?;
    tx.commit().await?;
    Ok(())
}

/// What the case is to carry, and why.
#[derive(Clone, Debug, Default)]
pub struct NewClass {
    pub phenomena: Vec<Phenomenon>,
    pub forms: Vec<String>,
    pub reason: String,
}

/// Changes what a case carries. The earlier classification stays in its history.
///
/// # Errors
/// A complaint on `reason` or `forms`; changed when somebody was faster.
pub async fn reclassify_case(
    node: &Node,
    signed: &Signed,
    case: CaseId,
    new: NewClass,
) -> Result<(), Refusal> {
    let mut tx = node.begin("read_classification").await?;
    let forms = crate::rules::forms_in_force(node, &mut tx).await?;
    let (mut row, own, _) = find_own(&mut tx, signed, case).await?;
    let core = open_core(node, signed, &mut tx, (&row, &own)).await?;
    tx.commit().await?;
    let mut core: CaseCore = serde_json::from_slice(core.take()?.show_bytes())
        .map_err(|e| Refusal::fault(format!("the core of a case is not readable: {e}")))?;
    let change = Reclassification {
        on: node.today(),
        officer: signed.officer.id.to_string(),
        before: Vec::new(),
        after: new.phenomena,
        forms_before: Vec::new(),
        reason: new.reason.trim().to_owned(),
    };
    core.reclassify(change, new.forms, |id| forms.form(id).is_some()).map_err(|fault| {
        let field = if matches!(fault, CaseFault::UnknownForm(_)) { "forms" } else { "reason" };
        refused(field, &fault)
    })?;
    core.catalogue_version.clone_from(&forms.version);
    let mut tx = node.begin("reclassify_case").await?;
    let warrant = node.warrant(signed, Action::CaseReclassify, &case_thing(signed, &row, &own))?;
    if !warrant.spend(Action::CaseReclassify, case.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    let key = data_key(&mut tx, signed, (Kind::Case, case.bytes(), "core")).await?;
    row.sealed_core = seal_core(node, &key, case, &core)?;
    if !tx.update_case(&row).await? {
        return Err(Refusal::changed());
    }
    case_event(node, signed, &mut tx, case, ("reclassified", "")).await?;
    tx.commit().await?;
    Ok(())
}
