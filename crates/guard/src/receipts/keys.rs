//! Keys made from a code: what the row is found by, and what opens the answers.

use super::Receipt;
use crate::members::{Cost, SignInRefusal};
use crate::opening::Opened;
use crate::seal::{DataKey, Place, PublicKey, SealError, Sealed, SecretKey, Wrap, derive_key};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Salt and pepper of the node: the salt may stand in the database, the pepper stands in a file
/// beside it, so that whoever has only the database cannot try codes.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct NodePepper {
    pub salt: [u8; 32],
    pub pepper: [u8; 32],
}

/// The id of what one sending made: 16 bytes that nobody without the pepper can foretell.
pub fn id_of_sending(node: &NodePepper, sending: &[u8; 32]) -> [u8; 16] {
    *derive_key::<16>(&node.pepper, sending, "mangrove id of a sending 1")
}

impl NodePepper {
    /// A value that shows whether this is the pepper of a database, without telling it: kept in
    /// the database, so that a wrong key file is noticed at the start and not by a reporter.
    pub fn mark(&self) -> [u8; 32] {
        *derive_key::<32>(&self.pepper, &self.salt, "mangrove pepper mark 1")
    }
}

/// What a code gives: the look-up id (column `receipt_lookup`) and the secret of its holder.
pub struct ReceiptKeys {
    pub lookup: [u8; 32],
    secret: SecretKey,
}

impl ReceiptKeys {
    /// Stretches the code (Argon2id, [`Cost::RECEIPT`] except in tests and the demo). Takes about
    /// 30 ms and 19 MiB: run it in a small pool.
    ///
    /// # Errors
    /// [`SignInRefusal::Damaged`] for a cost Argon2 does not take.
    pub fn derive(receipt: &Receipt, node: &NodePepper, cost: Cost) -> Result<Self, SignInRefusal> {
        let code = receipt.secret_bytes();
        let salt = derive_key::<32>(&node.pepper, &node.salt, "mangrove receipt salt 1");
        let stretched = crate::members::stretch::<32>(code.as_slice(), salt.as_slice(), cost)?;
        let lookup = derive_key::<32>(stretched.as_slice(), &[], "mangrove receipt look-up 1");
        let secret = derive_key::<32>(stretched.as_slice(), &[], "mangrove receipt secret 1");
        Ok(Self { lookup: *lookup, secret: SecretKey::from_bytes(*secret) })
    }

    pub(super) fn secret_bytes(&self) -> &[u8; 32] {
        self.secret.bytes()
    }

    /// Column `receipt_public`: answers are sealed to it.
    pub fn public(&self) -> PublicKey {
        self.secret.public()
    }

    /// Unwraps the dialogue key of the hint; the place is [`Self::wrap_place`].
    ///
    /// # Errors
    /// [`SealError`] when the wrap is not this receipt's.
    pub fn dialogue_key(&self, hint: &[u8; 16], wrap: &[u8]) -> Result<DataKey, SealError> {
        let place = Self::wrap_place(hint);
        self.secret.unwrap_key(&Wrap::from_bytes(wrap.to_vec()), &place)
    }

    /// Where the wrap of the dialogue key to the receipt stands (column `receipt_wrap`).
    pub fn wrap_place(hint: &[u8; 16]) -> Place<'static> {
        Place::cell("hints", hint, "receipt_wrap", hint)
    }

    /// Opens an answer of the desk for the holder of the code: cells of the table `messages` of
    /// the same hint only.
    ///
    /// # Errors
    /// [`SealError::WrongThing`] for any other table, [`SealError::DoesNotOpen`] otherwise.
    pub fn open_message(
        &self,
        key: &DataKey,
        place: &Place<'_>,
        sealed: &Sealed,
    ) -> Result<Opened, SealError> {
        if place.table != "messages" {
            return Err(SealError::WrongThing);
        }
        key.unseal(place, sealed.as_bytes()).map(Opened::new)
    }
}
