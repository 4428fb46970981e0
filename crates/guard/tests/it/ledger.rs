//! P-08: no change to the ledger goes unnoticed.

use crate::world::{ledger_keys, unlocked};
use guard::ledger::merkle::{
    Edge, Hash, consistency_proof, inclusion_proof, leaf_hash, root, verify_consistency,
    verify_inclusion,
};
use guard::ledger::{Checkpoint, CheckpointCopy, Fault, Numbered, SigningKey, verify};
use guard::{Event, Leaf};
use lexicon::chance::SeededDice;
use lexicon::ids::DeskId;
use lexicon::{Day, Dice};
use proptest::prelude::*;

/// Leaves and roots of the test tree of Certificate Transparency.
const ENTRIES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

fn hash(text: &str) -> Hash {
    unhex(text).try_into().unwrap()
}

fn vector_leaves() -> Vec<Hash> {
    ENTRIES.iter().map(|e| leaf_hash(&unhex(e))).collect()
}

// proves: P-08
#[test]
fn p08_roots_are_those_of_rfc_6962() {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(root(&[]), hash(empty));
    let leaves = vector_leaves();
    for (n, expected) in ROOTS.iter().enumerate() {
        assert_eq!(root(&leaves[..=n]), hash(expected), "size {}", n + 1);
    }
}

// proves: P-08
#[test]
fn p08_proofs_are_those_of_rfc_6962() {
    let leaves = vector_leaves();
    let inclusion: &[(usize, usize, &[&str])] = &[
        (0, 1, &[]),
        (
            0,
            8,
            &[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            5,
            8,
            &[
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (2, 3, &["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (
            1,
            5,
            &[
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (index, size, expected) in inclusion {
        let proof = inclusion_proof(&leaves[..*size], *index).unwrap();
        let expected: Vec<Hash> = expected.iter().map(|h| hash(h)).collect();
        assert_eq!(proof, expected, "inclusion {index} in {size}");
    }
    let consistency: &[(usize, usize, &[&str])] = &[
        (1, 1, &[]),
        (
            6,
            8,
            &[
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            2,
            5,
            &[
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ];
    for (earlier, size, expected) in consistency {
        let proof = consistency_proof(&leaves[..*size], *earlier).unwrap();
        let expected: Vec<Hash> = expected.iter().map(|h| hash(h)).collect();
        assert_eq!(proof, expected, "consistency {earlier} to {size}");
    }
}

fn leaves(count: usize) -> Vec<Hash> {
    (0..count).map(|n| leaf_hash(&n.to_be_bytes())).collect()
}

/// The definition of RFC 6962, word for word.
fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves.len() {
        0 => root(&[]),
        1 => leaves[0],
        n => {
            let k = n.next_power_of_two() / 2;
            guard::ledger::merkle::node_hash(&naive_root(&leaves[..k]), &naive_root(&leaves[k..]))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    // proves: P-08
    #[test]
    fn p08_any_tree_has_the_root_of_the_definition_and_its_proofs_hold(
        size in 1_usize..200,
        at in 0_usize..200,
        earlier in 1_usize..200,
        flip in 0_usize..4_096,
    ) {
        let all = leaves(size);
        let (at, earlier) = (at % size, 1 + earlier % size);
        let top = root(&all);
        prop_assert_eq!(top, naive_root(&all));
        let (n, i) = (size as u64, at as u64);

        let mut proof = inclusion_proof(&all, at).unwrap();
        prop_assert!(verify_inclusion(&all[at], i, n, &proof, &top));
        prop_assert!(size == 1 || !verify_inclusion(&all[at], (i + 1) % n, n, &proof, &top));
        if !proof.is_empty() {
            let at_step = flip % proof.len();
            proof[at_step][flip % 32] ^= 1;
            prop_assert!(!verify_inclusion(&all[at], i, n, &proof, &top));
        }

        let old = root(&all[..earlier]);
        let proof = consistency_proof(&all, earlier).unwrap();
        prop_assert!(verify_consistency((earlier as u64, &old), (n, &top), &proof));
        let mut forged = old;
        forged[flip % 32] ^= 1;
        prop_assert!(!verify_consistency((earlier as u64, &forged), (n, &top), &proof));
    }

    // proves: P-16
    #[test]
    fn p16_no_proof_crashes(
        index in any::<u64>(),
        size in any::<u64>(),
        steps in proptest::collection::vec(any::<[u8; 32]>(), 0..80),
    ) {
        let top = [0; 32];
        prop_assert!(!verify_inclusion(&[1; 32], index, size, &steps, &top));
        verify_consistency((index, &top), (size, &[1; 32]), &steps);
    }
}

struct Kept {
    leaves: Vec<Numbered>,
    checkpoints: Vec<Checkpoint>,
    key: SigningKey,
}

fn keep(count: usize, every: usize) -> Kept {
    let dice = SeededDice::new(11);
    let desk = DeskId::random(&dice);
    let (_, public) = unlocked(desk, &dice);
    let keys = ledger_keys((desk, public));
    let key = SigningKey::from_seed(&[7; 32]);
    let day = Day::parse("2026-11-23").unwrap();
    let (mut edge, mut leaves, mut checkpoints) =
        (Edge::new(), Vec::new(), Vec::<Checkpoint>::new());
    for n in 0..count {
        let event = Event {
            day,
            action: "person.open".to_owned(),
            officer: None,
            desk: Some(desk),
            thing_kind: "person".to_owned(),
            thing: n.to_string(),
            reason: "assigned-work".to_owned(),
            note: String::new(),
        };
        let leaf = Leaf::seal(&event, &keys, &dice).unwrap().stored;
        let hash = leaf.hash();
        edge.push(hash);
        leaves.push(Numbered { number: edge.size(), kept_hash: hash.to_vec(), leaf });
        if (n + 1) % every == 0 || n + 1 == count {
            let before = checkpoints.last().map(|c| &c.signature);
            checkpoints.push(key.sign(edge.size(), edge.root(), day, before));
        }
    }
    Kept { leaves, checkpoints, key }
}

fn faults(kept: &Kept, leaves: &[Numbered], checkpoints: &[Checkpoint]) -> Vec<Fault> {
    let last = kept.checkpoints.last();
    verify(leaves.iter().cloned(), checkpoints, &kept.key.verifying(), last).faults
}

/// Numbers the leaves from 1 and writes their hashes anew, as a careful forger would.
fn tidy_up(leaves: &mut [Numbered]) {
    for (n, kept) in leaves.iter_mut().enumerate() {
        kept.number = n as u64 + 1;
        kept.kept_hash = kept.leaf.hash().to_vec();
    }
}

/// One tampering of kind `how`; `None` when it happens to change nothing.
fn tamper(kept: &Kept, how: u64, dice: &SeededDice) -> Option<(Vec<Numbered>, Vec<Checkpoint>)> {
    let (mut leaves, mut checkpoints) = (kept.leaves.clone(), kept.checkpoints.clone());
    let below = |bound: usize| usize::try_from(dice.below(bound as u64)).unwrap();
    let (a, b, c) = (below(leaves.len()), below(leaves.len()), below(checkpoints.len()));
    let bit = |bytes: &mut [u8]| {
        let at = below(bytes.len());
        bytes[at] ^= 1 << below(8);
    };
    match how {
        0 => bit(&mut leaves[a].leaf.sealed_event),
        1 => bit(&mut leaves[a].leaf.commitment),
        2 => bit(&mut leaves[a].leaf.oversight_wrap),
        3 => leaves[a].leaf.day = leaves[a].leaf.day.plus_days(1),
        4 => leaves[a].leaf.owner_desk = Some(DeskId::random(dice)),
        5 => leaves[a].leaf.oversight_version += 1,
        6 => bit(&mut leaves[a].kept_hash),
        7 => drop(leaves.remove(a)),
        8 => leaves.swap(a, b),
        9 => leaves.truncate(a),
        10 => leaves.insert(b, kept.leaves[a].clone()),
        11 => leaves[a].number += 1 + dice.below(5),
        12 => leaves[a].leaf = kept.leaves[b].leaf.clone(),
        13 => {
            leaves.truncate(a);
            checkpoints.retain(|k| k.size <= a as u64);
        }
        14 => drop(checkpoints.remove(c)),
        15 => bit(&mut checkpoints[c].root),
        16 => bit(&mut checkpoints[c].signature),
        17 => checkpoints[c].size += 1 + dice.below(3),
        18 => checkpoints[c].day = checkpoints[c].day.plus_days(-1),
        19 => {
            // A forger with a key of his own signs the changed tree.
            leaves.remove(a);
            tidy_up(&mut leaves);
            let hashes: Vec<Hash> = leaves.iter().map(|l| l.leaf.hash()).collect();
            let forger = SigningKey::from_seed(&[8; 32]);
            let day = checkpoints[0].day;
            checkpoints = vec![forger.sign(hashes.len() as u64, root(&hashes), day, None)];
        }
        20 => checkpoints.swap(c, 0),
        _ => checkpoints.insert(c, kept.checkpoints[c].clone()),
    }
    if dice.below(2) == 0 && how < 14 && how != 6 && how != 11 {
        tidy_up(&mut leaves);
    }
    (leaves != kept.leaves || checkpoints != kept.checkpoints).then_some((leaves, checkpoints))
}

// proves: P-08
#[test]
fn p08_every_one_of_ten_thousand_tamperings_is_found() {
    let kept = keep(30, 7);
    assert_eq!(faults(&kept, &kept.leaves, &kept.checkpoints), []);
    let dice = SeededDice::new(12);
    let (mut tried, mut kinds) = (0, [0; 22]);
    while tried < 10_000 {
        let how = dice.below(22);
        let Some((leaves, checkpoints)) = tamper(&kept, how, &dice) else { continue };
        assert!(
            !faults(&kept, &leaves, &checkpoints).is_empty(),
            "tampering {tried} of kind {how}"
        );
        tried += 1;
        kinds[usize::try_from(how).unwrap()] += 1;
    }
    assert!(kinds.iter().all(|n| *n > 100), "every kind was tried: {kinds:?}");
}

// proves: P-08
#[test]
fn p08_a_leaf_added_behind_the_last_checkpoint_is_told_as_unsigned() {
    let kept = keep(10, 5);
    let checkpoints = &kept.checkpoints[..1];
    let verdict = verify(kept.leaves.iter().cloned(), checkpoints, &kept.key.verifying(), None);
    assert_eq!(verdict.faults, [Fault::Unsigned(5, 10)]);
}

// proves: P-08
#[test]
fn p08_a_database_set_back_is_noticed_by_the_copy_outside() {
    let kept = keep(10, 5);
    let (leaves, checkpoints) = (&kept.leaves[..5], &kept.checkpoints[..1]);
    let key = kept.key.verifying();
    let alone = verify(leaves.iter().cloned(), checkpoints, &key, None);
    assert_eq!(alone.faults, [], "the database alone cannot show it");
    assert_eq!(faults(&kept, leaves, checkpoints), [Fault::Witness(10)]);
}

fn copy() -> CheckpointCopy {
    let kept = keep(10, 5);
    let before = Some(kept.checkpoints[0].signature);
    CheckpointCopy { checkpoint: kept.checkpoints[1].clone(), before }
}

// proves: P-08
#[test]
fn p08_a_copied_checkpoint_is_read_back_and_every_changed_sign_is_noticed() {
    let (copy, key) = (copy(), keep(1, 1).key.verifying());
    let written = copy.write();
    assert!(written.len() < CheckpointCopy::BYTES_MAX);
    assert_eq!(CheckpointCopy::read(&written).as_ref(), Some(&copy));
    assert!(copy.is_signed_by(&key));
    for at in 0..written.len() {
        for other in [b'0', b'1', b'f', b'F', b'\n', b'-', b'x'] {
            let mut bytes = written.clone().into_bytes();
            if bytes[at] == other {
                continue;
            }
            bytes[at] = other;
            let read = CheckpointCopy::read(std::str::from_utf8(&bytes).unwrap());
            assert!(!read.is_some_and(|read| read.is_signed_by(&key)), "sign {at} as {other}");
        }
        assert_eq!(CheckpointCopy::read(&written[..at]), None, "cut off at {at}");
    }
    assert_eq!(CheckpointCopy::read(&format!("{written}\n")), None);
    assert_eq!(CheckpointCopy::read(&written.replace("\n10\n", "\n010\n")), None);
}

proptest! {
    // proves: P-16
    #[test]
    fn p16_no_text_crashes_the_reader_of_a_copied_checkpoint(
        text in ".{0,400}",
        at in any::<prop::sample::Index>(),
        end in any::<prop::sample::Index>(),
    ) {
        let _refused_or_not = CheckpointCopy::read(&text);
        static WRITTEN: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| copy().write());
        let mut written = WRITTEN.clone();
        let (at, end) = (at.index(written.len()), end.index(written.len()));
        written.replace_range(at.min(end)..at.max(end), &text);
        let read = CheckpointCopy::read(&written);
        prop_assert!(read.is_none_or(|read| read.write() == written));
    }
}

/// The copy lies outside the database, where anybody may have written: one text is one copy, and
/// any other is none.
// proves: P-16, P-08
#[test]
fn p16_no_spoiled_copy_of_a_checkpoint_is_read_as_another() {
    let key = SigningKey::from_seed(&[7; 32]);
    let day = Day::parse("2026-11-25").unwrap();
    let first = key.sign(3, [1; 32], day, None);
    let next = key.sign(9, [2; 32], day, Some(&first.signature));
    let copies = [
        CheckpointCopy { checkpoint: next, before: Some(first.signature) },
        CheckpointCopy { checkpoint: first, before: None },
    ];
    let dice = SeededDice::new(16);
    let pieces: [&[u8]; 8] = [b"\n", b"first", b"+9", b"0", b" ", b"\r\n", b"\xff", b"\0"];
    for round in 0..4_000 {
        let copy = &copies[round % 2];
        let mut bytes = copy.write().into_bytes();
        for _ in 0..=dice.below(3) {
            lexicon::chance::spoil(&mut bytes, &pieces, &dice);
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Some(read) = CheckpointCopy::read(&text) {
            assert_eq!(read.write(), text, "one spelling");
            assert_eq!(read.is_signed_by(&key.verifying()), read == *copy, "{text}");
        }
    }
}
