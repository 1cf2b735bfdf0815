//! What goes with something that is removed for good: the files that nothing else carries, the answers
//! that told of it, and what was learnt from it.

use inbox_model::{ConversationId, MediaId, PartId, Timestamp};
use sqlx::{Row, SqliteConnection};

use super::save::Outcome;
use super::{OrganisationId, Result, idempotency};

/// After the redactions among what has changed. Whether a file has lost its last message.
pub(super) async fn after_redaction(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<bool> {
    let id = &outcome.conversation.id;
    let mut dropped = false;
    let changed = outcome.conversation.parts.iter();
    let redacted = changed.filter(|part| part.redacted && outcome.changed.contains(&part.id));
    for part in redacted.map(|part| &part.id) {
        let files = files_in(tx, id, Some(part)).await?;
        let sql = "DELETE FROM media_uses WHERE conversation_id = $1 AND part_id = $2";
        sqlx::query(sql).bind(id.as_str()).bind(part.as_str()).execute(&mut *tx).await?;
        dropped |= drop_unused(tx, &files, now).await?;
        let sql = "DELETE FROM training_pairs WHERE conversation_id = $1 AND sent_id = $2";
        sqlx::query(sql).bind(id.as_str()).bind(part.as_str()).execute(&mut *tx).await?;
        idempotency::forget(tx, organisation, id).await?;
    }
    Ok(dropped)
}

/// The files in a conversation, or in one part of it.
pub(super) async fn files_in(
    tx: &mut SqliteConnection,
    conversation: &ConversationId,
    part: Option<&PartId>,
) -> Result<Vec<MediaId>> {
    let sql = "SELECT DISTINCT media_id FROM media_uses
               WHERE conversation_id = $1 AND part_id = COALESCE($2, part_id)";
    let query = sqlx::query(sql).bind(conversation.as_str()).bind(part.map(PartId::as_str));
    let rows = query.fetch_all(tx).await?;
    rows.iter().map(|row| Ok(row.try_get::<&str, _>(0)?.into())).collect()
}

/// Takes files that no message carries any more from everybody; they are deleted soon after. Whether
/// there are any.
pub(super) async fn drop_unused(
    tx: &mut SqliteConnection,
    files: &[MediaId],
    now: Timestamp,
) -> Result<bool> {
    let mut dropped = 0;
    for file in files {
        let sql = "UPDATE media SET dropped_at = $1 WHERE id = $2 AND dropped_at IS NULL
                   AND NOT EXISTS (SELECT 1 FROM media_uses u WHERE u.media_id = media.id)";
        let query = sqlx::query(sql).bind(now.as_millis()).bind(file.as_str());
        dropped += query.execute(&mut *tx).await?.rows_affected();
    }
    Ok(dropped > 0)
}
