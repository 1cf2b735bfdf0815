//! The vendor's own answers, which have no extension.

use inbox_dialects::Dialect;
use inbox_dialects::crm::Crm;
use inbox_model::{Channel, Conversation, Delivery, PartBody, ParticipantKind, State, Timestamp};
use serde_json::{Value, json};

use super::{CONTRACT, ok};

const ID: &str = "9b5351bb-4b5b-4da2-968c-f8351b567a9b";
const ANA: &str = "11111111-2222-3333-4444-555555555555";

fn thread() -> Value {
    json!({
        "id": ID, "contact_id": ANA, "contact_name": "Ana", "channels": ["sms", "call"],
        "assigned_to": null, "starred": true, "unread": true, "archived": false, "overdue": true,
        "sla_due_at": "2026-01-10T15:00:00Z", "last_activity_at": "2026-01-10T14:00:00Z",
        "last_inbound_at": "2026-01-10T14:00:00Z", "preview": "Hello?",
        "pending_suggestion_id": "11111111-2222-3333-4444-666666666666",
        "created_at": "2026-01-09T14:00:00Z", "novel": { "x": 1 }
    })
}

fn message(more: &Value) -> Value {
    let mut message = json!({
        "id": "11111111-2222-3333-4444-777777777777", "conversation_id": ID, "channel": "sms",
        "direction": "inbound", "occurred_at": "2026-01-10T14:00:00Z", "body": "Hello?"
    });
    let members = message.as_object_mut().unwrap();
    members.extend(more.as_object().unwrap().clone());
    members.retain(|_, value| value != "-");
    message
}

fn read(messages: &[Value]) -> Conversation {
    let mut conversation = Crm::new().read_conversation(&ok(&thread())).unwrap();
    Crm::new().read_parts(&mut conversation, &ok(&json!({ "items": messages }))).unwrap();
    conversation
}

#[test]
fn a_thread_is_read() {
    CONTRACT.assert_component("Conversation", &thread());
    let read = Crm::new().read_conversation(&ok(&thread())).unwrap();
    let now = Timestamp::parse("2026-01-10T15:00:00Z").unwrap();
    assert_eq!((read.id.as_str(), read.state, read.unread), (ID, State::Open, Some(1)));
    assert_eq!(read.contact().unwrap().name.as_deref(), Some("Ana"));
    assert!(read.handling.starred && read.is_overdue_at(now));
    assert!(!read.is_overdue_at(now.plus(-1)));
    assert_eq!(read.preview.unwrap().text, "Hello?");
    assert!(read.handling.pending_suggestion.is_some());
}

#[test]
fn a_thread_that_is_late_without_a_time_is_late_all_the_same() {
    let mut late = thread();
    late["sla_due_at"] = json!(null);
    let read = Crm::new().read_conversation(&ok(&late)).unwrap();
    assert!(read.is_overdue_at(Timestamp::parse("2026-01-10T14:00:00Z").unwrap()));
}

#[test]
fn messages_are_read_by_their_words() {
    let parts = read(&[
        message(&json!({})),
        message(&json!({ "id": "2", "direction": "outbound", "status": "failed", "author_type": "staff", "author_id": ANA, "channel": "email", "subject": "Re" })),
        message(&json!({ "id": "3", "channel": "note", "direction": "internal", "author_type": "staff" })),
        message(&json!({ "id": "4", "channel": "call", "ai_summary": "Asked.", "duration_seconds": 61, "body": null })),
        message(&json!({ "id": "5", "direction": "outbound", "status": "suggested", "author_type": "ai" })),
        message(&json!({ "id": "6", "channel": "fax", "direction": "sideways", "status": "burnt", "author_type": "ghost" })),
        message(&json!({ "id": "7", "media": [{ "id": "m1", "url": "https://x/a", "mime_type": "image/png" }, { "id": "m2" }, 7] })),
    ])
    .parts;
    let author = |at: usize| parts[at].author.clone().map(|author| author.kind);
    assert_eq!((parts[0].markdown(), author(0)), (Some("Hello?"), Some(ParticipantKind::Customer)));
    assert_eq!((parts[0].channel.clone(), &parts[0].delivery), (Some(Channel::Sms), &None));
    assert_eq!(parts[1].delivery, Some(Delivery::Failed { code: "failed".into() }));
    assert_eq!(parts[1].tracking.subject.as_deref(), Some("Re"));
    assert!(matches!(parts[2].body, PartBody::Note(_)) && !parts[2].is_public());
    let PartBody::Call(call) = &parts[3].body else { panic!("{:?}", parts[3]) };
    assert_eq!(
        (call.inbound, call.duration_ms, call.summary.as_deref()),
        (true, 61_000, Some("Asked."))
    );
    assert!(matches!(parts[4].body, PartBody::Suggestion(_)));
    // What is unknown is kept, or left out.
    assert_eq!(parts[5].channel, Some(Channel::Other("fax".into())));
    assert_eq!((author(5), &parts[5].delivery), (None, &None));
    assert_eq!(parts[6].contents().len(), 2);
}

/// A row says more about the newest message once the messages are there.
#[test]
fn the_preview_is_the_newest_message() {
    let read = read(&[message(&json!({ "body": "And *more*" }))]);
    assert_eq!(read.preview.unwrap().text, "And more");
}

#[test]
fn a_page_ends_where_the_total_does_or_where_it_is_not_full() {
    let next = |list: Value| Crm::new().read_list(&ok(&list)).unwrap().next_cursor;
    let rows = json!([thread(), thread()]);
    assert_eq!(next(json!({ "items": rows, "total": 9, "offset": 4 })).as_deref(), Some("6"));
    assert_eq!(next(json!({ "items": rows, "total": 6, "offset": 4 })), None);
    assert_eq!(next(json!({ "items": rows, "limit": 2 })).as_deref(), Some("2"));
    assert_eq!(next(json!({ "items": rows, "limit": 3 })), None);
    assert_eq!(next(json!({ "items": rows })), None);
    assert_eq!(next(json!({ "items": [], "total": 9, "offset": 4 })), None);
}

#[test]
fn what_is_missing_is_told_with_the_way_to_it() {
    let list = ok(&json!({ "items": [{ "id": "1" }, 7] }));
    let error = Crm::new().read_list(&list).unwrap_err();
    assert_eq!(error.to_string(), "unexpected answer: list.items[1]: not an object");
    let mut conversation = Crm::new().read_conversation(&ok(&thread())).unwrap();
    let messages = ok(&json!({ "items": [{ "id": "1", "occurred_at": "soon" }] }));
    let error = Crm::new().read_parts(&mut conversation, &messages).unwrap_err();
    let text = "unexpected answer: messages.items[0].occurred_at: not a date-time";
    assert_eq!(error.to_string(), text);
}
