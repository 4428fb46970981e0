//! `mangrove import` as it is called.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::path::Path;
use std::process::Command;

const GLOTIP: &str = "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE,Source\n\
    AFG,Afghanistan,Asia,Southern Asia,Detected trafficking victims,Total,Total,Total,Total,2020,Counts,12,UNODC\n\
    AFG,Afghanistan,Asia,Southern Asia,Detected trafficking victims,Total,Total,Total,Total,2021,Counts,<5,UNODC\n";
const BAD: &str = "AFG,Afghanistan,Asia,Southern Asia,Detected trafficking victims,Total,Total,Total,Total,20x1,Counts,3,UNODC\n";

struct Said {
    out: String,
    err: String,
    code: i32,
}

fn called(words: &[&str], folder: &Path) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_mangrove"))
        .args(words)
        .args(["--lang", "en"])
        .current_dir(folder)
        .output()
        .expect("started");
    Said {
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
        code: output.status.code().expect("a code"),
    }
}

fn folder_with(table: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("table.csv"), table).expect("written");
    folder
}

const IMPORT: &[&str] = &["import", "glotip", "table.csv", "--data", "new", "--json"];

#[test]
fn a_fresh_directory_takes_a_table_and_the_second_time_answers_the_same() {
    let folder = folder_with(GLOTIP);
    let first = called(IMPORT, folder.path());
    let counts = "{\"rows_in\":2,\"rows_stored\":2,\"complaints\":0}\n";
    assert_eq!((first.code, first.out.as_str()), (0, counts), "{}", first.err);
    let second = called(IMPORT, folder.path());
    assert_eq!((second.code, second.out.as_str()), (0, counts));
    assert!(second.err.contains("imported before"), "{}", second.err);
}

#[test]
fn a_bad_row_is_one_line_on_stderr_and_the_others_are_kept() {
    let folder = folder_with(&format!("{GLOTIP}{BAD}"));
    let said = called(IMPORT, folder.path());
    let counts = "{\"rows_in\":3,\"rows_stored\":2,\"complaints\":1}\n";
    assert_eq!((said.code, said.out.as_str()), (0, counts), "{}", said.err);
    let lines: Vec<_> = said.err.lines().filter(|l| l.starts_with("table.csv:4: ")).collect();
    assert_eq!(lines.len(), 1, "{}", said.err);
    assert!(lines[0].contains("20x1"), "{}", said.err);
    let told = called(&IMPORT[..5], folder.path());
    assert_eq!(told.out, "Rows in the file: 3. Stored: 2. Refused, each with its line above: 1.\n");
}

#[test]
fn nothing_readable_is_a_failure_and_leaves_no_directory() {
    let folder = folder_with("a,b\n1,2\n");
    assert_eq!(called(IMPORT, folder.path()).code, 1);
    let missing = called(&["import", "ctdc", "nowhere.csv", "--data", "other"], folder.path());
    assert_eq!(missing.code, 1);
    assert!(missing.err.starts_with("nowhere.csv: "), "{}", missing.err);
    assert!(!folder.path().join("other").exists());
}

#[test]
fn bad_usage_is_exit_2() {
    let folder = folder_with(GLOTIP);
    for words in [&["import"][..], &["import", "glotip"], &["import", "csv", "table.csv"]] {
        let said = called(words, folder.path());
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{words:?}");
    }
}

#[test]
fn a_directory_in_use_is_refused() {
    let folder = folder_with(GLOTIP);
    assert_eq!(called(IMPORT, folder.path()).code, 0);
    let lock = std::fs::File::open(folder.path().join("new/lock")).expect("the lock");
    lock.try_lock().expect("free after the import");
    let said = called(IMPORT, folder.path());
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.err);
    assert!(!said.err.is_empty());
}
