//! Every line is stored or complained about, whatever the file.

use super::{ImportFormat, Parsed, Unreadable, format, import_set, parse, parse_within};
use lexicon::chance::{FixedClock, SeededDice, spoil};
use lexicon::language::{ENGLISH, LANGUAGES};
use lexicon::phrase::has;
use lexicon::{Day, Dice};
use statistics::group;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;
use store::testing::databases;
use xtask::shared::shared_data;

/// Broken copies made of each file.
const ROUNDS: usize = 400;
/// What is put into them.
const PIECES: [&[u8]; 14] = [
    b"\"",
    b",",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"-99",
    b"<5",
    b"\t",
    b"99999999999999999999",
    b"=1+1",
    b"Total",
    b"\xe2\x80\xae",
];

/// Small files of our own: format, profile, text.
const CORPUS: [(&str, &str, &[u8]); 8] = [
    ("ctdc", "ctdc-victims-27", include_bytes!("corpus/ctdc-27.csv")),
    ("ctdc", "ctdc-victims-27", include_bytes!("corpus/ctdc-27-sectors.tsv")),
    ("ctdc", "ctdc-victims-63", include_bytes!("corpus/ctdc-63.csv")),
    ("ctdc", "ctdc-perpetrators-16", include_bytes!("corpus/ctdc-16.csv")),
    ("glotip", "glotip", include_bytes!("corpus/glotip.csv")),
    ("uk-nrm", "uk-referrals", include_bytes!("corpus/uk-referrals.csv")),
    ("uk-nrm", "uk-reasonable-grounds", include_bytes!("corpus/uk-grounds.csv")),
    ("uk-nrm", "uk-irregular-migration", include_bytes!("corpus/uk-arrivals.csv")),
];

fn known(id: &str) -> &'static dyn ImportFormat {
    format(id).expect("a format of the list")
}

fn read(id: &str, text: impl AsRef<[u8]>) -> Result<Parsed, Unreadable> {
    parse(known(id), text.as_ref())
}

fn good(id: &str, text: impl AsRef<[u8]>) -> Parsed {
    read(id, text).unwrap_or_else(|e| panic!("{:?}", e.complaints))
}

fn is_whole(parsed: &Parsed) -> bool {
    parsed.rows_in == parsed.rows_stored + parsed.complaint_count
        && parsed.columns.iter().all(|c| c.row_count() as u64 == parsed.rows_stored)
}

fn counts(parsed: &Parsed, column: &str) -> BTreeMap<String, u64> {
    let column = parsed.columns.iter().find(|c| c.name == column).expect("a column of the set");
    group(&[column], None, &[]).into_iter().map(|(v, s)| (v.concat(), s.rows)).collect()
}

fn said(parsed: &Parsed) -> Vec<String> {
    parsed.complaints.iter().map(|c| c.print("f.csv", ENGLISH)).collect()
}

fn noted(parsed: &Parsed) -> Vec<String> {
    parsed.notes.iter().map(|c| c.print("f.csv", ENGLISH)).collect()
}

#[test]
fn each_shape_is_known_by_its_header() {
    for (id, profile, text) in CORPUS {
        let parsed = good(id, text);
        assert_eq!(parsed.profile.id, profile);
        assert!(is_whole(&parsed));
        let expected = u64::from(id == "glotip");
        assert_eq!(parsed.complaint_count, expected, "{:?}", said(&parsed));
    }
}

// proves: P-16
#[test]
fn p16_every_line_of_a_broken_file_is_stored_or_complained_about() {
    let dice = SeededDice::new(16);
    for (id, _, text) in CORPUS {
        for _ in 0..ROUNDS {
            let mut broken = text.to_vec();
            for _ in 0..=dice.below(4) {
                spoil(&mut broken, &PIECES, &dice);
            }
            if broken.is_empty() {
                broken.push(b'x');
            }
            let Ok(parsed) = read(id, &broken) else { continue };
            assert!(is_whole(&parsed), "{:?}", String::from_utf8_lossy(&broken));
            let lines = broken.strip_suffix(b"\n").unwrap_or(&broken).split(|b| *b == b'\n');
            let full = lines.filter(|l| !l.strip_suffix(b"\r").unwrap_or(l).is_empty()).count();
            let above = parsed.notes.iter().find(|n| n.phrase.key == "import-note-lines-above");
            if above.is_none() {
                assert_eq!(
                    parsed.rows_in + 1,
                    full as u64,
                    "{:?}",
                    String::from_utf8_lossy(&broken)
                );
            }
        }
    }
}

#[test]
fn a_complaint_names_row_and_column_and_says_what_to_do() {
    let parsed = good(
        "uk-nrm",
        "Date,Year,Quarter,Nationality,Region,Raised or resolved,Raised type / Resolved outcome,\
         Age disputes\n\
         2020-02-30,2020,1,Mali,x,Raised,y,7\n\
         2020-03-31,2020,5,Mali,x,Raised,y,many\n\
         2020-03-31,2020,1,Mali,x,Raised,y\n\
         2020-03-31,2020,1,Mali,x,\"Raised,y,7,8\n\
         2020-03-31,2020,1,Mali,x,Raised,y,0\n",
    );
    assert_eq!(
        said(&parsed),
        [
            "f.csv:2: Date: Not a day such as 2023-06-30: 2020-02-30",
            "f.csv:3: Quarter, Age disputes: Not a quarter from Q1 to Q4: 5",
            "f.csv:4: Cells in this row: 7. Columns in the header: 8.",
            "f.csv:5: A quotation mark is not closed on this line. Close it.",
        ]
    );
    assert_eq!((parsed.rows_in, parsed.rows_stored), (5, 1));
}

#[test]
fn a_file_that_is_no_table_of_the_format_is_refused_as_a_whole() {
    let why = |id: &str, text: &[u8]| -> Vec<String> {
        let refused = read(id, text).err().map_or(Vec::new(), |e| e.complaints);
        refused.iter().map(|c| format!("{} {} {}", c.line, c.field, c.phrase.key)).collect()
    };
    assert_eq!(why("ctdc", b""), ["0  import-empty"]);
    assert_eq!(why("ctdc", b"PK\x03\x04zip"), ["0  import-spreadsheet"]);
    assert_eq!(why("ctdc", b"\xff\xfea\0"), ["0  import-utf16"]);
    assert_eq!(why("ctdc", b"a,b\n1,2\n"), ["1  import-not-this-format"]);
    assert_eq!(why("glotip", CORPUS[0].2), ["1  import-not-this-format"]);
    let mut twice = String::from_utf8(CORPUS[4].2.to_vec()).expect("our own text");
    twice = twice.replacen("Unit of measurement", "Sex", 1);
    assert_eq!(why("glotip", twice.as_bytes()), ["1 Sex import-column-twice"]);
    let lacks = twice.replacen("Sex,Age", "x,Age", 1).replacen("Year,Sex", "Jahr,y", 1);
    assert_eq!(
        why("glotip", lacks.as_bytes()),
        ["1 Sex import-column-missing", "1 Year import-column-missing"]
    );
}

// proves: row 5.4
#[test]
fn what_is_missing_is_zero_unknown_not_asked_or_refused() {
    let parsed = good(
        "uk-nrm",
        "Date,Year,Quarter,Method of entry,Nationality,Region,Sex,Age Group,Number of detections\n\
         2018-03-31,2018,1,Small boat arrivals,Iran,x,Unknown,Not currently recorded,0\n\
         2018-03-31,2018,1,Small boat arrivals,Iran,x,Refused,17 and under,3\n",
    );
    assert_eq!(counts(&parsed, "sex"), [("refused".into(), 1), ("unknown".into(), 1)].into());
    assert_eq!(counts(&parsed, "age"), [("0-17".into(), 1), ("not-asked".into(), 1)].into());
    assert_eq!(counts(&parsed, "count"), [("0".into(), 1), ("3".into(), 1)].into());
}

#[test]
fn what_is_kept_but_worth_knowing_is_noted_once_with_its_rows() {
    let parsed = good("ctdc", CORPUS[2].2);
    let notes = noted(&parsed).join("\n");
    assert!(notes.contains("This column only numbers the rows"), "{notes}");
    assert!(notes.contains("kept as such: AN. Rows: 1"), "{notes}");
    let latin =
        b"Nationality,Total\nC\xf4te d'Ivoire,4\nC\xf4te d'Ivoire,4\nNowhere,1\nNowhere,2\n";
    let parsed = good("uk-nrm", latin);
    assert_eq!(parsed.rows_stored, 4);
    assert_eq!(counts(&parsed, "citizenship")["CI"], 2);
    let notes = noted(&parsed).join("\n");
    assert!(notes.contains("f.csv:2: Not UTF-8: read as Latin-1. Lines concerned: 2"), "{notes}");
    assert!(notes.contains("not recognised: Nowhere. Rows: 2"), "{notes}");
    assert!(notes.contains("stand in the file already; kept: 1"), "{notes}");
}

#[test]
fn packed_and_plain_are_the_same_file_and_a_bomb_is_stopped() {
    let pack = |bytes: &[u8]| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes).expect("memory");
        packed.finish().expect("memory")
    };
    let packed = pack(CORPUS[4].2);
    assert_eq!(good("glotip", &packed).file_hash, good("glotip", CORPUS[4].2).file_hash);
    let cut = read("glotip", &packed[..packed.len() - 30]).err().expect("a broken file");
    assert_eq!(cut.complaints[0].phrase.key, "import-broken");
    let bomb = pack(&[CORPUS[4].2, vec![b'x'; 40_000_000].as_slice()].concat());
    assert!(bomb.len() < 1_000_000);
    let stopped = parse_within(known("glotip"), bomb.as_slice(), 10_000_000).err();
    assert_eq!(stopped.expect("a limit").complaints[0].phrase.key, "import-too-large");
}

#[test]
fn every_text_of_a_format_is_there_in_four_languages() {
    for language in LANGUAGES {
        for format in super::FORMATS {
            assert!(has(language, &format!("import-format-{}", format.id())));
            assert!(has(language, &format!("import-source-{}", format.id())));
            for profile in format.profiles() {
                assert!(has(language, &format!("import-profile-{}", profile.id)), "{}", profile.id);
            }
        }
    }
}

fn clock() -> FixedClock {
    FixedClock::at(Day::from_ymd(2026, 11, 23).expect("a day"))
}

#[tokio::test]
async fn a_set_is_kept_once_and_the_same_file_gets_the_same_answer() {
    for database in databases().await {
        let store = database.open().await;
        let dice = SeededDice::new(1);
        let file = || Cursor::new(CORPUS[4].2);
        let first = import_set(&store, &clock(), &dice, known("glotip"), "g.csv", file()).await;
        let first = first.expect("a good file");
        let again = import_set(&store, &clock(), &dice, known("glotip"), "copy.csv", file()).await;
        let again = again.expect("a good file");
        assert_eq!((first.rows_in, first.rows_stored, first.complaint_count), (5, 4, 1));
        assert_eq!((again.rows_in, again.rows_stored, again.complaint_count), (5, 4, 1));
        assert_eq!((first.set, first.known_since), (again.set, None));
        assert!(again.known_since.is_some());
        let mut tx = store.read("list_sets").await.expect("a snapshot");
        assert_eq!(tx.list_sets().await.expect("sets").len(), 1);
        let set = first.set.expect("a set");
        assert_eq!(tx.list_set_columns(set).await.expect("columns").len(), 13);
        let complaints = tx.list_set_complaints(set, -1, 10).await.expect("complaints");
        assert_eq!((complaints[0].line, complaints[0].field.as_str()), (5, "txtVALUE"));
    }
}

#[tokio::test]
async fn a_set_is_kept_whole_or_not_at_all() {
    for database in databases().await {
        let store = database.open().await;
        let before = store.calls();
        let dice = SeededDice::new(2);
        let file = || Cursor::new(CORPUS[4].2);
        let other = || Cursor::new(CORPUS[5].2);
        let done = import_set(&store, &clock(), &dice, known("glotip"), "g.csv", file()).await;
        assert!(done.is_ok());
        let calls = store.calls() - before;
        for call in 1..calls {
            store.fail_after(call);
            let failed =
                import_set(&store, &clock(), &dice, known("uk-nrm"), "u.csv", other()).await;
            store.fail_after(0);
            let Ok(mut tx) = store.read("list_sets").await else { continue };
            let sets = tx.list_sets().await.expect("sets").len();
            if failed.is_err() {
                assert_eq!(sets, 1, "call {call}");
            } else {
                assert_eq!(sets, 2);
                break;
            }
        }
    }
}

fn shared(test: &str, path: &str, id: &str) -> Option<Parsed> {
    let path = shared_data(test, path)?;
    Some(parse(known(id), std::fs::File::open(path).expect("a readable file")).unwrap_or_else(
        |e| {
            let said: Vec<_> = e.complaints.iter().map(|c| c.print("f", ENGLISH)).collect();
            panic!("{said:?}")
        },
    ))
}

#[test]
fn ctdc_victims_and_perpetrators_are_read_as_their_dictionary_counts_them() {
    let path = "ctdc/CTDC_VPsynthetic_condensed.csv";
    let Some(parsed) = shared("ctdc_victims_and_perpetrators", path, "ctdc") else { return };
    assert_eq!((parsed.rows_in, parsed.rows_stored, parsed.complaint_count), (21_195, 21_195, 0));
    let pair = |key: &str, count| (key.to_owned(), count);
    assert_eq!(
        counts(&parsed, "sex"),
        [pair("female", 9_589), pair("male", 7_995), pair("unknown", 3_611)].into()
    );
    assert_eq!(counts(&parsed, "isForcedLabour")["yes"], 12_248);
    assert_eq!(counts(&parsed, "IP_Gender")["female;male"], 2_452);
    assert_eq!(counts(&parsed, "year")["2005-2013"], 2_531);
    assert_eq!(counts(&parsed, "exploitation-region")["europe"], 6_432);
}

#[test]
fn glotip_is_read_but_for_the_rows_that_hold_a_question() {
    let path = "unodc_glotip/data_glotip.csv.gz";
    let Some(parsed) = shared("glotip", path, "glotip") else { return };
    assert_eq!(parsed.rows_in, 58_769);
    assert_eq!((parsed.rows_stored, parsed.complaint_count), (58_641, 128));
    assert!(parsed.complaints.iter().all(|c| c.field == "txtVALUE"));
    assert_eq!(counts(&parsed, "count")["<5"], 29_558);
    assert!(counts(&parsed, "category").get("unrecognised").is_none_or(|n| *n < 60));
}

#[test]
fn every_family_of_the_uk_tables_is_read_whole() {
    let Some(folder) = shared_data("uk_nrm", "uk_nrm") else { return };
    let mut rows = BTreeMap::new();
    let mut unrecognised = Vec::new();
    for path in files(&folder) {
        let file = std::fs::File::open(&path).expect("a readable file");
        let parsed = parse(known("uk-nrm"), file).unwrap_or_else(|e| panic!("{path:?} {e:?}"));
        assert_eq!(parsed.complaint_count, 0, "{path:?} {:?}", said(&parsed).first());
        unrecognised
            .extend(noted(&parsed).into_iter().filter(|note| note.contains("No country is known")));
        *rows.entry(parsed.profile.id).or_insert(0) += parsed.rows_stored;
    }
    assert_eq!(rows.values().sum::<u64>(), 1_175_387);
    assert_eq!(rows.len(), 10);
    assert_eq!(rows["uk-irregular-migration"], 10_294);
    assert_eq!(unrecognised, Vec::<String>::new());
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path());
    let mut files: Vec<_> = entries.filter(|p| p.extension().is_some_and(|e| e == "gz")).collect();
    files.sort();
    files
}
