//! Emergency openings and their review.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{BreakGlassId, DeskId, OfficerId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakGlassRow {
    pub id: BreakGlassId,
    pub officer_id: OfficerId,
    pub desk_id: DeskId,
    pub person_id: PersonId,
    pub on_day: Day,
    /// The last day on which the review is in time.
    pub due_on: Day,
    /// It went to the head of the oversight body.
    pub is_late: bool,
    /// `justified` or `not-justified`.
    pub verdict: Option<String>,
}

/// Reviews that are read at once.
const REVIEWS_MAX: i64 = 500;

impl Tx {
    pub async fn insert_break_glass(&mut self, row: &BreakGlassRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO break_glasses
                 (id, officer_id, desk_id, person_id, on_day, due_on, is_late)
             VALUES ($1, $2, $3, $4, $5, $6, 0)",
            &[
                row.id.into(),
                row.officer_id.into(),
                row.desk_id.into(),
                row.person_id.into(),
                row.on_day.into(),
                row.due_on.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_break_glass(
        &mut self,
        id: BreakGlassId,
    ) -> Result<Option<BreakGlassRow>, StoreError> {
        let row = self.row("SELECT * FROM break_glasses WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(broken).transpose()
    }

    /// Whether the officer broke the glass for this person on this day.
    pub async fn has_broken_glass(
        &mut self,
        (officer, person): (OfficerId, PersonId),
        on_day: Day,
    ) -> Result<bool, StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS n FROM break_glasses
                 WHERE officer_id = $1 AND person_id = $2 AND on_day = $3",
                &[officer.into(), person.into(), on_day.into()],
            )
            .await?;
        Ok(row.map_or(Ok(0), |r| r.int("n"))? > 0)
    }

    /// Whether an emergency opening of the officer was not reviewed in time: then no further one
    /// is given until it is.
    pub async fn is_suspended(
        &mut self,
        officer: OfficerId,
        today: Day,
    ) -> Result<bool, StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS n FROM break_glasses
                 WHERE officer_id = $1 AND verdict IS NULL AND due_on < $2",
                &[officer.into(), today.into()],
            )
            .await?;
        Ok(row.map_or(Ok(0), |r| r.int("n"))? > 0)
    }

    /// What waits for its review, the oldest first.
    pub async fn list_unreviewed(&mut self) -> Result<Vec<BreakGlassRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM break_glasses WHERE verdict IS NULL ORDER BY due_on, id LIMIT $1",
                &[REVIEWS_MAX.into()],
            )
            .await?;
        rows.iter().map(broken).collect()
    }

    /// Marks as late; `false` when it was already, or is reviewed.
    pub async fn mark_review_late(&mut self, id: BreakGlassId) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE break_glasses SET is_late = 1
                 WHERE id = $1 AND is_late = 0 AND verdict IS NULL",
                &[id.into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// Keeps a verdict; `false` when there is one.
    pub async fn review_break_glass(
        &mut self,
        id: BreakGlassId,
        (verdict, by, on_day): (&str, OfficerId, Day),
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE break_glasses SET verdict = $2, reviewed_by = $3, reviewed_on = $4
                 WHERE id = $1 AND verdict IS NULL",
                &[id.into(), verdict.into(), by.into(), on_day.into()],
            )
            .await?;
        Ok(touched == 1)
    }
}

fn broken(row: &Row) -> Result<BreakGlassRow, StoreError> {
    Ok(BreakGlassRow {
        id: row.id("id")?,
        officer_id: row.id("officer_id")?,
        desk_id: row.id("desk_id")?,
        person_id: row.id("person_id")?,
        on_day: row.day("on_day")?,
        due_on: row.day("due_on")?,
        is_late: row.bool("is_late")?,
        verdict: row.opt_text("verdict")?,
    })
}
