//! The CRM's routes. Every answer is held to the contract.

mod attack;
pub(crate) mod files;
mod messages;
mod open;
mod rows;
mod state;
mod suggestions;
mod views;

use axum::body::Body;
use axum::http::Request;
use inbox_dialects::ids::uuid_of_text;
use serde_json::{Value, json};

use crate::contract::Contract;
use crate::server::{ANA, Answer, Server};

static CONTRACT: Contract = Contract::new("crm");

/// Below which the vendor's own paths stand.
pub(crate) const PREFIX: &str = "/crm/api/v1";

/// An id of the store as the vendor writes it.
pub(crate) fn uuid(id: &str) -> String {
    uuid_of_text(id).unwrap()
}

/// Sends a request, and holds the answer to the contract.
pub(crate) async fn ask(server: &Server, request: Request<Body>) -> Answer {
    let method = request.method().to_string();
    let path = request.uri().to_string();
    let path = path.strip_prefix(PREFIX).unwrap().to_owned();
    let answer = server.send(request).await;
    if answer.status >= 400 {
        CONTRACT.assert_valid("/components/schemas/Error", &answer.body);
        let is_unauthorized = answer.status == 401;
        assert_eq!(answer.headers.contains_key("www-authenticate"), is_unauthorized);
    } else {
        CONTRACT.assert_answer(&method, &path, answer.status, &answer.body);
    }
    answer
}

/// A request under somebody's token, if there is one.
pub(crate) fn request(
    token: Option<&str>,
    method: &str,
    path: &str,
    body: &Value,
    headers: &[(&str, &str)],
) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(format!("{PREFIX}{path}"));
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
    request.body(body).unwrap()
}

pub(crate) async fn call(
    server: &Server,
    token: &str,
    method: &str,
    path: &str,
    body: Value,
) -> Answer {
    ask(server, request(Some(token), method, path, &body, &[])).await
}

pub(super) async fn get(server: &Server, token: &str, path: &str) -> Answer {
    call(server, token, "GET", path, Value::Null).await
}

pub(super) async fn post(server: &Server, token: &str, path: &str, body: Value) -> Answer {
    call(server, token, "POST", path, body).await
}

/// The path of a conversation that Ana has begun, and its id in the store.
pub(crate) async fn conversation(server: &Server) -> (String, String) {
    let id = server.conversation_of_ana().await;
    (format!("/conversations/{}", uuid(&id)), id)
}

/// An SMS.
pub(crate) fn sms(text: &str) -> Value {
    json!({ "channel": "sms", "body": text })
}

/// The ids of the rows of a list.
pub(crate) fn ids(list: &Value) -> Vec<String> {
    let rows = list["items"].as_array().unwrap().iter();
    rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

/// A draft that waits in a conversation of the store; its id there.
pub(crate) async fn draft(server: &Server, conversation: &str, text: &str) -> String {
    use inbox_model::{Command, Content};
    use inbox_server::store::{Act, bot};

    let now = inbox_server::clock::now();
    let mut write = server.app.store().write(&server.organisation, now).await.unwrap();
    let suggest = Command::Suggest { contents: vec![Content::text(text)] };
    let id = conversation.into();
    let written = write.apply(&id, None, &[Act::new(&bot(), suggest)]).await.unwrap();
    write.finish(None).await.unwrap();
    written.added[0].id.to_string()
}

/// Where Ana's conversations are opened.
pub(crate) fn contact_path(contact: &str) -> String {
    format!("/contacts/{}/conversations", uuid(contact))
}

/// The client reads what the server says of everybody's ids, and uses it.
#[tokio::test]
async fn every_id_is_a_uuid_and_leads_back() {
    let server = Server::new().await;
    let (path, id) = conversation(&server).await;
    let thread = get(&server, &server.ada, &path).await.body;
    assert_eq!((&thread["id"], &thread["contact_id"]), (&json!(uuid(&id)), &json!(uuid(ANA))));
    let session = format!("{PREFIX}/session");
    let session = server.own(Some(&server.ada), "GET", &session, &Value::Null, &[]).await.body;
    let me = session["me"]["id"].clone();
    let to_me = json!({ "assigned_to": me });
    let assigned = post(&server, &server.ada, &format!("{path}/assign"), to_me).await;
    assert_eq!(assigned.body["assigned_to"], me);
    // Our own id is no id here.
    assert_eq!(get(&server, &server.ada, &format!("/conversations/{id}")).await.status, 404);
}
