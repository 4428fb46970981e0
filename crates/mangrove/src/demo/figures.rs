//! An invented data set in the shape of the CTDC Global Synthetic Dataset (27 columns), so that
//! the national picture of the demonstration shows something before anything real is imported; and
//! invented people of earlier years in the counting copy, whose cases are long closed and deleted.

use lexicon::{Day, Dice};
use std::fmt::Write;
use store::CountingRow;

const ROWS: usize = 3_000;

/// The 27 columns, in the order of the codebook.
const HEADER: &str = "yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation,\
    traffickMonths,meansDebtBondageEarnings,meansThreats,meansAbusePsyPhySex,meansFalsePromises,\
    meansDrugsAlcohol,meansDenyBasicNeeds,meansExcessiveWorkHours,meansWithholdDocs,\
    isForcedLabour,isSexualExploit,isOtherExploit,typeOfLabourAgriculture,\
    typeOfLabourConstruction,typeOfLabourDomesticWork,typeOfLabourHospitality,\
    typeOfSexProstitution,typeOfSexPornography,recruiterRelationIntimatePartner,\
    recruiterRelationFriend,recruiterRelationFamily,recruiterRelationOther";

const MEANS: usize = 8;
const AGES: [&str; 9] =
    ["0--8", "9--17", "18--20", "21--23", "24--26", "27--29", "30--38", "39--47", "48+"];
const MONTHS: [&str; 3] = ["0--12 (0-1 yr)", "13--24 (1-2 yrs)", "25+ (2+ yrs)"];

/// Who is exploited where, and how often of a thousand rows; invented.
const CORRIDORS: [(&str, &str, u64); 24] = [
    ("NGA", "ITA", 90),
    ("NGA", "CIV", 40),
    ("VNM", "GBR", 60),
    ("PHL", "ARE", 55),
    ("NPL", "QAT", 55),
    ("ETH", "LBN", 50),
    ("UKR", "POL", 60),
    ("ROU", "DEU", 60),
    ("MDA", "TUR", 35),
    ("BRA", "BRA", 50),
    ("VEN", "COL", 60),
    ("VEN", "TTO", 25),
    ("HTI", "DOM", 55),
    ("MLI", "MLI", 40),
    ("SEN", "SEN", 35),
    ("GHA", "GHA", 45),
    ("BGD", "MYS", 45),
    ("IDN", "MYS", 40),
    ("MMR", "THA", 50),
    ("COL", "ESP", 35),
    ("MAR", "ESP", 25),
    ("MOZ", "ZAF", 30),
    ("AGO", "PRT", 20),
    ("FJI", "FJI", 20),
];

/// The file as text. The same for the same dice.
pub fn file(dice: &dyn Dice) -> String {
    let mut text = String::with_capacity(ROWS * 90);
    let _ = writeln!(text, "{}", HEADER.replace(' ', ""));
    for _ in 0..ROWS {
        row(&mut text, dice);
    }
    text
}

fn row(text: &mut String, dice: &dyn Dice) {
    let is_sexual = dice.below(100) < 45;
    let is_woman = dice.below(100) < if is_sexual { 93 } else { 58 };
    let year = 2_012 + dice.below(11);
    let (citizenship, country) = corridor(dice);
    let gender = if is_woman { "Woman" } else { "Man" };
    let age = *pick(&AGES, dice).unwrap_or(&"");
    let months = *pick(&MONTHS, dice).unwrap_or(&"");
    let _ = write!(text, "{year},{},{},", kept(gender, 96, dice), kept(age, 80, dice));
    let _ = write!(text, "{},{country},{}", kept(citizenship, 92, dice), kept(months, 35, dice));
    for _ in 0..MEANS {
        flag(text, 28, dice);
    }
    flag(text, if is_sexual { 5 } else { 97 }, dice);
    flag(text, if is_sexual { 98 } else { 2 }, dice);
    flag(text, 4, dice);
    for _ in 0..4 {
        flag(text, if is_sexual { 1 } else { 24 }, dice);
    }
    flag(text, if is_sexual { 70 } else { 0 }, dice);
    flag(text, if is_sexual { 14 } else { 0 }, dice);
    for _ in 0..4 {
        flag(text, 15, dice);
    }
    text.push('\n');
}

fn corridor(dice: &dyn Dice) -> (&'static str, &'static str) {
    let total: u64 = CORRIDORS.iter().map(|(_, _, weight)| weight).sum();
    let mut drawn = dice.below(total);
    for (from, to, weight) in CORRIDORS {
        if drawn < weight {
            return (from, to);
        }
        drawn -= weight;
    }
    ("", "")
}

fn pick<'a, T>(list: &'a [T], dice: &dyn Dice) -> Option<&'a T> {
    list.get(usize::try_from(dice.below(list.len() as u64)).unwrap_or(0))
}

/// The value in so many of a hundred rows, else nothing: not stated.
fn kept<'a>(value: &'a str, of_hundred: u64, dice: &dyn Dice) -> &'a str {
    if dice.below(100) < of_hundred { value } else { "" }
}

fn flag(text: &mut String, of_hundred: u64, dice: &dyn Dice) {
    text.push_str(if dice.below(100) < of_hundred { ",1" } else { "," });
}

/// Years before this one of which the counting copy holds people.
const EARLIER_YEARS: i16 = 5;

/// People of earlier years; invented. The same for the same dice.
pub fn earlier_years(dice: &dyn Dice, today: Day) -> Vec<CountingRow> {
    let mut rows = Vec::new();
    for year in (1..=EARLIER_YEARS).rev() {
        let people = 130 + 22 * u64::from((EARLIER_YEARS - year).unsigned_abs()) + dice.below(30);
        for _ in 0..people {
            rows.push(counted(dice, i64::from(today.year() - year)));
        }
    }
    rows
}

/// Known in so many of a hundred; else unknown, not asked or refused.
fn or_missing<'a>(value: &'a str, of_hundred: u64, dice: &dyn Dice) -> &'a str {
    if dice.below(100) < of_hundred {
        return value;
    }
    pick(&["unknown", "not-asked", "refused", "not-asked"], dice).unwrap_or(&"unknown")
}

fn counted(dice: &dyn Dice, year: i64) -> CountingRow {
    const FORMS: [&str; 8] = [
        "labour-agriculture",
        "domestic-servitude",
        "labour-construction",
        "sexual-prostitution",
        "sexual-prostitution",
        "sexual-online",
        "forced-begging",
        "forced-marriage",
    ];
    const AGES: [&str; 7] = ["0-11", "12-17", "12-17", "18-29", "18-29", "18-29", "30-47"];
    let mut id = [0; 16];
    dice.fill(&mut id);
    let is_smuggled = dice.below(100) < 30;
    let phenomenon = if is_smuggled { "som" } else { "tip" };
    let sex = if dice.below(100) < if is_smuggled { 34 } else { 66 } { "female" } else { "male" };
    let form = if is_smuggled { "not-asked" } else { pick(&FORMS, dice).unwrap_or(&"unknown") };
    CountingRow {
        id,
        year,
        quarter: 1 + i64::try_from(dice.below(4)).unwrap_or(0),
        phenomenon: or_missing(phenomenon, 97, dice).to_owned(),
        form: or_missing(form, 92, dice).to_owned(),
        sex: or_missing(sex, 96, dice).to_owned(),
        age_group: or_missing(pick(&AGES, dice).unwrap_or(&"unknown"), 88, dice).to_owned(),
        citizenship: "not-asked".to_owned(),
        exploitation_country: "not-asked".to_owned(),
        status: "closed".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{HEADER, ROWS, file};
    use lexicon::chance::SeededDice;

    #[test]
    fn the_same_seed_gives_the_same_file_with_27_columns_in_every_row() {
        let text = file(&SeededDice::new(7));
        assert_eq!(text, file(&SeededDice::new(7)));
        assert_ne!(text, file(&SeededDice::new(8)));
        assert_eq!(text.lines().count(), ROWS + 1);
        assert_eq!(HEADER.split(',').count(), 27);
        for line in text.lines() {
            assert_eq!(line.split(',').count(), 27, "{line}");
        }
    }
}
