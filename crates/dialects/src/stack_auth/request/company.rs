//! Commands that only the company's people give.

use inbox_model::tag::Tag;
use inbox_model::{Command, CommandId, Conversation, ParticipantId};

use super::{Asking, CONVERSATIONS, add_said, keyed};
use crate::contents::markdown_of;
use crate::dialect::{ListQuery, Who};
use crate::error::DialectError;
use crate::http::{Method, Request};
use crate::json::{Map, Value};
use crate::stack_auth::create::CreateRequest;
use crate::stack_auth::words;
use crate::url::encode;

/// Adds what narrows a list down.
pub(super) fn filters(query: &ListQuery, add: &mut dyn FnMut(&str, &str)) {
    if let Some(state) = query.state {
        add("status", words::state(state));
    }
    if let Some(search) = &query.search {
        add("query", &encode(search));
    }
    // These are our own server's; the vendor passes over what it does not know.
    if let Some(assignee) = &query.assignee {
        add("assignee", &encode(assignee.as_ref().map_or("none", ParticipantId::as_str)));
    }
    for (name, wanted) in
        [("unread", query.unread), ("starred", query.starred), ("overdue", query.overdue)]
    {
        if wanted == Some(true) {
            add(name, "true");
        }
    }
}

pub(super) fn command(
    asking: Asking<'_>,
    who: &Who<'_>,
    known: Option<&Conversation>,
    command: &Command,
) -> Result<Request, DialectError> {
    if who.actor.kind.is_contact() {
        return Err(DialectError::Unsupported);
    }
    let status = match command {
        Command::Note { contents } => return asking.say(who, "internal-note", contents),
        Command::Close => "closed",
        Command::Reopen => "open",
        Command::Pend => "pending",
        change => {
            let mut body = asking.body("metadata");
            fields(change, known, &mut body)?;
            return Ok(asking.patch(who, body));
        }
    };
    let mut body = asking.body("status");
    body.set("status", status);
    Ok(asking.patch(who, body))
}

/// Adds what is to be different, and what is to stay: in the vendor's source an update that leaves
/// out the assignee, their name or the tags may write that there are none.
fn fields(
    change: &Command,
    known: Option<&Conversation>,
    to: &mut Map,
) -> Result<(), DialectError> {
    let there = known.map(|known| known.tags.as_slice());
    let mut assignee = known.map(|known| known.assignee.as_ref());
    let mut tags: Option<Vec<&Tag>> = there.map(|tags| tags.iter().collect());
    match change {
        Command::Assign { agent: Some(agent), team: None } => assignee = Some(agent.as_ref()),
        Command::SetPriority { priority } => to.set("priority", words::priority(*priority)),
        Command::SetTags { tags: wanted } => tags = Some(wanted.iter().collect()),
        // The list is replaced as a whole, so it has to be known.
        Command::AttachTag { tag } => {
            let tags = tags.as_mut().ok_or(DialectError::Unsupported)?;
            if !tags.iter().any(|there| is_same(there, tag)) {
                tags.push(tag);
            }
        }
        Command::DetachTag { tag } => {
            let tags = tags.as_mut().ok_or(DialectError::Unsupported)?;
            tags.retain(|there| !is_same(there, tag));
        }
        _ => return Err(DialectError::Unsupported),
    }
    if let Some(assignee) = assignee {
        to.set("assignedToUserId", assignee.map(ParticipantId::as_str));
        let name = assignee.and_then(|id| name_of(id, known?));
        if name.is_some() || assignee.is_none() {
            to.set("assignedToDisplayName", name);
        }
    }
    if let Some(tags) = tags {
        to.set("tags", tags.iter().map(|tag| tag.name.as_str()).collect::<Value>());
    }
    Ok(())
}

/// To the vendor a tag is its name.
fn is_same(one: &Tag, other: &Tag) -> bool {
    one.id == other.id || one.name == other.name
}

/// An agent's name, from whatever the conversation tells of them.
fn name_of<'a>(id: &ParticipantId, known: &'a Conversation) -> Option<&'a str> {
    let authors = known.parts.iter().rev().filter_map(|part| part.author.as_ref());
    let mut people = known.participants.iter().chain(authors);
    people.find(|one| one.id.as_ref() == Some(id) && one.name.is_some())?.name.as_deref()
}

impl Asking<'_> {
    /// A new conversation, begun by the company.
    pub(in crate::stack_auth) fn create(self, create: &CreateRequest, key: &CommandId) -> Request {
        let mut body = Map::default();
        body.set("projectId", self.project);
        body.set("userId", create.user.as_str());
        body.set("subject", create.subject.as_str());
        body.set("priority", words::priority(create.priority));
        body.set("source", words::source(&create.channel));
        let said = markdown_of(&create.contents);
        // With the company's feature everything can be said.
        let _ = add_said(&mut body, "initialMessage", said, &create.contents);
        keyed(self.request(Method::Post, CONVERSATIONS).json(body), key)
    }
}
