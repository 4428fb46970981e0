//! A list shows what filtering everything would have left, in its order, by its index.

use crate::scene::{desk, desk_id, furnish, head, hint, officer, officer_id};
use guard::gate::Permitted;
use lexicon::chance::SeededDice;
use lexicon::ids::{DeskId, OfficerId};
use lexicon::{Dice, Sphere};
use store::testing::databases;
use store::{HintHead, HintMark, HintRow, Store};

const STATES: [&str; 5] = ["new", "triaged", "handed-over", "case-opened", "closed"];

fn other_desk() -> DeskId {
    DeskId::random(&SeededDice::new(77))
}

fn other_officer() -> OfficerId {
    OfficerId::random(&SeededDice::new(78))
}

async fn many_hints(store: &Store, dice: &SeededDice) -> Vec<HintHead> {
    furnish(store).await;
    let mut tx = store.begin("fill").await.expect("the place");
    tx.insert_desk(&desk(other_desk(), "Other desk", Sphere::Police)).await.expect("desk");
    tx.insert_officer(&officer(other_officer(), other_desk(), "rui")).await.expect("officer");
    let mut all = Vec::new();
    for n in 1..=300 {
        let here = dice.below(3) > 0;
        let head = HintHead {
            desk_id: if here { desk_id() } else { other_desk() },
            sphere: if here { Sphere::Help } else { Sphere::Police },
            state: STATES[usize::try_from(dice.below(5)).unwrap()].to_owned(),
            urgency: 1 + i64::try_from(dice.below(3)).unwrap(),
            received_on: head(n).received_on.plus_days(-i64::try_from(dice.below(9)).unwrap()),
            assigned_officer: match dice.below(3) {
                0 => None,
                1 => Some(officer_id()),
                _ => Some(other_officer()),
            },
            ..head(n)
        };
        tx.insert_hint(&HintRow { head: head.clone(), ..hint(n) }).await.expect("inserted");
        all.push(head);
    }
    tx.commit().await.expect("kept");
    all
}

/// Any subset of what a gate could permit.
fn any_permits(dice: &SeededDice) -> Vec<Permitted> {
    let mut permits = Vec::new();
    for (desk, sphere) in [(desk_id(), Sphere::Help), (other_desk(), Sphere::Police)] {
        for state in STATES {
            for is_assigned in [false, true] {
                if dice.below(3) == 0 {
                    permits.push(Permitted { desk, sphere, state, is_assigned });
                }
            }
        }
    }
    permits
}

fn filtered(all: &[HintHead], permits: &[Permitted]) -> Vec<HintHead> {
    let mut left: Vec<_> = all
        .iter()
        .filter(|h| {
            permits.iter().any(|p| {
                p.desk == h.desk_id
                    && p.sphere == h.sphere
                    && p.state == h.state
                    && p.is_assigned == (h.assigned_officer == Some(officer_id()))
            })
        })
        .cloned()
        .collect();
    left.sort_by_key(|h| (h.urgency, h.received_on, h.id));
    left
}

// proves: P-04
#[tokio::test]
async fn p04_a_list_equals_filtering_everything_page_by_page() {
    for database in databases().await {
        let dice = SeededDice::new(4);
        let store = database.open().await;
        let all = many_hints(&store, &dice).await;
        for round in 0..60 {
            let permits = any_permits(&dice);
            let mut listed: Vec<HintHead> = Vec::new();
            let mut tx = store.read("list_hints").await.expect("a reader");
            loop {
                let after = listed.last().map(|h| HintMark {
                    urgency: h.urgency,
                    received_on: h.received_on,
                    id: h.id,
                });
                let page = tx.list_hints(&permits, officer_id(), after.as_ref(), 17).await;
                let page = page.expect("a page");
                if page.is_empty() {
                    break;
                }
                listed.extend(page);
            }
            assert_eq!(listed, filtered(&all, &permits), "{} round {round}", database.kind);
        }
    }
}

#[tokio::test]
async fn nothing_permitted_is_nothing_read() {
    for database in databases().await {
        let store = database.open().await;
        many_hints(&store, &SeededDice::new(4)).await;
        let mut tx = store.read("list_hints").await.expect("a reader");
        let calls = store.calls();
        assert_eq!(tx.list_hints(&[], officer_id(), None, 50).await, Ok(Vec::new()));
        assert_eq!(store.calls(), calls, "a statement ran for nobody");
    }
}
