//! Snoozed conversations come back when their time has come.

use inbox_model::{Command, ConversationId, Participant, ParticipantKind, Timestamp};
use sqlx::Row;

use super::{Act, OrganisationId, Result, Store, StoreError};

/// How many are woken at once; the rest follow a moment later.
const BATCH: i64 = 100;

impl Store {
    /// Reopens the conversations whose snooze has ended by now, and says how many that were.
    ///
    /// # Errors
    /// The database fails.
    pub async fn wake(&self, now: Timestamp) -> Result<usize> {
        let sql = "SELECT id, organisation_id FROM conversations
                   WHERE state = 'snoozed' AND snoozed_until <= $1
                   ORDER BY snoozed_until LIMIT $2";
        let query = sqlx::query(sql).bind(now.as_millis()).bind(BATCH);
        let due = query.fetch_all(self.readers()).await?;
        let inbox = Participant {
            id: None,
            kind: ParticipantKind::System,
            name: None,
            email: None,
            avatar_url: None,
        };
        let reopen = [Act::new(&inbox, Command::Reopen)];
        for row in &due {
            let id = ConversationId::from(row.try_get::<&str, _>(0)?);
            let organisation = OrganisationId::from_row(row, 1)?;
            let mut write = self.write(&organisation, now).await?;
            // Somebody may have been faster.
            if write.is_due(&id).await? {
                match write.apply(&id, None, &reopen).await {
                    Ok(_) => write.finish(None).await?,
                    Err(StoreError::NoConversation) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(due.len())
    }

    /// When the next snooze ends, if there is one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn next_wake(&self) -> Result<Option<Timestamp>> {
        let sql = "SELECT MIN(snoozed_until) FROM conversations WHERE state = 'snoozed'";
        let row = sqlx::query(sql).fetch_one(self.readers()).await?;
        Ok(row.try_get::<Option<i64>, _>(0)?.map(Timestamp::from_millis))
    }
}

impl super::Write {
    async fn is_due(&mut self, id: &ConversationId) -> Result<bool> {
        let sql = "SELECT 1 FROM conversations
                   WHERE id = $1 AND state = 'snoozed' AND snoozed_until <= $2";
        let now = self.now().as_millis();
        let query = sqlx::query(sql).bind(id.as_str()).bind(now);
        Ok(query.fetch_optional(self.connection()).await?.is_some())
    }
}
