//! Loading as much of a thread as the rules look at: a few parts, however long it is.

use inbox_model::{Command, ConversationId, PartId};
use sqlx::{Row, SqliteConnection};

use super::row::{self, Stored};
use super::save::PositionOf;
use super::{Act, Result};

/// Loads the parts that the rules of these commands look at, and says where they stand. The newest
/// is always among them: time and receipts go by it.
pub(super) async fn parts(
    tx: &mut SqliteConnection,
    stored: &mut Stored,
    acts: &[Act],
) -> Result<PositionOf> {
    let id = stored.conversation.id.clone();
    let mut wanted = vec![stored.positions.last];
    for act in acts {
        match &act.command {
            Command::Redact { part } => {
                wanted.push(position_of(tx, &id, part).await?);
                // A draft that was sent as it stood says the same.
                wanted.extend(drafts(tx, &id).await?);
                // The first message is also told as the conversation's source.
                wanted.push(extreme(tx, &id, "MIN", "side IS NOT NULL").await?);
            }
            Command::AttachTag { .. } | Command::DetachTag { .. } => {
                wanted.extend(tagged(tx, &id).await?);
            }
            Command::SetTags { .. } => wanted.extend(tagged(tx, &id).await?),
            Command::MarkSeen { part, .. }
            | Command::React { part, .. }
            | Command::SetDelivery { part, .. }
            | Command::DismissSuggestion { part } => {
                wanted.push(position_of(tx, &id, part).await?);
            }
            // Whether a draft has seen the last word.
            Command::Suggest { .. } => wanted.push(last_word(tx, &id).await?),
            Command::SendSuggestion { part, .. } => {
                wanted.push(position_of(tx, &id, part).await?);
                wanted.push(last_word(tx, &id).await?);
            }
            Command::Reply { envelope, .. } => {
                if let Some(draft) = &envelope.suggestion {
                    wanted.push(position_of(tx, &id, draft).await?);
                    wanted.push(last_word(tx, &id).await?);
                }
            }
            _ => {}
        }
    }
    // Whatever an agent says settles the draft that waits.
    if let Some(draft) = &stored.conversation.handling.pending_suggestion {
        wanted.push(position_of(tx, &id, draft).await?);
    }
    wanted.sort_unstable();
    wanted.dedup();
    let mut positions = PositionOf::new();
    for position in wanted.into_iter().filter(|&position| position > 0) {
        let sql = "SELECT data FROM parts WHERE conversation_id = $1 AND position = $2";
        let row = sqlx::query(sql).bind(id.as_str()).bind(position).fetch_one(&mut *tx).await?;
        let part = row::part(&row, 0)?;
        positions.insert(part.id.clone(), position);
        stored.conversation.parts.push(part);
    }
    Ok(positions)
}

/// Where the newest message stands: what was said to the other side.
async fn last_word(tx: &mut SqliteConnection, conversation: &ConversationId) -> Result<i64> {
    extreme(tx, conversation, "MAX", "side IS NOT NULL").await
}

/// Where drafts stand.
async fn drafts(tx: &mut SqliteConnection, conversation: &ConversationId) -> Result<Vec<i64>> {
    let sql = "SELECT position FROM parts WHERE conversation_id = $1 AND kind = 'suggestion'";
    let rows = sqlx::query(sql).bind(conversation.as_str()).fetch_all(tx).await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

/// The newest message, and where tags hang or once hung.
async fn tagged(tx: &mut SqliteConnection, conversation: &ConversationId) -> Result<Vec<i64>> {
    let mut positions = vec![extreme(tx, conversation, "MAX", "taggable = 1").await?];
    let sql = "SELECT position FROM parts WHERE conversation_id = $1 AND tagged = 1";
    for row in sqlx::query(sql).bind(conversation.as_str()).fetch_all(&mut *tx).await? {
        positions.push(row.try_get(0)?);
    }
    Ok(positions)
}

async fn position_of(
    tx: &mut SqliteConnection,
    conversation: &ConversationId,
    part: &PartId,
) -> Result<i64> {
    let sql = "SELECT position FROM parts WHERE conversation_id = $1 AND id = $2";
    let query = sqlx::query(sql).bind(conversation.as_str()).bind(part.as_str());
    Ok(query.fetch_optional(tx).await?.map_or(Ok(0), |row| row.try_get(0))?)
}

async fn extreme(
    tx: &mut SqliteConnection,
    conversation: &ConversationId,
    which: &'static str,
    condition: &'static str,
) -> Result<i64> {
    let sql = format!(
        "SELECT COALESCE({which}(position), 0) FROM parts
         WHERE conversation_id = $1 AND {condition}"
    );
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(conversation.as_str());
    Ok(query.fetch_one(tx).await?.try_get(0)?)
}
