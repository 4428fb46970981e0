//! Screenings: who observed what stays sealed; state and days are open.

use crate::permits::{self, Listing};
use crate::{Cell, Row, StoreError, Tx};
use guard::gate::Permitted;
use lexicon::ids::{CaseId, DeskId, HintId, OfficerId, PersonId, ScreeningId};
use lexicon::{Day, Sphere};
use sqlx::AssertSqlSafe;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreeningHead {
    pub id: ScreeningId,
    pub hint_id: Option<HintId>,
    pub case_id: Option<CaseId>,
    pub person_id: Option<PersonId>,
    pub desk_id: DeskId,
    pub sphere: Sphere,
    /// Who screens; a screening is assigned to this officer.
    pub officer_id: OfficerId,
    /// `started` or `decided`.
    pub state: String,
    /// Two neutral words.
    pub alias: String,
    pub started_on: Day,
    /// A draft is deleted on this day.
    pub expires_on: Option<Day>,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreeningRow {
    pub head: ScreeningHead,
    /// Observations and decision, sealed under the screening's key.
    pub sealed: Vec<u8>,
}

const HEAD: &str = "id, hint_id, case_id, person_id, desk_id, sphere, officer_id, state, alias, \
                    started_on, expires_on, version";

impl Tx {
    pub async fn insert_screening(&mut self, row: &ScreeningRow) -> Result<(), StoreError> {
        let head = &row.head;
        self.execute(
            "INSERT INTO screenings (id, hint_id, case_id, person_id, desk_id, sphere, officer_id,
                 state, alias, started_on, expires_on, version, sealed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            &[
                head.id.into(),
                head.hint_id.into(),
                head.case_id.into(),
                head.person_id.into(),
                head.desk_id.into(),
                head.sphere.into(),
                head.officer_id.into(),
                head.state.as_str().into(),
                head.alias.as_str().into(),
                head.started_on.into(),
                head.expires_on.into(),
                head.version.into(),
                row.sealed.as_slice().into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_screening_head(
        &mut self,
        id: ScreeningId,
    ) -> Result<Option<ScreeningHead>, StoreError> {
        let sql = format!("SELECT {HEAD} FROM screenings WHERE id = $1");
        let row = self.row(AssertSqlSafe(sql), &[id.into()]).await?;
        row.as_ref().map(head).transpose()
    }

    pub async fn find_screening(
        &mut self,
        id: ScreeningId,
    ) -> Result<Option<ScreeningRow>, StoreError> {
        let row = self.row("SELECT * FROM screenings WHERE id = $1", &[id.into()]).await?;
        row.map(|row| Ok(ScreeningRow { head: head(&row)?, sealed: row.bytes("sealed")? }))
            .transpose()
    }

    /// Permitted screenings, the newest first. `after` is day and id of the last one shown.
    pub async fn list_screenings(
        &mut self,
        permits: &[Permitted],
        me: OfficerId,
        after: Option<(Day, ScreeningId)>,
        limit: i64,
    ) -> Result<Vec<ScreeningHead>, StoreError> {
        let values: Vec<Cell> =
            after.map(|(day, id)| vec![day.into(), id.into()]).unwrap_or_default();
        let listing = Listing {
            columns: HEAD,
            table: "screenings",
            desk: "desk_id",
            assigned: "officer_id",
            order: "started_on DESC, id DESC",
            after: if after.is_some() { "(started_on, id) < ($1, $2)" } else { "" },
            values: &values,
        };
        let Some((sql, cells)) = permits::statement(&listing, permits, me, limit) else {
            return Ok(Vec::new());
        };
        let rows = self.rows(AssertSqlSafe(sql), &cells).await?;
        rows.iter().map(head).collect()
    }

    /// Screenings of a hint, the newest first.
    pub async fn list_screenings_of_hint(
        &mut self,
        hint: HintId,
    ) -> Result<Vec<ScreeningHead>, StoreError> {
        let sql = format!(
            "SELECT {HEAD} FROM screenings WHERE hint_id = $1 ORDER BY started_on DESC, id"
        );
        let rows = self.rows(AssertSqlSafe(sql), &[hint.into()]).await?;
        rows.iter().map(head).collect()
    }

    /// Screenings of a case, the newest first.
    pub async fn list_screenings_of_case(
        &mut self,
        case: CaseId,
    ) -> Result<Vec<ScreeningHead>, StoreError> {
        let sql = format!(
            "SELECT {HEAD} FROM screenings WHERE case_id = $1 ORDER BY started_on DESC, id"
        );
        let rows = self.rows(AssertSqlSafe(sql), &[case.into()]).await?;
        rows.iter().map(head).collect()
    }

    /// Writes state, links, expiry and content, if the screening still has the head's version.
    /// `false` when somebody else was faster.
    pub async fn update_screening(&mut self, row: &ScreeningRow) -> Result<bool, StoreError> {
        let head = &row.head;
        let touched = self
            .execute(
                "UPDATE screenings SET hint_id = $3, case_id = $4, person_id = $5, state = $6,
                     expires_on = $7, sealed = $8, version = version + 1
                 WHERE id = $1 AND version = $2",
                &[
                    head.id.into(),
                    head.version.into(),
                    head.hint_id.into(),
                    head.case_id.into(),
                    head.person_id.into(),
                    head.state.as_str().into(),
                    head.expires_on.into(),
                    row.sealed.as_slice().into(),
                ],
            )
            .await?;
        Ok(touched == 1)
    }

    /// The screenings of a hint go with it into the case.
    pub async fn link_screenings_to_case(
        &mut self,
        hint: HintId,
        case: CaseId,
    ) -> Result<u64, StoreError> {
        self.execute(
            "UPDATE screenings SET case_id = $2 WHERE hint_id = $1",
            &[hint.into(), case.into()],
        )
        .await
    }

    /// Deletes drafts whose day has come, with their wraps; needs no key. Returns how many.
    pub async fn delete_expired_screenings(&mut self, today: Day) -> Result<u64, StoreError> {
        self.execute(
            "DELETE FROM wraps WHERE thing_kind = 'screening' AND thing_id IN
                 (SELECT id FROM screenings WHERE state = 'started' AND expires_on <= $1)",
            &[today.into()],
        )
        .await?;
        self.execute(
            "DELETE FROM screenings WHERE state = 'started' AND expires_on <= $1",
            &[today.into()],
        )
        .await
    }
}

fn head(row: &Row) -> Result<ScreeningHead, StoreError> {
    Ok(ScreeningHead {
        id: row.id("id")?,
        hint_id: row.opt_id("hint_id")?,
        case_id: row.opt_id("case_id")?,
        person_id: row.opt_id("person_id")?,
        desk_id: row.id("desk_id")?,
        sphere: row.sphere("sphere")?,
        officer_id: row.id("officer_id")?,
        state: row.text("state")?,
        alias: row.text("alias")?,
        started_on: row.day("started_on")?,
        expires_on: row.opt_day("expires_on")?,
        version: row.int("version")?,
    })
}
