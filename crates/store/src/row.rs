//! One row on its way out of a statement, read by column name.

use crate::StoreError;
use lexicon::ids::Id;
use lexicon::{Day, Sphere};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Column as _, Row as _, TypeInfo as _, ValueRef as _};

/// One row. A column that is missing, NULL where a value is asked for, or of another type is
/// [`StoreError::Column`].
pub struct Row(pub(crate) Inner);

pub(crate) enum Inner {
    Lite(SqliteRow),
    Pg(PgRow),
}

impl Row {
    pub fn int(&self, column: &'static str) -> Result<i64, StoreError> {
        self.opt_int(column)?.ok_or(StoreError::Column { column })
    }

    pub fn text(&self, column: &'static str) -> Result<String, StoreError> {
        self.opt_text(column)?.ok_or(StoreError::Column { column })
    }

    pub fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        self.opt_bytes(column)?.ok_or(StoreError::Column { column })
    }

    pub fn bool(&self, column: &'static str) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    pub fn id<I: Id>(&self, column: &'static str) -> Result<I, StoreError> {
        self.opt_id(column)?.ok_or(StoreError::Column { column })
    }

    pub fn day(&self, column: &'static str) -> Result<Day, StoreError> {
        self.opt_day(column)?.ok_or(StoreError::Column { column })
    }

    pub fn sphere(&self, column: &'static str) -> Result<Sphere, StoreError> {
        Sphere::parse(&self.text(column)?).ok_or(StoreError::Column { column })
    }

    /// Bytes of a fixed length, such as a hash.
    pub fn array<const N: usize>(&self, column: &'static str) -> Result<[u8; N], StoreError> {
        self.bytes(column)?.try_into().map_err(|_| StoreError::Column { column })
    }

    pub fn opt_int(&self, column: &'static str) -> Result<Option<i64>, StoreError> {
        let wrong = |_| StoreError::Column { column };
        match &self.0 {
            Inner::Lite(row) => row.try_get(column).map_err(wrong),
            // EXISTS(...) is a boolean and a literal is four bytes on PostgreSQL only.
            Inner::Pg(row) => match pg_type(row, column)?.as_str() {
                "BOOL" => {
                    row.try_get::<Option<bool>, _>(column).map(|b| b.map(i64::from)).map_err(wrong)
                }
                "INT4" => {
                    row.try_get::<Option<i32>, _>(column).map(|n| n.map(i64::from)).map_err(wrong)
                }
                _ => row.try_get(column).map_err(wrong),
            },
        }
    }

    pub fn opt_text(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        match &self.0 {
            Inner::Lite(row) => row.try_get(column),
            Inner::Pg(row) => row.try_get(column),
        }
        .map_err(|_| StoreError::Column { column })
    }

    pub fn opt_bytes(&self, column: &'static str) -> Result<Option<Vec<u8>>, StoreError> {
        match &self.0 {
            Inner::Lite(row) => row.try_get(column),
            Inner::Pg(row) => row.try_get(column),
        }
        .map_err(|_| StoreError::Column { column })
    }

    pub fn opt_id<I: Id>(&self, column: &'static str) -> Result<Option<I>, StoreError> {
        let Some(bytes) = self.opt_bytes(column)? else { return Ok(None) };
        let bytes = bytes.try_into().map_err(|_| StoreError::Column { column })?;
        Ok(Some(I::from_bytes(bytes)))
    }

    pub fn opt_day(&self, column: &'static str) -> Result<Option<Day>, StoreError> {
        let Some(text) = self.opt_text(column)? else { return Ok(None) };
        Day::parse(&text).map(Some).ok_or(StoreError::Column { column })
    }

    /// Every column as text: for dumps in tests and for `doctor`.
    pub fn columns(&self) -> Vec<String> {
        match &self.0 {
            Inner::Lite(row) => row.columns().iter().map(|c| c.name().to_owned()).collect(),
            Inner::Pg(row) => row.columns().iter().map(|c| c.name().to_owned()).collect(),
        }
    }
}

fn pg_type(row: &PgRow, column: &'static str) -> Result<String, StoreError> {
    row.try_get_raw(column)
        .map(|v| v.type_info().name().to_owned())
        .map_err(|_| StoreError::Column { column })
}
