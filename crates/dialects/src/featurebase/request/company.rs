//! Commands that only the company's people give.

use inbox_model::{Command, ParticipantId, TeamId};

use super::{CONVERSATIONS, acting, on_conversation, reply};
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::{Method, Request};
use crate::json::{self, Map};
use crate::portable;
use crate::url::encode;

/// Adds what narrows a list down.
pub(super) fn filters(query: &ListQuery, add: &mut dyn FnMut(&str, &str)) {
    if !query.tags.is_empty() {
        let ids: Vec<_> = query.tags.iter().map(|id| encode(id.as_str())).collect();
        add("tagIds", &ids.join(","));
    }
    // These three are our own server's; the vendor passes over what it does not know.
    if let Some(state) = query.state {
        add("state", portable::write_state(state));
    }
    if let Some(assignee) = &query.assignee {
        add("assignee", &encode(assignee.as_ref().map_or("none", ParticipantId::as_str)));
    }
    if query.unread == Some(true) {
        add("unread", "true");
    }
}

pub(super) fn command(who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
    Ok(match command {
        Command::Note { contents } => reply(who, contents, true)?,
        Command::Redact { part } => {
            let mut body = acting(who)?;
            body.set("type", "conversation_part");
            body.set("conversationId", who.conversation.as_str());
            body.set("conversationPartId", part.as_str());
            let path = [CONVERSATIONS, "/redact"].concat();
            super::request(Method::Post, path).json(body)
        }
        Command::AttachTag { tag } => {
            let mut body = acting_by_name(who)?;
            body.set("tagId", tag.id.as_str());
            on_conversation(who, Method::Post, "/tags", body)
        }
        Command::DetachTag { tag } => {
            let tail = format!("/tags/{}", encode(tag.id.as_str()));
            on_conversation(who, Method::Delete, &tail, acting_by_name(who)?)
        }
        Command::AddParticipant { participant } => {
            let mut body = acting(who)?;
            let found_by = match (&participant.id, &participant.email) {
                (Some(id), _) => Map::tagged("id", id.as_str()),
                (None, Some(email)) => Map::tagged("email", email),
                (None, None) => return Err(DialectError::Unsupported),
            };
            body.set("participant", found_by);
            on_conversation(who, Method::Post, "/participants", body)
        }
        Command::RemoveParticipant { participant } => {
            let mut body = acting(who)?;
            body.set("id", participant.as_str());
            on_conversation(who, Method::Delete, "/participants", body)
        }
        change => {
            let mut body = acting(who)?;
            fields(change, &mut body)?;
            on_conversation(who, Method::Patch, "", body)
        }
    })
}

/// The same for the two operations that never count as the bot's.
fn acting_by_name(who: &Who<'_>) -> Result<Map, DialectError> {
    acting(who)
        .and_then(|body| if body.is_empty() { Err(DialectError::Unsupported) } else { Ok(body) })
}

/// Adds the fields of the partial update.
fn fields(change: &Command, to: &mut Map) -> Result<(), DialectError> {
    match change {
        Command::Assign { agent, team } => {
            if let Some(agent) = agent {
                to.set("adminAssigneeId", agent.as_ref().map(ParticipantId::as_str));
            }
            if let Some(team) = team {
                to.set("teamAssigneeId", team.as_ref().map(TeamId::as_str));
            }
        }
        Command::Close => to.set("state", "closed"),
        Command::Reopen => to.set("state", "open"),
        Command::Snooze { until } => {
            to.set("state", "snoozed");
            to.set("snoozedUntil", until.to_rfc3339());
        }
        Command::SetTitle { title } => to.set("title", title.as_str()),
        Command::SetAttributes { attributes } => {
            let mut members = Map::default();
            for (name, text) in attributes {
                // A value is a JSON text; one that is none is meant as it stands.
                let value = json::parse(text, name);
                members.set(name, value.unwrap_or_else(|_| text.as_str().into()));
            }
            to.set("customAttributes", members);
        }
        _ => return Err(DialectError::Unsupported),
    }
    Ok(())
}
