//! Canned replies: one list for all agents of an organisation, beneath every dialect.

use serde_json::{Value, json};

use crate::server::Server;

async fn names(server: &Server, prefix: &str, token: &str) -> Vec<String> {
    let path = format!("{prefix}/canned-replies");
    let answer = server.own(Some(token), "GET", &path, &Value::Null, &[]).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let replies = answer.body["replies"].as_array().unwrap();
    replies.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_one_agent_keeps_every_agent_has_in_every_system() {
    let server = Server::new().await;
    let put = async |prefix: &str, id: &str, name: &str, text: &str| {
        let path = format!("{prefix}/canned-replies/{id}");
        let body = json!({ "name": name, "text": text });
        server.own(Some(&server.ada), "PUT", &path, &body, &[]).await
    };
    let before = names(&server, "", &server.ada).await;
    assert_eq!(put("/featurebase", "r1", " Refund ", "Hi {{customer.name}}").await.status, 200);
    assert_eq!(put("/crm/api/v1", "r2", "address", "Where do you live?").await.status, 200);
    let all = put("/voicebot/third-party/v1", "r1", "Refunds", "Hello").await;
    let own: Vec<_> = all.body["replies"].as_array().unwrap().iter().collect();
    assert_eq!(own.len(), before.len() + 2);
    for prefix in ["", "/intercom", "/stack-auth/api/v1"] {
        let names = names(&server, prefix, &server.ada).await;
        assert_eq!(names, ["address", "Refunds"], "{prefix}");
    }
    let gone = server.own(Some(&server.ada), "DELETE", "/canned-replies/r2", &Value::Null, &[]);
    assert_eq!(gone.await.status, 200);
    assert_eq!(names(&server, "/crm/api/v1", &server.ada).await, ["Refunds"]);
}

#[tokio::test]
async fn what_cannot_be_kept_is_told_with_its_field() {
    let server = Server::new().await;
    let fields = async |id: &str, body: Value| {
        let path = format!("/canned-replies/{id}");
        let answer = server.own(Some(&server.ada), "PUT", &path, &body, &[]).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
        let problems = answer.body["error"]["problems"].as_array().cloned().unwrap_or_default();
        let field = |one: &Value| one["field"].as_str().unwrap().to_owned();
        problems.iter().map(field).collect::<Vec<_>>()
    };
    assert_eq!(fields("r1", json!({ "name": "", "text": " " })).await, ["name", "text"]);
    assert_eq!(fields("r-1", json!({ "name": "n", "text": "t" })).await, ["id"]);
    assert_eq!(fields("r1", json!([])).await, [""; 0]);
}
