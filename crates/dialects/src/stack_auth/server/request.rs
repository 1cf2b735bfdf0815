//! Request bodies as typed values.

use inbox_model::command::Readers;
use inbox_model::validate::{Fault, line};
use inbox_model::{Channel, Command, Content, State};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::WireError;
use super::wire::{self, CreateConversationRequest, UpdateConversationRequest};
use crate::json;
use crate::stack_auth::create::CreateRequest;
use crate::{ids, portable};

/// Most tags that one request can set.
const TAGS: usize = 100;

/// What a metadata update says of the assignee: nothing, nobody, or somebody by id.
pub type Assignment = Option<Option<String>>;

/// `PATCH /internal/conversations/{conversationId}`: one change to a conversation.
#[derive(Clone, Debug, PartialEq)]
pub enum UpdateRequest {
    /// Something is said to the other side, or among agents.
    Say(Command),
    /// The state is to be this one; refused where the conversation shows it already.
    Turn(State),
    /// What is given is to be so.
    Metadata {
        /// Who is responsible.
        assignee: Assignment,
        /// How urgent it is.
        priority: Option<inbox_model::Priority>,
        /// The names of all tags, each once and none blank.
        tags: Option<Vec<String>>,
        /// Whose receipts move (our own).
        read: Option<Readers>,
    },
}

/// Reads the body of `PATCH /internal/conversations/{conversationId}`: the project, `None` for
/// `internal`, and the change.
///
/// # Errors
/// 400 `SCHEMA_ERROR`, or 404 `PROJECT_NOT_FOUND` for what can be no project.
pub fn read_update(body: &str) -> Result<(Option<String>, UpdateRequest), WireError> {
    Ok(match parse(body)? {
        UpdateConversationRequest::Reply { project_id, body, inbox } => {
            let contents = said("body", &body, inbox.as_ref())?;
            (read_project_id(&project_id)?, UpdateRequest::Say(Command::reply_of(contents)))
        }
        UpdateConversationRequest::InternalNote { project_id, body, inbox } => {
            let contents = said("body", &body, inbox.as_ref())?;
            (read_project_id(&project_id)?, UpdateRequest::Say(Command::Note { contents }))
        }
        UpdateConversationRequest::Status { project_id, status, inbox: _ } => {
            let state = match status {
                wire::Status::Open => State::Open,
                wire::Status::Pending => State::Pending,
                wire::Status::Closed => State::Closed,
            };
            (read_project_id(&project_id)?, UpdateRequest::Turn(state))
        }
        UpdateConversationRequest::Metadata {
            project_id,
            assigned_to_user_id: assignee,
            assigned_to_display_name: _,
            priority,
            tags,
            inbox,
        } => {
            let (priority, tags) = (priority.map(read_priority), tags.map(read_tags).transpose()?);
            let read = inbox.as_ref().and_then(|inbox| inbox.get("read"));
            let read = read.map(|read| {
                let readers = portable::read_readers(&json::Value::from(read));
                readers.ok_or_else(|| WireError::schema("inbox.read cannot be read."))
            });
            let change =
                UpdateRequest::Metadata { assignee, priority, tags, read: read.transpose()? };
            (read_project_id(&project_id)?, change)
        }
    })
}

/// Reads the body of `POST /internal/conversations`: the project, `None` for `internal`, and what is
/// to begin. The user's id is still in the vendor's form.
///
/// # Errors
/// 400 `SCHEMA_ERROR`, or 404 `PROJECT_NOT_FOUND` for what can be no project.
pub fn read_create(body: &str) -> Result<(Option<String>, CreateRequest), WireError> {
    let request: CreateConversationRequest = parse(body)?;
    if !ids::is_uuid(&request.user_id) {
        return Err(WireError::schema("userId must be a valid UUID."));
    }
    let subject = request.subject.trim();
    if subject.is_empty() {
        return Err(WireError::schema("subject must be at least 1 character."));
    }
    let contents = said("initialMessage", &request.initial_message, request.inbox.as_ref())?;
    let channel = match request.source {
        Some(wire::Source::Chat) => Channel::Web,
        Some(wire::Source::Email) => Channel::Email,
        Some(wire::Source::Api) => Channel::Other("api".into()),
        Some(wire::Source::Manual) | None => Channel::Other("manual".into()),
    };
    let project = read_project_id(&request.project_id)?;
    let create = CreateRequest {
        user: request.user_id.as_str().into(),
        subject: subject.to_owned(),
        contents,
        priority: read_priority(request.priority),
        channel,
    };
    Ok((project, create))
}

/// The conversation that a path names: its own id. `None` where there can be none of that UUID.
///
/// # Errors
/// 400 `SCHEMA_ERROR` where it is no UUID.
pub fn read_conversation_id(place: &str) -> Result<Option<inbox_model::ConversationId>, WireError> {
    if !ids::is_uuid(place) {
        return Err(WireError::schema("conversationId must be a valid UUID."));
    }
    Ok(ids::text_of_uuid(place).map(Into::into))
}

/// A project is `internal` or a UUID. Whatever else is named is no project of anybody's.
pub(super) fn read_project_id(id: &str) -> Result<Option<String>, WireError> {
    match id {
        "internal" => Ok(None),
        id if ids::is_uuid(id) => Ok(Some(id.to_ascii_lowercase())),
        _ => Err(WireError::project_not_found()),
    }
}

fn parse<T: DeserializeOwned>(body: &str) -> Result<T, WireError> {
    serde_json::from_str(body)
        .map_err(|error| WireError::schema(format!("Request validation failed: {error}")))
}

fn read_priority(word: wire::Priority) -> inbox_model::Priority {
    match word {
        wire::Priority::Low => inbox_model::Priority::Low,
        wire::Priority::Normal => inbox_model::Priority::Normal,
        wire::Priority::High => inbox_model::Priority::High,
        wire::Priority::Urgent => inbox_model::Priority::Urgent,
    }
}

fn read_tags(names: Vec<String>) -> Result<Vec<String>, WireError> {
    if names.len() > TAGS {
        return Err(WireError::schema("tags must have at most 100 items."));
    }
    let mut tags: Vec<String> = Vec::new();
    for name in names {
        let name = name.trim();
        match line::check(name, line::TAG).first() {
            None => {}
            // Nothing to see is no tag.
            Some(Fault::Empty) => continue,
            Some(fault) => return Err(WireError::schema(format!("A tag cannot be so: {fault}."))),
        }
        if !tags.iter().any(|there| there == name) {
            tags.push(name.to_owned());
        }
    }
    Ok(tags)
}

/// What is said: the text that every client sends, and the contents that ours adds where there is
/// more than one text.
fn said(name: &str, text: &str, extension: Option<&Value>) -> Result<Vec<Content>, WireError> {
    if text.trim().is_empty() {
        return Err(WireError::schema(format!("{name} must be at least 1 character.")));
    }
    let Some(given) = extension.and_then(|inbox| inbox.get("contents")) else {
        return Ok(vec![Content::text(text.trim())]);
    };
    match portable::read_contents(&json::Value::from(given)) {
        Some(contents) if !contents.is_empty() && contents.iter().all(Content::is_sound) => {
            Ok(contents)
        }
        _ => Err(WireError::schema("inbox.contents cannot be read.")),
    }
}
