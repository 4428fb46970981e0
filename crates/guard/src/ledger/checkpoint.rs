//! Signed checkpoints: how many leaves there are and what their root is.

use super::merkle::Hash;
use ed25519_dalek::{Signer, Verifier};
use lexicon::Day;

/// First line of the signed text, so that this signature means nothing elsewhere.
const TITLE: &str = "mangrove checkpoint 1";

/// The node's signing key (Ed25519). Kept in a file beside the database, never in it.
pub struct SigningKey(ed25519_dalek::SigningKey);

/// Its public half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyingKey(ed25519_dalek::VerifyingKey);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    #[error("the bytes are no Ed25519 public key")]
    NotAKey,
}

/// A signed statement: these `size` leaves have this root, and the checkpoint before had that
/// signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    pub size: u64,
    pub root: Hash,
    pub day: Day,
    /// Ed25519 over the text of this checkpoint, the signature of the one before included.
    pub signature: [u8; 64],
}

impl SigningKey {
    /// From 32 secret bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    pub fn verifying(&self) -> VerifyingKey {
        VerifyingKey(self.0.verifying_key())
    }

    /// Signs a text that begins with a title of its own.
    pub(super) fn sign_text(&self, text: &str) -> [u8; 64] {
        self.0.sign(text.as_bytes()).to_bytes()
    }

    /// Signs a statement of another kind than a checkpoint: its title, then its parts with their
    /// lengths, so that no two statements are one text.
    pub fn sign_statement(&self, title: &str, parts: &[&[u8]]) -> [u8; 64] {
        self.0.sign(&statement(title, parts)).to_bytes()
    }

    /// Signs the next checkpoint; `before` is the signature of the last one, if there is one.
    pub fn sign(&self, size: u64, root: Hash, day: Day, before: Option<&[u8; 64]>) -> Checkpoint {
        let text = text(size, &root, day, before);
        Checkpoint { size, root, day, signature: self.0.sign(&text).to_bytes() }
    }
}

impl VerifyingKey {
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// # Errors
    /// [`CheckpointError::NotAKey`] when the bytes are no point.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, CheckpointError> {
        ed25519_dalek::VerifyingKey::from_bytes(bytes)
            .map(Self)
            .map_err(|_| CheckpointError::NotAKey)
    }

    pub(super) fn has_signed_text(&self, text: &str, signature: &[u8; 64]) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0.verify(text.as_bytes(), &signature).is_ok()
    }

    /// Whether this key signed the statement.
    pub fn has_signed_statement(&self, title: &str, parts: &[&[u8]], signature: &[u8]) -> bool {
        let signature = ed25519_dalek::Signature::from_slice(signature);
        signature.is_ok_and(|s| self.0.verify(&statement(title, parts), &s).is_ok())
    }

    /// From 64 hexadecimal digits; `None` when they are no key.
    pub fn from_hex(text: &str) -> Option<Self> {
        Self::from_bytes(&from_hex::<32>(&text.to_lowercase())?).ok()
    }

    /// Whether the checkpoint was signed by this key after the one with signature `before`.
    pub fn has_signed(&self, checkpoint: &Checkpoint, before: Option<&[u8; 64]>) -> bool {
        let text = text(checkpoint.size, &checkpoint.root, checkpoint.day, before);
        let signature = ed25519_dalek::Signature::from_bytes(&checkpoint.signature);
        self.0.verify(&text, &signature).is_ok()
    }
}

fn statement(title: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut all = format!("mangrove statement 1\n{title}\n").into_bytes();
    for part in parts {
        all.extend_from_slice(format!("{}\n", part.len()).as_bytes());
        all.extend_from_slice(part);
        all.push(b'\n');
    }
    all
}

fn text(size: u64, root: &Hash, day: Day, before: Option<&[u8; 64]>) -> Vec<u8> {
    let before = before.map_or_else(|| "first".to_owned(), |s| hex(s));
    format!("{TITLE}\n{size}\n{}\n{day}\n{before}\n", hex(root)).into_bytes()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

pub(super) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0_u8; N];
    if text.len() != N * 2 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// The last checkpoint as it is kept outside the database: the signed text and its signature.
/// Whoever has it can show that a database was set back behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointCopy {
    pub checkpoint: Checkpoint,
    /// Signature of the checkpoint before, which the signature covers.
    pub before: Option<[u8; 64]>,
}

impl CheckpointCopy {
    /// Longest text of a copy, in bytes.
    pub const BYTES_MAX: usize = 1_024;

    /// Six lines: those that were signed, and the signature.
    pub fn write(&self) -> String {
        let Checkpoint { size, root, day, signature } = &self.checkpoint;
        let signed = text(*size, root, *day, self.before.as_ref());
        format!("{}{}\n", String::from_utf8_lossy(&signed), hex(signature))
    }

    /// Reads what [`Self::write`] wrote, and nothing else.
    pub fn read(copy: &str) -> Option<Self> {
        let mut lines = copy.strip_suffix('\n')?.split('\n');
        if lines.next()? != TITLE {
            return None;
        }
        let size = lines.next()?.parse().ok()?;
        let root = from_hex(lines.next()?)?;
        let day = Day::parse(lines.next()?)?;
        let before = match lines.next()? {
            "first" => None,
            signature => Some(from_hex(signature)?),
        };
        let signature = from_hex(lines.next()?)?;
        let read = Self { checkpoint: Checkpoint { size, root, day, signature }, before };
        // One text for one copy: no second spelling of a number, and nothing after it.
        (read.write() == copy).then_some(read)
    }

    /// Whether this key signed it.
    pub fn is_signed_by(&self, key: &VerifyingKey) -> bool {
        key.has_signed(&self.checkpoint, self.before.as_ref())
    }
}
