//! A desk writes in its own part. Officers who write on the same version are all kept, and an
//! officer is asked.

use crate::open_case::{case_event, field_column, field_place, refused};
use crate::sealing::{data_key, ledger_keys};
use crate::see_case::{find_own, slice_thing};
use crate::{Node, Refusal, Signed};
use guard::seal::{DataKey, Sealed};
use guard::{Action, Kind, Opening, Reason};
use lexicon::ids::CaseId;
use protection::case::{EditOutcome, check_field, edit_outcome};
use store::Tx;
use store::cases::{SliceFieldRow, SliceRow};

/// What is written, and on which version.
#[derive(Clone, Debug)]
pub struct Edit {
    pub field: String,
    /// The version the officer saw; 0 when nothing stood there.
    pub seen: i64,
    pub text: String,
}

/// Which of several texts stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The text of this version.
    One(i64),
    /// One after the other.
    All,
}

impl Keep {
    pub fn parse(id: &str) -> Option<Self> {
        if id == "all" { Some(Self::All) } else { id.parse().ok().map(Self::One) }
    }
}

/// # Errors
/// A complaint on the field; not found where the desk holds no part.
pub async fn edit_slice(
    node: &Node,
    signed: &Signed,
    (case, edit): (CaseId, Edit),
) -> Result<EditOutcome, Refusal> {
    let field = check_field(&edit.field, &edit.text).map_err(|f| refused(&edit.field, &f))?;
    let mut tx = node.begin("edit_slice").await?;
    let work = Work::begin(node, signed, &mut tx, case).await?;
    let standing = work.standing(&mut tx, field.id).await?;
    let (version, is_same) = match standing.last() {
        Some(row) => (row.version, work.is_same(row, &edit.text)?),
        None => (0, edit.text.is_empty()),
    };
    let outcome = edit_outcome(edit.seen, version, is_same);
    if outcome == EditOutcome::Same || (version == 0 && is_same) {
        tx.commit().await?;
        return Ok(EditOutcome::Same);
    }
    // Who writes on the newest of several texts replaces that one; the others stay until settled.
    let is_rival = outcome == EditOutcome::Rival;
    let rival_of = if is_rival { Some(version) } else { standing.last().and_then(|r| r.rival_of) };
    work.write(node, &mut tx, (field.id, version + 1), (&edit.text, rival_of)).await?;
    let code = if is_rival { "rival" } else { "field-written" };
    case_event(node, signed, &mut tx, case, (code, field.id)).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Settles texts that were written on the same version. All stay in the history.
///
/// # Errors
/// Changed when other texts stand than the officer saw.
pub async fn settle_rivals(
    node: &Node,
    signed: &Signed,
    case: CaseId,
    (field, seen, keep): (&str, i64, Keep),
) -> Result<(), Refusal> {
    let field = check_field(field, "").map_err(|f| refused(field, &f))?;
    let mut tx = node.begin("settle_rivals").await?;
    let work = Work::begin(node, signed, &mut tx, case).await?;
    let standing = work.standing(&mut tx, field.id).await?;
    let is_kept = |row: &&SliceFieldRow| keep == Keep::All || keep == Keep::One(row.version);
    let kept: Vec<&SliceFieldRow> = standing.iter().filter(is_kept).collect();
    let newest = standing.last().map_or(0, |row| row.version);
    if standing.len() < 2 || newest != seen || kept.is_empty() {
        return Err(Refusal::changed());
    }
    work.write_again(node, &mut tx, (field.id, newest + 1), &kept).await?;
    case_event(node, signed, &mut tx, case, ("settled", field.id)).await?;
    tx.commit().await?;
    Ok(())
}

/// The own part, opened for writing.
struct Work {
    own: SliceRow,
    key: DataKey,
    opening: Opening,
    officer: lexicon::ids::OfficerId,
}

impl Work {
    async fn begin(
        node: &Node,
        signed: &Signed,
        tx: &mut Tx,
        case: CaseId,
    ) -> Result<Self, Refusal> {
        let (_, own, _) = find_own(tx, signed, case).await?;
        let warrant = node.warrant(signed, Action::SliceEdit, &slice_thing(signed, &own))?;
        let keys = ledger_keys(tx, own.desk_id).await?;
        let (clock, dice) = (node.clock.as_ref(), node.dice.as_ref());
        let opening = guard::open(warrant, &Reason::desk_work(), &keys, tx, clock, dice)?;
        let key = data_key(tx, signed, (Kind::Slice, own.id.bytes(), "content")).await?;
        Ok(Self { own, key, opening, officer: signed.officer.id })
    }

    /// What stands in one field: nothing, one text, or several that rival, the newest last.
    async fn standing(&self, tx: &mut Tx, field: &str) -> Result<Vec<SliceFieldRow>, Refusal> {
        let rows = tx.list_standing_fields(self.own.id).await?;
        Ok(rows.into_iter().filter(|row| row.field == field).collect())
    }

    fn is_same(&self, row: &SliceFieldRow, text: &str) -> Result<bool, Refusal> {
        let column = field_column(&row.field, row.version);
        let place = field_place(&self.own.id, &column);
        let sealed = Sealed::from_bytes(row.sealed.clone());
        Ok(self.opening.holds(&self.key, &place, &sealed, text.as_bytes())?)
    }

    async fn write(
        &self,
        node: &Node,
        tx: &mut Tx,
        (field, version): (&str, i64),
        (text, rival_of): (&str, Option<i64>),
    ) -> Result<(), Refusal> {
        let column = field_column(field, version);
        let place = field_place(&self.own.id, &column);
        let sealed = self.key.seal(&place, text.as_bytes(), node.dice.as_ref())?;
        self.insert(node, tx, (field, version), (sealed, rival_of)).await
    }

    /// Seals standing texts again as the next version.
    async fn write_again(
        &self,
        node: &Node,
        tx: &mut Tx,
        (field, version): (&str, i64),
        kept: &[&SliceFieldRow],
    ) -> Result<(), Refusal> {
        let columns: Vec<String> = kept.iter().map(|r| field_column(&r.field, r.version)).collect();
        let from: Vec<_> = kept
            .iter()
            .zip(&columns)
            .map(|(row, column)| {
                (field_place(&self.own.id, column), Sealed::from_bytes(row.sealed.clone()))
            })
            .collect();
        let column = field_column(field, version);
        let to = field_place(&self.own.id, &column);
        let sealed = self.opening.reseal(&self.key, &from, &to, node.dice.as_ref())?;
        self.insert(node, tx, (field, version), (sealed, None)).await
    }

    async fn insert(
        &self,
        node: &Node,
        tx: &mut Tx,
        (field, version): (&str, i64),
        (sealed, rival_of): (Sealed, Option<i64>),
    ) -> Result<(), Refusal> {
        tx.insert_slice_field(&SliceFieldRow {
            slice_id: self.own.id,
            field: field.to_owned(),
            version,
            sealed: sealed.into_bytes(),
            written_on: node.today(),
            officer_id: self.officer,
            rival_of,
        })
        .await?;
        Ok(())
    }
}
