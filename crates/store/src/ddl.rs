//! One text of DDL for both databases: four tokens say what the two spell differently.

/// The version of the tables; a node refuses a database of another one.
pub(crate) const SCHEMA_VERSION: i64 = 1;

const SCHEMA: &str = include_str!("schema.sql");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    Int,
    Text,
    Bytes,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
}

/// A table as the schema states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    /// Names of the columns of its primary key.
    pub key: Vec<String>,
}

impl Table {
    pub(crate) fn filter(&self) -> Option<&'static str> {
        crate::dump::filter_of(&self.name)
    }

    /// Rows read at once: few where a row may be a whole file.
    pub(crate) fn page_rows(&self) -> i64 {
        match self.name.as_str() {
            "attachments" | "set_columns" => 4,
            _ => crate::Tx::page_rows(),
        }
    }
}

/// The tables in the order of the schema: each refers to earlier ones only.
pub(crate) fn tables() -> Vec<Table> {
    let mut all: Vec<Table> = Vec::new();
    let mut is_open = false;
    for line in SCHEMA.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            let name = rest.trim_end_matches(" (").to_owned();
            all.push(Table { name, columns: Vec::new(), key: Vec::new() });
            is_open = true;
        } else if line.starts_with(')') {
            is_open = false;
        } else if let (true, Some(table)) = (is_open, all.last_mut()) {
            read_line(table, line);
        }
    }
    all
}

fn read_line(table: &mut Table, line: &str) {
    if let Some(rest) = line.strip_prefix("PRIMARY KEY (") {
        let names = rest.split(')').next().unwrap_or_default();
        table.key = names.split(", ").map(str::to_owned).collect();
        return;
    }
    let mut words = line.split_whitespace();
    let (Some(name), Some(kind)) = (words.next(), words.next()) else { return };
    let kind = match kind.trim_end_matches(',') {
        "{int}" => ColumnKind::Int,
        "TEXT" => ColumnKind::Text,
        "{bytes}" => ColumnKind::Bytes,
        _ => return,
    };
    if line.contains("PRIMARY KEY") {
        table.key = vec![name.to_owned()];
    }
    table.columns.push(Column { name: name.to_owned(), kind });
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
    use super::{Dialect, SCHEMA, schema, tables};

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

    #[test]
    fn the_tables_are_read_as_the_schema_states_them() {
        let tables = tables();
        assert_eq!(tables.len(), SCHEMA.matches("CREATE TABLE ").count());
        for table in &tables {
            assert!(!table.key.is_empty(), "{} has no key", table.name);
            for key in &table.key {
                assert!(table.columns.iter().any(|c| c.name == *key), "{} {key}", table.name);
            }
            let (_, rest) = SCHEMA.split_once(&format!("CREATE TABLE {} (", table.name)).unwrap();
            let (body, _) = rest.split_once("\n)").unwrap();
            let typed = body.lines().filter(|line| {
                let kind = line.split_whitespace().nth(1).unwrap_or_default();
                !line.trim().starts_with("--")
                    && ["{int}", "TEXT", "{bytes}"].contains(&kind.trim_end_matches(','))
            });
            assert_eq!(typed.count(), table.columns.len(), "{}", table.name);
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
