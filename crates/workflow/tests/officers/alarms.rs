//! Alarms: kept with their leaf or not at all, and read by whom they are for.

use crate::world::World;
use guard::{DeskKind, Kind, Role};
use lexicon::ids::OfficerId;
use store::testing::databases;
use workflow::answer_alarm::{
    Answer, answer_alarm, open_alarms, read_alarm, told_alarms, waiting_alarms,
};
use workflow::raise_alarm::{Alarm, AlarmCode, raise_alarm};
use workflow::sequence::Sequencer;
use workflow::view_ledger::view_ledger;
use workflow::{RefusalKind, Signed};

const NOTE: &str = "Marker-Alarm";

async fn raise(world: &World, alarm: &Alarm<'_>, is_kept: bool) {
    let mut tx = world.node.begin("test").await.unwrap();
    raise_alarm(&world.node, &mut tx, alarm).await.unwrap();
    if is_kept {
        tx.commit().await.unwrap();
    }
}

fn alarm(code: AlarmCode, owner: &Signed, by: OfficerId) -> Alarm<'static> {
    let (desk, told) = (Some(owner.officer.desk), Some(owner.officer.id));
    let thing = Some((Kind::Person, [7; 16]));
    Alarm { code, desk, officer: Some(by), thing, told, note: NOTE }
}

// proves: P-05, P-07, row 8.4
#[tokio::test]
async fn p07_an_alarm_is_kept_with_its_leaf_or_not_at_all_and_oversight_answers_it() {
    for database in databases().await {
        let world = World::on(&database).await;
        let sheet = world.desk(DeskKind::Shelter, "caseworker", Role::Caseworker).await;
        let owner = world.sign_in(&sheet).await;
        let node = &world.node;
        let count = async || node.read("test").await.unwrap().count_leaves().await.unwrap().0;
        let before = count().await;
        let by = OfficerId::from_bytes(*world.administrator.officer.bytes());
        raise(&world, &alarm(AlarmCode::Canary, &owner, by), false).await;
        let overseer = world.sign_in(&world.overseer).await;
        assert!(open_alarms(node, &overseer).await.unwrap().is_empty(), "undone with its verb");
        assert_eq!(count().await, before);
        raise(&world, &alarm(AlarmCode::Canary, &owner, by), true).await;
        assert_eq!(count().await, before + 1);
        assert_eq!(waiting_alarms(node, &overseer).await.unwrap(), 1);
        let line = open_alarms(node, &overseer).await.unwrap().remove(0);
        assert_eq!((line.code.as_str(), line.state.as_str()), ("canary", "new"));
        assert_eq!(line.officer, "ADMINISTRATOR Example");

        answer_alarm(node, &overseer, (line.id, Answer::Seen, "")).await.unwrap();
        assert_eq!(waiting_alarms(node, &overseer).await.unwrap(), 0);
        answer_alarm(node, &overseer, (line.id, Answer::Reviewed, "asked him")).await.unwrap();
        assert!(open_alarms(node, &overseer).await.unwrap().is_empty());
        let again = answer_alarm(node, &overseer, (line.id, Answer::Seen, "")).await;
        assert_eq!(again.err().unwrap().kind, RefusalKind::Changed, "reviewed stays reviewed");

        let mut sequencer = Sequencer::start(node).await.unwrap();
        sequencer.step(node).await.unwrap().expect("something waited");
        let page = view_ledger(node, &overseer, 0).await.unwrap();
        let told: Vec<_> =
            page.lines.iter().take(4).map(|l| (l.reason.as_str(), l.note.as_str())).collect();
        assert!(told.contains(&("alarm-reviewed", "asked him")), "{told:?}");
        assert!(told.contains(&("canary", NOTE)), "{told:?}");
        for other in [&owner, &world.sign_in(&world.administrator).await] {
            assert!(open_alarms(node, other).await.is_err());
            assert!(answer_alarm(node, other, (line.id, Answer::Seen, "")).await.is_err());
        }
    }
}

// proves: row 6.16, row 8.4
#[tokio::test]
async fn a_desk_is_told_of_its_own_things_and_nobody_of_what_they_did_themselves() {
    for database in databases().await {
        let world = World::on(&database).await;
        let node = &world.node;
        let sheet = world.desk(DeskKind::Shelter, "owner", Role::Caseworker).await;
        let owner = world.sign_in(&sheet).await;
        let other = world.desk(DeskKind::Ngo, "elsewhere", Role::Caseworker).await;
        let elsewhere = world.sign_in(&other).await;
        let by = owner.officer.id;
        raise(&world, &alarm(AlarmCode::Canary, &owner, world.administrator.officer), true).await;
        assert!(told_alarms(node, &owner).await.unwrap().is_empty(), "for oversight alone");
        raise(&world, &alarm(AlarmCode::BreakGlass, &owner, by), true).await;
        assert!(told_alarms(node, &owner).await.unwrap().is_empty(), "the own doing");
        let stranger = world.administrator.officer;
        raise(&world, &alarm(AlarmCode::BreakGlass, &owner, stranger), true).await;
        assert_eq!(waiting_alarms(node, &owner).await.unwrap(), 1);
        assert_eq!(waiting_alarms(node, &elsewhere).await.unwrap(), 0);
        let line = told_alarms(node, &owner).await.unwrap().remove(0);
        let no = read_alarm(node, &elsewhere, line.id).await.err().unwrap();
        assert_eq!(no.kind, RefusalKind::NotFound);
        read_alarm(node, &owner, line.id).await.unwrap();
        assert_eq!(waiting_alarms(node, &owner).await.unwrap(), 0);
        assert!(!told_alarms(node, &owner).await.unwrap()[0].is_untold, "read, and still there");
    }
}
