//! Who gives a hint leaves no trace, and a code tells nothing to who only guesses it.

use crate::canaries::{dump, files, hex};
use crate::world::{World, worlds};
use guard::receipts::Receipt;
use lexicon::chance::SeededDice;

/// What a browser and a proxy may send about the giver.
const TRACES: [(&str, &str); 7] = [
    ("user-agent", "GiverBrowser/77.123"),
    ("x-forwarded-for", "203.0.113.177"),
    ("x-real-ip", "203.0.113.178"),
    ("forwarded", "for=203.0.113.179"),
    ("accept-language", "pt-AO-x-giver"),
    ("referer", "https://giver.example/page"),
    ("via", "1.1 giver-proxy"),
];
const WORDS: [&str; 8] = [
    "GiverBrowser",
    "203.0.113.177",
    "203.0.113.178",
    "203.0.113.179",
    "x-giver",
    "giver.example",
    "giver-proxy",
    "giver-field",
];

// proves: P-13
#[tokio::test]
async fn p13_a_hint_leaves_no_trace_of_its_giver() {
    for world in worlds().await {
        let before = world.hints.len();
        let fields =
            [("text", "They hold us here"), ("place", "Harbour"), ("unknown", "giver-field")];
        let answer = world.send("/report/form", &fields, &TRACES).await;
        let sent = answer.status.is_success();
        assert!(sent, "the hint was not taken");
        let mut tx = world.node.read("count").await.expect("a reader");
        let row = tx.row("SELECT COUNT(*) AS n FROM hints", &[]).await.expect("row");
        assert_eq!(row.expect("one").int("n"), Ok(i64::try_from(before).unwrap() + 1));
        drop(tx);
        no_trace(&world).await;
    }
}

async fn no_trace(world: &World) {
    let mut places = files(&world.data_folder());
    places.push(("the dump".to_owned(), dump(world).await));
    places.push(("the log".to_owned(), crate::log::kept()));
    for (place, bytes) in places {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for word in WORDS {
            let is_there = text.contains(word) || text.contains(&hex(word));
            assert!(!is_there, "{word} in {place}");
        }
    }
}

/// What an answer to a code tells: status, size, work done, questions asked of the store.
async fn come_back(world: &World, code: &str) -> (u16, usize, u64, u64, String) {
    let hashes = world.node.receipt_hashing.asked();
    let calls = world.node.store.calls();
    let answer = world.send("/report/back", &[("code", code)], &[]).await;
    (
        answer.status.as_u16(),
        answer.body.len(),
        world.node.receipt_hashing.asked() - hashes,
        world.node.store.calls() - calls,
        answer.text().replace(code, "CODE"),
    )
}

// proves: P-13
#[tokio::test]
async fn p13_an_unknown_code_and_nothing_new_are_the_same_answer() {
    for world in worlds().await {
        // The second hint has no answer yet: its code is known and there is nothing new.
        let known = come_back(&world, &world.codes[1]).await;
        let stranger = Receipt::random(&SeededDice::new(4_711)).digits().to_string();
        let unknown = come_back(&world, &stranger).await;
        assert_eq!(known.2, 1, "one slow hash for a code");
        assert_eq!(known.0, unknown.0, "status");
        assert_eq!(known.1, unknown.1, "size");
        assert_eq!((known.2, known.3), (unknown.2, unknown.3), "hashes and queries");
        assert_eq!(known.4, unknown.4, "the page ({})", world.kind);
    }
}

/// On the wire nobody sees whether an answer was waiting: pages are filled up and not compressed.
// proves: P-13
#[tokio::test]
async fn p13_a_page_with_an_answer_is_as_long_as_one_without() {
    for world in worlds().await {
        let with = world.send("/report/back", &[("code", &world.codes[0])], &[]).await;
        let without = world.send("/report/back", &[("code", &world.codes[1])], &[]).await;
        let is_answered = world.marks.iter().any(|m| with.text().contains(&m.word));
        assert!(is_answered && with.text() != without.text(), "the test compares nothing");
        assert_eq!(with.body.len(), without.body.len(), "{}", world.kind);
        for answer in [&with, &without] {
            assert_eq!(answer.header("content-encoding"), "identity");
        }
    }
}

// proves: P-13
#[tokio::test]
async fn p13_with_the_code_the_answer_is_read_and_the_own_words_are_not() {
    for world in worlds().await {
        let answer = world.send("/report/back", &[("code", &world.codes[0])], &[]).await;
        let page = answer.text();
        for mark in &world.marks {
            let is_mine = mark.thing == *world.hints[0].bytes() && mark.is_for_giver;
            assert_eq!(page.contains(&mark.word), is_mine, "{mark:?} ({})", world.kind);
        }
    }
}

/// What each way to report reveals, and who reads, stands on its page before anything is said.
// proves: row 2.1
#[tokio::test]
async fn row_2_1_each_channel_says_before_use_what_it_reveals_and_to_whom() {
    let world = crate::world::world().await;
    let shows = |page: &str, language, keys: &[&'static str]| {
        for key in keys {
            let said = lexicon::phrase::say(language, key);
            assert_ne!(&said, key, "no text");
            assert!(crate::html::unescape(page).contains(&said), "{key} in {}", language.tag);
        }
    };
    for language in lexicon::language::LANGUAGES {
        let page = world.visit(&format!("/report?lang={}", language.tag)).await.text();
        let web = [
            "report-not-kept-address",
            "report-not-kept-cookies",
            "report-not-kept-time",
            "report-others-history",
            "report-others-proxy",
            "report-others-network",
            "report-who-reads-text",
            "report-who-reads-law",
        ];
        shows(&page, language, &web);
        let page = world.get("nurse", &format!("/hints/new?lang={}", language.tag)).await.text();
        shows(&page, language, &["triage-phone-duty", "triage-phone-reveals"]);
    }
    let document = world.visit("/api/v1/openapi.json").await.text();
    assert!(document.contains("Show before use"), "the API says nothing");
}
