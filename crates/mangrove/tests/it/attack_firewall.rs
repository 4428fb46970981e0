//! Attacks on the firewall between help and immigration enforcement, and on the walls between the
//! desks of one case.

use crate::doors::addresses;
use crate::html;
use crate::world::{PERSONAS, World, worlds};
use axum::http::{Method, StatusCode};
use guard::{DeskKind, Role};
use lexicon::ids::DeskId;
use store::CountingRow;
use web::Face;
use web::routes::all;
use workflow::picture::own::count_closed_years;

/// Grounds that a form could state for letting another service know.
const GROUNDS: [&str; 6] = ["agreed", "law", "life-at-risk", "court", "enforcement", ""];

/// What a desk holds: keys, hints, parts of cases, persons and screenings.
async fn held(world: &World, desk: DeskId) -> i64 {
    let mut tx = world.node.read("held").await.expect("a reader");
    let mut all = 0;
    for sql in [
        "SELECT COUNT(*) AS n FROM wraps WHERE desk_id = $1",
        "SELECT COUNT(*) AS n FROM hints WHERE desk_id = $1",
        "SELECT COUNT(*) AS n FROM slices WHERE desk_id = $1",
        "SELECT COUNT(*) AS n FROM cases WHERE owner_desk = $1",
        "SELECT COUNT(*) AS n FROM persons WHERE desk_id = $1",
        "SELECT COUNT(*) AS n FROM screenings WHERE desk_id = $1",
    ] {
        all += tx.row(sql, &[desk.into()]).await.expect("row").expect("one").int("n").unwrap();
    }
    all
}

/// Tries to get a second hat for somebody of enforcement, or enforcement's hat at another desk.
async fn stack_hats(world: &World) -> usize {
    let mut tried = 0;
    let add = |desk: DeskKind, staff: String, role: Role| async move {
        let path = format!("/desks/{}/new", world.desks[&desk]);
        let name = format!("spy-{}-{}", desk.id(), role.id());
        let fields = [
            ("shown-name", "A Spy"),
            ("sign-in-name", name.as_str()),
            ("staff-id", staff.as_str()),
            ("role", role.id()),
            ("language", "en"),
        ];
        world.post("administrator", &path, &fields).await
    };
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::EnforcementOfficer) {
        let new = format!("new-{}", role.id());
        let answer = add(DeskKind::ImmigrationEnforcement, new, role).await;
        assert!(answer.status.is_client_error(), "{role:?} at enforcement: {}", answer.status);
        tried += 1;
    }
    for kind in DeskKind::ALL.iter().copied() {
        if kind != DeskKind::ImmigrationEnforcement {
            let new = format!("new-{}", kind.id());
            let answer = add(kind, new, Role::EnforcementOfficer).await;
            assert!(answer.status.is_client_error(), "its hat at {kind:?}: {}", answer.status);
            // The same person once more, in another organisation and with an innocent hat.
            let role = workflow::add_officer::roles_at(kind).next().expect("a role");
            let answer = add(kind, "staff-enforcement".to_owned(), role).await;
            assert!(answer.status.is_client_error(), "second hat at {kind:?}: {}", answer.status);
            tried += 2;
        }
    }
    // Somebody else may come, so the refusals above are of the hat and not of the form.
    let answer = add(DeskKind::Ngo, "honest".to_owned(), Role::Caseworker).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", html::visible(&answer.text()));
    tried
}

/// Colleagues of help, labour and police send what they hold to enforcement, with every ground.
async fn send_over(world: &World) -> usize {
    let enforcement = world.desks[&DeskKind::ImmigrationEnforcement].to_string();
    let mut tried = 0;
    for who in PERSONAS.map(|(who, ..)| who) {
        for ground in GROUNDS {
            for hint in &world.hints {
                let path = format!("/hints/{hint}/hand-over");
                let fields = [
                    ("desk", enforcement.as_str()),
                    ("ground", ground),
                    ("reason", "law"),
                    ("version", "1"),
                ];
                world.post(who, &path, &fields).await;
                tried += 1;
            }
            for case in &world.cases {
                let path = format!("/cases/{case}/parts");
                let fields =
                    [("desk", enforcement.as_str()), ("ground", ground), ("is-shown", "1")];
                world.post(who, &path, &fields).await;
                tried += 1;
            }
        }
    }
    tried
}

/// Every door with every thing, and tricks with headers, methods and other people's tokens.
async fn knock_everywhere(world: &World) -> usize {
    let mut tried = 0;
    let (_, stolen) = world.session("caseworker").await;
    for route in all().filter(|r| r.face != Face::Public) {
        for address in addresses(world, route.path) {
            let fields = [("text", "x"), ("reason", "danger"), ("name", "Zqx"), ("ground", "law")];
            let answers = [
                world.get("enforcement", &address).await,
                world.post("enforcement", &address, &fields).await,
                world.post("enforcement", &address, &[("csrf", stolen.as_str())]).await,
                world.get("enforcement", &format!("{address}?desk=all&role=caseworker")).await,
            ];
            for answer in answers {
                let page = answer.text();
                let word = world.marks.iter().find(|mark| page.contains(&mark.word));
                assert!(word.is_none(), "{} {address} shows {word:?}", route.method);
                tried += 1;
            }
        }
    }
    tried
}

/// Somebody of immigration enforcement collects hats, has colleagues hand things over, knocks at
/// every door with every id and other people's tokens. Nothing of help or labour is seen, and the
/// desk of enforcement holds no key and no row afterwards.
// proves: P-04
#[tokio::test]
async fn attack_enforcement_role_stacker() {
    for world in worlds().await {
        let desk = world.desks[&DeskKind::ImmigrationEnforcement];
        assert_eq!(held(&world, desk).await, 0);
        let mut tried = stack_hats(&world).await;
        tried += send_over(&world).await;
        tried += knock_everywhere(&world).await;
        assert_eq!(held(&world, desk).await, 0, "{}", world.kind);
        // The same question of a desk that does hold things, so that it can be answered otherwise.
        assert!(held(&world, world.desks[&DeskKind::Ngo]).await > 0);
        assert!(tried > 300, "only {tried}");
        println!("FIGURE tried {tried}, got through 0");
    }
}

fn person(n: u8, citizenship: &str) -> CountingRow {
    CountingRow {
        id: [n; 16],
        year: 2025,
        quarter: 1 + i64::from(n % 4),
        phenomenon: "tip".into(),
        form: "labour-agriculture".into(),
        sex: "female".into(),
        age_group: "18-29".into(),
        citizenship: citizenship.into(),
        exploitation_country: "PT".into(),
        status: "open".into(),
    }
}

/// Every page of figures, with the drill-down that an address could ask for.
async fn figures(world: &World, who: &str) -> Vec<(StatusCode, String)> {
    let mut seen = Vec::new();
    let pages = all().filter(|route| route.path.starts_with("/picture") || route.path == "/sets");
    for route in pages.filter(|route| route.method == Method::GET) {
        for address in addresses(world, route.path) {
            for query in ["", "?year=2025", "?quarter=1&region=north", "?citizenship=ER&sex=female"]
            {
                let answer = world.get(who, &format!("{address}{query}")).await;
                seen.push((answer.status, html::visible(&answer.text())));
            }
        }
    }
    seen
}

/// Immigration enforcement looks at every page of figures before and after people of a rare
/// nationality came to a shelter, with every filter it can think of, to send a raid there.
// proves: P-04, P-09
#[tokio::test]
async fn attack_enforcement_by_statistics() {
    for world in worlds().await {
        let before = figures(&world, "enforcement").await;
        let others_before = figures(&world, "coordinator").await;
        let rows: Vec<_> =
            (0..40_u8).map(|n| person(n, "NG")).chain((40..47).map(|n| person(n, "ER"))).collect();
        let mut tx = world.node.begin("count").await.expect("the place");
        tx.put_counting_rows(&rows).await.expect("put");
        tx.commit().await.expect("kept");
        count_closed_years(&world.node).await.expect("counted");
        let after = figures(&world, "enforcement").await;
        for (then, now) in before.iter().zip(&after) {
            assert_eq!(then, now, "{}: a figure moved", world.kind);
        }
        assert_eq!(before.len(), after.len());
        let others = figures(&world, "coordinator").await;
        assert_ne!(others_before, others, "the figures did move for whom they are made");
        // And nobody at all reads the seven from a page.
        for (_, page) in &others {
            assert!(!page.contains("Eritrea 7") && !page.contains(" 7 "), "{page}");
        }
        println!("FIGURE tried {}, got through 0", before.len() + after.len());
    }
}

/// What binds things together: a hint to a case, a part to a desk, a person to a case.
async fn bonds(world: &World) -> Vec<String> {
    let mut tx = world.node.read("bonds").await.expect("a reader");
    let mut all = Vec::new();
    for sql in [
        "SELECT id, case_id AS other FROM hints ORDER BY id",
        "SELECT id, owner_desk AS other FROM cases ORDER BY id",
        "SELECT case_id AS id, desk_id AS other FROM slices ORDER BY case_id, desk_id",
        "SELECT id, case_id AS other FROM persons ORDER BY id",
        "SELECT thing_id AS id, desk_id AS other FROM wraps ORDER BY thing_id, desk_id, key_purpose",
    ] {
        for row in tx.rows(sql, &[]).await.expect("rows") {
            all.push(format!("{:?} {:?}", row.opt_bytes("id"), row.opt_bytes("other")));
        }
    }
    all
}

/// Officers join what they do not hold to what they do: a hint of another desk to a case of their
/// own, a screening to another's case, a person to another's case, a foreign case's part to
/// themselves. Cases themselves cannot be merged.
// proves: P-04, P-06
#[tokio::test]
async fn attack_merge_across_compartments() {
    for world in worlds().await {
        let own = [("caseworker", 0), ("labour", 1), ("investigator", 2), ("child-protection", 3)];
        // An officer's own hands first: what is joined rightly is not what this test is about.
        let before = bonds(&world).await;
        let mut tried = 0;
        for (who, mine) in own {
            let foreign = world.cases.iter().enumerate().filter(|(n, _)| *n != mine);
            for (_, case) in foreign {
                let case = case.to_string();
                let desk = world.desks[&desk_of(who)].to_string();
                let posts = [
                    (format!("/cases/{case}/persons/new"), vec![("name", "Nobody")]),
                    (
                        format!("/cases/{case}/parts"),
                        vec![("desk", desk.as_str()), ("ground", "law")],
                    ),
                    (format!("/cases/{case}/fields/story"), vec![("text", "x"), ("version", "1")]),
                    ("/screenings/new".to_owned(), vec![("age", "adult"), ("case", case.as_str())]),
                ];
                for (path, fields) in posts {
                    let answer = world.post(who, &path, &fields).await;
                    assert!(answer.status.is_client_error(), "{who} {path}: {}", answer.status);
                    tried += 1;
                }
            }
            for hint in &world.hints {
                let hint = hint.to_string();
                let fields = [("hint", hint.as_str()), ("story", "joined")];
                let answer = world.post(who, "/cases/new", &fields).await;
                assert!(answer.status.is_client_error(), "{who} {hint}: {}", answer.status);
                tried += 1;
            }
        }
        assert_eq!(bonds(&world).await, before, "{}", world.kind);
        println!("FIGURE tried {tried}, got through 0");
    }
}

fn desk_of(who: &str) -> DeskKind {
    PERSONAS.iter().find(|(name, ..)| *name == who).expect("a persona").1
}
