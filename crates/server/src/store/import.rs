//! Bringing whole conversations in, as they were elsewhere.

use inbox_dialects::session::Team;
use inbox_model::apply::preview_of;
use inbox_model::tag::Tag;
use inbox_model::{Conversation, Participant, ParticipantId, Timestamp};

use super::row::{self, Positions, Stored};
use super::save::{self, PositionOf};
use super::{Contact, OrganisationId, Result, Store, Write, media};

/// An organisation with its people and conversations. Ids are kept: conversations and parts have at
/// most 16 letters and digits, part ids sort in the order of the thread, agents and contacts have
/// 24 hexadecimal digits.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Names the organisation.
    pub workspace: Option<String>,
    /// Agents, who become members.
    pub agents: Vec<Participant>,
    /// Agents whom the store knows already, who become members as well.
    pub members: Vec<ParticipantId>,
    /// Customers and leads.
    pub contacts: Vec<Contact>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Tags.
    pub tags: Vec<Tag>,
    /// Conversations with all of their parts, in order. Whoever takes part in one that is blocked is
    /// blocked. Preview, unread and version are worked out
    /// here; everything else is taken as it is.
    pub conversations: Vec<Conversation>,
}

impl Store {
    /// Whether nothing was ever said in an organisation.
    ///
    /// # Errors
    /// The database fails.
    pub async fn is_empty(&self, organisation: &OrganisationId) -> Result<bool> {
        let sql = "SELECT 1 FROM conversations WHERE organisation_id = $1 LIMIT 1";
        let query = sqlx::query(sql).bind(organisation.as_str());
        Ok(query.fetch_optional(self.readers()).await?.is_none())
    }

    /// Adds all of it to an organisation, or nothing; a conversation that is there already is
    /// replaced. Whoever listens is not told: it is for a store that nobody uses yet.
    ///
    /// # Errors
    /// `Taken` if an id is that of something of another organisation's, `NoAgent`, or the database
    /// fails.
    pub async fn import(
        &self,
        organisation: &OrganisationId,
        import: &Import,
        now: Timestamp,
    ) -> Result<()> {
        let mut write = self.write(organisation, now).await?;
        if let Some(name) = &import.workspace {
            write.rename_organisation(name).await?;
        }
        for agent in &import.agents {
            write.save_agent(agent).await?;
        }
        for member in &import.members {
            write.add_member(member).await?;
        }
        for contact in &import.contacts {
            write.save_contact(contact).await?;
        }
        for team in &import.teams {
            write.save_team(team).await?;
        }
        for tag in &import.tags {
            write.save_tag(tag).await?;
        }
        for conversation in &import.conversations {
            add(&mut write, conversation).await?;
        }
        write.finish(None).await
    }
}

async fn add(write: &mut Write, conversation: &Conversation) -> Result<()> {
    write.take_over_block(conversation).await?;
    let (tx, organisation) = write.scope();
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
        organisation: organisation.clone(),
        conversation: save::bare(conversation),
        version: 1,
        public_version: 1,
        public_activity_at: spoken_at,
        public_updated_at,
        positions: places,
        preview: preview_of(conversation, false),
        public_preview: preview_of(conversation, true),
    };
    sqlx::query("DELETE FROM conversations WHERE id = $1 AND organisation_id = $2")
        .bind(conversation.id.as_str())
        .bind(organisation.as_str())
        .execute(&mut *tx)
        .await?;
    stored.save(tx).await?;
    for part in &conversation.parts {
        let position = positions.get(&part.id).copied().unwrap_or_default();
        row::save_part(tx, &conversation.id, position, part).await?;
        media::note_uses_in(tx, organisation, &conversation.id, part).await?;
    }
    save::save_receipts(tx, conversation, conversation, true, &positions).await?;
    save::save_tags(tx, conversation).await?;
    save::save_unread_marks(tx, conversation).await?;
    save::save_participants(tx, conversation).await?;
    Ok(())
}
