//! What channels have delivered already: it is there once in an organisation, in whatever thread it
//! came and by whichever API. Each channel has names of its own.

use std::sync::Arc;

use inbox_model::{Channel, Command, Conversation, ConversationId, Part};
use sqlx::{Row, SqliteConnection};

use super::{OrganisationId, Result, Write, row};

impl Write {
    /// The first part that a channel has delivered under this id in any conversation of the
    /// organisation, and which conversation that is.
    ///
    /// # Errors
    /// The database fails.
    pub async fn delivered(
        &mut self,
        channel: &Channel,
        external_id: &str,
    ) -> Result<Option<(ConversationId, Arc<Part>)>> {
        let (tx, organisation) = self.scope();
        find(tx, organisation, channel, external_id).await
    }
}

/// Whether the channel of this command has delivered the same before, so that nothing is left to do.
pub(super) async fn is_again(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    conversation: &Conversation,
    command: &Command,
) -> Result<bool> {
    let (channel, external_id) = match command {
        Command::Reply { envelope, .. } => {
            (envelope.channel_in(conversation), &envelope.external_id)
        }
        Command::LogCall { external_id, .. } => (Channel::Phone, external_id),
        _ => return Ok(false),
    };
    let Some(external_id) = external_id else { return Ok(false) };
    Ok(find(tx, organisation, &channel, external_id).await?.is_some())
}

async fn find(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    channel: &Channel,
    external_id: &str,
) -> Result<Option<(ConversationId, Arc<Part>)>> {
    let sql = "SELECT p.conversation_id, p.data
               FROM parts p JOIN conversations c ON c.id = p.conversation_id
               WHERE p.external_id = $1 AND c.organisation_id = $2
               ORDER BY p.created_at, p.conversation_id, p.position";
    let query = sqlx::query(sql).bind(external_id).bind(organisation.as_str());
    for found in query.fetch_all(tx).await? {
        let part = row::part(&found, 1)?;
        if part.channel.as_ref() == Some(channel) {
            return Ok(Some((ConversationId::from(found.try_get::<&str, _>(0)?), part)));
        }
    }
    Ok(None)
}
