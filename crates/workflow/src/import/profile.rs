//! What a format says about its files: the columns it knows and what may stand in them.

use std::collections::HashMap;

/// One format, known by one word on the command line.
pub trait ImportFormat: Sync {
    /// The word, `ctdc`.
    fn id(&self) -> &'static str;

    /// The shapes in which its files come. A file is recognised by its header.
    fn profiles(&self) -> &'static [Profile];
}

/// What one row of a file counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// One row is one person.
    Person,
    /// A row counts what stands in this column.
    Count(&'static str),
}

/// Given a way to the texts of a row by column: the column and the key of what cannot be true.
pub type Absurd = fn(&dyn Fn(&str) -> String) -> Option<(&'static str, &'static str)>;

/// One shape of file.
#[derive(Debug)]
pub struct Profile {
    /// Also the key of its title, `import-profile-<id>`, and of its source, `import-source-<id>`.
    pub id: &'static str,
    pub unit: Unit,
    pub fields: &'static [Field],
    /// Looks at a whole row (column name → text) and says by key why it cannot be true.
    pub is_absurd: Absurd,
}

/// One column.
#[derive(Debug)]
pub struct Field {
    /// The name under which it is kept.
    pub name: &'static str,
    /// Its names in files, besides the kept one; compared by letters and digits only.
    pub aliases: &'static [&'static str],
    pub kind: Kind,
    /// Without it the file is not of this shape.
    pub is_required: bool,
}

/// What may stand in a column. A cell that may not refuses its row.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A year or a span of years.
    Year,
    /// A quarter, `Q1` or `1`.
    Quarter,
    /// A day, `2023-06-30`.
    Day,
    /// 1 or nothing; with -99 as well as nothing for missing, and 0 where files have it.
    Flag,
    /// A whole number, or `<5`.
    Count,
    /// ISO 3166-1 in two or three letters.
    CountryCode,
    /// A country's name or a nationality; an unknown one is kept and noted.
    CountryName,
    /// A country's name, a form of exploitation, or a total: what GLOTIP calls a category.
    Category,
    /// One of a list.
    List(&'static [Code]),
    /// Several of a list, parted by `;`.
    Several(&'static [Code]),
    /// Any text.
    Text,
}

/// A code and the texts that mean it; compared without case and punctuation.
pub type Code = (&'static str, &'static [&'static str]);

impl Profile {
    /// No row of it is absurd.
    pub fn sound(_: &dyn Fn(&str) -> String) -> Option<(&'static str, &'static str)> {
        None
    }

    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name)
    }

    /// The field that each header names, where it is one of this shape.
    pub fn fields_of(&self, headers: &[String]) -> Vec<Option<&'static Field>> {
        let mut by_name: HashMap<String, &'static Field> = HashMap::new();
        for field in self.fields {
            for name in field.aliases.iter().chain([&field.name]) {
                by_name.entry(plain(name)).or_insert(field);
            }
        }
        headers.iter().map(|header| by_name.get(&plain(header)).copied()).collect()
    }
}

/// A required column.
pub const fn need(name: &'static str, aliases: &'static [&'static str], kind: Kind) -> Field {
    Field { name, aliases, kind, is_required: true }
}

/// A column that may be absent.
pub const fn may(name: &'static str, aliases: &'static [&'static str], kind: Kind) -> Field {
    Field { name, aliases, kind, is_required: false }
}

/// Letters and digits in small letters.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
