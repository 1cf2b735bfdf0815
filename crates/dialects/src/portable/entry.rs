//! Commands on their way, as a device keeps them.

use inbox_model::PartId;
#[cfg(feature = "company")]
use inbox_model::collision::Seen;
use inbox_model::outbox::{Entry, EntryState};

use super::command::{read_command, write_command};
use crate::json::{self, Map, Object, Value};

/// Reads what was kept; `None` where it is damaged, or of a kind that this version does not know.
pub fn read_entry(text: &str) -> Option<Entry> {
    let value = json::parse(text, "entry").ok()?;
    let object = Object::maybe(&value)?;
    let attempts = object.count("attempts").and_then(|count| u32::try_from(count).ok());
    Some(Entry {
        command_id: object.text("command_id")?.into(),
        conversation: object.text("conversation")?.into(),
        command: read_command(object.get("command")?)?,
        created_at: object.instant("created_at")?,
        state: read_state(object.object("state")?)?,
        attempts: attempts.unwrap_or_default(),
        not_before: object.instant("not_before"),
        #[cfg(feature = "company")]
        held_until: object.instant("held_until"),
        #[cfg(feature = "company")]
        seen: object.text("seen").and_then(Seen::from_text),
        after: object.instant("after"),
        after_part: object.string("after_part").map(Into::into),
        sequence: object.count("sequence")?,
    })
}

/// Writes what is to be kept.
pub fn write_entry(entry: &Entry) -> String {
    let mut fields = Map::default();
    fields.set("command_id", entry.command_id.as_str());
    fields.set("conversation", entry.conversation.as_str());
    fields.set("command", write_command(&entry.command));
    fields.set("created_at", entry.created_at.as_millis());
    fields.set("state", write_state(&entry.state));
    fields.set("attempts", u64::from(entry.attempts));
    if let Some(not_before) = entry.not_before {
        fields.set("not_before", not_before.as_millis());
    }
    #[cfg(feature = "company")]
    if let Some(held_until) = entry.held_until {
        fields.set("held_until", held_until.as_millis());
    }
    #[cfg(feature = "company")]
    if let Some(seen) = &entry.seen {
        fields.set("seen", seen.to_text());
    }
    if let Some(after) = entry.after {
        fields.set("after", after.as_millis());
    }
    fields.set_some("after_part", entry.after_part.as_ref().map(PartId::as_str));
    fields.set("sequence", entry.sequence);
    Value::Object(fields).to_json()
}

fn read_state(object: Object<'_>) -> Option<EntryState> {
    Some(match object.text("state")? {
        "queued" => EntryState::Queued,
        "sending" => EntryState::Sending,
        "accepted" => EntryState::Accepted,
        "failed" => EntryState::Failed { code: object.string("code")? },
        _ => return None,
    })
}

fn write_state(state: &EntryState) -> Value {
    let (state, code) = match state {
        EntryState::Queued => ("queued", None),
        // After a reload it cannot be told from the other.
        EntryState::Sending | EntryState::Doubtful => ("sending", None),
        EntryState::Accepted => ("accepted", None),
        EntryState::Failed { code } => ("failed", Some(code.as_str())),
    };
    let mut fields = Map::tagged("state", state);
    fields.set_some("code", code);
    fields.into()
}
