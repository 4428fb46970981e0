//! One text of DDL for both databases: four tokens say what the two spell differently.

/// The version of the tables; a node refuses a database of another one.
pub(crate) const SCHEMA_VERSION: i64 = 1;

const SCHEMA: &str = include_str!("schema.sql");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// A short name of the tables as they are now: any change of their text gives another one.
pub fn tables_print() -> String {
    // FNV-1a, 32 bits: tells states of one text apart, and nothing depends on it.
    let mixed = SCHEMA
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{mixed:08x}")
}

/// The statements that make every table, for one database.
pub(crate) fn schema(dialect: Dialect) -> String {
    expand(SCHEMA, dialect)
}

pub(crate) fn expand(text: &str, dialect: Dialect) -> String {
    let [int, bytes, strict, strict_norowid, norowid] = match dialect {
        Dialect::Sqlite => ["INTEGER", "BLOB", "STRICT", "STRICT, WITHOUT ROWID", "WITHOUT ROWID"],
        Dialect::Postgres => ["BIGINT", "BYTEA", "", "", ""],
    };
    text.replace("{int}", int)
        .replace("{bytes}", bytes)
        .replace("{strict_norowid}", strict_norowid)
        .replace("{strict}", strict)
        .replace("{norowid}", norowid)
}

#[cfg(test)]
mod tests {
    use super::{Dialect, schema};

    fn code(dialect: Dialect) -> String {
        let text = schema(dialect);
        let lines: Vec<_> = text.lines().filter(|l| !l.trim_start().starts_with("--")).collect();
        lines.join("\n").to_lowercase()
    }

    #[test]
    fn every_token_is_expanded() {
        for dialect in [Dialect::Sqlite, Dialect::Postgres] {
            assert!(!code(dialect).contains('{'), "{dialect:?}");
        }
    }

    /// Columns that would tell when somebody asked for help, to the second.
    #[test]
    fn no_table_holds_a_time_finer_than_a_day() {
        let text = code(Dialect::Sqlite);
        for word in ["timestamp", "datetime", "_at ", "unixepoch", "real"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}
