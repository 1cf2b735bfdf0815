//! Requests to the API, and what tests need of its answers.

use axum::body::Body;
use axum::http::Request;
use inbox_dialects::ids::number_of_person;
use serde_json::{Value, json};

use super::contract;
use crate::server::{ADA, ANA, Answer, Server};

/// The number by which an agent is known here.
pub(crate) fn number(id: &str) -> String {
    number_of_person(id).unwrap().to_string()
}

/// Sends a request and holds the answer to the contract.
pub(crate) async fn call(
    server: &Server,
    token: Option<&str>,
    (method, path): (&str, &str),
    body: &Value,
    headers: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder().method(method).uri(format!("/intercom{path}"));
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = match body {
        Value::Null => Body::empty(),
        // What is no JSON is sent as it is.
        Value::String(text) => Body::from(text.clone()),
        body => Body::from(body.to_string()),
    };
    let answer = server.send(request.body(body).unwrap()).await;
    contract::assert_answer(method, path, answer.status, &answer.body);
    answer
}

pub(crate) async fn get(server: &Server, token: &str, path: &str) -> Answer {
    call(server, Some(token), ("GET", path), &Value::Null, &[]).await
}

pub(crate) async fn post(server: &Server, token: &str, path: &str, body: Value) -> Answer {
    call(server, Some(token), ("POST", path), &body, &[]).await
}

pub(crate) async fn put(server: &Server, token: &str, path: &str, body: Value) -> Answer {
    call(server, Some(token), ("PUT", path), &body, &[]).await
}

/// Ana begins a conversation; its id.
pub(crate) async fn begin(server: &Server, html: &str) -> String {
    let body = json!({ "from": { "type": "user", "id": ANA }, "body": html });
    let answer = post(server, &server.ana, "/conversations", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.body["conversation_id"].as_str().unwrap().to_owned()
}

/// What an admin does, Ada by default.
pub(crate) fn admin(message_type: &str, more: &Value) -> Value {
    let mut body =
        json!({ "message_type": message_type, "type": "admin", "admin_id": number(ADA) });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    body
}

/// What a contact says.
pub(crate) fn user(contact: &str, html: &str) -> Value {
    json!({ "message_type": "comment", "type": "user", "intercom_user_id": contact, "body": html })
}

/// The parts after the first as `(part_type, body)`.
pub(crate) fn parts(conversation: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let parts = conversation["conversation_parts"]["conversation_parts"].as_array().unwrap();
    parts.iter().map(|part| (text(&part["part_type"]), text(&part["body"]))).collect()
}

/// The code of an error.
pub(crate) fn code(answer: &Answer) -> &str {
    answer.body["errors"][0]["code"].as_str().unwrap_or_default()
}
