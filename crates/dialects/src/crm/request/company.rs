//! Commands that only the company's people give.

use inbox_model::command::Envelope;
use inbox_model::{Channel, Command, Content, MediaId, PartId, ParticipantId};

use super::{Request, path_of};
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::Method;
use crate::json::{Map, Value};
use crate::portable;
use crate::url::encode;

/// Adds what narrows a list down.
pub(super) fn filters(query: &ListQuery, add: &mut dyn FnMut(&str, &str)) {
    // The latter two are our own server's; the vendor passes over what it does not know.
    let flags = [
        ("archived", query.archived),
        ("overdue", query.overdue),
        ("starred", query.starred),
        ("unread", query.unread),
    ];
    for (name, flag) in flags {
        if let Some(flag) = flag {
            add(name, if flag { "true" } else { "false" });
        }
    }
    if let Some(state) = query.state {
        add("state", portable::write_state(state));
    }
    if let Some(assignee) = &query.assignee {
        add("assignee", &encode(assignee.as_ref().map_or("none", ParticipantId::as_str)));
    }
    if let Some(search) = &query.search {
        add("search", &encode(search));
    }
}

pub(super) fn command(who: &Who<'_>, command: &Command) -> Result<Request, DialectError> {
    if who.actor.kind.is_contact() {
        return Err(DialectError::Unsupported);
    }
    let (method, tail, name, value) = match command {
        Command::SetStarred { on: true } => (Method::Post, "/star".to_owned(), "", Value::Null),
        Command::SetStarred { on: false } => (Method::Delete, "/star".to_owned(), "", Value::Null),
        Command::MarkUnread => (Method::Post, "/unread".to_owned(), "", Value::Null),
        Command::SetArchived { on } => {
            (Method::Post, "/archive".to_owned(), "archived", (*on).into())
        }
        // There are no teams to assign to.
        Command::Assign { agent: Some(agent), team: None } => {
            let agent = agent.as_ref().map(ParticipantId::as_str);
            (Method::Post, "/assign".to_owned(), "assigned_to", agent.into())
        }
        Command::SendSuggestion { part, envelope } => {
            let tail = ["/suggestions/", &encode(part.as_str()), "/send"].concat();
            (Method::Post, tail, "inbox", how(envelope)?)
        }
        Command::DismissSuggestion { part } => {
            let tail = ["/suggestions/", &encode(part.as_str()), "/dismiss"].concat();
            (Method::Post, tail, "", Value::Null)
        }
        _ => return Err(DialectError::Unsupported),
    };
    let request = Request::new(method, path_of(who.conversation, &tail));
    // The operations without a body have none; that an assignee is `null` says something.
    if name.is_empty() || (name == "inbox" && value.is_null()) {
        return Ok(request);
    }
    let mut body = Map::default();
    body.set(name, value);
    Ok(request.json(body))
}

/// How a draft is sent, which the vendor's operation has no field for.
fn how(envelope: &Envelope) -> Result<Value, DialectError> {
    known(envelope)?;
    let mut members = Map::default();
    members.set_some("channel", envelope.channel.as_ref().map(portable::write_channel));
    members.set_some("subject", envelope.subject.as_deref());
    Ok(if members.is_empty() { Value::Null } else { members.into() })
}

/// The vendor's messages do not refer to each other.
fn known(envelope: &Envelope) -> Result<(), DialectError> {
    if envelope.reply_to.is_some() { Err(DialectError::Unsupported) } else { Ok(()) }
}

/// Adds how a reply is sent, and gives the channel. Of which draft it was made the vendor does not
/// ask; our own server refuses what was made of an outdated one.
pub(super) fn envelope<'a>(
    body: &mut Map,
    extension: &mut Map,
    command: &'a Command,
) -> Result<Option<&'a Channel>, DialectError> {
    let Command::Reply { envelope, .. } = command else { return Ok(None) };
    known(envelope)?;
    body.set_some("subject", envelope.subject.as_deref());
    body.set_some("provider_message_id", envelope.external_id.as_deref());
    extension.set_some("suggestion", envelope.suggestion.as_ref().map(PartId::as_str));
    Ok(envelope.channel.as_ref())
}

/// What is said without the files that the server keeps, and the ids of those.
pub(super) fn without_files(contents: &[Content]) -> (Vec<Content>, Vec<&str>) {
    let (mut said, mut files) = (Vec::new(), Vec::new());
    for content in contents {
        match content.media().and_then(|media| media.id.as_ref()) {
            Some(id) => files.push(MediaId::as_str(id)),
            None => said.push(content.clone()),
        }
    }
    (said, files)
}
