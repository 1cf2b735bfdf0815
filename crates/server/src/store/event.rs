//! What changed: published at once, and kept for those who come back.

use inbox_model::{ConversationId, ParticipantId, Timestamp};
use sqlx::{Row, SqliteConnection};

use super::{Reader, Result, Store};

/// How many events are kept. Whoever has missed more reads the lists again.
const EVENTS_KEPT: i64 = 10_000;

/// How many events are told to somebody who comes back; reading the lists is cheaper than more.
const BACKLOG: i64 = 500;

/// What happened to a conversation, as far as one side is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// It is at a new version.
    Changed,
    /// It is gone, or no longer the reader's.
    Deleted,
}

impl EventKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Deleted => "deleted",
        }
    }
}

/// One committed change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number in the agents' sequence.
    pub id: i64,
    /// What happened.
    pub kind: EventKind,
    /// Where.
    pub conversation: ConversationId,
    /// The version after it.
    pub version: u64,
    /// What the contacts are told of it; empty where it does not concern them.
    pub contacts: Vec<ContactChange>,
}

/// The same change as one contact is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactChange {
    /// Its number in the contacts' sequence.
    pub id: i64,
    /// Who is told.
    pub contact: ParticipantId,
    /// What happened, for them.
    pub kind: EventKind,
    /// The public version after it.
    pub version: u64,
}

/// What somebody who comes back has missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Backlog {
    /// These events, oldest first: number, kind, conversation, version.
    Events(Vec<(i64, EventKind, ConversationId, u64)>),
    /// Nobody can tell: read the lists again.
    Lost,
}

/// Records a change and gives it its number.
pub(super) async fn record(
    tx: &mut SqliteConnection,
    kind: EventKind,
    conversation: &ConversationId,
    version: u64,
    now: Timestamp,
) -> Result<i64> {
    let sql = "INSERT INTO events (conversation_id, version, kind, created_at)
               VALUES ($1, $2, $3, $4) RETURNING id";
    let row = sqlx::query(sql)
        .bind(conversation.as_str())
        .bind(i64::try_from(version).unwrap_or(i64::MAX))
        .bind(kind.as_str())
        .bind(now.as_millis())
        .fetch_one(tx)
        .await?;
    Ok(row.try_get(0)?)
}

/// Records what one contact is told and gives it its number.
pub(super) async fn record_for_contact(
    tx: &mut SqliteConnection,
    contact: &ParticipantId,
    kind: EventKind,
    conversation: &ConversationId,
    version: u64,
    now: Timestamp,
) -> Result<ContactChange> {
    let sql = "INSERT INTO contact_events (contact_id, conversation_id, version, kind, created_at)
               VALUES ($1, $2, $3, $4, $5) RETURNING id";
    let row = sqlx::query(sql)
        .bind(contact.as_str())
        .bind(conversation.as_str())
        .bind(i64::try_from(version).unwrap_or(i64::MAX))
        .bind(kind.as_str())
        .bind(now.as_millis())
        .fetch_one(tx)
        .await?;
    Ok(ContactChange { id: row.try_get(0)?, contact: contact.clone(), kind, version })
}

impl Store {
    /// The number of the newest event of a reader's sequence; 0 before the first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn newest_event(&self, reader: &Reader) -> Result<i64> {
        let sql = match reader {
            Reader::Agent(_) => "SELECT COALESCE(MAX(id), 0) FROM events",
            Reader::Contact(_) => "SELECT COALESCE(MAX(id), 0) FROM contact_events",
        };
        Ok(sqlx::query(sql).fetch_one(self.readers()).await?.try_get(0)?)
    }

    /// What a reader has missed since the event `last`.
    ///
    /// # Errors
    /// The database fails.
    pub async fn backlog(&self, reader: &Reader, last: i64) -> Result<Backlog> {
        let (bounds, events) = match reader {
            Reader::Agent(_) => (
                "SELECT COALESCE(MIN(id), 1), COALESCE(MAX(id), 0) FROM events",
                "SELECT id, kind, conversation_id, version FROM events
                 WHERE id > $1 ORDER BY id LIMIT $2",
            ),
            Reader::Contact(_) => (
                "SELECT COALESCE(MIN(id), 1), COALESCE(MAX(id), 0) FROM contact_events",
                "SELECT id, kind, conversation_id, version FROM contact_events
                 WHERE id > $1 AND contact_id = $3 ORDER BY id LIMIT $2",
            ),
        };
        let row = sqlx::query(bounds).fetch_one(self.readers()).await?;
        let (oldest, newest): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
        if last + 1 < oldest || last > newest {
            return Ok(Backlog::Lost);
        }
        let mut query = sqlx::query(events).bind(last).bind(BACKLOG + 1);
        if let Reader::Contact(contact) = reader {
            query = query.bind(contact.as_str());
        }
        let rows = query.fetch_all(self.readers()).await?;
        if i64::try_from(rows.len()).unwrap_or(i64::MAX) > BACKLOG {
            return Ok(Backlog::Lost);
        }
        let events = rows.iter().map(|row| {
            let kind = match row.try_get::<&str, _>(1)? {
                "deleted" => EventKind::Deleted,
                _ => EventKind::Changed,
            };
            let version = u64::try_from(row.try_get::<i64, _>(3)?).unwrap_or(0);
            Ok((row.try_get(0)?, kind, row.try_get::<&str, _>(2)?.into(), version))
        });
        Ok(Backlog::Events(events.collect::<Result<_>>()?))
    }

    /// Forgets events that are too old to matter. For a background task.
    ///
    /// # Errors
    /// The database fails.
    pub async fn prune_events(&self) -> Result<()> {
        let _turn = self.shared.turn.lock().await;
        for sql in [
            "DELETE FROM events WHERE id <= (SELECT MAX(id) FROM events) - $1",
            "DELETE FROM contact_events WHERE id <= (SELECT MAX(id) FROM contact_events) - $1",
        ] {
            sqlx::query(sql).bind(EVENTS_KEPT).execute(&self.shared.writer).await?;
        }
        Ok(())
    }
}
