//! What the client asks for, command by command, and what of it the server understands.

use inbox_dialects::intercom::server::{
    Deed, ReplyAuthor, read_acting_admin, read_add_contact, read_attach_tag, read_create,
    read_part_update, read_redact, read_reply, read_update,
};
use inbox_dialects::intercom::{Intercom, VERSION};
use inbox_dialects::session::Session;
use inbox_dialects::{Dialect, DialectError, ListQuery, Method, Request, Who};
use inbox_model::command::{Envelope, Readers};
use inbox_model::reply_window::ReplyWindows;
use inbox_model::tag::Tag;
use inbox_model::{
    Command, Content, Delivery, Media, Participant, ParticipantKind, State, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::contract::{assert_request, operation_at};
use crate::generate;

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, "991267694").named("Ada")
}

fn customer() -> Participant {
    Participant::new(ParticipantKind::Customer, "a0a0a0a0a0a0a0a0a0a0a0a0").named("Ana")
}

fn ask(
    dialect: &Intercom,
    actor: &Participant,
    command: &Command,
) -> Result<Request, DialectError> {
    let (conversation, command_id) = ("c1/2".into(), "key-1".into());
    dialect.command(&Who { actor, conversation: &conversation, command_id: &command_id }, command)
}

fn by(actor: &Participant, command: &Command) -> Request {
    ask(&Intercom::new().with_secret("s3cret"), actor, command).unwrap()
}

fn body(request: &Request) -> Value {
    serde_json::from_str(request.body.as_deref().unwrap()).unwrap()
}

#[test]
fn every_command_has_its_call() {
    let tag = Tag { id: "t1".into(), name: "VIP".into() };
    let ada = "991267694";
    let acting = json!({ "admin_id": ada });
    let manage = |kind: &str| json!({ "message_type": kind, "type": "admin", "admin_id": ada });
    let mut snoozed = manage("snoozed");
    snoozed["snoozed_until"] = json!(1_750_000_001);
    let mut assigned = manage("assignment");
    assigned["assignee_id"] = json!("5");
    let mut unassigned = manage("assignment");
    unassigned["assignee_id"] = json!("0");
    let mut to_team = manage("assignment");
    (to_team["type"], to_team["assignee_id"]) = (json!("team"), json!("6"));
    let secret = json!("s3cret");
    let until = Timestamp::from_millis(1_750_000_000_001);
    let contact = customer();
    for (command, method, tail, expected) in [
        (
            Command::note("x"),
            Method::Post,
            "/reply",
            json!({ "message_type": "note", "type": "admin", "admin_id": ada, "body": "<p>x</p>" }),
        ),
        (
            Command::reply("x"),
            Method::Post,
            "/reply",
            json!({ "message_type": "comment", "type": "admin", "admin_id": ada, "body": "<p>x</p>" }),
        ),
        (Command::Close, Method::Post, "/parts", manage("close")),
        (Command::Reopen, Method::Post, "/parts", manage("open")),
        (Command::Snooze { until }, Method::Post, "/parts", snoozed),
        (
            Command::Assign { agent: Some(Some("5".into())), team: None },
            Method::Post,
            "/parts",
            assigned,
        ),
        (Command::Assign { agent: Some(None), team: None }, Method::Post, "/parts", unassigned),
        (
            Command::Assign { agent: None, team: Some(Some("6".into())) },
            Method::Post,
            "/parts",
            to_team,
        ),
        (Command::SetTitle { title: "T".into() }, Method::Put, "", json!({ "title": "T" })),
        (
            Command::SetAttributes {
                attributes: vec![("a".into(), "1".into()), ("b".into(), "no json".into())],
            },
            Method::Put,
            "",
            json!({ "custom_attributes": { "a": 1, "b": "no json" } }),
        ),
        (
            Command::MarkRead { readers: Readers { me: true, ..Readers::default() } },
            Method::Put,
            "",
            json!({ "read": true }),
        ),
        (Command::MarkUnread, Method::Put, "", json!({ "read": false })),
        (
            Command::AttachTag { tag: tag.clone() },
            Method::Post,
            "/tags",
            json!({ "admin_id": ada, "id": "t1" }),
        ),
        (Command::DetachTag { tag }, Method::Delete, "/tags/t1", acting.clone()),
        (
            Command::AddParticipant { participant: contact.clone() },
            Method::Post,
            "/customers",
            json!({ "admin_id": ada, "customer": { "intercom_user_id": contact.id.clone() } }),
        ),
        (
            Command::RemoveParticipant { participant: "x".into() },
            Method::Delete,
            "/customers/x",
            acting,
        ),
        (
            Command::MarkSeen { part: "p1".into(), agent: ada.into() },
            Method::Put,
            "/conversation_parts/p1",
            json!({ "seen": true, "admin_id": ada, "experimental": true, "secret": secret }),
        ),
        (
            Command::SetDelivery { part: "p1".into(), delivery: Delivery::Sent, info: None },
            Method::Put,
            "/conversation_parts/p1",
            json!({ "send_state": "sent", "info_message": "", "experimental": true, "secret": secret }),
        ),
    ] {
        let request = by(&agent(), &command);
        assert_eq!(
            (request.method, request.path.as_str()),
            (method, format!("/conversations/c1%2F2{tail}").as_str()),
            "{command:?}"
        );
        assert_eq!(body(&request), expected, "{command:?}");
        let header = |name: &str| {
            request.headers.iter().find(|(one, _)| *one == name).map(|(_, value)| value.as_str())
        };
        assert_eq!(header("Intercom-Version"), Some(VERSION));
        assert_eq!(header("Idempotency-Key"), Some("key-1"));
    }
    let redact = by(&agent(), &Command::Redact { part: "p1".into() });
    assert_eq!(redact.path, "/conversations/redact");
    let read = read_redact(redact.body.as_deref().unwrap()).unwrap();
    assert_eq!((read.conversation.as_str(), read.part.as_str()), ("c1/2", "p1"));
}

/// Pitfall 14: the PUT picks its operation by the fields present; both need `experimental: true` and
/// a `secret`, and what the client sends is what the contract says.
#[test]
fn pitfall_14_an_update_of_a_part_is_as_the_contract_says() {
    let seen = Command::MarkSeen { part: "p1".into(), agent: "991267694".into() };
    let mut all = vec![seen.clone()];
    for delivery in [
        Delivery::Created,
        Delivery::Sent,
        Delivery::Delivered,
        Delivery::Read,
        Delivery::Failed { code: "x".into() },
    ] {
        all.push(Command::SetDelivery { part: "p1".into(), delivery, info: Some("why".into()) });
    }
    for command in all {
        let request = by(&agent(), &command);
        let operation = operation_at(request.method.as_str(), &request.path);
        assert_eq!(operation, "updateConversationPart");
        assert_request(&operation, &body(&request));
        let read = read_part_update(request.body.as_deref().unwrap()).unwrap();
        let deeds = read.deeds().unwrap();
        match &command {
            Command::SetDelivery { delivery, .. } => {
                let (told, info) = deeds.delivery.unwrap();
                assert_eq!(std::mem::discriminant(&told), std::mem::discriminant(delivery));
                assert_eq!(info, "why");
            }
            _ => assert_eq!(deeds.seen_by.as_deref(), Some("991267694")),
        }
    }
    // Without the secret there is no such operation.
    assert_eq!(ask(&Intercom::new(), &agent(), &seen), Err(DialectError::Unsupported));
}

#[test]
fn the_seal_comes_with_the_session_and_stays_out_of_logs() {
    let dialect = Intercom::new();
    assert!(!dialect.capabilities().seen);
    let mut session = Session {
        me: agent(),
        agents: Vec::new(),
        teams: Vec::new(),
        tags: Vec::new(),
        workspace: String::new(),
        seal: None,
        expires_at: None,
        reply_windows: ReplyWindows::default(),
        due_soon_minutes: None,
    };
    dialect.signed_in(&session);
    assert!(!dialect.capabilities().seen);
    session.seal = Some("5ea1".into());
    dialect.signed_in(&session);
    assert!(dialect.capabilities().seen);
    let seen = Command::MarkSeen { part: "p1".into(), agent: "991267694".into() };
    assert_eq!(body(&ask(&dialect, &agent(), &seen).unwrap())["secret"], "5ea1");
    assert!(!format!("{dialect:?}").contains("5ea1"));
    let shown = r#"{"experimental":true,"secret":"5ea1","seen":true,"admin_id":"7"}"#;
    assert!(!format!("{:?}", read_part_update(shown).unwrap()).contains("5ea1"));
}

#[test]
fn a_contact_begins_and_replies_as_themselves() {
    for (kind, word) in [
        (ParticipantKind::Customer, "user"),
        (ParticipantKind::Lead, "lead"),
        (ParticipantKind::Guest, "contact"),
    ] {
        let contact = Participant::new(kind, "u1");
        let start = by(&contact, &Command::Start { contents: vec![Content::text("Hi\n*you*")] });
        assert_eq!((start.method, start.path.as_str()), (Method::Post, "/conversations"));
        let sent = body(&start);
        assert_eq!(sent["from"], json!({ "type": word, "id": "u1" }));
        let read = read_create(start.body.as_deref().unwrap()).unwrap();
        assert_eq!((read.from.as_str(), read.contents), ("u1", vec![Content::text("Hi\n*you*")]));
        let reply = body(&by(&contact, &Command::reply("Hi")));
        assert_eq!(
            reply,
            json!({ "message_type": "comment", "type": "user", "intercom_user_id": "u1", "body": "<p>Hi</p>" })
        );
    }
}

#[test]
fn what_there_is_no_call_for_is_unsupported() {
    let nobody = Participant { id: None, ..agent() };
    let both = Command::Assign { agent: Some(None), team: Some(None) };
    let all = Readers { all_agents: true, ..Readers::default() };
    let envelope = Envelope { subject: Some("x".into()), ..Envelope::default() };
    let contents = vec![Content::text("x")];
    for (actor, command) in [
        (agent(), Command::Start { contents: contents.clone() }),
        (agent(), Command::SetPriority { priority: inbox_model::Priority::High }),
        (agent(), Command::Reply { contents, envelope }),
        (agent(), Command::MarkRead { readers: all }),
        (agent(), Command::Pend),
        (agent(), both),
        (nobody, Command::Close),
        (customer(), Command::Close),
        (customer(), Command::note("x")),
        (customer(), Command::Assign { agent: Some(None), team: None }),
    ] {
        assert_eq!(
            ask(&Intercom::new(), &actor, &command),
            Err(DialectError::Unsupported),
            "{command:?}"
        );
    }
}

#[test]
fn files_travel_by_their_addresses_too() {
    let media = Media { url: "https://x.example/a.png".into(), ..Media::default() };
    let contents = vec![Content::text("see"), Content::Image(media)];
    let request = by(&agent(), &Command::reply_of(contents.clone()));
    assert_eq!(body(&request)["attachment_urls"], json!(["https://x.example/a.png"]));
    let read = read_reply(request.body.as_deref().unwrap()).unwrap();
    assert_eq!(read.deed, Deed::Comment(contents));
    // The vendor's own clients send nothing else.
    let plain = r#"{"message_type":"comment","type":"admin","admin_id":7,"body":"<p>see</p>","attachment_urls":["https://x.example/a.png?b","https://x.example/c"]}"#;
    let read = read_reply(plain).unwrap();
    assert_eq!(read.author, ReplyAuthor::Admin("7".into()));
    let Deed::Comment(contents) = read.deed else { panic!() };
    assert!(matches!(
        contents.as_slice(),
        [Content::Text { .. }, Content::Image(_), Content::Document(_)]
    ));
}

#[test]
fn a_list_is_narrowed_down_by_our_own_parameters() {
    let query = ListQuery {
        cursor: Some("a b".into()),
        limit: Some(500),
        tags: vec!["t1".into(), "t,2".into()],
        state: Some(State::Snoozed),
        assignee: Some(None),
        unread: Some(true),
        search: Some("a b".into()),
        ..ListQuery::default()
    };
    let request = Intercom::new().list(&query);
    assert_eq!(
        request.path,
        "/conversations?per_page=100&starting_after=a%20b&tag_ids=t1,t%2C2&state=snoozed&assignee=none&unread=true&search=a%20b"
    );
    assert_eq!(Intercom::new().list(&ListQuery::default()).path, "/conversations");
}

proptest! {
    /// What is said arrives as it was said, whatever the HTML beside it loses.
    #[test]
    fn what_is_said_arrives(contents in prop::collection::vec(generate::content(), 1..4)) {
        let request = by(&agent(), &Command::reply_of(contents.clone()));
        let body = request.body.as_deref().unwrap();
        match read_reply(body) {
            Ok(read) => prop_assert_eq!(read.deed, Deed::Comment(contents)),
            // Addresses that are none, more files than come with a message, and places off the earth.
            Err(error) => prop_assert_eq!(error.status, 400, "{:?}", error),
        }
    }

    #[test]
    fn every_body_is_read_by_the_server(command in generate::entry()) {
        // Nothing is said without a word, which the model would refuse.
        prop_assume!(!command.command.is_spoken() || !command.command.contents().is_empty());
        let Ok(request) = ask(&Intercom::new().with_secret("s"), &agent(), &command.command) else { return Ok(()) };
        let body = request.body.as_deref().unwrap();
        let is_read = match (&command.command, request.path.rsplit('/').next()) {
            (_, Some("reply" | "parts")) => read_reply(body).is_ok() || body.contains("attachment_urls") || body.contains("location"),
            (_, Some("tags")) => read_attach_tag(body).is_ok(),
            (_, Some("customers")) => read_add_contact(body).is_ok(),
            (_, Some("redact")) => read_redact(body).is_ok(),
            (Command::DetachTag { .. } | Command::RemoveParticipant { .. }, _) => read_acting_admin(body).is_ok(),
            (Command::MarkSeen { .. } | Command::SetDelivery { .. }, _) => read_part_update(body).and_then(|read| read.deeds()).is_ok(),
            _ => read_update(body).is_ok(),
        };
        prop_assert!(is_read, "{} {}", request.path, body);
    }
}
