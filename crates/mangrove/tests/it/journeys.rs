//! Whole ways through the house, by its pages only.

use crate::html;
use crate::world::{Answer, World, worlds};
use axum::http::StatusCode;
use guard::{DeskKind, Role};

/// The code that the receipt page shows, in digits.
fn code_of(page: &str) -> String {
    let inner = page.split("class=\"digits\"").nth(1).unwrap().split("</p>").next().unwrap();
    inner.chars().filter(char::is_ascii_digit).collect()
}

/// The id at the end of the address that an answer sends on to.
fn sent_to(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", html::visible(&answer.text()));
    answer.header("location").to_owned()
}

fn shows(page: &str, words: &str) -> bool {
    html::unescape(page).contains(words)
}

/// The value of a hidden field in the form that leads to an address.
fn hidden(page: &str, action: &str, name: &str) -> String {
    let form = html::forms(page).into_iter().find(|form| form.action == action);
    let fields = form.unwrap_or_else(|| panic!("no form to {action}")).fields;
    fields.into_iter().find(|(n, _)| n == name).unwrap().1
}

/// A second officer at the desk of another, who can open what it holds.
async fn colleague(world: &World, of: &str, kind: DeskKind, role: Role) -> &'static str {
    let new = workflow::add_officer::NewOfficer {
        staff_id: "colleague".to_owned(),
        sign_in_name: "colleague".to_owned(),
        shown_name: "Colleague".to_owned(),
        role,
        is_trained: false,
        language: lexicon::language::ENGLISH,
        passphrase: Some("harbour lamp canoe seven".to_owned()),
    };
    let administrator = world.signed("administrator").await;
    let sheet =
        workflow::add_officer::add_officer(&world.node, &administrator, world.desks[&kind], new)
            .await
            .expect("added");
    let member = world.signed(of).await;
    workflow::let_in::let_in(&world.node, &member, sheet.officer).await.expect("let in");
    "colleague"
}

// proves: row 2.1, row 2.2, row 2.6
#[tokio::test]
async fn row_2_2_a_stranger_and_a_desk_talk_by_code_before_and_after_the_case() {
    for world in worlds().await {
        let told = [("text", "Ela n\u{e3}o pode sair"), ("danger", "yes"), ("who", "other")];
        let answer = world.send("/report/form?lang=pt", &told, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let code = code_of(&answer.text());
        let queue = world.get("triage", "/hints").await.text();
        let before: Vec<String> = world.hints.iter().map(ToString::to_string).collect();
        let hint = html::addresses(&queue)
            .into_iter()
            .filter_map(|a| a.strip_prefix("/hints/").map(str::to_owned))
            .find(|id| id.len() == 36 && !before.contains(id))
            .expect("the hint stands in the queue");
        let page = world.get("triage", &format!("/hints/{hint}")).await.text();
        assert!(shows(&page, "Ela n\u{e3}o pode sair") && shows(&page, "Someone is in danger now"));
        let (address, ask) = (format!("/hints/{hint}/answer"), [("text", "Where?")]);
        sent_to(&world.post("triage", &address, &ask).await);
        let read = world.send("/report/back", &[("code", &code)], &[]).await.text();
        assert!(shows(&read, "Where?") && !shows(&read, "Ela n\u{e3}o pode sair"));
        let opened = world.post("triage", "/cases/new", &[("hint", &hint)]).await;
        assert_eq!(sent_to(&opened), "/cases", "triage lists cases and reads none");
        let again = [("code", code.as_str()), ("do", "write"), ("text", "Above the bakery")];
        assert_eq!(world.send("/report/back", &again, &[]).await.status, StatusCode::OK);
        let queue = world.get("triage", "/hints").await.text();
        assert!(queue.contains(&hint), "what is new after the case is not overlooked");
        let page = world.get("triage", &format!("/hints/{hint}")).await.text();
        assert!(shows(&page, "Above the bakery"), "read after the case was opened");
        let answer = [("text", "We are coming")];
        sent_to(&world.post("triage", &address, &answer).await);
        let read = world.send("/report/back", &[("code", &code)], &[]).await.text();
        assert!(shows(&read, "We are coming") && !shows(&read, "Above the bakery"));
        let away = [("code", code.as_str()), ("do", "away")];
        world.send("/report/back", &away, &[]).await;
        let read = world.send("/report/back", &[("code", &code)], &[]).await.text();
        assert!(!shows(&read, "We are coming"), "put away");
    }
}

// proves: row 1.4
#[tokio::test]
async fn row_1_4_a_case_carries_both_crimes_with_history_and_what_others_do_stays() {
    for world in worlds().await {
        // The first case of the world is the caseworker's, and has a story of its own.
        let case = world.cases[0].to_string();
        let (page, classes) = (format!("/cases/{case}"), format!("/cases/{case}/classes"));
        let part = [
            ("desk", world.desks[&DeskKind::Shelter].to_string()),
            ("ground", "agreed".to_owned()),
            ("is-shown", "1".to_owned()),
        ];
        let part: Vec<(&str, &str)> = part.iter().map(|(n, v)| (*n, v.as_str())).collect();
        sent_to(&world.post("caseworker", &format!("{page}/parts"), &part).await);
        let text = [("seen", "0"), ("text", "A bed until spring")];
        sent_to(&world.post("corrupt", &format!("{page}/fields/story"), &text).await);
        let first = [("carries", "som"), ("reason", "Paid a crossing")];
        sent_to(&world.post("caseworker", &classes, &first).await);
        let both = [
            ("carries", "tip"),
            ("carries", "som"),
            ("form", "forced-begging"),
            ("reason", "Made to beg to pay it off"),
        ];
        sent_to(&world.post("caseworker", &classes, &both).await);
        let seen = world.get("caseworker", &page).await.text();
        for said in [
            "Trafficking in persons",
            "Smuggling of migrants",
            "Made to beg to pay it off",
            "Paid a crossing",
            "Before: Neither crime is recorded yet. After: Smuggling of migrants.",
            "Before: Smuggling of migrants. After: Trafficking in persons, Smuggling of migrants.",
        ] {
            assert!(shows(&seen, said), "{said}");
        }
        let others = world.get("corrupt", &page).await.text();
        assert!(shows(&others, "A bed until spring"), "the shelter's part stays as it was");
        let unnamed = [("carries", "tip"), ("reason", "")];
        let refused = world.post("caseworker", &classes, &unnamed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "no change without a reason");
        let unknown = [("carries", "tip"), ("form", "no-such-form"), ("reason", "kept words")];
        let refused = world.post("caseworker", &classes, &unknown).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shows(&refused.text(), "kept words"), "what was typed is kept");
    }
}

// proves: row 8.7
#[tokio::test]
async fn row_8_7_two_officers_who_write_one_field_at_once_are_both_kept_and_asked() {
    for world in worlds().await {
        let other = colleague(&world, "caseworker", DeskKind::Ngo, Role::Caseworker).await;
        let case = world.cases[0].to_string();
        let (page, field) = (format!("/cases/{case}"), format!("/cases/{case}/fields/story"));
        let mut seen = Vec::new();
        for who in ["caseworker", other] {
            seen.push(hidden(&world.get(who, &field).await.text(), &field, "seen"));
        }
        for (who, seen, text) in
            [("caseworker", &seen[0], "from the first"), (other, &seen[1], "from the second")]
        {
            sent_to(&world.post(who, &field, &[("seen", seen.as_str()), ("text", text)]).await);
        }
        for who in ["caseworker", other] {
            let both = world.get(who, &page).await.text();
            assert!(shows(&both, "from the first") && shows(&both, "from the second"), "{who}");
        }
        let settle = format!("/cases/{case}/rivals/story");
        let asked = world.get("caseworker", &page).await.text();
        let newest = hidden(&asked, &settle, "seen");
        let keep = [("seen", newest.as_str()), ("keep", "all")];
        sent_to(&world.post("caseworker", &settle, &keep).await);
        let kept = world.get(other, &page).await.text();
        assert!(shows(&kept, "from the first\n\nfrom the second") && !kept.contains(&settle));
        let late = world.post(other, &settle, &keep).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "settled by then");
    }
}

// proves: row 2.6
#[tokio::test]
async fn row_2_6_years_later_every_hint_and_case_still_waits_and_says_how_late_it_is() {
    for world in worlds().await {
        let waiting = |page: &str| -> Vec<String> {
            let ids = world.hints.iter().map(ToString::to_string);
            ids.filter(|id| page.contains(id)).collect()
        };
        let before = waiting(&world.get("triage", "/hints").await.text());
        assert_eq!(before.len(), 3);
        for _ in 0..4 {
            world.clock.advance_s(365 * 86_400);
            workflow::screen_person::delete_old_drafts(&world.node).await.expect("the daily work");
        }
        let page = world.get("triage", "/hints").await.text();
        assert_eq!(waiting(&page), before, "nothing closes by itself");
        assert!(shows(&page, "Late by 1"), "{}", html::visible(&page));
        let cases = world.get("caseworker", "/cases").await.text();
        assert!(cases.contains(&world.cases[0].to_string()), "and no case does");
    }
}

// proves: row 2.3, row 2.1
#[tokio::test]
async fn row_2_3_an_operator_writes_for_somebody_who_then_uses_the_code_alone() {
    for world in worlds().await {
        let told = [("channel", "walk-in"), ("text", "My brother does not get his pay")];
        let form = html::Form {
            action: "/hints/new".to_owned(),
            is_multipart: true,
            fields: told.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
        };
        let answer = world.send_form("nurse", &form).await;
        assert_eq!(answer.status, StatusCode::OK);
        let code = code_of(&answer.text());
        let read = world.send("/report/back", &[("code", &code)], &[]).await;
        assert_eq!(read.status, StatusCode::OK);
        let again = [("code", code.as_str()), ("do", "write"), ("text", "He is called in at six")];
        assert_eq!(world.send("/report/back", &again, &[]).await.status, StatusCode::OK);
        let mut tx = world.node.read("count").await.expect("a reader");
        let row = tx.row("SELECT COUNT(*) AS n FROM messages WHERE author = 'giver'", &[]).await;
        assert!(row.expect("row").expect("one").int("n").unwrap() >= 2, "the message was kept");
    }
}
