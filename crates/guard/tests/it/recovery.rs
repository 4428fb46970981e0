//! A desk comes back to its key: custodians, and a sealed paper.

use guard::Unlocked;
use guard::members::{
    Cost, DeskWrap, NewMember, NewRecovery, OneTime, PAPER_WORDS, Recovered, RecoveryRefusal,
    SealedShare, SharePlace, StoredMember, make_desk, make_member, rotate_desk, sign_in, wrap_desk,
    wrap_for_recovery,
};
use guard::seal::PublicKey;
use lexicon::chance::SeededDice;
use lexicon::ids::{DeskId, OfficerId, RecoveryId};

struct Somebody {
    id: OfficerId,
    public: PublicKey,
    unlocked: Unlocked,
}

struct Scene {
    dice: SeededDice,
    desk: DeskId,
    /// Holds two versions of the desk's key.
    member: Somebody,
    custodians: Vec<Somebody>,
    /// Got a new sheet and holds nothing.
    new: Somebody,
    stored: StoredMember,
}

fn somebody(
    dice: &SeededDice,
    wraps: impl FnOnce(OfficerId, &NewMember) -> Vec<DeskWrap>,
) -> Somebody {
    let id = OfficerId::random(dice);
    let new = make_member(&id, ("M", "a"), "a passphrase", Cost::CHEAP, dice).unwrap();
    let (public, wraps) = (new.public, wraps(id, &new));
    Somebody { id, public, unlocked: Unlocked::open(id, new.secret, &wraps).unwrap() }
}

impl Scene {
    fn new(seed: u64) -> Self {
        let dice = SeededDice::new(seed);
        let desk = DeskId::random(&dice);
        let first = make_desk(&dice);
        let second = rotate_desk(1, &dice);
        let member = somebody(&dice, |id, new| {
            [&first, &second]
                .map(|key| DeskWrap {
                    desk,
                    key_version: key.key_version,
                    wrap: wrap_desk(&desk, key, (&id, &new.public), &dice).unwrap().into_bytes(),
                })
                .to_vec()
        });
        let custodians = (0..3).map(|_| somebody(&dice, |_, _| Vec::new())).collect();
        let mut stored = None;
        let new = somebody(&dice, |officer, new| {
            let (locked_secret, totp_sealed) = (new.locked_secret.clone(), new.totp_sealed.clone());
            stored = Some(StoredMember { officer, locked_secret, totp_sealed, last_step: 0 });
            Vec::new()
        });
        Self { dice, desk, member, custodians, new, stored: stored.unwrap() }
    }

    fn keys(&self) -> Vec<(OfficerId, PublicKey)> {
        self.custodians.iter().map(|c| (c.id, c.public)).collect()
    }

    fn set_up(&self) -> (RecoveryId, NewRecovery, Vec<SealedShare>) {
        let id = RecoveryId::random(&self.dice);
        let new = NewRecovery::to_split(id, self.desk, &self.dice);
        let shares = new.split(2, &self.keys(), &self.dice).unwrap();
        (id, new, shares)
    }

    fn release(&self, id: RecoveryId, shares: &[SealedShare]) -> Vec<(SharePlace, Vec<u8>)> {
        let released = shares.iter().zip(&self.custodians).map(|(share, custodian)| {
            let to = (&self.new.id, &self.new.public);
            let place = place(id, share);
            let sealed =
                custodian.unlocked.release_share(&place, &share.sealed, to, &self.dice).unwrap();
            (place, sealed)
        });
        released.collect()
    }
}

fn place(recovery: RecoveryId, share: &SealedShare) -> SharePlace {
    SharePlace { recovery, position: share.position, commitment: share.commitment }
}

/// The new member opens these versions of the desk's key: a wrap that did not fit is an error.
fn assert_opens(scene: &Scene, wraps: &[DeskWrap], versions: &[i64]) {
    let second = OneTime::LeftOutInDemonstration;
    let (secret, _) = sign_in(Some(&scene.stored), "a passphrase", second, 0, Cost::CHEAP).unwrap();
    let opened = Unlocked::open(scene.new.id, secret, wraps).unwrap();
    let found: Vec<_> = opened.desks().collect();
    let expected: Vec<_> = versions.iter().map(|version| (scene.desk, *version)).collect();
    assert_eq!(found, expected);
}

// proves: P-12, row 8.19
#[test]
fn row_8_19_two_of_three_custodians_give_every_version_of_the_key_back() {
    let scene = Scene::new(1);
    let (id, new, shares) = scene.set_up();
    let mut wraps: Vec<(i64, Vec<u8>)> = new
        .wraps(&scene.member.unlocked, &scene.dice)
        .unwrap()
        .into_iter()
        .map(|w| (w.key_version, w.wrap))
        .collect();
    // A member leaves later: the version made then needs nobody's secret.
    let third = rotate_desk(2, &scene.dice);
    let wrap = wrap_for_recovery(&id, &new.public(), &scene.desk, &third, &scene.dice).unwrap();
    wraps.push((3, wrap.into_bytes()));
    let public = new.public();
    drop(new);
    let released = scene.release(id, &shares);
    let unlocked = &scene.new.unlocked;
    for pair in [[0, 1], [0, 2], [1, 2], [2, 0]] {
        let two: Vec<_> = pair.iter().map(|n| released[*n].clone()).collect();
        let back = unlocked.put_together((scene.desk, &public), 2, &two).unwrap();
        let opened = back.open_desk(&wraps, (&scene.new.id, &scene.new.public), &scene.dice);
        assert_opens(&scene, &opened.unwrap(), &[1, 2, 3]);
    }
    for one in &released {
        let one = [one.clone()];
        let few = unlocked.put_together((scene.desk, &public), 2, &one);
        assert_eq!(few.err(), Some((0, RecoveryRefusal::TooFew)));
    }
}

// proves: P-12, row 8.19
#[test]
fn row_8_19_a_wrong_share_is_told_by_its_place_and_a_foreign_one_never_counts() {
    let scene = Scene::new(2);
    let (id, new, shares) = scene.set_up();
    let public = new.public();
    let mut released = scene.release(id, &shares);
    let together = |released: &[(SharePlace, Vec<u8>)]| {
        scene.new.unlocked.put_together((scene.desk, &public), 2, released).err()
    };
    let good = released.clone();
    released[1].1[40] ^= 1;
    assert_eq!(together(&released), Some((2, RecoveryRefusal::DoesNotOpen)), "changed");
    released[1] = (good[1].0, good[0].1.clone());
    assert_eq!(together(&released), Some((2, RecoveryRefusal::DoesNotOpen)), "another's share");
    let (other_id, _, other) = scene.set_up();
    let foreign = scene.release(other_id, &other);
    let mixed = [good[0].clone(), (good[1].0, foreign[1].1.clone())];
    assert_eq!(together(&mixed), Some((2, RecoveryRefusal::DoesNotOpen)), "of another desk");
    let mixed = [good[0].clone(), foreign[1].clone()];
    assert_eq!(together(&mixed), Some((0, RecoveryRefusal::OtherDesk)), "a foreign place");
    let wrong = SharePlace { commitment: [0; 32], ..good[0].0 };
    let mixed = [(wrong, good[0].1.clone()), good[1].clone()];
    assert_eq!(together(&mixed), Some((1, RecoveryRefusal::WrongShare)), "another commitment");
    let stranger = &scene.member.unlocked;
    let not_for = stranger.put_together((scene.desk, &public), 2, &good).err();
    assert_eq!(not_for, Some((1, RecoveryRefusal::DoesNotOpen)), "released to somebody else");
}

// proves: row 8.19
#[test]
fn row_8_19_a_custodian_shows_that_the_share_is_still_held() {
    let scene = Scene::new(3);
    let (id, _, shares) = scene.set_up();
    let [first, second, _] = scene.custodians.as_slice() else { panic!("three") };
    let own = place(id, &shares[0]);
    assert_eq!(first.unlocked.holds_share(&own, &shares[0].sealed), Ok(()));
    let not = second.unlocked.holds_share(&own, &shares[0].sealed);
    assert_eq!(not, Err(RecoveryRefusal::DoesNotOpen), "another's");
    let wrong = SharePlace { commitment: shares[1].commitment, ..own };
    assert_eq!(
        first.unlocked.holds_share(&wrong, &shares[0].sealed),
        Err(RecoveryRefusal::WrongShare)
    );
}

// proves: row 8.19
#[test]
fn row_8_19_fewer_than_two_of_three_are_never_enough() {
    let scene = Scene::new(4);
    let new = NewRecovery::to_split(RecoveryId::random(&scene.dice), scene.desk, &scene.dice);
    let keys = scene.keys();
    let check = |needed: usize, count: usize, is_good: bool| {
        let made = new.split(needed, &keys[..count], &scene.dice);
        assert_eq!(made.is_ok(), is_good, "{needed} of {count}");
    };
    check(2, 3, true);
    check(3, 3, true);
    check(1, 3, false);
    check(4, 3, false);
    check(2, 2, false);
    check(0, 0, false);
}

// proves: P-12, row 8.19
#[test]
fn row_8_19_a_sealed_paper_opens_its_own_desk_and_slips_of_the_pen_are_told() {
    let scene = Scene::new(5);
    let id = RecoveryId::random(&scene.dice);
    let (new, text) = NewRecovery::to_print(id, scene.desk, &scene.dice);
    let public = new.public();
    let wraps: Vec<(i64, Vec<u8>)> = new
        .wraps(&scene.member.unlocked, &scene.dice)
        .unwrap()
        .into_iter()
        .map(|w| (w.key_version, w.wrap))
        .collect();
    let around = (id, scene.desk, &public);
    let read = |text: &str| Recovered::from_paper(text, around);
    let back = read(&format!("  {} ", text.to_uppercase().replace(' ', "-"))).unwrap();
    let opened = back.open_desk(&wraps, (&scene.new.id, &scene.new.public), &scene.dice);
    assert_opens(&scene, &opened.unwrap(), &[1, 2]);
    let words: Vec<&str> = text.split(' ').collect();
    assert_eq!(words.len(), PAPER_WORDS);
    let mut swapped = words.clone();
    swapped.swap(0, 1);
    let told = read(&swapped.join(" ")).err();
    assert!(words[0] == words[1] || told == Some(RecoveryRefusal::PaperCheck), "{told:?}");
    for wrong in ["", "one two three", &words[..14].join(" "), &"a".repeat(500)] {
        assert_eq!(read(wrong).err(), Some(RecoveryRefusal::PaperWords), "{wrong}");
    }
    let (other, other_text) = NewRecovery::to_print(id, scene.desk, &scene.dice);
    drop(other);
    assert_eq!(read(&other_text).err(), Some(RecoveryRefusal::OtherDesk), "an older paper");
    let elsewhere = Recovered::from_paper(&text, (id, DeskId::random(&scene.dice), &public));
    assert_eq!(elsewhere.err(), Some(RecoveryRefusal::OtherDesk), "of another desk");
}
