//! Whoever is blocked is not heard: in no conversation of theirs, in no new one, by no API.

use inbox_model::{Command, ParticipantId};
use inbox_server::clock;
use inbox_server::store::Act;
use serde_json::{Value, json};

use crate::crm::{contact_path, uuid};
use crate::server::{ADA, ANA, Answer, LEO, Server, admin, begin, contact_reply};
use crate::stream::Stream;
use crate::voicebot::{ana, number, part, text};
use crate::{crm, intercom, stack_auth};

async fn block(server: &Server, contact: &str, blocked: bool) {
    let mut write = server.write(clock::now()).await;
    write.set_blocked(&ParticipantId::from(contact), blocked).await.unwrap();
    write.finish(None).await.unwrap();
}

/// Everything by which Ana could be heard in a conversation, or begin one.
async fn tries(server: &Server, id: &str, said: &str) -> Vec<(&'static str, Answer)> {
    let token = &server.ana;
    let messages = format!("/conversations/{}/messages", uuid(id));
    let vb = format!("/conversations/{}/messages", number(id));
    let react = format!("{vb}/{}/set-reaction", part(id, said));
    let ic = format!("/conversations/{id}/reply");
    let ic_begin = json!({ "from": { "type": "user", "id": ANA }, "body": "x" });
    let sa = stack_auth::change("reply", &json!({ "body": "x" }));
    let spoken = json!({ "inbox": { "contents": [{ "type": "text", "markdown": "x" }] } });
    let crm = async |path: &str, body: Value| crm::call(server, token, "POST", path, body).await;
    vec![
        ("reply", server.post(token, &format!("/{id}/reply"), contact_reply(ANA, "x")).await),
        ("begin", server.post(token, "", begin(ANA, "x")).await),
        ("ic reply", intercom::api::post(server, token, &ic, intercom::api::user(ANA, "x")).await),
        ("ic begin", intercom::api::post(server, token, "/conversations", ic_begin).await),
        (
            "sa reply",
            stack_auth::call(server, Some(token), "PATCH", &format!("/{}", uuid(id)), &sa).await,
        ),
        (
            "sa begin",
            stack_auth::call(server, Some(token), "POST", "", &stack_auth::create(ANA)).await,
        ),
        ("crm reply", crm(&messages, crm::sms("x")).await),
        ("crm speaks", crm(&contact_path(ANA), spoken).await),
        ("vb reply", server.vb(token, "POST", &vb, text("x")).await),
        ("vb reaction", server.vb(token, "POST", &react, json!({ "reaction": "👍" })).await),
    ]
}

#[tokio::test]
async fn a_block_holds_everywhere_and_ends_everywhere() {
    let server = Server::new().await;
    let (id, other) = (server.conversation_of_ana().await, server.conversation_of_ana().await);
    let said = server.say(&id, admin(ADA, "reply", "hi")).await.id();
    let leos = server.post(&server.leo, "", begin(LEO, "hello")).await.id();
    block(&server, ANA, true).await;
    let before = server.dump().await;
    for (what, answer) in tries(&server, &id, &said).await {
        assert!(matches!(answer.status, 400 | 403 | 422), "{what}: {}", answer.text);
        assert!(answer.text.contains("\"blocked\""), "{what}: {}", answer.text);
    }
    // An empty thread is one, too.
    let closed = json!({ "state": "closed", "actingAdminId": ADA });
    for id in [&id, &other] {
        server.patch(&server.ada, &format!("/{id}"), closed.clone()).await;
    }
    let quiet = server.dump().await;
    let answer = crm::call(&server, &server.ana, "POST", &contact_path(ANA), Value::Null).await;
    assert_eq!((answer.status, &answer.body["inbox"]["code"]), (422, &json!("blocked")));
    assert_eq!(server.dump().await, quiet);
    let count = |dump: &str| dump.lines().filter(|row| row.starts_with("parts:")).count();
    assert_eq!(count(&quiet), count(&before) + 2);
    // Whoever reads is told, in each of their conversations, and about nobody else.
    for id in [&id, &other] {
        for token in [&server.ada, &server.ana] {
            let read = server.get(token, &format!("/{id}")).await;
            assert_eq!(read.body["isBlocked"], true);
            let path = format!("/conversations/{}", number(id));
            let read = server.vb(token, "GET", &path, Value::Null).await;
            assert_eq!(read.body["data"]["customer"]["profile"]["blocked"], true);
        }
    }
    let list = server.get(&server.ada, "").await;
    for row in list.body["data"].as_array().unwrap() {
        assert_eq!(row["isBlocked"], json!(row["id"] != json!(leos)));
    }
    assert_eq!(server.post(&server.leo, "", begin(LEO, "me too")).await.status, 201);
    // The company speaks as it likes, and begins as it likes.
    server.say(&id, admin(ADA, "reply", "bye")).await;
    block(&server, ANA, false).await;
    for (what, answer) in tries(&server, &id, &said).await {
        assert!(answer.status < 300, "{what}: {}", answer.text);
    }
}

/// Who was blocked where one who is not takes part as well: it is about the person.
#[tokio::test]
async fn a_block_is_one_persons() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let joined = json!({ "participant": { "id": LEO } });
    assert_eq!(server.post(&server.ada, &format!("/{id}/participants"), joined).await.status, 200);
    block(&server, LEO, true).await;
    let leo = server.post(&server.leo, &format!("/{id}/reply"), contact_reply(LEO, "x")).await;
    assert_eq!(leo.status, 400, "{}", leo.text);
    server.say(&id, contact_reply(ANA, "still here")).await;
    let is_blocked =
        async |token: &str| server.get(token, &format!("/{id}")).await.body["isBlocked"].clone();
    assert_eq!(is_blocked(&server.ana).await, false);
    assert_eq!(is_blocked(&server.leo).await, true);
    assert_eq!(is_blocked(&server.ada).await, false);
}

/// Nor is it told that they type.
#[tokio::test]
async fn whoever_is_blocked_does_not_type_either() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let joined = json!({ "participant": { "id": LEO } });
    assert_eq!(server.post(&server.ada, &format!("/{id}/participants"), joined).await.status, 200);
    block(&server, ANA, true).await;
    let mut ben = Stream::open(&server, &server.ben, None).await;
    for token in [&server.ana, &server.leo] {
        let body = json!({ "conversationId": id, "typing": true });
        let answer = server.own(Some(token), "POST", "/live/typing", &body, &[]).await;
        assert_eq!(answer.status, 204, "{}", answer.text);
    }
    let told: Value = serde_json::from_str(&ben.next("typing").await.data).unwrap();
    assert_eq!(told["participant"]["id"], LEO);
}

/// What was a conversation's own before.
#[tokio::test]
async fn a_conversation_that_is_brought_in_brings_its_block_along() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let store = server.app.store();
    let there = store.conversation(&server.agent(ADA), &id.as_str().into()).await.unwrap();
    let mut blocked = there.unwrap();
    blocked.blocked = true;
    let import = inbox_server::store::Import { conversations: vec![blocked], ..Default::default() };
    store.import(&server.organisation, &import, clock::now()).await.unwrap();
    let answer = server.post(&server.ana, "", begin(ANA, "x")).await;
    assert_eq!(answer.status, 400, "{}", answer.text);
    let mut write = server.write(clock::now()).await;
    let reply = Act::new(&ana(), Command::reply("x"));
    assert!(write.apply(&id.as_str().into(), None, &[reply]).await.is_err());
}
