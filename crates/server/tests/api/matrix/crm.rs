//! CRM.

use serde_json::{Value, json};

use super::{Row, callers};
use crate::crm::{ask, contact_path, conversation, draft, request, sms, uuid};
use crate::server::{ADA, ANA, LEO, Server};
use crate::tenants::Second;

/// A foreign thread is missing (404), and what only agents do is not for customers (403). What is
/// everybody's own (lists, views, counts) an agent of another organisation has of theirs.
#[rustfmt::skip]
fn table() -> Vec<(&'static str, String, Value, Row)> {
    let to_ada = json!({ "assigned_to": uuid(ADA) });
    vec![
        //                                                                              no  junk  old  gone other agent owner cust  visitor
        ("GET",    "/conversations".into(),                 Value::Null,              [401, 401, 401, 401, 200, 200, 200, 200, 200]),
        ("GET",    "/conversations?unread=true".into(),     Value::Null,              [401, 401, 401, 401, 200, 200, 200, 200, 200]),
        ("GET",    "/conversations?scope=mine".into(),      Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",    "/conversations?archived=true".into(),   Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",    "/conversations?overdue=true".into(),    Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",    "/conversations/views".into(),           Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("PUT",    "/conversations/views".into(),           json!({ "views": [] }),   [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",    "/conversations/views/counts".into(),    Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",    "/conversations/sla".into(),             Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        ("GET",    "/conversations/overdue/count".into(),   Value::Null,              [401, 401, 401, 401, 200, 200, 403, 403, 403]),
        // Let in, and then without a file.
        ("POST",   "/conversations/media".into(),           Value::Null,              [401, 401, 401, 401, 422, 422, 403, 403, 403]),
        ("GET",    "{thread}".into(),                       Value::Null,              [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("GET",    "{thread}/messages".into(),              Value::Null,              [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("POST",   "{thread}/messages".into(),              sms("Hi"),                [401, 401, 401, 401, 404, 201, 201, 404, 404]),
        ("POST",   "{thread}/read".into(),                  Value::Null,              [401, 401, 401, 401, 404, 200, 200, 404, 404]),
        ("POST",   "{thread}/unread".into(),                Value::Null,              [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("POST",   "{thread}/star".into(),                  Value::Null,              [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("DELETE", "{thread}/star".into(),                  Value::Null,              [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("POST",   "{thread}/assign".into(),                to_ada,                   [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("POST",   "{thread}/archive".into(),               json!({ "archived": true }), [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("POST",   "{thread}/suggestions/{draft}/send".into(),    Value::Null,        [401, 401, 401, 401, 404, 201, 403, 403, 403]),
        ("POST",   "{thread}/suggestions/{draft}/dismiss".into(), Value::Null,        [401, 401, 401, 401, 404, 200, 403, 403, 403]),
        ("POST",   contact_path(ANA),                       Value::Null,              [401, 401, 401, 401, 404, 201, 201, 403, 403]),
        ("POST",   contact_path(LEO),                       Value::Null,              [401, 401, 401, 401, 404, 201, 403, 201, 403]),
    ]
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let callers = callers(&server, &second).await;
    for (method, path, body, row) in table() {
        for ((name, token), expected) in callers.iter().zip(row) {
            // A thread with a draft anew for each, because whoever is let in changes it.
            let (thread, id) = conversation(&server).await;
            let waiting = uuid(&draft(&server, &id, "Hi").await);
            let path = path.replace("{thread}", &thread).replace("{draft}", &waiting);
            let state = || request(Some(&server.ada), "GET", &thread, &Value::Null, &[]);
            let before = ask(&server, state()).await.body;
            let answer = ask(&server, request(token.as_deref(), method, &path, &body, &[])).await;
            assert_eq!(answer.status, expected, "{method} {path} by {name}: {}", answer.text);
            if answer.status >= 400 {
                // Whoever is not let in has changed nothing.
                assert_eq!(ask(&server, state()).await.body, before, "{method} {path} by {name}");
            }
        }
    }
}
