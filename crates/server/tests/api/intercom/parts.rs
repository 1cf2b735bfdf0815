//! The update of a single part: pitfall 14 of the contract's list.

use inbox_dialects::session::Session;
use serde_json::{Value, json};

use super::api::{admin, begin, call, code, get, number, post, put, user};
use crate::server::{ADA, ANA, Answer, BEN, Server};

/// A conversation in which Ada has answered; the path of her message.
async fn message(server: &Server) -> String {
    let id = begin(server, "<p>Hi</p>").await;
    let reply = format!("/conversations/{id}/reply");
    let said =
        post(server, &server.ada, &reply, admin("comment", &json!({ "body": "Hello" }))).await;
    let part = &said.body["conversation_parts"]["conversation_parts"][0]["id"];
    format!("/conversations/{id}/conversation_parts/{}", part.as_str().unwrap())
}

async fn secret(server: &Server) -> String {
    server.app.store().seal_secret(&server.organisation).await.unwrap()
}

/// The seal that an agent is told.
async fn seal(server: &Server, token: &str) -> String {
    let answer = server.own(Some(token), "GET", "/intercom/session", &Value::Null, &[]).await;
    let session: Session = serde_json::from_str(&answer.text).unwrap();
    session.seal.unwrap()
}

fn with(secret: &str, more: &Value) -> Value {
    let mut body = json!({ "experimental": true, "secret": secret });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    body
}

fn seen(agent: &str) -> Value {
    json!({ "seen": true, "admin_id": number(agent) })
}

fn sent(state: &str) -> Value {
    json!({ "send_state": state, "info_message": "told by the channel" })
}

#[tokio::test]
async fn pitfall_14_an_external_reply_is_followed_on_its_way() {
    let server = Server::new().await;
    let (path, secret) = (message(&server).await, secret(&server).await);
    for (state, now) in [
        ("pending", "pending"),
        ("sent", "sent"),
        ("delivered", "delivered"),
        // Reports overtake each other: what has arrived is not on its way any more.
        ("sent", "delivered"),
        ("read", "read"),
    ] {
        let answer = put(&server, &server.ada, &path, with(&secret, &sent(state))).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.body["external_reply_send_state"], now, "{state}");
        assert_eq!(answer.body["body"], "<p>Hello</p>");
        let info = &answer.body["inbox"]["tracking"]["delivery_info"];
        assert_eq!(info, "told by the channel");
    }
}

#[tokio::test]
async fn pitfall_14_what_an_admin_has_seen_is_noted_once() {
    let server = Server::new().await;
    let (path, secret) = (message(&server).await, secret(&server).await);
    for _ in 0..2 {
        let answer = put(&server, &server.ada, &path, with(&secret, &seen(BEN))).await;
        assert_eq!(answer.body["seen_state"], json!({ "admin_seen": true }));
        let by = answer.body["inbox"]["tracking"]["seen_by"].as_array().unwrap();
        assert_eq!(by.len(), 1);
        assert_eq!(by[0]["agent"], number(BEN));
    }
}

#[tokio::test]
async fn pitfall_14_a_body_with_both_operations_does_both_or_neither() {
    let server = Server::new().await;
    let (path, secret) = (message(&server).await, secret(&server).await);
    let mut body = with(&secret, &sent("sent"));
    body["seen"] = json!(true);
    body["admin_id"] = json!("12345");
    // Nobody has this number.
    assert_eq!(put(&server, &server.ada, &path, body.clone()).await.status, 404);
    body["admin_id"] = json!(number(ADA));
    let answer = put(&server, &server.ada, &path, body).await.body;
    assert_eq!(answer["external_reply_send_state"], "sent");
    assert_eq!(answer["seen_state"]["admin_seen"], true);
    assert_eq!(answer["inbox"]["tracking"]["seen_by"].as_array().unwrap().len(), 1);
}

/// A seal is good for its owner's having seen something, and for nothing else.
#[tokio::test]
async fn an_agents_seal_speaks_for_that_agent_alone() {
    let server = Server::new().await;
    let path = message(&server).await;
    let seal = seal(&server, &server.ada).await;
    let both = {
        let mut both = with(&seal, &sent("sent"));
        both.as_object_mut().unwrap().extend(seen(ADA).as_object().unwrap().clone());
        both
    };
    for (body, status) in [
        (with(&seal, &seen(ADA)), 200),
        (with(&seal, &seen(BEN)), 403),
        (with(&seal, &sent("sent")), 403),
        (both, 403),
        (with(&seal, &json!({ "seen": true })), 403),
        (with(&seal.to_uppercase(), &seen(ADA)), 403),
    ] {
        let answer = put(&server, &server.ada, &path, body.clone()).await;
        assert_eq!(answer.status, status, "{body} {}", answer.text);
    }
    assert_ne!(seal, self::seal(&server, &server.ben).await);
    assert_ne!(seal, secret(&server).await);
}

#[tokio::test]
async fn pitfall_14_the_secret_comes_before_everything_but_the_token() {
    let server = Server::new().await;
    let (path, secret) = (message(&server).await, secret(&server).await);
    let forbidden = |answer: &Answer| (answer.status, code(answer) == "forbidden");
    for body in [
        json!({}),
        seen(ADA),
        with("", &seen(ADA)),
        with("wrong", &seen(ADA)),
        with(&secret[1..], &seen(ADA)),
        with(&format!("{secret} "), &seen(ADA)),
        // Without it nobody learns what else would be wrong.
        with("wrong", &json!({})),
        json!({ "secret": secret, "seen": true, "admin_id": number(ADA) }),
        json!({ "secret": secret, "experimental": false, "seen": true, "admin_id": number(ADA) }),
    ] {
        let answer = put(&server, &server.ada, &path, body.clone()).await;
        assert_eq!(forbidden(&answer), (403, true), "{body}");
        let nowhere =
            put(&server, &server.ada, "/conversations/x/conversation_parts/y", body).await;
        assert_eq!(nowhere.status, 403);
    }
    for (body, status) in [
        (with(&secret, &json!({})), 400),
        (with(&secret, &sent("teleported")), 400),
        (with(&secret, &json!({ "send_state": "sent" })), 400),
        (with(&secret, &json!({ "seen": true })), 400),
        (with(&secret, &seen(ADA)), 200),
    ] {
        assert_eq!(put(&server, &server.ada, &path, body.clone()).await.status, status, "{body}");
    }
}

#[tokio::test]
async fn a_part_is_found_in_its_own_conversation() {
    let server = Server::new().await;
    let (path, secret) = (message(&server).await, secret(&server).await);
    let other = begin(&server, "<p>Other</p>").await;
    let part = path.rsplit('/').next().unwrap();
    for path in [
        format!("/conversations/{other}/conversation_parts/{part}"),
        format!("/conversations/none/conversation_parts/{part}"),
        path.replace(part, "none"),
    ] {
        let answer = put(&server, &server.ada, &path, with(&secret, &seen(ADA))).await;
        assert_eq!((answer.status, code(&answer)), (404, "not_found"), "{path}");
    }
    // The first message is a part too.
    let source = get(&server, &server.ada, &format!("/conversations/{other}")).await;
    let source = source.body["source"]["id"].as_str().unwrap().to_owned();
    let path = format!("/conversations/{other}/conversation_parts/{source}");
    assert_eq!(put(&server, &server.ada, &path, with(&secret, &seen(ADA))).await.status, 200);
}

/// The endpoint is in the preview alone.
#[tokio::test]
async fn other_versions_have_no_such_endpoint() {
    let server = Server::new().await;
    let (path, secret) = (message(&server).await, secret(&server).await);
    for (version, status) in [("Preview", 200), ("2.14", 404), ("9.9", 400)] {
        let headers = [("intercom-version", version)];
        let body = with(&secret, &seen(ADA));
        let answer = call(&server, Some(&server.ada), ("PUT", &path), &body, &headers).await;
        assert_eq!(answer.status, status, "{version}");
    }
}

#[tokio::test]
async fn what_the_customer_said_is_on_its_way_to_nobody() {
    let server = Server::new().await;
    let (id, secret) = (begin(&server, "<p>Hi</p>").await, secret(&server).await);
    let reply = format!("/conversations/{id}/reply");
    let said = post(&server, &server.ana, &reply, user(ANA, "there?")).await;
    let part = &said.body["conversation_parts"]["conversation_parts"][0]["id"];
    let path = format!("/conversations/{id}/conversation_parts/{}", part.as_str().unwrap());
    let before = server.dump().await;
    for state in ["pending", "sent", "delivered", "read", "failed"] {
        let answer = put(&server, &server.ada, &path, with(&secret, &sent(state))).await;
        assert_eq!((answer.status, code(&answer)), (400, "parameter_invalid"), "{}", answer.text);
        assert_eq!(answer.body["errors"][0]["field"], "send_state");
    }
    assert_eq!(server.dump().await, before);
    // It can be seen, of course.
    assert_eq!(put(&server, &server.ada, &path, with(&secret, &seen(ADA))).await.status, 200);
}
