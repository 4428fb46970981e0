//! Persons of cases: what is here identifies nobody unless it is opened.

use crate::{Row, StoreError, Tx};
use lexicon::Sphere;
use lexicon::ids::{CaseId, DeskId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    pub id: PersonId,
    pub case_id: CaseId,
    pub desk_id: DeskId,
    pub sphere: Sphere,
    pub alias: String,
    pub sealed_identity: Vec<u8>,
    /// The coded facts and the id of their row in the counting copy.
    pub counting_row_sealed: Vec<u8>,
    pub version: i64,
}

const COLUMNS: &str =
    "id, case_id, desk_id, sphere, alias, sealed_identity, counting_row_sealed, version";

impl Tx {
    pub async fn insert_person(&mut self, row: &PersonRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO persons (id, case_id, desk_id, sphere, alias, sealed_identity,
                 counting_row_sealed, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                row.id.into(),
                row.case_id.into(),
                row.desk_id.into(),
                row.sphere.into(),
                row.alias.as_str().into(),
                row.sealed_identity.clone().into(),
                row.counting_row_sealed.clone().into(),
                row.version.into(),
            ],
        )
        .await?;
        Ok(())
    }

    pub async fn find_person(&mut self, id: PersonId) -> Result<Option<PersonRow>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM persons WHERE id = $1");
        self.row(sqlx::AssertSqlSafe(sql), &[id.into()])
            .await?
            .map(|row| person_row(&row))
            .transpose()
    }

    /// Persons of a case that one desk entered, by alias.
    pub async fn list_persons(
        &mut self,
        case: CaseId,
        desk: DeskId,
    ) -> Result<Vec<PersonRow>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM persons WHERE case_id = $1 AND desk_id = $2
             ORDER BY alias, id LIMIT 500"
        );
        let rows = self.rows(sqlx::AssertSqlSafe(sql), &[case.into(), desk.into()]).await?;
        rows.iter().map(person_row).collect()
    }
}

fn person_row(row: &Row) -> Result<PersonRow, StoreError> {
    Ok(PersonRow {
        id: row.id("id")?,
        case_id: row.id("case_id")?,
        desk_id: row.id("desk_id")?,
        sphere: row.sphere("sphere")?,
        alias: row.text("alias")?,
        sealed_identity: row.bytes("sealed_identity")?,
        counting_row_sealed: row.bytes("counting_row_sealed")?,
        version: row.int("version")?,
    })
}
