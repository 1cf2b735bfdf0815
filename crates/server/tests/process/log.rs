//! The log: a line for every request, and nobody's secrets in it.

use serde_json::{Value, json};

use crate::client::send;
use crate::program::Folder;

#[tokio::test]
async fn a_request_is_one_line_without_tokens_bodies_queries_or_ids() {
    let folder = Folder::new();
    let token = folder.say(&["token", "create", "--role", "agent", "--name", "Ada"]).await;
    let customer = folder.say(&["token", "create", "--role", "customer", "--contact", "u7"]).await;
    let server = folder.serve(&["--log", "json"]).await;
    let call = async |token: &str, head: &str, body: &str| {
        let authorization = format!("Bearer {}", token.trim());
        let headers = [("authorization", authorization.as_str())];
        send(&server.address, head, &headers, body).await.unwrap()
    };
    let (_, session) = call(&customer, "GET /session", "").await;
    let contact = session["me"]["id"].as_str().unwrap();
    let body =
        json!({ "from": { "type": "contact", "id": contact }, "bodyMarkdown": "sentinel-words" });
    let path = "/featurebase/v2/conversations";
    let (status, begun) = call(&customer, &format!("POST {path}"), &body.to_string()).await;
    assert_eq!(status, 201);
    let id = begun["id"].as_str().unwrap();
    let statuses = [
        call(&token, &format!("GET {path}/{id}"), "").await.0,
        call(&token, &format!("GET {path}?tagIds=sentinel-query"), "").await.0,
        call(&customer, &format!("DELETE {path}/{id}"), "").await.0,
        call("sentinel-token", &format!("GET {path}"), "").await.0,
        call(&token, "GET /sentinel-path", "").await.0,
    ];
    assert_eq!(statuses, [200, 200, 403, 401, 404]);
    assert_eq!(server.stop().await, Some(0));
    let log = folder.log();
    for secret in ["sentinel", token.trim(), customer.trim(), contact, id, "Bearer"] {
        assert!(!log.contains(secret), "{secret} is in the log:\n{log}");
    }
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let requests: Vec<_> = lines.iter().filter(|line| line["message"] == "request").collect();
    let told: Vec<_> = requests
        .iter()
        .map(|line| json!([line["method"], line["route"], line["status"], line["principal"]]))
        .collect();
    let one = format!("{path}/{{id}}");
    let expected = [
        json!(["GET", "/session", 200, "customer"]),
        json!(["POST", path, 201, "customer"]),
        json!(["GET", one, 200, "agent"]),
        json!(["GET", path, 200, "agent"]),
        json!(["DELETE", one, 403, "customer"]),
        json!(["GET", path, 401, "-"]),
        json!(["GET", "-", 404, "-"]),
    ];
    assert_eq!(told, expected);
    assert!(requests.iter().all(|line| line["millis"].is_u64() && line["request_id"].as_str().unwrap().len() == 36));
}
