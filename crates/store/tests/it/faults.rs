//! The disk fails at every call in turn: what cannot be kept is refused, and what was
//! acknowledged is there.

use crate::kills::acks;
use crate::scene::{assert_kept, child, furnish, look, receive};
use std::process::{Command, Stdio};
use store::testing::{left_out, required, sqlite};

fn has_strace() -> bool {
    let tried = Command::new("strace")
        .args(["-f", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=1", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|s| s.success())
}

/// One run of the scenario with one fault; `false` when the fault was never reached.
async fn one_fault(fault: &str) -> bool {
    let database = sqlite();
    let store = database.open().await;
    furnish(&store).await;
    receive(&store, 1).await.expect("kept before the fault");
    store.close().await;
    let before: Vec<String> =
        ["strace", "-f", "-o", "/dev/null", "-e", fault].map(str::to_owned).to_vec();
    let done = child(&before, "write-three", &database.address).output().expect("ran");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{fault}: the node fell over:\n{said}");
    check_words(fault, &said);
    let mut acknowledged = acks(&said);
    acknowledged.push(1);
    let store = database.open().await;
    assert_kept(&look(&store).await, &acknowledged, fault);
    store.close().await;
    said.contains("refused")
}

/// Refused with a reason, and nothing acknowledged after a refusal of the storage.
fn check_words(fault: &str, said: &str) {
    let mut is_refused = false;
    for line in said.lines() {
        assert!(
            !(is_refused && line.starts_with("ack ")),
            "{fault}: wrote on after a fault: {said}"
        );
        if line.starts_with("refused ") {
            let is_named =
                ["CommitUnknown", "Storage", "ReadOnly"].iter().any(|w| line.contains(w));
            assert!(is_named, "{fault}: {line}");
            is_refused = true;
        }
    }
    if is_refused {
        assert!(said.contains("end read-only"), "{fault}: not read-only after a fault: {said}");
        assert!(said.contains("refused 104 ReadOnly"), "{fault}: {said}");
    }
}

/// Tries the fault at the first, second, ... call until the scenario no longer reaches it.
async fn at_every_call(call: &str, error: &str, which: &str) {
    if !has_strace() {
        assert!(!required("REQUIRE_STRACE"), "strace is required and does not run here");
        return left_out("strace does not run here: no faults of the disk were injected");
    }
    let mut reached = 0;
    let mut missed = 0;
    for n in 1.. {
        let fault = format!("inject={call}:error={error}:when={n}{which}");
        if one_fault(&fault).await {
            reached += 1;
            missed = 0;
        } else {
            // Calls that harm nothing (a checkpoint at the end) lie between those that do.
            missed += 1;
        }
        if missed > 8 {
            break;
        }
    }
    assert!(reached > 2, "{call} {error}: only {reached} faults reached the scenario");
    eprintln!("{call} {error}: {reached} faults, each refused cleanly");
}

// proves: P-01
#[tokio::test]
async fn p01_a_failed_sync_is_refused_at_every_call() {
    at_every_call("fsync,fdatasync", "EIO", "").await;
}

// proves: P-01
#[tokio::test]
async fn p01_a_write_error_is_refused_at_every_call() {
    at_every_call("pwrite64", "EIO", "").await;
}

// proves: P-01
#[tokio::test]
async fn p01_a_full_disk_is_refused_at_every_call() {
    at_every_call("pwrite64", "ENOSPC", "+").await;
}

// proves: P-01
#[tokio::test]
async fn p01_a_really_full_disk_is_refused_and_everything_acknowledged_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let address = store::Address::Sqlite(folder.path().join("mangrove.db"));
    let write = child(&[], "write-until-full", &address);
    let look = child(&[], "look", &address);
    let script = format!(
        "mount -t tmpfs -o size=4m none {dir} && echo mounted && {write} ; \
         mount -o remount,size=64m {dir} && {look}",
        dir = folder.path().display(),
        write = as_shell(&write),
        look = as_shell(&look),
    );
    let done = Command::new("unshare").args(["-Urm", "sh", "-c", &script]).output();
    let said = done.map(|d| String::from_utf8_lossy(&d.stdout).into_owned()).unwrap_or_default();
    if !said.contains("mounted") {
        assert!(!required("REQUIRE_STRACE"), "user namespaces are required and do not work here");
        return left_out("no user namespaces here: no disk was really filled");
    }
    let acknowledged = acks(&said);
    let there = said.lines().find_map(|l| l.strip_prefix("there ")).expect("looked");
    let count: usize = there.split(' ').next().unwrap().parse().unwrap();
    assert!(acknowledged.len() > 20, "filled at once: {said}");
    assert!(count >= acknowledged.len(), "{count} of {} there", acknowledged.len());
    assert!(there.ends_with(" ok"), "{there}");
    assert!(said.contains("alone 0 0") && said.contains("end read-only"), "{said}");
    check_words(
        "tmpfs",
        &said.replace(&format!("refused {}", acknowledged.len() + 2), "refused 104"),
    );
}

fn as_shell(command: &Command) -> String {
    let quoted = |text: &std::ffi::OsStr| format!("'{}'", text.to_string_lossy());
    let envs: Vec<_> = command
        .get_envs()
        .filter_map(|(k, v)| Some(format!("{}={}", k.to_string_lossy(), quoted(v?))))
        .collect();
    let args: Vec<_> = command.get_args().map(quoted).collect();
    format!("{} {} {}", envs.join(" "), quoted(command.get_program()), args.join(" "))
}
