//! The partial update: commands that change fields of a conversation.

use inbox_model::command::Readers;
use inbox_model::{Command, ParticipantId};
use serde_json::{Map, Value, json};

use crate::dialect::Who;
use crate::error::DialectError;

/// The fields of the partial update.
pub(super) fn fields(change: &Command) -> Result<Map<String, Value>, DialectError> {
    let mut fields = Map::new();
    let mut set = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    match change {
        Command::Assign { agent, team } => {
            if let Some(agent) = agent {
                set("adminAssigneeId", json!(agent));
            }
            if let Some(team) = team {
                set("teamAssigneeId", json!(team));
            }
        }
        Command::Close => {
            set("state", json!("closed"));
        }
        Command::Reopen => {
            set("state", json!("open"));
        }
        Command::Snooze { until } => {
            set("state", json!("snoozed"));
            set("snoozedUntil", json!(until.to_rfc3339()));
        }
        Command::SetTitle { title } => {
            set("title", json!(title));
        }
        Command::SetAttributes { attributes } => {
            // A value is a JSON text; one that is none is meant as it stands.
            let value = |text: &String| serde_json::from_str(text).unwrap_or_else(|_| json!(text));
            let attributes = attributes.iter().map(|(name, text)| (name.clone(), value(text)));
            set("customAttributes", Value::Object(attributes.collect()));
        }
        _ => return Err(DialectError::Unsupported),
    }
    Ok(fields)
}

/// Whose receipts move, the actor's own among those of their side.
pub(super) fn mark_as_read(who: &Who<'_>, readers: &Readers) -> Result<Value, DialectError> {
    let me = if readers.me { who.actor.id.clone() } else { None };
    if readers.me && me.is_none() {
        return Err(DialectError::Unsupported);
    }
    let by_contact = who.actor.kind.is_contact();
    let ids = |listed: &[ParticipantId], mine: bool| -> Vec<Value> {
        let me = me.as_ref().filter(|me| mine && !listed.contains(me));
        me.into_iter().chain(listed).map(|id| json!(id)).collect()
    };
    let mut body = Map::new();
    for (name, ids) in [
        ("adminIds", ids(&readers.agents, !by_contact)),
        ("contactIds", ids(&readers.contacts, by_contact)),
    ] {
        if !ids.is_empty() {
            body.insert(name.into(), Value::Array(ids));
        }
    }
    for (name, all) in [("allAdmins", readers.all_agents), ("allContacts", readers.all_contacts)] {
        if all {
            body.insert(name.into(), json!(true));
        }
    }
    Ok(Value::Object(body))
}
