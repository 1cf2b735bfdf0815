//! What the client asks for is as the contract says, and what the server reads.

use inbox_dialects::ids::uuid_of_text;
use inbox_dialects::stack_auth::server::{
    UpdateRequest, check_headers, read_conversation_id, read_create, read_list, read_update,
};
use inbox_dialects::stack_auth::{CreateRequest, StackAuth};
use inbox_dialects::{Dialect, DialectError, ListQuery, Request, Who};
use inbox_model::command::Readers;
use inbox_model::content::Location;
use inbox_model::tag::Tag;
use inbox_model::{
    Channel, Command, CommandId, Content, Conversation, ConversationId, Participant, ParticipantId,
    ParticipantKind, Priority, State, Timestamp,
};
use serde_json::{Value, json};

use super::{CONTRACT, without_extension};

const PROJECT: &str = "e0b52f4d-dece-408c-af49-d23061bb0f8d";
const CONTACT: &str = "3241a285-8329-4d69-8f3d-316e08cf140c";
const AGENT: &str = "9b5351bb-4b5b-4da2-968c-f8351b567a9b";

fn contact() -> Participant {
    Participant::new(ParticipantKind::Customer, CONTACT)
}

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, AGENT)
}

fn conversation() -> ConversationId {
    uuid_of_text("c1").unwrap().into()
}

fn ask(
    actor: &Participant,
    known: Option<&Conversation>,
    command: &Command,
) -> Result<Request, DialectError> {
    let (conversation, command_id) = (conversation(), CommandId::from("key 1"));
    let who = Who { actor, conversation: &conversation, command_id: &command_id };
    let dialect = StackAuth::new(PROJECT);
    match known {
        Some(known) => dialect.command_on(&who, known, command),
        None => dialect.command(&who, command),
    }
}

/// Asks, checks the request against the contract, and gives the body.
fn asked(actor: &Participant, known: Option<&Conversation>, command: &Command) -> String {
    let request = ask(actor, known, command).unwrap();
    assert_eq!(header(&request, "Idempotency-Key"), Some("key 1"));
    checked(&request)
}

fn checked(request: &Request) -> String {
    let (access, project) =
        (header(request, "x-stack-access-type"), header(request, "x-stack-project-id"));
    assert_eq!(check_headers(access, project), Ok(()));
    let path = request.path.split('?').next().unwrap();
    let operation = CONTRACT.operation_at(request.method.as_str(), path);
    let body = request.body.clone().unwrap_or_default();
    if !body.is_empty() {
        // The vendor takes no member that it does not know, and ours is only there where the
        // vendor's form says less.
        let mut value: Value = serde_json::from_str(&body).unwrap();
        without_extension(&mut value);
        CONTRACT.assert_request(&operation, &value);
    }
    body
}

fn header<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.headers.iter().find(|(one, _)| *one == name).map(|(_, value)| value.as_str())
}

fn update(actor: &Participant, known: Option<&Conversation>, command: &Command) -> UpdateRequest {
    let (project, update) = read_update(&asked(actor, known, command)).unwrap();
    assert_eq!(project.as_deref(), Some(PROJECT));
    update
}

fn some_contents() -> Vec<Content> {
    let place = Location { latitude: 51.5, longitude: -0.12, name: None, address: None, url: None };
    vec![Content::text("Here:"), Content::Location(place)]
}

#[test]
fn the_token_travels_in_the_vendors_header() {
    let expected = ("x-stack-access-token", "t0ken".to_owned());
    assert_eq!(StackAuth::default().authorization("t0ken"), expected);
    let keyed = StackAuth::default().with_client_key("pck").conversation(&conversation());
    assert_eq!(header(&keyed, "x-stack-publishable-client-key"), Some("pck"));
}

#[test]
fn start_is_a_new_conversation_of_the_contact() {
    for contents in [vec![Content::text("Hi **you**\n\nmore")], some_contents()] {
        let start = Command::Start { contents: contents.clone() };
        let (project, create) = read_create(&asked(&contact(), None, &start)).unwrap();
        assert_eq!(project.as_deref(), Some(PROJECT));
        assert_eq!((create.user.as_str(), &create.contents), (CONTACT, &contents));
        assert_eq!(create.channel, Channel::Web);
        assert!(!create.subject.is_empty());
    }
    // The subject is what comes first, without its marks.
    let start = Command::Start { contents: vec![Content::text("Hi **you**")] };
    assert_eq!(read_create(&asked(&contact(), None, &start)).unwrap().1.subject, "Hi you");
    // The command names no user, without whom there is no outreach.
    assert_eq!(ask(&agent(), None, &start), Err(DialectError::Unsupported));
}

#[test]
fn an_outreach_is_read_as_it_was_meant() {
    let outreach = CreateRequest {
        user: CONTACT.into(),
        subject: "News".into(),
        contents: some_contents(),
        priority: Priority::High,
        channel: Channel::Other("manual".into()),
    };
    let request = StackAuth::new(PROJECT).create(&outreach, &"k".into());
    assert_eq!(read_create(&checked(&request)), Ok((Some(PROJECT.into()), outreach)));
}

#[test]
fn replies_and_notes_keep_their_contents() {
    for (actor, command) in [
        (contact(), Command::reply("Hello *you*")),
        (contact(), Command::reply_of(some_contents())),
        (agent(), Command::reply_of(some_contents())),
        (agent(), Command::Note { contents: some_contents() }),
    ] {
        assert_eq!(update(&actor, None, &command), UpdateRequest::Say(command));
    }
    assert_eq!(ask(&contact(), None, &Command::note("x")), Err(DialectError::Unsupported));
}

#[test]
fn the_three_states_are_statuses() {
    for (command, state) in [
        (Command::Close, State::Closed),
        (Command::Reopen, State::Open),
        (Command::Pend, State::Pending),
    ] {
        assert_eq!(update(&agent(), None, &command), UpdateRequest::Turn(state));
        assert_eq!(ask(&contact(), None, &command), Err(DialectError::Unsupported));
    }
}

#[test]
fn reading_is_told_to_our_own_server() {
    let readers = Readers { me: true, ..Readers::default() };
    for actor in [contact(), agent()] {
        let read = update(&actor, None, &Command::MarkRead { readers: readers.clone() });
        let expected = UpdateRequest::Metadata {
            assignee: None,
            priority: None,
            tags: None,
            read: Some(readers.clone()),
        };
        assert_eq!(read, expected);
    }
}

fn tag(name: &str) -> Tag {
    Tag { id: uuid_of_text(name).unwrap().into(), name: name.into() }
}

fn known() -> Conversation {
    let mut known = Conversation::new(conversation(), Timestamp::default());
    known.assignee = Some(AGENT.into());
    known.participants = vec![contact(), agent().named("Ada")];
    known.tags = vec![tag("VIP")];
    known
}

/// Pitfall 15: in the vendor's source an update that leaves out the assignee or the tags may write
/// that there are none. So where they are known they are sent along, whatever else is set.
#[test]
fn pitfall_15_what_is_to_stay_is_sent_along() {
    let other: ParticipantId = CONTACT.into();
    let assign = |agent: Option<ParticipantId>| Command::Assign { agent: Some(agent), team: None };
    let check = |command: Command, expected: Value| {
        let body: Value = serde_json::from_str(&asked(&agent(), Some(&known()), &command)).unwrap();
        let mut expected = expected;
        expected["type"] = json!("metadata");
        expected["projectId"] = json!(PROJECT);
        assert_eq!(body, expected, "{command:?}");
    };
    let ada = json!({ "assignedToUserId": AGENT, "assignedToDisplayName": "Ada" });
    let with = |mut base: Value, name: &str, value: Value| {
        base[name] = value;
        base
    };
    let vip = || with(ada.clone(), "tags", json!(["VIP"]));
    check(
        Command::SetPriority { priority: Priority::Urgent },
        with(vip(), "priority", json!("urgent")),
    );
    check(
        Command::SetPriority { priority: Priority::None },
        with(vip(), "priority", json!("normal")),
    );
    check(Command::SetTags { tags: vec![] }, with(ada.clone(), "tags", json!([])));
    check(Command::AttachTag { tag: tag("new") }, with(ada.clone(), "tags", json!(["VIP", "new"])));
    check(Command::AttachTag { tag: tag("VIP") }, vip());
    check(Command::DetachTag { tag: tag("VIP") }, with(ada.clone(), "tags", json!([])));
    check(
        assign(None),
        json!({ "assignedToUserId": null, "assignedToDisplayName": null, "tags": ["VIP"] }),
    );
    check(assign(Some(other)), json!({ "assignedToUserId": CONTACT, "tags": ["VIP"] }));
}

#[test]
fn what_is_not_known_cannot_be_kept_nor_replaced() {
    let update = update(&agent(), None, &Command::SetPriority { priority: Priority::Low });
    let expected = UpdateRequest::Metadata {
        assignee: None,
        priority: Some(Priority::Low),
        tags: None,
        read: None,
    };
    assert_eq!(update, expected);
    for command in [Command::AttachTag { tag: tag("new") }, Command::DetachTag { tag: tag("VIP") }]
    {
        assert_eq!(ask(&agent(), None, &command), Err(DialectError::Unsupported));
    }
}

#[test]
fn what_the_vendor_has_not_is_unsupported() {
    let capabilities = StackAuth::default().capabilities();
    assert!(
        !capabilities.snooze && !capabilities.redact && !capabilities.title && !capabilities.teams
    );
    let team = Command::Assign { agent: None, team: Some(None) };
    let until = Timestamp::from_millis(1);
    for command in [
        team,
        Command::Snooze { until },
        Command::SetTitle { title: "x".into() },
        Command::Redact { part: "p1".into() },
        Command::SetStarred { on: true },
    ] {
        assert_eq!(ask(&agent(), Some(&known()), &command), Err(DialectError::Unsupported));
    }
}

#[test]
fn the_list_is_asked_for_as_the_server_reads_it() {
    let query = ListQuery {
        cursor: Some("40".into()),
        limit: Some(20),
        state: Some(State::Snoozed),
        assignee: Some(None),
        unread: Some(true),
        search: Some("a & b".into()),
        ..ListQuery::default()
    };
    let request = StackAuth::new(PROJECT).list(&query);
    checked(&request);
    let params = read_list(request.path.split_once('?').unwrap().1).unwrap();
    assert_eq!((params.limit, params.offset), (20, 40));
    assert_eq!(params.project.as_deref(), Some(PROJECT));
    assert_eq!(params.states, [State::Pending, State::Snoozed]);
    assert_eq!((params.assignee, params.unread), (Some(None), true));
    assert_eq!(params.search.as_deref(), Some("a & b"));
    let request = StackAuth::default().conversation(&conversation());
    checked(&request);
    let place = request.path.split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    assert_eq!(read_conversation_id(&place), Ok(Some("c1".into())));
}
