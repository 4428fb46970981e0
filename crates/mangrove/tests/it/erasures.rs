//! Erasing, and what comes back of it: from the pages, from older copies, from swapped cells, from
//! a clock that was reset.

use crate::canaries::{files, hex};
use crate::world::{PASSPHRASE, World, empty, made, world, worlds};
use axum::http::StatusCode;
use guard::ledger::ErasureCertificate;
use guard::seal::EpochKeys;
use guard::{DeskKind, Role};
use lexicon::chance::{FixedClock, SeededDice};
use lexicon::{Clock, Day, language};
use mangrove::backup::{self, Made, back_up, keys_path};
use mangrove::folder::{Folder, Purpose};
use mangrove::restore::{self, restore};
use mangrove::rounds::Round;
use mangrove::wiring::{Plan, open_node};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use workflow::Node;
use workflow::add_officer::{NewOfficer, add_officer};
use workflow::calendar::Calendar;

async fn count(node: &Node, sql: &'static str) -> i64 {
    let mut tx = node.read("count").await.expect("a reader");
    tx.row(sql, &[]).await.expect("row").expect("one").int("n").expect("a number")
}

/// A second officer of the desk of `who`, with its key.
async fn colleague(world: &World, who: &str, kind: DeskKind) {
    let administrator = world.signed("administrator").await;
    let new = NewOfficer {
        staff_id: format!("staff-second-{who}"),
        sign_in_name: format!("second-{who}"),
        shown_name: "Second Example".to_owned(),
        role: Role::Caseworker,
        is_trained: true,
        language: language::ENGLISH,
        passphrase: Some(PASSPHRASE.to_owned()),
    };
    let sheet = add_officer(&world.node, &administrator, world.desks[&kind], new).await;
    let officer = sheet.map_err(|why| why.to_string()).expect("added").officer;
    let member = world.signed(who).await;
    workflow::let_in::let_in(&world.node, &member, officer).await.expect("let in");
}

async fn erase(world: &World, path: &str, notes: bool) {
    let ask = [("step", "ask"), ("notes", "1")];
    let asked = world.post("caseworker", path, &ask[..if notes { 2 } else { 1 }]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let done = world.post("second-caseworker", path, &[("step", "confirm")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

/// The person of the world's NGO.
fn person(world: &World) -> String {
    world.persons[0].to_string()
}

// proves: P-11, row 8.6
#[tokio::test]
async fn p11_two_officers_of_a_desk_erase_a_person_and_nothing_opens_her_again() {
    for world in worlds().await {
        colleague(&world, "caseworker", DeskKind::Ngo).await;
        let (person, counted) = (person(&world), "SELECT COUNT(*) AS n FROM counting");
        let before = count(&world.node, counted).await;
        let path = format!("/persons/{person}/erase");
        assert_eq!(world.get("labour", &path).await.status, StatusCode::NOT_FOUND);
        let early = world.post("second-caseworker", &path, &[("step", "confirm")]).await;
        assert_eq!(early.status, StatusCode::CONFLICT, "nobody asked");
        world.post("caseworker", &path, &[("step", "ask"), ("notes", "1")]).await;
        let alone = world.post("caseworker", &path, &[("step", "confirm")]).await;
        assert_eq!(alone.status, StatusCode::FORBIDDEN, "one officer alone");
        let keys = "SELECT COUNT(*) AS n FROM wraps WHERE thing_kind = 'person'";
        let held = count(&world.node, keys).await;
        let done = world.post("second-caseworker", &path, &[("step", "confirm")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&world.node, keys).await, held - 1);
        let open = [("reason", "contact"), ("note", "")];
        let opened = world.post("caseworker", &format!("/persons/{person}/open"), &open).await;
        assert_eq!(opened.status, StatusCode::NOT_FOUND);
        assert_eq!(count(&world.node, counted).await, before, "the count keeps its row");
        let case = world.get("caseworker", &format!("/cases/{}", world.cases[0])).await;
        assert!(case.text().contains("A person was erased"), "{}", case.text());
        for mark in world.marks.iter().filter(|m| m.thing == *world.persons[0].bytes()) {
            assert!(!case.text().contains(&mark.word));
        }
        let paper = world.get("caseworker", &format!("{path}/certificate")).await.text();
        let certificate = ErasureCertificate::read(&paper).expect("a certificate");
        assert!(certificate.is_signed() && certificate.thing == *world.persons[0].bytes());
        assert!(certificate.final_on <= world.node.today().plus_days(35));
        let log = Folder::at(&world.data_folder()).negative_events();
        let log = std::fs::read_to_string(log).expect("the log");
        assert!(log.contains("person-and-notes-erased"), "{log}");
        // What is written from now on has a key of its own.
        let field = format!("/cases/{}/fields/story", world.cases[0]);
        let fields = [("text", "written later"), ("seen", "0")];
        assert_eq!(world.post("caseworker", &field, &fields).await.status, StatusCode::SEE_OTHER);
    }
}

// proves: P-11, row 8.6
#[tokio::test]
async fn p11_an_erased_hint_opens_for_nobody_and_its_code_opens_nothing() {
    let world = world().await;
    let hint = world.hints[0];
    let triage = world.signed("triage").await;
    let what = workflow::erase::Erasable::Hint(hint);
    workflow::erase::ask_erasure(&world.node, &triage, what, false).await.expect("asked");
    let other = workflow::erase::confirm_erasure(&world.node, &triage, what).await;
    assert_eq!(other.unwrap_err().kind, workflow::RefusalKind::NotAllowed);
    // A colleague of the same desk and role, as the gate sees one.
    let second = workflow::Signed {
        officer: guard::Officer { id: world.officers["coordinator"], ..triage.officer.clone() },
        ..triage.clone()
    };
    workflow::erase::confirm_erasure(&world.node, &second, what).await.expect("erased");
    let answers = workflow::come_back::come_back(&world.node, &world.codes[0]).await;
    assert_eq!(answers.map(|all| all.len()).map_err(|why| why.kind), Ok(0));
    let page = world.get("triage", &format!("/hints/{hint}")).await;
    assert!(world.marks.iter().all(|m| !page.text().contains(&m.word)));
    for table in [
        "SELECT COUNT(*) AS n FROM messages",
        "SELECT COUNT(*) AS n FROM hints WHERE receipt_lookup IS NULL AND length(sealed_text) > 0",
    ] {
        assert_eq!(count(&world.node, table).await, 0, "{table}");
    }
}

/// Somebody who can write to the database moves ciphertext between rows, columns, tables, desks
/// and epochs, to be shown what another key would have to open.
// proves: P-11
#[tokio::test]
async fn attack_ciphertext_swapper() {
    for world in worlds().await {
        let [a, b] = [world.hints[0], world.hints[1]];
        let id = |hint: lexicon::ids::HintId| hint.bytes().to_vec();
        let swaps: [&'static str; 6] = [
            "UPDATE wraps SET wrap = (SELECT w.wrap FROM wraps w WHERE w.thing_id = $2
                 AND w.key_purpose = 'content'), epoch = 1
             WHERE thing_id = $1 AND key_purpose = 'content'",
            "UPDATE wraps SET wrap = (SELECT w.wrap FROM wraps w WHERE w.thing_id = $1
                 AND w.key_purpose = 'dialogue') WHERE thing_id = $1 AND key_purpose = 'content'
                 AND $2 = $2",
            "UPDATE wraps SET epoch = 2 WHERE thing_id = $1 AND $2 = $2",
            "UPDATE hints SET sealed_text = (SELECT h.sealed_text FROM hints h WHERE h.id = $2)
             WHERE id = $1",
            "UPDATE hints SET sealed_text = sealed_answers WHERE id = $1 AND $2 = $2",
            "UPDATE hints SET sealed_text = (SELECT m.sealed FROM messages m WHERE m.hint_id = $1
                 ORDER BY position LIMIT 1) WHERE id = $1 AND $2 = $2",
        ];
        let path = format!("/hints/{a}");
        assert!(world.get("triage", &path).await.status.is_success(), "it opens untouched");
        for swap in swaps {
            let mut tx = world.node.begin("swap").await.unwrap();
            let keep = "SELECT sealed_text FROM hints WHERE id = $1";
            let text = tx.row(keep, &[id(a).into()]).await.unwrap().unwrap();
            let text = text.bytes("sealed_text").unwrap();
            let kept = "SELECT key_purpose, wrap FROM wraps WHERE thing_id = $1";
            let wraps = tx.rows(kept, &[id(a).into()]).await.unwrap();
            let touched = tx.execute(swap, &[id(a).into(), id(b).into()]).await.expect(swap);
            assert!(touched > 0, "{swap}");
            tx.commit().await.unwrap();
            let answer = world.get("triage", &path).await;
            assert!(!answer.status.is_success(), "{swap} ({})", world.kind);
            assert!(world.marks.iter().all(|m| !answer.text().contains(&m.word)), "{swap}");
            let mut tx = world.node.begin("put_back").await.unwrap();
            let back = "UPDATE hints SET sealed_text = $2 WHERE id = $1";
            tx.execute(back, &[id(a).into(), text.into()]).await.unwrap();
            for row in wraps {
                let (purpose, wrap) =
                    (row.text("key_purpose").unwrap(), row.bytes("wrap").unwrap());
                let back = "UPDATE wraps SET wrap = $3, epoch = 1
                            WHERE thing_id = $1 AND key_purpose = $2";
                tx.execute(back, &[id(a).into(), purpose.into(), wrap.into()]).await.unwrap();
            }
            tx.commit().await.unwrap();
            assert!(world.get("triage", &path).await.status.is_success(), "put back: {swap}");
        }
    }
}

fn asked_backup(world: &World, file: &Path) -> backup::Asked {
    backup::Asked {
        folder: Folder::at(&world.data_folder()),
        address: world.node.store.address().clone(),
        file: file.to_path_buf(),
        organisation: None,
        has_new_code: false,
        today: world.node.today(),
    }
}

/// A backup with its code in a file beside it.
async fn backed_up(world: &World, name: &str) -> (PathBuf, Made) {
    let file = world.database.folder.path().join(name);
    let made = back_up(&asked_backup(world, &file)).await.map_err(|p| p.say(language::ENGLISH));
    let made = made.expect("a backup");
    if let Some(code) = &made.code {
        std::fs::write(world.database.folder.path().join("code"), code.shown().as_str()).unwrap();
        Folder::at(&world.data_folder()).keep_recovery(&code.public()).unwrap();
    }
    (file, made)
}

fn asked_restore(world: &World, file: &Path, to: &str) -> restore::Asked {
    restore::Asked {
        file: file.to_path_buf(),
        keys: keys_path(file),
        code_file: Some(world.database.folder.path().join("code")),
        data: world.database.folder.path().join(to),
        database: None,
        log: Some(Folder::at(&world.data_folder()).negative_events()),
        is_nothing_taken: false,
        checkpoint: None,
        today: world.node.today(),
    }
}

/// The restored node behind the same pages, with the same people.
async fn reopened(world: &World, data: &Path) -> World {
    let opened = open_node(Plan {
        folder: Folder::open(data, Purpose::Real).map_err(|why| why.key).unwrap(),
        database: None,
        clock: world.clock.clone(),
        dice: Arc::new(SeededDice::new(77)),
        is_demo: true,
    });
    let node = Arc::new(opened.await.map_err(|p| p.say(language::ENGLISH)).expect("it opens"));
    let mut other = empty(store::testing::sqlite()).await;
    other.staff = web::staff(node.clone());
    other.public = web::public(node.clone());
    other.node = node;
    other.clock = world.clock.clone();
    other.forget_sessions();
    other
}

/// The ledger's last signed size and root.
async fn sign(node: &Node) -> (u64, [u8; 32]) {
    let mut sequencer = workflow::sequence::Sequencer::start(node).await.expect("starts");
    let _all = sequencer.step(node).await.expect("a step");
    sequencer.last().map_or((0, [0; 32]), |last| (last.size, last.root))
}

// proves: P-18, row 8.6
#[tokio::test]
async fn p18_a_backup_restores_to_the_same_tree_head_and_opens_the_same() {
    for world in worlds().await {
        let head = sign(&world.node).await;
        let (file, made) = backed_up(&world, "one.backup").await;
        assert!(made.total.rows > 100 && made.leaves == head.0);
        let mut asked = asked_restore(&world, &file, "restored");
        let refused = restore::Asked { log: None, ..asked_restore(&world, &file, "restored") };
        let refused = restore(&refused).await.err().map(|why| why.key.into_owned());
        assert_eq!(refused.as_deref(), Some("restore-refuse-no-log"));
        assert!(!asked.data.exists(), "nothing was written");
        asked.log = None;
        asked.is_nothing_taken = true;
        let done = restore(&asked).await.map_err(|p| p.say(language::ENGLISH)).expect("restored");
        assert_eq!((done.rows, done.leaves), (made.total.rows, head.0));
        let other = reopened(&world, &asked.data).await;
        let mut tx = other.node.read("look").await.unwrap();
        let last = tx.last_checkpoint().await.unwrap().expect("signed");
        assert_eq!((last.size, last.root), head, "{}", world.kind);
        drop(tx);
        let open = [("reason", "contact"), ("note", "")];
        let path = format!("/persons/{}/open", person(&world));
        let answer = other.post("caseworker", &path, &open).await;
        let known = world.marks.iter().filter(|m| m.thing == *world.persons[0].bytes());
        for mark in known {
            assert!(answer.text().contains(&mark.word), "{}: {}", world.kind, answer.text());
        }
        assert!(
            other.get("triage", &format!("/hints/{}", world.hints[0])).await.status.is_success()
        );
        let answers = workflow::come_back::come_back(&other.node, &world.codes[0]).await;
        assert_eq!(answers.map(|all| all.len()).map_err(|why| why.kind), Ok(1), "the code works");
    }
}

/// Somebody brings an older backup back, with its keys and its code, so that who was erased and
/// who was sent away are there again.
// proves: P-11, P-18
#[tokio::test]
async fn attack_backup_rollback() {
    for world in worlds().await {
        colleague(&world, "caseworker", DeskKind::Ngo).await;
        sign(&world.node).await;
        let (file, _) = backed_up(&world, "old.backup").await;
        erase(&world, &format!("/persons/{}/erase", person(&world)), true).await;
        let administrator = world.signed("administrator").await;
        let gone = world.officers["triage"];
        let administrator_too =
            workflow::remove_officer::remove_officer(&world.node, &administrator, gone);
        administrator_too.await.expect("removed");
        let (later, made) = backed_up(&world, "later.backup").await;
        assert!(made.code.is_none() && later.exists());
        // A log that is cut behind the newer backup is refused.
        let log = Folder::at(&world.data_folder()).negative_events();
        let whole = std::fs::read_to_string(&log).unwrap();
        let cut = world.database.folder.path().join("cut-log");
        let lines: Vec<&str> = whole.lines().collect();
        std::fs::write(&cut, format!("{}\n", lines[..lines.len() - 1].join("\n"))).unwrap();
        let short = restore::Asked { log: Some(cut), ..asked_restore(&world, &later, "short") };
        let short = restore(&short).await.err().map(|why| why.key.into_owned());
        assert_eq!(short.as_deref(), Some("restore-refuse-log-short"));
        let asked = asked_restore(&world, &file, "rolled-back");
        let done = restore(&asked).await.map_err(|p| p.say(language::ENGLISH)).expect("restored");
        assert_eq!(done.replayed.events, 2);
        let other = reopened(&world, &asked.data).await;
        let keys = "SELECT COUNT(*) AS n FROM persons WHERE length(sealed_identity) = 0";
        assert_eq!(count(&other.node, keys).await, 1, "she stays erased");
        let open = [("reason", "contact"), ("note", "")];
        let path = format!("/persons/{}/open", person(&world));
        let answer = other.post("caseworker", &path, &open).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        let proof = workflow::sign_in::Proof {
            sign_in_name: "triage".to_owned(),
            passphrase: zeroize::Zeroizing::new(PASSPHRASE.to_owned()),
            code: String::new(),
        };
        let refused = workflow::sign_in::sign_in(&other.node, proof).await;
        assert!(refused.is_err(), "who left comes back ({})", world.kind);
    }
}

/// Somebody has a backup of more than five weeks ago, everything that is on the node today, and
/// every key: what was erased since must not open.
// proves: P-11
#[tokio::test]
async fn attack_old_backup_restorer() {
    for world in worlds().await {
        colleague(&world, "caseworker", DeskKind::Ngo).await;
        sign(&world.node).await;
        let (old, _) = backed_up(&world, "old.backup").await;
        let mut early = asked_restore(&world, &old, "early");
        (early.log, early.is_nothing_taken) = (None, true);
        restore(&early).await.map_err(|p| p.say(language::ENGLISH)).expect("in time");
        erase(&world, &format!("/persons/{}/erase", person(&world)), false).await;
        let paper = format!("/persons/{}/erase/certificate", person(&world));
        let certificate = ErasureCertificate::read(&world.get("caseworker", &paper).await.text());
        let folder = Folder::at(&world.data_folder());
        let first = world.node.store.epochs().unwrap().keys().current();
        let mut round = Round::default();
        for _ in 0..40 {
            world.clock.advance_s(86_400);
            // The round looks at the epochs once a minute.
            for _ in 0..61 {
                round.go(&world.node, &folder).await;
            }
        }
        let keys = world.node.store.epochs().unwrap().keys();
        assert!(keys.current().number > first.number && keys.earlier().all(|e| e.number > 1));
        assert!(certificate.expect("one").final_on >= first.ends());
        let (new, made) = backed_up(&world, "new.backup").await;
        assert_eq!(made.swept, 1, "the key file of the old backup was destroyed with its day");
        assert!(!keys_path(&old).exists());
        // The old file under the keys of today: same node, same code.
        let mut asked = asked_restore(&world, &old, "old-again");
        asked.keys = keys_path(&new);
        asked.log = None;
        asked.is_nothing_taken = true;
        let refused = restore(&asked).await.err().map(|why| why.key.into_owned());
        assert_eq!(refused.as_deref(), Some("restore-refuse-epochs"));
        // Who restored it in time and kept the database without its keys takes those of today, and
        // makes them fit.
        let stolen = early.data.join("epochs.key");
        std::fs::copy(world.data_folder().join("epochs.key"), &stolen).unwrap();
        let epochs = EpochKeys::read(&std::fs::read_to_string(&stolen).unwrap()).unwrap();
        let database = store::Address::Sqlite(early.data.join("mangrove.db"));
        let store = store::Store::open(&database, store::Make::Never).await.unwrap();
        let mut tx = store.begin("forge").await.unwrap();
        tx.put_node_key("epoch-mark", &epochs.mark()).await.unwrap();
        tx.commit().await.unwrap();
        store.close().await;
        let other = reopened(&world, &early.data).await;
        let open = [("reason", "contact"), ("note", "")];
        for person in &world.persons {
            let path = format!("/persons/{person}/open");
            for who in ["caseworker", "labour", "investigator", "child-protection"] {
                let text = other.post(who, &path, &open).await.text();
                assert!(world.marks.iter().all(|m| !text.contains(&m.word)), "{who} {path}");
            }
        }
        // And the living node opens what was not erased.
        let path = format!("/persons/{}/open", world.persons[1]);
        let text = world.post("labour", &path, &open).await.text();
        assert!(world.marks.iter().any(|m| text.contains(&m.word)), "the living one opens");
    }
}

/// A disk is taken: database, write-ahead log, temporary files, backups and key files of them.
// proves: P-11, P-22
#[tokio::test]
async fn attack_seized_disk_grepper() {
    for world in worlds().await {
        let (file, made) = backed_up(&world, "seized.backup").await;
        let code = made.code.expect("the first has a code").shown().to_string();
        std::fs::remove_file(world.database.folder.path().join("code")).unwrap();
        let one = Some("Desk ngo".to_owned());
        let part = world.database.folder.path().join("ngo.backup");
        let asked = backup::Asked { organisation: one, ..asked_backup(&world, &part) };
        let small = back_up(&asked).await.map_err(|p| p.say(language::ENGLISH)).expect("a part");
        assert!(small.total.rows > 5 && small.total.rows < made.total.rows / 2);
        let all = files(world.database.folder.path());
        assert!(all.iter().any(|(name, _)| *name == file.display().to_string()));
        for (name, bytes) in all {
            let text = String::from_utf8_lossy(&bytes);
            for mark in &world.marks {
                assert!(!text.contains(&mark.word), "{name} holds {}", mark.word);
                assert!(!text.contains(&hex(&mark.word)), "{name} holds {}", mark.word);
            }
            assert!(!text.contains(&code), "{name} holds the recovery code");
            if name.contains("backup") {
                for key in ["pepper.key", "ledger-signing.key"] {
                    let key = std::fs::read_to_string(world.data_folder().join(key)).unwrap();
                    assert!(!text.contains(key.trim()), "{name} holds a key of the node");
                }
            }
        }
        let asked = asked_restore(&world, &part, "part");
        let refused = restore(&asked).await.err().map(|why| why.key.into_owned());
        assert_eq!(refused.as_deref(), Some("restore-refuse-organisation"));
        assert!(restore::check(&asked).is_ok(), "it can be checked");
    }
}

/// The clock is set to 1970, to the day before, and far ahead, to make deadlines false, to delete
/// what is not old, and to destroy keys that are needed.
// proves: P-01, P-11, row 8.17
#[tokio::test]
async fn attack_clock_resetter() {
    for database in store::testing::databases().await {
        let mut world = made(database, |node| {
            let seen = node.clock.today();
            node.clock = Arc::new(Calendar::new(node.clock.clone(), Some(seen)));
        })
        .await;
        world.fill().await;
        let folder = Folder::at(&world.data_folder());
        let believed = world.node.today();
        let epochs = || std::fs::read(world.data_folder().join("epochs.key")).unwrap();
        let (drafts, before) = ("SELECT COUNT(*) AS n FROM screenings", epochs());
        let kept = count(&world.node, drafts).await;
        assert!(kept > 0);
        let there = world.clock.now_s();
        for to in ["1970-01-01", "2026-11-19", "2027-06-01", "2090-01-01"] {
            let to_s = Day::parse(to).unwrap().to_unix_s();
            world.clock.advance_s(to_s - world.clock.now_s());
            assert!(!world.node.clock.is_sound(), "{to}");
            assert_eq!(world.node.today(), believed, "{to}");
            let mut round = Round::default();
            for _ in 0..130 {
                round.go(&world.node, &folder).await;
            }
            assert_eq!(count(&world.node, drafts).await, kept, "{to}: a draft was deleted");
            assert_eq!(epochs(), before, "{to}: an epoch was changed");
            let form = protection::hint::HintForm {
                text: format!("written on {to}"),
                ..Default::default()
            };
            let sent = workflow::receive_hint::SentHint {
                form,
                files: Vec::new(),
                language: language::ENGLISH,
                channel: protection::hint::Channel::Web,
                once: String::new(),
            };
            workflow::receive_hint::receive_hint(&world.node, sent).await.expect("taken");
            let mut tx = world.node.read("look").await.unwrap();
            let rows = tx.rows("SELECT received_on, due_on FROM hints", &[]).await.unwrap();
            for row in rows {
                let (on, due) = (row.day("received_on").unwrap(), row.day("due_on").unwrap());
                assert!(on.days_since(believed).abs() <= 1, "{to}: received {on}");
                assert!((0..60).contains(&due.days_since(on)), "{to}: due {due}");
            }
            drop(tx);
            world.clock.advance_s(there - to_s);
            assert!(world.node.clock.is_sound(), "believed again once it is right");
        }
        let fixed: &FixedClock = &world.clock;
        assert_eq!(fixed.today(), believed);
    }
}

// proves: P-12
#[tokio::test]
async fn p12_a_sealed_node_opens_nothing_and_still_takes_hints() {
    for world in worlds().await {
        let path = format!("/hints/{}", world.hints[0]);
        assert!(world.get("triage", &path).await.status.is_success());
        let (cookie, _) = world.session("triage").await;
        assert_eq!(world.post("nurse", "/seal", &[]).await.status, StatusCode::FORBIDDEN);
        let sealed = world.post("administrator", "/seal", &[]).await;
        assert_eq!(sealed.status, StatusCode::SEE_OTHER);
        assert_eq!(world.node.sessions.count(), 0, "every session has ended");
        let again = world.get_with(&cookie, &path).await;
        assert_eq!(again.status, StatusCode::UNAUTHORIZED, "the old session opens nothing");
        assert!(world.marks.iter().all(|m| !again.text().contains(&m.word)));
        let form = protection::hint::HintForm { text: "after".to_owned(), ..Default::default() };
        let sent = workflow::receive_hint::SentHint {
            form,
            files: Vec::new(),
            language: language::ENGLISH,
            channel: protection::hint::Channel::Web,
            once: String::new(),
        };
        workflow::receive_hint::receive_hint(&world.node, sent).await.expect("taken");
        assert!(world.get("triage", &path).await.status.is_success(), "after a new sign-in");
    }
}

// proves: P-12
#[tokio::test]
async fn p12_a_frozen_officer_is_out_from_the_next_request() {
    for world in worlds().await {
        let path = format!("/hints/{}", world.hints[0]);
        let (cookie, _) = world.session("triage").await;
        assert!(world.get_with(&cookie, &path).await.status.is_success());
        let officer = world.officers["triage"].to_string();
        let fields = [("officer", officer.as_str()), ("step", "freeze")];
        assert_eq!(
            world.post("coordinator", "/guard", &fields).await.status,
            StatusCode::FORBIDDEN
        );
        let done = world.post("oversight", "/guard", &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(world.get_with(&cookie, &path).await.status, StatusCode::UNAUTHORIZED);
        let proof = || workflow::sign_in::Proof {
            sign_in_name: "triage".to_owned(),
            passphrase: zeroize::Zeroizing::new(PASSPHRASE.to_owned()),
            code: String::new(),
        };
        assert!(
            workflow::sign_in::sign_in(&world.node, proof()).await.is_err(),
            "the door is shut"
        );
        let back = [("officer", officer.as_str()), ("step", "let-back")];
        assert_eq!(
            world.post("administrator", "/guard", &back).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(workflow::sign_in::sign_in(&world.node, proof()).await.is_ok());
        let own = world.officers["oversight"].to_string();
        let fields = [("officer", own.as_str()), ("step", "freeze")];
        assert_eq!(world.post("oversight", "/guard", &fields).await.status, StatusCode::FORBIDDEN);
    }
}
