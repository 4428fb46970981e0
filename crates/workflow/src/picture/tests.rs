//! Tables of sets as they are shown, against what their sources say of themselves.

use super::tables::{Table, tables};
use crate::import::{format, parse};
use lexicon::Day;
use lexicon::ids::ImportId;
use std::io::Read;
use store::{SetColumnRow, SetRow};
use xtask::shared::shared_data;

fn stored(id: &str, source: impl Read) -> (SetRow, Vec<SetColumnRow>) {
    let parsed = parse(format(id).expect("a format"), source)
        .unwrap_or_else(|why| panic!("{:?}", why.complaints));
    let row = SetRow {
        id: ImportId::from_bytes([1; 16]),
        format: id.to_owned(),
        title: parsed.profile.id.to_owned(),
        source: "f.csv".to_owned(),
        file_hash: parsed.file_hash,
        rows_in: 0,
        rows_stored: 0,
        complaint_count: 0,
        imported_on: Day::parse("2026-11-23").expect("a day"),
    };
    (row, crate::import::column_rows(&parsed))
}

fn made(id: &str, source: impl Read) -> Vec<Table> {
    let (set, columns) = stored(id, source);
    tables(&set, &columns).expect("whole columns")
}

fn one<'a>(tables: &'a [Table], id: &str) -> &'a Table {
    tables.iter().find(|table| table.view.id == id).unwrap_or_else(|| panic!("no table {id}"))
}

/// `key count` of each row, with the parts after it where there are any.
fn lines(table: &Table) -> Vec<String> {
    let line = |row: &super::tables::Row| {
        let cells: Vec<String> = row.cells.iter().map(|sum| sum.count.to_string()).collect();
        let parts =
            if cells.is_empty() { String::new() } else { format!(" = {}", cells.join(" + ")) };
        format!("{} {}{parts}", row.key.join(" to "), row.total.count)
    };
    table.rows.iter().map(line).collect()
}

const PEOPLE: &str = "yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation,\
traffickMonths,meansDebtBondageEarnings,isForcedLabour,isSexualExploit,isOtherExploit\n\
2019,Woman,9--17,NGA,ITA,,1,1,1,\n\
2019,Man,48+,NGA,ITA,,,1,,\n\
2019,Woman,18--20,NGA,NGA,,,,1,\n\
2020,,,,ITA,,,-99,0,\n\
2020,Man,30--38,MLI,,,,1,,1\n";

#[test]
fn a_person_with_several_forms_stands_in_several_rows_and_once_in_all() {
    let tables = made("ctdc", PEOPLE.as_bytes());
    let forms = one(&tables, "form");
    assert_eq!(forms.parts, ["yes", "no", "unknown"]);
    assert_eq!(
        lines(forms),
        [
            "isForcedLabour 5 = 3 + 0 + 2",
            "isSexualExploit 5 = 2 + 1 + 2",
            "isOtherExploit 5 = 1 + 0 + 4"
        ]
    );
    assert_eq!(forms.total.count, 5);
}

#[test]
fn years_and_ages_keep_their_order_and_what_is_missing_stands_last() {
    let tables = made("ctdc", PEOPLE.as_bytes());
    assert_eq!(one(&tables, "year").parts, ["female", "male", "unknown"]);
    assert_eq!(lines(one(&tables, "year")), ["2019 3 = 2 + 1 + 0", "2020 2 = 0 + 1 + 1"]);
    let ages = lines(one(&tables, "age"));
    assert_eq!(ages, ["9-17 1", "18-20 1", "30-38 1", "48+ 1", "unknown 1"]);
    assert_eq!(
        lines(one(&tables, "places")),
        ["NG to IT 2", "NG to NG 1", "ML to unknown 1", "unknown to IT 1"]
    );
}

const REFERRALS: &str = "First responder type,First responder,Exploitation type,\
Age at exploitation,Gender,Nationality,People\n\
Police,Kent,Labour,Adult (18 or over),Male,Afghan,4\n\
Police,Kent,Labour,Child (17 or under),Female,Afghan,2\n\
Police,Kent,Labour,Adult (18 or over),Total,Afghan,4\n\
Police,Kent,Labour,Total,Total,Afghan,6\n\
Police,Kent,Total,Total,Total,Afghan,6\n\
Police,Police total,Labour,Adult (18 or over),Male,Afghan,4\n\
Police,Police total,Total,Total,Total,Afghan,6\n\
Police,Police total,Total,Total,Total,Total,6\n";

#[test]
fn totals_are_never_added_to_their_parts() {
    for table in made("uk-nrm", REFERRALS.as_bytes()) {
        assert_eq!(table.total.count, 6, "{}", table.view.id);
    }
    let grounds = "Year,Quarter,Adult (18 or over) - Negative reasonable grounds,\
        Adult (18 or over) - Positive reasonable grounds,Adult (18 or over) - Total,\
        Child (17 or under) - Negative reasonable grounds,\
        Child (17 or under) - Positive reasonable grounds,Child (17 or under) - Total,\
        Age not specified or unknown - Negative reasonable grounds,\
        Age not specified or unknown - Positive reasonable grounds,\
        Age not specified or unknown - Total,Total\n\
        2014,Total,2,4,6,8,10,18,0,0,0,24\n2014,Q1,1,2,3,4,5,9,0,0,0,12\n\
        2014,Q2,1,2,3,4,5,9,0,0,0,12\n";
    let tables = made("uk-nrm", grounds.replace(",        ", ",").as_bytes());
    assert_eq!(one(&tables, "year").parts, ["adult", "minor", "unknown-age"]);
    assert_eq!(lines(one(&tables, "year")), ["2014 24 = 6 + 18 + 0"]);
}

#[test]
fn ctdc_is_counted_as_its_dictionary_counts_it() {
    let path = "ctdc/CTDC_VPsynthetic_condensed.csv";
    let Some(path) = shared_data("ctdc_picture", path) else { return };
    let tables = made("ctdc", std::fs::File::open(path).expect("a file"));
    let sexes = one(&tables, "sex");
    assert_eq!(lines(sexes), ["female 9589", "male 7995", "unknown 3611"]);
    let forms = lines(one(&tables, "form"));
    assert!(forms[0].starts_with("isForcedLabour 21195 = 12248 +"), "{forms:?}");
    let places = one(&tables, "places");
    assert_eq!(places.total.count, 21_195);
    assert_eq!(lines(places)[0], "europe to europe 4720");
}

#[test]
fn the_uk_tables_add_up_to_their_own_totals() {
    let Some(folder) = shared_data("uk_picture", "uk_nrm") else { return };
    for (file, total) in [
        ("nrm_referrals_police_2023_q3.csv.gz", 970),
        ("nrm_referrals_la_2023_q3.csv.gz", 963),
        ("nrm_duty_to_notify_2023_q3.csv.gz", 1_317),
    ] {
        let file = std::fs::File::open(folder.join(file)).expect("a file");
        for table in made("uk-nrm", file) {
            assert_eq!(table.total.count, total, "{}", table.view.id);
        }
    }
}

#[test]
fn glotip_takes_one_margin_for_each_table_and_says_what_is_withheld() {
    let Some(path) = shared_data("glotip_picture", "unodc_glotip/data_glotip.csv.gz") else {
        return;
    };
    let tables = made("glotip", std::fs::File::open(path).expect("a file"));
    for id in ["year", "sex", "age", "form", "places"] {
        let table = one(&tables, id);
        assert!(table.total.count > 100_000 && table.total.withheld > 0, "{id} {:?}", table.total);
        let names: Vec<&str> =
            table.rows.iter().flat_map(|row| &row.key).map(String::as_str).collect();
        assert!(!names.iter().any(|name| name.contains("total") || *name == "nationals"), "{id}");
    }
}
