//! The partial update: which commands a body asks for.

use inbox_model::command::Readers;
use inbox_model::validate::line;
use inbox_model::{Command, ParticipantId, TeamId, Timestamp};

use super::{WireError, acting_admin, body_of, root, wrong};
use crate::json::{Object, Value};
use crate::sentence::sentence;

/// Longest list of readers (contract).
const READERS: usize = 255;

/// `PATCH /v2/conversations/{id}`: one or more changes, to be carried out together.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdateRequest {
    /// Who does it; nobody means the bot.
    pub acting_admin: Option<ParticipantId>,
    /// What is done, always in the same order: assign, title, attributes, state, read. Empty where
    /// the body asks for nothing.
    pub commands: Vec<Command>,
    /// Until when what is snoozed stays so, where the body says that and no state. What is not
    /// snoozed cannot be told so; it comes before all commands.
    pub snoozed_until: Option<Timestamp>,
}

impl UpdateRequest {
    /// The same request, seen by the one who makes it: where `actor` is named among the readers,
    /// it is their own receipt that moves, which may be made if it is missing.
    #[must_use]
    pub fn seen_by(mut self, actor: &ParticipantId) -> Self {
        for command in &mut self.commands {
            if let Command::MarkRead { readers } = command {
                let named = readers.agents.contains(actor) || readers.contacts.contains(actor);
                readers.me |= named;
                readers.agents.retain(|id| id != actor);
                readers.contacts.retain(|id| id != actor);
            }
        }
        self
    }
}

/// Reads the body of `PATCH /v2/conversations/{id}`. What is absent stays as it is; a `null`
/// assignee unassigns.
///
/// # Errors
/// 400 `invalid_request`, which is the one code that the contract has here.
pub fn read_update(body: &str) -> Result<UpdateRequest, WireError> {
    let value = body_of(body)?;
    let object = root(&value)?;
    let mut commands = Vec::new();
    let agent: Mention<ParticipantId> = assignee(object, "adminAssigneeId")?;
    let team: Mention<TeamId> = assignee(object, "teamAssigneeId")?;
    if agent.is_some() || team.is_some() {
        commands.push(Command::Assign { agent, team });
    }
    if let Some(title) = object.get("title") {
        let title = title.as_str().ok_or_else(|| wrong("title", "The title is a text."))?;
        if let Some(fault) = line::TITLE.excess(title) {
            return Err(wrong("title", &sentence(&fault.to_string())));
        }
        commands.push(Command::SetTitle { title: title.to_owned() });
    }
    if let Some(attributes) = object.get("customAttributes") {
        let message = "customAttributes is an object.";
        let attributes =
            attributes.as_object().ok_or_else(|| wrong("customAttributes", message))?;
        let attributes = attributes.iter().map(|(name, value)| (name.clone(), value.to_json()));
        commands.push(Command::SetAttributes { attributes: attributes.collect() });
    }
    let mut snoozed_until = None;
    if let Some(state) = object.get("state") {
        commands.push(state_command(state, object)?);
    } else {
        snoozed_until = until(object)?;
    }
    if let Some(readers) = object.get("markAsRead") {
        let readers =
            Object::of(readers).map_err(|_| wrong("markAsRead", "markAsRead is an object."))?;
        commands.push(Command::MarkRead { readers: read_readers(readers)? });
    }
    Ok(UpdateRequest { acting_admin: acting_admin(object)?, commands, snoozed_until })
}

/// `None` where the field is not mentioned; a value of `None` where it unassigns.
fn assignee<'a, T: From<&'a str>>(object: Object<'a>, name: &str) -> Result<Mention<T>, WireError> {
    match object.map().get(name) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(None)),
        Some(_) => object
            .id(name)
            .map(|id| Some(Some(id)))
            .ok_or_else(|| wrong(name, "An assignee is an ID or null.")),
    }
}

/// Absent and null differ, as they do in the command.
type Mention<T> = Option<Option<T>>;

fn state_command(state: &Value, object: Object<'_>) -> Result<Command, WireError> {
    match state.as_str() {
        Some("open") => Ok(Command::Reopen),
        Some("closed") => Ok(Command::Close),
        Some("snoozed") => {
            let message = "snoozedUntil is required when state is snoozed.";
            let until = until(object)?.ok_or_else(|| wrong("snoozedUntil", message))?;
            Ok(Command::Snooze { until })
        }
        _ => Err(wrong("state", "state is one of open, closed, snoozed.")),
    }
}

fn until(object: Object<'_>) -> Result<Option<Timestamp>, WireError> {
    let message = "snoozedUntil is an ISO 8601 date-time.";
    object.valid_time("snoozedUntil").map_err(|_| wrong("snoozedUntil", message))
}

fn read_readers(object: Object<'_>) -> Result<Readers, WireError> {
    let ids = |name: &str| {
        let items = object.items(name);
        if items.len() > READERS {
            return Err(wrong(&format!("markAsRead.{name}"), "At most 255 IDs are possible."));
        }
        let ids = items.iter().map(|item| item.as_str().map(ParticipantId::from));
        let message = "IDs are texts.";
        ids.collect::<Option<Vec<_>>>().ok_or_else(|| wrong(&format!("markAsRead.{name}"), message))
    };
    Ok(Readers {
        me: false,
        all_agents: object.flag("allAdmins").unwrap_or(false),
        all_contacts: object.flag("allContacts").unwrap_or(false),
        agents: ids("adminIds")?,
        contacts: ids("contactIds")?,
    })
}
