//! What officers may do with a hint, and what they may not.

use crate::world::{World, form, sent};
use protection::hint::{Channel, HintForm};
use protection::triage::{RaiseReason, Urgency};
use store::testing::databases;
use workflow::RefusalKind;
use workflow::answer_reporter::answer_reporter;
use workflow::come_back::come_back;
use workflow::hand_over_hint::{Ground, hand_over_hint};
use workflow::list_hints::{Wanted, count_hints, list_hints};
use workflow::open_hint::open_hint;
use workflow::raise_urgency::{raise_urgency, take_on_hint};
use workflow::receive_hint::SentHint;
use workflow::take_hint_by_phone::take_hint_by_phone;
use workflow::write_again::write_again;

// proves: row 2.6, row 2.9
#[tokio::test]
async fn row_2_6_the_queue_stands_by_urgency_and_age_and_says_the_rule() {
    for database in databases().await {
        let world = World::on(&database).await;
        world.report(form("An advert", &[])).await;
        world.clock.advance_s(2 * 86_400);
        world.report(form("Papers held", &["restraint"])).await;
        world.clock.advance_s(86_400);
        world.report(form("A girl", &["child", "restraint"])).await;
        world.report(HintForm { danger: "yes".into(), ..form("Now", &[]) }).await;
        let lines = world.queue("triage").await;
        let seen: Vec<_> = lines
            .iter()
            .map(|l| (l.urgency, l.late_days, l.rules[0].1.clone(), l.goes_to.clone()))
            .collect();
        assert_eq!(seen[2], (Urgency::Today, 1, "held".to_owned(), vec!["police".to_owned()]));
        assert_eq!(seen[3], (Urgency::Week, 0, "stays".to_owned(), vec![]));
        let mut top: Vec<_> = seen[..2].iter().map(|s| (s.0, s.2.clone())).collect();
        top.sort();
        assert_eq!(
            top,
            [(Urgency::Danger, "child".to_owned()), (Urgency::Danger, "danger-now".to_owned())]
        );
        let counts = count_hints(&world.node, world.signed("triage")).await.unwrap();
        assert_eq!((counts.waiting, counts.danger, counts.late), (4, 2, 1));
        let wanted = Wanted { alias: lines[3].alias.to_uppercase(), ..Wanted::default() };
        let found = list_hints(&world.node, world.signed("triage"), &wanted).await.unwrap();
        assert_eq!(found.lines.len(), 1);
        assert_eq!(found.counts, counts, "counts are of everything that waits");
    }
}

// proves: P-04
#[tokio::test]
async fn p04_immigration_enforcement_sees_and_opens_nothing_of_a_hint() {
    for database in databases().await {
        let world = World::on(&database).await;
        world.report(form("Help", &["child"])).await;
        let id = world.only("triage").await;
        for name in ["immigration", "border", "oversight", "office"] {
            let officer = world.signed(name);
            let list = list_hints(&world.node, officer, &Wanted::default()).await;
            assert!(list.is_err(), "{name} sees no list");
            assert_eq!(count_hints(&world.node, officer).await.unwrap().waiting, 0, "{name}");
            let opened = open_hint(&world.node, officer, id).await.err().expect(name);
            assert_eq!(opened.kind, RefusalKind::NotFound, "{name}: as if there were none");
            let answer = answer_reporter(&world.node, officer, id, "Come out").await;
            assert!(answer.is_err(), "{name}");
        }
        let to = (world.desks["immigration"], Ground::Law);
        let opened = open_hint(&world.node, world.signed("triage"), id).await.unwrap();
        let over =
            hand_over_hint(&world.node, world.signed("triage"), (id, opened.version), to).await;
        assert_eq!(over.err().unwrap().fields[0].field, "desk", "no way leads there");
        assert!(opened.desks.iter().all(|d| d.2 != "immigration-enforcement"));
    }
}

// proves: P-05, row 8.4
#[tokio::test]
async fn p05_opening_a_hint_is_one_leaf_an_officer_and_day() {
    for database in databases().await {
        let world = World::on(&database).await;
        world.report(form("Help", &[])).await;
        let id = world.only("triage").await;
        let leaves = || async {
            let mut tx = world.node.store.read("test").await.unwrap();
            tx.waiting_leaves(100).await.unwrap().len()
        };
        let before = leaves().await;
        for _ in 0..3 {
            open_hint(&world.node, world.signed("triage"), id).await.unwrap();
        }
        assert_eq!(leaves().await, before + 1, "the first sight of the day");
        world.clock.advance_s(86_400);
        open_hint(&world.node, world.signed("triage"), id).await.unwrap();
        assert_eq!(leaves().await, before + 2, "another day");
    }
}

// proves: P-05
#[tokio::test]
async fn p05_nothing_is_seen_when_the_leaf_cannot_be_kept() {
    let database = store::testing::sqlite();
    let world = World::on(&database).await;
    world.report(form("Help", &[])).await;
    let id = world.only("triage").await;
    open_hint(&world.node, world.signed("triage"), id).await.unwrap();
    world.clock.advance_s(86_400);
    let mut failed = 0;
    for n in 1..200 {
        world.node.store.fail_after(n);
        let opened = open_hint(&world.node, world.signed("triage"), id).await;
        world.node.store.fail_after(0);
        world.node.store.pretend_read_only(false);
        if opened.is_ok() {
            break;
        }
        failed += 1;
        let mut tx = world.node.store.read("test").await.unwrap();
        let leaves = tx.waiting_leaves(100).await.unwrap().len();
        // That it was received, and the opening of the day before.
        assert_eq!(leaves, 2, "the {n}-th call fails: no leaf of today, and nothing seen");
    }
    assert!(failed > 10, "every call up to the commit was made to fail: {failed}");
}

// proves: row 2.6
#[tokio::test]
async fn row_2_6_urgency_is_raised_with_a_reason_and_two_officers_do_not_overwrite() {
    for database in databases().await {
        let world = World::on(&database).await;
        world.report(form("She is thirteen", &[])).await;
        let id = world.only("triage").await;
        let officer = world.signed("triage");
        let seen = open_hint(&world.node, officer, id).await.unwrap();
        assert_eq!((seen.urgency, seen.state.as_str()), (Urgency::Week, "triaged"));
        let known = (id, seen.version);
        let reason = RaiseReason::WrittenInText;
        raise_urgency(&world.node, officer, known, (Urgency::Today, reason)).await.unwrap();
        let late = take_on_hint(&world.node, officer, known).await.err().unwrap();
        assert_eq!(late.kind, RefusalKind::Changed);
        let seen = open_hint(&world.node, officer, id).await.unwrap();
        assert_eq!((seen.urgency, seen.due_on), (Urgency::Today, world.node.today()));
        assert!(seen.events.iter().any(|e| e.detail_code == "today written-in-text"));
        let down = (Urgency::Week, reason);
        let refusal =
            raise_urgency(&world.node, officer, (id, seen.version), down).await.err().unwrap();
        assert_eq!(refusal.fields[0].field, "level");
        take_on_hint(&world.node, officer, (id, seen.version)).await.unwrap();
        assert!(world.queue("triage").await[0].is_yours);
    }
}

// proves: row 2.9, row 2.2
#[tokio::test]
async fn row_2_9_a_hint_handed_over_is_read_there_and_no_longer_here() {
    for database in databases().await {
        let world = World::on(&database).await;
        let (_, code) = world.report(form("A girl above the workshop", &["child"])).await;
        let id = world.only("triage").await;
        let (triage, children) = (world.signed("triage"), world.signed("children"));
        let before = open_hint(&world.node, children, id).await;
        assert!(before.is_err(), "not before it is handed over");
        let version = open_hint(&world.node, triage, id).await.unwrap().version;
        let to = (world.desks["children"], Ground::Law);
        hand_over_hint(&world.node, triage, (id, version), to).await.unwrap();
        assert!(world.queue("triage").await.is_empty());
        let refusal = open_hint(&world.node, triage, id).await.err().unwrap();
        assert_eq!(refusal.kind, RefusalKind::NotFound, "as if there were none");
        assert_eq!(world.queue("children").await[0].state, "handed-over");
        write_again(&world.node, &code, "She is still there", Vec::new()).await.unwrap();
        let opened = open_hint(&world.node, children, id).await.unwrap();
        assert_eq!(opened.text.show(), "A girl above the workshop");
        assert_eq!(opened.messages[0].text.show(), "She is still there");
        answer_reporter(&world.node, children, id, "We come today").await.unwrap();
        let answers = come_back(&world.node, &code).await.unwrap();
        assert_eq!(answers[0].text.show(), "We come today");
        let mut tx = world.node.store.read("test").await.unwrap();
        let left = tx.find_wrap("hint", id.bytes(), "content", world.desks["triage"]).await;
        assert_eq!(left.unwrap(), None, "the first desk holds no key any more");
    }
}

// proves: row 2.3
#[tokio::test]
async fn row_2_3_an_operator_takes_a_hint_and_the_reporter_gets_a_code() {
    for database in databases().await {
        let world = World::on(&database).await;
        let by = |channel| SentHint { channel, ..sent(form("He rang about his sister", &[])) };
        let shelter = world.signed("shelter");
        let received = take_hint_by_phone(&world.node, shelter, by(Channel::Phone)).await.unwrap();
        let id = world.only("shelter").await;
        assert!(world.queue("triage").await.is_empty(), "the desk that takes it keeps it");
        answer_reporter(&world.node, shelter, id, "Call again at six").await.unwrap();
        let code = received.receipt.digits().to_string();
        assert_eq!(come_back(&world.node, &code).await.unwrap().len(), 1);
        // A protection desk creates and never reads back: it goes to the desk that reads.
        let border = world.signed("border");
        take_hint_by_phone(&world.node, border, by(Channel::WalkIn)).await.unwrap();
        let id = world.only("triage").await;
        assert!(open_hint(&world.node, border, id).await.is_err());
        for name in ["immigration", "oversight", "office"] {
            let refusal =
                take_hint_by_phone(&world.node, world.signed(name), by(Channel::Phone)).await;
            assert!(refusal.is_err(), "{name}");
        }
    }
}
