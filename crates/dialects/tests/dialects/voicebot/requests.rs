//! What the server makes of requests, good and bad.

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::voicebot::server::{
    ListParams, UpdateRequest, WireError, read_create_message, read_list, read_mark_read,
    read_set_reaction, read_update, wire::Status,
};
use inbox_dialects::{Dialect, Who};
use inbox_model::{Command, Participant, ParticipantKind, State};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate;

fn check<T: std::fmt::Debug>(read: Result<T, WireError>, field: Option<&str>) {
    let error = read.unwrap_err();
    assert_eq!((error.status, error.field.as_deref()), (422, field), "{error}");
}

#[test]
fn an_update_is_read() {
    let read = |body: &str| read_update(body).unwrap();
    assert_eq!(read("{}"), UpdateRequest { status: None, user_id: None });
    assert_eq!(read(r#"{"user_id":null}"#).user_id, Some(None));
    assert_eq!(read(r#"{"user_id":5,"more":1}"#).user_id, Some(Some(5)));
    assert_eq!(read(r#"{"status":"in-progress"}"#).status, Some(Status::InProgress));
    check(read_update(r#"{"user_id":-5}"#), Some("user_id"));
    for body in [
        "",
        "{",
        "[]",
        "null",
        r#"{"status":"closed"}"#,
        r#"{"status":null}"#,
        r#"{"user_id":"5"}"#,
        r#"{"user_id":1.5}"#,
    ] {
        check(read_update(body), None);
    }
}

#[test]
fn a_status_asks_for_what_is_different() {
    let commands = |status: Status, state: State, in_progress: bool| {
        UpdateRequest { status: Some(status), user_id: None }.commands(state, in_progress)
    };
    let on = |on: bool| Command::SetInProgress { on };
    for (status, state, in_progress, expected) in [
        (Status::ToDo, State::Open, false, vec![]),
        (Status::ToDo, State::Open, true, vec![on(false)]),
        (Status::ToDo, State::Snoozed, false, vec![Command::Reopen]),
        (Status::ToDo, State::Closed, false, vec![Command::Reopen]),
        (Status::InProgress, State::Open, false, vec![on(true)]),
        (Status::InProgress, State::Closed, false, vec![Command::Reopen, on(true)]),
        (Status::Done, State::Open, true, vec![Command::Close]),
    ] {
        assert_eq!(commands(status, state, in_progress), expected, "{status:?} {state:?}");
    }
}

#[test]
fn bodies_that_may_be_missing() {
    assert!(!read_mark_read("").unwrap().mark_external);
    assert!(read_mark_read(r#"{"mark_external":true}"#).unwrap().mark_external);
    check(read_mark_read(r#"{"mark_external":"yes"}"#), None);
    assert_eq!(read_set_reaction("").unwrap().reaction, None);
    assert_eq!(read_set_reaction(r#"{"reaction":null}"#).unwrap().reaction, None);
    assert_eq!(read_set_reaction(r#"{"reaction":"👍"}"#).unwrap().reaction.as_deref(), Some("👍"));
    check(read_set_reaction(r#"{"reaction":1}"#), None);
}

#[test]
fn bad_messages_are_refused() {
    let bad =
        |body: Value, field: Option<&str>| check(read_create_message(&body.to_string()), field);
    bad(json!({}), Some("type"));
    bad(json!({ "type": "poll" }), Some("type"));
    bad(json!({ "type": "text" }), Some("text"));
    bad(json!({ "type": "text", "text": { "content": 5 } }), None);
    bad(
        json!({ "type": "text", "text": { "content": "x" }, "reference_id": -1 }),
        Some("reference_id"),
    );
    bad(json!({ "type": "image" }), Some("file"));
    bad(json!({ "type": "image", "file": { "internal_uuid": "m1" } }), Some("file"));
    for url in ["javascript:alert(1)", "//evil.example/x", "data:text/html,x", "file:///etc/passwd"]
    {
        bad(json!({ "type": "image", "file": { "url": url } }), Some("file"));
    }
    let place = |latitude: &str| json!({ "type": "location", "location": { "latitude": latitude, "longitude": "0" } });
    bad(place("91"), Some("location"));
    bad(place("north"), Some("location"));
    bad(json!({ "type": "contact", "contact": { "name": { "formatted_name": "Ada" } } }), None);
    // Our own form must say the same.
    let own = |contents: Value| json!({ "type": "text", "text": { "content": "x" }, "inbox": { "contents": contents } });
    bad(own(json!([])), Some("inbox.contents"));
    bad(own(json!([{ "type": "hologram" }])), Some("inbox.contents"));
    bad(own(json!([{ "type": "image", "url": "https://x/i" }])), Some("inbox.contents"));
    let both = json!([{ "type": "text", "markdown": "a" }, { "type": "text", "markdown": "b" }]);
    bad(own(both), Some("inbox.contents"));
    let other = json!({ "type": "image", "file": { "url": "https://x/a" },
        "inbox": { "contents": [{ "type": "image", "url": "https://x/b" }] } });
    bad(other, Some("inbox.contents"));
}

#[test]
fn the_lists_query_is_read() {
    let params = read_list(
        "limit=20&cursor=a%2Bb%3D&tags=1,2&state=pending&user_id=none&unread=true&starred=1\
         &archived=true&overdue=true&search=x%26y&x=1",
    );
    let expected = ListParams {
        limit: 20,
        cursor: Some("a+b=".into()),
        state: Some(State::Pending),
        user_id: Some(None),
        tags: vec![1, 2],
        unread: true,
        starred: true,
        archived: true,
        overdue: true,
        search: Some("x&y".into()),
    };
    assert_eq!(params, Ok(expected));
    assert_eq!(read_list(""), Ok(ListParams::default()));
    assert_eq!(read_list("user_id=5").unwrap().user_id, Some(Some(5)));
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("state=parked", "state"),
        ("user_id=me", "user_id"),
        ("tags=1,x", "tags"),
        ("unread=maybe", "unread"),
        ("overdue=", "overdue"),
    ] {
        check(read_list(query), Some(field));
    }
    check(read_list(&format!("cursor={}", "x".repeat(513))), Some("cursor"));
    check(read_list(&format!("search={}", "x".repeat(201))), Some("search"));
}

proptest! {
    /// What our client asks to be sent is what our server reads, of whatever kind it is.
    #[test]
    fn what_the_client_says_the_server_hears(content in generate::content()) {
        let actor = Participant::new(ParticipantKind::Agent, "21");
        let (conversation, command_id) = ("7".into(), "k-1".into());
        let who = Who { actor: &actor, conversation: &conversation, command_id: &command_id };
        let command = Command::reply_of(vec![content.clone()]);
        let request = Voicebot::new().command(&who, &command).unwrap();
        let read = read_create_message(request.body.as_ref().unwrap()).unwrap();
        prop_assert_eq!(read.content, content);
    }

    /// The vendor's form alone, as another client sends it, loses sizes and lengths.
    #[test]
    fn the_vendors_form_alone_is_heard(content in generate::content()) {
        let actor = Participant::new(ParticipantKind::Agent, "21");
        let (conversation, command_id) = ("7".into(), "k-1".into());
        let who = Who { actor: &actor, conversation: &conversation, command_id: &command_id };
        let command = Command::reply_of(vec![content.clone()]);
        let request = Voicebot::new().command(&who, &command).unwrap();
        let mut body: Value = serde_json::from_str(request.body.as_ref().unwrap()).unwrap();
        body.as_object_mut().unwrap().remove("inbox");
        let read = read_create_message(&body.to_string()).unwrap().content;
        if let (Some(read), Some(content)) = (read.media(), content.media()) {
            prop_assert_eq!(
                (&read.url, &read.id, &read.mime, read.bytes),
                (&content.url, &content.id, &content.mime, content.bytes)
            );
        } else {
            prop_assert_eq!(read, content);
        }
    }
}
