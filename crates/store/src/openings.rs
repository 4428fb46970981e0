//! One opening: one officer, one thing, one day, the first time. Written with its leaf.

use crate::{Row, StoreError, Tx};
use guard::ledger::{OpeningEntry, Way};
use lexicon::Day;
use lexicon::ids::{AlarmId, DeskId, LeafId, OfficerId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningRow {
    pub officer_id: OfficerId,
    pub thing_kind: String,
    pub thing_id: [u8; 16],
    pub on_day: Day,
    pub was_assigned: bool,
    pub leaf_id: LeafId,
    /// `work`, `assigned`, `second-yes`, `alone`, `event` or `break-glass`.
    pub way: String,
    /// Place among the day's openings that count against the budget.
    pub slot: Option<i64>,
    pub alarm_id: Option<AlarmId>,
}

/// Which openings are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedOpenings {
    pub thing_kind: String,
    pub from: Day,
    pub to: Day,
    /// Empty for every way.
    pub way: String,
    pub officer: Option<OfficerId>,
    pub desk: Option<DeskId>,
}

/// Openings that are read at once.
const OPENINGS_MAX: i64 = 1_000;

impl Tx {
    /// Keeps an opening; `false` when the same officer opened the same thing today already.
    ///
    /// A place of the day that is taken, or one beyond the budget without its alarm, is an error:
    /// then nothing is opened.
    pub(crate) async fn insert_opening(
        &mut self,
        entry: &OpeningEntry,
        leaf: LeafId,
    ) -> Result<bool, StoreError> {
        let is_emergency = entry.person.is_some_and(|person| matches!(person.way, Way::BreakGlass));
        let key = [
            entry.officer.into(),
            entry.day.into(),
            entry.thing_kind.into(),
            entry.thing.into(),
            is_emergency.into(),
        ];
        let sql = "SELECT COUNT(*) AS n FROM openings WHERE officer_id = $1 AND on_day = $2
                   AND thing_kind = $3 AND thing_id = $4 AND is_emergency = $5";
        if self.row(sql, &key).await?.map_or(Ok(0), |r| r.int("n"))? > 0 {
            return Ok(false);
        }
        let person = entry.person.as_ref();
        let way = person.map_or("work", |p| p.way.id());
        let event = person.and_then(|p| match &p.way {
            Way::Event(id) => Some(id.as_slice()),
            _ => None,
        });
        let slot = person.and_then(|p| p.slot);
        let touched = self
            .execute(
                "INSERT INTO openings
                     (officer_id, thing_kind, thing_id, on_day, was_assigned, leaf_id, way,
                      is_emergency, slot, slots_max, alarm_id, event_id)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
                 ON CONFLICT (officer_id, on_day, thing_kind, thing_id, is_emergency) DO NOTHING",
                &[
                    entry.officer.into(),
                    entry.thing_kind.into(),
                    entry.thing.into(),
                    entry.day.into(),
                    entry.is_assigned.into(),
                    leaf.into(),
                    way.into(),
                    is_emergency.into(),
                    slot.map(|(at, _)| at).into(),
                    slot.map(|(_, most)| most).into(),
                    person.and_then(|p| p.alarm).into(),
                    event.into(),
                ],
            )
            .await?;
        Ok(touched == 1)
    }

    /// Places of an officer's day that are taken by openings that count.
    pub async fn counted_openings(
        &mut self,
        officer: OfficerId,
        on_day: Day,
    ) -> Result<i64, StoreError> {
        let row = self
            .row(
                "SELECT COALESCE(MAX(slot), 0) AS n FROM openings
                 WHERE officer_id = $1 AND on_day = $2",
                &[officer.into(), on_day.into()],
            )
            .await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    /// Openings of persons by day, newest first, as the wishes say.
    pub async fn list_openings(
        &mut self,
        wanted: &WantedOpenings,
    ) -> Result<Vec<OpeningRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT o.* FROM openings o JOIN officers f ON f.id = o.officer_id
                 WHERE o.thing_kind = $1 AND o.on_day >= $2 AND o.on_day <= $3
                   AND ($4 = '' OR o.way = $4)
                   AND (length($5) = 0 OR o.officer_id = $5)
                   AND (length($6) = 0 OR f.desk_id = $6)
                 ORDER BY o.on_day DESC, o.officer_id, o.thing_id LIMIT $7",
                &[
                    wanted.thing_kind.as_str().into(),
                    wanted.from.into(),
                    wanted.to.into(),
                    wanted.way.as_str().into(),
                    wanted.officer.map_or_else(Vec::new, |id| id.bytes().to_vec()).into(),
                    wanted.desk.map_or_else(Vec::new, |id| id.bytes().to_vec()).into(),
                    OPENINGS_MAX.into(),
                ],
            )
            .await?;
        rows.iter().map(opening).collect()
    }

    /// Openings of persons by officers who were not assigned and who did nothing in the case from
    /// that day on.
    pub async fn openings_without_work(
        &mut self,
        (from, to): (Day, Day),
    ) -> Result<Vec<OpeningRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT o.* FROM openings o JOIN persons p ON p.id = o.thing_id
                 WHERE o.thing_kind = 'person' AND o.was_assigned = 0
                   AND o.on_day >= $1 AND o.on_day <= $2
                   AND NOT EXISTS (SELECT 1 FROM events e
                       WHERE e.thing_kind = 'case' AND e.thing_id = p.case_id
                         AND e.officer_id = o.officer_id AND e.on_day >= o.on_day)
                   AND NOT EXISTS (SELECT 1 FROM slice_fields w JOIN slices s
                       ON s.id = w.slice_id WHERE s.case_id = p.case_id
                         AND w.officer_id = o.officer_id AND w.written_on >= o.on_day)
                 ORDER BY o.on_day DESC, o.officer_id, o.thing_id LIMIT $3",
                &[from.into(), to.into(), OPENINGS_MAX.into()],
            )
            .await?;
        rows.iter().map(opening).collect()
    }

    /// Openings of persons in one month (`2026-11`): all, by officers not assigned, emergencies.
    pub async fn count_month(&mut self, month: &str) -> Result<(i64, i64, i64), StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS n,
                     CAST(COALESCE(SUM(1 - was_assigned), 0) AS BIGINT) AS u,
                     CAST(COALESCE(SUM(is_emergency), 0) AS BIGINT) AS e
                 FROM openings WHERE thing_kind = 'person' AND on_day LIKE $1",
                &[format!("{month}-%").into()],
            )
            .await?;
        let Some(row) = row else { return Ok((0, 0, 0)) };
        Ok((row.int("n")?, row.int("u")?, row.int("e")?))
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
        way: row.text("way")?,
        slot: row.opt_int("slot")?,
        alarm_id: row.opt_id("alarm_id")?,
    })
}
