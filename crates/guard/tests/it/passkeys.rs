//! Passkeys: what counts and what does not.

use crate::soft_passkey::{Said, SoftPasskey, VERIFIED};
use guard::members::{
    Asked, CHALLENGE_S_MAX, Challenges, Cost, Making, OneTime, Party, PasskeyProof, PasskeyRefusal,
    SignInRefusal, StoredMember, StoredPasskey, Using, check_passkey, make_member, read_passkey,
    unlock_by_passkey,
};
use lexicon::chance::SeededDice;
use lexicon::ids::{OfficerId, PasskeyId};
use zeroize::Zeroizing;

const HOST: &str = "node.example";
const ORIGIN: &str = "https://node.example";
const NOW_S: i64 = 1_795_000_000;
/// Somebody is there; who, the device did not check.
const PRESENT: u8 = 1;
const DOOR: [u8; 16] = [0; 16];

struct Scene {
    dice: SeededDice,
    challenges: Challenges,
    party: Party,
    device: SoftPasskey,
    officer: OfficerId,
    stored: StoredPasskey,
}

impl Scene {
    fn new() -> Self {
        let dice = SeededDice::new(8);
        let challenges = Challenges::new(&dice);
        let party = Party { host: HOST.to_owned(), origin: ORIGIN.to_owned() };
        let mut device = SoftPasskey::new(7, HOST, ORIGIN);
        let officer = OfficerId::random(&dice);
        let asked =
            Asked { party: &party, challenges: &challenges, bound: *officer.bytes(), now_s: NOW_S };
        let said = device.make(&challenges.make(officer.bytes(), NOW_S, &dice));
        let new = read_passkey(&asked, &making(&said)).unwrap();
        assert_eq!(new.credential, device.credential);
        let stored = StoredPasskey {
            id: PasskeyId::random(&dice),
            officer,
            host: HOST.to_owned(),
            public_key: new.public_key,
            counter: new.counter,
            locked_secret: None,
        };
        Self { dice, challenges, party, device, officer, stored }
    }

    fn asked(&self, now_s: i64) -> Asked<'_> {
        Asked { party: &self.party, challenges: &self.challenges, bound: DOOR, now_s }
    }

    fn challenge(&self) -> Vec<u8> {
        self.challenges.make(&DOOR, NOW_S, &self.dice)
    }

    fn check(&self, said: &Said) -> Result<PasskeyProof, PasskeyRefusal> {
        check_passkey(&self.asked(NOW_S), &self.stored, &using(said), true)
    }

    fn refused(&self, said: &Said) -> PasskeyRefusal {
        self.check(said).err().expect("refused")
    }
}

fn making(said: &Said) -> Making<'_> {
    Making { client_data: &said.client_data, authenticator_data: &said.authenticator_data }
}

fn using(said: &Said) -> Using<'_> {
    Using {
        client_data: &said.client_data,
        authenticator_data: &said.authenticator_data,
        signature: &said.signature,
    }
}

// proves: P-06
#[test]
fn p06_a_passkey_counts_here_once_and_for_not_long() {
    let mut scene = Scene::new();
    let said = scene.device.sign(&scene.challenge());
    let late = NOW_S + CHALLENGE_S_MAX + 1;
    let old = check_passkey(&scene.asked(late), &scene.stored, &using(&said), true);
    assert_eq!(old.err(), Some(PasskeyRefusal::Challenge), "too old");
    let proof = scene.check(&said).unwrap();
    assert_eq!(said.credential, scene.device.credential);
    assert_eq!((proof.officer(), proof.counter()), (scene.officer, 1));
    assert_eq!(scene.refused(&said), PasskeyRefusal::Challenge, "replayed");
    let own = scene.challenges.make(scene.officer.bytes(), NOW_S, &scene.dice);
    let said = scene.device.sign(&own);
    assert_eq!(scene.refused(&said), PasskeyRefusal::Challenge, "made for another purpose");
    let said = scene.device.sign(&[1; 56]);
    assert_eq!(scene.refused(&said), PasskeyRefusal::Challenge, "not ours");
}

// proves: P-06
#[test]
fn p06_a_passkey_of_another_address_does_not_count() {
    let mut scene = Scene::new();
    scene.device.origin = "https://node.example.evil.example".to_owned();
    let said = scene.device.sign(&scene.challenge());
    assert_eq!(scene.refused(&said), PasskeyRefusal::Elsewhere, "a look-alike page");
    scene.device.origin = ORIGIN.to_owned();
    scene.device.host = "evil.example".to_owned();
    let said = scene.device.sign(&scene.challenge());
    assert_eq!(scene.refused(&said), PasskeyRefusal::Elsewhere, "a credential of elsewhere");
    scene.device.host = HOST.to_owned();
    scene.party.host = "evil.example".to_owned();
    let said = scene.device.sign(&scene.challenge());
    assert_eq!(scene.refused(&said), PasskeyRefusal::Elsewhere, "a header that lies");
}

// proves: P-06
#[test]
fn p06_a_changed_answer_an_unverified_holder_and_a_copy_do_not_count() {
    let mut scene = Scene::new();
    let said = scene.device.sign(&scene.challenge());
    for at in 0..said.signature.len() {
        let mut changed = said.clone();
        changed.signature[at] ^= 1;
        assert_eq!(scene.refused(&changed), PasskeyRefusal::Signature, "byte {at}");
    }
    let mut changed = said.clone();
    changed.authenticator_data[36] ^= 1;
    assert_eq!(scene.refused(&changed), PasskeyRefusal::Signature, "another counter");
    scene.device.flags = PRESENT;
    let said = scene.device.sign(&scene.challenge());
    assert_eq!(scene.refused(&said), PasskeyRefusal::NotVerified, "alone, without a check");
    let second = check_passkey(&scene.asked(NOW_S), &scene.stored, &using(&said), false);
    assert!(second.is_ok(), "beside a passphrase presence is enough");
    scene.device.flags = VERIFIED;
    scene.stored.counter = 40;
    let said = scene.device.sign(&scene.challenge());
    assert_eq!(scene.refused(&said), PasskeyRefusal::Copied);
    let mut other = SoftPasskey::new(9, HOST, ORIGIN);
    let said = other.sign(&scene.challenge());
    assert_eq!(scene.refused(&said), PasskeyRefusal::Signature, "another device");
}

// proves: P-06, P-16
#[test]
fn p16_what_a_device_says_is_read_with_limits() {
    let mut scene = Scene::new();
    let challenge = scene.challenges.make(&DOOR, NOW_S, &scene.dice);
    let good = scene.device.make(&challenge);
    let used = scene.device.sign(&challenge);
    let read = |said: &Said| read_passkey(&scene.asked(NOW_S), &making(said));
    for length in 0..good.authenticator_data.len() {
        let mut cut = good.clone();
        cut.authenticator_data.truncate(length);
        assert!(read(&cut).is_err(), "cut at {length}");
    }
    let mut long = good.clone();
    long.authenticator_data.resize(5_000, 0);
    assert_eq!(read(&long), Err(PasskeyRefusal::Form));
    let mut other = good.clone();
    other.client_data = b"[]".to_vec();
    assert_eq!(read(&other), Err(PasskeyRefusal::Form));
    assert_eq!(read(&used), Err(PasskeyRefusal::Form), "a use is no making");
    assert!(read(&good).is_ok());
    assert_eq!(read(&good), Err(PasskeyRefusal::Challenge), "made twice from one challenge");
}

// proves: P-06, P-12
#[test]
fn p12_what_a_passkey_gives_opens_its_own_copy_of_the_secret_and_no_other() {
    let mut scene = Scene::new();
    let new = make_member(&scene.officer, ("M", "a"), "long passphrase", Cost::CHEAP, &scene.dice);
    let new = new.unwrap();
    let given = Zeroizing::new(scene.device.given);
    let id = scene.stored.id;
    let locked = new.secret.lock_by_passkey(&scene.officer, &id, &given, &scene.dice).unwrap();
    let said = scene.device.sign(&scene.challenge());
    let proof = scene.check(&said).unwrap();
    let none = unlock_by_passkey(&scene.stored, &given, &proof).err();
    assert_eq!(none, Some(SignInRefusal::Refused), "a second proof opens nothing alone");
    let stored = StoredPasskey { locked_secret: Some(locked), ..scene.stored.clone() };
    assert_eq!(unlock_by_passkey(&stored, &given, &proof).unwrap().public(), new.public);
    let other = Zeroizing::new([1; 32]);
    assert!(unlock_by_passkey(&stored, &other, &proof).is_err(), "other bytes");
    let moved = StoredPasskey { id: PasskeyId::random(&scene.dice), ..stored.clone() };
    assert!(unlock_by_passkey(&moved, &given, &proof).is_err(), "pasted into another row");
    let officer = OfficerId::random(&scene.dice);
    let moved = StoredPasskey { officer, ..stored };
    assert!(unlock_by_passkey(&moved, &given, &proof).is_err(), "another officer's");
}

// proves: P-06
#[test]
fn p06_a_passkey_stands_for_the_code_of_its_own_officer_only() {
    let mut scene = Scene::new();
    let said = scene.device.sign(&scene.challenge());
    let proof = scene.check(&said).unwrap();
    let sign_in = |officer: OfficerId, passphrase: &str| {
        let new = make_member(&officer, ("M", "a"), "long passphrase", Cost::CHEAP, &scene.dice);
        let new = new.unwrap();
        let stored = StoredMember {
            officer,
            locked_secret: new.locked_secret,
            totp_sealed: new.totp_sealed,
            last_step: 3,
        };
        let second = OneTime::Passkey(&proof);
        guard::members::sign_in(Some(&stored), passphrase, second, NOW_S, Cost::CHEAP)
    };
    assert_eq!(sign_in(scene.officer, "long passphrase").unwrap().1, 3, "no step is used");
    assert!(sign_in(scene.officer, "other passphrase").is_err());
    assert!(sign_in(OfficerId::random(&scene.dice), "long passphrase").is_err());
}
