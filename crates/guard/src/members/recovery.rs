//! How a desk comes back to its key when nobody of it can open it any more.
//!
//! A recovery key is drawn; every version of the desk's key is wrapped to its public half, also the
//! versions that are made later, which takes no secret. The secret half is either split among
//! custodians (Shamir, `k` of `n`), each share sealed to one custodian's key, or printed on a sheet
//! that lies in a safe. Neither is kept anywhere else, and no administrator holds a part.

use super::desk::unwrap_secret_at;
use super::{DeskWrap, MemberSecret, Unlocked};
use crate::receipts::{number, word};
use crate::seal::{Chance, Place, PublicKey, SealError, SecretKey, Wrap, derive_key, joined};
use blahaj::{Share, Sharks};
use lexicon::Dice;
use lexicon::ids::{DeskId, OfficerId, RecoveryId};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

/// Fewest custodians who together give the key back, and fewest of whom they are.
pub const NEEDED_MIN: usize = 2;
pub const CUSTODIANS_MIN: usize = 3;
/// Most custodians of one desk.
pub const CUSTODIANS_MAX: usize = 9;
/// Words of a sealed paper: 14 of chance (140 bits) and a check.
pub const PAPER_WORDS: usize = 15;

/// A recovery key just made, open in memory until it is split or printed.
pub struct NewRecovery {
    id: RecoveryId,
    desk: DeskId,
    secret: SecretKey,
}

/// One share, sealed to its custodian: a row of `recovery_shares`.
pub struct SealedShare {
    pub custodian: OfficerId,
    /// 1 for the first.
    pub position: u8,
    pub sealed: Vec<u8>,
    /// By which a wrong share is told apart from the right one.
    pub commitment: [u8; 32],
}

/// Where a share belongs: the recovery, its position, and what it must hash to.
#[derive(Clone, Copy, Debug)]
pub struct SharePlace {
    pub recovery: RecoveryId,
    pub position: u8,
    pub commitment: [u8; 32],
}

/// Why a share or a paper gives nothing back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryRefusal {
    #[error("the share does not open with this custodian's key")]
    DoesNotOpen,
    #[error("the share is not the one that was given to this custodian")]
    WrongShare,
    #[error("fewer shares than are needed")]
    TooFew,
    #[error("the key that comes out is not this desk's")]
    OtherDesk,
    #[error("a word of the paper is not known, or there are not 15")]
    PaperWords,
    #[error("the check word of the paper does not fit")]
    PaperCheck,
}

/// A recovery key given back. It opens every version of the desk's key, once.
pub struct Recovered {
    id: RecoveryId,
    desk: DeskId,
    secret: SecretKey,
}

impl NewRecovery {
    /// One to be split among custodians.
    pub fn to_split(id: RecoveryId, desk: DeskId, dice: &dyn Dice) -> Self {
        Self { id, desk, secret: SecretKey::random(dice) }
    }

    /// One that is printed: the key, and its words.
    pub fn to_print(id: RecoveryId, desk: DeskId, dice: &dyn Dice) -> (Self, Zeroizing<String>) {
        let numbers: Zeroizing<Vec<u16>> = Zeroizing::new(
            (1..PAPER_WORDS).map(|_| u16::try_from(dice.below(1_024)).unwrap_or(0)).collect(),
        );
        let mut words: Vec<String> = numbers.iter().map(|n| word(*n)).collect();
        words.push(word(check_of(&numbers)));
        let text = Zeroizing::new(words.join(" "));
        words.iter_mut().for_each(Zeroize::zeroize);
        (Self { id, desk, secret: paper_secret(&desk, &numbers) }, text)
    }

    pub fn public(&self) -> PublicKey {
        self.secret.public()
    }

    /// Splits the key: `needed` of the custodians together have it.
    ///
    /// # Errors
    /// [`SealError::CannotSeal`] for numbers that are not allowed, or a custodian's key that is no
    /// valid point.
    pub fn split(
        &self,
        needed: usize,
        custodians: &[(OfficerId, PublicKey)],
        dice: &dyn Dice,
    ) -> Result<Vec<SealedShare>, SealError> {
        let count = custodians.len();
        let is_allowed = (NEEDED_MIN..=count).contains(&needed)
            && (CUSTODIANS_MIN..=CUSTODIANS_MAX).contains(&count);
        let needed = u8::try_from(needed).map_err(|_| SealError::CannotSeal)?;
        if !is_allowed {
            return Err(SealError::CannotSeal);
        }
        let mut chance = Chance(dice);
        let shares = Sharks(needed).dealer_rng(self.secret.bytes(), &mut chance);
        let sealed = custodians.iter().zip(shares).map(|((custodian, public), share)| {
            let bytes = Zeroizing::new(Vec::from(&share));
            let (position, rest) = bytes.split_first().ok_or(SealError::CannotSeal)?;
            let rest: &[u8; 32] = rest.try_into().map_err(|_| SealError::CannotSeal)?;
            let place = share_place(&self.id, *position, custodian);
            Ok(SealedShare {
                custodian: *custodian,
                position: *position,
                sealed: public.wrap(rest, &place, dice)?.into_bytes(),
                commitment: commitment(&self.id, *position, rest),
            })
        });
        sealed.collect()
    }

    /// Wraps every version of the desk's key that a session has open to this recovery key: rows of
    /// `recovery_wraps`.
    ///
    /// # Errors
    /// [`SealError::NoKey`] when the session has none of this desk.
    pub fn wraps(&self, unlocked: &Unlocked, dice: &dyn Dice) -> Result<Vec<DeskWrap>, SealError> {
        let (desk, id, public) = (self.desk, self.id, self.public());
        unlocked.wrap_at(desk, &public, |version| wrap_place(&id, &desk, version), dice)
    }
}

/// Wraps a new version of a desk's key to a recovery key, whose secret nobody needs for it.
///
/// # Errors
/// [`SealError::CannotSeal`] when the public key is no valid point.
pub fn wrap_for_recovery(
    id: &RecoveryId,
    public: &PublicKey,
    desk: &DeskId,
    new: &super::NewDesk,
    dice: &dyn Dice,
) -> Result<Wrap, SealError> {
    new.secret.wrap_to(public, &wrap_place(id, desk, new.key_version), dice)
}

impl Unlocked {
    /// Whether this member still holds the share, by its commitment. Nothing leaves this function.
    ///
    /// # Errors
    /// [`RecoveryRefusal::DoesNotOpen`] or [`RecoveryRefusal::WrongShare`].
    pub fn holds_share(&self, share: &SharePlace, sealed: &[u8]) -> Result<(), RecoveryRefusal> {
        self.open_share(share, sealed).map(drop)
    }

    /// Seals the member's own share anew, to the officer who asked for the desk's recovery.
    ///
    /// # Errors
    /// As [`Unlocked::holds_share`].
    pub fn release_share(
        &self,
        share: &SharePlace,
        sealed: &[u8],
        (officer, public): (&OfficerId, &PublicKey),
        dice: &dyn Dice,
    ) -> Result<Vec<u8>, RecoveryRefusal> {
        let bytes = self.open_share(share, sealed)?;
        let place = release_place(&share.recovery, share.position, officer);
        let wrap = public.wrap(&bytes, &place, dice).map_err(|_| RecoveryRefusal::DoesNotOpen)?;
        Ok(wrap.into_bytes())
    }

    fn open_share(
        &self,
        share: &SharePlace,
        sealed: &[u8],
    ) -> Result<Zeroizing<[u8; 32]>, RecoveryRefusal> {
        let place = share_place(&share.recovery, share.position, &self.officer());
        let bytes = open_bytes(self.member(), sealed, &place)?;
        is_share(share, &bytes)?;
        Ok(bytes)
    }

    /// Puts released shares together. The first fault of a share names its position.
    ///
    /// # Errors
    /// The position of the share that is wrong, or 0, and why.
    pub fn put_together(
        &self,
        (desk, public): (DeskId, &PublicKey),
        needed: usize,
        released: &[(SharePlace, Vec<u8>)],
    ) -> Result<Recovered, (u8, RecoveryRefusal)> {
        let mut shares = Vec::new();
        let mut id = None;
        for (share, sealed) in released {
            let place = release_place(&share.recovery, share.position, &self.officer());
            let opened = open_bytes(self.member(), sealed, &place);
            let bytes = opened.map_err(|refusal| (share.position, refusal))?;
            is_share(share, &bytes).map_err(|refusal| (share.position, refusal))?;
            let whole = Zeroizing::new([&[share.position][..], bytes.as_slice()].concat());
            let whole = Share::try_from(whole.as_slice());
            shares.push(whole.map_err(|_| (share.position, RecoveryRefusal::WrongShare))?);
            id = Some(share.recovery);
        }
        let too_few = (0, RecoveryRefusal::TooFew);
        let id = id.filter(|_| shares.len() >= needed.max(NEEDED_MIN)).ok_or(too_few)?;
        let needed = u8::try_from(needed).map_err(|_| too_few)?;
        let sharing = Sharks(needed);
        let secret = sharing.recover(shares.iter()).map(Zeroizing::new).map_err(|_| too_few)?;
        let other = (0, RecoveryRefusal::OtherDesk);
        let secret: [u8; 32] = secret.as_slice().try_into().map_err(|_| other)?;
        Recovered::checked(id, desk, SecretKey::from_bytes(secret), public).map_err(|r| (0, r))
    }
}

impl Recovered {
    /// Reads the words of a sealed paper: any case, any signs between.
    ///
    /// # Errors
    /// [`RecoveryRefusal`] for words that are none, a check that does not fit, or the paper of
    /// another desk or an older one.
    pub fn from_paper(
        text: &str,
        (id, desk, public): (RecoveryId, DeskId, &PublicKey),
    ) -> Result<Self, RecoveryRefusal> {
        const TEXT_BYTES_MAX: usize = 400;
        if text.len() > TEXT_BYTES_MAX {
            return Err(RecoveryRefusal::PaperWords);
        }
        let text = Zeroizing::new(text.to_lowercase());
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let numbers: Option<Vec<u16>> = words.map(number).collect();
        let numbers = Zeroizing::new(numbers.ok_or(RecoveryRefusal::PaperWords)?);
        let (check, drawn) = numbers.split_last().ok_or(RecoveryRefusal::PaperWords)?;
        if numbers.len() != PAPER_WORDS {
            return Err(RecoveryRefusal::PaperWords);
        }
        if *check != check_of(drawn) {
            return Err(RecoveryRefusal::PaperCheck);
        }
        Self::checked(id, desk, paper_secret(&desk, drawn), public)
    }

    fn checked(
        id: RecoveryId,
        desk: DeskId,
        secret: SecretKey,
        public: &PublicKey,
    ) -> Result<Self, RecoveryRefusal> {
        let is_ours: bool = secret.public().bytes().ct_eq(public.bytes()).into();
        if is_ours { Ok(Self { id, desk, secret }) } else { Err(RecoveryRefusal::OtherDesk) }
    }

    /// Opens every version of the desk's key and wraps it to the member who recovers: rows of
    /// `member_wraps`.
    ///
    /// # Errors
    /// [`SealError::DoesNotOpen`] for a wrap that was changed.
    pub fn open_desk(
        self,
        wraps: &[(i64, Vec<u8>)],
        (officer, public): (&OfficerId, &PublicKey),
        dice: &dyn Dice,
    ) -> Result<Vec<DeskWrap>, SealError> {
        let wrapped = wraps.iter().map(|(version, wrap)| {
            let place = wrap_place(&self.id, &self.desk, *version);
            let secret = unwrap_secret_at(&self.secret, wrap, &place)?;
            let wrap =
                super::desk::wrap_secret(&self.desk, (*version, &secret), (officer, public), dice)?;
            Ok(DeskWrap { desk: self.desk, key_version: *version, wrap: wrap.into_bytes() })
        });
        wrapped.collect()
    }
}

fn open_bytes(
    member: &MemberSecret,
    sealed: &[u8],
    place: &Place<'_>,
) -> Result<Zeroizing<[u8; 32]>, RecoveryRefusal> {
    let secret = unwrap_secret_at(&member.0, sealed, place);
    secret.map(|s| Zeroizing::new(*s.bytes())).map_err(|_| RecoveryRefusal::DoesNotOpen)
}

fn is_share(share: &SharePlace, bytes: &[u8; 32]) -> Result<(), RecoveryRefusal> {
    let is_right = commitment(&share.recovery, share.position, bytes).ct_eq(&share.commitment);
    if bool::from(is_right) { Ok(()) } else { Err(RecoveryRefusal::WrongShare) }
}

/// A share is 32 bytes of chance, so its hash tells nothing of it.
fn commitment(id: &RecoveryId, position: u8, bytes: &[u8; 32]) -> [u8; 32] {
    let parts = joined(&[b"mangrove share 1", id.bytes(), &[position], bytes]);
    Sha256::digest(Zeroizing::new(parts).as_slice()).into()
}

fn share_place(id: &RecoveryId, position: u8, custodian: &OfficerId) -> Place<'static> {
    Place {
        table: "recovery_shares",
        row: *id.bytes(),
        column: "sealed",
        key_version: i64::from(position),
        compartment: *custodian.bytes(),
    }
}

fn release_place(id: &RecoveryId, position: u8, officer: &OfficerId) -> Place<'static> {
    Place { table: "recovery_releases", ..share_place(id, position, officer) }
}

fn wrap_place(id: &RecoveryId, desk: &DeskId, key_version: i64) -> Place<'static> {
    Place {
        table: "recovery_wraps",
        row: *id.bytes(),
        column: "wrap",
        key_version,
        compartment: *desk.bytes(),
    }
}

/// 140 bits are more than anybody can guess, so nothing slow is needed.
fn paper_secret(desk: &DeskId, numbers: &[u16]) -> SecretKey {
    let bytes = Zeroizing::new(numbers.iter().flat_map(|n| n.to_be_bytes()).collect::<Vec<_>>());
    SecretKey::from_bytes(*derive_key::<32>(&bytes, desk.bytes(), "mangrove paper 1"))
}

fn check_of(numbers: &[u16]) -> u16 {
    let bytes = Zeroizing::new(numbers.iter().flat_map(|n| n.to_be_bytes()).collect::<Vec<_>>());
    let hash = Sha256::new().chain_update(b"mangrove paper check 1").chain_update(bytes.as_slice());
    let hash: [u8; 32] = hash.finalize().into();
    let [high, low, ..] = hash;
    u16::from_be_bytes([high, low]) & 1_023
}
