//! By which ways the company and a contact have met, for the rows of a list.

use std::collections::HashMap;

use inbox_model::touchpoint::Touchpoint;
use inbox_model::{Conversation, ConversationId};
use sqlx::{QueryBuilder, Row, Sqlite};

use super::{Reader, Result, Store};

impl Store {
    /// For each of these conversations, in their order, by which ways it was held, each once and in
    /// the order in which they came. A contact is told of what they can see.
    ///
    /// # Errors
    /// The database fails.
    pub async fn touchpoints(
        &self,
        reader: &Reader,
        conversations: &[Conversation],
    ) -> Result<Vec<Vec<Touchpoint>>> {
        if conversations.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT p.conversation_id, p.touchpoint FROM parts p
             JOIN conversations c ON c.id = p.conversation_id
             WHERE p.touchpoint IS NOT NULL AND c.organisation_id = ",
        );
        query.push_bind(reader.organisation().as_str().to_owned());
        if !reader.is_agent() {
            query.push(" AND p.public = 1");
        }
        let mut list = query.push(" AND p.conversation_id IN (").separated(", ");
        for conversation in conversations {
            list.push_bind(conversation.id.to_string());
        }
        query.push(") GROUP BY p.conversation_id, p.touchpoint ORDER BY MIN(p.position)");
        let mut known: HashMap<ConversationId, Vec<Touchpoint>> = HashMap::new();
        for row in query.build().fetch_all(self.readers()).await? {
            let name: &str = row.try_get(1)?;
            if let Some(one) = Touchpoint::ALL.into_iter().find(|one| one.as_str() == name) {
                known.entry(row.try_get::<&str, _>(0)?.into()).or_default().push(one);
            }
        }
        Ok(conversations.iter().map(|row| known.remove(&row.id).unwrap_or_default()).collect())
    }
}
