//! Same key, same answer, one effect.
//!
//! The answer of a write is kept in the transaction that makes its effect, so there is never one
//! without the other, whenever the power fails. Two that arrive at once take turns, and the second
//! finds the answer of the first. Refusals leave nothing behind and may be tried again.
//!
//! An answer tells what was said, so it is forgotten when something of that is removed for good. The
//! key is not, and asking again under it has no second effect: see [`super::replay`].

use inbox_model::time::DAY;
use inbox_model::{ConversationId, PartId, Timestamp};
use sqlx::{Row, SqliteConnection};

use super::replay::Replay;
use super::{OrganisationId, Result, Store, Write};

/// How long an answer is kept. A device that was offline for longer sends a command that is old
/// enough to be worth a second look.
const KEPT_MILLIS: i64 = 30 * DAY;

/// Under which a write has one effect. It is the principal's within one organisation: whoever acts
/// for two may use it in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// Whose key it is; two people may choose the same.
    pub principal: String,
    /// The key, 1 to 255 printable ASCII characters.
    pub key: String,
    /// A digest of what is asked for under it.
    pub fingerprint: String,
}

/// An answer to a write, as it went over the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// What a key leads to.
#[derive(Debug)]
pub enum Begun {
    /// Nothing was done under this key: a write that may do it. Or it was done and the answer was
    /// forgotten: a write that does nothing, and tells what was done.
    Fresh(Box<Write>),
    /// It was done; this was the answer.
    Done(Answer),
    /// Something else was done under this key.
    Mismatch,
}

/// What was done under a key.
pub(super) enum Kept {
    /// The answer.
    Answer(Answer),
    /// What was done; the answer was forgotten.
    Forgotten(Replay),
}

/// What was done under a key, with the digest of what was asked for.
pub(super) async fn look_up(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    key: &IdempotencyKey,
) -> Result<Option<(String, Kept)>> {
    let sql = "SELECT fingerprint, status, body, conversation_id, parts FROM idempotency
               WHERE organisation_id = $1 AND principal = $2 AND key = $3";
    let query = sqlx::query(sql).bind(organisation.as_str()).bind(&key.principal).bind(&key.key);
    let row = query.fetch_optional(tx).await?;
    row.map(|row| {
        let status = u16::try_from(row.try_get::<i64, _>(1)?).unwrap_or(200);
        let body: String = row.try_get(2)?;
        let conversation: Option<&str> = row.try_get(3)?;
        let kept = match conversation {
            Some(conversation) if body.is_empty() => Kept::Forgotten(Replay {
                conversation: conversation.into(),
                added: row.try_get::<&str, _>(4)?.split_whitespace().map(PartId::from).collect(),
            }),
            _ => Kept::Answer(Answer { status, body }),
        };
        Ok((row.try_get(0)?, kept))
    })
    .transpose()
}

pub(super) async fn keep(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    key: &IdempotencyKey,
    answer: &Answer,
    about: Option<&Replay>,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO idempotency
                   (organisation_id, principal, key, fingerprint, status, body, created_at,
                    conversation_id, parts)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let added: Vec<&str> =
        about.iter().flat_map(|about| &about.added).map(PartId::as_str).collect();
    sqlx::query(sql)
        .bind(organisation.as_str())
        .bind(&key.principal)
        .bind(&key.key)
        .bind(&key.fingerprint)
        .bind(i64::from(answer.status))
        .bind(&answer.body)
        .bind(now.as_millis())
        .bind(about.map(|about| about.conversation.as_str()))
        .bind(added.join(" "))
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets every answer that told of a conversation, and not that it was given.
pub(super) async fn forget(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    conversation: &ConversationId,
) -> Result<()> {
    let sql =
        "UPDATE idempotency SET body = '' WHERE conversation_id = $1 AND organisation_id = $2";
    let query = sqlx::query(sql).bind(conversation.as_str()).bind(organisation.as_str());
    query.execute(tx).await?;
    Ok(())
}

impl Store {
    /// Forgets answers that nobody will ask for again. For a background task.
    ///
    /// # Errors
    /// The database fails.
    pub async fn prune_answers(&self, now: Timestamp) -> Result<()> {
        let _turn = self.shared.turn.lock().await;
        sqlx::query("DELETE FROM idempotency WHERE created_at < $1")
            .bind(now.plus(-KEPT_MILLIS).as_millis())
            .execute(&self.shared.writer)
            .await?;
        Ok(())
    }
}
