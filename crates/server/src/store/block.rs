//! Who is blocked. A block is kept with the contact, and holds in every conversation of theirs.

use inbox_model::{Conversation, Participant, ParticipantId, ParticipantKind};
use sqlx::SqliteConnection;

use super::{OrganisationId, Reader, Result, Store, Write, save};

/// Whether somebody is a contact who is blocked.
pub(super) async fn is_blocked(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    actor: &Participant,
) -> Result<bool> {
    let Some(id) = actor.id.as_ref().filter(|_| actor.kind.is_contact()) else { return Ok(false) };
    let sql = "SELECT 1 FROM contacts WHERE id = $1 AND organisation_id = $2 AND blocked = 1";
    let query = sqlx::query(sql).bind(id.as_str()).bind(organisation.as_str());
    Ok(query.fetch_optional(tx).await?.is_some())
}

impl Store {
    /// Whether a reader is a contact who is blocked.
    ///
    /// # Errors
    /// The database fails.
    pub async fn is_blocked(&self, reader: &Reader) -> Result<bool> {
        let Reader::Contact { id, organisation } = reader else { return Ok(false) };
        let contact = Participant::new(ParticipantKind::Customer, id.clone());
        is_blocked(&mut *self.readers().acquire().await?, organisation, &contact).await
    }
}

impl Write {
    /// Blocks a contact, or lets them be heard again. What they see of it they see when they read a
    /// conversation the next time.
    ///
    /// # Errors
    /// The database fails.
    pub async fn set_blocked(&mut self, contact: &ParticipantId, blocked: bool) -> Result<()> {
        let (tx, organisation) = self.scope();
        sqlx::query("UPDATE contacts SET blocked = $1 WHERE id = $2 AND organisation_id = $3")
            .bind(i64::from(blocked))
            .bind(contact.as_str())
            .bind(organisation.as_str())
            .execute(tx)
            .await?;
        Ok(())
    }

    /// Takes over the block of a conversation that is brought over from elsewhere.
    pub(super) async fn take_over_block(&mut self, conversation: &Conversation) -> Result<()> {
        if conversation.blocked {
            for contact in save::contacts_of(conversation) {
                self.set_blocked(contact, true).await?;
            }
        }
        Ok(())
    }
}
