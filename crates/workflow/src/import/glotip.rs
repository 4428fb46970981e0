//! UNODC's data on trafficking in persons, as dataUNODC gives it out: 13 columns, one row a count.
//! Source: layout of the table of 14 April 2025.

use super::profile::{Code, Field, ImportFormat, Kind, Profile, Unit, may, need};

/// `mangrove import glotip`.
pub struct Glotip;

impl ImportFormat for Glotip {
    fn id(&self) -> &'static str {
        "glotip"
    }

    fn profiles(&self) -> &'static [Profile] {
        &[Profile {
            id: "glotip",
            unit: Unit::Count("count"),
            fields: FIELDS,
            is_absurd: leaked_question,
        }]
    }
}

const SEX: &[Code] = &[("female", &[]), ("male", &[]), ("other", &[])];

const AGES: &[Code] = &[("0-17", &["0 to 17 years"]), ("18+", &["18 years or over"])];

const INDICATORS: &[Code] = &[
    ("offences", &["Offences of trafficking in persons"]),
    ("formal-contact", &["Persons brought into formal contact"]),
    ("prosecuted", &["Persons prosecuted"]),
    ("convicted", &["Persons convicted"]),
    ("victims", &["Detected trafficking victims"]),
];

const DIMENSIONS: &[Code] = &[
    ("by-form", &["by form of exploitation"]),
    ("by-citizenship", &["by citizenship"]),
    ("by-repatriation", &["by country of repatriation"]),
];

const FIELDS: &[Field] = &[
    need("reporting-code", &["Iso3_code"], Kind::CountryCode),
    need("reporting", &["Country"], Kind::CountryName),
    may("Region", &[], Kind::Text),
    may("Subregion", &[], Kind::Text),
    need("indicator", &["Indicator"], Kind::List(INDICATORS)),
    need("dimension", &["Dimension"], Kind::List(DIMENSIONS)),
    need("category", &["Category"], Kind::Category),
    need("sex", &["Sex"], Kind::List(SEX)),
    need("age", &["Age"], Kind::List(AGES)),
    need("year", &["Year"], Kind::Year),
    may("unit", &["Unit of measurement"], Kind::Text),
    need("count", &["txtVALUE", "VALUE"], Kind::Count),
    may("Source", &[], Kind::Text),
];

/// In the citizenship table of some countries the number of a question and its year stand where a
/// count should: `61,112,019` is question 6.1, line 1, 2019.
fn leaked_question(cell: &dyn Fn(&str) -> String) -> Option<(&'static str, &'static str)> {
    if cell("dimension") != "by-citizenship" || cell("indicator") != "convicted" {
        return None;
    }
    let count = cell("count");
    let is_question = matches!(count.len(), 7 | 8)
        && count.starts_with("61")
        && matches!(count.get(count.len() - 4..), Some("2019" | "2020" | "2021"));
    is_question.then_some(("count", "import-question-not-count"))
}
