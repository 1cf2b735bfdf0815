//! A conversation with the few parts that some systems tell beside it: the newest message of either
//! side, the newest note, the newest part of all, or one message and what it refers to.

use inbox_model::{Conversation, ConversationId, Part, PartId};
use sqlx::{Row, SqliteConnection};

use super::link::Links;
use super::read::told;
use super::{Reader, Result, Store, Write, read, row};
use crate::clock;

/// Puts the newest message of either side and the newest note that the reader may see into a
/// conversation, in order.
async fn add_newest(
    tx: &mut SqliteConnection,
    reader: &Reader,
    links: &Links,
    conversation: &mut Conversation,
) -> Result<()> {
    let of = |condition: &str| {
        let public = if reader.is_agent() { "" } else { "AND public = 1" };
        format!(
            "SELECT * FROM (SELECT position, data FROM parts WHERE conversation_id = $1
             AND {condition} {public} ORDER BY position DESC LIMIT 1)"
        )
    };
    let sql = format!(
        "{} UNION ALL {} UNION ALL {} ORDER BY position",
        of("side = 'in'"),
        of("side = 'out'"),
        of("kind = 'note'"),
    );
    let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(conversation.id.as_str());
    for found in query.fetch_all(tx).await? {
        conversation.parts.push(told(reader, links, row::part(&found, 1)?));
    }
    Ok(())
}

/// Puts the newest part that the reader may see and that `is_wanted` takes into a conversation without
/// parts.
async fn add_last(
    tx: &mut SqliteConnection,
    reader: &Reader,
    links: &Links,
    conversation: &mut Conversation,
    is_wanted: fn(&Part) -> bool,
) -> Result<()> {
    let public = if reader.is_agent() { "" } else { "AND public = 1" };
    let sql = format!(
        "SELECT position, data FROM parts WHERE conversation_id = $1 AND position < $2 {public}
         ORDER BY position DESC LIMIT 1"
    );
    let mut before = i64::MAX;
    loop {
        let query = sqlx::query(sqlx::AssertSqlSafe(sql.as_str()));
        let query = query.bind(conversation.id.as_str()).bind(before);
        let Some(found) = query.fetch_optional(&mut *tx).await? else { return Ok(()) };
        before = found.try_get(0)?;
        let part = row::part(&found, 1)?;
        if is_wanted(&part) {
            conversation.parts.push(told(reader, links, part));
            return Ok(());
        }
    }
}

/// A conversation with one part, as a reader sees both, and before it the part that this refers to.
async fn with_part(
    tx: &mut SqliteConnection,
    reader: &Reader,
    links: &Links,
    id: &ConversationId,
    part: &PartId,
) -> Result<Option<Conversation>> {
    let Some(mut conversation) = read::conversation(tx, reader, id, None).await? else {
        return Ok(None);
    };
    let mut wanted = Some(part.clone());
    while let Some(part) = wanted.take() {
        let public = if reader.is_agent() { "" } else { "AND public = 1" };
        let sql = format!("SELECT data FROM parts WHERE conversation_id = $1 AND id = $2 {public}");
        let query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id.as_str()).bind(part.as_str());
        let Some(found) = query.fetch_optional(&mut *tx).await? else { break };
        let found = told(reader, links, row::part(&found, 0)?);
        // What is referred to comes without its own reference.
        if conversation.parts.is_empty() {
            wanted.clone_from(&found.tracking.reply_to);
        }
        conversation.parts.insert(0, found);
    }
    Ok(Some(conversation))
}

impl Store {
    /// Puts the newest message of either side and the newest note into conversations without parts, as
    /// far as the reader may see them.
    ///
    /// # Errors
    /// The database fails.
    pub async fn add_newest(
        &self,
        reader: &Reader,
        conversations: &mut [Conversation],
    ) -> Result<()> {
        let links = self.links(clock::now());
        let mut tx = self.readers().begin().await?;
        for conversation in conversations {
            add_newest(&mut tx, reader, &links, conversation).await?;
        }
        Ok(())
    }

    /// Puts the newest part that the reader may see and that `is_wanted` takes into conversations
    /// without parts.
    ///
    /// # Errors
    /// The database fails.
    pub async fn add_last(
        &self,
        reader: &Reader,
        conversations: &mut [Conversation],
        is_wanted: fn(&Part) -> bool,
    ) -> Result<()> {
        let links = self.links(clock::now());
        let mut tx = self.readers().begin().await?;
        for conversation in conversations {
            add_last(&mut tx, reader, &links, conversation, is_wanted).await?;
        }
        Ok(())
    }

    /// One conversation with its newest message of either side and its newest note, as a reader sees it.
    ///
    /// # Errors
    /// The database fails.
    pub async fn with_newest(
        &self,
        reader: &Reader,
        id: &ConversationId,
    ) -> Result<Option<Conversation>> {
        let links = self.links(clock::now());
        let mut tx = self.readers().begin().await?;
        let mut conversation = read::conversation(&mut tx, reader, id, None).await?;
        if let Some(conversation) = &mut conversation {
            add_newest(&mut tx, reader, &links, conversation).await?;
        }
        Ok(conversation)
    }

    /// One conversation with one part, and before it the part that this refers to. There are no parts
    /// where the reader may know of no such part.
    ///
    /// # Errors
    /// The database fails.
    pub async fn with_part(
        &self,
        reader: &Reader,
        id: &ConversationId,
        part: &PartId,
    ) -> Result<Option<Conversation>> {
        let links = self.links(clock::now());
        let mut tx = self.readers().begin().await?;
        with_part(&mut tx, reader, &links, id, part).await
    }
}

impl Write {
    /// The same as [`Store::with_newest`] after what this write has done so far. Whoever reads for
    /// another organisation sees nothing.
    ///
    /// # Errors
    /// The database fails.
    pub async fn with_newest(
        &mut self,
        reader: &Reader,
        id: &ConversationId,
    ) -> Result<Option<Conversation>> {
        let mut conversation = self.conversation(reader, id, false).await?;
        if let Some(conversation) = &mut conversation {
            let links = self.links();
            add_newest(self.connection(), reader, &links, conversation).await?;
        }
        Ok(conversation)
    }

    /// The same as [`Store::with_part`] after what this write has done so far. Whoever reads for
    /// another organisation sees nothing.
    ///
    /// # Errors
    /// The database fails.
    pub async fn with_part(
        &mut self,
        reader: &Reader,
        id: &ConversationId,
        part: &PartId,
    ) -> Result<Option<Conversation>> {
        if reader.organisation() != self.organisation() {
            return Ok(None);
        }
        self.tell_of(id);
        let links = self.links();
        with_part(self.connection(), reader, &links, id, part).await
    }
}
