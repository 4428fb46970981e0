//! Checkpoints as witnesses outside the node hold them: a signed note of three lines (origin, size,
//! root) as C2SP `tlog-checkpoint` writes it, and the cosignatures of `tlog-cosignature`.

use super::merkle::Hash;
use super::{SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Longest text of a note with its signatures, in bytes.
pub const NOTE_BYTES_MAX: usize = 16_384;
/// Signatures of one note.
const SIGNATURES_MAX: usize = 16;
/// Kinds of signatures in a key's id: of the log itself, of a witness.
const OF_LOG: u8 = 0x01;
const OF_WITNESS: u8 = 0x04;

/// A checkpoint with the signatures that stand under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Name of the log, which no other log has.
    pub origin: String,
    pub size: u64,
    pub root: Hash,
    pub signatures: Vec<NoteSignature>,
}

/// One line under a note: the name of who signed, and the id of the key with the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    pub name: String,
    id: [u8; 4],
    bytes: Vec<u8>,
}

impl Note {
    /// The three lines that are signed.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, to_base64(&self.root))
    }

    /// The note with its signatures.
    pub fn write(&self) -> String {
        let mut text = self.text();
        text.push('\n');
        for signature in &self.signatures {
            let bytes = [signature.id.as_slice(), &signature.bytes].concat();
            let _ = writeln!(text, "\u{2014} {} {}", signature.name, to_base64(&bytes));
        }
        text
    }

    /// Reads what [`Self::write`] wrote, and nothing else.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > NOTE_BYTES_MAX {
            return None;
        }
        let (head, signed) = text.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let origin = lines.next().filter(|name| is_name(name))?.to_owned();
        let size = lines.next()?.parse().ok()?;
        let root = from_base64(lines.next()?)?.try_into().ok()?;
        let lines: Vec<&str> = signed.lines().collect();
        if lines.len() > SIGNATURES_MAX {
            return None;
        }
        let signatures = lines.into_iter().map(signature).collect::<Option<Vec<_>>>()?;
        let note = Self { origin, size, root, signatures };
        // One text for one note: no second spelling, and nothing after it.
        (note.write() == text).then_some(note)
    }

    /// Whether the log itself signed it with this key.
    pub fn is_signed_by(&self, key: &VerifyingKey) -> bool {
        let id = key_id(&self.origin, OF_LOG, &key.bytes());
        let is_own = |s: &&NoteSignature| s.name == self.origin && s.id == id;
        self.signatures.iter().filter(is_own).any(|s| {
            s.bytes
                .as_slice()
                .try_into()
                .is_ok_and(|b: &[u8; 64]| key.has_signed_text(&self.text(), b))
        })
    }

    /// When a witness of this name and key cosigned it (Unix seconds); `None` when it did not.
    pub fn is_cosigned_by(&self, name: &str, key: &VerifyingKey) -> Option<u64> {
        let id = key_id(name, OF_WITNESS, &key.bytes());
        self.signatures.iter().filter(|s| s.name == name && s.id == id).find_map(|s| {
            let (time, bytes) = s.bytes.split_at_checked(8)?;
            let time = u64::from_be_bytes(time.try_into().ok()?);
            let bytes = bytes.try_into().ok()?;
            key.has_signed_text(&cosigned(time, &self.text()), bytes).then_some(time)
        })
    }

    /// Names under the note besides the log's own.
    pub fn witnesses(&self) -> impl Iterator<Item = &str> {
        self.signatures.iter().map(|s| s.name.as_str()).filter(|name| *name != self.origin)
    }
}

impl SigningKey {
    /// A checkpoint as a note, signed by the log.
    pub fn sign_note(&self, origin: &str, size: u64, root: Hash) -> Note {
        let mut note = Note { origin: origin.to_owned(), size, root, signatures: Vec::new() };
        let id = key_id(origin, OF_LOG, &self.verifying().bytes());
        let bytes = self.sign_text(&note.text()).to_vec();
        note.signatures.push(NoteSignature { name: origin.to_owned(), id, bytes });
        note
    }

    /// A witness adds its cosignature, of the hour it saw the note (Unix seconds).
    pub fn cosign(&self, note: &mut Note, name: &str, time_s: u64) {
        let id = key_id(name, OF_WITNESS, &self.verifying().bytes());
        let signature = self.sign_text(&cosigned(time_s, &note.text()));
        let bytes = [time_s.to_be_bytes().as_slice(), &signature].concat();
        note.signatures.retain(|s| s.name != name);
        note.signatures.push(NoteSignature { name: name.to_owned(), id, bytes });
    }
}

/// The name under which a node's ledger is witnessed: of its key, and telling nothing else.
pub fn origin(key: &VerifyingKey) -> String {
    let hash = Sha256::digest(key.bytes());
    let short: String = hash.iter().take(8).map(|b| format!("{b:02x}")).collect();
    format!("mangrove/{short}")
}

/// A key as it is handed on: name, id and bytes on one line.
pub fn write_key(name: &str, is_witness: bool, key: &VerifyingKey) -> String {
    let kind = if is_witness { OF_WITNESS } else { OF_LOG };
    let id: String = key_id(name, kind, &key.bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let bytes = [[kind].as_slice(), &key.bytes()].concat();
    format!("{name}+{id}+{}", to_base64(&bytes))
}

/// Reads what [`write_key`] wrote: name and key.
pub fn read_key(text: &str) -> Option<(String, VerifyingKey)> {
    let (name, rest) = text.trim().split_once('+')?;
    let (_, bytes) = rest.split_once('+')?;
    let bytes = from_base64(bytes)?;
    let (kind, key) = bytes.split_first()?;
    let key = VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
    let is_witness = *kind == OF_WITNESS;
    (write_key(name, is_witness, &key) == text.trim()).then_some((name.to_owned(), key))
}

/// Whether a name may stand in a note.
pub fn is_name(name: &str) -> bool {
    (1..=100).contains(&name.len()) && name.chars().all(|c| c.is_ascii_graphic() && c != '+')
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, bytes) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    let bytes = from_base64(bytes)?;
    let (id, bytes) = bytes.split_at_checked(4)?;
    if !is_name(name) {
        return None;
    }
    Some(NoteSignature { name: name.to_owned(), id: id.try_into().ok()?, bytes: bytes.to_vec() })
}

fn cosigned(time_s: u64, text: &str) -> String {
    format!("cosignature/v1\ntime {time_s}\n{text}")
}

fn key_id(name: &str, kind: u8, key: &[u8; 32]) -> [u8; 4] {
    let hash =
        Sha256::new().chain_update(name).chain_update([b'\n', kind]).chain_update(key).finalize();
    let mut id = [0_u8; 4];
    id.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    id
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding (RFC 4648).
pub fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |n: usize| u32::from(three.get(n).copied().unwrap_or(0));
        let all = at(0) << 16 | at(1) << 8 | at(2);
        for n in 0..4_u32 {
            let six = usize::try_from(all >> (18 - 6 * n) & 63).unwrap_or(0);
            let letter = LETTERS.get(six).copied().unwrap_or(b'A');
            let is_there = usize::try_from(n).unwrap_or(0) <= three.len();
            text.push(if is_there { char::from(letter) } else { '=' });
        }
    }
    text
}

/// `None` for anything that [`to_base64`] does not write.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let mut all = 0_u32;
        let mut letters = 0;
        for letter in four {
            let six = LETTERS.iter().position(|l| l == letter);
            letters += usize::from(six.is_some());
            all = all << 6 | u32::try_from(six.unwrap_or(0)).ok()?;
        }
        let [_, a, b, c] = all.to_be_bytes();
        bytes.extend([a, b, c].into_iter().take(letters.checked_sub(1)?));
    }
    (to_base64(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Note, from_base64, origin, read_key, to_base64, write_key};
    use crate::ledger::SigningKey;

    #[test]
    fn base64_is_that_of_the_standard_and_has_one_spelling() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, text) in vectors {
            assert_eq!(to_base64(plain.as_bytes()), text);
            assert_eq!(from_base64(text).as_deref(), Some(plain.as_bytes()));
        }
        for bad in ["Zg", "Zh==", "Zg=", "Z===", "Zm9v\n", "====", "Zg==Zg=="] {
            assert_eq!(from_base64(bad), None, "{bad}");
        }
    }

    // proves: P-08
    #[test]
    fn p08_a_note_tells_who_signed_it_and_any_change_undoes_that() {
        let (node, witness) = (SigningKey::from_seed(&[7; 32]), SigningKey::from_seed(&[8; 32]));
        let key = node.verifying();
        let mut note = node.sign_note(&origin(&key), 12, [5; 32]);
        witness.cosign(&mut note, "partner.example/w", 1_700_000_000);
        let text = note.write();
        let read = Note::read(&text).expect("its own text");
        assert_eq!(read, note);
        assert!(read.is_signed_by(&key));
        let seen = read.is_cosigned_by("partner.example/w", &witness.verifying());
        assert_eq!(seen, Some(1_700_000_000));
        assert!(!read.is_signed_by(&witness.verifying()));
        assert_eq!(read.is_cosigned_by("partner.example/w", &key), None);
        let mut refused = 0;
        for (at, byte) in text.bytes().enumerate() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if byte == b'A' { b'B' } else { b'A' };
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            let stands = Note::read(&changed).is_some_and(|note| {
                note.is_signed_by(&key)
                    && note.is_cosigned_by("partner.example/w", &witness.verifying()).is_some()
            });
            assert!(!stands, "byte {at}");
            refused += 1;
        }
        assert!(refused > 200, "{refused}");
    }

    #[test]
    fn a_key_is_handed_on_as_one_line() {
        let key = SigningKey::from_seed(&[7; 32]).verifying();
        let line = write_key("partner.example/w", true, &key);
        assert_eq!(read_key(&line), Some(("partner.example/w".to_owned(), key)));
        assert_eq!(read_key(&line.replace("partner", "other")), None, "the id is of the name");
        assert_eq!(read_key("nothing"), None);
    }

    // proves: P-16
    #[test]
    fn p16_any_text_is_a_note_or_none() {
        use lexicon::Dice;
        let dice = lexicon::chance::SeededDice::new(3);
        let node = SigningKey::from_seed(&[7; 32]);
        let good = node.sign_note("mangrove/x", 1, [0; 32]).write().into_bytes();
        for _ in 0..5_000 {
            let mut bytes = good.clone();
            let mut roll = [0_u8; 4];
            dice.fill(&mut roll);
            let at = usize::from(roll[0]) % bytes.len();
            match roll[1] % 3 {
                0 => bytes.truncate(at),
                1 => bytes[at] = roll[2],
                _ => bytes.insert(at, roll[3]),
            }
            let _ = Note::read(&String::from_utf8_lossy(&bytes));
        }
    }
}
