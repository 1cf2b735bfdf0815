//! Stack Auth.

use inbox_dialects::ids::uuid_of_text;
use serde_json::{Value, json};

use super::{Row, callers};
use crate::server::{ADA, ANA, Server};
use crate::stack_auth::{call, change, create, uuid};
use crate::tenants::Second;

/// A foreign conversation is missing (404), what only agents do is not for customers (401), and the
/// vendor knows no 403.
#[rustfmt::skip]
fn table(project: &str) -> Vec<(&'static str, String, Value, Row)> {
    let list = |rest: &str| format!("?projectId=internal{rest}");
    let status = |word: &str| change("status", &json!({ "status": word }));
    let metadata = |body: &Value| change("metadata", body);
    let of_project = |mut body: Value| { body["projectId"] = json!(project); body };
    vec![
        //                                                                                        no  junk  old  gone other agent owner cust  visitor
        ("GET",   list(""),                                   Value::Null,                        [401, 401, 401, 401, 200, 200, 200, 200, 200]),
        ("GET",   list("&status=open&query=x&unread=true"),   Value::Null,                        [401, 401, 401, 401, 200, 200, 200, 200, 200]),
        ("GET",   list("&assignee=none"),                     Value::Null,                        [401, 401, 401, 401, 200, 200, 401, 401, 401]),
        ("GET",   list("&starred=true"),                      Value::Null,                        [401, 401, 401, 401, 200, 200, 401, 401, 401]),
        ("GET",   list("&overdue=true"),                      Value::Null,                        [401, 401, 401, 401, 200, 200, 401, 401, 401]),
        ("GET",   list(&format!("&userId={}", uuid(ANA))),    Value::Null,                        [401, 401, 401, 401, 200, 200, 200, 401, 401]),
        ("GET",   format!("?projectId={project}"),            Value::Null,                        [401, 401, 401, 401, 404, 200, 200, 200, 200]),
        ("GET",   "/{id}?projectId=internal".into(),          Value::Null,                        [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("GET",   format!("/{{id}}?projectId={project}"),     Value::Null,                        [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("POST",  String::new(),                              create(ANA),                        [401, 401, 401, 401, 400, 200, 200, 401, 401]),
        ("POST",  String::new(),                              of_project(create(ANA)),            [401, 401, 401, 401, 404, 200, 200, 401, 401]),
        ("PATCH", "/{id}".into(),                             change("reply", &json!({ "body": "x" })),         [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("PATCH", "/{id}".into(),                             of_project(change("reply", &json!({ "body": "x" }))), [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("PATCH", "/{id}".into(),                             change("internal-note", &json!({ "body": "x" })), [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ("PATCH", "/{id}".into(),                             status("closed"),                   [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ("PATCH", "/{id}".into(),                             status("pending"),                  [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ("PATCH", "/{id}".into(),                             metadata(&json!({})),               [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ("PATCH", "/{id}".into(),                             metadata(&json!({ "priority": "high" })),         [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ("PATCH", "/{id}".into(),                             metadata(&json!({ "tags": ["x"] })),              [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ("PATCH", "/{id}".into(),                             metadata(&json!({ "assignedToUserId": uuid(ADA) })), [401, 401, 401, 401, 404, 200, 401, 401, 401]),
        ("PATCH", "/{id}".into(),                             metadata(&json!({ "inbox": { "read": { "me": true } } })), [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("PATCH", "/{id}".into(),                             metadata(&json!({ "inbox": { "read": { "all_agents": true } } })), [401, 401, 401, 401, 404, 200, 401, 401, 401]),
    ]
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let callers = callers(&server, &second).await;
    for (method, path, body, row) in table(server.organisation.as_str()) {
        for ((name, token), expected) in callers.iter().zip(row) {
            // A conversation anew for each, because whoever is let in changes it.
            let id = uuid_of_text(&server.conversation_of_ana().await).unwrap();
            let path = path.replace("{id}", &id);
            let before = call(
                &server,
                Some(&server.ada),
                "GET",
                &format!("/{id}?projectId=internal"),
                &Value::Null,
            )
            .await;
            let answer = call(&server, token.as_deref(), method, &path, &body).await;
            assert_eq!(
                answer.status, expected,
                "{method} {path} {body} by {name}: {}",
                answer.text
            );
            if answer.status >= 400 {
                let after = call(
                    &server,
                    Some(&server.ada),
                    "GET",
                    &format!("/{id}?projectId=internal"),
                    &Value::Null,
                )
                .await;
                assert_eq!(after.body, before.body, "{method} {path} by {name} left a trace");
            }
        }
    }
}

/// What is another's looks exactly like what does not exist, to whoever asks.
#[tokio::test]
async fn a_foreign_conversation_is_a_missing_one() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let id = uuid_of_text(&server.conversation_of_ana().await).unwrap();
    let missing =
        [uuid_of_text("zzzzzzzz").unwrap(), "00000000-0000-4000-8000-000000000000".into()];
    for token in [&server.leo, &second.cem, &second.ana] {
        for (method, body) in
            [("GET", Value::Null), ("PATCH", change("reply", &json!({ "body": "x" })))]
        {
            let ask = async |id: &str| {
                let path = format!("/{id}?projectId=internal");
                let answer = call(&server, Some(token), method, &path, &body).await;
                (answer.status, answer.text)
            };
            let foreign = ask(&id).await;
            assert_eq!(foreign, (404, "Conversation not found.".into()));
            for missing in &missing {
                assert_eq!(ask(missing).await, foreign);
            }
        }
    }
}
