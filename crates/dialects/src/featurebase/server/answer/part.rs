//! One part in the vendor's form.

use inbox_model::part::Message;
use inbox_model::tag::TagApplication;
use inbox_model::{Channel, Event, Part, PartBody, Priority};
use serde_json::{Map, Value, json};

use super::json::{set, time, time_or_null};
use super::{csat, person};
use crate::contents::{call_markdown, markdown_of, suggestion_markdown};
use crate::extension;
use crate::featurebase::{read, words};
use crate::html::html_of;
use crate::json;

/// The part; `None` where the vendor has no word for it.
pub(super) fn write(part: &Part) -> Option<Value> {
    let mut object = Map::new();
    let kind = kind_and_fields(part, &mut object)?;
    object.insert("object".into(), json!("conversation_part"));
    object.insert("id".into(), json!(part.id));
    object.insert("partType".into(), json!(kind));
    object.insert("createdAt".into(), time(part.created_at));
    object.insert("updatedAt".into(), time(part.updated_at));
    // The vendor names no author of what happens by itself; our client finds them in the extension.
    if !matches!(part.body, PartBody::Event(_)) {
        set(&mut object, "author", part.author.as_ref().map(person::author));
    }
    if part.redacted || matches!(part.body, PartBody::Message(_)) {
        object.insert("redacted".into(), json!(part.redacted));
    }
    if !part.tag_applications.is_empty() {
        let applications = part.tag_applications.iter().map(tag_application);
        object.insert("tagApplications".into(), applications.collect());
    }
    let mut value = Value::Object(object);
    let back = read::part(&(&value).into()).ok();
    let extension = extension::of_part(part, back);
    if let (false, Some(object)) = (extension.is_empty(), value.as_object_mut()) {
        object.insert(extension::NAME.into(), Value::Object(extension));
    }
    Some(value)
}

/// The part type, and the fields that belong to it.
fn kind_and_fields(part: &Part, object: &mut Map<String, Value>) -> Option<String> {
    let kind = match &part.body {
        PartBody::Message(message) => {
            say(object, message);
            let channel = part.channel.as_ref().unwrap_or(&Channel::Unknown);
            let channel = if message.email { &Channel::Email } else { channel };
            object.insert("channel".into(), json!(words::channel(channel)));
            if message.email { "email_msg" } else { person::message_type(part.author.as_ref()) }
        }
        PartBody::Note(message) => {
            say(object, message);
            "admin_note"
        }
        PartBody::Suggestion(suggestion) => {
            say_text(object, &suggestion_markdown(&suggestion.message.contents));
            "admin_note"
        }
        PartBody::Call(call) => {
            say_text(object, &call_markdown(call));
            "admin_note"
        }
        PartBody::QuickReplies { options } => {
            let options = options.iter().map(|one| json!({ "id": one.id, "text": one.text }));
            object.insert("replyOptions".into(), options.collect());
            "quick_reply_opts"
        }
        PartBody::QuickReplyChosen { option_id, text } => {
            say_text(object, text);
            object.insert("selectedOptionId".into(), json!(option_id));
            "quick_reply_resp"
        }
        PartBody::RatingRequested(request) => {
            object.insert("csat".into(), csat::requested(request, part.created_at));
            "rating_requested"
        }
        PartBody::RatingSubmitted(request) => {
            if let Some(submitted) = csat::submitted(request, part.created_at) {
                object.insert("csat".into(), submitted);
                "rating_submitted"
            } else {
                // Without a score it is no submission to the vendor, yet a request that was met.
                object.insert("csat".into(), csat::requested(request, part.created_at));
                "rating_requested"
            }
        }
        PartBody::Form(form) => {
            let fields = form.fields.iter().map(|field| {
                json!({ "identifier": field.identifier, "name": field.name, "type": field.kind })
            });
            let fields: Value = fields.collect();
            object.insert("form".into(), json!({ "id": form.id, "attributes": fields }));
            "attr_prompt"
        }
        PartBody::FormCompleted => "attr_complete",
        PartBody::Event(event) => return event_fields(event, object),
    };
    Some(kind.to_owned())
}

fn event_fields(event: &Event, object: &mut Map<String, Value>) -> Option<String> {
    let kind = match event {
        Event::Assigned { agent, team, by } => {
            object.insert("adminAssigneeId".into(), json!(agent));
            object.insert("adminAssignerId".into(), json!(by));
            object.insert("teamAssigneeId".into(), json!(team));
            "assign"
        }
        Event::StateChanged { state, snoozed_until } => {
            object.insert("status".into(), json!(words::state(*state)));
            object.insert("snoozedUntil".into(), time_or_null(*snoozed_until));
            "status"
        }
        Event::TagChanged { added, tag_id, name, target, by, at } => {
            object.insert("action".into(), json!(if *added { "added" } else { "removed" }));
            object.insert("occurredAt".into(), time(*at));
            object.insert("tagId".into(), json!(tag_id));
            object.insert("tagName".into(), json!(name));
            object.insert("targetPartId".into(), json!(target));
            set(object, "actor", by.as_ref().map(person::tag_actor));
            "tags"
        }
        Event::PriorityChanged { priority } => {
            object.insert("isPriority".into(), json!(*priority >= Priority::High));
            "priority"
        }
        Event::ParticipantAdded { participant } => {
            object.insert("participant".into(), person::joined(participant)?);
            "part_add"
        }
        Event::WorkflowWait { stage, at, interrupted_by, label, workflow_id, workflow_name } => {
            // A stage that the vendor does not know cannot be told to its clients.
            if !matches!(stage.as_str(), "started" | "finished" | "interrupted") {
                return None;
            }
            let mut wait = Map::new();
            wait.insert("eventType".into(), json!(stage));
            wait.insert("occurredAt".into(), time(*at));
            let interrupted_by = interrupted_by.as_ref().and_then(words::person_kind);
            set(&mut wait, "interruptedByUserType", interrupted_by);
            set(&mut wait, "waitLabel", label.as_deref());
            set(&mut wait, "workflowId", workflow_id.as_deref());
            set(&mut wait, "workflowName", workflow_name.as_deref());
            object.insert("workflowWait".into(), Value::Object(wait));
            "workflow_wait"
        }
        Event::Other { name, data } => return passed_on(name, data, object),
    };
    Some(kind.to_owned())
}

/// An event that came from the vendor goes back to the vendor's clients as it came, so that it is
/// as valid as it was. Other systems' events mean nothing to them.
fn passed_on(name: &str, data: &str, object: &mut Map<String, Value>) -> Option<String> {
    if !words::PART_TYPES.contains(&name) {
        return None;
    }
    let Ok(json::Value::Object(mut data)) = json::parse(data, name) else { return None };
    data.remove("inbox");
    object.extend(data.into_iter().map(|(name, value)| (name, value.into())));
    Some(name.to_owned())
}

fn say(object: &mut Map<String, Value>, message: &Message) {
    let markdown = markdown_of(&message.contents);
    let html = message.html.clone().unwrap_or_else(|| html_of(&markdown));
    object.insert("bodyHtml".into(), json!(html));
    object.insert("bodyMarkdown".into(), json!(markdown));
}

fn say_text(object: &mut Map<String, Value>, markdown: &str) {
    object.insert("bodyHtml".into(), json!(html_of(markdown)));
    object.insert("bodyMarkdown".into(), json!(markdown));
}

fn tag_application(application: &TagApplication) -> Value {
    let mut object = Map::new();
    object.insert("tagId".into(), json!(application.tag_id));
    object.insert("appliedAt".into(), time(application.applied_at));
    object.insert("removedAt".into(), time_or_null(application.removed_at));
    set(&mut object, "appliedBy", application.applied_by.as_ref().map(person::tag_actor));
    set(&mut object, "removedBy", application.removed_by.as_ref().map(person::tag_actor));
    if let Some(name) = &application.name {
        let tag = json!({ "id": application.tag_id, "name": name, "type": "tag" });
        object.insert("tag".into(), tag);
    }
    Value::Object(object)
}
