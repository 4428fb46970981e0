//! Cases, their slices and the fields of slices.

use crate::permits::{Listing, statement};
use crate::{Row, StoreError, Tx};
use guard::gate::Permitted;
use lexicon::ids::{CaseId, DeskId, OfficerId, SliceId};
use lexicon::{Day, Sphere};
use sqlx::AssertSqlSafe;

/// A case as it stands in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    pub id: CaseId,
    pub alias: String,
    pub owner_desk: DeskId,
    pub sphere: Sphere,
    pub state: String,
    pub opened_on: Day,
    /// 9999-12-31 when nothing is due, so that it sorts last.
    pub due_on: Day,
    pub sealed_core: Vec<u8>,
    pub version: i64,
}

/// One line of a list of cases: what may be shown without opening anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLine {
    pub id: CaseId,
    pub alias: String,
    pub state: String,
    pub opened_on: Day,
    pub due_on: Day,
    pub is_assigned: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SliceRow {
    pub id: SliceId,
    pub case_id: CaseId,
    pub desk_id: DeskId,
    pub sphere: Sphere,
    /// Whether other desks of the case may learn that it exists.
    pub is_shown: bool,
    pub assigned_officer: Option<OfficerId>,
    /// Alias, state and days of the case.
    pub alias: String,
    pub state: String,
    pub opened_on: Day,
    pub due_on: Day,
}

/// One version of one field of a slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SliceFieldRow {
    pub slice_id: SliceId,
    pub field: String,
    pub version: i64,
    pub sealed: Vec<u8>,
    pub written_on: Day,
    pub officer_id: OfficerId,
    /// The version that the writer did not know of; `None` once the two are settled.
    pub rival_of: Option<i64>,
}

/// Most lines of one page of a list.
pub const CASE_LINES_MAX: i64 = 200;

const CASE_COLUMNS: &str = "id, alias, owner_desk, sphere, state, opened_on, due_on,
    sealed_core, version";

impl Tx {
    pub async fn insert_case(&mut self, row: &CaseRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO cases (id, alias, owner_desk, sphere, state, opened_on, due_on,
                 sealed_core, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[
                row.id.into(),
                row.alias.as_str().into(),
                row.owner_desk.into(),
                row.sphere.into(),
                row.state.as_str().into(),
                row.opened_on.into(),
                row.due_on.into(),
                row.sealed_core.clone().into(),
                row.version.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn is_case_alias_taken(&mut self, alias: &str) -> Result<bool, StoreError> {
        let row =
            self.row("SELECT 1 AS taken FROM cases WHERE alias = $1", &[alias.into()]).await?;
        Ok(row.is_some())
    }

    pub async fn find_case(&mut self, id: CaseId) -> Result<Option<CaseRow>, StoreError> {
        let sql = format!("SELECT {CASE_COLUMNS} FROM cases WHERE id = $1");
        self.row(AssertSqlSafe(sql), &[id.into()]).await?.map(|row| case_row(&row)).transpose()
    }

    /// Writes state, due day and core of a case that still has `row.version`, raises the version
    /// and brings its slices along. `false` when somebody was faster; nothing is written then.
    pub async fn update_case(&mut self, row: &CaseRow) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE cases SET state = $1, due_on = $2, sealed_core = $3, version = version + 1
                 WHERE id = $4 AND version = $5",
                &[
                    row.state.as_str().into(),
                    row.due_on.into(),
                    row.sealed_core.clone().into(),
                    row.id.into(),
                    row.version.into(),
                ],
            )
            .await?;
        if touched == 1 {
            self.execute(
                "UPDATE slices SET state = $1, due_on = $2 WHERE case_id = $3",
                &[row.state.as_str().into(), row.due_on.into(), row.id.into()],
            )
            .await?;
        }
        Ok(touched == 1)
    }

    /// Cases of which a permitted desk holds a slice: late first. `after` continues behind the
    /// last line of an earlier page. A case of which two permitted desks hold slices comes twice.
    pub async fn list_cases(
        &mut self,
        permits: &[Permitted],
        officer: OfficerId,
        after: Option<(Day, CaseId)>,
        lines: i64,
    ) -> Result<Vec<CaseLine>, StoreError> {
        let (due, id) = after.map_or_else(
            || (String::new(), Vec::new()),
            |(d, i)| (d.to_string(), i.bytes().to_vec()),
        );
        let listing = Listing {
            columns: "case_id, alias, state, opened_on, due_on, assigned_officer",
            table: "slices",
            desk: "desk_id",
            assigned: "assigned_officer",
            order: "due_on, case_id",
            after: "(due_on, case_id) > ($1, $2)",
            values: &[due.into(), id.into()],
        };
        let lines = lines.clamp(1, CASE_LINES_MAX);
        let Some((sql, cells)) = statement(&listing, permits, officer, lines) else {
            return Ok(Vec::new());
        };
        let rows = self.rows(AssertSqlSafe(sql), &cells).await?;
        rows.iter().map(|row| case_line(row, officer)).collect()
    }

    pub async fn insert_slice(&mut self, row: &SliceRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO slices (id, case_id, desk_id, sphere, is_shown, assigned_officer, alias,
                 state, opened_on, due_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &[
                row.id.into(),
                row.case_id.into(),
                row.desk_id.into(),
                row.sphere.into(),
                row.is_shown.into(),
                row.assigned_officer.into(),
                row.alias.as_str().into(),
                row.state.as_str().into(),
                row.opened_on.into(),
                row.due_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// The two neutral words of a slice.
    pub async fn alias_of_slice(&mut self, id: SliceId) -> Result<Option<String>, StoreError> {
        let row = self.row("SELECT alias FROM slices WHERE id = $1", &[id.into()]).await?;
        row.map(|row| row.text("alias")).transpose()
    }

    /// Every slice of a case; who may learn of which is decided by the caller.
    pub async fn list_slices(&mut self, case: CaseId) -> Result<Vec<SliceRow>, StoreError> {
        let rows = self
            .rows("SELECT * FROM slices WHERE case_id = $1 ORDER BY id", &[case.into()])
            .await?;
        rows.iter()
            .map(|row| {
                Ok(SliceRow {
                    id: row.id("id")?,
                    case_id: row.id("case_id")?,
                    desk_id: row.id("desk_id")?,
                    sphere: row.sphere("sphere")?,
                    is_shown: row.bool("is_shown")?,
                    assigned_officer: row.opt_id("assigned_officer")?,
                    alias: row.text("alias")?,
                    state: row.text("state")?,
                    opened_on: row.day("opened_on")?,
                    due_on: row.day("due_on")?,
                })
            })
            .collect()
    }

    pub async fn insert_slice_field(&mut self, row: &SliceFieldRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO slice_fields
                 (slice_id, field, version, sealed, written_on, officer_id, rival_of)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                row.slice_id.into(),
                row.field.as_str().into(),
                row.version.into(),
                row.sealed.clone().into(),
                row.written_on.into(),
                row.officer_id.into(),
                row.rival_of.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// What stands in each field of a slice: its newest version, and where officers wrote on the
    /// same version, also every one that it rivals. Ordered by field, then version.
    pub async fn list_standing_fields(
        &mut self,
        slice: SliceId,
    ) -> Result<Vec<SliceFieldRow>, StoreError> {
        let rows = self
            .rows(
                "WITH RECURSIVE standing (field, version, rival_of) AS (
                     SELECT f.field, f.version, f.rival_of FROM slice_fields f
                     JOIN (SELECT field, MAX(version) AS newest FROM slice_fields
                           WHERE slice_id = $1 GROUP BY field) n
                       ON n.field = f.field AND n.newest = f.version
                     WHERE f.slice_id = $1
                     UNION ALL
                     SELECT f.field, f.version, f.rival_of FROM slice_fields f
                     JOIN standing s ON f.field = s.field AND f.version = s.rival_of
                     WHERE f.slice_id = $1)
                 SELECT f.slice_id, f.field, f.version, f.sealed, f.written_on, f.officer_id,
                     f.rival_of
                 FROM slice_fields f
                 JOIN standing s ON f.field = s.field AND f.version = s.version
                 WHERE f.slice_id = $1
                 ORDER BY f.field, f.version",
                &[slice.into()],
            )
            .await?;
        rows.iter().map(field_row).collect()
    }
}

fn case_row(row: &Row) -> Result<CaseRow, StoreError> {
    Ok(CaseRow {
        id: row.id("id")?,
        alias: row.text("alias")?,
        owner_desk: row.id("owner_desk")?,
        sphere: row.sphere("sphere")?,
        state: row.text("state")?,
        opened_on: row.day("opened_on")?,
        due_on: row.day("due_on")?,
        sealed_core: row.bytes("sealed_core")?,
        version: row.int("version")?,
    })
}

fn case_line(row: &Row, officer: OfficerId) -> Result<CaseLine, StoreError> {
    Ok(CaseLine {
        id: row.id("case_id")?,
        alias: row.text("alias")?,
        state: row.text("state")?,
        opened_on: row.day("opened_on")?,
        due_on: row.day("due_on")?,
        is_assigned: row.opt_id("assigned_officer")? == Some(officer),
    })
}

fn field_row(row: &Row) -> Result<SliceFieldRow, StoreError> {
    Ok(SliceFieldRow {
        slice_id: row.id("slice_id")?,
        field: row.text("field")?,
        version: row.int("version")?,
        sealed: row.bytes("sealed")?,
        written_on: row.day("written_on")?,
        officer_id: row.id("officer_id")?,
        rival_of: row.opt_int("rival_of")?,
    })
}
