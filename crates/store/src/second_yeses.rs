//! A second officer's yes: one officer, one person, one day.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId, PersonId, YesId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YesRow {
    pub id: YesId,
    pub desk_id: DeskId,
    pub person_id: PersonId,
    pub asked_by: OfficerId,
    pub on_day: Day,
    /// A coded reason.
    pub reason: String,
    /// `asked`, `yes` or `no`.
    pub state: String,
    pub said_by: Option<OfficerId>,
}

/// Questions that are read at once.
const YESES_MAX: i64 = 200;

impl Tx {
    /// `false` when the officer asked for this person today already.
    pub async fn insert_yes(&mut self, row: &YesRow) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "INSERT INTO second_yeses
                     (id, desk_id, person_id, asked_by, on_day, reason, state, said_by)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                 ON CONFLICT (asked_by, person_id, on_day) DO NOTHING",
                &[
                    row.id.into(),
                    row.desk_id.into(),
                    row.person_id.into(),
                    row.asked_by.into(),
                    row.on_day.into(),
                    row.reason.as_str().into(),
                    row.state.as_str().into(),
                    row.said_by.into(),
                ],
            )
            .await?;
        Ok(touched == 1)
    }

    pub async fn find_yes(&mut self, id: YesId) -> Result<Option<YesRow>, StoreError> {
        let row = self.row("SELECT * FROM second_yeses WHERE id = $1", &[id.into()]).await?;
        row.as_ref().map(yes).transpose()
    }

    /// What an officer asked about a person on a day.
    pub async fn find_yes_of(
        &mut self,
        asked_by: OfficerId,
        person: PersonId,
        on_day: Day,
    ) -> Result<Option<YesRow>, StoreError> {
        let row = self
            .row(
                "SELECT * FROM second_yeses
                 WHERE asked_by = $1 AND person_id = $2 AND on_day = $3",
                &[asked_by.into(), person.into(), on_day.into()],
            )
            .await?;
        row.as_ref().map(yes).transpose()
    }

    /// Open questions of a desk on a day, asked by others than this officer.
    pub async fn list_asked(
        &mut self,
        (desk, but): (DeskId, OfficerId),
        on_day: Day,
    ) -> Result<Vec<YesRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM second_yeses WHERE desk_id = $1 AND on_day = $2
                   AND state = 'asked' AND asked_by <> $3 ORDER BY id LIMIT $4",
                &[desk.into(), on_day.into(), but.into(), YESES_MAX.into()],
            )
            .await?;
        rows.iter().map(yes).collect()
    }

    /// An officer answers; `false` when it was answered before.
    pub async fn answer_yes(
        &mut self,
        id: YesId,
        (state, by): (&str, OfficerId),
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE second_yeses SET state = $2, said_by = $3
                 WHERE id = $1 AND state = 'asked'",
                &[id.into(), state.into(), by.into()],
            )
            .await?;
        Ok(touched == 1)
    }

    /// How often one officer said yes to another since a day.
    pub async fn count_yeses(
        &mut self,
        (said_by, asked_by): (OfficerId, OfficerId),
        from: Day,
    ) -> Result<i64, StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS n FROM second_yeses
                 WHERE said_by = $1 AND asked_by = $2 AND on_day >= $3 AND state = 'yes'",
                &[said_by.into(), asked_by.into(), from.into()],
            )
            .await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    /// Pairs who said yes since a day: (who said it, to whom, how often).
    pub async fn list_yes_pairs(
        &mut self,
        from: Day,
    ) -> Result<Vec<(OfficerId, OfficerId, i64)>, StoreError> {
        let rows = self
            .rows(
                "SELECT said_by, asked_by, COUNT(*) AS n FROM second_yeses
                 WHERE on_day >= $1 AND state = 'yes'
                 GROUP BY said_by, asked_by ORDER BY n DESC, said_by, asked_by LIMIT $2",
                &[from.into(), YESES_MAX.into()],
            )
            .await?;
        rows.iter().map(|r| Ok((r.id("said_by")?, r.id("asked_by")?, r.int("n")?))).collect()
    }
}

fn yes(row: &Row) -> Result<YesRow, StoreError> {
    Ok(YesRow {
        id: row.id("id")?,
        desk_id: row.id("desk_id")?,
        person_id: row.id("person_id")?,
        asked_by: row.id("asked_by")?,
        on_day: row.day("on_day")?,
        reason: row.text("reason")?,
        state: row.text("state")?,
        said_by: row.opt_id("said_by")?,
    })
}
