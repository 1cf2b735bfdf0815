//! The client's side of the dialect against the server's: what the widgets do, without a browser.

use axum::body::Body;
use axum::http::Request;
use inbox_dialects::intercom::Intercom;
use inbox_dialects::session::Session;
use inbox_dialects::{Dialect, ListQuery, Outcome, Response, Who};
use inbox_model::command::Readers;
use inbox_model::tag::Tag;
use inbox_model::{Command, Content, Conversation, ConversationId, Delivery, Participant, State};
use serde_json::Value;

use crate::server::{Server, VIP};

/// Somebody with a widget.
struct Widget<'a> {
    server: &'a Server,
    token: &'a str,
    dialect: Intercom,
    me: Participant,
    count: std::cell::Cell<u32>,
}

impl<'a> Widget<'a> {
    async fn sign_in(server: &'a Server, token: &'a str) -> Self {
        let answer = server.own(Some(token), "GET", "/intercom/session", &Value::Null, &[]).await;
        let session: Session = serde_json::from_str(&answer.text).unwrap();
        let dialect = Intercom::new();
        dialect.signed_in(&session);
        Self { server, token, dialect, me: session.me, count: std::cell::Cell::new(0) }
    }

    async fn send(&self, request: inbox_dialects::Request) -> Response {
        let (name, value) = self.dialect.authorization(self.token);
        let mut sent = Request::builder()
            .method(request.method.as_str())
            .uri(format!("/intercom{}", request.path))
            .header(name, value);
        for (name, value) in request.headers {
            sent = sent.header(name, value);
        }
        let body = request.body.map_or_else(Body::empty, Body::from);
        let answer = self.server.send(sent.body(body).unwrap()).await;
        Response { status: answer.status, body: answer.text }
    }

    async fn act(&self, conversation: &ConversationId, command: Command) -> Outcome {
        self.count.set(self.count.get() + 1);
        let key = format!("{}-{}", self.token, self.count.get()).into();
        let who = Who { actor: &self.me, conversation, command_id: &key };
        let request = self.dialect.command(&who, &command).unwrap();
        let response = self.send(request).await;
        let read = self.dialect.read_command(&command, &response);
        assert!(read.is_ok(), "{command:?}: {read:?} {}", response.body);
        read.unwrap()
    }

    async fn read(&self, conversation: &ConversationId) -> Conversation {
        let response = self.send(self.dialect.conversation(conversation)).await;
        self.dialect.read_conversation(&response).unwrap()
    }

    async fn list(&self, query: ListQuery) -> Vec<ConversationId> {
        let response = self.send(self.dialect.list(&query)).await;
        let page = self.dialect.read_list(&response).unwrap();
        page.conversations.into_iter().map(|row| row.id).collect()
    }
}

#[tokio::test]
async fn a_messenger_and_a_desk_talk_to_each_other() {
    let server = Server::new().await;
    let ana = Widget::sign_in(&server, &server.ana).await;
    let ada = Widget::sign_in(&server, &server.ada).await;
    assert!(ada.dialect.capabilities().seen && !ana.dialect.capabilities().seen);

    let start = Command::Start { contents: vec![Content::text("Where is *it*?")] };
    let Outcome::Conversation(begun) = ana.act(&"new".into(), start).await else { panic!() };
    let id = begun.id.clone();
    // The client knows its own message by its key.
    let own = begun.parts[0].command_id.as_ref().unwrap();
    assert_eq!(own.as_str(), format!("{}-1", server.ana));
    assert_eq!(begun.parts[0].markdown(), Some("Where is *it*?"));
    let only = vec![id.clone()];
    assert_eq!(ana.list(ListQuery::default()).await, only);
    let unread = ListQuery { unread: Some(true), ..ListQuery::default() };
    assert_eq!(ada.list(unread.clone()).await, only);

    ada.act(&id, Command::MarkRead { readers: Readers { me: true, ..Readers::default() } }).await;
    assert!(ada.list(unread).await.is_empty());
    ada.act(&id, Command::note("a **note**")).await;
    let Outcome::Conversation(said) = ada.act(&id, Command::reply("On its _way_")).await else {
        panic!()
    };
    let reply = said.parts.last().unwrap();
    assert_eq!(reply.markdown(), Some("On its _way_"));

    let mine = ada.me.id.clone().unwrap();
    let first = said.parts[0].id.clone();
    let seen = Command::MarkSeen { part: first, agent: mine.clone() };
    let Outcome::Part(seen) = ada.act(&id, seen).await else { panic!() };
    assert_eq!(seen.tracking.seen_by[0].agent, mine);

    ada.act(&id, Command::Assign { agent: Some(Some(mine.clone())), team: None }).await;
    ada.act(&id, Command::SetTitle { title: "Parcel".into() }).await;
    let attributes = vec![("order".to_owned(), "[7]".to_owned())];
    ada.act(&id, Command::SetAttributes { attributes }).await;
    let tag = Tag { id: VIP.into(), name: "VIP".into() };
    assert_eq!(ada.act(&id, Command::AttachTag { tag: tag.clone() }).await, Outcome::Done);
    let whole = ada.read(&id).await;
    assert_eq!(whole.assignee, Some(mine));
    assert_eq!(whole.title.as_deref(), Some("Parcel"));
    assert_eq!(whole.custom_attributes.get("order").map(String::as_str), Some("[7]"));
    assert_eq!(whole.tags, vec![tag.clone()]);
    // Exact to the millisecond, in the order of the store.
    let stored = server.app.store().conversation(&server.agent(crate::server::ADA), &id).await;
    let times = |one: &Conversation| -> Vec<_> {
        one.parts.iter().map(|part| (part.id.clone(), part.created_at)).collect()
    };
    assert_eq!(times(&whole), times(&stored.unwrap().unwrap()));

    assert_eq!(ada.act(&id, Command::DetachTag { tag }).await, Outcome::Done);
    ada.act(&id, Command::MarkUnread).await;
    ada.act(&id, Command::Close).await;
    assert_eq!(ada.read(&id).await.state, State::Closed);
    // Whoever writes again is heard again.
    ana.act(&id, Command::reply("Still not there")).await;
    let told = ana.read(&id).await;
    assert_eq!((told.state, told.unread), (State::Open, Some(0)));
    let said: Vec<_> = told.parts.iter().filter_map(|part| part.markdown()).collect();
    assert_eq!(said, ["Where is *it*?", "On its _way_", "Still not there"]);
    assert!(told.assignee.is_none() && told.title.as_deref() == Some("Parcel"));
}

/// A program that knows the whole secret tells how far a reply has come.
#[tokio::test]
async fn a_channel_reports_on_a_reply() {
    let server = Server::new().await;
    let ana = Widget::sign_in(&server, &server.ana).await;
    let start = Command::Start { contents: vec![Content::text("Hi")] };
    let Outcome::Conversation(begun) = ana.act(&"new".into(), start).await else { panic!() };
    let secret = server.app.store().seal_secret(&server.organisation).await.unwrap();
    let mut channel = Widget::sign_in(&server, &server.ben).await;
    channel.dialect = Intercom::new().with_secret(secret);
    let Outcome::Conversation(said) = channel.act(&begun.id, Command::reply("Hello")).await else {
        panic!()
    };
    let part = said.parts.last().unwrap().id.clone();
    let info = Some("Accepted".to_owned());
    let report = Command::SetDelivery { part, delivery: Delivery::Delivered, info: info.clone() };
    let Outcome::Part(part) = channel.act(&begun.id, report).await else { panic!() };
    assert_eq!(part.delivery, Some(Delivery::Delivered));
    assert_eq!(part.tracking.delivery_info, info);
    // How it fares is the company's affair.
    let told = ana.read(&begun.id).await;
    assert!(told.parts.iter().all(|part| part.delivery.is_none()));
}
