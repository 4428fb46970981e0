//! One opening: one officer, one thing, one day, the first time. Written with its leaf.

use crate::{Row, StoreError, Tx};
use guard::ledger::OpeningEntry;
use lexicon::Day;
use lexicon::ids::{LeafId, OfficerId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningRow {
    pub officer_id: OfficerId,
    pub thing_kind: String,
    pub thing_id: [u8; 16],
    pub on_day: Day,
    pub was_assigned: bool,
    pub leaf_id: LeafId,
}

/// Openings that are read at once.
const OPENINGS_MAX: i64 = 1_000;

impl Tx {
    /// Keeps an opening; `false` when the same officer opened the same thing today already.
    pub(crate) async fn insert_opening(
        &mut self,
        entry: &OpeningEntry,
        leaf: LeafId,
    ) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "INSERT INTO openings
                     (officer_id, thing_kind, thing_id, on_day, was_assigned, leaf_id)
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
                &[
                    entry.officer.into(),
                    entry.thing_kind.into(),
                    entry.thing.into(),
                    entry.day.into(),
                    entry.is_assigned.into(),
                    leaf.into(),
                ],
            )
            .await?;
        Ok(touched == 1)
    }

    /// Who opened a thing, the newest day first.
    pub async fn list_openings_of_thing(
        &mut self,
        thing_kind: &str,
        thing_id: &[u8; 16],
    ) -> Result<Vec<OpeningRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM openings WHERE thing_kind = $1 AND thing_id = $2
                 ORDER BY on_day DESC, officer_id LIMIT $3",
                &[thing_kind.into(), thing_id.into(), OPENINGS_MAX.into()],
            )
            .await?;
        rows.iter().map(opening).collect()
    }

    /// What an officer opened on one day without being assigned: what a budget counts.
    pub async fn count_unassigned_openings(
        &mut self,
        officer: OfficerId,
        on_day: Day,
    ) -> Result<i64, StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS n FROM openings
                 WHERE officer_id = $1 AND on_day = $2 AND was_assigned = 0",
                &[officer.into(), on_day.into()],
            )
            .await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    /// Openings of persons from one day to another, and how many of them were by officers who
    /// were not assigned.
    pub async fn count_person_openings(
        &mut self,
        from: Day,
        to: Day,
    ) -> Result<(u64, u64), StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS n, CAST(COALESCE(SUM(1 - was_assigned), 0) AS BIGINT) AS u
                 FROM openings WHERE thing_kind = 'person' AND on_day >= $1 AND on_day <= $2",
                &[from.into(), to.into()],
            )
            .await?;
        let count = |name| {
            let number = row.as_ref().map_or(Ok(0), |r| r.int(name))?;
            Ok::<u64, StoreError>(u64::try_from(number).unwrap_or(0))
        };
        Ok((count("n")?, count("u")?))
    }

    /// Openings of one day, by officer.
    pub async fn list_openings_of_day(
        &mut self,
        on_day: Day,
    ) -> Result<Vec<OpeningRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM openings WHERE on_day = $1
                 ORDER BY officer_id, thing_kind, thing_id LIMIT $2",
                &[on_day.into(), OPENINGS_MAX.into()],
            )
            .await?;
        rows.iter().map(opening).collect()
    }
}

fn opening(row: &Row) -> Result<OpeningRow, StoreError> {
    Ok(OpeningRow {
        officer_id: row.id("officer_id")?,
        thing_kind: row.text("thing_kind")?,
        thing_id: row.array("thing_id")?,
        on_day: row.day("on_day")?,
        was_assigned: row.bool("was_assigned")?,
        leaf_id: row.id("leaf_id")?,
    })
}
