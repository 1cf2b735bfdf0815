//! What the client asks for is what the contract says, and what the server reads.

use inbox_dialects::crm::Crm;
use inbox_dialects::crm::server::{
    read_archive, read_assign, read_list, read_open, read_send, read_suggestion,
};
use inbox_dialects::ids::uuid_of_text;
use inbox_dialects::{Dialect, DialectError, ListQuery, Method, Request, SavedViews, Who};
use inbox_model::command::{Envelope, Readers};
use inbox_model::content::Location;
use inbox_model::conversation::Source;
use inbox_model::{
    Channel, Command, CommandId, Content, ConversationId, Media, Participant, ParticipantId,
    ParticipantKind, State,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::CONTRACT;
use crate::generate;

const CONVERSATION: &str = "9b5351bb-4b5b-4da2-968c-f8351b567a9b";
const AGENT: &str = "aaaaaaaaaaaaaaaaaaaaaaaa";

fn uuid(id: &str) -> String {
    uuid_of_text(id).unwrap()
}

fn agent() -> Participant {
    Participant::new(ParticipantKind::Agent, uuid(AGENT))
}

fn contact() -> Participant {
    Participant::new(ParticipantKind::Customer, uuid("a0a0a0a0a0a0a0a0a0a0a0a0"))
}

fn ask(actor: &Participant, command: &Command) -> Result<Request, DialectError> {
    let conversation = ConversationId::from(CONVERSATION);
    let command_id = CommandId::from("key 1");
    let who = Who { actor, conversation: &conversation, command_id: &command_id };
    Crm::new().command(&who, command)
}

/// The operation and the body, checked against the contract.
fn asked(actor: &Participant, command: &Command) -> (String, String) {
    let request = ask(actor, command).unwrap();
    assert_eq!(request.headers, [("Idempotency-Key", "key 1".to_owned())]);
    let operation = CONTRACT.operation_at(request.method.as_str(), &request.path);
    if let Some(body) = &request.body {
        CONTRACT.assert_request(&operation, &serde_json::from_str(body).unwrap());
    }
    (operation, request.body.unwrap_or_default())
}

fn reply(text: &str, envelope: Envelope) -> Command {
    Command::Reply { contents: vec![Content::text(text)], envelope }
}

fn through(channel: Channel) -> Envelope {
    Envelope { channel: Some(channel), ..Envelope::default() }
}

#[test]
fn every_command_has_its_operation() {
    let me = Command::MarkRead { readers: Readers { me: true, ..Readers::default() } };
    let assign = |agent: Option<&str>| Command::Assign {
        agent: Some(agent.map(|agent| uuid(agent).into())),
        team: None,
    };
    let part = || uuid("mjp6zx0001abcd").into();
    let send = Command::SendSuggestion { part: part(), envelope: Envelope::default() };
    for (command, operation, body) in [
        (Command::SetStarred { on: true }, "starConversation", json!(null)),
        (Command::SetStarred { on: false }, "unstarConversation", json!(null)),
        (me, "markRead", json!(null)),
        (Command::MarkUnread, "markUnread", json!(null)),
        (assign(Some(AGENT)), "assignConversation", json!({ "assigned_to": uuid(AGENT) })),
        (assign(None), "assignConversation", json!({ "assigned_to": null })),
        (Command::SetArchived { on: true }, "archiveConversation", json!({ "archived": true })),
        (Command::SetArchived { on: false }, "archiveConversation", json!({ "archived": false })),
        (send, "sendSuggestion", json!(null)),
        (Command::DismissSuggestion { part: part() }, "dismissSuggestion", json!(null)),
        (
            reply("Hi", through(Channel::Sms)),
            "sendMessage",
            json!({ "channel": "sms", "body": "Hi" }),
        ),
    ] {
        let (found, asked) = asked(&agent(), &command);
        assert_eq!(found, operation, "{command:?}");
        assert_eq!(serde_json::from_str::<Value>(&asked).unwrap_or_default(), body, "{command:?}");
        match operation {
            "assignConversation" => {
                let id = body["assigned_to"].as_str().map(|_| AGENT.into());
                assert_eq!(read_assign(&asked), Ok(id));
            }
            "archiveConversation" => assert_eq!(read_archive(&asked), Ok(body["archived"] == true)),
            _ => {}
        }
    }
}

#[test]
fn what_the_vendor_has_no_operation_for_cannot_be_asked_for() {
    let all = Command::MarkRead { readers: Readers { all_agents: true, ..Readers::default() } };
    let team = Command::Assign { agent: None, team: Some(None) };
    let refers = Envelope { reply_to: Some("p1".into()), ..Envelope::default() };
    let start = Command::Start { contents: vec![Content::text("Hi")] };
    for command in [
        Command::note("x"),
        Command::Close,
        Command::Reopen,
        Command::Pend,
        all,
        team,
        reply("x", refers),
        start,
    ] {
        assert_eq!(ask(&agent(), &command), Err(DialectError::Unsupported), "{command:?}");
    }
    for command in [Command::SetStarred { on: true }, Command::MarkUnread] {
        assert_eq!(ask(&contact(), &command), Err(DialectError::Unsupported), "{command:?}");
    }
    let can = Crm::new().capabilities();
    assert!(!can.notes && !can.close && !can.tags && !can.teams && !can.reference);
    assert!(can.channel_choice && can.star && can.archive && can.suggestions && can.mark_unread);
}

/// Contracts' README, point 17: only SMS and e-mail can be sent. The extension has the true channel
/// for our own server.
#[test]
fn a_reply_goes_by_the_nearest_channel_and_arrives_by_the_true_one() {
    let subject = Some("Your parcel".to_owned());
    let mail = Envelope { subject: subject.clone(), ..through(Channel::Email) };
    let known = Envelope { external_id: Some("SM1".into()), ..through(Channel::Sms) };
    for (envelope, word) in [
        (through(Channel::Sms), "sms"),
        (mail, "email"),
        (known, "sms"),
        (through(Channel::Web), "sms"),
        (through(Channel::Whatsapp), "sms"),
        (Envelope::default(), "sms"),
        (Envelope { subject, ..Envelope::default() }, "email"),
    ] {
        let (operation, body) = asked(&agent(), &reply("Hi", envelope.clone()));
        assert_eq!(operation, "sendMessage");
        let parsed: Value = serde_json::from_str(&body).unwrap();
        assert_eq!((&parsed["channel"], &parsed["body"]), (&json!(word), &json!("Hi")));
        let read = read_send(&body).unwrap();
        assert_eq!((read.envelope, read.contents), (envelope, vec![Content::text("Hi")]));
    }
}

/// Where the client knows the conversation, the vendor is told the channel by which it is held.
#[test]
fn a_reply_goes_as_the_conversation_is_held() {
    let (id, key, actor) = (ConversationId::from(CONVERSATION), CommandId::from("k"), agent());
    let who = Who { actor: &actor, conversation: &id, command_id: &key };
    for (held, envelope, word) in [
        (Channel::Email, Envelope::default(), "email"),
        (Channel::Sms, Envelope::default(), "sms"),
        (Channel::Web, Envelope::default(), "sms"),
        (Channel::Email, through(Channel::Sms), "sms"),
        (Channel::Sms, through(Channel::Email), "email"),
    ] {
        let mut known = inbox_model::Conversation::new(id.clone(), super::NOW);
        known.source = Some(Source { channel: held, ..Source::default() });
        let request = Crm::new().command_on(&who, &known, &reply("Hi", envelope.clone())).unwrap();
        let body = request.body.unwrap();
        assert_eq!(serde_json::from_str::<Value>(&body).unwrap()["channel"], word);
        assert_eq!(read_send(&body).unwrap().envelope, envelope);
    }
}

#[test]
fn files_are_named_by_their_ids_and_places_told_in_words() {
    let file = Media {
        id: Some(uuid("f11ef11ef11ef11ef11ef11e").into()),
        url: "/media/f".into(),
        ..Media::default()
    };
    let place = Location { latitude: 51.5, longitude: -0.12, name: None, address: None, url: None };
    let contents = vec![Content::Location(place), Content::Document(file)];
    let command = Command::Reply { contents: contents.clone(), envelope: through(Channel::Sms) };
    let (_, body) = asked(&agent(), &command);
    let parsed: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(parsed["media_ids"], json!([uuid("f11ef11ef11ef11ef11ef11e")]));
    assert!(parsed["body"].as_str().unwrap().starts_with("[51.5, -0.12]("));
    let read = read_send(&body).unwrap();
    let ids: Vec<_> = read.contents.iter().filter_map(Content::media).collect();
    assert_eq!(ids[0].id, Some("f11ef11ef11ef11ef11ef11e".into()));
    assert_eq!(read.contents[0], contents[0]);
    // Another vendor's client has the ids alone.
    let bare = json!({ "channel": "sms", "body": "See", "media_ids": parsed["media_ids"] });
    let read = read_send(&bare.to_string()).unwrap();
    assert_eq!(read.contents[1].media().and_then(|media| media.id.clone()), ids[0].id);
}

#[test]
fn a_conversation_is_opened_with_what_is_to_be_said() {
    let contents = vec![Content::text("Hi")];
    let start = Command::Start { contents: contents.clone() };
    let (operation, body) = asked(&contact(), &start);
    assert_eq!(operation, "openConversation");
    let path = format!("/contacts/{}/conversations", contact().id.unwrap());
    assert_eq!(ask(&contact(), &start).unwrap().path, path);
    let read = read_open(&body).unwrap();
    assert_eq!((read.channel, read.contents), (None, contents));
    assert_eq!(read_open("").unwrap().contents, []);
    assert_eq!(read_open("{\"channel\":\"sms\"}").unwrap().channel, Some(Channel::Sms));
    assert_eq!(read_open("{\"channel\":\"fax\"}").unwrap_err().status, 400);
}

#[test]
fn an_agent_opens_a_conversation_by_one_of_the_vendors_channels() {
    let id = contact().id.unwrap();
    let open = |channel: Option<&Channel>| Crm::new().open(&id, channel, &"key 1".into());
    for channel in [None, Some(Channel::Sms), Some(Channel::Email)] {
        let request = open(channel.as_ref()).unwrap();
        let operation = CONTRACT.operation_at(request.method.as_str(), &request.path);
        assert_eq!(operation, "openConversation");
        assert_eq!(request.path, format!("/contacts/{id}/conversations"));
        assert_eq!(request.headers, [("Idempotency-Key", "key 1".to_owned())]);
        let body = request.body.unwrap();
        CONTRACT.assert_request(&operation, &serde_json::from_str(&body).unwrap());
        let read = read_open(&body).unwrap();
        assert_eq!((read.channel, read.contents), (channel, Vec::new()));
    }
    for channel in [Channel::Web, Channel::Whatsapp, Channel::Phone, Channel::Unknown] {
        assert_eq!(open(Some(&channel)), Err(DialectError::Unsupported), "{channel:?}");
    }
    // The organisation is the one that was chosen, and an id is no path.
    let crm = Crm::for_organisation("o1");
    let request = crm.open(&"a/b?".into(), None, &"key 1".into()).unwrap();
    assert_eq!(request.path, "/contacts/a%2Fb%3F/conversations");
    assert!(request.headers.contains(&("X-Org-Id", "o1".to_owned())));
}

#[test]
fn a_draft_is_sent_as_it_should_be() {
    let mail = Envelope { subject: Some("Re".into()), ..through(Channel::Email) };
    for envelope in [Envelope::default(), mail] {
        let part = uuid("mjp6zx0001abcd").into();
        let send = Command::SendSuggestion { part, envelope: envelope.clone() };
        let body = ask(&agent(), &send).unwrap().body.unwrap_or_default();
        assert_eq!(read_suggestion(&body).unwrap().envelope, envelope);
    }
}

/// Contracts' README, point 16: everything is scoped by the header.
#[test]
fn the_organisation_is_named_in_every_request() {
    let organisation = "5d1f0000-0000-4000-8000-000000000001";
    let crm = Crm::for_organisation(organisation);
    let (id, command_id) = (ConversationId::from(CONVERSATION), CommandId::from("k"));
    let actor = agent();
    let who = Who { actor: &actor, conversation: &id, command_id: &command_id };
    let requests = [
        crm.list(&ListQuery::default()),
        crm.conversation(&id),
        crm.parts(&id).unwrap(),
        crm.command(&who, &Command::MarkUnread).unwrap(),
        crm.views(),
        crm.save_views(&[]),
        crm.view_counts(),
        crm.sla(),
        crm.overdue_count(),
        crm.upload(),
    ];
    for request in requests {
        assert!(request.headers.contains(&("X-Org-Id", organisation.to_owned())), "{request:?}");
        CONTRACT.operation_at(request.method.as_str(), request.path.split('?').next().unwrap());
    }
    assert_eq!(Crm::new().views().headers, []);
}

#[test]
fn ids_cannot_change_the_path() {
    let id = ConversationId::from("a/b?c");
    let request = Crm::new().conversation(&id);
    assert_eq!((request.method, request.path.as_str()), (Method::Get, "/conversations/a%2Fb%3Fc"));
    assert_eq!(Crm::new().parts(&id).unwrap().path, "/conversations/a%2Fb%3Fc/messages");
}

#[test]
fn what_cannot_be_sent_is_told_with_its_field() {
    for (body, field) in [
        ("", ""),
        ("[]", ""),
        ("{}", "channel"),
        (r#"{"channel":"call","body":"x"}"#, "channel"),
        (r#"{"channel":7,"body":"x"}"#, "channel"),
        (r#"{"channel":"sms"}"#, "body"),
        (r#"{"channel":"sms","body":" "}"#, "body"),
        (r#"{"channel":"sms","body":7}"#, "body"),
        (r#"{"channel":"sms","body":"x","subject":"x"}"#, "subject"),
        (r#"{"channel":"email","body":"x","subject":"a\r\nBcc: b@c"}"#, "subject"),
        (r#"{"channel":"sms","body":"x","media_ids":7}"#, "media_ids"),
        (r#"{"channel":"sms","body":"x","media_ids":["x"]}"#, "media_ids"),
        (r#"{"channel":"sms","body":"x","provider_message_id":{}}"#, "provider_message_id"),
        (r#"{"channel":"sms","body":"x","inbox":{"contents":[]}}"#, "inbox.contents"),
        (
            r#"{"channel":"sms","body":"x","inbox":{"contents":[{"type":"dance"}]}}"#,
            "inbox.contents",
        ),
    ] {
        let error = read_send(body).unwrap_err();
        assert_eq!((error.status, error.fields.len()), (422, 1), "{body}");
        assert_eq!(
            error.fields[0].path.iter().skip(1).cloned().collect::<Vec<_>>().join("."),
            field
        );
    }
    let many = json!({ "channel": "sms", "body": "x", "media_ids": vec![uuid("a"); 21] });
    assert_eq!(read_send(&many.to_string()).unwrap_err().fields[0].path, ["body", "media_ids"]);
    for body in ["", "{}", r#"{"archived":1}"#, r#"{"archived":null}"#] {
        assert_eq!(read_archive(body).unwrap_err().status, 400, "{body}");
    }
    for body in ["{}", r#"{"assigned_to":7}"#, r#"{"assigned_to":"nobody"}"#] {
        assert_eq!(read_assign(body).unwrap_err().status, 422, "{body}");
    }
}

#[test]
fn a_query_that_cannot_be_meant_is_told() {
    for query in [
        "limit=0",
        "limit=101",
        "limit=x",
        "offset=-1",
        "offset=9223372036854775808",
        "scope=all",
        "archived=maybe",
        "overdue=",
        "assignee=x",
        "state=asleep",
    ] {
        let error = read_list(query).unwrap_err();
        assert_eq!(error.status, 400, "{query}");
        assert_eq!(error.fields[0].path[0], "query");
    }
    assert!(read_list("limit=1&novel=x&scope=mine&archived=1").unwrap().is_companys());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_said_arrives(contents in prop::collection::vec(generate::content(), 1..4)) {
        let command = Command::Reply { contents: contents.clone(), envelope: through(Channel::Web) };
        let request = ask(&agent(), &command).unwrap();
        let body = request.body.unwrap();
        let has_files = contents.iter().any(|content| content.media().is_some_and(|media| media.id.is_some()));
        match read_send(&body) {
            Ok(read) if !has_files => prop_assert_eq!(read.contents, contents),
            Ok(_) => {}
            // Generated files were given ids that no server gave out; space alone is nothing to say.
            Err(error) => {
                let field = error.fields[0].path.last().unwrap().clone();
                prop_assert!(has_files && field == "media_ids" || field == "body", "{error:?}");
            }
        }
    }

    #[test]
    fn a_list_is_asked_for_as_it_was_meant(
        limit in prop::option::of(1..=100_u32),
        offset in prop::option::of(0..1_000_u32),
        state in prop::option::of(generate::state()),
        assignee in prop::option::of(prop::option::of("[a-z0-9]{1,19}")),
        flags in any::<[Option<bool>; 4]>(),
        search in prop::option::of("[^\\s][a-z&=%+ ]{1,8}"),
    ) {
        let [unread, starred, archived, overdue] = flags;
        let state: Option<State> = state;
        let on_wire = assignee.clone().map(|one| one.map(|id| ParticipantId::from(uuid(&id))));
        let query = ListQuery {
            cursor: offset.map(|offset| offset.to_string()),
            limit, state, assignee: on_wire, unread, starred, archived, overdue,
            search: search.clone(), ..ListQuery::default()
        };
        let request = Crm::new().list(&query);
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        prop_assert_eq!(path, "/conversations");
        prop_assert!(query.is_ascii());
        let read = read_list(query).unwrap();
        prop_assert_eq!(read.limit, limit.unwrap_or(50));
        prop_assert_eq!(read.offset, u64::from(offset.unwrap_or(0)));
        prop_assert_eq!((read.state, read.search), (state, search));
        prop_assert_eq!(read.assignee, assignee.map(|one| one.map(ParticipantId::from)));
        prop_assert_eq!((read.archived, read.unread), (archived, unread));
        prop_assert_eq!((read.starred, read.overdue), (starred, overdue));
    }
}
