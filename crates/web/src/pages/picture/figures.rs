//! A table of a set as a figure: what it finds, what it counts, the drawing, the table beneath,
//! the source.

use super::drawing::{BARS_MAX, Bar, Drawing, bars};
use super::labels::{is_missing, percent, place, value};
use super::map::{ARROWS_MAX, Step, is_on_map, map};
use crate::Texts;
use statistics::Sum;
use workflow::picture::tables::{Row, Table, at_end};
use workflow::picture::views::Shape;

/// Rows of a map's table that stand open; the others are folded.
const OPEN_ROWS_MAX: usize = 12;
/// Years or ages of one chart: they follow each other, so none is left out.
const YEARS_MAX: usize = 40;
/// Categories of one chart.
const PARTS_MAX: usize = 4;

/// A line of a table under a figure.
pub struct Line {
    pub label: String,
    pub cells: Vec<String>,
}

/// A table under a figure.
pub struct Twin {
    pub title: String,
    /// The first column and the columns of numbers.
    pub head: (String, Vec<String>),
    pub lines: Vec<Line>,
    pub is_open: bool,
}

/// One entry of a legend: class and words.
pub struct Key {
    pub class: &'static str,
    pub words: String,
}

pub struct Figure {
    pub id: &'static str,
    pub finding: String,
    /// What is counted, and how many.
    pub counted: String,
    pub legend: Vec<Key>,
    pub drawing: Drawing,
    pub is_map: bool,
    pub twins: Vec<Twin>,
    /// What must be known to read it.
    pub notes: Vec<String>,
}

/// The figure of a table; `unit` is the profile's word for what is counted.
pub fn figure(t: &Texts, profile: &str, table: &Table) -> Figure {
    match table.view.shape {
        Shape::Places { to, .. } => places(t, profile, table, to.is_some()),
        _ => bars_of(t, profile, table),
    }
}

fn counted(t: &Texts, profile: &str, table: &Table) -> String {
    let title = t.coded("picture-table", table.view.id);
    let unit = t.coded("picture-unit", profile);
    let all = t.with2("picture-counted", ("unit", unit), ("count", t.number(table.total.count)));
    format!("{title}. {all}")
}

fn notes(t: &Texts, table: &Table) -> Vec<String> {
    let mut notes = Vec::new();
    if matches!(table.view.shape, Shape::Flags(_)) {
        notes.push(t.say("picture-note-several"));
    }
    if table.total.withheld > 0 {
        notes.push(t.with("picture-note-withheld", "count", t.number(table.total.withheld)));
    }
    notes
}

/// The number of a row that its chart draws.
fn drawn(table: &Table, row: &Row) -> u64 {
    match table.view.shape {
        Shape::Flags(_) => table.cell(row, "yes").count,
        _ => row.total.count,
    }
}

fn bars_of(t: &Texts, profile: &str, table: &Table) -> Figure {
    let is_flags = matches!(table.view.shape, Shape::Flags(_));
    let is_stacked = !is_flags && (2..=PARTS_MAX).contains(&table.parts.len());
    let classes = classes(&table.parts);
    let bar = |row: &Row| {
        let parts = if is_stacked {
            classes.iter().copied().zip(row.cells.iter().map(|cell| cell.count)).collect()
        } else {
            vec![(if is_missing(row.value()) { "c4" } else { "c1" }, drawn(table, row))]
        };
        Bar { label: value(t, row.value()), parts, figure: t.number(drawn(table, row)) }
    };
    let most = if ["year", "age"].contains(&table.view.id) { YEARS_MAX } else { BARS_MAX };
    let mut rows: Vec<Bar> = table.rows.iter().take(most).map(bar).collect();
    if let Some(others) = table.rows.get(most..).filter(|others| !others.is_empty()) {
        let count = others.iter().map(|row| drawn(table, row)).sum();
        let label = t.say("picture-further");
        rows.push(Bar { label, parts: vec![("c4", count)], figure: t.number(count) });
    }
    let key = |(class, part): (&'static str, &String)| Key { class, words: value(t, part) };
    let legend = classes.iter().copied().zip(&table.parts).map(key);
    Figure {
        id: table.view.id,
        finding: finding(t, table),
        counted: counted(t, profile, table),
        legend: if is_stacked { legend.collect() } else { Vec::new() },
        drawing: bars(t, &rows),
        is_map: false,
        twins: vec![twin(t, table)],
        notes: notes(t, table),
    }
}

/// What is missing is grey; the others have a colour each.
fn classes(parts: &[String]) -> Vec<&'static str> {
    let mut colours = ["c1", "c2", "c3", "c4"].into_iter();
    let class = |part: &String| {
        if is_missing(part) { "c4" } else { colours.next().unwrap_or("c4") }
    };
    parts.iter().map(class).collect()
}

/// The whole table: the parts and their sum.
pub fn twin(t: &Texts, table: &Table) -> Twin {
    let is_flags = matches!(table.view.shape, Shape::Flags(_));
    let mut head: Vec<String> = table.parts.iter().map(|part| value(t, part)).collect();
    head.push(t.say("picture-all"));
    let line = |label: String, cells: Vec<Sum>, total: Sum| {
        let cells = cells.into_iter().chain([total]).map(|sum| number(t, sum)).collect();
        Line { label, cells }
    };
    let mut lines: Vec<Line> = table
        .rows
        .iter()
        .map(|row| line(value(t, row.value()), row.cells.clone(), row.total))
        .collect();
    if !is_flags {
        let mut sums = vec![Sum::default(); table.parts.len()];
        for row in &table.rows {
            sums.iter_mut().zip(&row.cells).for_each(|(sum, cell)| sum.add(*cell));
        }
        lines.push(line(t.say("picture-all"), sums, table.total));
    }
    let title = t.coded("picture-table", table.view.id);
    Twin { head: (title.clone(), head), title, lines, is_open: false }
}

/// A sum as it is read: a source may have withheld all of it.
pub fn number(t: &Texts, sum: Sum) -> String {
    if sum.count == 0 && sum.withheld > 0 {
        return t.say("picture-withheld");
    }
    t.number(sum.count)
}

fn finding(t: &Texts, table: &Table) -> String {
    let known = table.rows.iter().filter(|row| !is_missing(row.value()));
    let Some(largest) = known.max_by_key(|row| drawn(table, row)) else {
        return t.say("picture-finding-unknown");
    };
    let count = drawn(table, largest);
    if count == 0 {
        return t.say("picture-finding-unknown");
    }
    if table
        .rows
        .iter()
        .filter(|row| !is_missing(row.value()) && drawn(table, row) == count)
        .count()
        > 1
    {
        return t.with("picture-finding-even", "count", t.number(count));
    }
    let name = value(t, largest.value());
    let share = percent(t, count, table.total.count);
    match (table.view.id, table.view.shape) {
        ("year", _) => t.with2("picture-finding-year", ("name", name), ("count", t.number(count))),
        (_, Shape::Flags(_)) => t.with2("picture-finding-flag", ("name", name), ("share", share)),
        _ => t.with2("picture-finding-largest", ("name", name), ("share", share)),
    }
}

fn places(t: &Texts, profile: &str, table: &Table, has_both: bool) -> Figure {
    let end = usize::from(has_both);
    let shades = at_end(table, end);
    let arrows: Vec<(&Row, &str, &str)> = table
        .rows
        .iter()
        .filter_map(|row| match row.key.as_slice() {
            [from, to] if from != to => Some((row, from.as_str(), to.as_str())),
            _ => None,
        })
        .filter(|(row, from, to)| row.total.count > 0 && is_on_map(from) && is_on_map(to))
        .take(ARROWS_MAX)
        .collect();
    let lines: Vec<_> =
        arrows.iter().map(|(row, from, to)| (*from, *to, row.total.count)).collect();
    let drawn = map(&shades, &lines);
    let mut twins = Vec::new();
    if has_both {
        twins.push(corridors_twin(t, &arrows));
    }
    twins.extend(ends_twins(t, table, &shades, end));
    let mut notes = notes(t, table);
    notes
        .insert(0, t.say(if has_both { "picture-note-corridors" } else { "picture-note-origins" }));
    Figure {
        id: table.view.id,
        finding: places_finding(t, profile, table, &arrows),
        counted: counted(t, profile, table),
        legend: drawn.steps.iter().map(|step| step_key(t, step)).chain([no_figures(t)]).collect(),
        drawing: drawn.drawing,
        is_map: true,
        twins,
        notes,
    }
}

fn step_key(t: &Texts, step: &Step) -> Key {
    let words = match (step.from, step.below) {
        (0, Some(below)) => t.with("picture-step-under", "below", t.number(below)),
        (from, Some(below)) => {
            t.with2("picture-step", ("from", t.number(from)), ("to", t.number(below - 1)))
        }
        (from, None) => t.with("picture-step-over", "from", t.number(from)),
    };
    Key { class: step.class, words }
}

fn no_figures(t: &Texts) -> Key {
    Key { class: "q0", words: t.say("picture-no-figures") }
}

/// The corridors that are arrows, by rank.
fn corridors_twin(t: &Texts, arrows: &[(&Row, &str, &str)]) -> Twin {
    let line = |((row, from, to), rank): (&(&Row, &str, &str), usize)| {
        let name = t.with2("picture-corridor", ("from", place(t, from)), ("to", place(t, to)));
        Line { label: format!("{rank}. {name}"), cells: vec![number(t, row.total)] }
    };
    Twin {
        title: t.say("picture-corridors-largest"),
        head: (t.say("picture-table-places"), vec![t.say("picture-number")]),
        lines: arrows.iter().zip(1..).map(line).collect(),
        is_open: true,
    }
}

/// The sums that shade the map, with those of their own citizens; the largest stand open.
fn ends_twins(t: &Texts, table: &Table, shades: &[(String, Sum)], end: usize) -> Vec<Twin> {
    let own = |code: &str| {
        let same = |row: &&Row| row.key.iter().all(|key| key == code);
        let mut sum = Sum::default();
        table.rows.iter().filter(same).for_each(|row| sum.add(row.total));
        sum
    };
    let line = |(code, sum): &(String, Sum)| {
        let own = (end == 1).then(|| number(t, own(code)));
        Line { label: place(t, code), cells: own.into_iter().chain([number(t, *sum)]).collect() }
    };
    let title = t.say(if end == 1 { "picture-ends" } else { "picture-origins" });
    let own_head = (end == 1).then(|| t.say("picture-own-citizens"));
    let head: Vec<String> = own_head.into_iter().chain([t.say("picture-all")]).collect();
    let twin = |title: String, rows: &[(String, Sum)], is_open: bool| Twin {
        head: (t.say("picture-place"), head.clone()),
        title,
        lines: rows.iter().map(line).collect(),
        is_open,
    };
    // What is unknown belongs to the open table, however small.
    let (missing, known): (Vec<_>, Vec<_>) =
        shades.iter().cloned().partition(|(place, _)| is_missing(place));
    let (open, rest) = known.split_at(known.len().min(OPEN_ROWS_MAX));
    let mut twins = vec![twin(title, &[open, missing.as_slice()].concat(), true)];
    if !rest.is_empty() {
        let title = t.with("picture-further-places", "count", t.number(rest.len()));
        twins.push(twin(title, rest, false));
    }
    twins
}

fn places_finding(
    t: &Texts,
    profile: &str,
    table: &Table,
    arrows: &[(&Row, &str, &str)],
) -> String {
    let sum = |rows: &mut dyn Iterator<Item = &Row>| -> u64 { rows.map(|r| r.total.count).sum() };
    let is_known = |row: &&Row| row.key.iter().all(|key| is_on_map(key));
    let known = sum(&mut table.rows.iter().filter(is_known));
    let own = sum(&mut table
        .rows
        .iter()
        .filter(is_known)
        .filter(|row| matches!(row.key.as_slice(), [from, to] if from == to)));
    if known > 0 && own * 2 > known {
        let key = match profile {
            "ctdc-perpetrators-16" => "picture-finding-own-region",
            "glotip" => "picture-finding-own-detected",
            _ => "picture-finding-own-country",
        };
        return t.with(key, "share", percent(t, own, known));
    }
    if let Some((row, from, to)) = arrows.first() {
        let name = t.with2("picture-corridor", ("from", place(t, from)), ("to", place(t, to)));
        let count = ("count", t.number(row.total.count));
        return t.with2("picture-finding-corridor", ("name", name), count);
    }
    match table.rows.iter().find(|row| is_on_map(row.value())) {
        Some(row) => {
            let name = ("name", place(t, row.value()));
            t.with2("picture-finding-origin", name, ("count", t.number(row.total.count)))
        }
        None => t.say("picture-finding-unknown"),
    }
}
