//! The certificate of an erasure: what was erased by opaque id, when, the leaf that says so, and
//! the last day on which any copy could have been opened. Signed by the node; nothing in it says
//! who the person was.

use super::checkpoint::{from_hex, hex};
use super::{SigningKey, VerifyingKey};
use lexicon::Day;

const TITLE: &str = "mangrove erasure certificate 1";

/// What the node signs about an erasure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureCertificate {
    /// Number of the erasure: random, and of no use for anything else.
    pub id: [u8; 16],
    /// `person` or `hint`.
    pub kind: String,
    /// Opaque id of what was erased.
    pub thing: [u8; 16],
    pub asked_on: Day,
    pub done_on: Day,
    pub final_on: Day,
    pub leaf_hash: [u8; 32],
    /// Public half of the key that signed it. 32 bytes.
    pub node: [u8; 32],
    pub signature: [u8; 64],
}

impl ErasureCertificate {
    /// Longest text, in bytes.
    pub const BYTES_MAX: usize = 2_048;

    /// Signs what the fields say; `node` and `signature` are set.
    #[must_use]
    pub fn signed(mut self, key: &SigningKey) -> Self {
        self.node = key.verifying().bytes();
        self.signature = key.sign_text(&self.said());
        self
    }

    fn said(&self) -> String {
        format!(
            "{TITLE}\nerasure {}\n{} {}\nasked {}\ndone {}\nfinal {}\nleaf {}\nnode {}\n",
            hex(&self.id),
            self.kind,
            hex(&self.thing),
            self.asked_on,
            self.done_on,
            self.final_on,
            hex(&self.leaf_hash),
            hex(&self.node),
        )
    }

    /// Nine lines: those that were signed, and the signature.
    pub fn write(&self) -> String {
        format!("{}signature {}\n", self.said(), hex(&self.signature))
    }

    /// Reads what [`Self::write`] wrote, and nothing else.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > Self::BYTES_MAX {
            return None;
        }
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next()? != TITLE {
            return None;
        }
        let id = from_hex(lines.next()?.strip_prefix("erasure ")?)?;
        let (kind, thing) = lines.next()?.split_once(' ')?;
        let mut day = |name: &str| {
            let rest = lines.next()?.strip_prefix(name)?;
            Day::parse(rest.strip_prefix(' ')?)
        };
        let (asked_on, done_on, final_on) = (day("asked")?, day("done")?, day("final")?);
        let leaf_hash = from_hex(lines.next()?.strip_prefix("leaf ")?)?;
        let node = from_hex(lines.next()?.strip_prefix("node ")?)?;
        let signature = from_hex(lines.next()?.strip_prefix("signature ")?)?;
        let (kind, thing) = (kind.to_owned(), from_hex(thing)?);
        let read =
            Self { id, kind, thing, asked_on, done_on, final_on, leaf_hash, node, signature };
        (read.write() == text).then_some(read)
    }

    /// Whether the key it names signed it. Whose key that is, the reader must know.
    pub fn is_signed(&self) -> bool {
        VerifyingKey::from_bytes(&self.node)
            .is_ok_and(|key| key.has_signed_text(&self.said(), &self.signature))
    }
}

#[cfg(test)]
mod tests {
    use super::{ErasureCertificate, SigningKey};
    use lexicon::Day;

    // proves: P-11
    #[test]
    fn p11_a_certificate_is_read_as_signed_and_no_changed_one_is() {
        let day = |text| Day::parse(text).expect("a day");
        let certificate = ErasureCertificate {
            id: [1; 16],
            kind: "person".to_owned(),
            thing: [2; 16],
            asked_on: day("2026-11-28"),
            done_on: day("2026-11-29"),
            final_on: day("2026-12-20"),
            leaf_hash: [3; 32],
            node: [0; 32],
            signature: [0; 64],
        }
        .signed(&SigningKey::from_seed(&[7; 32]));
        let text = certificate.write();
        assert_eq!(ErasureCertificate::read(&text).as_ref(), Some(&certificate));
        assert!(certificate.is_signed());
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
            let changed = String::from_utf8(bytes).expect("text");
            let read = ErasureCertificate::read(&changed);
            assert!(read.is_none_or(|read| !read.is_signed()), "byte {at}");
        }
    }
}
