//! Hints: what stands open is what lists and clocks need; what was said is sealed.

use crate::permits::{self, Listing};
use crate::wraps::{open_receipt, seal_receipt};
use crate::{Cell, Row, StoreError, Tx};
use guard::gate::Permitted;
use lexicon::ids::{CaseId, DeskId, HintId, OfficerId};
use lexicon::{Day, Sphere};
use sqlx::AssertSqlSafe;

/// What lists show of a hint and the gate reads of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HintHead {
    pub id: HintId,
    pub desk_id: DeskId,
    pub sphere: Sphere,
    /// `new`, `triaged`, `handed-over`, `case-opened` or `closed`.
    pub state: String,
    /// 1 to 9; 1 is the most urgent.
    pub urgency: i64,
    /// The routing rule that fired.
    pub rule_id: String,
    pub received_on: Day,
    pub due_on: Day,
    /// Two neutral words.
    pub alias: String,
    /// `web`, `api`, `phone` or `walk-in`.
    pub channel: String,
    pub language: String,
    pub case_id: Option<CaseId>,
    pub assigned_officer: Option<OfficerId>,
    /// The giver wrote and no officer has looked yet.
    pub has_news: bool,
    /// Grows with every change; a change names the version it knows.
    pub version: i64,
}

/// A hint with its sealed cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HintRow {
    pub head: HintHead,
    pub sealed_text: Vec<u8>,
    pub sealed_answers: Vec<u8>,
    /// 32 bytes by which the receipt finds the hint; `None` without a receipt.
    pub receipt_lookup: Option<Vec<u8>>,
    pub receipt_public: Option<Vec<u8>>,
    /// The dialogue key wrapped to the receipt.
    pub receipt_wrap: Option<Vec<u8>>,
}

/// Where a page of the list of hints ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HintMark {
    pub urgency: i64,
    pub received_on: Day,
    pub id: HintId,
}

const HEAD: &str = "id, desk_id, sphere, state, urgency, rule_id, received_on, due_on, alias, \
                    channel, language, case_id, assigned_officer, has_news, version";

impl Tx {
    pub async fn insert_hint(&mut self, row: &HintRow) -> Result<(), StoreError> {
        let head = &row.head;
        let wrap = row.receipt_wrap.as_deref();
        let (epoch, kept) = seal_receipt(self.epochs.as_deref(), head.id, wrap)?;
        self.execute(
            "INSERT INTO hints
                 (id, desk_id, sphere, state, urgency, rule_id, received_on, due_on, alias,
                  channel, language, case_id, assigned_officer, has_news, version,
                  sealed_text, sealed_answers, receipt_lookup, receipt_public, receipt_wrap,
                  receipt_epoch)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                     $18, $19, $20, $21)",
            &[
                head.id.into(),
                head.desk_id.into(),
                head.sphere.into(),
                head.state.as_str().into(),
                head.urgency.into(),
                head.rule_id.as_str().into(),
                head.received_on.into(),
                head.due_on.into(),
                head.alias.as_str().into(),
                head.channel.as_str().into(),
                head.language.as_str().into(),
                head.case_id.into(),
                head.assigned_officer.into(),
                head.has_news.into(),
                head.version.into(),
                row.sealed_text.as_slice().into(),
                row.sealed_answers.as_slice().into(),
                (&row.receipt_lookup).into(),
                (&row.receipt_public).into(),
                kept.into(),
                epoch.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// A hint without its sealed cells: enough to ask the gate.
    pub async fn find_hint_head(&mut self, id: HintId) -> Result<Option<HintHead>, StoreError> {
        let sql = format!("SELECT {HEAD} FROM hints WHERE id = $1");
        let row = self.row(AssertSqlSafe(sql), &[id.into()]).await?;
        row.as_ref().map(head).transpose()
    }

    pub async fn find_hint(&mut self, id: HintId) -> Result<Option<HintRow>, StoreError> {
        let row = self.row("SELECT * FROM hints WHERE id = $1", &[id.into()]).await?;
        row.map(|row| self.whole(&row)).transpose()
    }

    /// Keeps the cell by which the giver finds the proof.
    pub async fn insert_hint_proof(&mut self, id: HintId, sealed: &[u8]) -> Result<(), StoreError> {
        let cells = [id.into(), sealed.into()];
        self.execute("INSERT INTO hint_proofs (hint_id, sealed) VALUES ($1, $2)", &cells).await?;
        Ok(())
    }

    pub async fn find_hint_proof(&mut self, id: HintId) -> Result<Option<Vec<u8>>, StoreError> {
        let row =
            self.row("SELECT sealed FROM hint_proofs WHERE hint_id = $1", &[id.into()]).await?;
        row.map(|row| row.bytes("sealed")).transpose()
    }

    /// From now on no code leads to the hint.
    pub async fn forget_receipt(&mut self, id: HintId) -> Result<(), StoreError> {
        self.execute(
            "UPDATE hints SET receipt_lookup = NULL, receipt_public = NULL, receipt_wrap = NULL,
                 receipt_epoch = 0
             WHERE id = $1",
            &[id.into()],
        )
        .await?;
        self.execute("DELETE FROM hint_proofs WHERE hint_id = $1", &[id.into()]).await?;
        Ok(())
    }

    /// The hint of a receipt's look-up id (32 bytes).
    pub async fn find_hint_by_receipt(
        &mut self,
        lookup: &[u8; 32],
    ) -> Result<Option<HintRow>, StoreError> {
        let row =
            self.row("SELECT * FROM hints WHERE receipt_lookup = $1", &[lookup.into()]).await?;
        row.map(|row| self.whole(&row)).transpose()
    }

    /// Permitted hints, the most urgent and then the oldest first.
    pub async fn list_hints(
        &mut self,
        permits: &[Permitted],
        me: OfficerId,
        after: Option<&HintMark>,
        limit: i64,
    ) -> Result<Vec<HintHead>, StoreError> {
        let values: Vec<Cell> = after
            .map(|m| vec![m.urgency.into(), m.received_on.into(), m.id.into()])
            .unwrap_or_default();
        let listing = Listing {
            columns: HEAD,
            table: "hints",
            desk: "desk_id",
            assigned: "assigned_officer",
            order: "urgency, received_on, id",
            after: if after.is_some() { "(urgency, received_on, id) > ($1, $2, $3)" } else { "" },
            values: &values,
        };
        let Some((sql, cells)) = permits::statement(&listing, permits, me, limit) else {
            return Ok(Vec::new());
        };
        let rows = self.rows(AssertSqlSafe(sql), &cells).await?;
        rows.iter().map(head).collect()
    }

    /// Hints that became part of a case, the oldest first.
    pub async fn list_hints_of_case(&mut self, case: CaseId) -> Result<Vec<HintHead>, StoreError> {
        let sql = format!("SELECT {HEAD} FROM hints WHERE case_id = $1 ORDER BY received_on, id");
        let rows = self.rows(AssertSqlSafe(sql), &[case.into()]).await?;
        rows.iter().map(head).collect()
    }

    /// Writes state, urgency, rule, due day, desk, sphere, case, officer and news of a head, if
    /// the hint still has the head's version. `false` when somebody else was faster.
    pub async fn update_hint(&mut self, head: &HintHead) -> Result<bool, StoreError> {
        let touched = self
            .execute(
                "UPDATE hints SET desk_id = $3, sphere = $4, state = $5, urgency = $6,
                     rule_id = $7, due_on = $8, case_id = $9, assigned_officer = $10,
                     has_news = $11, version = version + 1
                 WHERE id = $1 AND version = $2",
                &[
                    head.id.into(),
                    head.version.into(),
                    head.desk_id.into(),
                    head.sphere.into(),
                    head.state.as_str().into(),
                    head.urgency.into(),
                    head.rule_id.as_str().into(),
                    head.due_on.into(),
                    head.case_id.into(),
                    head.assigned_officer.into(),
                    head.has_news.into(),
                ],
            )
            .await?;
        Ok(touched == 1)
    }

    /// The giver wrote, or an officer looked. Does not count as a change of the hint.
    pub async fn set_hint_news(&mut self, id: HintId, has_news: bool) -> Result<(), StoreError> {
        self.execute("UPDATE hints SET has_news = $2 WHERE id = $1", &[id.into(), has_news.into()])
            .await?;
        Ok(())
    }
}

fn head(row: &Row) -> Result<HintHead, StoreError> {
    Ok(HintHead {
        id: row.id("id")?,
        desk_id: row.id("desk_id")?,
        sphere: row.sphere("sphere")?,
        state: row.text("state")?,
        urgency: row.int("urgency")?,
        rule_id: row.text("rule_id")?,
        received_on: row.day("received_on")?,
        due_on: row.day("due_on")?,
        alias: row.text("alias")?,
        channel: row.text("channel")?,
        language: row.text("language")?,
        case_id: row.opt_id("case_id")?,
        assigned_officer: row.opt_id("assigned_officer")?,
        has_news: row.bool("has_news")?,
        version: row.int("version")?,
    })
}

impl Tx {
    fn whole(&self, row: &Row) -> Result<HintRow, StoreError> {
        let head = head(row)?;
        let kept = (row.int("receipt_epoch")?, row.opt_bytes("receipt_wrap")?);
        Ok(HintRow {
            sealed_text: row.bytes("sealed_text")?,
            sealed_answers: row.bytes("sealed_answers")?,
            receipt_lookup: row.opt_bytes("receipt_lookup")?,
            receipt_public: row.opt_bytes("receipt_public")?,
            receipt_wrap: open_receipt(self.epochs.as_deref(), head.id, kept)?,
            head,
        })
    }
}

/// A hint waits until it is settled, and again when the reporter writes after that.
const WAITS: &str = "(has_news = 1 OR state IN ('new', 'triaged', 'handed-over'))";

/// What is looked for among hints.
#[derive(Clone, Copy, Debug)]
pub struct HintFilter<'a> {
    /// 1 is the most urgent; `None` for any.
    pub urgency: Option<i64>,
    /// The beginning of an alias.
    pub alias: &'a str,
    /// Only those that wait.
    pub is_waiting: bool,
}

/// How much waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HintCounts {
    pub waiting: i64,
    /// Of the most urgent level.
    pub danger: i64,
    pub late: i64,
}

impl Tx {
    /// Whether a hint bears the alias already.
    pub async fn is_hint_alias_taken(&mut self, alias: &str) -> Result<bool, StoreError> {
        let row = self.row("SELECT 1 AS n FROM hints WHERE alias = $1", &[alias.into()]).await?;
        Ok(row.is_some())
    }

    /// Counts permitted hints that wait: all, those of urgency 1, and those whose day has passed.
    pub async fn count_hints(
        &mut self,
        permits: &[Permitted],
        me: OfficerId,
        today: Day,
    ) -> Result<HintCounts, StoreError> {
        let mut cells: Vec<Cell> = vec![today.into(), me.into()];
        let mut branches = Vec::new();
        for permit in permits {
            let first = cells.len() + 1;
            cells.extend([permit.desk.into(), permit.sphere.into(), permit.state.into()]);
            branches.push(format!(
                "(desk_id = ${first} AND sphere = ${} AND state = ${}
                  AND CASE WHEN assigned_officer = $2 THEN 1 ELSE 0 END = {})",
                first + 1,
                first + 2,
                i64::from(permit.is_assigned),
            ));
        }
        if branches.is_empty() {
            return Ok(HintCounts::default());
        }
        let sql = format!(
            "SELECT COUNT(*) AS waiting,
                 CAST(COALESCE(SUM(CASE WHEN urgency = 1 THEN 1 ELSE 0 END), 0) AS BIGINT)
                     AS danger,
                 CAST(COALESCE(SUM(CASE WHEN due_on < $1 THEN 1 ELSE 0 END), 0) AS BIGINT) AS late
             FROM hints WHERE {WAITS} AND ({})",
            branches.join(" OR ")
        );
        let row = self.row(AssertSqlSafe(sql), &cells).await?;
        row.map_or(Ok(HintCounts::default()), |row| {
            Ok(HintCounts {
                waiting: row.int("waiting")?,
                danger: row.int("danger")?,
                late: row.int("late")?,
            })
        })
    }

    /// Permitted hints that are looked for, the most urgent and then the latest first.
    pub async fn find_hints(
        &mut self,
        permits: &[Permitted],
        me: OfficerId,
        filter: HintFilter<'_>,
        limit: i64,
    ) -> Result<Vec<HintHead>, StoreError> {
        let (least, most) = filter.urgency.map_or((1, 9), |level| (level, level));
        let listing = Listing {
            columns: HEAD,
            table: "hints",
            desk: "desk_id",
            assigned: "assigned_officer",
            order: "urgency, due_on, id",
            // The alias is compared by its beginning; its letters are no pattern.
            after: "urgency BETWEEN $1 AND $2
                    AND (length($3) = 0 OR lower(substr(alias, 1, length($3))) = lower($3))
                    AND ($4 = 0 OR has_news = 1 OR state IN ('new', 'triaged', 'handed-over'))",
            values: &[least.into(), most.into(), filter.alias.into(), filter.is_waiting.into()],
        };
        let Some((sql, cells)) = permits::statement(&listing, permits, me, limit) else {
            return Ok(Vec::new());
        };
        let rows = self.rows(AssertSqlSafe(sql), &cells).await?;
        rows.iter().map(head).collect()
    }
}
