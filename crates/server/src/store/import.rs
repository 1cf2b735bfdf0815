//! Bringing whole conversations in, as they were elsewhere.

use inbox_dialects::session::Team;
use inbox_model::apply::preview_of;
use inbox_model::tag::Tag;
use inbox_model::{Conversation, Participant, Timestamp};
use sqlx::SqliteConnection;

use super::row::{self, Positions, Stored};
use super::save::{self, PositionOf};
use super::{Contact, Result, Store, directory, people};

/// A workspace with its people and conversations. Ids are kept: conversations and parts have at
/// most 16 letters and digits, part ids sort in the order of the thread, agents and contacts have
/// 24 hexadecimal digits.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Names the workspace.
    pub workspace: Option<String>,
    /// Agents.
    pub agents: Vec<Participant>,
    /// Customers and leads.
    pub contacts: Vec<Contact>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Tags.
    pub tags: Vec<Tag>,
    /// Conversations with all of their parts, in order. Preview, unread and version are worked out
    /// here; everything else is taken as it is.
    pub conversations: Vec<Conversation>,
}

impl Store {
    /// Whether nothing was ever said in this store.
    ///
    /// # Errors
    /// The database fails.
    pub async fn is_empty(&self) -> Result<bool> {
        let query = sqlx::query("SELECT 1 FROM conversations LIMIT 1");
        Ok(query.fetch_optional(self.readers()).await?.is_none())
    }

    /// Adds all of it, or nothing; a conversation that is there already is replaced. Whoever listens
    /// is not told: it is for a store that nobody uses yet.
    ///
    /// # Errors
    /// The database fails.
    pub async fn import(&self, import: &Import, now: Timestamp) -> Result<()> {
        let mut write = self.write(now).await?;
        let tx = write.connection();
        if let Some(name) = &import.workspace {
            directory::save_workspace(tx, name).await?;
        }
        for agent in &import.agents {
            people::save_agent(tx, agent, now).await?;
        }
        for contact in &import.contacts {
            people::save_contact(tx, contact, now).await?;
        }
        for team in &import.teams {
            directory::save_team(tx, team).await?;
        }
        for tag in &import.tags {
            directory::save_tag(tx, tag).await?;
        }
        for conversation in &import.conversations {
            add(tx, conversation).await?;
        }
        write.finish(None).await
    }
}

async fn add(tx: &mut SqliteConnection, conversation: &Conversation) -> Result<()> {
    let mut places = Positions::default();
    let mut positions = PositionOf::new();
    let mut spoken_at = conversation.created_at;
    for part in &conversation.parts {
        positions.insert(part.id.clone(), places.push(part));
        if part.is_public() && part.is_spoken() {
            spoken_at = spoken_at.max(part.created_at);
        }
    }
    let public_parts = conversation.parts.iter().filter(|part| part.is_public());
    let public_updated_at =
        public_parts.map(|part| part.updated_at).fold(conversation.created_at, Timestamp::max);
    let stored = Stored {
        conversation: save::bare(conversation),
        version: 1,
        public_version: 1,
        public_activity_at: spoken_at,
        public_updated_at,
        positions: places,
        preview: preview_of(conversation, false),
        public_preview: preview_of(conversation, true),
    };
    sqlx::query("DELETE FROM conversations WHERE id = $1")
        .bind(conversation.id.as_str())
        .execute(&mut *tx)
        .await?;
    stored.save(tx).await?;
    for part in &conversation.parts {
        let position = positions.get(&part.id).copied().unwrap_or_default();
        row::save_part(tx, &conversation.id, position, part).await?;
    }
    save::save_receipts(tx, conversation, conversation, true, &positions).await?;
    save::save_tags(tx, conversation).await?;
    save::save_participants(tx, conversation).await?;
    Ok(())
}
