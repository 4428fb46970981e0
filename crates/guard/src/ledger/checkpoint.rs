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

    /// Whether the checkpoint was signed by this key after the one with signature `before`.
    pub fn has_signed(&self, checkpoint: &Checkpoint, before: Option<&[u8; 64]>) -> bool {
        let text = text(checkpoint.size, &checkpoint.root, checkpoint.day, before);
        let signature = ed25519_dalek::Signature::from_bytes(&checkpoint.signature);
        self.0.verify(&text, &signature).is_ok()
    }
}

fn text(size: u64, root: &Hash, day: Day, before: Option<&[u8; 64]>) -> Vec<u8> {
    let before = before.map_or_else(|| "first".to_owned(), |s| hex(s));
    format!("{TITLE}\n{size}\n{}\n{day}\n{before}\n", hex(root)).into_bytes()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
