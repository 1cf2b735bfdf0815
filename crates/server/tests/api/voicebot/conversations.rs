//! Status, user, reading, and what stands on a conversation.

use serde_json::{Value, json};

use super::{number, person, text};
use crate::server::{ADA, ANA, BEN, Server, admin, contact_reply};

#[tokio::test]
async fn what_one_dialect_writes_the_other_shows() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    server.say(&id, admin(ADA, "note", "among us")).await;
    server.say(&id, admin(ADA, "reply", "we are on it")).await;
    let path = format!("/conversations/{}", number(&id));
    let answer = server.vb(&server.ada, "GET", &path, Value::Null).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let told = &answer.body["data"];
    assert_eq!(told["id"], number(&id));
    assert_eq!((&told["channel"], &told["status"]), (&json!("widget"), &json!("to-do")));
    assert_eq!(told["customer"]["id"], person(ANA));
    assert_eq!(told["customer"]["name"], "Ana");
    assert_eq!(told["latest_message"]["contents"][0]["content"], "we are on it");
    assert_eq!(told["latest_message"]["user_id"], person(ADA));
    assert_eq!(told["latest_customer_message"]["contents"][0]["content"], "hello there");
    assert_eq!(told["latest_note"]["text"], "among us");
    assert_eq!(told["last_customer_reply_from"], told["created_at"]);
    // A channel without a window: a reply is possible, and there is no end to tell.
    assert_eq!(told["reply_possible"], true);
    assert!(told.get("reply_until").is_none());
    let answer = server.vb(&server.ada, "GET", &format!("{path}/messages"), Value::Null).await;
    let messages = answer.body["data"].as_array().unwrap();
    let said: Vec<_> = messages.iter().map(|one| one["contents"][0]["content"].clone()).collect();
    // The note is in our own form alone.
    assert_eq!(said, [json!("hello there"), Value::Null, json!("we are on it")]);
    assert_eq!(messages[1]["inbox"]["body"]["kind"], "note");
}

#[tokio::test]
async fn a_patch_changes_status_and_user_and_answers_bare() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/conversations/{}", number(&id));
    let patch = async |body: Value| server.vb(&server.ada, "PATCH", &path, body).await;
    let answer = patch(json!({ "status": "in-progress", "user_id": person(BEN) })).await;
    assert_eq!(answer.body["status"], "in-progress");
    assert_eq!(answer.body["user"], json!({ "id": person(BEN), "name": "Ben", "email": null }));
    let answer = patch(json!({ "status": "done" })).await;
    assert_eq!(
        (&answer.body["status"], &answer.body["user"]["id"]),
        (&json!("done"), &json!(person(BEN)))
    );
    let answer = patch(json!({ "status": "in-progress", "user_id": null })).await;
    assert_eq!(answer.body["status"], "in-progress");
    assert!(answer.body.get("user").is_none());
    let answer = patch(json!({ "status": "to-do" })).await;
    assert_eq!(answer.body["status"], "to-do");
    // Nothing asked for, nothing changed.
    let before = server.dump().await;
    assert_eq!(patch(json!({})).await.status, 200);
    assert_eq!(patch(json!({ "status": "to-do" })).await.status, 200);
    assert_eq!(server.dump().await, before);
}

/// Both or neither.
#[tokio::test]
async fn a_user_who_is_not_there_changes_nothing() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/conversations/{}", number(&id));
    let before = server.dump().await;
    for user in
        [json!(1), json!(person(ANA)), json!(9_007_199_254_740_991_u64), json!(-1), json!("x")]
    {
        let body = json!({ "status": "done", "user_id": user });
        let answer = server.vb(&server.ada, "PATCH", &path, body).await;
        assert_eq!(answer.status, 422, "{user}: {}", answer.text);
    }
    let answer = server.vb(&server.ada, "PATCH", &path, json!({ "status": "closed" })).await;
    assert_eq!(answer.status, 422);
    assert_eq!(server.dump().await, before);
}

/// Snoozing is independent of the status, and the other dialects' affair.
#[tokio::test]
async fn what_is_put_aside_is_to_do() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let until = "2126-01-10T15:00:00.000Z";
    let body = json!({ "state": "snoozed", "snoozedUntil": until, "actingAdminId": ADA });
    assert_eq!(server.patch(&server.ada, &format!("/{id}"), body).await.status, 200);
    let path = format!("/conversations/{}", number(&id));
    let answer = server.vb(&server.ada, "GET", &path, Value::Null).await;
    let told = &answer.body["data"];
    assert_eq!((&told["status"], &told["snooze_until"]), (&json!("to-do"), &json!(until)));
    let answer = server.vb(&server.ada, "PATCH", &path, json!({ "status": "to-do" })).await;
    assert_eq!(answer.body["snooze_until"], Value::Null);
}

#[tokio::test]
async fn reading_moves_the_readers_own_receipt() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/conversations/{}", number(&id));
    let unread = |answer: &crate::server::Answer| answer.body["data"]["inbox"]["unread"].clone();
    let answer = server.vb(&server.ada, "GET", &path, Value::Null).await;
    assert_eq!(answer.body["data"]["unread_customer_messages_count"], 1);
    let read = format!("{path}/mark-read");
    let answer = server.vb(&server.ada, "POST", &read, json!({ "mark_external": true })).await;
    assert_eq!((answer.status, &unread(&answer)), (200, &json!(0)));
    assert_eq!(answer.body["data"]["latest_customer_message"]["status"], "read");
    // Without a body too.
    server.say(&id, contact_reply(ANA, "more")).await;
    assert_eq!(unread(&server.vb(&server.ada, "POST", &read, Value::Null).await), 0);
    server.say(&id, admin(ADA, "reply", "we say")).await;
    let answer = server.vb(&server.ana, "GET", &path, Value::Null).await;
    assert_eq!(unread(&answer), 1);
    // The count of the vendor's is about what the company has not read.
    assert!(answer.body["data"].get("unread_customer_messages_count").is_none());
    assert_eq!(unread(&server.vb(&server.ana, "POST", &read, json!({})).await), 0);
}

#[tokio::test]
async fn a_repeated_request_has_one_effect() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("{}/conversations/{}/messages", super::PREFIX, number(&id));
    let send = async |body: Value, key: &str| {
        let headers = [("idempotency-key", key)];
        server.own(Some(&server.ada), "POST", &path, &body, &headers).await
    };
    let first = send(text("once"), "k-1").await;
    assert_eq!(first.body["data"]["inbox"]["commandId"], "k-1");
    assert_eq!(send(text("once"), "k-1").await.text, first.text);
    assert_eq!(send(text("twice"), "k-1").await.status, 409);
    let path = format!("/conversations/{}/messages", number(&id));
    let answer = server.vb(&server.ada, "GET", &path, Value::Null).await;
    assert_eq!(answer.body["data"].as_array().unwrap().len(), 2);
}
