//! Where a sealed value stands.

/// The place of a sealed value. It is bound into the seal, so that a ciphertext pasted into
/// another row, column, table or compartment does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    pub table: &'a str,
    /// The row's id.
    pub row: [u8; 16],
    pub column: &'a str,
    /// Version of the key: of the data key for a cell, of the desk key for a wrap.
    pub key_version: i64,
    /// The thing the cell belongs to, as named by a warrant (hint, slice, case, person, ...); for
    /// a wrap, the desk or officer it is wrapped to.
    pub compartment: [u8; 16],
}

impl<'a> Place<'a> {
    /// A cell of `table.column` in `row`, part of the thing `compartment`, under the first
    /// version of its data key.
    pub fn cell(table: &'a str, row: &[u8; 16], column: &'a str, compartment: &[u8; 16]) -> Self {
        Self { table, row: *row, column, key_version: 1, compartment: *compartment }
    }

    /// The wrap of a data key: `purpose` of `thing`, wrapped to version `key_version` of the key
    /// of `desk`. The same for every table, because wraps live in one.
    pub fn wrap(thing: &[u8; 16], purpose: &'a str, desk: &[u8; 16], key_version: i64) -> Self {
        Self { table: "wraps", row: *thing, column: purpose, key_version, compartment: *desk }
    }

    /// The same place under another version of the key.
    #[must_use]
    pub fn at_version(mut self, key_version: i64) -> Self {
        self.key_version = key_version;
        self
    }

    /// The associated data: each part after its length, so that no two places read the same.
    pub(crate) fn associated(&self) -> Vec<u8> {
        let version = self.key_version.to_be_bytes();
        let parts: [&[u8]; 5] =
            [self.table.as_bytes(), &self.row, self.column.as_bytes(), &version, &self.compartment];
        join(&parts)
    }
}

/// Parts after their lengths (8 bytes, big-endian).
pub(crate) fn join(parts: &[&[u8]]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(parts.iter().map(|p| p.len() + 8).sum());
    for part in parts {
        joined.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        joined.extend_from_slice(part);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn places_that_differ_in_one_part_differ() {
        let base = Place::cell("ab", &[1; 16], "c", &[2; 16]);
        let others = [
            Place { table: "a", column: "bc", ..base },
            Place { table: "abc", column: "", ..base },
            Place { row: [3; 16], ..base },
            Place { compartment: [3; 16], ..base },
            base.at_version(2),
        ];
        for other in others {
            assert_ne!(base.associated(), other.associated(), "{other:?}");
        }
    }
}
