//! By which phone number a contact is reached.

use inbox_model::{Conversation, ParticipantId, Timestamp};
use sqlx::Row;

use super::{OrganisationId, Result, Store};

/// How many of a contact's conversations are looked through for a profile, newest first.
const LOOKED_THROUGH: i64 = 100;

impl Store {
    /// A contact's phone number: the one that their site vouches for, else the one that the company
    /// has noted down in the newest of their conversations. `None` where nobody knows one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn phone(
        &self,
        organisation: &OrganisationId,
        contact: &ParticipantId,
    ) -> Result<Option<String>> {
        let vouched = self.vouched_phone(organisation, contact).await?;
        if vouched.is_some() {
            return Ok(vouched);
        }
        let sql = "SELECT c.data FROM conversations c
                   JOIN conversation_participants p
                     ON p.conversation_id = c.id AND p.participant_id = $1
                   WHERE c.organisation_id = $2 ORDER BY c.activity_at DESC, c.id LIMIT $3";
        let query = sqlx::query(sql).bind(contact.as_str()).bind(organisation.as_str());
        for row in query.bind(LOOKED_THROUGH).fetch_all(self.readers()).await? {
            let conversation: Conversation = serde_json::from_str(row.try_get(0)?)?;
            // A profile is that of the first contact, not of everybody who was brought in.
            let is_theirs =
                conversation.contact().is_some_and(|first| first.id.as_ref() == Some(contact));
            let profile = conversation.handling.profile.clone().filter(|_| is_theirs);
            let phone = profile.and_then(|profile| profile.phone);
            if let Some(phone) = phone.filter(|phone| !phone.trim().is_empty()) {
                return Ok(Some(phone));
            }
        }
        Ok(None)
    }

    /// Keeps the phone number that a contact's site vouches for. Writes only if it is another one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn set_phone(
        &self,
        organisation: &OrganisationId,
        contact: &ParticipantId,
        phone: &str,
        now: Timestamp,
    ) -> Result<()> {
        if self.vouched_phone(organisation, contact).await?.as_deref() == Some(phone) {
            return Ok(());
        }
        let mut write = self.write(organisation, now).await?;
        let sql = "UPDATE contacts SET phone = $1, updated_at = $2
                   WHERE id = $3 AND organisation_id = $4";
        sqlx::query(sql)
            .bind(phone)
            .bind(now.as_millis())
            .bind(contact.as_str())
            .bind(organisation.as_str())
            .execute(write.connection())
            .await?;
        write.finish(None).await
    }

    async fn vouched_phone(
        &self,
        organisation: &OrganisationId,
        contact: &ParticipantId,
    ) -> Result<Option<String>> {
        let sql = "SELECT phone FROM contacts WHERE id = $1 AND organisation_id = $2";
        let query = sqlx::query(sql).bind(contact.as_str()).bind(organisation.as_str());
        let row = query.fetch_optional(self.readers()).await?;
        row.map(|row| Ok(row.try_get(0)?)).transpose().map(Option::flatten)
    }
}
