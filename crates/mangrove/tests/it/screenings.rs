//! A screening through its pages: every answer kept apart, the advice at any moment, a decision
//! that may differ, and nobody outside help and labour who sees any of it.

use crate::html;
use crate::world::{World, worlds};
use axum::http::StatusCode;

const SEE_OTHER: StatusCode = StatusCode::SEE_OTHER;
const AGAIN: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Begins a screening as somebody and gives its address.
async fn begin(world: &World, who: &str, age: &str, profession: &str) -> String {
    let answer =
        world.post(who, "/screenings/new", &[("age", age), ("profession", profession)]).await;
    assert_eq!(answer.status, SEE_OTHER, "{}", answer.text());
    let first = answer.header("location").to_owned();
    first.strip_suffix("/questions/1").expect("the first question").to_owned()
}

async fn page(world: &World, who: &str, path: &str) -> String {
    let answer = world.get(who, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    answer.text()
}

/// One question as its page offers it: its id, and the ids of the facts to tick.
async fn question(world: &World, who: &str, path: &str) -> (String, Vec<String>) {
    let page = page(world, who, path).await;
    let form = html::forms(&page).into_iter().find(|form| form.action == path).expect("the form");
    let id = form.fields.iter().find(|(name, _)| name == "question").expect("a question").1.clone();
    let ticks = page.split("name=\"observed\" value=\"").skip(1);
    (id, ticks.map(|rest| rest.split('"').next().unwrap().to_owned()).collect())
}

/// The answer that is chosen on the page of a question; empty when none is.
fn chosen(page: &str) -> String {
    let fields = html::forms(page).into_iter().flat_map(|form| form.fields);
    let is_checked = |value: &str| page.contains(&format!("value=\"{value}\" checked"));
    let all: Vec<_> =
        fields.filter(|(name, value)| name == "answer" && is_checked(value)).collect();
    all.first().map(|(_, value)| value.clone()).unwrap_or_default()
}

async fn send(world: &World, who: &str, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = world.post(who, path, fields).await;
    assert_eq!(answer.status, SEE_OTHER, "{path}: {}", answer.text());
    answer.header("location").to_owned()
}

// proves: row 1.3, row 8.13
#[tokio::test]
async fn row_1_3_answers_are_kept_apart_and_the_advice_is_seen_at_any_moment() {
    for world in worlds().await {
        let who = "caseworker";
        let bare = world.post(who, "/screenings/new", &[("profession", "ngo")]).await;
        assert_eq!(bare.status, AGAIN, "an age, or that it is not known, is asked");
        let screening = begin(&world, who, "adult", "ngo").await;
        let at_once = html::visible(&page(&world, who, &screening).await);
        assert!(at_once.contains("Questions asked: 0 of") && at_once.contains("Not asked"));

        let numbers: Vec<String> = (1..=4).map(|n| format!("{screening}/questions/{n}")).collect();
        assert_eq!(chosen(&page(&world, who, &numbers[0]).await), "", "nothing is chosen before");
        let (first, ticks) = question(&world, who, &numbers[0]).await;
        let tick = ticks.first().expect("a fact to tick").clone();
        let fields = [("question", first.as_str()), ("answer", "yes"), ("observed", &tick)];
        let next = send(&world, who, &numbers[0], &[&fields[..], &[("go", "next")]].concat()).await;
        assert_eq!(next, numbers[1]);
        for (path, answer) in numbers[1..].iter().zip(["refused", "no", "not-asked"]) {
            let (id, _) = question(&world, who, path).await;
            let fields = [("question", id.as_str()), ("answer", answer), ("go", "result")];
            assert_eq!(send(&world, who, path, &fields).await, screening, "see it at once");
        }
        for (path, answer) in numbers.iter().zip(["yes", "refused", "no", "not-asked"]) {
            assert_eq!(chosen(&page(&world, who, path).await), answer, "{path}");
        }
        let result = page(&world, who, &screening).await;
        let seen = html::visible(&result);
        assert!(seen.contains("Observed: "), "the tick is a reason: {seen}");
        assert!(seen.contains("A refusal says nothing against the person"));
        // Refused and not asked stay open; yes and no are answered.
        for (path, is_open) in numbers.iter().zip([false, true, false, true]) {
            assert_eq!(result.contains(&format!("href=\"{path}\"")), is_open, "{path}");
        }
        let unticked = page(&world, who, &numbers[2]).await;
        assert!(!unticked.contains("name=\"observed\" value=\"\" checked"));
    }
}

// proves: row 1.3
#[tokio::test]
async fn row_1_3_all_short_questions_then_a_decision_that_differs_with_reasons() {
    for world in worlds().await {
        let who = "caseworker";
        let screening = begin(&world, who, "unknown", "ngo").await;
        let mut path = format!("{screening}/questions/1");
        let mut asked = 0;
        while path.contains("/questions/") {
            let (id, ticks) = question(&world, who, &path).await;
            let mut fields = vec![("question", id.as_str()), ("answer", "yes"), ("go", "next")];
            fields.extend(ticks.iter().map(|tick| ("observed", tick.as_str())));
            path = send(&world, who, &path, &fields).await;
            asked += 1;
            assert!(asked <= 12, "the short form has at most 12 questions");
        }
        assert_eq!(path, format!("{screening}/observations"), "then everything observable");
        let noted = [("note", "She asked twice whether the door locks")];
        let ticked = observed(&page(&world, who, &path).await);
        assert!(ticked.len() > 12, "ticks of the questions stand there too");
        let mut fields = noted.to_vec();
        fields.extend(ticked.iter().map(|tick| ("observed", tick.as_str())));
        assert_eq!(send(&world, who, &path, &fields).await, screening);

        let result = page(&world, who, &screening).await;
        let seen = html::visible(&result);
        assert!(seen.contains(&format!("Questions asked: {asked} of {asked}")), "{seen}");
        assert!(seen.contains("Trafficking in persons") && seen.contains("Smuggling of migrants"));
        assert!(seen.contains("Forms of exploitation these facts may speak of"), "{seen}");
        assert!(seen.contains("They are no finding"), "{seen}");
        no_printed_form(&result);
        decide(&world, who, &screening, &result).await;
    }
}

/// The facts that are ticked on the page of everything.
fn observed(page: &str) -> Vec<String> {
    let forms = html::forms(page).into_iter();
    let fields = forms.filter(|form| form.action.ends_with("/observations")).flat_map(|f| f.fields);
    fields.filter(|(name, _)| name == "observed").map(|(_, value)| value).collect()
}

/// Advice says that it has no printed form, and offers none.
fn no_printed_form(page: &str) {
    assert!(page.contains("class=\"advice\"") || page.contains("dense advice"), "{page}");
    assert!(page.contains("Advice has no printed form"));
    let ways = html::addresses(page);
    assert!(!ways.iter().any(|a| a.contains("print") || a.ends_with(".pdf")), "{ways:?}");
    assert!(!page.contains("window.print"));
}

async fn decide(world: &World, who: &str, screening: &str, result: &str) {
    let address = format!("{screening}/decision");
    let select = result.split("<select id=\"result\"").nth(1).expect("other results");
    let other = select.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let nothing = world.post(who, &address, &[("decision", "")]).await;
    assert_eq!(nothing.status, AGAIN);
    let fields = [("decision", "otherwise"), ("result", other.as_str()), ("reason", "short")];
    let bare = world.post(who, &address, &fields).await;
    assert_eq!(bare.status, AGAIN, "who differs says why");
    assert!(bare.text().contains("short"), "what was typed is kept");
    let reason = "I know the house and spoke with her sister";
    let fields = [("decision", "otherwise"), ("result", other.as_str()), ("reason", reason)];
    assert_eq!(send(world, who, &address, &fields).await, screening);
    let noted = html::visible(&page(world, who, screening).await);
    for part in ["Decision noted", "The advice was:", reason] {
        assert!(noted.contains(part), "{part}: {noted}");
    }
    let twice = world.post(who, &address, &fields).await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "decided once");
    let late =
        world.post(who, &format!("{screening}/questions/1"), &[("question", "q-work")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "nothing changes after the decision");
}

// proves: P-04, row 1.3
#[tokio::test]
async fn p04_a_screening_is_seen_and_begun_by_help_and_labour_desks_only() {
    for world in worlds().await {
        let screening = begin(&world, "caseworker", "adult", "ngo").await;
        let id = screening.rsplit('/').next().unwrap().to_owned();
        for who in [
            "police",
            "investigator",
            "analyst",
            "enforcement",
            "protection",
            "oversight",
            "administrator",
            "labour",
            "corrupt",
        ] {
            for path in ["", "/about", "/observations", "/questions/1"] {
                let answer = world.get(who, &format!("{screening}{path}")).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who} {path}");
            }
            let list = world.get(who, "/screenings").await;
            assert!(!list.text().contains(&id), "{who} finds it in a list");
        }
        // Policy, verb and page say one thing: where the result is not seen, none is begun.
        for (who, is_told) in [("police", true), ("protection", true), ("enforcement", false)] {
            let form = world.get(who, "/screenings/new").await;
            assert_eq!(form.status, StatusCode::FORBIDDEN, "{who}");
            assert_eq!(form.text().contains("href=\"/hints/new\""), is_told, "{who}");
            let begun = world.post(who, "/screenings/new", &[("age", "adult")]).await;
            assert_eq!(begun.status, StatusCode::FORBIDDEN, "{who}");
        }
        assert_eq!(world.get("police", "/screenings").await.header("location"), "/hints/new");
        for who in ["nurse", "labour", "child-protection", "triage", "coordinator"] {
            assert_eq!(world.get(who, "/screenings/new").await.status, StatusCode::OK, "{who}");
            begin(&world, who, "adult", "ngo").await;
        }
    }
}

// proves: row 1.4
#[tokio::test]
async fn row_1_4_a_case_carries_both_crimes_and_is_classed_anew_with_its_history() {
    for world in worlds().await {
        let (who, case) = ("caseworker", format!("/cases/{}", world.cases[0]));
        let classes = format!("{case}/classes");
        let bare = world.post(who, &classes, &[("carries", "tip")]).await;
        assert_eq!(bare.status, AGAIN, "a reason is asked");
        let both =
            [("carries", "tip"), ("carries", "som"), ("reason", "New facts of the crossing")];
        assert_eq!(send(&world, who, &classes, &both).await, case);
        let seen = page(&world, who, &classes).await;
        assert!(seen.contains("value=\"tip\" checked") && seen.contains("value=\"som\" checked"));
        let one = [("carries", "tip"), ("reason", "The crossing was not paid for")];
        send(&world, who, &classes, &one).await;
        let seen = page(&world, who, &classes).await;
        assert!(seen.contains("value=\"tip\" checked") && !seen.contains("value=\"som\" checked"));
        let history = html::visible(&page(&world, who, &case).await);
        for reason in ["New facts of the crossing", "The crossing was not paid for"] {
            assert!(history.contains(reason), "{reason}: {history}");
        }
    }
}
