//! What works while nobody is signed in: one test a line of the table.

use crate::world::{World, worlds};
use guard::ledger::SigningKey;
use lexicon::language;
use protection::hint::{Channel, HintForm};
use workflow::receive_hint::{SentHint, receive_hint};
use workflow::sequence::Sequencer;

/// Worlds in which every session has ended.
async fn unattended() -> Vec<World> {
    let all = worlds().await;
    for world in &all {
        world.node.sessions.end_where(|_| true);
        assert_eq!(world.node.sessions.count(), 0);
    }
    all
}

async fn receive(world: &World, danger: &str, about: &str) -> store::HintHead {
    let form = HintForm {
        text: "Somebody is held here".to_owned(),
        danger: danger.to_owned(),
        about: about.to_owned(),
        ..HintForm::default()
    };
    let sent = SentHint {
        form,
        files: Vec::new(),
        language: language::ENGLISH,
        channel: Channel::Web,
        once: String::new(),
    };
    receive_hint(&world.node, sent).await.expect("received");
    let mut tx = world.node.read("find").await.expect("a reader");
    let rows = tx.rows("SELECT id FROM hints", &[]).await.expect("rows");
    for row in rows {
        let id = row.id("id").unwrap();
        if !world.hints.contains(&id) {
            return tx.find_hint_head(id).await.expect("row").expect("a hint");
        }
    }
    panic!("the hint is not there");
}

// proves: P-12, row 2.1
#[tokio::test]
async fn unattended_a_hint_is_taken_and_sealed_to_the_desk() {
    for world in unattended().await {
        let head = receive(&world, "no", "adult").await;
        let mut tx = world.node.read("find").await.expect("a reader");
        for purpose in ["content", "dialogue"] {
            let wrap = tx.find_wrap("hint", head.id.bytes(), purpose, head.desk_id).await;
            assert!(wrap.expect("row").is_some(), "no {purpose} key for the desk");
        }
        assert_eq!(world.node.sessions.count(), 0);
    }
}

// proves: P-12, row 2.2
#[tokio::test]
async fn unattended_a_message_is_taken_from_the_giver() {
    for world in unattended().await {
        let code = world.codes[0].clone();
        let before = count(&world, "SELECT COUNT(*) AS n FROM messages").await;
        workflow::write_again::write_again(&world.node, &code, "once more", Vec::new())
            .await
            .expect("written");
        assert_eq!(count(&world, "SELECT COUNT(*) AS n FROM messages").await, before + 1);
    }
}

// proves: P-12, row 2.6, row 2.9
#[tokio::test]
async fn unattended_urgency_and_routing_are_computed_and_kept() {
    for world in unattended().await {
        let urgent = receive(&world, "yes", "child").await;
        assert_eq!(urgent.urgency, 1);
        assert!(!urgent.rule_id.is_empty());
    }
}

// proves: P-12, row 2.6
#[tokio::test]
async fn unattended_clocks_run_and_drafts_expire() {
    for world in unattended().await {
        let head = receive(&world, "yes", "adult").await;
        assert!(head.due_on >= head.received_on);
        let before = count(&world, "SELECT COUNT(*) AS n FROM screenings").await;
        assert!(before > 0);
        let mut tx = world.node.begin("expire").await.expect("the place");
        let later = world.node.today().plus_days(400);
        let gone = tx.delete_expired_screenings(later).await.expect("deleted");
        tx.commit().await.expect("kept");
        assert_eq!(i64::try_from(gone).unwrap(), before);
        let left = "SELECT COUNT(*) AS n FROM wraps WHERE thing_kind = 'screening'";
        assert_eq!(count(&world, left).await, 0, "keys of what is gone");
    }
}

// proves: P-12
#[tokio::test]
async fn unattended_the_daily_round_deletes_old_drafts_and_leaves_the_others() {
    for world in unattended().await {
        let drafts = "SELECT COUNT(*) AS n FROM screenings";
        let before = count(&world, drafts).await;
        assert!(before > 0);
        let folder = mangrove::folder::Folder::at(&world.data_folder());
        let opened = mangrove::sequencing::Ledger::open(world.node.clone(), folder).await;
        let keeping = tokio::spawn(opened.map_err(|why| why.key).expect("a ledger").keep());
        let numbered = "SELECT COUNT(number) AS n FROM leaves";
        while count(&world, numbered).await == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert_eq!(count(&world, drafts).await, before, "a young draft is kept");
        world.clock.advance_s(400 * 86_400);
        let began = std::time::Instant::now();
        while count(&world, drafts).await > 0 {
            assert!(began.elapsed().as_secs() < 30, "the old drafts are still there");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        keeping.abort();
    }
}

#[tokio::test]
async fn unattended_the_national_figures_are_counted_from_the_copy() {
    for world in unattended().await {
        let mut tx = world.node.read("count").await.expect("a reader");
        let rows = tx.list_counting_rows().await.expect("rows");
        assert_eq!(rows.len(), world.persons.len());
        for row in rows {
            assert!(!world.persons.iter().any(|p| *p.bytes() == row.id), "an id of a person");
        }
    }
}

// proves: P-08, P-12, row 8.4
#[tokio::test]
async fn unattended_leaves_are_numbered_signed_and_verified() {
    for world in unattended().await {
        let mut sequencer = Sequencer::start(&world.node).await.expect("starts");
        let checkpoint = sequencer.step(&world.node).await.expect("a step").expect("leaves waited");
        let mut tx = world.node.read("verify").await.expect("a reader");
        let leaves = tx.numbered_leaves(0, 100_000).await.expect("leaves");
        let checkpoints = tx.list_checkpoints().await.expect("checkpoints");
        let key = SigningKey::from_seed(&world.node.keys.signing_seed).verifying();
        let verdict = guard::ledger::verify(leaves, &checkpoints, &key, Some(&checkpoint));
        assert!(verdict.leaves > 0, "{verdict:?}");
        assert_eq!(verdict.faults, [], "{}", world.kind);
    }
}

// proves: P-12, row 8.5
#[tokio::test]
async fn unattended_nothing_can_be_opened() {
    for world in unattended().await {
        let page = world.get(crate::world::STRANGER, &format!("/hints/{}", world.hints[0])).await;
        assert_eq!(page.status.as_u16(), 401);
        let word = world.marks.iter().find(|m| page.text().contains(&m.word));
        assert!(word.is_none(), "{word:?}");
    }
}

async fn count(world: &World, sql: &'static str) -> i64 {
    let mut tx = world.node.read("count").await.expect("a reader");
    tx.row(sql, &[]).await.expect("row").expect("one").int("n").expect("a number")
}
