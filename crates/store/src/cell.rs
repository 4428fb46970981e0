//! One value on its way into a statement.

use lexicon::Day;
use lexicon::ids::{self, Id};

/// A value bound to `$n`. `None` is NULL of that type: PostgreSQL wants to know which.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Int(Option<i64>),
    Text(Option<String>),
    Bytes(Option<Vec<u8>>),
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Int(Some(i64::from(truth)))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::Text(Some(text.clone()))
    }
}

impl From<Vec<u8>> for Cell {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(Some(bytes))
    }
}

impl From<&Vec<u8>> for Cell {
    fn from(bytes: &Vec<u8>) -> Self {
        Self::Bytes(Some(bytes.clone()))
    }
}

impl From<&[u8]> for Cell {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(Some(bytes.to_vec()))
    }
}

impl<const N: usize> From<[u8; N]> for Cell {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(Some(bytes.to_vec()))
    }
}

impl<const N: usize> From<&[u8; N]> for Cell {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(Some(bytes.to_vec()))
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Text(Some(day.to_string()))
    }
}

impl From<lexicon::Sphere> for Cell {
    fn from(sphere: lexicon::Sphere) -> Self {
        Self::from(sphere.id())
    }
}

impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        Self::Int(number)
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<&Option<String>> for Cell {
    fn from(text: &Option<String>) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Option<Vec<u8>>> for Cell {
    fn from(bytes: Option<Vec<u8>>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&Option<Vec<u8>>> for Cell {
    fn from(bytes: &Option<Vec<u8>>) -> Self {
        Self::Bytes(bytes.clone())
    }
}

impl From<Option<&[u8]>> for Cell {
    fn from(bytes: Option<&[u8]>) -> Self {
        Self::Bytes(bytes.map(<[u8]>::to_vec))
    }
}

impl From<Option<Day>> for Cell {
    fn from(day: Option<Day>) -> Self {
        Self::Text(day.map(|d| d.to_string()))
    }
}

macro_rules! from_ids {
    ($($name:ident),* $(,)?) => {$(
        impl From<ids::$name> for Cell {
            fn from(id: ids::$name) -> Self {
                Self::Bytes(Some(Id::bytes(&id).to_vec()))
            }
        }

        impl From<Option<ids::$name>> for Cell {
            fn from(id: Option<ids::$name>) -> Self {
                Self::Bytes(id.map(|i| Id::bytes(&i).to_vec()))
            }
        }
    )*};
}

from_ids!(
    OrganisationId,
    DeskId,
    OfficerId,
    PasskeyId,
    RecoveryId,
    HintId,
    MessageId,
    AttachmentId,
    ScreeningId,
    CaseId,
    SliceId,
    PersonId,
    SessionId,
    ImportId,
    LeafId,
    AlarmId,
    YesId,
    EventModeId,
    BreakGlassId,
);
