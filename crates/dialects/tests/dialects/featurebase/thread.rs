//! The parts of a thread as a client of the vendor's own service gets them.

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::{Dialect, DialectError, Response};
use inbox_model::conversation::Initiator;
use inbox_model::{
    Channel, Content, Conversation, Event, PartBody, ParticipantKind, Priority, State, Timestamp,
};
use serde_json::{Value, json};

const AT: &str = "2026-01-10T15:00:00.000Z";

fn read(conversation: &Value) -> Conversation {
    let response = Response { status: 200, body: conversation.to_string() };
    Featurebase::new().read_conversation(&response).unwrap()
}

/// A conversation with one part of these fields.
fn body_of(mut fields: Value) -> PartBody {
    let part = fields.as_object_mut().unwrap();
    part.insert("id".into(), json!("1"));
    part.insert("createdAt".into(), json!(AT));
    let read = read(&json!({ "id": "c1", "conversationParts": [fields] }));
    read.parts[0].body.clone()
}

#[test]
fn every_part_type_has_its_kind() {
    let at = Timestamp::parse(AT).unwrap();
    let message =
        body_of(json!({ "partType": "user_msg", "bodyMarkdown": "Hi", "bodyHtml": "<p>Hi</p>" }));
    let PartBody::Message(message) = message else { panic!("{message:?}") };
    assert_eq!(message.contents, [Content::text("Hi")]);
    assert_eq!(message.html.as_deref(), Some("<p>Hi</p>"));
    let email =
        body_of(json!({ "partType": "email_msg", "bodyMarkdown": "Hi", "channel": "email" }));
    assert!(matches!(email, PartBody::Message(message) if message.email));
    for kind in ["admin_msg", "bot_msg"] {
        let body = body_of(json!({ "partType": kind, "bodyMarkdown": "Hi" }));
        assert!(matches!(body, PartBody::Message(message) if !message.email), "{kind}");
    }
    assert!(matches!(body_of(json!({ "partType": "admin_note" })), PartBody::Note(_)));
    let options =
        json!({ "partType": "quick_reply_opts", "replyOptions": [{ "id": "o", "text": "Yes" }] });
    assert!(
        matches!(body_of(options), PartBody::QuickReplies { options } if options[0].text == "Yes")
    );
    let chosen =
        json!({ "partType": "quick_reply_resp", "selectedOptionId": "o", "bodyMarkdown": "Yes" });
    assert_eq!(
        body_of(chosen),
        PartBody::QuickReplyChosen { option_id: "o".into(), text: "Yes".into() }
    );
    let csat = json!({ "requestId": "r", "status": "rated", "score": 4 });
    let asked = body_of(json!({ "partType": "rating_requested", "csat": csat }));
    assert!(matches!(asked, PartBody::RatingRequested(csat) if csat.score == Some(4.0)));
    let rated = body_of(json!({ "partType": "rating_submitted", "csat": csat }));
    assert!(matches!(rated, PartBody::RatingSubmitted(_)));
    let form = json!({ "partType": "attr_prompt", "form": { "id": "f", "attributes": [{ "identifier": "mail", "name": "Mail", "type": "email" }] } });
    assert!(matches!(body_of(form), PartBody::Form(form) if form.fields[0].kind == "email"));
    assert_eq!(body_of(json!({ "partType": "attr_complete" })), PartBody::FormCompleted);
    let check = |fields: Value, event: Event| assert_eq!(body_of(fields), PartBody::Event(event));
    check(
        json!({ "partType": "assign", "adminAssigneeId": "a1", "teamAssigneeId": null, "adminAssignerId": "a2" }),
        Event::Assigned { agent: Some("a1".into()), team: None, by: Some("a2".into()) },
    );
    check(
        json!({ "partType": "status", "status": "snoozed", "snoozedUntil": AT }),
        Event::StateChanged { state: State::Snoozed, snoozed_until: Some(at) },
    );
    check(
        json!({ "partType": "priority", "isPriority": true }),
        Event::PriorityChanged { priority: Priority::High },
    );
    check(
        json!({ "partType": "tags", "action": "removed", "tagId": "t", "tagName": "Churn" }),
        Event::TagChanged {
            added: false,
            tag_id: "t".into(),
            name: Some("Churn".into()),
            target: None,
            by: None,
            at,
        },
    );
    check(
        json!({ "partType": "part_add", "participant": { "id": "u2", "type": "lead" } }),
        Event::ParticipantAdded {
            participant: inbox_model::Participant::new(ParticipantKind::Lead, "u2"),
        },
    );
    check(
        json!({ "partType": "workflow_wait", "workflowWait": { "eventType": "dozing", "occurredAt": AT, "interruptedByUserType": "ghost" } }),
        Event::WorkflowWait {
            stage: "dozing".into(),
            at,
            interrupted_by: Some(ParticipantKind::Other("ghost".into())),
            label: None,
            workflow_id: None,
            workflow_name: None,
        },
    );
}

/// New part types, and old ones with data that cannot be read, are neutral events with all they had.
#[test]
fn what_is_unknown_is_a_neutral_event() {
    for fields in [
        json!({ "partType": "hologram", "pose": "waving" }),
        json!({ "partType": "status", "status": "parked" }),
        json!({ "partType": "rating_requested" }),
        json!({ "partType": "rating_requested", "csat": { "status": "pondered" } }),
        json!({ "partType": "tags", "action": "swapped", "tagId": "t" }),
        json!({ "partType": "priority" }),
    ] {
        let PartBody::Event(Event::Other { name, data }) = body_of(fields.clone()) else {
            panic!("{fields}");
        };
        assert_eq!(name, fields["partType"]);
        let data: Value = serde_json::from_str(&data).unwrap();
        for (name, value) in fields.as_object().unwrap() {
            assert_eq!(&data[name], value);
        }
    }
}

#[test]
fn unknown_words_are_kept() {
    let read = read(&json!({
        "id": 77, "state": "parked", "botConversationState": "dreaming",
        "participants": [{ "id": "x", "type": "alien" }],
        "source": { "channel": "fax", "bodyMarkdown": "Hi", "deliveredAs": "owl" },
        "novelty": { "deep": [1, 2] }
    }));
    assert_eq!(read.id.as_str(), "77");
    assert_eq!((read.state, read.bot_state), (State::Open, None));
    assert_eq!(read.participants[0].kind, ParticipantKind::Other("alien".into()));
    let source = read.source.unwrap();
    assert_eq!((source.channel, source.initiated_by), (Channel::Other("fax".into()), None));
}

/// Optional fields of the wrong type are as good as absent.
#[test]
fn wrong_types_of_optional_fields_do_no_harm() {
    let read = read(&json!({
        "id": "c1", "title": 5, "priority": "yes", "participants": "none", "tags": [1, {}, { "id": "t" }],
        "readReceipts": [{ "id": "u" }], "snoozedUntil": "tomorrow", "source": [], "csatSummary": {},
        "csatHistory": [null], "inbox": "?", "conversationParts": null
    }));
    assert_eq!((read.title, read.priority, read.snoozed_until), (None, Priority::None, None));
    assert_eq!(read.tags.len(), 1);
    assert!(read.participants.is_empty() && read.read_receipts.is_empty() && read.source.is_none());
}

#[test]
fn what_a_conversation_cannot_do_without_is_named() {
    let check = |body: &str, detail: &str| {
        let response = Response { status: 200, body: body.to_owned() };
        let error = Featurebase::new().read_conversation(&response).unwrap_err();
        assert_eq!(error, DialectError::Malformed { detail: detail.to_owned() });
    };
    check("{}", "conversation.id: missing");
    check("[]", "conversation: not an object");
    check("<!doctype html>", "conversation: not JSON");
    check(r#"{"id":"1","createdAt":"soon"}"#, "conversation.createdAt: not a date-time");
    let part = r#"{"id":"1","conversationParts":[{"id":"1"},{"id":"2","updatedAt":3}]}"#;
    check(part, "conversation.conversationParts[1].updatedAt: not a date-time");
    check(
        r#"{"id":"1","conversationParts":[{}]}"#,
        "conversation.conversationParts[0].id: missing",
    );
    let list = Response { status: 200, body: r#"{"data":[{"id":"1"},7]}"#.to_owned() };
    let error = Featurebase::new().read_list(&list).unwrap_err();
    assert_eq!(error, DialectError::Malformed { detail: "list.data[1]: not an object".into() });
}

/// Which side spoke is known even where the vendor names nobody.
#[test]
fn a_message_without_author_keeps_its_side() {
    for (part_type, kind) in [
        ("user_msg", Some(ParticipantKind::Customer)),
        ("admin_msg", Some(ParticipantKind::Agent)),
        ("bot_msg", Some(ParticipantKind::Bot)),
        ("email_msg", None),
    ] {
        let part = json!({ "id": "1", "partType": part_type, "author": null, "createdAt": AT });
        let read = read(&json!({ "id": "c1", "conversationParts": [part] }));
        assert_eq!(read.parts[0].author.clone().map(|author| author.kind), kind, "{part_type}");
    }
}

#[test]
fn words_are_taken_from_html_where_there_is_no_markdown() {
    let part = json!({ "partType": "email_msg", "bodyMarkdown": null, "bodyHtml": "<p>One</p><p>Two &amp; three</p>" });
    let PartBody::Message(message) = body_of(part) else { panic!() };
    assert_eq!(message.contents, [Content::text("One\n\nTwo & three")]);
}

fn with_source(text: &str, parts: &Value) -> Value {
    json!({
        "id": "c1", "createdAt": AT, "updatedAt": AT,
        "source": {
            "channel": "desktop", "bodyMarkdown": text, "bodyHtml": "", "deliveredAs": "customer_initiated",
            "author": { "id": "u1", "type": "customer" }
        },
        "conversationParts": parts
    })
}

fn said(text: &str, by: &str) -> Value {
    json!({
        "id": "1", "partType": "user_msg", "bodyMarkdown": text, "createdAt": AT,
        "author": { "id": by, "type": "customer" }
    })
}

#[test]
fn the_opening_message_is_never_missing_and_never_doubled() {
    let ids = |conversation: &Value| {
        let read = read(conversation);
        read.parts.iter().map(|part| part.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&with_source("Hi", &json!([]))), ["source"]);
    assert_eq!(ids(&with_source("Hi", &json!([said("Hi\n", "u1")]))), ["1"]);
    assert_eq!(ids(&with_source("Hi", &json!([said("Hi", "u2")]))), ["source", "1"]);
    assert_eq!(ids(&with_source("Hi", &json!([said("Hello?", "u1")]))), ["source", "1"]);
    assert_eq!(ids(&with_source("", &json!([said("Hello?", "u1")]))), ["1"]);
    // A redacted opening stays redacted.
    let mut redacted = said("", "u1");
    redacted["redacted"] = json!(true);
    assert_eq!(ids(&with_source("Hi", &json!([redacted]))), ["1"]);
    // Only a fetched thread has an opening to miss.
    let mut row = with_source("Hi", &json!([]));
    row.as_object_mut().unwrap().remove("conversationParts");
    assert_eq!(ids(&row), [] as [&str; 0]);
    // Of a long thread only the newest parts are known.
    let many: Vec<Value> = (0..500).map(|_| said("Hello?", "u1")).collect();
    assert_eq!(ids(&with_source("Hi", &json!(many))).len(), 500);
}

#[test]
fn the_restored_opening_goes_first_by_the_order_of_parts_too() {
    let read = read(&with_source("Hi", &json!([said("Hello?", "u1")])));
    let (opening, next) = (&read.parts[0], &read.parts[1]);
    assert!(opening.order_key() < next.order_key());
    assert_eq!(opening.markdown(), Some("Hi"));
    assert_eq!(opening.channel, Some(Channel::Web));
    assert_eq!(opening.author, read.source.as_ref().unwrap().author);
    assert_eq!(read.source.unwrap().initiated_by, Some(Initiator::Customer));
}

/// The vendor tells no preview: a row shows the newest thing known, at worst the opening.
#[test]
fn a_row_has_a_preview_without_the_extension() {
    let preview = |conversation: &Value| read(conversation).preview.map(|preview| preview.text);
    let mut row = with_source("Hi there", &json!([]));
    row.as_object_mut().unwrap().remove("conversationParts");
    assert_eq!(preview(&row).as_deref(), Some("Hi there"));
    let whole = with_source("Hi", &json!([said("Hi", "u1"), said("And more", "u1")]));
    assert_eq!(preview(&whole).as_deref(), Some("And more"));
    assert_eq!(preview(&json!({ "id": "c1" })), None);
}
