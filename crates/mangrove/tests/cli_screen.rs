//! `mangrove screen` as it is called: transcripts, and lines spoiled by chance.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::io::Write;
use std::process::{Command, Stdio};

const GOOD: &str = r#"{"id":"c1","age":"adult","observed":["co-documents"]}"#;

struct Said {
    out: String,
    err: String,
    code: i32,
}

/// What the command answers to these bytes in a file named `lines.jsonl`.
fn screen(bytes: &[u8]) -> Said {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("lines.jsonl"), bytes).expect("written");
    called(&["screen", "lines.jsonl", "--lang", "en"], folder.path(), b"")
}

fn called(words: &[&str], folder: &std::path::Path, input: &[u8]) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mangrove"))
        .args(words)
        .current_dir(folder)
        .env_remove("LANG")
        .env_remove("LC_ALL")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    child.stdin.take().expect("stdin").write_all(input).expect("written");
    let output = child.wait_with_output().expect("ended");
    Said {
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
        code: output.status.code().expect("a code"),
    }
}

#[test]
fn an_empty_file_and_blank_lines_are_no_error() {
    for bytes in [&b""[..], b"\n\n", b"  \t\r\n"] {
        let said = screen(bytes);
        assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    }
}

#[test]
fn each_line_is_answered_in_its_place() {
    let lines: Vec<String> = (0..500).map(|n| GOOD.replace("c1", &format!("c{n}"))).collect();
    let said = screen(lines.join("\r\n\n").as_bytes());
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let answers: Vec<&str> = said.out.lines().collect();
    assert_eq!(answers.len(), 500);
    for (n, answer) in answers.iter().enumerate() {
        assert!(answer.starts_with(&format!(r#"{{"id":"c{n}","result":"#)), "{answer}");
    }
}

#[test]
fn a_bad_line_is_one_line_on_stderr_and_the_others_are_answered() {
    let bytes = format!(
        "{GOOD}\n\n{{\"id\":\"x\",\"age\":\"adult\",\"observed\":[\"co-dokuments\"]}}\n{GOOD}\nnonsense\n"
    );
    let said = screen(bytes.as_bytes());
    assert_eq!(said.code, 1);
    assert_eq!(said.out.lines().count(), 2);
    assert_eq!(
        said.err,
        "lines.jsonl:3: observed: the catalogue does not know this value: co-dokuments\n\
         lines.jsonl:5: this is not JSON. Look near column: 2\n"
    );
}

#[test]
fn the_complaint_is_said_in_the_language_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("l"), "{}").expect("written");
    for (tag, says) in [("fr", "nécessaire"), ("pt", "necessário"), ("es", "necesario")] {
        let said = called(&["screen", "l", "--lang", tag], folder.path(), b"");
        assert!(said.err.starts_with("l:1: id: ") && said.err.contains(says), "{}", said.err);
    }
}

#[test]
fn a_missing_file_a_folder_and_bad_usage_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    for (words, code) in [
        (vec!["screen", "nowhere.jsonl"], 1),
        (vec!["screen", "."], 1),
        (vec!["screen"], 2),
        (vec!["screen", "a", "b"], 2),
        (vec!["screen", "a", "--loud"], 2),
    ] {
        let said = called(&words, folder.path(), b"");
        assert_eq!(said.code, code, "{words:?}: {}", said.err);
        assert_eq!(said.out, "");
        assert!(!said.err.is_empty() && !said.err.contains("panicked"), "{}", said.err);
    }
}

#[test]
fn a_dash_reads_what_comes_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let said = called(&["screen", "-"], folder.path(), format!("{GOOD}\nx").as_bytes());
    assert_eq!((said.code, said.out.lines().count()), (1, 1));
    assert!(said.err.starts_with("-:2: "), "{}", said.err);
}

// proves: P-16
#[test]
fn p16_bytes_that_are_no_line_are_refused_by_line_and_never_more() {
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(1 << 20));
    for bad in [
        &b"\xef\xbb\xbf{\"id\":\"a\",\"age\":\"adult\",\"observed\":[]}"[..],
        b"{\"id\":\"\xff\xfe\"}",
        b"\0\0\0",
        b"{\"id\":\"a\",\"id\":\"b\",\"age\":\"adult\",\"observed\":[]}",
        b"{\"id\":\"a\",\"age\":\"adult\",\"observed\":[],\"mood\":1}",
        b"[[[[[[",
        b"\"",
        long.as_bytes(),
    ] {
        let mut bytes = format!("{GOOD}\n").into_bytes();
        bytes.extend_from_slice(bad);
        bytes.extend_from_slice(format!("\n{GOOD}\n").as_bytes());
        let said = screen(&bytes);
        assert_eq!((said.code, said.out.lines().count(), said.err.lines().count()), (1, 2, 1));
        assert!(said.err.starts_with("lines.jsonl:2: "), "{}", said.err);
    }
}

#[test]
fn a_mark_of_the_encoding_at_the_beginning_is_no_part_of_the_first_line() {
    let said = screen(format!("\u{feff}{GOOD}\r\n{GOOD}\r\n").as_bytes());
    assert_eq!((said.code, said.out.lines().count(), said.err.as_str()), (0, 2, ""));
    let said = screen("\u{feff}".as_bytes());
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
}

// proves: P-16
#[test]
fn p16_a_line_of_ten_megabytes_is_refused_by_its_number() {
    let long = "x".repeat(10 << 20);
    let said = screen(format!("{GOOD}\n{long}\n{GOOD}\n{long}").as_bytes());
    assert_eq!((said.code, said.out.lines().count()), (1, 2));
    let lines: Vec<_> = said.err.lines().map(|l| l.get(..14).unwrap_or_default()).collect();
    assert_eq!(lines, ["lines.jsonl:2:", "lines.jsonl:4:"]);
    assert!(said.err.len() < 1_000, "nothing of the line is repeated");
}

#[test]
fn whoever_closes_the_pipe_ends_the_work_without_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let many = format!("{GOOD}\n").repeat(50_000);
    std::fs::write(folder.path().join("many.jsonl"), many).expect("written");
    let mut child = Command::new(env!("CARGO_BIN_EXE_mangrove"))
        .args(["screen", "many.jsonl"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let mut first = String::new();
    let mut out = std::io::BufReader::new(child.stdout.take().expect("stdout"));
    std::io::BufRead::read_line(&mut out, &mut first).expect("a line");
    drop(out);
    assert!(first.starts_with("{\"id\":\"c1\""), "{first}");
    let output = child.wait_with_output().expect("ended");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
}

/// A line of the corpus with some bytes changed, cut, doubled or put in.
fn spoiled() -> impl Strategy<Value = Vec<u8>> {
    let corpus: Vec<&str> = include_str!("corpus/screen.jsonl").lines().collect();
    let change = (any::<prop::sample::Index>(), 0..5_u8, any::<u8>());
    (prop::sample::select(corpus), prop::collection::vec(change, 0..6)).prop_map(
        |(line, changes)| {
            let mut bytes = line.as_bytes().to_vec();
            for (place, kind, byte) in changes {
                let at = place.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
                match kind {
                    0 if !bytes.is_empty() => bytes[at] = byte,
                    1 if !bytes.is_empty() => drop(bytes.remove(at)),
                    2 => bytes.truncate(at),
                    3 => bytes.extend_from_within(at..),
                    _ => bytes.insert(at, byte),
                }
            }
            bytes.retain(|byte| *byte != b'\n');
            bytes
        },
    )
}

// proves: P-16
#[test]
fn p16_lines_spoiled_by_chance_are_answered_or_refused_one_for_one() {
    let mut runner = TestRunner::new(Config { cases: 40, ..Config::default() });
    let many = prop::collection::vec(spoiled(), 1..200);
    let outcome = runner.run(&many, |lines| {
        let said = screen(&lines.join(&b'\n'));
        let full = lines.iter().filter(|line| !line.trim_ascii().is_empty()).count();
        let (answers, refusals) = (said.out.lines().count(), said.err.lines().count());
        prop_assert_eq!(answers + refusals, full);
        prop_assert_eq!(said.code, i32::from(refusals > 0));
        prop_assert!(!said.err.contains("panicked"));
        for answer in said.out.lines() {
            let answer: serde_json::Value = serde_json::from_str(answer).expect("JSON");
            prop_assert_eq!(answer["printable"].as_bool(), Some(false));
        }
        Ok(())
    });
    outcome.expect("one for one");
}
