//! Commands that only the company's people give.

use inbox_model::{Command, Content, PartId, ParticipantId, ParticipantKind, TeamId};

use super::{CONVERSATIONS, on_conversation, path_of, reply, update};
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::{Method, Request};
use crate::intercom::words;
use crate::json::{self, Map, Value};
use crate::portable;
use crate::url::encode;

/// Most files that a reply can carry by their addresses.
const FILES: usize = 10;

/// Adds what narrows a list down. All of these are our own server's; the vendor passes over what it
/// does not know.
pub(super) fn filters(query: &ListQuery, add: &mut dyn FnMut(&str, &str)) {
    if !query.tags.is_empty() {
        let ids: Vec<_> = query.tags.iter().map(|id| encode(id.as_str())).collect();
        add("tag_ids", &ids.join(","));
    }
    if let Some(state) = query.state {
        add("state", portable::write_state(state));
    }
    if let Some(assignee) = &query.assignee {
        add("assignee", &encode(assignee.as_ref().map_or("none", ParticipantId::as_str)));
    }
    if query.unread == Some(true) {
        add("unread", "true");
    }
    if let Some(search) = &query.search {
        add("search", &encode(search));
    }
}

/// Adds the addresses of files, from which the vendor fetches them.
pub(super) fn files(body: &mut Map, contents: &[Content]) {
    let urls = contents.iter().filter_map(Content::media).map(|media| media.url.as_str());
    let urls: Value = urls.take(FILES).collect();
    if urls.as_array().is_some_and(|urls| !urls.is_empty()) {
        body.set("attachment_urls", urls);
    }
}

pub(super) fn command(
    who: &Who<'_>,
    command: &Command,
    secret: Option<&str>,
) -> Result<Request, DialectError> {
    Ok(match command {
        Command::Note { contents } if who.actor.kind == ParticipantKind::Agent => {
            reply(who, contents, "note")?
        }
        Command::Close => manage(who, "close", |_| {})?,
        Command::Reopen => manage(who, "open", |_| {})?,
        Command::Snooze { until } => {
            // Whole seconds, and not earlier than was asked for.
            let seconds = until.as_millis().saturating_add(999).div_euclid(1000);
            manage(who, "snoozed", |body| body.set("snoozed_until", seconds))?
        }
        // One call names one assignee.
        Command::Assign { agent: Some(agent), team: None } => {
            assign(who, "admin", agent.as_ref().map(ParticipantId::as_str))?
        }
        Command::Assign { agent: None, team: Some(team) } => {
            assign(who, "team", team.as_ref().map(TeamId::as_str))?
        }
        Command::SetTitle { title } => update(who, |body| body.set("title", title.as_str())),
        Command::SetAttributes { attributes } => update(who, |body| {
            let mut members = Map::default();
            for (name, text) in attributes {
                // A value is a JSON text; one that is none is meant as it stands.
                let value = json::parse(text, name);
                members.set(name, value.unwrap_or_else(|_| text.as_str().into()));
            }
            body.set("custom_attributes", members);
        }),
        Command::MarkUnread => update(who, |body| body.set("read", false)),
        Command::AttachTag { tag } => {
            let mut body = acting(who)?;
            body.set("id", tag.id.as_str());
            on_conversation(who, Method::Post, "/tags", body)
        }
        Command::DetachTag { tag } => {
            let tail = ["/tags/", &encode(tag.id.as_str())].concat();
            on_conversation(who, Method::Delete, &tail, acting(who)?)
        }
        Command::AddParticipant { participant } => {
            let mut customer = Map::default();
            match (&participant.id, &participant.email) {
                (Some(id), _) => customer.set("intercom_user_id", id.as_str()),
                (None, Some(email)) => customer.set("email", email.as_str()),
                (None, None) => return Err(DialectError::Unsupported),
            }
            let mut body = acting(who)?;
            body.set("customer", customer);
            on_conversation(who, Method::Post, "/customers", body)
        }
        Command::RemoveParticipant { participant } => {
            let tail = ["/customers/", &encode(participant.as_str())].concat();
            on_conversation(who, Method::Delete, &tail, acting(who)?)
        }
        Command::Redact { part } => {
            let mut body = Map::tagged("type", "conversation_part");
            body.set("conversation_id", who.conversation.as_str());
            body.set("conversation_part_id", part.as_str());
            super::request(Method::Post, [CONVERSATIONS, "/redact"].concat()).json(body)
        }
        Command::MarkSeen { part, agent } => {
            let mut body = Map::default();
            body.set("seen", true);
            body.set("admin_id", agent.as_str());
            update_part(who, part, body, secret)?
        }
        Command::SetDelivery { part, delivery, info } => {
            let mut body = Map::default();
            body.set("send_state", words::delivery(delivery));
            body.set("info_message", info.as_deref().unwrap_or_default());
            update_part(who, part, body, secret)?
        }
        _ => return Err(DialectError::Unsupported),
    })
}

/// The one endpoint for single parts, which is experimental and asks for a secret.
fn update_part(
    who: &Who<'_>,
    part: &PartId,
    mut body: Map,
    secret: Option<&str>,
) -> Result<Request, DialectError> {
    body.set("experimental", true);
    body.set("secret", secret.ok_or(DialectError::Unsupported)?);
    let tail = ["/conversation_parts/", &encode(part.as_str())].concat();
    Ok(super::request(Method::Put, path_of(who.conversation, &tail)).json(body))
}

/// A body that names the agent who acts.
fn acting(who: &Who<'_>) -> Result<Map, DialectError> {
    let id = who.actor.id.as_ref().filter(|_| who.actor.kind == ParticipantKind::Agent);
    Ok(Map::tagged("admin_id", id.ok_or(DialectError::Unsupported)?.as_str()))
}

/// What an agent does to the conversation without saying anything.
fn manage(
    who: &Who<'_>,
    message_type: &str,
    fill: impl FnOnce(&mut Map),
) -> Result<Request, DialectError> {
    let mut body = acting(who)?;
    body.set("message_type", message_type);
    body.set("type", "admin");
    fill(&mut body);
    Ok(on_conversation(who, Method::Post, "/parts", body))
}

/// Makes somebody responsible; `None`, the vendor's 0, nobody.
fn assign(who: &Who<'_>, kind: &str, id: Option<&str>) -> Result<Request, DialectError> {
    manage(who, "assignment", |body| {
        body.set("type", kind);
        body.set("assignee_id", id.unwrap_or("0"));
    })
}
