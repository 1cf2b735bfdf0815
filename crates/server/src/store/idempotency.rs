//! Same key, same answer, one effect.
//!
//! The answer of a write is kept in the transaction that makes its effect, so there is never one
//! without the other, whenever the power fails. Two that arrive at once take turns, and the second
//! finds the answer of the first. Refusals leave nothing behind and may be tried again.

use inbox_model::Timestamp;
use inbox_model::time::DAY;
use sqlx::{Row, SqliteConnection};

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
    /// Nothing was done under this key: a write that may do it.
    Fresh(Box<Write>),
    /// It was done; this was the answer.
    Done(Answer),
    /// Something else was done under this key.
    Mismatch,
}

pub(super) async fn look_up(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    key: &IdempotencyKey,
) -> Result<Option<(String, Answer)>> {
    let sql = "SELECT fingerprint, status, body FROM idempotency
               WHERE organisation_id = $1 AND principal = $2 AND key = $3";
    let query = sqlx::query(sql).bind(organisation.as_str()).bind(&key.principal).bind(&key.key);
    let row = query.fetch_optional(tx).await?;
    row.map(|row| {
        let status = u16::try_from(row.try_get::<i64, _>(1)?).unwrap_or(200);
        Ok((row.try_get(0)?, Answer { status, body: row.try_get(2)? }))
    })
    .transpose()
}

pub(super) async fn keep(
    tx: &mut SqliteConnection,
    organisation: &OrganisationId,
    key: &IdempotencyKey,
    answer: &Answer,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO idempotency
                   (organisation_id, principal, key, fingerprint, status, body, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(sql)
        .bind(organisation.as_str())
        .bind(&key.principal)
        .bind(&key.key)
        .bind(&key.fingerprint)
        .bind(i64::from(answer.status))
        .bind(&answer.body)
        .bind(now.as_millis())
        .execute(tx)
        .await?;
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
