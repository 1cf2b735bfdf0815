//! The Voicebot API: who may do what.

use inbox_model::time::DAY;
use inbox_server::clock;
use inbox_server::store::Role;
use serde_json::{Value, json};

use crate::server::{ADA, Server};
use crate::tenants::Second;
use crate::voicebot::{number, text};

/// Those who call, in the order of the columns.
const CALLERS: [&str; 9] = [
    "no token",
    "garbage",
    "expired",
    "revoked",
    "foreign agent",
    "agent",
    "owner",
    "other",
    "visitor",
];

/// An endpoint with a body that would do, and each caller's status. `{id}` is the owner's
/// conversation, `{message}` its first message, `{old}` one on `WhatsApp` whose window has closed.
type Row = (&'static str, &'static str, Value, [u16; 9]);

fn rows() -> Vec<Row> {
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
    let visitor = server.own(None, "POST", "/visitor", &Value::Null, &[]).await;
    let visitor = visitor.body["token"].as_str().unwrap().to_owned();
    let expired = server.token(Role::Agent, ADA, -1).await;
    let revoked = server.token(Role::Agent, ADA, DAY).await;
    assert!(server.app.store().revoke_token(&revoked, clock::now()).await.unwrap());
    let tokens = [
        "",
        "garbage",
        &expired,
        &revoked,
        &second.cem,
        &server.ada,
        &server.ana,
        &server.leo,
        &visitor,
    ];
    for (method, path, body, statuses) in rows() {
        for ((caller, token), status) in CALLERS.iter().zip(tokens).zip(statuses) {
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
            let answer = server.vb(token, method, &path, body.clone()).await;
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
