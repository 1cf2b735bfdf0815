//! The Voicebot API: who may do what.

use inbox_model::time::DAY;
use serde_json::{Value, json};

use super::{Row, callers};
use crate::server::Server;
use crate::tenants::Second;
use crate::voicebot::{PREFIX, number, text};

/// `{id}` is the owner's conversation, `{message}` its first message, `{old}` one on `WhatsApp` whose
/// window has closed. A foreign conversation is missing (404); what only agents do is not for
/// customers (403).
fn rows() -> Vec<(&'static str, &'static str, Value, Row)> {
    let reaction = json!({ "reaction": "👍" });
    #[rustfmt::skip]
    let rows = vec![
        //                                                                                                                none garb. exp. rev. fore. agent owner other visitor
        ("GET",   "/conversations",                                        Value::Null,                                  [401, 401, 401, 401, 200, 200, 200, 200, 200]),
        ("GET",   "/conversations?starred=true",                           Value::Null,                                  [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",   "/conversations?user_id=none",                           Value::Null,                                  [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",   "/conversations/{id}",                                   Value::Null,                                  [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("PATCH", "/conversations/{id}",                                   json!({ "status": "done" }),                  [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("POST",  "/conversations/{old}/restart",                          Value::Null,                                  [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("POST",  "/conversations/{id}/mark-read",                         json!({}),                                    [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("GET",   "/conversations/{id}/messages",                          Value::Null,                                  [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("POST",  "/conversations/{id}/messages",                          text("hi"),                                   [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("GET",   "/conversations/{id}/messages/{message}",                Value::Null,                                  [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("POST",  "/conversations/{id}/messages/{message}/set-reaction",   reaction,                                     [401, 401, 401, 401, 404, 200, 200, 404, 404]),
    ];
    rows
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let callers = callers(&server, &second).await;
    for (method, path, body, statuses) in rows() {
        for ((caller, token), status) in callers.iter().zip(statuses) {
            // Anew for each, because who is let in changes it.
            let id = number(&server.conversation_of_ana().await);
            let old = number(&server.whatsapp_of_ana(2 * DAY, true).await);
            let messages = format!("/conversations/{id}/messages");
            let messages = server.vb(&server.ada, "GET", &messages, Value::Null).await;
            let path = path
                .replace("{id}", &id.to_string())
                .replace("{old}", &old.to_string())
                .replace("{message}", &messages.body["data"][0]["id"].to_string());
            let before = server.dump().await;
            let path = format!("{PREFIX}{path}");
            let answer = server.own(token.as_deref(), method, &path, &body, &[]).await;
            assert_eq!(answer.status, status, "{method} {path} by {caller}: {}", answer.text);
            if status >= 400 {
                assert!(
                    before == server.dump().await,
                    "{method} {path} by {caller} changed the store"
                );
            }
        }
    }
}
