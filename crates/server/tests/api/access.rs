//! Who may do what: every endpoint by every kind of caller.

use inbox_server::clock;
use inbox_server::store::Role;
use serde_json::{Value, json};

use crate::server::{ADA, ANA, LEO, Server, VIP, admin, begin, contact_reply};

/// What each caller gets: nobody (and garbage, and what has ended), agent, owner, another customer.
type Outcomes = (u16, u16, u16, u16);

#[tokio::test]
async fn every_endpoint_by_every_caller() {
    let server = Server::new().await;
    let visitor = server.own(None, "POST", "/visitor", &Value::Null, &[]).await;
    let visitor = visitor.body["token"].as_str().unwrap().to_owned();
    let expired = server.token(Role::Agent, ADA, -1).await;
    let revoked = server.token(Role::Agent, ADA, 60_000).await;
    let store = server.app.store();
    assert!(store.revoke_token(&revoked, clock::now()).await.unwrap());
    let nobody_agent = server.token(Role::Agent, "no-such-agent", 60_000).await;
    let none = ["", "garbage", "iat_garbage", "a.b.c", &expired, &revoked, &nobody_agent];

    // A conversation anew after each that was let in, because that changes it.
    let own = |id: &str| json!({ "markAsRead": { "contactIds": [id] } });
    let cases: Vec<(&str, &str, Value, Outcomes)> = vec![
        ("GET", "", Value::Null, (401, 200, 200, 200)),
        ("GET", "?state=open&unread=true", Value::Null, (401, 200, 200, 200)),
        ("GET", "?tagIds=x", Value::Null, (401, 200, 403, 403)),
        ("GET", "?assignee=none", Value::Null, (401, 200, 403, 403)),
        ("GET", "/{id}", Value::Null, (401, 200, 200, 404)),
        ("POST", "", begin(ANA, "mine"), (401, 201, 201, 403)),
        ("POST", "/{id}/reply", contact_reply(ANA, "I say"), (401, 201, 201, 403)),
        ("POST", "/{id}/reply", contact_reply(LEO, "I say"), (401, 404, 403, 404)),
        (
            "POST",
            "/{id}/reply",
            json!({ "type": "contact", "userId": "user-ana", "messageType": "reply", "bodyMarkdown": "x" }),
            (401, 201, 201, 403),
        ),
        ("POST", "/{id}/reply", admin(ADA, "reply", "we say"), (401, 201, 403, 403)),
        ("POST", "/{id}/reply", admin(ADA, "note", "we think"), (401, 201, 403, 403)),
        ("PATCH", "/{id}", own(ANA), (401, 200, 200, 403)),
        ("PATCH", "/{id}", own(LEO), (401, 200, 403, 404)),
        ("PATCH", "/{id}", json!({ "markAsRead": { "allContacts": true } }), (401, 200, 403, 403)),
        ("PATCH", "/{id}", json!({ "markAsRead": { "adminIds": [ADA] } }), (401, 200, 403, 403)),
        (
            "PATCH",
            "/{id}",
            json!({ "actingAdminId": ADA, "markAsRead": { "contactIds": [ANA] } }),
            (401, 200, 403, 403),
        ),
        ("PATCH", "/{id}", json!({ "state": "closed" }), (401, 200, 403, 403)),
        ("PATCH", "/{id}", json!({ "title": "x" }), (401, 200, 403, 403)),
        ("PATCH", "/{id}", json!({ "adminAssigneeId": ADA }), (401, 200, 403, 403)),
        ("PATCH", "/{id}", json!({ "customAttributes": { "a": 1 } }), (401, 200, 403, 403)),
        ("DELETE", "/{id}", Value::Null, (401, 200, 403, 403)),
        (
            "POST",
            "/redact",
            json!({ "conversationId": "{id}", "conversationPartId": "{part}", "type": "conversation_part" }),
            (401, 200, 403, 403),
        ),
        ("POST", "/{id}/tags", json!({ "tagId": VIP, "actingAdminId": ADA }), (401, 200, 403, 403)),
        ("DELETE", "/{id}/tags/{tag}", json!({ "actingAdminId": ADA }), (401, 404, 403, 403)),
        (
            "POST",
            "/{id}/participants",
            json!({ "participant": { "id": LEO } }),
            (401, 200, 403, 403),
        ),
        ("DELETE", "/{id}/participants", json!({ "id": ANA }), (401, 400, 403, 403)),
    ];
    for (method, path, body, (nobody, agent, owner, other)) in &cases {
        let mut callers: Vec<(&str, u16)> = none.iter().map(|token| (*token, *nobody)).collect();
        callers.extend([(server.ada.as_str(), *agent), (server.ana.as_str(), *owner)]);
        callers.push((server.leo.as_str(), *other));
        // A visitor is nobody's LEO: where Leo's own id was given, they get the other refusal.
        let visitors = if body.to_string().contains(LEO) && *other == 404 { 403 } else { *other };
        callers.push((visitor.as_str(), visitors));
        let mut fresh = None;
        for (token, status) in callers {
            let (id, part) = if let Some(untouched) = fresh.take() {
                untouched
            } else {
                let id = server.conversation_of_ana().await;
                let part = server.say(&id, admin(ADA, "reply", "hello")).await.id();
                (id, part)
            };
            let fill = |text: String| {
                text.replace("{id}", &id).replace("{part}", &part).replace("{tag}", VIP)
            };
            let body = serde_json::from_str(&fill(body.to_string())).unwrap();
            let path = fill((*path).to_owned());
            let before = server.dump().await;
            let answer = server.call(token, method, &path, &body, &[]).await;
            let what = format!("{method} {path} {body} by {token}");
            assert_eq!(answer.status, status, "{what}: {}", answer.text);
            if status >= 400 {
                assert!(before == server.dump().await, "{what}: the store has changed");
                fresh = Some((id, part));
            }
        }
    }
}

#[tokio::test]
async fn what_is_anothers_looks_exactly_like_what_is_not_there() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    for (method, suffix, body) in [
        ("GET", "", Value::Null),
        ("POST", "/reply", contact_reply(LEO, "x")),
        ("PATCH", "", json!({ "markAsRead": { "contactIds": [LEO] } })),
    ] {
        let foreign = server.call(&server.leo, method, &format!("/{id}{suffix}"), &body, &[]).await;
        let unknown =
            server.call(&server.leo, method, &format!("/nosuchthing{suffix}"), &body, &[]).await;
        assert_eq!((foreign.status, &foreign.text), (404, &unknown.text), "{method} {suffix}");
    }
    let typing = |id: &str| json!({ "conversationId": id, "typing": true });
    let foreign = server.own(Some(&server.leo), "POST", "/live/typing", &typing(&id), &[]).await;
    let unknown = server.own(Some(&server.leo), "POST", "/live/typing", &typing("no"), &[]).await;
    assert_eq!((foreign.status, &foreign.text), (404, &unknown.text));
    assert!(server.get(&server.leo, "").await.body["data"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_contact_who_is_brought_in_sees_and_one_who_is_taken_out_does_not() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let path = format!("/{id}");
    let participants = format!("/{id}/participants");
    assert_eq!(server.get(&server.leo, &path).await.status, 404);
    let add = json!({ "participant": { "id": LEO }, "actingAdminId": ADA });
    assert_eq!(server.post(&server.ada, &participants, add).await.status, 200);
    let seen = server.get(&server.leo, &path).await;
    assert_eq!(seen.status, 200);
    assert!(!seen.text.contains("ana@home.example"), "{}", seen.text);
    assert_eq!(server.delete(&server.ada, &participants, json!({ "id": LEO })).await.status, 200);
    assert_eq!(server.get(&server.leo, &path).await.status, 404);
}

#[tokio::test]
async fn the_other_routes_by_every_caller() {
    let server = Server::new().await;
    let id = server.conversation_of_ana().await;
    let typing = json!({ "conversationId": id, "typing": true });
    let note = json!({ "conversationId": id, "typing": true, "note": true });
    let viewing = json!({ "conversationId": id });
    for (method, path, body, (nobody, agent, owner, other)) in [
        ("GET", "/health", Value::Null, (200, 200, 200, 200)),
        ("GET", "/session", Value::Null, (401, 200, 200, 200)),
        ("POST", "/live/typing", typing, (401, 204, 204, 404)),
        ("POST", "/live/typing", note, (401, 204, 403, 403)),
        ("POST", "/live/typing", json!({}), (401, 400, 400, 400)),
        ("POST", "/live/viewing", viewing, (401, 204, 403, 403)),
        ("POST", "/live/viewing", json!({ "conversationId": null }), (401, 204, 403, 403)),
        ("POST", "/live/viewing", json!({ "conversationId": "no" }), (401, 404, 403, 403)),
        ("POST", "/session", Value::Null, (405, 405, 405, 405)),
        ("GET", "/nothing", Value::Null, (404, 404, 404, 404)),
        // Without --demo there is no such address.
        ("POST", "/demo/session", json!({ "role": "agent" }), (404, 404, 404, 404)),
    ] {
        for (token, status) in [
            (None, nobody),
            (Some("garbage"), nobody),
            (Some(server.ada.as_str()), agent),
            (Some(server.ana.as_str()), owner),
            (Some(server.leo.as_str()), other),
        ] {
            let host = [("host", "localhost")];
            let answer = server.own(token, method, path, &body, &host).await;
            let what = format!("{method} {path} {body} {token:?}: {}", answer.text);
            assert_eq!(answer.status, status, "{what}");
            if status >= 400 {
                assert_eq!(answer.body["error"]["status"], status, "{what}");
            }
            assert_eq!(answer.headers.contains_key("www-authenticate"), status == 401, "{what}");
        }
    }
}
