//! The national picture: published sets, counted by their coded columns. Own cases are not in it.

use crate::{Node, Refusal, Signed};
use guard::{Action, Kind, Thing};
use lexicon::ids::ImportId;
use statistics::coding::Column;
use statistics::table::group;
use store::{SetColumnRow, SetRow};

/// Columns that are counted, by the names under which sets keep them.
const COUNTED: [&str; 8] =
    ["year", "quarter", "sex", "age", "majority", "form", "indicator", "responder-type"];
/// Values of one column shown by name; the rows of the others are added up.
const VALUES_MAX: usize = 40;

/// How many rows of a set hold which value.
pub struct Figure {
    pub column: String,
    /// The value and its rows, in the order of the values.
    pub counts: Vec<(String, u64)>,
    /// Rows of all values beyond the largest [`VALUES_MAX`].
    pub further: u64,
}

/// Every imported set.
///
/// # Errors
/// Not found when the gate does not show the picture to the officer.
pub async fn list_sets(node: &Node, signed: &Signed) -> Result<Vec<SetRow>, Refusal> {
    check(node, signed)?;
    let mut tx = node.read("list_sets").await?;
    Ok(tx.list_sets().await?)
}

/// One set and its figures.
///
/// # Errors
/// Not found when there is no such set, or the officer may not see it.
pub async fn see_set(
    node: &Node,
    signed: &Signed,
    id: ImportId,
) -> Result<(SetRow, Vec<Figure>), Refusal> {
    check(node, signed)?;
    let mut tx = node.read("see_set").await?;
    let set = tx.find_set(id).await?.ok_or_else(Refusal::not_found)?;
    let rows = tx.list_set_columns(id).await?;
    let figures = COUNTED.iter().filter_map(|name| {
        let parts: Vec<&SetColumnRow> = rows.iter().filter(|r| r.name == *name).collect();
        (!parts.is_empty()).then(|| count(name, &parts))
    });
    Ok((set, figures.collect::<Result<_, _>>()?))
}

fn check(node: &Node, signed: &Signed) -> Result<(), Refusal> {
    let officer = &signed.officer;
    let picture = Thing::standing(Kind::Picture, [0; 16], officer.desk, officer.sphere());
    let is_allowed = node.gate.allows(officer, Action::PictureView, &picture);
    is_allowed.then_some(()).ok_or_else(Refusal::not_found)
}

fn count(name: &str, parts: &[&SetColumnRow]) -> Result<Figure, Refusal> {
    let dictionary = parts.first().map_or(&[][..], |part| part.dictionary.as_slice());
    let codes: Vec<&[u8]> = parts.iter().map(|part| part.codes.as_slice()).collect();
    let column = Column::unpack(name, dictionary, &codes).map_err(|_| Refusal::not_found())?;
    let sums = group(&[&column], None, &[]);
    let mut counts: Vec<(String, u64)> =
        sums.into_iter().map(|(values, sum)| (values.concat(), sum.rows)).collect();
    let mut further = 0;
    if counts.len() > VALUES_MAX {
        counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        further = counts.split_off(VALUES_MAX).iter().map(|(_, rows)| rows).sum();
        counts.sort();
    }
    Ok(Figure { column: name.to_owned(), counts, further })
}
