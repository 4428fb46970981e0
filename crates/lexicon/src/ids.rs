//! Typed ids. They are random (UUID version 4), because an id that carries time would tell when
//! somebody asked for help.

use crate::Dice;
use std::fmt;

/// What every typed id can do; the store reads and writes ids through it.
pub trait Id: Copy {
    fn from_bytes(bytes: [u8; 16]) -> Self;
    fn bytes(&self) -> &[u8; 16];
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// A new random id.
            pub fn random(dice: &dyn Dice) -> Self {
                let mut bytes = [0_u8; 16];
                dice.fill(&mut bytes);
                Self(as_v4(bytes))
            }

            pub fn bytes(&self) -> &[u8; 16] {
                &self.0
            }

            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// Reads the hyphenated lower-case form; anything else is `None`.
            pub fn parse(text: &str) -> Option<Self> {
                parse_uuid(text).map(Self)
            }
        }

        impl Id for $name {
            fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            fn bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_uuid(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_uuid(&self.0, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not an id"))
            }
        }
    )*};
}

id!(
    OrganisationId,
    /// A unit of a service that holds keys.
    DeskId,
    OfficerId,
    PasskeyId,
    /// A way in which a desk's key can be had again: custodians, or a sealed paper.
    RecoveryId,
    HintId,
    /// One message of the dialogue with the giver of a hint.
    MessageId,
    /// A file that came with a hint.
    AttachmentId,
    ScreeningId,
    CaseId,
    /// One service's part of one case.
    SliceId,
    PersonId,
    SessionId,
    /// A set of rows imported from outside.
    ImportId,
    LeafId,
    /// What the oversight body is warned of.
    AlarmId,
    /// A colleague is asked to say yes to one opening.
    YesId,
    EventModeId,
    BreakGlassId,
);

fn as_v4(mut bytes: [u8; 16]) -> [u8; 16] {
    if let Some(b) = bytes.get_mut(6) {
        *b = (*b & 0x0f) | 0x40;
    }
    if let Some(b) = bytes.get_mut(8) {
        *b = (*b & 0x3f) | 0x80;
    }
    bytes
}

fn write_uuid(bytes: &[u8; 16], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (i, byte) in bytes.iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            f.write_str("-")?;
        }
        write!(f, "{byte:02x}")?;
    }
    Ok(())
}

fn parse_uuid(text: &str) -> Option<[u8; 16]> {
    let raw = text.as_bytes();
    if raw.len() != 36 {
        return None;
    }
    let mut bytes = [0_u8; 16];
    let mut at = 0;
    for (i, slot) in bytes.iter_mut().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            if raw.get(at) != Some(&b'-') {
                return None;
            }
            at += 1;
        }
        *slot = hex(*raw.get(at)?)? << 4 | hex(*raw.get(at + 1)?)?;
        at += 2;
    }
    Some(bytes)
}

fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::HintId;
    use crate::chance::SeededDice;

    #[test]
    fn an_id_is_read_and_written_the_same() {
        let id = HintId::random(&SeededDice::new(1));
        assert_eq!(HintId::parse(&id.to_string()), Some(id));
        for wrong in ["", "x", &id.to_string().to_uppercase(), &format!("{id} ")] {
            assert_eq!(HintId::parse(wrong), None, "{wrong}");
        }
    }
}
