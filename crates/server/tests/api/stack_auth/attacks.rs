//! Requests that are not meant well, or not made well.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use super::{begun, call, call_with, change, check, create, detail, messages, patched, uuid};
use crate::server::{ANA, LEO, Server};
use crate::tenants::{ANA_THERE, Second};

#[tokio::test]
async fn a_customer_sees_no_note_and_no_metadata() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    let secret = "zzsecretzz";
    for body in [
        change("internal-note", &json!({ "body": secret })),
        change("metadata", &json!({ "tags": [secret], "priority": "urgent" })),
    ] {
        patched(&server, &server.ada, &id, &body).await;
    }
    for path in [
        format!("/{id}?projectId=internal"),
        "?projectId=internal".into(),
        format!("?projectId=internal&query={secret}"),
    ] {
        let own = call(&server, Some(&server.ana), "GET", &path, &Value::Null).await;
        assert!(!own.text.contains(secret) && own.status == 200, "{}", own.text);
        let agents = call(&server, Some(&server.ada), "GET", &path, &Value::Null).await;
        assert!(agents.text.contains(secret), "{}", agents.text);
    }
    let answer =
        patched(&server, &server.ana, &id, &change("reply", &json!({ "body": "x" }))).await;
    assert!(!answer.to_string().contains(secret));
    assert_eq!(messages(&answer), [("message", "hello there"), ("message", "x")]);
}

/// A project is an organisation, and one of others looks like none.
#[tokio::test]
async fn a_project_that_is_not_ones_own_is_not_found() {
    let server = Server::new().await;
    let second = Second::beside(&server).await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    let nowhere = "11111111-2222-4333-8444-555555555555";
    let (first, other) = (server.organisation.as_str(), second.id.as_str());
    for (token, project, is_theirs) in [
        (&server.ada, first, true),
        (&server.ada, other, true),
        (&server.ben, other, false),
        (&second.cem, first, false),
        (&server.ana, other, false),
        (&server.ana, first, true),
        (&server.ada, nowhere, false),
        (&server.ada, "everything", false),
        (&server.ada, "", false),
    ] {
        let mut reply = change("reply", &json!({ "body": "x" }));
        reply["projectId"] = json!(project);
        for (method, path, body) in [
            ("GET", format!("?projectId={project}"), &Value::Null),
            ("GET", format!("/{id}?projectId={project}"), &Value::Null),
            ("PATCH", format!("/{id}"), &reply),
        ] {
            let answer = call(&server, Some(token), method, &path, body).await;
            let not_found = answer.body["code"] == "PROJECT_NOT_FOUND";
            assert_eq!(not_found, !is_theirs, "{method} {path}: {}", answer.text);
            if not_found {
                assert_eq!(answer.status, 404);
            }
        }
    }
    // An agent of both finds each conversation in its own project alone.
    let path = format!("/{id}?projectId={other}");
    let answer = call(&server, Some(&server.ada), "GET", &path, &Value::Null).await;
    assert_eq!(answer.text, "Conversation not found.");
    // The same person's name on two sites is two people.
    let mut there = create(ANA_THERE);
    there["projectId"] = json!(first);
    let answer = call(&server, Some(&server.ana), "POST", "", &there).await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn headers_are_the_dashboards() {
    let server = Server::new().await;
    let ask = async |access: Option<&str>, project: Option<&str>, token: &str| {
        let mut request =
            Request::builder().uri("/stack-auth/api/v1/internal/conversations?projectId=internal");
        for (name, value) in [
            ("x-stack-access-type", access),
            ("x-stack-project-id", project),
            ("authorization", Some(token)),
        ] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let answer = server.send(request.body(Body::empty()).unwrap()).await;
        check("GET", "/internal/conversations", &answer);
        (answer.status, answer.body["code"].as_str().unwrap_or_default().to_owned())
    };
    let bearer = format!("Bearer {}", server.ada);
    let known = |status: u16, code: &str| (status, code.to_owned());
    let internal = Some("internal");
    for (access, project, expected) in [
        (Some("client"), internal, known(200, "")),
        (None, internal, known(400, "SCHEMA_ERROR")),
        (Some("client"), None, known(400, "SCHEMA_ERROR")),
        (Some("client"), Some("mine"), known(400, "SCHEMA_ERROR")),
        (Some("root"), internal, known(400, "SCHEMA_ERROR")),
        (Some("server"), internal, known(401, "INSUFFICIENT_ACCESS_TYPE")),
        (Some("admin"), internal, known(401, "INSUFFICIENT_ACCESS_TYPE")),
    ] {
        assert_eq!(ask(access, project, &bearer).await, expected, "{access:?} {project:?}");
        // Who is nobody learns of nothing else.
        let nobody = ask(access, project, "Bearer iat_garbage").await;
        assert_eq!(nobody, known(401, "USER_AUTHENTICATION_REQUIRED"));
    }
}

#[tokio::test]
async fn bad_requests_are_refused_and_change_nothing() {
    let server = Server::new().await;
    let id = begun(&server, &server.ada, &create(ANA)).await;
    let before = detail(&server, &server.ada, &id).await;
    let with = |mut body: Value, name: &str, value: Value| {
        body[name] = value;
        body
    };
    let reply = || change("reply", &json!({ "body": "x" }));
    for body in [
        json!({}),
        json!([]),
        json!("reply"),
        with(reply(), "colour", json!("red")),
        with(reply(), "body", json!("  ")),
        with(reply(), "body", json!(null)),
        with(reply(), "body", json!("x".repeat(100_001))),
        with(reply(), "type", json!("shout")),
        with(
            reply(),
            "inbox",
            json!({ "contents": [{ "type": "location", "latitude": 100.0, "longitude": 0.0 }] }),
        ),
        change("status", &json!({ "status": "snoozed" })),
        change("status", &json!({})),
        change("metadata", &json!({ "priority": null })),
    ] {
        let answer = call(&server, Some(&server.ada), "PATCH", &format!("/{id}"), &body).await;
        assert_eq!((answer.status, &answer.body["code"]), (400, &json!("SCHEMA_ERROR")), "{body}");
    }
    for body in [
        json!({}),
        with(create(ANA), "userId", json!("u1")),
        with(create(ANA), "subject", json!(" ")),
        with(create(ANA), "priority", json!("none")),
        with(create(ANA), "source", json!("fax")),
        with(create(ANA), "source", json!(null)),
        with(create(ANA), "teamId", json!(null)),
    ] {
        let answer = call(&server, Some(&server.ada), "POST", "", &body).await;
        assert_eq!((answer.status, &answer.body["code"]), (400, &json!("SCHEMA_ERROR")), "{body}");
    }
    for path in [
        "/c1?projectId=internal",
        "/%ff?projectId=internal",
        &format!("/{id}"),
        "?projectId=internal&limit=0",
        "",
    ] {
        let answer = call(&server, Some(&server.ada), "GET", path, &Value::Null).await;
        assert_eq!((answer.status, &answer.body["code"]), (400, &json!("SCHEMA_ERROR")), "{path}");
    }
    assert_eq!(detail(&server, &server.ada, &id).await, before);
    let path = "?projectId=internal";
    let list = call(&server, Some(&server.ada), "GET", path, &Value::Null).await;
    assert_eq!(list.body["conversations"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_the_company_has_barred_is_told_by_the_rule() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    server
        .sql("UPDATE conversations SET data = json_set(data, '$.replies_disabled', json('true'))")
        .await;
    let body = change("reply", &json!({ "body": "x" }));
    let answer = call(&server, Some(&server.ana), "PATCH", &format!("/{id}"), &body).await;
    assert_eq!(
        (answer.status, &answer.body["inbox"]),
        (400, &json!({ "code": "replies_disabled" }))
    );
    patched(&server, &server.ada, &id, &body).await;
}

#[tokio::test]
async fn a_key_of_one_person_is_not_anothers() {
    let server = Server::new().await;
    let id = begun(&server, &server.ana, &create(ANA)).await;
    let key = [("idempotency-key", "shared")];
    let body = change("reply", &json!({ "body": "x" }));
    let path = format!("/{id}");
    let own = call_with(&server, Some(&server.ana), "PATCH", &path, &body, &key).await;
    assert_eq!(own.status, 200);
    let other = call_with(&server, Some(&server.leo), "PATCH", &path, &body, &key).await;
    assert_eq!((other.status, other.text.as_str()), (404, "Conversation not found."));
    assert_eq!(uuid(LEO).len(), 36);
}

#[tokio::test]
async fn there_are_no_other_addresses_and_methods() {
    let server = Server::new().await;
    let token = Some(server.ada.as_str());
    let own = async |method: &str, path: &str| {
        server.own(token, method, path, &Value::Null, &[]).await.status
    };
    assert_eq!(own("GET", "/stack-auth/api/v1/internal/users").await, 404);
    assert_eq!(own("GET", "/stack-auth/api/v1/internal/conversations/a/b").await, 404);
    assert_eq!(own("DELETE", "/stack-auth/api/v1/internal/conversations").await, 405);
    assert_eq!(own("GET", "/stack-auth").await, 404);
}
