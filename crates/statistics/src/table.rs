//! Counting rows by the values of their columns.

use crate::coding::Column;
use std::collections::{BTreeMap, HashMap};

/// What a set of rows adds up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Rows that fell here.
    pub rows: u64,
    /// What the rows count together; the same as `rows` when every row is one.
    pub count: u64,
    /// Rows whose count the source withheld as `<5`; they add nothing to `count`.
    pub withheld: u64,
}

/// The rows that a table is made of.
pub type Keep<'a> = (&'a Column, &'a dyn Fn(&str) -> bool);

/// Counts rows by the values of `columns`. With `weight`, a row counts what stands there: a number,
/// or `<5` as withheld; anything else counts nothing. Rows are taken when every column of `keep`
/// agrees with their value. Sorted by value; rows of columns of unequal length beyond the shortest
/// are left out.
pub fn group(
    columns: &[&Column],
    weight: Option<&Column>,
    keep: &[Keep<'_>],
) -> BTreeMap<Vec<String>, Sum> {
    let axes: Vec<Axis> = columns.iter().map(|c| Axis::of(c)).collect();
    let kept: Vec<Vec<bool>> = keep
        .iter()
        .map(|(column, agrees)| column.entries().iter().map(|e| agrees(&e.value)).collect())
        .collect();
    let weights = weight.map(|c| c.entries().iter().map(|e| weigh(&e.value)).collect::<Vec<_>>());
    let mut codes: Vec<_> = columns.iter().map(|c| c.codes()).collect();
    let mut keep_codes: Vec<_> = keep.iter().map(|(c, _)| c.codes()).collect();
    let mut weight_codes = weight.map(Column::codes);
    let row_count = columns.iter().copied().chain(weight).map(Column::row_count).min().unwrap_or(0);

    let mut sums: HashMap<u64, Sum> = HashMap::new();
    for _ in 0..row_count {
        let mut place = 0_u64;
        for (axis, codes) in axes.iter().zip(&mut codes) {
            place = place * axis.size() + codes.next().map_or(0, |code| axis.position(code));
        }
        let is_kept = kept.iter().zip(&mut keep_codes).fold(true, |all, (flags, codes)| {
            all & codes.next().and_then(|c| at(flags, c)).unwrap_or(false)
        });
        let drawn = weight_codes.as_mut().map(|codes| codes.next());
        if !is_kept {
            continue;
        }
        let weighed = match (&weights, drawn) {
            (Some(weights), Some(code)) => code.and_then(|c| at(weights, c)).unwrap_or_default(),
            _ => Sum { rows: 1, count: 1, withheld: 0 },
        };
        sums.entry(place).or_default().add(weighed);
    }
    sums.into_iter().map(|(place, sum)| (values_of(&axes, place), sum)).collect()
}

impl Sum {
    pub fn add(&mut self, other: Self) {
        self.rows = self.rows.saturating_add(other.rows);
        self.count = self.count.saturating_add(other.count);
        self.withheld = self.withheld.saturating_add(other.withheld);
    }
}

/// The different values of a column; several texts may mean the same value.
struct Axis {
    values: Vec<String>,
    by_code: Vec<u64>,
}

impl Axis {
    fn of(column: &Column) -> Self {
        let mut values: Vec<String> = column.entries().iter().map(|e| e.value.clone()).collect();
        values.sort();
        values.dedup();
        let by_code = column
            .entries()
            .iter()
            .map(|e| values.binary_search(&e.value).map_or(0, |at| at as u64))
            .collect();
        Self { values, by_code }
    }

    fn size(&self) -> u64 {
        (self.values.len() as u64).max(1)
    }

    fn position(&self, code: u32) -> u64 {
        at(&self.by_code, code).unwrap_or(0)
    }
}

fn values_of(axes: &[Axis], place: u64) -> Vec<String> {
    let mut rest = place;
    let mut values: Vec<String> = axes
        .iter()
        .rev()
        .map(|axis| {
            let position = usize::try_from(rest % axis.size()).unwrap_or(0);
            rest /= axis.size();
            axis.values.get(position).cloned().unwrap_or_default()
        })
        .collect();
    values.reverse();
    values
}

fn weigh(value: &str) -> Sum {
    match value.parse::<u64>() {
        Ok(count) => Sum { rows: 1, count, withheld: 0 },
        Err(_) => Sum { rows: 1, count: 0, withheld: u64::from(value == "<5") },
    }
}

fn at<T: Copy>(list: &[T], code: u32) -> Option<T> {
    list.get(usize::try_from(code).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::{Sum, group};
    use crate::coding::Column;

    fn column(values: &[(&str, &str)]) -> Column {
        let mut column = Column::new("c");
        for (raw, value) in values {
            let code = column.add_entry(raw, value).expect("room");
            column.push(code).expect("room");
        }
        column
    }

    #[test]
    fn rows_are_counted_by_value_whatever_the_text() {
        let sex = column(&[("F", "female"), ("Female", "female"), ("M", "male"), ("", "unknown")]);
        let year = column(&[("2020", "2020"); 4]);
        let table = group(&[&year, &sex], None, &[]);
        let counts: Vec<_> = table.iter().map(|(v, s)| (v.join(" "), s.count)).collect();
        assert_eq!(
            counts,
            [("2020 female".into(), 2), ("2020 male".into(), 1), ("2020 unknown".into(), 1)]
        );
    }

    #[test]
    fn a_withheld_count_is_kept_apart_and_a_zero_is_a_count() {
        let all = column(&[("a", "a"); 4]);
        let weight = column(&[("7", "7"), ("<5", "<5"), ("0", "0"), ("?", "unknown")]);
        let table = group(&[&all], Some(&weight), &[]);
        assert_eq!(table.values().next(), Some(&Sum { rows: 4, count: 7, withheld: 1 }));
    }

    #[test]
    fn rows_that_do_not_agree_are_left_out() {
        let letter = column(&[("a", "a"), ("b", "b"), ("a", "a")]);
        let sex = column(&[("f", "f"), ("f", "f"), ("m", "m")]);
        let table = group(&[&sex], None, &[(&letter, &|v| v == "a")]);
        assert_eq!(table.values().map(|s| s.rows).collect::<Vec<_>>(), [1, 1]);
        assert!(group(&[&sex], None, &[(&letter, &|_| false)]).is_empty());
    }
}
