//! What changed: published at once, and kept for those who come back.

use inbox_model::{ConversationId, ParticipantId, Timestamp};
use sqlx::{Row, SqliteConnection};

use super::{OrganisationId, Reader, Result, Store};

/// How many events of an organisation are kept. Whoever has missed more reads the lists again.
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
    /// Its number in the sequence of the organisation's agents.
    pub id: i64,
    /// Whose conversation it is.
    pub organisation: OrganisationId,
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
    /// Its number in the sequence of the organisation's contacts.
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

/// A change that is about to be recorded, as one side is told of it.
#[derive(Clone, Copy)]
pub(super) struct Event<'a> {
    pub(super) organisation: &'a OrganisationId,
    pub(super) kind: EventKind,
    pub(super) conversation: &'a ConversationId,
    pub(super) version: u64,
}

impl Event<'_> {
    /// Records it for the agents and gives it its number.
    pub(super) async fn record(&self, tx: &mut SqliteConnection, now: Timestamp) -> Result<i64> {
        let sql = "INSERT INTO events
                       (organisation_id, number, conversation_id, version, kind, created_at)
                   VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM events
                                WHERE organisation_id = $1), $2, $3, $4, $5)
                   RETURNING number";
        let row = sqlx::query(sql)
            .bind(self.organisation.as_str())
            .bind(self.conversation.as_str())
            .bind(i64::try_from(self.version).unwrap_or(i64::MAX))
            .bind(self.kind.as_str())
            .bind(now.as_millis())
            .fetch_one(tx)
            .await?;
        Ok(row.try_get(0)?)
    }

    /// Records it for one contact and gives it its number.
    pub(super) async fn record_for(
        &self,
        tx: &mut SqliteConnection,
        contact: &ParticipantId,
        now: Timestamp,
    ) -> Result<ContactChange> {
        let sql = "INSERT INTO contact_events
                       (organisation_id, number, contact_id, conversation_id, version, kind,
                        created_at)
                   VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM contact_events
                                WHERE organisation_id = $1), $2, $3, $4, $5, $6)
                   RETURNING number";
        let row = sqlx::query(sql)
            .bind(self.organisation.as_str())
            .bind(contact.as_str())
            .bind(self.conversation.as_str())
            .bind(i64::try_from(self.version).unwrap_or(i64::MAX))
            .bind(self.kind.as_str())
            .bind(now.as_millis())
            .fetch_one(tx)
            .await?;
        let (kind, version) = (self.kind, self.version);
        Ok(ContactChange { id: row.try_get(0)?, contact: contact.clone(), kind, version })
    }

    /// What is published of it.
    pub(super) fn into_change(self, number: i64, contacts: Vec<ContactChange>) -> Change {
        Change {
            id: number,
            organisation: self.organisation.clone(),
            kind: self.kind,
            conversation: self.conversation.clone(),
            version: self.version,
            contacts,
        }
    }
}

impl Store {
    /// The number of the newest event of a reader's sequence; 0 before the first.
    ///
    /// # Errors
    /// The database fails.
    pub async fn newest_event(&self, reader: &Reader) -> Result<i64> {
        let sql = match reader {
            Reader::Agent { .. } => {
                "SELECT COALESCE(MAX(number), 0) FROM events WHERE organisation_id = $1"
            }
            Reader::Contact { .. } => {
                "SELECT COALESCE(MAX(number), 0) FROM contact_events WHERE organisation_id = $1"
            }
        };
        let query = sqlx::query(sql).bind(reader.organisation().as_str());
        Ok(query.fetch_one(self.readers()).await?.try_get(0)?)
    }

    /// What a reader has missed since the event `last`.
    ///
    /// # Errors
    /// The database fails.
    pub async fn backlog(&self, reader: &Reader, last: i64) -> Result<Backlog> {
        let (bounds, events) = match reader {
            Reader::Agent { .. } => (
                "SELECT COALESCE((SELECT MIN(number) FROM events WHERE organisation_id = $1), 1),
                        COALESCE((SELECT MAX(number) FROM events WHERE organisation_id = $1), 0)",
                "SELECT number, kind, conversation_id, version FROM events
                 WHERE organisation_id = $1 AND number > $2 ORDER BY number LIMIT $3",
            ),
            Reader::Contact { .. } => (
                "SELECT
                     COALESCE((SELECT MIN(number) FROM contact_events
                               WHERE organisation_id = $1), 1),
                     COALESCE((SELECT MAX(number) FROM contact_events
                               WHERE organisation_id = $1), 0)",
                "SELECT number, kind, conversation_id, version FROM contact_events
                 WHERE organisation_id = $1 AND number > $2 AND contact_id = $4
                 ORDER BY number LIMIT $3",
            ),
        };
        let organisation = reader.organisation().as_str();
        let row = sqlx::query(bounds).bind(organisation).fetch_one(self.readers()).await?;
        let (oldest, newest): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
        if last + 1 < oldest || last > newest {
            return Ok(Backlog::Lost);
        }
        let mut query = sqlx::query(events).bind(organisation).bind(last).bind(BACKLOG + 1);
        if let Reader::Contact { id, .. } = reader {
            query = query.bind(id.as_str());
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
            "DELETE FROM events WHERE number <= $1 + (SELECT MAX(n.number) FROM events n
                 WHERE n.organisation_id = events.organisation_id)",
            "DELETE FROM contact_events WHERE number <= $1 + (SELECT MAX(n.number)
                 FROM contact_events n WHERE n.organisation_id = contact_events.organisation_id)",
        ] {
            sqlx::query(sql).bind(-EVENTS_KEPT).execute(&self.shared.writer).await?;
        }
        Ok(())
    }
}
