//! Names and blocks that are true now.

use std::collections::HashMap;

use inbox_model::Conversation;
use sqlx::{QueryBuilder, Row, Sqlite, SqliteConnection};

use super::{Reader, Result, people};

/// Participants are stored as they were when they came in; this gives contacts the name, address
/// and picture that they have now, and says whether they are blocked now: the reader, where that is a
/// contact, else the first contact.
pub(super) async fn participants(
    tx: &mut SqliteConnection,
    reader: &Reader,
    conversations: &mut [Conversation],
) -> Result<()> {
    let ids: Vec<String> = conversations
        .iter()
        .flat_map(|conversation| &conversation.participants)
        .filter(|one| one.kind.is_contact())
        .filter_map(|one| Some(one.id.as_ref()?.to_string()))
        .collect();
    if ids.is_empty() {
        return Ok(());
    }
    let mut query = QueryBuilder::<Sqlite>::new(people::CONTACT);
    query.push(" WHERE organisation_id = ").push_bind(reader.organisation().as_str());
    query.push(" AND id IN (");
    let mut list = query.separated(", ");
    for id in ids {
        list.push_bind(id);
    }
    query.push(")");
    let rows = query.build().fetch_all(tx).await?;
    let mut known = HashMap::new();
    for row in &rows {
        let contact = people::contact(row)?.participant;
        if let Some(id) = contact.id.clone() {
            let blocked = row.try_get::<i64, _>(6)? != 0;
            known.insert(id, (contact, blocked));
        }
    }
    for conversation in conversations {
        let of_reader = Some(reader.id()).filter(|_| !reader.is_agent());
        let first = conversation.contact().and_then(|contact| contact.id.as_ref());
        let who = of_reader.or(first).and_then(|id| known.get(id));
        conversation.blocked = who.is_some_and(|(_, blocked)| *blocked);
        for participant in &mut conversation.participants {
            if let Some((now, _)) = participant.id.as_ref().and_then(|id| known.get(id)) {
                participant.clone_from(now);
                if !reader.is_agent() && participant.id.as_ref() != Some(reader.id()) {
                    participant.email = None;
                }
            }
        }
    }
    Ok(())
}
