//! A conversation as it is stored, and its row.

use std::sync::Arc;

use inbox_dialects::portable::{write_priority, write_state};
use inbox_model::touchpoint::Touchpoint;
use inbox_model::view::channel_word;
use inbox_model::{
    CommandId, Conversation, ConversationId, Part, ParticipantId, Preview, TeamId, Timestamp,
};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::{OrganisationId, Result, StoreError, search};

/// The columns of [`Stored`], in the order in which [`Stored::from_row`] reads them.
pub(super) const COLUMNS: &str = "c.data, c.version, c.public_version, c.public_activity_at, \
     c.public_updated_at, c.last_position, c.inbound_position, c.outbound_position, \
     c.answer_position, c.preview, c.public_preview, c.organisation_id";

/// How many columns those are; further ones of a query follow.
pub(super) const COLUMN_COUNT: usize = 12;

/// A conversation with what the store keeps beside the model.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    /// Whose it is.
    pub(super) organisation: OrganisationId,
    /// Without parts, preview, unread and version.
    pub(super) conversation: Conversation,
    pub(super) version: u64,
    pub(super) public_version: u64,
    pub(super) public_activity_at: Timestamp,
    pub(super) public_updated_at: Timestamp,
    pub(super) positions: Positions,
    pub(super) preview: Option<Preview>,
    pub(super) public_preview: Option<Preview>,
}

/// Positions of newest parts by what they are; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Positions {
    pub(super) last: i64,
    pub(super) inbound: i64,
    pub(super) outbound: i64,
    pub(super) answer: i64,
}

impl Positions {
    /// Counts one more part and returns its position.
    pub(super) fn push(&mut self, part: &Part) -> i64 {
        self.last += 1;
        match side(part) {
            Some("in") => self.inbound = self.last,
            Some(_) => {
                self.outbound = self.last;
                let author = part.author.as_ref().map(|author| &author.kind);
                if author == Some(&inbox_model::ParticipantKind::Agent) {
                    self.answer = self.last;
                }
            }
            None => {}
        }
        self.last
    }
}

/// Who said a part: `in` a contact, `out` the company; `None` if nobody said anything.
pub(super) fn side(part: &Part) -> Option<&'static str> {
    part.is_spoken().then(|| if part.is_inbound() { "in" } else { "out" })
}

impl Stored {
    pub(super) fn from_row(row: &SqliteRow) -> Result<Self> {
        let number = |at: usize| -> Result<u64> {
            Ok(u64::try_from(row.try_get::<i64, _>(at)?).unwrap_or(0))
        };
        let instant =
            |at: usize| -> Result<Timestamp> { Ok(Timestamp::from_millis(row.try_get(at)?)) };
        let preview = |at: usize| -> Result<Option<Preview>> {
            let text: Option<&str> = row.try_get(at)?;
            Ok(text.map(serde_json::from_str).transpose()?)
        };
        Ok(Self {
            conversation: serde_json::from_str(row.try_get(0)?)?,
            version: number(1)?,
            public_version: number(2)?,
            public_activity_at: instant(3)?,
            public_updated_at: instant(4)?,
            positions: Positions {
                last: row.try_get(5)?,
                inbound: row.try_get(6)?,
                outbound: row.try_get(7)?,
                answer: row.try_get(8)?,
            },
            preview: preview(9)?,
            public_preview: preview(10)?,
            organisation: OrganisationId::from_row(row, 11)?,
        })
    }

    /// Writes the row, new or not. That of another organisation is not touched.
    pub(super) async fn save(&self, tx: &mut SqliteConnection) -> Result<()> {
        let sql = "INSERT INTO conversations
               (id, version, public_version, state, snoozed_until, assignee, created_at,
                activity_at, public_activity_at, public_updated_at, last_position,
                inbound_position, outbound_position, answer_position, preview, public_preview, data,
                organisation_id, starred, archived, due_at, search, public_search, folded, team,
                priority, channel)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                     $18, $19, $20, $21, $22, $23, 1, $24, $25, $26)
             ON CONFLICT (id) DO UPDATE SET
                version = excluded.version, public_version = excluded.public_version,
                state = excluded.state, snoozed_until = excluded.snoozed_until,
                assignee = excluded.assignee, created_at = excluded.created_at,
                activity_at = excluded.activity_at,
                public_activity_at = excluded.public_activity_at,
                public_updated_at = excluded.public_updated_at,
                last_position = excluded.last_position,
                inbound_position = excluded.inbound_position,
                outbound_position = excluded.outbound_position,
                answer_position = excluded.answer_position,
                preview = excluded.preview, public_preview = excluded.public_preview,
                data = excluded.data, starred = excluded.starred,
                archived = excluded.archived, due_at = excluded.due_at, search = excluded.search,
                public_search = excluded.public_search, folded = excluded.folded,
                team = excluded.team, priority = excluded.priority, channel = excluded.channel
             WHERE conversations.organisation_id = excluded.organisation_id";
        let conversation = &self.conversation;
        let preview = |preview: &Option<Preview>| -> Result<Option<String>> {
            Ok(preview.as_ref().map(serde_json::to_string).transpose()?)
        };
        let saved = sqlx::query(sql)
            .bind(conversation.id.as_str())
            .bind(i64::try_from(self.version).unwrap_or(i64::MAX))
            .bind(i64::try_from(self.public_version).unwrap_or(i64::MAX))
            .bind(write_state(conversation.state))
            .bind(conversation.snoozed_until.map(Timestamp::as_millis))
            .bind(conversation.assignee.as_ref().map(ParticipantId::as_str))
            .bind(conversation.created_at.as_millis())
            .bind(conversation.activity_at().as_millis())
            .bind(self.public_activity_at.as_millis())
            .bind(self.public_updated_at.as_millis())
            .bind(self.positions.last)
            .bind(self.positions.inbound)
            .bind(self.positions.outbound)
            .bind(self.positions.answer)
            .bind(preview(&self.preview)?)
            .bind(preview(&self.public_preview)?)
            .bind(serde_json::to_string(conversation)?)
            .bind(self.organisation.as_str())
            .bind(i64::from(conversation.handling.starred))
            .bind(i64::from(conversation.handling.archived))
            .bind(conversation.due_at().map(Timestamp::as_millis))
            .bind(search::text_of(conversation, self.preview.as_ref()))
            .bind(search::public_text_of(conversation, self.public_preview.as_ref()))
            .bind(conversation.team.as_ref().map(TeamId::as_str))
            .bind(write_priority(conversation.priority))
            .bind(channel_word(&conversation.channel()).to_owned())
            .execute(tx)
            .await?;
        if saved.rows_affected() == 0 { Err(StoreError::Taken) } else { Ok(()) }
    }
}

/// Loads one conversation of an organisation.
pub(super) async fn load(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    id: &ConversationId,
) -> Result<Option<Stored>> {
    let sql =
        format!("SELECT {COLUMNS} FROM conversations c WHERE c.id = $1 AND c.organisation_id = $2");
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.as_str()).bind(organisation.as_str());
    let row = query.fetch_optional(tx).await?;
    row.as_ref().map(Stored::from_row).transpose()
}

/// Whether any organisation has a conversation of this id.
pub(super) async fn is_taken(tx: &mut SqliteConnection, id: &ConversationId) -> Result<bool> {
    let query = sqlx::query("SELECT 1 FROM conversations WHERE id = $1").bind(id.as_str());
    Ok(query.fetch_optional(tx).await?.is_some())
}

/// Writes one part at its position, new or not.
pub(super) async fn save_part(
    tx: &mut SqliteConnection,
    conversation: &ConversationId,
    position: i64,
    part: &Part,
) -> Result<()> {
    let sql = "INSERT INTO parts
           (conversation_id, position, id, kind, public, side, taggable, tagged, command_id,
            created_at, data, external_id, touchpoint)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (conversation_id, position) DO UPDATE SET
            kind = excluded.kind, public = excluded.public, side = excluded.side,
            taggable = excluded.taggable, tagged = excluded.tagged,
            command_id = excluded.command_id, created_at = excluded.created_at,
            data = excluded.data, external_id = excluded.external_id,
            touchpoint = excluded.touchpoint";
    let data = serde_json::to_value(part)?;
    let kind = data.pointer("/body/kind").and_then(serde_json::Value::as_str).unwrap_or_default();
    sqlx::query(sql)
        .bind(conversation.as_str())
        .bind(position)
        .bind(part.id.as_str())
        .bind(kind.to_owned())
        .bind(i64::from(part.is_public()))
        .bind(side(part))
        .bind(i64::from(part.is_taggable() && !part.redacted))
        .bind(i64::from(!part.tag_applications.is_empty()))
        .bind(part.command_id.as_ref().map(CommandId::as_str))
        .bind(part.created_at.as_millis())
        .bind(data.to_string())
        .bind(part.tracking.external_id.as_deref())
        .bind(part.touchpoint().map(Touchpoint::as_str))
        .execute(tx)
        .await?;
    Ok(())
}

/// A part from its `data` column.
pub(super) fn part(row: &SqliteRow, at: usize) -> Result<Arc<Part>> {
    Ok(Arc::new(serde_json::from_str(row.try_get(at)?)?))
}
