//! Words that stand in sealed cells only: wherever one comes to light, its opening is in the
//! ledger already; on disk, in the log and on pages that say that something failed there is none.

use crate::doors::{addresses, people};
use crate::html;
use crate::world::{Answer, Mark, World, worlds};
use axum::http::Method;
use mangrove::sequencing::Ledger;
use std::collections::BTreeMap;
use std::path::Path;
use web::Face;
use web::routes::all;

fn holds(bytes: &[u8], word: &str) -> bool {
    let word = word.as_bytes();
    bytes.windows(word.len()).any(|w| w == word)
}

/// Words of the world in an answer.
fn seen<'a>(world: &'a World, answer: &Answer) -> Vec<&'a Mark> {
    world.marks.iter().filter(|m| holds(&answer.body, &m.word)).collect()
}

/// Each word in the answer is of a thing whose opening by this officer stands in the ledger.
async fn assert_paired(world: &World, who: &str, at: &str, answer: &Answer) -> usize {
    let seen = seen(world, answer);
    for mark in &seen {
        let is_paired = world.has_opened(who, mark.kind, &mark.thing).await;
        assert!(is_paired, "{at} as {who} shows {mark:?} without a leaf ({})", world.kind);
    }
    for (name, value) in &answer.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        let in_header = world.marks.iter().find(|m| value.contains(&m.word));
        assert!(in_header.is_none(), "{at}: {name}: {value}");
    }
    seen.len()
}

/// Reads every door as everybody, then sends every form found on the way.
async fn drive(world: &World) -> usize {
    let mut shown = 0;
    let mut forms = Vec::new();
    for route in all().filter(|r| r.method == Method::GET && r.face != Face::Public) {
        for who in people() {
            for address in addresses(world, route.path) {
                let answer = world.get(who, &address).await;
                shown += assert_paired(world, who, &address, &answer).await;
                forms.extend(html::forms(&answer.text()).into_iter().map(|f| (who, f)));
            }
        }
    }
    // Keeping everybody out, and asking for erasures, would end the drive; erasures.rs tries both.
    let is_kept = |form: &html::Form| {
        form.action != "/guard"
            && !["/erase", "/leave"].iter().any(|end| form.action.ends_with(end))
    };
    for (who, form) in forms.into_iter().filter(|(_, form)| is_kept(form)) {
        let answer = world.send_form(who, &form).await;
        shown += assert_paired(world, who, &form.action, &answer).await;
    }
    // Once a paper key is made, the last officer of a desk may leave; nobody may in this drive.
    let stays = |path: &str| path != "/desks/officers/{officer}/leave";
    let changing = all().filter(|r| r.method != Method::GET && r.face != Face::Public);
    for route in changing.filter(|r| stays(r.path)) {
        for who in people() {
            for address in addresses(world, route.path) {
                let answer = world.post(who, &address, &[("text", "x"), ("note", "x")]).await;
                shown += assert_paired(world, who, &address, &answer).await;
            }
        }
    }
    shown
}

/// Opens each identity as the officer of its desk, with a reason, on the page for it.
async fn open_identities(world: &World) -> usize {
    let mut shown = 0;
    for person in &world.persons {
        let address = format!("/persons/{person}/open");
        for who in ["caseworker", "labour", "investigator", "child-protection"] {
            let fields = [("reason", "contact"), ("note", "she asked for it")];
            let answer = world.post(who, &address, &fields).await;
            shown += assert_paired(world, who, &address, &answer).await;
        }
    }
    shown
}

/// What the node does by itself: numbers and signs, copies the checkpoint, deletes old drafts,
/// verifies, counts.
async fn do_the_jobs(world: &World) {
    let folder = mangrove::folder::Folder::at(&world.data_folder());
    let opened = Ledger::open(world.node.clone(), folder.clone()).await;
    let ledger = opened.map_err(|why| why.key).expect("a ledger");
    let keeping = tokio::spawn(ledger.keep());
    while folder.checkpoint().map_err(|why| why.key).expect("a copy").is_none() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    keeping.abort();
    let beside = store::Store::open_beside(world.node.store.address()).await.expect("beside");
    let key = guard::ledger::SigningKey::from_seed(&world.node.keys.signing_seed).verifying();
    let found = workflow::view_ledger::verify_ledger(&beside, &key, None).await.expect("read");
    assert_eq!(found.verdict.faults, []);
    assert!(world.get("coordinator", "/picture").await.status.is_success());
}

/// Temporary files: those that this process holds open outside the folder, also without a name.
fn open_files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let held = std::fs::read_dir("/proc/self/fd").into_iter().flatten().flatten();
    let mut all = BTreeMap::new();
    for path in held.map(|entry| entry.path()) {
        let Ok(name) = std::fs::read_link(&path) else { continue };
        let is_read_already = name.starts_with(folder) && name.exists();
        if !is_read_already && std::fs::metadata(&path).is_ok_and(|m| m.is_file()) {
            all.insert(name.display().to_string(), std::fs::read(&path).unwrap_or_default());
        }
    }
    all.into_iter().collect()
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if let Ok(bytes) = std::fs::read(&path) {
            all.push((path.display().to_string(), bytes));
        }
    }
    all
}

/// The whole database as text, bytes in hexadecimal as PostgreSQL writes them.
pub async fn dump(world: &World) -> Vec<u8> {
    let store::Address::Postgres(url) = world.node.store.address() else { return Vec::new() };
    let done = std::process::Command::new("pg_dump").arg(url).output().expect("pg_dump runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

pub fn hex(text: &str) -> String {
    text.bytes().map(|b| format!("{b:02x}")).collect()
}

// proves: P-05, P-11, P-22, row 8.5
#[tokio::test]
async fn p05_no_word_of_anybody_is_seen_before_its_leaf_and_none_lies_in_clear() {
    for world in worlds().await {
        let opened = open_identities(&world).await;
        assert!(opened >= world.persons.len(), "only {opened} words of identities were opened");
        let shown = drive(&world).await;
        assert!(shown > 10, "only {shown} words came to light: the test looks at nothing");
        do_the_jobs(&world).await;
        let mut places = files(&world.data_folder());
        assert!(places.len() >= 4, "{} files", places.len());
        let has_wal = places.iter().any(|(name, _)| name.ends_with("-wal"));
        assert!(has_wal || world.kind != "sqlite", "the write-ahead log is looked at");
        places.extend(open_files(&world.data_folder()));
        places.push(("the dump".to_owned(), dump(&world).await));
        places.push(("the log".to_owned(), crate::log::kept()));
        for (place, bytes) in &places {
            for mark in &world.marks {
                let is_there = holds(bytes, &mark.word) || holds(bytes, &hex(&mark.word));
                assert!(!is_there, "{} lies in clear in {place}", mark.word);
            }
        }
    }
}

// proves: P-22
#[tokio::test]
async fn p22_a_failing_store_shows_no_word_of_anybody() {
    for world in worlds().await {
        let mut faults = 0;
        for route in all().filter(|r| r.method == Method::GET && r.face != Face::Public) {
            let Some(address) = addresses(&world, route.path).into_iter().next() else { continue };
            for who in ["caseworker", "triage", "oversight", "administrator"] {
                world.session(who).await;
                for call in 1..40 {
                    world.node.store.fail_after(call);
                    let before = world.node.store.calls();
                    let answer = world.get(who, &address).await;
                    let is_reached = world.node.store.calls() - before >= call;
                    world.node.store.fail_after(0);
                    if !is_reached {
                        break;
                    }
                    faults += 1;
                    assert_paired(&world, who, &address, &answer).await;
                    if !answer.status.is_success() && !answer.status.is_redirection() {
                        assert!(seen(&world, &answer).is_empty(), "{address} as {who}");
                    }
                }
            }
        }
        assert!(faults > 20, "only {faults} faults reached a page");
        let log = crate::log::kept();
        let in_log = world.marks.iter().find(|m| holds(&log, &m.word));
        assert!(in_log.is_none(), "{in_log:?} in the log");
    }
}

// proves: P-01
#[tokio::test]
async fn p01_a_node_that_can_only_be_read_says_so_and_takes_nothing() {
    for world in worlds().await {
        let page = world.get("caseworker", "/cases").await.text();
        let said = lexicon::phrase::say(lexicon::language::ENGLISH, "banner-read-only");
        assert_ne!(said, "banner-read-only", "the banner has no text");
        assert!(!html::unescape(&page).contains(&said), "said while all is well");
        world.node.store.pretend_read_only(true);
        let page = world.get("caseworker", "/cases").await.text();
        assert!(html::unescape(&page).contains(&said), "not said on the page ({})", world.kind);
        let answer = world.post("caseworker", "/cases/new", &[("story", "words")]).await;
        assert!(answer.status.is_server_error(), "{}", answer.status);
        // Lists are read on: what was kept before is still there.
        assert!(world.get("caseworker", "/cases").await.status.is_success());
        world.node.store.pretend_read_only(false);
    }
}
