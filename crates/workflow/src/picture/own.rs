//! Own cases as figures. A year is counted once, a quarter after its end, and what may be shown of
//! it is kept: no small count, and nothing by which one could be computed from the other tables of
//! the same people. A figure that moved from day to day would show who was added; this one never
//! moves. There are no filters and no totals over years.

use super::may;
use crate::rules::forms_in_force;
use crate::{Node, Refusal, Signed};
use guard::Action;
use lexicon::Day;
use protection::case::Phenomenon;
use protection::person::{AGE_GROUPS, SEXES};
use serde::{Deserialize, Serialize};
use statistics::suppress::{Block, Shown, suppress_blocks};
use statistics::{MISSING, UNKNOWN};
use store::{CountingRow, Tx};

/// Where the counted years are kept.
const SETTING: &str = "own-figures";
/// The month of the next year from which a year is counted.
const COUNTED_FROM_MONTH: i8 = 4;
/// What a form that no list knows counts as.
const OTHER: &str = "other";

/// One number as it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    Exact(u64),
    /// From one to ten.
    UnderEleven,
    /// Would give a neighbour away.
    Hidden,
}

/// The counted years, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnFigures {
    pub years: Vec<Year>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    pub year: i64,
    pub counted_on: String,
    pub total: Cell,
    pub kinds: Vec<Kind>,
}

/// The people of one phenomenon, or those of whom it is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// `tip`, `som`, or why it is missing.
    pub phenomenon: String,
    pub total: Cell,
    pub lists: Vec<List>,
}

/// One way of counting them: `sex`, `age` or `form`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    pub id: String,
    /// Every value of the list, also those of which there is nobody.
    pub cells: Vec<(String, Cell)>,
}

impl Kind {
    pub fn list(&self, id: &str) -> &[(String, Cell)] {
        self.lists.iter().find(|list| list.id == id).map_or(&[], |list| list.cells.as_slice())
    }
}

impl From<Shown> for Cell {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Exact(count) => Self::Exact(count),
            Shown::UnderEleven => Self::UnderEleven,
            Shown::Hidden => Self::Hidden,
        }
    }
}

/// The counted years; nothing for whom the gate does not let see own cases counted, as immigration
/// enforcement.
///
/// # Errors
/// When the store cannot be read.
pub async fn own_figures(node: &Node, signed: &Signed) -> Result<Option<OwnFigures>, Refusal> {
    if !may(node, signed, Action::PictureCount) {
        return Ok(None);
    }
    let mut tx = node.read("own_figures").await?;
    kept(&mut tx).await.map(Some)
}

/// The year that is counted next, and the day from which it is.
pub fn next_count(today: Day) -> Option<(i64, Day)> {
    let year = last_closed(today) + 1;
    Some((year, Day::parse(&format!("{:04}-{COUNTED_FROM_MONTH:02}-01", year + 1))?))
}

/// Counts every year that is over for a quarter and was not counted yet. Once a day is enough.
///
/// # Errors
/// When the store cannot keep the figures.
pub async fn count_closed_years(node: &Node) -> Result<(), Refusal> {
    let last = last_closed(node.today());
    let mut tx = node.begin("count_closed_years").await?;
    let mut figures = kept(&mut tx).await?;
    let rows = tx.list_counting_rows().await?;
    let first = rows.iter().map(|row| row.year).min().unwrap_or(i64::MAX);
    let groups = groups(node, &mut tx).await?;
    let before = figures.years.len();
    for year in first..=last {
        if figures.years.iter().any(|counted| counted.year == year) {
            continue;
        }
        let of_year: Vec<&CountingRow> = rows.iter().filter(|row| row.year == year).collect();
        figures.years.push(count(year, node.today(), &of_year, &groups));
    }
    if figures.years.len() == before {
        return Ok(());
    }
    figures.years.sort_by_key(|counted| counted.year);
    let json = serde_json::to_string(&figures).map_err(|why| Refusal::fault(why.to_string()))?;
    tx.put_setting(SETTING, &json).await?;
    tx.commit().await?;
    Ok(())
}

async fn kept(tx: &mut Tx) -> Result<OwnFigures, Refusal> {
    match tx.find_setting(SETTING).await? {
        Some(json) => serde_json::from_str(&json).map_err(|why| Refusal::fault(why.to_string())),
        None => Ok(OwnFigures::default()),
    }
}

fn last_closed(today: Day) -> i64 {
    let year = i64::from(today.year());
    let is_counted = today.month() >= COUNTED_FROM_MONTH;
    if is_counted { year - 1 } else { year - 2 }
}

/// Forms and their groups, and the groups in the order of the catalogue.
struct Groups {
    of_form: Vec<(String, String)>,
    all: Vec<String>,
}

impl Groups {
    fn of<'a>(&'a self, form: &'a str) -> &'a str {
        if MISSING.contains(&form) {
            return form;
        }
        self.of_form.iter().find(|(id, _)| id == form).map_or(OTHER, |(_, group)| group.as_str())
    }
}

async fn groups(node: &Node, tx: &mut Tx) -> Result<Groups, Refusal> {
    let forms = forms_in_force(node, tx).await?;
    let of_form: Vec<(String, String)> =
        forms.forms.iter().map(|form| (form.id.clone(), form.group.clone())).collect();
    let mut all: Vec<String> = Vec::new();
    let known = of_form.iter().map(|(_, group)| group.as_str());
    for group in known.chain([OTHER]).filter(|group| !MISSING.contains(group)) {
        if !all.iter().any(|known| known == group) {
            all.push(group.to_owned());
        }
    }
    Ok(Groups { of_form, all })
}

/// A list while it is counted: its values, and which of them a row has.
struct Counted<'a> {
    id: &'static str,
    values: Vec<&'a str>,
    value_of: Box<dyn Fn(&'a CountingRow) -> &'a str + 'a>,
}

impl<'a> Counted<'a> {
    fn new(
        id: &'static str,
        known: impl IntoIterator<Item = &'a str>,
        value_of: impl Fn(&'a CountingRow) -> &'a str + 'a,
    ) -> Self {
        Self {
            id,
            values: known.into_iter().chain(MISSING).collect(),
            value_of: Box::new(value_of),
        }
    }

    /// One count a value; what no value stands for is unknown.
    fn counts(&self, rows: &[&'a CountingRow]) -> Vec<u64> {
        let mut counts = vec![0_u64; self.values.len()];
        for row in rows {
            let value = (self.value_of)(row);
            let at = self.values.iter().position(|known| *known == value);
            let at = at.or_else(|| self.values.iter().position(|known| *known == UNKNOWN));
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        counts
    }
}

fn count(year: i64, today: Day, rows: &[&CountingRow], groups: &Groups) -> Year {
    let phenomena: Vec<&str> = Phenomenon::ALL.iter().map(|p| p.id()).chain(MISSING).collect();
    let is_of = |row: &CountingRow, phenomenon: &str| {
        let is_known = phenomena.contains(&row.phenomenon.as_str());
        row.phenomenon == phenomenon || (!is_known && phenomenon == UNKNOWN)
    };
    let mut asked = Vec::new();
    let mut blocks = Vec::new();
    for phenomenon in &phenomena {
        let of_kind: Vec<&CountingRow> =
            rows.iter().copied().filter(|row| is_of(row, phenomenon)).collect();
        let lists = lists(phenomenon, groups);
        blocks.push(Block(lists.iter().map(|list| list.counts(&of_kind)).collect()));
        asked.push((*phenomenon, lists));
    }
    let (seen, total) = suppress_blocks(&blocks);
    let kinds = asked.into_iter().zip(seen).map(|((phenomenon, lists), block)| {
        let lists = lists.iter().zip(block.lists).map(|(list, shown)| {
            let values = list.values.iter().map(|value| (*value).to_owned());
            let cells = values.zip(shown.into_iter().map(Cell::from)).collect();
            List { id: list.id.to_owned(), cells }
        });
        let (lists, total) = (lists.collect(), block.total.into());
        Kind { phenomenon: phenomenon.to_owned(), total, lists }
    });
    Year { year, counted_on: today.to_string(), total: total.into(), kinds: kinds.collect() }
}

/// A form of exploitation belongs to trafficking only.
fn lists<'a>(phenomenon: &str, groups: &'a Groups) -> Vec<Counted<'a>> {
    let mut lists = vec![
        Counted::new("sex", SEXES, |row| row.sex.as_str()),
        Counted::new("age", AGE_GROUPS, |row| row.age_group.as_str()),
    ];
    if phenomenon == Phenomenon::Tip.id() {
        let all = groups.all.iter().map(String::as_str);
        lists.push(Counted::new("form", all, |row| groups.of(&row.form)));
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::{Cell, Groups, count, last_closed, next_count};
    use lexicon::Day;
    use store::CountingRow;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn row(n: u8, sex: &str, form: &str) -> CountingRow {
        CountingRow {
            id: [n; 16],
            year: 2025,
            quarter: 1,
            phenomenon: "tip".into(),
            form: form.into(),
            sex: sex.into(),
            age_group: "18-29".into(),
            citizenship: "NG".into(),
            exploitation_country: "PT".into(),
            status: "open".into(),
        }
    }

    fn groups() -> Groups {
        let form = |id: &str, group: &str| (id.to_owned(), group.to_owned());
        Groups {
            of_form: vec![form("mining", "labour"), form("porn", "sexual")],
            all: vec!["sexual".into(), "labour".into(), "other".into()],
        }
    }

    #[test]
    fn a_year_is_counted_a_quarter_after_its_end() {
        assert_eq!(last_closed(day("2027-03-31")), 2025);
        assert_eq!(last_closed(day("2027-04-01")), 2026);
        assert_eq!(next_count(day("2027-03-31")), Some((2026, day("2027-04-01"))));
    }

    #[test]
    fn small_counts_are_not_kept_and_not_to_be_computed_from_the_other_lists() {
        let mut rows: Vec<CountingRow> = (0..40).map(|n| row(n, "female", "mining")).collect();
        rows.extend((40..43).map(|n| row(n, "male", "porn")));
        let rows: Vec<&CountingRow> = rows.iter().collect();
        let year = count(2025, day("2026-04-01"), &rows, &groups());
        let tip = year.kinds.iter().find(|kind| kind.phenomenon == "tip").expect("trafficking");
        let cell = |list: &str, value: &str| {
            tip.list(list).iter().find(|(known, _)| known == value).expect("a value").1
        };
        assert_eq!(cell("sex", "male"), Cell::UnderEleven);
        assert_eq!(cell("form", "sexual"), Cell::UnderEleven);
        // 43 people of one age would make 43 - 40 computable: something gives way in each list.
        let exact = |list: &str| {
            tip.list(list)
                .iter()
                .filter(|(_, cell)| matches!(cell, Cell::Exact(n) if *n > 0))
                .count()
        };
        let is_total_shown = matches!(tip.total, Cell::Exact(_)) || exact("age") > 0;
        assert!(!is_total_shown || exact("sex") + exact("form") == 0, "{tip:?}");
        let json = serde_json::to_string(&year).expect("JSON");
        assert!(!json.contains("{\"exact\":3}"), "{json}");
    }

    #[test]
    fn zero_unknown_not_asked_and_refused_are_four_cells() {
        let mut rows: Vec<CountingRow> = (0..20).map(|n| row(n, "not-asked", "mining")).collect();
        rows.extend((20..45).map(|n| row(n, "refused", "mining")));
        rows.extend((45..75).map(|n| row(n, "martian", "mining")));
        let rows: Vec<&CountingRow> = rows.iter().collect();
        let year = count(2025, day("2026-04-01"), &rows, &groups());
        let sexes: Vec<(&str, Cell)> =
            year.kinds[0].list("sex").iter().map(|(value, cell)| (value.as_str(), *cell)).collect();
        assert_eq!(
            sexes,
            [
                ("female", Cell::Exact(0)),
                ("male", Cell::Exact(0)),
                ("other", Cell::Exact(0)),
                ("unknown", Cell::Exact(30)),
                ("not-asked", Cell::Exact(20)),
                ("refused", Cell::Exact(25)),
            ]
        );
        assert_eq!(year.total, Cell::Exact(75));
    }
}
