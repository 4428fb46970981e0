//! The counting copy: coded facts of own cases under an id that only the sealed record knows.

use crate::{Cell, StoreError, Tx};

/// One row. Every fact is a code of the catalogue; what is missing has a code of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountingRow {
    /// Random; kept inside the sealed record of the person.
    pub id: [u8; 16],
    pub year: i64,
    /// 1 to 4.
    pub quarter: i64,
    pub phenomenon: String,
    pub form: String,
    pub sex: String,
    pub age_group: String,
    pub citizenship: String,
    pub exploitation_country: String,
    pub status: String,
}

const COLUMNS: &str = "id, year, quarter, phenomenon, form, sex, age_group, citizenship, \
                       exploitation_country, status";

impl Tx {
    /// Adds rows; a row whose id exists is corrected. The caller shuffles them, so that their
    /// order tells nothing.
    pub async fn put_counting_rows(&mut self, rows: &[CountingRow]) -> Result<(), StoreError> {
        for row in rows {
            self.delete_counting_row(&row.id).await?;
        }
        let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
        self.execute_many(
            "INSERT INTO counting (id, year, quarter, phenomenon, form, sex, age_group, \
             citizenship, exploitation_country, status)",
            &cells,
            "",
        )
        .await?;
        Ok(())
    }

    pub async fn delete_counting_row(&mut self, id: &[u8; 16]) -> Result<(), StoreError> {
        self.execute("DELETE FROM counting WHERE id = $1", &[id.into()]).await?;
        Ok(())
    }

    /// Every row, ordered by its random id.
    pub async fn list_counting_rows(&mut self) -> Result<Vec<CountingRow>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM counting ORDER BY id");
        let rows = self.rows(sqlx::AssertSqlSafe(sql), &[]).await?;
        rows.iter()
            .map(|row| {
                Ok(CountingRow {
                    id: row.array("id")?,
                    year: row.int("year")?,
                    quarter: row.int("quarter")?,
                    phenomenon: row.text("phenomenon")?,
                    form: row.text("form")?,
                    sex: row.text("sex")?,
                    age_group: row.text("age_group")?,
                    citizenship: row.text("citizenship")?,
                    exploitation_country: row.text("exploitation_country")?,
                    status: row.text("status")?,
                })
            })
            .collect()
    }
}

fn cells(row: &CountingRow) -> Vec<Cell> {
    vec![
        row.id.into(),
        row.year.into(),
        row.quarter.into(),
        row.phenomenon.as_str().into(),
        row.form.as_str().into(),
        row.sex.as_str().into(),
        row.age_group.as_str().into(),
        row.citizenship.as_str().into(),
        row.exploitation_country.as_str().into(),
        row.status.as_str().into(),
    ]
}
