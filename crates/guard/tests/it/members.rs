//! Passphrases, one-time codes and the keys of desks.

use guard::Unlocked;
use guard::members::{
    Cost, DeskWrap, MemberSecret, NewMember, OneTime, SignInRefusal, StoredMember, make_desk,
    make_member, make_passphrase, rotate_desk, wrap_desk,
};
use guard::seal::{DataKey, Place, SealError};
use lexicon::chance::SeededDice;
use lexicon::ids::{DeskId, OfficerId};

const NOW_S: i64 = 1_795_000_015;
const PASSPHRASE: &str = "correct horse battery";

fn member(seed: u64) -> (OfficerId, NewMember, SeededDice) {
    let dice = SeededDice::new(seed);
    let id = OfficerId::random(&dice);
    let new = make_member(&id, ("Mangrove", "a.diop"), PASSPHRASE, Cost::CHEAP, &dice).unwrap();
    (id, new, dice)
}

fn stored(id: OfficerId, new: &NewMember) -> StoredMember {
    StoredMember {
        officer: id,
        locked_secret: new.locked_secret.clone(),
        totp_sealed: new.totp_sealed.clone(),
        last_step: 0,
    }
}

fn sign_in(
    stored: Option<&StoredMember>,
    passphrase: &str,
    code: &str,
    now_s: i64,
    cost: Cost,
) -> Result<(MemberSecret, u64), SignInRefusal> {
    guard::members::sign_in(stored, passphrase, OneTime::Code(code), now_s, cost)
}

/// The code an authenticator app shows: computed here from the address alone.
fn code(new: &NewMember, now_s: i64) -> String {
    let totp = totp_rs::Totp::from_url_unchecked(new.totp_address.as_str()).unwrap();
    totp.generate(u64::try_from(now_s).unwrap()).to_string()
}

#[test]
fn a_member_signs_in_with_passphrase_and_code() {
    let (id, new, _) = member(1);
    let row = stored(id, &new);
    let (secret, step) =
        sign_in(Some(&row), PASSPHRASE, &code(&new, NOW_S), NOW_S, Cost::CHEAP).unwrap();
    assert_eq!(secret.public(), new.public);
    assert_eq!(step, u64::try_from(NOW_S).unwrap() / 30);
}

#[test]
fn wrong_passphrase_wrong_code_and_unknown_name_are_told_alike() {
    let (id, new, _) = member(2);
    let row = stored(id, &new);
    let good = code(&new, NOW_S);
    let refused = Some(SignInRefusal::Refused);
    let tries = [
        (Some(&row), "correct horse batterx", good.as_str()),
        (Some(&row), "", good.as_str()),
        (Some(&row), PASSPHRASE, "000000"),
        (Some(&row), PASSPHRASE, ""),
        (None, PASSPHRASE, good.as_str()),
    ];
    for (row, passphrase, code) in tries {
        let answer = sign_in(row, passphrase, code, NOW_S, Cost::CHEAP);
        assert_eq!(answer.err(), refused, "{passphrase:?} {code:?}");
    }
    let long = "x".repeat(1_000_000);
    assert_eq!(sign_in(Some(&row), &long, &good, NOW_S, Cost::CHEAP).err(), refused);
}

#[test]
fn an_unknown_name_does_the_work_of_a_known_one() {
    // A cost that Argon2 refuses shows that the hash is really computed.
    let impossible = Cost { memory_kib: 1, passes: 0 };
    let answer = sign_in(None, PASSPHRASE, "123456", NOW_S, impossible);
    assert_eq!(answer.err(), Some(SignInRefusal::Damaged));
}

#[test]
fn a_code_is_taken_one_step_early_or_late_and_never_twice() {
    let (id, new, _) = member(3);
    let row = stored(id, &new);
    for (offset, fits) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
        let code = code(&new, NOW_S + offset);
        let answer = sign_in(Some(&row), PASSPHRASE, &code, NOW_S, Cost::CHEAP);
        assert_eq!(answer.is_ok(), fits, "{offset} s");
    }
    let code = code(&new, NOW_S);
    let (_, step) = sign_in(Some(&row), PASSPHRASE, &code, NOW_S, Cost::CHEAP).unwrap();
    let used = StoredMember { last_step: step, ..row };
    let again = sign_in(Some(&used), PASSPHRASE, &code, NOW_S, Cost::CHEAP);
    assert_eq!(again.err(), Some(SignInRefusal::Refused), "the same code again");
}

// proves: P-16
#[test]
fn p16_a_damaged_locked_secret_is_refused_whole() {
    let (id, new, _) = member(4);
    let row = stored(id, &new);
    let code = code(&new, NOW_S);
    for at in 0..row.locked_secret.len() {
        let mut changed = row.clone();
        changed.locked_secret[at] ^= 0x80;
        let answer = sign_in(Some(&changed), PASSPHRASE, &code, NOW_S, Cost::CHEAP);
        assert!(answer.is_err(), "byte {at}");
        changed.locked_secret.truncate(at);
        assert!(sign_in(Some(&changed), PASSPHRASE, &code, NOW_S, Cost::CHEAP).is_err());
    }
    let moved = StoredMember { officer: OfficerId::from_bytes([7; 16]), ..row };
    assert!(sign_in(Some(&moved), PASSPHRASE, &code, NOW_S, Cost::CHEAP).is_err(), "another row");
}

#[test]
fn a_new_passphrase_opens_and_the_old_one_no_longer() {
    let (id, new, dice) = member(5);
    let locked = new.secret.lock_again(&id, "another passphrase", Cost::CHEAP, &dice).unwrap();
    let row = StoredMember { locked_secret: locked, ..stored(id, &new) };
    let code = code(&new, NOW_S);
    assert!(sign_in(Some(&row), PASSPHRASE, &code, NOW_S, Cost::CHEAP).is_err());
    assert!(sign_in(Some(&row), "another passphrase", &code, NOW_S, Cost::CHEAP).is_ok());
}

#[test]
fn a_made_passphrase_has_six_words_and_is_never_the_same() {
    let dice = SeededDice::new(6);
    let (one, two) = (make_passphrase(&dice), make_passphrase(&dice));
    assert_eq!(one.split('-').count(), 6, "{one}");
    assert_ne!(one, two);
}

// proves: P-11, row 8.5
#[test]
fn what_is_sealed_to_a_desk_opens_for_its_members_and_for_nobody_else() {
    let dice = SeededDice::new(7);
    let desk = DeskId::random(&dice);
    let new = make_desk(&dice);
    let public = new.public;
    let (anna, bo, eve) = (member(8), member(9), member(10));
    let wrap = |m: &(OfficerId, NewMember, SeededDice)| DeskWrap {
        desk,
        key_version: 1,
        wrap: wrap_desk(&desk, &new, (&m.0, &m.1.public), &dice).unwrap().into_bytes(),
    };
    let (anna_wrap, bo_wrap) = (wrap(&anna), wrap(&bo));
    let key = DataKey::random(&dice);
    let place = Place::wrap(&[1; 16], "content", desk.bytes(), 1);
    let sealed = key.wrap_to(&public, &place, &dice).unwrap();

    let stolen = Unlocked::open(eve.0, eve.1.secret, std::slice::from_ref(&anna_wrap));
    assert_eq!(stolen.err(), Some(SealError::DoesNotOpen), "another member's wrap");
    let anna = Unlocked::open(anna.0, anna.1.secret, &[anna_wrap]).unwrap();
    let bo = Unlocked::open(bo.0, bo.1.secret, &[bo_wrap]).unwrap();
    for member in [&anna, &bo] {
        assert!(member.data_key(&[1; 16], "content", (desk, 1), sealed.as_bytes()).is_ok());
        let other = DeskId::random(&dice);
        let no = member.data_key(&[1; 16], "content", (other, 1), sealed.as_bytes());
        assert_eq!(no.err(), Some(SealError::NoKey));
    }
}

#[test]
fn a_member_who_left_cannot_open_what_is_sealed_after() {
    let dice = SeededDice::new(11);
    let desk = DeskId::random(&dice);
    let first = make_desk(&dice);
    let (stays, leaves) = (member(12), member(13));
    let wrap = |new: &guard::members::NewDesk, m: &(OfficerId, NewMember, SeededDice)| DeskWrap {
        desk,
        key_version: new.key_version,
        wrap: wrap_desk(&desk, new, (&m.0, &m.1.public), &dice).unwrap().into_bytes(),
    };
    let (old_stays, old_leaves) = (wrap(&first, &stays), wrap(&first, &leaves));
    let second = rotate_desk(first.key_version, &dice);
    assert_eq!(second.key_version, 2);
    let new_stays = wrap(&second, &stays);
    let place = Place::wrap(&[1; 16], "content", desk.bytes(), 2);
    let sealed = DataKey::random(&dice).wrap_to(&second.public, &place, &dice).unwrap();

    let left = Unlocked::open(leaves.0, leaves.1.secret, &[old_leaves]).unwrap();
    assert!(left.data_key(&[1; 16], "content", (desk, 2), sealed.as_bytes()).is_err());
    let stays = Unlocked::open(stays.0, stays.1.secret, &[old_stays, new_stays]).unwrap();
    assert!(stays.data_key(&[1; 16], "content", (desk, 2), sealed.as_bytes()).is_ok());

    // A new member is let in by one who is signed in, to every version.
    let joins = member(14);
    let wraps = stays.wrap_for_member(desk, (&joins.0, &joins.1.public), &dice).unwrap();
    let joins = Unlocked::open(joins.0, joins.1.secret, &wraps).unwrap();
    assert_eq!(joins.desks().count(), 2);
    assert!(joins.data_key(&[1; 16], "content", (desk, 2), sealed.as_bytes()).is_ok());
}
