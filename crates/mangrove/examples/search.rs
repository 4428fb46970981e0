//! Measures the search of sealed names at one desk: opening the index, questions, memory, and the
//! whole page with its leaf. Run by `bench/run`; prints Markdown.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a measurement that cannot be made stops"
)]

#[path = "../tests/it/html.rs"]
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
mod html;
#[path = "../tests/it/world.rs"]
#[allow(dead_code, reason = "shared with the tests, which use all of it")]
mod world;

/// The tests keep the log; a measurement must not.
mod log {
    pub fn keep() {}
}

use guard::DeskKind;
use guard::seal::{DataKey, Place, PublicKey};
use lexicon::Dice;
use lexicon::chance::SeededDice;
use lexicon::ids::PersonId;
use protection::search::{Asked, Findable};
use std::time::Instant;
use store::findables::{FindableRow, FindingKeyRow};
use store::persons::PersonRow;
use store::wraps::WrapRow;
use workflow::find_person::find_person;
use world::World;

const STARTS: [&str; 24] = [
    "A", "Ba", "Chi", "Da", "E", "Fa", "Ghi", "Ha", "I", "Jo", "Ka", "Li", "Ma", "Ngo", "O", "Pa",
    "Qui", "Ro", "Sa", "Tha", "U", "Vi", "Xu", "Ya",
];
const MIDDLES: [&str; 22] = [
    "mi", "ri", "na", "lo", "sse", "du", "kha", "bou", "le", "ndia", "ro", "sha", "ti", "vi", "yo",
    "zi", "lla", "mba", "nta", "she", "que", "dji",
];
const ENDS: [&str; 20] = [
    "ta", "na", "tou", "m", "lo", "ko", "ne", "va", "ez", "ng", "ra", "s", "di", "lah", "nko", "w",
    "ye", "mbe", "li", "ku",
];

fn word(dice: &SeededDice) -> String {
    let pick = |list: &[&'static str]| list[dice.below(list.len() as u64) as usize];
    format!("{}{}{}", pick(&STARTS), pick(&MIDDLES), pick(&ENDS))
}

fn person(dice: &SeededDice) -> Findable {
    // Half of the words from few names, as in a country.
    let few = SeededDice::new(dice.below(400));
    let born = 1950 + dice.below(60) as i32;
    Findable {
        name: format!("{} {} {}", word(&few), word(dice), word(dice)),
        kin: format!("mother {}", word(dice)),
        place: word(&SeededDice::new(dice.below(3_000) + 1_000)),
        born: (born, born),
        phones: vec![format!("22177{:07}", dice.below(10_000_000))],
        ..Findable::default()
    }
}

#[tokio::main]
async fn main() {
    let sizes: Vec<u64> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    println!(
        "| persons of the desk | database | first search (opens the index) | search p50 ms | search p99 ms | index in memory |"
    );
    println!("|---|---|---|---|---|---|");
    for size in if sizes.is_empty() { vec![10_000, 100_000] } else { sizes } {
        let mut databases = vec![store::testing::sqlite()];
        databases.extend(store::testing::postgres().await);
        for database in databases {
            let mut world = world::empty(database).await;
            world.fill().await;
            measure(&world, size).await;
        }
    }
}

async fn measure(world: &World, size: u64) {
    let everybody = fill(world, size).await;
    let signed = world.signed("caseworker").await;
    let before = resident_mb();
    let at = Instant::now();
    let first = Asked { name: everybody[7].name.clone(), age: Some(20), ..Asked::default() };
    find_person(&world.node, &signed, &first, "danger").await.expect("found");
    let opened = at.elapsed();
    let memory = resident_mb() - before;
    let mut times = Vec::new();
    for n in 0..200_usize {
        // The budget is measured elsewhere.
        if n % 4 == 0 {
            let mut tx = world.node.begin("again").await.expect("the place");
            tx.execute("DELETE FROM searches", &[]).await.expect("deleted");
            tx.commit().await.expect("kept");
        }
        let kept = &everybody[(n * 7_919) % everybody.len()];
        let mut words: Vec<&str> = kept.name.split(' ').collect();
        words.reverse();
        let asked = Asked {
            name: words.join(" ").replace('i', "y"),
            age: Some(2026 - kept.born.0),
            place: kept.place.clone(),
            ..Asked::default()
        };
        let at = Instant::now();
        let found = find_person(&world.node, &signed, &asked, "danger").await.expect("found");
        times.push(at.elapsed().as_secs_f64() * 1_000.0);
        assert!(!found.lines.is_empty(), "number {n} is not found");
    }
    times.sort_by(f64::total_cmp);
    println!(
        "| {size} | {} | {:.2} s | {:.1} | {:.1} | {memory:.0} MB |",
        world.kind,
        opened.as_secs_f64(),
        times[times.len() / 2],
        times[times.len() * 99 / 100],
    );
}

/// Persons of one desk with entries under one shared key, as after many searches.
async fn fill(world: &World, size: u64) -> Vec<Findable> {
    let dice = SeededDice::new(11);
    let desk = world.desks[&DeskKind::Ngo];
    let mut tx = world.node.begin("fill").await.expect("the place");
    let row = tx.find_desk(desk).await.expect("row").expect("a desk");
    let model = tx.find_person(world.persons[0]).await.expect("row").expect("one");
    let (key, mut key_id) = (DataKey::random(&dice), [0_u8; 16]);
    dice.fill(&mut key_id);
    let public = PublicKey::from_bytes(&row.public_key).expect("a key");
    let place = Place::wrap(&key_id, "index", desk.bytes(), row.key_version);
    let wrap = key.wrap_to(&public, &place, &dice).expect("wrapped").into_bytes();
    let (thing_kind, key_purpose, key_version) = ("findable", "index", row.key_version);
    let wrap =
        WrapRow { thing_kind, thing_id: key_id, key_purpose, desk_id: desk, key_version, wrap };
    tx.insert_wrap(&wrap).await.expect("kept");
    let made_on = world.node.today();
    tx.insert_finding_key(&FindingKeyRow { id: key_id, desk_id: desk, made_on })
        .await
        .expect("kept");
    let mut everybody = Vec::new();
    for _ in 0..size {
        let findable = person(&dice);
        let id = PersonId::random(&dice);
        tx.insert_person(&PersonRow { id, ..model.clone() }).await.expect("kept");
        let place = Place::cell("findables", id.bytes(), "sealed", desk.bytes());
        let sealed =
            key.seal(&place, &findable.to_bytes().unwrap(), &dice).expect("sealed").into_bytes();
        let entry = FindableRow { person_id: id, desk_id: desk, key_id, is_waiting: false, sealed };
        tx.put_findable(&entry).await.expect("kept");
        everybody.push(findable);
    }
    tx.commit().await.expect("kept");
    everybody
}

fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
    line.trim().split(' ').next().and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1_000.0
}
