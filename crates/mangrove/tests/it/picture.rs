//! The national picture and its sets, as officers meet them.

use crate::html;
use crate::world::{Answer, PERSONAS, SET, World, ask, world, worlds};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use lexicon::{Clock, Day};
use store::CountingRow;
use workflow::picture::own::count_closed_years;

/// Sends a file as the page of sets does.
async fn send(world: &World, who: &str, format: &str, (name, bytes): (&str, &[u8])) -> Answer {
    let (cookie, token) = world.session(who).await;
    let line = html::BOUNDARY;
    let field = |name: &str, value: &str| {
        format!("--{line}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = format!(
        "--{line}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    );
    let mut body = [field("csrf", &token), field("format", format), file].concat().into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{line}--\r\n").as_bytes());
    let request = Request::post("/sets")
        .header(header::HOST, "localhost")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={line}"));
    ask(&world.staff, request.body(Body::from(body)).unwrap()).await
}

async fn sets(world: &World) -> usize {
    let mut tx = world.node.read("sets").await.expect("a reader");
    tx.list_sets().await.expect("sets").len()
}

async fn leaves(world: &World) -> i64 {
    let mut tx = world.node.read("leaves").await.expect("a reader");
    tx.row("SELECT COUNT(*) AS n FROM leaves", &[]).await.unwrap().unwrap().int("n").unwrap()
}

fn other_set() -> String {
    SET.replace("2020", "2021")
}

#[tokio::test]
async fn a_set_is_brought_in_once_shown_with_its_complaints_and_taken_away_with_a_leaf() {
    for world in worlds().await {
        let (before, leaves_before) = (sets(&world).await, leaves(&world).await);
        let file = other_set();
        let done = send(&world, "analyst", "ctdc", ("new.csv", file.as_bytes())).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text());
        let seen = html::visible(&done.text());
        assert!(seen.contains("yearOfRegistration") && seen.contains("1066"), "{seen}");
        assert_eq!(leaves(&world).await, leaves_before + 1);
        let again = send(&world, "coordinator", "ctdc", ("copy.csv", file.as_bytes())).await;
        assert!(html::visible(&again.text()).contains("already"), "{}", again.text());
        assert_eq!((sets(&world).await, leaves(&world).await), (before + 1, leaves_before + 1));
        let text = again.text();
        let address = html::addresses(&text).into_iter().find(|a| a.ends_with("/remove")).unwrap();
        let kept = world.get("analyst", address.trim_end_matches("/remove")).await;
        assert!(html::visible(&kept.text()).contains("1066"));
        let refused = world.post("caseworker", &address, &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(world.post("analyst", &address, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!((sets(&world).await, leaves(&world).await), (before, leaves_before + 2));
        assert_eq!(world.post("analyst", &address, &[]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_file_that_is_no_table_is_refused_in_one_sentence_and_nothing_of_it_is_kept() {
    let world = world().await;
    let before = (sets(&world).await, leaves(&world).await);
    let jpeg = [&[0xff, 0xd8, 0xff, 0xe0][..], &[0; 400]].concat();
    let mut cut = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    cut.extend_from_slice(&[0x4b, 0x4c]);
    let one_line = SET.lines().next().unwrap().to_owned() + "\n";
    for (name, format, bytes) in [
        ("empty", "ctdc", Vec::new()),
        ("picture", "ctdc", jpeg),
        ("cut gzip", "ctdc", cut),
        ("spreadsheet", "glotip", b"PK\x03\x04aaaaaaaa".to_vec()),
        ("another format", "glotip", SET.as_bytes().to_vec()),
        ("no format", "", SET.as_bytes().to_vec()),
        ("unknown format", "../etc", SET.as_bytes().to_vec()),
        ("no rows", "ctdc", one_line.into_bytes()),
        ("every row refused", "ctdc", SET.replace("20", "30").replace("1066", "3066").into_bytes()),
    ] {
        let answer = send(&world, "analyst", format, ("x.csv", &bytes)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", answer.text());
        let page = answer.text();
        let errors = page.split("class=\"errors\"").nth(1).and_then(|e| e.split("</ul>").next());
        let errors = errors.unwrap_or_else(|| panic!("{name}: no errors"));
        assert!(errors.contains("<li>"), "{name}: {errors}");
        if format == "ctdc" {
            assert!(page.contains("value=\"ctdc\" checked"), "{name}: the format is not kept");
        }
    }
    assert_eq!((sets(&world).await, leaves(&world).await), before);
}

#[tokio::test]
async fn whoever_may_not_bring_sets_in_does_not_and_a_cut_off_form_keeps_nothing() {
    let world = world().await;
    let before = (sets(&world).await, leaves(&world).await);
    for (who, ..) in PERSONAS.iter().filter(|p| !["analyst", "coordinator"].contains(&p.0)) {
        let answer = send(&world, who, "ctdc", ("x.csv", other_set().as_bytes())).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who}");
        assert_eq!(world.get(who, "/sets").await.status, StatusCode::FORBIDDEN, "{who}");
    }
    let (cookie, token) = world.session("analyst").await;
    let line = html::BOUNDARY;
    let body = format!(
        "--{line}\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--{line}\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\n{}",
        other_set()
    );
    let request = Request::post("/sets")
        .header(header::HOST, "localhost")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={line}"));
    let answer = ask(&world.staff, request.body(Body::from(body)).unwrap()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((sets(&world).await, leaves(&world).await), before);
}

// proves: P-16
#[tokio::test]
async fn p16_a_set_is_taken_away_as_shown_and_as_stored_under_a_neutral_name_without_formulas() {
    let world = world().await;
    let set = format!("/picture/{}", world.sets[0]);
    let table = world.get("caseworker", &format!("{set}/sex/csv")).await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(table.header("content-disposition"), "attachment; filename=\"table.csv\"");
    let lines: Vec<String> = table.text().lines().map(str::to_owned).collect();
    assert_eq!(lines[1..], ["Female,2,0", "Male,2,0", "Unknown,1,0"]);
    let rows = world.get("caseworker", &format!("{set}/rows/csv")).await;
    assert_eq!(rows.header("content-disposition"), "attachment; filename=\"rows.csv\"");
    let text = rows.text();
    assert_eq!(text.lines().count(), 6);
    for line in text.lines().skip(1) {
        let last = line.rsplit(',').next().unwrap();
        assert!(!last.starts_with(['=', '+', '-', '@']), "{line}");
    }
    assert!(text.contains(",'=1+1") && text.contains("2019,female,9-17,NG,IT"), "{text}");
    let book = world.get("caseworker", &format!("{set}/rows/xlsx")).await;
    assert!(book.header("content-type").contains("spreadsheetml") && book.body.starts_with(b"PK"));
    for bad in ["nothing/csv", "sex/pdf", "own/csv"] {
        let answer = world.get("caseworker", &format!("{set}/{bad}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{bad}");
    }
    let oversight = world.get("oversight", &format!("{set}/rows/csv")).await;
    assert_eq!(oversight.status, StatusCode::NOT_FOUND);
}

fn person(n: u16, year: i64, (sex, form): (&str, &str)) -> CountingRow {
    let mut id = [7; 16];
    id[..2].copy_from_slice(&n.to_be_bytes());
    CountingRow {
        id,
        year,
        quarter: 1,
        phenomenon: "tip".into(),
        form: form.into(),
        sex: sex.into(),
        age_group: "18-29".into(),
        citizenship: "NG".into(),
        exploitation_country: "PT".into(),
        status: "open".into(),
    }
}

async fn count(world: &World, rows: &[CountingRow]) {
    let mut tx = world.node.begin("count").await.expect("the place");
    tx.put_counting_rows(rows).await.expect("put");
    tx.commit().await.expect("kept");
    count_closed_years(&world.node).await.expect("counted");
}

// proves: P-04
#[tokio::test]
async fn p04_own_cases_are_counted_for_whom_the_gate_allows_and_never_for_enforcement() {
    let world = world().await;
    let rows: Vec<_> = (0..60).map(|n| person(n, 2025, ("female", "labour-agriculture"))).collect();
    count(&world, &rows).await;
    for (who, ..) in PERSONAS {
        let answer = world.get(who, "/picture").await;
        let sees = html::visible(&answer.text()).contains("Own cases");
        let may = ["caseworker", "corrupt", "triage", "coordinator", "child-protection"]
            .iter()
            .chain(&["investigator", "labour", "analyst"])
            .any(|known| **known == *who);
        assert_eq!(sees, may, "{who}: {}", answer.status);
    }
}

#[tokio::test]
async fn a_small_count_of_own_cases_is_on_no_page_and_two_days_give_nobody_away() {
    for world in worlds().await {
        let mut rows: Vec<_> =
            (0..57).map(|n| person(n, 2025, ("female", "labour-agriculture"))).collect();
        rows.extend((57..60).map(|n| person(n, 2025, ("male", "sexual-online"))));
        count(&world, &rows).await;
        let first = html::visible(&world.get("coordinator", "/picture").await.text());
        let own = |page: &str| {
            let after = page.split("Own cases").nth(1).unwrap().to_owned();
            after.split("Imported set").next().unwrap().to_owned()
        };
        assert!(own(&first).contains("<11") && own(&first).contains("hidden"), "{first}");
        for small in [" 3 ", " 57 "] {
            assert!(!own(&first).contains(small), "{small} in {first}");
        }
        // One more person, in the year that was counted and in the running one.
        let more =
            [person(70, 2025, ("male", "sexual-online")), person(71, 2026, ("male", "mixed"))];
        world.clock.advance_s(86_400);
        count(&world, &more).await;
        let second = html::visible(&world.get("coordinator", "/picture").await.text());
        assert_eq!(own(&first), own(&second));
        // No way out of own cases.
        assert!(!own(&second).contains("CSV") && !own(&second).contains("XLSX"));
        let april = Day::parse("2027-04-02").unwrap();
        world.clock.advance_s(april.days_since(world.clock.today()) * 86_400);
        count(&world, &[]).await;
        let third = html::visible(&world.get("coordinator", "/picture").await.text());
        assert!(third.contains("People counted, 2026"), "{third}");
    }
}

#[tokio::test]
async fn the_page_of_a_set_says_what_the_reviewed_picture_says() {
    let world = world().await;
    let mut seen = String::from(
        "# What a reader sees of one set and of the first page. MANGROVE_UPDATE_GOLDENS=1 writes\n\
         # it anew; review it then.\n",
    );
    for (who, address) in [
        ("caseworker", format!("/picture/{}", world.sets[0])),
        ("caseworker", format!("/picture/{}?lang=fr", world.sets[0])),
        ("enforcement", "/picture".to_owned()),
    ] {
        let page = world.get(who, &address).await.text();
        let main = page.split("<main").nth(1).and_then(|m| m.split("</main>").next()).unwrap();
        let text = html::visible(&format!("<main{main}"));
        let words: Vec<&str> = text.split_whitespace().collect();
        seen.push_str(&format!("\n== {who}\n"));
        for line in words.chunks(14) {
            seen.push_str(&line.join(" "));
            seen.push('\n');
        }
    }
    crate::doors::compare("picture.txt", &seen);
}
