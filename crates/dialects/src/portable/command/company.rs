//! What only the company's people do.

use inbox_model::command::Envelope;
use inbox_model::{Command, PartId, ParticipantId, TeamId};

use crate::json::{self, Map, Object, Value};
use crate::portable::body::{read_call, read_delivery, write_delivery};
use crate::portable::content::{read_contents, write_contents};
use crate::portable::conversation::{read_tag, write_tag};
use crate::portable::list::{list, text};
use crate::portable::participant::{read_participant, write_participant};
use crate::portable::words::{read_channel, read_priority, write_channel, write_priority};

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
        "pend" => Command::Pend,
        "set_in_progress" => Command::SetInProgress { on: object.flag("on")? },
        "set_starred" => Command::SetStarred { on: object.flag("on")? },
        "set_archived" => Command::SetArchived { on: object.flag("on")? },
        "set_tags" => Command::SetTags { tags: list(object.get("tags")?, read_tag)? },
        "mark_unread" => Command::MarkUnread,
        "mark_seen" => Command::MarkSeen {
            part: object.text("part")?.into(),
            agent: object.text("agent")?.into(),
        },
        "react" => {
            Command::React { part: object.text("part")?.into(), emoji: object.string("emoji") }
        }
        "set_delivery" => Command::SetDelivery {
            part: object.text("part")?.into(),
            delivery: read_delivery(object.get("delivery")?)?,
            info: object.string("info"),
        },
        "restart" => Command::Restart { contents: read_contents(object.get("contents")?)? },
        "suggest" => Command::Suggest { contents: read_contents(object.get("contents")?)? },
        "send_suggestion" => Command::SendSuggestion {
            part: object.text("part")?.into(),
            envelope: envelope(object),
        },
        "dismiss_suggestion" => Command::DismissSuggestion { part: object.text("part")?.into() },
        "log_call" => Command::LogCall {
            call: read_call(object.get("call")?)?,
            external_id: object.string("external_id"),
        },
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
    if let Some(fields) = several(command) {
        return fields.into();
    }
    let (kind, member) = match command {
        // The two sides' own, which are written before.
        Command::Start { .. } | Command::Reply { .. } | Command::MarkRead { .. } => {
            return Value::Null;
        }
        // Those with several members.
        Command::MarkSeen { .. }
        | Command::React { .. }
        | Command::SetDelivery { .. }
        | Command::SendSuggestion { .. }
        | Command::LogCall { .. } => return Value::Null,
        Command::Pend => ("pend", None),
        Command::SetInProgress { on } => ("set_in_progress", Some(("on", (*on).into()))),
        Command::SetStarred { on } => ("set_starred", Some(("on", (*on).into()))),
        Command::SetArchived { on } => ("set_archived", Some(("on", (*on).into()))),
        Command::SetTags { tags } => {
            let tags = tags.iter().map(write_tag).collect();
            ("set_tags", Some(("tags", Value::Array(tags))))
        }
        Command::MarkUnread => ("mark_unread", None),
        Command::Restart { contents } => ("restart", Some(("contents", write_contents(contents)))),
        Command::Suggest { contents } => ("suggest", Some(("contents", write_contents(contents)))),
        Command::DismissSuggestion { part } => {
            ("dismiss_suggestion", Some(("part", part.as_str().into())))
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

/// The commands with more than one member.
fn several(command: &Command) -> Option<Map> {
    let mut fields;
    match command {
        Command::MarkSeen { part, agent } => {
            fields = Map::tagged("do", "mark_seen");
            fields.set("part", part.as_str());
            fields.set("agent", agent.as_str());
        }
        Command::React { part, emoji } => {
            fields = Map::tagged("do", "react");
            fields.set("part", part.as_str());
            fields.set("emoji", emoji.as_deref());
        }
        Command::SetDelivery { part, delivery, info } => {
            fields = Map::tagged("do", "set_delivery");
            fields.set("part", part.as_str());
            fields.set("delivery", write_delivery(delivery));
            fields.set_some("info", info.as_deref());
        }
        Command::SendSuggestion { part, envelope } => {
            fields = Map::tagged("do", "send_suggestion");
            fields.set("part", part.as_str());
            set_envelope(&mut fields, envelope);
        }
        Command::LogCall { call, external_id } => {
            fields = Map::tagged("do", "log_call");
            let mut told = Map::default();
            told.set("inbound", call.inbound);
            told.set("duration_ms", call.duration_ms);
            told.set_some("summary", call.summary.as_deref());
            told.set_some("recording_url", call.recording_url.as_deref());
            fields.set("call", told);
            fields.set_some("external_id", external_id.as_deref());
        }
        _ => return None,
    }
    Some(fields)
}

/// Reads what [`write_envelope`] has written; what is damaged chooses nothing.
pub fn read_envelope(text: &str) -> Envelope {
    let value = json::parse(text, "envelope").ok();
    value.as_ref().and_then(Object::maybe).map(envelope).unwrap_or_default()
}

/// Writes how a reply is to be sent, to be kept with its draft.
pub fn write_envelope(envelope: &Envelope) -> String {
    let mut fields = Map::default();
    set_envelope(&mut fields, envelope);
    Value::Object(fields).to_json()
}

/// Reads how a message is sent; what cannot be read is as good as absent.
pub(super) fn envelope(command: Object<'_>) -> Envelope {
    let Some(object) = command.object("envelope") else { return Envelope::default() };
    Envelope {
        channel: object.text("channel").map(read_channel),
        subject: object.string("subject"),
        reply_to: object.text("reply_to").map(Into::into),
        external_id: object.string("external_id"),
        suggestion: object.text("suggestion").map(Into::into),
    }
}

/// Writes how a message is sent, where there is something to say.
pub(super) fn set_envelope(command: &mut Map, envelope: &Envelope) {
    if envelope.is_empty() {
        return;
    }
    let mut fields = Map::default();
    fields.set_some("channel", envelope.channel.as_ref().map(write_channel));
    fields.set_some("subject", envelope.subject.as_deref());
    fields.set_some("reply_to", envelope.reply_to.as_ref().map(PartId::as_str));
    fields.set_some("external_id", envelope.external_id.as_deref());
    fields.set_some("suggestion", envelope.suggestion.as_ref().map(PartId::as_str));
    command.set("envelope", fields);
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
