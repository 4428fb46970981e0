//! Proof that something was received on a day: an entry of the ledger that holds a commitment to
//! the words, the path from it to a signed checkpoint, and nothing else. It says neither what was
//! written nor what this node is for; whoever has the node's public key can check it anywhere, and
//! whoever has the opening key too can show that a text is the one that was received.

use super::ReceiptKeys;
use crate::ledger::merkle::verify_inclusion;
use crate::ledger::{Checkpoint, Event, Leaf, LedgerKeys, StoredLeaf, VerifyingKey};
use crate::seal::{DataKey, Place, SealError, Sealed, derive_key, joined};
use lexicon::ids::{DeskId, LeafId};
use lexicon::{Day, Dice};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use zeroize::Zeroizing;

/// First line of the file. It names no house and no subject.
const TITLE: &str = "receipt proof 1";
/// What the leaf says was done.
const RECEIVED: &str = "received";
/// Largest proof that is read, in bytes.
pub const PROOF_BYTES_MAX: usize = 16 * 1024;
/// Longest path: a ledger of 2^48 leaves.
const PATH_MAX: usize = 48;

/// The key that opens the commitment: with it and the text anybody can see that they belong
/// together; without it a guessed text cannot be tried.
pub struct OpeningKey(Zeroizing<[u8; 32]>);

impl OpeningKey {
    /// Made from the code, so that it need not be kept.
    fn of(keys: &ReceiptKeys, hint: &[u8; 16]) -> Self {
        Self(derive_key::<32>(keys.secret_bytes(), hint, "mangrove proof opening 1"))
    }

    /// 64 hexadecimal digits.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.0.as_slice()))
    }

    /// `None` when it is not 64 hexadecimal digits; blanks do not count.
    pub fn parse(text: &str) -> Option<Self> {
        let bare: Zeroizing<String> =
            Zeroizing::new(text.chars().filter(|c| !c.is_whitespace()).collect());
        from_hex::<32>(&bare.to_lowercase()).map(|bytes| Self(Zeroizing::new(bytes)))
    }

    fn commit(&self, text: &str) -> [u8; 32] {
        // A browser ends lines in another way than a file.
        let text = text.replace("\r\n", "\n");
        let parts: [&[u8]; 3] =
            [b"mangrove received text 1", self.0.as_slice(), text.trim().as_bytes()];
        Sha256::digest(joined(&parts)).into()
    }
}

/// Makes the leaf of something received, and the cell by which the holder of the code finds it.
///
/// # Errors
/// [`SealError::CannotSeal`] when a public key is no valid point.
pub fn receive_leaf(
    (receipt, dialogue): (&ReceiptKeys, &DataKey),
    (hint, day, text): (&[u8; 16], Day, &str),
    keys: &LedgerKeys,
    dice: &dyn Dice,
) -> Result<(Leaf, Sealed), SealError> {
    let content = OpeningKey::of(receipt, hint).commit(text);
    let (leaf, salt) = Leaf::seal_salted(&event(day, &content), keys, dice)?;
    let cell = [leaf.stored.id.bytes().as_slice(), salt.as_slice(), &content].concat();
    let sealed = dialogue.seal(&proof_place(hint), &Zeroizing::new(cell), dice)?;
    Ok((leaf, sealed))
}

fn event(day: Day, content: &[u8; 32]) -> Event {
    Event {
        day,
        action: RECEIVED.to_owned(),
        officer: None,
        desk: None,
        thing_kind: String::new(),
        thing: String::new(),
        reason: String::new(),
        note: hex(content),
    }
}

fn proof_place(hint: &[u8; 16]) -> Place<'static> {
    Place::cell("hint_proofs", hint, "sealed", hint)
}

/// What the holder of the code can prove: where the leaf is, and how it opens.
pub struct Provable {
    pub leaf: LeafId,
    pub opening: OpeningKey,
    salt: [u8; 32],
    content: [u8; 32],
}

impl ReceiptKeys {
    /// Opens the cell that [`receive_leaf`] made.
    ///
    /// # Errors
    /// [`SealError`] when it is not this receipt's.
    pub fn provable(
        &self,
        dialogue: &DataKey,
        hint: &[u8; 16],
        sealed: &Sealed,
    ) -> Result<Provable, SealError> {
        let plain = dialogue.unseal(&proof_place(hint), sealed.as_bytes())?;
        let (leaf, rest) = plain.split_first_chunk::<16>().ok_or(SealError::UnknownForm)?;
        let (salt, content) = rest.split_first_chunk::<32>().ok_or(SealError::UnknownForm)?;
        Ok(Provable {
            leaf: LeafId::from_bytes(*leaf),
            opening: OpeningKey::of(self, hint),
            salt: *salt,
            content: content.try_into().map_err(|_| SealError::UnknownForm)?,
        })
    }
}

/// A proof, as it is written into the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub leaf: StoredLeaf,
    salt: [u8; 32],
    content: [u8; 32],
    /// From 1.
    pub number: u64,
    path: Vec<[u8; 32]>,
    pub checkpoint: Checkpoint,
    /// Signature of the checkpoint before, which the signature covers.
    before: Option<[u8; 64]>,
    /// The key that signed, as the file says; whose it is must be known from elsewhere.
    pub key: [u8; 32],
}

/// Why a proof shows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofFault {
    #[error("the text is no proof")]
    Unreadable,
    #[error("the proof was signed by another key")]
    OtherKey,
    #[error("the entry does not hold this commitment and day")]
    Entry,
    #[error("the entry is not under the signed root")]
    Path,
    #[error("the signature does not hold")]
    Signature,
}

impl ProofFault {
    pub fn phrase(self) -> lexicon::Phrase {
        lexicon::Phrase::new(match self {
            Self::Unreadable => "proof-fault-unreadable",
            Self::OtherKey => "proof-fault-other-key",
            Self::Entry => "proof-fault-entry",
            Self::Path => "proof-fault-path",
            Self::Signature => "proof-fault-signature",
        })
    }
}

impl Proof {
    /// Puts a proof together. `number` counts from 1.
    pub fn new(
        provable: &Provable,
        (leaf, number): (StoredLeaf, u64),
        path: Vec<[u8; 32]>,
        (checkpoint, before): (Checkpoint, Option<[u8; 64]>),
        key: &VerifyingKey,
    ) -> Self {
        let (salt, content) = (provable.salt, provable.content);
        Self { leaf, salt, content, number, path, checkpoint, before, key: key.bytes() }
    }

    /// Checks everything against the key of the node.
    ///
    /// # Errors
    /// The first [`ProofFault`].
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), ProofFault> {
        if key.bytes() != self.key {
            return Err(ProofFault::OtherKey);
        }
        if !self.leaf.holds(&self.salt, &event(self.leaf.day, &self.content)) {
            return Err(ProofFault::Entry);
        }
        let (hash, at) = (self.leaf.hash(), self.number.wrapping_sub(1));
        let Checkpoint { size, root, .. } = &self.checkpoint;
        if !verify_inclusion(&hash, at, *size, &self.path, root) {
            return Err(ProofFault::Path);
        }
        if !key.has_signed(&self.checkpoint, self.before.as_ref()) {
            return Err(ProofFault::Signature);
        }
        Ok(())
    }

    /// Whether `text` is what was received.
    pub fn is_of(&self, opening: &OpeningKey, text: &str) -> bool {
        opening.commit(text) == self.content
    }

    /// The file: one line a value, in a fixed order.
    pub fn write(&self) -> String {
        let leaf = &self.leaf;
        let owner = leaf.owner_desk.map_or_else(String::new, |desk| hex(desk.bytes()));
        let before = self.before.as_ref().map_or_else(|| "first".to_owned(), |s| hex(s));
        let path: Vec<String> = self.path.iter().map(|step| hex(step)).collect();
        let lines = [
            ("day", leaf.day.to_string()),
            ("key", hex(&self.key)),
            ("content", hex(&self.content)),
            ("salt", hex(&self.salt)),
            ("entry", hex(leaf.id.bytes())),
            ("body", hex(&leaf.sealed_event)),
            ("first", hex(leaf.oversight_desk.bytes())),
            ("first-version", leaf.oversight_version.to_string()),
            ("first-wrap", hex(&leaf.oversight_wrap)),
            ("second", owner),
            ("second-version", leaf.owner_version.to_string()),
            ("second-wrap", hex(&leaf.owner_wrap)),
            ("number", self.number.to_string()),
            ("path", path.join(" ")),
            ("size", self.checkpoint.size.to_string()),
            ("root", hex(&self.checkpoint.root)),
            ("signed", self.checkpoint.day.to_string()),
            ("before", before),
            ("signature", hex(&self.checkpoint.signature)),
        ];
        let mut text = format!("{TITLE}\n");
        for (name, value) in lines {
            let _ = writeln!(text, "{name} {value}");
        }
        text
    }

    /// Reads what [`Proof::write`] wrote, and nothing else. Total for any input.
    ///
    /// # Errors
    /// [`ProofFault::Unreadable`].
    pub fn read(text: &str) -> Result<Self, ProofFault> {
        if text.len() > PROOF_BYTES_MAX {
            return Err(ProofFault::Unreadable);
        }
        let text = text.replace("\r\n", "\n");
        let proof = read(text.trim()).ok_or(ProofFault::Unreadable)?;
        // One text for one proof: no second spelling of a number.
        if proof.write().trim() == text.trim() { Ok(proof) } else { Err(ProofFault::Unreadable) }
    }
}

fn read(text: &str) -> Option<Proof> {
    let mut lines = text.lines();
    if lines.next()? != TITLE {
        return None;
    }
    let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
    let day = Day::parse(value("day")?)?;
    let key = from_hex(value("key")?)?;
    let content = from_hex(value("content")?)?;
    let salt = from_hex(value("salt")?)?;
    let id = LeafId::from_bytes(from_hex(value("entry")?)?);
    let sealed_event = bytes(value("body")?)?;
    let oversight_desk = DeskId::from_bytes(from_hex(value("first")?)?);
    let oversight_version = value("first-version")?.parse().ok()?;
    let oversight_wrap = bytes(value("first-wrap")?)?;
    let owner_desk = match value("second")? {
        "" => None,
        desk => Some(DeskId::from_bytes(from_hex(desk)?)),
    };
    let owner_version = value("second-version")?.parse().ok()?;
    let owner_wrap = bytes(value("second-wrap")?)?;
    let number = value("number")?.parse().ok()?;
    let path = value("path")?.split_whitespace().map(from_hex).collect::<Option<Vec<_>>>()?;
    let size = value("size")?.parse().ok()?;
    let root = from_hex(value("root")?)?;
    let signed = Day::parse(value("signed")?)?;
    let before = match value("before")? {
        "first" => None,
        signature => Some(from_hex(signature)?),
    };
    let signature = from_hex(value("signature")?)?;
    if path.len() > PATH_MAX {
        return None;
    }
    let leaf = StoredLeaf {
        id,
        day,
        commitment: StoredLeaf::commitment_of(&salt, &event(day, &content)),
        sealed_event,
        oversight_desk,
        oversight_version,
        oversight_wrap,
        owner_desk,
        owner_version,
        owner_wrap,
    };
    let checkpoint = Checkpoint { size, root, day: signed, signature };
    Some(Proof { leaf, salt, content, number, path, checkpoint, before, key })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2)
        || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    {
        return None;
    }
    (0..text.len() / 2)
        .map(|at| u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok())
        .collect()
}

fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    bytes(text)?.try_into().ok()
}
