//! Foreign ids, odd numbers, other people's tokens.

use serde_json::{Value, json};

use super::{number, text};
use crate::server::{Server, admin};
use crate::tenants::Second;

/// Every endpoint of a conversation, with a body that would do.
fn endpoints() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("GET", "", Value::Null),
        ("PATCH", "", json!({ "status": "done" })),
        ("POST", "/restart", Value::Null),
        ("POST", "/mark-read", json!({})),
        ("GET", "/messages", Value::Null),
        ("POST", "/messages", text("hi")),
        ("GET", "/messages/1", Value::Null),
        ("POST", "/messages/1/set-reaction", json!({ "reaction": "👍" })),
    ]
}

/// What is another organisation's, or another customer's, looks exactly like what is not there.
#[tokio::test]
async fn a_foreign_conversation_looks_missing() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let id = number(&server.conversation_of_ana().await);
    let before = server.dump().await;
    for token in [&second.cem, &second.ana, &server.leo] {
        for (method, tail, body) in endpoints() {
            let ask = async |id: u64| {
                let path = format!("/conversations/{id}{tail}");
                server.vb(token, method, &path, body.clone()).await
            };
            let (foreign, unknown) = (ask(id).await, ask(id + 1).await);
            assert!(matches!(foreign.status, 403 | 404), "{method} {tail}: {}", foreign.text);
            assert_eq!(
                (foreign.status, foreign.text),
                (unknown.status, unknown.text),
                "{method} {tail}"
            );
        }
    }
    assert_eq!(server.dump().await, before);
}

#[tokio::test]
async fn odd_numbers_are_nobodys() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let number = number(&id);
    for odd in [
        "0".to_owned(),
        "-1".to_owned(),
        format!("+{number}"),
        format!("0{number}"),
        format!("{number}.0"),
        "18446744073709551616".to_owned(),
        u64::MAX.to_string(),
        // The store's own id.
        id.clone(),
        "%00".to_owned(),
        "%ff".to_owned(),
        "1e3".to_owned(),
    ] {
        for (method, tail, body) in endpoints() {
            let path = format!("/conversations/{odd}{tail}");
            let answer = server.vb(&server.ada, method, &path, body).await;
            assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text);
        }
        let path = format!("/conversations/{number}/messages/{odd}");
        let answer = server.vb(&server.ada, "GET", &path, Value::Null).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.text);
    }
}

/// A message of another conversation is not reached through one's own.
#[tokio::test]
async fn a_message_is_found_in_its_own_conversation_alone() {
    let server = Server::new().await;
    let one = number(&server.conversation_of_ana().await);
    let two = number(&server.conversation_of_ana().await);
    let path = format!("/conversations/{two}/messages");
    let listed = server.vb(&server.ada, "GET", &path, Value::Null).await;
    let message = &listed.body["data"][0]["id"];
    let path = format!("/conversations/{one}/messages/{message}");
    assert_eq!(server.vb(&server.ada, "GET", &path, Value::Null).await.status, 404);
}

/// A customer is told no number of an agent's, no number of the company's, and nothing of windows.
#[tokio::test]
async fn a_customer_learns_nothing_of_the_company() {
    let server = Server::new().await;
    let id = server.whatsapp_of_ana(60_000, true).await;
    server.say(&id, admin(crate::server::ADA, "reply", "we say")).await;
    for path in [
        "/conversations".to_owned(),
        format!("/conversations/{}", number(&id)),
        format!("/conversations/{}/messages", number(&id)),
    ] {
        let seen = server.vb(&server.ana, "GET", &path, Value::Null).await;
        assert_eq!(seen.status, 200);
        for secret in [
            "4915223567929",
            "reply_possible",
            "company.example",
            &super::person(crate::server::ADA).to_string(),
        ] {
            assert!(!seen.text.contains(secret), "{path} tells {secret}: {}", seen.text);
        }
    }
}

#[tokio::test]
async fn bad_bodies_are_clear_errors() {
    let server = Server::new().await;
    let id = number(&server.conversation_of_ana().await);
    let before = server.dump().await;
    let path = format!("{}/conversations/{id}", super::PREFIX);
    for (method, tail) in [("PATCH", ""), ("POST", "/messages"), ("POST", "/mark-read")] {
        for body in
            ["{", "[]", "null", "7", "\"x\"", "{\"status\":7,\"type\":7,\"mark_external\":7}"]
        {
            let request = axum::http::Request::builder()
                .method(method)
                .uri(format!("{path}{tail}"))
                .header("authorization", format!("Bearer {}", server.ada))
                .body(axum::body::Body::from(body))
                .unwrap();
            let answer = server.send(request).await;
            assert_eq!(answer.status, 422, "{method} {tail} {body}: {}", answer.text);
        }
    }
    let long = text(&"x".repeat(200_000));
    let answer =
        server.vb(&server.ada, "POST", &format!("/conversations/{id}/messages"), long).await;
    assert!(matches!(answer.status, 413 | 422), "{}", answer.text);
    let answer =
        server.vb(&server.ada, "DELETE", &format!("/conversations/{id}"), Value::Null).await;
    assert_eq!(answer.status, 405);
    let answer = server.vb(&server.ada, "GET", "/nowhere", Value::Null).await;
    assert_eq!(answer.status, 404);
    assert_eq!(server.dump().await, before);
}

/// Our own routes beneath this dialect's prefix write its ids.
#[tokio::test]
async fn the_session_has_numbers() {
    let server = Server::new().await;
    let answer = server.vb(&server.ada, "GET", "/session", Value::Null).await;
    assert_eq!(answer.status, 200);
    let me = answer.body["me"]["id"].as_str().unwrap().to_owned();
    assert_eq!(me, super::person(crate::server::ADA).to_string());
}
