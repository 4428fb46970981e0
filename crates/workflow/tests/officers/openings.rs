//! What stands in the way of opening a person one is not assigned to, and what never does.

use crate::world::World;
use guard::{DeskKind, Kind, Role};
use lexicon::ids::PersonId;
use protection::person::Identity;
use protection::watch::WatchWords;
use std::sync::Arc;
use store::testing::{Database, databases, sqlite};
use workflow::answer_alarm::{AlarmLine, open_alarms, told_alarms};
use workflow::break_glass::{before_emergency, break_glass};
use workflow::event_mode::{all_events, ask_event, begin_event, desk_events, end_event};
use workflow::make_canary::{NewCanary, canary_desks, make_canary};
use workflow::open_identity::open_identity;
use workflow::oversee::{overview, set_budget, warn_of_harvest, who_opened};
use workflow::review_break_glass::{pass_on_late_reviews, review_break_glass, waiting_reviews};
use workflow::say_second_yes::{ask_second_yes, asked_of_me, say_second_yes};
use workflow::watch_words::{keep_watch_words, watched_officers};
use workflow::{Refusal, RefusalKind, Signed};

pub const TYPED: &str = "the clinic asked for her blood group";

/// A shelter with an owner of cases and two colleagues.
pub struct Shelter {
    pub world: World,
    pub owner: Signed,
    pub second: Signed,
    pub third: Signed,
}

impl Shelter {
    pub async fn on(database: &Database) -> Self {
        let world = World::on(database).await;
        let sheet = world.desk(DeskKind::Shelter, "owner", Role::Caseworker).await;
        let owner = world.sign_in(&sheet).await;
        let second = world.colleague(&owner, "second", Role::Caseworker).await;
        let third = world.colleague(&owner, "third", Role::Caseworker).await;
        let second = world.sign_in(&second).await;
        let third = world.sign_in(&third).await;
        Self { world, owner, second, third }
    }

    pub async fn person(&self, name: &str) -> PersonId {
        self.world.person(&self.owner, name).await
    }

    /// Opens after the wait, as who types and waits does.
    pub async fn insist(&self, who: &Signed, person: PersonId) -> Result<Identity, Refusal> {
        let node = &self.world.node;
        let first = open_identity(node, who, person, ("contact", TYPED)).await;
        if let Err(refusal) = &first
            && refusal.kind == RefusalKind::Wait
        {
            self.world.clock.advance_s(workflow::way_to_open::WAIT_S);
            return open_identity(node, who, person, ("contact", TYPED))
                .await
                .map(|opened| opened.identity);
        }
        first.map(|opened| opened.identity)
    }

    pub async fn alarms(&self) -> Vec<AlarmLine> {
        let overseer = self.world.sign_in(&self.world.overseer).await;
        open_alarms(&self.world.node, &overseer).await.unwrap()
    }

    pub async fn codes(&self) -> Vec<String> {
        let mut all: Vec<String> = self.alarms().await.into_iter().map(|a| a.code).collect();
        all.sort();
        all
    }

    /// A day later, with everybody's proof fresh again.
    pub fn next_day(&mut self) {
        self.world.clock.advance_s(86_400);
        self.prove();
    }

    pub fn prove(&mut self) {
        use lexicon::Clock;
        let now_s = self.world.clock.now_s();
        for signed in [&mut self.owner, &mut self.second, &mut self.third] {
            signed.proved_s = now_s;
        }
    }
}

// proves: P-07, row 8.4
#[tokio::test]
async fn p07_who_is_not_assigned_types_waits_or_is_said_yes_to_and_danger_never_waits() {
    for database in databases().await {
        let mut shelter = Shelter::on(&database).await;
        let person = shelter.person("Amina Marker").await;
        let node = shelter.world.node.clone();
        let (owner, second, third) = (&shelter.owner, &shelter.second, &shelter.third);
        open_identity(&node, owner, person, ("contact", "")).await.expect("assigned: free");
        let no = open_identity(&node, second, person, ("contact", "short")).await.err().unwrap();
        assert_eq!(no.fields[0].field, "note", "a reason is typed");
        let wait = open_identity(&node, second, person, ("contact", TYPED)).await.err().unwrap();
        assert_eq!(wait.kind, RefusalKind::Wait);
        shelter.world.clock.advance_s(workflow::way_to_open::WAIT_S - 1);
        let wait = open_identity(&node, second, person, ("contact", TYPED)).await.err().unwrap();
        assert_eq!(wait.kind, RefusalKind::Wait, "one second is left");
        shelter.world.clock.advance_s(1);
        open_identity(&node, second, person, ("contact", TYPED)).await.expect("waited");
        open_identity(&node, second, person, ("", "")).await.expect("again the same day");
        let no = open_identity(&node, third, person, ("danger", "")).await.err().unwrap();
        assert_eq!(no.fields[0].field, "note", "also in danger a word is typed");
        open_identity(&node, third, person, ("danger", TYPED)).await.expect("without a wait");
        let mut tx = node.read("test").await.unwrap();
        let ways: Vec<(String, Option<i64>)> = tx
            .list_openings_of_thing("person", person.bytes())
            .await
            .unwrap()
            .into_iter()
            .map(|row| (row.way, row.slot))
            .collect();
        for expect in [("assigned", None), ("alone", Some(1)), ("alone", Some(1))] {
            assert!(ways.contains(&(expect.0.to_owned(), expect.1)), "{ways:?}");
        }
        drop(tx);
        assert_eq!(shelter.codes().await, [""; 0], "friction is no alarm");
        shelter.next_day();
        let second = &shelter.second;
        let no = open_identity(&node, second, person, ("", "")).await.err().unwrap();
        assert_eq!(no.fields[0].field, "reason", "another day is another opening");
    }
}

/// Tries to pass the budget of a day by opening many persons at the same moment: a thousand
/// openings race for twenty places, and each beyond them has its alarm.
// proves: P-07
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn p07_a_thousand_parallel_openings_never_pass_the_budget_unnoticed() {
    for database in databases().await {
        let shelter = Shelter::on(&database).await;
        let node = shelter.world.node.clone();
        let mut persons = Vec::new();
        for n in 0..50 {
            persons.push(shelter.person(&format!("Person {n}")).await);
        }
        let persons = Arc::new(persons);
        let mut all = Vec::new();
        for n in 0..1_000_usize {
            let (node, who) = (node.clone(), shelter.second.clone());
            let persons = persons.clone();
            all.push(tokio::spawn(async move {
                loop {
                    let person = persons[n % persons.len()];
                    match open_identity(&node, &who, person, ("danger", TYPED)).await {
                        Err(refusal) if refusal.kind == RefusalKind::Busy => {}
                        Err(refusal) => panic!("refused in danger: {refusal}"),
                        Ok(_) => break,
                    }
                }
            }));
        }
        for one in all {
            one.await.unwrap();
        }
        let mut tx = node.read("test").await.unwrap();
        let row = tx
            .row(
                "SELECT COUNT(*) AS n, COUNT(slot) AS slots, COUNT(alarm_id) AS alarms,
                     COUNT(DISTINCT slot) AS places, MAX(slot) AS most
                 FROM openings WHERE thing_kind = 'person' AND officer_id = $1",
                &[shelter.second.officer.id.into()],
            )
            .await
            .unwrap()
            .unwrap();
        let read = |name| row.int(name).unwrap();
        assert_eq!((read("n"), read("slots"), read("places"), read("most")), (50, 50, 50, 50));
        assert_eq!(read("alarms"), 30, "every opening beyond the twentieth, {}", database.kind);
        drop(tx);
        let codes = shelter.codes().await;
        assert_eq!(codes.iter().filter(|code| *code == "over-budget").count(), 30);
    }
}

// proves: P-07
#[tokio::test]
async fn p07_the_oversight_body_sets_the_budget_and_nobody_else() {
    let database = sqlite();
    let shelter = Shelter::on(&database).await;
    let node = &shelter.world.node;
    let overseer = shelter.world.sign_in(&shelter.world.overseer).await;
    assert!(set_budget(node, &shelter.owner, 100).await.is_err());
    assert!(set_budget(node, &overseer, 201).await.is_err());
    set_budget(node, &overseer, 0).await.unwrap();
    let person = shelter.person("Amina Marker").await;
    open_identity(node, &shelter.second, person, ("danger", TYPED)).await.expect("not refused");
    assert_eq!(shelter.codes().await, ["over-budget"]);
    let overseer = shelter.world.sign_in(&shelter.world.overseer).await;
    assert_eq!(overview(node, &overseer).await.unwrap().budget, 0);
}

// proves: P-07, row 8.4
#[tokio::test]
async fn p07_a_second_yes_is_anothers_for_one_person_and_one_day() {
    for database in databases().await {
        let mut shelter = Shelter::on(&database).await;
        let person = shelter.person("Amina Marker").await;
        let other = shelter.person("Another Marker").await;
        let node = shelter.world.node.clone();
        let (second, third) = (&shelter.second, &shelter.third);
        ask_second_yes(&node, second, (person, "court")).await.unwrap();
        let twice = ask_second_yes(&node, second, (person, "court")).await;
        assert_eq!(twice.err().unwrap().kind, RefusalKind::Changed);
        assert!(asked_of_me(&node, second).await.unwrap().is_empty(), "not of oneself");
        let question = asked_of_me(&node, third).await.unwrap().remove(0);
        let own = say_second_yes(&node, second, (question.id, true)).await;
        assert_eq!(own.err().unwrap().kind, RefusalKind::NotFound, "nobody says yes to oneself");
        let elsewhere = shelter.world.desk(DeskKind::Ngo, "elsewhere", Role::Caseworker).await;
        let elsewhere = shelter.world.sign_in(&elsewhere).await;
        assert!(asked_of_me(&node, &elsewhere).await.unwrap().is_empty());
        let no = say_second_yes(&node, &elsewhere, (question.id, true)).await;
        assert_eq!(no.err().unwrap().kind, RefusalKind::NotFound, "of another desk");
        say_second_yes(&node, third, (question.id, true)).await.unwrap();
        open_identity(&node, second, person, ("court", "")).await.expect("said yes to: no wait");
        let no = open_identity(&node, second, other, ("court", "")).await;
        assert!(no.is_err(), "for one person");
        let no = open_identity(&node, third, person, ("court", "")).await;
        assert!(no.is_err(), "for one officer");
        shelter.next_day();
        let no = open_identity(&node, &shelter.second, person, ("court", "")).await;
        assert!(no.is_err(), "for one day");
    }
}

/// Two officers of one desk say yes to each other, again and again, so that neither has to type or
/// wait: the third exchange raises an alarm, and so does one who always says yes.
// proves: P-07
#[tokio::test]
async fn attack_friend_approves() {
    for database in databases().await {
        let mut shelter = Shelter::on(&database).await;
        let node = shelter.world.node.clone();
        for n in 0..4 {
            let person = shelter.person(&format!("Person {n}")).await;
            let (asks, says) = if n % 2 == 0 {
                (&shelter.second, &shelter.third)
            } else {
                (&shelter.third, &shelter.second)
            };
            ask_second_yes(&node, asks, (person, "court")).await.unwrap();
            let question = asked_of_me(&node, says).await.unwrap().remove(0);
            say_second_yes(&node, says, (question.id, true)).await.unwrap();
            shelter.next_day();
        }
        assert_eq!(shelter.codes().await, ["friends-approve"], "{}", database.kind);
        let overseer = shelter.world.sign_in(&shelter.world.overseer).await;
        let pairs = overview(&node, &overseer).await.unwrap().pairs;
        assert_eq!(pairs.len(), 2, "{pairs:?}");
    }
}

/// An officer uses the emergency as the ordinary way: every one is told at once, each waits for its
/// review, and from the fourth day on there is none until it is reviewed by the head.
// proves: P-07, row 6.16
#[tokio::test]
async fn attack_break_glass_habit() {
    for database in databases().await {
        let mut shelter = Shelter::on(&database).await;
        let node = shelter.world.node.clone();
        let first = shelter.person("First Marker").await;
        let later = shelter.person("Later Marker").await;
        let second = &shelter.second;
        let no = break_glass(&node, second, first, "no").await.err().unwrap();
        assert_eq!(no.fields[0].field, "note");
        let opened = break_glass(&node, second, first, TYPED).await.unwrap();
        assert_eq!(opened.identity.name, "First Marker");
        assert_eq!(told_alarms(&node, &shelter.owner).await.unwrap().len(), 1, "the owner");
        assert!(told_alarms(&node, second).await.unwrap().is_empty());
        assert!(told_alarms(&node, &shelter.third).await.unwrap().is_empty(), "nobody else");
        shelter.world.clock.advance_s(29 * 60);
        shelter.prove();
        let second = &shelter.second;
        break_glass(&node, second, first, TYPED).await.expect("within the half hour");
        shelter.world.clock.advance_s(60);
        let over = break_glass(&node, second, first, TYPED).await.err().unwrap();
        assert_eq!(over.said.key, "emergency-spent", "one person, half an hour");
        assert_eq!(shelter.codes().await, ["break-glass"]);

        for _ in 0..3 {
            shelter.next_day();
        }
        assert_eq!(pass_on_late_reviews(&node).await.unwrap(), 0, "72 hours are not over");
        shelter.next_day();
        assert_eq!(pass_on_late_reviews(&node).await.unwrap(), 1);
        assert_eq!(pass_on_late_reviews(&node).await.unwrap(), 0, "once");
        assert_eq!(shelter.codes().await, ["break-glass", "review-late"]);
        let second = &shelter.second;
        assert!(before_emergency(&node, second, later).await.unwrap().is_suspended);
        let no = break_glass(&node, second, later, TYPED).await.err().unwrap();
        assert_eq!(no.said.key, "emergency-suspended");
        open_identity(&node, second, later, ("danger", TYPED)).await.expect("danger to life opens");
        break_glass(&node, &shelter.third, later, TYPED).await.expect("others are not suspended");
        review_by_the_head(&mut shelter, later).await;
    }
}

async fn review_by_the_head(shelter: &mut Shelter, later: PersonId) {
    let world = &shelter.world;
    let node = &world.node;
    let overseer = world.sign_in(&world.overseer).await;
    let reviews = waiting_reviews(node, &overseer).await.unwrap();
    let late = reviews.iter().find(|r| r.is_late).expect("the late one");
    assert!(!late.is_yours);
    let ask = (late.id, "justified", "seen");
    let no = review_break_glass(node, &overseer, ask).await.err().unwrap();
    assert_eq!(no.said.key, "emergency-review-of-head");
    let head = world.colleague(&overseer, "head", Role::OversightHead).await;
    let head = world.sign_in(&head).await;
    review_break_glass(node, &head, ask).await.expect("the head");
    let again = review_break_glass(node, &head, ask).await.err().unwrap();
    assert_eq!(again.kind, RefusalKind::Changed);
    let timely = reviews.iter().find(|r| !r.is_late).expect("the one in time");
    review_break_glass(node, &overseer, (timely.id, "not-justified", "")).await.unwrap();
    shelter.prove();
    let node = shelter.world.node.clone();
    break_glass(&node, &shelter.second, later, TYPED).await.expect("reviewed: no longer suspended");
}

// proves: P-04, P-06, row 6.16
#[tokio::test]
async fn no_emergency_crosses_to_another_desk_or_to_immigration_enforcement() {
    let database = sqlite();
    let shelter = Shelter::on(&database).await;
    let person = shelter.person("Amina Marker").await;
    let node = &shelter.world.node;
    let others = [
        (DeskKind::Ngo, "ngo", Role::Caseworker),
        (DeskKind::Police, "police", Role::Investigator),
        (DeskKind::ImmigrationEnforcement, "border", Role::EnforcementOfficer),
        (DeskKind::Protection, "protection", Role::ProtectionOfficer),
    ];
    for (kind, name, role) in others {
        let sheet = shelter.world.desk(kind, name, role).await;
        let other = shelter.world.sign_in(&sheet).await;
        let no = break_glass(node, &other, person, TYPED).await.err().unwrap();
        assert_eq!(no.kind, RefusalKind::NotFound, "{name}");
    }
    for sheet in [&shelter.world.administrator, &shelter.world.overseer] {
        let other = shelter.world.sign_in(sheet).await;
        assert!(break_glass(node, &other, person, TYPED).await.is_err());
    }
    assert_eq!(shelter.codes().await, [""; 0]);
}

// proves: P-07, row 8.4
#[tokio::test]
async fn p07_an_event_is_opened_by_two_marks_every_opening_and_ends_itself() {
    for database in databases().await {
        let mut shelter = Shelter::on(&database).await;
        let person = shelter.person("Amina Marker").await;
        let later = shelter.person("Later Marker").await;
        let node = shelter.world.node.clone();
        let (owner, second, third) = (&shelter.owner, &shelter.second, &shelter.third);
        assert!(ask_event(&node, second, ("raid", 25)).await.is_err(), "24 hours at most");
        let id = ask_event(&node, second, ("raid", 2)).await.unwrap();
        assert!(open_identity(&node, third, person, ("contact", "")).await.is_err(), "not begun");
        let own = begin_event(&node, second, id).await.err().unwrap();
        assert_eq!(own.said.key, "event-second-officer");
        begin_event(&node, owner, id).await.unwrap();
        assert_eq!(shelter.codes().await, ["event-mode"]);
        open_identity(&node, third, person, ("contact", "")).await.expect("no budget, no wait");
        let mut tx = node.read("test").await.unwrap();
        assert_eq!(tx.counted_openings(third.officer.id, node.today()).await, Ok(0));
        assert_eq!(tx.count_event_openings(id).await, Ok(1), "marked");
        drop(tx);
        assert_eq!(desk_events(&node, third).await.unwrap().live.unwrap().minutes_left, 120);
        shelter.world.clock.advance_s(2 * 3_600);
        shelter.prove();
        let third = &shelter.third;
        assert!(desk_events(&node, third).await.unwrap().live.is_none(), "it ended");
        assert!(open_identity(&node, third, later, ("contact", "")).await.is_err());
        assert!(end_event(&node, third, id).await.is_err(), "over already");
        let overseer = shelter.world.sign_in(&shelter.world.overseer).await;
        let listed = all_events(&node, &overseer).await.unwrap();
        assert_eq!((listed.len(), listed[0].openings), (1, 1));
    }
}

pub fn canary(desk: lexicon::ids::DeskId, name: &str) -> NewCanary {
    let identity = Identity { name: name.to_owned(), ..Identity::default() };
    NewCanary { desk, identity, story: "She asked for a bed.".to_owned() }
}

// proves: P-07, row 8.4
#[tokio::test]
async fn p07_a_person_who_does_not_exist_looks_like_any_other_and_its_opening_is_told() {
    for database in databases().await {
        let shelter = Shelter::on(&database).await;
        let real = shelter.person("Amina Marker").await;
        let node = &shelter.world.node;
        let overseer = shelter.world.sign_in(&shelter.world.overseer).await;
        let desk = shelter.owner.officer.desk;
        let made = canary(desk, "Rosa Invented");
        assert!(make_canary(node, &shelter.owner, &made).await.is_err(), "not by the desk");
        let counted = async |sql: &'static str| {
            let mut tx = node.read("test").await.unwrap();
            tx.row(sql, &[]).await.unwrap().unwrap().int("n").unwrap()
        };
        let counting = "SELECT COUNT(*) AS n FROM counting";
        let before = counted(counting).await;
        let person = make_canary(node, &overseer, &made).await.unwrap();
        assert_eq!(counted(counting).await, before, "in no figure");
        let desks = canary_desks(node, &overseer).await.unwrap();
        assert_eq!(desks.iter().find(|d| d.desk == desk).unwrap().canaries, 1);
        let mut tx = node.read("test").await.unwrap();
        let pair = [tx.find_person(real).await.unwrap(), tx.find_person(person).await.unwrap()];
        let [a, b] = pair.map(Option::unwrap);
        drop(tx);
        assert_eq!((a.desk_id, a.sphere, a.version), (b.desk_id, b.sphere, b.version));
        let look = async |case| workflow::see_case::see_case(node, &shelter.second, case).await;
        let (seen, other) = (look(b.case_id).await.unwrap(), look(a.case_id).await.unwrap());
        assert_eq!((seen.persons.len(), seen.fields.len()), (1, other.fields.len()));
        let codes = |case: &workflow::see_case::SeenCase| -> Vec<String> {
            case.events.iter().map(|e| e.code.clone()).collect()
        };
        assert_eq!(codes(&seen), codes(&other), "the same timeline");
        let opened = shelter.insist(&shelter.second, person).await.unwrap();
        assert_eq!(opened.name, "Rosa Invented");
        assert_eq!(shelter.codes().await, ["canary"]);
    }
}

// proves: P-07, P-11, row 8.4
#[tokio::test]
async fn p07_own_words_are_sealed_kept_by_a_colleague_and_never_shown() {
    let database = sqlite();
    let shelter = Shelter::on(&database).await;
    let node = &shelter.world.node;
    let (second, third) = (&shelter.second, &shelter.third);
    let words = WatchWords {
        families: vec!["Secretname".to_owned()],
        places: vec!["Secretvillage".to_owned()],
        phones: Vec::new(),
    };
    let id = second.officer.id;
    keep_watch_words(node, second, (id, &words)).await.expect("the first may be one's own");
    let no = keep_watch_words(node, second, (id, &WatchWords::default())).await.err().unwrap();
    assert_eq!(no.fields[0].field, "families");
    let no = keep_watch_words(node, second, (id, &words)).await.err().unwrap();
    assert_eq!(no.said.key, "watch-not-own", "not changed by oneself");
    keep_watch_words(node, third, (id, &words)).await.expect("by a colleague");
    assert_eq!(
        watched_officers(node, third).await.unwrap().iter().filter(|w| w.kept_on.is_some()).count(),
        1
    );
    let identity = Identity {
        name: "Mara Secretname".to_owned(),
        safe_contact: "the well of Secretvillage".to_owned(),
        ..Identity::default()
    };
    let person = shelter.world.known(&shelter.owner, &identity).await;
    shelter.insist(second, person).await.expect("warned of, never refused");
    assert_eq!(shelter.codes().await, ["own-name"]);
    for entry in std::fs::read_dir(database.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for marker in ["Secretname", "Secretvillage", "secretname"] {
            assert!(!bytes.windows(marker.len()).any(|w| w == marker.as_bytes()), "{marker}");
        }
    }
}

/// A bribed or related officer looks for one woman in four ways, in any order: somebody of the own
/// family and village, an address in the own street, more than a day's openings, a friend who says
/// yes. Whatever is tried, at least one alarm reaches the oversight body in every run.
// proves: P-07
#[tokio::test]
async fn attack_stalker_officer() {
    use lexicon::chance::SeededDice;
    let database = sqlite();
    let mut shelter = Shelter::on(&database).await;
    let node = shelter.world.node.clone();
    let words = WatchWords {
        families: vec!["Stalker".to_owned()],
        places: vec!["Vila Amaro".to_owned(), "Palm Street".to_owned()],
        phones: vec!["222 123 4567".to_owned()],
    };
    let of = shelter.second.officer.id;
    keep_watch_words(&node, &shelter.third, (of, &words)).await.unwrap();
    let mut many = Vec::new();
    for n in 0..21 {
        many.push(shelter.person(&format!("Person {n}")).await);
    }
    for seed in 0..24_u64 {
        shelter.next_day();
        let before = shelter.alarms().await.len();
        let dice = SeededDice::new(seed);
        let mut byte = [0_u8; 1];
        lexicon::Dice::fill(&dice, &mut byte);
        match byte[0] % 4 {
            0 => stalk(&shelter, ("Ana Stalker", "the market of Vila Amaro")).await,
            1 => stalk(&shelter, ("Ana Lima", "7 Palm Street, second door")).await,
            2 => {
                for person in &many {
                    shelter.prove();
                    shelter.insist(&shelter.second, *person).await.unwrap();
                }
            }
            _ => befriend(&mut shelter).await,
        }
        assert!(shelter.alarms().await.len() > before, "seed {seed} went unseen");
    }
}

async fn stalk(shelter: &Shelter, (name, contact): (&str, &str)) {
    let identity =
        Identity { name: name.to_owned(), safe_contact: contact.to_owned(), ..Identity::default() };
    let person = shelter.world.known(&shelter.owner, &identity).await;
    shelter.insist(&shelter.second, person).await.unwrap();
}

async fn befriend(shelter: &mut Shelter) {
    let node = shelter.world.node.clone();
    for n in 0..4 {
        let person = shelter.person(&format!("Friend {n}")).await;
        let (a, b) = (&shelter.second, &shelter.third);
        let (asks, says) = if n % 2 == 0 { (a, b) } else { (b, a) };
        ask_second_yes(&node, asks, (person, "court")).await.unwrap();
        let question = asked_of_me(&node, says).await.unwrap().remove(0);
        say_second_yes(&node, says, (question.id, true)).await.unwrap();
    }
}

/// An officer stays far below the budget and opens two persons a day for weeks, without doing
/// anything in their cases: the openings without later work are listed and warned of, and one of
/// the persons does not exist.
// proves: P-07
#[tokio::test]
async fn attack_slow_harvester() {
    for database in databases().await {
        let mut shelter = Shelter::on(&database).await;
        let node = shelter.world.node.clone();
        let mut persons = Vec::new();
        for n in 0..16 {
            persons.push(shelter.person(&format!("Person {n}")).await);
        }
        for pair in persons.chunks(2) {
            for person in pair {
                shelter.insist(&shelter.second, *person).await.unwrap();
            }
            shelter.next_day();
        }
        assert_eq!(shelter.codes().await, [""; 0], "below every limit of a day");
        for _ in 0..7 {
            shelter.next_day();
        }
        assert_eq!(warn_of_harvest(&node).await.unwrap(), 1);
        assert_eq!(warn_of_harvest(&node).await.unwrap(), 0, "once");
        assert_eq!(shelter.codes().await, ["no-later-work"]);
        let overseer = shelter.world.sign_in(&shelter.world.overseer).await;
        let found = overview(&node, &overseer).await.unwrap().without_work;
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].2 >= 8, "{found:?}");
        let made = canary(shelter.owner.officer.desk, "Rosa Invented");
        let bait = make_canary(&node, &overseer, &made).await.unwrap();
        shelter.insist(&shelter.second, bait).await.unwrap();
        assert!(shelter.codes().await.contains(&"canary".to_owned()));
        let wanted = store::WantedOpenings {
            thing_kind: Kind::Person.id().to_owned(),
            from: node.today(),
            to: node.today(),
            way: "alone".to_owned(),
            officer: Some(shelter.second.officer.id),
            desk: Some(shelter.second.officer.desk),
        };
        let overseer = shelter.world.sign_in(&shelter.world.overseer).await;
        let lines = who_opened(&node, &overseer, &wanted).await.unwrap();
        assert_eq!(lines.len(), 1);
        assert!(lines[0].is_canary && lines[0].reason == "contact" && lines[0].note == TYPED);
    }
}
