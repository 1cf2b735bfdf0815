//! Answers as the vendor itself writes them, without our extension.

use inbox_dialects::intercom::Intercom;
use inbox_dialects::{Dialect, Outcome, Response};
use inbox_model::conversation::Initiator;
use inbox_model::{
    Channel, Command, Content, Conversation, Delivery, Event, PartBody, ParticipantKind, Priority,
    State, Timestamp,
};
use serde_json::{Value, json};

fn read(body: &Value) -> Conversation {
    let response = Response { status: 200, body: body.to_string() };
    Intercom::new().read_conversation(&response).unwrap()
}

fn thread(parts: &Value) -> Conversation {
    let list = json!({ "type": "conversation_part.list", "conversation_parts": parts });
    read(&json!({ "id": "1295", "created_at": 10, "conversation_parts": list }))
}

fn body_of(part: &Value) -> PartBody {
    thread(&json!([part])).parts[0].body.clone()
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds * 1000)
}

fn sample() -> Value {
    json!({
        "type": "conversation", "id": "1295", "title": "Title", "created_at": 1_663_597_223,
        "updated_at": 1_663_597_260, "waiting_since": null, "snoozed_until": 1_663_600_000,
        "open": true, "state": "snoozed", "read": false, "priority": "medium",
        "admin_assignee_id": 0, "team_assignee_id": 5_017_691,
        "tags": { "type": "tag.list", "tags": [{ "type": "tag", "id": "12", "name": "Test tag", "applied_at": 5 }] },
        "conversation_rating": { "rating": 4, "remark": "", "created_at": 1_663_597_250, "teammate": { "type": "admin", "id": "7" } },
        "source": {
            "type": "email", "id": "3", "delivered_as": "operator_initiated", "subject": "Hello",
            "body": "<p>Hey <b>there</b>!</p>",
            "author": { "type": "admin", "id": "7", "name": "Jane", "email": "jane@x.example" },
            "attachments": [{ "type": "upload", "name": "a.png", "url": "https://x/a.png", "content_type": "image/png", "filesize": 100, "width": 10, "height": 20 }],
            "url": null, "redacted": false
        },
        "contacts": { "type": "contact.list", "contacts": [{ "type": "contact", "id": "5ba6", "external_id": "70" }] },
        "teammates": { "type": "admin.list", "teammates": [{ "type": "admin", "id": "7" }] },
        "custom_attributes": { "paid": true, "n": 7, "gone": null },
        "statistics": { "type": "conversation_statistics", "last_contact_reply_at": 1_663_597_240, "last_admin_reply_at": 1_663_597_250 },
        "conversation_parts": { "type": "conversation_part.list", "total_count": 1, "conversation_parts": [
            { "type": "conversation_part", "id": "4", "part_type": "comment", "body": "<p>Okay!</p>", "created_at": 1_663_597_250, "author": { "type": "user", "id": "5ba6", "name": "Ana" }, "attachments": [] }
        ] }
    })
}

#[test]
fn a_whole_answer_is_read() {
    let read = read(&sample());
    assert_eq!((read.id.as_str(), read.title.as_deref()), ("1295", Some("Title")));
    assert_eq!((read.state, read.priority), (State::Snoozed, Priority::Normal));
    assert_eq!((read.created_at, read.updated_at), (at(1_663_597_223), at(1_663_597_260)));
    assert_eq!((read.waiting_since, read.snoozed_until), (None, Some(at(1_663_600_000))));
    // 0 is nobody.
    assert_eq!(read.assignee, None);
    assert_eq!(read.team.as_ref().map(inbox_model::TeamId::as_str), Some("5017691"));
    assert_eq!((read.tags[0].id.as_str(), read.tags[0].name.as_str()), ("12", "Test tag"));
    let rating = read.csat.summary.as_ref().unwrap();
    assert_eq!((rating.score, rating.remark.as_deref()), (Some(4.0), None));
    let kinds: Vec<_> = read.participants.iter().map(|who| who.kind.clone()).collect();
    assert_eq!(kinds, [ParticipantKind::Customer, ParticipantKind::Agent]);
    let attributes: Vec<_> =
        read.custom_attributes.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(attributes, [("n", "7"), ("paid", "true")]);
    assert_eq!(read.handling.last_inbound_at, Some(at(1_663_597_240)));
    assert_eq!(read.handling.last_outbound_at, Some(at(1_663_597_250)));
    assert_eq!(read.unread, Some(1));
    let source = read.source.as_ref().unwrap();
    assert_eq!((&source.channel, source.initiated_by), (&Channel::Email, Some(Initiator::Company)));
    assert_eq!(source.subject.as_deref(), Some("Hello"));
    // The source is the first part, with its files.
    let ids: Vec<_> = read.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(ids, ["3", "4"]);
    let [Content::Text { markdown }, Content::Image(image)] = read.parts[0].contents() else {
        panic!()
    };
    assert_eq!(
        (markdown.as_str(), image.bytes, image.width),
        ("Hey **there**!", Some(100), Some(10))
    );
    assert_eq!(read.parts[1].markdown(), Some("Okay!"));
    let preview = read.preview.as_ref().unwrap();
    assert_eq!((preview.text.as_str(), preview.at), ("Okay!", at(1_663_597_250)));
    assert_eq!(read.last_activity_at, Some(at(1_663_597_250)));
}

#[test]
fn a_row_without_parts_has_the_source_for_its_preview() {
    let mut row = sample();
    row.as_object_mut().unwrap().remove("conversation_parts");
    let list = json!({ "type": "conversation.list", "conversations": [row], "pages": { "type": "pages", "next": { "per_page": 20, "starting_after": "WzE2" } } });
    let response = Response { status: 200, body: list.to_string() };
    let page = Intercom::new().read_list(&response).unwrap();
    assert_eq!(page.next_cursor.as_deref(), Some("WzE2"));
    assert!(page.conversations[0].parts.is_empty());
    assert_eq!(page.conversations[0].preview.as_ref().unwrap().text, "Hey there!");
}

#[test]
fn every_kind_of_part_is_known() {
    let note = body_of(&json!({ "id": "1", "part_type": "note", "body": "<p>x</p>" }));
    assert!(matches!(note, PartBody::Note(_)), "{note:?}");
    for (part_type, state) in [
        ("open", State::Open),
        ("close", State::Closed),
        ("unsnoozed", State::Open),
        ("timer_unsnooze", State::Open),
    ] {
        let body = body_of(&json!({ "id": "1", "part_type": part_type, "body": null }));
        assert_eq!(body, PartBody::Event(Event::StateChanged { state, snoozed_until: None }));
    }
    let until = json!({ "until": "custom", "custom_until_time": "2025-09-03T18:44:20.146Z" });
    let body = body_of(&json!({ "id": "1", "part_type": "snoozed", "event_details": until }));
    let until = Timestamp::parse("2025-09-03T18:44:20.146Z");
    assert_eq!(
        body,
        PartBody::Event(Event::StateChanged { state: State::Snoozed, snoozed_until: until })
    );
    for (to, agent, team) in [
        (json!({ "type": "admin", "id": "5" }), Some("5"), None),
        (json!({ "type": "team", "id": 6 }), None, Some("6")),
        (Value::Null, None, None),
    ] {
        let body = body_of(
            &json!({ "id": "1", "part_type": "assignment", "assigned_to": to, "author": { "type": "admin", "id": "7" } }),
        );
        let expected = Event::Assigned {
            agent: agent.map(Into::into),
            team: team.map(Into::into),
            by: Some("7".into()),
        };
        assert_eq!(body, PartBody::Event(expected));
    }
    let details = json!({ "current_priority": "medium", "previous_priority": "none" });
    let body =
        body_of(&json!({ "id": "1", "part_type": "priority_changed", "event_details": details }));
    assert_eq!(body, PartBody::Event(Event::PriorityChanged { priority: Priority::Normal }));
    let details = json!({ "tags_added": ["VIP"], "tags_removed": [] });
    let body = body_of(
        &json!({ "id": "1", "part_type": "conversation_tags_updated", "event_details": details }),
    );
    assert!(matches!(body, PartBody::Event(Event::TagChanged { added: true, .. })), "{body:?}");
    let details = json!({ "tags_added": ["VIP"], "tags_removed": ["x"] });
    let body = body_of(
        &json!({ "id": "1", "part_type": "conversation_tags_updated", "event_details": details }),
    );
    assert!(matches!(body, PartBody::Event(Event::Other { .. })), "{body:?}");
    let body = body_of(&json!({ "id": "1", "part_type": "hologram" }));
    assert!(matches!(body, PartBody::Event(Event::Other { name, .. }) if name == "hologram"));
}

/// Whoever closes may say something with it: that is worth more than the event.
#[test]
fn what_is_said_while_closing_is_a_message() {
    let body = body_of(&json!({ "id": "1", "part_type": "close", "body": "<p>Goodbye :)</p>" }));
    let PartBody::Message(message) = body else { panic!("{body:?}") };
    assert_eq!(message.contents, [Content::text("Goodbye :)")]);
}

#[test]
fn how_far_a_reply_has_come_is_known_and_a_novel_word_is_no_error() {
    let check = |word: &str, delivery: Option<Delivery>| {
        let part = json!({ "id": "1", "part_type": "comment", "body": "x", "external_reply_send_state": word, "external_id": "m-1" });
        let read = thread(&json!([part]));
        assert_eq!(read.parts[0].delivery, delivery, "{word}");
        assert_eq!(read.parts[0].tracking.external_id.as_deref(), Some("m-1"));
    };
    check("sent", Some(Delivery::Sent));
    check("delivered", Some(Delivery::Delivered));
    check("read", Some(Delivery::Read));
    check("failed", Some(Delivery::Failed { code: "failed".into() }));
    check("teleported", None);
}

/// The vendor answers a new conversation with its message alone.
#[test]
fn a_new_conversation_is_known_by_its_message() {
    let body = json!({ "type": "user_message", "id": "403", "created_at": 5, "body": "<p>Hi</p>", "message_type": "inapp", "conversation_id": "613" });
    let response = Response { status: 200, body: body.to_string() };
    let start = Command::Start { contents: vec![Content::text("Hi")] };
    let Outcome::Conversation(read) = Intercom::new().read_command(&start, &response).unwrap()
    else {
        panic!()
    };
    assert_eq!((read.id.as_str(), read.created_at), ("613", at(5)));
    assert_eq!((read.parts[0].id.as_str(), read.parts[0].markdown()), ("403", Some("Hi")));
}

/// What was redacted stays a mark in the thread and says nothing.
#[test]
fn a_redacted_source_stays_a_mark() {
    let source = json!({ "type": "conversation", "id": "3", "body": "", "redacted": true, "author": { "type": "user", "id": "u" } });
    let list = json!({ "conversation_parts": [] });
    let read =
        read(&json!({ "id": "1", "created_at": 1, "source": source, "conversation_parts": list }));
    assert_eq!(read.parts.len(), 1);
    assert!(read.parts[0].redacted && read.parts[0].contents().is_empty());
}
