//! What the gate permits, turned into WHERE: a list reads only what a filter of everything would
//! have left.

use crate::Cell;
use guard::gate::Permitted;
use lexicon::ids::OfficerId;

/// How a table is listed by permits. All texts are of this program.
pub(crate) struct Listing<'a> {
    /// Columns that are read.
    pub columns: &'static str,
    pub table: &'static str,
    /// Column of the desk that holds the row.
    pub desk: &'static str,
    /// Column of the officer to whom the row is assigned.
    pub assigned: &'static str,
    /// `ORDER BY` without the words; an index must begin with desk and state and go on with it.
    pub order: &'static str,
    /// A further condition over `$n` numbered from 1, or empty: where the last page ended.
    pub after: &'static str,
    /// Values of `after`.
    pub values: &'a [Cell],
}

/// One statement over all permits: each is read in order by its own index and cut at `limit`,
/// then the few are merged. `None` when nothing is permitted.
pub(crate) fn statement(
    listing: &Listing<'_>,
    permits: &[Permitted],
    me: OfficerId,
    limit: i64,
) -> Option<(String, Vec<Cell>)> {
    let merged = merge(permits);
    if merged.is_empty() {
        return None;
    }
    let mut cells = listing.values.to_vec();
    let mut place = |cell: Cell| {
        cells.push(cell);
        format!("${}", cells.len())
    };
    let me = place(me.into());
    let limit = place(limit.into());
    let Listing { columns, table, desk, assigned, order, after, .. } = listing;
    let mut parts = Vec::new();
    for (n, permit) in merged.iter().enumerate() {
        let mut condition = format!(
            "{desk} = {} AND sphere = {} AND state = {}",
            place(permit.desk.into()),
            place(permit.sphere.into()),
            place(permit.state.into()),
        );
        match permit.assigned {
            Assigned::Both => {}
            Assigned::Mine => condition.push_str(&format!(" AND {assigned} = {me}")),
            Assigned::NotMine => {
                condition.push_str(&format!(" AND ({assigned} IS NULL OR {assigned} <> {me})"));
            }
        }
        if !after.is_empty() {
            condition.push_str(&format!(" AND ({after})"));
        }
        parts.push(format!(
            "SELECT * FROM (SELECT {columns} FROM {table} WHERE {condition} \
             ORDER BY {order} LIMIT {limit}) AS p{n}"
        ));
    }
    // PostgreSQL wants every parameter used, also when no permit asks who I am.
    let union = parts.join(" UNION ALL ");
    let sql = format!(
        "SELECT * FROM ({union}) AS permitted WHERE {me} = {me} ORDER BY {order} LIMIT {limit}"
    );
    Some((sql, cells))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Assigned {
    Both,
    Mine,
    NotMine,
}

struct Merged {
    desk: lexicon::ids::DeskId,
    sphere: lexicon::Sphere,
    state: &'static str,
    assigned: Assigned,
}

/// Two permits that differ only in being assigned are one condition less.
fn merge(permits: &[Permitted]) -> Vec<Merged> {
    let mut merged: Vec<Merged> = Vec::new();
    for permit in permits {
        let assigned = if permit.is_assigned { Assigned::Mine } else { Assigned::NotMine };
        let same = merged.iter_mut().find(|m| {
            m.desk == permit.desk && m.sphere == permit.sphere && m.state == permit.state
        });
        match same {
            Some(m) if m.assigned != assigned => m.assigned = Assigned::Both,
            Some(_) => {}
            None => merged.push(Merged {
                desk: permit.desk,
                sphere: permit.sphere,
                state: permit.state,
                assigned,
            }),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::{Listing, statement};
    use crate::testing::sqlite;
    use guard::gate::Permitted;
    use lexicon::Sphere;
    use lexicon::chance::SeededDice;
    use lexicon::ids::{DeskId, OfficerId};
    use sqlx::AssertSqlSafe;

    async fn plan(table: &'static str, desk: &'static str, order: &'static str) -> String {
        let dice = SeededDice::new(1);
        let permit = |state, is_assigned| Permitted {
            desk: DeskId::random(&SeededDice::new(2)),
            sphere: Sphere::Help,
            state,
            is_assigned,
        };
        let permits = [permit("open", true), permit("open", false), permit("closed", true)];
        let assigned = if table == "screenings" { "officer_id" } else { "assigned_officer" };
        let listing =
            Listing { columns: "*", table, desk, assigned, order, after: "", values: &[] };
        let (sql, cells) =
            statement(&listing, &permits, OfficerId::random(&dice), 50).expect("a statement");
        let store = sqlite().open().await;
        let mut tx = store.read("explain").await.expect("a reader");
        let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = tx.rows(sql, &cells).await.expect("a plan");
        let lines: Vec<_> = rows.iter().map(|r| r.text("detail").expect("a line")).collect();
        lines.join("\n")
    }

    #[tokio::test]
    async fn every_list_is_read_in_order_by_its_index() {
        for (table, order, index) in [
            ("hints", "urgency, received_on, id", "hints_by_desk_state"),
            ("slices", "due_on, case_id", "slices_by_desk"),
            ("screenings", "started_on DESC, id DESC", "screenings_by_desk"),
        ] {
            let plan = plan(table, "desk_id", order).await;
            assert!(plan.contains(&format!("SEARCH {table} USING INDEX {index}")), "{plan}");
            assert!(!plan.contains(&format!("SCAN {table}")), "{table} is read whole:\n{plan}");
        }
    }
}
