//! The sealed index of persons: entries, the keys they share, and how often was searched.

use crate::{Row, StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{DeskId, OfficerId, PersonId};

/// One sealed entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindableRow {
    pub person_id: PersonId,
    pub desk_id: DeskId,
    /// The thing under which the key's wrap is kept.
    pub key_id: [u8; 16],
    /// Still under a key of its own.
    pub is_waiting: bool,
    pub sealed: Vec<u8>,
}

/// A key that entries of a desk share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindingKeyRow {
    pub id: [u8; 16],
    pub desk_id: DeskId,
    pub made_on: Day,
}

/// Entries of a desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindableCounts {
    pub all: i64,
    pub waiting: i64,
}

impl Tx {
    /// Writes the entry of a person, in place of one that is there.
    pub async fn put_findable(&mut self, row: &FindableRow) -> Result<(), StoreError> {
        self.delete_findable(row.person_id).await?;
        self.execute(
            "INSERT INTO findables (person_id, desk_id, key_id, is_waiting, sealed)
             VALUES ($1, $2, $3, $4, $5)",
            &[
                row.person_id.into(),
                row.desk_id.into(),
                row.key_id.into(),
                row.is_waiting.into(),
                row.sealed.clone().into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Takes a person out of the index, with a key that no other entry uses. No key is needed.
    pub async fn delete_findable(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.execute(
            "DELETE FROM wraps WHERE thing_kind = 'findable' AND thing_id IN
                 (SELECT key_id FROM findables WHERE person_id = $1 AND is_waiting = 1)",
            &[person.into()],
        )
        .await?;
        self.execute("DELETE FROM findables WHERE person_id = $1", &[person.into()]).await?;
        Ok(())
    }

    /// Entries of a desk after a person, by person; those that wait, or the others.
    pub async fn list_findables(
        &mut self,
        (desk, is_waiting): (DeskId, bool),
        after: Option<PersonId>,
        most: i64,
    ) -> Result<Vec<FindableRow>, StoreError> {
        let after: Vec<u8> = after.map_or_else(Vec::new, |id| id.bytes().to_vec());
        let rows = self
            .rows(
                "SELECT person_id, desk_id, key_id, is_waiting, sealed FROM findables
                 WHERE desk_id = $1 AND is_waiting = $2 AND person_id > $3
                 ORDER BY person_id LIMIT $4",
                &[desk.into(), is_waiting.into(), after.into(), most.into()],
            )
            .await?;
        rows.iter().map(findable_row).collect()
    }

    /// Entries under one key.
    pub async fn list_findables_of_key(
        &mut self,
        key: &[u8; 16],
        most: i64,
    ) -> Result<Vec<FindableRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT person_id, desk_id, key_id, is_waiting, sealed FROM findables
                 WHERE key_id = $1 ORDER BY person_id LIMIT $2",
                &[key.into(), most.into()],
            )
            .await?;
        rows.iter().map(findable_row).collect()
    }

    /// An entry is sealed anew under a shared key, unless it was changed or taken out meanwhile.
    pub async fn reseal_findable(
        &mut self,
        row: &FindableRow,
        key: &[u8; 16],
        sealed: Vec<u8>,
    ) -> Result<bool, StoreError> {
        if row.is_waiting {
            self.execute(
                "DELETE FROM wraps WHERE thing_kind = 'findable' AND thing_id = $1",
                &[row.key_id.into()],
            )
            .await?;
        }
        let changed = self
            .execute(
                "UPDATE findables SET key_id = $1, is_waiting = 0, sealed = $2
                 WHERE person_id = $3 AND key_id = $4",
                &[key.into(), sealed.into(), row.person_id.into(), row.key_id.into()],
            )
            .await?;
        Ok(changed == 1)
    }

    pub async fn count_findables(&mut self, desk: DeskId) -> Result<FindableCounts, StoreError> {
        let row = self
            .row(
                "SELECT COUNT(*) AS all_count,
                        CAST(COALESCE(SUM(is_waiting), 0) AS BIGINT) AS waiting_count
                 FROM findables WHERE desk_id = $1",
                &[desk.into()],
            )
            .await?;
        row.map_or(Ok(FindableCounts::default()), |row| {
            Ok(FindableCounts { all: row.int("all_count")?, waiting: row.int("waiting_count")? })
        })
    }

    pub async fn insert_finding_key(&mut self, row: &FindingKeyRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO finding_keys (id, desk_id, made_on) VALUES ($1, $2, $3)",
            &[row.id.into(), row.desk_id.into(), row.made_on.into()],
        )
        .await?;
        Ok(())
    }

    /// The shared keys of a desk, the newest first.
    pub async fn list_finding_keys(
        &mut self,
        desk: DeskId,
    ) -> Result<Vec<FindingKeyRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT id, desk_id, made_on FROM finding_keys WHERE desk_id = $1
                 ORDER BY made_on DESC, id",
                &[desk.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(FindingKeyRow {
                    id: row.array("id")?,
                    desk_id: row.id("desk_id")?,
                    made_on: row.day("made_on")?,
                })
            })
            .collect()
    }

    /// A shared key that no entry uses any more goes, with its wraps; `false` while one does.
    pub async fn delete_finding_key(&mut self, key: &[u8; 16]) -> Result<bool, StoreError> {
        let gone = self
            .execute(
                "DELETE FROM finding_keys WHERE id = $1
                 AND NOT EXISTS (SELECT 1 FROM findables WHERE key_id = $1)",
                &[key.into()],
            )
            .await?;
        if gone == 1 {
            self.execute(
                "DELETE FROM wraps WHERE thing_kind = 'findable' AND thing_id = $1",
                &[key.into()],
            )
            .await?;
        }
        Ok(gone == 1)
    }

    /// Counts one more search of an officer on a day and says how many there were with it.
    pub async fn count_search(&mut self, officer: OfficerId, on: Day) -> Result<i64, StoreError> {
        self.execute(
            "INSERT INTO searches (officer_id, on_day, count) VALUES ($1, $2, 1)
             ON CONFLICT (officer_id, on_day) DO UPDATE SET count = searches.count + 1",
            &[officer.into(), on.into()],
        )
        .await?;
        self.searches_of(officer, on).await
    }

    /// How often an officer searched on a day.
    pub async fn searches_of(&mut self, officer: OfficerId, on: Day) -> Result<i64, StoreError> {
        let row = self
            .row(
                "SELECT count FROM searches WHERE officer_id = $1 AND on_day = $2",
                &[officer.into(), on.into()],
            )
            .await?;
        row.map_or(Ok(0), |row| row.int("count"))
    }
}

fn findable_row(row: &Row) -> Result<FindableRow, StoreError> {
    Ok(FindableRow {
        person_id: row.id("person_id")?,
        desk_id: row.id("desk_id")?,
        key_id: row.array("key_id")?,
        is_waiting: row.int("is_waiting")? == 1,
        sealed: row.bytes("sealed")?,
    })
}
