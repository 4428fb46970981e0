//! Passphrases into keys.

use super::SignInRefusal;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use lexicon::Dice;
use zeroize::Zeroizing;

/// Longest passphrase taken, in bytes.
pub const PASSPHRASE_BYTES_MAX: usize = 1_024;
/// Shortest passphrase an officer may choose, in characters.
pub const PASSPHRASE_CHARS_MIN: usize = 12;

/// What one guess costs (Argon2id). Stored beside the secret it seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
}

impl Cost {
    /// For members: 64 MiB, three passes.
    pub const MEMBER: Self = Self { memory_kib: 65_536, passes: 3 };
    /// For receipts: 19 MiB, two passes.
    pub const RECEIPT: Self = Self { memory_kib: 19_456, passes: 2 };
    /// For tests and the demo country only, where nobody's secret is behind it.
    pub const CHEAP: Self = Self { memory_kib: 64, passes: 1 };
    /// More than this is refused when a stored cost is read, so that a changed row cannot exhaust
    /// memory: 1 GiB and 16 passes.
    const MOST: Self = Self { memory_kib: 1_048_576, passes: 16 };

    pub(super) fn to_bytes(self) -> [u8; 8] {
        let mut bytes = [0_u8; 8];
        let (memory, passes) = bytes.split_at_mut(4);
        memory.copy_from_slice(&self.memory_kib.to_be_bytes());
        passes.copy_from_slice(&self.passes.to_be_bytes());
        bytes
    }

    pub(super) fn from_bytes(bytes: [u8; 8]) -> Option<Self> {
        let [a, b, c, d, e, f, g, h] = bytes;
        let cost = Self {
            memory_kib: u32::from_be_bytes([a, b, c, d]),
            passes: u32::from_be_bytes([e, f, g, h]),
        };
        (cost.memory_kib <= Self::MOST.memory_kib && cost.passes <= Self::MOST.passes)
            .then_some(cost)
    }
}

/// `N` bytes of Argon2id over `secret` and `salt`.
///
/// # Errors
/// [`SignInRefusal::Damaged`] for a cost Argon2 does not take.
pub(crate) fn stretch<const N: usize>(
    secret: &[u8],
    salt: &[u8],
    cost: Cost,
) -> Result<Zeroizing<[u8; N]>, SignInRefusal> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(N))
        .map_err(|_| SignInRefusal::Damaged)?;
    let mut memory = memory(params.block_count());
    let mut out = Zeroizing::new([0_u8; N]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(secret, salt, out.as_mut_slice(), &mut memory)
        .map_err(|_| SignInRefusal::Damaged)?;
    Ok(out)
}

/// Blocks to hash in. The allocator keeps freed pieces of up to 32 MiB for each thread that had
/// one, and a node with many threads grew to more than a gigabyte of them; a larger piece goes back
/// to the system when it is freed. What is only reserved here and not filled takes no memory.
fn memory(block_count: usize) -> Vec<Block> {
    const RESERVED: usize = 40 << 20;
    let mut blocks = Vec::with_capacity(block_count.max(RESERVED / Block::SIZE));
    blocks.resize(block_count, Block::new());
    blocks
}

/// A new passphrase of six pronounceable words (60 bits), to be printed once.
pub fn make_passphrase(dice: &dyn Dice) -> String {
    let words: Vec<String> = (0..6)
        .map(|_| crate::receipts::word(u16::try_from(dice.below(1_024)).unwrap_or(0)))
        .collect();
    words.join("-")
}
