//! Messages that wait to be handed to the services that carry them.
//!
//! A message is queued in the transaction that says it, so there is never one without the other.
//! Before it is handed on, that it is tried is written down; once it was, its state and the end of
//! its waiting are one transaction. A crash in between leaves it waiting, so it is tried again:
//! nothing is lost, and who carries it gets the same id both times.

use inbox_model::part::PartBody;
use inbox_model::{
    Channel, Command, Conversation, ConversationId, Delivery, Part, PartId, Timestamp,
};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::write::Act;
use super::{OrganisationId, Reader, Result, Store, StoreError, bot, read};

/// A message that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its place in the queue.
    pub number: i64,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Where it was said.
    pub conversation: ConversationId,
    /// The message.
    pub part: PartId,
    /// By what it travels.
    pub channel: Channel,
    /// The rule that lets it fail, known when it was said.
    pub refused: Option<String>,
    /// How often it was tried, this time included.
    pub attempts: u32,
    /// When it was said.
    pub queued_at: Timestamp,
}

/// What one write says to the outside.
#[derive(Debug, Default)]
pub(super) struct Queue {
    said: Vec<(PartId, Channel, Option<&'static str>)>,
    reported: Vec<PartId>,
}

impl Queue {
    /// Adds what is carried of the parts that a command has made.
    pub(super) fn add(
        &mut self,
        conversation: &Conversation,
        added: &[PartId],
        refused: Option<&'static str>,
    ) {
        for part in conversation.parts.iter().filter(|part| added.contains(&part.id)) {
            if let Some(channel) = carried_by(part) {
                self.said.push((part.id.clone(), channel.clone(), refused));
            }
        }
    }

    /// Takes out what a command reports on: whoever can has carried it.
    pub(super) fn settle(&mut self, command: &Command) {
        if let Command::SetDelivery { part, delivery, .. } = command
            && *delivery != Delivery::Created
        {
            self.reported.push(part.clone());
        }
    }

    pub(super) async fn save(
        self,
        tx: &mut SqliteConnection,
        organisation: &OrganisationId,
        conversation: &ConversationId,
        now: Timestamp,
    ) -> Result<()> {
        let sql = "INSERT INTO deliveries
                       (number, organisation_id, conversation_id, part_id, channel, refused,
                        attempts, not_before, queued_at)
                   VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM deliveries), $1, $2, $3, $4,
                           $5, 0, $6, $6)";
        for (part, channel, refused) in self.said {
            sqlx::query(sql)
                .bind(organisation.as_str())
                .bind(conversation.as_str())
                .bind(part.as_str())
                .bind(serde_json::to_string(&channel)?)
                .bind(refused)
                .bind(now.as_millis())
                .execute(&mut *tx)
                .await?;
        }
        for part in self.reported {
            let sql = "DELETE FROM deliveries WHERE conversation_id = $1 AND part_id = $2";
            let query = sqlx::query(sql).bind(conversation.as_str()).bind(part.as_str());
            query.execute(&mut *tx).await?;
        }
        Ok(())
    }
}

/// The service that carries a part; `None` where nobody has to.
fn carried_by(part: &Part) -> Option<&Channel> {
    let said = matches!(part.body, PartBody::Message(_)) && !part.is_inbound();
    part.channel.as_ref().filter(|channel| said && channel.is_carried())
}

fn waiting(row: &SqliteRow) -> Result<Waiting> {
    Ok(Waiting {
        number: row.try_get(0)?,
        organisation: OrganisationId::from_row(row, 1)?,
        conversation: row.try_get::<&str, _>(2)?.into(),
        part: row.try_get::<&str, _>(3)?.into(),
        channel: serde_json::from_str(row.try_get(4)?)?,
        refused: row.try_get(5)?,
        attempts: u32::try_from(row.try_get::<i64, _>(6)?).unwrap_or(u32::MAX),
        queued_at: Timestamp::from_millis(row.try_get(7)?),
    })
}

impl Store {
    /// Takes the next message that may be handed on, of any channel but those that are left, and
    /// writes down that it is tried. `retry_at` is when it may be tried again if nobody says what
    /// became of it. Messages of one conversation leave in the order in which they were said.
    ///
    /// # Errors
    /// The database fails.
    pub async fn next_delivery(
        &self,
        left: &[Channel],
        now: Timestamp,
        retry_at: impl FnOnce(u32) -> Timestamp,
    ) -> Result<Option<Waiting>> {
        let mut common = self.common().await?;
        let words = left.iter().map(serde_json::to_string);
        let words: Vec<String> = words.collect::<std::result::Result<_, _>>()?;
        let others = (2..words.len() + 2).map(|at| format!(" AND d.channel <> ${at}"));
        let others = others.collect::<String>();
        let sql = format!(
            "SELECT d.number, d.organisation_id, d.conversation_id, d.part_id, d.channel, d.refused,
                    d.attempts + 1, d.queued_at
             FROM deliveries d
             WHERE d.not_before <= $1{others}
               AND NOT EXISTS (SELECT 1 FROM deliveries e
                   WHERE e.conversation_id = d.conversation_id AND e.channel = d.channel
                     AND e.number < d.number)
             ORDER BY d.number LIMIT 1"
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(now.as_millis());
        for word in words {
            query = query.bind(word);
        }
        let Some(row) = query.fetch_optional(common.connection()).await? else { return Ok(None) };
        let next = waiting(&row)?;
        sqlx::query(
            "UPDATE deliveries SET attempts = attempts + 1, not_before = $1 WHERE number = $2",
        )
        .bind(retry_at(next.attempts).as_millis())
        .bind(next.number)
        .execute(common.connection())
        .await?;
        common.commit().await?;
        Ok(Some(next))
    }

    /// The conversation of a message that waits, without its parts, and the message. `None` if it is
    /// gone.
    ///
    /// # Errors
    /// The database fails.
    pub async fn delivered_part(
        &self,
        waiting: &Waiting,
    ) -> Result<Option<(Conversation, std::sync::Arc<Part>)>> {
        let mut tx = self.readers().begin().await?;
        let id = bot().id.ok_or(StoreError::NoAgent)?;
        let reader = Reader::Agent { id, organisation: waiting.organisation.clone() };
        let conversation =
            read::conversation(&mut tx, &reader, &waiting.conversation, None).await?;
        let Some(conversation) = conversation else { return Ok(None) };
        let part = read::part(&mut tx, &waiting.conversation, &waiting.part).await?;
        Ok(part.map(|part| (conversation, part)))
    }

    /// Writes down what became of a message, and that it waits no longer.
    ///
    /// # Errors
    /// The database fails.
    pub async fn settle_delivery(
        &self,
        waiting: &Waiting,
        delivery: Delivery,
        info: Option<String>,
        now: Timestamp,
    ) -> Result<()> {
        let mut write = self.write(&waiting.organisation, now).await?;
        let sql = "DELETE FROM deliveries WHERE number = $1";
        sqlx::query(sql).bind(waiting.number).execute(write.connection()).await?;
        let command = Command::SetDelivery { part: waiting.part.clone(), delivery, info };
        let told = write.apply(&waiting.conversation, None, &[Act::new(&bot(), command)]).await;
        match told {
            // It was deleted or redacted while it was on its way.
            Ok(_) | Err(StoreError::NoConversation | StoreError::Refused(_)) => {}
            Err(error) => return Err(error),
        }
        write.finish(None).await
    }
}
