//! Every request that the client makes.

use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::{Dialect, DialectError, ListQuery, Method, Request, Who};
use inbox_model::command::{Envelope, Readers};
use inbox_model::content::{ContactCard, Location};
use inbox_model::{
    Channel, Command, Content, Media, Participant, ParticipantKind, Priority, State, Timestamp,
};
use serde_json::{Value, json};

use super::contract::{assert_request, operation_at};

fn by(kind: ParticipantKind, command: &Command) -> Result<Request, DialectError> {
    let actor = Participant::new(kind, "21");
    let (conversation, command_id) = ("7".into(), "k-1".into());
    let who = Who { actor: &actor, conversation: &conversation, command_id: &command_id };
    Voicebot::new().command(&who, command)
}

/// The request of an agent, which must be as the contract says.
fn asked(command: &Command) -> (String, Value) {
    let request = by(ParticipantKind::Agent, command).unwrap();
    assert_eq!(request.headers, [("Idempotency-Key", "k-1".to_owned())]);
    let body: Value = serde_json::from_str(request.body.as_ref().unwrap()).unwrap();
    let operation = operation_at(request.method.as_str(), &request.path);
    if operation != "restartConversation" {
        assert_request(&operation, &body);
    }
    (format!("{} {}", request.method.as_str(), request.path), body)
}

#[test]
fn what_is_done_to_a_conversation() {
    let patch = |command: &Command, expected: Value| {
        assert_eq!(asked(command), ("PATCH /conversations/7".to_owned(), expected));
    };
    patch(&Command::Close, json!({ "status": "done" }));
    patch(&Command::Reopen, json!({ "status": "to-do" }));
    patch(&Command::SetInProgress { on: true }, json!({ "status": "in-progress" }));
    patch(&Command::SetInProgress { on: false }, json!({ "status": "to-do" }));
    let assign =
        |agent: Option<&str>| Command::Assign { agent: Some(agent.map(Into::into)), team: None };
    patch(&assign(Some("21")), json!({ "user_id": 21 }));
    patch(&assign(None), json!({ "user_id": null }));
    let restart = Command::Restart { contents: Vec::new() };
    assert_eq!(asked(&restart), ("POST /conversations/7/restart".into(), json!({})));
    let readers = Readers { me: true, ..Readers::default() };
    let read = Command::MarkRead { readers };
    let path = "POST /conversations/7/mark-read".to_owned();
    assert_eq!(asked(&read), (path, json!({ "mark_external": true })));
    // A customer reads for themselves alone.
    let request = by(ParticipantKind::Lead, &read).unwrap();
    assert_eq!(request.body.as_deref(), Some("{}"));
    for emoji in [Some("👍"), None] {
        let react = Command::React { part: "101".into(), emoji: emoji.map(Into::into) };
        let path = "POST /conversations/7/messages/101/set-reaction".to_owned();
        assert_eq!(asked(&react), (path, json!({ "reaction": emoji })));
    }
}

fn said(content: Content) -> Value {
    let (path, mut body) = asked(&Command::reply_of(vec![content]));
    assert_eq!(path, "POST /conversations/7/messages");
    body.as_object_mut().unwrap().remove("inbox");
    body
}

/// Point 5: what is sent has one content, of any of the seven kinds.
#[test]
fn each_kind_of_content_is_sent() {
    let media = || Media {
        id: Some("m1".into()),
        url: "https://x/f".into(),
        name: Some("f.pdf".into()),
        mime: Some("a/b".into()),
        bytes: Some(9),
        caption: Some("c".into()),
        ..Media::default()
    };
    let file =
        json!({ "url": "https://x/f", "mime_type": "a/b", "size": 9, "internal_uuid": "m1" });
    assert_eq!(said(Content::text("Hi")), json!({ "type": "text", "text": { "content": "Hi" } }));
    let captioned = |kind: &str| json!({ "type": kind, (kind): { "caption": "c" }, "file": file });
    assert_eq!(said(Content::Image(media())), captioned("image"));
    assert_eq!(said(Content::Video(media())), captioned("video"));
    let expected = json!({ "type": "audio", "audio": { "voice": true }, "file": file });
    assert_eq!(said(Content::Audio { media: media(), voice: true }), expected);
    let fields = json!({ "caption": "c", "filename": "f.pdf" });
    let expected = json!({ "type": "document", "document": fields, "file": file });
    assert_eq!(said(Content::Document(media())), expected);
    let place = Location { latitude: 51.5, longitude: -0.12, name: None, address: None, url: None };
    let fields = json!({ "type": "location", "latitude": "51.5", "longitude": "-0.12" });
    assert_eq!(said(Content::Location(place)), json!({ "type": "location", "location": fields }));
    let card =
        ContactCard { name: "Ada".into(), phones: vec!["1".into()], ..ContactCard::default() };
    let contact = json!({ "type": "contact", "name": { "formatted_name": "Ada", "first_name": null },
                          "phones": [{ "phone": "1" }], "emails": [] });
    assert_eq!(said(Content::ContactCard(card)), json!({ "type": "contact", "contact": contact }));
}

/// A text beside a file is its caption; anything else would have to be two messages.
#[test]
fn pitfall_05_a_second_content_is_a_caption_or_too_much() {
    let image = || Content::Image(Media { url: "https://x/i".into(), ..Media::default() });
    for both in [vec![image(), Content::text("c")], vec![Content::text("c"), image()]] {
        let (_, body) = asked(&Command::reply_of(both));
        assert_eq!((&body["type"], &body["image"]["caption"]), (&json!("image"), &json!("c")));
    }
    let voice = Content::Audio { media: Media::default(), voice: true };
    for contents in [
        vec![],
        vec![image(), image()],
        vec![Content::text("a"), Content::text("b")],
        vec![voice, Content::text("c")],
        vec![image(), Content::text("b"), Content::text("c")],
    ] {
        let refused = by(ParticipantKind::Agent, &Command::reply_of(contents.clone()));
        assert_eq!(refused, Err(DialectError::Unsupported), "{contents:?}");
    }
}

#[test]
fn a_reply_may_refer_and_nothing_else() {
    let reply =
        |envelope: Envelope| Command::Reply { contents: vec![Content::text("Hi")], envelope };
    let (_, body) = asked(&reply(Envelope { reply_to: Some("101".into()), ..Envelope::default() }));
    assert_eq!(body["reference_id"], 101);
    for envelope in [
        Envelope { channel: Some(Channel::Sms), ..Envelope::default() },
        Envelope { subject: Some("S".into()), ..Envelope::default() },
        Envelope { external_id: Some("e".into()), ..Envelope::default() },
        Envelope { reply_to: Some("not-a-number".into()), ..Envelope::default() },
    ] {
        let refused = by(ParticipantKind::Agent, &reply(envelope.clone()));
        assert_eq!(refused, Err(DialectError::Unsupported), "{envelope:?}");
    }
}

#[test]
fn what_the_vendor_has_not_is_unsupported() {
    for command in [
        Command::Start { contents: vec![Content::text("Hi")] },
        Command::note("among us"),
        Command::Pend,
        Command::Snooze { until: Timestamp::default() },
        Command::SetPriority { priority: Priority::High },
        Command::Assign { agent: None, team: Some(None) },
        Command::Assign { agent: Some(Some("a-b".into())), team: None },
        Command::SetStarred { on: true },
        Command::MarkUnread,
        Command::Redact { part: "1".into() },
        Command::MarkRead { readers: Readers { all_agents: true, ..Readers::default() } },
    ] {
        let refused = by(ParticipantKind::Agent, &command);
        assert_eq!(refused, Err(DialectError::Unsupported), "{command:?}");
    }
}

#[test]
fn queries_are_asked_for() {
    let dialect = Voicebot::new();
    let id = "7/../8".into();
    assert_eq!(dialect.conversation(&id).path, "/conversations/7%2F..%2F8");
    assert_eq!(dialect.parts(&id).unwrap().path, "/conversations/7%2F..%2F8/messages");
    assert_eq!(dialect.message(&"7".into(), &"9".into()).path, "/conversations/7/messages/9");
    let list = |query: &ListQuery| {
        let request = dialect.list(query);
        assert_eq!((request.method, request.body), (Method::Get, None));
        assert_eq!(
            operation_at("get", request.path.split('?').next().unwrap()),
            "listConversations"
        );
        request.path
    };
    assert_eq!(list(&ListQuery::default()), "/conversations");
    let query = ListQuery {
        cursor: Some("a b".into()),
        limit: Some(500),
        tags: vec!["1".into(), "2".into()],
        state: Some(State::Closed),
        assignee: Some(None),
        unread: Some(true),
        starred: Some(true),
        archived: Some(true),
        overdue: Some(true),
        search: Some("x&y".into()),
    };
    assert_eq!(
        list(&query),
        "/conversations?limit=100&cursor=a%20b&tags=1,2&state=closed&user_id=none&unread=true\
         &starred=true&archived=true&overdue=true&search=x%26y"
    );
}
