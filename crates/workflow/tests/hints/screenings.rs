//! A screening from the first answer to the decision, and who never sees it.

use crate::world::{World, form};
use lexicon::ids::{CaseId, HintId, ScreeningId};
use protection::screening::{Age, Answer, Change};
use std::sync::Arc;
use store::testing::{Database, databases};
use workflow::screen_person::{
    NewScreening, OpenScreening, decide_screening, list_screenings, note_in_screening,
    open_screening, start_screening,
};
use workflow::{Refusal, RefusalKind, Signed};

/// Words that must never stand in the database as they are.
const CANARY: &str = "The cook told of a locked cellar";

async fn made_up(database: &Database) -> World {
    let mut world = World::on(database).await;
    Arc::get_mut(&mut world.node).unwrap().is_demo = true;
    world
}

fn new(hint: Option<HintId>, case: Option<CaseId>) -> NewScreening {
    let profession = Some("ngo".to_owned());
    NewScreening { age: Age::Adult, believed_child: false, profession, hint, case }
}

fn answer(question: &str, answer: Answer, observed: &[&str]) -> Change {
    let observed = observed.iter().map(|id| (*id).to_owned()).collect();
    Change::Question { question: question.to_owned(), answer: Some(answer), observed }
}

async fn note(world: &World, signed: &Signed, id: ScreeningId, change: Change) {
    note_in_screening(&world.node, signed, id, &change).await.expect("noted");
}

async fn seen(world: &World, signed: &Signed, id: ScreeningId) -> OpenScreening {
    open_screening(&world.node, signed, id).await.expect("opened")
}

fn kind<T>(outcome: Result<T, Refusal>) -> Option<RefusalKind> {
    outcome.err().map(|refusal| refusal.kind)
}

// proves: row 6.2
#[tokio::test]
async fn row_6_2_a_screening_goes_on_from_another_device_and_no_answer_is_lost() {
    for database in databases().await {
        let world = made_up(&database).await;
        let shelter = world.signed("shelter");
        let id = start_screening(&world.node, shelter, new(None, None)).await.unwrap();
        note(&world, shelter, id, answer("q-force", Answer::Yes, &["co-violence"])).await;
        let elsewhere = shelter.clone();
        let draft = seen(&world, &elsewhere, id).await.draft;
        assert_eq!(draft.answers["q-force"], Answer::Yes);
        assert!(draft.observed.contains("co-violence"));
        let questions = ["q-work", "q-sex", "q-promise", "q-locked", "q-held", "q-brought"];
        let writers = questions.map(|question| {
            let (node, device) = (Arc::clone(&world.node), shelter.clone());
            tokio::spawn(async move {
                let change = answer(question, Answer::Refused, &[]);
                while let Err(refusal) = note_in_screening(&node, &device, id, &change).await {
                    assert_eq!(refusal.kind, RefusalKind::Changed);
                }
            })
        });
        for writer in writers {
            writer.await.expect("a device");
        }
        let draft = seen(&world, shelter, id).await.draft;
        for question in questions {
            assert_eq!(draft.answers[question], Answer::Refused, "{question}");
        }
        assert_eq!(draft.answers["q-force"], Answer::Yes);
    }
}

// proves: P-04
#[tokio::test]
async fn nobody_outside_the_desk_that_screens_sees_that_there_is_a_screening() {
    for database in databases().await {
        let world = made_up(&database).await;
        let shelter = world.signed("shelter");
        let id = start_screening(&world.node, shelter, new(None, None)).await.unwrap();
        assert_eq!(list_screenings(&world.node, shelter).await.unwrap().len(), 1);
        for name in ["police", "border", "immigration", "oversight", "office", "triage"] {
            let officer = world.signed(name);
            let list = list_screenings(&world.node, officer).await.unwrap_or_default();
            assert!(list.is_empty(), "{name} sees a line");
            let opened = open_screening(&world.node, officer, id).await;
            assert_eq!(kind(opened), Some(RefusalKind::NotFound), "{name}");
            let absent = ScreeningId::random(world.node.dice.as_ref());
            let opened = open_screening(&world.node, officer, absent).await;
            assert_eq!(kind(opened), Some(RefusalKind::NotFound), "{name}");
        }
        for name in ["police", "border", "immigration", "oversight", "office"] {
            let started = start_screening(&world.node, world.signed(name), new(None, None)).await;
            assert_eq!(kind(started), Some(RefusalKind::NotAllowed), "{name}");
        }
    }
}

// proves: P-05
#[tokio::test]
async fn what_was_noted_is_sealed_and_its_opening_is_in_the_ledger_once_a_day() {
    for database in databases().await {
        let world = made_up(&database).await;
        let shelter = world.signed("shelter");
        let id = start_screening(&world.node, shelter, new(None, None)).await.unwrap();
        let change = Change::Observations {
            observed: vec!["co-violence".to_owned()],
            intended: true,
            benefit_ruled_out: false,
            note: CANARY.to_owned(),
        };
        note(&world, shelter, id, change).await;
        assert_eq!(seen(&world, shelter, id).await.draft.note, CANARY);
        let mut tx = world.node.store.read("test").await.unwrap();
        let row = tx.find_screening(id).await.unwrap().expect("the row");
        for word in [CANARY, "co-violence", "adult"] {
            let found = row.sealed.windows(word.len()).any(|bytes| bytes == word.as_bytes());
            assert!(!found, "{word} stands in clear");
        }
        let openings = tx.list_openings_of_thing("screening", id.bytes()).await.unwrap();
        assert_eq!(openings.len(), 1, "one officer, one thing, one day");
    }
}

// proves: row 6.1
#[tokio::test]
async fn a_trained_officer_decides_once_and_may_differ_with_a_reason() {
    for database in databases().await {
        let world = made_up(&database).await;
        let shelter = world.signed("shelter");
        let id = start_screening(&world.node, shelter, new(None, None)).await.unwrap();
        note(&world, shelter, id, answer("q-held", Answer::Yes, &["co-debt"])).await;
        let mut untrained = shelter.clone();
        untrained.officer.is_trained = false;
        assert!(!seen(&world, &untrained, id).await.can_decide);
        let decide = async |signed: &Signed, result: &str, reason: &str| {
            decide_screening(&world.node, signed, id, (result, reason)).await
        };
        let refused = decide(&untrained, "tip-possible", "").await;
        assert_eq!(kind(refused), Some(RefusalKind::NotAllowed));
        let refused = decide(shelter, "tip-indicated", "").await.expect_err("a reason is missing");
        assert_eq!(refused.fields[0].field, "reason");
        let refused = decide(shelter, "no-indication-now", "Nothing at all was seen.").await;
        assert_eq!(refused.expect_err("never negative").fields[0].field, "result");
        decide(shelter, "tip-indicated", "The employer admitted the sale.").await.expect("noted");
        let opened = seen(&world, shelter, id).await;
        let decided = opened.draft.decision.expect("a decision");
        assert!(!decided.follows_advice);
        assert_eq!(decided.reason, "The employer admitted the sale.");
        assert!(!decided.catalogue_hash.is_empty());
        let again = decide(shelter, "tip-indicated", "The employer admitted the sale.").await;
        assert_eq!(kind(again), Some(RefusalKind::Changed));
        let change = answer("q-work", Answer::No, &[]);
        let late = note_in_screening(&world.node, shelter, id, &change).await;
        assert_eq!(kind(late), Some(RefusalKind::Changed));
        world.clock.advance_s(40 * 86_400);
        let line = &list_screenings(&world.node, shelter).await.unwrap()[0];
        assert!(line.is_decided && line.is_lapsed, "a result lapses; it is never read as no");
    }
}

#[tokio::test]
async fn a_screening_hangs_on_a_hint_that_the_officer_may_open() {
    for database in databases().await {
        let world = made_up(&database).await;
        world.report(form("Papers held", &["restraint"])).await;
        let hint = world.only("triage").await;
        let triage = world.signed("triage");
        let id = start_screening(&world.node, triage, new(Some(hint), None)).await.unwrap();
        let head = seen(&world, triage, id).await.head;
        assert_eq!((head.hint_id, head.desk_id), (Some(hint), world.desks["triage"]));
        assert_eq!(head.alias, world.queue("triage").await[0].alias);
        let shelter = world.signed("shelter");
        let foreign = start_screening(&world.node, shelter, new(Some(hint), None)).await;
        assert_eq!(kind(foreign), Some(RefusalKind::NotFound));
        let nowhere = CaseId::random(world.node.dice.as_ref());
        let foreign = start_screening(&world.node, shelter, new(None, Some(nowhere))).await;
        assert_eq!(kind(foreign), Some(RefusalKind::NotFound));
    }
}

#[tokio::test]
async fn no_screening_of_a_real_person_before_the_legal_basis_is_signed() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        Arc::get_mut(&mut world.node).unwrap().is_demo = false;
        let started = start_screening(&world.node, world.signed("shelter"), new(None, None)).await;
        assert_eq!(started.expect_err("refused").said.key, "refusal-no-legal-basis");
    }
}
