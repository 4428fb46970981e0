//! Open work of officers who are not at its desk any more.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId};

/// One thing that waits for somebody: neutral name and codes only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftWorkRow {
    /// `hint`, `slice` or `screening`.
    pub kind: &'static str,
    pub id: [u8; 16],
    pub alias: String,
    pub state: String,
    pub since: Day,
    /// Who had it; none when nobody ever did.
    pub officer: Option<OfficerId>,
}

/// Each kind with its statement: open, and of who left or is at another desk; a part of a case also
/// when nobody ever had it.
const LEFT: [(&str, &str); 3] = [
    (
        "hint",
        "SELECT id, alias, state, received_on AS since, assigned_officer AS officer FROM hints
         WHERE desk_id = $1 AND state NOT IN ('closed', 'case-opened') AND assigned_officer IN
             (SELECT id FROM officers WHERE state <> 'active' OR desk_id <> $1)
         ORDER BY since, id LIMIT 500",
    ),
    (
        "slice",
        "SELECT id, alias, state, opened_on AS since, assigned_officer AS officer FROM slices
         WHERE desk_id = $1 AND state <> 'closed' AND (assigned_officer IS NULL OR
             assigned_officer IN
             (SELECT id FROM officers WHERE state <> 'active' OR desk_id <> $1))
         ORDER BY since, id LIMIT 500",
    ),
    (
        "screening",
        "SELECT id, alias, state, started_on AS since, officer_id AS officer FROM screenings
         WHERE desk_id = $1 AND state = 'started' AND officer_id IN
             (SELECT id FROM officers WHERE state <> 'active' OR desk_id <> $1)
         ORDER BY since, id LIMIT 500",
    ),
];

impl Tx {
    /// Open work of a desk that nobody of it has, the oldest first within each kind: hints and
    /// started screenings of who left, and parts of cases of who left or of nobody.
    pub async fn list_left_work(&mut self, desk: DeskId) -> Result<Vec<LeftWorkRow>, StoreError> {
        let mut all = Vec::new();
        for (kind, sql) in LEFT {
            for row in &self.rows(sql, &[desk.into()]).await? {
                all.push(left_work(kind, row)?);
            }
        }
        Ok(all)
    }

    /// Gives a thing of a desk to an officer; `false` when it is not there any more.
    pub async fn assign_work(
        &mut self,
        (kind, id): (&str, [u8; 16]),
        desk: DeskId,
        to: OfficerId,
    ) -> Result<bool, StoreError> {
        let sql = match kind {
            "hint" => {
                "UPDATE hints SET assigned_officer = $3, version = version + 1
                 WHERE id = $1 AND desk_id = $2"
            }
            "slice" => "UPDATE slices SET assigned_officer = $3 WHERE id = $1 AND desk_id = $2",
            _ => {
                "UPDATE screenings SET officer_id = $3, version = version + 1
                 WHERE id = $1 AND desk_id = $2"
            }
        };
        Ok(self.execute(sql, &[id.into(), desk.into(), to.into()]).await? == 1)
    }
}

fn left_work(kind: &'static str, row: &Row) -> Result<LeftWorkRow, StoreError> {
    Ok(LeftWorkRow {
        kind,
        id: row.array("id")?,
        alias: row.text("alias")?,
        state: row.text("state")?,
        since: row.day("since")?,
        officer: row.opt_id("officer")?,
    })
}
