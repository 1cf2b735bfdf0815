//! Requests as the server reads them.

use inbox_dialects::intercom::server::{
    ContactRef, Deed, PartDeeds, Preview, ReplyAuthor, check_version, read_create, read_list,
    read_part_update, read_reply, read_update, wants_plaintext,
};
use inbox_model::{Command, Content, Delivery, State, Timestamp};
use serde_json::{Value, json};

/// What is asked for, or the status and the field at fault.
fn part_update(body: &Value) -> Result<PartDeeds, (u16, String)> {
    let read = read_part_update(&body.to_string()).and_then(|read| read.deeds());
    read.map_err(|error| (error.status, error.field.unwrap_or_default()))
}

/// Pitfall 14: operations go by the fields that are present. A body with both asks for both; half of
/// an operation, and states that nobody could tell the meaning of, are refused.
#[test]
fn pitfall_14_the_fields_say_which_operation_is_meant() {
    let sent = || Some((Delivery::Sent, "ok".to_owned()));
    let seen = || Some("7".to_owned());
    let asks = |delivery, seen_by| Ok(PartDeeds { delivery, seen_by });
    let bad = |field: &str| Err((400, field.to_owned()));
    for (more, expected) in [
        (json!({ "send_state": "sent", "info_message": "ok" }), asks(sent(), None)),
        (json!({ "seen": true, "admin_id": "7" }), asks(None, seen())),
        (json!({ "seen": true, "admin_id": 7 }), asks(None, seen())),
        (
            json!({ "send_state": "sent", "info_message": "ok", "seen": true, "admin_id": "7" }),
            asks(sent(), seen()),
        ),
        (json!({}), bad("send_state")),
        (json!({ "send_state": "sent" }), bad("info_message")),
        (json!({ "info_message": "ok" }), bad("send_state")),
        (json!({ "seen": true }), bad("admin_id")),
        (json!({ "admin_id": "7" }), bad("seen")),
        (json!({ "seen": false, "admin_id": "7" }), bad("seen")),
        (json!({ "send_state": "teleported", "info_message": "ok" }), bad("send_state")),
        (json!({ "send_state": "sent", "info_message": "ok", "seen": true }), bad("admin_id")),
        (json!({ "send_state": 7, "info_message": "ok" }), bad("")),
    ] {
        let mut body = json!({ "experimental": true, "secret": "s" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(part_update(&body), expected, "{body}");
    }
}

/// Pitfall 14: without `experimental: true` or a secret nobody learns what the rest of the body is
/// worth.
#[test]
fn pitfall_14_the_secret_comes_before_everything_else() {
    for body in [
        json!({ "secret": "s" }),
        json!({ "experimental": false, "secret": "s" }),
        json!({ "experimental": true }),
        json!({ "experimental": true, "secret": "" }),
        json!({ "experimental": true, "secret": null, "seen": true }),
    ] {
        assert_eq!(read_part_update(&body.to_string()).unwrap_err().status, 403, "{body}");
    }
    for body in ["", "[]", "{", "null", r#"{"experimental":"yes","secret":"s"}"#] {
        assert_eq!(read_part_update(body).unwrap_err().status, 400, "{body}");
    }
}

#[test]
fn a_reply_says_who_and_what() {
    let text = |text: &str| vec![Content::text(text)];
    let at = Timestamp::from_millis(1_750_000_000_000);
    let with = |body: Value| read_reply(&body.to_string()).unwrap();
    let deed = |body: Value| with(body).deed;
    let admin = |more: Value| {
        let mut body = json!({ "type": "admin", "admin_id": "7" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    assert_eq!(
        deed(admin(json!({ "message_type": "comment", "body": "<b>x</b>" }))),
        Deed::Comment(text("**x**"))
    );
    assert_eq!(deed(admin(json!({ "message_type": "note", "body": "x" }))), Deed::Note(text("x")));
    assert_eq!(deed(admin(json!({ "message_type": "close" }))), Deed::Close(None));
    assert_eq!(
        deed(admin(json!({ "message_type": "close", "body": "Bye" }))),
        Deed::Close(Some(text("Bye")))
    );
    assert_eq!(deed(json!({ "message_type": "open", "admin_id": 7 })), Deed::Open);
    assert_eq!(
        deed(json!({ "message_type": "snoozed", "admin_id": "7", "snoozed_until": 1_750_000_000 })),
        Deed::Snooze(at)
    );
    assert_eq!(
        deed(admin(json!({ "message_type": "assignment", "assignee_id": "5" }))),
        Deed::AssignAgent(Some("5".into()))
    );
    assert_eq!(
        deed(admin(json!({ "message_type": "assignment", "assignee_id": 0 }))),
        Deed::AssignAgent(None)
    );
    let team = json!({ "message_type": "assignment", "type": "team", "admin_id": "7", "assignee_id": "6", "body": "yours" });
    let read = with(team);
    assert_eq!((read.deed, read.note), (Deed::AssignTeam(Some("6".into())), Some(text("yours"))));
    let by = |named: Value| {
        let mut body = json!({ "message_type": "comment", "type": "user", "body": "x" });
        body.as_object_mut().unwrap().extend(named.as_object().unwrap().clone());
        with(body).author
    };
    let contact = |id: Option<&str>, user_id: Option<&str>, email: Option<&str>| {
        let own = |text: Option<&str>| text.map(str::to_owned);
        ReplyAuthor::Contact(ContactRef { id: own(id), user_id: own(user_id), email: own(email) })
    };
    assert_eq!(by(json!({ "intercom_user_id": "a" })), contact(Some("a"), None, None));
    assert_eq!(by(json!({ "user_id": "b" })), contact(None, Some("b"), None));
    assert_eq!(by(json!({ "email": "c@d.e" })), contact(None, None, Some("c@d.e")));
}

#[test]
fn what_is_wrong_with_a_reply_is_named() {
    for (body, field) in [
        (json!({}), "admin_id"),
        (json!({ "type": "admin", "admin_id": "7" }), "message_type"),
        (json!({ "type": "admin", "admin_id": "7", "message_type": "comment" }), "body"),
        (json!({ "type": "admin", "admin_id": "7", "message_type": "sing" }), "message_type"),
        (json!({ "type": "admin", "admin_id": "7", "message_type": "snoozed" }), "snoozed_until"),
        (json!({ "type": "admin", "admin_id": "7", "message_type": "assignment" }), "assignee_id"),
        (json!({ "type": "team", "admin_id": "7", "message_type": "comment" }), "type"),
        (json!({ "type": "user", "message_type": "comment", "body": "x" }), "intercom_user_id"),
        (
            json!({ "type": "user", "user_id": "u", "message_type": "note", "body": "x" }),
            "message_type",
        ),
        (json!({ "type": "user", "user_id": "u", "message_type": "comment" }), "body"),
        (
            json!({ "type": "user", "user_id": "u", "message_type": "comment", "body": "x", "attachment_urls": ["javascript:x"] }),
            "attachment_urls",
        ),
        (
            json!({ "type": "user", "user_id": "u", "message_type": "comment", "inbox": { "contents": [{ "type": "novel" }] } }),
            "inbox.contents",
        ),
    ] {
        let error = read_reply(&body.to_string()).unwrap_err();
        assert_eq!((error.status, error.field.as_deref()), (400, Some(field)), "{body}");
    }
    for body in [
        json!({ "from": { "type": "admin", "id": "7" }, "body": "x" }),
        json!({ "body": "x" }),
        json!({ "from": { "type": "user" }, "body": "x" }),
        json!({ "from": { "type": "user", "id": "u" } }),
    ] {
        assert_eq!(read_create(&body.to_string()).unwrap_err().status, 400, "{body}");
    }
}

#[test]
fn an_update_leaves_alone_what_it_does_not_name() {
    let read = |body: &str| read_update(body).unwrap();
    assert_eq!((read("{}").commands.len(), read("{}").read), (0, None));
    let both = read(r#"{"read":true,"title":"T","custom_attributes":{"a":1,"b":null,"c":"x"}}"#);
    assert_eq!(both.read, Some(true));
    let attributes = [("a", "1"), ("b", "null"), ("c", "\"x\"")];
    let attributes = attributes.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec();
    assert_eq!(
        both.commands,
        [Command::SetTitle { title: "T".into() }, Command::SetAttributes { attributes }]
    );
    assert_eq!(read(r#"{"title":null}"#).commands, [Command::SetTitle { title: String::new() }]);
    let long = json!({ "title": "x".repeat(256) }).to_string();
    assert_eq!(read_update(&long).unwrap_err().field.as_deref(), Some("title"));
}

#[test]
fn a_query_is_read_strictly_where_it_matters() {
    let read = read_list("?per_page=150&starting_after=abc&tag_ids=a,b&tag_ids=c&state=open&assignee=7&unread=true&novel=1").unwrap();
    assert_eq!((read.per_page, read.starting_after.as_deref()), (150, Some("abc")));
    assert_eq!(read.tag_ids.len(), 3);
    assert_eq!(
        (read.state, read.assignee, read.unread),
        (Some(State::Open), Some(Some("7".into())), true)
    );
    assert_eq!(read_list("").unwrap().per_page, 20);
    assert_eq!(read_list("assignee=none").unwrap().assignee, Some(None));
    for (query, field) in [
        ("per_page=0", "per_page"),
        ("per_page=151", "per_page"),
        ("per_page=x", "per_page"),
        ("state=novel", "state"),
        ("assignee=", "assignee"),
        ("unread=maybe", "unread"),
        (&format!("search={}", "x".repeat(201)), "search"),
        (&format!("starting_after={}", "x".repeat(513)), "starting_after"),
    ] {
        assert_eq!(read_list(query).unwrap_err().field.as_deref(), Some(field), "{query}");
    }
    assert_eq!(wants_plaintext("display_as=plaintext"), Ok(true));
    assert_eq!(wants_plaintext("a=b"), Ok(false));
    assert_eq!(wants_plaintext("display_as=html").unwrap_err().status, 400);
}

/// The update of a part is in the preview alone.
#[test]
fn a_version_is_one_that_there_was() {
    let check = |header: Option<&str>, endpoint: Preview| {
        check_version(header, endpoint).map_err(|error| error.status)
    };
    assert_eq!(check(None, Preview::Only), Ok(()));
    assert_eq!(check(Some("Preview"), Preview::Only), Ok(()));
    assert_eq!(check(Some("2.14"), Preview::No), Ok(()));
    assert_eq!(check(Some("2.14"), Preview::Only), Err(404));
    assert_eq!(check(Some("9.9"), Preview::No), Err(400));
    assert_eq!(check(Some(""), Preview::Only), Err(400));
}
