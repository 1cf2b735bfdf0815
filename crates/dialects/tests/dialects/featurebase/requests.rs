//! What the server makes of requests, good and bad.

use inbox_dialects::featurebase::server::{
    CreateRequest, ListParams, ReplyAuthor, UpdateRequest, WireError, read_add_participant,
    read_create, read_list, read_redact, read_reply, read_update,
};
use inbox_model::command::Readers;
use inbox_model::{Channel, Command, Content, State};
use serde_json::{Value, json};

fn status_and_code<T: std::fmt::Debug>(
    read: Result<T, WireError>,
) -> (&'static str, Option<String>) {
    let error = read.unwrap_err();
    assert_eq!(error.status, 400, "{error}");
    (error.code, error.param)
}

fn check<T: std::fmt::Debug>(read: Result<T, WireError>, code: &str, param: Option<&str>) {
    assert_eq!(status_and_code(read), (code_of(code), param.map(str::to_owned)));
}

fn code_of(code: &str) -> &'static str {
    [
        "invalid_request",
        "missing_parameter",
        "invalid_parameter",
        "invalid_content",
        "invalid_cursor",
        "business_validation_error",
    ]
    .into_iter()
    .find(|known| *known == code)
    .unwrap()
}

#[test]
fn the_lists_query_is_read() {
    let params = read_list(
        "limit=20&cursor=a%2Bb%3D&tagIds=t1,t2&tagIds=t3&state=pending&assignee=none&unread=true&x=1",
    );
    let expected = ListParams {
        limit: 20,
        cursor: Some("a+b=".into()),
        tag_ids: vec!["t1".into(), "t2".into(), "t3".into()],
        state: Some(State::Pending),
        assignee: Some(None),
        unread: true,
    };
    assert_eq!(params, Ok(expected));
    assert_eq!(read_list(""), Ok(ListParams::default()));
    assert_eq!(ListParams::default().limit, 10);
    for (given, taken) in [("0", 1), ("101", 100), ("-1", 1), ("4294967297", 100), ("ten", 10)] {
        assert_eq!(read_list(&format!("limit={given}")).unwrap().limit, taken, "{given}");
    }
    assert_eq!(read_list("assignee=a1").unwrap().assignee, Some(Some("a1".into())));
}

#[test]
fn bad_queries_are_refused() {
    check(read_list(&format!("cursor={}", "x".repeat(513))), "invalid_cursor", Some("cursor"));
    assert!(read_list(&format!("cursor={}", "x".repeat(512))).is_ok());
    check(read_list("state=parked"), "invalid_parameter", Some("state"));
    check(read_list("unread=maybe"), "invalid_parameter", Some("unread"));
    check(read_list("assignee="), "invalid_parameter", Some("assignee"));
}

fn contact() -> Value {
    json!({ "from": { "type": "contact", "id": "u1" }, "bodyMarkdown": "Hi" })
}

fn outreach() -> Value {
    json!({ "from": { "type": "admin", "id": "a1" }, "bodyMarkdown": "Hi", "recipients": { "to": { "ids": ["u1"] } } })
}

fn with(mut body: Value, pointer: &str, value: Value) -> String {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap()[name] = value;
    body.to_string()
}

#[test]
fn a_conversation_is_begun_by_either_side() {
    let read = read_create(&contact().to_string()).unwrap();
    let expected = CreateRequest::Contact {
        id: "u1".into(),
        markdown: "Hi".into(),
        contents: vec![Content::text("Hi")],
        channel: Channel::Web,
        created_at: None,
    };
    assert_eq!(read, expected);
    let body = with(outreach(), "/channel", json!("email"));
    check(read_create(&body), "missing_parameter", Some("subject"));
    let mut body: Value = serde_json::from_str(&body).unwrap();
    body["subject"] = json!("News");
    body["recipients"]["bcc"] = json!({ "emails": ["a@example.com"] });
    let CreateRequest::Admin { subject, to, cc, bcc, channel, .. } =
        read_create(&body.to_string()).unwrap()
    else {
        panic!("{body}");
    };
    assert_eq!((subject.as_deref(), channel), (Some("News"), Channel::Email));
    assert_eq!((to.ids.len(), cc.is_empty(), bcc.emails.len()), (1, true, 1));
}

#[test]
fn bad_beginnings_are_refused() {
    check(read_create("{"), "invalid_parameter", None);
    check(read_create("[]"), "invalid_parameter", None);
    check(read_create("{}"), "missing_parameter", Some("from"));
    for (pointer, value, code, param) in [
        ("/from", json!({}), "missing_parameter", "from.type"),
        ("/from/type", json!("bot"), "invalid_parameter", "from.type"),
        ("/from/id", Value::Null, "missing_parameter", "from.id"),
        ("/bodyMarkdown", Value::Null, "missing_parameter", "bodyMarkdown"),
        ("/bodyMarkdown", json!(" \n"), "invalid_content", "bodyMarkdown"),
        ("/bodyMarkdown", json!(7), "invalid_content", "bodyMarkdown"),
        ("/channel", json!("fax"), "invalid_parameter", "channel"),
        ("/createdAt", json!("yesterday"), "invalid_parameter", "createdAt"),
        ("/inbox", json!({ "contents": [] }), "invalid_content", "inbox.contents"),
        (
            "/inbox",
            json!({ "contents": [{ "type": "hologram" }] }),
            "invalid_content",
            "inbox.contents",
        ),
        (
            "/inbox",
            json!({ "contents": [{ "type": "location", "latitude": 95, "longitude": 0 }] }),
            "invalid_content",
            "inbox.contents",
        ),
    ] {
        check(read_create(&with(contact(), pointer, value)), code, Some(param));
    }
    let many: Vec<String> = (0..51).map(|index| format!("{index}@example.com")).collect();
    for (pointer, value, code, param) in [
        ("/recipients", Value::Null, "business_validation_error", "recipients.to"),
        ("/recipients/to", json!({ "ids": [] }), "business_validation_error", "recipients.to"),
        (
            "/recipients/to",
            json!({ "emails": ["nobody"] }),
            "invalid_parameter",
            "recipients.to.emails",
        ),
        ("/recipients/to", json!({ "ids": [5] }), "invalid_parameter", "recipients.to.ids"),
        ("/recipients/cc", json!({ "emails": many }), "invalid_parameter", "recipients.cc.emails"),
        ("/subject", json!("x".repeat(501)), "invalid_parameter", "subject"),
    ] {
        check(read_create(&with(outreach(), pointer, value)), code, Some(param));
    }
    // Everything that is wrong with recipients and subject is told at once.
    let wrong = json!({ "to": { "emails": ["a@b.example", "a@b", "A@b.example"] }, "bcc": { "emails": [".x@y.z"] } });
    let mut body = outreach();
    body["recipients"] = wrong;
    body["subject"] = json!("a\nb");
    let error = read_create(&body.to_string()).unwrap_err();
    let paths: Vec<_> = error.problems.iter().map(|told| &*told.field).collect();
    assert_eq!(paths, ["recipients.to.emails[1]", "recipients.bcc.emails[0]", "subject"]);
    assert_eq!(error.problems.len(), 3);
}

#[test]
fn an_update_is_a_list_of_commands_in_a_fixed_order() {
    let body = json!({
        "markAsRead": { "allAdmins": true, "contactIds": ["u1"] }, "state": "snoozed",
        "snoozedUntil": "2026-01-10T15:00:00Z", "title": "New", "customAttributes": { "plan": "pro", "seats": 5 },
        "teamAssigneeId": "t1", "adminAssigneeId": null, "actingAdminId": "a1"
    });
    let read = read_update(&body.to_string()).unwrap();
    assert_eq!(read.acting_admin, Some("a1".into()));
    let readers = Readers { all_agents: true, contacts: vec!["u1".into()], ..Readers::default() };
    let attributes = vec![("plan".into(), "\"pro\"".into()), ("seats".into(), "5".into())];
    assert_eq!(
        read.commands,
        [
            Command::Assign { agent: Some(None), team: Some(Some("t1".into())) },
            Command::SetTitle { title: "New".into() },
            Command::SetAttributes { attributes },
            Command::Snooze {
                until: inbox_model::Timestamp::parse("2026-01-10T15:00:00Z").unwrap()
            },
            Command::MarkRead { readers },
        ]
    );
    assert_eq!(
        read_update("{}"),
        Ok(UpdateRequest { acting_admin: None, commands: vec![], snoozed_until: None })
    );
}

#[test]
fn bad_updates_are_refused() {
    let many: Vec<String> = (0..256).map(|index| index.to_string()).collect();
    for (body, param) in [
        (json!({ "state": "snoozed" }), "snoozedUntil"),
        (json!({ "state": "snoozed", "snoozedUntil": null }), "snoozedUntil"),
        (json!({ "state": "snoozed", "snoozedUntil": "later" }), "snoozedUntil"),
        (json!({ "state": "pending" }), "state"),
        (json!({ "state": 5 }), "state"),
        (json!({ "title": 5 }), "title"),
        (json!({ "title": "x".repeat(256) }), "title"),
        (json!({ "customAttributes": [] }), "customAttributes"),
        (json!({ "adminAssigneeId": "" }), "adminAssigneeId"),
        (json!({ "teamAssigneeId": {} }), "teamAssigneeId"),
        (json!({ "actingAdminId": true }), "actingAdminId"),
        (json!({ "markAsRead": [] }), "markAsRead"),
        (json!({ "markAsRead": { "adminIds": [1] } }), "markAsRead.adminIds"),
        (json!({ "markAsRead": { "contactIds": many } }), "markAsRead.contactIds"),
    ] {
        check(read_update(&body.to_string()), "invalid_request", Some(param));
    }
    check(read_update("not json"), "invalid_request", None);
    check(read_redact(r#"{"type":"conversation"}"#), "invalid_request", Some("type"));
    check(read_add_participant("{}"), "missing_parameter", Some("participant"));
}

#[test]
fn pitfall_13_a_reply_is_a_contacts_or_an_admins() {
    let read = read_reply(r#"{"type":"contact","userId":"42","messageType":"reply","bodyMarkdown":"Hi","skipNotifications":true}"#).unwrap();
    assert_eq!(read.author, ReplyAuthor::Contact { id: None, user_id: Some("42".into()) });
    assert!(!read.note && read.skip_notifications);
    let place = json!([{ "type": "location", "latitude": 1.5, "longitude": 2.5 }]);
    let body = json!({ "type": "admin", "id": "a1", "messageType": "note", "bodyMarkdown": "map", "inbox": { "contents": place } });
    let read = read_reply(&body.to_string()).unwrap();
    assert!(read.note && matches!(read.contents[..], [Content::Location(_)]));
    assert_eq!(read.markdown, "map");
    let mut run = body.clone();
    run["inbox"]["contents"][0]["url"] = json!("javascript:alert(1)");
    check(read_reply(&run.to_string()), "invalid_content", Some("inbox.contents"));
    let check_body = |body: Value, code: &str, param: &str| {
        check(read_reply(&body.to_string()), code, Some(param));
    };
    check_body(json!({}), "missing_parameter", "type");
    check_body(json!({ "type": "contact" }), "missing_parameter", "id");
    check_body(json!({ "type": "admin", "userId": "1" }), "missing_parameter", "id");
    check_body(json!({ "type": "bot", "id": "b" }), "invalid_request", "type");
    check_body(json!({ "type": "admin", "id": "a" }), "missing_parameter", "messageType");
    check_body(
        json!({ "type": "contact", "id": "u", "messageType": "note" }),
        "invalid_request",
        "messageType",
    );
    check_body(
        json!({ "type": "admin", "id": "a", "messageType": "reply" }),
        "missing_parameter",
        "bodyMarkdown",
    );
}
