//! Visitors: a token for somebody whom nobody knows yet.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use inbox_server::http::Settings;
use serde_json::{Value, json};

use crate::server::{Server, begin};

#[tokio::test]
async fn a_visitor_becomes_a_lead_with_a_token() {
    let server = Server::new().await;
    let body = json!({ "name": "Mia", "email": "mia@home.example" });
    let visitor = server.own(None, "POST", "/visitor", &body, &[]).await;
    assert_eq!(visitor.status, 201);
    let token = visitor.body["token"].as_str().unwrap();
    let id = visitor.body["contact"]["id"].as_str().unwrap();
    assert_eq!(visitor.body["contact"]["kind"], "lead");
    assert_eq!(server.post(token, "", begin(id, "hello")).await.status, 201);
    assert_eq!(server.get(token, "").await.body["data"].as_array().unwrap().len(), 1);
    // What is kept of a token is its digest.
    assert!(!server.dump().await.contains(token.trim_start_matches("ict_")));
    // An unproven address leads to nobody's conversations.
    let claim = json!({ "email": "ana@home.example" });
    server.conversation_of_ana().await;
    let other = server.own(None, "POST", "/visitor", &claim, &[]).await.body;
    let listed = server.get(other["token"].as_str().unwrap(), "").await.body;
    assert_eq!(listed["data"], json!([]));
}

#[tokio::test]
async fn what_a_visitor_says_of_themselves_has_bounds() {
    let server = Server::new().await;
    let before = server.dump().await;
    for body in [json!([]), json!({ "name": 7 }), json!({ "name": "x".repeat(256) })] {
        let answer = server.own(None, "POST", "/visitor", &body, &[]).await;
        assert_eq!((answer.status, answer.code()), (400, "invalid_request"), "{body}");
    }
    // Everything that is wrong is told.
    let body = json!({ "name": "a\u{202e}b", "email": "mia@home" });
    let answer = server.own(None, "POST", "/visitor", &body, &[]).await;
    assert_eq!((answer.status, answer.code()), (400, "invalid_request"));
    let problems = &answer.body["error"]["problems"];
    assert_eq!(
        (&problems[0]["field"], &problems[0]["code"]),
        (&json!("name"), &json!("direction_character"))
    );
    assert_eq!(
        problems[1],
        json!({ "field": "email", "code": "not_an_email", "data": { "reason": "host_without_dot" } })
    );
    assert!(before == server.dump().await);
}

async fn statuses(server: &Server, requests: usize, peer: &str, forwarded: &str) -> Vec<u16> {
    let peer: SocketAddr = peer.parse().unwrap();
    let mut statuses = Vec::new();
    for _ in 0..requests {
        let request = Request::post("/visitor").header("x-forwarded-for", forwarded);
        let request = request.extension(ConnectInfo(peer)).body(Body::empty()).unwrap();
        statuses.push(server.send(request).await.status);
    }
    statuses
}

#[tokio::test]
async fn one_address_gets_so_many() {
    let server = Server::new().await;
    let mut first = statuses(&server, 33, "192.0.2.1:1", "198.51.100.1").await;
    assert_eq!(first.pop(), Some(429));
    assert!(first.iter().filter(|status| **status == 201).count() >= 30);
    // The header is anybody's to write, unless a proxy of ours does.
    assert_eq!(statuses(&server, 1, "192.0.2.1:2", "198.51.100.2").await, [429]);
    assert_eq!(statuses(&server, 1, "192.0.2.2:1", "198.51.100.1").await, [201]);
    let settings = Settings { behind_proxy: true, ..Settings::default() };
    let server = Server::with(settings).await;
    let mut first = statuses(&server, 33, "192.0.2.1:1", "203.0.113.9, 198.51.100.1").await;
    assert_eq!(first.pop(), Some(429));
    assert_eq!(statuses(&server, 1, "192.0.2.1:1", "203.0.113.9, 198.51.100.2").await, [201]);
}

fn demo(host: &str, origin: Option<&str>, peer: &str) -> Request<Body> {
    let peer: SocketAddr = peer.parse().unwrap();
    let mut request = Request::post("/demo/session").header("host", host);
    if let Some(origin) = origin {
        request = request.header("origin", origin);
    }
    let body = json!({ "role": "agent" }).to_string();
    request.extension(ConnectInfo(peer)).body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn the_demo_signs_in_on_this_machine_only() {
    let settings = Settings { demo: true, ..Settings::default() };
    let server = Server::with(settings).await;
    let here = "127.0.0.1:50000";
    for (host, origin, peer, status) in [
        ("localhost:8080", None, here, 200),
        ("localhost:8080", Some("http://localhost:8080"), here, 200),
        ("127.0.0.1", None, here, 200),
        ("[::1]:8080", None, "[::1]:50000", 200),
        ("localhost:8080", None, "[::ffff:127.0.0.1]:50000", 200),
        ("localhost:8080", None, "192.0.2.1:50000", 404),
        ("shop.example", None, here, 404),
        ("localhost.shop.example", None, here, 404),
        ("localhost:8080", Some("http://localhost:3000"), here, 404),
        ("localhost:8080", Some("https://evil.example"), here, 404),
        ("localhost:8080", Some("null"), here, 404),
    ] {
        let answer = server.send(demo(host, origin, peer)).await;
        assert_eq!(answer.status, status, "{host} {origin:?} {peer}");
    }
    let agent = server.send(demo("localhost", None, here)).await.body;
    let token = agent["token"].as_str().unwrap();
    let session = server.own(Some(token), "GET", "/session", &Value::Null, &[]).await;
    assert_eq!(session.body["me"]["kind"], "agent");
    let unknown = server
        .own(None, "POST", "/demo/session", &json!({ "role": "king" }), &[("host", "localhost")])
        .await;
    assert_eq!(unknown.status, 400);
}
