//! Whole tables out of a database and into an empty one, the same for both kinds: what backup and
//! restore are made of. Rows go through one at a time, so that memory stays small whatever the size.

use crate::ddl::{Column, ColumnKind, Table, tables};
use crate::row::Inner;
use crate::{Cell, Row, StoreError, Tx};
use lexicon::ids::OrganisationId;
use sqlx::AssertSqlSafe;

/// Rows read at once.
const PAGE_ROWS: i64 = 200;

/// One row of a table, cell by cell in the order of the table's columns.
pub type DumpedRow = Vec<Cell>;

impl Table {
    fn columns_text(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|c| c.name.as_str()).collect();
        names.join(", ")
    }

    /// Places of the key columns among all.
    fn key_places(&self) -> Vec<usize> {
        let place = |key: &String| self.columns.iter().position(|c| c.name == *key);
        self.key.iter().filter_map(place).collect()
    }
}

/// Where a page of a table ended: the key of its last row.
pub type Mark = Vec<Cell>;

impl Tx {
    /// The next rows of a table in the order of its key, after a mark. Fewer than were asked for
    /// says nothing; none says that the table is at its end.
    ///
    /// # Errors
    /// The store's.
    pub async fn dump_page(
        &mut self,
        table: &Table,
        of: Option<OrganisationId>,
        after: Option<&Mark>,
    ) -> Result<Vec<DumpedRow>, StoreError> {
        let key = table.key.join(", ");
        let mut cells: Vec<Cell> = Vec::new();
        let mut wheres = Vec::new();
        if let Some(mark) = after {
            let places: Vec<String> = (1..=mark.len()).map(|n| format!("${n}")).collect();
            wheres.push(format!("({key}) > ({})", places.join(", ")));
            cells.extend(mark.iter().cloned());
        }
        if let Some(organisation) = of {
            let Some(filter) = table.filter() else { return Ok(Vec::new()) };
            cells.push(organisation.into());
            wheres.push(filter.replace("$o", &format!("${}", cells.len())));
        }
        let wheres = if wheres.is_empty() {
            String::new()
        } else {
            format!(" WHERE {}", wheres.join(" AND "))
        };
        let sql = format!(
            "SELECT {} FROM {}{wheres} ORDER BY {key} LIMIT {}",
            table.columns_text(),
            table.name,
            table.page_rows(),
        );
        let rows = self.rows(AssertSqlSafe(sql), &cells).await?;
        rows.iter().map(|row| dumped(row, &table.columns)).collect()
    }

    /// The mark after a row.
    pub fn mark_after(table: &Table, row: &DumpedRow) -> Mark {
        table.key_places().iter().filter_map(|place| row.get(*place).cloned()).collect()
    }

    /// Puts rows into a table of a new database. What opening it wrote already is left as it is.
    ///
    /// # Errors
    /// A rule of the table; the store's.
    pub async fn fill(&mut self, table: &Table, rows: &[DumpedRow]) -> Result<(), StoreError> {
        let tail = if table.name == "node" { "ON CONFLICT DO NOTHING" } else { "" };
        let head = format!("INSERT INTO {} ({})", table.name, table.columns_text());
        self.execute_rows(&head, rows, tail).await?;
        Ok(())
    }

    /// Whether no node has been made in this database yet.
    ///
    /// # Errors
    /// The store's.
    pub async fn is_unused(&mut self) -> Result<bool, StoreError> {
        let sql = "SELECT (SELECT COUNT(*) FROM node_keys) + (SELECT COUNT(*) FROM desks) AS n";
        self.row(sql, &[]).await?.map_or(Ok(true), |row| Ok(row.int("n")? == 0))
    }

    pub(crate) fn page_rows() -> i64 {
        PAGE_ROWS
    }
}

/// Every table of the node, in an order in which each refers to earlier ones only.
pub fn all_tables() -> Vec<Table> {
    tables()
}

fn dumped(row: &Row, columns: &[Column]) -> Result<DumpedRow, StoreError> {
    columns.iter().enumerate().map(|(at, column)| cell(row, at, column)).collect()
}

fn cell(row: &Row, at: usize, column: &Column) -> Result<Cell, StoreError> {
    use sqlx::Row as _;
    let wrong = |_| StoreError::Column { column: "dump" };
    Ok(match (&row.0, column.kind) {
        (Inner::Lite(row), ColumnKind::Int) => Cell::Int(row.try_get(at).map_err(wrong)?),
        (Inner::Lite(row), ColumnKind::Text) => Cell::Text(row.try_get(at).map_err(wrong)?),
        (Inner::Lite(row), ColumnKind::Bytes) => Cell::Bytes(row.try_get(at).map_err(wrong)?),
        (Inner::Pg(row), ColumnKind::Int) => Cell::Int(row.try_get(at).map_err(wrong)?),
        (Inner::Pg(row), ColumnKind::Text) => Cell::Text(row.try_get(at).map_err(wrong)?),
        (Inner::Pg(row), ColumnKind::Bytes) => Cell::Bytes(row.try_get(at).map_err(wrong)?),
    })
}

/// How the rows of an organisation are found in a table, `$o` being its id; `None` for a table
/// that belongs to the whole node.
pub(crate) fn filter_of(table: &str) -> Option<&'static str> {
    Some(match table {
        "organisations" => "id = $o",
        "desks" | "officers" => "organisation_id = $o",
        "member_wraps" | "hints" | "wraps" | "persons" | "screenings" | "slices" | "erasures" => {
            "desk_id IN (SELECT id FROM desks WHERE organisation_id = $o)"
        }
        "cases" => {
            "id IN (SELECT case_id FROM slices WHERE desk_id IN
                (SELECT id FROM desks WHERE organisation_id = $o))"
        }
        "messages" | "attachments" => {
            "hint_id IN (SELECT id FROM hints WHERE desk_id IN
                (SELECT id FROM desks WHERE organisation_id = $o))"
        }
        "slice_fields" => {
            "slice_id IN (SELECT id FROM slices WHERE desk_id IN
                (SELECT id FROM desks WHERE organisation_id = $o))"
        }
        "leaves" => "owner_desk IN (SELECT id FROM desks WHERE organisation_id = $o)",
        _ => return None,
    })
}
