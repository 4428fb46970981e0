//! An attacker who knows everything that is shown, tried by brute force.

use super::{Grid, Shown, Suppressed, suppress, suppress_list};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every table that agrees with what is shown, with cells up to `most`: per cell (row by row, then
/// row totals, column totals, total) the values it takes in one of them.
fn possible(seen: &Suppressed, most: u64) -> Vec<BTreeSet<u64>> {
    let shown: Vec<Shown> = seen.rows.iter().flatten().copied().collect();
    let width = seen.rows.first().map_or(0, Vec::len);
    let mut found = vec![BTreeSet::new(); everything(seen).len()];
    let mut cells = Vec::new();
    try_cells(seen, &shown, width, most, &mut cells, &mut found);
    found
}

fn everything(seen: &Suppressed) -> Vec<Shown> {
    let mut all: Vec<Shown> = seen.rows.iter().flatten().copied().collect();
    all.extend(&seen.row_totals);
    all.extend(&seen.column_totals);
    all.push(seen.total);
    all
}

fn allows(shown: Shown, value: u64) -> bool {
    match shown {
        Shown::Exact(exact) => value == exact,
        Shown::UnderEleven => (1..=10).contains(&value),
        Shown::Hidden => true,
    }
}

fn try_cells(
    seen: &Suppressed,
    shown: &[Shown],
    width: usize,
    most: u64,
    cells: &mut Vec<u64>,
    found: &mut [BTreeSet<u64>],
) {
    if !cells.is_empty() && cells.len().is_multiple_of(width) {
        let row = cells.len() / width - 1;
        if !allows(seen.row_totals[row], cells[row * width..].iter().sum()) {
            return;
        }
    }
    if cells.len() == shown.len() {
        let rows: Vec<u64> = cells.chunks(width).map(|row| row.iter().sum()).collect();
        let columns: Vec<u64> =
            (0..width).map(|j| cells.iter().skip(j).step_by(width).sum()).collect();
        let mut all = cells.clone();
        all.extend(rows);
        all.extend(columns);
        all.push(cells.iter().sum());
        if everything(seen).iter().zip(&all).all(|(s, v)| allows(*s, *v)) {
            found.iter_mut().zip(all).for_each(|(values, v)| {
                values.insert(v);
            });
        }
        return;
    }
    let (low, high) = match shown[cells.len()] {
        Shown::Exact(value) => (value, value),
        Shown::UnderEleven => (1, 10),
        Shown::Hidden => (0, most),
    };
    for value in low..=high {
        cells.push(value);
        try_cells(seen, shown, width, most, cells, found);
        cells.pop();
    }
}

fn attack(grid: &Grid, most: u64) {
    let seen = suppress(grid, false);
    for (shown, values) in everything(&seen).into_iter().zip(possible(&seen, most)) {
        match shown {
            Shown::Exact(value) => assert_eq!(values, [value].into(), "{grid:?} {seen:?}"),
            Shown::UnderEleven => {
                assert_eq!(values, (1..=10).collect(), "{grid:?} {seen:?}");
            }
            Shown::Hidden => assert!(values.len() >= 10, "{values:?} in {grid:?} {seen:?}"),
        }
    }
}

fn exact_are_true(grid: &Grid, seen: &Suppressed) -> bool {
    let cells = grid.0.iter().flatten().zip(seen.rows.iter().flatten());
    cells.into_iter().all(|(value, shown)| match shown {
        Shown::Exact(exact) => exact == value && !(1..=10).contains(value),
        Shown::UnderEleven => (1..=10).contains(value),
        Shown::Hidden => true,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_small_cell_cannot_be_computed_from_totals(
        cells in prop::collection::vec(prop_oneof![0_u64..4, 0_u64..16], 4),
    ) {
        attack(&Grid(cells.chunks(2).map(<[u64]>::to_vec).collect()), 30);
    }

    #[test]
    fn nor_in_a_list(cells in prop::collection::vec(0_u64..16, 1..4)) {
        attack(&Grid(vec![cells]), 40);
    }

    #[test]
    fn what_is_shown_is_true_and_never_small(
        cells in prop::collection::vec(prop_oneof![0_u64..12, 0_u64..900], 30),
    ) {
        let grid = Grid(cells.chunks(5).map(<[u64]>::to_vec).collect());
        let seen = suppress(&grid, false);
        prop_assert!(exact_are_true(&grid, &seen), "{:?}", seen);
        prop_assert!(everything(&seen).iter().all(|s| !matches!(s, Shown::Exact(1..=10))));
    }
}

#[test]
fn a_small_cell_hides_three_others_and_no_more() {
    let grid = Grid(vec![vec![5, 50, 60], vec![70, 80, 90], vec![20, 30, 40]]);
    let seen = suppress(&grid, false);
    let hidden = everything(&seen).iter().filter(|s| **s == Shown::Hidden).count();
    assert_eq!((seen.rows[0][0], hidden), (Shown::UnderEleven, 3), "{seen:?}");
    assert!(matches!(seen.total, Shown::Exact(445)));
}

#[test]
fn nothing_is_hidden_where_nothing_is_small() {
    let grid = Grid(vec![vec![0, 50], vec![11, 80]]);
    assert!(everything(&suppress(&grid, false)).iter().all(|s| matches!(s, Shown::Exact(_))));
    assert_eq!(suppress_list(&[], false).0, []);
}

#[test]
fn a_total_that_another_table_hides_is_hidden_here_and_a_list_hides_a_neighbour() {
    assert_eq!(suppress_list(&[30, 40], true).1, Shown::Hidden);
    let (counts, total) = suppress_list(&[3, 40, 90], false);
    assert_eq!(counts, [Shown::UnderEleven, Shown::Hidden, Shown::Exact(90)]);
    assert_eq!(total, Shown::Exact(133));
}

#[test]
fn a_large_table_of_small_cells_is_answered() {
    let rows = (0..24).map(|i| (0..22).map(|j| (i * 7 + j * 5) % 23).collect()).collect();
    let grid = Grid(rows);
    assert!(exact_are_true(&grid, &suppress(&grid, false)));
    let seen = suppress(&Grid(vec![vec![3; 700]]), false);
    assert!(everything(&seen).iter().all(|s| *s == Shown::Hidden));
}
