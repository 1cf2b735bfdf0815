//! Writing what a command changed: the conversation's row, its parts, and the tables that find it.

use std::collections::HashMap;

use inbox_model::apply::preview_of;
use inbox_model::{Conversation, ConversationId, Part, PartId, ParticipantId, Timestamp};
use sqlx::{Row, SqliteConnection};

use super::event::{Change, Event, EventKind};
use super::row::{self, Stored};
use super::{Result, face};

/// Parts that were loaded or made, with their positions.
pub(super) type PositionOf = HashMap<PartId, i64>;

/// What a batch of commands made of a conversation.
pub(super) struct Outcome {
    /// With the parts that were loaded and those that are new.
    pub(super) conversation: Conversation,
    /// Ids of the new parts, in order.
    pub(super) added: Vec<PartId>,
    /// Ids of loaded parts that are different now.
    pub(super) changed: Vec<PartId>,
}

/// Writes `outcome` over `before` (with the parts that were loaded) and records the events.
/// `None` if nothing is different.
pub(super) async fn save(
    tx: &mut SqliteConnection,
    before: &Stored,
    is_new: bool,
    outcome: &Outcome,
    mut positions: PositionOf,
    now: Timestamp,
) -> Result<Option<Change>> {
    let after = &outcome.conversation;
    let untouched = outcome.added.is_empty() && outcome.changed.is_empty();
    if !is_new && untouched && bare(after) == bare(&before.conversation) {
        return Ok(None);
    }
    let id = &after.id;
    let mut stored = Stored { conversation: bare(after), ..before.clone() };
    stored.version += 1;
    for part in &after.parts {
        if outcome.added.contains(&part.id) {
            positions.insert(part.id.clone(), stored.positions.push(part));
        }
        refresh_previews(&mut stored, part, outcome);
    }
    let public = is_new
        || face::differs(&before.conversation, after)
        || has_read_more(tx, &before.conversation, after).await?;
    if public {
        stored.public_version += 1;
        stored.public_updated_at = stored.public_updated_at.max(now);
        let said = after.parts.iter().filter(|part| outcome.added.contains(&part.id));
        for part in said.filter(|part| part.is_public() && part.is_spoken()) {
            stored.public_activity_at = stored.public_activity_at.max(part.created_at);
        }
    }
    stored.save(tx).await?;
    for part in &after.parts {
        if outcome.added.contains(&part.id) || outcome.changed.contains(&part.id) {
            let position = positions.get(&part.id).copied().unwrap_or_default();
            row::save_part(tx, id, position, part).await?;
        }
    }
    save_receipts(tx, &before.conversation, after, is_new, &positions).await?;
    if is_new || before.conversation.tags != after.tags {
        save_tags(tx, after).await?;
    }
    if before.conversation.handling.marked_unread_by != after.handling.marked_unread_by {
        save_unread_marks(tx, after).await?;
    }
    let gone = if is_new || before.conversation.participants != after.participants {
        save_participants(tx, after).await?
    } else {
        Vec::new()
    };
    let event = Event {
        organisation: &stored.organisation,
        kind: EventKind::Changed,
        conversation: id,
        version: stored.version,
    };
    let number = event.record(tx, now).await?;
    let mut contacts = Vec::new();
    if public {
        let changed = Event { version: stored.public_version, ..event };
        for contact in contacts_of(after) {
            contacts.push(changed.record_for(tx, contact, now).await?);
        }
        let deleted = Event { kind: EventKind::Deleted, ..changed };
        for contact in &gone {
            contacts.push(deleted.record_for(tx, contact, now).await?);
        }
    }
    Ok(Some(event.into_change(number, contacts)))
}

/// The conversation as its `data` column holds it. Whether somebody is blocked is kept with them.
pub(super) fn bare(conversation: &Conversation) -> Conversation {
    let mut bare = conversation.clone();
    bare.parts.clear();
    bare.blocked = false;
    bare.preview = None;
    bare.unread = None;
    bare.version = None;
    bare
}

/// The contacts who may see a conversation.
pub(super) fn contacts_of(conversation: &Conversation) -> impl Iterator<Item = &ParticipantId> {
    conversation
        .participants
        .iter()
        .filter(|participant| participant.kind.is_contact())
        .filter_map(|participant| participant.id.as_ref())
}

/// A new part becomes the preview; a part that was altered is told anew where it is the preview.
fn refresh_previews(stored: &mut Stored, part: &std::sync::Arc<Part>, outcome: &Outcome) {
    let is_new = outcome.added.contains(&part.id);
    if !is_new && !outcome.changed.contains(&part.id) {
        return;
    }
    let mut alone = Conversation::new(stored.conversation.id.clone(), part.created_at);
    alone.parts.push(part.clone());
    for (preview, public_only) in [(&mut stored.preview, false), (&mut stored.public_preview, true)]
    {
        let shown = preview.as_ref().is_some_and(|preview| preview.part_id == part.id);
        if let Some(fresh) = preview_of(&alone, public_only)
            && (is_new || shown)
        {
            *preview = Some(fresh);
        }
    }
}

/// Whether a contact has read something that they can see. A receipt that only moves on to a note
/// is no news for them: their unread badge is the same in every tab, and so must be the version,
/// which would tell of the note.
async fn has_read_more(
    tx: &mut SqliteConnection,
    before: &Conversation,
    after: &Conversation,
) -> Result<bool> {
    let sql = "SELECT 1 FROM parts p WHERE p.conversation_id = $1 AND p.public = 1
               AND p.position > COALESCE((SELECT r.position FROM read_receipts r
                   WHERE r.conversation_id = $1 AND r.participant_id = $2), 0) LIMIT 1";
    for receipt in after.read_receipts.iter().filter(|receipt| receipt.kind.is_contact()) {
        let participant = &receipt.participant;
        if before.receipt(participant) == Some(receipt) {
            continue;
        }
        let query = sqlx::query(sql).bind(after.id.as_str()).bind(participant.as_str());
        if query.fetch_optional(&mut *tx).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) async fn save_receipts(
    tx: &mut SqliteConnection,
    before: &Conversation,
    after: &Conversation,
    is_new: bool,
    positions: &PositionOf,
) -> Result<()> {
    let sql = "INSERT INTO read_receipts (conversation_id, participant_id, position)
               VALUES ($1, $2, $3)
               ON CONFLICT (conversation_id, participant_id)
               DO UPDATE SET position = excluded.position";
    for receipt in &after.read_receipts {
        let moved = is_new || before.receipt(&receipt.participant) != Some(receipt);
        // A receipt only ever moves to a part that was loaded for it.
        if let Some(position) = positions.get(&receipt.last_read_part)
            && moved
        {
            sqlx::query(sql)
                .bind(after.id.as_str())
                .bind(receipt.participant.as_str())
                .bind(position)
                .execute(&mut *tx)
                .await?;
        }
    }
    Ok(())
}

pub(super) async fn save_tags(tx: &mut SqliteConnection, after: &Conversation) -> Result<()> {
    let sql = "DELETE FROM conversation_tags WHERE conversation_id = $1";
    sqlx::query(sql).bind(after.id.as_str()).execute(&mut *tx).await?;
    let sql = "INSERT INTO conversation_tags (conversation_id, tag_id) VALUES ($1, $2)
               ON CONFLICT DO NOTHING";
    for tag in &after.tags {
        sqlx::query(sql).bind(after.id.as_str()).bind(tag.id.as_str()).execute(&mut *tx).await?;
    }
    Ok(())
}

pub(super) async fn save_unread_marks(
    tx: &mut SqliteConnection,
    after: &Conversation,
) -> Result<()> {
    let sql = "DELETE FROM unread_marks WHERE conversation_id = $1";
    sqlx::query(sql).bind(after.id.as_str()).execute(&mut *tx).await?;
    let sql = "INSERT INTO unread_marks (conversation_id, agent_id) VALUES ($1, $2)
               ON CONFLICT DO NOTHING";
    for agent in &after.handling.marked_unread_by {
        sqlx::query(sql).bind(after.id.as_str()).bind(agent.as_str()).execute(&mut *tx).await?;
    }
    Ok(())
}

/// Writes who may see the conversation and returns the contacts who no longer may.
pub(super) async fn save_participants(
    tx: &mut SqliteConnection,
    after: &Conversation,
) -> Result<Vec<ParticipantId>> {
    let id: &ConversationId = &after.id;
    let sql = "SELECT participant_id FROM conversation_participants WHERE conversation_id = $1";
    let rows = sqlx::query(sql).bind(id.as_str()).fetch_all(&mut *tx).await?;
    let mut gone = Vec::new();
    for row in rows {
        let there = ParticipantId::from(row.try_get::<&str, _>(0)?);
        if !contacts_of(after).any(|contact| contact == &there) {
            let sql = "DELETE FROM conversation_participants
                       WHERE conversation_id = $1 AND participant_id = $2";
            sqlx::query(sql).bind(id.as_str()).bind(there.as_str()).execute(&mut *tx).await?;
            gone.push(there);
        }
    }
    let sql = "INSERT INTO conversation_participants (conversation_id, participant_id)
               VALUES ($1, $2) ON CONFLICT DO NOTHING";
    for contact in contacts_of(after) {
        sqlx::query(sql).bind(id.as_str()).bind(contact.as_str()).execute(&mut *tx).await?;
    }
    Ok(gone)
}
