//! What the server makes of requests, good and bad.

use inbox_dialects::stack_auth::server::{
    UpdateRequest, WireError, check_headers, read_conversation_id, read_create, read_list,
    read_project, read_update,
};
use inbox_model::{Command, Priority, State};
use serde_json::{Value, json};

fn schema_error<T: std::fmt::Debug>(read: Result<T, WireError>) {
    let error = read.unwrap_err();
    assert_eq!((error.status, error.code), (400, Some("SCHEMA_ERROR")), "{error}");
}

fn with(mut body: Value, name: &str, value: Value) -> String {
    body[name] = value;
    body.to_string()
}

fn reply() -> Value {
    json!({ "projectId": "internal", "type": "reply", "body": " Hi " })
}

fn metadata() -> Value {
    json!({ "projectId": "internal", "type": "metadata" })
}

fn create() -> Value {
    json!({
        "projectId": "internal", "userId": "3241a285-8329-4d69-8f3d-316e08cf140c",
        "subject": " News ", "initialMessage": "Hi", "priority": "normal",
    })
}

#[test]
fn texts_are_trimmed_and_blank_ones_refused() {
    let expected = UpdateRequest::Say(Command::reply("Hi"));
    assert_eq!(read_update(&reply().to_string()), Ok((None, expected)));
    assert_eq!(read_create(&create().to_string()).unwrap().1.subject, "News");
    for body in ["", "  \n"] {
        schema_error(read_update(&with(reply(), "body", json!(body))));
        schema_error(read_create(&with(create(), "subject", json!(body))));
        schema_error(read_create(&with(create(), "initialMessage", json!(body))));
    }
}

/// The vendor's bodies take no unknown member; ours alone is known.
#[test]
fn unknown_members_are_refused_and_ours_is_not() {
    for (body, read) in [
        (reply(), 0),
        (metadata(), 0),
        (json!({ "projectId": "internal", "type": "status", "status": "open" }), 0),
        (json!({ "projectId": "internal", "type": "internal-note", "body": "x" }), 0),
        (create(), 1),
    ] {
        let read = |text: &str| match read {
            0 => read_update(text).map(|_| ()),
            _ => read_create(text).map(|_| ()),
        };
        assert_eq!(read(&body.to_string()), Ok(()), "{body}");
        assert_eq!(read(&with(body.clone(), "inbox", json!({}))), Ok(()), "{body}");
        schema_error(read(&with(body.clone(), "colour", json!("red"))));
        // A member of another change is as unknown as any.
        schema_error(read(&with(body.clone(), "assignee", json!("a"))));
        schema_error(read(&with(body, "projectId", json!(7))));
    }
    schema_error(read_update(&with(reply(), "status", json!("open"))));
    schema_error(read_update(&with(metadata(), "body", json!("x"))));
}

#[test]
fn the_type_decides_and_has_to_be_known() {
    schema_error(read_update(&with(reply(), "type", json!("whisper"))));
    schema_error(read_update(r#"{"projectId":"internal","body":"x"}"#));
    for text in
        ["", "null", "[]", "7", "{", r#""reply""#, "{\"type\":\"reply\",\"type\":\"reply\"}"]
    {
        schema_error(read_update(text));
        schema_error(read_create(text));
    }
}

/// Pitfall 15: what a metadata update leaves out stays as it is; null unassigns.
#[test]
fn pitfall_15_left_out_and_null_differ() {
    let read = |body: String| match read_update(&body).unwrap().1 {
        UpdateRequest::Metadata { assignee, priority, tags, read: None } => {
            (assignee, priority, tags)
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(read(metadata().to_string()), (None, None, None));
    assert_eq!(read(with(metadata(), "assignedToUserId", Value::Null)).0, Some(None));
    assert_eq!(read(with(metadata(), "assignedToUserId", json!("a1"))).0, Some(Some("a1".into())));
    assert_eq!(read(with(metadata(), "assignedToDisplayName", Value::Null)), (None, None, None));
    assert_eq!(read(with(metadata(), "priority", json!("urgent"))).1, Some(Priority::Urgent));
    assert_eq!(read(with(metadata(), "tags", json!([]))).2, Some(vec![]));
    let tags = read(with(metadata(), "tags", json!(["VIP", " VIP ", "", "b"]))).2;
    assert_eq!(tags, Some(vec!["VIP".into(), "b".into()]));
    for (name, value) in [
        ("priority", Value::Null),
        ("priority", json!("none")),
        ("tags", Value::Null),
        ("tags", json!("VIP")),
        ("tags", json!([1])),
        ("tags", json!(["x".repeat(101)])),
        ("tags", json!(vec!["x"; 101])),
        ("assignedToUserId", json!(7)),
    ] {
        schema_error(read_update(&with(metadata(), name, value)));
    }
}

#[test]
fn statuses_are_three() {
    let status = |word: &str| json!({ "projectId": "internal", "type": "status", "status": word });
    for (word, state) in
        [("open", State::Open), ("pending", State::Pending), ("closed", State::Closed)]
    {
        let read = read_update(&status(word).to_string()).unwrap().1;
        assert_eq!(read, UpdateRequest::Turn(state));
    }
    schema_error(read_update(&status("snoozed").to_string()));
}

#[test]
fn a_project_is_internal_or_a_uuid() {
    let uuid = "E0B52F4D-dece-408c-af49-d23061bb0f8d";
    assert_eq!(read_project("?projectId=internal"), Ok(None));
    assert_eq!(read_project(&format!("projectId={uuid}")), Ok(Some(uuid.to_lowercase())));
    schema_error(read_project("limit=1"));
    for other in ["mine", "", "internal%20"] {
        let error = read_project(&format!("projectId={other}")).unwrap_err();
        assert_eq!((error.status, error.code), (404, Some("PROJECT_NOT_FOUND")));
        let other = read_update(&with(reply(), "projectId", json!("mine"))).unwrap_err();
        assert_eq!(other.code, Some("PROJECT_NOT_FOUND"));
    }
}

#[test]
fn headers_say_that_a_client_of_the_dashboard_asks() {
    let client = Some("client");
    assert_eq!(check_headers(client, Some("internal")), Ok(()));
    for (access, project) in [
        (None, Some("internal")),
        (Some("root"), Some("internal")),
        (client, None),
        (client, Some("mine")),
    ] {
        schema_error(check_headers(access, project));
    }
    for access in ["server", "admin"] {
        let error = check_headers(Some(access), Some("internal")).unwrap_err();
        assert_eq!((error.status, error.code), (401, Some("INSUFFICIENT_ACCESS_TYPE")));
    }
}

#[test]
fn paging_is_held_within_bounds() {
    let list = |rest: &str| read_list(&format!("projectId=internal{rest}"));
    let params = list("").unwrap();
    assert_eq!((params.limit, params.offset, params.states), (50, 0, &[] as &[State]));
    for large in ["201", "4294967296", "99999999999999999999"] {
        assert_eq!(list(&format!("&limit={large}")).unwrap().limit, 200);
    }
    assert_eq!(list("&offset=99999999999999999999").unwrap().offset, u64::MAX);
    let rest = "&limit=7&offset=9&status=open&query=%20&unread=true&starred=false&overdue=true&x=1";
    let params = list(rest).unwrap();
    assert_eq!((params.limit, params.offset), (7, 9));
    assert_eq!((params.states, params.search), (&[State::Open] as &[State], None));
    assert_eq!((params.unread, params.starred, params.overdue), (true, false, true));
    for bad in [
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=%2B1",
        "limit=",
        "offset=-1",
        "offset=x",
        "status=snoozed",
        "status=",
        "userId=u1",
        "assignee=",
        "unread=maybe",
    ] {
        schema_error(list(&format!("&{bad}")));
    }
    schema_error(list(&format!("&query={}", "x".repeat(201))));
}

#[test]
fn a_path_names_a_uuid() {
    schema_error(read_conversation_id("c1"));
    schema_error(read_conversation_id(""));
    // A stranger's UUID is as good as one of a conversation that is not there.
    assert_eq!(read_conversation_id("00000000-0000-0000-0000-000000000000"), Ok(None));
}

#[test]
fn contents_beyond_text_have_to_be_sound() {
    let inbox = |contents: Value| with(reply(), "inbox", json!({ "contents": contents }));
    let place =
        |latitude: f64| json!([{ "type": "location", "latitude": latitude, "longitude": 1.0 }]);
    assert!(read_update(&inbox(place(50.0))).is_ok());
    for contents in
        [place(91.0), json!([]), json!([{ "type": "hologram" }]), json!("x"), Value::Null]
    {
        schema_error(read_update(&inbox(contents)));
    }
    schema_error(read_update(&with(metadata(), "inbox", json!({ "read": 7 }))));
}
