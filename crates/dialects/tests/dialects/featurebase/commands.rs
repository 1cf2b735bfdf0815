//! What the client asks for is what the server reads.

use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::featurebase::server::{
    CreateRequest, Recipients, ReplyAuthor, VERSION, read_add_participant, read_attach_tag,
    read_create, read_detach_tag, read_list, read_redact, read_remove_participant, read_reply,
    read_update,
};
use inbox_dialects::{Dialect, DialectError, ListQuery, Method, Request, Who};
use inbox_model::command::Readers;
use inbox_model::content::Location;
use inbox_model::tag::Tag;
use inbox_model::{
    Channel, Command, CommandId, Content, ConversationId, Participant, ParticipantId,
    ParticipantKind, Priority, Timestamp,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::contract::{assert_request, operation_at};
use crate::generate;

const CONTACT: &str = "676f0f6765bdaa7d7d760f88";
const AGENT: &str = "507f1f77bcf86cd799439011";

fn contact() -> Participant {
    Participant::new(ParticipantKind::Customer, CONTACT)
}

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, AGENT)
}

fn ask(actor: &Participant, command: &Command) -> Result<Request, DialectError> {
    let (conversation, command_id) = (ConversationId::from("12345"), CommandId::from("key 1"));
    let who = Who { actor, conversation: &conversation, command_id: &command_id };
    Featurebase::new().command(&who, command)
}

/// Asks, checks the request against the contract, and gives the operation and the body.
fn asked(actor: &Participant, command: &Command) -> (String, String) {
    let request = ask(actor, command).unwrap();
    assert_eq!(header(&request, "Idempotency-Key"), Some("key 1"));
    checked(&request)
}

fn checked(request: &Request) -> (String, String) {
    assert_eq!(header(request, "Featurebase-Version"), Some(VERSION));
    let operation = operation_at(request.method.as_str(), &request.path);
    let body = request.body.clone().unwrap();
    assert_request(&operation, &serde_json::from_str(&body).unwrap());
    (operation, body)
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers.iter().find(|(one, _)| *one == name).map(|(_, value)| value.as_str())
}

fn some_contents() -> Vec<Content> {
    let place = Location { latitude: 51.5, longitude: -0.12, name: None, address: None, url: None };
    vec![Content::text("Here:"), Content::Location(place)]
}

#[test]
fn start_is_a_new_conversation_of_the_contact() {
    for contents in [vec![Content::text("Hi")], some_contents()] {
        let (operation, body) = asked(&contact(), &Command::Start { contents: contents.clone() });
        assert_eq!(operation, "createConversation");
        let CreateRequest::Contact { id, contents: read, channel, .. } =
            read_create(&body).unwrap()
        else {
            panic!("{body}");
        };
        assert_eq!((id.as_str(), read, channel), (CONTACT, contents, Channel::Web));
    }
    // The command names no recipients, without whom there is no outreach.
    let start = Command::Start { contents: some_contents() };
    assert_eq!(ask(&agent(), &start), Err(DialectError::Unsupported));
}

#[test]
fn an_outreach_is_read_as_it_was_meant() {
    let to = Recipients { emails: vec!["ada@example.com".into()], ids: vec![CONTACT.into()] };
    let outreach = CreateRequest::Admin {
        id: AGENT.into(),
        markdown: "Hi".into(),
        contents: vec![Content::text("Hi")],
        channel: Channel::Email,
        subject: Some("News".into()),
        to,
        cc: Recipients { emails: vec!["bob@example.com".into()], ids: vec![] },
        bcc: Recipients::default(),
        created_at: Timestamp::parse("2026-01-10T15:00:00Z"),
    };
    let request = Featurebase::new().create(&outreach, &"k".into());
    let (operation, body) = checked(&request);
    assert_eq!(operation, "createConversation");
    assert_eq!(read_create(&body), Ok(outreach));
}

#[test]
fn replies_and_notes_keep_author_and_contents() {
    for (actor, command, note) in [
        (contact(), Command::reply_of(some_contents()), false),
        (agent(), Command::reply("Hello *you*"), false),
        (agent(), Command::Note { contents: some_contents() }, true),
    ] {
        let (operation, body) = asked(&actor, &command);
        assert_eq!(operation, "replyToConversation");
        let read = read_reply(&body).unwrap();
        assert_eq!(read.contents, command.contents());
        assert_eq!(read.note, note);
        let id = actor.id.clone().unwrap();
        match read.author {
            ReplyAuthor::Admin(read) => assert!(actor.kind == ParticipantKind::Agent && read == id),
            ReplyAuthor::Contact { id: read, .. } => {
                assert!(actor.kind == ParticipantKind::Customer && read == Some(id));
            }
        }
    }
    assert_eq!(ask(&contact(), &Command::note("x")), Err(DialectError::Unsupported));
}

#[test]
fn changes_are_partial_updates_by_the_acting_admin() {
    let until = Timestamp::parse("2030-01-01T08:00:00Z").unwrap();
    let readers = |change: fn(&mut Readers)| {
        let mut readers = Readers::default();
        change(&mut readers);
        Command::MarkRead { readers }
    };
    for command in [
        Command::Assign { agent: Some(Some(AGENT.into())), team: None },
        Command::Assign { agent: Some(None), team: Some(None) },
        Command::Assign { agent: None, team: Some(Some("t1".into())) },
        Command::Close,
        Command::Reopen,
        Command::Snooze { until },
        Command::SetTitle { title: "Zahlung 💶".into() },
        Command::SetAttributes { attributes: vec![("plan".into(), "{\"seats\":[1,2]}".into())] },
        readers(|readers| readers.me = true),
        readers(|readers| readers.all_agents = true),
        readers(|readers| readers.all_contacts = true),
        readers(|readers| {
            readers.me = true;
            readers.agents = vec!["a2".into()];
            readers.contacts = vec![CONTACT.into()];
        }),
    ] {
        let (operation, body) = asked(&agent(), &command);
        assert_eq!(operation, "updateConversation");
        let read = read_update(&body).unwrap().seen_by(&AGENT.into());
        assert_eq!(read.acting_admin, Some(AGENT.into()));
        assert_eq!(read.commands, [command]);
    }
}

#[test]
fn a_contact_marks_their_own_as_read_and_changes_nothing_else() {
    let read = Command::MarkRead { readers: Readers { me: true, ..Readers::default() } };
    let (_, body) = asked(&contact(), &read);
    let parsed: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(parsed, json!({ "markAsRead": { "contactIds": [CONTACT] } }));
    let update = read_update(&body).unwrap().seen_by(&CONTACT.into());
    assert_eq!((update.acting_admin, update.commands), (None, vec![read]));
    let tag = Tag { id: "t1".into(), name: "Churn".into() };
    for command in [
        Command::Close,
        Command::AttachTag { tag: tag.clone() },
        Command::DetachTag { tag },
        Command::Redact { part: "p1".into() },
        Command::RemoveParticipant { participant: CONTACT.into() },
        Command::SetTitle { title: "x".into() },
    ] {
        assert_eq!(ask(&contact(), &command), Err(DialectError::Unsupported), "{command:?}");
    }
}

#[test]
fn tags_participants_and_redaction_have_their_own_requests() {
    let tag = Tag { id: "t/1".into(), name: "Churn".into() };
    let (operation, body) = asked(&agent(), &Command::AttachTag { tag: tag.clone() });
    assert_eq!(operation, "attachConversationTag");
    let read = read_attach_tag(&body).unwrap();
    assert_eq!((read.acting_admin, read.tag), (AGENT.into(), "t/1".into()));

    let detach = ask(&agent(), &Command::DetachTag { tag }).unwrap();
    assert_eq!(detach.path, "/v2/conversations/12345/tags/t%2F1");
    let (operation, body) = checked(&detach);
    assert_eq!(operation, "detachConversationTag");
    assert_eq!(read_detach_tag(&body).unwrap().acting_admin, AGENT.into());

    let (operation, body) = asked(&agent(), &Command::AddParticipant { participant: contact() });
    assert_eq!(operation, "addParticipantToConversation");
    let read = read_add_participant(&body).unwrap();
    assert_eq!(
        (read.id, read.email, read.acting_admin),
        (Some(CONTACT.into()), None, Some(AGENT.into()))
    );

    let by_email = Participant { id: None, email: Some("ada@example.com".into()), ..contact() };
    let (_, body) = asked(&agent(), &Command::AddParticipant { participant: by_email });
    assert_eq!(read_add_participant(&body).unwrap().email.as_deref(), Some("ada@example.com"));
    let nobody = Participant { id: None, ..contact() };
    let add = Command::AddParticipant { participant: nobody };
    assert_eq!(ask(&agent(), &add), Err(DialectError::Unsupported));

    let remove = Command::RemoveParticipant { participant: CONTACT.into() };
    let (operation, body) = asked(&agent(), &remove);
    assert_eq!(operation, "removeParticipantFromConversation");
    assert_eq!(read_remove_participant(&body).unwrap().id, CONTACT.into());

    let (operation, body) = asked(&agent(), &Command::Redact { part: "p1".into() });
    assert_eq!(operation, "redactConversationPart");
    let read = read_redact(&body).unwrap();
    assert_eq!((read.conversation, read.part), ("12345".into(), "p1".into()));
}

#[test]
fn a_priority_cannot_be_set() {
    let command = Command::SetPriority { priority: Priority::High };
    assert_eq!(ask(&agent(), &command), Err(DialectError::Unsupported));
    assert!(!Featurebase::new().capabilities().priority);
}

#[test]
fn reading_and_deleting_need_no_body() {
    let dialect = Featurebase::new();
    let id = ConversationId::from("a/b?c");
    for (request, method) in
        [(dialect.conversation(&id), Method::Get), (dialect.delete(&id), Method::Delete)]
    {
        assert_eq!(
            (request.method, request.path.as_str()),
            (method, "/v2/conversations/a%2Fb%3Fc")
        );
        assert_eq!(
            (header(&request, "Featurebase-Version"), &request.body),
            (Some(VERSION), &None)
        );
    }
    assert_eq!(dialect.list(&ListQuery::default()).path, "/v2/conversations");
}

fn contents() -> impl Strategy<Value = Vec<Content>> {
    prop::collection::vec(generate::content(), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_said_arrives(contents in contents()) {
        let (_, body) = asked_or_empty(&Command::reply_of(contents.clone()));
        match read_reply(&body) {
            Ok(read) => prop_assert_eq!(read.contents, contents),
            // Space alone is nothing to say.
            Err(error) => prop_assert_eq!(error.code, "invalid_content"),
        }
    }

    #[test]
    fn a_list_is_asked_for_as_it_was_meant(
        limit in prop::option::of(1..=100_u32),
        cursor in prop::option::of(".{1,40}"),
        tags in prop::collection::btree_set("[^,\\s]{1,8}", 0..3),
        state in prop::option::of(generate::state()),
        assignee in prop::option::of(prop::option::of("[a-z&=%+ ]{1,8}")),
        unread in any::<bool>(),
    ) {
        let assignee = assignee.map(|one| one.filter(|id| id != "none").map(ParticipantId::from));
        let tags: Vec<inbox_model::TagId> = tags.into_iter().map(Into::into).collect();
        let query = ListQuery { cursor: cursor.clone(), limit, tags: tags.clone(), state, assignee: assignee.clone(), unread: unread.then_some(true), ..ListQuery::default() };
        let request = Featurebase::new().list(&query);
        let (_, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        prop_assert!(query.is_ascii());
        let read = read_list(query).unwrap();
        prop_assert_eq!(read.limit, limit.unwrap_or(10));
        prop_assert_eq!((read.cursor, read.tag_ids, read.state), (cursor, tags, state));
        prop_assert_eq!((read.assignee, read.unread), (assignee, unread));
    }
}

/// Like [`asked`], for contents that may come to nothing in markdown.
fn asked_or_empty(command: &Command) -> (String, String) {
    let request = ask(&agent(), command).unwrap();
    let body: Value = serde_json::from_str(request.body.as_ref().unwrap()).unwrap();
    if body["bodyMarkdown"] == "" { (String::new(), body.to_string()) } else { checked(&request) }
}
