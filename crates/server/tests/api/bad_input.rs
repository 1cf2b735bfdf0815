//! Bad input gets the contract's 4xx with a sentence, and leaves the store as it was.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::server::{ADA, ANA, BEN, LEO, Server, VIP, admin, begin, contact_reply};

/// Sends it as Ada and expects this refusal, and that nothing has changed.
async fn refused(
    server: &Server,
    request: (&str, &str, &str),
    headers: &[(&str, &str)],
    (status, code): (u16, &str),
) {
    let (method, path, body) = request;
    let before = server.dump().await;
    let mut builder = Request::builder()
        .method(method)
        .uri(format!("/featurebase/v2/conversations{path}"))
        .header("authorization", format!("Bearer {}", server.ada));
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    let answer = server.send(builder.body(Body::from(body.to_owned())).unwrap()).await;
    let what = format!("{method} {path} {body:.80} {headers:?}");
    assert_eq!((answer.status, answer.code()), (status, code), "{what}: {}", answer.text);
    let message = answer.body["error"]["message"].as_str().unwrap();
    assert!(message.len() > 10 && message.ends_with('.'), "{what}: {message}");
    assert!(before == server.dump().await, "{what}: the store has changed");
}

#[tokio::test]
async fn what_breaks_a_rule_is_refused_and_changes_nothing() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let note = server.say(&id, admin(ADA, "note", "careful")).await.id();
    let empty = server.post(&server.ada, "", outreach(&json!({ "ids": [LEO] }))).await.id();
    let reply = format!("/{id}/reply");
    let (tags, participants, this) =
        (format!("/{id}/tags"), format!("/{id}/participants"), format!("/{id}"));
    let tag_path = format!("/{id}/tags/{VIP}");
    let bad_tag = format!("/{id}/tags/{VIP}0");
    let past = json!({ "state": "snoozed", "snoozedUntil": "2020-01-01T00:00:00Z" });
    let redact = |conversation: &str, part: &str| json!({ "conversationId": conversation, "conversationPartId": part, "type": "conversation_part" });
    let named = |id: &str| json!({ "participant": { "id": id } });
    let nobody = "ffffffffffffffffffffffff";
    let cases: Vec<(&str, &str, Value, (u16, &str))> = vec![
        // An unknown id, everywhere.
        ("GET", "/nosuchthing", Value::Null, (404, "conversation_not_found")),
        ("PATCH", "/nosuchthing", json!({ "state": "closed" }), (404, "conversation_not_found")),
        ("DELETE", "/nosuchthing", Value::Null, (404, "conversation_not_found")),
        ("POST", "/nosuchthing/reply", admin(ADA, "reply", "x"), (404, "conversation_not_found")),
        (
            "POST",
            "/nosuchthing/tags",
            json!({ "tagId": VIP, "actingAdminId": ADA }),
            (404, "conversation_not_found"),
        ),
        ("POST", "/nosuchthing/participants", named(LEO), (404, "conversation_not_found")),
        (
            "DELETE",
            "/nosuchthing/participants",
            json!({ "id": LEO }),
            (404, "conversation_not_found"),
        ),
        ("POST", "/redact", redact("nosuchthing", "x"), (404, "conversation_not_found")),
        ("POST", "/redact", redact(&id, "nosuchpart"), (404, "conversation_part_not_found")),
        // People who do not exist, or may not.
        ("POST", "", begin(nobody, "x"), (404, "contact_not_found")),
        ("POST", "", begin(ADA, "x"), (404, "contact_not_found")),
        ("POST", &reply, admin(nobody, "reply", "x"), (404, "admin_not_found")),
        ("POST", &reply, admin(ANA, "reply", "x"), (404, "admin_not_found")),
        ("POST", &reply, contact_reply(nobody, "x"), (404, "contact_not_found")),
        ("POST", &reply, contact_reply(LEO, "takes no part"), (404, "contact_not_found")),
        ("PATCH", &this, json!({ "actingAdminId": nobody, "state": "closed" }), (403, "forbidden")),
        ("PATCH", &this, json!({ "adminAssigneeId": nobody }), (404, "admin_not_found")),
        ("PATCH", &this, json!({ "teamAssigneeId": "nosuchteam" }), (400, "invalid_request")),
        ("POST", &participants, named(nobody), (404, "contact_not_found")),
        (
            "POST",
            &participants,
            json!({ "participant": { "id": LEO }, "actingAdminId": nobody }),
            (403, "forbidden"),
        ),
        (
            "POST",
            &participants,
            json!({ "participant": { "email": "leo@home.example" } }),
            (404, "contact_not_found"),
        ),
        ("DELETE", &participants, json!({ "id": LEO }), (404, "participant_not_found")),
        ("DELETE", &participants, json!({ "id": ANA }), (400, "invalid_request")),
        (
            "POST",
            &tags,
            json!({ "tagId": nobody, "actingAdminId": ADA }),
            (404, "resource_not_found"),
        ),
        (
            "POST",
            &tags,
            json!({ "tagId": "nosuchtag", "actingAdminId": ADA }),
            (400, "invalid_request"),
        ),
        ("DELETE", &bad_tag, json!({ "actingAdminId": ADA }), (400, "invalid_request")),
        ("POST", &tags, json!({ "tagId": VIP, "actingAdminId": nobody }), (403, "forbidden")),
        ("DELETE", &tag_path, json!({ "actingAdminId": nobody }), (403, "forbidden")),
        ("POST", &tags, json!({ "tagId": VIP }), (400, "invalid_request")),
        ("DELETE", &tag_path, json!({ "actingAdminId": ADA }), (404, "resource_not_found")),
        ("DELETE", &tag_path, Value::Null, (400, "invalid_request")),
        // Rules.
        ("PATCH", &this, past, (400, "invalid_request")),
        ("PATCH", &this, json!({ "state": "snoozed" }), (400, "invalid_request")),
        (
            "PATCH",
            &this,
            json!({ "state": "snoozed", "snoozedUntil": "tomorrow" }),
            (400, "invalid_request"),
        ),
        // Alone it moves the end of a snooze, and there is none.
        (
            "PATCH",
            &this,
            json!({ "snoozedUntil": "2100-01-01T00:00:00Z" }),
            (400, "invalid_request"),
        ),
        ("PATCH", &this, json!({ "snoozedUntil": "tomorrow" }), (400, "invalid_request")),
        ("PATCH", &this, json!({ "state": "gone" }), (400, "invalid_request")),
        ("PATCH", &this, json!({ "title": "x".repeat(256) }), (400, "invalid_request")),
        // The first change is fine, the second is not: neither happens.
        (
            "PATCH",
            &this,
            json!({ "title": "fine", "state": "snoozed", "snoozedUntil": "2020-01-01T00:00:00Z" }),
            (400, "invalid_request"),
        ),
        ("POST", "/redact", redact(&id, &note), (400, "invalid_request")),
        ("POST", &reply, admin(ADA, "reply", " \n "), (400, "invalid_content")),
        ("POST", &reply, admin(ADA, "reply", &"x".repeat(10_001)), (400, "invalid_content")),
        ("POST", &reply, admin(ADA, "shout", "x"), (400, "invalid_request")),
        (
            "POST",
            &reply,
            json!({ "type": "contact", "id": ANA, "messageType": "note", "bodyMarkdown": "x" }),
            (400, "invalid_request"),
        ),
        (
            "POST",
            &reply,
            json!({ "type": "contact", "messageType": "reply", "bodyMarkdown": "x" }),
            (400, "missing_parameter"),
        ),
        ("POST", "", json!({ "bodyMarkdown": "x" }), (400, "missing_parameter")),
        (
            "POST",
            "",
            json!({ "from": { "type": "admin", "id": ADA }, "bodyMarkdown": "x" }),
            (400, "business_validation_error"),
        ),
        ("POST", "", outreach(&json!({ "ids": [nobody] })), (404, "contact_not_found")),
        (
            "POST",
            "",
            {
                let mut by_nobody = outreach(&json!({ "ids": [ANA] }));
                by_nobody["from"]["id"] = json!(nobody);
                by_nobody
            },
            (403, "forbidden"),
        ),
        (
            "POST",
            "",
            json!({ "from": { "type": "contact", "id": ANA }, "bodyMarkdown": "x", "channel": "fax" }),
            (400, "invalid_parameter"),
        ),
        (
            "POST",
            "",
            json!({ "from": { "type": "contact", "id": ANA }, "bodyMarkdown": "x", "createdAt": "2999-01-01T00:00:00Z" }),
            (400, "invalid_parameter"),
        ),
        // Lists.
        ("GET", "?cursor=bm9uc2Vuc2U", Value::Null, (400, "invalid_cursor")),
        ("GET", "?cursor=%F0%9F%98%80", Value::Null, (400, "invalid_cursor")),
        ("GET", "?state=gone", Value::Null, (400, "invalid_parameter")),
        // Addresses.
        ("PUT", &this, Value::Null, (405, "method_not_allowed")),
        ("GET", "/a/b/c", Value::Null, (404, "resource_not_found")),
        ("GET", "/%FF", Value::Null, (404, "conversation_not_found")),
    ];
    for (method, path, body, outcome) in cases {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        refused(&server, (method, path, &body), &[], outcome).await;
    }
    assert!(!empty.is_empty());
}

fn outreach(to: &Value) -> Value {
    json!({
        "from": { "type": "admin", "id": BEN },
        "recipients": { "to": to },
        "bodyMarkdown": "hello from us",
    })
}

#[tokio::test]
async fn bodies_that_are_no_json_are_refused() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let reply = format!("/{id}/reply");
    let deep = "[".repeat(100_000);
    let long = format!("{{\"bodyMarkdown\":\"{}\"}}", "x".repeat(10 << 20));
    for (body, outcome) in [
        ("", (400, "invalid_request")),
        ("{", (400, "invalid_request")),
        ("null", (400, "invalid_request")),
        ("[]", (400, "invalid_request")),
        ("\"text\"", (400, "invalid_request")),
        ("{\"type\":\"admin\",}", (400, "invalid_request")),
        (deep.as_str(), (400, "invalid_request")),
        (long.as_str(), (413, "payload_too_large")),
    ] {
        for (method, path) in [("POST", ""), ("POST", reply.as_str()), ("PATCH", &format!("/{id}"))]
        {
            // The contract's codes differ from operation to operation.
            let begins = path.is_empty() && outcome.0 == 400;
            let outcome = if begins { (400, "invalid_parameter") } else { outcome };
            refused(&server, (method, path, body), &[], outcome).await;
        }
    }
    // A body that is no UTF-8.
    for (path, code) in [("", "invalid_parameter"), (reply.as_str(), "invalid_request")] {
        let request = Request::post(format!("/featurebase/v2/conversations{path}"))
            .header("authorization", format!("Bearer {}", server.ada))
            .body(Body::from(vec![b'"', 0xff, b'"']));
        let answer = server.send(request.unwrap()).await;
        assert_eq!((answer.status, answer.code()), (400, code));
    }
}

#[tokio::test]
async fn wrong_headers_are_refused() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}/reply");
    let body = admin(ADA, "reply", "x").to_string();
    let long = "k".repeat(256);
    for (header, outcome) in [
        (("featurebase-version", "2025-12-12.clover"), (404, "version_not_supported")),
        (("featurebase-version", "1999-01-01.dinosaur"), (400, "invalid_request")),
        (("idempotency-key", ""), (400, "invalid_request")),
        (("idempotency-key", long.as_str()), (400, "invalid_request")),
        (("idempotency-key", "ключ"), (400, "invalid_request")),
        (("idempotency-key", "a\tb"), (400, "invalid_request")),
    ] {
        refused(&server, ("POST", &path, &body), &[header], outcome).await;
    }
    let two = [("idempotency-key", "a"), ("idempotency-key", "b")];
    refused(&server, ("POST", &path, &body), &two, (400, "invalid_request")).await;
    // The version that is served, and a content type that is not JSON's, do no harm.
    let right = [("featurebase-version", "2026-01-01.nova"), ("content-type", "text/plain")];
    let answer = server.call(&server.ada, "POST", &path, &admin(ADA, "reply", "x"), &right).await;
    assert_eq!(answer.status, 201);
}
