//! A desk comes back to its key, and open work of who left finds a colleague.

use crate::world::{World, officer};
use guard::{DeskKind, Role};
use lexicon::ids::{DeskId, OfficerId};
use store::testing::databases;
use workflow::add_officer::{Sheet, add_officer};
use workflow::add_person::{add_person, need_own_openers};
use workflow::keep_share::{list_own_shares, release_share, show_share};
use workflow::let_in::let_in;
use workflow::open_case::{NewCase, open_case};
use workflow::open_identity::open_identity;
use workflow::reassign_work::{list_left_work, reassign_work};
use workflow::recover_desk::{ask_custodians, open_by_custodians, open_by_paper};
use workflow::remove_officer::remove_officer;
use workflow::renew_officer::renew_officer;
use workflow::see_recovery::{DRILL_DAYS, WayKind, drill_report, see_recovery};
use workflow::sequence::Sequencer;
use workflow::set_up_recovery::{
    agree_recovery, candidates, name_custodians, print_paper, see_paper,
};
use workflow::view_ledger::view_ledger;
use workflow::{RefusalKind, Signed};
use zeroize::Zeroizing;

const NAME: &str = "Amina Diallo-Marker";

/// A desk of three, custodians in three other services, and the administrator's session.
struct Scene {
    world: World,
    desk: DeskId,
    three: Vec<Sheet>,
    custodians: Vec<Sheet>,
}

impl Scene {
    async fn on(database: &store::testing::Database) -> Self {
        let world = World::on(database).await;
        let first = world.desk(DeskKind::Shelter, "first", Role::Caseworker).await;
        let member = world.sign_in(&first).await;
        let desk = member.officer.desk;
        let mut three = vec![first];
        for name in ["second", "third"] {
            let administrator = world.sign_in(&world.administrator).await;
            let new = officer(name, Role::Caseworker);
            let sheet = add_officer(&world.node, &administrator, desk, new).await.unwrap();
            let_in(&world.node, &member, sheet.officer).await.unwrap();
            three.push(sheet);
        }
        let mut custodians = Vec::new();
        for (kind, name) in [
            (DeskKind::Hospital, "nurse"),
            (DeskKind::Ngo, "lawyer"),
            (DeskKind::ChildProtection, "guardian"),
        ] {
            custodians.push(world.desk(kind, name, Role::Responder).await);
        }
        Self { world, desk, three, custodians }
    }

    fn ids(&self) -> Vec<OfficerId> {
        self.custodians.iter().map(|sheet| sheet.officer).collect()
    }

    async fn member(&self, n: usize) -> Signed {
        self.world.sign_in(&self.three[n]).await
    }

    async fn administrator(&self) -> Signed {
        self.world.sign_in(&self.world.administrator).await
    }

    /// Custodians and a paper that count; the words of the paper.
    async fn set_up(&self) -> Zeroizing<String> {
        let node = &self.world.node;
        let first = self.member(0).await;
        name_custodians(node, &first, 2, &self.ids()).await.unwrap();
        let paper = print_paper(node, &first).await.unwrap();
        assert!(paper.waits);
        let second = self.member(1).await;
        for way in see_recovery(node, &second).await.unwrap().ways {
            assert!(!way.is_active, "nothing counts before the second yes");
            agree_recovery(node, &second, way.id, true).await.unwrap();
        }
        paper.words
    }

    /// Two have left, the third has lost the passphrase and has a new sheet.
    async fn lose_all_but_one(&self) -> Sheet {
        let administrator = self.administrator().await;
        let node = &self.world.node;
        remove_officer(node, &administrator, self.three[0].officer).await.unwrap();
        remove_officer(node, &administrator, self.three[1].officer).await.unwrap();
        renew_officer(node, &administrator, self.three[2].officer).await.unwrap()
    }

    async fn steps(&self) -> Vec<String> {
        let node = &self.world.node;
        Sequencer::start(node).await.unwrap().step(node).await.unwrap();
        let overseer = self.world.sign_in(&self.world.overseer).await;
        let page = view_ledger(node, &overseer, 0).await.unwrap();
        page.lines.into_iter().rev().map(|line| line.reason).collect()
    }
}

// proves: row 8.19, P-12
#[tokio::test]
async fn row_8_19_a_desk_of_three_loses_two_people_and_one_passphrase_and_works_the_same_day() {
    for database in databases().await {
        row_8_19(&database, WayKind::Custodians).await;
    }
    for database in databases().await {
        row_8_19(&database, WayKind::Paper).await;
    }
}

async fn row_8_19(database: &store::testing::Database, way: WayKind) {
    let scene = Scene::on(database).await;
    let node = &scene.world.node;
    let today = node.today();
    let person = scene.world.person(&scene.member(0).await, NAME).await;
    let words = scene.set_up().await;
    let sheet = scene.lose_all_but_one().await;
    let signed = scene.world.sign_in(&sheet).await;
    assert!(signed.is_waiting() && signed.unlocked.desks().count() == 0, "she opens nothing");
    assert!(open_identity(node, &signed, person, ("contact", "")).await.is_err());
    match way {
        WayKind::Custodians => {
            ask_custodians(node, &signed).await.unwrap();
            let few = open_by_custodians(node, &signed).await.unwrap_err();
            assert_eq!(few.said.key, "refusal-recovery-few", "none yet");
            for sheet in &scene.custodians[..2] {
                let custodian = scene.world.sign_in(sheet).await;
                let shares = list_own_shares(node, &custodian).await.unwrap();
                let ask = shares[0].ask.clone().unwrap();
                assert_eq!(ask.officer, signed.officer.id);
                release_share(node, &custodian, shares[0].recovery, ask.officer).await.unwrap();
            }
            open_by_custodians(node, &signed).await.unwrap();
        }
        WayKind::Paper => open_by_paper(node, &signed, &words).await.unwrap(),
    }
    assert_eq!(scene.world.node.today(), today, "the same day");
    let back = scene.world.sign_in(&sheet).await;
    let versions: Vec<i64> = back.unlocked.desks().map(|(_, version)| version).collect();
    assert_eq!(versions, [1, 2, 3, 4, 5], "every version, and one that nobody had");
    let opened = open_identity(node, &back, person, ("danger", "Back at work")).await.unwrap();
    assert_eq!(opened.identity.name, NAME);
    // She lets a colleague in, and the desk enters persons again.
    let administrator = scene.administrator().await;
    let new = officer("fourth", Role::Caseworker);
    let fourth = add_officer(node, &administrator, scene.desk, new).await.unwrap();
    assert!(need_own_openers(node, &back).await.is_err(), "one opener is not enough");
    let_in(node, &back, fourth.officer).await.unwrap();
    scene.world.person(&back, "another").await;
    let after = see_recovery(node, &back).await.unwrap();
    assert_eq!(after.last_used, Some(today));
    let left: Vec<WayKind> = after.ways.iter().map(|way| way.kind).collect();
    let other = if way == WayKind::Paper { WayKind::Custodians } else { WayKind::Paper };
    assert_eq!(left, [other], "what was used counts no longer");
    let steps = scene.steps().await;
    let expected = match way {
        WayKind::Custodians => [
            "officer-renewed",
            "recovery-asked",
            "share-released",
            "share-released",
            "desk-recovered-custodians",
        ]
        .as_slice(),
        WayKind::Paper => ["officer-renewed", "desk-recovered-paper"].as_slice(),
    };
    assert!(
        steps.contains(&if way == WayKind::Paper { "paper-key" } else { "recovery" }.to_owned())
    );
    let found: Vec<&str> =
        steps.iter().map(String::as_str).filter(|step| expected.contains(step)).collect();
    assert_eq!(found, expected, "a leaf for each step");
}

// proves: row 8.19, P-12
#[tokio::test]
async fn row_8_19_nobody_alone_and_no_administrator_brings_a_key_back() {
    let database = store::testing::sqlite();
    let scene = Scene::on(&database).await;
    let node = &scene.world.node;
    scene.set_up().await;
    let sheet = scene.lose_all_but_one().await;
    let administrator = scene.administrator().await;
    for refused in [
        ask_custodians(node, &administrator).await,
        open_by_custodians(node, &administrator).await,
        name_custodians(node, &administrator, 2, &scene.ids()).await,
        open_by_paper(node, &administrator, &Zeroizing::new(String::new())).await,
    ] {
        assert_eq!(refused.unwrap_err().kind, RefusalKind::NotAllowed);
    }
    let own = renew_officer(node, &administrator, administrator.officer.id).await.err().unwrap();
    assert_eq!(own.fields[0].phrase.key, "officer-renew-own");
    let signed = scene.world.sign_in(&sheet).await;
    ask_custodians(node, &signed).await.unwrap();
    let custodian = scene.world.sign_in(&scene.custodians[0]).await;
    let share = list_own_shares(node, &custodian).await.unwrap().remove(0);
    // Released to nobody who did not ask, and once only.
    let other = release_share(node, &custodian, share.recovery, scene.three[0].officer).await;
    assert_eq!(other.unwrap_err().kind, RefusalKind::NotFound);
    release_share(node, &custodian, share.recovery, sheet.officer).await.unwrap();
    let twice = release_share(node, &custodian, share.recovery, sheet.officer).await;
    assert_eq!(twice.unwrap_err().kind, RefusalKind::Changed);
    let few = open_by_custodians(node, &signed).await.unwrap_err();
    assert_eq!(few.said.key, "refusal-recovery-few");
    // A stranger to the recovery has no share.
    let stranger = scene.world.sign_in(&scene.world.coordinator).await;
    let none = release_share(node, &stranger, share.recovery, sheet.officer).await;
    assert_eq!(none.unwrap_err().kind, RefusalKind::NotFound);
    // An administrator who makes yet another sheet ends what was released to the one before.
    let administrator = scene.administrator().await;
    let newer = renew_officer(node, &administrator, sheet.officer).await.unwrap();
    let signed = scene.world.sign_in(&newer).await;
    let gone = open_by_custodians(node, &signed).await.unwrap_err();
    assert_eq!(gone.kind, RefusalKind::NotFound, "a new key asks anew");
}

// proves: row 8.19
#[tokio::test]
async fn row_8_19_a_share_that_was_changed_is_told_by_the_name_of_its_custodian() {
    let database = store::testing::sqlite();
    let scene = Scene::on(&database).await;
    let node = &scene.world.node;
    scene.set_up().await;
    let sheet = scene.lose_all_but_one().await;
    let signed = scene.world.sign_in(&sheet).await;
    ask_custodians(node, &signed).await.unwrap();
    for sheet in &scene.custodians[..2] {
        let custodian = scene.world.sign_in(sheet).await;
        let share = list_own_shares(node, &custodian).await.unwrap().remove(0);
        release_share(node, &custodian, share.recovery, signed.officer.id).await.unwrap();
    }
    let mut tx = node.begin("spoil").await.unwrap();
    let sql = "UPDATE recovery_releases SET sealed = $1 WHERE position = 2";
    tx.execute(sql, &[vec![7_u8; 81].into()]).await.unwrap();
    tx.commit().await.unwrap();
    let told = open_by_custodians(node, &signed).await.unwrap_err();
    assert_eq!(told.said.key, "refusal-recovery-share");
    let said = told.said.say(lexicon::language::ENGLISH);
    assert!(said.contains(&scene.custodians[1].shown_name), "{said}");
    let mut tx = node.begin("spoil").await.unwrap();
    let sql = "UPDATE recovery_shares SET sealed = $1 WHERE position = 3";
    tx.execute(sql, &[vec![7_u8; 81].into()]).await.unwrap();
    tx.commit().await.unwrap();
    let custodian = scene.world.sign_in(&scene.custodians[0]).await;
    let share = list_own_shares(node, &custodian).await.unwrap().remove(0);
    let told = show_share(node, &custodian, share.recovery).await.unwrap_err();
    assert_eq!(told.said.key, "refusal-share-shut");
}

// proves: row 8.19
#[tokio::test]
async fn row_8_19_custodians_are_of_several_services_and_a_second_member_agrees() {
    let database = store::testing::sqlite();
    let scene = Scene::on(&database).await;
    let node = &scene.world.node;
    let first = scene.member(0).await;
    let own: Vec<OfficerId> = scene.three.iter().map(|sheet| sheet.officer).collect();
    let ids = scene.ids();
    let check = async |needed: usize, chosen: &[OfficerId], fault: &str| {
        let told = name_custodians(node, &first, needed, chosen).await.unwrap_err();
        assert_eq!(told.fields[0].phrase.key, fault, "{needed} of {}", chosen.len());
    };
    check(2, &ids[..2], "recovery-fault-count").await;
    check(1, &ids, "recovery-fault-needed").await;
    check(4, &ids, "recovery-fault-needed").await;
    check(2, &[own[0], own[1], ids[0]], "recovery-fault-majority").await;
    check(2, &[own[0], own[1], ids[0], ids[1]], "recovery-fault-majority").await;
    check(2, &own, "recovery-fault-majority").await;
    let administrator = scene.world.administrator.officer;
    let open = candidates(node, &first).await.unwrap();
    assert!(open.iter().all(|candidate| candidate.id != administrator), "no administrator");
    check(2, &[administrator, ids[0], ids[1]], "recovery-fault-count").await;

    name_custodians(node, &first, 2, &ids).await.unwrap();
    let way = see_recovery(node, &first).await.unwrap().ways.remove(0);
    let alone = agree_recovery(node, &first, way.id, true).await.unwrap_err();
    assert_eq!(alone.said.key, "refusal-recovery-own");
    let stranger = scene.world.sign_in(&scene.custodians[0]).await;
    let other = agree_recovery(node, &stranger, way.id, true).await.unwrap_err();
    assert_eq!(other.kind, RefusalKind::NotFound, "of another desk");
    assert!(list_own_shares(node, &stranger).await.unwrap().is_empty(), "it does not count yet");
    let second = scene.member(1).await;
    agree_recovery(node, &second, way.id, false).await.unwrap();
    assert!(see_recovery(node, &first).await.unwrap().ways.is_empty(), "taken back");
    // Without a fresh proof nothing is set up.
    let old = Signed { proved_s: 0, ..first.clone() };
    let told = name_custodians(node, &old, 2, &ids).await.unwrap_err();
    assert_eq!(told.said.key, "refusal-recovery-proof");
    assert!(print_paper(node, &old).await.is_err());
}

// proves: row 8.19
#[tokio::test]
async fn row_8_19_the_drill_is_due_each_year_and_a_lost_custodian_is_shown() {
    let database = store::testing::sqlite();
    let scene = Scene::on(&database).await;
    let node = &scene.world.node;
    scene.set_up().await;
    let report = async || {
        let mut all = drill_report(&node.store, node.today()).await.unwrap();
        all.retain(|desk| desk.desk == scene.desk);
        all.remove(0)
    };
    let new = report().await;
    assert_eq!((new.holders, new.ways.len()), (3, 2));
    assert!(new.ways.iter().all(|way| !way.is_due && !way.is_stale() && !way.is_broken()));
    scene.world.clock.advance_s((DRILL_DAYS + 1) * 86_400);
    assert!(report().await.ways.iter().all(|way| way.is_due), "a year has passed");
    for sheet in &scene.custodians {
        let custodian = scene.world.sign_in(sheet).await;
        let share = list_own_shares(node, &custodian).await.unwrap().remove(0);
        assert!(share.is_due);
        show_share(node, &custodian, share.recovery).await.unwrap();
    }
    let first = scene.member(0).await;
    let paper = report().await.ways.into_iter().find(|way| way.kind == WayKind::Paper).unwrap();
    see_paper(node, &first, paper.id).await.unwrap();
    let done = report().await;
    assert!(done.ways.iter().all(|way| !way.is_due && way.checked_on == Some(node.today())));
    for sheet in &scene.custodians {
        let custodian = scene.world.sign_in(sheet).await;
        scene.world.second_opener(&custodian).await.expect("a colleague of the custodian");
    }
    let administrator = scene.administrator().await;
    renew_officer(node, &administrator, scene.custodians[0].officer).await.unwrap();
    let one_less = report().await.ways.remove(0);
    assert!(one_less.is_stale() && !one_less.is_broken(), "two of three are left");
    renew_officer(node, &administrator, scene.custodians[1].officer).await.unwrap();
    assert!(report().await.ways[0].is_broken(), "one is not enough");
}

// proves: row 8.19
#[tokio::test]
async fn row_8_19_no_person_is_entered_while_one_officer_alone_holds_the_key() {
    for database in databases().await {
        let world = World::on(&database).await;
        let sheet = world.desk(DeskKind::Shelter, "alone", Role::Caseworker).await;
        let signed = world.sign_in(&sheet).await;
        let person = world.person(&signed, "with a colleague").await;
        assert!(person.to_string().len() > 8);
        let other = world.desk(DeskKind::Ngo, "really alone", Role::Caseworker).await;
        let alone = world.sign_in(&other).await;
        world.finish_set_up(&alone).await;
        let case = NewCase { hint: None, story: "a story".to_owned() };
        let case = open_case(&world.node, &alone, case).await.unwrap();
        let identity = protection::person::Identity::default();
        let codes = protection::person::FactCodes::default();
        let refused = add_person(&world.node, &alone, case, (&identity, &codes)).await;
        assert_eq!(refused.unwrap_err().said.key, "refusal-two-openers", "{}", database.kind);
        world.second_opener(&alone).await.expect("a colleague");
        add_person(&world.node, &alone, case, (&identity, &codes)).await.unwrap();
    }
}

// proves: row 8.6
#[tokio::test]
async fn row_8_6_open_work_of_who_left_finds_a_colleague_and_the_administrator_sees_no_content() {
    for database in databases().await {
        let scene = Scene::on(&database).await;
        let node = &scene.world.node;
        let leaver = scene.member(0).await;
        let person = scene.world.person(&leaver, NAME).await;
        let administrator = scene.administrator().await;
        remove_officer(node, &administrator, leaver.officer.id).await.unwrap();
        let second = scene.member(1).await;
        assert!(
            !workflow::open_identity::before_opening(node, &second, person)
                .await
                .unwrap()
                .is_assigned
        );
        let left = list_left_work(node, &administrator, Some(scene.desk)).await.unwrap();
        assert_eq!(left.work.len(), 1, "the part of the case");
        let work = &left.work[0];
        assert_eq!((work.kind, work.from.as_str()), ("slice", "FIRST Example"));
        let names: Vec<OfficerId> = work.colleagues.iter().map(|(id, _)| *id).collect();
        assert_eq!(names.len(), 2, "those who stay and hold the key");
        let own = list_left_work(node, &second, None).await.unwrap();
        let able: Vec<OfficerId> = own.work[0].colleagues.iter().map(|(id, _)| *id).collect();
        assert_eq!(able, [scene.three[2].officer], "nobody takes it without a colleague");
        let to_self = (work.kind, work.id.as_str(), second.officer.id);
        let refused = reassign_work(node, &second, None, to_self).await.unwrap_err();
        assert_eq!(refused.kind, RefusalKind::NotFound);
        let stranger = scene.world.sign_in(&scene.custodians[0]).await;
        let elsewhere = list_left_work(node, &stranger, Some(scene.desk)).await.err().unwrap();
        assert_eq!(elsewhere.kind, RefusalKind::NotAllowed);
        let given = (work.kind, work.id.as_str(), second.officer.id);
        reassign_work(node, &administrator, Some(scene.desk), given).await.unwrap();
        assert!(list_left_work(node, &second, None).await.unwrap().work.is_empty());
        assert!(
            workflow::open_identity::before_opening(node, &second, person)
                .await
                .unwrap()
                .is_assigned
        );
        assert!(scene.steps().await.contains(&"work-reassigned".to_owned()));
    }
}
