//! What is written through one dialect is read through every other: each ordered pair, by the
//! clients that the widgets use.

use std::cell::Cell;

use axum::body::Body;
use axum::http::Request;
use inbox_dialects::crm::Crm;
use inbox_dialects::featurebase::Featurebase;
use inbox_dialects::intercom::Intercom;
use inbox_dialects::session::Session;
use inbox_dialects::stack_auth::StackAuth;
use inbox_dialects::voicebot::Voicebot;
use inbox_dialects::{Dialect, ListQuery, Response, Who};
use inbox_model::{Command, Conversation, Part, PartBody, ParticipantKind, State};
use serde_json::Value;

use crate::server::Server;

/// Somebody who speaks one dialect.
struct Speaker<'a> {
    server: &'a Server,
    token: &'a str,
    name: &'static str,
    mount: &'static str,
    dialect: Box<dyn Dialect>,
    session: Session,
    count: Cell<u32>,
}

/// All dialects, in the name of one bearer.
async fn speakers<'a>(server: &'a Server, token: &'a str) -> Vec<Speaker<'a>> {
    let dialects: [(&str, &str, &str, Box<dyn Dialect>); 5] = [
        ("featurebase", "/featurebase", "/session", Box::new(Featurebase::new())),
        ("intercom", "/intercom", "/intercom/session", Box::new(Intercom::new())),
        (
            "stack-auth",
            "/stack-auth/api/v1",
            "/stack-auth/api/v1/session",
            Box::new(StackAuth::default()),
        ),
        ("crm", "/crm/api/v1", "/crm/api/v1/session", Box::new(Crm::new())),
        (
            "voicebot",
            "/voicebot/third-party/v1",
            "/voicebot/third-party/v1/session",
            Box::new(Voicebot::new()),
        ),
    ];
    let mut speakers = Vec::new();
    for (name, mount, session, dialect) in dialects {
        let answer = server.own(Some(token), "GET", session, &Value::Null, &[]).await;
        let session: Session = serde_json::from_str(&answer.text).unwrap();
        dialect.signed_in(&session);
        let count = Cell::new(0);
        speakers.push(Speaker { server, token, name, mount, dialect, session, count });
    }
    speakers
}

impl Speaker<'_> {
    async fn send(&self, request: inbox_dialects::Request) -> Response {
        self.send_as(self.token, request).await
    }

    async fn send_as(&self, token: &str, request: inbox_dialects::Request) -> Response {
        let (name, value) = self.dialect.authorization(token);
        let mut sent = Request::builder()
            .method(request.method.as_str())
            .uri(format!("{}{}", self.mount, request.path))
            .header(name, value)
            .header("content-type", "application/json");
        for (name, value) in request.headers {
            sent = sent.header(name, value);
        }
        let body = request.body.map_or_else(Body::empty, Body::from);
        let answer = self.server.send(sent.body(body).unwrap()).await;
        Response { status: answer.status, body: answer.text }
    }

    /// The only conversation of the store, whole.
    async fn read(&self) -> Conversation {
        // By the agent: the client of a customer's widget narrows nothing down, and this one does.
        let list = self.dialect.list(&ListQuery::default());
        let response = self.send_as(&self.server.ada, list).await;
        let page = self.dialect.read_list(&response).unwrap();
        assert_eq!(page.conversations.len(), 1, "{}", self.name);
        let id = &page.conversations[0].id;
        let response = self.send(self.dialect.conversation(id)).await;
        let mut conversation = self.dialect.read_conversation(&response).unwrap();
        if let Some(request) = self.dialect.parts(id) {
            let response = self.send(request).await;
            self.dialect.read_parts(&mut conversation, &response).unwrap();
        }
        conversation
    }

    async fn act(&self, command: Command) {
        let known = self.read().await;
        self.count.set(self.count.get() + 1);
        let key = format!("{}-{}-{}", self.name, self.token, self.count.get()).into();
        let who = Who { actor: &self.session.me, conversation: &known.id, command_id: &key };
        let request = self.dialect.command_on(&who, &known, &command).unwrap();
        let response = self.send(request).await;
        let read = self.dialect.read_command(&command, &response);
        assert!(read.is_ok(), "{}: {command:?}: {read:?} {}", self.name, response.body);
    }
}

/// The parts that say this.
fn saying<'a>(conversation: &'a Conversation, text: &str) -> Vec<&'a Part> {
    let parts = conversation.parts.iter().map(AsRef::as_ref);
    parts.filter(|part: &&Part| part.markdown() == Some(text)).collect()
}

#[tokio::test]
async fn what_is_said_through_one_is_read_through_every_other() {
    let server = Server::new().await;
    server.conversation_of_ana().await;
    let (agents, customers) =
        (speakers(&server, &server.ada).await, speakers(&server, &server.ana).await);
    for (writers, kind) in
        [(&agents, ParticipantKind::Agent), (&customers, ParticipantKind::Customer)]
    {
        for writer in writers {
            let text = format!("*{kind:?}* through {}", writer.name);
            writer.act(Command::reply(text.as_str())).await;
            for reader in agents.iter().chain(&customers) {
                let read = reader.read().await;
                let said = saying(&read, &text);
                let pair = format!("{text}, read through {}", reader.name);
                assert_eq!(said.len(), 1, "{pair}: {:?}", read.parts);
                assert!(matches!(said[0].body, PartBody::Message(_)), "{pair}");
                assert_eq!(said[0].author.as_ref().unwrap().kind, kind, "{pair}");
            }
        }
    }
}

#[tokio::test]
async fn a_note_through_one_is_a_note_in_every_other_and_nothing_to_customers() {
    let server = Server::new().await;
    server.conversation_of_ana().await;
    let (agents, customers) =
        (speakers(&server, &server.ada).await, speakers(&server, &server.ana).await);
    let mut pairs = 0;
    for writer in agents.iter().filter(|one| one.dialect.capabilities().notes) {
        let text = format!("Among us through {}", writer.name);
        writer.act(Command::note(text.as_str())).await;
        for reader in &agents {
            let read = reader.read().await;
            let said = saying(&read, &text);
            let pair = format!("{text}, read through {}", reader.name);
            assert_eq!(said.len(), 1, "{pair}");
            assert!(matches!(said[0].body, PartBody::Note(_)), "{pair}");
            pairs += 1;
        }
        for reader in &customers {
            assert!(saying(&reader.read().await, &text).is_empty(), "{}", reader.name);
        }
    }
    assert!(pairs >= 15, "{pairs} pairs");
}

#[tokio::test]
async fn a_state_set_through_one_holds_in_every_other() {
    let server = Server::new().await;
    server.conversation_of_ana().await;
    let agents = speakers(&server, &server.ada).await;
    let mut pairs = 0;
    for writer in agents.iter().filter(|one| one.dialect.capabilities().close) {
        for (command, state) in [(Command::Close, State::Closed), (Command::Reopen, State::Open)] {
            writer.act(command).await;
            for reader in &agents {
                let read = reader.read().await;
                assert_eq!(read.state, state, "{} to {}", writer.name, reader.name);
                pairs += 1;
            }
        }
    }
    assert!(pairs >= 30, "{pairs} pairs");
}

#[tokio::test]
async fn a_tag_put_on_through_one_hangs_in_every_other() {
    let server = Server::new().await;
    server.conversation_of_ana().await;
    let agents = speakers(&server, &server.ada).await;
    let mut pairs = 0;
    for writer in agents.iter().filter(|one| one.dialect.capabilities().tags) {
        let tag = writer.session.tags[0].clone();
        let put = Command::AttachTag { tag: tag.clone() };
        for (command, hangs) in [(put, true), (Command::DetachTag { tag }, false)] {
            writer.act(command).await;
            for reader in &agents {
                let names: Vec<_> =
                    reader.read().await.tags.into_iter().map(|tag| tag.name).collect();
                let expected: &[&str] = if hangs { &["VIP"] } else { &[] };
                assert_eq!(names, expected, "{} to {}", writer.name, reader.name);
                pairs += 1;
            }
        }
    }
    assert!(pairs >= 20, "{pairs} pairs");
}
