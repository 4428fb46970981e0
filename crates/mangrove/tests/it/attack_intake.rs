//! Attacks through what strangers and published files bring in.

use crate::html;
use crate::world::{World, world, worlds};
use axum::http::StatusCode;
use calamine::{Reader, Xlsx};
use std::sync::Arc;
use tokio::task::JoinSet;

const FALSE_HINTS: usize = 240;

/// A flood of false hints, by page and by interface, to hide a true one and to keep officers out:
/// the true one is on top of the queue, its giver comes back with the code, none that was
/// acknowledged is lost, and an officer signs in and reads meanwhile.
// proves: P-15, P-13
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attack_hint_flooder() {
    for world in worlds().await {
        let before = world.ids("SELECT id FROM hints").await.len();
        let world = Arc::new(world);
        let mut flood = JoinSet::new();
        for n in 0..FALSE_HINTS {
            let world = Arc::clone(&world);
            flood.spawn(async move {
                let text = format!("Nothing of this is true, number {n}");
                let answer = if n % 2 == 0 {
                    world.send("/report/form", &[("who", "other"), ("text", &text)], &[]).await
                } else {
                    let body = serde_json::json!({ "text": text }).to_string();
                    world.api("/api/v1/hints", &body).await
                };
                answer.status
            });
        }
        let truth = true_hint(&world).await;
        // An officer is not kept out by strangers.
        world.sign_in_anew("triage").await;
        assert_eq!(world.get("triage", "/hints").await.status, StatusCode::OK);
        let mut kept = 1;
        while let Some(status) = flood.join_next().await {
            match status.unwrap() {
                StatusCode::OK | StatusCode::CREATED => kept += 1,
                StatusCode::SERVICE_UNAVAILABLE => {}
                other => panic!("{other}: neither taken nor told to wait"),
            }
        }
        let after = world.ids("SELECT id FROM hints").await.len();
        assert_eq!(after - before, kept, "acknowledged and kept ({})", world.kind);
        let queue = html::visible(&world.get("triage", "/hints").await.text());
        let danger = lexicon::phrase::say(lexicon::language::ENGLISH, "urgency-now");
        assert!(queue.contains(&danger), "what is urgent stands first: {queue}");
        let back = world.send("/report/back", &[("code", &truth)], &[]).await;
        assert_eq!(back.status, StatusCode::OK, "its giver comes back");
        println!("FIGURE tried {FALSE_HINTS}, got through 0");
    }
}

/// Somebody in danger, among the flood: tries again when told to wait, as a person would.
async fn true_hint(world: &World) -> String {
    for _ in 0..2_000 {
        let fields = serde_json::json!({ "text": "They lock the door", "danger": "yes" });
        let answer = world.api("/api/v1/hints", &fields.to_string()).await;
        if answer.status == StatusCode::CREATED {
            return answer.json()["digits"].as_str().expect("a code").to_owned();
        }
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("never taken");
}

/// Cells that a spreadsheet would run.
const FORMULAS: [&str; 14] = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "=HYPERLINK(\"http://a.example\";\"here\")",
    "=IMPORTXML(\"http://a.example\",\"//a\")",
    "=WEBSERVICE(\"http://a.example\")",
    "%0A=1+1",
    "=@SUM(1)",
    "-2+3+cmd|' /C calc'!D2",
    "＝1+1",
    "=\u{200b}1+1",
];

/// A published file brings formulas in its cells, headers and name; an analyst downloads the table
/// and opens it in a spreadsheet. No cell of a CSV begins as a formula, and no cell of an XLSX is
/// one.
// proves: P-16
#[tokio::test]
async fn attack_csv_formula_bomber() {
    let world = world().await;
    let mut file = String::from(
        "yearOfRegistration,gender,ageBroad,citizenship,CountryOfExploitation,traffickMonths,\
         meansDebtBondageEarnings,isForcedLabour,isSexualExploit,isOtherExploit,remark,=1+1\n",
    );
    for formula in FORMULAS {
        let cell = formula.replace('"', "\"\"");
        file.push_str(&format!("2019,Woman,18--20,NGA,ITA,,,1,,,\"{cell}\",\"{cell}\"\n"));
    }
    let clock = world.clock.as_ref();
    let format = workflow::import::format("ctdc").expect("a format");
    let dice = world.node.dice.as_ref();
    let reader = std::io::Cursor::new(file);
    let name = "=cmd|'x'.csv";
    let made =
        workflow::import::import_set(&world.node.store, clock, dice, format, name, reader).await;
    let set = made.expect("a set").set.expect("an id");
    let csv = world.get("analyst", &format!("/picture/{set}/rows/csv")).await;
    assert_eq!(csv.status, StatusCode::OK);
    let text = csv.text();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut cells = 0;
    for record in reader.records() {
        for cell in &record.expect("a row") {
            let starts =
                cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            assert!(!starts, "{cell:?} begins as a formula");
            cells += 1;
        }
    }
    assert!(FORMULAS.iter().all(|f| text.contains(&f.trim().replace('"', "\"\""))), "{text}");
    let book = world.get("analyst", &format!("/picture/{set}/rows/xlsx")).await;
    let mut book = Xlsx::new(std::io::Cursor::new(book.body)).expect("a book");
    for sheet in book.sheet_names() {
        assert!(book.worksheet_formula(&sheet).expect("a sheet").is_empty(), "a formula");
        let shown = format!("{:?}", book.worksheet_range(&sheet).expect("a sheet"));
        assert!(shown.contains("cmd|"), "the text itself is there");
    }
    println!("FIGURE tried {}, got through 0", FORMULAS.len() * 2);
    assert!(cells > 100, "only {cells} cells");
}
