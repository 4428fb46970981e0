//! P-05 and P-06: nothing is opened without a warrant for it, nor before its leaf is kept.

use crate::world::{Page, STATED_AND_FRESH, clock, ledger_keys, officer, thing, unlocked};
use guard::consent::{Agreement, prove};
use guard::gate::Circumstances;
use guard::ledger::{Book, LedgerKeys, PersonOpening, Way};
use guard::seal::{DataKey, Place, SealError, Sealed};
use guard::{Action, DeskKind, Gate, Kind, Opening, Reason, Role, Thing, Warrant, open_person};
use lexicon::Sphere;
use lexicon::chance::SeededDice;
use lexicon::ids::DeskId;
use lexicon::{Clock, Dice};

/// Opens as the workflow does: a person alone, everything else plainly.
fn open(
    warrant: Warrant,
    reason: &Reason,
    keys: &LedgerKeys,
    book: &mut dyn Book,
    clock: &dyn Clock,
    dice: &dyn Dice,
) -> Result<Opening, SealError> {
    if warrant.kind() != Kind::Person {
        return guard::open(warrant, reason, keys, book, clock, dice);
    }
    let person = PersonOpening { way: Way::Alone, slot: Some((1, 20)), alarm: None };
    open_person(warrant, (reason, person), keys, book, (clock, dice))
}

// proves: P-06, P-07
#[test]
fn p07_a_person_is_opened_by_a_right_that_the_warrant_bears_and_never_plainly() {
    let s = scene();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let minted = |action, is_assigned| {
        let asked = Thing { is_assigned, ..person() };
        s.gate.decide_in(&caseworker, action, &asked, STATED_AND_FRESH, &clock()).unwrap()
    };
    let mut page = Page::default();
    let plain = minted(Action::PersonOpen, true);
    let no = guard::open(plain, &reason(), &s.keys, &mut page, &clock(), &s.dice);
    assert_eq!(no.err(), Some(SealError::WrongThing), "no opening of a person without a way");
    let cases = [
        (Action::PersonOpen, true, Way::Assigned, true),
        (Action::PersonOpen, false, Way::Assigned, false),
        (Action::PersonOpen, false, Way::SecondYes, true),
        (Action::PersonOpen, false, Way::BreakGlass, false),
        (Action::PersonBreakGlass, false, Way::BreakGlass, true),
        (Action::PersonBreakGlass, true, Way::Assigned, false),
        (Action::PersonBreakGlass, false, Way::Alone, false),
    ];
    for (action, is_assigned, way, fits) in cases {
        let warrant = minted(action, is_assigned);
        let how = PersonOpening { way, slot: None, alarm: None };
        let around: (&dyn Clock, &dyn Dice) = (&clock(), &s.dice);
        let opened = open_person(warrant, (&reason(), how), &s.keys, &mut page, around);
        assert_eq!(opened.is_ok(), fits, "{action:?} {is_assigned} {way:?}");
    }
}

fn reason() -> Reason {
    Reason { code: "assigned-work", note: "she asked to be called".to_owned() }
}

struct Scene {
    gate: Gate,
    dice: SeededDice,
    oversight: guard::Unlocked,
    keys: guard::ledger::LedgerKeys,
    key: DataKey,
    sealed: Sealed,
}

fn person_place(thing: &[u8; 16]) -> Place<'static> {
    Place::cell("persons", thing, "sealed_identity", thing)
}

fn scene() -> Scene {
    let dice = SeededDice::new(5);
    let desk = DeskId::from_bytes([8; 16]);
    let (oversight, public) = unlocked(desk, &dice);
    let key = DataKey::random(&dice);
    let sealed = key.seal(&person_place(&[9; 16]), b"Amina Diallo", &dice).unwrap();
    let gate = Gate::new().unwrap();
    Scene { gate, dice, oversight, keys: ledger_keys((desk, public)), key, sealed }
}

fn person() -> Thing {
    Thing { is_assigned: true, ..thing(Kind::Person, Sphere::Help, true) }
}

// proves: P-05, P-06
#[test]
fn p05_the_leaf_is_in_the_book_before_the_name_is_seen() {
    let s = scene();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let warrant = s
        .gate
        .decide_in(&caseworker, Action::PersonOpen, &person(), STATED_AND_FRESH, &clock())
        .unwrap();
    let mut page = Page::default();
    let opening = open(warrant, &reason(), &s.keys, &mut page, &clock(), &s.dice).unwrap();
    assert_eq!(page.leaves.len(), 1, "the leaf is there before anything is unsealed");
    let early = opening.unseal(&s.key, &person_place(&[9; 16]), &s.sealed).unwrap();
    let late = opening.unseal(&s.key, &person_place(&[9; 16]), &s.sealed).unwrap();
    assert!(early.take().is_err(), "not before the commit");
    page.commit();
    assert_eq!(late.take().unwrap().show(), "Amina Diallo");
    let entry = page.leaves[0].opening.clone().unwrap();
    assert_eq!((entry.officer, entry.thing_kind, entry.thing), (caseworker.id, "person", [9; 16]));
}

// proves: P-05, row 8.4
#[test]
fn p05_oversight_reads_who_opened_what_and_why() {
    let s = scene();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let warrant = s
        .gate
        .decide_in(&caseworker, Action::PersonOpen, &person(), STATED_AND_FRESH, &clock())
        .unwrap();
    let mut page = Page::default();
    drop(open(warrant, &reason(), &s.keys, &mut page, &clock(), &s.dice).unwrap());
    let leaf = page.leaves[0].stored.clone();
    let plain = String::from_utf8_lossy(&leaf.sealed_event).into_owned();
    assert!(!plain.contains("person.open") && !plain.contains("called"), "sealed at rest");

    let reader = officer(DeskKind::Oversight, Role::Oversight);
    let ledger =
        Thing::standing(Kind::Ledger, guard::ledger::LEDGER, reader.desk, Sphere::Oversight);
    let warrant = s.gate.decide(&reader, Action::LedgerView, &ledger, &clock()).unwrap();
    let mut page = Page::default();
    let opening = open(warrant, &reason(), &s.keys, &mut page, &clock(), &s.dice).unwrap();
    let event = leaf.open(&opening, &s.oversight).unwrap();
    assert_eq!(event.action, "person.open");
    assert_eq!(event.officer, Some(caseworker.id));
    assert_eq!(event.reason, "assigned-work");
    assert_eq!(event.note, "she asked to be called");
}

// proves: P-06
#[test]
fn p06_a_warrant_opens_one_thing_for_a_minute_and_only_by_an_action_that_opens() {
    let s = scene();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let ask = |action: Action, clock: &lexicon::chance::FixedClock| {
        let thing = Thing { is_assigned: true, ..thing(action.kind(), Sphere::Help, true) };
        s.gate.decide_in(&caseworker, action, &thing, STATED_AND_FRESH, clock).unwrap()
    };
    let at = clock();
    let warrant = ask(Action::PersonOpen, &at);
    at.advance_s(60);
    let late = open(warrant, &reason(), &s.keys, &mut Page::default(), &at, &s.dice);
    assert_eq!(late.err(), Some(SealError::WrongThing), "a minute later");

    let warrant = ask(Action::PersonOpen, &at);
    at.advance_s(-1);
    let early = open(warrant, &reason(), &s.keys, &mut Page::default(), &at, &s.dice);
    assert_eq!(early.err(), Some(SealError::WrongThing), "a clock set back");

    for action in [Action::HintList, Action::CaseList, Action::HintTriage, Action::PersonCreate] {
        let warrant = ask(action, &at);
        let no = open(warrant, &reason(), &s.keys, &mut Page::default(), &at, &s.dice);
        assert_eq!(no.err(), Some(SealError::WrongThing), "{action:?}");
    }

    let other = s.key.seal(&person_place(&[7; 16]), b"another", &s.dice).unwrap();
    let opening =
        open(ask(Action::PersonOpen, &at), &reason(), &s.keys, &mut Page::default(), &at, &s.dice)
            .unwrap();
    let no = opening.unseal(&s.key, &person_place(&[7; 16]), &other);
    assert_eq!(no.err(), Some(SealError::WrongThing), "another person");
    assert!(opening.unseal(&s.key, &person_place(&[9; 16]), &s.sealed).is_ok());
}

// proves: P-06
#[test]
fn p06_no_warrant_is_minted_for_a_thing_of_another_kind() {
    let gate = Gate::new().unwrap();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    for (action, kind) in [
        (Action::HintOpen, Kind::Case),
        (Action::CaseOpen, Kind::Hint),
        (Action::SliceOpen, Kind::Person),
        (Action::OwnSettings, Kind::Ledger),
    ] {
        let thing = thing(kind, Sphere::Help, true);
        assert!(gate.decide(&caseworker, action, &thing, &clock()).is_err(), "{action:?} {kind:?}");
        assert!(!gate.allows(&caseworker, action, &thing), "{action:?} {kind:?}");
    }
}

// proves: P-06
#[test]
fn p06_what_is_compared_or_sealed_again_is_of_the_opened_thing_only() {
    let s = scene();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let at = clock();
    let warrant = s
        .gate
        .decide_in(&caseworker, Action::PersonOpen, &person(), STATED_AND_FRESH, &at)
        .expect("a warrant");
    let opening = open(warrant, &reason(), &s.keys, &mut Page::default(), &at, &s.dice).unwrap();
    let (own, others) = (person_place(&[9; 16]), person_place(&[7; 16]));
    let sealed = || Sealed::from_bytes(s.sealed.as_bytes().to_vec());
    let other = || s.key.seal(&others, b"another", &s.dice).unwrap();
    assert_eq!(opening.holds(&s.key, &own, &s.sealed, b"Amina Diallo"), Ok(true));
    assert_eq!(opening.holds(&s.key, &own, &s.sealed, b"Amina"), Ok(false));
    let no = opening.holds(&s.key, &others, &other(), b"another");
    assert_eq!(no, Err(SealError::WrongThing), "whether another person is called so");
    let no = opening.reseal(&s.key, &[(others, other())], &own, &s.dice);
    assert_eq!(no.err(), Some(SealError::WrongThing), "another's words into this thing");
    let no = opening.reseal(&s.key, &[(own, sealed())], &others, &s.dice);
    assert_eq!(no.err(), Some(SealError::WrongThing), "these words into another thing");
    let twice = [(own, sealed()), (own, sealed())];
    let joined = opening.reseal(&s.key, &twice, &own, &s.dice).unwrap();
    assert_eq!(opening.holds(&s.key, &own, &joined, b"Amina Diallo\n\nAmina Diallo"), Ok(true));
}

// proves: P-02
#[test]
fn p02_only_a_live_agreement_proves_that_a_person_agreed() {
    let s = scene();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let at = clock();
    let ask = || {
        let asked =
            s.gate.decide_in(&caseworker, Action::PersonOpen, &person(), STATED_AND_FRESH, &at);
        asked.expect("a warrant")
    };
    let today = lexicon::Clock::today(&at);
    let recipient = DeskId::from_bytes([4; 16]);
    let agreed = |given: i64, until: Option<i64>, is_withdrawn| Agreement {
        recipient,
        given_on: today.plus_days(given),
        until: until.map(|days| today.plus_days(days)),
        is_withdrawn,
    };
    for (agreement, is_proof, why) in [
        (agreed(0, None, false), true, "given today, until withdrawn"),
        (agreed(-9, Some(0), false), true, "its last day"),
        (agreed(-9, Some(-1), false), false, "ended yesterday"),
        (agreed(1, None, false), false, "begins tomorrow"),
        (agreed(-9, None, true), false, "withdrawn"),
    ] {
        let proof = prove(&ask(), &agreement, &at);
        assert_eq!(proof.is_some(), is_proof, "{why}");
        if let Some(proof) = proof {
            assert_eq!((*proof.thing(), proof.recipient()), (person().id, recipient));
        }
    }
    let old = ask();
    at.advance_s(61);
    assert!(prove(&old, &agreed(-1, None, false), &at).is_none(), "with a warrant that has ended");
}

// proves: P-06
#[test]
fn p06_a_warrant_is_spent_on_its_own_action_and_thing_only() {
    let gate = Gate::new().unwrap();
    let triage = officer(DeskKind::Coordination, Role::Triage);
    let hint = thing(Kind::Hint, Sphere::Help, true);
    let mint = || gate.decide(&triage, Action::HintTriage, &hint, &clock()).unwrap();
    assert!(mint().spend(Action::HintTriage, &hint.id, &clock()));
    assert!(!mint().spend(Action::HintAnswer, &hint.id, &clock()));
    assert!(!mint().spend(Action::HintTriage, &[1; 16], &clock()));
    let later = clock();
    later.advance_s(60);
    assert!(!mint().spend(Action::HintTriage, &hint.id, &later));
}

// proves: P-06
#[test]
fn p06_an_identity_needs_reason_fresh_proof_own_desk_and_live_case() {
    let gate = Gate::new().unwrap();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let ask = |thing: &Thing, has_reason, is_fresh| {
        let circumstances = Circumstances { has_reason, is_fresh };
        gate.decide_in(&caseworker, Action::PersonOpen, thing, circumstances, &clock())
            .err()
            .map(|denial| denial.policy.unwrap_or_default())
    };
    assert_eq!(ask(&person(), true, true), None);
    let needs = Some("identity-needs-reason-and-fresh-proof".to_owned());
    assert_eq!(ask(&person(), false, true), needs);
    assert_eq!(ask(&person(), true, false), needs);
    let elsewhere = thing(Kind::Person, Sphere::Help, false);
    assert_eq!(ask(&elsewhere, true, true), Some("other-desk-holds-it".to_owned()));
    let closed = Thing { state: "closed".to_owned(), ..person() };
    assert_eq!(ask(&closed, true, true), Some("identity-needs-a-live-case".to_owned()));
}

// proves: P-16
#[test]
fn p16_a_note_that_is_too_long_is_refused_and_nothing_is_opened() {
    let s = scene();
    let caseworker = officer(DeskKind::Shelter, Role::Caseworker);
    let warrant = s
        .gate
        .decide_in(&caseworker, Action::PersonOpen, &person(), STATED_AND_FRESH, &clock())
        .unwrap();
    let long = Reason { code: "assigned-work", note: "x".repeat(2_001) };
    let mut page = Page::default();
    let no = open(warrant, &long, &s.keys, &mut page, &clock(), &s.dice);
    assert_eq!(no.err(), Some(SealError::CannotSeal));
    assert!(page.leaves.is_empty());
}
