//! Attacks on a country's own rules.

use crate::html;
use crate::world::{World, worlds};
use axum::http::StatusCode;

/// What a poisoner would change: where hints go, how fast, who is told of a child, and what a
/// screening ends with.
fn poisons() -> Vec<String> {
    let head = "overlay = \"a\"\nversion = \"1\"\n";
    let rule =
        |id: &str, change: &str| format!("{head}[[routing.rule]]\nid = \"{id}\"\n{change}\n");
    let mut all = vec![
        rule("child", "active = false"),
        rule("child", "goes_to = []"),
        rule("child", "goes_to = [\"police\"]"),
        rule("child", "due_days = 3650"),
        rule("danger-now", "active = false"),
        rule("danger-now", "order = 1000000"),
        rule("danger-now", "due_days = 30"),
        rule("journey-danger", "due_days = 1"),
        format!("{head}[[routing.level]]\nid = \"danger\"\ndue_days = 20\n"),
        format!("{head}[[routing.level]]\nid = \"today\"\ndue_days = 3\n"),
        rule("nobody-knows", "active = true"),
        rule("work", "when = { all = [\"no-such-fact=yes\"] }"),
        rule("work", "colour = \"red\""),
        format!(
            "{head}[[routing.rule]]\nid = \"first\"\nnew = true\nactive = true\norder = 1\npath = \"wait\"\nread_by = [\"coordination\"]\ngoes_to = [\"ngo\"]\ndue_days = 90\nduty = \"x\"\nbasis = \"x\"\nwhen = {{ all = [\"danger-now=yes\"] }}\n"
        ),
        format!("{head}# {}", "x".repeat(70_000)),
        format!("{head}[routing]\nrule = {}1{}", "[".repeat(30), "]".repeat(30)),
    ];
    for id in ["child", "danger-now", "work", "journey"] {
        for field in ["goes_to", "read_by"] {
            all.push(rule(id, &format!("{field} = [\"immigration-enforcement\"]")));
            all.push(rule(id, &format!("{field} = [\"ngo\", \"immigration-enforcement\"]")));
        }
    }
    all
}

const WAGES: &str =
    "overlay = \"aurelia\"\nversion = \"1\"\n[[routing.rule]]\nid = \"work\"\ndue_days = 2\n";
/// The same, with a hint about unpaid work sent to the police.
const TURNED: &str = "overlay = \"aurelia\"\nversion = \"1\"\n[[routing.rule]]\nid = \"work\"\ndue_days = 2\ngoes_to = [\"police\"]\n";

async fn verdict(world: &World, who: &str) -> StatusCode {
    let page = world.get("oversight", "/rules").await.text();
    let form = html::forms(&page).into_iter().find(|form| form.action == "/rules/decide");
    let mut fields = form.expect("one waits").fields;
    fields.retain(|(name, _)| name == "version" || name == "hash");
    let mut fields: Vec<_> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    fields.push(("verdict", "approve"));
    world.post(who, "/rules/decide", &fields).await.status
}

/// By which rule a hint about unpaid work goes now, and by when it is due.
async fn way(world: &World) -> String {
    let before = world.ids("SELECT id FROM hints").await;
    let fields = [("who", "self"), ("text", "No wages since May"), ("ticks", "not-paid")];
    let sent = world.send("/report/form", &fields, &[]).await;
    assert_eq!(sent.status, StatusCode::OK, "a hint is taken whatever the rules are");
    let after = world.ids("SELECT id FROM hints").await;
    let new = after.into_iter().find(|id| !before.contains(id)).expect("the new hint");
    let mut tx = world.node.read("way").await.unwrap();
    let sql = "SELECT rule_id, due_on FROM hints WHERE id = $1";
    let row = tx.row(sql, &[new.into()]).await.unwrap().expect("the hint");
    format!("{} {}", row.text("rule_id").unwrap(), row.text("due_on").unwrap())
}

async fn versions(world: &World) -> Vec<store::OverlayRow> {
    world.node.read("versions").await.unwrap().list_overlays().await.unwrap()
}

async fn write(world: &World, sql: &'static str, cells: &[store::Cell]) {
    let mut tx = world.node.begin("attacker").await.unwrap();
    tx.execute(sql, cells).await.unwrap();
    tx.commit().await.unwrap();
}

/// A coordinator hands in rules that hide children, delay danger or reach immigration enforcement;
/// approves them alone; and, with the database in hand, changes the text that was approved, puts
/// one in force that nobody approved, and takes the approval of one for another.
// proves: P-04, row 2.9
#[tokio::test]
async fn attack_rule_poisoner() {
    for world in worlds().await {
        let mut tried = 0;
        for poison in poisons() {
            let answer = world.post("coordinator", "/rules/propose", &[("text", &poison)]).await;
            assert!(answer.status.is_client_error(), "taken: {poison}");
            tried += 1;
        }
        for who in crate::world::PERSONAS.map(|(who, ..)| who) {
            if who != "coordinator" {
                let answer = world.post(who, "/rules/propose", &[("text", WAGES)]).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who} hands in");
                tried += 1;
            }
        }
        assert!(versions(&world).await.is_empty(), "nothing of a poison is kept");
        let honest = way(&world).await;
        world.post("coordinator", "/rules/propose", &[("text", WAGES)]).await;
        for who in ["coordinator", "administrator", "triage", "corrupt", "enforcement"] {
            assert_eq!(verdict(&world, who).await, StatusCode::FORBIDDEN, "{who} approves");
            tried += 1;
        }
        tried += with_the_database(&world, &honest).await;
        println!("FIGURE tried {tried}, got through 0");
    }
}

/// What can be done by writing into the table of the rules; how many ways were tried.
async fn with_the_database(world: &World, honest: &str) -> usize {
    // In force without anybody's yes: the database itself refuses, and a made-up yes is no yes.
    let mut tx = world.node.begin("attacker").await.unwrap();
    let bare = "UPDATE overlays SET is_active = 1";
    assert!(tx.execute(bare, &[]).await.is_err(), "in force without a decision");
    drop(tx);
    let forged = "UPDATE overlays SET is_active = 1, state = 'approved', approval = $1";
    write(world, forged, &[vec![7_u8; 64].into()]).await;
    assert_eq!(way(world).await, honest, "a made-up approval");
    let back = "UPDATE overlays SET is_active = 0, state = 'waiting', approval = NULL";
    write(world, back, &[]).await;

    assert_eq!(verdict(world, "oversight").await, StatusCode::SEE_OTHER);
    let approved = way(world).await;
    assert_ne!(approved, honest, "what is approved is in force, so this test can fail");
    let hash = <sha2::Sha256 as sha2::Digest>::digest(TURNED.as_bytes()).to_vec();
    let only_text = "UPDATE overlays SET body = $1";
    write(world, only_text, &[TURNED.into()]).await;
    assert_eq!(way(world).await, honest, "the text was changed");
    write(world, "UPDATE overlays SET hash = $1", &[hash.into()]).await;
    assert_eq!(way(world).await, honest, "the text and its hash were changed");
    let page = html::visible(&world.get("oversight", "/rules").await.text());
    assert!(page.contains("Changed after approval: not used"), "{page}");
    // The true text under another number: the approval names the number.
    let hash = <sha2::Sha256 as sha2::Digest>::digest(WAGES.as_bytes()).to_vec();
    let moved = "UPDATE overlays SET body = $1, hash = $2, version = 9";
    write(world, moved, &[WAGES.into(), hash.into()]).await;
    assert_eq!(way(world).await, honest, "the approval of another version");
    5
}
