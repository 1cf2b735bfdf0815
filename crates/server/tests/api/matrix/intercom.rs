//! Intercom.

use inbox_model::time::MINUTE;
use inbox_server::store::Role;
use serde_json::{Value, json};

use crate::intercom::api::{admin, begin, call, number, user};
use crate::server::{ADA, ANA, LEO, Server, VIP};
use crate::tenants::Second;

/// What each caller is answered, over a conversation of the owner's. The foreign ones belong to
/// another organisation, which has a secret of its own for the update of a part.
#[rustfmt::skip]
const MATRIX: &str = "
| call                   | nobody | garbage | expired | revoked | agent | foreign agent | owner | other | visitor | foreign customer |
|------------------------|--------|---------|---------|---------|-------|---------------|-------|-------|---------|------------------|
| list                   | 401    | 401     | 401     | 401     | 200   | 200           | 200   | 200   | 200     | 200              |
| retrieve               | 401    | 401     | 401     | 401     | 200   | 404           | 200   | 404   | 404     | 404              |
| create as the owner    | 401    | 401     | 401     | 401     | 200   | 404           | 200   | 403   | 403     | 403              |
| set the title          | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| mark as read           | 401    | 401     | 401     | 401     | 200   | 404           | 200   | 404   | 404     | 404              |
| mark as unread         | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| comment as the owner   | 401    | 401     | 401     | 401     | 200   | 404           | 200   | 403   | 403     | 403              |
| comment as an admin    | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| note                   | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| assign                 | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| snooze                 | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| close                  | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| open                   | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| attach a tag           | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| detach a tag           | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| add a contact          | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| remove a contact       | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| update a part          | 401    | 401     | 401     | 401     | 200   | 403           | 403   | 403   | 403     | 403              |
| redact                 | 401    | 401     | 401     | 401     | 200   | 404           | 403   | 403   | 403     | 403              |
| another endpoint       | 404    | 404     | 404     | 404     | 404   | 404           | 404   | 404   | 404     | 404              |
| another method         | 405    | 405     | 405     | 405     | 405   | 405           | 405   | 405   | 405     | 405              |
";

/// What is asked for. `{id}` is the conversation, `{part}` its first message.
fn request(call: &str, secret: &str) -> (&'static str, &'static str, Value) {
    const ONE: &str = "/conversations/{id}";
    const REPLY: &str = "/conversations/{id}/reply";
    const PARTS: &str = "/conversations/{id}/parts";
    const TAGS: &str = "/conversations/{id}/tags";
    const CUSTOMERS: &str = "/conversations/{id}/customers";
    let ada = number(ADA);
    let acting = json!({ "admin_id": ada });
    match call {
        "list" => ("GET", "/conversations", Value::Null),
        "retrieve" => ("GET", ONE, Value::Null),
        "create as the owner" => {
            let body = json!({ "from": { "type": "user", "id": ANA }, "body": "x" });
            ("POST", "/conversations", body)
        }
        "set the title" => ("PUT", ONE, json!({ "title": "x" })),
        "mark as read" => ("PUT", ONE, json!({ "read": true })),
        "mark as unread" => ("PUT", ONE, json!({ "read": false })),
        "comment as the owner" => ("POST", REPLY, user(ANA, "x")),
        "comment as an admin" => ("POST", REPLY, admin("comment", &json!({ "body": "x" }))),
        "note" => ("POST", REPLY, admin("note", &json!({ "body": "x" }))),
        "assign" => ("POST", PARTS, admin("assignment", &json!({ "assignee_id": "0" }))),
        "snooze" => {
            ("POST", PARTS, admin("snoozed", &json!({ "snoozed_until": 4_000_000_000_i64 })))
        }
        "close" => ("POST", PARTS, admin("close", &json!({}))),
        "open" => ("POST", PARTS, admin("open", &json!({}))),
        "attach a tag" => ("POST", TAGS, json!({ "id": VIP, "admin_id": ada })),
        "detach a tag" => ("DELETE", "/conversations/{id}/tags/{tag}", acting),
        "add a contact" => {
            let customer = json!({ "intercom_user_id": LEO });
            ("POST", CUSTOMERS, json!({ "admin_id": ada, "customer": customer }))
        }
        "remove a contact" => ("DELETE", "/conversations/{id}/customers/{leo}", acting),
        "update a part" => {
            let body =
                json!({ "experimental": true, "secret": secret, "seen": true, "admin_id": ada });
            ("PUT", "/conversations/{id}/conversation_parts/{part}", body)
        }
        "redact" => {
            let body =
                json!({ "type": "source", "conversation_id": "{id}", "source_id": "{part}" });
            ("POST", "/conversations/redact", body)
        }
        "another endpoint" => ("GET", "/contacts", Value::Null),
        "another method" => ("DELETE", ONE, Value::Null),
        other => unreachable!("{other}"),
    }
}

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let id = begin(&server, "<p>Hi</p>").await;
    let shown = call(
        &server,
        Some(&server.ada),
        ("GET", &format!("/conversations/{id}")),
        &Value::Null,
        &[],
    )
    .await;
    let part = shown.body["source"]["id"].as_str().unwrap().to_owned();
    let secret = server.app.store().seal_secret(&server.organisation).await.unwrap();
    let expired = server.token(Role::Agent, ADA, -MINUTE).await;
    let revoked = server.token(Role::Agent, ADA, MINUTE).await;
    server.app.store().revoke_token(&revoked, inbox_server::clock::now()).await.unwrap();
    let visitor = server.own(None, "POST", "/intercom/visitor", &json!({}), &[]).await;
    let visitor = visitor.body["token"].as_str().unwrap().to_owned();
    let callers = [
        ("nobody", None),
        ("garbage", Some("garbage")),
        ("expired", Some(expired.as_str())),
        ("revoked", Some(revoked.as_str())),
        ("agent", Some(server.ada.as_str())),
        ("agent of another organisation", Some(second.cem.as_str())),
        ("owner", Some(server.ana.as_str())),
        ("another customer", Some(server.leo.as_str())),
        ("visitor", Some(visitor.as_str())),
        ("customer of another organisation", Some(second.ana.as_str())),
    ];
    let rows = MATRIX.trim().lines().skip(2);
    assert_eq!(rows.clone().count(), 21);
    for row in rows {
        let mut cells = row.split('|').map(str::trim).filter(|cell| !cell.is_empty());
        let name = cells.next().unwrap();
        let statuses: Vec<u16> = cells.map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(statuses.len(), callers.len(), "{name}");
        let (method, path, body) = request(name, &secret);
        let fill = |text: &str| {
            let text = text.replace("{id}", &id).replace("{part}", &part);
            text.replace("{tag}", VIP).replace("{leo}", LEO)
        };
        let body: Value = serde_json::from_str(&fill(&body.to_string())).unwrap();
        for ((who, token), status) in callers.iter().zip(statuses) {
            let path = fill(path);
            let answer = call(&server, *token, (method, &path), &body, &[]).await;
            assert_eq!(answer.status, status, "{name} by {who}: {}", answer.text);
            assert_eq!(answer.headers.contains_key("www-authenticate"), status == 401);
        }
    }
}

/// The docs show the table as it stands here.
#[test]
fn the_docs_have_the_same_table() {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let docs = std::fs::read_to_string(crates.join("../docs/server.md")).unwrap();
    assert!(docs.contains(MATRIX.trim()), "docs/server.md has another table");
}
