//! `backup`, `restore`, `seal-now` and `doctor` as they are called, with real faults.

use crate::nodes::{Running, add_leaves, called, command, ended, opened, plan, sign, url};
use guard::seal::EpochKeys;
use lexicon::Dice;
use lexicon::chance::SeededDice;
use lexicon::ids::DeskId;
use mangrove::archive::{FORMAT, Header, Writer};
use mangrove::backup::keys_path;
use mangrove::folder::Folder;
use mangrove::wiring::open_node;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use store::testing::{databases, left_out, sqlite};
use store::wraps::WrapRow;
use workflow::Node;
use workflow::add_officer::{NewDesk, insert_desk, insert_organisation};
use workflow::sequence::Sequencer;

/// A desk and wraps of many things, each of bytes that its number tells.
async fn fill(node: &Node, wraps: u16) -> DeskId {
    let mut tx = node.begin("fill").await.unwrap();
    let kind = guard::DeskKind::Ngo;
    let organisation = insert_organisation(node, &mut tx, "Example", kind).await.unwrap();
    let desk = NewDesk { organisation, kind, name: "Example desk".to_owned() };
    let (desk, _) = insert_desk(node, &mut tx, &desk, &[]).await.unwrap();
    for n in 0..wraps {
        tx.insert_wrap(&WrapRow {
            thing_kind: "case",
            thing_id: thing(n),
            key_purpose: "core",
            desk_id: desk,
            key_version: 1,
            wrap: n.to_be_bytes().repeat(40),
        })
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
    desk
}

fn thing(n: u16) -> [u8; 16] {
    let mut id = [7; 16];
    id[..2].copy_from_slice(&n.to_be_bytes());
    id
}

async fn assert_wraps(node: &Node, desk: DeskId, wraps: u16, when: &str) {
    let mut tx = node.read("look").await.unwrap();
    for n in 0..wraps {
        let found = tx.find_wrap("case", &thing(n), "core", desk).await;
        let found = found.map_err(|why| why.to_string()).expect(when);
        assert_eq!(found, Some((1, n.to_be_bytes().repeat(40))), "{when}: {n}");
    }
}

/// A closed node with a signed ledger and some wraps, in `data` of the folder.
async fn closed_node(folder: &Path, database: Option<String>) -> (PathBuf, DeskId) {
    let data = folder.join("data");
    let node = opened(&data, database).await.map_err(|why| why.key).unwrap();
    let desk = fill(&node, 300).await;
    add_leaves(&node, 20).await;
    let mut sequencer = Sequencer::start(&node).await.unwrap();
    sign(&node, &mut sequencer, &data).await;
    node.store.close().await;
    (data, desk)
}

/// The code that the first backup prints.
fn code_of(out: &str) -> String {
    let line = out.lines().find(|line| line.starts_with("Recovery code")).expect("a code");
    line.rsplit(' ').next().unwrap().to_owned()
}

fn restore(file: &Path, to: &Path, code: &str, more: &[&str]) -> crate::nodes::Said {
    let folder = to.parent().unwrap();
    let kept = folder.join("the-code");
    std::fs::write(&kept, code).unwrap();
    let mut words = vec!["restore", file.to_str().unwrap(), "--code-file", kept.to_str().unwrap()];
    words.extend(more);
    called(&words, to, None)
}

const NOTHING: &[&str] = &["--nothing-was-taken-away"];

// proves: P-18, row 8.6, row 8.10
#[tokio::test]
async fn p18_a_backup_beside_a_running_node_restores_and_is_never_written_over() {
    for database in databases().await {
        let folder = database.folder.path();
        let (data, desk) = closed_node(folder, url(&database)).await;
        let running = Running::serve(&data, url(&database).as_deref());
        let file = folder.join("one.backup");
        let words = ["backup", file.to_str().unwrap()];
        let made = called(&words, &data, url(&database).as_deref());
        assert_eq!((made.code, made.err.as_str()), (0, ""), "{}", made.out);
        let code = code_of(&made.out);
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&file), mode(&keys_path(&file))), (0o600, 0o600));
        let before = std::fs::read(&file).unwrap();
        let again = called(&words, &data, url(&database).as_deref());
        assert_eq!(again.code, 1);
        assert!(again.err.contains("exists already"), "{}", again.err);
        assert_eq!(std::fs::read(&file).unwrap(), before);
        let second = folder.join("two.backup");
        let second = ["backup", second.to_str().unwrap()];
        let second = called(&second, &data, url(&database).as_deref());
        assert!(!second.out.contains("Recovery code"), "the code is shown once: {}", second.out);
        running.stop();
        let to = folder.join("restored");
        let done = restore(&file, &to, &code, NOTHING);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
        let node = opened(&to, None).await.map_err(|why| why.key).unwrap();
        assert_wraps(&node, desk, 300, "restored").await;
        node.store.close().await;
        let verified = called(&["verify"], &to, None);
        assert_eq!(verified.code, 0, "{}", verified.out);
    }
}

/// Half, foreign, spoiled, older and newer backups, a wrong code, no log, a place that is taken:
/// one clear line each, and nothing written.
// proves: P-16, P-18
#[tokio::test]
async fn p18_what_cannot_be_restored_is_refused_in_one_line_and_writes_nothing() {
    let database = sqlite();
    let folder = database.folder.path();
    let (data, _) = closed_node(folder, None).await;
    let file = folder.join("good.backup");
    let made = called(&["backup", file.to_str().unwrap()], &data, None);
    let code = code_of(&made.out);
    let other = sqlite();
    let (elsewhere, _) = {
        let path = other.folder.path().join("data");
        let node = open_node(plan(&path, None, 6)).await.map_err(|why| why.key).unwrap();
        let desk = fill(&node, 3).await;
        node.store.close().await;
        (path, desk)
    };
    let foreign = folder.join("foreign.backup");
    let made = called(&["backup", foreign.to_str().unwrap()], &elsewhere, None);
    assert_eq!(made.code, 0, "{}", made.err);
    let whole = std::fs::read(&file).unwrap();
    let keys = keys_path(&file);
    let spoiled = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        std::fs::copy(&keys, keys_path(&path)).unwrap();
        path
    };
    let mut turned = whole.clone();
    let middle = turned.len() / 2;
    turned[middle] ^= 1;
    let aged = |format: u32, name: &str| {
        let header = Header {
            format,
            program: "9.9.9".to_owned(),
            tables: store::tables_print(),
            node: "00".repeat(32),
            made_on: "2026-11-29".to_owned(),
            leaves: 0,
            root: "00".repeat(32),
            negative_events: 0,
            organisation: None,
        };
        let bytes = Writer::begin(Vec::new(), &header).unwrap().end(|_| [0; 32]).unwrap().0;
        spoiled(name, &bytes)
    };
    std::fs::copy(&keys, folder.join("keys-of-good")).unwrap();
    std::fs::copy(folder.join("keys-of-good"), keys_path(&foreign)).unwrap();
    let wrong_code = "2222-2222-2222-2222-2222-2222-2222";
    let tries: [(PathBuf, &str, &[&str], &str); 9] = [
        (spoiled("half", &whole[..whole.len() / 2]), &code, NOTHING, "half of it is missing"),
        (spoiled("short", &whole[..whole.len() - 1]), &code, NOTHING, "half of it is missing"),
        (spoiled("turned", &turned), &code, NOTHING, "is spoiled, in block"),
        (spoiled("other", b"SQLite format 3\0"), &code, NOTHING, "is no backup of Mangrove"),
        (foreign, &code, NOTHING, "not of the same node"),
        (aged(0, "aged"), &code, NOTHING, "older form"),
        (aged(FORMAT + 1, "young"), &code, NOTHING, "newer program"),
        (file.clone(), wrong_code, NOTHING, "recovery code"),
        (file.clone(), &code, &[], "is not known"),
    ];
    for (path, code, more, told) in tries {
        let to = folder.join("never");
        let said = restore(&path, &to, code, more);
        assert_eq!(said.code, 1, "{}: {}", path.display(), said.out);
        assert!(said.err.contains(told), "{}: {}", path.display(), said.err);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        assert!(said.err.contains("Nothing was written"), "{}", said.err);
        assert!(!to.exists() && !folder.join("never.restoring").exists(), "{}", path.display());
    }
    let taken = restore(&file, &data, &code, NOTHING);
    assert!(taken.code == 1 && taken.err.contains("not empty"), "{}", taken.err);
}

/// A backup that does not fit on its disk leaves nothing there, and the node is unhurt.
// proves: P-01, P-18
#[tokio::test]
async fn p18_a_full_disk_during_a_backup_leaves_no_half_file() {
    let database = sqlite();
    let folder = database.folder.path();
    let (data, desk) = closed_node(folder, None).await;
    let small = folder.join("small");
    std::fs::create_dir(&small).unwrap();
    let script = "mount -t tmpfs -o size=64k none \"$1\" && shift && \"$@\"; code=$?; \
                  ls -A \"$0\"; exit $code";
    let file = small.join("one.backup");
    let mut mounted = Command::new("unshare");
    mounted.args(["-rm", "sh", "-c", script]).arg(&small).arg(&small);
    mounted.arg(env!("CARGO_BIN_EXE_mangrove")).args(["backup", "--lang", "en", "--data"]);
    mounted.arg(&data).arg(&file);
    mounted.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let said = ended(mounted);
    if said.err.contains("unshare:") || said.err.contains("mount:") {
        left_out("no small disk can be mounted here: a full disk during a backup was not tried");
    } else {
        assert_eq!(said.code, 1, "{}{}", said.out, said.err);
        assert!(said.err.contains("The disk is full"), "{}", said.err);
        assert_eq!(said.out, "", "something was left on the small disk");
    }
    // A limit on the size of files is another way to say no.
    let limited = folder.join("limited.backup");
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 80; exec \"$@\"", "sh"]);
    shell.arg(env!("CARGO_BIN_EXE_mangrove")).args(["backup", "--lang", "en", "--data"]);
    shell.arg(&data).arg(&limited);
    shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let said = ended(shell);
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(said.err.contains("nothing of it was kept"), "{}", said.err);
    let left = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().contains("limited")));
    let node = opened(&data, None).await.map_err(|why| why.key).unwrap();
    assert_wraps(&node, desk, 300, "unhurt").await;
}

/// kill -9 at any moment of a backup and of a restore: no half file is ever taken for one.
// proves: P-01, P-18
#[tokio::test]
async fn p01_kills_during_backup_and_restore_leave_nothing_half() {
    let database = sqlite();
    let folder = database.folder.path();
    let (data, desk) = closed_node(folder, None).await;
    let first = folder.join("first.backup");
    let code = code_of(&called(&["backup", first.to_str().unwrap()], &data, None).out);
    let kept = folder.join("the-code");
    std::fs::write(&kept, &code).unwrap();
    let dice = SeededDice::new(41);
    let (mut whole, mut restored) = (0, 0);
    for n in 0..12 {
        let file = folder.join(format!("killed-{n}.backup"));
        let mut child = command(&["backup", file.to_str().unwrap()], &data, None).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(dice.below(120)));
        let _ended_already = child.kill();
        child.wait().unwrap();
        if file.exists() {
            whole += 1;
            let said = called(&["restore", file.to_str().unwrap(), "--check"], &data, None);
            assert_eq!(said.code, 0, "{}", said.err);
        }
        let to = folder.join(format!("killed-{n}"));
        let mut words = vec!["restore", first.to_str().unwrap()];
        words.extend(["--code-file", kept.to_str().unwrap(), NOTHING[0]]);
        let mut child = command(&words, &to, None).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(dice.below(400)));
        let _ended_already = child.kill();
        child.wait().unwrap();
        if to.exists() {
            restored += 1;
        } else {
            // What the kill left is in nobody's way.
            assert_eq!(called(&words, &to, None).code, 0);
        }
        let node = opened(&to, None).await.map_err(|why| why.key).unwrap();
        assert_wraps(&node, desk, 300, "restored").await;
        node.store.close().await;
    }
    eprintln!("12 kills each: {whole} backups and {restored} restores were done before");
}

/// kill -9 while an epoch is replaced and destroyed: every wrap opens afterwards, and the rotation
/// goes on where it was.
// proves: P-01, P-11
#[tokio::test]
async fn p01_kills_during_the_rotation_of_an_epoch_lose_no_key() {
    const WRAPS: u16 = 6_000;
    let database = sqlite();
    let data = database.folder.path().join("data");
    // 2026-11-25 is the plan's day; the first epoch is made to have begun long before.
    let node = opened(&data, None).await.map_err(|why| why.key).unwrap();
    let desk = fill(&node, WRAPS).await;
    node.store.close().await;
    let path = data.join("epochs.key");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("2026-11-25", "2026-08-01")).unwrap();
    let dice = SeededDice::new(43);
    let mut kills = 0;
    loop {
        let running = Running::serve(&data, None);
        std::thread::sleep(Duration::from_millis(50 + dice.below(900)));
        running.kill();
        kills += 1;
        let keys = EpochKeys::read(&std::fs::read_to_string(&path).unwrap()).expect("whole");
        let node = opened(&data, None).await.map_err(|why| why.key).unwrap();
        assert_wraps(&node, desk, WRAPS, &format!("kill {kills}")).await;
        let left = {
            let mut tx = node.read("left").await.unwrap();
            tx.count_wraps_of_epoch(1).await.unwrap()
        };
        node.store.close().await;
        if left == 0 {
            assert_eq!(keys.current().number, 2);
            break;
        }
        assert!(kills < 60, "the rotation does not get on: {left} left");
    }
    eprintln!("{kills} kills, every one of {WRAPS} wraps opened each time");
}

// proves: row 8.10
#[tokio::test]
async fn row_8_10_the_doctor_names_each_fault_and_what_to_do() {
    let database = sqlite();
    let folder = database.folder.path();
    let (data, _) = closed_node(folder, None).await;
    let well = called(&["doctor", "--listen", "localhost:0"], &data, None);
    assert_eq!(well.code, 0, "{}{}", well.out, well.err);
    assert!(well.out.contains("Look: No backup was made"), "{}", well.out);
    assert!(!well.out.contains("Wrong:"), "{}", well.out);
    let json = called(&["doctor", "--json", "--listen", "localhost:0"], &data, None);
    let json: serde_json::Value = serde_json::from_str(&json.out).expect("one object");
    assert_eq!(json["worst"], "look");
    let key = data.join("pepper.key");
    let kept = std::fs::read(&key).unwrap();
    let told = |expected: &str| {
        let said = called(&["doctor", "--listen", "localhost:0"], &data, None);
        assert_eq!(said.code, 1, "{expected}: {}", said.out);
        let line = said.out.lines().find(|line| line.contains(expected));
        assert!(line.is_some_and(|line| line.starts_with("Wrong:")), "{expected}: {}", said.out);
    };
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o644)).unwrap();
    told("Other accounts of this machine can read this");
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o600)).unwrap();
    std::fs::write(&key, format!("{}\n", "ab".repeat(32))).unwrap();
    told("A key file belongs to another database");
    std::fs::remove_file(&key).unwrap();
    told("a key file is missing");
    std::fs::write(&key, kept).unwrap();
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o600)).unwrap();
    let node = opened(&data, None).await.map_err(|why| why.key).unwrap();
    let mut tx = node.begin("far").await.unwrap();
    tx.put_node_key("highest-day", b"2090-01-01").await.unwrap();
    tx.commit().await.unwrap();
    told("The clock is behind");
    let mut tx = node.begin("near").await.unwrap();
    tx.put_node_key("highest-day", b"2026-11-25").await.unwrap();
    tx.insert_negative_event("hint-erased", &[1; 16], node.today()).await.unwrap();
    tx.commit().await.unwrap();
    std::fs::write(Folder::at(&data).negative_events(), "mangrove negative events 1\n").unwrap();
    told("is not up to date");
    node.store.close().await;
    let said = called(&["doctor"], &folder.join("nowhere"), None);
    assert_eq!(said.code, 1);
    for language in ["fr", "pt", "es"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mangrove"));
        command.args(["doctor", "--lang", language, "--data"]).arg(&data);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let said = ended(command);
        assert!(said.out.lines().count() > 6 && !said.out.contains("Wrong"), "{}", said.out);
    }
}

// proves: P-12, row 8.10
#[tokio::test]
async fn p12_a_running_node_is_sealed_by_command_and_by_signal() {
    let database = sqlite();
    let data = database.folder.path().join("data");
    let node = opened(&data, None).await.map_err(|why| why.key).unwrap();
    node.store.close().await;
    let nobody = called(&["seal-now"], &data, None);
    assert_eq!(nobody.code, 0);
    assert!(nobody.out.contains("No node runs"), "{}", nobody.out);
    let running = Running::serve(&data, None);
    let sealed = called(&["seal-now"], &data, None);
    assert_eq!((sealed.code, sealed.err.as_str()), (0, ""));
    assert!(sealed.out.starts_with("Sealed."), "{}", sealed.out);
    let id = running.id();
    let told = Command::new("kill").args(["-USR1", &id]).status().unwrap();
    assert!(told.success());
    assert_eq!(called(&["seal-now"], &data, None).code, 0, "a signal seals and ends nothing");
    let limits = std::fs::read_to_string(format!("/proc/{id}/limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert!(core.split_whitespace().filter(|word| *word == "0").count() == 2, "{core}");
    running.stop();
}
