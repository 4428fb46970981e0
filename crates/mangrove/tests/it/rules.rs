//! A country changes its rules through the pages: the coordinator hands in, the oversight body
//! decides, and what came before keeps the rules under which it came.

use crate::html;
use crate::world::{Answer, World, worlds};
use axum::http::StatusCode;

const AGAIN: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// Work without pay goes to the labour inspectorate in the catalogue; here to an organisation,
/// sooner, by a rule of the country's own.
const OVERLAY: &str = r#"overlay = "aurelia"
version = "2026-12"

[[routing.rule]]
id = "work"
active = false

[[routing.rule]]
id = "unpaid-harbour"
new = true
active = true
order = 15
path = "consent"
read_by = ["coordination"]
goes_to = ["ngo"]
due_days = 1
duty = "Unpaid work in the harbour"
basis = "Act 7 of Aurelia, section 3"
when = { all = ["not-paid=yes"], none = ["child=yes", "danger-now=yes", "journey-danger=yes"] }
"#;

/// What the coordinator sends, as a file.
async fn check(world: &World, who: &str, text: &str) -> Answer {
    world.post_file(who, "/rules/check", ("file", "rules.toml", text.as_bytes())).await
}

async fn propose(world: &World, who: &str, text: &str) -> Answer {
    world.post(who, "/rules/propose", &[("text", text)]).await
}

/// The fields that name what waits, as the page of the oversight body offers them.
async fn waiting(world: &World) -> Vec<(String, String)> {
    let page = world.get("oversight", "/rules").await.text();
    let form = html::forms(&page).into_iter().find(|form| form.action == "/rules/decide");
    let mut fields = form.unwrap_or_else(|| panic!("nothing waits: {page}")).fields;
    fields.retain(|(name, _)| name == "version" || name == "hash");
    fields
}

async fn decide(world: &World, who: &str, verdict: &[(&str, &str)]) -> Answer {
    let named = waiting(world).await;
    let mut fields: Vec<_> = named.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.extend_from_slice(verdict);
    world.post(who, "/rules/decide", &fields).await
}

/// A hint of somebody who works without pay, and its page for triage.
async fn hint(world: &World) -> String {
    let before = hints(world).await;
    let fields = [("who", "self"), ("text", "No wages since May"), ("ticks", "not-paid")];
    let sent = world.send("/report/form", &fields, &[]).await;
    assert_eq!(sent.status, StatusCode::OK);
    let after = hints(world).await;
    after.into_iter().find(|id| !before.contains(id)).expect("the new hint")
}

async fn hints(world: &World) -> Vec<String> {
    let mut tx = world.node.read("hints").await.unwrap();
    let rows = tx.rows("SELECT id FROM hints", &[]).await.unwrap();
    rows.iter().map(|row| row.id::<lexicon::ids::HintId>("id").unwrap().to_string()).collect()
}

async fn why(world: &World, hint: &str) -> String {
    let page = world.get("triage", &format!("/hints/{hint}")).await;
    assert_eq!(page.status, StatusCode::OK);
    html::visible(&page.text())
}

// proves: row 2.9
#[tokio::test]
async fn row_2_9_the_same_hint_goes_another_way_once_a_second_person_approved_the_rules() {
    for world in worlds().await {
        let before = hint(&world).await;
        let old = why(&world, &before).await;
        assert!(old.contains("work without pay") && old.contains("Labour inspectorate"), "{old}");

        let shown = html::visible(&check(&world, "coordinator", OVERLAY).await.text());
        for part in ["What would change", "Unpaid work in the harbour", "Switched off"] {
            assert!(shown.contains(part), "{part}: {shown}");
        }
        assert!(shown.contains("Examples that would be answered otherwise"), "{shown}");
        assert!(versions(&world).await.is_empty(), "a look keeps nothing");
        assert_eq!(propose(&world, "coordinator", OVERLAY).await.status, StatusCode::SEE_OTHER);
        let still = hint(&world).await;
        assert!(why(&world, &still).await.contains("work without pay"), "waiting is not in force");

        nobody_else_decides(&world).await;
        let approved = decide(&world, "oversight", &[("verdict", "approve")]).await;
        assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text());
        let new = hint(&world).await;
        let now = why(&world, &new).await;
        assert!(now.contains("Unpaid work in the harbour"), "{now}");
        assert!(now.contains("Support organisation") && now.contains("aurelia 2026-12"), "{now}");
        assert!(now.contains("Act 7 of Aurelia"), "{now}");
        let kept = why(&world, &before).await;
        assert!(kept.contains("work without pay") && !kept.contains("Unpaid work"), "{kept}");
        let queue = html::visible(&world.get("triage", "/hints").await.text());
        for name in ["work without pay", "Unpaid work in the harbour"] {
            assert!(queue.contains(name), "{name}: {queue}");
        }
        history(&world).await;
    }
}

async fn versions(world: &World) -> Vec<(i64, String)> {
    let mut tx = world.node.read("versions").await.unwrap();
    let rows = tx.list_overlays().await.unwrap();
    rows.into_iter().map(|row| (row.version, row.state)).collect()
}

async fn nobody_else_decides(world: &World) {
    for who in ["coordinator", "administrator", "triage", "police", "enforcement"] {
        let tried = decide(world, who, &[("verdict", "approve")]).await;
        assert_eq!(tried.status, StatusCode::FORBIDDEN, "{who} decides");
    }
    let other = [("version", "1"), ("hash", "00"), ("verdict", "approve")];
    let stale = world.post("oversight", "/rules/decide", &other).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "what is approved is what was read");
    assert_eq!(versions(world).await, [(1, "waiting".to_owned())]);
}

/// Version, both people, the text, and one leaf for each step with the hash.
async fn history(world: &World) {
    let page = html::visible(&world.get("coordinator", "/rules").await.text());
    for part in ["In force", "aurelia 2026-12", "Officer coordinator", "Officer oversight"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let version = world.get("triage", "/rules/versions/1").await;
    assert!(version.text().contains("unpaid-harbour"), "the text can be read");
    assert_eq!(world.get("triage", "/rules/versions/2").await.status, StatusCode::NOT_FOUND);
    let mut sequencer = workflow::sequence::Sequencer::start(&world.node).await.unwrap();
    while sequencer.step(&world.node).await.unwrap().is_some() {}
    let ledger = html::visible(&world.get("oversight", "/openings").await.text());
    let mut tx = world.node.read("hash").await.unwrap();
    let hash = tx.find_overlay("national", 1).await.unwrap().unwrap().hash;
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(ledger.matches(&hash).count(), 2, "handed in and approved: {ledger}");
    assert!(ledger.contains("Handed in rules of the country"), "{ledger}");
}

// proves: row 2.9, P-16
#[tokio::test]
async fn row_2_9_a_broken_overlay_is_refused_whole_with_every_place() {
    for world in worlds().await {
        let head = "overlay = \"a\"\nversion = \"1\"\n";
        let rule = |change: &str| format!("{head}[[routing.rule]]\nid = \"child\"\n{change}\n");
        let cases = [
            (rule("active = false"), "A child is always told to child protection"),
            (rule("goes_to = [\"immigration-enforcement\"]"), "Immigration control never receives"),
            (rule("colour = \"red\""), "routing.rule[child].colour"),
            (format!("{head}[[routing.rule]\n"), "Line 3"),
            (format!("{head}# {}", "x".repeat(70_000)), "too large"),
            (format!("{head}[routing]\nrule = {}1{}", "[".repeat(30), "]".repeat(30)), "nested"),
            ("version = \"1\"".to_owned(), "overlay"),
            (String::new(), "Choose a file"),
        ];
        for (text, said) in cases {
            let looked = check(&world, "coordinator", &text).await;
            assert_eq!(looked.status, AGAIN, "{said}");
            let page = html::visible(&looked.text());
            assert!(page.contains(said), "{said}: {page}");
            let handed_in = propose(&world, "coordinator", &text).await;
            let is_refused = handed_in.status.is_client_error();
            assert!(is_refused, "{said}: {}", handed_in.status);
        }
        let twice = format!("{}{}", rule("path = \"consent\""), "[[routing.level]]\nid = \"x\"\n");
        let typed = propose(&world, "coordinator", &rule("active = false")).await.text();
        assert!(typed.contains("active = false"), "what was typed is kept");
        assert_eq!(propose(&world, "coordinator", &twice).await.status, AGAIN);
        let broken =
            world.post_file("coordinator", "/rules/check", ("file", "x", &[0xff, 0])).await;
        assert_eq!(broken.status, AGAIN);
        assert!(broken.text().contains("not a text"));
        assert!(versions(&world).await.is_empty(), "nothing of any of them is kept");
    }
}

// proves: row 2.9
#[tokio::test]
async fn row_2_9_a_refusal_has_a_reason_and_a_later_text_takes_the_place_of_what_waits() {
    for world in worlds().await {
        propose(&world, "coordinator", OVERLAY).await;
        let second = OVERLAY.replace("2026-12", "2026-13");
        assert_eq!(propose(&world, "coordinator", &second).await.status, StatusCode::SEE_OTHER);
        let states = |all: Vec<(i64, String)>| all.into_iter().map(|(_, s)| s).collect::<Vec<_>>();
        assert_eq!(states(versions(&world).await), ["replaced", "waiting"]);
        let bare = decide(&world, "oversight", &[("verdict", "refuse"), ("reason", " ")]).await;
        assert_eq!(bare.status, AGAIN, "a refusal has a reason");
        let reason = [("verdict", "refuse"), ("reason", "The act is not in force yet")];
        assert_eq!(decide(&world, "oversight", &reason).await.status, StatusCode::SEE_OTHER);
        assert_eq!(states(versions(&world).await), ["replaced", "refused"]);
        let page = html::visible(&world.get("coordinator", "/rules").await.text());
        assert!(page.contains("The act is not in force yet"), "{page}");
        assert!(why(&world, &hint(&world).await).await.contains("work without pay"));
        for who in ["enforcement", "protection"] {
            assert_eq!(world.get(who, "/rules").await.status, StatusCode::FORBIDDEN, "{who}");
        }
        for who in ["triage", "police", "administrator", "oversight"] {
            let page = world.get(who, "/rules").await;
            assert_eq!(page.status, StatusCode::OK, "{who}");
            assert!(!page.text().contains("/rules/propose"), "{who}");
        }
    }
}
