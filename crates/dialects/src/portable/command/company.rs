//! What only the company's people do.

use inbox_model::{Command, ParticipantId, TeamId};

use crate::json::{Map, Object, Value};
use crate::portable::content::{read_contents, write_contents};
use crate::portable::conversation::{read_tag, write_tag};
use crate::portable::list::{list, text};
use crate::portable::participant::{read_participant, write_participant};
use crate::portable::words::{read_priority, write_priority};

pub(super) fn read(kind: &str, object: Object<'_>) -> Option<Command> {
    Some(match kind {
        "note" => Command::Note { contents: read_contents(object.get("contents")?)? },
        "assign" => Command::Assign {
            agent: object.nullable("agent", text),
            team: object.nullable("team", text),
        },
        "close" => Command::Close,
        "reopen" => Command::Reopen,
        "snooze" => Command::Snooze { until: object.instant("until")? },
        "set_title" => Command::SetTitle { title: object.string("title")? },
        "set_priority" => {
            Command::SetPriority { priority: read_priority(object.text("priority")?)? }
        }
        "set_attributes" => {
            Command::SetAttributes { attributes: list(object.get("attributes")?, attribute)? }
        }
        "attach_tag" => Command::AttachTag { tag: read_tag(object.get("tag")?)? },
        "detach_tag" => Command::DetachTag { tag: read_tag(object.get("tag")?)? },
        "add_participant" => {
            Command::AddParticipant { participant: read_participant(object.get("participant")?)? }
        }
        "remove_participant" => {
            Command::RemoveParticipant { participant: object.text("participant")?.into() }
        }
        "redact" => Command::Redact { part: object.text("part")?.into() },
        _ => return None,
    })
}

/// A name and its value, as an array of two.
fn attribute(value: &Value) -> Option<(String, String)> {
    let pair: Vec<String> = list(value, text)?;
    <[String; 2]>::try_from(pair).ok().map(Into::into)
}

pub(super) fn write(command: &Command) -> Value {
    let (kind, member) = match command {
        // The two sides' own, which are written before.
        Command::Start { .. } | Command::Reply { .. } | Command::MarkRead { .. } => {
            return Value::Null;
        }
        Command::Note { contents } => ("note", Some(("contents", write_contents(contents)))),
        Command::Assign { agent, team } => return assign(agent.as_ref(), team.as_ref()),
        Command::Close => ("close", None),
        Command::Reopen => ("reopen", None),
        Command::Snooze { until } => ("snooze", Some(("until", until.as_millis().into()))),
        Command::SetTitle { title } => ("set_title", Some(("title", title.as_str().into()))),
        Command::SetPriority { priority } => {
            ("set_priority", Some(("priority", write_priority(*priority).into())))
        }
        Command::SetAttributes { attributes } => {
            let pair = |(name, value): &(String, String)| {
                Value::from_iter([name.as_str(), value.as_str()])
            };
            let pairs = attributes.iter().map(pair).collect();
            ("set_attributes", Some(("attributes", Value::Array(pairs))))
        }
        Command::AttachTag { tag } => ("attach_tag", Some(("tag", write_tag(tag)))),
        Command::DetachTag { tag } => ("detach_tag", Some(("tag", write_tag(tag)))),
        Command::AddParticipant { participant } => {
            ("add_participant", Some(("participant", write_participant(participant))))
        }
        Command::RemoveParticipant { participant } => {
            ("remove_participant", Some(("participant", participant.as_str().into())))
        }
        Command::Redact { part } => ("redact", Some(("part", part.as_str().into()))),
    };
    let mut fields = Map::tagged("do", kind);
    if let Some((name, value)) = member {
        fields.set(name, value);
    }
    fields.into()
}

fn assign(agent: Option<&Option<ParticipantId>>, team: Option<&Option<TeamId>>) -> Value {
    let mut fields = Map::tagged("do", "assign");
    if let Some(agent) = agent {
        fields.set("agent", agent.as_ref().map(ParticipantId::as_str));
    }
    if let Some(team) = team {
        fields.set("team", team.as_ref().map(TeamId::as_str));
    }
    fields.into()
}
