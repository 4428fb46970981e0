//! Looking for a person: what is found, what is told, what is written down, and what somebody
//! without the desk's key learns.

use crate::world::{STRANGER, World, ask, empty, worlds};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use guard::seal::Place;
use guard::{Action, DeskKind, Kind, Thing};
use lexicon::ids::{CaseId, PersonId};
use protection::person::{FactCodes, Identity};
use protection::search::{Asked, Findable, Index};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use workflow::RefusalKind;
use workflow::find_person::{Finding, SEARCHES_FREE, find_person};

async fn enter(world: &World, who: &str, case: CaseId, identity: &Identity) -> PersonId {
    let signed = world.signed(who).await;
    let codes = FactCodes::default();
    workflow::add_person::add_person(&world.node, &signed, case, (identity, &codes))
        .await
        .expect("entered")
}

fn lan() -> Identity {
    Identity {
        name: "Nguyễn Thị Lan".to_owned(),
        born: "2004".to_owned(),
        kin: "mother Hoa".to_owned(),
        place: "Kampong Thom".to_owned(),
        phone: "+84 912 345 678".to_owned(),
        ..Identity::default()
    }
}

fn remembered() -> Asked {
    Asked {
        name: "Lan Nguyen Thi".to_owned(),
        age: Some(22),
        place: "Kompong Thom".to_owned(),
        ..Asked::default()
    }
}

async fn find(
    world: &World,
    who: &str,
    asked: &Asked,
    reason: &str,
) -> Result<Finding, RefusalKind> {
    let signed = world.signed(who).await;
    find_person(&world.node, &signed, asked, reason).await.map_err(|refusal| refusal.kind)
}

fn found(finding: &Finding) -> Vec<PersonId> {
    finding.lines.iter().map(|line| line.person).collect()
}

/// Number and newest of the leaves that the oversight body reads: action, reason, note.
async fn newest_leaf(world: &World) -> (String, String, String) {
    let mut sequencer = workflow::sequence::Sequencer::start(&world.node).await.expect("started");
    sequencer.step(&world.node).await.expect("numbered");
    let oversight = world.signed("oversight").await;
    let page = workflow::view_ledger::view_ledger(&world.node, &oversight, 0).await.expect("page");
    let line = page.lines.into_iter().find(|line| line.action == "person.search").expect("a leaf");
    (line.officer, line.reason, line.note)
}

/// Codes of the alarms raised so far.
async fn alarms(world: &World) -> Vec<String> {
    let mut tx = world.node.read("alarms").await.expect("a reader");
    let rows = tx.rows("SELECT code FROM alarms ORDER BY code", &[]).await.expect("rows");
    rows.iter().map(|row| row.text("code").expect("a code")).collect()
}

// proves: row 8.5, P-05
#[tokio::test]
async fn row_8_5_who_is_remembered_is_found_by_alias_with_reasons_and_the_leaf_says_no_word() {
    for world in worlds().await {
        let case = world.cases[0];
        let lan = enter(&world, "caseworker", case, &lan()).await;
        let fields = [
            ("name", "Lan Nguyen Ti"),
            ("age", "21"),
            ("place", "Kompong Tom"),
            ("kin", ""),
            ("phone", "345 678"),
        ];
        let answer = world.post("caseworker", "/find", &fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let page = answer.text();
        assert!(page.contains(&format!("/persons/{lan}/open")), "{page}");
        for hidden in ["Nguyễn", "Thị", "Kampong", "912", "2004"] {
            assert!(!page.contains(hidden), "{hidden}");
        }
        for why in ["words in another order", "same place", "end of the phone number"] {
            assert!(page.contains(why), "{why}: {page}");
        }
        let (_, reason, note) = newest_leaf(&world).await;
        assert_eq!(
            (reason.as_str(), note.as_str()),
            ("desk-work", "name + age + place + phone: 1")
        );
        let log = String::from_utf8_lossy(&crate::log::kept()).into_owned();
        assert!(!log.contains("Lan Nguyen Ti") && !log.contains("Kompong Tom"));
        // By address nothing is asked.
        let get = world.get("caseworker", "/find?name=Lan&place=Kampong").await;
        assert!(!get.text().contains(&lan.to_string()));
    }
}

// proves: row 8.5
#[tokio::test]
async fn row_8_5_one_kind_of_facts_needs_a_reason_and_nothing_finds_nothing() {
    for world in worlds().await {
        let lan = enter(&world, "caseworker", world.cases[0], &lan()).await;
        let by_name = Asked { name: "Nguyen Thi Lan".to_owned(), ..Asked::default() };
        let wrong = find(&world, "caseworker", &by_name, "").await;
        assert_eq!(wrong.unwrap_err(), RefusalKind::BadInput);
        let stated = find(&world, "caseworker", &by_name, "danger").await.expect("found");
        assert_eq!(found(&stated), [lan]);
        let nothing = find(&world, "caseworker", &Asked::default(), "danger").await;
        assert_eq!(nothing.unwrap_err(), RefusalKind::BadInput);
        let long = Asked { kin: "x".repeat(201), ..by_name };
        assert_eq!(
            find(&world, "caseworker", &long, "danger").await.unwrap_err(),
            RefusalKind::BadInput
        );
    }
}

/// Whoever is not of the desk finds nobody of it; immigration enforcement, a protection desk, the
/// oversight body and the administrator cannot even ask.
// proves: P-04, row 8.5
#[tokio::test]
async fn p04_nobody_else_finds_a_person_of_a_desk() {
    for world in worlds().await {
        enter(&world, "caseworker", world.cases[0], &lan()).await;
        for who in ["labour", "investigator", "child-protection", "corrupt"] {
            let finding = find(&world, who, &remembered(), "danger").await.expect(who);
            assert!(finding.lines.is_empty(), "{who} ({})", world.kind);
        }
        for who in
            ["enforcement", "protection", "oversight", "administrator", "coordinator", "nurse"]
        {
            let refused = find(&world, who, &remembered(), "danger").await;
            assert_eq!(refused.unwrap_err(), RefusalKind::NotAllowed, "{who}");
            let page = world.get(who, "/find").await;
            assert!(page.status.is_client_error(), "{who}");
        }
        let mut request = Request::get("/find").header(header::HOST, "localhost");
        request = request.header(header::COOKIE, "mangrove=0");
        let stranger = ask(&world.staff, request.body(Body::empty()).unwrap()).await;
        assert_ne!(stranger.status, StatusCode::OK, "{STRANGER}");
    }
}

/// What the search finds is what is left of all persons when the gate and the words are asked for
/// each by itself.
// proves: P-06, row 8.5
#[tokio::test]
async fn p06_what_is_found_equals_filtering_everybody() {
    for world in worlds().await {
        let names = ["Lan Nguyen", "Nguyen Thi Lan", "Mai Tran", "Lan Anh Nguyen", "Binta Sow"];
        let mut all = BTreeMap::new();
        for (n, who) in [(0, "caseworker"), (1, "labour"), (2, "investigator")] {
            for name in names {
                let identity = Identity {
                    name: name.to_owned(),
                    born: "2004".to_owned(),
                    ..Identity::default()
                };
                let person = enter(&world, who, world.cases[n], &identity).await;
                all.insert(person, identity);
            }
        }
        let asked = Asked { name: "Nguyen Lan".to_owned(), age: Some(22), ..Asked::default() };
        for who in ["caseworker", "labour", "investigator", "child-protection"] {
            let signed = world.signed(who).await;
            let mut expected = BTreeSet::new();
            let mut tx = world.node.read("filter").await.expect("a reader");
            for (person, identity) in &all {
                let row = tx.find_person(*person).await.expect("row").expect("one");
                let slices = tx.list_slices(row.case_id).await.expect("slices");
                let own = slices.iter().find(|slice| slice.desk_id == row.desk_id).expect("own");
                let thing = Thing {
                    kind: Kind::Person,
                    id: *person.bytes(),
                    desk: row.desk_id,
                    sphere: row.sphere,
                    state: own.state.clone(),
                    is_assigned: own.assigned_officer == Some(signed.officer.id),
                };
                let mut alone = Index::default();
                alone.put(*person.bytes(), &Findable::of(identity, "", 2026));
                let fits = !alone.find(&asked, 2026, 1).hits.is_empty();
                if fits && world.node.gate.allows(&signed.officer, Action::PersonSearch, &thing) {
                    expected.insert(*person);
                }
            }
            drop(tx);
            let finding = find(&world, who, &asked, "").await.expect(who);
            let found: BTreeSet<_> = found(&finding).into_iter().collect();
            assert_eq!(found, expected, "{who} ({})", world.kind);
            assert_eq!(found.is_empty(), who == "child-protection");
        }
    }
}

/// An officer searches again and again, for many persons: from the sixth search of a day on each
/// needs a reason and a fresh proof, signing in again changes nothing, and the oversight body reads
/// of it.
// proves: P-07, row 8.5
#[tokio::test]
async fn attack_slow_search_harvester() {
    for world in worlds().await {
        enter(&world, "caseworker", world.cases[0], &lan()).await;
        let both = remembered();
        let many = (0..SEARCHES_FREE).map(|_| find(&world, "caseworker", &both, ""));
        for search in many {
            search.await.expect("free");
        }
        world.sign_in_anew("caseworker").await;
        let refused = find(&world, "caseworker", &both, "").await;
        assert_eq!(refused.unwrap_err(), RefusalKind::BadInput, "no reason");
        find(&world, "caseworker", &both, "same-person").await.expect("with a reason");
        assert_eq!(alarms(&world).await, ["many-searches"]);
        // Within the session, after the proof has grown old.
        for _ in 0..2 {
            world.clock.advance_s(500);
            world.get("caseworker", "/find").await;
        }
        let old = world.post("caseworker", "/find", &[("name", "Lan"), ("reason", "danger")]).await;
        assert_eq!(old.status, StatusCode::FORBIDDEN);
        assert!(old.text().contains("/prove?to=find"), "{}", old.text());
        // A new day begins anew.
        world.clock.advance_s(86_400);
        find(&world, "caseworker", &both, "").await.expect("a new day");
    }
}

/// An officer looks for somebody of the own family name in a village: it is told at once.
// proves: P-07
#[tokio::test]
async fn p07_a_search_for_the_own_family_name_is_told_to_the_oversight_body() {
    for world in worlds().await {
        let asked = Asked { name: "Amina Kaseworker".to_owned(), ..Asked::default() };
        find(&world, "caseworker", &asked, "danger").await.expect("answered");
        assert!(alarms(&world).await.is_empty(), "a name alone is told with the budget only");
        let asked = Asked { place: "Kampong".to_owned(), ..asked };
        find(&world, "caseworker", &asked, "").await.expect("answered");
        assert_eq!(alarms(&world).await, ["searched-own-name"]);
    }
}

/// Polls all of them by turns until each has answered.
async fn together<F: Future + Unpin>(all: Vec<F>) -> Vec<F::Output> {
    let mut waiting: Vec<Option<F>> = all.into_iter().map(Some).collect();
    let mut answers = Vec::new();
    std::future::poll_fn(move |context| {
        for one in &mut waiting {
            if let Some(asked) = one
                && let std::task::Poll::Ready(answer) = std::pin::Pin::new(asked).poll(context)
            {
                answers.push(answer);
                *one = None;
            }
        }
        if waiting.iter().all(Option::is_none) {
            std::task::Poll::Ready(std::mem::take(&mut answers))
        } else {
            std::task::Poll::Pending
        }
    })
    .await
}

/// Many searches at once are counted like one after the other.
// proves: P-07
#[tokio::test]
async fn p07_searches_at_once_do_not_pass_the_limit_unnoticed() {
    for world in worlds().await {
        let signed = world.signed("caseworker").await;
        let asked = remembered();
        let all = (0..30).map(|_| Box::pin(find_person(&world.node, &signed, &asked, "")));
        let answers = together(all.collect()).await;
        let free = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(i64::try_from(free).unwrap(), SEARCHES_FREE, "{}", world.kind);
    }
}

/// What waits is taken in by the next search under a key that many share; the key is replaced
/// after some days, and the old one with its wraps is gone.
// proves: P-11, row 8.5
#[tokio::test]
async fn p11_entries_are_taken_in_and_their_keys_are_replaced() {
    for world in worlds().await {
        let lan = enter(&world, "caseworker", world.cases[0], &lan()).await;
        let desk = world.desks[&DeskKind::Ngo];
        let counts = async || {
            let mut tx = world.node.read("count").await.expect("a reader");
            let counts = tx.count_findables(desk).await.expect("counts");
            let keys = tx.list_finding_keys(desk).await.expect("keys");
            let wraps = tx
                .rows(
                    "SELECT thing_id FROM wraps WHERE thing_kind = 'findable' AND desk_id = $1",
                    &[desk.into()],
                )
                .await
                .expect("wraps");
            (counts.all, counts.waiting, keys, wraps.len())
        };
        let (all, waiting, keys, wraps) = counts().await;
        assert_eq!((all, waiting, keys.len(), wraps), (2, 2, 0, 2));
        find(&world, "caseworker", &remembered(), "").await.expect("found");
        let (all, waiting, first, wraps) = counts().await;
        assert_eq!((all, waiting, first.len(), wraps), (2, 0, 1, 1));
        world.clock.advance_s(8 * 86_400);
        let again = find(&world, "caseworker", &remembered(), "").await.expect("found");
        assert_eq!(found(&again), [lan]);
        let (all, waiting, second, wraps) = counts().await;
        assert_eq!((all, waiting, second.len(), wraps), (2, 0, 1, 1));
        assert_ne!(first, second, "the key is another");
    }
}

/// Whoever is erased is not found from the next search on, and her entry goes without any key.
/// Signing out wipes the index.
// proves: P-11, P-12, row 8.5
#[tokio::test]
async fn p12_an_index_lives_no_longer_than_the_sessions_of_its_desk() {
    for world in worlds().await {
        let lan = enter(&world, "caseworker", world.cases[0], &lan()).await;
        assert_eq!(
            world.node.sessions.shelves.open_count(),
            0,
            "nothing is opened before a search"
        );
        assert_eq!(found(&find(&world, "caseworker", &remembered(), "").await.unwrap()), [lan]);
        assert_eq!(world.node.sessions.shelves.open_count(), 1);
        let mut tx = world.node.begin("erase").await.expect("the place");
        tx.delete_findable(lan).await.expect("deleted");
        tx.execute("DELETE FROM wraps WHERE thing_id = $1", &[lan.into()]).await.expect("wraps");
        tx.execute("DELETE FROM persons WHERE id = $1", &[lan.into()]).await.expect("person");
        tx.commit().await.expect("kept");
        assert!(find(&world, "caseworker", &remembered(), "").await.unwrap().lines.is_empty());
        let (cookie, _) = world.session("caseworker").await;
        let token: [u8; 32] = Sha256::digest(cookie.split('=').nth(1).unwrap().as_bytes()).into();
        workflow::sign_in::sign_out(&world.node, &token);
        assert_eq!(world.node.sessions.shelves.open_count(), 0, "wiped with the last session");
    }
}

/// Names as a dictionary of the country has them.
fn dictionary() -> impl Iterator<Item = String> {
    const GIVEN: [&str; 50] = [
        "Awa", "Binta", "Fatou", "Mariama", "Aissatou", "Lan", "Hoa", "Mai", "Olena", "Natalia",
        "Lupe", "Maria", "Rosa", "Ana", "Blessing", "Grace", "Ngozi", "Amina", "Zeinab", "Leila",
        "Samira", "Noura", "Hodan", "Selam", "Priya", "Sunita", "Lakshmi", "Mei", "Wei", "Siti",
        "Dewi", "Kwame", "Kofi", "Musa", "Omar", "Ali", "Hassan", "Ivan", "Sergei", "Juan",
        "Pedro", "Luis", "Carlos", "Duc", "Minh", "Somchai", "Krishna", "Raj", "Ibrahim",
        "Youssef",
    ];
    const FAMILY: [&str; 40] = [
        "Diallo",
        "Sow",
        "Bah",
        "Keita",
        "Traore",
        "Nguyen Thi",
        "Tran",
        "Pham",
        "Kovalenko",
        "Ivanova",
        "Hernandez",
        "Lopez",
        "Garcia",
        "Silva",
        "Okafor",
        "Osagie",
        "Mensah",
        "Haddad",
        "Mansour",
        "Saleh",
        "Warsame",
        "Haile",
        "Sharma",
        "Tamang",
        "Devi",
        "Wang",
        "Zhang",
        "Kusumawati",
        "Camara",
        "Cisse",
        "Popescu",
        "Petrova",
        "Quispe",
        "Mamani",
        "Santos",
        "Reyes",
        "Srisuk",
        "Thapa",
        "Kaur",
        "Bekele",
    ];
    let villages = 0..50;
    villages.flat_map(|n| {
        GIVEN.iter().flat_map(move |given| {
            FAMILY.iter().map(move |family| {
                if n == 0 { format!("{given} {family}") } else { format!("{given} {family} {n}") }
            })
        })
    })
}

/// Somebody holds the whole database, the files beside it and every key but that of one desk, and
/// tries 100,000 names: as text, folded as the search folds them, and hashed plainly or with any
/// secret of the node. Nothing in any table or column answers, no other desk's key opens an entry,
/// and two countries that differ in names only have cells of the same lengths.
// proves: P-11, row 8.5, row 8.2
#[tokio::test]
async fn attack_index_dictionary() {
    let mut lengths = Vec::new();
    for name in ["Lan Nguyen Thi", "Olena Kovalenko Petrivna of Upper Meadow"] {
        for database in store::testing::databases().await {
            let mut world = empty(database).await;
            world.fill().await;
            let identity = Identity { name: name.to_owned(), ..lan() };
            enter(&world, "caseworker", world.cases[0], &identity).await;
            find(&world, "caseworker", &remembered(), "").await.expect("searched");
            enter(&world, "caseworker", world.cases[0], &identity).await;
            let cells = store::testing::seize(&world.node.store).await;
            assert!(cells.len() > 80, "only {} columns were looked at", cells.len());
            try_dictionary(&world, &cells).await;
            try_other_keys(&world).await;
            let of = |column: &str| cells[column].iter().map(Vec::len).collect::<BTreeSet<_>>();
            lengths.push((
                of("findables.sealed"),
                of("persons.sealed_identity"),
                of("persons.counting_row_sealed"),
                cells["findables.sealed"].len(),
            ));
        }
    }
    assert!(lengths.windows(2).all(|two| two[0] == two[1]), "{lengths:?}");
    assert!(
        lengths.iter().all(|(entries, identities, ..)| entries.len() == 1 && identities.len() == 1)
    );
}

async fn try_dictionary(world: &World, cells: &BTreeMap<String, Vec<Vec<u8>>>) {
    let pepper = world.node.keys.pepper.pepper;
    let salt = world.node.keys.pepper.salt;
    let seed = *world.node.keys.signing_seed;
    let mut windows: [HashSet<&[u8]>; 2] = [HashSet::new(), HashSet::new()];
    for cell in cells.values().flatten() {
        windows[0].extend(cell.windows(8));
        windows[1].extend(cell.windows(16));
    }
    let mut tried = 0;
    for name in dictionary() {
        tried += 1;
        let folded = lexicon::names::folding().split(&name);
        let joined = folded.iter().map(|(word, _)| word.as_str()).collect::<String>();
        for text in [name.as_str(), joined.as_str(), &name.to_lowercase(), &name.to_uppercase()] {
            if let Some(start) = text.as_bytes().get(..8) {
                assert!(!windows[0].contains(start), "{name} stands in the database");
            }
            for secret in [&[][..], &pepper, &salt, &seed] {
                let hash = Sha256::new().chain_update(secret).chain_update(text).finalize();
                assert!(
                    !windows[0].contains(&hash[..8]),
                    "a hash of {name} stands in the database"
                );
            }
        }
    }
    assert_eq!(tried, 100_000);
}

/// The keys of every other desk against every entry and identity of this one.
async fn try_other_keys(world: &World) {
    let desk = world.desks[&DeskKind::Ngo];
    let others =
        ["labour", "investigator", "child-protection", "corrupt", "triage", "oversight", "nurse"];
    let mut tx = world.node.read("wraps").await.expect("a reader");
    let sql = "SELECT thing_id, key_purpose, key_version, wrap FROM wraps WHERE desk_id = $1";
    let wraps = tx.rows(sql, &[desk.into()]).await.expect("wraps");
    drop(tx);
    assert!(wraps.len() > 3);
    for who in others {
        let signed = world.signed(who).await;
        for row in &wraps {
            let thing: [u8; 16] = row.array("thing_id").expect("an id");
            let purpose = row.text("key_purpose").expect("a purpose");
            let version = row.int("key_version").expect("a version");
            let wrap = guard::seal::Wrap::from_bytes(row.bytes("wrap").expect("a wrap"));
            for (own, own_version) in signed.unlocked.desks() {
                let place = Place::wrap(&thing, &purpose, desk.bytes(), version);
                let opened = signed.unlocked.unwrap(own, own_version, &wrap, &place);
                assert!(opened.is_err(), "{who} opened {purpose}");
            }
        }
    }
}
