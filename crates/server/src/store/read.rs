//! Reading one conversation as a reader sees it.

use std::sync::Arc;

use inbox_model::conversation::ReadReceipt;
use inbox_model::{Conversation, ConversationId, Part, PartId, ParticipantId, Timestamp};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::link::Links;
use super::row::{self, COLUMN_COUNT, COLUMNS, Stored};
use super::{Reader, Result, Store, Write, face, refresh};
use crate::clock;

/// The newest parts that come with a conversation (Featurebase: a hard limit of 500).
const PARTS: i64 = 500;

/// A reader's own columns after [`COLUMNS`]: how much they have not read, and where they stand.
/// For an agent that is what contacts said since the agent read or any agent answered: who was
/// answered by a colleague is not waiting for me. For a contact, what the company said since.
pub(super) fn reader_columns(reader: &Reader) -> &'static str {
    match reader {
        Reader::Agent { .. } => {
            "(SELECT COUNT(*) FROM parts p WHERE p.conversation_id = c.id AND p.side = 'in'
              AND p.position > c.answer_position AND p.position > COALESCE(r.position, 0)),
             COALESCE(r.position, 0)"
        }
        Reader::Contact { .. } => {
            "(SELECT COUNT(*) FROM parts p WHERE p.conversation_id = c.id AND p.side = 'out'
              AND p.public = 1 AND p.position > COALESCE(r.position, 0)),
             COALESCE(r.position, 0)"
        }
    }
}

/// Joins the reader's receipt; needs the reader's id bound.
pub(super) const READER_JOIN: &str =
    "LEFT JOIN read_receipts r ON r.conversation_id = c.id AND r.participant_id = ";

/// Lets a contact see their own conversations only; needs the contact's id bound.
pub(super) const OWN_JOIN: &str =
    "JOIN conversation_participants own ON own.conversation_id = c.id AND own.participant_id = ";

/// A conversation as a reader sees it, and where the reader stands in it.
pub(super) struct Seen {
    pub(super) conversation: Conversation,
    pub(super) activity_at: Timestamp,
}

/// Turns a row of [`COLUMNS`] and [`reader_columns`] into what the reader sees of it.
pub(super) async fn see(
    tx: &mut SqliteConnection,
    reader: &Reader,
    row: &SqliteRow,
) -> Result<Seen> {
    let stored = Stored::from_row(row)?;
    let unread = u32::try_from(row.try_get::<i64, _>(COLUMN_COUNT)?).unwrap_or(u32::MAX);
    let position: i64 = row.try_get(COLUMN_COUNT + 1)?;
    let mut conversation = match reader {
        Reader::Agent { .. } => {
            let mut conversation = stored.conversation;
            conversation.preview = stored.preview;
            conversation.version = Some(stored.version);
            conversation
        }
        Reader::Contact { id: contact, .. } => {
            let mut face = face::of(&stored.conversation, Some(contact));
            face.read_receipts = own_receipt(tx, &stored.conversation, contact, position).await?;
            face.preview = stored.public_preview.map(|mut preview| {
                if let Some(author) = &mut preview.author
                    && author.id.as_ref() != Some(contact)
                {
                    author.email = None;
                }
                preview
            });
            face.version = Some(stored.public_version);
            face.updated_at = stored.public_updated_at;
            face.last_activity_at = Some(stored.public_activity_at);
            face
        }
    };
    let marked = conversation.handling.marked_unread_by.contains(reader.id());
    conversation.unread = Some(unread.max(u32::from(marked)));
    let activity_at = conversation.activity_at();
    Ok(Seen { conversation, activity_at })
}

/// A contact's own receipt. It may rest on a note, whose very id would tell of it: then it is
/// shown on the last public part before.
async fn own_receipt(
    tx: &mut SqliteConnection,
    conversation: &Conversation,
    contact: &ParticipantId,
    position: i64,
) -> Result<Vec<ReadReceipt>> {
    let Some(receipt) = conversation.receipt(contact) else { return Ok(Vec::new()) };
    let sql = "SELECT id FROM parts WHERE conversation_id = $1 AND public = 1 AND position <= $2
               ORDER BY position DESC LIMIT 1";
    let row =
        sqlx::query(sql).bind(conversation.id.as_str()).bind(position).fetch_optional(tx).await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    let last_read_part = PartId::from(row.try_get::<&str, _>(0)?);
    Ok(vec![ReadReceipt { last_read_part, ..receipt.clone() }])
}

/// One conversation as a reader sees it, with its parts if their files are told somehow; `None` if there
/// is none that they may know of.
pub(super) async fn conversation(
    tx: &mut SqliteConnection,
    reader: &Reader,
    id: &ConversationId,
    with_parts: Option<&Links>,
) -> Result<Option<Conversation>> {
    let own = match reader {
        Reader::Agent { .. } => String::new(),
        Reader::Contact { .. } => format!("{OWN_JOIN}$1"),
    };
    let columns = reader_columns(reader);
    let sql = format!(
        "SELECT {COLUMNS}, {columns} FROM conversations c {own} {READER_JOIN}$1
         WHERE c.id = $2 AND c.organisation_id = $3"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(reader.id().as_str())
        .bind(id.as_str())
        .bind(reader.organisation().as_str())
        .fetch_optional(&mut *tx)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let mut conversation = see(tx, reader, &row).await?.conversation;
    refresh::participants(tx, reader, std::slice::from_mut(&mut conversation)).await?;
    if let Some(links) = with_parts {
        conversation.parts = newest(tx, reader, links, id, i64::MAX, PARTS).await?;
    }
    Ok(Some(conversation))
}

/// The newest parts that a reader may see before a place, in order.
async fn newest(
    tx: &mut SqliteConnection,
    reader: &Reader,
    links: &Links,
    id: &ConversationId,
    before: i64,
    most: i64,
) -> Result<Vec<Arc<Part>>> {
    let sql = "SELECT data FROM parts WHERE conversation_id = $1 AND public >= $2 AND position < $3
               ORDER BY position DESC LIMIT $4";
    let query = sqlx::query(sql).bind(id.as_str()).bind(least_public(reader));
    let rows = query.bind(before).bind(most).fetch_all(tx).await?;
    rows.iter().rev().map(|row| Ok(told(reader, links, row::part(row, 0)?))).collect()
}

/// How public a part has to be for a reader.
fn least_public(reader: &Reader) -> i64 {
    i64::from(!reader.is_agent())
}

/// A part that a reader may see, as they see it.
pub(super) fn told(reader: &Reader, links: &Links, part: Arc<Part>) -> Arc<Part> {
    let part = match reader {
        Reader::Agent { .. } => part,
        Reader::Contact { id, .. } => face::part(&part, Some(id)),
    };
    links.part(reader.organisation(), part)
}

/// One part, as it is kept.
pub(super) async fn part(
    tx: &mut SqliteConnection,
    conversation: &ConversationId,
    id: &PartId,
) -> Result<Option<Arc<Part>>> {
    let sql = "SELECT data FROM parts WHERE conversation_id = $1 AND id = $2";
    let query = sqlx::query(sql).bind(conversation.as_str()).bind(id.as_str());
    query.fetch_optional(tx).await?.map(|row| row::part(&row, 0)).transpose()
}

impl Store {
    /// One conversation with its newest 500 parts, as a reader sees it. `None` if there is none
    /// that they may know of.
    ///
    /// # Errors
    /// The database fails.
    pub async fn conversation(
        &self,
        reader: &Reader,
        id: &ConversationId,
    ) -> Result<Option<Conversation>> {
        // One transaction, so that the parts belong to the version beside them.
        let mut tx = self.readers().begin().await?;
        conversation(&mut tx, reader, id, Some(&self.links(clock::now()))).await
    }

    /// The newest 500 parts before the one whose id begins so, as a reader sees them, in order; and
    /// whether there are more. `None` if there is no such conversation or part that they may know of.
    ///
    /// # Errors
    /// The database fails.
    pub async fn earlier_parts(
        &self,
        reader: &Reader,
        id: &ConversationId,
        before: &str,
    ) -> Result<Option<(Vec<Arc<Part>>, bool)>> {
        let mut tx = self.readers().begin().await?;
        if conversation(&mut tx, reader, id, None).await?.is_none() {
            return Ok(None);
        }
        let sql = "SELECT MIN(position) FROM parts
                   WHERE conversation_id = $1 AND id >= $2 AND id <= $2 || 'zzzzzzz' AND public >= $3";
        let row = sqlx::query(sql).bind(id.as_str()).bind(before).bind(least_public(reader));
        let Some(before) = row.fetch_one(&mut *tx).await?.try_get::<Option<i64>, _>(0)? else {
            return Ok(None);
        };
        let links = self.links(clock::now());
        let mut parts = newest(&mut tx, reader, &links, id, before, PARTS + 1).await?;
        let more = parts.len() > usize::try_from(PARTS).unwrap_or_default();
        if more {
            parts.remove(0);
        }
        Ok(Some((parts, more)))
    }

    /// The contacts of a conversation; `None` if there is none that the reader may know of.
    ///
    /// # Errors
    /// The database fails.
    pub async fn contacts_of(
        &self,
        reader: &Reader,
        id: &ConversationId,
    ) -> Result<Option<Vec<ParticipantId>>> {
        let mut tx = self.readers().acquire().await?;
        let conversation = conversation(&mut tx, reader, id, None).await?;
        Ok(conversation
            .map(|conversation| super::save::contacts_of(&conversation).cloned().collect()))
    }
}

impl Write {
    /// The same within a write: what a reader will see after it, with or without parts. Whoever reads
    /// for another organisation sees nothing.
    ///
    /// # Errors
    /// The database fails.
    pub async fn conversation(
        &mut self,
        reader: &Reader,
        id: &ConversationId,
        with_parts: bool,
    ) -> Result<Option<Conversation>> {
        if reader.organisation() != self.organisation() {
            return Ok(None);
        }
        self.tell_of(id);
        let links = with_parts.then(|| self.links());
        conversation(self.connection(), reader, id, links.as_ref()).await
    }

    /// One part within a write, however long the thread is. `None` if there is none that the reader
    /// may know of.
    ///
    /// # Errors
    /// The database fails.
    pub async fn part(
        &mut self,
        reader: &Reader,
        id: &ConversationId,
        part: &PartId,
    ) -> Result<Option<Arc<Part>>> {
        if self.conversation(reader, id, false).await?.is_none() {
            return Ok(None);
        }
        let sql = "SELECT data FROM parts WHERE conversation_id = $1 AND id = $2";
        let query = sqlx::query(sql).bind(id.as_str()).bind(part.as_str());
        let row = query.fetch_optional(self.connection()).await?;
        let part = row.map(|row| row::part(&row, 0)).transpose()?;
        let part = part.filter(|part| reader.is_agent() || part.is_public());
        Ok(part.map(|part| told(reader, &self.links(), part)))
    }
}
