//! What makes a backup trustworthy: a mark over the whole file that only the node can make, and
//! the key file beside it, sealed to a recovery code that is printed once and kept nowhere.

use crate::seal::{DataKey, Place, PublicKey, SealError, SecretKey, Wrap, derive_key};
use lexicon::{Day, Dice};
use std::fmt::Write as _;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const TITLE: &str = "mangrove backup keys 1";
/// Longest text of a key file, in bytes.
pub const KEYS_BYTES_MAX: usize = 64 * 1024;
/// Signs of a code without 0, 1, I, L, O and U, which are misread.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs of a code: 27 of 30 kinds are more than 2^132; the last one is the check.
const CODE_SIGNS: usize = 28;

/// The mark at the end of a backup: of this node and of exactly these bytes. `digest` is the
/// SHA-256 of everything before it. 32 bytes.
pub fn mark(signing_seed: &[u8; 32], digest: &[u8; 32]) -> [u8; 32] {
    *derive_key::<32>(signing_seed, digest, "mangrove backup 1")
}

/// A recovery code. Wiped from memory when dropped; shown once.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    pub fn random(dice: &dyn Dice) -> Self {
        let mut signs = String::with_capacity(CODE_SIGNS);
        for _ in 1..CODE_SIGNS {
            let drawn = usize::try_from(dice.below(SIGNS.len() as u64)).unwrap_or(0);
            signs.push(char::from(SIGNS.get(drawn).copied().unwrap_or(b'2')));
        }
        signs.push(check_sign(&signs));
        Self(signs)
    }

    /// Seven groups of four signs.
    pub fn shown(&self) -> Zeroizing<String> {
        let mut text = String::with_capacity(CODE_SIGNS + 7);
        for (at, sign) in self.0.chars().enumerate() {
            if at > 0 && at.is_multiple_of(4) {
                text.push('-');
            }
            text.push(sign);
        }
        Zeroizing::new(text)
    }

    /// Reads a code with any spaces, hyphens and small letters; `None` when a sign is wrong.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 200 {
            return None;
        }
        let signs = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let signs: String = signs.map(|c| c.to_ascii_uppercase()).collect();
        let is_known = signs.bytes().all(|sign| SIGNS.contains(&sign));
        let (body, check) = signs.split_at_checked(CODE_SIGNS - 1)?;
        let fits = is_known && check.len() == 1 && check.starts_with(check_sign(body));
        let code = Self(signs.clone());
        fits.then_some(code)
    }

    fn secret(&self) -> SecretKey {
        SecretKey::from_bytes(*derive_key::<32>(self.0.as_bytes(), b"", "mangrove recovery code 1"))
    }

    /// What stays on the node, so that each backup can be sealed with nobody there.
    pub fn public(&self) -> PublicKey {
        self.secret().public()
    }
}

/// The check finds each single wrong sign and each exchange of two neighbours: weights below 31,
/// which is prime, and no two neighbours weigh the same.
fn check_sign(body: &str) -> char {
    let sum: usize = body
        .bytes()
        .enumerate()
        .map(|(at, sign)| (at + 2) * (SIGNS.iter().position(|s| *s == sign).unwrap_or(0) + 1))
        .sum();
    // 31 remainders, 30 signs: the last two remainders share one.
    char::from(SIGNS.get(sum % 31).copied().unwrap_or(b'Z'))
}

/// The key file of a backup: whose it is and until when in clear, the rest sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFile {
    /// Public half of the node's signing key. 32 bytes.
    pub node: [u8; 32],
    pub made_on: Day,
    /// The last day on which it may exist: its epochs are destroyed then.
    pub until: Day,
    wrap: Vec<u8>,
    sealed: Vec<u8>,
}

impl KeyFile {
    /// Seals `secrets` to the holder of a recovery code.
    ///
    /// # Errors
    /// [`SealError::CannotSeal`] when `to` is no valid point.
    pub fn seal(
        (node, made_on, until): ([u8; 32], Day, Day),
        to: &PublicKey,
        secrets: &[u8],
        dice: &dyn Dice,
    ) -> Result<Self, SealError> {
        let mut file = Self { node, made_on, until, wrap: Vec::new(), sealed: Vec::new() };
        let key = DataKey::random(dice);
        let head = file.head();
        let place = Place::cell(&head, &[0; 16], "secrets", &[0; 16]);
        file.sealed = key.seal(&place, secrets, dice)?.into_bytes();
        file.wrap = key.wrap_to(to, &place, dice)?.into_bytes();
        Ok(file)
    }

    /// Opens the secrets with the code.
    ///
    /// # Errors
    /// [`SealError::DoesNotOpen`] for another code or a changed file.
    pub fn open(&self, code: &RecoveryCode) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let head = self.head();
        let place = Place::cell(&head, &[0; 16], "secrets", &[0; 16]);
        let key = code.secret().unwrap_key(&Wrap::from_bytes(self.wrap.clone()), &place)?;
        key.unseal(&place, &self.sealed)
    }

    fn head(&self) -> String {
        format!("{TITLE}\nnode {}\nmade {}\nuntil {}\n", hex(&self.node), self.made_on, self.until)
    }

    /// Six lines.
    pub fn write(&self) -> String {
        format!("{}wrap {}\nsealed {}\n", self.head(), hex(&self.wrap), hex(&self.sealed))
    }

    /// Reads what [`Self::write`] wrote, and nothing else.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > KEYS_BYTES_MAX {
            return None;
        }
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next()? != TITLE {
            return None;
        }
        let mut next = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let node = bytes(next("node")?)?.try_into().ok()?;
        let (made_on, until) = (Day::parse(next("made")?)?, Day::parse(next("until")?)?);
        let (wrap, sealed) = (bytes(next("wrap")?)?, bytes(next("sealed")?)?);
        let read = Self { node, made_on, until, wrap, sealed };
        (read.write() == text).then_some(read)
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    let byte = |at: usize| u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok();
    (0..text.len() / 2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::{CODE_SIGNS, KeyFile, RecoveryCode};
    use lexicon::Day;
    use lexicon::chance::SeededDice;

    #[test]
    fn a_code_is_read_as_it_is_shown_and_a_slip_is_told() {
        let dice = SeededDice::new(3);
        let code = RecoveryCode::random(&dice);
        let shown = code.shown();
        assert_eq!(shown.len(), CODE_SIGNS + 6);
        let read = RecoveryCode::parse(&shown.to_lowercase().replace('-', " ")).expect("read");
        assert_eq!(read.public(), code.public());
        let mut missed = 0;
        for at in (0..shown.len()).filter(|at| !shown[*at..].starts_with('-')) {
            for sign in "234567".chars().filter(|sign| !shown[at..].starts_with(*sign)) {
                let mut wrong = shown.to_string();
                wrong.replace_range(at..=at, &sign.to_string());
                missed += usize::from(RecoveryCode::parse(&wrong).is_some());
            }
        }
        assert!(missed <= 6, "{missed} slips were not seen");
        assert!(RecoveryCode::parse("").is_none() && RecoveryCode::parse(&shown[1..]).is_none());
    }

    // proves: P-11, P-18
    #[test]
    fn p18_a_key_file_opens_with_its_code_and_with_no_other() {
        let dice = SeededDice::new(4);
        let code = RecoveryCode::random(&dice);
        let day = |text| Day::parse(text).expect("a day");
        let about = ([9; 32], day("2026-11-29"), day("2026-12-20"));
        let file = KeyFile::seal(about, &code.public(), b"the keys", &dice).expect("sealed");
        let text = file.write();
        assert!(!text.contains(&super::hex(b"the keys")));
        let read = KeyFile::read(&text).expect("read");
        assert_eq!(read.open(&code).expect("opens").as_slice(), b"the keys");
        assert!(read.open(&RecoveryCode::random(&dice)).is_err());
        let later = text.replace("until 2026-12-20", "until 2027-12-20");
        assert!(KeyFile::read(&later).expect("read").open(&code).is_err(), "its day is bound in");
        for cut in 0..text.len() {
            assert!(KeyFile::read(&text[..cut]).is_none(), "cut at {cut}");
        }
    }
}
