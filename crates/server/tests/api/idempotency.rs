//! Same key, same answer, one effect.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::server::{ADA, ANA, LEO, Server, VIP, admin, begin, contact_reply, parts};

#[tokio::test]
async fn twenty_at_once_make_one_message() {
    let server = Arc::new(Server::new().await);
    let id = server.conversation_of_ana().await;
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let (server, id) = (server.clone(), id.clone());
            tokio::spawn(async move {
                let path = format!("/{id}/reply");
                let body = contact_reply(ANA, "once, please");
                let key = [("idempotency-key", "key-1")];
                let answer = server.call(&server.ana, "POST", &path, &body, &key).await;
                (answer.status, answer.text)
            })
        })
        .collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    assert_eq!(answers[0].0, 201);
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    let conversation = server.get(&server.ada, &format!("/{id}")).await.body;
    let said = parts(&conversation).into_iter().filter(|part| part.1 == "once, please").count();
    assert_eq!(said, 1);
    let events = server.dump().await.lines().filter(|row| row.starts_with("events:")).count();
    assert_eq!(events, 2);
}

#[tokio::test]
async fn every_write_can_be_repeated() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let part = server.say(&id, admin(ADA, "reply", "secret")).await.id();
    let gone = server.conversation_of_ana().await;
    let writes: Vec<(&str, String, Value)> = vec![
        ("POST", String::new(), begin(LEO, "hello")),
        ("POST", format!("/{id}/reply"), admin(ADA, "note", "careful")),
        ("PATCH", format!("/{id}"), json!({ "state": "closed", "actingAdminId": ADA })),
        ("POST", format!("/{id}/participants"), json!({ "participant": { "id": LEO } })),
        ("DELETE", format!("/{id}/participants"), json!({ "id": LEO })),
        ("POST", format!("/{id}/tags"), json!({ "tagId": VIP, "actingAdminId": ADA })),
        ("DELETE", format!("/{id}/tags/{VIP}"), json!({ "actingAdminId": ADA })),
        (
            "POST",
            "/redact".into(),
            json!({ "conversationId": id, "conversationPartId": part, "type": "conversation_part" }),
        ),
        ("DELETE", format!("/{gone}"), Value::Null),
    ];
    for (count, (method, path, body)) in writes.iter().enumerate() {
        let key = format!("write {count}");
        let key = [("idempotency-key", key.as_str())];
        let first = server.call(&server.ada, method, path, body, &key).await;
        assert!(first.status < 300, "{method} {path}: {}", first.text);
        let after = server.dump().await;
        let second = server.call(&server.ada, method, path, body, &key).await;
        assert_eq!((first.status, &first.text), (second.status, &second.text), "{method} {path}");
        assert!(after == server.dump().await, "{method} {path} had two effects");
    }
}

#[tokio::test]
async fn a_key_is_good_for_one_request_of_one_person() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}/reply");
    let key = [("idempotency-key", "k")];
    let send =
        async |token: &str, body: &Value| server.call(token, "POST", &path, body, &key).await;
    assert_eq!(send(&server.ada, &admin(ADA, "reply", "one")).await.status, 201);
    let other = send(&server.ada, &admin(ADA, "reply", "two")).await;
    assert_eq!((other.status, other.code()), (400, "invalid_request"));
    // The same words are Ana's own under her own key.
    assert_eq!(send(&server.ana, &contact_reply(ANA, "three")).await.status, 201);
    assert_eq!(parts(&server.get(&server.ada, &format!("/{id}")).await.body).len(), 3);
}

#[tokio::test]
async fn a_refusal_is_not_kept() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}/tags/{VIP}");
    let body = json!({ "actingAdminId": ADA });
    let key = [("idempotency-key", "k")];
    let early = server.call(&server.ada, "DELETE", &path, &body, &key).await;
    assert_eq!(early.status, 404);
    let attach = json!({ "tagId": VIP, "actingAdminId": ADA });
    assert_eq!(server.post(&server.ada, &format!("/{id}/tags"), attach).await.status, 200);
    let late = server.call(&server.ada, "DELETE", &path, &body, &key).await;
    assert_eq!(late.status, 200);
}

#[tokio::test]
async fn the_command_is_known_by_its_part_to_its_author() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}/reply");
    let send = async |token: &str, key: &str, body: Value| {
        let key = [("idempotency-key", key)];
        assert_eq!(server.call(token, "POST", &path, &body, &key).await.status, 201);
    };
    send(&server.ana, "ana-1", contact_reply(ANA, "one")).await;
    send(&server.ada, "ada-1", admin(ADA, "reply", "two")).await;
    let seen = async |token: &str| server.get(token, &format!("/{id}")).await.text;
    let (agents, anas) = (seen(&server.ada).await, seen(&server.ana).await);
    assert!(agents.contains("ana-1") && agents.contains("ada-1"));
    assert!(anas.contains("ana-1") && !anas.contains("ada-1"));
}
