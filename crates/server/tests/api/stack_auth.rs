//! The Stack Auth API: every answer is held to the vendored contract.

mod attacks;
mod conversations;
mod metadata;
mod turns;

use axum::body::Body;
use axum::http::Request;
use inbox_dialects::ids::uuid_of_text;
use serde_json::{Value, json};

use crate::contract::Contract;
use crate::server::{Answer, Server};

static CONTRACT: Contract = Contract::new("stackauth");

/// The UUID of an id of the store.
pub(crate) fn uuid(id: &str) -> String {
    uuid_of_text(id).unwrap()
}

/// Sends a request as the vendor's client does.
pub(crate) async fn call(
    server: &Server,
    token: Option<&str>,
    method: &str,
    path: &str,
    body: &Value,
) -> Answer {
    call_with(server, token, method, path, body, &[]).await
}

/// The same with more headers.
pub(crate) async fn call_with(
    server: &Server,
    token: Option<&str>,
    method: &str,
    path: &str,
    body: &Value,
    headers: &[(&str, &str)],
) -> Answer {
    let below = format!("/internal/conversations{path}");
    let mut request = Request::builder()
        .method(method)
        .uri(format!("/stack-auth/api/v1{below}"))
        .header("x-stack-access-type", "client")
        .header("x-stack-project-id", "internal")
        .header("content-type", "application/json");
    if let Some(token) = token {
        request = request.header("x-stack-access-token", token);
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let content = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
    let answer = server.send(request.body(content).unwrap()).await;
    check(method, &below, &answer);
    answer
}

/// JSON answers are as the schema says, errors with a code repeat it in the header, and the two
/// sentences are the contract's.
pub(crate) fn check(method: &str, path: &str, answer: &Answer) {
    let content = answer.headers.get("content-type").unwrap().to_str().unwrap();
    if content == "application/json" {
        CONTRACT.assert_answer(method, path, answer.status, &answer.body);
        let code = answer.headers.get("x-stack-known-error").map(|code| code.to_str().unwrap());
        assert_eq!(code, answer.body["code"].as_str().filter(|_| answer.status >= 400));
        return;
    }
    assert_eq!(content, "text/plain; charset=utf-8");
    let is_known = match answer.status {
        404 => answer.text == "Conversation not found.",
        400 => answer.text.starts_with("Conversation is already "),
        _ => false,
    };
    assert!(is_known, "{method} {path}: {} {}", answer.status, answer.text);
}

/// A change of this type.
pub(crate) fn change(kind: &str, fields: &Value) -> Value {
    let mut body = json!({ "projectId": "internal", "type": kind });
    for (name, value) in fields.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

/// A new conversation with a contact.
pub(crate) fn create(contact: &str) -> Value {
    json!({
        "projectId": "internal", "userId": uuid(contact), "subject": "Help",
        "initialMessage": "hello there", "priority": "high",
    })
}

/// Creates one; its UUID.
pub(crate) async fn begun(server: &Server, token: &str, body: &Value) -> String {
    let answer = call(server, Some(token), "POST", "", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body["conversationId"].as_str().unwrap().to_owned()
}

/// Changes it; the detail.
pub(crate) async fn patched(server: &Server, token: &str, id: &str, body: &Value) -> Value {
    let answer = call(server, Some(token), "PATCH", &format!("/{id}"), body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

/// The detail.
pub(crate) async fn detail(server: &Server, token: &str, id: &str) -> Value {
    let path = format!("/{id}?projectId=internal");
    let answer = call(server, Some(token), "GET", &path, &Value::Null).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body
}

/// The messages as `(type, body)`.
pub(crate) fn messages(detail: &Value) -> Vec<(&str, &str)> {
    let messages = detail["messages"].as_array().unwrap().iter();
    let text = |value: &'static str| value;
    messages
        .map(|message| {
            (message["messageType"].as_str().unwrap(), message["body"].as_str().unwrap_or(text("")))
        })
        .collect()
}
