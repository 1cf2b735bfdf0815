//! Who may do what, beyond the tables in `matrix`.

use inbox_server::store::Role;
use serde_json::{Value, json};

use crate::server::{ADA, LEO, Server, contact_reply};

#[tokio::test]
async fn what_is_no_token_lets_nobody_in() {
    let server = Server::new().await;
    let nobody = server.token(Role::Agent, "no-such-agent", 60_000).await;
    let before = server.dump().await;
    for token in ["", "garbage", "iat_garbage", "ict_garbage", "a.b.c", &nobody] {
        for prefix in ["/featurebase/v2/conversations", "/session"] {
            let answer = server.own(Some(token), "GET", prefix, &Value::Null, &[]).await;
            assert_eq!((answer.status, answer.code()), (401, "unauthorized"), "{token} {prefix}");
        }
    }
    assert!(before == server.dump().await);
}

#[tokio::test]
async fn what_is_anothers_looks_exactly_like_what_is_not_there() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    for (method, suffix, body) in [
        ("GET", "", Value::Null),
        ("POST", "/reply", contact_reply(LEO, "x")),
        ("PATCH", "", json!({ "markAsRead": { "contactIds": [LEO] } })),
    ] {
        let foreign = server.call(&server.leo, method, &format!("/{id}{suffix}"), &body, &[]).await;
        let unknown =
            server.call(&server.leo, method, &format!("/nosuchthing{suffix}"), &body, &[]).await;
        assert_eq!((foreign.status, &foreign.text), (404, &unknown.text), "{method} {suffix}");
    }
    let typing = |id: &str| json!({ "conversationId": id, "typing": true });
    let foreign = server.own(Some(&server.leo), "POST", "/live/typing", &typing(&id), &[]).await;
    let unknown = server.own(Some(&server.leo), "POST", "/live/typing", &typing("no"), &[]).await;
    assert_eq!((foreign.status, &foreign.text), (404, &unknown.text));
    assert!(server.get(&server.leo, "").await.body["data"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_contact_who_is_brought_in_sees_and_one_who_is_taken_out_does_not() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}");
    let participants = format!("/{id}/participants");
    assert_eq!(server.get(&server.leo, &path).await.status, 404);
    let add = json!({ "participant": { "id": LEO }, "actingAdminId": ADA });
    assert_eq!(server.post(&server.ada, &participants, add).await.status, 200);
    let seen = server.get(&server.leo, &path).await;
    assert_eq!(seen.status, 200);
    assert!(!seen.text.contains("ana@home.example"), "{}", seen.text);
    assert_eq!(server.delete(&server.ada, &participants, json!({ "id": LEO })).await.status, 200);
    assert_eq!(server.get(&server.leo, &path).await.status, 404);
}
