//! The JSON interface by HTTP: tell, come back, write again; what is refused; a store that fails.

use crate::world::{Answer, World, world, worlds};
use serde_json::{Value, json};

const HINTS: &str = "/api/v1/hints";
const RETURNS: &str = "/api/v1/returns";
const AWAY: &str = "/api/v1/returns/away";
const MESSAGES: &str = "/api/v1/messages";

async fn send(world: &World, path: &str, body: &Value) -> Answer {
    world.api(path, &body.to_string()).await
}

async fn count(world: &World, sql: &'static str) -> i64 {
    let mut tx = world.node.read("count").await.expect("a reader");
    tx.row(sql, &[]).await.expect("row").expect("one").int("n").expect("a number")
}

async fn hints(world: &World) -> i64 {
    count(world, "SELECT COUNT(*) AS n FROM hints").await
}

async fn messages(world: &World) -> i64 {
    count(world, "SELECT COUNT(*) AS n FROM messages").await
}

// proves: P-13, row 2.1
#[tokio::test]
async fn a_giver_tells_comes_back_and_writes_again_by_the_interface() {
    for world in worlds().await {
        let told = send(&world, HINTS, &json!({"text": "Held at the port", "danger": "no"})).await;
        assert_eq!(told.status, 201, "{}", told.text());
        let receipt = told.json();
        let (digits, words) =
            (receipt["digits"].as_str().unwrap(), receipt["words"].as_str().unwrap());
        for code in [digits, words] {
            let answers = send(&world, RETURNS, &json!({"code": code})).await;
            assert_eq!((answers.status.as_u16(), answers.json()), (200, json!({"answers": []})));
        }
        // The code of a hint that was answered reads the answer, until it is put away.
        let code = world.codes[0].as_str();
        let mark = world.marks.iter().find(|m| m.is_for_giver).unwrap();
        let answers = send(&world, RETURNS, &json!({"code": code})).await.json();
        assert_eq!(answers["answers"][0]["text"], mark.word.as_str());
        let before = messages(&world).await;
        let written = send(&world, MESSAGES, &json!({"code": code, "text": "One more"})).await;
        assert_eq!(written.json(), json!({"is_taken_if_code_is_right": true}));
        assert_eq!(messages(&world).await, before + 1);
        let away = send(&world, AWAY, &json!({"code": code})).await;
        assert_eq!(away.json(), json!({"is_taken_if_code_is_right": true}));
        let answers = send(&world, RETURNS, &json!({"code": code})).await.json();
        assert_eq!(answers, json!({"answers": []}));
        // A code that nobody has: the same words, nothing kept.
        let nobody = json!({"code": "0000 0000 0000 0000 0", "text": "x"});
        let answer = send(&world, MESSAGES, &nobody).await;
        assert_eq!(answer.json(), json!({"is_taken_if_code_is_right": true}));
        assert_eq!(messages(&world).await, before + 1);
    }
}

// proves: P-16
#[tokio::test]
async fn p16_what_the_interface_does_not_know_is_refused_and_names_the_field() {
    let world = world().await;
    let (hints_before, messages_before) = (hints(&world).await, messages(&world).await);
    let code = world.codes[0].clone();
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let deep_field = format!("{{\"text\":{deep}}}");
    let unknown = json!({"text": "x", "address": "1.2.3.4"}).to_string();
    let unknown_message = json!({"code": code, "text": "x", "officer": 1}).to_string();
    let unknown_code = json!({"code": code, "text": "x"}).to_string();
    let unknown_file = json!({"files": [{"name": "a", "content": "", "size": 1}]}).to_string();
    let twice = r#"{"text":"a","text":"b"}"#;
    for (path, body, field) in [
        (HINTS, unknown.as_str(), "address"),
        (MESSAGES, &unknown_message, "officer"),
        (RETURNS, &unknown_code, "text"),
        (AWAY, &unknown_code, "text"),
        (HINTS, &unknown_file, "size"),
        (MESSAGES, "{}", "code"),
        (RETURNS, "{}", "code"),
        (HINTS, twice, "text"),
        (HINTS, r#"{"text":1}"#, "text"),
        (HINTS, r#"{"text":null}"#, "text"),
        (HINTS, r#"{"ticks":"hurt"}"#, "ticks"),
        (MESSAGES, r#"{"code":"1","files":{}}"#, "files"),
        (HINTS, r#"["text"]"#, ""),
        (RETURNS, r#"["1234"]"#, ""),
        (RETURNS, r#"{"code":["1"]}"#, "code"),
        (HINTS, "", ""),
        (HINTS, "text=x", ""),
        (HINTS, "\u{feff}{}", ""),
        (HINTS, &deep, ""),
        (HINTS, &deep_field, ""),
    ] {
        let answer = world.api(path, body).await;
        let shown: String = body.chars().take(60).collect();
        assert_eq!(answer.status, 400, "{path} {shown}: {}", answer.text());
        let said = answer.json();
        assert_eq!(said["error"], "not-readable", "{shown}");
        assert_eq!(said["fields"][0]["field"], field, "{shown}: {said}");
        assert!(!said["said"].as_str().unwrap().is_empty());
    }
    assert_eq!(world.api(HINTS, "\u{0}\u{1}").await.status, 400);
    assert_eq!((hints(&world).await, messages(&world).await), (hints_before, messages_before));
}

// proves: P-16
#[tokio::test]
async fn p16_what_is_too_long_or_too_much_is_refused_by_field_and_nothing_is_kept() {
    let world = world().await;
    let (hints_before, messages_before) = (hints(&world).await, messages(&world).await);
    let code = world.codes[0].clone();
    let long = "é".repeat(20_001);
    let file = json!({"name": "a.pdf", "content": "JVBERi0xLjQKJSVFT0YK"});
    for (path, body, field) in [
        (HINTS, json!({"text": long}), "text"),
        (HINTS, json!({"text": "x", "place": "p".repeat(501)}), "place"),
        (HINTS, json!({"text": "x", "contact": "p".repeat(501)}), "contact"),
        (HINTS, json!({"text": "x", "ticks": ["no-such-tick"]}), "ticks"),
        (HINTS, json!({"text": "x", "danger": "perhaps"}), "danger"),
        (HINTS, json!({}), "text"),
        (HINTS, json!({"files": vec![file.clone(); 6]}), "files"),
        (HINTS, json!({"text": "x", "files": [{"name": "a", "content": "%%%"}]}), "files"),
        (HINTS, json!({"text": "x", "files": [{"name": "a", "content": "TVo="}]}), "files"),
        (MESSAGES, json!({"code": code, "text": long}), "text"),
        (MESSAGES, json!({"code": code}), "text"),
        (MESSAGES, json!({"code": "1234", "text": "x"}), "code"),
        (RETURNS, json!({"code": "1234"}), "code"),
        (AWAY, json!({"code": "9".repeat(300)}), "code"),
    ] {
        let answer = send(&world, path, &body).await;
        assert_eq!(answer.status, 422, "{path} {field}: {}", answer.text());
        let said = answer.json();
        assert_eq!(said["error"], "bad-input");
        let named: Vec<_> = said["fields"].as_array().unwrap().iter().collect();
        assert!(named.iter().any(|f| f["field"] == field), "{path} {field}: {said}");
        assert!(named.iter().all(|f| !f["said"].as_str().unwrap().is_empty()), "{said}");
    }
    // Larger than a body may be: refused before it is read.
    let large = json!({"code": "1".repeat(8_000)});
    assert_eq!(send(&world, RETURNS, &large).await.status, 413);
    let large = json!({"text": "x".repeat(62 << 20)});
    let answer = send(&world, HINTS, &large).await;
    assert_eq!((answer.status.as_u16(), answer.json()["error"].clone()), (413, json!("413")));
    assert_eq!((hints(&world).await, messages(&world).await), (hints_before, messages_before));
}

// proves: P-01, P-22
#[tokio::test]
async fn p01_a_store_that_fails_at_any_call_is_told_by_the_interface_and_keeps_nothing_half() {
    for world in worlds().await {
        let code = world.codes[0].clone();
        let word = "Zqxfailing";
        for (path, body) in [
            (HINTS, json!({"text": word, "contact": word})),
            (MESSAGES, json!({"code": code, "text": word})),
            (RETURNS, json!({"code": code})),
            (AWAY, json!({"code": code})),
        ] {
            let mut faults = 0;
            for call in 1..60 {
                let before = (hints(&world).await, messages(&world).await);
                world.node.store.fail_after(call);
                let at = world.node.store.calls();
                let answer = send(&world, path, &body).await;
                let is_reached = world.node.store.calls() - at >= call;
                world.node.store.fail_after(0);
                let after = (hints(&world).await, messages(&world).await);
                if !is_reached {
                    assert!(answer.status.is_success(), "{path}: {}", answer.text());
                    break;
                }
                faults += 1;
                if answer.status.is_success() {
                    // The failed call was behind the commit: what is acknowledged is there.
                    continue;
                }
                assert!(answer.status.is_server_error(), "{path} {call}: {}", answer.text());
                assert_eq!(after, before, "{path} {call}: refused and kept ({})", world.kind);
                let said = answer.json();
                assert!(!said["said"].as_str().unwrap().is_empty(), "{said}");
                assert!(!answer.text().contains(word), "{}", answer.text());
            }
            assert!(faults >= 3, "{path}: only {faults} faults were reached");
        }
        assert!(!String::from_utf8_lossy(&crate::log::kept()).contains("Zqxfailing"));
    }
}

// proves: P-15
#[tokio::test]
async fn p15_a_full_writer_place_is_an_honest_wait_and_nothing_is_lost_or_kept() {
    for world in worlds().await {
        let before = hints(&world).await;
        world.node.store.wait_for_the_place_at_most_ms(30);
        let place = world.node.begin("test").await.expect("the place");
        let by_api = send(&world, HINTS, &json!({"text": "Held"})).await;
        let by_page = world.send("/report/form", &[("text", "Words typed long")], &[]).await;
        let by_officer = world.post("caseworker", "/cases/new", &[("story", "words")]).await;
        for answer in [&by_api, &by_page, &by_officer] {
            assert_eq!(answer.status, 503, "{}", answer.text());
            assert_eq!(answer.header("retry-after"), "60");
        }
        assert_eq!(by_api.json()["error"], "503");
        assert!(by_page.text().contains("Words typed long"), "what was typed is kept");
        drop(place);
        assert_eq!(hints(&world).await, before);
        world.node.store.wait_for_the_place_at_most_ms(0);
        assert_eq!(send(&world, HINTS, &json!({"text": "Held"})).await.status, 201);
        assert_eq!(hints(&world).await, before + 1);
    }
}
