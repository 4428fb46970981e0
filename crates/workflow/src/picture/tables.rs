//! A view of a set as a table: what the page draws and what is handed out.

use super::views::{Keep, Shape, View, views};
use crate::import::{Unit, profile};
use statistics::coding::{CodingError, Column};
use statistics::{MISSING, Sum, UNKNOWN, group};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use store::{SetColumnRow, SetRow};

/// A table of one set.
#[derive(Debug)]
pub struct Table {
    pub view: &'static View,
    /// The values by which rows are parted; empty where they are not.
    pub parts: Vec<String>,
    pub rows: Vec<Row>,
    /// All rows together; of flags, everybody, however many flags say yes.
    pub total: Sum,
}

/// One row of a table.
#[derive(Debug)]
pub struct Row {
    /// A value of the column of rows, the name of a flag, or from where and to where.
    pub key: Vec<String>,
    /// One for each of the table's parts.
    pub cells: Vec<Sum>,
    pub total: Sum,
}

impl Row {
    /// The value of a row that has one.
    pub fn value(&self) -> &str {
        self.key.first().map_or("", String::as_str)
    }
}

impl Table {
    /// The cell of a row under a part; nothing where there is none.
    pub fn cell(&self, row: &Row, part: &str) -> Sum {
        let at = self.parts.iter().position(|known| known == part);
        at.and_then(|at| row.cells.get(at)).copied().unwrap_or_default()
    }
}

/// Every table of a set that its columns can make.
///
/// # Errors
/// When a column is broken.
pub fn tables(set: &SetRow, stored: &[SetColumnRow]) -> Result<Vec<Table>, CodingError> {
    let columns = Columns::of(stored);
    let made = views(&set.title).iter().map(|view| table(set, &columns, view));
    made.filter_map(Result::transpose).collect()
}

/// One table of a set.
///
/// # Errors
/// When a column is broken.
pub fn one_table(
    set: &SetRow,
    stored: &[SetColumnRow],
    view: &'static View,
) -> Result<Option<Table>, CodingError> {
    table(set, &Columns::of(stored), view)
}

/// Unpacks columns when they are first asked for.
struct Columns<'a> {
    stored: &'a [SetColumnRow],
    open: std::cell::RefCell<BTreeMap<String, std::rc::Rc<Column>>>,
}

impl<'a> Columns<'a> {
    fn of(stored: &'a [SetColumnRow]) -> Self {
        Self { stored, open: std::cell::RefCell::default() }
    }

    fn get(&self, name: &str) -> Result<Option<std::rc::Rc<Column>>, CodingError> {
        if let Some(open) = self.open.borrow().get(name) {
            return Ok(Some(open.clone()));
        }
        let Some(column) = unpack(self.stored, name)? else { return Ok(None) };
        let column = std::rc::Rc::new(column);
        self.open.borrow_mut().insert(name.to_owned(), column.clone());
        Ok(Some(column))
    }
}

/// A column of a set by its name.
///
/// # Errors
/// When its bytes are broken.
pub fn unpack(stored: &[SetColumnRow], name: &str) -> Result<Option<Column>, CodingError> {
    let parts: Vec<&SetColumnRow> = stored.iter().filter(|part| part.name == name).collect();
    let Some(first) = parts.first() else { return Ok(None) };
    let codes: Vec<&[u8]> = parts.iter().map(|part| part.codes.as_slice()).collect();
    Column::unpack(name, &first.dictionary, &codes).map(Some)
}

fn table(
    set: &SetRow,
    columns: &Columns<'_>,
    view: &'static View,
) -> Result<Option<Table>, CodingError> {
    let weight = match profile(&set.title).map(|p| p.unit) {
        Some(Unit::Count(column)) => Some(column),
        _ => None,
    };
    match view.shape {
        Shape::By { rows, parts } => {
            let axes: Vec<&str> = [rows].into_iter().chain(parts).collect();
            let sums = counted(columns, view.keep, &axes, weight)?;
            Ok(sums.map(|sums| {
                let parts = parts.map_or(Vec::new(), |_| parts_of(&sums));
                by(view, sums, parts)
            }))
        }
        Shape::Flags(flags) => flagged(columns, view, flags),
        Shape::Counts { rows, parts } => parted(columns, view, rows, parts),
        Shape::Places { from, to } => {
            let axes: Vec<&str> = [from].into_iter().chain(to).collect();
            let sums = counted(columns, view.keep, &axes, weight)?;
            Ok(sums.map(|sums| places(view, sums)))
        }
    }
}

type Sums = BTreeMap<Vec<String>, Sum>;

/// Sums over the rows that are kept; nothing when the set lacks a column.
fn counted(
    columns: &Columns<'_>,
    keep: &[Keep],
    axes: &[&str],
    weight: Option<&str>,
) -> Result<Option<Sums>, CodingError> {
    let mut along = Vec::new();
    for name in axes {
        let Some(column) = columns.get(name)? else { return Ok(None) };
        along.push(column);
    }
    let mut kept = Vec::new();
    for rule in keep {
        let Some(column) = columns.get(rule.column())? else { return Ok(None) };
        kept.push((column, move |value: &str| rule.takes(value)));
    }
    let weight = weight.map(|name| columns.get(name)).transpose()?.flatten();
    let along: Vec<&Column> = along.iter().map(AsRef::as_ref).collect();
    let kept: Vec<statistics::table::Keep<'_>> = kept
        .iter()
        .map(|(column, takes)| (column.as_ref(), takes as &dyn Fn(&str) -> bool))
        .collect();
    Ok(Some(group(&along, weight.as_deref(), &kept)))
}

/// The values of the second column, in their order.
fn parts_of(sums: &Sums) -> Vec<String> {
    let mut parts: Vec<String> = sums.keys().filter_map(|key| key.get(1).cloned()).collect();
    parts.sort_by_key(|value| in_order(value));
    parts.dedup();
    parts
}

fn by(view: &'static View, sums: Sums, parts: Vec<String>) -> Table {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut total = Sum::default();
    for (key, sum) in sums {
        let mut key = key.into_iter();
        let (value, part) = (key.next().unwrap_or_default(), key.next());
        let row = rows.entry(value.clone()).or_insert_with(|| Row {
            key: vec![value],
            cells: vec![Sum::default(); parts.len()],
            total: Sum::default(),
        });
        let at = parts.iter().position(|known| Some(known) == part.as_ref());
        if let Some(cell) = at.and_then(|at| row.cells.get_mut(at)) {
            cell.add(sum);
        }
        row.total.add(sum);
        total.add(sum);
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    sort(view, &mut rows);
    Table { view, parts, rows, total }
}

/// Years and ages stand in their own order, everything else by size; what is missing stands last.
fn sort(view: &View, rows: &mut [Row]) {
    let has_order = matches!(view.id, "year" | "age");
    rows.sort_by_cached_key(|row| {
        let (rank, number, text) = in_order(row.value());
        let size = if has_order { 0 } else { row.total.count };
        (rank, Reverse(size), number, text)
    });
}

/// Known values first, by their leading number; then what is missing.
fn in_order(value: &str) -> (usize, u64, String) {
    let missing = MISSING.iter().position(|known| *known == value).map_or(0, |at| at + 1);
    let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
    let yes_first = u64::from(value == "no");
    (missing, digits.parse().unwrap_or(yes_first), value.to_owned())
}

fn flagged(
    columns: &Columns<'_>,
    view: &'static View,
    flags: &[&str],
) -> Result<Option<Table>, CodingError> {
    let mut found = Vec::new();
    for flag in flags {
        if let Some(sums) = counted(columns, view.keep, &[flag], None)? {
            found.push((*flag, sums));
        }
    }
    let mut parts: Vec<String> =
        found.iter().flat_map(|(_, s)| s.keys().flatten().cloned()).collect();
    parts.sort_by_key(|value| (value != "yes", in_order(value)));
    parts.dedup();
    let mut total = Sum::default();
    let mut rows = Vec::new();
    for (flag, sums) in found {
        let cell =
            |part: &String| sums.get(std::slice::from_ref(part)).copied().unwrap_or_default();
        let cells: Vec<Sum> = parts.iter().map(cell).collect();
        let mut all = Sum::default();
        sums.values().for_each(|sum| all.add(*sum));
        total = all;
        rows.push(Row { key: vec![flag.to_owned()], cells, total: all });
    }
    let is_yes = |row: &Row| {
        parts.iter().zip(&row.cells).find(|(p, _)| *p == "yes").map_or(0, |c| c.1.count)
    };
    rows.sort_by_cached_key(|row| Reverse(is_yes(row)));
    Ok((!rows.is_empty()).then_some(Table { view, parts, rows, total }))
}

/// Several columns of counts side by side.
fn parted(
    columns: &Columns<'_>,
    view: &'static View,
    rows: &str,
    parts: &[&str],
) -> Result<Option<Table>, CodingError> {
    let mut all: Sums = BTreeMap::new();
    for part in parts {
        let Some(sums) = counted(columns, view.keep, &[rows], Some(part))? else { return Ok(None) };
        for (key, sum) in sums {
            all.entry([key, vec![(*part).to_owned()]].concat()).or_default().add(sum);
        }
    }
    let parts = parts.iter().map(|part| (*part).to_owned()).collect();
    Ok(Some(by(view, all, parts)))
}

/// Corridors, the largest first. `nationals` are citizens of the country that counts them.
fn places(view: &'static View, sums: Sums) -> Table {
    let mut total = Sum::default();
    let mut found: Sums = BTreeMap::new();
    for (mut key, sum) in sums {
        total.add(sum);
        if let [from, to] = key.as_mut_slice()
            && from == "nationals"
        {
            from.clone_from(to);
        }
        found.entry(key).or_default().add(sum);
    }
    let mut rows: Vec<Row> = found
        .into_iter()
        .filter(|(_, sum)| sum.count > 0 || sum.withheld > 0)
        .map(|(key, total)| Row { key, cells: Vec::new(), total })
        .collect();
    let is_missing = |row: &Row| row.key.iter().any(|place| MISSING.contains(&place.as_str()));
    rows.sort_by_cached_key(|row| (is_missing(row), Reverse(row.total.count), row.key.clone()));
    Table { view, parts: Vec::new(), rows, total }
}

/// Sums of corridors by one of their ends, the largest first; what is missing last.
pub fn at_end(table: &Table, end: usize) -> Vec<(String, Sum)> {
    let mut sums: BTreeMap<String, Sum> = BTreeMap::new();
    for row in &table.rows {
        let place = row.key.get(end).map_or(UNKNOWN, String::as_str);
        sums.entry(place.to_owned()).or_default().add(row.total);
    }
    let mut sums: Vec<(String, Sum)> = sums.into_iter().collect();
    sums.sort_by_cached_key(|(place, sum)| {
        (MISSING.contains(&place.as_str()), Reverse(sum.count), place.clone())
    });
    sums
}
