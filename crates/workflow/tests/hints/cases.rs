//! A case, its parts, its persons, and two officers who write at the same time.

use crate::world::World;
use lexicon::ids::CaseId;
use protection::case::{CaseState, EditOutcome, Phenomenon};
use protection::person::{FactCodes, Identity};
use std::sync::Arc;
use store::testing::databases;
use workflow::RefusalKind;
use workflow::add_person::add_person;
use workflow::change_case::{NewClass, move_case, reclassify_case};
use workflow::edit_slice::{Edit, Keep, edit_slice, settle_rivals};
use workflow::give_part::{NewPart, give_part};
use workflow::hand_over_hint::Ground;
use workflow::list_cases::{WantedCases, list_cases};
use workflow::open_case::{NewCase, open_case};
use workflow::see_case::{FieldSeen, SeenCase, see_case};

async fn shelter_case(world: &mut World, story: &str) -> CaseId {
    Arc::get_mut(&mut world.node).unwrap().is_demo = true;
    let new = NewCase { hint: None, story: story.to_owned() };
    open_case(&world.node, world.signed("shelter"), new).await.expect("the shelter opens a case")
}

fn text_of(case: &SeenCase, field: &str) -> Option<String> {
    let field = case.fields.iter().find(|f| f.id == field).unwrap();
    field.text.as_ref().map(|text| text.show().into_owned())
}

fn standing(field: &FieldSeen) -> Vec<String> {
    field.standing().iter().map(|(version, text)| format!("{version} {text}")).collect()
}

fn edit(seen: i64, text: &str) -> Edit {
    Edit { field: "story".to_owned(), seen, text: text.to_owned() }
}

// proves: row 8.7
#[tokio::test]
async fn two_officers_who_write_at_once_are_both_kept_and_asked() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        let case = shelter_case(&mut world, "first").await;
        let (node, shelter) = (&world.node, world.signed("shelter"));
        let outcome = edit_slice(node, shelter, (case, edit(1, "from A"))).await.unwrap();
        assert_eq!(outcome, EditOutcome::Next);
        let outcome = edit_slice(node, shelter, (case, edit(1, "from B"))).await.unwrap();
        assert_eq!(outcome, EditOutcome::Rival);
        let seen = see_case(node, shelter, case).await.unwrap();
        let field = seen.fields.iter().find(|f| f.id == "story").unwrap();
        assert_eq!(text_of(&seen, "story").as_deref(), Some("from B"));
        assert_eq!(standing(field), ["2 from A", "3 from B"]);
        let stale = settle_rivals(node, shelter, case, ("story", 2, Keep::One(2))).await;
        assert_eq!(stale.unwrap_err().kind, RefusalKind::Changed);
        let none = settle_rivals(node, shelter, case, ("story", 3, Keep::One(1))).await;
        assert_eq!(none.unwrap_err().kind, RefusalKind::Changed, "a text that does not stand");
        settle_rivals(node, shelter, case, ("story", 3, Keep::All)).await.unwrap();
        let seen = see_case(node, shelter, case).await.unwrap();
        assert_eq!(text_of(&seen, "story").as_deref(), Some("from A\n\nfrom B"));
        assert!(seen.fields.iter().all(|f| f.rivals.is_empty()));
        let outcome = edit_slice(node, shelter, (case, edit(4, "from A\n\nfrom B"))).await.unwrap();
        assert_eq!(outcome, EditOutcome::Same);
    }
}

// proves: row 8.7
#[tokio::test]
async fn nobody_s_text_is_lost_however_many_write_at_once() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        let case = shelter_case(&mut world, "first").await;
        let (node, shelter) = (&world.node, world.signed("shelter"));
        for text in ["from A", "from B", "from C"] {
            edit_slice(node, shelter, (case, edit(1, text))).await.unwrap();
        }
        let see = || async {
            let seen = see_case(node, shelter, case).await.unwrap();
            standing(seen.fields.iter().find(|f| f.id == "story").unwrap())
        };
        assert_eq!(see().await, ["2 from A", "3 from B", "4 from C"]);
        let more = edit_slice(node, shelter, (case, edit(4, "from C, more"))).await.unwrap();
        assert_eq!(more, EditOutcome::Next);
        let texts = ["2 from A", "3 from B", "5 from C, more"];
        assert_eq!(see().await, texts, "who writes on drops no text of others");
        settle_rivals(node, shelter, case, ("story", 5, Keep::One(3))).await.unwrap();
        assert_eq!(see().await, ["6 from B"]);
    }
}

// proves: P-04, P-05, row 8.2
#[tokio::test]
async fn a_part_belongs_to_its_desk_and_a_case_without_a_part_does_not_exist() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        let case = shelter_case(&mut world, "only the shelter reads this").await;
        let (node, shelter, children) =
            (&world.node, world.signed("shelter"), world.signed("children"));
        for stranger in ["children", "police", "border", "immigration", "oversight", "office"] {
            let kind = see_case(node, world.signed(stranger), case).await.err().map(|r| r.kind);
            assert_eq!(kind, Some(RefusalKind::NotFound), "{stranger}");
        }
        let part = |desk| NewPart { desk, ground: Ground::Agreed, is_shown: true };
        for never in ["immigration", "border", "oversight"] {
            let refused = give_part(node, shelter, (case, part(world.desks[never]))).await;
            assert_eq!(refused.unwrap_err().kind, RefusalKind::BadInput, "{never}");
        }
        give_part(node, shelter, (case, part(world.desks["children"]))).await.unwrap();
        let seen = see_case(node, children, case).await.unwrap();
        assert!(seen.fields.iter().all(|f| f.text.is_none()), "the other part stays closed");
        assert_eq!(seen.others.len(), 1);
        let listed = list_cases(node, children, WantedCases::default()).await.unwrap();
        assert_eq!(listed.lines.iter().map(|l| l.id).collect::<Vec<_>>(), [case]);
        let none = list_cases(node, world.signed("immigration"), WantedCases::default()).await;
        assert_eq!(none.err().map(|r| r.kind), Some(RefusalKind::NotFound));
        let leaves = async || {
            let mut tx = node.store.read("test").await.unwrap();
            tx.count_leaves().await.unwrap()
        };
        let before = leaves().await;
        see_case(node, children, case).await.unwrap();
        assert_eq!(leaves().await, before, "one officer, one thing, one day: one leaf");
        world.clock.advance_s(86_400);
        see_case(node, children, case).await.unwrap();
        assert!(leaves().await > before, "the next day is a new opening");
    }
}

#[tokio::test]
async fn the_ground_of_a_part_is_kept_in_the_part_and_of_a_hidden_one_nowhere_else() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        let case = shelter_case(&mut world, "story").await;
        let (node, shelter) = (&world.node, world.signed("shelter"));
        let part = |desk, is_shown| NewPart { desk, ground: Ground::LifeAtRisk, is_shown };
        let (shown, hidden) = (world.desks["children"], world.desks["police"]);
        give_part(node, shelter, (case, part(shown, true))).await.unwrap();
        give_part(node, shelter, (case, part(hidden, false))).await.unwrap();
        for who in ["children", "police"] {
            let seen = see_case(node, world.signed(who), case).await.unwrap();
            let given = seen.given.expect(who);
            assert_eq!((given.ground.as_str(), given.on_day), ("life-at-risk", node.today()));
            assert_eq!(given.by, "Desk shelter");
        }
        let seen = see_case(node, shelter, case).await.unwrap();
        assert!(seen.given.is_none(), "the desk that opened the case was given nothing");
        let added: Vec<_> = seen.events.iter().filter(|e| e.code == "desk-added").collect();
        assert_eq!(added.len(), 1, "the hidden part is not in the timeline of the others");
        assert_eq!(added[0].detail_code, "child-protection life-at-risk");
        // Sealed: nobody reads it in the tables, and no page writes over it.
        let mut tx = node.store.read("test").await.unwrap();
        let sql = "SELECT sealed FROM slice_fields WHERE field = 'given'";
        let rows = tx.rows(sql, &[]).await.unwrap();
        assert_eq!(rows.len(), 2);
        for row in rows {
            let sealed = row.bytes("sealed").unwrap();
            assert!(!sealed.windows(4).any(|w| w == b"life"));
        }
        drop(tx);
        let edit = Edit { field: "given".to_owned(), seen: 1, text: "x".to_owned() };
        assert!(edit_slice(node, world.signed("police"), (case, edit)).await.is_err());
    }
}

// proves: row 8.2, P-04
#[tokio::test]
async fn a_part_that_must_not_show_is_told_by_nothing_on_the_pages_of_others() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        let case = shelter_case(&mut world, "the shelter's words").await;
        let (node, shelter, police) =
            (&world.node, world.signed("shelter"), world.signed("police"));
        let before = see_case(node, shelter, case).await.unwrap();
        let part = NewPart { desk: world.desks["police"], ground: Ground::Law, is_shown: false };
        give_part(node, shelter, (case, part)).await.unwrap();
        edit_slice(node, police, (case, edit(0, "we watch the house"))).await.unwrap();
        let seen = see_case(node, shelter, case).await.unwrap();
        assert!(seen.others.is_empty(), "that the part exists");
        let codes = |seen: &SeenCase| -> Vec<String> {
            seen.events.iter().map(|event| event.code.clone()).collect()
        };
        assert_eq!(codes(&seen), codes(&before), "that somebody works in it");
        assert_eq!(seen.version, before.version);
        assert!(seen.desks.iter().any(|(id, _)| *id == part.desk), "left out of the choice");
        assert!(give_part(node, shelter, (case, part)).await.is_ok(), "found by trying again");
        let own = see_case(node, police, case).await.unwrap();
        assert!(codes(&own).contains(&"field-written".to_owned()), "its own work it sees");
    }
}

// proves: row 1.4
#[tokio::test]
async fn row_1_4_a_case_is_reclassified_with_history_and_its_parts_stay() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        let case = shelter_case(&mut world, "story").await;
        let (node, shelter) = (&world.node, world.signed("shelter"));
        let class = |phenomena: &[Phenomenon], reason: &str| NewClass {
            phenomena: phenomena.to_vec(),
            forms: Vec::new(),
            reason: reason.to_owned(),
        };
        reclassify_case(node, shelter, case, class(&[Phenomenon::Som], "a boat")).await.unwrap();
        let both = [Phenomenon::Tip, Phenomenon::Som];
        let silent = reclassify_case(node, shelter, case, class(&both, " ")).await;
        assert_eq!(silent.unwrap_err().fields[0].field, "reason");
        reclassify_case(node, shelter, case, class(&both, "more was told")).await.unwrap();
        let version = see_case(node, shelter, case).await.unwrap().version;
        move_case(node, shelter, (case, version), CaseState::Presumed).await.unwrap();
        let late = move_case(node, shelter, (case, version), CaseState::Reflection).await;
        assert_eq!(late.unwrap_err().kind, RefusalKind::Changed);
        let seen = see_case(node, shelter, case).await.unwrap();
        assert_eq!(seen.core.phenomena, both);
        assert_eq!(seen.core.history.len(), 2);
        assert_eq!(seen.state, CaseState::Presumed);
        assert_eq!(text_of(&seen, "story").as_deref(), Some("story"), "services go on");
    }
}

// proves: P-11, row 8.2
#[tokio::test]
async fn a_person_is_sealed_at_once_and_counted_without_a_link() {
    for database in databases().await {
        let mut world = World::on(&database).await;
        let case = shelter_case(&mut world, "story").await;
        let (node, shelter) = (&world.node, world.signed("shelter"));
        let identity = Identity { name: "Zxqwv Canary".to_owned(), ..Identity::default() };
        let codes = FactCodes { sex: "female", citizenship: "NG", ..FactCodes::default() };
        let wrong = FactCodes { form: "no-such-form", ..codes.clone() };
        let refused = add_person(node, shelter, case, (&identity, &wrong)).await.unwrap_err();
        assert_eq!(refused.fields[0].field, "form");
        let person = add_person(node, shelter, case, (&identity, &codes)).await.unwrap();
        let mut tx = node.store.read("test").await.unwrap();
        let row = tx.find_person(person).await.unwrap().unwrap();
        let sealed = [row.sealed_identity.as_slice(), row.counting_row_sealed.as_slice()].concat();
        assert!(!sealed.windows(6).any(|w| w == b"Canary"));
        let counted = tx.list_counting_rows().await.unwrap();
        assert_eq!(counted.len(), 1, "the refused one was not counted");
        assert_eq!(
            (counted[0].sex.as_str(), counted[0].age_group.as_str()),
            ("female", "not-asked")
        );
        assert!(!sealed.windows(16).any(|w| w == counted[0].id), "no link in clear");
    }
}
