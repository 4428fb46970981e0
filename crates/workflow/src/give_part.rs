//! Another desk gets a part of its own of a case: the shared core is wrapped to it, and a new
//! empty part with a key that only it holds. It does not see the part of the desk that gave.

use crate::hand_over_hint::Ground;
use crate::open_case::{Part, case_event, field_column, field_place, insert_slice};
use crate::sealing::{data_key, wrap_to_desk};
use crate::see_case::{case_thing, find_own};
use crate::sign_set_up::covered;
use crate::{Node, Refusal, Signed};
use guard::seal::DataKey;
use guard::{Action, Kind};
use lexicon::Phrase;
use lexicon::ids::{CaseId, DeskId, SliceId};
use store::cases::SliceFieldRow;
use store::{DeskRow, Tx};

/// The part as it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct NewPart {
    pub desk: DeskId,
    /// On what ground another service learns of the case.
    pub ground: Ground,
    /// Whether the other desks may learn that the part exists.
    pub is_shown: bool,
}

/// # Errors
/// A complaint on the field `desk`; not allowed as the gate decides.
pub async fn give_part(
    node: &Node,
    signed: &Signed,
    (case, part): (CaseId, NewPart),
) -> Result<(), Refusal> {
    let mut tx = node.begin("give_part").await?;
    let (row, own, others) = find_own(&mut tx, signed, case).await?;
    let warrant = node.warrant(signed, Action::CaseAddSlice, &case_thing(signed, &row, &own))?;
    let desk = tx.find_desk(part.desk).await?.filter(|desk| may_receive(signed, desk));
    let desk =
        desk.ok_or_else(|| Refusal::field("desk", Phrase::new("case-fault-unknown-desk")))?;
    if let Some(there) = others.iter().find(|slice| slice.desk_id == desk.id) {
        // A part that does not show must not be found by trying to give it again.
        return if there.is_shown {
            Err(Refusal::field("desk", Phrase::new("case-fault-desk-has-part")))
        } else {
            Ok(())
        };
    }
    covered(node, &mut tx).await?.need(desk.id)?;
    let core = data_key(&mut tx, signed, (Kind::Case, case.bytes(), "core")).await?;
    if !warrant.spend(Action::CaseAddSlice, case.bytes(), node.clock.as_ref()) {
        return Err(Refusal::not_allowed());
    }
    wrap_to_desk(node, &mut tx, &core, (Kind::Case, case.bytes(), "core"), desk.id).await?;
    let new = Part {
        desk: desk.id,
        sphere: desk.sphere,
        is_shown: part.is_shown && desk.sphere != lexicon::Sphere::Inquiry,
        officer: None,
    };
    let is_shown = new.is_shown;
    let (slice, key) = insert_slice(node, &mut tx, &row, new).await?;
    keep_ground(node, signed, &mut tx, (slice, &key, part.ground)).await?;
    if is_shown {
        let detail = format!("{} {}", desk.kind, part.ground.id());
        case_event(node, signed, &mut tx, case, ("desk-added", &detail)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// On what ground the part was given, and by whom: sealed in the part itself, so that its desk can
/// answer for knowing of the case. Of a part that does not show it stands nowhere else.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Given {
    pub by: DeskId,
    pub ground: String,
}

/// The field of a part that no page edits.
pub(crate) const GIVEN: &str = "given";

async fn keep_ground(
    node: &Node,
    signed: &Signed,
    tx: &mut Tx,
    (slice, key, ground): (SliceId, &DataKey, Ground),
) -> Result<(), Refusal> {
    let given = Given { by: signed.officer.desk, ground: ground.id().to_owned() };
    let plain = serde_json::to_vec(&given).map_err(|e| Refusal::fault(e.to_string()))?;
    let column = field_column(GIVEN, 1);
    let sealed = key.seal(&field_place(&slice, &column), &plain, node.dice.as_ref())?;
    tx.insert_slice_field(&SliceFieldRow {
        slice_id: slice,
        field: GIVEN.to_owned(),
        version: 1,
        sealed: sealed.into_bytes(),
        written_on: node.today(),
        officer_id: signed.officer.id,
        rival_of: None,
    })
    .await?;
    Ok(())
}

/// Desks that work on cases, where a crossing of the firewall exists at all.
pub(crate) fn may_receive(signed: &Signed, desk: &DeskRow) -> bool {
    desk.id != signed.officer.desk
        && desk.state == "active"
        && !matches!(desk.kind.as_str(), "protection" | "oversight" | "immigration-enforcement")
        && guard::consent::may_reach(signed.officer.sphere(), desk.sphere)
}
