//! The dialogue between a desk and the giver of a hint.

use crate::{StoreError, Tx};
use lexicon::Day;
use lexicon::ids::{HintId, MessageId, OfficerId};

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    Desk,
    Giver,
}

impl Author {
    pub fn id(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Giver => "giver",
        }
    }

    fn parse(id: &str) -> Option<Self> {
        [Self::Desk, Self::Giver].into_iter().find(|a| a.id() == id)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRow {
    pub id: MessageId,
    pub hint_id: HintId,
    pub author: Author,
    /// Set when a desk wrote.
    pub officer_id: Option<OfficerId>,
    pub written_on: Day,
    pub sealed: Vec<u8>,
    /// By the other side.
    pub is_read: bool,
}

/// Messages of one hint that are read at once.
const MESSAGES_MAX: i64 = 500;

impl Tx {
    /// Adds a message at the end of the dialogue.
    pub async fn insert_message(&mut self, row: &MessageRow) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO messages
                 (id, hint_id, author, officer_id, written_on, position, sealed, is_read)
             SELECT $1, $2, $3, $4, $5, COALESCE(MAX(position), 0) + 1, $6, $7
             FROM messages WHERE hint_id = $2",
            &[
                row.id.into(),
                row.hint_id.into(),
                row.author.id().into(),
                row.officer_id.into(),
                row.written_on.into(),
                row.sealed.as_slice().into(),
                row.is_read.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// The newest 500 messages of a hint, the oldest of them first.
    pub async fn list_messages(&mut self, hint: HintId) -> Result<Vec<MessageRow>, StoreError> {
        let rows = self
            .rows(
                "SELECT * FROM messages WHERE hint_id = $1 ORDER BY position DESC LIMIT $2",
                &[hint.into(), MESSAGES_MAX.into()],
            )
            .await?;
        rows.iter()
            .rev()
            .map(|row| {
                let author = Author::parse(&row.text("author")?);
                Ok(MessageRow {
                    id: row.id("id")?,
                    hint_id: row.id("hint_id")?,
                    author: author.ok_or(StoreError::Column { column: "author" })?,
                    officer_id: row.opt_id("officer_id")?,
                    written_on: row.day("written_on")?,
                    sealed: row.bytes("sealed")?,
                    is_read: row.bool("is_read")?,
                })
            })
            .collect()
    }

    /// Whether a message with this id is kept.
    pub async fn has_message(&mut self, id: MessageId) -> Result<bool, StoreError> {
        let found = self.row("SELECT id FROM messages WHERE id = $1", &[id.into()]).await?;
        Ok(found.is_some())
    }

    /// How many messages a hint has.
    pub async fn count_messages(&mut self, hint: HintId) -> Result<i64, StoreError> {
        let row = self
            .row("SELECT COUNT(*) AS n FROM messages WHERE hint_id = $1", &[hint.into()])
            .await?;
        row.map_or(Ok(0), |r| r.int("n"))
    }

    /// Everything `author` wrote has been read by the other side.
    pub async fn mark_messages_read(
        &mut self,
        hint: HintId,
        author: Author,
    ) -> Result<u64, StoreError> {
        self.execute(
            "UPDATE messages SET is_read = 1 WHERE hint_id = $1 AND author = $2 AND is_read = 0",
            &[hint.into(), author.id().into()],
        )
        .await
    }
}
