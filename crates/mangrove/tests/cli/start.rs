//! What a node refuses to start over: one sentence that says what to do, and nothing changed.

use crate::nodes::{Said, called, command, ended, opened};
use mangrove::folder::{Folder, Purpose};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::Path;
use tempfile::TempDir;

const SERVE: [&str; 3] = ["serve", "--listen", "localhost:0"];

/// The data directory of a node that has run and was stopped.
async fn stopped() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let node = opened(folder.path(), None).await.map_err(|why| why.key).expect("a node");
    node.store.close().await;
    folder
}

async fn set_version(folder: &Path, version: &str) {
    let node = opened(folder, None).await.map_err(|why| why.key).expect("a node");
    let mut tx = node.begin("test").await.unwrap();
    tx.execute("UPDATE node SET value = $1 WHERE key = 'schema'", &[version.into()]).await.unwrap();
    tx.commit().await.unwrap();
    node.store.close().await;
}

/// Every file with a print of its bytes, but the lock, the index of the write-ahead log, and a log
/// in which nothing is written: they come and go with whoever reads.
fn files(folder: &Path) -> BTreeMap<String, u64> {
    let all = folder.read_dir().unwrap().map(|entry| entry.unwrap());
    all.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .map(|(name, path)| (name, std::fs::read(path).unwrap_or_default()))
        .filter(|(name, bytes)| name != "lock" && !name.ends_with("-shm") && !bytes.is_empty())
        .map(|(name, bytes)| {
            let mut print = DefaultHasher::new();
            bytes.hash(&mut print);
            (name, print.finish())
        })
        .collect()
}

/// Refused by one line on stderr that says all of `parts`, with nothing on stdout.
fn is_refused(said: &Said, code: i32, parts: &[&str]) {
    let Said { out, err, .. } = said;
    assert_eq!((said.code, out.as_str(), err.lines().count()), (code, "", 1), "{err}");
    assert!(err.starts_with("mangrove: ") && !err.contains("panicked"), "{err}");
    for part in parts {
        assert!(err.contains(part), "{part}: {err}");
    }
}

/// Refused by `serve`, and the directory is as it was.
fn serve_refuses(folder: &Path, parts: &[&str]) {
    let before = files(folder);
    is_refused(&called(&SERVE, folder, None), 1, parts);
    assert_eq!(files(folder), before, "{parts:?}: nothing was changed");
}

// proves: P-16
#[tokio::test]
async fn p16_a_database_of_another_version_is_refused() {
    for version in ["0", "99", "", "one"] {
        let folder = stopped().await;
        set_version(folder.path(), version).await;
        let parts = ["another version of Mangrove", "Start the version that made it"];
        serve_refuses(folder.path(), &parts);
        is_refused(&called(&["verify"], folder.path(), None), 1, &parts);
        std::fs::write(folder.path().join("t.csv"), "a,b\n").unwrap();
        let table = folder.path().join("t.csv");
        let words = ["import", "glotip", table.to_str().unwrap()];
        is_refused(&called(&words, folder.path(), None), 1, &parts);
    }
}

// proves: P-16
#[tokio::test]
async fn p16_a_damaged_page_and_a_file_that_is_no_database_are_refused() {
    let folder = stopped().await;
    let database = folder.path().join("mangrove.db");
    let file = std::fs::OpenOptions::new().write(true).open(&database).unwrap();
    file.write_all_at(&[0x5a; 4_096], 4_096 * 3).unwrap();
    drop(file);
    serve_refuses(folder.path(), &["is damaged", "restore the last backup"]);
    std::fs::write(&database, "A letter, not a database. ".repeat(500)).unwrap();
    for words in [&SERVE[..], &["verify"]] {
        let before = files(folder.path());
        is_refused(&called(words, folder.path(), None), 1, &["not a database of Mangrove"]);
        assert_eq!(files(folder.path()), before);
    }
    let cut = stopped().await;
    let database = cut.path().join("mangrove.db");
    let length = std::fs::metadata(&database).unwrap().len();
    let file = std::fs::OpenOptions::new().write(true).open(&database).unwrap();
    file.set_len(length / 2).unwrap();
    serve_refuses(cut.path(), &["is damaged"]);
}

// proves: P-16
#[tokio::test]
async fn p16_a_missing_broken_or_foreign_key_file_is_refused() {
    for name in ["pepper.key", "ledger-signing.key"] {
        let (folder, other) = (stopped().await, tempfile::tempdir().unwrap());
        let node = crate::nodes::plan(other.path(), None, 77);
        mangrove::wiring::open_node(node).await.map_err(|why| why.key).unwrap();
        let path = folder.path().join(name);
        std::fs::copy(other.path().join(name), &path).unwrap();
        serve_refuses(folder.path(), &["belongs to another database", name]);
        std::fs::write(&path, "nonsense").unwrap();
        serve_refuses(folder.path(), &["not what it should be", name]);
        std::fs::remove_file(&path).unwrap();
        serve_refuses(folder.path(), &["a key file is missing", "Put it back", name]);
    }
}

#[tokio::test]
async fn a_demonstration_is_not_served_and_a_real_node_is_no_demonstration() {
    let folder = tempfile::tempdir().unwrap();
    Folder::open(folder.path(), Purpose::Demo).map_err(|why| why.key).unwrap();
    serve_refuses(folder.path(), &["holds a demonstration country"]);
    let real = stopped().await;
    let before = files(real.path());
    let said = called(&["demo", "--listen", "localhost:0"], real.path(), None);
    is_refused(&said, 1, &["does not hold a demonstration country", "--data"]);
    assert_eq!(files(real.path()), before);
    is_refused(&called(&["init"], real.path(), None), 1, &["not empty"]);
}

#[tokio::test]
async fn a_demonstration_of_another_version_is_told_and_never_a_crash() {
    let folder = stopped().await;
    set_version(folder.path(), "0").await;
    std::fs::write(folder.path().join("demonstration"), "").unwrap();
    for logins in ["{\"seed\":1,\"logins\":[]}", "{\"seed\":1,\"logins\":[{\"new\":1}]}", ""] {
        std::fs::write(folder.path().join("logins.json"), logins).unwrap();
        let said = called(&["demo", "--listen", "localhost:0"], folder.path(), None);
        is_refused(&said, 1, &["made by another version", "Leave --data out"]);
    }
    let usual = mangrove::demo::usual_name(7);
    assert!(usual.contains(&store::tables_print()) && usual.ends_with("-7"), "{usual}");
}

#[test]
fn a_directory_that_cannot_be_written_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    is_refused(&called(&SERVE, &file, None), 1, &["cannot be used", "file"]);
    is_refused(&called(&SERVE, &file.join("below"), None), 1, &["cannot be used", "below"]);
    let closed = folder.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o500)).unwrap();
    if std::fs::write(closed.join("probe"), "").is_ok() {
        std::fs::remove_file(closed.join("probe")).unwrap();
        // This account may write everywhere; /proc refuses it too.
        is_refused(&called(&SERVE, Path::new("/proc/mangrove"), None), 1, &["cannot be used"]);
        return;
    }
    is_refused(&called(&SERVE, &closed, None), 1, &["this account may read and write"]);
    assert!(files(&closed).is_empty());
}

#[test]
fn an_address_that_is_taken_or_not_protected_is_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = format!("127.0.0.1:{}", taken.local_addr().unwrap().port());
    let refused = |words: &[&str], code, parts: &[&str]| {
        is_refused(&called(&[&["serve"], words].concat(), &data, None), code, parts);
        assert!(!data.exists(), "{words:?}: nothing was made");
    };
    refused(&["--listen", &place], 1, &["Another program may use it", &place]);
    let free = ["--listen", "localhost:0"];
    refused(&[&free[..], &["--public", &place]].concat(), 1, &["Another program", &place]);
    for open in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80"] {
        refused(&["--listen", open], 2, &["without TLS", "--tls-cert"]);
        refused(&[&free[..], &["--public", open]].concat(), 2, &["without TLS"]);
    }
    refused(&["--listen", "nowhere"], 2, &["not an address with a port"]);
    refused(&["--tls-cert", "a.pem"], 2, &["go together"]);
    refused(&["--tls-key", "a.pem"], 2, &["go together"]);
    refused(&["--behind-tls-proxy", "--tls-cert", "a", "--tls-key", "b"], 2, &["cannot stand"]);
}

#[test]
fn certificates_that_cannot_be_used_are_refused_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (empty, text) = (put("empty.pem", ""), put("text.pem", "no certificate"));
    let missing = folder.path().join("missing.pem").to_str().unwrap().to_owned();
    let begun = put("begun.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    for (certificate, key) in [
        (&missing, &text),
        (&text, &missing),
        (&empty, &empty),
        (&text, &text),
        (&begun, &begun),
        (&folder.path().to_str().unwrap().to_owned(), &text),
    ] {
        let words = [&SERVE[..], &["--tls-cert", certificate, "--tls-key", key]].concat();
        is_refused(&called(&words, &data, None), 1, &["cannot be read", "pem"]);
        assert!(!data.exists(), "nothing was made");
    }
}

#[test]
fn what_cannot_be_reached_or_is_misspelt_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let url = "postgres://somebody:secret@127.0.0.1:1/nothing";
    let said = called(&SERVE, &data, Some(url));
    is_refused(&said, 1, &["cannot be opened", "127.0.0.1:1"]);
    assert!(!said.err.contains("secret"), "{}", said.err);
    let said = called(&SERVE, &data, Some("mysql://x"));
    is_refused(&said, 1, &["postgres://"]);
    for words in [&["server"][..], &["serve", "--lisden", "a"], &["verify", "more"], &[]] {
        let mut command = command(words, &data, None);
        command.env_remove("LANG");
        let said = ended(command);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{words:?}: {}", said.err);
    }
}

#[test]
fn help_is_there_for_every_command_in_every_language() {
    let folder = tempfile::tempdir().unwrap();
    for verb in mangrove::commands::VERBS {
        let mut seen = Vec::new();
        for tag in ["en", "fr", "pt", "es"] {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_mangrove"));
            command.args([verb.name, "--help", "--lang", tag]).current_dir(folder.path());
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
            let said = ended(command);
            assert_eq!((said.code, said.err.as_str()), (0, ""), "{} {tag}", verb.name);
            assert!(said.out.contains("--help") && said.out.lines().all(|line| line.len() < 200));
            seen.push(said.out);
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 4, "{}: each language has its own help", verb.name);
    }
}

/// What a starting node prints, up to the line that says how to stop it.
fn greeting(words: &[&str], folder: &Path) -> Vec<String> {
    let mut child = command(words, folder, None).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let mut lines = Vec::new();
    for line in out.lines().map(Result::unwrap) {
        lines.push(line);
        if lines.last().is_some_and(|line| line.contains("Ctrl+C")) {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    lines
}

#[test]
fn a_node_without_public_pages_says_that_nobody_can_report() {
    let folder = tempfile::tempdir().unwrap();
    let closed = greeting(&SERVE, folder.path());
    assert!(closed.iter().any(|line| line.contains("Nobody can report yet")), "{closed:?}");
    let words = ["serve", "--listen", "localhost:0", "--public", "localhost:0"];
    let open = greeting(&words, folder.path());
    assert!(open.iter().any(|line| line.starts_with("Public pages: ")), "{open:?}");
    assert!(!open.iter().any(|line| line.contains("--public")), "{open:?}");
}
