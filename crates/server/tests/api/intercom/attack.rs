//! Bad input and bad intentions.

use serde_json::{Value, json};

use super::api::{admin, begin, call, code, get, number, post, put, user};
use crate::server::{ADA, ANA, LEO, Server};
use crate::tenants::{ANA_THERE, CEM, Second, TEAM_THERE, VIP_THERE};

/// What is another's looks exactly like what does not exist, but for the request's id.
#[tokio::test]
async fn foreign_things_look_missing() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let id = begin(&server, "<p>Hi</p>").await;
    let same = |one: &Value, two: &Value| assert_eq!(one["errors"], two["errors"]);
    for token in [&server.leo, &second.cem, &second.ana] {
        let foreign = get(&server, token, &format!("/conversations/{id}")).await;
        let missing = get(&server, token, "/conversations/zzzzzzzzzz").await;
        assert_eq!((foreign.status, missing.status), (404, 404));
        same(&foreign.body, &missing.body);
    }
    // People, teams and tags of another organisation cannot be named either.
    let path = format!("/conversations/{id}");
    let manage = format!("{path}/parts");
    let by_cem = json!({ "message_type": "close", "type": "admin", "admin_id": number(CEM) });
    let to_cem = admin("assignment", &json!({ "assignee_id": number(CEM) }));
    let to_team = {
        let mut body = admin("assignment", &json!({ "assignee_id": number(TEAM_THERE) }));
        body["type"] = json!("team");
        body
    };
    let tag = json!({ "id": VIP_THERE, "admin_id": number(ADA) });
    let contact = json!({ "admin_id": number(ADA), "customer": { "intercom_user_id": ANA_THERE } });
    for (path, body) in [
        (manage.clone(), by_cem),
        (manage.clone(), to_cem),
        (manage, to_team),
        (format!("{path}/tags"), tag),
        (format!("{path}/customers"), contact),
        (format!("{path}/reply"), user(ANA_THERE, "x")),
        (format!("{path}/reply"), user(LEO, "x")),
    ] {
        let answer = post(&server, &server.ada, &path, body.clone()).await;
        assert_eq!((answer.status, code(&answer)), (404, "not_found"), "{body}");
    }
    let from = json!({ "from": { "type": "user", "id": ANA_THERE }, "body": "x" });
    assert_eq!(post(&server, &server.ada, "/conversations", from).await.status, 404);
    // One organisation's secret opens nothing in another, not even for a member of both.
    let secret = server.app.store().seal_secret(&second.id).await.unwrap();
    let part = get(&server, &server.ada, &path).await.body["source"]["id"].clone();
    let seen =
        json!({ "experimental": true, "secret": secret, "seen": true, "admin_id": number(ADA) });
    let path = format!("{path}/conversation_parts/{}", part.as_str().unwrap());
    assert_eq!(put(&server, &server.ada, &path, seen).await.status, 403);
}

#[tokio::test]
async fn a_customer_speaks_as_nobody_else() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let path = format!("/conversations/{id}/reply");
    let as_user = |named: Value| {
        let mut body = json!({ "message_type": "comment", "type": "user", "body": "x" });
        body.as_object_mut().unwrap().extend(named.as_object().unwrap().clone());
        body
    };
    for (named, status) in [
        (json!({ "intercom_user_id": ANA }), 200),
        (json!({ "user_id": "user-ana" }), 200),
        (json!({ "email": "ana@home.example" }), 200),
        (json!({ "intercom_user_id": LEO }), 403),
        (json!({ "user_id": "user-leo" }), 403),
        (json!({ "email": "leo@home.example" }), 403),
        // Every id that is given counts, so that none of them smuggles somebody in.
        (json!({ "intercom_user_id": ANA, "email": "leo@home.example" }), 403),
        (json!({ "intercom_user_id": "nobody", "email": "ana@home.example" }), 403),
    ] {
        let answer = post(&server, &server.ana, &path, as_user(named.clone())).await;
        assert_eq!(answer.status, status, "{named}");
    }
    // What a channel calls a message is not theirs to say.
    let mut body = user(ANA, "y");
    body["external_id"] = json!("m-1");
    let said = post(&server, &server.ana, &path, body).await;
    assert!(!said.text.contains("m-1"), "{}", said.text);
    for query in ["assignee=none", "tag_ids=a", "assignee=1", "search=x"] {
        assert_eq!(get(&server, &server.ana, &format!("/conversations?{query}")).await.status, 403);
    }
    let past = json!({ "from": { "type": "user", "id": ANA }, "body": "x", "created_at": 5 });
    assert_eq!(post(&server, &server.ana, "/conversations", past.clone()).await.status, 403);
    assert_eq!(post(&server, &server.ada, "/conversations", past).await.status, 200);
    let future = json!({ "from": { "type": "user", "id": ANA }, "body": "x", "created_at": 99_999_999_999_i64 });
    assert_eq!(post(&server, &server.ada, "/conversations", future).await.status, 400);
}

#[tokio::test]
async fn bad_bodies_are_refused_and_change_nothing() {
    let server = Server::new().await;
    let id = begin(&server, "<p>Hi</p>").await;
    let conversation = format!("/conversations/{id}");
    let before = get(&server, &server.ada, &conversation).await.body;
    let (reply, tags) = (format!("{conversation}/reply"), format!("{conversation}/tags"));
    let long = "x".repeat(20_000);
    let deep = "[".repeat(5_000);
    for (method, path, body) in [
        ("POST", &reply, json!("")),
        ("POST", &reply, json!("{")),
        ("POST", &reply, json!("[]")),
        ("POST", &reply, json!("{\"message_type\":7}")),
        ("POST", &reply, json!(deep)),
        ("POST", &reply, admin("comment", &json!({ "body": "" }))),
        ("POST", &reply, admin("comment", &json!({ "body": "<p> </p>" }))),
        ("POST", &reply, admin("comment", &json!({ "body": long }))),
        ("POST", &reply, admin("comment", &json!({}))),
        ("POST", &reply, admin("snoozed", &json!({ "snoozed_until": 5 }))),
        ("POST", &reply, admin("snoozed", &json!({ "snoozed_until": "tomorrow" }))),
        ("POST", &reply, admin("assignment", &json!({}))),
        ("POST", &reply, admin("sing", &json!({}))),
        ("POST", &tags, json!({})),
        ("PUT", &conversation, json!("null")),
        ("PUT", &conversation, json!({ "title": 7 })),
        ("PUT", &conversation, json!({ "title": long })),
        ("PUT", &conversation, json!({ "custom_attributes": [] })),
    ] {
        let answer = call(&server, Some(&server.ada), (method, path), &body, &[]).await;
        assert_eq!(answer.status, 400, "{method} {path} {body} {}", answer.text);
        assert!(!answer.text.contains("xxxxx"), "no input is repeated");
    }
    let after = get(&server, &server.ada, &conversation).await.body;
    assert_eq!(before, after);
}

#[tokio::test]
async fn odd_paths_and_queries_are_no_errors_of_ours() {
    let server = Server::new().await;
    for path in [
        "/conversations/%ff",
        "/conversations/%00",
        "/conversations/..%2f..",
        "/conversations/last",
        "/conversations/a%20b?display_as=plaintext",
        "/conversations//",
    ] {
        assert_eq!(get(&server, &server.ada, path).await.status, 404, "{path}");
    }
    for query in ["per_page=0", "per_page=-1", "per_page=1e3", "state=x", "unread=2", "assignee="] {
        let answer = get(&server, &server.ada, &format!("/conversations?{query}")).await;
        assert_eq!((answer.status, code(&answer)), (400, "parameter_invalid"), "{query}");
    }
}

/// What is sent as HTML by one is shown as safe HTML to the other.
#[tokio::test]
async fn no_script_goes_through() {
    let server = Server::new().await;
    let evil = "<p onclick=\"x()\">a<script>alert(1)</script><img src=x onerror=y()><a href=\"javascript:z()\">b</a></p><iframe src=\"https://x\"></iframe>";
    let id = begin(&server, evil).await;
    let shown = get(&server, &server.ada, &format!("/conversations/{id}")).await;
    let body = shown.body["source"]["body"].as_str().unwrap();
    for word in ["script", "onclick", "onerror", "javascript", "iframe"] {
        assert!(!body.contains(word), "{body}");
    }
    assert!(body.contains('a') && body.contains('b'), "{body}");
}
