//! What may be shown of a table that counts people of the country's own cases.
//!
//! A count from 1 to 10 reads `<11`. Because totals are shown too, that alone gives the count away
//! by subtraction; so further cells and totals are hidden until nobody who knows everything that
//! is shown can narrow a `<11` at all, or a hidden one to fewer than ten values.
//!
//! The table with its totals is a circulation: row → column carries a cell, the source → row and
//! column → sink carry totals, sink → source the grand total. The values a cell may have, seen from
//! outside, are what can flow through its edge; they are found exactly by augmenting paths.

/// Counts up to this are never shown; 0 is.
pub const SMALL_MAX: u64 = 10;
/// A table with more cells than this is hidden as a whole.
pub const CELLS_MAX: usize = 600;

mod blocks;
pub use blocks::{Block, ShownBlock, suppress_blocks};

const FREE: i64 = i64::MAX / 4;

/// A two-way table of counts: `rows[i][j]`, every row equally long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid(pub Vec<Vec<u64>>);

/// One number as a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    Exact(u64),
    /// From one to ten.
    UnderEleven,
    /// Would give a neighbour away; may be anything, zero included.
    Hidden,
}

/// What may be shown of a count that stands alone.
pub fn alone(count: u64) -> Shown {
    if (1..=SMALL_MAX).contains(&count) { Shown::UnderEleven } else { Shown::Exact(count) }
}

/// A table as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    pub rows: Vec<Vec<Shown>>,
    pub row_totals: Vec<Shown>,
    pub column_totals: Vec<Shown>,
    pub total: Shown,
}

/// What may be shown of a two-way table with its totals. With `hides_total` the grand total is
/// hidden, because another table of the same people hides it.
pub fn suppress(grid: &Grid, hides_total: bool) -> Suppressed {
    let mut net = Net::of(grid);
    if net.edges.len() > CELLS_MAX {
        net.edges.iter_mut().for_each(|e| e.shown = Shown::Hidden);
        return net.read(grid);
    }
    if let Some(total) = net.edges.iter_mut().find(|e| e.what == What::Total && hides_total) {
        total.shown = Shown::Hidden;
    }
    net.hide_what_gives_away();
    net.show_again(hides_total);
    net.hide_what_gives_away();
    net.read(grid)
}

/// What may be shown of a list of counts and their total.
pub fn suppress_list(counts: &[u64], hides_total: bool) -> (Vec<Shown>, Shown) {
    let seen = suppress(&Grid(counts.iter().map(|c| vec![*c]).collect()), hides_total);
    let cells = seen.rows.iter().map(|row| row.first().copied().unwrap_or(Shown::Hidden));
    // A list shows each count once, so a count is as hidden as its cell or its row's total.
    let counts = cells.zip(&seen.row_totals).map(|(cell, total)| cell.max(*total)).collect();
    let column = seen.column_totals.first().copied().unwrap_or(Shown::Hidden);
    (counts, seen.total.max(column))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// The total of several blocks: the first to give way.
    All,
    Cell,
    RowTotal,
    ColumnTotal,
    Total,
}

struct Edge {
    from: usize,
    to: usize,
    value: i64,
    what: What,
    shown: Shown,
}

impl Edge {
    fn new(from: usize, to: usize, value: u64, what: What) -> Self {
        let shown = alone(value);
        Self {
            from,
            to,
            value: i64::try_from(value).unwrap_or(FREE / 2).min(FREE / 2),
            what,
            shown,
        }
    }

    fn is_small(&self) -> bool {
        (1..=SMALL_MAX as i64).contains(&self.value)
    }

    /// The values that a reader thinks possible before looking at the rest of the table.
    fn bounds(&self) -> (i64, i64) {
        match self.shown {
            Shown::Exact(_) => (self.value, self.value),
            Shown::UnderEleven => (1, SMALL_MAX as i64),
            Shown::Hidden => (0, FREE),
        }
    }
}

struct Net {
    edges: Vec<Edge>,
    node_count: usize,
}

impl Net {
    /// Nodes: 0 the source, 1 the sink, then the rows, then the columns.
    fn of(grid: &Grid) -> Self {
        let row_count = grid.0.len();
        let column_count = grid.0.first().map_or(0, Vec::len);
        let mut edges = Vec::new();
        for (i, row) in grid.0.iter().enumerate() {
            edges.push(Edge::new(0, 2 + i, row.iter().sum(), What::RowTotal));
            for (j, value) in row.iter().enumerate() {
                edges.push(Edge::new(2 + i, 2 + row_count + j, *value, What::Cell));
            }
        }
        for (j, total) in column_totals(grid).into_iter().enumerate() {
            edges.push(Edge::new(2 + row_count + j, 1, total, What::ColumnTotal));
        }
        edges.push(Edge::new(1, 0, grid.0.iter().flatten().sum(), What::Total));
        Self { edges, node_count: 2 + row_count + column_count }
    }

    fn show(&mut self, at: usize, shown: Shown) {
        if let Some(edge) = self.edges.get_mut(at) {
            edge.shown = shown;
        }
    }

    fn hide_what_gives_away(&mut self) {
        // Every round hides one thing more, so there are at most as many rounds as things.
        while let Some(change) = self.next_to_hide(|_| true) {
            self.show(change, Shown::Hidden);
        }
    }

    /// Shows again whatever was hidden on the way and turned out not to matter, totals first, then
    /// the largest counts.
    fn show_again(&mut self, hides_total: bool) {
        let mut hidden: Vec<_> = self
            .edges
            .iter()
            .enumerate()
            .filter(|(_, e)| e.shown == Shown::Hidden && !(hides_total && e.what == What::Total))
            .map(|(at, e)| (e.what, e.value, at))
            .collect();
        hidden.sort_unstable();
        for (_, value, at) in hidden.into_iter().rev() {
            self.show(at, alone(u64::try_from(value).unwrap_or(0)));
            if self.next_to_hide(Edge::is_small).is_some() {
                self.show(at, Shown::Hidden);
            }
        }
        // What can be computed from what is shown by now need not be hidden.
        for at in 0..self.edges.len() {
            let Some(edge) = self.edges.get(at).filter(|e| e.shown == Shown::Hidden) else {
                continue;
            };
            let is_kept = edge.is_small() || (hides_total && edge.what == What::Total);
            if !is_kept && self.push(at, 1, true).0 == 0 && self.push(at, 1, false).0 == 0 {
                let value = u64::try_from(edge.value).unwrap_or(0);
                self.show(at, alone(value));
            }
        }
    }

    /// The first edge of those asked for whose value is given away, answered by the edge to hide
    /// for it.
    fn next_to_hide(&self, asked: impl Fn(&Edge) -> bool) -> Option<usize> {
        self.edges.iter().enumerate().filter(|(_, edge)| asked(edge)).find_map(|(at, edge)| {
            let (up, down) = match edge.shown {
                Shown::Exact(_) => return None,
                Shown::UnderEleven => (SMALL_MAX as i64 - edge.value, edge.value - 1),
                Shown::Hidden => return self.widen_hidden(at),
            };
            self.blocked(at, up, true).or_else(|| self.blocked(at, down, false))
        })
    }

    /// A hidden value must be able to take ten values at least.
    fn widen_hidden(&self, at: usize) -> Option<usize> {
        let edge = self.edges.get(at)?;
        let width = SMALL_MAX as i64 - 1;
        let (down, _) = self.push(at, edge.value.min(width), false);
        if down >= width { None } else { self.blocked(at, width - down, true) }
    }

    /// Whether the value of an edge cannot change by `want`: then the edge to hide next.
    fn blocked(&self, at: usize, want: i64, is_upward: bool) -> Option<usize> {
        let (pushed, reached) = self.push(at, want, is_upward);
        if pushed >= want {
            return None;
        }
        let is_reached = |node: usize| reached.get(node).copied().unwrap_or(false);
        self.edges
            .iter()
            .enumerate()
            .filter(|(other, e)| {
                *other != at && e.shown != Shown::Hidden && is_reached(e.from) != is_reached(e.to)
            })
            .min_by_key(|(_, e)| (e.shown == Shown::UnderEleven, e.what, e.value == 0, e.value))
            .map(|(other, _)| other)
            .or_else(|| {
                // Nothing else stands in the way: its own bounds do.
                self.edges.get(at).filter(|e| e.shown != Shown::Hidden).map(|_| at)
            })
    }

    /// Sends up to `want` around a cycle through an edge, raising (or lowering) its value. Returns
    /// what went through, and the nodes that could still be reached when no more did.
    fn push(&self, at: usize, want: i64, is_upward: bool) -> (i64, Vec<bool>) {
        let Some(edge) = self.edges.get(at) else { return (want, Vec::new()) };
        let (start, end) = if is_upward { (edge.to, edge.from) } else { (edge.from, edge.to) };
        let mut flows: Vec<i64> = self.edges.iter().map(|e| e.value).collect();
        let mut pushed = 0;
        while pushed < want {
            let came_by = self.search(at, start, &flows);
            let reaches =
                |node: usize| node == start || came_by.get(node).is_some_and(Option::is_some);
            if !reaches(end) {
                return (pushed, (0..self.node_count).map(reaches).collect());
            }
            let step = self.room(&came_by, &flows, start, end).min(want - pushed).max(1);
            self.follow(&came_by, &mut flows, start, end, step);
            pushed += step;
        }
        (pushed, Vec::new())
    }

    /// Breadth first over edges with room left, but not over `skipped`: by which edge, and in
    /// which direction, each node was reached.
    fn search(&self, skipped: usize, start: usize, flows: &[i64]) -> Vec<Option<(usize, bool)>> {
        let mut came_by = vec![None; self.node_count];
        let mut front = vec![start];
        while !front.is_empty() {
            let mut next = Vec::new();
            for (at, (edge, flow)) in self.edges.iter().zip(flows).enumerate() {
                let (low, high) = edge.bounds();
                for (from, to, room, forward) in [
                    (edge.from, edge.to, high - flow, true),
                    (edge.to, edge.from, flow - low, false),
                ] {
                    let is_new = to != start && came_by.get(to).is_some_and(Option::is_none);
                    if at != skipped && room > 0 && is_new && front.contains(&from) {
                        if let Some(slot) = came_by.get_mut(to) {
                            *slot = Some((at, forward));
                        }
                        next.push(to);
                    }
                }
            }
            front = next;
        }
        came_by
    }

    /// The edges of the path that was found, from its end to its start.
    fn path<'a>(
        &'a self,
        came_by: &'a [Option<(usize, bool)>],
        start: usize,
        end: usize,
    ) -> impl Iterator<Item = (usize, bool, &'a Edge)> {
        let mut node = end;
        std::iter::from_fn(move || {
            if node == start {
                return None;
            }
            let (at, forward) = (*came_by.get(node)?)?;
            let edge = self.edges.get(at)?;
            node = if forward { edge.from } else { edge.to };
            Some((at, forward, edge))
        })
    }

    fn room(
        &self,
        came_by: &[Option<(usize, bool)>],
        flows: &[i64],
        start: usize,
        end: usize,
    ) -> i64 {
        self.path(came_by, start, end)
            .map(|(at, forward, edge)| {
                let flow = flows.get(at).copied().unwrap_or(0);
                let (low, high) = edge.bounds();
                if forward { high - flow } else { flow - low }
            })
            .min()
            .unwrap_or(0)
    }

    fn follow(
        &self,
        came_by: &[Option<(usize, bool)>],
        flows: &mut [i64],
        start: usize,
        end: usize,
        step: i64,
    ) {
        for (at, forward, _) in self.path(came_by, start, end) {
            if let Some(flow) = flows.get_mut(at) {
                *flow += if forward { step } else { -step };
            }
        }
    }

    fn read(&self, grid: &Grid) -> Suppressed {
        let width = grid.0.first().map_or(0, Vec::len);
        let of = |what| self.edges.iter().filter(move |e| e.what == what).map(|e| e.shown);
        let cells: Vec<Shown> = of(What::Cell).collect();
        let rows = match width {
            0 => vec![Vec::new(); grid.0.len()],
            width => cells.chunks(width).map(<[Shown]>::to_vec).collect(),
        };
        Suppressed {
            rows,
            row_totals: of(What::RowTotal).collect(),
            column_totals: of(What::ColumnTotal).collect(),
            total: of(What::Total).next().unwrap_or(Shown::Hidden),
        }
    }
}

fn column_totals(grid: &Grid) -> Vec<u64> {
    let mut totals = vec![0_u64; grid.0.first().map_or(0, Vec::len)];
    for row in &grid.0 {
        for (total, value) in totals.iter_mut().zip(row) {
            *total = total.saturating_add(*value);
        }
    }
    totals
}

#[cfg(test)]
mod tests;
