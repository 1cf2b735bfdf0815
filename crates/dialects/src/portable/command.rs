//! What a person does.

#[cfg(feature = "company")]
mod company;

#[cfg(feature = "company")]
pub use company::{read_envelope, write_envelope};
use inbox_model::command::Readers;
use inbox_model::{Command, ParticipantId};

use super::content::{read_contents, write_contents};
use super::list::{list, text};
use crate::json::{Map, Object, Value};

/// What is only the company's to do: as good as unknown.
#[cfg(not(feature = "company"))]
mod company {
    use inbox_model::Command;

    use crate::json::Object;

    pub(super) fn read(_: &str, _: Object<'_>) -> Option<Command> {
        None
    }
}

/// Reads a command; `None` where it, or a content in it, is of a kind that is unknown here.
pub fn read_command(value: &Value) -> Option<Command> {
    let object = Object::maybe(value)?;
    Some(match object.text("do")? {
        "start" => Command::Start { contents: read_contents(object.get("contents")?)? },
        "reply" => reply(object)?,
        "mark_read" => Command::MarkRead { readers: readers(object.object("readers")?)? },
        kind => return company::read(kind, object),
    })
}

/// Reads whose receipts move.
pub fn read_readers(value: &Value) -> Option<Readers> {
    readers(Object::maybe(value)?)
}

fn readers(object: Object<'_>) -> Option<Readers> {
    let flag = |name: &str| object.flag(name).unwrap_or(false);
    let ids = |name: &str| object.get(name).map_or_else(|| Some(Vec::new()), |ids| list(ids, text));
    Some(Readers {
        me: flag("me"),
        all_agents: flag("all_agents"),
        all_contacts: flag("all_contacts"),
        agents: ids("agents")?,
        contacts: ids("contacts")?,
    })
}

/// Writes a command. `null` for what is not possible here (see the feature `company`).
pub fn write_command(command: &Command) -> Value {
    let (kind, name, value) = match command {
        Command::Start { contents } => ("start", "contents", write_contents(contents)),
        Command::Reply { contents, .. } => ("reply", "contents", write_contents(contents)),
        Command::MarkRead { readers } => ("mark_read", "readers", write_readers(readers)),
        #[cfg(feature = "company")]
        command => return company::write(command),
    };
    let mut fields = Map::tagged("do", kind);
    fields.set(name, value);
    #[cfg(feature = "company")]
    if let Command::Reply { envelope, .. } = command {
        company::set_envelope(&mut fields, envelope);
    }
    fields.into()
}

fn reply(object: Object<'_>) -> Option<Command> {
    Some(Command::Reply {
        contents: read_contents(object.get("contents")?)?,
        #[cfg(feature = "company")]
        envelope: company::envelope(object),
    })
}

/// Writes whose receipts move.
pub fn write_readers(readers: &Readers) -> Value {
    let mut fields = Map::default();
    fields.set("me", readers.me);
    fields.set("all_agents", readers.all_agents);
    fields.set("all_contacts", readers.all_contacts);
    for (name, ids) in [("agents", &readers.agents), ("contacts", &readers.contacts)] {
        fields.set(name, ids.iter().map(ParticipantId::as_str).collect::<Value>());
    }
    fields.into()
}
