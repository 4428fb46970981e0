//! Own cases on the page: each crime apart, years side by side, small counts hatched.

use super::drawing::{Bar, Drawing, bars};
use super::labels::{is_missing, value};
use crate::Texts;
use lexicon::Day;
use workflow::picture::own::{Cell, Kind, OwnFigures, Year, next_count};

/// Years side by side.
const YEARS_MAX: usize = 5;

/// A cell of a table: its words, and whether it hides a number.
pub struct Shown {
    pub words: String,
    pub is_less: bool,
}

pub struct Line {
    pub label: String,
    pub cells: Vec<Shown>,
}

/// A table with years as columns.
pub struct OwnTable {
    pub title: String,
    pub lines: Vec<Line>,
    /// Values of which there was nobody in any year.
    pub nobody: String,
}

/// One crime: its bars by year and its tables.
pub struct Crime {
    pub id: String,
    pub title: String,
    pub finding: String,
    pub drawing: Drawing,
    pub by_year: Line,
    pub tables: Vec<OwnTable>,
}

/// What the page says of own cases.
pub struct Own {
    /// When which year is counted.
    pub lead: String,
    pub years: Vec<String>,
    /// Of the last year: crime and number.
    pub figures: Vec<(String, String)>,
    pub figures_of: String,
    pub kinds: Option<OwnTable>,
    pub crimes: Vec<Crime>,
    pub source: String,
}

pub fn own(t: &Texts, figures: &OwnFigures, today: Day) -> Own {
    let from = figures.years.len().saturating_sub(YEARS_MAX);
    let years = figures.years.get(from..).unwrap_or_default();
    let (year, day) = next_count(today).unwrap_or((0, today));
    let day = ("day", t.day(&day));
    let last = years.last();
    Own {
        lead: t.with2("own-lead", day, ("year", year.to_string())),
        years: years.iter().map(|year| year.year.to_string()).collect(),
        figures: last.map(|year| key_figures(t, year)).unwrap_or_default(),
        figures_of: last
            .map(|year| t.with("own-people", "year", year.year.to_string()))
            .unwrap_or_default(),
        kinds: last.map(|_| kinds(t, years)),
        crimes: ["tip", "som"].iter().filter_map(|id| crime(t, years, id)).collect(),
        source: last.map(|year| source(t, year)).unwrap_or_default(),
    }
}

fn source(t: &Texts, last: &Year) -> String {
    let day = Day::parse(&last.counted_on).map(|day| t.day(&day)).unwrap_or_default();
    t.with("own-source", "day", day)
}

fn key_figures(t: &Texts, year: &Year) -> Vec<(String, String)> {
    let crimes = ["tip", "som"].iter().filter_map(|id| of(year, id));
    let name = |kind: &Kind| t.coded("own-kind", &kind.phenomenon);
    crimes.map(|kind| (name(kind), shown(t, kind.total).words)).collect()
}

fn shown(t: &Texts, cell: Cell) -> Shown {
    match cell {
        Cell::Exact(count) => Shown { words: t.number(count), is_less: false },
        Cell::UnderEleven => Shown { words: t.say("own-cell-under"), is_less: true },
        Cell::Hidden => Shown { words: t.say("own-cell-hidden"), is_less: true },
    }
}

fn of<'a>(year: &'a Year, phenomenon: &str) -> Option<&'a Kind> {
    year.kinds.iter().find(|kind| kind.phenomenon == phenomenon)
}

/// Both crimes and what is not known of them, with all of them.
fn kinds(t: &Texts, years: &[Year]) -> OwnTable {
    let names = years.last().map(|year| year.kinds.as_slice()).unwrap_or_default();
    let line = |kind: &Kind| Line {
        label: t.coded("own-kind", &kind.phenomenon),
        cells: totals(t, years, &kind.phenomenon),
    };
    let all = Line {
        label: t.say("picture-all"),
        cells: years.iter().map(|year| shown(t, year.total)).collect(),
    };
    OwnTable {
        title: t.say("own-table-of-kinds"),
        lines: names.iter().map(line).chain([all]).collect(),
        nobody: String::new(),
    }
}

fn totals(t: &Texts, years: &[Year], phenomenon: &str) -> Vec<Shown> {
    let total = |year: &Year| of(year, phenomenon).map_or(Cell::Hidden, |kind| kind.total);
    years.iter().map(|year| shown(t, total(year))).collect()
}

fn crime(t: &Texts, years: &[Year], id: &str) -> Option<Crime> {
    let last = of(years.last()?, id)?;
    let title = t.coded("own-kind", id);
    let bar = |year: &Year| {
        let total = of(year, id).map_or(Cell::Hidden, |kind| kind.total);
        let length = if let Cell::Exact(count) = total { count } else { 0 };
        let parts = vec![("c1", length)];
        Bar { label: year.year.to_string(), parts, figure: shown(t, total).words }
    };
    let list = |list: &workflow::picture::own::List| {
        let line = |(code, _): &(String, Cell)| Line {
            label: label(t, &list.id, code),
            cells: years.iter().map(|year| shown(t, cell(year, id, &list.id, code))).collect(),
        };
        let is_nobody = |(code, _): &&(String, Cell)| {
            !is_missing(code)
                && years.iter().all(|year| cell(year, id, &list.id, code) == Cell::Exact(0))
        };
        let (nobody, somebody): (Vec<_>, Vec<_>) = list.cells.iter().partition(is_nobody);
        let names: Vec<String> = nobody.iter().map(|(code, _)| label(t, &list.id, code)).collect();
        OwnTable {
            title: t.coded("own-by", &list.id),
            lines: somebody.into_iter().map(line).collect(),
            nobody: match names.as_slice() {
                [] => String::new(),
                names => t.with("own-nobody", "names", names.join(", ")),
            },
        }
    };
    Some(Crime {
        id: id.to_owned(),
        finding: finding(t, years, id),
        drawing: bars(t, &years.iter().map(bar).collect::<Vec<_>>()),
        by_year: Line { label: title.clone(), cells: totals(t, years, id) },
        tables: last.lists.iter().map(list).collect(),
        title,
    })
}

/// A value that an earlier year did not count, as of a form that came later, is hidden there.
fn cell(year: &Year, phenomenon: &str, list: &str, code: &str) -> Cell {
    let cells = of(year, phenomenon).map(|kind| kind.list(list)).unwrap_or_default();
    cells.iter().find(|(known, _)| known == code).map_or(Cell::Hidden, |(_, cell)| *cell)
}

fn finding(t: &Texts, years: &[Year], id: &str) -> String {
    let counted = years.iter().filter_map(|year| match of(year, id)?.total {
        Cell::Exact(count) if count > 0 => Some((count, year.year)),
        _ => None,
    });
    match counted.max() {
        Some((count, year)) => {
            t.with2("own-finding-most", ("year", year.to_string()), ("count", t.number(count)))
        }
        None => t.say("own-finding-none"),
    }
}

fn label(t: &Texts, list: &str, code: &str) -> String {
    let is_group = list == "form" && !is_missing(code);
    match (is_group, code) {
        (true, _) => t.coded("form-group", code),
        (false, "48-plus") => value(t, "48+"),
        (false, code) => value(t, code),
    }
}
